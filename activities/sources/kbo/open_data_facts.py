"""What a company's rows of the open data say."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, Field

from activities.sources.answers import fact_of, facts_of
from activities.sources.kbo.extract import day
from activities.sources.kbo.vocabulary import company_status, iso_date, number_in
from schemas.sources import FactName, SourceFact

_DUTCH, _FRENCH = "2", "1"
_LANGUAGES = (_DUTCH, _FRENCH, "3", "0", "4")
"""Of several names the Dutch one is taken first, as on the public page; `0` is a name in no known language."""
_NAME, _SEAT = "001", "REGO"
_CONTACTS: dict[str, FactName] = {"TEL": "phone", "EMAIL": "email"}
_CLASSIFICATIONS = ("MAIN", "SECO", "ANCI")


class Variable(BaseModel):
    name: str = Field(alias="Variable")
    value: str = Field(alias="Value")


class Code(BaseModel):
    category: str = Field(alias="Category")
    code: str = Field(alias="Code")
    description: str = Field(alias="Description")


class Enterprise(BaseModel):
    number: str = Field(alias="EnterpriseNumber")
    status: str = Field(alias="Status")
    situation: str = Field(alias="JuridicalSituation")
    legal_form: str = Field(alias="JuridicalForm")
    legal_form_now: str = Field(alias="JuridicalFormCAC")
    """How the form is to be read since the Code of Companies and Associations, if the statutes still name another."""
    start: str = Field(alias="StartDate")


class Establishment(BaseModel):
    number: str = Field(alias="EstablishmentNumber")


class Denomination(BaseModel):
    language: str = Field(alias="Language")
    kind: str = Field(alias="TypeOfDenomination")
    text: str = Field(alias="Denomination")


class Address(BaseModel):
    kind: str = Field(alias="TypeOfAddress")
    country_nl: str = Field(alias="CountryNL")
    country_fr: str = Field(alias="CountryFR")
    postal_code: str = Field(alias="Zipcode")
    place_nl: str = Field(alias="MunicipalityNL")
    place_fr: str = Field(alias="MunicipalityFR")
    street_nl: str = Field(alias="StreetNL")
    street_fr: str = Field(alias="StreetFR")
    house: str = Field(alias="HouseNumber")
    box: str = Field(alias="Box")
    struck_off: str = Field(alias="DateStrikingOff")


class Contact(BaseModel):
    of: str = Field(alias="EntityContact")
    kind: str = Field(alias="ContactType")
    value: str = Field(alias="Value")


class Activity(BaseModel):
    group: str = Field(alias="ActivityGroup")
    version: str = Field(alias="NaceVersion")
    code: str = Field(alias="NaceCode")
    classification: str = Field(alias="Classification")


class CompanyRows(BaseModel):
    """The rows of one enterprise, by table, as the evidence has them."""

    meta: tuple[Variable, ...]
    code: tuple[Code, ...]
    enterprise: tuple[Enterprise, ...]
    establishment: tuple[Establishment, ...]
    denomination: tuple[Denomination, ...]
    address: tuple[Address, ...]
    contact: tuple[Contact, ...]
    activity: tuple[Activity, ...]

    def variable(self, name: str) -> str:
        """A value of meta.csv; raises ValueError if it is not there."""
        value = next((variable.value for variable in self.meta if variable.name == name), None)
        if value is None:
            raise ValueError(f"the extract has no {name}")
        return value

    def described(self, category: str, code: str) -> str:
        """The register's words for a code; the code itself if it has none."""
        return next((row.description for row in self.code if (row.category, row.code) == (category, code)), code)


def facts_of_rows(company: CompanyRows) -> tuple[SourceFact, ...]:
    """The facts about an enterprise that is in the extract. Raises ValueError if the extract has no date."""
    enterprise = company.enterprise[0]
    snapshot = day(company.variable("SnapshotDate")).isoformat()
    return (
        fact_of("registration_number", number_in(enterprise.number), {"as_of": snapshot})
        + _names(company.denomination)
        + _state(company, enterprise)
        + _address(company)
        + facts_of({"establishments": len(company.establishment)})
        + _contact(company.contact)
        + _activities(company)
    )


