"""NorthData's answers as its published specification has them, as far as we read them.

Contract: `Company` and what it refers to in swagger.yaml of github.com/northdata/api. The specification requires more
members than the service sends; here none is required but a company's name.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field, FiniteFloat

from activities.sources.json_answer import KNOWN_ITEMS, Texts, Wire


class Name(Wire):
    name: Annotated[str, Field(min_length=1)]
    legal_form: str | None = None


class Address(Wire):
    street: str | None = None
    extra: str | None = None
    """Such as `c/o`."""
    postal_code: str | None = None
    city: str | None = None
    country: str | None = None
    formatted_value: str | None = None


class Register(Wire):
    country: str | None = None
    city: str | None = None
    id: str | None = None
    unique_key: str | None = None
    """Stable, unlike the `id` of a company or person, which is never kept."""


class Event(Wire):
    type: str | None = None
    date: str | None = None
    description: str | None = None


class Events(Wire):
    items: Annotated[tuple[Event, ...], KNOWN_ITEMS] = ()


class Indicator(Wire):
    id: str | None = None
    value: FiniteFloat | None = None
    unit: str | None = None
    estimate: bool | None = None


class Financials(Wire):
    date: str | None = None
    consolidated: bool | None = None
    items: Annotated[tuple[Indicator, ...], KNOWN_ITEMS] = ()


class Extra(Wire):
    id: str | None = None
    value: str | None = None


class Extras(Wire):
    """What a third party says, such as the company's website."""

    source_name: str | None = None
    items: Annotated[tuple[Extra, ...], KNOWN_ITEMS] = ()


class Role(Wire):
    type: str | None = None
    name: str | None = None
    group: str | None = None
    dir: str | None = None
    date: str | None = None
    demotion: bool | None = None
    """The role ended on that date."""
    announce: bool | None = None
    """The role might be preliminary."""
    shares_percent: FiniteFloat | None = None


class PersonName(Wire):
    first_name: str | None = None
    last_name: str | None = None


class Person(Wire):
    id: str | None = None
    name: PersonName | None = None
    address: Address | None = None
    birth_date: str | None = None
    birth_year: int | None = None
    birth_month: int | None = None
    deceased: bool | None = None


class RelatedCompany(Wire):
    id: str | None = None
    name: Name | None = None
    address: Address | None = None
    register_entry: Annotated[Register | None, Field(alias="register")] = None


class Relation(Wire):
    company: RelatedCompany | None = None
    person: Person | None = None
    roles: Annotated[tuple[Role, ...], KNOWN_ITEMS] = ()


class Relations(Wire):
    items: Annotated[tuple[Relation, ...], KNOWN_ITEMS] = ()


class Flag(Wire):
    name: str | None = None
    definition: str | None = None
    level: str | None = None
    explanation: str | None = None


class FormerName(Wire):
    name: Name | None = None


class FormerRegister(Wire):
    register_entry: Annotated[Register | None, Field(alias="register")] = None


class History(Wire):
    names: Annotated[tuple[FormerName, ...], KNOWN_ITEMS] = ()
    registers: Annotated[tuple[FormerRegister, ...], KNOWN_ITEMS] = ()


class Company(Wire):
    name: Name
    raw_name: str | None = None
    address: Address | None = None
    register_entry: Annotated[Register | None, Field(alias="register")] = None
    lei: str | None = None
    eu_id: str | None = None
    subject: str | None = None
    segment_codes: Annotated[dict[str, Texts], BeforeValidator(lambda codes: codes or {})] = Field(default_factory=dict)
    north_data_url: str | None = None
    status: str | None = None
    terminated: bool | None = None
    blocked: bool | None = None
    history: History | None = None
    financials: Financials | None = None
    events: Events | None = None
    extras: Annotated[tuple[Extras, ...], KNOWN_ITEMS] = ()
    related_companies: Relations | None = None
    related_persons: Relations | None = None
    flags: Annotated[tuple[Flag, ...], KNOWN_ITEMS] = ()
    last_update_time: str | None = None


class Requests(Wire):
    """What the free billing service answers; asked only to learn whether NorthData is there."""

    number_of_requests: int
