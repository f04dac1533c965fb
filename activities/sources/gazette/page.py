"""The list page of the Belgian Gazette's annex for legal persons, in time proportional to its length.

Each entry has a name with a legal form, then four lines: address, enterprise number, act, and the publication's date
with its number. Any of them may be blank. Entries come in two ways, one with the picture's link inside the title.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from activities.sources.page_text import decode_page, page_text

MAX_ENTRIES = 100
"""Of one page."""
NOTHING_FOUND = "Geen tekst komt overeen met uw zoekopdracht"
_MAX_ENTRY_CHARACTERS = 20_000
_MAX_LINES = 12
_ENTRY = re.compile(r"<div\s{1,5}class=[\"']?list-item--content\b", re.IGNORECASE)
_SUBTITLE = re.compile(r"class=[\"']?list-item--subtitle\b[^<>]{0,200}>", re.IGNORECASE)
_TITLE = re.compile(r"class=[\"']?list-item--title\b[^<>]{0,200}>", re.IGNORECASE)
_FONT = re.compile(r"<font\b[^<>]{0,100}>", re.IGNORECASE)
_END_OF_FONT = re.compile(r"</font", re.IGNORECASE)
_END_OF_PARAGRAPH = re.compile(r"</p\b", re.IGNORECASE)
_END_OF_ENTRY = re.compile(r"</div\b", re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\s{0,5}/?>", re.IGNORECASE)
_PICTURE = re.compile(r"href=[\"']?(/(?:tsv_pdf|mopdf)/[0-9A-Za-z/_-]{1,100}\.pdf)\b", re.IGNORECASE)
_DATE_AND_NUMBER = re.compile(r"([0-9]{4}(?:-[0-9]{2}-[0-9]{2})?) / ([0-9-]{1,20})")
_ENTERPRISE_NUMBER = re.compile(r"[0-9][0-9. ]{6,15}[0-9]")
_COUNT = re.compile(r">\s{0,20}Lijst \(([0-9]{1,6})\)")
_NEXT_PAGE = re.compile(r"[?&;]page=2\b[^<>]{0,200}pagination-button", re.IGNORECASE)
_SHORT_NAME = re.compile(r" ?(?:[,-] ?\(?|\()(?:IN HET KORT|AFGEKORT|VERKORT|EN ABR[EÉ]G[EÉ])\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """One publication; what is blank on the page is empty here."""

    name: str
    legal_form: str
    enterprise_number: str
    """Its digits only, without leading zeros."""
    act: str
    """`OPRICHTING`, `ONTSLAGEN - BENOEMINGEN`; several acts of one publication as the page joins them."""
    date: str
    """ISO 8601; of the oldest ones only the year."""
    number: str
    picture: str
    """Path of the PDF. The pointers to annual accounts have none."""


@dataclass(frozen=True)
class ListPage:
    entries: tuple[Entry, ...]
    """The newest first."""
    older: str | None
    """How many publications further pages have, or `unknown` if there are pages and no count; None: this is all."""


def read_page(body: bytes, charset: str | None) -> ListPage | None:
    """What the page lists, which may be nothing; None if it is no list page of the Gazette."""
    # Browsers read iso-8859-1 as windows-1252, and the Gazette's page has its quotes and dots.
    is_latin = charset is None or charset.lower() in ("iso-8859-1", "latin1", "latin-1")
    markup = decode_page(body, "windows-1252" if is_latin else charset)
    blocks = list(_blocks(markup))
    if not blocks:
        return ListPage((), None) if NOTHING_FOUND in page_text(markup).text else None
    entries = [entry for entry in map(_entry, blocks) if entry.date or entry.number or entry.act]
    return ListPage(_newest_first(entries), _older(markup, len(blocks))) if entries else None


def _blocks(markup: str) -> Iterator[str]:
    starts = [found.start() for found in _ENTRY.finditer(markup)][:MAX_ENTRIES]
    for start, following in pairwise([*starts, len(markup)]):
        block = markup[start : min(following, start + _MAX_ENTRY_CHARACTERS)]
        end = _END_OF_ENTRY.search(block)
        yield block[: end.start()] if end else block


def _entry(block: str) -> Entry:
    name, legal_form = _name_and_form(block)
    lines = _lines(block)
    place = next((index for index, line in enumerate(lines) if index and _DATE_AND_NUMBER.match(line)), 3)
    published = _DATE_AND_NUMBER.match(lines[place]) if place < len(lines) else None
    number = next((line for line in lines[1:place] if _ENTERPRISE_NUMBER.fullmatch(line)), "")
    act = lines[place - 1] if 3 <= place <= len(lines) else ""
    picture = _PICTURE.search(block)
    return Entry(
        name=name,
        legal_form=legal_form,
        enterprise_number=re.sub(r"[. ]", "", number).lstrip("0"),
        act=act.rstrip(" -"),
        date=_real_date(published[1]) if published else "",
        number=published[2] if published else "",
        picture=picture[1] if picture else "",
    )


def _name_and_form(block: str) -> tuple[str, str]:
    """The name is in a `font`, behind the entry's place on the page; the legal form follows it."""
    subtitle = _after(_SUBTITLE, block)
    end = _END_OF_PARAGRAPH.search(subtitle)
    name = _after(_FONT, subtitle[: end.start()] if end else subtitle)
    end = _END_OF_FONT.search(name)
    if end is None:
        return "", ""
    shown = page_text(name[: end.start()]).text
    return _SHORT_NAME.sub("", shown) or shown, page_text(name[end.start() :]).text


def _lines(block: str) -> list[str]:
    return [page_text(line).text for line in _LINE_BREAK.split(_after(_TITLE, block), _MAX_LINES)]


def _real_date(text: str) -> str:
    """The same, or nothing if the calendar has no such day."""
    try:
        date.fromisoformat(text if len(text) > len("1983") else f"{text}-01-01")
    except ValueError:
        return ""
    return text


def _after(mark: re.Pattern[str], markup: str) -> str:
    found = mark.search(markup)
    return markup[found.end() :] if found else ""


def _newest_first(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.date, reverse=True))


def _older(markup: str, listed: int) -> str | None:
    count = _COUNT.search(markup)
    if count is not None:
        return str(int(count[1]) - listed) if int(count[1]) > listed else None
    return "unknown" if _NEXT_PAGE.search(markup) else None
