"""The machine-readable zone of passports and identity cards (ICAO Doc 9303): the day they expire.

A zone counts only if the check digit of the day holds, so that a line of an OCR that resembles one does not.
"""

import re
from collections.abc import Iterator

from domain.extraction.dates import Written, written_date

_SECOND_LINE = re.compile(
    r"^(?P<passport>[a-z0-9<]{9}[0-9][a-z<]{3}[0-9]{7}[mfx<])(?P<day>[0-9]{6})(?P<check>[0-9])[a-z0-9<]{9,22}\s*$"
    r"|^(?P<card>[0-9]{7}[mfx<])(?P<card_day>[0-9]{6})(?P<card_check>[0-9])[a-z<]{3}[a-z0-9<]{8,13}\s*$",
    re.MULTILINE,
)
_WEIGHTS = (7, 3, 1)


def expiry_dates(text: str) -> Iterator[Written]:
    """Of each zone in a folded text, its day of expiry, where it stands."""
    for match in _SECOND_LINE.finditer(text.replace(" ", "<") if "<<" in text else ""):
        name = "day" if match["day"] else "card_day"
        figures, check = match[name], match["check" if match["day"] else "card_check"]
        if _check_digit(figures) != int(check):
            continue
        year, month, day = (int(figures[at : at + 2]) for at in (0, 2, 4))
        written = written_date(match.start(name), match.end(name), 2000 + year, month, day)
        if written is not None:
            yield written


def _check_digit(figures: str) -> int:
    return sum(int(figure) * _WEIGHTS[place % 3] for place, figure in enumerate(figures)) % 10
