"""Rows that are one: a label, or the legal form of a name, whose last words a narrow column writes in a row below."""

import re
from collections.abc import Sequence

from domain.extraction.blocks import Row
from domain.extraction.company_shapes import FORM, FORM_IN_WORDS
from domain.extraction.labels import label_at
from domain.extraction.lines import Piece

_ENDS_FORM = re.compile(
    r"(?:company|limited|shares|partnership|anonyme|limitee|simplifiee|cooperative|vennootschap|aansprakelijkheid|firma|"
    r"gesellschaft|haftung|haftungsbeschrankt\)|kg|speciale|immobiliere|lucratif|winstoogmerk)$"
)
_LONGEST = 70
_LONGEST_REST = 30


def whole_rows(text: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, each with the one below it that ends its label or the form of its name."""
    whole: list[Row] = []
    for row in rows:
        before = whole[-1] if whole else None
        if before is not None and _goes_on(before, row):
            whole[-1] = _joined(text, before, row)
        else:
            whole.append(row)
    return tuple(whole)


def _goes_on(row: Row, below: Row) -> bool:
    short = len(row.text) <= _LONGEST and len(below.text) <= _LONGEST_REST
    if not short or len(row.cells) > 1 or len(below.cells) > 1 or below.start < row.end or row.text.endswith(":"):
        return False
    return _is_one_label(row.plain, below.plain) or _is_one_form(row, below)


def _is_one_label(row: str, below: str) -> bool:
    """Whether two rows are the words of one label, of which the second is none by itself."""
    whole, second = label_at(f"{row} {below}"), label_at(below)
    if whole is None or len(whole.written) <= len(row) or any(map(str.isdigit, row + below)):
        return False
    return second is None and not below[len(whole.written) - len(row) - 1 :].strip(" .:")


def _is_one_form(row: Row, below: Row) -> bool:
    """`Hollybrook Care Designated Activity`, below it `Company`."""
    if _ENDS_FORM.search(below.plain) is None:
        return False
    joined, end = f"{row.text} {below.text}", len(row.text)
    forms = [*FORM_IN_WORDS.finditer(f"{row.plain} {below.plain}"), *FORM.finditer(joined)]
    return any(0 < form.start() < end < form.end() == len(joined) for form in forms)


def _joined(text: str, row: Row, below: Row) -> Row:
    written = text[row.start : below.end]
    plain = row.plain.ljust(below.start - row.start) + below.plain
    return Row(row.start, below.end, written, plain, (Piece(row.start, below.end, written),))
