"""The records of GLEIF's index and the facts in them.

An `INACTIVE` entity has ceased; a `LAPSED` registration has only not been renewed and says nothing of the company.
"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field

from activities.sources.answers import Received, fact_of, facts_of
from activities.sources.partial_dates import partial_date
from activities.sources.register_answers import Listed
from schemas.sources import CompanyStatus, SourceFact

STATUSES: dict[str, CompanyStatus] = {"ACTIVE": "active", "INACTIVE": "inactive"}

Lei = Annotated[str, Field(pattern=r"^[0-9A-Z]{18}[0-9]{2}$")]


class _Name(BaseModel):
    name: str


class _Address(BaseModel):
    lines: Listed[str] = Field(default=(), alias="addressLines")
    postal_code: str | None = Field(default=None, alias="postalCode")
    city: str | None = None
    country: str | None = None


class _LegalForm(BaseModel):
    other: str | None = None
    """Its name, where it is not one of ISO 20275, whose codes alone say nothing to an officer."""


class _Expiration(BaseModel):
    date: str | None = None
    reason: str | None = None


class _Entity(BaseModel):
    legal_name: _Name | None = Field(default=None, alias="legalName")
    legal_address: _Address | None = Field(default=None, alias="legalAddress")
    registered_as: str | None = Field(default=None, alias="registeredAs")
    jurisdiction: str | None = None
    legal_form: _LegalForm | None = Field(default=None, alias="legalForm")
    status: str | None = None
    expiration: _Expiration | None = None
    created: str | None = Field(default=None, alias="creationDate")


class _Registration(BaseModel):
    status: str | None = None


class _Attributes(BaseModel):
    lei: Lei
    entity: _Entity
    registration: _Registration | None = None


class _ParentLinks(BaseModel):
    lei_record: str | None = Field(default=None, alias="lei-record")
    reporting_exception: str | None = Field(default=None, alias="reporting-exception")


class _Relationship(BaseModel):
    links: _ParentLinks | None = None


class _Relationships(BaseModel):
    direct_parent: _Relationship | None = Field(default=None, alias="direct-parent")


class LeiRecord(BaseModel):
    attributes: _Attributes
    relationships: _Relationships | None = None

    @property
    def lei(self) -> str:
        return self.attributes.lei

    @property
    def entity(self) -> _Entity:
        return self.attributes.entity

    @property
    def registration(self) -> _Registration | None:
        return self.attributes.registration

    @property
    def parent_links(self) -> _ParentLinks:
        parent = self.relationships.direct_parent if self.relationships else None
        return (parent.links if parent else None) or _ParentLinks()


class LeiDocument(BaseModel):
    data: LeiRecord


class _ExceptionAttributes(BaseModel):
    reason: str
    category: str | None = None


class ReportingException(BaseModel):
    attributes: _ExceptionAttributes


def _first_if_list(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


class ExceptionDocument(BaseModel):
    data: Annotated[ReportingException, BeforeValidator(_first_if_list)]


def facts_of_record(record: LeiRecord) -> tuple[SourceFact, ...]:
    entity = record.entity
    expiration = entity.expiration or _Expiration()
    status = STATUSES.get(entity.status or "")
    if status == "inactive" and expiration.reason == "DISSOLVED":
        status = "dissolved"
    return facts_of(
        {
            "lei": record.lei,
            "lei_status": record.registration.status if record.registration else None,
            "company_name": entity.legal_name.name if entity.legal_name else None,
            "legal_form": entity.legal_form.other if entity.legal_form else None,
            "registered_address": _on_one_line(entity.legal_address, entity.jurisdiction),
            "company_status": status,
            "incorporation_date": partial_date(entity.created),
            "dissolution_date": partial_date(expiration.date) if status == "dissolved" else None,
        }
    )


def facts_of_parent(parent: LeiRecord, received: Received) -> tuple[SourceFact, ...]:
    """The parent's LEI; `details` has its name and country."""
    name = parent.entity.legal_name.name if parent.entity.legal_name else None
    address = parent.entity.legal_address
    details = {"kind": "lei", "name": name, "country": address.country if address else None}
    return fact_of("direct_parent", parent.lei, details, received)


def facts_of_exception(exception: ReportingException, received: Received) -> tuple[SourceFact, ...]:
    """Why no parent is reported, in GLEIF's word: `NATURAL_PERSONS`, `NO_KNOWN_PERSON`, `NON_CONSOLIDATING`, …"""
    attributes = exception.attributes
    details = {"kind": "reporting_exception", "category": attributes.category}
    return fact_of("direct_parent", attributes.reason, details, received)


def _on_one_line(address: _Address | None, jurisdiction: str | None) -> str | None:
    if address is None:
        return None
    place = " ".join(part for part in (address.postal_code, address.city) if part)
    abroad = address.country if address.country != (jurisdiction or "")[:2] else None
    return ", ".join(part for part in (*address.lines, place, abroad) if part)
