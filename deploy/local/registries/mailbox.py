"""Stands in for the payment company's system that would write to its customers: `/notifications` keeps what came.

It does as a good receiver does: takes a notification once however often it is sent, and refuses what it cannot read.
"""

from datetime import UTC, datetime

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from schemas.frozen import Frozen
from schemas.notifications import CustomerReminder

MAX_NOTIFICATIONS = 100
MAX_BODY_BYTES = 64 * 1024


class ReceivedNotification(Frozen):
    """A notification with how it came."""

    received_at: datetime
    """When it came first."""
    times_received: int
    signature: str | None
    """The `Casewright-Signature` it came with last; None when no secret is set."""
    notification: CustomerReminder


class Mailbox:
    """The last notifications, in memory: a restart empties it."""

    def __init__(self, capacity: int = MAX_NOTIFICATIONS) -> None:
        self._capacity = capacity
        self._received: dict[str, ReceivedNotification] = {}
        self.routes = [
            Route("/notifications", self.take, methods=["POST"]),
            Route("/notifications", self.show, methods=["GET"]),
        ]

    async def take(self, request: Request) -> Response:
        body = await _body(request)
        if len(body) > MAX_BODY_BYTES:
            return JSONResponse({"error": f"a notification has at most {MAX_BODY_BYTES // 1024} KB"}, 413)
        try:
            notification = CustomerReminder.model_validate_json(body)
        except ValidationError as error:
            return JSONResponse({"error": _complaint(error)}, 422)
        self._keep(notification, request.headers.get("Casewright-Signature"))
        return Response(status_code=204)

    async def show(self, _: Request) -> Response:
        """The newest first."""
        return JSONResponse(
            {"notifications": [item.model_dump(mode="json") for item in reversed(self._received.values())]}
        )

    def _keep(self, notification: CustomerReminder, signature: str | None) -> None:
        key = notification.notification_id
        known = self._received.get(key)
        self._received[key] = ReceivedNotification(
            received_at=known.received_at if known else datetime.now(UTC),
            times_received=known.times_received + 1 if known else 1,
            signature=signature,
            notification=notification,
        )
        if len(self._received) > self._capacity:
            del self._received[next(iter(self._received))]


async def _body(request: Request) -> bytes:
    """The body, cut just past the limit. All of it is read: a sender that is cut off would not see the refusal."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk[: MAX_BODY_BYTES + 1 - len(body)]
    return bytes(body)


def _complaint(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(map(str, first["loc"])) or "body"
    return f"{field}: {first['msg']}"
