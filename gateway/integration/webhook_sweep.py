"""Wakes webhooks that nobody could wake when it was time, because Temporal was away or a process died in between; and
forgets those that were delivered long ago."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import structlog

from gateway.now_and_again import now_and_again
from gateway.services import Services

log = structlog.stdlib.get_logger()

AT_MOST = 500
"""Lines that are woken at a time; the others are for the next time, or for another gateway."""


MOST_TIMES = 20
"""That some are forgotten in a row: a table that has grown for years is not emptied at one go."""


@asynccontextmanager
async def waking_webhooks(found: Services) -> AsyncIterator[None]:
    """Now and again for as long as the block lasts."""
    async with (
        now_and_again(partial(wake_overdue_webhooks, found), "overdue webhooks could not be woken"),
        now_and_again(partial(forget_old_webhooks, found), "old webhooks could not be forgotten"),
    ):
        yield


async def wake_overdue_webhooks(found: Services) -> None:
    """Wakes the lines in which something is overdue. What they wait for has come, so they need not wait any longer."""
    lines = await found.overdue_webhooks.lines(AT_MOST)
    await found.webhook_wakes.lines(lines, "try-now")
    if lines:
        log.info("overdue webhooks woken", lines=len(lines))
    await found.overdue_webhooks.settle()


async def forget_old_webhooks(found: Services) -> None:
    forgotten = 0
    for _ in range(MOST_TIMES):
        some = await found.webhook_log.forget()
        forgotten += some
        if not some:
            break
    if forgotten:
        log.info("old webhook deliveries forgotten", deliveries=forgotten)
