"""A store or a server that is away is a 503 with a word on it, never a trace; and when it is back, so are we."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest
from pydantic import SecretStr
from temporalio.client import Client

from runtime import api_keys
from runtime.settings import Settings
from tests import sample_documents as samples
from tests.gateway.relay import HOST, Relay, relay
from tests.gateway.running_gateway import (
    COMPANY,
    PATIENCE,
    Gateway,
    refused,
    running_gateway,
    waiting_for_temporal,
)

KEY = {"Idempotency-Key": "once"}


@dataclass
class Doors:
    """The way from a gateway to each thing it stands on, and that gateway's settings."""

    settings: Settings
    temporal: Relay
    postgres: Relay
    object_store: Relay

    @property
    def temporal_address(self) -> str:
        return f"{HOST}:{self.temporal.port}"

    @property
    def all(self) -> dict[str, Relay]:
        """By the names that /readyz gives them."""
        return {"temporal": self.temporal, "postgres": self.postgres, "object_store": self.object_store}

    @asynccontextmanager
    async def without_temporal(self) -> AsyncIterator[None]:
        """Temporal is away within the block, and there nobody waits long for it."""
        with waiting_for_temporal(1.5):
            await self.temporal.shut()
            yield
        await self.temporal.open()


@pytest.fixture(scope="module")
async def doors(settings: Settings, temporal: Client, workers: None) -> AsyncIterator[Doors]:
    dsn, s3 = settings.postgres_dsn.get_secret_value(), urlsplit(settings.s3_endpoint)
    ports = [
        int(temporal.service_client.config.target_host.rpartition(":")[2]),
        urlsplit(dsn).port or 0,
        s3.port or 0,
    ]
    async with AsyncExitStack() as stack:
        to_temporal, to_postgres, to_s3 = [await stack.enter_async_context(relay(port)) for port in ports]
        behind_doors = settings.model_copy(
            update={
                "postgres_dsn": SecretStr(dsn.replace(f":{ports[1]}/", f":{to_postgres.port}/")),
                "s3_endpoint": f"http://{HOST}:{to_s3.port}",
                "enrichment_wait_seconds": PATIENCE,
                "outcome_wait_seconds": 1.0,
            }
        )
        yield Doors(behind_doors, to_temporal, to_postgres, to_s3)


@pytest.fixture(scope="module")
async def gateway(doors: Doors, settings: Settings) -> AsyncIterator[Gateway]:
    """A gateway that started while everything it stands on was away."""
    for door in doors.all.values():
        await door.shut()
    async with running_gateway(doors.settings, doors.temporal_address) as running:
        async with running.with_key("any") as anyone:
            assert (await anyone.get("/healthz")).status_code == 200
            answer = await anyone.get("/api/cases")
            refused(answer, 503, "store_unavailable")
            assert "Traceback" not in answer.text
            assert (await anyone.get("/readyz")).json()["status"] == "not_ready"
        for door in doors.all.values():
            await door.open()
        yield Gateway(running.url, settings.postgres_dsn.get_secret_value())


@pytest.fixture(autouse=True)
async def everything_is_back(doors: Doors) -> AsyncIterator[None]:
    yield
    for door in doors.all.values():
        await door.open()


async def until(
    send: Callable[[], Awaitable[httpx.Response]], done: Callable[[httpx.Response], bool]
) -> httpx.Response:
    """The answer that is wanted, asked for until it comes."""
    async with asyncio.timeout(PATIENCE):
        while not done(answer := await send()):
            await asyncio.sleep(0.2)
    return answer


def is_ok(answer: httpx.Response) -> bool:
    return answer.status_code < 300


def is_final(answer: httpx.Response) -> bool:
    """Neither is a store away, nor has a worker not said yet what became of it."""
    return answer.status_code not in (202, 503)


async def opened(officer: httpx.AsyncClient) -> dict[str, Any]:
    """What the opening of a case was answered, sent until it is; under its key it is one case all the same."""
    answer = await until(lambda: officer.post("/api/cases", json=COMPANY, headers=KEY), is_final)
    assert answer.status_code == 201, answer.text
    created: dict[str, Any] = answer.json()
    return created


