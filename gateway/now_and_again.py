"""What a gateway does now and again, for as long as it runs and whatever ails its stores."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

log = structlog.stdlib.get_logger()

SECONDS = 60.0
"""Between the end of one time and the next."""


@asynccontextmanager
async def now_and_again(task: Callable[[], Awaitable[None]], failure: str) -> AsyncIterator[None]:
    """Does the task at once and every minute until the block ends. When it fails, the log says `failure`."""
    doing = asyncio.create_task(_for_ever(task, failure))
    try:
        yield
    finally:
        doing.cancel()
        await asyncio.wait([doing])


async def _for_ever(task: Callable[[], Awaitable[None]], failure: str) -> None:
    while True:
        try:
            await task()
        except Exception as error:  # nobody waits for this, so it must outlive whatever is in its way
            log.warning(failure, **described(error))
        await asyncio.sleep(SECONDS)


def described(error: Exception) -> dict[str, str]:
    """An error as a log has it: bounded, since its text may come from anywhere."""
    return {"error": type(error).__name__, "detail": str(error)[:500]}
