"""NorthData's Data API: the company, the free suggestions, and the count of what was billed.

Contract: swagger.yaml and the Data API User Guide of github.com/northdata/api.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries.northdata_company import company_body, register_id
from deploy.local.registries.rows import RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import troubled
from domain.countries import EEA_COUNTRIES
from domain.naming import compare_names, folded
from schemas.sources import SourceName

ROOT = "/northdata/_api"
REFUSED_KEY = "REFUSED-KEY"
"""Any other key is good, as none is checked against a contract here."""

Handler = Callable[[Request], Awaitable[Response]]


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    known = [row for row in companies if row.told_by(SourceName.NORTHDATA) is not None]
    return [
        Route(f"{ROOT}/company/v1/company", _keyed(partial(_company, known)), methods=["GET", "POST"]),
        Route(f"{ROOT}/search/v1/suggest", _keyed(partial(_suggest, known)), methods=["GET"]),
        Route(f"{ROOT}/billing/v1/requests", _keyed(_billing), methods=["GET"]),
    ]


def _keyed(answer: Handler) -> Handler:
    async def handler(request: Request) -> Response:
        if request.headers.get("X-Api-Key", "") in ("", REFUSED_KEY):
            return JSONResponse({"message": "Unauthorized"}, 401)
        return await answer(request)

    return handler


async def _company(known: Sequence[SimulatedCompany], request: Request) -> Response:
    asked = dict(request.query_params)
    if not (asked.get("registerId") or asked.get("registerKey") or asked.get("name")):
        return JSONResponse({"message": "Bad Request"}, 400)
    rows = _by_register(known, asked) or _by_name(known, asked)
    if len(rows) > 1:
        return JSONResponse({"message": "Bad Request"}, 400)
    return await _told(rows[0], asked) if rows else JSONResponse({"message": "Not Found"}, 404)


async def _told(row: SimulatedCompany, asked: dict[str, str]) -> Response:
    behaviour = row.told_by(SourceName.NORTHDATA)
    entry = behaviour if isinstance(behaviour, RegisterEntry) else row.entry
    wanted = frozenset(name for name, value in asked.items() if value == "true")
    truth = JSONResponse(company_body(row, entry, wanted)) if entry else JSONResponse({"message": "Not Found"}, 404)
    if behaviour is None or isinstance(behaviour, RegisterEntry):
        return truth
    return await troubled(behaviour, truth)


def _by_register(known: Sequence[SimulatedCompany], asked: dict[str, str]) -> list[SimulatedCompany]:
    """A German number counts only together with its court."""
    number, city = _bare(asked.get("registerId", "")), folded(asked.get("registerCity", ""))
    if asked.get("registerKey"):
        return [row for row in known if re.sub(r"\D", "", register_id(row)) == asked["registerKey"]]
    return [
        row
        for row in known
        if number and _bare(register_id(row)) == number and (row.country != "DE" or folded(_city(row)) == city)
    ]


def _by_name(known: Sequence[SimulatedCompany], asked: dict[str, str]) -> list[SimulatedCompany]:
    """By the full name and the place, or by the likes of them if the best match is asked for."""
    name, place = asked.get("name", ""), folded(asked.get("address", ""))
    here = [row for row in known if place and place in (folded(_city(row)), folded(EEA_COUNTRIES[row.country]))]
    exact = [row for row in here if name and folded(_name(row)) == folded(name)]
    if exact or asked.get("fuzzyMatch") != "true":
        return exact
    return [row for row in here if name and compare_names(_name(row), name) != "different"]


async def _suggest(known: Sequence[SimulatedCompany], request: Request) -> Response:
    asked = request.query_params
    start, countries, limit = folded(asked.get("query", "")), asked.get("countries", ""), asked.get("limit", "15")
    if not start or not limit.isdecimal():
        return JSONResponse({"message": "Bad Request"}, 400)
    found = [
        {"company": company_body(row, entry), "matchedName": entry.name}
        for row in known
        if isinstance(entry := row.told_by(SourceName.NORTHDATA), RegisterEntry)
        and folded(entry.name).startswith(start)
        and (not countries or row.country in countries.split("|"))
        and asked.get("domain", "company") == "company"
    ]
    return JSONResponse({"results": found[: int(limit)]})


async def _billing(_: Request) -> Response:
    return JSONResponse({"periodStart": "2026-01-01", "periodEnd": "2026-01-31", "numberOfRequests": 0})


def _name(row: SimulatedCompany) -> str:
    behaviour = row.told_by(SourceName.NORTHDATA)
    return behaviour.name if isinstance(behaviour, RegisterEntry) else row.company_name


def _city(row: SimulatedCompany) -> str:
    behaviour = row.told_by(SourceName.NORTHDATA)
    entry = behaviour if isinstance(behaviour, RegisterEntry) else row.entry
    return entry.city if entry else ""


def _bare(number: str) -> str:
    return re.sub(r"\W", "", number).upper()
