"""Dates as registers state them, of which sometimes only the month or the year is known."""

from domain.partial_dates import span_of

_LENGTHS: dict[str, int] = {"day": 10, "month": 7, "year": 4}


def partial_date(text: str | None, precision: str | None = None) -> str | None:
    """`2019-03-18`, `2019-03` or `2019`, as far as it is stated and by `precision` is meant; None if it is no date.

    A time of day is left out. A source that writes `2019-01-01` and says that only the year is known means `2019`.
    """
    written = (text or "").strip().partition("T")[0]
    return written[: _LENGTHS.get(precision or "day", 10)] if span_of(written) else None
