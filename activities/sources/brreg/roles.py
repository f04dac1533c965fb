"""Who holds which role in a Norwegian unit.

Codes: https://data.brreg.no/enhetsregisteret/api/roller/rolletyper. Auditors, accountants, contact persons,
signatories and those who administer a bankrupt's estate are roles too, and none that makes a director or an owner.
"""

from pydantic import BaseModel, Field

from activities.sources.answers import Received, fact_of
from activities.sources.partial_dates import partial_date
from activities.sources.register_answers import MOST_READ, Listed
from schemas.sources import FactName, SourceFact

ROLES: dict[str, FactName] = {
    "DAGL": "director",  # daglig leder
    "LEDE": "director",  # styrets leder
    "NEST": "director",  # nestleder
    "MEDL": "director",  # styremedlem
    "VARA": "director",  # varamedlem
    "FFØR": "director",  # forretningsfører
    "REPR": "director",  # norsk representant for utenlandsk enhet
    "BEST": "director",  # bestyrende reder
    "INNH": "owner",  # innehaver
    "DTPR": "owner",  # deltaker med proratarisk ansvar
    "DTSO": "owner",  # deltaker med solidarisk ansvar
    "KOMP": "owner",  # komplementar
}
"""The fact that a role makes of its holder; a role that is not here makes none."""


class _RoleType(BaseModel):
    code: str | None = Field(default=None, alias="kode")
    description: str | None = Field(default=None, alias="beskrivelse")


class _PersonName(BaseModel):
    given: str | None = Field(default=None, alias="fornavn")
    middle: str | None = Field(default=None, alias="mellomnavn")
    surname: str | None = Field(default=None, alias="etternavn")


class _Person(BaseModel):
    name: _PersonName | None = Field(default=None, alias="navn")
    birth_date: str | None = Field(default=None, alias="fodselsdato")
    is_dead: bool | None = Field(default=None, alias="erDoed")


class _Organisation(BaseModel):
    name_lines: Listed[str] = Field(default=(), alias="navn")
    is_deleted: bool | None = Field(default=None, alias="erSlettet")


class _Role(BaseModel):
    type: _RoleType | None = None
    person: _Person | None = None
    organisation: _Organisation | None = Field(default=None, alias="enhet")
    has_resigned: bool | None = Field(default=None, alias="fratraadt")
    is_deregistered: bool | None = Field(default=None, alias="avregistrert")


class _Group(BaseModel):
    last_changed: str | None = Field(default=None, alias="sistEndret")
    roles: Listed[_Role] = Field(default=(), alias="roller")


class Roles(BaseModel):
    groups: Listed[_Group] = Field(alias="rollegrupper")


def facts_of_roles(roles: Roles, received: Received) -> tuple[SourceFact, ...]:
    """The present directors and owners; each cites the bytes of the roles. The register does not say since when."""
    held = (role for group in roles.groups for role in group.roles if _is_held(role))
    facts = (fact for role in held for fact in _fact(role, received))
    return tuple(facts)[:MOST_READ]


def _is_held(role: _Role) -> bool:
    ended = role.has_resigned or role.is_deregistered
    gone = (role.person and role.person.is_dead) or (role.organisation and role.organisation.is_deleted)
    return not (ended or gone)


def _fact(role: _Role, received: Received) -> tuple[SourceFact, ...]:
    fact = ROLES.get((role.type and role.type.code) or "")
    if fact is None:
        return ()
    description = role.type.description if role.type else None
    if role.person is not None and role.person.name is not None:
        name = role.person.name
        written = " ".join(part.strip() for part in (name.given, name.middle, name.surname) if part)
        birth_date = partial_date(role.person.birth_date)
        return fact_of(fact, written, {"role": description, "kind": "person", "birth_date": birth_date}, received)
    if role.organisation is None:
        return ()
    written = " ".join(line for line in role.organisation.name_lines if line)
    return fact_of(fact, written, {"role": description, "kind": "company"}, received)
