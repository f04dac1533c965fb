"""A stand-in for Crunchbase that answers each of its services with what the test put there."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from aiohttp import web
from pydantic import JsonValue

Body = dict[str, JsonValue]

UUID = "11111111-2222-4333-8444-555555555555"
OTHER_UUID = "99999999-2222-4333-8444-555555555555"
BELGIUM: JsonValue = [
    {"value": "Gent", "location_type": "city"},
    {"value": "Belgium", "location_type": "country"},
    {"value": "Europe", "location_type": "continent"},
]


def an_identifier(name: str = "Zonnewind", uuid: str = UUID, permalink: str = "winddelivers-1f") -> Body:
    return {"uuid": uuid, "value": name, "permalink": permalink, "entity_def_id": "organization"}


def an_organisation(name: str = "Zonnewind", uuid: str = UUID, /, **properties: JsonValue) -> Body:
    known: Body = {
        "identifier": an_identifier(name, uuid),
        "website_url": "https://www.zonnewind.example/",
        "location_identifiers": BELGIUM,
        "updated_at": "2026-01-05T02:44:23Z",
    }
    return {"properties": known | properties}


def hits(*organisations: Body) -> bytes:
    """A search's answer."""
    return json.dumps({"count": len(organisations), "entities": list(organisations)}).encode()


def suggestions(*identifiers: Body) -> bytes:
    """An autocompletion's answer."""
    entities: Sequence[JsonValue] = [{"identifier": each, "facet_ids": ["company"]} for each in identifiers]
    return json.dumps({"count": len(entities), "entities": entities}).encode()


def body_of(organisation: Body) -> bytes:
    return json.dumps(organisation).encode()


@dataclass
class Answer:
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class StubCrunchbase:
    url: str = ""
    search: Answer = field(default_factory=lambda: Answer(hits()))
    autocomplete: Answer = field(default_factory=lambda: Answer(suggestions()))
    organisations: dict[str, Answer] = field(default_factory=dict)
    """By UUID."""
    unlicensed: frozenset[str] = frozenset()
    """Fields and cards that the licence does not include."""
    keys: list[str | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """The paths, in order."""
    questions: list[JsonValue] = field(default_factory=list)
    """The bodies of searches and the parameters of everything else."""

    async def searched(self, request: web.Request) -> web.Response:
        return self._answer(request, self.search, await request.json())

    async def completed(self, request: web.Request) -> web.Response:
        return self._answer(request, self.autocomplete, dict(request.query))

    async def organisation(self, request: web.Request) -> web.Response:
        gone = Answer(b'{"error": "requested resource could not be found", "code": "CS404"}', 404)
        wanted = f"{request.query.get('field_ids', '')},{request.query.get('card_ids', '')}".split(",")
        if self.unlicensed & set(wanted):
            refused = b'[{"message": "insufficient permissions", "code": "MD403", "status": 400}]'
            return self._answer(request, Answer(refused, 400), dict(request.query))
        return self._answer(request, self.organisations.get(request.match_info["uuid"], gone), dict(request.query))

    def _answer(self, request: web.Request, answer: Answer, question: JsonValue) -> web.Response:
        self.keys.append(request.headers.get("X-cb-user-key"))
        self.asked.append(request.path)
        self.questions.append(question)
        headers = {"Content-Type": "application/json", **answer.headers}
        return web.Response(status=answer.status, body=answer.body, headers=headers)

    def app(self, root: str) -> web.Application:
        app = web.Application()
        app.router.add_post(f"{root}/searches/organizations", self.searched)
        app.router.add_get(f"{root}/autocompletes", self.completed)
        app.router.add_get(f"{root}/entities/organizations/{{uuid}}", self.organisation)
        return app
