"""Label and value on each row of a document, with the party that the row is about.

Labels stand before their value, above it, or at the head of a table. A heading (`Bestuurders`, `Verhuurder`) says whom
the following rows are about, until another heading or a field of the company itself.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from domain.extraction.address_shapes import has_postcode
from domain.extraction.blocks import Row, rows_of
from domain.extraction.company_shapes import looks_like_company
from domain.extraction.labels import Label, after_numbering, label_at
from domain.extraction.lines import Piece, stripped
from domain.extraction.person_shapes import name_at
from domain.extraction.places import Place, places_of, rows_beside
from domain.legal_forms import family_of
from domain.naming import folded
from schemas.extraction import PageText

_SECTIONS = frozenset(
    {
        "subject",
        "other",
        "directors",
        "owners",
        "shareholders",
        "function_label",
        "account_holder",
        "bank",
        "issuer",
        "company",
        "nobody",
        "beneficiary",
    }
)
_OF_THE_COMPANY = frozenset({"legal_form", "registered_address", "company", "supply_address"})
_OF_PERSONS = frozenset({"directors", "function_label", "owners", "shareholders", "nobody"})
_COLUMNS_OF_PERSONS = frozenset({"name", "surname", "share", "function"})
_FORGOTTEN_AFTER = 14
"""Rows; a section without any field for so long has ended."""
_MOST_FIELDS = 500
"""Of a page; what has more is no form."""
_MOST_FIELDS_IN_A_CELL = 6


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


def fields_of(pages: Sequence[PageText]) -> list[PageFields]:
    """What the labels of a document's pages say."""
    read: list[PageFields] = []
    section, heading = None, ""
    for page in pages:
        rows = rows_of(page)
        places = places_of(page, rows)
        page_fields = _read(page.page_index, page.text, rows, section, heading, rows_beside(rows, places))
        read.append(page_fields._replace(places=places))
        last = page_fields.contexts[-1] if page_fields.contexts else None
        # A table goes on overleaf, running text does not.
        section, heading = (last.section, last.heading) if last and last.header else (None, "")
    return read


class _State:
    """What was read before a row."""

    def __init__(self, section: str | None, heading: str, beside: dict[int, int]) -> None:
        self.section = section
        self.heading = heading
        self.beside = beside
        """The row with the value of a label, where a column of labels comes before that of its values."""
        self.header: frozenset[str] = frozenset()
        self.columns = 0
        self.quiet = 0
        self.headed_just_now = False
        """The row before was the heading of the section."""
        self.of_a_company = False
        """The section is about a company that has the function of its heading."""
        self.in_one_row = False
        """The section was named beside a value, not above a block."""

    def enter(self, section: str | None, heading: str, in_one_row: bool = False) -> None:
        self.section, self.heading, self.in_one_row = section, heading, in_one_row
        self.headed_just_now, self.of_a_company = False, False
        self.header, self.columns, self.quiet = frozenset(), 0, 0

    def is_another(self, label: Label) -> bool:
        """Whether the name of a company is that of an auditor, under a heading of its own."""
        return label.meaning == "company" and self.section == "nobody" and not self.in_one_row

    def pass_row(self) -> None:
        self.quiet += 1
        if self.quiet > _FORGOTTEN_AFTER:
            self.enter(None, "")

    def context(self, is_label: bool) -> Context:
        return Context(self.section, self.heading, self.header, self.columns, is_label)


@lru_cache(maxsize=16)
def _read(
    page_index: int,
    text: str,
    rows: tuple[Row, ...],
    section: str | None,
    heading: str,
    beside: tuple[tuple[int, int], ...],
) -> PageFields:
    state = _State(section, heading, dict(beside))
    fields: list[Field] = []
    contexts: list[Context] = []
    for number, row in enumerate(rows):
        header = _header(row)
        if header:
            state.header, state.columns, state.quiet = header, len(row.cells), 0
            fields += _columns(page_index, rows, number, state)
            contexts.append(state.context(True))
            continue
        found = list(_row_fields(page_index, rows, number, state)) if len(fields) < _MOST_FIELDS else []
        fields += found
        headed = _is_heading(row, state)
        labelled = bool(found) or headed or _begins_with_colon(row)
        state.headed_just_now = headed and state.section == "function_label"
        if labelled:
            state.quiet = 0
        else:
            state.pass_row()
        contexts.append(state.context(labelled))
    return PageFields(page_index, text, rows, tuple(contexts), tuple(fields))


def _header(row: Row) -> frozenset[str]:
    """The meanings of the columns, if the row has labels side by side and no values: the head of a table."""
    if len(row.text) > 160 or ":" in row.text:
        return frozenset()
    meanings = [_meanings(_plain_of(row, cell)) for cell in row.cells]
    kinds = frozenset(meaning for each in meanings for meaning in each)
    if sum(map(len, meanings)) < 2:
        return frozenset()
    if _is_pairs(meanings):
        return frozenset()
    if all(meanings):
        return kinds if len(row.cells) > 1 or kinds & {"name", "surname"} else frozenset()
    # One of the columns may have a name that we do not know.
    several = sum(map(bool, meanings)) > 1 and kinds & _COLUMNS_OF_PERSONS
    return kinds if several and not any(map(str.isdigit, row.text)) else frozenset()


def _is_pairs(meanings: list[list[str]]) -> bool:
    """Labels with their values in turn: `Nom | Thill | Prénom(s) | Marc`, `Funktion | Geschäftsführer`."""
    values = meanings[1::2]
    if len(meanings) == 2:
        return meanings[0] == ["function"] and values == [["function_label"]]
    return len(meanings) % 2 == 0 and all(meanings[::2]) and not any(values)


