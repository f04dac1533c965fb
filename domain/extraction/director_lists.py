"""Directors whom a label or a heading names: one, or several in a row."""

import re
from collections.abc import Iterator

from domain.extraction.blocks import over_lines, plain
from domain.extraction.company_shapes import looks_like_company
from domain.extraction.director_sentences import director_found
from domain.extraction.found import Found
from domain.extraction.functions import FUNCTION, HAVE_LEFT, singular
from domain.extraction.lines import Piece
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import Name, name_at

_LIST_BREAK = re.compile(r"\s*(?:;|\s(?:en|et|und|and|&)\s|,|\n|/)\s*")
LABEL_OF_FUNCTION = re.compile(r"\.\s(?=(?:Functie|Fonction|Funktion|Function)\s?:\s)")
"""Behind a domicile, as written: `Peeters Jan, Kerkstraat 1, 9000 Gent, België. Functie: bestuurder.`"""
REPRESENTED = re.compile(
    over_lines(
        r"(?:vertegenwoordigd\sdoor|repr[ée]sent[ée]e?\s(?:[^.;\n]{0,20})?par|vertreten\sdurch|represented\sby|"
        r"vaste?\svertegenwoordiger|repr[ée]sentante?\spermanente?|permanent\srepresentative|st[äa]ndiger\svertreter)"
    ),
    re.IGNORECASE,
)


def listed(read: PageFields, value: Piece, label: str | None) -> Iterator[Found]:
    """One name or several: `Jan Peeters, Marie Claes en Piet Maes`."""
    text = read.text
    represented = REPRESENTED.search(value.text)
    at, end = value.start + (represented.end() if represented else 0), value.end
    found = False
    for _ in range(8):
        while at < end and text[at] in " :,-–(":
            at += 1
        at = _past_function(text, at, end)
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


_DETERMINER = re.compile(
    r"(?:haar|zijn|hun|de|den|son|sa|ses|le|la|l['’]|ihren?|seinen?|den|die|der|its|their|the|een|un|une)\s?"
)


def _past_function(text: str, at: int, end: int) -> int:
    """Past the function before a name: `vertreten durch: die Geschäftsführerin Anna Weber`."""
    determiner = _DETERMINER.match(text, at, end)
    begin = determiner.end() if determiner else at
    function = FUNCTION.match(plain(text[begin:end]))
    gap = re.compile(r"\s?[:,]?\s").match(text, begin + function.end(), end) if function else None
    return gap.end() if gap else at


def _function_in(read: PageFields, value: Piece, label: str | None) -> str | None:
    """The function as the document writes it: in the value, or as the label."""
    match = FUNCTION.search(plain(value.text))
    if match:
        return value.text[slice(*match.span())]
    return singular(label) if label else None


_AND = re.compile(r"(?:\s?\([^()]{1,40}\))?\s?(?:;|,|\s(?:en|et|und|and|&)\s)\s?")


def others_of_row(read: PageFields, first: Name, end: int, heading: str | None) -> Iterator[Found]:
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
