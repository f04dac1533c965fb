"""What every source is: something that can be asked about a company, on terms that its operator sets."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from activities.sources.answers import Reply
from schemas.sources import SourceName, SourceQuery


@dataclass(frozen=True)
class Terms:
    """How a source may be used."""

    per_second: float
    """Look-ups begun in a second at most, by all workers together."""
    kept_for: timedelta | None = None
    """How long an answer that says found or not found may be used again, by its operator's terms and by how fast it
    goes out of date; None: it is asked each time."""
    one_host: bool = True
    """Whether all look-ups ask the same host, so that a few failures in a row say that it is down."""


class Source(Protocol):
    """One register or service. It answers and never judges, keeps nothing and knows no case."""

    @property
    def name(self) -> SourceName: ...

    @property
    def terms(self) -> Terms: ...

    async def ask(self, query: SourceQuery) -> Reply:
        """What the source says of the company, with the bytes it sent. A source that fails is an answer too: returns
        and does not raise, whatever comes over the wire."""
        ...
