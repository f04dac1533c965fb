"""The task queues: what kind of work waits where, so that each kind scales by itself."""

from enum import StrEnum


class TaskQueue(StrEnum):
    CASES = "cases"
    """Workflows."""
    SOURCES = "sources"
    """Look-ups over the network."""
    DOCUMENTS = "documents"
    """CPU-bound work: reading documents, investigations, reports."""
    AGENTS = "agents"
    """Proposals by rules or language models."""
    RECORDS = "records"
    """Postgres and the object store."""