async def an_open_case(officer: httpx.AsyncClient, doors: Doors) -> dict[str, Any]:
    """A case that the database knows with all that the look-ups found."""
    await until(lambda: officer.get("/readyz"), is_ok)
    created = await opened(officer)
    async with (
        asyncio.timeout(PATIENCE),
        await psycopg.AsyncConnection.connect(
            doors.settings.postgres_dsn.get_secret_value(), autocommit=True
        ) as direct,
    ):
        while await _is_not_written(direct, created["case_id"]):
            await asyncio.sleep(0.05)
    return created


def knows_a_document(answer: httpx.Response) -> bool:
    """A case whose worker takes its time is shown as it is on record, which may be before it had one."""
    return bool(answer.json()["documents"])


async def _is_not_written(connection: psycopg.AsyncConnection[Any], case_id: str) -> bool:
    enriched = "SELECT 1 FROM case_events WHERE case_id = %s AND event = 'ENRICHMENT_COMPLETED'"
    return await (await connection.execute(enriched, [case_id])).fetchone() is None


# Starting and being ready.


async def test_a_gateway_that_started_while_all_was_away_serves_when_all_is_there(officer: httpx.AsyncClient) -> None:
    await until(lambda: officer.get("/readyz"), is_ok)

    assert (await opened(officer))["vies_enrichment"] is not None


async def test_a_gateway_that_has_never_reached_temporal_shows_what_the_database_has(
    officer: httpx.AsyncClient, doors: Doors
) -> None:
    """Its client has no connection that could break; the first call is the one that fails."""
    case = f"/api/cases/{(await an_open_case(officer, doors))['case_id']}"
    await doors.temporal.shut()
    async with (
        running_gateway(doors.settings, doors.temporal_address) as late,
        httpx.AsyncClient(base_url=late.url, headers=officer.headers, timeout=PATIENCE) as same_officer,
    ):
        async with doors.without_temporal():
            assert (await same_officer.get(case)).json()["record_source"] == "snapshot"
            assert (await same_officer.get("/api/cases")).json()["status_source"] == "database"
            refused(await same_officer.post("/api/cases", json=COMPANY), 503, "store_unavailable")
            refused(await same_officer.post(f"{case}/decision", json={"decision": "approve"}), 503, "store_unavailable")
            assert (await same_officer.get("/readyz")).json()["checks"]["temporal"].startswith("away")

        await until(lambda: same_officer.get("/readyz"), is_ok)
        await until(lambda: same_officer.get(case), lambda answer: answer.json()["record_source"] == "workflow")


@pytest.mark.parametrize("name", ["temporal", "postgres", "object_store"])
async def test_readiness_names_what_is_away_and_life_goes_on(
    officer: httpx.AsyncClient, doors: Doors, name: str
) -> None:
    def unusable(answer: httpx.Response) -> set[str]:
        return {known for known, word in answer.json()["checks"].items() if word != "ok"}

    await until(lambda: officer.get("/readyz"), is_ok)
    await doors.all[name].shut()

    answer = await until(lambda: officer.get("/readyz"), lambda answer: unusable(answer) == {name})

    assert answer.status_code == 503
    assert answer.json()["checks"][name].startswith("away")
    assert (await officer.get("/healthz")).json() == {"status": "ok"}
    await doors.all[name].open()
    assert (await until(lambda: officer.get("/readyz"), is_ok)).json()["status"] == "ready"


# Temporal.


async def test_without_temporal_a_case_is_read_from_its_snapshot_which_says_so(
    officer: httpx.AsyncClient, doors: Doors
) -> None:
    created = await an_open_case(officer, doors)

    async with doors.without_temporal():
        answer = await officer.get(f"/api/cases/{created['case_id']}")

    assert answer.status_code == 200
    assert answer.json()["record_source"] == "snapshot"
    assert answer.json()["status"] == "AWAITING_DOCUMENTS"
    assert (answer.json()["portal_token"], answer.json()["portal_url"]) == (None, None)
    assert answer.json()["sources"]["vies"]["state"] == "found"


