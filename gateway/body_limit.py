"""Counts the bytes of every request body as they arrive, and refuses one that is too large.

What was announced or has arrived beyond the limit is read and dropped for a while before the refusal is sent: a client
that is still sending would otherwise see a broken connection instead of the answer.
"""

import re

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.problems import ApiError
from gateway.refusals import refusal_response
from schemas.documents import MAX_DOCUMENT_BYTES
from schemas.uploads import MAX_PIECE_BYTES

JSON_LIMIT = 128 * 1024
"""A case keeps every submission, and all of it must stay far below what one Temporal payload may hold (2 MB)."""
UPLOAD_LIMIT = MAX_DOCUMENT_BYTES + 64 * 1024
"""A document and the multipart lines around it."""
DRAINED = 4
_LARGER: dict[str, tuple[re.Pattern[str], int]] = {
    "POST": (re.compile(r"/api/portal/[^/]+/documents|/api/cases/[^/]+/checks/withholding/proof"), UPLOAD_LIMIT),
    "PATCH": (re.compile(r"/api/portal/[^/]+/uploads/[^/]+"), MAX_PIECE_BYTES),
}
"""What may be larger than JSON is, by method: which paths, and how many bytes."""


class _TooLargeError(Exception):
    pass


class BodyLimit:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = _limit(scope)
        received = 0
        ended = False
        started = False

        async def count() -> Message:
            nonlocal received, ended
            message = await receive()
            received += len(message.get("body", b""))
            ended = not message.get("more_body")
            if received > limit:
                raise _TooLargeError
            return message

        async def note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, count, note)
        except _TooLargeError:
            if started:
                raise
            if not ended:
                await _drain(receive, limit * DRAINED - received)
            await _refuse(scope, receive, send, limit)


async def _drain(receive: Receive, allowance: int) -> None:
    while allowance > 0:
        message = await receive()
        allowance -= len(message.get("body", b""))
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return


async def _refuse(scope: Scope, receive: Receive, send: Send, limit: int) -> None:
    megabytes = MAX_DOCUMENT_BYTES // 2**20
    error = (
        ApiError("file_too_large", f"file: larger than {megabytes} MB; make it smaller or split it", "file")
        if limit == UPLOAD_LIMIT
        else ApiError("body_too_large", f"the body is larger than {limit // 1024} KB; send less of it")
    )
    await refusal_response(Request(scope), error)(scope, receive, send)


def _limit(scope: Scope) -> int:
    paths, limit = _LARGER.get(scope["method"], (None, JSON_LIMIT))
    return limit if paths and paths.fullmatch(str(scope["path"])) else JSON_LIMIT
