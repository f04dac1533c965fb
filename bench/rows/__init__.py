"""The rows, in the order in which they are measured. A new one is a file here and a line in `ROWS`."""

from collections.abc import Awaitable, Callable

from bench.figures import Row
from bench.rows import decision_round_trip, straight_through_case
from bench.subject import Subject

ROWS: tuple[Callable[[Subject], Awaitable[Row]], ...] = (
    decision_round_trip.measure,
    straight_through_case.measure,
)
