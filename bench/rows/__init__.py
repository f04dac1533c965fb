"""The rows, in the order in which they are measured. A new one is a file here and a line in `ROWS`."""

from collections.abc import Awaitable, Callable

from bench.figures import Row
from bench.rows import (
    create_case,
    decision_round_trip,
    extraction,
    learning_the_outcome,
    list_growth,
    mcc,
    sources_at_once,
    straight_through_case,
)
from bench.subject import Subject

ROWS: tuple[Callable[[Subject], Awaitable[Row]], ...] = (
    decision_round_trip.measure,
    create_case.measure,
    sources_at_once.measure,
    learning_the_outcome.measure,
    list_growth.measure,
    straight_through_case.measure,
    extraction.measure,
    mcc.measure,
)
