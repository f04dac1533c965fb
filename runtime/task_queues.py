"""The task queues: what kind of work waits where, so that each kind scales by itself."""

from enum import StrEnum

from domain.look_ups import BY_HAND
from schemas.sources import SourceName


class TaskQueue(StrEnum):
    CASES = "cases"
    """Workflows."""
    SOURCES = "sources"
    """Look-ups over the network, each source on a queue of its own (`source_queue`), which has the source's rate."""
    DOCUMENTS = "documents"
    """CPU-bound work: reading documents, investigations, reports."""
    AGENTS = "agents"
    """Proposals by rules or language models."""
    RECORDS = "records"
    """Postgres and the object store."""
    WEBHOOKS = "webhooks"
    """Posts to receivers, each of which may take half a minute to answer or not to: nothing else waits behind them."""


def source_queue(source: SourceName) -> str:
    """The queue of one source's look-ups. Temporal holds a queue's rate across all workers that serve it."""
    return f"{TaskQueue.SOURCES}-{source}"


SERVED_QUEUES = (
    *(queue.value for queue in TaskQueue if queue is not TaskQueue.SOURCES),
    *(source_queue(source) for source in SourceName if source not in BY_HAND),
)
"""The names of all the queues that workers serve."""
