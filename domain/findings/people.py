"""Who directs and who owns a company, as far as it hides who does or they are too many."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from domain.findings.known import Known
from domain.findings.noted import from_fact, numbered, shown, slug
from domain.findings.registry_flags import speaks_of_nominees
from domain.persons import persons_beyond
from domain.profile.holders import is_beneficial, is_company, is_representative, left_out, role_of
from schemas.investigation import Finding, ProfileFact
from schemas.sources import SOURCE_LABELS, FactName, SourceName

_ALL = Decimal(100)
"""Percent of the shares. While a beneficial owner's share of them is not accounted for, one may be unknown."""
_HELD: tuple[FactName, ...] = ("director", "owner")


def people(case: Known) -> Iterator[Finding]:
    yield from _corporate_directors(case)
    yield from _nominees(case)
    yield from _opaque_owners(case)
    yield from _left_out(case)


def _corporate_directors(case: Known) -> Iterator[Finding]:
    directors = [fact for fact in case.stated("director") if not is_representative(fact)]
    if directors and all(map(is_company, directors)):
        names = ", ".join(dict.fromkeys(shown(fact.value) for fact in directors))
        description = f"The only directors that any register names are companies: {shown(names)}."
        yield from_fact("director", directors[0], "corporate_director", "medium", description)


def _nominees(case: Known) -> Iterator[Finding]:
    """One for each person, however many registers and roles say so."""
    told: set[str] = set()
    for name in _HELD:
        for fact in case.stated(name):
            part = slug(fact.value)
            if speaks_of_nominees(role_of(fact)) and part not in told:
                told.add(part)
                role = shown(fact.details.get("role", ""))
                description = f"{fact.source} names {shown(fact.value)} as {role}: that is to hold for another."
                yield numbered(from_fact(name, fact, "nominee_signs", "medium", description), part)


def _opaque_owners(case: Known) -> Iterator[Finding]:
    """By the most trusted source that names owners: shares that several sources state must not be added up."""
    owners = case.stated("owner")
    if not owners or not all(map(is_company, owners)):
        return
    source = owners[0].source
    shares: dict[str, Decimal] = {}
    for fact in owners:
        percent = _percent(fact)
        if fact.source == source and percent is not None:  # several entries of one owner repeat its share
            shares[slug(fact.value)] = max(percent, shares.get(slug(fact.value), percent))
    together = sum(shares.values(), Decimal(0))
    if not is_beneficial(_ALL - together, case.today):
        names = shown(", ".join(dict.fromkeys(str(fact.value) for fact in owners if fact.source == source)))
        description = f"{source} names only companies as owners ({names}): no natural person behind them is known."
        yield from_fact("owner", owners[0], "owners_are_companies", "info", description)
    else:
        held = (
            f"the companies that {source} names as owners hold {together:f} % together, as far as is stated"
            if shares
            else f"{source}, which names companies as owners, does not state what share they hold"
        )
        description = f"No natural person is known to own the company, and {held}."
        yield from_fact("owner", owners[0], "owner_opaque", "medium", description)


def _left_out(case: Known) -> Iterator[Finding]:
    """One for each list that a source cut, and one for those who are too many to be screened."""
    for name in _HELD:
        for fact in case.stated(name):
            if number := left_out(fact):
                description = f"{fact.source} names {number} more {name}s, who were not read and not screened."
                finding = from_fact(name, fact, "persons_left_out", "info", description)
                yield numbered(finding, f"{slug(fact.source)}-{name}")
    if number := persons_beyond(case.facts):
        description = f"{number} persons whom the sources name were not screened: there are too many."
        yield Finding(
            finding_id="find_persons_left_out",
            category="persons_left_out",
            severity="info",
            description=description,
            source=SOURCE_LABELS[SourceName.SCREENING],
        )


def _percent(fact: ProfileFact) -> Decimal | None:
    """The share; None where it is not stated or no percentage."""
    try:
        percent = Decimal(fact.details.get("share_percent", ""))
    except InvalidOperation:
        return None
    return percent if percent.is_finite() and 0 <= percent <= 100 else None
