"""Texts of strangers: the finders take no longer for repetitions than for anything else of their length."""

import pytest

from domain.extraction.addresses import find_addresses
from domain.extraction.companies import find_companies
from domain.extraction.people import find_people
from tests.domain.extraction.written_pages import written

_LENGTH = 200_000
_PATIENCE_SECONDS = 200
"""Far more than a busy machine takes, and far less than whatever grows with the square of the length."""


@pytest.mark.timeout(_PATIENCE_SECONDS)
@pytest.mark.parametrize(
    "seed",
    [
        "A ",
        "Naam: ",
        "Name: Jan\n",
        "bestuurder: Jan Peeters ",
        "BV ",
        "zetel te 1000 ",
        "60 % aandelen houdt ",
        "|",
        "d'",
        "Naam/",
    ],
)
def test_two_hundred_thousand_repeated_characters_are_read_in_time(seed: str) -> None:
    page = written((seed * _LENGTH)[:_LENGTH])

    for find in (find_companies, find_addresses, find_people):
        for found in find([page], "register_extract", "unknown"):
            assert page.cite(found.char_start, found.char_end)
