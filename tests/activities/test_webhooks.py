"""What one attempt at a webhook sends, and what comes of it by what the receiver does; over real HTTP and Postgres."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from standardwebhooks import Webhook
from temporalio.testing import ActivityEnvironment

from activities.webhooks import WebhookActivities
from runtime.case_records import CaseRecords
from runtime.postgres import Pool, create_pool
from runtime.published_events import PublishedEvents
from runtime.settings import Settings
from runtime.webhook_lines import _CASES_WAITING, WebhookLines
from runtime.webhook_posting import WebhookPosting
from runtime.webhook_wakes import Signal, WebhookWakes
from schemas.case import RecordBatch
from schemas.session import SessionDetails
from schemas.webhooks import DeliveryLine, Resumption
from tests.webhook_receiver import (
    Behaviour,
    Organisation,
    Receiver,
    an_organisation,
    pause,
    receiving,
)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PATIENCE_SECONDS = 60.0
"""With a receiver that answers."""
UNANSWERED_SECONDS = 6.0
"""With one that never does: enough for what is sent to come there, and no longer."""


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


@pytest.fixture
async def organisation(pool: Pool, settings: Settings, receiver: Receiver) -> Organisation:
    return await an_organisation(pool, settings, receiver, total_seconds=PATIENCE_SECONDS)


def in_a_hurry(organisation: Organisation, settings: Settings) -> Organisation:
    """The same, by a worker that waits for a receiver no longer than for one that never answers."""
    posting = WebhookPosting(loopback=True, total_seconds=UNANSWERED_SECONDS)
    pool = organisation.pool
    activities = WebhookActivities(WebhookLines(pool), PublishedEvents(pool), Woken(), posting, settings)
    return replace(organisation, activities=activities)


async def test_an_event_is_sent_with_all_that_may_be_said_of_it(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()

    result = await organisation.turn(endpoint, opening.case_id)

    assert result.state == "delivered"
    [hook] = organisation.receiver.hooks
    delivery = await organisation.newest(endpoint)
    moment = f"{opening.created_at.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"
    created = delivery.created_at.replace(tzinfo=None).isoformat(timespec="milliseconds")
    assert hook.headers["Content-Type"] == "application/json"
    assert hook.envelope == {
        "external_case_id": None,
        "external_applicant_id": None,
        "external_customer_id": None,
        "trace_id": None,
        "event_id": delivery.event_id,
        "delivery_id": delivery.delivery_id,
        "event_type": "v1.intake.session_created",
        "semantic_event_type": "case.created",
        "schema_version": "v1",
        "cursor": 1,
        "created_at": f"{created}Z",
        "occurred_at": moment,
        "org_id": organisation.owner.organisation,
        "environment": opening.environment,
        "case_id": opening.case_id,
        "session_id": opening.case_id,
        "data": {"case_type_id": opening.template.id, "environment": opening.environment},
    }


async def test_it_is_signed_by_both_schemes_over_the_bytes_that_were_sent(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()

    await organisation.turn(endpoint, opening.case_id)

    [hook] = organisation.receiver.hooks
    secret = organisation.webhooks.secret_of(endpoint)
    assert Webhook(secret).verify(hook.body, dict(hook.headers)) == hook.envelope
    assert hook.is_signed(secret)
    assert hook.headers["webhook-id"] == hook.envelope["delivery_id"]


async def test_a_secret_that_was_replaced_signs_beside_the_new_one_for_a_day(organisation: Organisation) -> None:
    first = await organisation.registers()
    second = await organisation.webhooks.rotate(organisation.owner, first.endpoint_id)
    assert second is not None
    opening = await organisation.has_a_case()

    await organisation.turn(first, opening.case_id)

    [hook] = organisation.receiver.hooks
    secrets = [organisation.webhooks.secret_of(endpoint) for endpoint in (second, first)]
    assert all(hook.is_signed(secret) for secret in secrets)
    assert all(Webhook(secret).verify(hook.body, dict(hook.headers)) for secret in secrets)
    assert hook.headers["Casewright-Signature"].count("v1=") == 2
    assert second.previous_secret_until is not None
    assert timedelta(hours=23) < second.previous_secret_until - datetime.now(UTC) <= timedelta(hours=24)


@pytest.mark.parametrize("ended", [True, False])
async def test_after_that_day_only_the_new_secret_signs(organisation: Organisation, pool: Pool, ended: bool) -> None:
    endpoint = await organisation.registers()
    await organisation.webhooks.rotate(organisation.owner, endpoint.endpoint_id)
    async with pool.connection() as connection:
        until = datetime.now(UTC) + (timedelta(seconds=-1) if ended else timedelta(hours=1))
        await connection.execute(
            "UPDATE webhook_endpoints SET previous_secret_until = %s WHERE endpoint_id = %s",
            [until, endpoint.endpoint_id],
        )
    opening = await organisation.has_a_case()

    await organisation.turn(endpoint, opening.case_id)

    assert organisation.receiver.hooks[0].is_signed(organisation.webhooks.secret_of(endpoint)) is not ended


@pytest.mark.parametrize(
    ("behaviour", "status", "error"),
    [
        (500, 500, "status_500"),
        (404, 404, "status_404"),
        (429, 429, "status_429"),
        ("redirects", 307, "redirected"),
        (304, 304, "redirected"),
        ("hangs", None, "timeout"),
        ("drops", None, "unreachable"),
        ("garbage", None, "malformed_answer"),
    ],
)
async def test_whatever_is_no_2xx_is_tried_again_and_then_taken_under_the_same_id(
    organisation: Organisation, settings: Settings, behaviour: Behaviour, status: int | None, error: str
) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    organisation.receiver.answers.append(behaviour)
    worker = in_a_hurry(organisation, settings) if behaviour == "hangs" else organisation

    first = await worker.turn(endpoint, opening.case_id)
    failed = await organisation.newest(endpoint)
    second = await organisation.turn(endpoint, opening.case_id)

    assert (first.state, first.wait_seconds, first.reason) == ("later", 5.0, error)
    assert (failed.state, failed.last_status, failed.last_error) == ("pending", status, error)
    assert second.state == "delivered"
    once, again = organisation.receiver.hooks
    assert once.body == again.body
    assert once.headers["webhook-id"] == again.headers["webhook-id"]
    delivery = await organisation.newest(endpoint)
    attempts = await organisation.webhooks.attempts(organisation.owner, delivery.delivery_id)
    assert [(item.attempt, item.status, item.error) for item in attempts] == [(1, status, error), (2, 204, None)]
    assert (delivery.state, delivery.attempts, delivery.last_error) == ("delivered", 2, None)


@pytest.mark.parametrize("behaviour", ["huge", "drips"])
async def test_an_endless_body_after_a_2xx_changes_nothing(
    organisation: Organisation, settings: Settings, behaviour: Behaviour
) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    organisation.receiver.answers.append(behaviour)

    assert (await in_a_hurry(organisation, settings).turn(endpoint, opening.case_id)).state == "delivered"


async def test_a_receiver_that_is_not_there_is_tried_again(organisation: Organisation, unused_tcp_port: int) -> None:
    endpoint = await organisation.registers(url=f"http://127.0.0.1:{unused_tcp_port}/hook")
    opening = await organisation.has_a_case()

    result = await organisation.turn(endpoint, opening.case_id)

    assert (result.state, result.reason) == ("later", "unreachable")


async def test_a_line_whose_time_has_not_come_waits(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    organisation.receiver.answers.append(503)
    await organisation.turn(endpoint, opening.case_id, now=NOW)

    early = await organisation.turn(endpoint, opening.case_id, now=NOW + timedelta(seconds=2), at_once=False)
    in_time = await organisation.turn(endpoint, opening.case_id, now=NOW + timedelta(seconds=5), at_once=False)

    assert (early.state, early.wait_seconds, early.reason) == ("later", 3.0, "status_503")
    assert in_time.state == "delivered"
    assert len(organisation.receiver.hooks) == 2


@pytest.mark.parametrize(("asked", "wait"), [("90", 90.0), ("1", 5.0), ("86400", 43_200.0), ("soon", 5.0)])
async def test_a_receiver_says_when_within_bounds(organisation: Organisation, asked: str, wait: float) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    organisation.receiver.otherwise, organisation.receiver.headers = 503, {"Retry-After": asked}

    assert (await organisation.turn(endpoint, opening.case_id)).wait_seconds == wait


async def test_a_receiver_that_is_gone_is_paused_at_once(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    organisation.receiver.answers.append(410)

    result = await organisation.turn(endpoint, opening.case_id)
    after = await organisation.turn(endpoint, opening.case_id)

    paused = await organisation.webhooks.get(organisation.owner, endpoint.endpoint_id)
    assert paused is not None
    assert paused.paused_reason is not None
    assert f"said to event 1 of {opening.case_id} that it is gone (410). " in paused.paused_reason
    assert (result.state, after.state) == ("stopped", "stopped")
    assert len(organisation.receiver.hooks) == 1
    assert (await organisation.newest(endpoint)).state == "failed"


async def test_after_three_days_the_endpoint_is_paused_and_says_why(
    organisation: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    organisation.receiver.otherwise = 500
    await organisation.turn(endpoint, opening.case_id, now=NOW)

    last_but_one = await organisation.turn(endpoint, opening.case_id, now=NOW + timedelta(hours=71))
    last = await organisation.turn(endpoint, opening.case_id, now=NOW + timedelta(hours=72))

    assert (last_but_one.state, last_but_one.wait_seconds) == ("later", 30.0)
    assert last.state == "stopped"
    paused = await organisation.webhooks.get(organisation.owner, endpoint.endpoint_id)
    assert paused is not None
    assert paused.paused_reason == last.reason
    assert last.reason.startswith(f"event 1 of {opening.case_id} could not be delivered for three days: status_500. ")
    assert f"/api/v1/webhooks/deliveries/{(await organisation.newest(endpoint)).delivery_id}/skip" in last.reason
    said = capsys.readouterr().out
    assert "webhook endpoint paused" in said
    assert endpoint.url not in said


async def test_a_resumed_endpoint_begins_with_the_first_event_it_has_not_taken(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    await organisation.turn(endpoint, opening.case_id)
    organisation.receiver.answers.append(410)
    await organisation.turn(endpoint, opening.case_id)

    await organisation.webhooks.resume(organisation.owner, endpoint.endpoint_id)
    while (await organisation.turn(endpoint, opening.case_id, at_once=False)).state == "delivered":
        pass

    assert organisation.receiver.taken_types == await organisation.published(opening.case_id)
    ids = [hook.envelope["delivery_id"] for hook in organisation.receiver.taken]
    assert len(set(ids)) == len(ids)


async def test_a_deleted_endpoint_is_sent_nothing(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    await organisation.webhooks.delete(organisation.owner, endpoint.endpoint_id)

    assert (await organisation.turn(endpoint, opening.case_id)).state == "stopped"
    assert organisation.receiver.hooks == []


async def test_a_test_says_that_it_is_one(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    await pause(organisation.pool, endpoint.endpoint_id, "by hand")
    test = await organisation.webhooks.test(organisation.owner, endpoint.endpoint_id)
    assert test is not None

    result = await organisation.turn(endpoint, None, delivery_id=test.delivery_id)

    assert result.state == "delivered"
    envelope = organisation.receiver.hooks[0].envelope
    assert (envelope["event_type"], envelope["semantic_event_type"]) == ("v1.webhook.test", "webhook.test")
    assert (envelope["case_id"], envelope["session_id"], envelope["cursor"]) == (None, None, None)
    assert envelope["delivery_id"] == test.delivery_id
    assert envelope["org_id"] == organisation.owner.organisation


async def test_a_test_that_is_given_up_pauses_nothing(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    test = await organisation.webhooks.test(organisation.owner, endpoint.endpoint_id)
    assert test is not None
    organisation.receiver.otherwise = 410

    await organisation.turn(endpoint, None, delivery_id=test.delivery_id)

    found = await organisation.webhooks.get(organisation.owner, endpoint.endpoint_id)
    assert found is not None
    assert found.paused_at is None
    assert (await organisation.newest(endpoint)).state == "failed"


async def test_what_the_system_that_opened_a_case_calls_it_comes_with_each_event(
    organisation: Organisation, pool: Pool
) -> None:
    endpoint = await organisation.registers()
    opening, events = organisation.history()
    session = SessionDetails(idempotency_key="k", ttl_hours=1, external_case_id="A-17", trace_id="t-1")
    told = events[0].model_copy(update={"data": events[0].data | {"session": session.model_dump(mode="json")}})
    opening = opening.model_copy(update={"session": session})
    await CaseRecords(pool).write(RecordBatch(opening=opening, events=(told,)))

    await organisation.turn(endpoint, opening.case_id)

    envelope = organisation.receiver.hooks[0].envelope
    assert (envelope["external_case_id"], envelope["trace_id"]) == ("A-17", "t-1")
    assert (envelope["external_applicant_id"], envelope["external_customer_id"]) == (None, None)


async def test_one_endpoint_that_hangs_leaves_places_for_others(
    organisation: Organisation, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("activities.webhooks.MOST_AT_ONCE", 2)
    hanging, other = await organisation.registers(), await organisation.registers()
    cases = [(await organisation.has_a_case()).case_id for _ in range(3)]
    organisation.receiver.answers.extend(["hangs", "hangs"])
    under_way = [asyncio.create_task(organisation.turn(hanging, case_id)) for case_id in cases[:2]]
    while len(organisation.receiver.hooks) < 2:
        await asyncio.sleep(0.01)

    third = await organisation.turn(hanging, cases[2])
    elsewhere = await organisation.turn(other, cases[2])
    receiver.let_go.set()
    await asyncio.gather(*under_way)

    assert (third.state, elsewhere.state) == ("busy", "delivered")
    assert (await organisation.turn(hanging, cases[2])).state == "delivered"


async def test_an_event_that_no_receiver_takes_is_left_out_and_those_behind_it_come(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    organisation.receiver.answers.append(410)
    await organisation.turn(endpoint, opening.case_id)
    poison = await organisation.newest(endpoint)

    await organisation.webhooks.skip(organisation.owner, poison.delivery_id)
    await organisation.webhooks.resume(organisation.owner, endpoint.endpoint_id)
    while (await organisation.turn(endpoint, opening.case_id)).state == "delivered":
        pass

    assert organisation.receiver.taken_types == (await organisation.published(opening.case_id))[1:]


class Woken(WebhookWakes):
    """Notes which cases are woken, and fails as a test wants it to."""

    def __init__(self, fails_at: str = "") -> None:
        self.cases: list[str | None] = []
        self.fails_at = fails_at

    async def lines(self, lines: Sequence[DeliveryLine], signal: Signal) -> None:
        assert signal == "try-now"
        if self.fails_at in [line.case_id for line in lines]:
            raise ConnectionError
        self.cases += [line.case_id for line in lines]


async def test_waking_the_lines_of_an_endpoint_goes_on_where_it_was_broken_off(
    organisation: Organisation, pool: Pool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runtime.webhook_lines._CASES_WAITING", _CASES_WAITING.replace("LIMIT 200", "LIMIT 1"))
    endpoint = await organisation.registers()
    cases = sorted([(await organisation.has_a_case()).case_id for _ in range(3)])
    first, second = Woken(fails_at=cases[2]), Woken()
    done: list[object] = []

    async def wake(wakes: Woken, *heartbeat: object) -> None:
        activities = WebhookActivities(WebhookLines(pool), PublishedEvents(pool), wakes, WebhookPosting(), settings)
        environment = ActivityEnvironment()
        environment.on_heartbeat = lambda *details: done.extend(details)
        environment.info = replace(environment.info, heartbeat_details=heartbeat)
        await environment.run(activities.wake_webhooks, Resumption(endpoint_id=endpoint.endpoint_id))

    with pytest.raises(ConnectionError):
        await wake(first)
    await wake(second, done[-1])

    assert (first.cases, second.cases) == (cases[:2], cases[2:])


# Addresses that are not public.

REFUSED = [
    ("http://127.0.0.1:9/hook", "port_not_allowed"),
    ("https://127.0.0.1/hook", "address_not_public"),
    ("https://169.254.169.254/latest/meta-data", "address_not_public"),
    ("https://[::1]/hook", "address_not_public"),
    ("https://[::ffff:10.0.0.1]/hook", "address_not_public"),
    ("https://10.0.0.1/hook", "address_not_public"),
    ("https://localhost/hook", "host_not_allowed"),
    ("https://2130706433/hook", "host_not_allowed"),
    ("http://hooks.example.com/hook", "scheme_not_allowed"),
    ("ftp://hooks.example.com/hook", "scheme_not_allowed"),
    ("https://user:password@hooks.example.com/hook", "userinfo_not_allowed"),
    ("https://private.example.com/hook", "address_not_public"),
]


class PrivateNames(AbstractResolver):
    """Says of every name that it is inside."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [ResolveResult(hostname=host, host="10.0.0.7", port=port, family=socket.AF_INET, proto=0, flags=0)]

    async def close(self) -> None:
        pass