def _meanings(words: str) -> list[str]:
    """Those of the labels of which words consist; none if there is more than labels."""
    meanings = []
    at = 0
    while at < len(words):
        label = label_at(words, at)
        if label is None or label.colon:
            return []
        meanings.append(label.meaning)
        at = label.end
        while at < len(words) and words[at] in " \t|\u00a0":
            at += 1
    return meanings


def _columns(page_index: int, rows: tuple[Row, ...], number: int, state: _State) -> Iterator[Field]:
    """Labels side by side with their values in the row below them."""
    row = rows[number]
    below = rows[number + 1] if number + 1 < len(rows) else None
    if below is None or len(below.cells) != len(row.cells) or len(row.cells) < 2:
        return
    if any(label_at(_plain_of(below, cell)) for cell in below.cells[:1]):
        return
    for cell, value in zip(row.cells, below.cells, strict=True):
        label = label_at(_plain_of(row, cell))
        if label:
            yield Field(
                label.meaning, page_index, number + 1, value, state.section, _words_of(cell, label), state.heading, True
            )


def _row_fields(page_index: int, rows: tuple[Row, ...], number: int, state: _State) -> Iterator[Field]:
    row = rows[number]
    cell_number = 0
    while cell_number < len(row.cells):
        cell = row.cells[cell_number]
        words = _plain_of(row, cell)
        at = after_numbering(words) if cell_number == 0 else 0
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
            following = row.cells[cell_number]
            cell_number += 1
            yield _field(page_index, number, cell, label, following, state)
            continue
        if len(row.cells) > 1 and not label.colon:
            continue
        _head(cell, label, state, False)
        if number in state.beside:
            at = state.beside[number]
            yield _field(page_index, at, cell, label, rows[at].cells[0], state)
            continue
        below = rows[number + 1] if number + 1 < len(rows) else None
        if below and not _begins_with_label(below, state) and not _header(below) and not _is_sentence(below):
            yield Field(
                label.meaning, page_index, number + 1, below.cells[0], state.section, _words_of(cell, label),
                state.heading, True,
            )  # fmt: skip


def _with_rest(page_index: int, number: int, cell: Piece, words: str, label: Label, state: _State) -> Iterator[Field]:
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


def _field(page_index: int, number: int, cell: Piece, label: Label, value: Piece, state: _State) -> Field:
    _head(cell, label, state, True)
    words = _words_of(cell, label)
    return Field(label.meaning, page_index, number, value, state.section, words, state.heading, False)


def _words_of(cell: Piece, label: Label) -> str:
    """The label as the document writes it."""
    return cell.text[label.start : label.start + len(label.written)]


def _head(cell: Piece, label: Label, state: _State, with_value: bool) -> None:
    """A label of a party begins a section; one of the company itself ends that of a person."""
    if label.meaning in _OF_THE_COMPANY:
        if state.section == "function_label" and label.meaning == "company" and state.headed_just_now:
            state.of_a_company = True
        elif (
            (state.section in ("issuer", "bank"))
            or (state.section in _OF_PERSONS and not state.of_a_company and not state.is_another(label))
            or (label.meaning == "company" and state.in_one_row)
        ):
            state.enter(None, "")
    elif label.meaning in _SECTIONS:
        state.enter(label.meaning, _words_of(cell, label), with_value)


_VERB = re.compile(
    r"(?<!\w)(?:is|wordt|worden|heeft|draagt|luidt|kan|mag|est|sera|porte|prend|revet|a pour|peut|ist|hat|fuhrt|"
    r"lautet|wird|kann|shall|will|has|may|are)(?!\w)"
)


def _is_sentence(row: Row) -> bool:
    """Running text under the heading of an article is not the value of a label."""
    return len(row.text.split()) > 4 and _VERB.search(row.plain) is not None


def _is_sure(label: Label, state: _State) -> bool:
    """Under a heading of persons even `Naam Jansen` is a label and its value."""
    return label.sure or (label.meaning in ("name", "surname", "given") and state.section in _OF_PERSONS)


def _is_heading(row: Row, state: _State) -> bool:
    """A row that is one label of a section, without a value: `BESTUURDERS`, `3. Verhuurder`."""
    if len(row.text) > 90:
        return False
    label = label_at(row.plain, after_numbering(row.plain))
    if label is None:
        return False
    if not row.plain[label.end :].strip(" .:-"):
        if label.meaning == "elsewhere":
            state.enter(None, "")
        _head(Piece(row.start, row.end, row.text), label, state, False)
        return True
    return False


def _begins_with_colon(row: Row) -> bool:
    label = label_at(row.plain, after_numbering(row.plain))
    return label is not None and label.colon


def _begins_with_label(row: Row, state: _State) -> bool:
    label = label_at(row.plain, after_numbering(row.plain))
    if label is None:
        return False
    rest = row.plain[label.end :].strip()
    if label.meaning == "address_part":
        return False
    return label.colon or not rest or len(row.cells[0].text) <= label.end + 1 or _is_sure(label, state)


def _is_label(row: Row, cell: Piece) -> bool:
    words = _plain_of(row, cell)
    label = label_at(words)
    return label is not None and (label.colon or not words[label.end :].strip())


def _names_function(label: Label, row: Row, cell_number: int) -> bool:
    """`Functie | Bestuurder`: a function is the value of a label, though it may head a list as well."""
    following = label_at(_plain_of(row, row.cells[cell_number]))
    return label.meaning == "function" and following is not None and following.meaning == "function_label"


def _plain_of(row: Row, cell: Piece) -> str:
    return row.plain[cell.start - row.start : cell.end - row.start]


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