async def test_without_temporal_a_list_shows_what_the_database_has_and_says_so(
    officer: httpx.AsyncClient, doors: Doors
) -> None:
    created = await an_open_case(officer, doors)

    async with doors.without_temporal():
        answer = await officer.get("/api/cases")

    assert answer.json()["status_source"] == "database"
    assert [case["case_id"] for case in answer.json()["cases"]] == [created["case_id"]]


async def test_without_temporal_the_customer_still_sees_what_is_asked(officer: httpx.AsyncClient, doors: Doors) -> None:
    created = await an_open_case(officer, doors)

    async with doors.without_temporal():
        answer = await officer.get(f"/api/portal/{created['portal_token']}")

    assert (answer.status_code, answer.json()["phase"]) == (200, "initial_collection")


async def test_without_temporal_nothing_is_opened_and_nothing_is_said_to_be(
    officer: httpx.AsyncClient, doors: Doors
) -> None:
    await until(lambda: officer.get("/readyz"), is_ok)

    async with doors.without_temporal():
        refused(await officer.post("/api/cases", json=COMPANY), 503, "store_unavailable")

    assert (await officer.get("/api/cases")).json()["total"] == 0


async def test_without_temporal_a_decision_is_not_taken_and_can_be_sent_again(
    officer: httpx.AsyncClient, doors: Doors
) -> None:
    case_id = (await an_open_case(officer, doors))["case_id"]

    async def decide() -> httpx.Response:
        return await officer.post(f"/api/cases/{case_id}/decision", json={"decision": "approve"}, headers=KEY)

    async with doors.without_temporal():
        refused(await decide(), 503, "store_unavailable")

    refused(await until(decide, is_final), 409, "wrong_state")


# Postgres.


async def test_without_postgres_nobody_is_let_in_who_is_not_known(gateway: Gateway, doors: Doors) -> None:
    await doors.postgres.shut()

    async with gateway.with_key("unknown") as stranger:
        refused(await stranger.get("/api/cases"), 503, "store_unavailable")
    async with gateway.anyone() as customer:
        refused(await customer.get(f"/api/portal/pt_{'A' * 32}"), 503, "store_unavailable")


async def test_a_case_that_was_opened_without_postgres_is_written_there_later(
    officer: httpx.AsyncClient, doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api_keys, "REMEMBERED_SECONDS", PATIENCE)
    await until(lambda: officer.get("/readyz"), is_ok)
    await officer.get("/api/cases")  # so that the key is known for a while
    await doors.postgres.shut()

    created = await opened(officer)
    await doors.postgres.open()

    found = await until(lambda: officer.get(f"/api/cases/{created['case_id']}"), is_ok)
    assert found.json()["case_id"] == created["case_id"]


# The object store.


async def test_without_the_object_store_a_document_is_not_taken_and_can_be_sent_again(
    officer: httpx.AsyncClient, doors: Doors
) -> None:
    created = await an_open_case(officer, doors)

    async def upload() -> httpx.Response:
        return await officer.post(
            f"/api/portal/{created['portal_token']}/documents",
            data={"requirement_id": "representative_id"},
            files={"file": ("a.pdf", samples.text_pdf())},
        )

    await doors.object_store.shut()
    refused(await upload(), 503, "store_unavailable")
    assert (await officer.get(f"/api/cases/{created['case_id']}/documents")).json()["total"] == 0
    await doors.object_store.open()

    assert (await until(upload, is_final)).status_code == 201
    documents = f"/api/cases/{created['case_id']}/documents"
    assert (await until(lambda: officer.get(documents), knows_a_document)).json()["total"] == 1


async def test_without_the_object_store_a_download_is_a_503_before_it_begins(
    officer: httpx.AsyncClient, doors: Doors
) -> None:
    case_id = (await an_open_case(officer, doors))["case_id"]
    await doors.object_store.shut()

    for path in (f"documents/download?key={case_id}/a.pdf", "documents?source=all", "responses"):
        refused(await officer.get(f"/api/cases/{case_id}/{path}"), 503, "store_unavailable")
