"""Persons whose surname and given names stand in fields of their own, or beside a label `Name`."""

import re
from collections.abc import Iterator

from domain.extraction.blocks import plain
from domain.extraction.labels import label_at
from domain.extraction.page_fields import Field, PageFields
from domain.extraction.person_shapes import Name, name_at, surname_and_given

_APART = 3
"""Rows between a surname and the given names that belong to it."""


def persons_by_fields(read: PageFields, sections: frozenset[str | None]) -> Iterator[tuple[Name, int, str]]:
    """Names, the rows they stand in and the heading above them, in sections of persons of one kind."""
    fields = [field for field in read.fields if field.section in sections]
    for number, field in enumerate(fields):
        if field.meaning == "name":
            name = name_at(read.text, field.value.start, field.value.end)
            given = _beside(fields, number) if name else _partner(fields, number, "given")
            if given and not _holds(field, given):
                name = _joined(read, field, given)
            if name:
                yield name, field.row, field.heading
        elif field.meaning == "surname":
            given = _partner(fields, number, "given")
            if given and not _is_second(fields, number):
                name = _joined(read, field, given)
                if name:
                    yield name, field.row, field.heading


def name_over_two_cells(read: PageFields, number: int, position: int) -> Name | None:
    """`Peeters | Jan`, in the order in which the head of the table has `Name | Vorname`."""
    row = read.rows[number]
    if "given" not in read.contexts[number].header or position + 1 >= len(row.cells):
        return None
    one, other = row.cells[position : position + 2]
    words = (one.text + " " + other.text).split()
    if name_at(read.text, one.start, other.end) is None or len(words) > _MOST_WORDS:
        return None
    written = (other.text, one.text) if given_stands_first(read, number) else (one.text, other.text)
    return Name(one.start, other.end, surname_and_given(*written))


def given_stands_first(read: PageFields, number: int) -> bool:
    """Whether the head of the table that a row belongs to has the given names before the surname."""
    for row in reversed(read.rows[max(0, number - _LONGEST_TABLE) : number]):
        labels = [label_at(plain(cell.text)) for cell in row.cells]
        meanings = [label.meaning for label in labels if label and label.meaning in ("given", "name", "surname")]
        if len(meanings) > 1 and "given" in meanings:
            return meanings[0] == "given"
    return False


_MOST_WORDS = 7
_LONGEST_TABLE = 60
"""Rows."""
_SECOND = ("nom d'usage", "nom marital", "nom d'epouse", "married", "nom d'alliance")
_NOT_ANY = frozenset({"neant", "nihil", "none", "n/a", "n.a.", "-", "geen", "aucun", "keine", "sans", "/"})


def _is_second(fields: list[Field], number: int) -> bool:
    """Whether a surname is `Nom d'usage`, beside the surname that its person was born with."""
    field = fields[number]
    if plain(field.value.text) in _NOT_ANY:
        return True
    if not plain(field.label).startswith(_SECOND):
        return False
    near = fields[max(0, number - 2) : number + 3]
    return any(
        other is not field and other.meaning in ("surname", "name") and abs(other.row - field.row) <= _APART
        and not plain(other.label).startswith(_SECOND) for other in near
    )  # fmt: skip


def _beside(fields: list[Field], number: int) -> Field | None:
    """The given names right behind a name of two words: `Nom | Bianchi Ferrand | Prénom(s) | Laure`."""
    field = fields[number]
    following = fields[number + 1] if number + 1 < len(fields) else None
    alone = plain(field.label) in ("naam", "nom", "name")
    near = following is not None and following.meaning == "given" and following.row - field.row <= 1
    return following if alone and near else None


def _holds(field: Field, given: Field) -> bool:
    """Whether a full name has the given names in it already."""
    return plain(given.value.text) in plain(field.value.text)


def has_fields_of_persons(read: PageFields, sections: frozenset[str | None], row: int) -> bool:
    """Whether the persons before a row are named in fields, so that a name without a label is none of them."""
    return any(
        field.meaning in ("name", "surname") and field.section in sections and not field.below and field.row <= row
        for field in read.fields
    )


def _partner(fields: list[Field], number: int, meaning: str) -> Field | None:
    """The nearest field with the other half of a name; a form gives both in one order throughout."""
    here = fields[number].row
    near = [field for field in fields[max(0, number - 2) : number + 4] if field.meaning == meaning]
    near = [field for field in near if abs(field.row - here) <= _APART]
    # A form that begins with the given names has them above each surname.
    first = next((field.meaning for field in fields if field.meaning in ("given", "surname", "name")), "")
    wanted = [field for field in near if (field.value.start < fields[number].value.start) == (first == "given")]
    return min(wanted or near, key=lambda field: abs(field.row - here), default=None)


def _joined(read: PageFields, surname: Field, given: Field) -> Name | None:
    words = surname.value.text.split() + given.value.text.split()
    if len(words) > 9 or any(re.search(r"[0-9:@]", word) for word in words):
        return None
    start = min(surname.value.start, given.value.start)
    end = max(surname.value.end, given.value.end)
    return Name(start, end, surname_and_given(surname.value.text, given.value.text))