def _names(denominations: Sequence[Denomination]) -> tuple[SourceFact, ...]:
    ordered = sorted(denominations, key=lambda name: (name.kind != _NAME, _rank(_LANGUAGES, name.language)))
    first = next((name.text for name in ordered if name.kind == _NAME), None)
    return fact_of("company_name", first, {"also": "; ".join(name.text for name in ordered if name.text != first)})


def _state(company: CompanyRows, enterprise: Enterprise) -> tuple[SourceFact, ...]:
    status = company.described("Status", enterprise.status)
    situation = company.described("JuridicalSituation", enterprise.situation)
    registered = enterprise.legal_form and company.described("JuridicalForm", enterprise.legal_form)
    now = enterprise.legal_form_now and company.described("JuridicalForm", enterprise.legal_form_now)
    return (
        fact_of("legal_form", now or registered, {"registered_as": registered if now else None})
        + fact_of("company_status", company_status(status, situation), {"status": status, "situation": situation})
        + facts_of({"incorporation_date": iso_date(enterprise.start)})
    )


def _address(company: CompanyRows) -> tuple[SourceFact, ...]:
    """The seat in the company's own language. The extract withholds that of natural persons."""
    seat = next((address for address in company.address if address.kind == _SEAT), None)
    if seat is None:
        return facts_of({"country": "BE"})
    languages = {name.language for name in company.denomination if name.kind == _NAME}
    text = _in_french(seat) if _FRENCH in languages and _DUTCH not in languages else _in_dutch(seat)
    facts = fact_of("registered_address", text) + facts_of({"country": None if seat.country_nl else "BE"})
    if seat.struck_off:
        facts += fact_of("registry_flag", "Adres doorgehaald", {"since": iso_date(seat.struck_off)})
    return facts


def _in_dutch(seat: Address) -> str:
    return _joined(seat, seat.street_nl or seat.street_fr, "bus", seat.place_nl or seat.place_fr, seat.country_nl)


def _in_french(seat: Address) -> str:
    return _joined(seat, seat.street_fr or seat.street_nl, "boîte", seat.place_fr or seat.place_nl, seat.country_fr)


def _joined(seat: Address, street: str, box: str, place: str, country: str) -> str:
    first = " ".join(f"{street} {seat.house} {f'{box} {seat.box}' if seat.box else ''}".split())
    second = " ".join(f"{seat.postal_code} {place}".split())
    return ", ".join(part for part in (first, second, country) if part)


def _contact(contacts: Iterable[Contact]) -> tuple[SourceFact, ...]:
    own = [contact for contact in contacts if contact.of == "ENT"]
    listed = tuple(
        fact for contact in own if contact.kind in _CONTACTS for fact in fact_of(_CONTACTS[contact.kind], contact.value)
    )
    return listed + facts_of({"website_url": next((contact.value for contact in own if contact.kind == "WEB"), None)})


def _activities(company: CompanyRows) -> tuple[SourceFact, ...]:
    """Each code once, the main activities first, though tax and social security each register their own."""
    ordered = sorted(company.activity, key=lambda activity: _rank(_CLASSIFICATIONS, activity.classification))
    registers: dict[str, list[Activity]] = {}
    for activity in ordered:
        registers.setdefault(activity.code, []).append(activity)
    codes: tuple[SourceFact, ...] = ()
    descriptions: tuple[SourceFact, ...] = ()
    for code, activities in registers.items():
        title = company.described(f"Nace{activities[0].version}", code)
        codes += fact_of(
            "activity_code",
            f"NACEBEL {code}",
            {
                "description": title,
                "register": ", ".join(sorted({company.described("ActivityGroup", each.group) for each in activities})),
                "kind": company.described("Classification", activities[0].classification),
            },
        )
        if title != code:
            descriptions += fact_of("activity_description", title, {"code": f"NACEBEL {code}"})
    return codes + descriptions


def _rank(order: Sequence[str], value: str) -> int:
    return order.index(value) if value in order else len(order)
