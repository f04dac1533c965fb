"""A National Bank that says what a test puts into its mouth, over real HTTP."""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from activities.sources.nbb import Nbb
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for

KEY = "a-key-that-nobody-may-see"
NUMBER = "0711326932"
ZONNEWIND = Company(company_name="Zonnewind", country="BE", company_registration_number=NUMBER)
LIST = f"/authentic/legalEntity/{NUMBER}/references"
REFERENCE = "2024-00000042"
CONTENTS = f"/authentic/deposit/{REFERENCE}/accountingData"


@dataclass
class Said:
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class StubBank:
    """Answers for the list in turn, the last one again and again, and remembers what it was asked."""

    url: str = ""
    lists: list[Said] = field(default_factory=list)
    accounts: Said = field(default_factory=Said)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append((request.path, request.headers))
        is_list = request.path.startswith("/authentic/legalEntity/")
        said = (self.lists.pop(0) if len(self.lists) > 1 else self.lists[0]) if is_list else self.accounts
        media_type = "application/json" if is_list else "application/x.jsonxbrl"
        return web.Response(status=said.status, body=said.body, headers={"Content-Type": media_type, **said.headers})

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@asynccontextmanager
async def serving() -> AsyncIterator[StubBank]:
    stub = StubBank()
    app = web.Application()
    app.router.add_get("/{path:.*}", stub.answer)
    async with TestServer(app) as server:
        stub.url = str(server.make_url("")).rstrip("/")
        yield stub


def settings_of(url: str, key: str | None = KEY) -> Settings:
    return settings_for("http://unused", nbb_url=url, nbb_key=key)


async def asked_at(
    url: str, http: aiohttp.ClientSession, store: MemoryStore, company: Company = ZONNEWIND, key: str | None = KEY
) -> SourceAnswer:
    """What a look-up at this address learns."""
    settings = settings_of(url, key)
    return await looked_up(Nbb(http, settings, pause_seconds=0.0), company, store, settings)


def deposit(ended: str = "2023-12-31", **members: object) -> dict[str, object]:
    """As the list names one; on paper, unless the test says where its contents are."""
    year = int(ended[:4])
    return {
        "ReferenceNumber": f"{year + 1}-00000042",
        "DepositDate": f"{year + 1}-07-26",
        "ExerciseDates": {"startDate": f"{year}-01-01", "endDate": ended},
        "ModelType": "m02-f",
        "Currency": "EUR",
        "EnterpriseNumber": NUMBER,
        "AccountingDataURL": None,
        "NobodyKnowsThisMember": {"x": [1]},
        **members,
    }


def listing(*deposits: object) -> Said:
    return Said(json.dumps(deposits).encode())


def digest(body: bytes) -> str:
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def rubric(code: str, value: object, period: str = "N", currency: str | None = "EUR") -> dict[str, object]:
    return {"Code": code, "Value": value, "Period": period, "DataType": "amt", "TypeAmount": currency}


FIGURES = [
    rubric("20/58", "412350.12"),
    rubric("10/15", "98210.00", "NM1"),
    rubric("10/15", "101200.55"),
    rubric("70", "2810450.5"),
    rubric("9904", "-18240.50"),
    rubric("9087", "6.4", currency=None),
]


def contents(rubrics: object = FIGURES, **members: object) -> Said:
    """Of the deposit that `REFERENCE` names."""
    body = {"ReferenceNumber": REFERENCE, "Rubrics": rubrics, "Unknown": {"x": 1}, **members}
    return Said(json.dumps(body).encode())
