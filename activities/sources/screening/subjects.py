"""Who is screened: the company of a case, and the persons and companies that registers name for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pydantic import JsonValue

from schemas.company import Company
from schemas.sources import Person

Schema = Literal["Company", "Person", "LegalEntity"]
"""Of FollowTheMoney, https://followthemoney.tech/explorer/. An owner that is no person need not be a company."""


@dataclass(frozen=True)
class Subject:
    name: str
    kind: Literal["person", "company"]
    schema: Schema
    properties: tuple[tuple[str, str], ...] = ()
    """What is known beside the name, under the names of the schema's properties."""

    def query(self) -> JsonValue:
        """As a query of `/match`."""
        known: dict[str, JsonValue] = {name: [value] for name, value in self.properties}
        return {"schema": self.schema, "properties": {"name": [self.name], **known}}


def subjects_of(company: Company, persons: Iterable[Person]) -> tuple[Subject, ...]:
    """The company first, then each person once; someone of whom two registers know different things is two."""
    known = {
        "jurisdiction": company.country.lower(),
        "registrationNumber": company.company_registration_number,
    }
    first = Subject(company.company_name, "company", "Company", _known(known))
    named = (_subject(person) for person in persons if person.name.strip())
    return tuple(dict.fromkeys((first, *named)))


def _subject(person: Person) -> Subject:
    country = person.country.lower() if person.country else None
    if person.kind == "company":
        return Subject(person.name, "company", "LegalEntity", _known({"jurisdiction": country}))
    known = {"birthDate": person.birth_date, "nationality": country}
    return Subject(person.name, "person", "Person", _known(known))


def _known(properties: dict[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in properties.items() if value)
