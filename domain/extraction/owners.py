"""Beneficial owners and their shares: natural persons in declarations, registers, tables of shareholders and sentences.

A shareholder who is named with a share is given if it is at least a quarter: the threshold of Article 52 of Regulation
(EU) 2024/1624. On a declaration of beneficial owners each person is one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from domain.extraction.address_shapes import MONTH
from domain.extraction.company_shapes import FORM
from domain.extraction.directors import OF_SENDERS
from domain.extraction.former_holders import under_former
from domain.extraction.found import Found
from domain.extraction.functions import HAVE_LEFT
from domain.extraction.labels import after_numbering
from domain.extraction.named_persons import has_fields_of_persons, name_over_two_cells, persons_by_fields
from domain.extraction.officer_cards import has_officer_cards
from domain.extraction.owner_letters import counted_as_owners
from domain.extraction.owner_sentences import LEAST, PERCENT, RANGE, owners_in_sentences, share_of
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import Name, name_at
from domain.extraction.wrapped_names import name_over_rows
from schemas.extraction import DocumentType

_BARE = re.compile(r"(?<![\w.,/-])([0-9]{1,3}(?:[.,][0-9]{1,4})?)(?![\w.,/-])")
_OF_OWNERS = re.compile(
    r"uiteindelijk[e]? (?:begunstigde|belanghebbende)|b[ée]n[ée]ficiaires? effectifs?|wirtschaftlich(?:e|en|"
    r"er)? berechtigte|beneficial owner|"
    r"significant control|UBO|Kontrollinhaber(?:s|in|innen)?\b|controlling person|détenteurs? du contrôle|"
    r"ayants? droit [ée]conomique",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(
    r"geb|born|né|wonend|demeur|domicili|wohn|resid|houd|bezit|d[ée]tient|hält|holds|owns|with|mit|avec|met|voor|"
    r"pour|à|for|x\b"
)
_SECTIONS: frozenset[str | None] = frozenset({"owners"})
_ON_DECLARATIONS: frozenset[str | None] = frozenset({None, "shareholders", "beneficiary", "subject"})


def owners(pages: Sequence[PageFields], kind: DocumentType) -> Iterator[Found]:
    if kind in OF_SENDERS:
        return
    if kind == "unknown" and any(_OF_OWNERS.search(read.text) for read in pages[:1]):
        kind = "ubo_declaration"
    for read in pages:
        if has_officer_cards(read) and not any(context.section == "owners" for context in read.contexts):
            continue
        named = list(_of_page(read, kind))
        begins = sorted({found.char_start for found in named})
        starts = [row.start for row in read.rows]
        for found in named:
            following = next((begin for begin in begins if begin > found.char_start), len(read.text))
            entry = read.text[found.char_end : min(following, found.char_end + _ENTRY)]
            if _CEASED.search(_NEXT_ENTRY.split(entry)[0]):
                continue
            number = bisect_right(starts, found.char_start) - 1
            if number >= 0 and under_former(read, number):
                continue
            line = read.text[_line_start(read.text, found.char_start) : found.char_end + _BEHIND].split("\n")[0]
            if not HAVE_LEFT.search(line):
                yield found


_CEASED = re.compile(
    r"\n\s?(?:Ceased|Cessé|Beëindigd|Beendet)\b"
    r"(?!(?:[ \t](?:on|to be|le|op|am))?[ \t]?:?[ \t]?"
    rf"(?:(?:[–—-]|n/?a|none)[ \t]*(?:\n|$)|[ \t]*(?:$|\n\s*(?![\s0-9]|(?i:on|le|op|am|{MONTH})\s))))"
)
"""With a day behind it or below it: a form that asks when, and has no answer, says that it goes on."""
_NEXT_ENTRY = re.compile(rf"\n[0-9]{{1,2}}[.)]?\s(?!(?i:{MONTH})\s[0-9]{{4}})")
_ENTRY = 400
"""Characters of an entry of a register, in a row of which it is told that it holds no longer."""
_BEHIND = 120
"""Characters behind a name in which it is told that the person is an owner no longer."""


def _of_page(read: PageFields, kind: DocumentType) -> Iterator[Found]:
    yield from _by_fields(read, kind)
    wrapped = [found for number in range(len(read.rows)) if (found := _wrapped(read, number, kind))]
    yield from wrapped
    for number, row in enumerate(read.rows):
        if not any(found.char_start < row.end and row.start < found.char_end for found in wrapped):
            yield from _in_row(read, number, kind)
    for name, share in owners_in_sentences(read.text, kind == "ubo_declaration"):
        if not any(found.char_start < name.end and name.start < found.char_end for found in wrapped):
            yield _found(read, name, share)
    if kind == "ubo_declaration":
        yield from _entries(read)
        yield from (_found(read, name, None) for name in counted_as_owners(read.text))


_ENTRY_OF_LIST = re.compile(
    r"(?:entry|owner|beneficial owner|ubo|person|eintrag|berechtigte[r]?|wirtschaftlich berechtigte[r]?|begunstigde|"
    r"uiteindelijk(?:e)? (?:begunstigde|belanghebbende)|belanghebbende|inschrijving|inscription|"
    r"beneficiaire(?: effectif)?|personne|persoon)\s(?:n[o°r]\.?\s?)?[0-9]{1,2}\s?[:.)-]\s"
)


def _entries(read: PageFields) -> Iterator[Found]:
    """`Begunstigde 1: PEETERS Jan`, with the share in the rows below it."""
    entries = [(number, match) for number, row in enumerate(read.rows) if (match := _ENTRY_OF_LIST.match(row.plain))]
    for place, (number, match) in enumerate(entries):
        row = read.rows[number]
        name = name_at(read.text, row.start + match.end(), row.end)
        following = entries[place + 1][0] if place + 1 < len(entries) else number + 8
        if name and not FORM.search(row.text):
            yield _found(read, name, _share_between(read, number, following))


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
    no_table = context.section is None or (context.section == "owners" and not context.header)
    if kind == "ubo_declaration" and no_table and (found := _described(read, number) or _numbered(read, number)):
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
    if share is None and context.section == "owners" and len(row.cells) > 1 and name.end == row.cells[0].end:
        share = _share_below(read, number)
    if share is None and (context.section != "owners" or not _is_list(read, number, rest)):
        return
    if context.section != "owners" and kind != "ubo_declaration" and float(share or 0) < LEAST:
        return
    yield _found(read, name, share)


def _share_below(read: PageFields, number: int) -> str | None:
    """The share in the rows below a name that heads a card: `Peeters, Jan | Categorie 1`, `Belang: 60 %`."""
    for below in range(number + 1, min(number + _ROWS_OF_CARD, len(read.rows))):
        row, context = read.rows[below], read.contexts[below]
        if context.section != "owners" or name_at(read.text, row.start, row.cells[0].end):
            return None
        if share := _percent_in(row.text):
            return share
    return None


_ROWS_OF_CARD = 5


def _numbered(read: PageFields, number: int) -> Found | None:
    """The owner whose name follows the number of an entry, `1 | Jane Doe | …`, in a table of which the head or the rows
    speak of shares: narrow columns break both, so that the share need not stand in the row of the name."""
    row, context = read.rows[number], read.contexts[number]
    if "name" not in context.header or len(row.cells) < 3 or not re.fullmatch(r"[0-9]{1,2}[.)]?", row.cells[0].text):
        return None
    name = name_at(read.text, row.cells[1].start, row.cells[1].end)
    if name is None or name.end != row.cells[1].end:
        return None
    since = next((n for n in range(number, -1, -1) if read.contexts[n].header != context.header), 0)
    speaks = any(_OF_SHARES.search(each.plain) for each in read.rows[since : number + 1])
    return _found(read, name, None) if speaks else None


_OF_SHARES = re.compile(r"%|\bshare|\baande|\bparts?\b|\bactions?\b|\banteil|\bstimm|\bstem|\bvoting|\bdroits? de vote")


def _described(read: PageFields, number: int) -> Found | None:
    """The owner of a row with a name, a day of birth and a share in cells of their own, whatever heads the table."""
    cells = read.rows[number].cells
    name = name_at(read.text, cells[0].start, cells[0].end) if len(cells) > 2 else None
    if name is None or name.end != cells[0].end or not any(_DAY.fullmatch(cell.text) for cell in cells[1:]):
        return None
    stated = (match[1] for cell in cells[1:] if (match := _SHARE_ALONE.fullmatch(cell.text)))
    share = next((share for figure in stated if (share := share_of(figure))), None)
    return _found(read, name, share) if share else None


_DAY = re.compile(
    r"[0-3]?[0-9][./-][01]?[0-9][./-][0-9]{4}|[0-3]?[0-9](?:er|st|nd|rd|th)?\.? [^\W\d_]{3,9}\.? [0-9]{4}"
)
_BIRTH = re.compile(rf"(?:{_DAY.pattern}|[01]?[0-9]/[0-9]{{4}})(?=,\s|$)")
"""A day or a month of birth, maybe with its place: `08/1969, Gent`."""
_COLUMNS_OF_REGISTER = 4
"""Of a table of owners that tells of some what they control, and no share, at least."""
_SHARE_ALONE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,4})?)\s?%?")


def _wrapped(read: PageFields, number: int, kind: DocumentType) -> Found | None:
    """The owner whose name a narrow column has broken over the rows above that with the share."""
    context, cells = read.contexts[number], read.rows[number].cells
    about_owners = kind == "ubo_declaration" or context.section == "owners" or "share" in context.header
    if not about_owners or context.is_label or not any(_BIRTH.match(cell.text) for cell in cells):
        return None
    stated = (match[1] for cell in cells if (match := _SHARE_ALONE.fullmatch(cell.text)))
    share = next((share for figure in stated if (share := share_of(figure))), None)
    share = share or next((share for cell in cells[1:] if (share := _percent_in(cell.text))), None)
    listed = kind == "ubo_declaration" and "name" in context.header and len(cells) >= _COLUMNS_OF_REGISTER
    name = name_over_rows(read, number) if share or listed else None
    return _found(read, name, share) if name else None


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
