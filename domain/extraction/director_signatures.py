"""Those who sign as directors: a name over a function, beside `Signed:`, or beside `Nom du signataire`."""

import re
from collections.abc import Iterator
from itertools import islice

from domain.extraction.address_shapes import has_postcode
from domain.extraction.blocks import Row, over_lines, plain
from domain.extraction.company_shapes import FORM
from domain.extraction.director_sentences import director_found
from domain.extraction.found import Found
from domain.extraction.functions import FUNCTION, MAY_NAME_A_FUNCTION, names_no_director, singular
from domain.extraction.lines import Piece
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import Name, name_at
from domain.extraction.ticked_boxes import is_unticked, past_box

_MARK = (
    r"(?:e\.\s?h\.|eigenh[äa]ndig|m\.\s?p\.|\(?(?:handtekening|signature|unterschrift|sign[ée]e?|signed|getekend|"
    r"gezeichnet|gez\.|get\.|sgd\.?|w\.\s?g\.|s\.)\)?|/s/)"
)
_MARK_BEFORE = re.compile(rf"{_MARK}\s?:?\s", re.IGNORECASE)
_MARK_BEHIND = re.compile(rf"[\s,]*(?:{_MARK}[\s.,]*)?$", re.IGNORECASE)
"""`Mag. Johanna Pichler e.h.`, `gez. Johanna Pichler`, `/s/ Jane Doe`: what stands for a signature."""
_ONLY_MARK = re.compile(rf"(?:{_MARK}|[_.…·–-]{{3,}})\s?:?$", re.IGNORECASE)
_LEADS_TO_FUNCTION = re.compile(
    r"(?:in (?:der|seiner|ihrer) eigenschaft als|in (?:de |zijn |haar )?(?:zijn/haar )?hoedanigheid van|handelend als|"
    r"agissant (?:en|comme) (?:(?:sa )?qualite de )?|en (?:sa )?qualite d[e'] ?|"
    r"in (?:the |his |her )?capacity (?:as|of)|acting as|als|as|"
    r"position|capacity|title|role|function|functie|hoedanigheid|fonction|qualite|funktion|eigenschaft)\s?:?\s"
)


def signed(read: PageFields) -> Iterator[Found]:
    """A name over a function, as signatures have it, where the function heads no list."""
    for number in range(1, len(read.rows)):
        row = read.rows[number]
        if not MAY_NAME_A_FUNCTION.search(row.plain):
            continue
        if len(row.cells) > 1:
            yield from _side_by_side(read, number)
        written = _TERM_BEHIND.sub("", row.text)
        function = _function_of(read, row.start, written) if len(written) <= _LONGEST_FUNCTION else None
        above = _above(read, number) if function else None
        before = read.contexts[number - 1]
        if function is None or above is None or before.section in _OF_OTHERS or before.is_label:
            continue
        name = _signature(read, Piece(above.start, above.end, above.text))
        below = read.rows[number + 1] if number + 1 < len(read.rows) else None
        heads = below is not None and name_at(read.text, below.start, below.end) is not None
        heads = heads and written == row.text  # a function with its term is of the name above
        if name and not (heads and not _is_over_function(read, number + 1)):
            yield director_found(read, name, singular(function))


_LONGEST_FUNCTION = 70
_OF_OTHERS = frozenset({"other", "nobody", "owners", "shareholders"})


def _is_over_function(read: PageFields, number: int) -> bool:
    """Whether the next name is another signature, with its own function below."""
    below = read.rows[number + 1] if number + 1 < len(read.rows) else None
    return below is not None and _function_of(read, below.start, below.text) is not None


def _function_of(read: PageFields, start: int, text: str) -> str | None:
    """The function that is all that a piece says: `Geschäftsführerin`, `in der Eigenschaft als Geschäftsführer`."""
    words = plain(text)
    begin = past_box(text)
    lead = _LEADS_TO_FUNCTION.match(words, begin)
    begin = lead.end() if lead else begin
    bare = words[begin:].strip(" .,()")
    function = FUNCTION.fullmatch(bare)
    if function is None or is_unticked(read.text, start + begin + 1):
        return None
    return text[words.index(bare, begin) :][: len(bare)]


