"""Dates that matter of a document: its own, that of its expiry, and that of the company's incorporation.

Each date of a page gets the role that the words nearest before it say. Of a feature the most certain role that the
document has is kept, and of equally certain ones the first. A bank statement without a date of its own has that of the
end of its period. The day a bill falls due is not when the bill expires.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from domain.extraction.columns import labels_by_column
from domain.extraction.context import line_around, sentence_after, windows_before
from domain.extraction.dates import Written, dates_in
from domain.extraction.folding import folded_page
from domain.extraction.found import Found
from domain.extraction.moment_labels import LABELS, role_of
from domain.extraction.moment_stand_ins import MADE_AFTER, UNSAID, Day, stand_ins
from domain.extraction.moment_tables import by_columns, by_header, first_in_grid
from domain.extraction.mrz import expiry_dates
from schemas.extraction import DocumentType, FeatureName, Language, PageText

IN_THE_FUTURE = "in_the_future"

_FEATURES: dict[str, FeatureName] = {
    "incorporation": "incorporation_date",
    "expiry": "expiry_date",
    "document": "document_date",
}
_PAST: frozenset[FeatureName] = frozenset({"incorporation_date", "document_date"})
_DUE: frozenset[DocumentType] = frozenset({"invoice", "utility_bill", "bank_statement", "annual_accounts"})
"""Types whose dates of expiry are those by which somebody has to pay."""

_REACH = {
    "incorporation": 200, "document": 90, "deed": 120, "adopted": 90, "filed": 60, "expiry": 60, "validity": 30,
    "other": 120, "period": 60, "period_end": 40, "start": 8, "entered": 200, "state": 90,
    "licence": 3, "licence_end": 3,
}  # fmt: skip
"""How many characters after its label a date may stand."""

_OF_LICENCES = {"licence": "document", "licence_end": "expiry"}
"""The numbered fields of driving licences (Directive 2006/126/EC, Annex I): 4a is the issue, 4b the expiry."""

_NOT_OF_REGISTERS: frozenset[DocumentType] = _DUE | {"tax_certificate", "identity_document", "lease"}
"""Types that say when somebody was registered elsewhere, for a tax or with a supplier."""
_REGISTERED = 3
_OWN_ACTS: dict[DocumentType, dict[str, int]] = {
    "annual_accounts": {"adopted": 2, "filed": 3},
    "articles_of_association": {"adopted": 2},
}
"""What is done to a document of the type, and how surely the day of it is that of the document."""

_DAY_WORD = (
    r"(?:datum|date|dated)(?:\s*(?:/|en|et|und|and|&)\s*(?:date|datum|tijd(?:stip)?|uur|heure|uhrzeit|time))*"
    r"\s*(?:\([a-z/. -]{2,14}\))?\s*[:.|=-]*\s*(?:le|den|the|de|am)?\s*$"
)
_BARE = re.compile(r"(?:^|[\n\t|:;,.)_]|[0-9]\s|\s{2})\s*" + _DAY_WORD)
_BARE_BEHIND = re.compile(r"\s(?=datum)" + _DAY_WORD + r"|\b(?:on\s+)?this\s+(?:the\s+)?$")
_PLACE = re.compile(
    r"(?:^|[\n\t:]|[0-9] )[ \t]*(?:te |a |in )?[a-z][a-z'. -]{2,30}"
    r"(?:,\s{0,2}(?:op|le|den|am|on|the)?|\s(?:op|le|den))\s{0,2}$"
)
_PLACE_BEHIND = re.compile(r"[a-z)]\s[a-z][a-z'-]{2,30},\s{0,2}(?:op|le|den|am|on|the)?\s{0,2}$")
_SIGNS_BESIDE = re.compile(r"[ \t]{1,80}[a-z][a-z'. -]{2,30},[ \t]{0,2}(?:(?:op|le|den|am|on|the)[ \t])?[ \t]?")
_UNTIL = re.compile(r"\s*(?:until|tot(?: en met)?|t/m|jusqu'?(?:au|a)|bis(?: zum)?)\s*:?\s*(?:the|le|den)?\s*")
_FIRST_DAY = re.compile(
    r"[ \t]*(?:[a-z]+[: ]{1,2}){0,3}[0-3]?[0-9](?:st|nd|rd|th|er|\.)?(?: [a-z]{3,9})? ?(?:-|to|tot|au|bis) ?"
)
"""Of a period within a year, `1 - 30 April 2025`, the day before its end."""
_SENTENCE_END = re.compile(r"[.;]\s{1,3}[a-z]{4}")
_ALONE = re.compile(r"(?:^|\n)[ \t(]*(?:op|le|den|am|on|the|per|d\.d\.|vom|du|au|van|as at|as of)?[ \t]*$")
_RANGE = re.compile(
    r"[\s)]*(?:t/m|tot(?: en met)?|au|bis(?: zum)?|zum|to|until|through|-|et le|and|en|und)[\s(]*(?:le|den|the)?\s*"
)
_ENTERED_AFTER = re.compile(
    r"[^.;:]{0,70}?\b(?:eingetragen|ingeschreven|immatriculee?|inscrite? au (?:rcs|registre)|registered)\b"
)
_BOOKED_AFTER = re.compile(r"\s?\((?:registration date|datum registratie)\b")
"""Of an establishment in the Dutch register, whose founding its English extract calls an incorporation too."""
_FIRST_ENTRY = re.compile(r"(?:^|\n) {0,3}1 {1,3}eingetragen am $")
_NEW_AFTER = re.compile(r" {1,3}geschaftsfall [^\n]{5,40}\s*(?:antrag auf neueintragung|$)")
"""Of the entry by which an Austrian company came to be: before it there was a contract only (GmbHG, § 2)."""
_AGAIN = re.compile(r" \([^()\n]{8,20}\)")
"""Behind a day in words the same in figures."""
_PRINTED_AFTER = re.compile(r",? [0-2]?[0-9]:[0-5][0-9](?: ?[ap]m)?[ \t\n]")
"""Behind the first words of a page that a browser has printed."""
_TIME_AFTER = re.compile(r"(?:um |at |a |om )?[0-2]?[0-9][:.][0-5][0-9](?: ?(?:uhr|uur))?(?=[ \t]|$)")
_STAMP_AFTER = re.compile(r"(?:\s?-\s?|,?\s(?:a|om|um|at)?\s?)[0-2]?[0-9]:[0-5][0-9]:[0-5][0-9]")
"""The second at which it was printed."""
_GIVEN_AFTER = re.compile(
    r"[ \t](?:verstrekt|afgegeven|uitgereikt|opgemaakt|afgeleverd|vervaardigd|ausgestellt|erstellt|ausgefertigt)\b"
)
_APPEARED_AFTER = re.compile(
    r"[,.]?\s[^.;:]{0,120}?\b(?:verscheen|verschenen|voor mij|voor ons|compar(?:u|aissent)|erschien(?:en)?|appeared"
    r"|par-?\s?devant|devant (?:moi|nous|maitre))\b"
)
"""Of the day on which a deed is done: `Op 19 januari 2023 is voor mij, mr. Jansen, notaris te Gent, verschenen`."""
_ISSUED_BY = re.compile(
    r"\b(?:issued|delivree?|afgegeven|uitgereikt|ausgestellt)\b[^.;]{0,200}\b(?:by|par|door|durch|von)\s[^.;:0-9]{3,60}"
    r"\s(?:on|le|op|am)\s(?:the\s)?$"
)
"""`was issued to Ann Hill, born on 3 March 1988, by the City of Vienna on 12 May 2023`."""
_BEGINS_DEED = re.compile(r"(?:^|\n)\s*(?:op|le|am|on|den|the)?\s*$")
_FILED_AFTER = re.compile(r"\s{0,2}(?:van de neerlegging|du depot|der hinterlegung)")
_TOP = 1200
_LETTERHEAD = 2
"""Rows at the top of a letter whose right column may be the day alone."""
_SIGNED = re.compile(r"[^0-9]{0,40}")
"""What may stand beside a place and a day: the name of who signs."""


def find_moments(pages: Sequence[PageText], kind: DocumentType, language: Language, today: date) -> Iterator[Found]:
    texts = [(page.page_index, folded_page(page)) for page in pages]
    days = [day for index, text in texts for day in _days_of_page(index, text, kind, language)]
    if kind == "identity_document":
        days += [Day("expiry", 2, index, written) for index, text in texts for written in expiry_dates(text)]
    days += stand_ins(days, texts, kind, today)
    for role, feature in _FEATURES.items():
        of_role = [day for day in days if day.role == role]
        if of_role:
            yield from _best(feature, of_role, today)


def _best(feature: FeatureName, days: list[Day], today: date) -> Iterator[Found]:
    """The most certain days, wherever the document says them, and those that are not possible.

    Of two different ones said in so many words both are told, but of a document's own days, which it has many of (that
    of its state, its print, its signature), the first.
    """
    possible = [day for day in days if _found(feature, day, today).problem is None] or days
    top = min(day.rank for day in possible)
    best = [day.written.value for day in possible if day.rank == top]
    kept = best[:1] if top > 1 or feature == "document_date" else best
    for day in days:
        found = _found(feature, day, today)
        if day.written.value in kept or (found.problem and day.rank <= top):
            yield found


def _found(feature: FeatureName, day: Day, today: date) -> Found:
    written = day.written
    future = feature in _PAST and written.day is not None and written.day > today
    problem = IN_THE_FUTURE if future else written.problem
    return Found(feature, day.page_index, written.start, written.end, written.value, (), problem)


def _days_of_page(index: int, text: str, kind: DocumentType, language: Language) -> Iterable[Day]:
    dates = dates_in(text, language)
    days = [Day(*_role(text, dates, number), index, written) for number, written in enumerate(dates)]
    for number, written in enumerate(dates[1:], start=1):
        again = written.value == dates[number - 1].value  # in words, and in figures behind a dash
        between = text[dates[number - 1].end : written.start]
        if again and (_RANGE.fullmatch(between) or between == " ("):
            days[number] = days[number - 1]._replace(written=written)
        elif _RANGE.fullmatch(between):
            days[number - 1 : number + 1] = _range(days[number - 1], days[number])
        elif _SIGNS_BESIDE.fullmatch(between) and _is_of_signatures(text, dates[number - 1], written):
            last = days[number]._replace(role="document", rank=3)
            days[number - 1 : number + 1] = days[number - 1]._replace(role="other"), last
    days = list(by_columns(text, days))
    return [_adapted(day, kind) for day in days]


def _is_of_signatures(text: str, first: Written, last: Written) -> bool:
    """Whether a line is `Gent, 3 mei 2024 Brugge, 7 mei 2024`, of two who sign beside each other: the later signature
    makes the contract."""
    start, end = text.rfind("\n", 0, first.start) + 1, line_around(text, last.start, last.end)[1]
    placed = _PLACE.search(text[start : first.start])
    return placed is not None and not text[last.end : end].strip(" .") and first.value <= last.value


def _range(first: Day, last: Day) -> tuple[Day, Day]:
    """Of two days with `to` between them the last is an end, of validity if that is what is spoken of."""
    valid = first.role == "expiry" or (first.role == "period" and first.rank == 1)
    unsaid = first.role == "other" and first.rank == UNSAID
    named = first.role in ("other", "incorporation") and not unsaid
    end = "expiry" if valid else "other" if named else "period_end"
    return first._replace(role="period"), last._replace(role=end, rank=2 if unsaid else 1)


def _adapted(day: Day, kind: DocumentType) -> Day:
    if kind in _NOT_OF_REGISTERS and day.role == "incorporation" and day.rank == _REGISTERED:
        return day._replace(role="other")
    if day.role in _OF_LICENCES:
        return day._replace(role=_OF_LICENCES[day.role] if kind == "identity_document" else "other", rank=2)
    if day.role == "entered":
        # Of an owner, in the register of owners; elsewhere of the company, in its own.
        day = day._replace(role="other" if kind == "ubo_declaration" else "incorporation")
    if day.role == "state":
        # That of the balance sheet is not the day on which accounts were made.
        return day._replace(role="other" if kind == "annual_accounts" else "document")
    if day.role == "filed" and kind == "ubo_declaration":
        return day._replace(role="document", rank=3)
    if day.role == "start":
        return day._replace(role="incorporation" if kind == "register_extract" else "other")
    if day.role == "validity":
        return day._replace(role="expiry")
    own = _OWN_ACTS.get(kind, {}).get(day.role)
    if own is not None:
        return day._replace(role="document", rank=own)
    if day.role == "expiry" and kind in _DUE | {"lease"}:
        return day._replace(role="other")
    if day.role == "deed":
        return day._replace(role="document")
    return day


def _role(text: str, dates: list[Written], number: int) -> tuple[str, int]:
    written = dates[number]
    floor = dates[number - 1].end if number else 0
    if _FILED_AFTER.match(text, written.end):
        return "other", 1
    if _FIRST_ENTRY.search(text, max(0, written.start - 30), written.start) and _NEW_AFTER.match(text, written.end):
        return "incorporation", 0
    by_column = labels_by_column(text).get(written.start)
    if not text[: written.start].strip() and _PRINTED_AFTER.match(text, written.end):
        return "document", 1
    if not by_column and (_STAMP_AFTER.match(text, written.end) or _GIVEN_AFTER.match(text, written.end)):
        return "document", 1
    windows = (f"{by_column} ",) if by_column else windows_before(text, written.start, floor)
    after = sentence_after(text, written.end)
    first = None if by_column else first_in_grid(text, written)
    if first:
        return first
    for window in windows:
        role = _labelled(window)
        if role is None and _UNTIL.fullmatch(window):
            return "expiry", 2
        if role is None and _BARE.search(window):
            return "document", 2
        if role is None and _BARE_BEHIND.search(window):
            return "document", 3
        if role == ("incorporation", 1) and _BOOKED_AFTER.match(text, written.end):
            return "incorporation", 2
        if role is not None:
            return ("incorporation", 1) if role[0] in ("deed", "document") and MADE_AFTER.match(after) else role
    if MADE_AFTER.match(after):
        return "incorporation", 1
    if _ENTERED_AFTER.match(after):
        return "incorporation", 3
    if _ISSUED_BY.search(text, max(0, written.start - 280), written.start):
        return "document", 2
    if written.start < _TOP and _BEGINS_DEED.search(windows[0]) and _APPEARED_AFTER.match(after):
        return "deed", 1
    return by_header(text, written) or _by_place(text, written, windows[0])


def _labelled(window: str) -> tuple[str, int] | None:
    """The role that the last label of the window gives; None where it is too far away to be this date's."""
    labels = list(LABELS.finditer(window))
    if not labels:
        return None
    last = labels[-1]
    name, rank = role_of(last)
    if len(window) - last.end() > _REACH[name]:
        return "other", UNSAID
    if name == "deed":
        return next((role_of(one) for one in reversed(labels[:-1]) if _is_deed_of(one, last, window)), (name, rank))
    return name, rank


