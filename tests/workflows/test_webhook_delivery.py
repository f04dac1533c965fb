"""Webhooks arrive in order, whatever their receiver does, over real Temporal, Postgres and HTTP; days pass at once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowHandle
from temporalio.testing import ActivityEnvironment, TimeSkipper

from activities.records import RecordActivities
from activities.webhooks import WebhookActivities
from domain.webhooks import line_id_of
from runtime import webhook_wakes
from runtime.case_records import CaseRecords
from runtime.object_store import ObjectStore
from runtime.postgres import Pool, create_pool
from runtime.published_events import PublishedEvents
from runtime.settings import Settings
from runtime.task_queues import TaskQueue
from runtime.webhook_lines import WebhookLines
from runtime.webhook_posting import WebhookPosting
from runtime.webhook_wakes import WebhookWakes
from schemas.case import CaseOpening, RecordBatch
from schemas.webhooks import DeliveryLine, WebhookEndpoint
from tests.serving import serving
from tests.webhook_receiver import PATIENCE as RECEIVER_PATIENCE
from tests.webhook_receiver import Organisation, Receiver, an_organisation, receiving
from tests.workflows.replaying import replay
from tests.workflows.running_case import PATIENCE, runs_of, stumbles
from tests.workflows.skipping import clocks_to_turn
from worker import QueueWork
from workflows.webhook_delivery import WebhookDelivery, WebhookResumption

LOOKED = EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED
WORKFLOWS = [WebhookDelivery, WebhookResumption]


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture(scope="module")
async def clocks(pool: Pool, settings: Settings) -> AsyncIterator[TimeSkipper]:
    """A server on which each line has a clock of its own, with workers that deliver for real."""
    async with clocks_to_turn() as clocks:
        lines, events, wakes = WebhookLines(pool), PublishedEvents(pool), WebhookWakes(clocks.client)
        posting = WebhookPosting(loopback=True, total_seconds=RECEIVER_PATIENCE)
        activities = WebhookActivities(lines, events, wakes, posting, settings)
        served: dict[str, QueueWork] = {
            TaskQueue.CASES: QueueWork(workflows=WORKFLOWS),
            TaskQueue.WEBHOOKS: QueueWork(activities=[activities.deliver_webhook, activities.wake_webhooks]),
        }
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(webhook_wakes, "RPC_SECONDS", PATIENCE)
            async with serving(clocks.client, served):
                yield clocks


@dataclass
class Line:
    """The events of one case on their way to one endpoint."""

    organisation: Organisation
    endpoint: WebhookEndpoint
    opening: CaseOpening
    clocks: TimeSkipper

    @property
    def handle(self) -> WorkflowHandle[WebhookDelivery, None]:
        line_id = line_id_of(self.endpoint.endpoint_id, self.opening.case_id)
        return self.clocks.client.get_workflow_handle_for(WebhookDelivery.run, line_id)

    async def wake(self) -> None:
        await WebhookWakes(self.clocks.client).case(self.endpoint.endpoint_id, self.opening.case_id)

    async def after(self, **time: float) -> None:
        await self.clocks.fast_forward(self.handle, timedelta(**time))

    async def ended(self) -> None:
        """Waits until nothing is left to do. What the run did can be replayed, and never made its worker stumble."""
        async with asyncio.timeout(PATIENCE):
            await self.handle.result()
        assert await stumbles(self.handle) == []
        await replay(await self.handle.fetch_history(), WORKFLOWS)

    async def paused(self) -> WebhookEndpoint:
        """The endpoint once it is paused."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = await self.organisation.webhooks.get(self.organisation.owner, self.endpoint.endpoint_id)
                assert found is not None
                if found.paused_at is not None:
                    return found
                await asyncio.sleep(0.02)

    async def tried(self, times: int) -> None:
        """Waits until so many webhooks have come in."""
        async with asyncio.timeout(PATIENCE):
            while len(self.organisation.receiver.hooks) < times:
                await asyncio.sleep(0.02)

    async def all_arrived_in_order(self) -> None:
        """Each event once, in the order of its case, signed, under an id of its own that all its attempts had."""
        taken = self.organisation.receiver.taken
        published = await self.organisation.published(self.opening.case_id)
        assert len(published) > 3
        assert [hook.envelope["event_type"] for hook in taken] == published
        assert [hook.envelope["cursor"] for hook in taken] == list(range(1, len(published) + 1))
        secret = self.organisation.webhooks.secret_of(self.endpoint)
        assert all(hook.is_signed(secret) for hook in self.organisation.receiver.hooks)
        ids = {hook.envelope["event_id"]: hook.envelope["delivery_id"] for hook in self.organisation.receiver.hooks}
        assert len(set(ids.values())) == len(published)
        assert all(ids[hook.envelope["event_id"]] == hook.headers["webhook-id"] for hook in taken)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


