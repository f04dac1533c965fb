"""An entry in the Czech public register: who acts for a company and who owns it, as ARES passes it on.

The register keeps what was; whatever has a date of deletion (`datumVymazu`) is no longer so.
"""

import re
from collections.abc import Iterator

from pydantic import BaseModel, Field

from activities.sources.answers import Received, fact_of
from activities.sources.partial_dates import partial_date
from activities.sources.register_answers import MOST_READ, Listed, country_code
from schemas.sources import SourceFact

_FRACTION = re.compile(r"([0-9]{1,12})[;/]([0-9]{1,12})")


class _Entered(BaseModel):
    entered: str | None = Field(default=None, alias="datumZapisu")
    deleted: str | None = Field(default=None, alias="datumVymazu")


class _Address(BaseModel):
    country: str | None = Field(default=None, alias="kodStatu")


class _NaturalPerson(BaseModel):
    given: str | None = Field(default=None, alias="jmeno")
    surname: str | None = Field(default=None, alias="prijmeni")
    birth_date: str | None = Field(default=None, alias="datumNarozeni")
    nationality: str | None = Field(default=None, alias="statniObcanstvi")


class _LegalPerson(BaseModel):
    name: str | None = Field(default=None, alias="obchodniJmeno")
    address: _Address | None = Field(default=None, alias="adresa")


class _Function(BaseModel):
    name: str | None = Field(default=None, alias="nazev")
    since: str | None = Field(default=None, alias="vznikFunkce")
    until: str | None = Field(default=None, alias="zanikFunkce")


class _Time(BaseModel):
    since: str | None = Field(default=None, alias="vznikClenstvi")
    until: str | None = Field(default=None, alias="zanikClenstvi")


class _Membership(BaseModel):
    """Of a board, and the function on it."""

    time: _Time | None = Field(default=None, alias="clenstvi")
    function: _Function | None = Field(default=None, alias="funkce")


class _Member(_Entered):
    role: str | None = Field(default=None, alias="nazevAngazma")
    membership: _Membership | None = Field(default=None, alias="clenstvi")
    person: _NaturalPerson | None = Field(default=None, alias="fyzickaOsoba")
    company: _LegalPerson | None = Field(default=None, alias="pravnickaOsoba")


class _Body(_Entered):
    members: Listed[_Member] = Field(default=(), alias="clenoveOrganu")


class _Amount(BaseModel):
    kind: str | None = Field(default=None, alias="typObnos")
    value: str | None = Field(default=None, alias="hodnota")


class _Share(_Entered):
    size: _Amount | None = Field(default=None, alias="velikostPodilu")


class _Partner(_Entered):
    holder: _Member | None = Field(default=None, alias="osoba")
    shares: Listed[_Share] = Field(default=(), alias="podil")


class _Partners(_Entered):
    partners: Listed[_Partner] = Field(default=(), alias="spolecnik")


class _Record(_Entered):
    boards: Listed[_Body] = Field(default=(), alias="statutarniOrgany")
    shareholders: Listed[_Body] = Field(default=(), alias="akcionari")
    partnerships: Listed[_Partners] = Field(default=(), alias="spolecnici")
    bankruptcies: Listed[_Entered] = Field(default=(), alias="konkursy")


class PublicRegister(BaseModel):
    records: Listed[_Record] = Field(alias="zaznamy")

    @property
    def is_bankrupt(self) -> bool:
        return any(_stands(bankruptcy) for record in self.records for bankruptcy in record.bankruptcies)


def facts_of_entry(register: PublicRegister, received: Received) -> tuple[SourceFact, ...]:
    """The present directors and owners; each cites the bytes of the entry."""
    facts: tuple[SourceFact, ...] = ()
    for record in register.records:
        for body in filter(_stands, record.boards):
            for member in filter(_stands, body.members):
                facts += _director(member, received)
        for holder, share in _owners(record):
            facts += fact_of("owner", _name(holder), {**_person(holder), "share_percent": share}, received)
    return facts[:MOST_READ]


def _director(member: _Member, received: Received) -> tuple[SourceFact, ...]:
    membership = member.membership or _Membership()
    function, time = membership.function or _Function(), membership.time or _Time()
    if function.until or time.until:
        return ()
    details = {
        "role": function.name or member.role,
        "since": partial_date(function.since or time.since or member.entered),
        **_person(member),
    }
    return fact_of("director", _name(member), details, received)


def _owners(record: _Record) -> Iterator[tuple[_Member, str | None]]:
    """Each present owner with the size of the share; of shareholders only a sole one is entered."""
    for partnership in filter(_stands, record.partnerships):
        for partner in filter(_stands, partnership.partners):
            if partner.holder is not None and _stands(partner.holder):
                sizes = (share.size for share in partner.shares if _stands(share) and share.size is not None)
                yield partner.holder, next((percent for size in sizes if (percent := share_percent(size))), None)
    for body in filter(_stands, record.shareholders):
        for member in filter(_stands, body.members):
            yield member, None


def share_percent(size: _Amount) -> str | None:
    """A share in percent with at most two decimals, from `100`, `33;5` (a decimal comma), `1;3` (a fraction) or
    `50 %`; None if it is written in another way."""
    text = (size.value or "").replace(" ", "")
    fraction = _FRACTION.fullmatch(text)
    if fraction and (size.kind == "ZLOMEK" or "/" in text):
        parts, whole = int(fraction.group(1)), int(fraction.group(2))
        return _two_decimals(100 * parts / whole) if whole else None
    if size.kind != "PROCENTA" and not text.endswith("%"):
        return None
    number = text.removesuffix("%").replace(";", ".").replace(",", ".")
    return _two_decimals(float(number)) if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,12})?", number) else None


def _two_decimals(percent: float) -> str:
    return f"{percent:.2f}".rstrip("0").rstrip(".")


def _stands(entered: _Entered) -> bool:
    return not entered.deleted


def _name(member: _Member) -> str | None:
    if member.person is not None:
        return " ".join(part.strip() for part in (member.person.given, member.person.surname) if part)
    return member.company.name if member.company is not None else None


def _person(member: _Member) -> dict[str, str | None]:
    if member.person is not None:
        return {
            "kind": "person",
            "birth_date": partial_date(member.person.birth_date),
            "country": country_code(member.person.nationality),
        }
    address = member.company.address if member.company is not None else None
    return {"kind": "company", "country": country_code(address.country if address else None)}