def _is_deed_of(earlier: re.Match[str], deed: re.Match[str], window: str) -> bool:
    """Whether the same sentence says what the deed did: `opgericht bij akte verleden …`."""
    between = window[earlier.end() : deed.start()]
    return role_of(earlier)[0] in ("incorporation", "other") and _SENTENCE_END.search(between) is None


def _by_place(text: str, written: Written, own: str) -> tuple[str, int]:
    """`Brussel, 3 februari 2023`, or a date alone on a line near the top."""
    _, line_end = line_around(text, written.start, written.end)
    again = _AGAIN.match(text, written.end, line_end)
    rest = text[again.end() if again else written.end : line_end].strip(" .,:")
    line = text[text.rfind("\n", 0, written.start) + 1 : written.start]
    signed = _SIGNED.fullmatch(rest) or _TIME_AFTER.match(rest) or text.startswith((". ", ".\n"), written.end)
    if signed and line and _PLACE.search(line) and line == own[-len(line) :]:
        return "document", 3
    if _FIRST_DAY.fullmatch(line):
        return "period_end", 1
    if len(rest) > 3:
        return "other", UNSAID
    if not rest and written.start < _TOP and _PLACE_BEHIND.search(line):
        return "document", 4
    if (
        not rest
        and "\t" in line
        and text.count("\n", 0, written.start) < _LETTERHEAD
        and _ALONE.fullmatch(line.rpartition("\t")[2])
    ):
        return "document", 4
    if _ALONE.fullmatch(line):
        return "document", 4 if written.start < _TOP else 5
    return "other", UNSAID
