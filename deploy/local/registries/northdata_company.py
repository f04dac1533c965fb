"""A company as NorthData writes it, with the details that were asked for."""

import re
from datetime import date

from pydantic import JsonValue

from deploy.local.registries.rows import RegisteredOwner, RegisteredPerson, RegisterEntry, SimulatedCompany
from schemas.sources import CompanyStatus

Body = dict[str, JsonValue]

REGISTER_FORMATS: dict[str, str] = {
    "AT": "{number}",
    "BE": "KBO {number:.4}.{middle}.{end}",
    "CZ": "ICO {number}",
    "DK": "CVR {number}",
    "ES": "NIF {number}",
    "FI": "PRH {number}",
    "FR": "Siren {number}",
    "GR": "GEMI {number}",
    "IE": "CRO {number}",
    "MT": "MT {number}",
    "NL": "KVK {number}",
    "NO": "BR {number}",
    "PL": "KRS{number}",
    "PT": "PT {number}",
    "SE": "ON {number}",
}
"""Appendix H of the User Guide; where a country is missing NorthData writes the number as its register does."""
STATUS: dict[CompanyStatus, str] = {
    "active": "active",
    "liquidation": "liquidation",
    "bankruptcy": "liquidation",
    "dissolved": "terminated",
    "inactive": "terminated",
}
END_EVENTS: dict[CompanyStatus, str] = {
    "liquidation": "Liquidation",
    "bankruptcy": "Insolvency",
    "dissolved": "Termination",
    "inactive": "Termination",
}
ROLES: dict[str, tuple[str, str]] = {
    "director": ("Director", "Director"),
    "managing_director": ("Geschaeftsfuehrer", "Managing Director"),
    "permanent_representative": ("StaendigerVertreter", "Representative"),
    "auditor": ("Auditor", "Auditor"),
    "liquidator": ("Liquidator", "Liquidator"),
}


def register_id(row: SimulatedCompany) -> str:
    """The row's number as NorthData writes it: `KBO 0893.097.113`, `KVK 33265679`, `HRB 82888`."""
    number = row.company_registration_number or re.sub(r"\D", "", row.vat_number or "")
    if row.country == "DE":
        number = re.sub(r"^.*?(HR[AB] [0-9]+).*$", r"\1", number)
    written = REGISTER_FORMATS.get(row.country, "{number}")
    return written.format(number=number, middle=number[4:7], end=number[7:])


def company_body(row: SimulatedCompany, entry: RegisterEntry, wanted: frozenset[str] = frozenset()) -> Body:
    """The base data, and the details of `wanted`, which are named as the parameters are."""
    base: Body = {
        "id": "99" + re.sub(r"\D", "", register_id(row)),
        "name": {"name": entry.name, "legalForm": entry.legal_form},
        "address": {
            "street": entry.street,
            "postalCode": entry.postal_code,
            "city": entry.city,
            "country": row.country,
            "formattedValue": f"{entry.street}, {row.country}-{entry.postal_code} {entry.city}",
        },
        "register": {
            "country": row.country,
            "city": entry.city if row.country == "DE" else "",
            "id": register_id(row),
            "uniqueKey": re.sub(r"\D", "", register_id(row)),
        },
        "status": STATUS[entry.status],
        "terminated": STATUS[entry.status] == "terminated",
        "segmentCodes": {"nace": [each.nace for each in entry.activities]},
        "lastUpdateTime": "2026-01-05T04:12:00Z",
    }
    if entry.lei:
        base["lei"] = entry.lei
    if entry.activities:
        base["subject"] = entry.activities[0].title
    details = {
        "financials": _financials,
        "events": _events,
        "extras": _extras,
        "flags": _flags,
    }
    for name, written in details.items():
        if name in wanted:
            base[name] = written(row, entry)
    return base | _relations(entry, wanted)


def _financials(_: SimulatedCompany, entry: RegisterEntry) -> JsonValue:
    if not entry.accounts:
        return {"items": [], "note": {"text": "No accounts were published."}}
    last = max(entry.accounts, key=lambda accounts: accounts.year)
    figures: dict[str, int | None] = {"revenue": last.turnover, "earnings": last.result, "equity": last.equity}
    items: list[JsonValue] = [
        {"id": name, "name": name.capitalize(), "value": float(value), "unit": "EUR", "estimate": False}
        for name, value in figures.items()
        if value is not None
    ]
    items.append({"id": "employees", "name": "Employees", "value": float(last.employees), "unit": ""})
    return {"date": f"{last.year}-12-31", "formattedDate": str(last.year), "consolidated": False, "items": items}


def _events(_: SimulatedCompany, entry: RegisterEntry) -> JsonValue:
    items: list[JsonValue] = [_event("NewCompany", entry.incorporated, "Registration")]
    if entry.status in END_EVENTS:
        items.append(_event(END_EVENTS[entry.status], entry.ended, END_EVENTS[entry.status]))
    return {"items": items}


def _event(kind: str, on: date | None, description: str) -> Body:
    return {"type": kind, "description": description, **({"date": on.isoformat()} if on else {})}


def _extras(row: SimulatedCompany, _: RegisterEntry) -> JsonValue:
    known = {"url": f"https://{row.website.host}" if row.website else None, "vatId": row.vat_number}
    items: list[JsonValue] = [{"id": name, "name": name, "value": value} for name, value in known.items() if value]
    return [{"sourceName": "Website", "items": items}] if items else []


def _flags(_: SimulatedCompany, entry: RegisterEntry) -> JsonValue:
    return [
        {"name": name, "definition": f"NorthData's criteria for “{name}” are met.", "level": "yellow"}
        for name in entry.flags
    ]


def _relations(entry: RegisterEntry, wanted: frozenset[str]) -> Body:
    """Related persons and companies; those who no longer are only if the history is asked for as well."""
    persons: list[JsonValue] = []
    companies: list[JsonValue] = []
    if wanted & {"representatives", "relations"}:
        for person in entry.persons:
            if person.until is None or "history" in wanted:
                (companies if person.kind == "company" else persons).append(_officer(person))
    if wanted & {"owners", "relations"}:
        for owner in entry.owners:
            if "owners" in wanted or owner.share_percent > 50:
                (companies if owner.kind == "company" else persons).append(_owner(owner))
    related = {"relatedPersons": persons, "relatedCompanies": companies}
    return {name: {"items": items} for name, items in related.items() if items}


def _officer(person: RegisteredPerson) -> Body:
    kind, name = ROLES[person.role]
    role: Body = {"type": kind, "name": name, "group": "Personal", "dir": "Target", "date": person.since.isoformat()}
    if person.until is not None:
        role |= {"date": person.until.isoformat(), "demotion": True}
    return {"description": name, "roles": [role], **_party(person.kind, person.given, person.surname, person)}


def _owner(owner: RegisteredOwner) -> Body:
    given, _, surname = owner.name.rpartition(" ")
    if owner.kind == "company":
        given, surname = "", owner.name
    role: Body = {
        "type": "Shareholder",
        "name": "Shareholder",
        "group": "Interest",
        "dir": "Target",
        "sharesPercent": owner.share_percent,
    }
    return {"description": "Shareholder", "roles": [role], **_party(owner.kind, given, surname, owner)}


def _party(kind: str, given: str, surname: str, who: RegisteredPerson | RegisteredOwner) -> Body:
    if kind == "company":
        return {"company": {"name": {"name": surname}, "address": {"country": who.country}}}
    person: Body = {"name": {"firstName": given, "lastName": surname}, "address": {"country": who.country}}
    if who.birth_date is not None:
        person["birthDate"] = who.birth_date.isoformat()
    return {"person": person}
