"""When a webhook is tried again, what signs it, what a delivery is called, and which workflow has it."""

import hashlib
import hmac
from base64 import b64encode
from datetime import datetime, timedelta

from domain.signatures import SECRET_PREFIX
from schemas.webhooks import WebhookEndpoint

LONGEST = timedelta(days=3)
"""How long one event is tried before its endpoint is paused."""

WAITS = (
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
    timedelta(hours=1),
    timedelta(hours=2),
    timedelta(hours=4),
    timedelta(hours=8),
)
"""After the first try, the second, …"""
LATER_WAITS = timedelta(hours=12)
"""After all others."""
LONGEST_RETRY_AFTER = timedelta(hours=12)
"""However long a receiver asks to be left alone, it is asked again after this."""

FIRST_BUSY_WAIT = timedelta(seconds=5)
LONGEST_BUSY_WAIT = timedelta(minutes=5)
"""Between two looks of a line whose endpoint has as many posts under way as it may have."""

BOTH_SECRETS = timedelta(hours=24)
"""How long a secret that was replaced signs beside the new one."""
MOST_SECRETS = 4
"""That sign at a time. A secret that must end sooner ends when it has been replaced so often."""


def next_wait(tries: int, tried_for: timedelta, retry_after: timedelta | None = None) -> timedelta | None:
    """How long to wait after so many failed tries; None once three days are over.

    A receiver that asks for longer (Retry-After) has it, within bounds. The last try is at the end of the three days.
    """
    left = LONGEST - tried_for
    if left <= timedelta(0):
        return None
    wait = WAITS[tries - 1] if tries <= len(WAITS) else LATER_WAITS
    asked = min(retry_after or timedelta(0), LONGEST_RETRY_AFTER)
    return min(max(wait, asked), left)


def busy_wait(times: int, chance: float) -> timedelta:
    """How long a line waits when its endpoint was busy for so many times in a row: doubled each time, within bounds.

    With a `chance` from 0 to 1, between half of that and all of it, so that a thousand lines do not come as one.
    """
    whole = min(FIRST_BUSY_WAIT * (1 << min(times - 1, 10)), LONGEST_BUSY_WAIT)
    return whole * (1 + chance) / 2


def delivery_id_of(endpoint_id: str, event_id: str) -> str:
    """The id of an event's delivery to an endpoint: the same whenever it is sent, and however often."""
    return f"whd_{hashlib.sha256(f'{endpoint_id}|{event_id}'.encode()).hexdigest()[:24]}"


def notice_id_of(delivery_id: str, trying_since: datetime) -> str:
    """The id of the notice that a delivery was given up, of which there is one for each time that it was tried."""
    return f"evt_{hashlib.sha256(f'{delivery_id}|{trying_since.isoformat()}'.encode()).hexdigest()[:24]}"


def line_id_of(endpoint_id: str, subject: str) -> str:
    """The id of the workflow that delivers the events of a case, or one notice or test, to an endpoint."""
    return f"webhook_{endpoint_id}_{subject}"


def resumption_id_of(endpoint_id: str) -> str:
    """The id of the workflow that takes up all that waits for an endpoint."""
    return f"webhook_{endpoint_id}_resumption"


def webhook_secret(master: bytes, endpoint_id: str, version: int) -> str:
    """The secret of an endpoint: 256 bits that follow from our own secret, so that it is stored nowhere."""
    derived = hmac.digest(master, f"webhook|{endpoint_id}|{version}".encode(), hashlib.sha256)
    return f"{SECRET_PREFIX}{b64encode(derived).decode()}"


def valid_secrets(master: bytes, endpoint: WebhookEndpoint, now: datetime) -> tuple[str, ...]:
    """What signs for an endpoint now, the newest first."""
    replaced = (endpoint.previous_secret_until, *endpoint.earlier_secrets_until)
    back = (0, *(back for back, until in enumerate(replaced, start=1) if until is not None and now < until))
    return tuple(webhook_secret(master, endpoint.endpoint_id, endpoint.secret_version - each) for each in back)