def _above(read: PageFields, number: int) -> Row | None:
    """The row of the name above a function: past a line to sign on, and past an address before a term of office."""
    row, above = read.rows[number], read.rows[number - 1]
    below = read.rows[number + 1] if number + 1 < len(read.rows) else None
    termed = _TERM_BEHIND.search(row.text) or (below and _TERM.fullmatch(below.text))
    if number > 1 and termed and has_postcode(above.text):
        return read.rows[number - 2]  # of annual accounts: name, address, function, term
    if number > 1 and _ONLY_MARK.match(above.text) and len(row.cells) == 1:
        return read.rows[number - 2]
    return above


def _signature(read: PageFields, piece: Piece) -> Name | None:
    """The name that is all that a piece says besides a mark for the signature."""
    mark = _MARK_BEFORE.match(piece.text)
    name = name_at(read.text, piece.start + (mark.end() if mark else 0), piece.end)
    behind = name and _MARK_BEHIND.match(read.text[name.end : piece.end])
    return name if behind and not FORM.search(piece.text) else None


def _side_by_side(read: PageFields, number: int) -> Iterator[Found]:
    """Two signatures beside each other: `Jan Peeters | Marie Claes`, below them `bestuurder | bestuurder`."""
    row, above, before = read.rows[number], read.rows[number - 1], read.contexts[number - 1]
    if len(above.cells) != len(row.cells) or before.section in _OF_OTHERS or before.is_label:
        return
    functions = [_function_of(read, cell.start, cell.text) for cell in row.cells]
    names = [_signature(read, cell) for cell in above.cells]
    if all(names):
        yield from (
            director_found(read, name, singular(function))
            for name, function in zip(names, functions, strict=True)
            if name and function
        )


_NUMERIC_DAY = r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}"
_TERM = re.compile(rf"{_NUMERIC_DAY}\s?(?:-|–|t/m|au|tot|bis|to)\s?{_NUMERIC_DAY}")
_TERM_BEHIND = re.compile(rf"\s+{_TERM.pattern}$")


def signed_as(read: PageFields) -> Iterator[Found]:
    """`Signed: Jane Doe` and `Position: Director` below it, under whichever heading a form has them."""
    yield from _signed_in_one_row(read)
    for number, row in enumerate(read.rows[:-1]):
        signatory = _SIGNATORY.match(row.plain)
        signs = signatory or _SIGNS.match(row.plain)
        at = _past_label(row, signs) if signs else None
        name = name_at(read.text, at, row.end) if at is not None else None
        if name is None:
            continue
        for below in read.rows[number + 1 : number + (_ROWS_OF_SIGNATORY if signatory else 2)]:
            stands = _AS_WHAT.match(below.plain)
            begin = _past_label(below, stands) if stands else None
            function = FUNCTION.search(below.plain, begin - below.start) if begin is not None else None
            if function and not names_no_director(below.plain) and not is_unticked(below.text, function.start()):
                yield director_found(read, name, below.text[slice(*function.span())])
                break


_ROWS_OF_SIGNATORY = 4
"""Rows below the name of a signatory in which his function stands, past a day or an address, and one."""


def _past_label(row: Row, label: re.Match[str]) -> int | None:
    """Where the value of a label begins, whose colon or cell ends it."""
    if row.plain[: label.end()].rstrip().endswith(":"):
        return row.start + label.end()
    if len(row.cells) > 1 and row.start + label.end() >= row.cells[0].end:
        return row.cells[1].start
    return None


def _signed_in_one_row(read: PageFields) -> Iterator[Found]:
    """`Signed: Jane Doe, Director`, `Unterschrift: Jan Maier, Geschäftsführer`."""
    for row in read.rows:
        signs = _SIGNATORY.match(row.plain) or _SIGNS_HERSELF.match(row.plain)
        name = name_at(read.text, row.start + signs.end(), row.end) if signs else None
        gap = _BESIDE.match(row.text, name.end - row.start) if name else None
        lead = _LEADS_TO_FUNCTION.match(row.plain, gap.end()) if gap else None
        function = FUNCTION.match(row.plain, lead.end() if lead else gap.end()) if gap else None
        if name and function and not names_no_director(row.plain):
            yield director_found(read, name, row.text[slice(*function.span())])


