"""What becomes of a reminder, by what its receiver answers; over real HTTP."""

import asyncio
import hashlib
import hmac
import json
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from temporalio.api.failure.v1 import Failure
from temporalio.converter import DataConverter
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.notify import MAX_ANSWER_BYTES, NotifyActivities
from runtime.http import create_session
from runtime.settings import Settings
from schemas.notifications import CustomerReminder, ReminderResult
from tests.conftest import REPOSITORY

SECRET = "a secret of the tests é"
REMINDER = CustomerReminder(
    notification_id="case_0123456789ab:reminder:2026-03-28T12:00:00+00:00",
    kind="portal_expires_soon",
    case_id="case_0123456789ab",
    company_name="Modrý Kámen s.r.o.",
    portal_url="https://portal.example/portal/the-token",
    expires_at=datetime(2026, 3, 31, 12, tzinfo=UTC),
    days_left=3,
    environment="test",
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Receiver:
    """Answers every notification with what the test put here, and remembers it."""

    url: str = ""
    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    handler: Handler | None = None
    requests: list[web.Request] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        self.bodies.append(await request.read())
        return await self.handler(request) if self.handler else web.Response(status=self.status, headers=self.headers)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", receiver.answer)
    async with TestServer(app) as server:
        receiver.url = str(server.make_url("/hook"))
        yield receiver


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """A session that would wait longer than any test, so that only the activity's own patience ends a wait."""
    async with create_session(total_seconds=3600.0) as session:
        yield session


Remind = Callable[..., Awaitable[ReminderResult]]


@pytest.fixture
def remind(receiver: Receiver, http: aiohttp.ClientSession) -> Remind:
    async def remind(
        url: str | None = None, secret: str | None = None, reminder: CustomerReminder = REMINDER, seconds: float = 60.0
    ) -> ReminderResult:
        settings = settings_with(notification_url=url or receiver.url, notification_secret=secret)
        activities = NotifyActivities(http, settings, total_seconds=seconds)
        return await ActivityEnvironment().run(activities.remind_customer, reminder)

    return remind


def settings_with(**members: str | None) -> Settings:
    stores = ("postgres_dsn", "s3_endpoint", "s3_access_key", "s3_secret_key")
    return Settings.model_validate({**dict.fromkeys(stores, "unused"), "secret": "0" * 32, **members})


async def test_a_reminder_is_delivered_with_all_it_has_to_say(receiver: Receiver, remind: Remind) -> None:
    assert await remind() == ReminderResult(delivered=True)
    [request], [body] = receiver.requests, receiver.bodies
    assert (request.method, request.path, request.content_type) == ("POST", "/hook", "application/json")
    assert json.loads(body) == {
        "notification_id": "case_0123456789ab:reminder:2026-03-28T12:00:00+00:00",
        "kind": "portal_expires_soon",
        "case_id": "case_0123456789ab",
        "company_name": "Modrý Kámen s.r.o.",
        "portal_url": "https://portal.example/portal/the-token",
        "expires_at": "2026-03-31T12:00:00Z",
        "days_left": 3,
        "environment": "test",
    }


async def test_what_is_not_on_the_list_is_not_sent(receiver: Receiver, remind: Remind) -> None:
    class ReminderOfTomorrow(CustomerReminder):
        officer_note: str

    await remind(reminder=ReminderOfTomorrow(**REMINDER.model_dump(), officer_note="looks like fraud"))
    assert b"officer_note" not in receiver.bodies[0]
    assert b"fraud" not in receiver.bodies[0]


async def test_the_signature_is_over_the_time_and_the_bytes_that_came(receiver: Receiver, remind: Remind) -> None:
    before = int(time.time())
    await remind(secret=SECRET)
    header = re.fullmatch(r"t=(\d+),v1=([0-9a-f]{64})", receiver.requests[0].headers["Casewright-Signature"])
    assert header is not None
    signed = f"{header[1]}.".encode() + receiver.bodies[0]
    assert header[2] == hmac.digest(SECRET.encode(), signed, hashlib.sha256).hex()
    assert before <= int(header[1]) <= int(time.time())


@pytest.mark.parametrize(
    ("secret", "forged", "late_by", "genuine"),
    [
        (SECRET, b"", 0, True),
        ("another secret, of others", b"", 0, False),
        (SECRET, b" ", 0, False),
        (SECRET, b"", 600, False),
    ],
)
async def test_the_documented_check_tells_a_genuine_notification(
    receiver: Receiver, remind: Remind, secret: str, forged: bytes, late_by: int, genuine: bool
) -> None:
    page = (REPOSITORY / "docs" / "notifications.md").read_text(encoding="utf-8")
    [code] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    documented: dict[str, Callable[[str, bytes, str, float], bool]] = {}
    exec(code, documented)
    await remind(secret=SECRET)
    header, body = receiver.requests[0].headers["Casewright-Signature"], receiver.bodies[0] + forged
    assert documented["is_genuine"](header, body, secret, time.time() + late_by) is genuine


async def test_without_a_secret_nothing_is_signed(receiver: Receiver, remind: Remind) -> None:
    await remind()
    assert "Casewright-Signature" not in receiver.requests[0].headers


async def test_a_password_in_the_url_is_sent_as_basic_authentication(receiver: Receiver, remind: Remind) -> None:
    await remind(url=receiver.url.replace("http://", "http://casewright:pass@"))
    assert receiver.requests[0].headers["Authorization"] == aiohttp.encode_basic_auth("casewright", "pass")


async def test_nothing_is_sent_where_no_receiver_is_set(http: aiohttp.ClientSession, receiver: Receiver) -> None:
    activities = NotifyActivities(http, settings_with())
    result = await ActivityEnvironment().run(activities.remind_customer, REMINDER)
    assert result == ReminderResult(delivered=False, reason="not_configured")
    assert receiver.requests == []


@pytest.mark.parametrize("status", [200, 202, 204])
async def test_every_2xx_is_delivered(receiver: Receiver, remind: Remind, status: int) -> None:
    receiver.status = status
    assert (await remind()).delivered


@pytest.mark.parametrize("status", [304, 400, 401, 404, 410, 422])
async def test_a_refusal_is_a_result_and_not_tried_again(receiver: Receiver, remind: Remind, status: int) -> None:
    receiver.status = status
    assert await remind() == ReminderResult(delivered=False, reason=f"refused_{status}")


async def test_a_redirect_is_not_followed(receiver: Receiver, remind: Remind) -> None:
    receiver.status, receiver.headers = 307, {"Location": "/elsewhere"}
    assert await remind() == ReminderResult(delivered=False, reason="refused_307")
    assert [request.path for request in receiver.requests] == ["/hook"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 599])
