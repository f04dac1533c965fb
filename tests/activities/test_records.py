"""What the workflow has written is in Postgres and in the object store, once, however often it is asked for."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from temporalio.testing import ActivityEnvironment

from activities.records import RecordActivities, responses_key
from domain.identity import workflow_id_of
from runtime.case_records import CaseRecords
from runtime.object_store import ObjectStore
from runtime.postgres import create_pool
from runtime.settings import Settings
from runtime.temporal import connect
from runtime.webhook_lines import WebhookLines
from runtime.webhook_wakes import Signal, WebhookWakes
from schemas.case import RecordBatch, ResponsesToStore, Submission
from schemas.status import CaseStatus
from schemas.webhooks import DeliveryLine
from tests.example_cases import ANSWERS, NOW, a_case_of, an_opening
from tests.webhook_receiver import Organisation, Receiver, an_organisation


class Records:
    """The activities and the stores they write to."""

    def __init__(self, records: CaseRecords, store: ObjectStore, activities: RecordActivities) -> None:
        self.records = records
        self.store = store
        self.activities = activities


@pytest.fixture
async def stores(settings: Settings) -> AsyncIterator[Records]:
    pool = create_pool(settings)
    await pool.open()
    store = ObjectStore.from_settings(settings)
    records = CaseRecords(pool)
    wakes = WebhookWakes(await connect(lazy=True))
    yield Records(records, store, RecordActivities(records, store, WebhookLines(pool), wakes))
    store.close()
    await pool.close()


async def test_a_batch_that_is_delivered_twice_has_its_effect_once(stores: Records) -> None:
    case_id = f"case_{secrets.token_hex(6)}"
    opening = an_opening(
        case_id=case_id, workflow_id=workflow_id_of(case_id), portal_token=f"pt_{secrets.token_urlsafe(24)}"
    )
    state = a_case_of(opening, CaseStatus.APPROVED)
    batch = RecordBatch(opening=state.record.opening, events=state.outbox)

    for _ in range(2):
        await ActivityEnvironment().run(stores.activities.write_records, batch)

    assert tuple(await stores.records.events(case_id)) == state.outbox
    snapshot = await stores.records.snapshot(case_id)
    assert snapshot is not None
    assert snapshot.status is CaseStatus.APPROVED


class Together(WebhookWakes):
    """Wakes of which each waits for the other."""

    def __init__(self, others: int) -> None:
        self.met = asyncio.Barrier(others)

    async def _tell(self, line: DeliveryLine, signal: Signal) -> None:
        await self.met.wait()


class Broken(WebhookWakes):
    def __init__(self) -> None:
        self.asked = 0

    async def _tell(self, line: DeliveryLine, signal: Signal) -> None:
        self.asked += 1
        raise ConnectionError


@pytest.fixture
async def organisation(settings: Settings) -> AsyncIterator[Organisation]:
    async with create_pool(settings) as pool:
        yield await an_organisation(pool, settings, Receiver(url="https://hooks.example.com/"))


async def test_all_webhooks_are_woken_at_once(stores: Records, organisation: Organisation) -> None:
    for _ in range(3):
        await organisation.registers()
    opening, events = organisation.history()
    wakes = Together(others=3)
    activities = RecordActivities(stores.records, stores.store, WebhookLines(organisation.pool), wakes)

    async with asyncio.timeout(60):
        await ActivityEnvironment().run(activities.write_records, RecordBatch(opening=opening, events=events))


async def test_events_are_on_record_whatever_ails_their_webhooks(stores: Records, organisation: Organisation) -> None:
    for _ in range(2):
        await organisation.registers()
    opening, events = organisation.history()
    wakes = Broken()
    activities = RecordActivities(stores.records, stores.store, WebhookLines(organisation.pool), wakes)

    await ActivityEnvironment().run(activities.write_records, RecordBatch(opening=opening, events=events))

    assert wakes.asked == 2
    assert tuple(await stores.records.events(opening.case_id)) == events


async def test_all_submissions_of_an_iteration_are_one_file(stores: Records) -> None:
    case_id = f"case_{secrets.token_hex(6)}"
    submissions = tuple(
        Submission.model_validate(
            {
                "iteration": 2,
                "submitted_at": NOW + timedelta(hours=hour),
                "answers": ANSWERS,
                "task_responses": {"task_1": "In Gent, België"},
            }
        )
        for hour in range(2)
    )
    responses = ResponsesToStore(case_id=case_id, iteration=2, submissions=submissions)

    for _ in range(2):
        await ActivityEnvironment().run(stores.activities.store_responses, responses)

    (stored,) = await stores.store.list(f"{case_id}/")
    assert stored.key == responses_key(case_id, 2) == f"{case_id}/iteration-2/task_responses.json"
    body = await stores.store.get(stored.key)
    assert "In Gent, België".encode() in body
    content = json.loads(body)
    assert content["iteration"] == 2
    assert tuple(Submission.model_validate(item) for item in content["submissions"]) == submissions
