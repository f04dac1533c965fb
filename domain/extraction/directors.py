"""Those who lead the company and their functions: in forms, tables and lists, and in the sentences of deeds."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from domain.extraction.blocks import plain
from domain.extraction.company_shapes import FORM, looks_like_company, trimmed_piece
from domain.extraction.fields import Context, Field, PageFields
from domain.extraction.found import Found
from domain.extraction.functions import FUNCTION, MAY_NAME_A_FUNCTION, names_no_director
from domain.extraction.labels import after_numbering
from domain.extraction.lines import Piece
from domain.extraction.named_persons import persons_by_fields
from domain.extraction.person_shapes import TITLED, Name, name_at
from schemas.extraction import DocumentType

_WITHOUT: frozenset[DocumentType] = frozenset(
    {"utility_bill", "bank_statement", "invoice", "tax_certificate", "identity_document"}
)
"""The directors whom these name are those of the sender."""
_IN_SECTION = frozenset({"directors", "function_label"})
_PLURALS_WORDS = "bestuurders zaakvoerders administrateurs administratrices gerants gerantes bestuursters directors"
_PLURALS = frozenset(_PLURALS_WORDS.split())
_BODIES = frozenset({"vorstande", "geschaftsfuhrerinnen", "verwaltungsrat"})
_LIST_BREAK = re.compile(r"\s*(?:;|\s(?:en|et|und|and|&)\s|,|\n|/)\s*")
_APPOINTED = re.compile(
    r"(?:\b(?:benoemd|aangesteld|aangewezen|nomm[ée]e?s?|d[ée]sign[ée]e?s?|bestellt|ernannt|appointed|designated|"
    r"elected)\b[^.;\n]{0,60}?|"
    r"\b(?:in\s(?:zijn|haar|hun)?\s?hoedanigheid\svan|handelend\sals|optredend\sals|"
    r"agissant\sen\s(?:sa\s)?qualit[ée]\sde|en\s(?:sa\s)?qualit[ée]\sde|en\stant\sque|handelnd\sals|"
    r"in\s(?:seiner|ihrer)\sEigenschaft\sals|"
    r"acting\s(?:as|in\s(?:his|her|their)\scapacity\s(?:as|of))|in\s(?:his|her|their)\scapacity\s(?:as|of)|als|"
    r"comme|as|tot|zum|zur)\s)"
)
_REPRESENTED = re.compile(
    r"(?:vertegenwoordigd\sdoor|repr[ée]sent[ée]e?\s(?:[^.;\n]{0,20})?par|vertreten\sdurch|represented\sby|"
    r"vaste?\svertegenwoordiger|repr[ée]sentante?\spermanente?|permanent\srepresentative|st[äa]ndiger\svertreter)",
    re.IGNORECASE,
)
_GLUE = re.compile(
    r"(?:[\s:,]|\b(?:is|zijn|wordt|worden|est|sont|ist|sind|are|was|de|le|la|der|die|den|the|van|du|des|of|"
    r"company|vennootschap|soci[ée]t[ée]|gesellschaft|"
    r"benoemd|nomm[ée]e?s?|bestellt|appointed|namelijk|te\sweten|voor\sonbepaalde\sduur|"
    r"pour\sune\sdur[ée]e\s(?:ind[ée]termin[ée]e|illimit[ée]e)|[àa]\ssavoir|n[äa]mlich|namely|haar|zijn|son|sa|"
    r"ihren|seinen|its|enige|unique|wird|werden|"
    r"est\snomm[ée]e?|has\sbeen|have\sbeen|hereby|statutaire?|eerste|premiers?|ersten?|first|als|comme|as|en|"
    r"qualit[ée]|door|par|durch|by|zum|zur|tot)\b(?!\.)){0,14}\s{0,2}",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:ontslag|ontslagen|ontslagnemend|d[ée]mission|d[ée]missionnaire|abberufen|ausgeschieden|resign(?:ed|"
    r"ation)|ceased|terminated|r[ée]vocation|nicht mehr|be[ëe]indigd|uitgetreden)\b",
    re.IGNORECASE,
)
_AROUND_OTHERS = re.compile(
    r"notar|notaris|notaire|notary|verhuurder|bailleur|vermieter|landlord|lessor|banque|\bbank\b|commissaris\b|"
    r"revisor|auditor|r[ée]viseur",
    re.IGNORECASE,
)
_MOST_FUNCTIONS = 300
"""Of a page."""
_BACK = 260
"""Characters in which the name is looked for that a function is said of: a person's domicile stands between."""


def directors(pages: Sequence[PageFields], kind: DocumentType) -> Iterator[Found]:
    """Companies' names are given where they lead the company and nobody is named who represents them."""
    if kind in _WITHOUT:
        return
    for read in pages:
        yield from _by_fields(read)
        for number in range(len(read.rows)):
            yield from _in_row(read, number)
        yield from _in_sentences(read)


