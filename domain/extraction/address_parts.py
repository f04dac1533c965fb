"""Addresses of which a form asks each part by itself: street, number, box, postal code and town, each labelled."""

import re
from typing import NamedTuple

from domain.extraction.address_shapes import POSTCODE, in_one_line, names_street, town_end
from domain.extraction.blocks import plain
from domain.extraction.labels import label_at
from domain.extraction.lines import Piece, stripped
from domain.extraction.page_fields import PageFields

_NUMBER = r"huisnummer|hausnummer|numero|house number|nummer|nr\.?|n°|no\."
_BOX = r"busnummer|bus|bte|boite|box|postbus nr"
_PLAIN_PARTS = (
    r"adres|adresse|anschrift|address|siege(?: social)?|zetel|sitz|"
    r"straatnaam|straat(?: en (?:huis)?nummer)?|rue(?: et numero)?|street(?: and number| name)?|"
    r"strasse(?: und (?:haus)?nr\.?| und hausnummer)?|voie|type de voie|nom de la voie|complement d'adresse|"
    r"postcode(?: en (?:woon)?plaats| en gemeente)?|postnummer|post ?code|zip(?: code)?|postal code|"
    r"code postal(?:(?: et|/| /)? (?:ville|localite|commune))?|plz(?: ?/ ?ort|,? ort| und ort)?|postleitzahl|"
    r"gemeente|woonplaats|plaats|stad|commune|localite|ville|ort|stadt|city|town|post town|county|"
    r"land|pays|country|staat|building(?: name)?|premises|address line [1-4]|adresregel [1-4]|adresse [12]"
)
_PART = re.compile(rf"(?:(?P<number>{_NUMBER})|(?P<box>{_BOX})|(?:{_PLAIN_PARTS}))(?![\w'-])(?P<gap>\s?[:/]\s?|\s+|$)")
_BEGINS_VALUE = re.compile(r"(?:rue|voie|street|straat|strasse|place|land|zetel|siege|sitz|ort)\b")
"""Labels that are also the first word of a value: `Rue du Moulin 45`."""
_INSIDE = re.compile(rf"(?<![\w'-])(?:{_NUMBER}|{_BOX}|{_PLAIN_PARTS})\s?:")
_MEANINGS = frozenset({"address", "registered_address", "supply_address", "address_part"})
_MOST_ROWS = 9


class _Part(NamedTuple):
    row: int
    kind: str | None
    """`number`, or the word for a box as it is written: `bus`; None for other parts."""
    value: Piece


def address_in_parts(read: PageFields, first: int) -> tuple[int, int, str] | None:
    """The address whose parts begin in a row; where its values stand, and how it reads in one line."""
    parts: list[_Part] = []
    for number in range(first, min(first + _MOST_ROWS, len(read.rows))):
        row = read.rows[number]
        label = label_at(row.plain)
        if number > first and label is not None and label.meaning != "address_part" and not _PART.match(row.plain):
            break
        if number > first and label is not None and label.meaning in _MEANINGS - {"address_part"}:
            break
        for cell in row.cells:
            parts += [part for piece in _pieces(cell) if (part := _part(number, piece)) is not None]
        if _has_town(parts):
            break
    if not _has_town(parts) or len(parts) < 2:
        return None
    line = in_one_line("\n".join(_lines(parts)))
    code = POSTCODE.search(line)
    if code is None or code.start() < 4 or not _may_be_street(line[: code.start()]):
        return None
    return parts[0].value.start, parts[-1].value.end, line


def _pieces(cell: Piece) -> list[Piece]:
    """A cell, cut where another label with a colon begins."""
    words = plain(cell.text)
    cuts = [match.start() for match in _INSIDE.finditer(words) if match.start() > 0]
    ends = [*cuts, len(cell.text)]
    return [stripped(cell.start + begin, cell.text[begin:end]) for begin, end in zip([0, *cuts], ends, strict=True)]


def _part(row: int, piece: Piece) -> _Part | None:
    """The value in a piece behind its labels; None if it is labels only."""
    words, at, kind = plain(piece.text), 0, None
    label = label_at(words)
    if label is not None and label.meaning in _MEANINGS and label.meaning != "address_part":
        at = label.end
    while (match := _PART.match(words, at)) and _is_label(piece.text, match):
        at = match.end()
        kind = "number" if match["number"] else match["box"]
    value = stripped(piece.start + at, piece.text[at:])
    return _Part(row, kind, value) if value.text.strip(" -–:") else None


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Whether a word is a label and not the beginning of a value: a colon, another label or a capital follows it."""
    if match["gap"].strip() or match.end() == len(text):
        return True
    rest = text[match.end() :]
    following = _PART.match(plain(rest))
    if following is not None and (following["gap"].strip() or following.end() == len(rest)):
        return True
    return (rest[0].isupper() or rest[0].isdigit()) and _BEGINS_VALUE.match(match[0]) is None


def _has_town(parts: list[_Part]) -> bool:
    line = " ".join(part.value.text for part in parts)
    last = None
    for code in POSTCODE.finditer(line):
        last = code
    return last is not None and last.start() > 3 and town_end(line, last.end(), len(line)) is not None


def _lines(parts: list[_Part]) -> list[str]:
    """What is of one row, a number with its street, and a postal code with its town in one line each."""
    lines: list[str] = []
    row = -1
    for part in parts:
        text = f"{part.kind} {part.value.text}" if _is_box(part) else part.value.text
        joins = part.kind is not None or re.fullmatch(r"[0-9]{1,4}\s?[A-Za-z]?", text) is not None
        if (
            lines
            and POSTCODE.fullmatch(text) is None
            and (
                part.row == row
                or joins
                or re.fullmatch(r"[0-9]{1,4}\s?[A-Za-z]?", lines[-1])
                or POSTCODE.fullmatch(lines[-1])
            )
        ):
            lines[-1] += f" {text}"
        else:
            lines.append(text)
        row = part.row
    return lines


def _is_box(part: _Part) -> bool:
    return part.kind not in (None, "number")


def _may_be_street(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters >= 3 and (any(map(str.isdigit, text)) or names_street(text)) and len(text) < 110
