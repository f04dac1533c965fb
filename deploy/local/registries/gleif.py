"""GLEIF's index as JSON:API: searches, records, the direct parent, and why none is reported.

Contract: https://www.gleif.org/en/lei-data/gleif-api. Numbers are found only as the register spells them, as in the
real index; links name the real host, which nobody should follow.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries.rows import RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Trouble, troubled
from schemas.sources import SourceName

ROOT = "/gleif/api/v1"
JSON_API = "application/vnd.api+json"
MAX_PAGE_SIZE = 200
FILTERS = frozenset({"entity.registeredAs", "entity.jurisdiction", "entity.legalName", "lei"})
_LINKS = "https://api.gleif.org/api/v1/lei-records"
_META: Mapping[str, object] = {"goldenCopy": {"publishDate": "2026-10-05T08:00:00Z"}}
_SPELLINGS: Mapping[str, tuple[str, str]] = {
    "BE": (r"([0-9]{4})([0-9]{3})([0-9]{3})", r"\1.\2.\3"),
    "NO": (r"([0-9]{3})([0-9]{3})([0-9]{3})", r"\1 \2 \3"),
}
"""How registers group their numbers; others are kept as they are typed."""


@dataclass(frozen=True)
class _Indexed:
    """An entity with an LEI: a company of the catalogue, or the parent that one of them names."""

    lei: str
    country: str
    entry: RegisterEntry
    number: str | None = None
    trouble: Trouble | None = None

    def answers_to(self, filters: Mapping[str, str]) -> bool:
        known = {
            "entity.registeredAs": self.number,
            "entity.jurisdiction": self.country,
            "entity.legalName": self.entry.name,
            "lei": self.lei,
        }
        return all((known[name] or "").casefold() == value.casefold() for name, value in filters.items())


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    """Only what has an LEI is found; a parent that is no company of these is known by its name alone."""
    index = _Index(companies)
    record = f"{ROOT}/lei-records/{{lei}}"
    return [
        Route(f"{ROOT}/lei-records", index.search, methods=["GET"]),
        Route(record, index.record, methods=["GET"]),
        Route(f"{record}/direct-parent", index.direct_parent, methods=["GET"]),
        Route(f"{record}/direct-parent-reporting-exception", index.reporting_exception, methods=["GET"]),
    ]


class _Index:
    def __init__(self, companies: Sequence[SimulatedCompany]) -> None:
        found = [indexed for row in companies for indexed in _indexed(row)]
        parents = [parent for indexed in found for parent in _parents(indexed.entry)]
        # A company that is both keeps its own record.
        self._by_lei: dict[str, _Indexed] = {indexed.lei: indexed for indexed in (*parents, *found)}

    async def search(self, request: Request) -> Response:
        asked = {
            name[len("filter[") : -1]: value
            for name, value in request.query_params.items()
            if name.startswith("filter[")
        }
        size = request.query_params.get("page[size]", "15")
        if not asked.keys() <= FILTERS or not (size.isdecimal() and 1 <= int(size) <= MAX_PAGE_SIZE):
            return _error(400, "Invalid Query Parameter")
        found = [indexed for indexed in self._by_lei.values() if indexed.answers_to(asked)]
        records: list[object] = [_record(indexed) for indexed in found]
        pagination = {"currentPage": 1, "perPage": int(size), "total": len(records), "lastPage": 1}
        meta: dict[str, object] = {**_META, "pagination": pagination}
        answer = _json({"meta": meta, "links": {}, "data": records})
        trouble = next((indexed.trouble for indexed in found if indexed.trouble is not None), None)
        return await troubled(trouble, answer) if trouble is not None else answer

    async def record(self, request: Request) -> Response:
        indexed = self._by_lei.get(request.path_params["lei"])
        return _json({"meta": _META, "data": _record(indexed)}) if indexed is not None else _error(404, "Not Found")

    async def direct_parent(self, request: Request) -> Response:
        indexed = self._by_lei.get(request.path_params["lei"])
        parent = self._by_lei.get((indexed and indexed.entry.parent_lei) or "")
        return _json({"meta": _META, "data": _record(parent)}) if parent is not None else _error(404, "Not Found")

    async def reporting_exception(self, request: Request) -> Response:
        indexed = self._by_lei.get(request.path_params["lei"])
        if indexed is None or indexed.entry.parent_lei is not None:
            return _error(404, "Not Found")
        natural = any(owner.kind == "person" for owner in indexed.entry.owners)
        attributes: dict[str, object] = {
            "validFrom": None,
            "validTo": None,
            "lei": indexed.lei,
            "category": "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT",
            "reason": "NATURAL_PERSONS" if natural else "NO_KNOWN_PERSON",
            "reference": None,
        }
        exception = {"type": "reporting-exceptions", "id": f"{indexed.lei}|7|direct|", "attributes": attributes}
        return _json({"meta": _META, "data": exception})


def _indexed(row: SimulatedCompany) -> Iterator[_Indexed]:
    told = row.told_by(SourceName.GLEIF)
    entry = row.entry if isinstance(told, Trouble) else told
    if entry is not None and entry.lei is not None:
        pattern, spelt = _SPELLINGS.get(row.country, ("", ""))
        number = re.sub(pattern, spelt, row.company_registration_number or "") if pattern else None
        number = number or row.company_registration_number
        yield _Indexed(entry.lei, row.country, entry, number, told if isinstance(told, Trouble) else None)


def _parents(entry: RegisterEntry) -> Iterator[_Indexed]:
    owner = next((owner for owner in entry.owners if owner.kind == "company"), None)
    if entry.parent_lei is not None and owner is not None:
        yield _Indexed(entry.parent_lei, owner.country, RegisterEntry(owner.name, "", "", "", ""))


def _record(indexed: _Indexed) -> object:
    entry, link = indexed.entry, f"{_LINKS}/{indexed.lei}"
    parent: dict[str, object] = (
        {"lei-record": f"{link}/direct-parent", "relationship-record": f"{link}/direct-parent-relationship"}
        if entry.parent_lei is not None
        else {"reporting-exception": f"{link}/direct-parent-reporting-exception"}
    )
    ended = entry.status in ("dissolved", "inactive")
    expiration: dict[str, object] = {
        "date": entry.ended.isoformat() if ended and entry.ended else None,
        "reason": "DISSOLVED" if entry.status == "dissolved" else None,
    }
    entity: dict[str, object] = {
        "legalName": {"name": entry.name, "language": "en"},
        "otherNames": [],
        "legalAddress": {
            "addressLines": [entry.street],
            "city": entry.city,
            "country": indexed.country,
            "postalCode": entry.postal_code,
        },
        "registeredAt": {"id": "RA999999", "other": None},
        "registeredAs": indexed.number,
        "jurisdiction": indexed.country,
        "category": "GENERAL",
        "legalForm": {"id": "8888", "other": entry.legal_form or None},
        "status": "INACTIVE" if ended else "ACTIVE",
        "expiration": expiration,
        "creationDate": f"{entry.incorporated.isoformat()}T00:00:00Z",
    }
    return {
        "type": "lei-records",
        "id": indexed.lei,
        "attributes": {"lei": indexed.lei, "entity": entity, "registration": {"status": entry.lei_status}},
        "relationships": {"direct-parent": {"links": parent}},
        "links": {"self": link},
    }


def _json(body: object, status: int = 200) -> JSONResponse:
    return JSONResponse(body, status, media_type=JSON_API)


def _error(status: int, title: str) -> JSONResponse:
    return _json({"errors": [{"status": str(status), "title": title}]}, status)
