"""The Norwegian register of legal entities (Enhetsregisteret) at Brønnøysund, with who holds which role.

Contract: https://data.brreg.no/enhetsregisteret/api/dokumentasjon/no/index.html. Two requests: the unit, and its
roles. A deleted unit is answered with what little is kept of it, or with 410 when it has left the open data. Norway is
not in VIES; whether a company is registered for VAT is said here.
"""

import re
from datetime import timedelta

import aiohttp
from pydantic import BaseModel, Field, StrictBool

from activities.sources.answers import Reading, Received, Reply, fact_of, facts_of, not_applicable, unavailable
from activities.sources.brreg.roles import Roles, facts_of_roles
from activities.sources.json_answer import read_json
from activities.sources.partial_dates import partial_date
from activities.sources.register_answers import Listed, country_code, json_of, nace
from activities.sources.source import Terms
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import CompanyStatus, SourceFact, SourceName, SourceQuery


class Brreg:
    name = SourceName.BRREG
    terms = Terms(per_second=4.0, kept_for=timedelta(days=1))

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._url = f"{settings.brreg_url.rstrip('/')}/enheter"

    async def ask(self, query: SourceQuery) -> Reply:
        """What the register says of the company and of those who act for it."""
        number = organisation_number_of(query.company)
        if isinstance(number, Reading):
            return Reply(number)
        reply = await exchange(self._http, "GET", f"{self._url}/{number}")
        unit = read_unit(reply, number)
        if isinstance(unit, Reading):
            return Reply(unit, (Received.of(reply),))
        facts = facts_of_unit(unit, query.company)
        if unit.deleted:
            return Reply(Reading("found", facts=facts), (Received.of(reply),))
        roles = await exchange(self._http, "GET", f"{self._url}/{number}/roller")
        return Reply(read_roles(facts, roles), (Received.of(reply), Received.of(roles)))


def organisation_number_of(company: Company) -> str | Reading:
    """The nine digits, from the registration number or the VAT number, which is the same with `MVA` behind it, or
    the reading that there are none."""
    if company.country != "NO":
        return not_applicable("country_not_in_register")
    for text in (company.company_registration_number, company.vat_number):
        number = re.fullmatch(r"(?:NO|ORG(?:NR)?)?([0-9]{9})(?:MVA)?", re.sub(r"[\s.:]", "", text or "").upper())
        if number:
            return number.group(1)
    return not_applicable("no_registration_number")


class _Coded(BaseModel):
    code: str | None = Field(default=None, alias="kode")
    description: str | None = Field(default=None, alias="beskrivelse")


class _Address(BaseModel):
    lines: Listed[str] = Field(default=(), alias="adresse")
    postal_code: str | None = Field(default=None, alias="postnummer")
    city: str | None = Field(default=None, alias="poststed")
    country: str | None = Field(default=None, alias="landkode")


class Unit(BaseModel):
    """A unit; of a deleted one there are only the number, the name, the form and the date."""

    number: str = Field(alias="organisasjonsnummer")
    name: str | None = Field(default=None, alias="navn")
    form: _Coded | None = Field(default=None, alias="organisasjonsform")
    address: _Address | None = Field(default=None, alias="forretningsadresse")
    founded: str | None = Field(default=None, alias="stiftelsesdato")
    deleted: str | None = Field(default=None, alias="slettedato")
    bankrupt: StrictBool | None = Field(default=None, alias="konkurs")
    winding_up: StrictBool | None = Field(default=None, alias="underAvvikling")
    forced_winding_up: StrictBool | None = Field(default=None, alias="underTvangsavviklingEllerTvangsopplosning")
    activity_1: _Coded | None = Field(default=None, alias="naeringskode1")
    activity_2: _Coded | None = Field(default=None, alias="naeringskode2")
    activity_3: _Coded | None = Field(default=None, alias="naeringskode3")
    employees: int | None = Field(default=None, alias="antallAnsatte")
    in_vat_register: StrictBool | None = Field(default=None, alias="registrertIMvaregisteret")
    phone: str | None = Field(default=None, alias="telefon")
    mobile: str | None = Field(default=None, alias="mobil")
    email: str | None = Field(default=None, alias="epostadresse")
    website: str | None = Field(default=None, alias="hjemmeside")


def read_unit(reply: Exchange, number: str) -> Unit | Reading:
    """The unit, or the reading of a reply without one. A page where data was expected is nobody's word on the number,
    whatever its status."""
    if reply.status == 404 and reply.failure is None and reply.media_type != "text/html":
        return Reading("not_found", "unknown_number")
    gone = read_json(reply, Unit) if reply.status == 410 and reply.failure is None else None
    unit = gone if gone is not None and gone.deleted else json_of(Unit, reply)
    if isinstance(unit, Unit) and unit.number != number:
        return unavailable("other_number")
    return unit


def read_roles(facts: tuple[SourceFact, ...], reply: Exchange) -> Reading:
    """The unit with its roles. Without them nobody would know whom to screen, so roles that could not be read make
    the look-up unavailable, with what it did learn. Some forms have no roles, which is a 404."""
    if reply.status == 404 and reply.failure is None and reply.media_type != "text/html":
        return Reading("found", facts=facts)
    roles = json_of(Roles, reply)
    if isinstance(roles, Reading):
        return Reading(roles.state, roles.reason, roles.retry_after_seconds, facts)
    return Reading("found", facts=facts + facts_of_roles(roles, Received.of(reply)))


def facts_of_unit(unit: Unit, company: Company) -> tuple[SourceFact, ...]:
    facts = facts_of(
        {
            "company_name": unit.name,
            "registration_number": unit.number,
            "vat_number": f"NO{unit.number}MVA" if unit.in_vat_register else None,
            "vat_valid": unit.in_vat_register if company.vat_number else None,
            "registered_address": _on_one_line(unit.address),
            "legal_form": unit.form.code if unit.form else None,
            "company_status": status_of(unit),
            "incorporation_date": partial_date(unit.founded),
            "dissolution_date": partial_date(unit.deleted),
            "employees": unit.employees,
            "phone": unit.phone or unit.mobile,
            "email": unit.email,
            "website_url": unit.website,
        }
    )
    for activity in (unit.activity_1, unit.activity_2, unit.activity_3):
        if activity is not None:
            facts += fact_of("activity_code", nace(activity.code), {"description": activity.description})
            facts += fact_of("activity_description", activity.description)
    return facts


def status_of(unit: Unit) -> CompanyStatus | None:
    """The gravest that is said; None if the register says nothing of bankruptcy."""
    if unit.deleted:
        return "dissolved"
    if unit.bankrupt:
        return "bankruptcy"
    if unit.winding_up or unit.forced_winding_up:
        return "liquidation"
    return "active" if unit.bankrupt is False else None


def _on_one_line(address: _Address | None) -> str | None:
    if address is None:
        return None
    place = " ".join(part for part in (address.postal_code, address.city) if part)
    country = country_code(address.country)
    abroad = country if country != "NO" else None
    return ", ".join(part for part in (*address.lines, place, abroad) if part)
