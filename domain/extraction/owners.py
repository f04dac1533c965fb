"""Beneficial owners and their shares: natural persons in declarations, registers, tables of shareholders and sentences.

A shareholder who is named with a share is given if it is at least a quarter: the threshold of Article 52 of Regulation
(EU) 2024/1624. On a declaration of beneficial owners each person is one.
"""

import re
from collections.abc import Iterator, Sequence

from domain.extraction.company_shapes import FORM
from domain.extraction.directors import OF_SENDERS
from domain.extraction.fields import PageFields
from domain.extraction.found import Found
from domain.extraction.functions import HAVE_LEFT
from domain.extraction.labels import after_numbering
from domain.extraction.named_persons import has_fields_of_persons, name_over_two_cells, persons_by_fields
from domain.extraction.officer_cards import has_officer_cards
from domain.extraction.owner_sentences import LEAST, PERCENT, RANGE, owners_in_sentences, share_of
from domain.extraction.person_shapes import Name, name_at
from schemas.extraction import DocumentType

_BARE = re.compile(r"(?<![\w.,/-])([0-9]{1,3}(?:[.,][0-9]{1,4})?)(?![\w.,/-])")
_OF_OWNERS = re.compile(
    r"uiteindelijk[e]? (?:begunstigde|belanghebbende)|b[ée]n[ée]ficiaires? effectifs?|wirtschaftlich(?:e|en|"
    r"er)? berechtigte|beneficial owner|"
    r"significant control|UBO|ayants? droit [ée]conomique",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(
    r"geb|born|né|wonend|demeur|domicili|wohn|resid|houd|bezit|d[ée]tient|hält|holds|owns|with|mit|avec|met|voor|"
    r"pour|à|for|x\b"
)
_SECTIONS: frozenset[str | None] = frozenset({"owners"})
_ON_DECLARATIONS: frozenset[str | None] = frozenset({None, "shareholders", "beneficiary"})


def owners(pages: Sequence[PageFields], kind: DocumentType) -> Iterator[Found]:
    if kind in OF_SENDERS:
        return
    if kind == "unknown" and any(_OF_OWNERS.search(read.text) for read in pages[:1]):
        kind = "ubo_declaration"
    for read in pages:
        if has_officer_cards(read) and not any(context.section == "owners" for context in read.contexts):
            continue
        for found in _of_page(read, kind):
            line = read.text[_line_start(read.text, found.char_start) : found.char_end + _BEHIND].split("\n")[0]
            if not HAVE_LEFT.search(line):
                yield found


_BEHIND = 120
"""Characters behind a name in which it is told that the person is an owner no longer."""


def _of_page(read: PageFields, kind: DocumentType) -> Iterator[Found]:
    yield from _by_fields(read, kind)
    for number in range(len(read.rows)):
        yield from _in_row(read, number, kind)
    for name, share in owners_in_sentences(read.text, kind == "ubo_declaration"):
        yield _found(read, name, share)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _found(read: PageFields, name: Name, share: str | None) -> Found:
    details = (("share_percent", share),) if share else ()
    return Found("beneficial_owner", read.page_index, name.start, name.end, name.normalized, details)


def _by_fields(read: PageFields, kind: DocumentType) -> Iterator[Found]:
    declared = kind == "ubo_declaration"
    named = list(persons_by_fields(read, _SECTIONS | _ON_DECLARATIONS if declared else _SECTIONS))
    rows = sorted(row for _, row, _ in named)
    sections = {field.row: field.section for field in read.fields}
    for name, row, _ in named:
        following = next((each for each in rows if each > row), len(read.rows))
        following = min(following, _end_of_section(read, row))
        if sections.get(row) in ("owners", "beneficiary") or _states_share(read, row, following):
            yield _found(read, name, _share_between(read, row, following))
    for field in read.fields:
        if field.meaning == "owners" and not FORM.search(field.value.text):
            begin = field.value.start + (after_numbering(field.value.text.lower()) if field.below else 0)
            found = name_at(read.text, begin, field.value.end)
            if found:
                share = _percent_in(read.text[found.end : field.value.end])
                yield _found(read, found, share or _share_between(read, field.row, field.row + 9))


def _end_of_section(read: PageFields, row: int) -> int:
    """The row in which another heading begins: a share below it is not that of the person above."""
    here = read.contexts[row].section
    return next((n for n in range(row + 1, len(read.rows)) if read.contexts[n].section != here), len(read.rows))


def _states_share(read: PageFields, row: int, following: int) -> bool:
    named = any(field.meaning == "share" and row <= field.row < min(following, row + 10) for field in read.fields)
    return named or any(PERCENT.search(each.text) for each in read.rows[row : min(following, row + 10)])


def _share_between(read: PageFields, row: int, following: int) -> str | None:
    """The share that a field states below a name, before the next name."""
    for field in read.fields:
        if field.meaning == "share" and row <= field.row < min(following, row + 16):
            share = _percent_in(field.value.text) or _bare_in(field.value.text)
            if share:
                return share
    shares = (_percent_in(each.text) for each in read.rows[row : min(following, row + 10)])
    return next((share for share in shares if share), None)


def _percent_in(text: str) -> str | None:
    """The share that a text states; none if it states a range: `75% or more`."""
    match = PERCENT.search(text)
    if match and RANGE.search(text):
        match = re.compile(PERCENT.pattern + r"\W*$", re.IGNORECASE).search(text[-24:])
        match = None if match and RANGE.search(text[-32:]) else match
    return share_of(match[1]) if match else None


def _bare_in(text: str) -> str | None:
    if RANGE.search(text):
        return None
    numbers = [share for match in _BARE.finditer(text) if (share := share_of(match[1]))]
    return numbers[-1] if numbers else None


def _in_row(read: PageFields, number: int, kind: DocumentType) -> Iterator[Found]:
    """A row of a table or a list: a name, and its share."""
    row, context = read.rows[number], read.contexts[number]
    about_shares = "share" in context.header
    if kind == "ubo_declaration" and context.section is None and (found := _described(read, number)):
        yield found
        return
    if context.section not in ("owners", "shareholders") and not about_shares:
        return
    if (context.is_label and not context.header) or len(row.text) > 240 or context.section in ("other", "bank"):
        return
    if context.columns > 1 and len(row.cells) == 1 and not any(map(str.isdigit, row.text)):
        return
    if not context.header and has_fields_of_persons(read, _SECTIONS, number):
        return
    name = _name_of_row(read, number)
    if name is None or FORM.match(read.text, name.end + 1) or FORM.search(row.text[: name.end - row.start + 6]):
        return
    rest = read.text[name.end : row.end]
    if rest.lstrip()[:1].islower() and not _DESCRIBES.match(rest.lstrip()):
        return
    share = _percent_in(rest) or (_bare_in(rest) if about_shares else None)
    share = share or _percent_in(read.text[row.start : name.start])
    if share is None and (context.section != "owners" or not _is_list(read, number, rest)):
        return
    if context.section != "owners" and kind != "ubo_declaration" and float(share or 0) < LEAST:
        return
    yield _found(read, name, share)


def _described(read: PageFields, number: int) -> Found | None:
    """The owner of a row with a name, a day of birth and a share in cells of their own, whatever heads the table."""
    cells = read.rows[number].cells
    name = name_at(read.text, cells[0].start, cells[0].end) if len(cells) > 2 else None
    if name is None or name.end != cells[0].end or not any(_DAY.fullmatch(cell.text) for cell in cells[1:]):
        return None
    stated = (match[1] for cell in cells[1:] if (match := _SHARE_ALONE.fullmatch(cell.text)))
    share = next((share for figure in stated if (share := share_of(figure))), None)
    return _found(read, name, share) if share else None


_DAY = re.compile(r"[0-3]?[0-9][./-][01]?[0-9][./-][0-9]{4}")
_SHARE_ALONE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,4})?)\s?%?")


def _name_of_row(read: PageFields, number: int) -> Name | None:
    row = read.rows[number]
    begins = [row.start + after_numbering(row.plain), *(cell.start for cell in row.cells[1:3])]
    for position, begin in enumerate(begins):
        end = row.cells[position].end if len(row.cells) > 1 else row.end
        name = name_at(read.text, begin, max(end, begin))
        if name:
            return name
        joined = name_over_two_cells(read, number, position)
        if joined:
            return joined
    return None


def _is_list(read: PageFields, number: int, rest: str) -> bool:
    row, context = read.rows[number], read.contexts[number]
    return bool(context.header) or after_numbering(row.plain) > 0 or not rest.strip() or rest.lstrip()[0] in ",;(|-–"
