"""Label and value on each row of a document, with the party that the row is about.

Labels stand before their value, above it, or at the head of a table. A heading (`Bestuurders`, `Verhuurder`) says whom
the following rows are about, until another heading or a field of the company itself.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from domain.extraction.address_shapes import has_postcode
from domain.extraction.blocks import Row, rows_of, runs_on
from domain.extraction.broken_rows import whole_rows
from domain.extraction.company_shapes import looks_like_company
from domain.extraction.labels import Label, after_numbering, label_at
from domain.extraction.lines import Piece, stripped
from domain.extraction.page_fields import Context, Field, PageFields
from domain.extraction.person_shapes import name_at
from domain.extraction.places import places_of, rows_beside
from domain.extraction.sections import (
    OF_PERSONS,
    Sections,
    head,
    words_of,
)
from domain.extraction.struck_rows import struck_rows
from domain.extraction.table_columns import goes_on_cell
from domain.extraction.table_heads import header_of, plain_of
from domain.legal_forms import family_of
from domain.naming import folded
from schemas.extraction import PageText

_MOST_FIELDS = 500
"""Of a page; what has more is no form."""
_MOST_FIELDS_IN_A_CELL = 6


def fields_of(pages: Sequence[PageText]) -> list[PageFields]:
    """What the labels of a document's pages say."""
    read: list[PageFields] = []
    section, heading = None, ""
    for page in pages:
        rows = whole_rows(page.text, rows_of(page))
        places = places_of(page, rows)
        page_fields = _read(page.page_index, page.text, rows, section, heading, rows_beside(rows, places))
        read.append(page_fields._replace(places=places, struck=struck_rows(page, rows)))
        last = page_fields.contexts[-1] if page_fields.contexts else None
        # A table goes on overleaf, running text does not.
        section, heading = (last.section, last.heading) if last and last.header else (None, "")
    return read


@lru_cache(maxsize=16)
def _read(
    page_index: int,
    text: str,
    rows: tuple[Row, ...],
    section: str | None,
    heading: str,
    beside: tuple[tuple[int, int], ...],
) -> PageFields:
    state = Sections(section, heading, dict(beside))
    fields: list[Field] = []
    contexts: list[Context] = []
    for number, row in enumerate(rows):
        header = header_of(row)
        if header:
            state.header, state.columns, state.quiet = header, len(row.cells), 0
            fields += _columns(page_index, rows, number, state)
            contexts.append(state.context(True))
            continue
        if contexts and _goes_on_head(row, contexts[-1]):
            contexts.append(state.context(True))
            continue
        prose = runs_on(rows, number) or (bool(state.header) and goes_on_cell(rows, number))
        found = [] if prose or len(fields) >= _MOST_FIELDS else list(_row_fields(page_index, rows, number, state))
        fields += found
        headed = not prose and _is_heading(row, state)
        labelled = bool(found) or headed or (not prose and _begins_with_colon(row))
        state.headed_just_now = headed and state.section == "function_label"
        if labelled:
            state.quiet = 0
        else:
            state.pass_row()
        contexts.append(state.context(labelled))
    return PageFields(page_index, text, rows, tuple(contexts), tuple(fields))


def _goes_on_head(row: Row, above: Context) -> bool:
    """Whether a row is the rest of the head above it, of which narrow columns have broken the labels: `Name of
    beneficial | Date of birth`, below it `owner`."""
    return (
        above.is_label
        and bool(above.header)
        and row.text[0].islower()
        and len(row.cells) < above.columns
        and not any(map(str.isdigit, row.text))
    )


