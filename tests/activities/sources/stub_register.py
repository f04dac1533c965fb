"""A register that says what a test puts into its mouth, over real HTTP, and remembers what it was asked."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestServer

from schemas.sources import SourceAnswer


@dataclass(frozen=True)
class Said:
    body: bytes = b""
    status: int = 200
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_seconds: float = 0.0
    cut_short: bool = False
    """Announces ten bytes more than it sends, and hangs up."""


def said(value: object, status: int = 200) -> Said:
    """An answer in JSON."""
    return Said(json.dumps(value, ensure_ascii=False).encode(), status)


@dataclass(frozen=True)
class Asked:
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> object:
        return json.loads(self.body)


@dataclass
class StubRegister:
    """Answers by path, each path's answers in turn and the last one again and again; 404 in JSON elsewhere."""

    url: str = ""
    says: dict[str, list[Said]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        query = tuple(request.query.items())
        self.asked.append(Asked(request.path, query, request.headers, await request.read()))
        turns = self.says.get(request.path, [Said(b'{"error": "Not Found"}', 404)])
        said = turns.pop(0) if len(turns) > 1 else turns[0]
        await asyncio.sleep(said.delay_seconds)
        headers = {"Content-Type": said.media_type, **said.headers}
        if not said.cut_short:
            return web.Response(status=said.status, body=said.body, headers=headers)
        response = web.StreamResponse(status=said.status, headers=headers)
        response.content_length = len(said.body) + 10
        await response.prepare(request)
        await response.write(said.body)
        assert request.transport is not None
        request.transport.close()
        return response


@asynccontextmanager
async def serving() -> AsyncIterator[StubRegister]:
    stub = StubRegister()
    app = web.Application(client_max_size=16 * 1024 * 1024)
    app.router.add_route("*", "/{path:.*}", stub.answer)
    async with TestServer(app) as server:
        stub.url = str(server.make_url("")).rstrip("/")
        yield stub


def digest(body: bytes) -> str:
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def values(answer: SourceAnswer) -> dict[str, object]:
    """The facts by name, of each the last value."""
    return {fact.name: fact.value for fact in answer.facts}
