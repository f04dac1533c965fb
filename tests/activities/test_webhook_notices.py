"""That a webhook was given up is told in the organisation's stream and to its other endpoints, and to nobody twice."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from temporalio.testing import ActivityEnvironment

from activities.webhooks import WebhookActivities
from runtime.case_removal import CaseRemovals
from runtime.postgres import Pool
from runtime.published_events import PublishedEvents
from runtime.settings import Settings
from runtime.webhook_lines import WebhookLines
from runtime.webhook_posting import WebhookPosting
from runtime.webhook_wakes import Signal, WebhookWakes
from schemas.case import CaseOpening
from schemas.published_events import OrganisationEvent, OrganisationNotice
from schemas.webhooks import DeliveryLine, Resumption, WebhookEndpoint
from tests.recorded_cases import selected
from tests.webhook_receiver import Organisation, Receiver, an_organisation, pause, receiving

FAILED = "v1.webhook.delivery_failed"
GONE = 410
PATIENCE_SECONDS = 60.0


class Woken(WebhookWakes):
    """Notes which lines are woken."""

    def __init__(self) -> None:
        self.told: list[DeliveryLine] = []

    async def lines(self, lines: Sequence[DeliveryLine], signal: Signal) -> None:
        self.told += lines


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


@pytest.fixture
def woken() -> Woken:
    return Woken()


@pytest.fixture
async def organisation(pool: Pool, settings: Settings, receiver: Receiver, woken: Woken) -> Organisation:
    posting = WebhookPosting(loopback=True, total_seconds=PATIENCE_SECONDS)
    activities = WebhookActivities(WebhookLines(pool), PublishedEvents(pool), woken, posting, settings)
    return replace(await an_organisation(pool, settings, receiver), activities=activities)


async def given_up(organisation: Organisation, endpoint: WebhookEndpoint) -> CaseOpening:
    """A case of which the first event was refused for good."""
    opening = await organisation.has_a_case()
    organisation.receiver.answers.append(GONE)
    assert (await organisation.turn(endpoint, opening.case_id)).state == "stopped"
    return opening


async def stream(organisation: Organisation, limit: int = 1000) -> list[OrganisationEvent | OrganisationNotice]:
    """All that a reader sees who asks for pages of this size."""
    events, cursor = PublishedEvents(organisation.pool), 0
    seen: list[OrganisationEvent | OrganisationNotice] = []
    while True:
        page = await events.of_organisation(*organisation.owner, cursor, limit)
        seen += page.events
        cursor = page.next_cursor
        if not page.has_more:
            return seen


async def notices(organisation: Organisation) -> list[OrganisationNotice]:
    return [event for event in await stream(organisation) if isinstance(event, OrganisationNotice)]


async def test_the_stream_of_the_organisation_says_which_event_and_the_case_knows_nothing_of_it(
    organisation: Organisation,
) -> None:
    endpoint = await organisation.registers()
    before = await given_up(organisation, endpoint)
    after = await organisation.has_a_case()
    delivery = await organisation.newest(endpoint)

    seen = await stream(organisation, limit=1)

    assert [event.cursor for event in seen] == list(range(1, 10))
    assert [event.event_id for event in seen] == [event.event_id for event in await stream(organisation)]
    [notice] = [event for event in seen if isinstance(event, OrganisationNotice)]
    assert (notice.cursor, notice.case_cursor, notice.case_id) == (5, None, None)
    assert (notice.event_type, notice.versioned_event_type) == ("webhook.delivery_failed", FAILED)
    assert notice.data == {
        "endpoint_id": endpoint.endpoint_id,
        "delivery_id": delivery.delivery_id,
        "event_id": delivery.event_id,
        "event_type": "v1.intake.session_created",
        "case_id": before.case_id,
        "cursor": 1,
        "attempts": 1,
        "last_status": GONE,
        "last_error": "status_410",
    }
    for opening in (before, after):
        assert len(await organisation.published(opening.case_id)) == 4


async def test_other_endpoints_that_want_it_are_sent_it_and_the_dead_one_is_not(
    organisation: Organisation, woken: Woken, receiver: Receiver
) -> None:
    dead, all_events = await organisation.registers(), await organisation.registers()
    wants, wants_not = await organisation.registers(FAILED), await organisation.registers("v1.case.completed")
    deleted = await organisation.registers(FAILED)
    await organisation.webhooks.delete(organisation.owner, deleted.endpoint_id)

    await given_up(organisation, dead)

    assert {line.endpoint_id for line in woken.told} == {all_events.endpoint_id, wants.endpoint_id}
    assert wants_not.endpoint_id not in str(woken.told)
    line = next(line for line in woken.told if line.endpoint_id == wants.endpoint_id)
    assert (await organisation.turn(wants, None, delivery_id=line.delivery_id)).state == "delivered"
    envelope, [notice] = receiver.hooks[-1].envelope, await notices(organisation)
    assert (envelope["event_type"], envelope["semantic_event_type"]) == (FAILED, "webhook.delivery_failed")
    assert (envelope["event_id"], envelope["data"]) == (notice.event_id, notice.data)
    assert (envelope["case_id"], envelope["session_id"], envelope["cursor"]) == (None, None, None)
    assert receiver.hooks[-1].is_signed(organisation.webhooks.secret_of(wants))


async def test_a_notice_that_is_given_up_pauses_nothing_and_makes_no_other(
    organisation: Organisation, woken: Woken, receiver: Receiver
) -> None:
    dead, other = await organisation.registers(), await organisation.registers()
    await organisation.registers()
    await given_up(organisation, dead)
    line = next(line for line in woken.told if line.endpoint_id == other.endpoint_id)
    told = len(woken.told)

    receiver.answers.append(GONE)
    assert (await organisation.turn(other, None, delivery_id=line.delivery_id)).state == "stopped"

    assert (len(await notices(organisation)), len(woken.told)) == (1, told)
    found = await organisation.webhooks.get(organisation.owner, other.endpoint_id)
    assert found is not None and found.paused_at is None


async def test_each_time_that_an_event_is_given_up_is_told_once(organisation: Organisation, receiver: Receiver) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    receiver.otherwise = 500
    now = datetime.now(UTC)

    told = []
    for days in (0, 4, 5, 9):
        await organisation.turn(endpoint, opening.case_id, now=now + timedelta(days=days))
        if days == 4:
            await organisation.webhooks.resume(organisation.owner, endpoint.endpoint_id)
        told.append(len(await notices(organisation)))

    assert told == [0, 1, 1, 2]


async def test_a_notice_waits_for_an_endpoint_that_is_paused_and_is_sent_once_it_is_resumed(
    organisation: Organisation, woken: Woken
) -> None:
    dead, resting = await organisation.registers(), await organisation.registers(FAILED)
    await pause(organisation.pool, resting.endpoint_id, "by hand")
    await given_up(organisation, dead)
    [line] = woken.told
    while_paused = await organisation.turn(resting, None, delivery_id=line.delivery_id)

    await organisation.webhooks.resume(organisation.owner, resting.endpoint_id)
    environment = ActivityEnvironment()
    await environment.run(organisation.activities.wake_webhooks, Resumption(endpoint_id=resting.endpoint_id))

    assert while_paused.state == "nothing"
    assert woken.told[-1] == line
    assert (await organisation.turn(resting, None, delivery_id=line.delivery_id)).state == "delivered"


async def test_a_notice_goes_with_the_case_that_it_names(organisation: Organisation, pool: Pool) -> None:
    dead, other = await organisation.registers(), await organisation.registers(FAILED)
    opening = await given_up(organisation, dead)

    await CaseRemovals(pool).begin(opening.case_id, organisation.owner.organisation, "key_of_whoever_deletes")

    assert await stream(organisation) == []
    assert await organisation.webhooks.deliveries(organisation.owner, other.endpoint_id, limit=10) == []


@pytest.mark.parametrize("statement", ["UPDATE {} SET data = '{{}}'", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
async def test_a_notice_stays_as_it_was_told(organisation: Organisation, pool: Pool, statement: str) -> None:
    await given_up(organisation, await organisation.registers())

    with pytest.raises(psycopg.errors.RaiseException, match="is append-only"):
        await selected(pool, statement.format("organisation_notices"))


async def test_an_event_is_given_up_although_nobody_can_be_woken(
    organisation: Organisation, pool: Pool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise ConnectionError

    dead, other = await organisation.registers(), await organisation.registers()
    monkeypatch.setattr(Woken, "lines", away)

    await given_up(organisation, dead)

    assert (await organisation.newest(other)).event_type == FAILED