@pytest.fixture
async def line(pool: Pool, settings: Settings, receiver: Receiver, clocks: TimeSkipper) -> AsyncIterator[Line]:
    """A case with events, none of which has been sent."""
    organisation = await an_organisation(pool, settings, receiver)
    endpoint = await organisation.registers()
    line = Line(organisation, endpoint, await organisation.has_a_case(), clocks)
    yield line
    await organisation.webhooks.delete(organisation.owner, endpoint.endpoint_id)


async def test_every_event_arrives_in_order_and_then_the_workflow_ends(line: Line) -> None:
    await line.wake()
    await line.ended()

    await line.all_arrived_in_order()
    assert len(line.organisation.receiver.hooks) == len(line.organisation.receiver.taken)


async def test_a_receiver_that_does_everything_wrong_gets_every_event_in_order_all_the_same(line: Line) -> None:
    wrong = line.organisation.receiver.answers
    wrong.extend([500, "hangs", "redirects", 204, "drops", "garbage", "huge", 503, 429, 200, 404])

    await line.wake()
    await line.tried(1)
    await line.after(days=1)
    await line.ended()

    assert not wrong
    await line.all_arrived_in_order()


async def test_a_receiver_that_is_down_for_a_day_gets_every_event_in_order_afterwards(line: Line) -> None:
    line.organisation.receiver.otherwise = 503

    await line.wake()
    await line.tried(1)
    await line.after(days=1)
    assert line.organisation.receiver.taken == []
    assert {hook.envelope["cursor"] for hook in line.organisation.receiver.hooks} == {1}
    line.organisation.receiver.otherwise = 204
    await line.after(days=1)
    await line.ended()

    await line.all_arrived_in_order()


async def test_after_three_days_the_endpoint_is_paused_and_a_resumed_one_gets_every_event_in_order(line: Line) -> None:
    receiver, owner, webhooks = line.organisation.receiver, line.organisation.owner, line.organisation.webhooks
    receiver.otherwise = 503
    await line.wake()
    await line.tried(1)
    await line.after(days=4)
    await line.ended()
    paused = await line.paused()
    assert paused.paused_reason is not None and "three days" in paused.paused_reason
    assert len(receiver.hooks) == 15

    await line.wake()
    await line.ended()
    assert len(receiver.hooks) == 15

    receiver.otherwise = 204
    await webhooks.resume(owner, line.endpoint.endpoint_id)
    await WebhookWakes(line.clocks.client).resumption(line.endpoint.endpoint_id)
    await line.tried(16)
    await line.ended()
    await line.all_arrived_in_order()


async def test_a_receiver_that_is_gone_is_left_alone(line: Line) -> None:
    line.organisation.receiver.otherwise = 410

    await line.wake()
    await line.ended()

    assert "it is gone (410)" in str((await line.paused()).paused_reason)
    assert len(line.organisation.receiver.hooks) == 1


async def test_who_asks_for_it_need_not_wait_for_the_next_attempt(line: Line) -> None:
    line.organisation.receiver.answers.append(503)
    line.organisation.receiver.headers = {"Retry-After": "40000"}
    await line.wake()
    await line.tried(1)

    await WebhookWakes(line.clocks.client).case(line.endpoint.endpoint_id, line.opening.case_id, "try-now")
    await line.ended()

    await line.all_arrived_in_order()