@pytest.mark.parametrize(("url", "error"), REFUSED)
async def test_nothing_is_sent_to_an_address_that_is_not_public(
    pool: Pool, settings: Settings, receiver: Receiver, url: str, error: str
) -> None:
    way = {"loopback": False, "resolver": PrivateNames(), "total_seconds": PATIENCE_SECONDS}
    organisation = await an_organisation(pool, settings, receiver, **way)
    endpoint = await organisation.registers(url=url)
    opening = await organisation.has_a_case()

    result = await organisation.turn(endpoint, opening.case_id)

    assert (result.state, result.reason) == ("later", error)


async def test_loopback_opens_this_machine_only(organisation: Organisation) -> None:
    endpoint = await organisation.registers(url="https://169.254.169.254/latest/meta-data")
    opening = await organisation.has_a_case()

    assert (await organisation.turn(endpoint, opening.case_id)).reason == "address_not_public"


async def test_a_name_that_pretends_to_be_this_machine_is_refused_when_it_is_not(
    pool: Pool, settings: Settings, receiver: Receiver
) -> None:
    way = {"resolver": PrivateNames(), "total_seconds": PATIENCE_SECONDS}
    organisation = await an_organisation(pool, settings, receiver, **way)
    endpoint = await organisation.registers(url="http://localhost:8080/hook")
    opening = await organisation.has_a_case()

    assert (await organisation.turn(endpoint, opening.case_id)).reason == "address_not_public"


async def test_no_secret_of_ours_is_in_what_is_sent(organisation: Organisation) -> None:
    endpoint = await organisation.registers()
    opening = await organisation.has_a_case()
    await organisation.turn(endpoint, opening.case_id)

    [hook] = organisation.receiver.hooks
    sent = hook.body.decode() + json.dumps(dict(hook.headers))
    assert organisation.webhooks.secret_of(endpoint) not in sent
    assert str(opening.portal_token) not in sent
