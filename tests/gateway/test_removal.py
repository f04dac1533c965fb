"""Deleting a case: at once for everyone, whole in the end whatever was away meanwhile, and never undone."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from unittest.mock import patch
from urllib.parse import urlsplit

import httpx
import pytest
from temporalio.client import Client

from domain.identity import identity_from_key, workflow_id_of
from runtime.case_records import CaseRecords
from runtime.case_removal import CaseRemovals
from runtime.object_store import ObjectStore
from runtime.postgres import create_pool
from runtime.settings import Settings
from runtime.task_queues import TaskQueue, source_queue
from schemas.case import CaseInput
from schemas.sources import SourceName
from tests.case_remains import Remains
from tests.example_cases import OFFICER, an_envelope, an_opening
from tests.gateway.conftest import WAITS
from tests.gateway.deletions import (
    ENDED,
    RUNNING,
    TOMBSTONE_ALONE,
    Away,
    Doors,
    a_case_with_documents,
    assert_not_found,
    assert_nothing_left,
    delete,
    finish,
    is_deleted,
    left_half_way,
    let_fall_due,
    reaches,
    submit,
    until,
)
from tests.gateway.relay import HOST, relay
from tests.gateway.running_gateway import COMPANY, PATIENCE, Gateway, open_case, refused, running_gateway
from tests.indexed_cases import index_case
from tests.own_database import with_own_database
from tests.serving import serving
from tests.workflows.outside_world import OutsideWorld
from worker import queue_work
from workflows.case import CaseWorkflow

KEY = {"Idempotency-Key": "once"}


@pytest.fixture(scope="module")
async def settings(settings: Settings) -> AsyncIterator[Settings]:
    """A database of our own: no other gateway finishes what is left half-way here."""
    async with with_own_database(settings) as own:
        yield own


@pytest.fixture(scope="module")
def outside() -> OutsideWorld:
    return OutsideWorld()


@pytest.fixture(scope="module")
async def workers(settings: Settings, temporal: Client, outside: OutsideWorld) -> AsyncIterator[None]:
    """Workers whose investigations a test can hold up; what they write goes into the real stores."""
    simulated = outside.work()
    played = (TaskQueue.DOCUMENTS, *(source_queue(source) for source in SourceName))
    work = {queue: simulated[queue] for queue in played}
    async with queue_work(settings, temporal) as served, serving(temporal, {**served, **work}):
        yield


@pytest.fixture(scope="module")
async def doors(settings: Settings, temporal: Client) -> AsyncIterator[Doors]:
    temporal_port = int(temporal.service_client.config.target_host.rpartition(":")[2])
    store_port = urlsplit(settings.s3_endpoint).port or 0
    async with relay(temporal_port) as to_temporal, relay(store_port) as to_store:
        changes = {"s3_endpoint": f"http://{HOST}:{to_store.port}", "allow_case_deletion": True}
        yield Doors(settings.model_copy(update={**WAITS, **changes}), to_temporal, to_store)


@pytest.fixture(scope="module")
async def gateway(doors: Doors) -> AsyncIterator[Gateway]:
    """A gateway that deletes what it is asked to, and finishes nothing of itself."""
    async with AsyncExitStack() as running:
        with patch("gateway.app.finishing_deletions", left_half_way):
            started = await running.enter_async_context(running_gateway(doors.settings, doors.temporal_address))
        yield started


@pytest.fixture(autouse=True)
async def open_doors(doors: Doors) -> AsyncIterator[None]:
    """Whatever a test has shut is open for the next one."""
    yield
    await doors.temporal.open()
    await doors.store.open()


@pytest.fixture(scope="module")
def left(settings: Settings, temporal: Client) -> Remains:
    return Remains(settings.postgres_dsn.get_secret_value(), ObjectStore.from_settings(settings), temporal)


# What is deleted.


async def test_a_deleted_case_leaves_its_tombstone_and_nothing_else(officer: httpx.AsyncClient, left: Remains) -> None:
    case = await a_case_with_documents(officer)
    assert len(await left.objects(case["case_id"])) == 2

    assert is_deleted(await delete(officer, case), case)

    await assert_not_found(officer, case)
    await assert_nothing_left(left, case)
    assert await left.workflow(case["case_id"]) == ENDED


async def test_a_case_is_deleted_in_the_midst_of_its_investigation(
    officer: httpx.AsyncClient, left: Remains, outside: OutsideWorld
) -> None:
    case = await a_case_with_documents(officer)
    world = outside.of[case["case_id"]]
    world.investigating.clear()
    await submit(officer, case)
    await reaches(officer, case, "PROCESSING")

    assert is_deleted(await delete(officer, case), case)
    world.investigating.set()

    await assert_nothing_left(left, case)
    assert await left.workflow(case["case_id"]) == ENDED


async def test_a_decided_case_is_deleted_too(officer: httpx.AsyncClient, left: Remains) -> None:
    case = await a_case_with_documents(officer)
    await submit(officer, case)
    await reaches(officer, case, "REVIEW_PENDING")
    path = f"/api/cases/{case['case_id']}/decision"
    assert (await officer.post(path, json={"decision": "reject", "reason": "No"})).status_code == 200
    await until(lambda: left.workflow(case["case_id"]), lambda status: status != RUNNING)

    assert is_deleted(await delete(officer, case), case)

    await assert_nothing_left(left, case)
    await assert_not_found(officer, case)


async def test_a_case_whose_workflow_temporal_no_longer_knows_is_deleted(gateway: Gateway, left: Remains) -> None:
    organisation = f"org_{secrets.token_hex(6)}"
    case_id = await index_case(left.dsn, organisation)
    async with await gateway.officer(organisation=organisation) as officer:
        answer = await officer.delete(f"/api/cases/{workflow_id_of(case_id)}")

    assert answer.json() == {"status": "deleted", "workflow_id": workflow_id_of(case_id)}
    assert await left.rows(case_id) == TOMBSTONE_ALONE


async def test_a_case_that_goes_on_in_another_run_is_ended_there(
    gateway: Gateway, workers: None, temporal: Client, left: Remains
) -> None:
    organisation, case_id, now = f"org_{secrets.token_hex(6)}", f"case_{secrets.token_hex(6)}", datetime.now(UTC)
    opening = an_opening(
        case_id=case_id,
        workflow_id=workflow_id_of(case_id),
        organisation=organisation,
        portal_token=f"pt_{secrets.token_urlsafe(24)}",
        created_at=now,
        portal_expires_at=now + timedelta(days=30),
    )
    handle = await temporal.start_workflow(
        CaseWorkflow.run,
        CaseInput(opening=opening, history_limit=10),
        id=opening.workflow_id,
        task_queue=TaskQueue.CASES,
    )
    async with asyncio.timeout(PATIENCE):
        while (await handle.describe()).run_id == handle.first_execution_run_id or not await left.rows(case_id):
            await handle.signal("decision", an_envelope({"decision": "approve"}, OFFICER, secrets.token_hex(4)))
            await asyncio.sleep(0.2)  # a run cannot end while signals come in

    async with await gateway.officer(organisation=organisation) as officer:
        assert (await officer.delete(f"/api/cases/{case_id}")).status_code == 200

    assert await left.workflow(case_id) == ENDED
    assert await left.rows(case_id) == TOMBSTONE_ALONE


# Whose it is to delete.


async def test_whoever_may_only_read_deletes_nothing(gateway: Gateway, workers: None, left: Remains) -> None:
    organisation = f"org_{secrets.token_hex(6)}"
    async with await gateway.officer(organisation=organisation) as officer:
        case = await open_case(officer)
    for role in ("auditor", "integration"):
        async with await gateway.officer(role, organisation) as reader:
            refused(await delete(reader, case), 403, "role_not_allowed")

    assert await left.workflow(case["case_id"]) == RUNNING
    assert (await left.rows(case["case_id"]))["cases"] == 1


async def test_another_organisations_case_is_not_there_before_and_after(
    gateway: Gateway, officer: httpx.AsyncClient, left: Remains
) -> None:
    case = await open_case(officer)
    async with await gateway.officer("admin") as stranger:
        refused(await delete(stranger, case), 404, "case_not_found")
        assert await left.workflow(case["case_id"]) == RUNNING
        assert is_deleted(await delete(officer, case), case)
        refused(await delete(stranger, case), 404, "case_not_found")


async def test_where_it_is_switched_off_nothing_is_deleted(
    settings: Settings, temporal: Client, officer: httpx.AsyncClient, left: Remains
) -> None:
    case = await open_case(officer)
    async with (
        running_gateway(settings, temporal.service_client.config.target_host) as production,
        httpx.AsyncClient(base_url=production.url, headers=officer.headers, timeout=PATIENCE) as same_officer,
    ):
        refused(await delete(same_officer, case), 403, "deletion_disabled")

    assert await left.workflow(case["case_id"]) == RUNNING


# Sent again.


async def test_a_deletion_that_is_sent_again_is_answered_the_same(officer: httpx.AsyncClient, left: Remains) -> None:
    case = await open_case(officer)
    for _ in range(2):
        assert is_deleted(await delete(officer, case), case)
    assert is_deleted(await officer.delete(f"/api/cases/{case['workflow_id']}"), case)
    await assert_nothing_left(left, case)


async def test_deletions_at_the_same_moment_are_all_answered(officer: httpx.AsyncClient, left: Remains) -> None:
    case = await a_case_with_documents(officer)

    answers = await asyncio.gather(*(delete(officer, case) for _ in range(6)))

    assert all(is_deleted(answer, case) for answer in answers)
    await assert_nothing_left(left, case)


async def test_the_key_that_opened_a_deleted_case_opens_no_other(officer: httpx.AsyncClient, left: Remains) -> None:
    case = await a_case_with_documents(officer, **KEY)
    await delete(officer, case)

    again = await officer.post("/api/cases", json=COMPANY, headers=KEY)

    assert "was deleted; use a new key" in refused(again, 409, "wrong_state")["detail"]
    await assert_nothing_left(left, case)


async def test_the_key_of_a_deleted_case_says_so_also_when_temporal_has_forgotten_the_workflow(
    gateway: Gateway, settings: Settings, left: Remains
) -> None:
    organisation = f"org_{secrets.token_hex(6)}"
    secret = settings.secret.get_secret_value().encode()
    case_id = identity_from_key(secret, organisation, KEY["Idempotency-Key"]).case_id
    await index_case(left.dsn, organisation, case_id=case_id, workflow_id=workflow_id_of(case_id))
    async with await gateway.officer(organisation=organisation) as officer:
        assert (await officer.delete(f"/api/cases/{case_id}")).status_code == 200

        refused(await officer.post("/api/cases", json=COMPANY, headers=KEY), 409, "wrong_state")

    assert await left.workflow(case_id) is None


async def test_the_key_of_a_case_that_was_decided_and_then_deleted_says_so_too(
    officer: httpx.AsyncClient, left: Remains
) -> None:
    """Its workflow was not terminated: it had come to its end."""
    case = await a_case_with_documents(officer, **KEY)
    await submit(officer, case)
    await reaches(officer, case, "REVIEW_PENDING")
    await officer.post(f"/api/cases/{case['case_id']}/decision", json={"decision": "reject", "reason": "No"})
    await until(lambda: left.workflow(case["case_id"]), lambda status: status != RUNNING)
    await delete(officer, case)

    refused(await officer.post("/api/cases", json=COMPANY, headers=KEY), 409, "wrong_state")


# Half-way.


@pytest.mark.parametrize("away", ["temporal", "store"])
async def test_a_deletion_that_failed_half_way_is_finished_when_it_is_sent_again(
    officer: httpx.AsyncClient, doors: Doors, left: Remains, away: Away
) -> None:
    case = await a_case_with_documents(officer)
    async with doors.without(away):
        refused(await delete(officer, case), 503, "store_unavailable")

        assert await left.rows(case["case_id"]) == TOMBSTONE_ALONE
        assert len(await left.objects(case["case_id"])) == 2
        assert (await left.workflow(case["case_id"]) == RUNNING) is (away == "temporal")
        refused(await officer.get(f"/api/cases/{case['case_id']}"), 404, "case_not_found")
        refused(await officer.get(f"/api/portal/{case['portal_token']}"), 404, "portal_not_found")

    answer = await until(lambda: delete(officer, case), lambda answer: answer.status_code != 503)
    assert is_deleted(answer, case)
    await assert_nothing_left(left, case)


@pytest.mark.parametrize("away", ["temporal", "store"])
async def test_a_deletion_that_failed_half_way_is_finished_though_nobody_sends_it_again(
    officer: httpx.AsyncClient, doors: Doors, left: Remains, away: Away
) -> None:
    case, other = [await a_case_with_documents(officer) for _ in range(2)]
    async with doors.without(away):
        for item in (case, other):
            refused(await delete(officer, item), 503, "store_unavailable")
            await let_fall_due(left, item)
        await finish(doors, timedelta(0))
        for item in (case, other):
            assert len(await left.objects(item["case_id"])) == 2
            assert not await left.is_completed(item["case_id"])

    for _ in ("what was there", "what came late"):
        for item in (case, other):
            await let_fall_due(left, item)
            assert not await left.is_completed(item["case_id"])
        await finish(doors, timedelta(0))

    for item in (case, other):
        await assert_nothing_left(left, item)
        assert await left.is_completed(item["case_id"])
        assert is_deleted(await delete(officer, item), item)


async def test_a_gateway_that_starts_finishes_what_another_left_when_it_was_killed(
    officer: httpx.AsyncClient, doors: Doors, left: Remains, settings: Settings
) -> None:
    """Also where deletion is switched off: this one was allowed when it began."""
    case = await a_case_with_documents(officer)
    async with create_pool(settings) as pool:
        organisation = await CaseRecords(pool).organisation_of(case["case_id"])
        await CaseRemovals(pool).begin(case["case_id"], organisation or "", "key_of_whoever_deletes")
    assert await left.workflow(case["case_id"]) == RUNNING
    await let_fall_due(left, case)

    forbidding = doors.settings.model_copy(update={"allow_case_deletion": False})
    async with running_gateway(forbidding, doors.temporal_address):
        await until(lambda: left.objects(case["case_id"]), lambda objects: not objects)

    await assert_nothing_left(left, case)
    assert await left.workflow(case["case_id"]) == ENDED


async def test_what_arrives_after_the_purge_is_purged_before_the_deletion_is_over(
    officer: httpx.AsyncClient, doors: Doors, left: Remains
) -> None:
    """An upload or a look-up that was under way does not know that its case is gone."""
    case = await a_case_with_documents(officer)
    assert is_deleted(await delete(officer, case), case)
    await left.store.put(f"{case['case_id']}/evidence/late.json", b"{}", "application/json")

    await let_fall_due(left, case)
    await finish(doors, timedelta(hours=1))
    assert not await left.is_completed(case["case_id"])

    await left.store.put(f"{case['case_id']}/evidence/later.json", b"{}", "application/json")
    await let_fall_due(left, case)
    await finish(doors, timedelta(0))
    assert await left.is_completed(case["case_id"])
    await assert_nothing_left(left, case)
