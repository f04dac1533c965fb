"""What NorthData's answer states, in our words."""

from collections.abc import Iterator

from activities.sources.answers import fact_of
from activities.sources.northdata.answer import Company, Event, Indicator
from activities.sources.northdata.numbers import register_id
from activities.sources.northdata.roles import directors, owners
from activities.sources.partial_dates import partial_date
from activities.sources.register_answers import country_code, nace
from domain.company_numbers import MalformedNumberError, normalise_vat_number
from domain.website_url import WebsiteUrlError, normalise_website_url
from schemas.sources import CompanyStatus, FactName, SourceFact

MAX_STATED = 25
"""Flags, activity codes and contacts at most."""
LARGEST_AMOUNT = 1e15

_STATUS: dict[str, CompanyStatus] = {
    "active": "active",
    "liquidation": "liquidation",
    "terminated": "dissolved",
}
"""Appendix C of the User Guide. `liquidation` is entered by resolution or by insolvency; the events tell which."""
_INSOLVENCY = frozenset({"insolvency", "insolvencychange"})
_INDICATORS: dict[str, FactName] = {"revenue": "turnover", "earnings": "result_of_year", "equity": "equity"}
_EXTRAS: dict[str, FactName] = {"phone": "phone", "email": "email", "url": "website_url", "vatid": "vat_number"}
_SINGLE: frozenset[FactName] = frozenset({"website_url", "vat_number"})


def read_facts(company: Company, country: str) -> tuple[SourceFact, ...]:
    """All that is stated of the company. `country` is the one whose register it was asked in."""
    return (
        *_identity(company, country),
        *_life(company),
        *_trade(company),
        *directors(company),
        *owners(company),
        *_figures(company),
        *_extras(company, country),
        *_flags(company),
    )


def register_country(company: Company) -> str | None:
    """ISO 3166-1 alpha-2 of the register that has the company; None where that is not stated."""
    return country_code(company.register_entry.country if company.register_entry else None)


def stated_country(company: Company) -> str | None:
    """ISO 3166-1 alpha-2: that of the register, else of the address."""
    return register_country(company) or country_code(company.address.country if company.address else None)


def _identity(company: Company, country: str) -> Iterator[SourceFact]:
    register = company.register_entry
    about = {
        "url": company.north_data_url,
        "updated": partial_date(company.last_update_time),
        "written_in_register": company.raw_name,
        "blocked": "true" if company.blocked else None,  # not for pages that are open to the public
    }
    yield from fact_of("company_name", company.name.name, about)
    yield from fact_of("legal_form", company.name.legal_form)
    care_of = company.address.extra if company.address else None
    yield from fact_of("registered_address", _address(company), {"extra": care_of})
    yield from fact_of("country", stated_country(company))
    if register is not None and register.id:
        known = register_id(register.id, country)
        court = {"court": register.city, "written": register.id, "euid": company.eu_id, "key": register.unique_key}
        yield from fact_of("registration_number", known.number if known else register.id, court)
    yield from fact_of("lei", company.lei)


def _address(company: Company) -> str | None:
    address = company.address
    if address is None:
        return None
    place = " ".join(part for part in (address.postal_code, address.city) if part)
    return f"{address.street}, {place}" if address.street and place else address.formatted_value


def _life(company: Company) -> Iterator[SourceFact]:
    word = "terminated" if company.terminated else (company.status or "").lower()
    status = _STATUS.get(word)
    insolvency = _insolvency(company)
    if status == "liquidation" and insolvency is not None:
        status = "bankruptcy"
    since = {"stated": company.status, "insolvency_since": partial_date(insolvency.date) if insolvency else None}
    yield from fact_of("company_status", status, since)
    yield from fact_of("incorporation_date", min(_dates(company, {"newcompany"}), default=None))
    if status == "dissolved":
        yield from fact_of("dissolution_date", max(_dates(company, {"termination"}), default=None))


def _insolvency(company: Company) -> Event | None:
    """The first event of an insolvency that the company did not survive, as far as the events tell."""
    survived = max(_dates(company, {"continuation"}), default="")
    filings = [each for each in _events(company, _INSOLVENCY) if (partial_date(each.date) or "9999") > survived]
    return min(filings, key=lambda each: partial_date(each.date) or "9999", default=None)


def _events(company: Company, types: frozenset[str] | set[str]) -> list[Event]:
    return [each for each in (company.events.items if company.events else ()) if (each.type or "").lower() in types]


def _dates(company: Company, types: set[str]) -> list[str]:
    return [known for each in _events(company, types) if (known := partial_date(each.date))]


def _trade(company: Company) -> Iterator[SourceFact]:
    """Activities by NACE Rev. 2, which is what registers state; by Rev. 2.1 where only that is known."""
    codes, revision = company.segment_codes.get("nace", ()), "2"
    if not codes:
        codes, revision = company.segment_codes.get("nace2025", ()), "2.1"
    for code in codes[:MAX_STATED]:
        yield from fact_of("activity_code", nace(code), {"revision": revision})
    yield from fact_of("activity_description", company.subject)


def _figures(company: Company) -> Iterator[SourceFact]:
    """Figures of the last accounts. Amounts in another currency than the euro are left to the evidence."""
    if company.financials is None:
        return
    for item in company.financials.items:
        kind = (item.id or "").lower()
        known = {
            "date": partial_date(company.financials.date),
            "consolidated": "true" if company.financials.consolidated else None,
            "estimate": "true" if item.estimate else None,
        }
        if kind == "employees":
            yield from fact_of("employees", _whole(item), known)
        elif kind in _INDICATORS and (item.unit or "").upper() == "EUR":
            yield from fact_of(_INDICATORS[kind], _whole(item), known)


def _whole(item: Indicator) -> int | None:
    return round(item.value) if item.value is not None and abs(item.value) < LARGEST_AMOUNT else None


def _extras(company: Company, country: str) -> Iterator[SourceFact]:
    """What third parties say: weaker than the register, so each names who said it."""
    seen: set[FactName] = set()
    extras = [(each.source_name, item) for each in company.extras for item in each.items]
    for said_by, item in extras[:MAX_STATED]:
        name = _EXTRAS.get((item.id or "").lower())
        if name is None or (name in _SINGLE and name in seen):
            continue
        seen.add(name)
        yield from fact_of(name, _normal(name, item.value or "", country), {"said_by": said_by})


def _normal(name: FactName, text: str, country: str) -> str | None:
    """In the form in which such a value is kept everywhere; as it was stated if it has not that form."""
    try:
        if name == "vat_number":
            return normalise_vat_number(text, country)
        return normalise_website_url(text) if name == "website_url" else text
    except (MalformedNumberError, WebsiteUrlError):
        return text


def _flags(company: Company) -> Iterator[SourceFact]:
    """NorthData's own warnings; and an insolvency that its status does not show: it may be over, or only begun."""
    for flag in company.flags[:MAX_STATED]:
        why = {"level": flag.level, "definition": flag.definition, "explanation": flag.explanation}
        yield from fact_of("registry_flag", flag.name, why)
    filing = _insolvency(company)
    if filing is not None and (company.status or "").lower() == "active" and not company.terminated:
        known = {"explanation": filing.description, "date": partial_date(filing.date)}
        yield from fact_of("registry_flag", "Insolvency filing", known)
