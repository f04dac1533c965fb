"""Mandates that have ended: a register shows former functions beside those in force, with both their dates.

A later date may be the planned end of a mandate that goes on, so that it is compared with the day of the document.
"""

import re
from collections.abc import Sequence

from domain.extraction.blocks import plain
from domain.extraction.dates import dates_in
from domain.extraction.fields import PageFields
from domain.extraction.functions import HAVE_LEFT
from schemas.extraction import Language

_MADE = re.compile(
    r"extrait|uittreksel|extract|situation|toestand|abruf|stand\b|stichtag|neerlegging|d[ée]p[oô]t|d[ée]pos[ée]|opgemaakt|"
    r"gedaan|vervaardigd|fait à|établi|délivré|édité|imprimé|afgedrukt|erstellt|ausgestellt|generated|printed|issued|"
    r"produced|made on|dated|year ended|boekjaar|exercice|zum\s[0-9]{1,2}\.|,\s(?:den|le|op)\s[0-9]",
    re.IGNORECASE,
)
"""A row that tells when a document was made."""
_UNTIL = re.compile(
    r"\(\s?(?:bis|tot|until|jusqu['’]au)\s(?:zum\s|en met\s|(?:and\s)?including\s)?(?=[0-9])[^()]{4,24}\)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?<![a-z])(?:seit(?: dem)?|since|depuis(?: le)?|sinds|sedert)\s?:?\s?$")
"""Before the begin of a mandate, whatever other day stands before it: `08.04.1982 | vertritt seit 25.09.2014`."""
_DIGIT = re.compile(r"[0-9]{4}")


def day_made(pages: Sequence[PageFields], language: Language) -> str | None:
    """The latest of the days (ISO 8601) at which a document says it was made; None if it says none."""
    days = (
        written.value
        for read in pages
        for row in read.rows
        if _MADE.search(row.text) and _DIGIT.search(row.text)
        for written in dates_in(row.plain, language)
        if written.problem is None
    )
    return max(days, default=None)


def has_ended(text: str, made: str | None, language: Language) -> bool:
    """Whether a row says that its person has left: `Jan Peeters | 03/10/2001 | 14/02/2011`, `(tot 30/06/2023)`."""
    if HAVE_LEFT.search(text):
        return True
    if made is None or not _DIGIT.search(text):
        return False
    until = _UNTIL.search(text)
    words = plain(until[0] if until else text)
    said = [written for written in dates_in(words, language) if written.problem is None]
    days = [written.value for written in said]
    if until:
        return bool(days) and days[-1] < made
    if said and _SINCE.search(words, 0, said[-1].start):
        return False
    return len(days) >= 2 and days[-2] < days[-1] < made
