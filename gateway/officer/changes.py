"""GET /api/cases/changes: the cases of an organisation that change, as server-sent events, for as long as one listens.

https://html.spec.whatwg.org/multipage/server-sent-events.html. Read by `fetch`, as an `EventSource` sends no key.
"""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import structlog
from psycopg_pool import PoolTimeout
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from gateway.access import bearer_key, officers
from gateway.problems import ApiError
from gateway.services import services
from runtime.api_keys import Principal
from runtime.case_changes import Signal, Subscription, TooManyReadersError, Word

log = structlog.stdlib.get_logger()

MEDIA_TYPE = "text/event-stream"
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
"""Neither kept nor collected into larger pieces by whatever is between here and the page."""
KEY_SECONDS = 5.0
"""How often the key is looked at again. It is remembered for a while, so a revoked one is noticed within 15 s."""
SILENT_SECONDS = 15.0
"""After so long without an event a comment is sent, so that neither side takes the silence for a broken connection."""
SEND_SECONDS = 30.0
"""A reader that takes nothing for so long is gone, or keeps a connection that nobody looks at."""
TRY_AGAIN_SECONDS = 15
STILL_HERE = ":\n\n"


@officers("read")
async def case_changes(request: Request, principal: Principal) -> Response:
    if request.method == "HEAD":
        return Response(headers=HEADERS, media_type=MEDIA_TYPE)
    return Changes(request, principal)


class Changes(StreamingResponse):
    """The events, one after the other. It is refused with `too_many_streams` before its first byte."""

    def __init__(self, request: Request, principal: Principal) -> None:
        super().__init__((), headers=HEADERS, media_type=MEDIA_TYPE)
        self._request = request
        self._principal = principal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        changes, who = services(self._request).changes, self._principal
        try:
            with changes.subscribed(who.organisation, who.actor.id) as subscription:
                self.body_iterator = _events(self._request, who, subscription)
                await super().__call__(scope, receive, send)
        except TooManyReadersError as error:
            detail = f"too many listen with this key, or at all; close a page, or try again in {TRY_AGAIN_SECONDS} s"
            raise ApiError("too_many_streams", detail, retry_after=TRY_AGAIN_SECONDS) from error

    async def stream_response(self, send: Send) -> None:
        async def taken_in_time(message: Message) -> None:
            async with asyncio.timeout(SEND_SECONDS):
                await send(message)

        try:
            await super().stream_response(taken_in_time)
        except TimeoutError:
            log.info("a reader of changes takes nothing any more", key_id=self._principal.actor.id)


async def _events(request: Request, principal: Principal, subscription: Subscription) -> AsyncIterator[str]:
    """Until the reader goes, is too slow, may not read any more, or the gateway stops."""
    spoke = asyncio.get_running_loop().time()
    async for word in _while_allowed(request, principal, subscription):
        now = asyncio.get_running_loop().time()
        if word is Signal.END:
            return
        if word is not None or now - spoke >= SILENT_SECONDS:
            spoke = now
            yield _written(word)
        if word is Signal.OVERFLOW:
            return


async def _while_allowed(
    request: Request, principal: Principal, subscription: Subscription
) -> AsyncIterator[Word | None]:
    """Every word, and None now and then while there is none, until the key opens this no more."""
    clock = asyncio.get_running_loop().time
    looked = clock()
    while True:
        word = await subscription.next(KEY_SECONDS)
        if clock() - looked >= KEY_SECONDS:
            if not await _still_opens(request, principal):
                return
            looked = clock()
        yield word


async def _still_opens(request: Request, principal: Principal) -> bool:
    """Whether the key is what it was. While Postgres is away nobody can tell, and there is nothing to hear either."""
    try:
        return await services(request).keys.principal(bearer_key(request)) == principal
    except (psycopg.OperationalError, PoolTimeout) as error:
        log.warning("a key could not be looked at again", error=type(error).__name__, detail=str(error)[:500])
        return True


def _written(word: Word | None) -> str:
    if word is None:
        return STILL_HERE
    if isinstance(word, Signal):
        return f"event: {word}\ndata: {{}}\n\n"
    return f"event: case\ndata: {word.model_dump_json()}\n\n"
