"""IBANs: their written form and their validity, by the lengths and check digits of the IBAN registry (schwifty's copy).

One is built from its country's length. Only in running text, and if that makes it valid, does it run on to the
next line, where a BIC often follows.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from schwifty import IBAN
from schwifty.exceptions import InvalidCountryCode, SchwiftyException
from schwifty.registry import get_iban_spec

CHECKSUM = "checksum"
"""The problem of a number whose check digits do not hold."""

_START = re.compile(
    r"(?<![a-z0-9])[a-z]{2}[0-9oil]{2}(?=[ \t.\n-]{0,2}[a-z0-9])|(?<=iban)[a-z]{2}[0-9]{2}(?=[ ]?[0-9a-z])"
)
_AFTER = re.compile(r"[a-z0-9]")
_TO_DIGIT = str.maketrans("OILSB", "01158")
_TO_LETTER = str.maketrans("0158", "OISB")
_MOST = 200
_FULL_LINE = 70
"""Characters of a line of running text, which goes on below."""


class WrittenIban(NamedTuple):
    start: int
    end: int
    value: str
    valid: bool


def ibans_in(text: str) -> Iterator[WrittenIban]:
    """The IBANs of a folded text, also those whose check digits are wrong."""
    for number, match in enumerate(_START.finditer(text)):
        if number >= _MOST:
            return
        if found := _read(text, match.start()):
            yield found


def _read(text: str, start: int) -> WrittenIban | None:
    length = _length(text[start : start + 2].upper())
    if length is None:
        return None
    characters: list[str] = []
    gap, broken = 0, False
    for place in range(start, min(len(text), start + length * 2)):
        character = text[place]
        if _AFTER.match(character):
            characters.append(character)
            gap = 0
            if len(characters) == length:
                iban = _checked(text, start, place + 1, "".join(characters).upper())
                return iban if not broken or (iban and iban.valid) else None
        elif character in " \t.-" and gap < 2:
            gap += 1
        elif character == "\n" and not broken and _runs_on(text, place, length - len(characters)):
            broken = True
        else:
            return None
    return None


def _runs_on(text: str, at: int, left: int) -> bool:
    """Whether a number may go on below: in running text, or where a narrow cell has nothing but its rest there."""
    end = text.find("\n", at + 1)
    below = re.sub(r"[ .-]", "", text[at + 1 : end if end >= 0 else len(text)])
    return at - text.rfind("\n", 0, at) > _FULL_LINE or len(below) == left


def _checked(text: str, start: int, end: int, value: str) -> WrittenIban | None:
    if text[end : end + 1].isalnum():
        return None
    for reading in dict.fromkeys((value, _repaired(value))):
        if IBAN(reading, allow_invalid=True).is_valid:
            return WrittenIban(start, end, reading, True)
    digits = sum(character.isdigit() for character in value)
    return WrittenIban(start, end, value, False) if digits >= len(value) - 8 else None


def _repaired(value: str) -> str:
    """As an OCR may have meant it: each place a letter or a digit as the country's structure says."""
    structure = get_iban_spec(value[:2]).bban_spec
    body, place = "", 4
    for count, kind in re.findall(r"([0-9]+)!([nac])", structure):
        part = value[place : place + int(count)]
        table = {"n": _TO_DIGIT, "a": _TO_LETTER}.get(kind)
        body += part.translate(table) if table else part
        place += int(count)
    return value[:2] + value[2:4].translate(_TO_DIGIT) + body


@cache
def _length(country: str) -> int | None:
    try:
        return get_iban_spec(country).iban_length
    except (InvalidCountryCode, SchwiftyException):
        return None