def _columns(page_index: int, rows: tuple[Row, ...], number: int, state: Sections) -> Iterator[Field]:
    """Labels side by side with their values in the row below them."""
    row = rows[number]
    below = rows[number + 1] if number + 1 < len(rows) else None
    if below is None or len(below.cells) != len(row.cells) or len(row.cells) < 2:
        return
    if any(label_at(plain_of(below, cell)) for cell in below.cells[:1]):
        return
    for cell, value in zip(row.cells, below.cells, strict=True):
        label = label_at(plain_of(row, cell))
        if label and label.meaning == "name" and state.section is None and "function" in state.header:
            continue  # of somebody who has a function, not of the company
        if label:
            yield Field(
                label.meaning, page_index, number + 1, value, state.section, words_of(cell, label), state.heading, True
            )


def _row_fields(page_index: int, rows: tuple[Row, ...], number: int, state: Sections) -> Iterator[Field]:
    row = rows[number]
    cell_number = 0
    while cell_number < len(row.cells):
        cell = row.cells[cell_number]
        words = plain_of(row, cell)
        at = after_numbering(words) if cell_number == 0 or _LETTERED.match(words) else 0
        label = label_at(words, at)
        cell_number += 1
        if label is None:
            continue
        rest = cell.text[label.end :].strip()
        if rest:
            sure = _is_sure(label, state) and _may_follow(label)
            if label.colon or (_starts_value(rest) and (sure or _fits(label, rest))):
                yield from _with_rest(page_index, number, cell, words, label, state)
            continue
        following_is_label = cell_number < len(row.cells) and _is_label(row, row.cells[cell_number])
        if cell_number < len(row.cells) and (not following_is_label or _names_function(label, row, cell_number)):
            following = _past_colon(row.cells[cell_number])
            cell_number += 1
            yield _field(page_index, number, cell, label, following, state)
            continue
        if len(row.cells) > 1 and not label.colon:
            continue
        head(cell, label, state, False)
        if number in state.beside:
            at = state.beside[number]
            yield _field(page_index, at, cell, label, rows[at].cells[0], state)
            continue
        below = rows[number + 1] if number + 1 < len(rows) else None
        if below and not _begins_with_label(below, state) and not header_of(below) and not _is_sentence(below):
            yield Field(
                label.meaning, page_index, number + 1, _value_below(row, cell_number - 1, below),
                state.section, words_of(cell, label), state.heading, True,
            )  # fmt: skip


_LETTERED = re.compile(r"[a-z]\)\s")
"""`b) Vorstand:` within a row of a register."""


def _value_below(labels: Row, place: int, row: Row) -> Piece:
    """The value in the column of its label; without the number of its entry, which the Austrian register has before
    each."""
    if len(labels.cells) == len(row.cells):
        return row.cells[place]
    numbered = len(row.cells) == 2 and row.cells[0].text.isdigit() and len(row.cells[0].text) <= 2
    return row.cells[1] if numbered else row.cells[0]


def _past_colon(cell: Piece) -> Piece:
    """A value whose cell begins with the colon of its label: `Achternaam | : Hoekstra`."""
    return stripped(cell.start + 1, cell.text[1:]) if cell.text.startswith(":") and len(cell.text) > 1 else cell


def _with_rest(page_index: int, number: int, cell: Piece, words: str, label: Label, state: Sections) -> Iterator[Field]:
    """The value after a label in its cell, and the labels that follow with their own colons."""
    current = label
    for _ in range(_MOST_FIELDS_IN_A_CELL):
        following = _label_within(words, current.end)
        end = following[0] if following else len(cell.text)
        value = stripped(cell.start + current.end, cell.text[current.end : end].rstrip(" ,;-–|"))
        if value.text:
            yield _field(page_index, number, cell, current, value, state)
        if following is None:
            return
        current = following[1]


def _label_within(words: str, since: int) -> tuple[int, Label] | None:
    """The next label in a cell that ends with a colon, and where it begins."""
    colon = words.find(":", since)
    tries = 0
    while colon > 0 and tries < 4:
        starts = [
            match.start() for match in re.finditer(r"(?<![^\s,;(])[^\s,;(:]", words[max(since, colon - 45) : colon])
        ]
        for start in starts:
            begin = max(since, colon - 45) + start
            label = label_at(words, begin) if begin > since else None
            if label and label.colon and colon < label.end <= colon + 3:
                return begin, label
        colon = words.find(":", colon + 1)
        tries += 1
    return None


