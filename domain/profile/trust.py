"""Whom to believe when several sources state one fact: the trust order, per fact, and why it is so.

`docs/facts-and-trust.md` shows the same tables to officers.
"""

from typing import NamedTuple

from schemas.investigation import ProfileFact
from schemas.sources import NATIONAL_REGISTERS, SET_FACTS, SOURCE_LABELS, FactName, SourceName

S = SourceName

OFFICER_INPUT = "officer_input"
"""What was typed when the case was opened."""

Trusted = SourceName | str

USUAL: tuple[Trusted, ...] = (
    *NATIONAL_REGISTERS,
    S.GLEIF,
    S.VIES,
    S.NBB,
    S.GAZETTE,
    S.NORTHDATA,
    S.CRUNCHBASE,
    OFFICER_INPUT,
    S.WEBSITE,
)
"""The most trusted first."""


class TrustOrder(NamedTuple):
    """Which sources of a fact come before the usual ones, the most trusted first, and why."""

    first: tuple[Trusted, ...]
    why: str

    @property
    def sources(self) -> tuple[Trusted, ...]:
        return (*self.first, *(source for source in USUAL if source not in self.first))

    def rank(self, source: str) -> int:
        """The place of a source, by its label; sources that are not named come last."""
        labels = [label(trusted) for trusted in self.sources]
        return labels.index(source) if source in labels else len(labels)


AS_USUAL = TrustOrder(
    (),
    "what a national register discloses can be relied on (Directive (EU) 2017/1132, Art. 16); the others follow by how "
    "far they are from it",
)
_TAX_ADMINISTRATION = TrustOrder(
    (S.VIES,), "the tax administration gives the number and answers through VIES; the others repeat it"
)
_STATUS = TrustOrder(
    (*NATIONAL_REGISTERS, S.GAZETTE, S.NORTHDATA),
    "register and gazette publish it with legal effect; NorthData reads them daily, GLEIF once a year",
)
_LEI = TrustOrder((S.GLEIF,), "GLEIF keeps the index of all LEIs")
_ACCOUNTS = TrustOrder((S.NBB,), "deposited annual accounts are the company's figures under its directors' signature")
_GAZETTE = TrustOrder((S.GAZETTE,), "the gazette is where the act was published")
_TYPED = TrustOrder((OFFICER_INPUT,), "the address that the company gave is the one that was visited")
_VISITED = TrustOrder((S.WEBSITE,), "it is what was seen when the website was visited")

EXCEPTIONS: dict[FactName, TrustOrder] = {
    "vat_number": _TAX_ADMINISTRATION,
    "vat_valid": _TAX_ADMINISTRATION,
    "company_status": _STATUS,
    "dissolution_date": _STATUS,
    "lei": _LEI,
    "lei_status": _LEI,
    "direct_parent": _LEI,
    "annual_accounts": _ACCOUNTS,
    "equity": _ACCOUNTS,
    "turnover": _ACCOUNTS,
    "result_of_year": _ACCOUNTS,
    "publication": _GAZETTE,
    "website_url": _TYPED,
    "website_title": _VISITED,
    "website_contact": _VISITED,
}
"""The facts that another source knows better than the national register does. A fact that only one source ever states
needs no order."""


def trust_order(name: FactName) -> TrustOrder:
    return EXCEPTIONS.get(name, AS_USUAL)


def has_preferred(name: FactName) -> bool:
    """Whether one value of the fact is to be gone by; a set of values is all of them."""
    return name not in SET_FACTS


def is_brand(fact: ProfileFact) -> bool:
    """Whether a company's name is one it trades under, which its registered name need not resemble: Crunchbase lists
    companies by their brand, and says so (`known_as`) where it also knows the legal name."""
    return fact.source == SOURCE_LABELS[S.CRUNCHBASE] and "known_as" not in fact.details


def label(source: Trusted) -> str:
    """The source as the profile names it."""
    return SOURCE_LABELS[source] if isinstance(source, SourceName) else source
