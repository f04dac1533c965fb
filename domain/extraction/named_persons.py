"""Persons whose surname and given names stand in fields of their own, or beside a label `Name`."""

import re
from collections.abc import Iterator

from domain.extraction.fields import Field, PageFields
from domain.extraction.person_shapes import Name, name_at, surname_and_given

_APART = 3
"""Rows between a surname and the given names that belong to it."""


def persons_by_fields(read: PageFields, sections: frozenset[str | None]) -> Iterator[tuple[Name, int, str]]:
    """Names, the rows they stand in and the heading above them, in sections of persons of one kind."""
    fields = [field for field in read.fields if field.section in sections]
    for number, field in enumerate(fields):
        if field.meaning == "name":
            name = name_at(read.text, field.value.start, field.value.end)
            given = None if name else _partner(fields, number, "given")
            if name is None and given:
                name = _joined(read, field, given)
            if name:
                yield name, field.row, field.heading
        elif field.meaning == "surname":
            given = _partner(fields, number, "given")
            if given:
                name = _joined(read, field, given)
                if name:
                    yield name, field.row, field.heading


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
