"""Who issued a document as one of its sentences says: `issued … by the Magistrat der Stadt Wien on 12 May 2023`.

The day must stand beside it: of other papers that a document tells of, only the issuer is told.
"""

import re
from collections.abc import Sequence
from itertools import islice

from domain.extraction.blocks import over_lines
from domain.extraction.company_shapes import has_form, name_after
from domain.extraction.found import Found
from domain.extraction.identity_issuers import is_date
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import TITLED

_WORD = r"[A-ZÀ-Þ][\w&'’.-]*"
_SMALL = r"(?:de[rsn]?|du|des|d['’]|of|for|the|van|von|für|la|le|les|l['’]|en|et|und|and|zu|am|&)"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:{_SMALL}\s){{0,3}}{_WORD}){{0,7}})"
_DAY = r"(?:[0-9]{1,2}(?:er|st|nd|rd|th|\.)?[ ./-]|[A-Z][a-z]{2,8}\s[0-9]{1,2},)"
_SENTENCES = tuple(
    re.compile(pattern)
    for pattern in (
        over_lines(r"\b(?i:issued)\s(?:to\s[^.;:]{3,160}?\s)?by\s(?:the\s)?") + _NAME + rf",?\s+on\s+(?:the\s+)?{_DAY}",
        over_lines(r"\b(?i:(?:afgegeven|uitgereikt|verleend))\s(?:aan\s[^.;:]{3,160}?\s)?door\s(?:de\s|het\s)?")
        + _NAME
        + rf",?\s+op\s+{_DAY}",
        over_lines(r"\b(?i:(?:d[ée]livr[ée]e?|[ée]mise?))\s(?:[àa]\s[^.;:]{3,160}?\s)?par\s(?:la\s|le\s|les\s|l['’])?")
        + _NAME
        + rf",?\s+(?:en\s+date\s+du|le)\s+{_DAY}",
        over_lines(r"\b(?i:ausgestellt)\s(?:durch|von)\s(?:de[mrn]\s|die\s|das\s)?") + _NAME + rf",?\s+am\s+{_DAY}",
        over_lines(r"\b(?:durch|von)\s(?:de[mrn]\s|die\s|das\s)?")
        + _NAME
        + rf"\s+am\s+{_DAY}[^.;]{{4,24}}?\sausgestellt",
    )
)
_MOST_PLACES = 5


_PUBLISHER = re.compile(
    r"(?<!\w)(?:Herausgeber(?:in)?|Herausgegeben\svon|[ÉE]dit(?:eur|rice)(?:\sresponsable)?|[ÉE]dité\spar|"
    r"(?:[Vv]erantwoordelijke\s)?[Uu]itgever|V\.\s?U\.|[Pp]ublished\sby|[Pp]ublisher)\s?:?\s{1,2}"
)


def is_published_by(text: str, at: int) -> bool:
    """Whether the name at a place is that of whoever publishes a paper, which is not about it."""
    return any(match.end() == at for match in _PUBLISHER.finditer(text, max(0, at - 40), at))


def publisher(pages: Sequence[PageFields]) -> Found | None:
    """`Herausgeberin: Alpgold AG, Seeweg 2`: the company that a leaflet or a price list names so."""
    for read in pages[:2]:
        for match in islice(_PUBLISHER.finditer(read.text), _MOST_PLACES):
            name = name_after(read.text, match.end(), len(read.text))
            if name and has_form(name.normalized):
                return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    return None


def issued_by(pages: Sequence[PageFields]) -> Found | None:
    """The first that a sentence names so, with the day."""
    for read in pages[:2]:
        for pattern in _SENTENCES:
            for match in islice(pattern.finditer(read.text), _MOST_PLACES):
                name = " ".join(match["name"].split())
                if not is_date(name) and not TITLED.match(name + " "):
                    return Found("issuer", read.page_index, match.start("name"), match.end("name"), name)
    return None
