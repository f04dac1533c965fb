"""Crunchbase's Data API v4 below both of its path schemes: searches, autocompletion and organisations.

Contract: data.crunchbase.com. It knows only the companies whose entry says so. Errors come in the shapes that were
seen, which are not those of the specification.
"""

import json
import uuid
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from urllib.parse import urlsplit

from pydantic import JsonValue
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries.rows import RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import troubled
from domain.countries import EEA_COUNTRIES
from domain.naming import core_name
from schemas.sources import SourceName

ROOTS = ("/crunchbase/v4/data", "/crunchbase/api/v4")
REFUSED_KEY = "refused-key"
"""Any other key is good, as none is checked against a licence here."""
FIELDS = frozenset(
    {
        "identifier", "legal_name", "short_description", "website_url", "founded_on", "closed_on", "operating_status",
        "status", "num_employees_enum", "location_identifiers", "categories", "updated_at",
    }
)  # fmt: skip
CARDS = frozenset({"headquarters_address"})
_NAMESPACE = uuid.UUID("5d1c3e0e-0d0a-4f0e-9b7a-7f5f0c1b2a3d")

Body = dict[str, JsonValue]
Handler = Callable[[Request], Awaitable[Response]]


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    known = [row for row in companies if _is_known(row)]
    return [
        route
        for root in ROOTS
        for route in (
            Route(f"{root}/searches/organizations", _keyed(partial(_search, known)), methods=["POST"]),
            Route(f"{root}/autocompletes", _keyed(partial(_autocomplete, known)), methods=["GET"]),
            Route(f"{root}/entities/organizations/{{entity}}", _keyed(partial(_organisation, known)), methods=["GET"]),
        )
    ]


def _is_known(row: SimulatedCompany) -> bool:
    told = row.told_by(SourceName.CRUNCHBASE)
    return told.in_crunchbase if isinstance(told, RegisterEntry) else told is not None


def _entry(row: SimulatedCompany) -> RegisterEntry | None:
    told = row.told_by(SourceName.CRUNCHBASE)
    return told if isinstance(told, RegisterEntry) else row.entry


def _keyed(answer: Handler) -> Handler:
    async def handler(request: Request) -> Response:
        if request.headers.get("X-cb-user-key", "") in ("", REFUSED_KEY):
            return _refused(401, "LA401", "Unauthorized user_key")
        return await answer(request)

    return handler


async def _search(known: Sequence[SimulatedCompany], request: Request) -> Response:
    """Only by a website's domain."""
    try:
        question = json.loads(await request.body())
        predicate = question["query"][0]
        asked = (predicate["type"], predicate["field_id"], predicate["operator_id"])
        domains = {str(value).lower() for value in predicate["values"]}
    except (ValueError, KeyError, IndexError, TypeError):
        return _refused(400, "MD101", "the query could not be read")
    if asked != ("predicate", "website_url", "domain_eq"):
        return _refused(400, "MD102", "unknown predicate")
    return await _listed([row for row in known if _domain(row) in domains], _hit)


async def _autocomplete(known: Sequence[SimulatedCompany], request: Request) -> Response:
    """By the first word of the name."""
    words = core_name(request.query_params.get("query", "")).split()
    limit = request.query_params.get("limit", "10")
    if not words or not limit.isdecimal():
        return _refused(400, "MD101", "query is required")
    found = [row for row in known if words[0] in core_name(row.company_name).split()]
    return await _listed(found[: min(int(limit), 25)], _suggestion)


async def _listed(rows: Sequence[SimulatedCompany], written: Callable[[SimulatedCompany], Body]) -> Response:
    truth = JSONResponse({"count": len(rows), "entities": [written(row) for row in rows]})
    for row in rows:
        told = row.told_by(SourceName.CRUNCHBASE)
        if told is not None and not isinstance(told, RegisterEntry):
            return await troubled(told, truth)
    return truth


def _hit(row: SimulatedCompany) -> Body:
    return {"uuid": _uuid(row), "properties": {"identifier": _identifier(row), "website_url": _website(row)}}


def _suggestion(row: SimulatedCompany) -> Body:
    return {"identifier": _identifier(row), "facet_ids": ["company"]}


async def _organisation(known: Sequence[SimulatedCompany], request: Request) -> Response:
    asked = request.path_params["entity"]
    entries = {
        name: (row, entry)
        for row in known
        if (entry := _entry(row)) is not None
        for name in (_uuid(row), _permalink(row))
    }
    if asked not in entries:
        return JSONResponse({"error": "requested resource could not be found", "code": "CS404"}, 404)
    fields = set(filter(None, request.query_params.get("field_ids", "identifier").split(",")))
    cards = set(filter(None, request.query_params.get("card_ids", "").split(",")))
    if not (fields <= FIELDS and cards <= CARDS):
        return _refused(400, "MD403", "insufficient permissions to read field")
    row, entry = entries[asked]
    body: Body = {"properties": {name: value for name, value in _properties(row, entry).items() if name in fields}}
    if cards:
        body["cards"] = {"headquarters_address": [_headquarters(row, entry)]}
    return JSONResponse(body)


def _properties(row: SimulatedCompany, entry: RegisterEntry) -> Body:
    ended = entry.status in ("dissolved", "inactive")
    return {
        "identifier": _identifier(row),
        "legal_name": entry.name,
        "short_description": entry.activities[0].title if entry.activities else None,
        "website_url": _website(row),
        "founded_on": {"value": entry.incorporated.replace(month=1, day=1).isoformat(), "precision": "year"},
        "closed_on": {"value": entry.ended.isoformat(), "precision": "day"} if ended and entry.ended else None,
        "operating_status": "closed" if ended else "active",
        "status": "closed" if ended else "operating",
        "num_employees_enum": "c_00001_00010",
        "location_identifiers": _locations(row, entry),
        "categories": [{"value": each.title} for each in entry.activities],
    }


def _headquarters(row: SimulatedCompany, entry: RegisterEntry) -> Body:
    return {
        "name": "Headquarters",
        "street_1": entry.street,
        "postal_code": entry.postal_code,
        "location_identifiers": _locations(row, entry),
    }


def _locations(row: SimulatedCompany, entry: RegisterEntry) -> JsonValue:
    """Crunchbase has its own names for some countries."""
    country = {"NL": "The Netherlands", "CZ": "Czech Republic"}.get(row.country, EEA_COUNTRIES[row.country])
    places = {"city": entry.city, "country": country, "continent": "Europe"}
    return [{"value": value, "location_type": kind, "entity_def_id": "location"} for kind, value in places.items()]


def _identifier(row: SimulatedCompany) -> Body:
    return {
        "uuid": _uuid(row),
        "value": row.company_name,
        "permalink": _permalink(row),
        "entity_def_id": "organization",
    }


def _uuid(row: SimulatedCompany) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{row.country}/{row.company_name}"))


def _permalink(row: SimulatedCompany) -> str:
    return core_name(row.company_name).replace(" ", "-")


def _website(row: SimulatedCompany) -> str | None:
    return row.company().website_url


def _domain(row: SimulatedCompany) -> str:
    return (urlsplit(_website(row) or "").hostname or "").removeprefix("www.")


def _refused(status: int, code: str, message: str) -> Response:
    return JSONResponse([{"status": status, "code": code, "message": message}], status)
