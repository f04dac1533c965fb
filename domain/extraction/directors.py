"""Those who lead the company and their functions: in forms, tables and lists, and in the sentences of deeds."""

import re
from collections.abc import Iterator, Sequence

from domain.extraction.blocks import over_lines, plain
from domain.extraction.company_shapes import FORM, looks_like_company, trimmed_piece
from domain.extraction.director_sentences import director_found, directors_in_sentences, directors_of_body
from domain.extraction.fields import Context, Field, PageFields
from domain.extraction.found import Found
from domain.extraction.functions import FUNCTION, HAVE_LEFT, MAY_NAME_A_FUNCTION, names_no_director, singular
from domain.extraction.labels import after_numbering
from domain.extraction.lines import Piece
from domain.extraction.mandates import day_made, has_ended
from domain.extraction.named_persons import has_fields_of_persons, name_over_two_cells, persons_by_fields
from domain.extraction.officer_cards import has_officer_cards, officer_cards
from domain.extraction.person_shapes import Name, name_at
from schemas.extraction import DocumentType, Language

OF_SENDERS: frozenset[DocumentType] = frozenset(
    {"utility_bill", "bank_statement", "invoice", "tax_certificate", "identity_document"}
)
"""The directors whom these name are those of the sender."""
_IN_SECTION: frozenset[str | None] = frozenset({"directors", "function_label"})
_LIST_BREAK = re.compile(r"\s*(?:;|\s(?:en|et|und|and|&)\s|,|\n|/)\s*")
_REPRESENTED = re.compile(
    over_lines(
        r"(?:vertegenwoordigd\sdoor|repr[ée]sent[ée]e?\s(?:[^.;\n]{0,20})?par|vertreten\sdurch|represented\sby|"
        r"vaste?\svertegenwoordiger|repr[ée]sentante?\spermanente?|permanent\srepresentative|st[äa]ndiger\svertreter)"
    ),
    re.IGNORECASE,
)


def directors(pages: Sequence[PageFields], kind: DocumentType, language: Language) -> Iterator[Found]:
    """Companies' names are given where they lead the company and nobody is named who represents them."""
    if kind in OF_SENDERS:
        return
    made = day_made(pages, language)
    for read in pages:
        for found in _of_page(read, kind, made, language):
            behind = read.text[found.char_end : found.char_end + _BEHIND].split("\n")[0]
            if not has_ended(behind.split(";")[0], made, language):
                yield found


_BEHIND = 40
"""Characters behind a name in which it is told that the person has left: `Bernd Rettig (bis 30.06.2023)`."""


def _of_page(read: PageFields, kind: DocumentType, made: str | None, language: Language) -> Iterator[Found]:
    if has_officer_cards(read):
        yield from officer_cards(read)
        return
    yield from _by_fields(read, made, language)
    for number, row in enumerate(read.rows):
        if not has_ended(row.text, made, language):
            yield from _in_row(read, number)
    yield from directors_in_sentences(read, kind == "articles_of_association")
    yield from directors_of_body(read)
    yield from _signed(read)
    yield from _signed_as(read)


def _by_fields(read: PageFields, made: str | None, language: Language) -> Iterator[Found]:
    for field in read.fields:
        named = field.meaning == "function_label" or (field.meaning == "directors" and not field.below)
        if has_ended(read.rows[field.row].text, made, language) or (named and _represents_another(read, field)):
            continue
        if named and field.section not in ("other", "owners", "shareholders") and field.section in _IN_SECTION:
            yield from _listed(read, field.value, field.label if field.meaning == "function_label" else None)
    for person, row, heading in persons_by_fields(read, _IN_SECTION):
        yield director_found(read, person, _function_near(read, row) or singular(heading))

    for field in read.fields:
        if field.meaning == "function" and field.section in (None, "directors", "nobody"):
            name = _name_above(read, field)
            if name:
                yield director_found(read, name, field.value.text[:80])
        elif field.meaning == "company" and field.section in _IN_SECTION and (company := trimmed_piece(field.value)):
            yield director_found(read, Name(*company), singular(field.heading))


def _represents_another(read: PageFields, field: Field) -> bool:
    """Whether `Vertegenwoordigd door: Jan Peeters` follows an auditor, whom he represents."""
    if FUNCTION.search(plain(field.label)) or not _REPRESENTED.search(field.label):
        return False
    return any(names_no_director(row.plain) for row in read.rows[max(0, field.row - 3) : field.row + 1])


def _name_above(read: PageFields, field: Field) -> Name | None:
    """The name in a row of its own above `Functie: Bestuurder`, with an address between them maybe."""
    if FUNCTION.search(plain(field.value.text)) is None or names_no_director(plain(field.value.text)):
        return None
    for row in reversed(read.rows[max(0, field.row - 3) : field.row]):
        name = name_at(read.text, row.start, row.end)
        if name and not read.text[name.end : row.end].strip(" ,;"):
            return name
    return None


