"""Tells the payment company's own system what its customer should hear.

Casewright sends no e-mail itself: it does not hold the customer's address. What becomes of one delivery:

    2xx                     delivered
    429, 5xx, no answer     raised, so that Temporal tries again; Retry-After of a 429 or 503 says when
    any other status        refused: the same request again would be refused again

The receiver's URL may hold a password and a notification holds the customer's link, so neither is logged nor put into
an error.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import aiohttp
from temporalio import activity
from temporalio.exceptions import ApplicationError

from domain.signatures import SIGNATURE_HEADER, signature
from runtime.http import CONNECT_SECONDS, Failure, failure_of, read_bounded, retry_after_seconds
from runtime.settings import Settings
from schemas.notifications import CustomerReminder, ReminderResult

TOTAL_SECONDS = 10.0
MAX_ANSWER_BYTES = 64 * 1024
SHORTEST_WAIT = timedelta(seconds=10)
"""However soon a receiver wants to be asked again: every try is an action, and a reminder is not that urgent."""
LONGEST_WAIT = timedelta(hours=1)

NOTIFIED = frozenset(
    {
        "notification_id",
        "kind",
        "case_id",
        "company_name",
        "portal_url",
        "expires_at",
        "days_left",
        "environment",
    }
)
"""All that a notification says. A member that is added to a reminder is not sent before it is named here."""


@dataclass(frozen=True)
class _Answer:
    status: int
    retry_after_seconds: float | None


class NotifyActivities:
    """The activity that delivers reminders, over the session it posts with."""

    def __init__(self, http: aiohttp.ClientSession, settings: Settings, total_seconds: float = TOTAL_SECONDS) -> None:
        self._http = http
        self._url = settings.notification_url
        self._secret = settings.notification_secret
        self._timeout = aiohttp.ClientTimeout(total=total_seconds, sock_connect=CONNECT_SECONDS)

    @activity.defn(name="remind-customer")
    async def remind_customer(self, reminder: CustomerReminder) -> ReminderResult:
        """Whether the receiver took the reminder. Raises ApplicationError when it may take it at another time."""
        if self._url is None:
            return ReminderResult(delivered=False, reason="not_configured")
        body = reminder.model_dump_json(include=set(NOTIFIED)).encode()
        answer = await self._post(self._url.get_secret_value(), body)
        if not isinstance(answer, _Answer):
            raise _try_again(f"gave no answer: {answer}")
        if answer.status == 429 or answer.status >= 500:
            raise _try_again(f"answered {answer.status}", _wait(answer))
        if 200 <= answer.status < 300:
            return ReminderResult(delivered=True)
        reason = f"refused_{answer.status}"
        activity.logger.warning("reminder %s was not delivered: %s", reminder.notification_id, reason)
        return ReminderResult(delivered=False, reason=reason)

    async def _post(self, url: str, body: bytes) -> _Answer | Failure:
        """The status answered, or why there was none. The library's own errors name the URL and so end here."""
        try:
            async with self._http.post(
                url, data=body, headers=self._headers(body), allow_redirects=False, timeout=self._timeout
            ) as response:
                retry_after = retry_after_seconds(response.headers.get("Retry-After"), datetime.now(UTC))
                await _read_out(response)
                return _Answer(response.status, retry_after)
        except (aiohttp.ClientError, OSError) as error:
            return failure_of(error)

    def _headers(self, body: bytes) -> dict[str, str]:
        headers = {"Content-Type": "application/json"}
        if self._secret is not None:
            headers[SIGNATURE_HEADER] = signature([self._secret.get_secret_value()], body, datetime.now(UTC))
        return headers


async def _read_out(response: aiohttp.ClientResponse) -> None:
    # The status has said it all. The rest is read so that the connection can be used again, and if it breaks off
    # the reminder is as delivered as before: trying again would only send it twice.
    with suppress(aiohttp.ClientError, OSError):
        await read_bounded(response, bytearray(), MAX_ANSWER_BYTES)


def _wait(answer: _Answer) -> timedelta | None:
    """How long the receiver asks to be left alone, within reason; None leaves it to the retry policy."""
    if answer.retry_after_seconds is None or answer.status not in (429, 503):
        return None
    return min(max(timedelta(seconds=answer.retry_after_seconds), SHORTEST_WAIT), LONGEST_WAIT)


def _try_again(what: str, wait: timedelta | None = None) -> ApplicationError:
    return ApplicationError(
        f"the receiver of notifications {what}", type="NotificationNotDelivered", next_retry_delay=wait
    )
