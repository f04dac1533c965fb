"""Wakes webhooks that nobody could wake when it was time, because Temporal was away or a process died in between."""

from contextlib import AbstractAsyncContextManager
from functools import partial

import structlog

from gateway.now_and_again import now_and_again
from gateway.services import Services

log = structlog.stdlib.get_logger()

AT_MOST = 500
"""Lines that are woken at a time; the others are for the next time, or for another gateway."""


def waking_webhooks(found: Services) -> AbstractAsyncContextManager[None]:
    """Now and again for as long as the block lasts."""
    return now_and_again(partial(wake_overdue_webhooks, found), "overdue webhooks could not be woken")


async def wake_overdue_webhooks(found: Services) -> None:
    """Wakes the lines in which something is overdue. What they wait for has come, so they need not wait any longer."""
    lines = await found.overdue_webhooks.lines(AT_MOST)
    await found.webhook_wakes.lines(lines, "try-now")
    if lines:
        log.info("overdue webhooks woken", lines=len(lines))
    await found.overdue_webhooks.settle()
