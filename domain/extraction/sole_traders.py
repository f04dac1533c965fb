"""The name of a sole trader's business, as registers give it: the trade name, or the person's own."""

import re
from collections.abc import Iterator

from domain.extraction.blocks import plain
from domain.extraction.company_sentences import Named, may_be_name
from domain.extraction.company_shapes import trimmed_piece
from domain.extraction.page_fields import Field, PageFields
from domain.naming import legal_form_family

_TRADE_NAME = re.compile(
    r"(?:handelsna(?:am|men)|eerste handelsnaam|commerciele naam|benaming van de onderneming|trade names?|"
    r"business name)\s?:?"
)
"""Registers of the Low Countries enter a sole trader under it; a French one has it with the establishment only."""
_OF_ITSELF: frozenset[str | None] = frozenset({None, "subject"})
_APART = 3
"""Rows between a surname and the given names."""
_LONGEST = 80


def sole_trader(read: PageFields) -> Iterator[Named]:
    """The name of the business of which a page says that it is a sole trader's; none beside the name of a company."""
    if not any(map(_is_sole, read.fields)) or any(field.meaning == "company" for field in read.fields):
        return
    for field in read.fields:
        traded = _TRADE_NAME.fullmatch(plain(field.label)) is not None and field.section in _OF_ITSELF
        name = trimmed_piece(field.value) if traded and len(field.value.text) <= _LONGEST else None
        if name and may_be_name(name.normalized, 4):
            yield Named(4, read.page_index, *name)
            return
    yield from _persons_own(read)


def _is_sole(field: Field) -> bool:
    return field.meaning == "legal_form" and legal_form_family(field.value.text) == "sole"


def _persons_own(read: PageFields) -> Iterator[Named]:
    """`Nom KORENBLOEM`, and below it `Prénoms Jeanne Marie`, before any heading: the register's entry is the person."""
    named = [field for field in read.fields if field.section in _OF_ITSELF]
    surname = next((field for field in named if field.meaning in ("name", "surname")), None)
    given = next((field for field in named if field.meaning == "given"), None)
    if surname is None or given is None or abs(given.row - surname.row) > _APART:
        return
    written = f"{surname.value.text} {given.value.text}"
    if len(written) <= _LONGEST and not any(map(str.isdigit, written)):
        first, last = sorted([surname.value, given.value])
        yield Named(4, read.page_index, first.start, last.end, written)
