"""The days of tables: what the labels above them, side by side, say that each is."""

import re
from collections.abc import Iterator
from itertools import groupby

from domain.extraction.context import header_above, line_around
from domain.extraction.dates import Written
from domain.extraction.moment_labels import LABELS, role_of
from domain.extraction.moment_stand_ins import UNSAID, Day

_OWN = frozenset({"incorporation", "expiry", "document"})
_AMOUNT = re.compile(r"[0-9][.,][0-9]{2}(?![0-9.,])")
_BARE_HEADER = re.compile(r"(?<![a-z])(?<![a-z]-)(?:datum|date)(?![a-z])(?!\s(?:de|d'|du|of|van))")


def by_header(text: str, written: Written) -> tuple[str, int] | None:
    """The role that the head of its table gives, if there is but one that it can give."""
    head = header_above(text, written.start) or _head_of_account(text, written)
    roles = {role_of(label) for label in LABELS.finditer(head)} if head else set()
    if head and not roles and len(_BARE_HEADER.findall(head)) == 1:
        line_start, line_end = line_around(text, written.start, written.end)
        return None if _AMOUNT.search(text, line_start, line_end) else ("document", 3)
    name, rank = next(iter(roles)) if len(roles) == 1 else _in_grid(text, head, written)
    return (name, min(rank + 1, 3)) if name in _OWN else None


def _in_grid(text: str, head: str, written: Written) -> tuple[str, int]:
    """Of several labels the first or the last, where the only date of the row below begins or ends that."""
    line_start, line_end = line_around(text, written.start, written.end)
    labels = list(LABELS.finditer(head))
    if labels and not text[written.end : line_end].strip() and labels[-1].end() == len(head):
        return role_of(labels[-1])
    if labels and not text[line_start : written.start].strip() and labels[0].start() == 0:
        return role_of(labels[0])
    return "other", UNSAID


def first_in_grid(text: str, written: Written) -> tuple[str, int] | None:
    """The first of several labels side by side, of a day that begins the row below them and does not fill it."""
    line_start, line_end = line_around(text, written.start, written.end)
    head = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : max(0, line_start - 1)].strip()
    before = text[line_start : written.start].strip()
    placed = _PLACE_AND_DAY.match(head) is not None and _PLACE.fullmatch(before) is not None
    if (before and not placed) or not text[written.end : line_end].strip():
        return None
    if _DAY_IN_LANGUAGES.match(head):
        return "document", 2
    labels = list(LABELS.finditer(head)) if len(head) <= _LONGEST_HEAD and not any(map(str.isdigit, head)) else []
    if not labels or labels[0].start() > 0:
        return None
    first = role_of(labels[0])
    if len(labels) == 1:
        return first if first[0] == "incorporation" and len(head) > labels[0].end() else None
    cell = _CELLS.split(head)[0]
    inside = {role_of(label)[0] for label in labels if label.end() <= len(cell)}
    return first if len(cell) < len(head) and inside == {first[0]} else None


_DAY_IN_LANGUAGES = re.compile(r"(?:datum|date|data|fecha)(?: ?/ ?(?:datum|date|data|fecha))+(?![a-z ]{2})")
"""`Datum/Date/Date | Behörde/Authority/Autorité`, as identity papers have it."""
_PLACE_AND_DAY = re.compile(r"(?:lieu|place|plaats|ort) ?(?:et|and|en|und|/|,) ?(?:date|datum)(?![a-z])")
_PLACE = re.compile(r"[a-z][a-z' .()-]{1,40}?[ ,/-]*")
"""`Gent - `, before the day below `Lieu et date de délivrance | Lieu de naissance`."""
_LONGEST_HEAD = 160
_CELLS = re.compile(r"\t|\s{2,}")
_IBAN = re.compile(r"\s[a-z]{2}[0-9]{2}(?: ?[0-9a-z]{4}){2}")
_OF_ACCOUNT = re.compile(r"(?:datum|date)\s(?=[^0-9]*(?:rekening|iban|konto|compte|account))")


def _head_of_account(text: str, written: Written) -> str:
    """`Datum  Rekeningnummer` above a row that begins with a date and goes on with the account: of a statement."""
    line_start, _ = line_around(text, written.start, written.end)
    head = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : max(0, line_start - 1)].strip()
    return head if _IBAN.match(text, written.end) and _OF_ACCOUNT.match(head) else ""


def by_columns(text: str, days: list[Day]) -> Iterator[Day]:
    """Dates in a row under a row of as many labels, such as `Date of issue  Date of expiry`, have one each."""
    for line_start, row in groupby(days, key=lambda day: text.rfind("\n", 0, day.written.start) + 1):
        in_row = list(row)
        yield from _under_labels(text, line_start, in_row) if len(in_row) > 1 and line_start else in_row


def _under_labels(text: str, line_start: int, row: list[Day]) -> list[Day]:
    if LABELS.search(text, line_start, row[-1].written.start):
        return row
    above = text[text.rfind("\n", 0, line_start - 1) + 1 : line_start - 1]
    names = [name for name, _ in groupby(role_of(label) for label in LABELS.finditer(above))]
    if len(names) != len(row):
        return row
    return [day._replace(role=name, rank=rank) for day, (name, rank) in zip(row, names, strict=True)]
