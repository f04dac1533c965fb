"""Workers in this process, as many as a test needs."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

from temporalio.client import Client

from worker import QueueWork, create_worker


@asynccontextmanager
async def serving(client: Client, work: Mapping[str, QueueWork]) -> AsyncIterator[None]:
    """Workers of these queues for as long as the block lasts. They end all at once, as each takes a moment for it."""
    async with AsyncExitStack() as running:
        workers = [
            await running.enter_async_context(create_worker(client, queue, part)) for queue, part in work.items()
        ]
        try:
            yield
        finally:
            await asyncio.gather(*(worker.shutdown() for worker in workers))
