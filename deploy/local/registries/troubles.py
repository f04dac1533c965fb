"""The ways in which any register may fail to answer, on the wire."""

import asyncio
from dataclasses import dataclass

from starlette.responses import HTMLResponse, Response


@dataclass(frozen=True)
class Slow:
    """Answers the truth after this long."""

    seconds: float


@dataclass(frozen=True)
class Down:
    """Answers with an error of its own or of what stands before it."""

    status: int = 503


@dataclass(frozen=True)
class RateLimited:
    """Answers 429, with a Retry-After if it gives one."""

    retry_after_seconds: int | None = None


@dataclass(frozen=True)
class Malformed:
    """Answers 200 and something that is no answer: a page where data was expected."""


@dataclass(frozen=True)
class Truncated:
    """Answers the truth, and the connection ends half-way through it."""


Trouble = Slow | Down | RateLimited | Malformed | Truncated

_PAGE = "<!doctype html><html><body><h1>Maintenance</h1><p>Please try again later.</p></body></html>"


async def troubled(trouble: Trouble, truth: Response) -> Response:
    """The answer of a register in this trouble, which would otherwise have said `truth`."""
    match trouble:
        case Slow(seconds):
            await asyncio.sleep(seconds)
            return truth
        case Down(status):
            return HTMLResponse(_PAGE, status)
        case RateLimited(seconds):
            headers = {"Retry-After": str(seconds)} if seconds is not None else None
            return Response("Too Many Requests", 429, headers, media_type="text/plain")
        case Malformed():
            return HTMLResponse(_PAGE)
        case Truncated():
            return _CutShort(bytes(truth.body), truth.status_code, media_type=truth.media_type)


class _CutShort(Response):
    """Announces the whole body and sends half of it; the server then has to break the connection."""

    def __init__(self, body: bytes, status_code: int, media_type: str | None) -> None:
        super().__init__(body, status_code, media_type=media_type)
        self.body = body[: len(body) // 2]
