"""The log of deliveries ends: what was delivered is forgotten after some days, and is not sent again for that."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from runtime.webhook_lines import Due, WebhookLines
from runtime.webhook_log import WebhookLog
from runtime.webhook_overdue import OverdueWebhooks
from schemas.webhooks import DeliveryTurn, WebhookAttempt, WebhookEndpoint
from tests.own_database import with_own_database
from tests.recorded_cases import selected
from tests.webhook_receiver import Organisation, Receiver, an_organisation

DAYS = timedelta(days=90)
TAKEN = WebhookAttempt(at=datetime.now(UTC), status=204, milliseconds=1)


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    """A database in which nothing is old but what these tests leave."""
    async with with_own_database(settings) as own, create_pool(own) as pool:
        yield pool


@pytest.fixture
async def organisation(pool: Pool, settings: Settings) -> Organisation:
    return await an_organisation(pool, settings, Receiver(url="https://hooks.example.com/"))


async def delivers(pool: Pool, endpoint: WebhookEndpoint, case_id: str, so_many: int = 100) -> int:
    """Delivers what waits in a line, at most so many; returns how many that were."""
    lines, count = WebhookLines(pool), 0
    turn = DeliveryTurn(endpoint_id=endpoint.endpoint_id, case_id=case_id, now=datetime.now(UTC), at_once=True)
    while count < so_many and isinstance(due := await lines.take_up(turn), Due):
        await lines.delivered(due, TAKEN)
        count += 1
    return count


async def aged(pool: Pool, endpoint: WebhookEndpoint, days: float) -> None:
    await selected(
        pool,
        "UPDATE webhook_deliveries SET delivered_at = delivered_at - %s WHERE endpoint_id = %s RETURNING 1 AS done",
        timedelta(days=days),
        endpoint.endpoint_id,
    )


async def test_what_was_delivered_is_forgotten_after_its_days_and_never_sent_again(
    organisation: Organisation, pool: Pool
) -> None:
    old, young = await organisation.registers(), await organisation.registers()
    opening = await organisation.has_a_case()
    assert [await delivers(pool, endpoint, opening.case_id) for endpoint in (old, young)] == [4, 4]
    await aged(pool, old, 91)
    await aged(pool, young, 89)
    await OverdueWebhooks(pool).settle()

    forgotten = [await WebhookLog(pool, DAYS).forget() for _ in range(2)]

    assert forgotten == [4, 0]
    log = await organisation.webhooks.deliveries(organisation.owner, limit=10)
    assert {delivery.endpoint_id for delivery in log} == {young.endpoint_id}
    assert [await delivers(pool, endpoint, opening.case_id) for endpoint in (old, young)] == [0, 0]


async def test_what_its_endpoint_does_not_know_to_be_over_is_kept(organisation: Organisation, pool: Pool) -> None:
    """Without its row it would be taken for new."""
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    await delivers(pool, endpoint, opening.case_id)
    await aged(pool, endpoint, 91)

    forgotten = await WebhookLog(pool, DAYS).forget()
    again = await delivers(pool, endpoint, opening.case_id)
    await OverdueWebhooks(pool).settle()

    assert (forgotten, again) == (0, 0)
    assert await WebhookLog(pool, DAYS).forget() == 4


async def test_what_waits_or_was_left_out_is_kept(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    await delivers(pool, endpoint, opening.case_id, 2)
    for delivery in await organisation.webhooks.deliveries(organisation.owner, limit=10):
        await organisation.webhooks.redeliver(organisation.owner, delivery.delivery_id)
    [left_out, waits] = await organisation.webhooks.deliveries(organisation.owner, limit=10)
    await organisation.webhooks.skip(organisation.owner, left_out.delivery_id)
    await aged(pool, endpoint, 91)
    await OverdueWebhooks(pool).settle()

    await WebhookLog(pool, DAYS).forget()

    kept = await organisation.webhooks.deliveries(organisation.owner, limit=10)
    assert [(each.delivery_id, each.state) for each in kept] == [
        (left_out.delivery_id, "skipped"),
        (waits.delivery_id, "pending"),
    ]


async def test_the_log_of_an_endpoint_that_was_deleted_goes_as_a_whole(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    await organisation.webhooks.test(organisation.owner, endpoint.endpoint_id)
    await organisation.webhooks.delete(organisation.owner, endpoint.endpoint_id)
    before = await WebhookLog(pool, DAYS).forget()
    await selected(
        pool,
        "UPDATE webhook_endpoints SET deleted_at = deleted_at - %s WHERE endpoint_id = %s RETURNING 1 AS done",
        timedelta(days=91),
        endpoint.endpoint_id,
    )

    assert (before, await WebhookLog(pool, DAYS).forget()) == (0, 1)


async def test_some_are_forgotten_at_a_time_and_what_somebody_works_on_is_passed_over(
    organisation: Organisation, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runtime.webhook_log.AT_ONCE", 3)
    endpoint = await organisation.registers()
    await delivers(pool, endpoint, (await organisation.has_a_case()).case_id)
    await aged(pool, endpoint, 91)
    await OverdueWebhooks(pool).settle()
    [newest, *_] = await organisation.webhooks.deliveries(organisation.owner, limit=10)

    async with pool.connection() as working:
        await working.execute("SELECT FROM webhook_deliveries WHERE delivery_id = %s FOR UPDATE", [newest.delivery_id])
        meanwhile = [await WebhookLog(pool, DAYS).forget() for _ in range(2)]

    assert meanwhile == [3, 0]
    assert await WebhookLog(pool, DAYS).forget() == 1