async def test_a_receiver_in_trouble_is_tried_again_as_the_retry_policy_says(
    receiver: Receiver, remind: Remind, status: int
) -> None:
    receiver.status = status
    error = await failure(remind())
    assert error.message == f"the receiver of notifications answered {status}"
    assert (error.type, error.non_retryable, error.next_retry_delay) == ("NotificationNotDelivered", False, None)


async def test_a_second_try_sends_the_same_notification(receiver: Receiver, remind: Remind) -> None:
    receiver.status = 500
    await failure(remind())
    receiver.status = 204
    assert (await remind()).delivered
    assert receiver.bodies[0] == receiver.bodies[1]


@pytest.mark.parametrize(
    ("status", "retry_after", "wait"),
    [
        (429, "120", timedelta(seconds=120)),
        (503, "120", timedelta(seconds=120)),
        (429, "0", timedelta(seconds=10)),
        (503, "Sun, 06 Nov 1994 08:49:37 GMT", timedelta(seconds=10)),
        (503, "86400", timedelta(hours=1)),
        (429, "soon", None),
        (500, "120", None),
    ],
)
async def test_retry_after_is_kept_within_reason(
    receiver: Receiver, remind: Remind, status: int, retry_after: str, wait: timedelta | None
) -> None:
    receiver.status, receiver.headers = status, {"Retry-After": retry_after}
    error = await failure(remind())
    assert (error.next_retry_delay, error.non_retryable) == (wait, False)


