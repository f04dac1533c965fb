"""What was read of a page's rows: labels with their values, and whom each row is about."""

from typing import NamedTuple

from domain.extraction.blocks import Row
from domain.extraction.lines import Piece
from domain.extraction.places import Place


class Field(NamedTuple):
    meaning: str
    page_index: int
    row: int
    value: Piece
    section: str | None
    """Whom the row is about: `directors`, `other`, …"""
    label: str
    heading: str
    """The words of the heading that the section began with: a function, maybe."""
    below: bool
    """The value stands below its label."""


class Context(NamedTuple):
    """What is known of a row besides what it says."""

    section: str | None
    heading: str
    header: frozenset[str]
    """The meanings of the columns, if the row is in a table with a head."""
    columns: int
    """How many cells that head has."""
    is_label: bool
    """It is a heading, a head of a table or begins with a label."""


class PageFields(NamedTuple):
    page_index: int
    text: str
    rows: tuple[Row, ...]
    contexts: tuple[Context, ...]
    fields: tuple[Field, ...]
    places: tuple[Place | None, ...] = ()
    """Where the last cell of each row stands."""
    struck: frozenset[int] = frozenset()
    """The rows that are struck out, which hold no longer."""
