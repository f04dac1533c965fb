"""Who directs and who owns a company, by the roles that NorthData states.

Source of the rules: NorthData's Data API User Guide, "Relations" and Appendix F. `group` and `dir` say what a role
means: `Personal` and `Target`, the related one holds a role in this company; `Interest` and `Target`, the related one
owns this company. With the other direction, and in the group `Control`, the same words mean the opposite.
"""

from dataclasses import dataclass

from activities.sources.answers import fact_of
from activities.sources.northdata.answer import Company, Person, RelatedCompany, Relation, Role
from activities.sources.partial_dates import partial_date
from activities.sources.register_answers import MAX_PERSONS, country_code
from schemas.sources import FactName, SourceFact

NO_DIRECTORS = frozenset(
    {
        "abwickler", "liquidator",  # wind the company up
        "actuary", "auditor",  # check it
        "aufsichtsrat", "employeerepresentative",  # supervise those who direct it
        "authorizedsignatory", "prokura", "branchofficemanager",  # sign for it, within limits
        "secretary", "nomineesecretary", "treasurer", "paechter",
    }
)  # fmt: skip
"""Roles of the group `Personal` that do not direct. A role added one day counts as directing: to screen one person too
many does no harm."""


@dataclass(frozen=True)
class Mandate:
    """One role of one person or company."""

    holder: Person | RelatedCompany
    role: Role

    @property
    def name(self) -> str:
        """Given name first."""
        if isinstance(self.holder, RelatedCompany):
            return self.holder.name.name if self.holder.name else ""
        name = self.holder.name
        return " ".join(part for part in (name.first_name, name.last_name) if part) if name else ""

    @property
    def held(self) -> tuple[str, str]:
        """Who holds what: the same for the entry that begins a role and the one that ends it."""
        return self.holder.id or f"{self.name}/{_birth_date(self.holder)}", (self.role.type or "").lower()

    @property
    def details(self) -> dict[str, str | None]:
        address = self.holder.address
        return {
            "role": self.role.name or self.role.type,
            "since": partial_date(self.role.date),
            "kind": "company" if isinstance(self.holder, RelatedCompany) else "person",
            "birth_date": _birth_date(self.holder),
            "country": country_code(address.country) if address else None,
            "number": _number(self.holder),
            "deceased": "true" if isinstance(self.holder, Person) and self.holder.deceased else None,
            "preliminary": "true" if self.role.announce else None,
        }


def directors(company: Company) -> tuple[SourceFact, ...]:
    """Those who direct the company now, one fact for each and role."""
    mandates = [each for each in _current(company, "personal") if each.held[1] not in NO_DIRECTORS]
    return _stated("director", mandates)


def owners(company: Company) -> tuple[SourceFact, ...]:
    """Those who own the company now, with their share where it is stated."""
    return _stated("owner", _current(company, "interest"))


def _stated(name: FactName, mandates: list[Mandate]) -> tuple[SourceFact, ...]:
    """As many as may travel; the first then says how many were left out who are not among these. The
    last may itself be left out of an answer that is too long."""
    stated = {mandate.held[0] for mandate in mandates[:MAX_PERSONS]}
    left_out = len({mandate.held[0] for mandate in mandates[MAX_PERSONS:]} - stated)
    facts: list[SourceFact] = []
    for mandate in mandates[:MAX_PERSONS]:
        percent, first = mandate.role.shares_percent, not facts
        details = mandate.details | {
            "share_percent": f"{percent:g}" if percent is not None else None,
            "left_out": str(left_out) if first and left_out else None,
        }
        facts.extend(fact_of(name, mandate.name, details))
    return tuple(facts)


def _current(company: Company, group: str) -> list[Mandate]:
    """The roles of a group in this company that have not ended; each once, however often it is repeated."""
    mandates = [
        Mandate(holder, role)
        for relations in (company.related_persons, company.related_companies)
        for relation in (relations.items if relations else ())
        if (holder := _holder(relation)) is not None
        for role in relation.roles
        if (role.group or "").lower() == group and (role.dir or "").lower() == "target"
    ]
    ends = _ends(mandates)
    current: dict[tuple[str, str], Mandate] = {}
    for mandate in mandates:
        # A role that ended on the day it began or later is over; one that began again afterwards is held.
        if not mandate.role.demotion and _begun(mandate) > ends.get(mandate.held, ""):
            current.setdefault(mandate.held, mandate)
    return list(current.values())


def _begun(mandate: Mandate) -> str:
    return mandate.role.date or "0000"


def _ends(mandates: list[Mandate]) -> dict[tuple[str, str], str]:
    """When each role that ended did so for the last time; without a date it ended after all that is stated of it."""
    ends: dict[tuple[str, str], str] = {}
    for mandate in mandates:
        if mandate.role.demotion:
            ends[mandate.held] = max(ends.get(mandate.held, ""), mandate.role.date or "9999")
    return ends


def _holder(relation: Relation) -> Person | RelatedCompany | None:
    return relation.person or relation.company


def _birth_date(holder: Person | RelatedCompany) -> str | None:
    if isinstance(holder, RelatedCompany):
        return None
    year, month = holder.birth_year, holder.birth_month
    known = f"{year:04d}-{month:02d}" if year and month else f"{year:04d}" if year else None
    return partial_date(holder.birth_date) or partial_date(known)


def _number(holder: Person | RelatedCompany) -> str | None:
    if isinstance(holder, RelatedCompany) and holder.register_entry:
        return holder.register_entry.id
    return None
