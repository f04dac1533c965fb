"""What is too long for paper. The report says how much it leaves out; the attached case file has all of it."""

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

IN_THE_CASE_FILE = "all are in the attached case file"


def cut(items: Sequence[Item], most: int) -> tuple[tuple[Item, ...], str]:
    """The first of the items, and words for the rest: empty if there is none. One more item is not cut off: the words
    for it take as much room as the item."""
    if len(items) <= most + 1:
        return tuple(items), ""
    return tuple(items[:most]), f"and {len(items) - most} more; {IN_THE_CASE_FILE}"


def listed(items: Sequence[str], most: int) -> str:
    """`A, B and 3 more`; all of them if there are no more than that."""
    shown = ", ".join(items[:most])
    return f"{shown} and {len(items) - most} more" if len(items) > most else shown


def shortened(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis. `most` is in characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
