"""A date is stated as precisely as it is known."""

import pytest

from activities.sources.partial_dates import partial_date


@pytest.mark.parametrize(
    ("text", "precision", "stated"),
    [
        ("2019-03-18", None, "2019-03-18"),
        ("2019-03", None, "2019-03"),
        ("2019", None, "2019"),
        (" 2019-03-18T04:12:00Z ", None, "2019-03-18"),
        ("2019-01-01", "year", "2019"),
        ("2019-03-01", "month", "2019-03"),
        ("2019-03-18", "day", "2019-03-18"),
        ("2019-03-18", "hour", "2019-03-18"),
        ("2019", "day", "2019"),
        ("2019-02-29", None, None),
        ("2019-13", None, None),
        ("0000-00-00", None, None),
        ("18.03.2019", None, None),
        ("2019-3-18", None, None),
        ("٢٠١٩", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_what_is_no_date_of_the_calendar_is_none(text: str | None, precision: str | None, stated: str | None) -> None:
    assert partial_date(text, precision) == stated