def _found(read: PageFields, name: Name, function: str | None) -> Found:
    details = (("function", " ".join(function.split())),) if function else ()
    return Found("director", read.page_index, name.start, name.end, name.normalized, details)


def _by_fields(read: PageFields) -> Iterator[Found]:
    for field in read.fields:
        named = field.meaning == "function_label" or (field.meaning == "directors" and not field.below)
        if named and field.section not in ("other", "owners", "shareholders") and field.section in _IN_SECTION:
            yield from _listed(read, field.value, field.label if field.meaning == "function_label" else None)
    for person, row, heading in persons_by_fields(read, _IN_SECTION):
        yield _found(read, person, _function_near(read, row) or _singular(heading))

    for field in read.fields:
        if field.meaning == "function" and field.section in (None, "directors", "nobody"):
            name = _name_above(read, field)
            if name:
                yield _found(read, name, field.value.text[:80])
        elif field.meaning == "company" and field.section in _IN_SECTION and (company := trimmed_piece(field.value)):
            yield _found(read, Name(*company), _singular(field.heading))


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
        if name is None or _LEFT.search(text, name.end, end):
            break
        found = True
        yield _found(read, name, _function_in(read, value, label))
        brk = _LIST_BREAK.match(text, name.end, end)
        if brk is None:
            break
        at = brk.end()
    if not found and (company := looks_like_company(value)):
        yield _found(read, Name(*company), _function_in(read, value, label))


def _function_in(read: PageFields, value: Piece, label: str | None) -> str | None:
    """The function as the document writes it: in the value, or as the label."""
    match = FUNCTION.search(plain(value.text))
    if match:
        return value.text[slice(*match.span())]
    return _singular(label) if label else None


def _singular(function: str) -> str | None:
    """The function that a label names, of one of those who are listed below it."""
    match = FUNCTION.search(plain(function))
    if match is None or match[0] in _BODIES:
        return None
    written = function[slice(*match.span())]
    return written[:-1] if match[0] in _PLURALS else written


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
    if context.section in ("other", "owners", "shareholders", "bank", "nobody") or len(row.text) > 260:
        return
    functions = list(FUNCTION.finditer(row.plain)) if MAY_NAME_A_FUNCTION.search(row.plain) else []
    if not functions and context.section not in _IN_SECTION:
        return
    if names_no_director(row.plain) or _LEFT.search(row.text):
        return
    if not functions:
        yield from _name_alone(read, number, context)
        return
    if _is_sentence(row.text, len(row.cells)):
        return
    function = row.text[slice(*functions[0].span())]
    name = _name_in_row(read, number, functions[0].span())
    if name:
        yield _found(read, name, function)


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
    if context.is_label and not context.header:
        return
    begin = row.start + after_numbering(row.plain)
    name = name_at(read.text, begin, row.cells[0].end if len(row.cells) > 1 else row.end)
    if name is None:
        name = next((each for cell in row.cells[1:2] if (each := name_at(read.text, cell.start, cell.end))), None)
    if name is None:
        return
    rest = read.text[name.end : row.end].strip()
    if not context.header and rest and rest[0] not in ",;(|-–.*" and len(row.cells) == 1:
        return
    if len(rest) > 140 or FORM.match(rest):
        return
    heading = _singular(context.heading)
    yield _found(read, name, heading)


def _in_sentences(read: PageFields) -> Iterator[Found]:
    text = read.text
    words = plain(text)
    for match in islice(FUNCTION.finditer(words), _MOST_FUNCTIONS):
        if names_no_director(words[max(0, match.start() - 12) : match.end() + 12]):
            continue
        function = text[slice(*match.span())]
        name = _after_function(text, match.end()) or _before_function(read, match.start())
        if name and not _is_anothers(text, name, match.span()):
            yield _found(read, name, _singular(function))
            yield from _and_more(read, name, match.end(), function)


def _after_function(text: str, at: int) -> Name | None:
    """`… tot bestuurder: de heer Jan Peeters`, `its director, Ms Jane Doe`. A title or a sign must lead to it."""
    glue = _GLUE.match(text, at, min(len(text), at + 90))
    begin = glue.end() if glue else at
    between = text[at:begin]
    bullet = re.compile(r"(?:[-•*–]|[0-9a-z][.)])\s{1,3}").match(text, begin)
    begin = bullet.end() if bullet else begin
    titled = TITLED.match(text, begin) or (TITLED.match(text, begin - 3) if begin >= 3 else None)
    if begin == at or (
        titled is None
        and not re.search(
            r"[:,]|\b(?:is|zijn|est|sont|ist|sind|are|benoemd|nomm|bestellt|appointed|als|door|par)", between
        )
    ):
        return None
    if "\n\n" in between:
        return None
    name = name_at(text, begin)
    if name is None or (titled is None and text[name.end : name.end + 2].strip()[:1].isalnum() and ":" not in between):
        return None
    return name


