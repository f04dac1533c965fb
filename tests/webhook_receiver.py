"""A receiver of webhooks on loopback, which does what a test tells it to, and organisations whose cases it hears of."""

import asyncio
import hashlib
import hmac
import json
import secrets
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from aiohttp import web
from aiohttp.test_utils import TestServer
from temporalio.testing import ActivityEnvironment

from activities.webhooks import WebhookActivities
from domain.identity import workflow_id_of
from runtime.case_records import CaseRecords
from runtime.postgres import Pool
from runtime.published_events import PublishedEvents
from runtime.settings import Settings
from runtime.temporal import connect
from runtime.webhook_lines import WebhookLines
from runtime.webhook_posting import WebhookPosting
from runtime.webhook_wakes import WebhookWakes
from runtime.webhooks import NewEndpoint, Webhooks
from schemas.case import CaseOpening, RecordBatch
from schemas.events import CaseEvent
from schemas.owner import Owner
from schemas.status import CaseStatus
from schemas.webhooks import DeliveryTurn, TurnResult, WebhookDelivery, WebhookEndpoint
from tests.example_cases import a_case_of, an_opening

Behaviour = int | Literal["hangs", "redirects", "drops", "garbage", "huge", "drips"]
PATIENCE = 10.0
"""Seconds that a receiver has in these tests: no longer, as some never answer; and long enough for those that do,
however busy the machine is."""


@dataclass
class Hook:
    """One webhook as it came in."""

    headers: Mapping[str, str]
    body: bytes
    answered: Behaviour

    @property
    def envelope(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found

    def is_signed(self, secret: str) -> bool:
        """By both schemes, worked out by hand."""
        parts = [part.partition("=")[::2] for part in self.headers["Casewright-Signature"].split(",")]
        (seconds,) = (value for name, value in parts if name == "t")
        ours = hmac.new(secret.encode(), seconds.encode() + b"." + self.body, hashlib.sha256).hexdigest()
        message = f"{self.headers['webhook-id']}.{self.headers['webhook-timestamp']}.".encode() + self.body
        key = b64decode(secret.removeprefix("whsec_"))
        standard = b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()
        return ("v1", ours) in parts and f"v1,{standard}" in self.headers["webhook-signature"].split(" ")


@dataclass
class Receiver:
    """Behaves in turn as its list says, and then for good as `otherwise` says."""

    url: str = ""
    answers: deque[Behaviour] = field(default_factory=deque)
    otherwise: Behaviour = 204
    headers: dict[str, str] = field(default_factory=dict)
    hooks: list[Hook] = field(default_factory=list)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def taken(self) -> list[Hook]:
        """What it answered with 2xx, whatever came after that."""
        return [hook for hook in self.hooks if hook.answered in (200, 204, "huge", "drips")]

    @property
    def taken_types(self) -> list[str]:
        return [hook.envelope["event_type"] for hook in self.taken]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        behaviour = self.answers.popleft() if self.answers else self.otherwise
        self.hooks.append(Hook(request.headers, await request.read(), behaviour))
        if isinstance(behaviour, int):
            return web.Response(status=behaviour, headers=self.headers)
        return await getattr(self, f"_{behaviour}")(request)  # type: ignore[no-any-return]

    async def _hangs(self, request: web.Request) -> web.StreamResponse:
        await self.let_go.wait()
        return web.Response()

    async def _redirects(self, request: web.Request) -> web.StreamResponse:
        return web.Response(status=307, headers={"Location": str(request.url.with_path("/elsewhere"))})

    async def _drops(self, request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async def _garbage(self, request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.write(b"\x00\xff not HTTP\r\n\r\n")
        request.transport.close()
        return web.Response()

    async def _huge(self, request: web.Request) -> web.StreamResponse:
        """Says yes, and then goes on for ever."""
        response = web.StreamResponse()
        await response.prepare(request)
        while not self.let_go.is_set():
            await response.write(b"x" * 65_536)
        return response

    async def _drips(self, request: web.Request) -> web.StreamResponse:
        """Says yes, and never comes to an end."""
        response = web.StreamResponse()
        await response.prepare(request)
        await self.let_go.wait()
        return response


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", receiver.answer)
    async with TestServer(app) as server:
        receiver.url = str(server.make_url("/hook"))
        yield receiver
        receiver.let_go.set()


@dataclass
class Organisation:
    """One with an endpoint at the receiver, and with cases that go on as a test wants them to."""

    owner: Owner
    pool: Pool
    receiver: Receiver
    webhooks: Webhooks
    activities: WebhookActivities

    async def registers(self, *events: str, url: str | None = None) -> WebhookEndpoint:
        return await self.webhooks.create(
            self.owner, NewEndpoint(url=url or self.receiver.url, events=events, description="", created_by="key_a")
        )

    async def has_a_case(self, status: CaseStatus = CaseStatus.REVIEW_PENDING) -> CaseOpening:
        """A case on record, with all that was published of it."""
        opening, events = self.history(status)
        await CaseRecords(self.pool).write(RecordBatch(opening=opening, events=events))
        return opening

    def history(self, status: CaseStatus = CaseStatus.REVIEW_PENDING) -> tuple[CaseOpening, tuple[CaseEvent, ...]]:
        """A case that is not on record yet."""
        case_id = f"case_{secrets.token_hex(6)}"
        opening = an_opening(
            case_id=case_id,
            workflow_id=workflow_id_of(case_id),
            organisation=self.owner.organisation,
            portal_token=f"pt_{secrets.token_urlsafe(24)}",
        )
        state = a_case_of(opening, status)
        return state.record.opening, state.outbox

    async def published(self, case_id: str) -> list[str]:
        """What was published of a case, as webhooks name it."""
        return [
            event.versioned_event_type for event in (await PublishedEvents(self.pool).of_case(case_id, 0, 1000)).events
        ]

    async def newest(self, endpoint: WebhookEndpoint) -> WebhookDelivery:
        """The last delivery that was begun."""
        return (await self.webhooks.deliveries(self.owner, endpoint.endpoint_id, limit=1))[0]

    async def turn(self, endpoint: WebhookEndpoint, case_id: str | None, **changes: Any) -> TurnResult:
        """One turn of the line, now."""
        turn = DeliveryTurn(endpoint_id=endpoint.endpoint_id, case_id=case_id, now=datetime.now(UTC))
        return await ActivityEnvironment().run(
            self.activities.deliver_webhook, turn.model_copy(update={"at_once": True, **changes})
        )


async def an_organisation(pool: Pool, settings: Settings, receiver: Receiver, **posting: Any) -> Organisation:
    opening = an_opening()
    way = WebhookPosting(**{"loopback": True, "total_seconds": PATIENCE, **posting})
    wakes = WebhookWakes(await connect(lazy=True))
    return Organisation(
        Owner(f"org_{secrets.token_hex(6)}", opening.environment),
        pool,
        receiver,
        Webhooks(pool, settings),
        WebhookActivities(WebhookLines(pool), PublishedEvents(pool), wakes, way, settings),
    )


async def pause(pool: Pool, endpoint_id: str, reason: str) -> None:
    """As if an event had not been taken for three days."""
    async with pool.connection() as connection:
        await connection.execute(
            "UPDATE webhook_endpoints SET paused_at = clock_timestamp(), paused_reason = %s WHERE endpoint_id = %s",
            [reason, endpoint_id],
        )
