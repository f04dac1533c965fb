"""Lines of webhooks that nobody has woken are found; those that go, wait for their time or may not go are not."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from runtime.case_records import CaseRecords
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from runtime.webhook_lines import Due, WebhookLines
from runtime.webhook_overdue import OverdueWebhooks
from schemas.case import RecordBatch
from schemas.webhooks import DeliveryLine, DeliveryTurn, WebhookAttempt, WebhookEndpoint
from tests.own_database import with_own_database
from tests.recorded_cases import selected
from tests.webhook_receiver import Organisation, Receiver, an_organisation, pause

LONG_AGO = datetime.now(UTC) - timedelta(hours=1)
FAILED = WebhookAttempt(at=LONG_AGO, status=503, error="status_503", milliseconds=1)


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    """A database in which nothing waits but what these tests leave."""
    async with with_own_database(settings) as own, create_pool(own) as pool:
        yield pool


@pytest.fixture
async def organisation(pool: Pool, settings: Settings) -> AsyncIterator[Organisation]:
    organisation = await an_organisation(pool, settings, Receiver(url="https://hooks.example.com/"))
    yield organisation
    for endpoint in await organisation.webhooks.all(organisation.owner):
        await organisation.webhooks.delete(organisation.owner, endpoint.endpoint_id)


async def overdue(pool: Pool) -> list[DeliveryLine]:
    return await OverdueWebhooks(pool).lines(100)


async def tried(pool: Pool, endpoint: WebhookEndpoint, case_id: str, next_attempt_at: datetime) -> Due:
    """An attempt that failed, and when there is another."""
    turn = DeliveryTurn(endpoint_id=endpoint.endpoint_id, case_id=case_id, now=LONG_AGO)
    due = await WebhookLines(pool).take_up(turn)
    assert isinstance(due, Due)
    await WebhookLines(pool).failed(due, FAILED, next_attempt_at)
    return due


def line_of(endpoint: WebhookEndpoint, case_id: str) -> DeliveryLine:
    return DeliveryLine(endpoint_id=endpoint.endpoint_id, case_id=case_id)


async def test_events_that_nobody_was_told_of_are_found(organisation: Organisation, pool: Pool) -> None:
    endpoint, unwanted = await organisation.registers(), await organisation.registers("v1.case.failed")
    opening = await organisation.has_a_case()

    assert unwanted.endpoint_id not in [line.endpoint_id for line in await overdue(pool)]
    assert await overdue(pool) == [line_of(endpoint, opening.case_id)]


@pytest.mark.parametrize(("hours", "found"), [(-0.5, True), (10, False)])
async def test_an_attempt_is_found_when_its_time_has_come_and_not_before(
    organisation: Organisation, pool: Pool, hours: float, found: bool
) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    await tried(pool, endpoint, opening.case_id, datetime.now(UTC) + timedelta(hours=hours))

    assert await overdue(pool) == ([line_of(endpoint, opening.case_id)] if found else [])


async def test_what_just_happened_has_its_time(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    turn = DeliveryTurn(endpoint_id=endpoint.endpoint_id, case_id=opening.case_id, now=datetime.now(UTC))

    await WebhookLines(pool).take_up(turn)

    assert await overdue(pool) == []


async def test_a_paused_endpoint_is_found_once_it_is_resumed(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    await tried(pool, endpoint, opening.case_id, datetime.now(UTC) + timedelta(hours=10))
    await pause(pool, endpoint.endpoint_id, "it is down")
    before = await overdue(pool)

    await organisation.webhooks.resume(organisation.owner, endpoint.endpoint_id)
    await aged(pool, endpoint)

    assert (before, await overdue(pool)) == ([], [line_of(endpoint, opening.case_id)])


async def test_a_test_that_was_not_sent_is_found_by_itself(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    test = await organisation.webhooks.test(organisation.owner, endpoint.endpoint_id)
    await pause(pool, endpoint.endpoint_id, "it is down")
    await aged(pool, endpoint)

    assert test is not None
    assert await overdue(pool) == [DeliveryLine(endpoint_id=endpoint.endpoint_id, delivery_id=test.delivery_id)]


async def aged(pool: Pool, endpoint: WebhookEndpoint) -> None:
    await selected(
        pool,
        "UPDATE webhook_deliveries SET created_at = %s WHERE endpoint_id = %s RETURNING delivery_id",
        LONG_AGO,
        endpoint.endpoint_id,
    )


async def test_the_past_is_not_looked_through_again_and_nothing_is_left_behind(
    organisation: Organisation, pool: Pool
) -> None:
    endpoint, waits = await organisation.registers("v1.case.failed"), await organisation.registers("v1.case.processing")
    opening, events = organisation.history()
    await CaseRecords(pool).write(RecordBatch(opening=opening, events=events))
    published = await organisation.published(opening.case_id)

    for _ in range(2):
        await OverdueWebhooks(pool).settle()

    cursors = [await cursor_of(organisation, found) for found in (endpoint, waits)]
    assert cursors == [len(published), published.index("v1.case.processing")]
    assert await overdue(pool) == [line_of(waits, opening.case_id)]


async def cursor_of(organisation: Organisation, endpoint: WebhookEndpoint) -> int:
    found = await organisation.webhooks.get(organisation.owner, endpoint.endpoint_id)
    assert found is not None
    return found.from_organisation_cursor
