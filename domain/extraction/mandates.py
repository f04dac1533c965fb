"""Mandates that have ended: a register shows former functions beside those in force, with both their dates.

A later date may be the planned end of a mandate that goes on, so that it is compared with the day of the document.
"""

import re
from collections.abc import Sequence

from domain.extraction.blocks import plain
from domain.extraction.dates import dates_in
from domain.extraction.functions import HAVE_LEFT
from domain.extraction.page_fields import PageFields
from domain.extraction.table_columns import head_above
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


_BORN = re.compile(
    r"(?<![a-z])(?:birth|born|dob|d\.o\.b|naissance|nee?\b(?! \w+ing)|geb(?:oren|urt\w*|oorte\w*)?\b|geboortedatum|"
    r"geburtsdatum|geburtstag)"
)
_LEFT = re.compile(
    r"(?<![a-z])(?:ceased|resigned|resignation|left office|terminated|cessation|cessee?|sortie|demission|ontslag|"
    r"uit functie|uitgetreden|ausgeschieden|ausscheiden|abberufen|geloscht|loschung)(?![a-z])"
)
"""The head of a column of the days at which people left: there, a day behind that of the appointment is over."""
_YOUNGEST = 15
"""Years between a birth and an appointment at least."""


def row_has_ended(read: PageFields, number: int, made: str | None, language: Language) -> bool:
    """The same of a row of a table, whose head may tell which of its days are those of births and departures."""
    if number in read.struck:
        return True
    row, head = read.rows[number], head_above(read, number)
    words = f"{head.plain} {row.plain}" if head else row.plain
    said = [written.value for written in dates_in(row.plain, language) if written.problem is None]
    if HAVE_LEFT.search(row.text) or len(said) < 2 or _BORN.search(words) is None:
        return has_ended(row.text, made, language)
    later = sorted(said)
    if int(later[1][:4]) - int(later[0][:4]) >= _YOUNGEST:
        later = later[1:]
    over = made or (later[-1] + "~" if head and _LEFT.search(head.plain) else "")
    return len(later) >= 2 and later[-2] < later[-1] < over


def card_has_ended(read: PageFields, at: int, made: str | None, language: Language) -> bool:
    """Whether the row of the mandate, below a name and an address, tells its end: `Mandat : …, fin : 14-06-2023`."""
    number = next((number for number, row in enumerate(read.rows) if row.start <= at < row.end), None)
    below = read.rows[number + 1 : number + 1 + _ROWS_TO_MANDATE] if number is not None else ()
    mandate = next((row for row in below if _MANDATE.match(row.plain)), None)
    if mandate is None or _TO.search(mandate.plain) is None:
        return False
    return has_ended(mandate.text, made, language)


_ROWS_TO_MANDATE = 2
_MANDATE = re.compile(r"(?:mandat|mandaat|mandate)\b")
_TO = re.compile(r"\b(?:fin|einde|ende|end|tot|until|bis|jusqu)\b")


def in_dated_table(read: PageFields, at: int) -> bool:
    """Whether a place is in a row of a table with days of birth, of which `row_has_ended` tells who has left."""
    number = next((number for number, row in enumerate(read.rows) if row.start <= at < row.end), None)
    head = head_above(read, number) if number is not None else None
    return head is not None and _BORN.search(head.plain) is not None


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