def _before_function(read: PageFields, at: int) -> Name | None:
    """`de heer Jan Peeters, wonende te …, wordt benoemd tot bestuurder`: the nearest person before the words that give
    him the function."""
    text = read.text
    since = max(0, at - _BACK)
    window = text[since:at]
    said = [match for match in _APPOINTED.finditer(window[-75:]) if match.end() >= len(window[-75:]) - 25]
    beside = re.search(r"[^\W\d_.][ ]?[,(–-]\s{0,2}(?:\(?)$", window)
    if not said and not beside:
        return None
    stop = max(
        window.rfind("\n\n"),
        *(match.end() for match in re.finditer(r"[.;]\s+(?=[A-ZÀ-Þ][a-zà-ÿ]+\s[a-zà-ÿ])", window)),
        0,
    )
    if beside and not said:
        return _name_ending_at(text, since + max(stop, 0), since + beside.start() + 1)
    for title in reversed(list(TITLED.finditer(window, stop))):
        name = name_at(text, since + title.end())
        if name and name.end <= at:
            return name
    return _run_before(text, since + stop, at)


def _name_ending_at(text: str, since: int, end: int) -> Name | None:
    """The name whose last letter stands at a place."""
    starts = [match.start() for match in re.finditer(r"(?<![^\s(,:;–-])[^\W\d_]", text[max(since, end - 60) : end])]
    for start in starts:
        name = name_at(text, max(since, end - 60) + start)
        if name and name.end == end:
            return name
    return None


def _run_before(text: str, since: int, at: int) -> Name | None:
    """The last words with capitals that are no place: `Jan Peeters`, not `Grote Markt 5` and not `te Sint Niklaas`."""
    begin, last = since, None
    while begin < at:
        start = re.compile(r"(?<!\w)[A-ZÀ-Þ]").search(text, begin, at)
        if start is None:
            break
        name = name_at(text, start.start(), at)
        if name is None:
            word = re.compile(r"\S+").match(text, start.start(), at)
            begin = word.end() if word else start.start() + 1
            continue
        begin = name.end
        before = plain(text[max(since, name.start - 12) : name.start]).split()
        place = bool(before) and (
            before[-1] in ("te", "a", "in", "at", "rue", "avenue", "op", "of") or before[-1][-1:].isdigit()
        )
        if (
            not place
            and not re.match(r"\s?,?\s?[0-9]", text[name.end : name.end + 4])
            and not FORM.match(text, name.end + 1)
        ):
            last = name
    return last


_JOINT = re.compile(
    r"(?:,?\s\(?(?:voornoemd|pr[ée]nomm[ée]e?|vorgenannt|geboren|n[ée]e?|wonende|demeurant|domicili|wohnhaft|residing|born|of)\b[^;\n]{0,160})?"
    r"(?:\s{0,2}(?:,\s?(?:en|et|und|and)|[,;]|\ben|\bet|\bund|\band)\s{1,3}|[.,;]?\s?(?:(?:en|et|und|and)\s?)?\n)(?:(?:[-•*–]|[0-9a-z][.)])\s{1,3})?"
)


def _and_more(read: PageFields, name: Name, since: int, function: str) -> Iterator[Found]:
    """The others of `bestuurders: de heer Jan Peeters en mevrouw Marie Claes`."""
    if name.start < since:
        return
    at = name.end
    for _ in range(8):
        joint = _JOINT.match(read.text, at)
        following = name_at(read.text, joint.end()) if joint else None
        if joint is None or following is None:
            return
        bulleted = joint[0].rstrip()[-1:] in "-•*–.)" and "\n" in joint[0]
        titled = "\n" not in joint[0] and TITLED.match(read.text, joint.end())
        if not bulleted and not titled and plain(function) not in _PLURALS:
            return
        yield _found(read, following, _singular(function))
        at = following.end


def _is_anothers(text: str, name: Name, function: tuple[int, int]) -> bool:
    first, last = min(name.start, function[0]), max(name.end, function[1])
    around = text[max(0, first - 60) : first] + " " + text[name.end : name.end + 25]
    if _LEFT.search(text[max(0, first - 50) : last + 30]):
        return True
    behind = re.search(
        r"(?:hierna|ci-après|nachfolgend|hereinafter|hereafter)[^.]{0,40}?(verhuurder|bailleur|vermieter|landlord|"
        r"lessor)",
        text[last : last + 200],
        re.IGNORECASE,
    )
    return _AROUND_OTHERS.search(around) is not None or behind is not None
