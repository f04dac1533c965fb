"""Those who lead the company and their functions: in forms, tables and lists, and in the sentences of deeds."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, product

from domain.extraction.address_shapes import has_postcode
from domain.extraction.blocks import Row, plain, runs_on
from domain.extraction.company_shapes import FORM, looks_like_company, trimmed_piece
from domain.extraction.director_bystanders import of_a_landlord, said_behind
from domain.extraction.director_lists import (
    LABEL_OF_FUNCTION,
    REPRESENTED,
    listed,
    others_of_row,
)
from domain.extraction.director_references import acting_partners, by_reference, of_customer
from domain.extraction.director_sentences import (
    director_found,
    directors_in_sentences,
    directors_of_body,
)
from domain.extraction.director_signatures import signed, signed_as, undersigned
from domain.extraction.found import Found
from domain.extraction.functions import FUNCTION, HAVE_LEFT, MAY_NAME_A_FUNCTION, names_no_director, singular
from domain.extraction.labels import after_numbering
from domain.extraction.lines import Piece
from domain.extraction.mandates import card_has_ended, day_made, has_ended, in_dated_table, row_has_ended
from domain.extraction.named_persons import has_fields_of_persons, name_over_two_cells, persons_by_fields
from domain.extraction.officer_cards import has_officer_cards, officer_cards
from domain.extraction.owner_sentences import PERCENT
from domain.extraction.page_fields import Context, Field, PageFields
from domain.extraction.person_shapes import Name, name_at
from domain.extraction.table_columns import ENDS_OPEN as _DANGLES
from domain.extraction.table_columns import has_column
from domain.extraction.ticked_boxes import is_unticked
from domain.extraction.wrapped_names import name_over_rows
from schemas.extraction import DocumentType, Language

OF_SENDERS: frozenset[DocumentType] = frozenset(
    {"utility_bill", "bank_statement", "invoice", "tax_certificate", "identity_document"}
)
"""The directors whom these name are those of the sender."""
_MOST_ROWS_OF_CARD, _ROWS_TO_FUNCTION = 6, 3
_IN_SECTION: frozenset[str | None] = frozenset({"directors", "function_label"})


def directors(pages: Sequence[PageFields], kind: DocumentType, language: Language) -> Iterator[Found]:
    """Companies' names are given where they lead the company and nobody is named who represents them."""
    if kind in OF_SENDERS:
        yield from of_customer(pages, kind)
        return
    made = day_made(pages, language)
    gone = [item for read in pages for item in _gone(read)]
    for read in pages:
        for found in chain(_of_page(read, kind, made, language), acting_partners(pages, read, kind)):
            behind, place = said_behind(read.text, found.char_end), (read.page_index, found.char_start)
            has_left = any(name == found.value_normalized and place <= at for name, at in gone)
            has_left = has_left or card_has_ended(read, place[1], made, language)
            if not has_left and (in_dated_table(read, place[1]) or not has_ended(behind, made, language)):
                yield found


_NO_LONGER = re.compile(r"(?:nicht mehr|ausgeschieden|abberufen|no longer|resigned|n'est plus)\b[^:]{0,40}:\s?$")


def _gone(read: PageFields) -> Iterator[tuple[str, tuple[int, int]]]:
    """Who a later entry of a chronological register says is no longer in office, and where: `Nicht mehr Vorstand:`."""
    for row, below in pairwise(read.rows):
        name = name_at(read.text, below.start, below.end) if _NO_LONGER.search(row.plain) else None
        if name:
            yield name.normalized, (read.page_index, name.start)


def _of_page(read: PageFields, kind: DocumentType, made: str | None, language: Language) -> Iterator[Found]:
    in_table = any("function" in context.header and context.columns > 1 for context in read.contexts)
    if has_officer_cards(read) and ((cards := officer_cards(read)) or not in_table):
        yield from cards
        return
    yield from _by_fields(read, made, language)
    for number in range(len(read.rows)):
        if not row_has_ended(read, number, made, language):
            yield from _in_row(read, number)
    yield from directors_in_sentences(read, kind == "articles_of_association")
    yield from directors_of_body(read)
    yield from by_reference(read)
    yield from undersigned(read)
    yield from signed(read)
    yield from signed_as(read)


