"""The rows, in the order in which they are measured. A new one is a file here and a line in `ROWS`."""

from collections.abc import Awaitable, Callable, Mapping

from bench.figures import Row
from bench.rows import (
    create_case,
    decision_round_trip,
    extraction,
    learning_the_outcome,
    list_growth,
    mcc,
    pages,
    sources_at_once,
    straight_through_case,
)
from bench.subject import Subject

ROWS: Mapping[str, Callable[[Subject], Awaitable[Row]]] = {
    row.NAME: row.measure
    for row in (
        decision_round_trip,
        create_case,
        sources_at_once,
        learning_the_outcome,
        list_growth,
        straight_through_case,
        extraction,
        mcc,
        pages,
    )
}
