"""Endpoints of an organisation, what waits for them, and the log of what was sent."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import psycopg
import pytest

from runtime.case_records import CaseRecords
from runtime.case_removal import CaseRemovals
from runtime.postgres import Pool, create_pool
from runtime.public_web import RefusedError
from runtime.settings import Settings
from runtime.webhook_lines import Due, WebhookLines
from runtime.webhook_posting import refuse_unless_receivable
from runtime.webhooks import _DELIVERIES, ATTEMPTS_SHOWN, MOST_ENDPOINTS, TooManyEndpointsError
from schemas.case import RecordBatch
from schemas.owner import Owner
from schemas.webhooks import DeliveryTurn, WebhookAttempt, WebhookEndpoint
from tests.recorded_cases import selected
from tests.webhook_receiver import Organisation, Receiver, an_organisation, pause

TAKEN = WebhookAttempt(at=datetime(2026, 3, 2, tzinfo=UTC), status=204, milliseconds=1)
URL = "https://hooks.example.com/casewright"


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture
async def organisation(pool: Pool, settings: Settings) -> Organisation:
    return await an_organisation(pool, settings, Receiver(url=URL))


async def taken_up(pool: Pool, endpoint: WebhookEndpoint, case_id: str) -> Due:
    turn = DeliveryTurn(endpoint_id=endpoint.endpoint_id, case_id=case_id, now=datetime.now(UTC), at_once=True)
    due = await WebhookLines(pool).take_up(turn)
    assert isinstance(due, Due)
    return due


async def delivered(pool: Pool, endpoint: WebhookEndpoint, case_id: str) -> list[str]:
    """Delivers all that waits in a line, and returns what it was."""
    lines, types = WebhookLines(pool), []
    turn = DeliveryTurn(endpoint_id=endpoint.endpoint_id, case_id=case_id, now=datetime.now(UTC), at_once=True)
    while isinstance(due := await lines.take_up(turn), Due):
        await lines.delivered(due, TAKEN)
        types.append(due.delivery.event_type)
    return types


async def test_an_endpoint_is_there_for_its_organisation_and_environment_only(organisation: Organisation) -> None:
    endpoint = await organisation.registers("v1.case.completed")
    mine = organisation.owner
    others = (Owner("org_other", mine.environment), Owner(mine.organisation, "live"))

    assert await organisation.webhooks.all(mine) == [endpoint]
    for other in others:
        assert await organisation.webhooks.all(other) == []
        assert await organisation.webhooks.get(other, endpoint.endpoint_id) is None
        assert await organisation.webhooks.rotate(other, endpoint.endpoint_id) is None
        assert await organisation.webhooks.resume(other, endpoint.endpoint_id) is None
        assert await organisation.webhooks.test(other, endpoint.endpoint_id) is None
        assert await organisation.webhooks.change(other, endpoint.endpoint_id, url="https://x.example.com/") is None
        assert not await organisation.webhooks.delete(other, endpoint.endpoint_id)


async def test_the_log_is_there_for_its_organisation_only(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    delivery = (await taken_up(pool, endpoint, (await organisation.has_a_case()).case_id)).delivery
    other = Owner("org_other", organisation.owner.environment)

    assert await organisation.webhooks.delivery(organisation.owner, delivery.delivery_id) == delivery
    assert await organisation.webhooks.delivery(other, delivery.delivery_id) is None
    assert await organisation.webhooks.redeliver(other, delivery.delivery_id) is None
    assert await organisation.webhooks.attempts(other, delivery.delivery_id) == []
    assert await organisation.webhooks.deliveries(other, limit=10) == []


async def test_an_endpoint_changes_in_what_is_given_and_in_nothing_else(organisation: Organisation) -> None:
    endpoint = await organisation.registers("v1.case.completed")

    changed = await organisation.webhooks.change(organisation.owner, endpoint.endpoint_id, events=())

    assert changed == endpoint.model_copy(update={"events": ()})


async def test_a_secret_is_the_same_until_it_is_replaced_and_is_stored_nowhere(
    organisation: Organisation, pool: Pool
) -> None:
    endpoint = await organisation.registers()
    secret = organisation.webhooks.secret_of(endpoint)
    found = await organisation.webhooks.get(organisation.owner, endpoint.endpoint_id)
    replaced = await organisation.webhooks.rotate(organisation.owner, endpoint.endpoint_id)

    assert found is not None and replaced is not None
    assert organisation.webhooks.secret_of(found) == secret
    assert organisation.webhooks.secret_of(replaced) != secret
    [row] = await selected(
        pool, "SELECT e::text AS row FROM webhook_endpoints e WHERE endpoint_id = %s", endpoint.endpoint_id
    )
    assert secret.removeprefix("whsec_") not in str(row["row"])


async def test_there_is_an_end_to_endpoints(organisation: Organisation) -> None:
    for _ in range(MOST_ENDPOINTS):
        endpoint = await organisation.registers()
    with pytest.raises(TooManyEndpointsError):
        await organisation.registers()
    await organisation.webhooks.delete(organisation.owner, endpoint.endpoint_id)
    await organisation.registers()


async def test_an_endpoint_receives_what_happens_from_its_registration_on(
    organisation: Organisation, pool: Pool
) -> None:
    opening, events = organisation.history()
    cases = CaseRecords(pool)
    await cases.write(RecordBatch(opening=opening, events=events[:5]))
    before = await organisation.published(opening.case_id)
    endpoint = await organisation.registers()

    await cases.write(RecordBatch(opening=opening, events=events[5:]))

    assert before
    assert before + await delivered(pool, endpoint, opening.case_id) == await organisation.published(opening.case_id)


async def test_what_an_endpoint_does_not_want_has_no_delivery(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers("v1.case.needs_review", "v1.intake.session_created")
    opening = await organisation.has_a_case()

    types = await delivered(pool, endpoint, opening.case_id)

    assert types == ["v1.intake.session_created", "v1.case.needs_review"]
    log = await organisation.webhooks.deliveries(organisation.owner, endpoint.endpoint_id, limit=100)
    assert [item.event_type for item in reversed(log)] == types


async def test_a_type_that_only_a_later_build_knows_is_in_nobodys_way(organisation: Organisation, pool: Pool) -> None:
    later, both = (
        await organisation.registers("v9.case.sold"),
        await organisation.registers("v9.x", "v1.case.processing"),
    )
    opening = await organisation.has_a_case()

    assert await WebhookLines(pool).endpoints_waiting(opening.case_id) == [both.endpoint_id]
    assert await delivered(pool, later, opening.case_id) == []
    assert await delivered(pool, both, opening.case_id) == ["v1.case.processing"]


async def test_whoever_wants_other_types_hears_of_them_from_then_on(organisation: Organisation, pool: Pool) -> None:
    """What was wanted and has not been sent is sent still, and what was not wanted is not."""
    endpoint = await organisation.registers("v1.intake.session_created", "v1.intake.submitted")
    opening, events = organisation.history()
    cases = CaseRecords(pool)
    await cases.write(RecordBatch(opening=opening, events=events[:-1]))
    before = await organisation.published(opening.case_id)

    await organisation.webhooks.change(organisation.owner, endpoint.endpoint_id, events=())
    await cases.write(RecordBatch(opening=opening, events=events[-1:]))

    after = (await organisation.published(opening.case_id))[len(before) :]
    assert after and len(before) > 2
    wanted = ["v1.intake.session_created", "v1.intake.submitted"]
    assert await delivered(pool, endpoint, opening.case_id) == wanted + after


async def test_whoever_wants_fewer_types_is_still_sent_what_was_wanted(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()

    await organisation.webhooks.change(organisation.owner, endpoint.endpoint_id, events=("v1.case.failed",))
    other = await organisation.has_a_case()

    assert await delivered(pool, endpoint, opening.case_id) == await organisation.published(opening.case_id)
    assert await delivered(pool, endpoint, other.case_id) == []


async def test_only_endpoints_that_want_something_new_are_woken(organisation: Organisation, pool: Pool) -> None:
    wants, does_not, paused, gone = [
        await organisation.registers(*events) for events in ((), ("v1.case.failed",), (), ())
    ]
    await pause(pool, paused.endpoint_id, "by hand")
    await organisation.webhooks.delete(organisation.owner, gone.endpoint_id)
    opening = await organisation.has_a_case()
    lines = WebhookLines(pool)

    before = await lines.endpoints_waiting(opening.case_id)
    await delivered(pool, wants, opening.case_id)
    after = await lines.endpoints_waiting(opening.case_id)

    assert does_not.endpoint_id not in before
    assert (before, after) == ([wants.endpoint_id], [])


async def test_a_resumed_endpoint_has_all_cases_taken_up_in_which_something_waits(
    organisation: Organisation, pool: Pool
) -> None:
    endpoint = await organisation.registers()
    cases = [(await organisation.has_a_case()).case_id for _ in range(3)]
    await delivered(pool, endpoint, cases[0])
    due = await taken_up(pool, endpoint, cases[1])
    await WebhookLines(pool).given_up(due, TAKEN.model_copy(update={"status": 500}), "it is down")

    found = await organisation.webhooks.get(organisation.owner, endpoint.endpoint_id)
    assert found is not None and found.paused_reason == "it is down"
    assert [page async for page in WebhookLines(pool).cases_waiting(endpoint.endpoint_id)] == []

    resumed = await organisation.webhooks.resume(organisation.owner, endpoint.endpoint_id)

    assert resumed is not None and resumed.paused_at is None
    waiting = [page async for page in WebhookLines(pool).cases_waiting(endpoint.endpoint_id)]
    assert waiting == [sorted(cases[1:])]
    again = await taken_up(pool, endpoint, cases[1])
    assert (again.delivery.delivery_id, again.tries, again.delivery.attempts) == (due.delivery.delivery_id, 0, 1)


@pytest.mark.parametrize("asked", ["delivered", "skip", "resume", "redeliver"])
@pytest.mark.parametrize("outcome", ["failed", "given_up"])
async def test_a_late_failure_undoes_nothing(organisation: Organisation, pool: Pool, asked: str, outcome: str) -> None:
    """An attempt that was given up for lost comes back after its delivery was made, left out or begun anew."""
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    late = await taken_up(pool, endpoint, opening.case_id)
    delivery_id, webhooks, owner = late.delivery.delivery_id, organisation.webhooks, organisation.owner
    if asked == "delivered":
        await WebhookLines(pool).delivered(await taken_up(pool, endpoint, opening.case_id), TAKEN)
    elif asked == "resume":
        await webhooks.resume(owner, endpoint.endpoint_id)
    else:
        await getattr(webhooks, asked)(owner, delivery_id)
    before = await webhooks.delivery(owner, delivery_id)

    refused = TAKEN.model_copy(update={"status": 410, "error": "status_410"})
    if outcome == "failed":
        await WebhookLines(pool).failed(late, refused, datetime(2026, 3, 5, tzinfo=UTC))
    else:
        await WebhookLines(pool).given_up(late, refused, "gone")

    assert before is not None
    now = await webhooks.delivery(owner, delivery_id)
    assert now == before.model_copy(update={"attempts": before.attempts + 1})
    assert (await webhooks.attempts(owner, delivery_id))[-1].error == "status_410"
    found = await webhooks.get(owner, endpoint.endpoint_id)
    assert found is not None and found.paused_at is None


async def test_who_gives_up_and_who_resumes_do_not_wait_for_each_other(
    organisation: Organisation, pool: Pool, settings: Settings
) -> None:
    endpoint = await organisation.registers()
    due = await taken_up(pool, endpoint, (await organisation.has_a_case()).case_id)
    async with await psycopg.AsyncConnection.connect(settings.postgres_dsn.get_secret_value()) as resuming:
        await resuming.execute(
            "UPDATE webhook_endpoints SET description = 'held' WHERE endpoint_id = %s", [endpoint.endpoint_id]
        )
        giving_up = asyncio.create_task(WebhookLines(pool).given_up(due, TAKEN, "it is down"))
        await waits_for(pool, resuming.info.backend_pid)

        await resuming.execute(
            "UPDATE webhook_deliveries SET next_attempt_at = NULL WHERE delivery_id = %s", [due.delivery.delivery_id]
        )
        await resuming.commit()
        await giving_up

    found = await organisation.webhooks.get(organisation.owner, endpoint.endpoint_id)
    assert found is not None and found.paused_reason == "it is down"


async def waits_for(pool: Pool, holder: int) -> None:
    """Until another connection waits for what this one holds."""
    async with asyncio.timeout(60):
        while not await selected(
            pool, "SELECT pid FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))", holder
        ):
            await asyncio.sleep(0.02)


async def test_a_redelivery_is_sent_in_its_place_before_what_is_new(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    first = await taken_up(pool, endpoint, opening.case_id)
    await WebhookLines(pool).delivered(first, TAKEN)

    await organisation.webhooks.redeliver(organisation.owner, first.delivery.delivery_id)
    types = await delivered(pool, endpoint, opening.case_id)

    assert types == await organisation.published(opening.case_id)
    attempts = await organisation.webhooks.attempts(organisation.owner, first.delivery.delivery_id)
    assert [attempt.attempt for attempt in attempts] == [1, 2]


async def test_the_log_is_read_page_by_page(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    types = await delivered(pool, endpoint, opening.case_id)

    read, after = [], None
    while page := await organisation.webhooks.deliveries(organisation.owner, limit=2, after=after):
        read += page
        after = page[-1].delivery_id

    assert [delivery.event_type for delivery in reversed(read)] == types
    assert await organisation.webhooks.deliveries(organisation.owner, limit=9, state="failed") == []
    assert await organisation.webhooks.deliveries(organisation.owner, limit=9, case_id="case_000000000000") == []


async def test_the_log_is_read_along_its_index(organisation: Organisation, pool: Pool) -> None:
    async with pool.connection() as connection:
        await connection.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        values = {
            **organisation.owner._asdict(),
            **dict.fromkeys(("endpoint_id", "case_id", "state", "after")),
            "limit": 50,
        }
        plan = await (await connection.execute(f"EXPLAIN {_DELIVERIES}".encode(), values)).fetchall()

    said = "\n".join(str(row["QUERY PLAN"]) for row in plan)
    assert "webhook_deliveries_log" in said
    assert "Sort" not in said


async def test_of_very_many_attempts_the_last_are_shown(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    due = await taken_up(pool, endpoint, (await organisation.has_a_case()).case_id)
    await selected(
        pool,
        "INSERT INTO webhook_attempts (delivery_id, attempt, at, milliseconds) "
        "SELECT %s, n, now(), 1 FROM generate_series(1, 150) AS n RETURNING attempt",
        due.delivery.delivery_id,
    )

    attempts = await organisation.webhooks.attempts(organisation.owner, due.delivery.delivery_id)

    assert [attempt.attempt for attempt in attempts] == list(range(151 - ATTEMPTS_SHOWN, 151))


async def test_deliveries_go_with_their_case(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    due = await taken_up(pool, endpoint, opening.case_id)
    await WebhookLines(pool).delivered(due, TAKEN)
    under_way = await taken_up(pool, endpoint, opening.case_id)

    await CaseRemovals(pool).begin(opening.case_id, organisation.owner.organisation, "key_a")
    await WebhookLines(pool).delivered(under_way, TAKEN)

    assert await organisation.webhooks.deliveries(organisation.owner, limit=9) == []
    left = await selected(pool, "SELECT attempt FROM webhook_attempts WHERE delivery_id = %s", due.delivery.delivery_id)
    assert not left
    turn = DeliveryTurn(endpoint_id=endpoint.endpoint_id, case_id=opening.case_id, now=datetime.now(UTC))
    assert (await WebhookLines(pool).take_up(turn)).state == "nothing"  # type: ignore[union-attr]


async def test_an_event_has_one_delivery_to_an_endpoint(organisation: Organisation, pool: Pool) -> None:
    endpoint = await organisation.registers()
    delivery = (await taken_up(pool, endpoint, (await organisation.has_a_case()).case_id)).delivery

    with pytest.raises(psycopg.errors.UniqueViolation):
        await selected(
            pool,
            "INSERT INTO webhook_deliveries (delivery_id, endpoint_id, organisation, environment, event_id, "
            "event_type, state) VALUES (%s, %s, 'org_a', 'test', %s, 'x', 'pending')",
            secrets.token_hex(4),
            endpoint.endpoint_id,
            delivery.event_id,
        )


@pytest.mark.parametrize(
    ("url", "loopback", "reason"),
    [
        ("https://hooks.example.com/a?token=b", False, None),
        ("https://hooks.example.com:8443/", False, "port_not_allowed"),
        ("http://hooks.example.com/", True, "scheme_not_allowed"),
        ("http://127.0.0.1:9000/hook", True, None),
        ("http://localhost:9000/hook", True, None),
        ("http://[::1]:9000/hook", True, None),
        ("http://127.0.0.1:9000/hook", False, "port_not_allowed"),
        ("http://192.168.0.1/hook", True, "address_not_public"),
        ("https://169.254.169.254/", True, "address_not_public"),
        ("https://a:b@hooks.example.com/", False, "userinfo_not_allowed"),
        ("hooks.example.com", False, "scheme_not_allowed"),
        ("https://hooks.example.com:70000/", False, "invalid_url"),
        ("https://]a[@", False, "invalid_url"),
        ("https://]a[@", True, "invalid_url"),
        ("https://xn--/", True, "host_not_allowed"),
        ("https://xn--/", False, "host_not_allowed"),
    ],
)
def test_which_addresses_can_be_registered(url: str, loopback: bool, reason: str | None) -> None:
    if reason is None:
        assert str(refuse_unless_receivable(url, loopback=loopback)) == url
        return
    with pytest.raises(RefusedError) as refused:
        refuse_unless_receivable(url, loopback=loopback)
    assert refused.value.reason == reason