def _field(page_index: int, number: int, cell: Piece, label: Label, value: Piece, state: Sections) -> Field:
    head(cell, label, state, True)
    if label.meaning == "name" and state.section in OF_PERSONS:
        state.of_a_company = looks_like_company(value) is not None
    words = words_of(cell, label)
    return Field(label.meaning, page_index, number, value, state.section, words, state.heading, False)


_VERB = re.compile(
    r"(?<!\w)(?:is|wordt|worden|heeft|draagt|luidt|kan|mag|est|sera|porte|prend|revet|a pour|peut|ist|hat|fuhrt|"
    r"lautet|wird|kann|shall|will|has|may|are)(?!\w)"
)


def _is_sentence(row: Row) -> bool:
    """Running text under the heading of an article is not the value of a label."""
    return len(row.text.split()) > 4 and _VERB.search(row.plain) is not None


def _is_sure(label: Label, state: Sections) -> bool:
    """Under a heading of persons even `Naam Jansen` is a label and its value."""
    return label.sure or (label.meaning in ("name", "surname", "given") and state.section in OF_PERSONS)


def _is_heading(row: Row, state: Sections) -> bool:
    """A row that is one label of a section, without a value: `BESTUURDERS`, `3. Verhuurder`."""
    if len(row.text) > 90:
        return False
    at = after_numbering(row.plain)
    if state.ends_at_signing(row.plain[at:], at > 0):
        return True
    label = label_at(row.plain, at)
    if label is None:
        return False
    if not row.plain[label.end :].strip(" .:-"):
        if label.meaning == "elsewhere":
            state.enter(None, "")
        head(Piece(row.start, row.end, row.text), label, state, False)
        return True
    return False


def _begins_with_colon(row: Row) -> bool:
    label = label_at(row.plain, after_numbering(row.plain))
    return label is not None and label.colon


def _begins_with_label(row: Row, state: Sections) -> bool:
    label = label_at(row.plain, after_numbering(row.plain))
    if label is None:
        return False
    rest = row.plain[label.end :].strip()
    if label.meaning == "address_part":
        return False
    return label.colon or not rest or len(row.cells[0].text) <= label.end + 1 or _is_sure(label, state)


def _is_label(row: Row, cell: Piece) -> bool:
    words = plain_of(row, cell)
    label = label_at(words)
    return cell.text.endswith(":") or (label is not None and (label.colon or not words[label.end :].strip()))


def _names_function(label: Label, row: Row, cell_number: int) -> bool:
    """`Functie | Bestuurder`: a function is the value of a label, though it may head a list as well."""
    following = label_at(plain_of(row, row.cells[cell_number]))
    return label.meaning == "function" and following is not None and following.meaning == "function_label"


def _fits(label: Label, rest: str) -> bool:
    """Whether what follows a label can be nothing but its value, though only a space parts them: scans have no gaps."""
    match label.meaning:
        case "company" | "name" | "account_holder" | "subject":
            return looks_like_company(stripped(0, rest)) is not None
        case "address" | "registered_address" | "supply_address":
            return has_postcode(rest)
        case "legal_form":
            return family_of(folded(rest)) is not None
        case "directors" | "function_label" | "owners":
            name = name_at(rest, 0)
            return name is not None and (name.end == len(rest) or rest[name.end] == ",")
        case _:
            return False


def _starts_value(rest: str) -> bool:
    return rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“„«'"


def _may_follow(label: Label) -> bool:
    """Headings of sections are not followed by a value in their own line unless a colon says so."""
    return label.meaning not in ("directors", "owners", "shareholders", "other", "subject", "nobody", "beneficiary")
