"""An invented company as NorthData would tell it, to be changed by each test."""

import json

from pydantic import JsonValue

Body = dict[str, JsonValue]


def a_company(**members: JsonValue) -> Body:
    """Its base data; `members` are put over it."""
    return {
        "id": "9900000001",
        "name": {"name": "Zonnewind Logistiek BV", "legalForm": "BV"},
        "rawName": "ZONNEWIND LOGISTIEK",
        "address": {"street": "Kanaalweg 24", "postalCode": "9000", "city": "Gent", "country": "BE", "lat": 51.05},
        "register": {"country": "BE", "city": "", "id": "KBO 0711.326.932", "uniqueKey": "99000000711326932"},
        "northDataUrl": "https://www.northdata.com/Zonnewind+Logistiek+BV",
        "status": "active",
        **members,
    }


def body_of(company: Body) -> bytes:
    return json.dumps(company).encode()


def a_person(name: str, *roles: Body, **members: JsonValue) -> Body:
    given, _, surname = name.rpartition(" ")
    person: Body = {"id": f"99-{name}", "name": {"firstName": given, "lastName": surname}, **members}
    return {"person": person, "description": "", "roles": list(roles)}


def a_firm(name: str, *roles: Body, **members: JsonValue) -> Body:
    firm: Body = {"id": f"98-{name}", "name": {"name": name}, "address": {"city": "Gent", "country": "BE"}, **members}
    return {"company": firm, "description": "", "roles": list(roles)}


def a_role(kind: str, group: str = "Personal", direction: str = "Target", **members: JsonValue) -> Body:
    return {"type": kind, "name": kind, "group": group, "dir": direction, **members}


def persons(*relations: Body) -> Body:
    return {"relatedPersons": {"items": list(relations)}}


def firms(*relations: Body) -> Body:
    return {"relatedCompanies": {"items": list(relations)}}


def events(*of: tuple[str, str | None]) -> Body:
    """By type and date."""
    return {"events": {"items": [{"type": kind, "date": date, "description": f"{kind}!"} for kind, date in of]}}
