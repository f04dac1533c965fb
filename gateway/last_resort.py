"""The boundary behind which nothing unexpected reaches a caller: a defect is logged with its trace and answered 500."""

import structlog
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.problems import ApiError
from gateway.refusals import refusal_response

log = structlog.stdlib.get_logger()


class LastResort:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, note)
        except Exception:  # whatever a defect raises: it is logged with its trace, and the caller gets an id to report
            log.exception("request failed")
            if started:
                raise
            refusal = ApiError("internal_error", "this is a defect on our side; report it with its request id")
            await refusal_response(Request(scope), refusal)(scope, receive, send)
