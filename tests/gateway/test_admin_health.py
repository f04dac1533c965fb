"""What an administrator is told of stores, task queues, sources, agents and webhooks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from pydantic import SecretStr
from temporalio import activity
from temporalio.api.taskqueue.v1 import PollerInfo
from temporalio.client import Client

from gateway import health as store_health
from gateway import task_queue_states
from gateway.officer.admin_health import ASKED_FOR_REST, FAILED, REST_IS_OVER, source_state
from gateway.task_queue_states import alive
from runtime import api_keys
from runtime.model_usage import ModelUsage, Spending
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from runtime.source_circuits import FAILURES_IN_A_ROW, Circuit, SourceCircuits
from runtime.task_queues import SERVED_QUEUES, TaskQueue
from runtime.webhooks import NewEndpoint, Webhooks
from schemas.owner import Owner
from schemas.sources import SourceName
from tests.gateway.relay import relay
from tests.gateway.running_gateway import PATIENCE, Gateway, refused, running_gateway
from tests.own_database import with_own_database
from tests.unhurried import unhurried_stores
from tests.webhook_receiver import pause
from worker import QueueWork, create_worker, queue_work

HEALTH = "/api/admin/health"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
GLEIF = SourceName.GLEIF


@pytest.fixture(scope="module")
async def settings(settings: Settings) -> AsyncIterator[Settings]:
    """A database of our own: its circuits are nobody else's."""
    async with with_own_database(settings) as own:
        yield own.model_copy(update={"sources": "test"})


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture(scope="module")
async def gateway(settings: Settings, temporal: Client) -> AsyncIterator[Gateway]:
    async with AsyncExitStack() as stack:
        with unhurried_stores():
            running = running_gateway(settings, temporal.service_client.config.target_host)
            found = await stack.enter_async_context(running)
        yield found


@pytest.fixture
def organisation() -> str:
    return f"org_{token_hex(6)}"