async def test_a_receiver_that_takes_too_long_is_tried_again(receiver: Receiver, remind: Remind) -> None:
    given_up = asyncio.Event()

    async def think(_: web.Request) -> web.Response:
        await given_up.wait()
        return web.Response()

    receiver.handler = think
    error = await failure(remind(seconds=0.2))
    given_up.set()
    assert (error.message, error.non_retryable) == ("the receiver of notifications gave no answer: timeout", False)


async def test_a_receiver_that_is_away_is_tried_again(remind: Remind, unused_tcp_port: int) -> None:
    error = await failure(remind(url=f"http://127.0.0.1:{unused_tcp_port}/"))
    assert (error.message, error.non_retryable) == ("the receiver of notifications gave no answer: unreachable", False)


async def test_a_huge_answer_is_cut_and_delivered_all_the_same(receiver: Receiver, remind: Remind) -> None:
    chunks = 1000
    written: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def pour(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        count = 0
        try:
            while count < chunks:
                await response.write(b"0" * MAX_ANSWER_BYTES)
                count += 1
        finally:  # the server cancels a handler whose connection was closed
            written.set_result(count)
        return response

    receiver.handler = pour
    assert (await remind()).delivered
    assert await written < chunks


async def test_an_answer_that_does_not_end_is_delivered(receiver: Receiver, remind: Remind) -> None:
    read = asyncio.Event()

    async def never_end(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"thank ")
        await read.wait()
        return response

    receiver.handler = never_end
    assert (await remind(seconds=6.0)).delivered
    read.set()


async def test_an_answer_that_breaks_off_is_delivered(receiver: Receiver, remind: Remind) -> None:
    async def break_off(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "100"})
        await response.prepare(request)
        await response.write(b"thank ")
        assert request.transport is not None
        request.transport.close()
        return response

    receiver.handler = break_off
    assert (await remind()).delivered


@pytest.mark.parametrize("trouble", ["answers 500", "refuses", "away", "no TLS", "no HTTP", "slow"])
async def test_neither_the_portal_link_nor_the_secrets_of_the_url_are_told(
    receiver: Receiver, remind: Remind, unused_tcp_port: int, caplog: pytest.LogCaptureFixture, trouble: str
) -> None:
    given_up = asyncio.Event()

    async def speak(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        if trouble == "no HTTP":
            request.transport.write(b"not HTTP at all\r\n\r\n")
        else:
            await given_up.wait()
        request.transport.close()
        return web.Response()

    receiver.status = 500 if trouble == "answers 500" else 404
    receiver.handler = speak if trouble in ("no HTTP", "slow") else None
    secret_url = receiver.url.replace("http://", "http://user:hunter2@") + "?token=hunter2"
    if trouble == "away":
        secret_url = re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{unused_tcp_port}", secret_url)
    if trouble == "no TLS":
        secret_url = secret_url.replace("http:", "https:")
    caplog.set_level("DEBUG")
    told = await told_to_temporal(remind(url=secret_url, secret="hunter2 hunter2 hunter2", seconds=1.0))
    given_up.set()
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "aiohttp.access")
    for secret in ("hunter2", "the-token"):
        assert secret not in told + logged
    assert len(told) < 4000


async def test_an_operator_reads_in_the_log_what_was_refused(
    receiver: Receiver, remind: Remind, caplog: pytest.LogCaptureFixture
) -> None:
    receiver.status = 404
    await remind()
    [record] = [record for record in caplog.records if record.levelname == "WARNING"]
    assert record.getMessage().startswith(f"reminder {REMINDER.notification_id} was not delivered: refused_404")


async def failure(reminding: Awaitable[ReminderResult]) -> ApplicationError:
    with pytest.raises(ApplicationError) as raised:
        await reminding
    return raised.value


async def told_to_temporal(reminding: Awaitable[ReminderResult]) -> str:
    """All that the history would keep of a try: its result, or its error with causes and stack."""
    try:
        return repr(await reminding)
    except ApplicationError as error:
        kept = Failure()
        await DataConverter.default.encode_failure(error, kept)
        return str(kept)