def _listed(read: PageFields, value: Piece, label: str | None) -> Iterator[Found]:
    """One name or several: `Jan Peeters, Marie Claes en Piet Maes`."""
    text = read.text
    represented = _REPRESENTED.search(value.text)
    at, end = value.start + (represented.end() if represented else 0), value.end
    found = False
    for _ in range(8):
        while at < end and text[at] in " :,-–(":
            at += 1
        name = name_at(text, at, end)
        if name is None or HAVE_LEFT.search(text, name.end, end):
            break
        found = True
        yield director_found(read, name, _function_in(read, value, label))
        brk = _LIST_BREAK.match(text, name.end, end)
        if brk is None:
            break
        at = brk.end()
    if not found and (company := looks_like_company(value)):
        yield director_found(read, Name(*company), _function_in(read, value, label))


def _function_in(read: PageFields, value: Piece, label: str | None) -> str | None:
    """The function as the document writes it: in the value, or as the label."""
    match = FUNCTION.search(plain(value.text))
    if match:
        return value.text[slice(*match.span())]
    return singular(label) if label else None


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
    if not functions and context.section not in _IN_SECTION:
        return
    if names_no_director(row.plain) or HAVE_LEFT.search(row.text):
        return
    if not functions:
        yield from _name_alone(read, number, context)
        return
    if _is_sentence(row.text, len(row.cells)):
        return
    function = row.text[slice(*functions[0].span())]
    name = _name_in_row(read, number, functions[0].span())
    if name:
        yield director_found(read, name, function)


def _signed(read: PageFields) -> Iterator[Found]:
    """A name over a function, as signatures have it, where the function heads no list."""
    for number in range(1, len(read.rows)):
        row, above = read.rows[number], read.rows[number - 1]
        if len(row.text) > 50 or not MAY_NAME_A_FUNCTION.search(row.plain):
            continue
        function = FUNCTION.fullmatch(row.plain.strip(" .,()"))
        before = read.contexts[number - 1]
        if function is None or before.section in ("other", "nobody", "owners", "shareholders") or before.is_label:
            continue
        name = name_at(read.text, above.start, above.end)
        below = read.rows[number + 1] if number + 1 < len(read.rows) else None
        heads = below is not None and name_at(read.text, below.start, below.end) is not None
        if name and name.end == above.end and not heads and not FORM.search(above.text):
            yield director_found(read, name, singular(row.text))


def _signed_as(read: PageFields) -> Iterator[Found]:
    """`Signed: Jane Doe` and `Position: Director` below it, under whichever heading a form has them."""
    for number, row in enumerate(read.rows[:-1]):
        signs, below = _SIGNS.match(row.plain), read.rows[number + 1]
        stands = _AS_WHAT.match(below.plain)
        function = FUNCTION.search(below.plain) if signs and stands else None
        name = name_at(read.text, row.start + signs.end(), row.end) if signs and function else None
        if name and function and not names_no_director(below.plain):
            yield director_found(read, name, below.text[slice(*function.span())])


_SIGNS = re.compile(
    r"(?:signed(?: by)?|signature|name of signatory|getekend|ondertekend(?: door)?|handtekening|signee?(?: par)?|"
    r"unterschrift|unterzeichnet(?: von)?|gezeichnet)\s?:\s?"
)
_AS_WHAT = re.compile(r"(?:position|capacity|title|role|function|functie|hoedanigheid|fonction|qualite|funktion)\s?:")


def _is_sentence(text: str, cells: int) -> bool:
    return (
        cells == 1
        and re.search(
            r"\b(?:wordt|worden|werd|is|zijn|est|sont|wird|werden|are|shall|kan|peut|kann|may|vertegenwoordigd|"
            r"représentée?|vertreten|represented|benoemd|nommé|bestellt|appointed)\b",
            text,
        )
        is not None
    )


def _name_in_row(read: PageFields, number: int, function: tuple[int, int]) -> Name | None:
    """The name that begins the row or one of its cells, or follows the function."""
    row = read.rows[number]
    before = row.start + after_numbering(row.plain)
    represented = _REPRESENTED.search(row.text)
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
    between = read.text[one[1] : other[0]]
    return (
        len(between) <= 90
        and re.search(r"\.\s+[A-Z]|[;!?]", between) is None
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
    yield from _others_of_row(read, name, row.end, heading)


_AND = re.compile(r"(?:\s?\([^()]{1,40}\))?\s?(?:;|,|\s(?:en|et|und|and|&)\s)\s?")


def _others_of_row(read: PageFields, first: Name, end: int, heading: str | None) -> Iterator[Found]:
    """The rest of `Jan Peeters; Marie Claes`, if it holds nothing but names."""
    others, at = [], first.end
    while joint := _AND.match(read.text, at, end):
        name = name_at(read.text, joint.end(), end)
        if name is None:
            return
        others.append(name)
        at = name.end
    if not re.sub(r"\([^()]*\)", "", read.text[at:end]).strip(" ."):
        yield from (director_found(read, name, heading) for name in others)
