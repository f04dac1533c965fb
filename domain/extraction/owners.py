"""Beneficial owners and their shares: natural persons in declarations, registers, tables of shareholders and sentences.

A shareholder who is named with a share is given if it is at least a quarter: the threshold of Article 52 of Regulation
(EU) 2024/1624. On a declaration of beneficial owners each person is one.
"""

import re
from collections.abc import Iterator, Sequence

from domain.extraction.company_shapes import FORM
from domain.extraction.directors import _WITHOUT, _name_ending_at, _run_before
from domain.extraction.fields import PageFields
from domain.extraction.found import Found
from domain.extraction.labels import after_numbering
from domain.extraction.named_persons import persons_by_fields
from domain.extraction.person_shapes import TITLED, Name, name_at
from schemas.extraction import DocumentType

_LEAST = 25.0
_PERCENT = re.compile(
    r"(?<![\w.,])([0-9]{1,3}(?:[.,][0-9]{1,4})?)\s{0,2}(?:%|percent\b|procent\b|pour\s?cent\b|Prozent\b|"
    r"per\s?cent\b|v\.?H\.|ten honderd)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\w.,/-])([0-9]{1,3}(?:[.,][0-9]{1,4})?)(?![\w.,/-])")
_HOLDS = re.compile(
    r"\b(?:houdt|bezit|houder\svan|heeft|eigenaar\svan|detient|détient|poss[èe]de|titulaire\sde|hält|haelt|"
    r"besitzt|beteiligt|holds|owns|holder\sof|owning|holding|detenant|détenant|voor|à\sconcurrence\sde|mit|with|"
    r"aanhoudt|ten\sbelope\svan|à\shauteur\sde)\b",
    re.IGNORECASE,
)
_OF_SHARES = re.compile(
    r"aandel|kapitaal|stemrecht|parts|actions|capital|droits de vote|anteil|kapital|stimm|shares|voting|beteilig|"
    r"eigendom|ownership|interest|belang|detention|détention|participation|begunstigde|bénéficiaire|berechtigt|"
    r"beneficial",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(
    r"geb|born|né|wonend|demeur|domicili|wohn|resid|houd|bezit|d[ée]tient|hält|holds|owns|with|mit|avec|met|voor|"
    r"pour|à|for|x\b"
)
_SECTIONS = frozenset({"owners"})
_BACK = 220


def owners(pages: Sequence[PageFields], kind: DocumentType) -> Iterator[Found]:
    if kind in _WITHOUT:
        return
    for read in pages:
        yield from _by_fields(read, kind)
        for number in range(len(read.rows)):
            yield from _in_row(read, number, kind)
        yield from _in_sentences(read, kind)


def _found(read: PageFields, name: Name, share: str | None) -> Found:
    details = (("share_percent", share),) if share else ()
    return Found("beneficial_owner", read.page_index, name.start, name.end, name.normalized, details)


def share_of(number: str) -> str | None:
    """`33,330` as `33.33`; None if it is no share of a hundred."""
    value = float(number.replace(",", "."))
    if not 0 < value <= 100:
        return None
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _by_fields(read: PageFields, kind: DocumentType) -> Iterator[Found]:
    sections = _SECTIONS if kind != "ubo_declaration" else _SECTIONS | {"shareholders"}
    named = list(persons_by_fields(read, sections))
    if kind == "ubo_declaration" and not named and not any(context.section == "owners" for context in read.contexts):
        named = []
    rows = sorted(row for _, row, _ in named)
    for name, row, _ in named:
        following = next((each for each in rows if each > row), len(read.rows))
        yield _found(read, name, _share_between(read, row, following))
    for field in read.fields:
        if field.meaning == "owners" and not FORM.search(field.value.text):
            begin = field.value.start + (after_numbering(field.value.text.lower()) if field.below else 0)
            found = name_at(read.text, begin, field.value.end)
            if found:
                share = _percent_in(read.text[found.end : field.value.end])
                yield _found(read, found, share or _share_between(read, field.row, field.row + 9))


def _share_between(read: PageFields, row: int, following: int) -> str | None:
    """The share that a field states below a name, before the next name."""
    for field in read.fields:
        if field.meaning == "share" and row <= field.row < min(following, row + 16):
            share = _percent_in(field.value.text) or _bare_in(field.value.text)
            if share:
                return share
    return None


def _percent_in(text: str) -> str | None:
    match = _PERCENT.search(text)
    return share_of(match[1]) if match else None


def _bare_in(text: str) -> str | None:
    numbers = [share for match in _BARE.finditer(text) if (share := share_of(match[1]))]
    return numbers[-1] if numbers else None


def _in_row(read: PageFields, number: int, kind: DocumentType) -> Iterator[Found]:
    """A row of a table or a list: a name, and its share."""
    row, context = read.rows[number], read.contexts[number]
    about_shares = "share" in context.header
    if context.section not in ("owners", "shareholders") and not about_shares:
        return
    if (context.is_label and not context.header) or len(row.text) > 240 or context.section in ("other", "bank"):
        return
    if context.columns > 1 and len(row.cells) == 1:
        return
    name = _name_of_row(read, number)
    if name is None or FORM.match(read.text, name.end + 1) or FORM.search(row.text[: name.end - row.start + 6]):
        return
    rest = read.text[name.end : row.end]
    if rest.lstrip()[:1].islower() and not _DESCRIBES.match(rest.lstrip()):
        return
    share = _percent_in(rest) or (_bare_in(rest) if about_shares else None)
    if share is None and (context.section != "owners" or not _is_list(read, number, rest)):
        return
    if context.section != "owners" and kind != "ubo_declaration" and float(share or 0) < _LEAST:
        return
    yield _found(read, name, share)


def _name_of_row(read: PageFields, number: int) -> Name | None:
    row = read.rows[number]
    begins = [row.start + after_numbering(row.plain), *(cell.start for cell in row.cells[1:3])]
    for position, begin in enumerate(begins):
        end = row.cells[position].end if len(row.cells) > 1 else row.end
        name = name_at(read.text, begin, max(end, begin))
        if name:
            return name
        joined = _over_two_cells(read, number, position)
        if joined:
            return joined
    return None


def _over_two_cells(read: PageFields, number: int, position: int) -> Name | None:
    """`Peeters | Jan`, where the head of the table says so."""
    row, header = read.rows[number], read.contexts[number].header
    if "given" not in header or position + 1 >= len(row.cells):
        return None
    return name_at(read.text, row.cells[position].start, row.cells[position + 1].end)


def _is_list(read: PageFields, number: int, rest: str) -> bool:
    row, context = read.rows[number], read.contexts[number]
    return bool(context.header) or after_numbering(row.plain) > 0 or not rest.strip() or rest.lstrip()[0] in ",;(|-–"


def _in_sentences(read: PageFields, kind: DocumentType) -> Iterator[Found]:
    """`Jan Peeters houdt 60 % van de aandelen`: the nearest person before a share."""
    text = read.text
    if "%" not in text and not re.search(r"procent|pour ?cent|prozent|per ?cent", text, re.IGNORECASE):
        return
    for match in _PERCENT.finditer(text):
        share = share_of(match[1])
        behind = text[match.end() : match.end() + 70]
        if share is None or (kind != "ubo_declaration" and float(share) < _LEAST) or not _OF_SHARES.search(behind):
            continue
        since = max(0, match.start() - _BACK)
        window = text[since : match.start()]
        holds = next(reversed(list(_HOLDS.finditer(window))), None)
        if holds is None or len(window) - holds.end() > 60 or re.search(r"[.;]\s+[A-ZÀ-Þ]", window[holds.end() :]):
            continue
        name = _holder_before(text, since, since + holds.start())
        if name:
            yield _found(read, name, share)


def _holder_before(text: str, since: int, at: int) -> Name | None:
    window = text[since:at]
    stop = max([0, *(match.end() for match in re.finditer(r"\n\n|%|[;]|\.\s+(?=[A-ZÀ-Þ][a-zà-ÿ]+\s[a-zà-ÿ])", window))])
    for title in reversed(list(TITLED.finditer(window, stop))):
        name = name_at(text, since + title.end())
        if name and name.end <= at:
            return None if FORM.search(text, name.end, at) else name
    name = _name_ending_at(text, since + stop, since + len(window.rstrip(" ,"))) or _run_before(text, since + stop, at)
    return None if name and FORM.search(text, name.end, at) else name
