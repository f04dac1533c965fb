"""A page as the typesetters get it: blocks in order, whatever program draws them."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["heading", "subheading", "text", "letterhead", "addressee", "footer", "pairs", "table", "mono", "break"]
PairLayout = Literal["colon", "columns", "above"]


@dataclass(frozen=True)
class Block:
    kind: Kind
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    """Of `pairs`: label and value; of `table`: its cells, the heading first."""


@dataclass(frozen=True)
class Paper:
    """One document, before anything has drawn it."""

    document_type: str
    language: str
    blocks: tuple[Block, ...]
    layout: PairLayout
    facts: dict[str, str | list[str]] = field(default_factory=dict)
