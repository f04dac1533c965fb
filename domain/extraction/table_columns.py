"""What the head of a table says of the rows below it, and the roles that its narrow columns break over two rows."""

import re
from collections.abc import Sequence

from domain.extraction.blocks import Row
from domain.extraction.page_fields import PageFields
from domain.extraction.table_heads import header_of

ENDS_OPEN = re.compile(
    r"\s(?:of|of the|des|der|de|du|de la|de l['’]|d['’]|van|van de|van het|raad van|board of|conseil|conseil d['’]|"
    r"management|executive|member|mitglied|lid|membre)$",
    re.IGNORECASE,
)
"""A cell that its next row goes on with: `Member of the`, below it `Management Board`."""
_LONGEST_TABLE = 60
"""Rows."""


def head_above(read: PageFields, number: int) -> Row | None:
    """The head of the table that a row with several cells belongs to."""
    if len(read.rows[number].cells) < 2:
        return None
    for above in range(number - 1, max(-1, number - _LONGEST_TABLE), -1):
        row, context = read.rows[above], read.contexts[above]
        if context.is_label and context.header and len(row.cells) > 1:
            return row
    return None


def has_column(read: PageFields, number: int, meaning: str) -> bool:
    """Whether the head of a row's table has a column of a meaning: `function`, `given`."""
    head = head_above(read, number)
    return meaning in read.contexts[number].header or (head is not None and meaning in header_of(head))


def goes_on_cell(rows: Sequence[Row], number: int) -> bool:
    """Whether a row is the rest of a cell of the row above it, and so no heading of its own."""
    row, above = rows[number], rows[number - 1] if number else None
    return (
        above is not None
        and len(row.cells) == 1 < len(above.cells)
        and any(ENDS_OPEN.search(cell.text) for cell in above.cells[1:])
    )