def _by_fields(read: PageFields, made: str | None, language: Language) -> Iterator[Found]:
    for field in read.fields:
        named = field.meaning == "function_label" or (field.meaning == "directors" and not field.below)
        if row_has_ended(read, field.row, made, language) or (named and _represents_another(read, field)):
            continue
        if named and field.section not in ("other", "owners", "shareholders") and field.section in _IN_SECTION:
            label = field.label if field.meaning == "function_label" else None
            yield from listed(read, _into_next_row(read, field), label)
    for person, row, heading in persons_by_fields(read, _IN_SECTION):
        yield director_found(read, person, _function_near(read, row) or singular(heading))

    for field in read.fields:
        if field.meaning == "function" and field.section in (None, "directors", "nobody"):
            name = _name_above(read, field)
            if name:
                yield director_found(read, name, field.value.text[:80])
        elif field.meaning == "company" and field.section in _IN_SECTION and (company := trimmed_piece(field.value)):
            yield director_found(read, Name(*company), singular(field.heading))
        elif field.meaning == "name" and field.section in _IN_SECTION and (company := looks_like_company(field.value)):
            below = read.rows[field.row + 1 : field.row + _MOST_ROWS_OF_CARD]
            if FORM.search(field.value.text) and not any(REPRESENTED.match(row.text) for row in below):
                yield director_found(read, Name(*company), singular(field.heading))


def _into_next_row(read: PageFields, field: Field) -> Piece:
    """The value, with the next row where an imprint's full row breaks it: `… Directie: Jan Claeys`, `en Els Maes.`"""
    row, value = read.rows[field.row], field.value
    below = read.rows[field.row + 1] if field.row + 1 < len(read.rows) else None
    full = len(row.cells) == 1 and len(row.text) >= _FULL_ROW and value.end == row.end and row.start < value.start - 1
    if not full or below is None or value.text[-1] in ".;:" or len(below.cells) > 1:
        return value
    if _GOES_ON.match(below.text) is None:
        return value
    return Piece(value.start, below.end, read.text[value.start : below.end])


_FULL_ROW = 80
_GOES_ON = re.compile(
    r"(?:en|et|und|and|&)\s[A-ZÀ-Þ]|[A-ZÀ-Þ][\w'’-]+\s(?:en|et|und|and|&)\s[A-ZÀ-Þ]|[A-ZÀ-Þ][\w'’-]+\.$"
)


def _represents_another(read: PageFields, field: Field) -> bool:
    """Whether `Vertegenwoordigd door: Jan Peeters` follows an auditor, whom he represents."""
    if FUNCTION.search(plain(field.label)) or not REPRESENTED.search(field.label):
        return False
    return any(names_no_director(row.plain) for row in read.rows[max(0, field.row - 3) : field.row + 1])


def _name_above(read: PageFields, field: Field) -> Name | None:
    """The name in a row of its own above `Functie: Bestuurder`, with an address between them maybe."""
    function = FUNCTION.search(plain(field.value.text))
    if function is None or names_no_director(plain(field.value.text)):
        return None
    if is_unticked(read.text, field.value.start + function.start()):
        return None
    for named in read.fields:
        near = 0 < field.row - named.row <= _ROWS_TO_FUNCTION
        if named.meaning == "name" and near and named.section == field.section:
            return name_at(read.text, named.value.start, named.value.end)
    for row in reversed(read.rows[max(0, field.row - _ROWS_TO_FUNCTION) : field.row]):
        name = name_at(read.text, row.start, row.end)
        rest = read.text[name.end : row.end].strip(" ,;") if name else ""
        if name and (not rest or (read.text[name.end] == "," and has_postcode(rest))):
            return name
        if row.plain.startswith(_FUNCTION_LABELS):
            return None
    return None


_FUNCTION_LABELS = ("fonction", "functie", "funktion", "function", "qualite", "hoedanigheid", "role")
"""Labels at which the entry of another person begins to end."""


def _function_near(read: PageFields, row: int) -> str | None:
    """The function that a field beside a name states, within a few rows."""
    near = [
        field
        for field in read.fields
        if field.meaning == "function" and -3 <= field.row - row <= 8 and field.section not in ("other", "owners")
    ]
    after = [field for field in near if field.row >= row] or near
    return min(after, key=lambda field: abs(field.row - row)).value.text[:80] if after else None


def _in_row(read: PageFields, number: int) -> Iterator[Found]:
    """A row of a table or a list with a name and a function; in a section of directors a name is enough."""
    row, context = read.rows[number], read.contexts[number]
    if context.section in ("other", "beneficiary", "owners", "shareholders", "bank", "nobody") or len(row.text) > 260:
        return
    functions = list(FUNCTION.finditer(row.plain)) if MAY_NAME_A_FUNCTION.search(row.plain) else []
    if functions and not (functions := [each for each in functions if not is_unticked(row.text, each.start())]):
        return
    if broken := _with_broken_function(read, number):
        yield broken
        return
    if (not functions and context.section not in _IN_SECTION) or runs_on(read.rows, number):
        return
    if names_no_director(row.plain) or HAVE_LEFT.search(row.text):
        return
    if not functions:
        if _is_of_owners(row, context):
            return
        yield from _name_alone(read, number, context)
        return
    if _is_sentence(row.text, len(row.cells)):
        return
    function = row.text[slice(*functions[0].span())]
    name = _name_in_row(read, number, functions[0].span())
    if name is None and row.plain.startswith(functions[0][0]):
        name = name_over_rows(read, number)
    if name and not of_a_landlord(read.text, max(name.end, row.start + functions[0].end())):
        yield director_found(read, name, function)


