"""Who issued an identity document: the state at its head, or the authority in the grid of its labels and values."""

import re
from collections.abc import Sequence
from itertools import pairwise

from domain.extraction.blocks import plain
from domain.extraction.company_shapes import trimmed_piece
from domain.extraction.found import Found
from domain.extraction.labels import label_at
from domain.extraction.lines import Piece
from domain.extraction.moment_labels import LABELS
from domain.extraction.page_fields import PageFields

STATES = re.compile(
    r"KONINKRIJK BELGI[ËE]|ROYAUME DE BELGIQUE|Koninkrijk België|Royaume de Belgique|K[Öö]nigreich Belgien|"
    r"KONINKRIJK DER NEDERLANDEN|Koninkrijk der Nederlanden|"
    r"R[ÉE]PUBLIQUE FRAN[ÇC]AISE|République française|République Française|BUNDESREPUBLIK DEUTSCHLAND|"
    r"Bundesrepublik Deutschland|"
    r"HM Passport Office|HMPO\b|DVLA\b|Pr[ée]fecture (?:de |du |d['’])[^\n]{3,40}|"
    r"UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND|United Kingdom of Great Britain and Northern Ireland|"
    r"UNITED KINGDOM|United Kingdom|É?IRE/IRELAND|Republic of Ireland|REPUBLIC OF IRELAND|"
    r"GRAND-DUCH[ÉE] DE LUXEMBOURG|Grand-Duché de Luxembourg"
)
AT_A_PLACE = re.compile(r"(?<!\w)(?:te|a|in|at|zu)$")
"""A label, `Afgegeven te`, that says where a document was given, not by whom."""
OFFICE = re.compile(
    r"(?:Stad|Gemeente|Ville|Commune|Mairie|(?:Sous-)?[Pp]réfecture|Stadt|Gemeinde|Landeshauptstadt|"
    r"Magistrat|Landratsamt|Bezirkshauptmannschaft|Burgemeester|City|"
    r"Municipality|Burg\.|Minister|Ministre)\s(?:van\s|de\s|d['’]|du\s|der\s|of\s)?[A-ZÀ-Þ][\w '’-]{1,40}$"
)
"""Who gives identity papers in a place, named as an office and not as a place alone."""
_OF_AUTHORITIES = re.compile(r"(?<![a-z])(?:autor|author|behorde|instantie|overheid)")
_FEWEST_OF_DATE = 4
_FIELD = re.compile(r"\([0-9]{1,2}\)")
"""Behind the label of a passport, the number of its field: `Authority/Autorité (8)`."""


def is_date(text: str) -> bool:
    """Whether it has as many digits as a date."""
    return sum(map(str.isdigit, text)) >= _FEWEST_OF_DATE


def office_below_authority(read: PageFields) -> Found | None:
    """`Burg. van Gent` below `Autoriteit / Authority`, however a scan has written that."""
    for row, below in pairwise(read.rows):
        office = OFFICE.match(below.cells[0].text) if _OF_AUTHORITIES.search(row.plain) else None
        if office:
            start = below.cells[0].start
            return Found("issuer", read.page_index, start, start + office.end(), office[0])
    return None


def issuer_of_licence(read: PageFields) -> Found | None:
    """What stands in the numbered field 4c of a driving licence (Directive 2006/126/EC, Annex I)."""
    match = _FIELD_4C.search(read.text)
    return Found("issuer", read.page_index, match.start(1), match.end(1), match[1]) if match else None


_FIELD_4C = re.compile(
    r"(?<![\w.])4\s?c[.:]?\s{1,3}(?:[Ii]ssued by\s)?([^\W\d_][^\n\t|]{1,40}?)(?=\s{2}|\s4\s?[abd]|\t|\n|$)"
)


def _label_of(cell: Piece) -> str:
    """A label in plain text; of one in two languages the second, where only that is known: `Údarás / Authority`."""
    words = plain(cell.text)
    known = label_at(words) is not None or LABELS.match(words) is not None
    return words if known else words.rpartition(" / ")[2]


def _is_label(cell: Piece) -> bool:
    """Of a value, or of a day."""
    words = _label_of(cell)
    return label_at(words) is not None or LABELS.match(words) is not None


def _is_only_label(cell: Piece) -> bool:
    words = _label_of(cell)
    label = label_at(words)
    return LABELS.match(words) is not None or (label is not None and not words[label.end :].strip(" :."))


def issuer_in_grid(pages: Sequence[PageFields]) -> Found | None:
    """Of an identity document, whose labels stand side by side above their values: `Authority | Date of expiry`."""
    for read in pages:
        for row, below in pairwise(read.rows):
            numbered = any(map(str.isdigit, _FIELD.sub("", row.text)))
            if len(row.cells) < 2 or len(below.cells) != len(row.cells) or numbered:
                continue
            if not any(is_date(cell.text) for cell in below.cells) or not all(map(_is_label, row.cells)):
                continue
            for cell, value in zip(row.cells, below.cells, strict=True):
                words = _label_of(cell)
                label = label_at(words)
                named = label is not None and label.meaning == "issuer" and not words[label.end :].strip(" :.")
                if not named or _is_only_label(value) or is_date(value.text) or not value.text[0].isupper():
                    continue
                if name := trimmed_piece(value):
                    return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    return None