@pytest.fixture
def whoever_is_there_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is."""
    monkeypatch.setattr(store_health, "CHECK_SECONDS", PATIENCE / 2)
    monkeypatch.setattr(task_queue_states, "SECONDS", PATIENCE / 2)


@pytest.fixture
async def admin(
    gateway: Gateway, organisation: str, whoever_is_there_answers: None
) -> AsyncIterator[httpx.AsyncClient]:
    async with await gateway.officer("admin", organisation) as client:
        yield client


async def health(admin: httpx.AsyncClient) -> dict[str, Any]:
    answer = await admin.get(HEALTH)
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json()
    return said


@activity.defn
async def idle() -> None:
    """What a worker can do to whom no work is given."""


async def test_an_installation_that_does_well_says_so(admin: httpx.AsyncClient) -> None:
    said = await health(admin)

    assert (said["status"], said["environment"]) == ("ready", "test")
    assert said["checks"] == {"temporal": "ok", "postgres": "ok", "object_store": "ok"}
    assert {source["state"] for source in said["sources"]} == {"working"}
    assert said["webhooks"] == {"endpoints": 0, "paused": 0, "overdue": 0}


async def test_a_queue_shows_who_serves_it(admin: httpx.AsyncClient, temporal: Client) -> None:
    async def asked() -> dict[str, dict[str, Any]]:
        return {queue["name"]: queue for queue in (await health(admin))["task_queues"]}

    async with create_worker(temporal, TaskQueue.RECORDS, QueueWork(activities=[idle])), asyncio.timeout(PATIENCE):
        while not (queues := await asked())[TaskQueue.RECORDS]["pollers"]:  # it has not asked for work yet
            await asyncio.sleep(0.1)

    assert queues[TaskQueue.RECORDS]["pollers"] >= 1
    assert {queue["reason"] for queue in queues.values()} == {None}
    assert {queue["backlog"] for queue in queues.values()} != {None}


async def test_without_temporal_the_queues_are_unknown_and_not_empty(settings: Settings) -> None:
    async with running_gateway(settings, "127.0.0.1:1") as cut_off, await cut_off.officer("admin") as admin:
        said = await health(admin)

    assert said["status"] == "not_ready"
    assert said["checks"]["temporal"].startswith("away")
    assert [queue["pollers"] for queue in said["task_queues"]] == [None for _ in SERVED_QUEUES]
    assert all(queue["reason"] for queue in said["task_queues"])


@pytest.mark.parametrize(("seconds", "counted"), [(0, 1), (69, 1), (71, 0), (290, 0)])
def test_a_worker_that_has_not_asked_for_a_minute_serves_no_more(seconds: int, counted: int) -> None:
    poller = PollerInfo()
    poller.last_access_time.FromDatetime(NOW - timedelta(seconds=seconds))

    assert alive([poller], NOW) == counted


async def test_without_postgres_all_else_is_told(
    settings: Settings, temporal: Client, monkeypatch: pytest.MonkeyPatch, whoever_is_there_answers: None
) -> None:
    monkeypatch.setattr(api_keys, "REMEMBERED_SECONDS", 120.0)
    dsn = settings.postgres_dsn.get_secret_value()
    port = urlsplit(dsn).port or 0
    async with relay(port) as door:
        behind = SecretStr(dsn.replace(f":{port}/", f":{door.port}/"))
        changed = settings.model_copy(update={"postgres_dsn": behind})
        async with (
            running_gateway(changed, temporal.service_client.config.target_host) as alone,
            await Gateway(alone.url, dsn).officer("admin") as admin,
        ):
            async with asyncio.timeout(PATIENCE):
                while (await admin.get("/readyz")).status_code != 200:
                    await asyncio.sleep(0.1)
            assert (await health(admin))["agents"]["mode"] == "rules"
            await door.shut()

            said = await health(admin)

    assert said["status"] == "not_ready"
    assert {name: word.partition(" ")[0] for name, word in said["checks"].items()} == {
        "temporal": "ok",
        "postgres": "away",
        "object_store": "ok",
    }
    assert (said["sources"], said["agents"], said["webhooks"]) == (None, None, None)
    assert {queue["reason"] for queue in said["task_queues"]} == {None}


async def test_the_queues_are_all_that_workers_serve(settings: Settings, temporal: Client) -> None:
    async with queue_work(settings, temporal) as work:
        assert sorted(work) == sorted(SERVED_QUEUES)


async def test_a_source_that_fails_again_and_again_is_said_to_rest(
    admin: httpx.AsyncClient, settings: Settings, pool: Pool
) -> None:
    circuits = SourceCircuits(pool, settings.sources)
    for _ in range(FAILURES_IN_A_ROW):
        await circuits.note_failure(GLEIF)

    (gleif,) = (source for source in (await health(admin))["sources"] if source["source"] == GLEIF)

    assert (gleif["state"], gleif["reason"]) == ("resting", FAILED)
    assert datetime.fromisoformat(gleif["until"]) > datetime.now(UTC)
    async with pool.connection() as connection:
        await connection.execute("DELETE FROM source_circuits")


@pytest.mark.parametrize(
    ("circuit", "state", "reason"),
    [
        (Circuit(failures=2), "working", None),
        (Circuit(rests=1, resting_until=NOW + timedelta(minutes=1)), "resting", FAILED),
        (Circuit(resting_until=NOW + timedelta(minutes=1)), "resting", ASKED_FOR_REST),
        (Circuit(rests=1, resting_until=NOW - timedelta(minutes=1)), "resting", REST_IS_OVER),
    ],
)
def test_a_source_works_again_once_it_has_answered(circuit: Circuit, state: str, reason: str | None) -> None:
    said = source_state(GLEIF, circuit, NOW)

    assert (said.state, said.until, said.reason) == (state, circuit.resting_until, reason)


async def test_what_language_models_used_today_is_counted_for_the_organisation_alone(
    admin: httpx.AsyncClient, settings: Settings, pool: Pool, organisation: str
) -> None:
    usage = ModelUsage(pool, settings)
    for whose in (organisation, "org_another"):
        await usage.reserve(Spending(whose, "case_0123456789ab", "mcc", "model-1", tokens=1200, cost_usd=0.25))
    async with pool.connection() as connection:  # midnight is nothing to these
        await connection.execute("UPDATE model_usage SET reserved_at = reserved_at + interval '1 hour'")

    agents = (await health(admin))["agents"]

    assert (agents["tokens_today"], agents["cost_today_usd"], agents["mode"]) == (1200, 0.25, "rules")
    assert agents["tokens_limit"] == settings.agents_organisation_tokens_per_day
    assert agents["cost_limit_usd"] == settings.agents_organisation_cost_usd_per_day


async def test_webhooks_that_are_paused_or_late_are_counted_for_the_organisation_alone(
    admin: httpx.AsyncClient, settings: Settings, pool: Pool, organisation: str
) -> None:
    webhooks = Webhooks(pool, settings)
    wanted = NewEndpoint("https://hooks.acme-trading.com/", (), "", "key_of_a_test")
    for owner in (Owner(organisation, "test"), Owner("org_another", "test")):
        endpoint, paused = await webhooks.create(owner, wanted), await webhooks.create(owner, wanted)
        await pause(pool, paused.endpoint_id, "not taken for three days")
        assert await webhooks.test(owner, endpoint.endpoint_id)
    async with pool.connection() as connection:
        await connection.execute("UPDATE webhook_deliveries SET created_at = created_at - interval '1 hour'")

    assert (await health(admin))["webhooks"] == {"endpoints": 2, "paused": 1, "overdue": 1}


@pytest.mark.parametrize("role", ["officer", "senior_officer", "auditor"])
async def test_only_administrators_are_told(gateway: Gateway, role: str) -> None:
    async with await gateway.officer(role) as officer:
        refused(await officer.get(HEALTH), 403, "role_not_allowed")
