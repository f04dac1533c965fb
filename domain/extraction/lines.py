"""Pieces of a page's text, each with its place."""

from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of a page's text, without white space around it."""

    start: int
    end: int
    text: str


def stripped(start: int, text: str) -> Piece:
    lead = len(text) - len(text.lstrip())
    kept = text.strip()
    return Piece(start + lead, start + lead + len(kept), kept)