async def test_who_asked_not_to_wait_is_not_forgotten_while_the_endpoint_is_busy(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.organisation.receiver.answers.append(503)
    line.organisation.receiver.headers = {"Retry-After": "40000"}
    await line.wake()
    await line.tried(1)
    monkeypatch.setattr("activities.webhooks.MOST_AT_ONCE", 0)
    await WebhookWakes(line.clocks.client).case(line.endpoint.endpoint_id, line.opening.case_id, "try-now")
    await line.after(minutes=30)
    looks = [event async for event in line.handle.fetch_history_events() if event.event_type == LOOKED]
    assert 6 <= len(looks) <= 20, "in half an hour of a busy endpoint"

    monkeypatch.undo()
    await line.after(minutes=10)
    await line.ended()

    await line.all_arrived_in_order()


async def test_a_delivery_that_is_asked_for_again_comes_again_under_its_id(line: Line) -> None:
    await line.wake()
    await line.ended()
    before = list(line.organisation.receiver.taken)
    wanted = before[1].envelope["delivery_id"]

    delivery = await line.organisation.webhooks.redeliver(line.organisation.owner, wanted)
    assert delivery is not None
    await WebhookWakes(line.clocks.client).delivery(delivery)
    await line.ended()

    [again] = line.organisation.receiver.taken[len(before) :]
    assert again.body == before[1].body


async def test_a_test_is_delivered_by_a_workflow_of_its_own(line: Line) -> None:
    delivery = await line.organisation.webhooks.test(line.organisation.owner, line.endpoint.endpoint_id)
    assert delivery is not None

    await WebhookWakes(line.clocks.client).delivery(delivery)
    await line.tried(1)

    assert line.organisation.receiver.taken_types == ["v1.webhook.test"]


async def test_a_line_goes_on_in_new_runs(line: Line) -> None:
    line.organisation.receiver.answers.extend([503, 503])
    handle = await line.clocks.client.start_workflow(
        WebhookDelivery.run,
        DeliveryLine(endpoint_id=line.endpoint.endpoint_id, case_id=line.opening.case_id, history_limit=8),
        id=line.handle.id,
        task_queue=TaskQueue.CASES,
    )
    await line.tried(1)
    await line.after(hours=1)
    await line.ended()

    assert len(await runs_of(handle, line.clocks.client)) > 2
    await line.all_arrived_in_order()


async def test_events_that_are_written_while_their_receiver_is_slow_are_not_forgotten(line: Line) -> None:
    """Wakes that come at any moment of a run, also in its last: each event arrives."""
    opening, events = line.organisation.history()
    cases = CaseRecords(line.organisation.pool)
    other = replace(line, opening=opening)
    for event in events:
        await cases.write(RecordBatch(opening=opening, events=(event,)))
        await other.wake()
        await asyncio.sleep(0.01)
    async with asyncio.timeout(PATIENCE):
        while len(line.organisation.receiver.taken) < len(await other.organisation.published(opening.case_id)):
            await asyncio.sleep(0.02)
    await other.ended()

    await other.all_arrived_in_order()


# Written events wake their lines.


@pytest.fixture
def records(pool: Pool, settings: Settings, clocks: TimeSkipper) -> RecordActivities:
    store = ObjectStore.from_settings(settings)
    return RecordActivities(CaseRecords(pool), store, WebhookLines(pool), WebhookWakes(clocks.client))


async def test_what_is_written_arrives(line: Line, records: RecordActivities) -> None:
    opening, events = line.organisation.history()
    other = replace(line, opening=opening)

    await ActivityEnvironment().run(records.write_records, RecordBatch(opening=opening, events=events))
    await other.ended()

    await other.all_arrived_in_order()


async def test_what_was_written_while_temporal_was_away_arrives_with_the_repeated_write(
    line: Line, records: RecordActivities
) -> None:
    opening, events = line.organisation.history()
    batch = RecordBatch(opening=opening, events=events)
    await CaseRecords(line.organisation.pool).write(batch)
    other = replace(line, opening=opening)

    await ActivityEnvironment().run(records.write_records, batch)
    await other.ended()

    await other.all_arrived_in_order()


async def test_a_write_that_publishes_nothing_new_wakes_nobody(line: Line, records: RecordActivities) -> None:
    await line.wake()
    await line.ended()
    run = (await line.handle.describe()).run_id

    written = tuple(await CaseRecords(line.organisation.pool).events(line.opening.case_id))
    await ActivityEnvironment().run(records.write_records, RecordBatch(opening=line.opening, events=written))

    assert (await line.handle.describe()).run_id == run