def _with_broken_function(read: PageFields, number: int) -> Found | None:
    """Of `Keller, Ursula, von Wil | Mitglied des`, below it `Verwaltungsrates`: a narrow column has broken it."""
    row, below = read.rows[number], read.rows[number + 1] if number + 1 < len(read.rows) else None
    if len(row.cells) < 2 or below is None or HAVE_LEFT.search(row.text) or not has_column(read, number, "function"):
        return None
    for cell, rest in product((each for each in row.cells[1:] if _DANGLES.search(each.text)), below.cells):
        written = f"{cell.text} {rest.text}"
        function = FUNCTION.match(plain(written))
        if function and function.end() > len(cell.text) and not names_no_director(plain(written)):
            others = (name_at(read.text, each.start, each.end) for each in row.cells if each != cell)
            name = name_over_two_cells(read, number, 0) or next(filter(None, others), None)
            return director_found(read, name, written[slice(*function.span())]) if name else None
    return None


def _is_of_owners(row: Row, context: Context) -> bool:
    """Whether a row is one of a table of owners that stands under a heading of directors."""
    if "share" in context.header and "function" not in context.header:
        return True
    return len(row.cells) > 2 and any(PERCENT.fullmatch(cell.text) for cell in row.cells[1:])


def _is_sentence(text: str, cells: int) -> bool:
    return (
        cells == 1
        and re.search(
            r"\b(?:wordt|worden|werd|is|zijn|est|sont|wird|werden|are|shall|kan|peut|kann|may|vertegenwoordigd|"
            r"représentée?|vertreten|represented|benoemd|nommé|bestellt|appointed|handelend|agissant|handelnd|acting)\b",
            text,
        )
        is not None
    )


def _name_in_row(read: PageFields, number: int, function: tuple[int, int]) -> Name | None:
    """The name that begins the row or one of its cells, or follows the function."""
    row = read.rows[number]
    before = row.start + after_numbering(row.plain)
    represented = REPRESENTED.search(row.text)
    begins = [row.start + represented.end()] if represented else []
    begins += [before, *(cell.start for cell in row.cells[1:])]
    after = row.start + function[1]
    separator = re.compile(r"[\s:,()–-]{1,6}").match(read.text, after, row.end)
    if separator:
        begins.append(separator.end())
    for begin in begins:
        # A name ends where the function begins.
        limit = row.start + function[0] if begin < row.start + function[0] else row.end
        name = name_at(read.text, begin, limit)
        if name and _is_row_of_name(read, name, function, row.start, row.end):
            return name
    if any(FORM.search(cell.text) for cell in row.cells) and len(row.cells) > 1:
        company = next((found for cell in row.cells if (found := looks_like_company(cell))), None)
        return Name(*company) if company else None
    return None


def _is_row_of_name(read: PageFields, name: Name, function: tuple[int, int], start: int, end: int) -> bool:
    """Whether between name and function there is only what parts them in a list or a table."""
    one, other = sorted([(name.start, name.end), (start + function[0], start + function[1])])
    between = LABEL_OF_FUNCTION.sub(", ", read.text[one[1] : other[0]])
    return (
        len(between) <= 90
        and re.search(r"(?<!\bSt)(?<!\bSte)\.\s+[A-Z]|[;!?]", between) is None
        and not FORM.match(read.text, name.end + 1)
    )


def _name_alone(read: PageFields, number: int, context: Context) -> Iterator[Found]:
    row = read.rows[number]
    if (context.is_label and not context.header) or (
        context.columns > 1 and len(row.cells) == 1 and not any(map(str.isdigit, row.text))
    ):
        return
    if not context.header and has_fields_of_persons(read, _IN_SECTION, number):
        return
    below = read.rows[number + 1] if number + 1 < len(read.rows) else None
    if below and REPRESENTED.match(row.text) and names_no_director(below.plain):
        return  # of the auditor
    begin = row.start + after_numbering(row.plain)
    name = name_at(read.text, begin, row.cells[0].end if len(row.cells) > 1 else row.end)
    name = name or name_over_two_cells(read, number, 0)
    if name is None:
        name = next((each for cell in row.cells[1:2] if (each := name_at(read.text, cell.start, cell.end))), None)
    if name is None:
        return
    rest = read.text[name.end : row.end].strip()
    if not context.header and rest and rest[0] not in ",;(|-–.*" and len(row.cells) == 1:
        return
    if len(rest) > 140 or FORM.match(rest):
        return
    heading = singular(context.heading)
    yield director_found(read, name, heading)
    yield from others_of_row(read, name, row.end, heading)