_SIGNS_HERSELF = re.compile(
    r"\(?(?:signed(?: by| for the company by)?|signature|sgd\.?|getekend|ondertekend(?: door)?|handtekening|w\.g\.|"
    r"signee?(?: par)?|unterschrift|unterzeichnet(?: von)?|gezeichnet|gez\.|/s/)\)?\s?:?\s"
)
_BESIDE = re.compile(r"\s?[,(–-]\s?")
_SIGNATORY = re.compile(
    r"(?:nom (?:et prenoms? |et qualite )?(?:du |de la |des )?signataires?|signataire|"
    r"naam (?:van )?(?:de )?(?:ondertekenaar|ondertekende|tekenaar|tekeningsbevoegde)|ondertekenaar|"
    r"name (?:des |der )?(?:unterzeichners?|unterzeichnerin|unterzeichneten|unterzeichnenden)|unterzeichner(?:in)?|"
    r"(?:full |printed? )?name of (?:the )?(?:signatory|signer|person signing|authorised signatory)|"
    r"signatory(?: name)?|signed for and on behalf of the company by)\s?:?\s?"
)
_SIGNS = re.compile(
    r"(?:name|naam|nom|nom et prenom|naam en voornaam|vor- und nachname|full name|print(?:ed)? name|"
    r"name in block capitals|signed(?: by)?|signature|getekend|ondertekend(?: door)?|handtekening|signee?(?: par)?|"
    r"unterschrift|unterzeichnet(?: von)?|gezeichnet)\s?:\s?"
)
_AS_WHAT = re.compile(
    r"(?:position|capacity|title|role|function|functie|hoedanigheid|fonction|qualite|funktion|eigenschaft|stellung|"
    r"in (?:his |her |the )?capacity (?:as|of)|in (?:der|seiner|ihrer) (?:eigenschaft|funktion) als|"
    r"in (?:de |zijn |haar )?hoedanigheid van|en (?:sa )?qualite de)\s?:?\s?"
)


_UNDERSIGNED = re.compile(
    over_lines(
        r"\b(?:the\sundersigned|(?:de\s)?ondergetekende|(?:le\s|la\s)?soussign[ée]e?|(?:de[rm]|die)\sunterzeichne(?:nde|te)r?)"
        r"\s?,?\s(?:(?:the|de|le|la|der|die)\s)?(?=[A-ZÀ-Þdm])"
    ),
    re.IGNORECASE,
)
_AS_REPRESENTATIVE = re.compile(
    over_lines(
        r"\s?,\s(?:[^.;:]{0,90}?,\s)?(?:(?:acting\s)?(?:as|in\s(?:my|his|her)\scapacity\s(?:as|of))\s|handelend\sals\s|"
        r"in\s(?:mijn|zijn|haar)\shoedanigheid\svan\s|agissant\sen\s(?:ma\s|sa\s)?qualit[ée]\sde\s|"
        r"en\s(?:ma\s|sa\s)?qualit[ée]\sde\s|(?:handelnd\s)?als\s)?(?:the\s|de\s|le\s|la\s)?"
        r"((?:wettelijke?|statutair|rechtsgeldig|legal|statutory|gesetzlicher?)\s(?:vertegenwoordiger|representative|vertreter(?:in)?)|"
        r"repr[ée]sentante?\sl[ée]gale?)\b(?!\s[^.;:]{0,40}?(?:minderjarig|mineure?\b|\bminors?\b|enfant|\bkind|\bchild))"
    ),
    re.IGNORECASE,
)


def undersigned(read: PageFields) -> Iterator[Found]:
    """`I, the undersigned Jane Doe, legal representative of the entity`: who leads a company by law."""
    for match in islice(_UNDERSIGNED.finditer(read.text), 20):
        name = name_at(read.text, match.end())
        stands = _AS_REPRESENTATIVE.match(read.text, name.end) if name else None
        if name and stands:
            yield director_found(read, name, stands[1])
