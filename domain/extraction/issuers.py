"""Who issued a document: by its label, the register that its head names, or the bank or utility whose letter it is.

Where that is doubtful, none is given: an officer sees the letterhead anyway.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from domain.extraction.blocks import plain
from domain.extraction.company_sentences import Named
from domain.extraction.company_shapes import FORM, looks_like_company, name_with_form, trimmed, trimmed_piece
from domain.extraction.found import Found
from domain.extraction.identity_issuers import (
    AT_A_PLACE,
    OFFICE,
    STATES,
    is_date,
    issuer_in_grid,
    issuer_of_licence,
    office_below_authority,
)
from domain.extraction.issued_by import issued_by, publisher
from domain.extraction.letterhead_brands import (
    OF_BANKS,
    accountant,
    bank_below_title,
    brand_of,
    head_of_signed_letter,
    institution_of,
    is_brand,
)
from domain.extraction.lines import Piece
from domain.extraction.notaries import notary
from domain.extraction.page_fields import PageFields
from domain.extraction.register_keepers import KEEPERS, KEEPERS_OF_OWNERS, KEEPERS_OF_TAXES, PUBLISHERS
from domain.extraction.sender_blocks import sender_block
from domain.extraction.trading_names import trading_name
from domain.naming import core_name
from schemas.extraction import DocumentType

_WITH_ITS_NUMBER = re.compile(r",?\s(?:unter\s)?(?:Nr\.\s)?HR[AB]\b")
"""Behind a court, of the paper of a company: where that is registered."""
_IS_REGISTERED_AT = re.compile(
    r"(?:beim|eingetragen im|registered (?:with|at)|inscrite? (?:au|à|auprès de)|ingeschreven (?:bij|in))\s"
    r"(?:(?:the|het|de|le|la)\s)?$"
)
_OF_REGISTERS: frozenset[DocumentType] = frozenset(
    {"register_extract", "certificate_of_incorporation", "tax_certificate", "ubo_declaration"}
)
_OF_SENDERS: frozenset[DocumentType] = frozenset({"utility_bill", "bank_statement", "invoice"})
_HEAD = 600
"""Characters of the first page in which a letterhead stands."""


def issuers(pages: Sequence[PageFields], kind: DocumentType, subject: Sequence[Named]) -> Iterator[Found]:
    """One issuer at most, at its first place."""
    certifies = notary(pages, kind) if kind == "certificate_of_incorporation" else None
    found = _labelled(pages, kind) or certifies or _known(pages, kind)
    if found is None and kind in _OF_REGISTERS:
        found = issued_by(pages)
    found = found or _sender(pages, kind, subject) or notary(pages, kind)
    if found:
        yield found


def _labelled(pages: Sequence[PageFields], kind: DocumentType) -> Found | None:
    if kind == "identity_document":
        found = issuer_in_grid(pages) or next(filter(None, map(issuer_of_licence, pages)), None)
        found = found or next(filter(None, map(office_below_authority, pages)), None) or issued_by(pages)
        if found:
            return found
    for read in pages:
        for field in read.fields:
            if field.meaning != "issuer" and not (field.meaning == "bank" and field.section == "bank"):
                continue
            if field.section == "other" or len(field.value.text) > 120:
                continue
            if plain(field.label).startswith(("registergericht", "registerbehorde")) and kind != "register_extract":
                continue  # where the company is registered; who says so is another
            if kind == "identity_document" and AT_A_PLACE.search(plain(field.label)) and _state(pages):
                if OFFICE.match(field.value.text):
                    return Found("issuer", read.page_index, field.value.start, field.value.end, field.value.text)
                continue  # where it was given, not by whom
            name = trimmed_piece(Piece(*_until_comma(field.value)))
            if name and name.normalized[0].isupper() and not is_date(name.normalized):
                if field.meaning == "bank" and not _is_bank(name.normalized):
                    continue
                return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    return None


def _until_comma(value: Piece) -> tuple[int, int, str]:
    """The name before an address; `Greffe du tribunal, Paris` stays whole."""
    comma = value.text.find(",")
    if comma > 0 and any(map(str.isdigit, value.text[comma:])):
        return value.start, value.start + comma, value.text[:comma]
    return value


def _is_bank(name: str) -> bool:
    return re.search(r"[A-Za-z]{2}", name) is not None and not re.search(r"[0-9]{6}", name)


def _state(pages: Sequence[PageFields]) -> Found | None:
    return next(_named(pages[:1], (STATES,), _HEAD, "identity_document"), None)


def _known(pages: Sequence[PageFields], kind: DocumentType) -> Found | None:
    """The first that the head of the document names; of a register's document, else the first in all of it."""
    if kind == "identity_document":
        return _state(pages)
    if kind not in _OF_REGISTERS and kind != "unknown":
        return None
    found = next(_named(pages[:1], PUBLISHERS, None, kind), None) if kind in _OF_REGISTERS else None
    if found or kind == "ubo_declaration":
        return found or next(_named(pages[:1], KEEPERS_OF_OWNERS, _HEAD, kind, begins_row=True), None)
    keepers = KEEPERS_OF_TAXES if kind == "tax_certificate" else KEEPERS
    found = next(_named(pages[:1], keepers, _HEAD, kind), None)
    return found or (next(_named(pages[:2], keepers, None, kind), None) if kind in _OF_REGISTERS else None)


def _named(
    pages: Sequence[PageFields],
    patterns: Sequence[re.Pattern[str]],
    head: int | None,
    kind: DocumentType,
    begins_row: bool = False,
) -> Iterator[Found]:
    for pattern in patterns:
        for read in pages:
            for match in islice(pattern.finditer(read.text, 0, len(read.text) if head is None else head), _MOST_PLACES):
                if begins_row and (
                    read.text[: match.start()].rstrip(" ")[-1:] not in ("", "\n") or _COURT.match(match[0])
                ):
                    continue
                if _IS_REGISTERED_AT.search(read.text, max(0, match.start() - 40), match.start()):
                    continue
                if kind == "unknown" and _WITH_ITS_NUMBER.match(read.text, match.end()):
                    continue
                written = re.sub(r"^Amtsgerichts\b", "Amtsgericht", " ".join(match[0].split()))
                yield Found("issuer", read.page_index, match.start(), match.end(), written)
                break


_COURT = re.compile(r"Amtsgericht|Firmenbuch|Handelsregisteramt|Finanzamt")


def _imprint(pages: Sequence[PageFields]) -> Found | None:
    """The company at whose name the foot of a letter begins, beside its address and numbers; what a page repeats may
    come first of its text."""
    for read in pages[:1]:
        for row in (*reversed(read.rows[-_FOOT:]), *read.rows[:_HEADERS]):
            end = _name_at_begin(row.text)
            if end is None or not _GOES_ON_WITH.match(row.text, end):
                continue
            if not _NUMBERED.search(read.text, row.start + end, row.end + _NEXT_ROW):
                continue
            name = trimmed(read.text, row.start, row.start + end)
            if name:
                return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    return None


def _name_at_begin(text: str) -> int | None:
    """Where the company's name ends that a row begins with; None if it begins with none."""
    form = FORM.search(text[:_LONGEST_NAME])
    if form is None:
        return None
    small = _SMALL_BRAND.match(text)
    if small and small.end() == form.start():
        return form.end()
    inner = name_with_form(text, form)
    return inner.end if inner is not None and inner.start == 0 else None


def _imprint_at_head(read: PageFields, ours: set[str]) -> Found | None:
    """The brand at which the first row's imprint begins, if the letterhead below has it on a row of its own."""
    for row in read.rows[:2]:
        name = re.split(r"\s[-–—·•|]\s", row.text, maxsplit=1)[0]
        if name == row.text or not _NUMBERED.search(row.text) or not is_brand(name) or core_name(name) in ours:
            continue
        head = next((each for each in read.rows[1:_FOOT] if each.cells[0].text == name), None)
        if head:
            return Found("issuer", read.page_index, head.start, head.start + len(name), name)
    return None


_SMALL_BRAND = re.compile(r"[a-z][\w&.-]{1,24}\s(?:[a-z][\w&.-]{1,24}\s){0,2}")
"""`enercity AG`, `illwerke vkw AG`: names that their owners write small."""
_FOOT, _HEADERS = 8, 2
"""Rows of the first page in which the sender's imprint stands."""
_LONGEST_NAME = 90
_NEXT_ROW = 120
"""Characters of the next row, into which an imprint runs."""
_MOST_PLACES = 5
_GOES_ON_WITH = re.compile(
    r"\s?(?:[-–—·•|,.;(]|au capital|is (?:authori|registered)|RCS|[Rr]egistered|met zetel|mit Sitz)"
)
_NUMBERED = re.compile(
    r"\b(?:[Tt]rade [Rr]egister|Firmenbuch\w*|UID|MWST|BTW|TVA|VAT|RPR|RPM|R\.?C\.?S\.?|HR[AB]|KvK|USt|[Rr]egistered|"
    r"capital|FSMA|BIC|SIREN|SIRET|Handelsregister|"
    r"K[Vv]K|Amtsgericht|AG)\b"
)


def _sender(pages: Sequence[PageFields], kind: DocumentType, subject: Sequence[Named]) -> Found | None:
    """The company in the letterhead of a bill or statement; a brand in its first row where that has no form."""
    if not pages or not pages[0].rows:
        return None
    read = pages[0]
    ours = {core_name(name.normalized) for name in subject}
    if kind in ("unknown", "tax_certificate", "certificate_of_incorporation") and ours:
        for row in read.rows[:2]:
            name = next(filter(None, map(looks_like_company, row.cells)), None)
            headed = name is not None and name.normalized[0].isupper() and not _CAPITAL.search(name.normalized)
            counter = kind != "certificate_of_incorporation" or _COUNTER.search(row.text)
            if name and headed and counter and core_name(name.normalized) not in ours:
                return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    block = sender_block(read, kind) if kind in _OF_SENDERS or (kind == "unknown" and ours) else None
    if block and core_name(block.name.normalized) not in ours:
        return Found("issuer", read.page_index, *block.name)
    if kind == "unknown" and (found := publisher(pages)):
        return found
    if kind not in _OF_SENDERS:
        if kind == "annual_accounts":
            return accountant(read, ours)
        return institution_of(read, ours) if kind == "unknown" else None
    if imprint := _imprint(pages) or _imprint_at_head(read, ours):
        return imprint
    if trading := trading_name(read) or head_of_signed_letter(read, ours):
        return trading
    brand = brand_of(read, ours) if kind == "bank_statement" else None
    brand = brand if brand and OF_BANKS.search(brand.value_normalized) else bank_below_title(read, kind, ours)
    if brand:
        return brand
    for row in read.rows[:8]:
        for cell in row.cells:
            name = looks_like_company(cell)
            if name and (_CAPITAL.search(cell.text) or cell.text.endswith(",")):
                continue  # the form of a name above it, or a sentence that names the customer
            if (
                name is None
                and not _SENTENCE.search(cell.text)
                and ":" not in cell.text
                and (form := FORM.search(cell.text))
            ):
                inner = name_with_form(cell.text, form)
                name = trimmed(read.text, cell.start + inner.start, cell.start + inner.end) if inner else None
            if name and core_name(name.normalized) not in ours:
                return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    return brand_of(read, ours)


_COUNTER = re.compile(r"\b(?:ondernemingsloket|guichet d['’]entreprises)\b", re.IGNORECASE)
"""The licensed counters at which Belgian companies are registered, and which certify it."""
_CAPITAL = re.compile(r"\b(?:capital|kapita+l)\b", re.IGNORECASE)
"""`SAS au capital de 20 000 €`, below the name of the company itself."""
_SENTENCE = re.compile(r"\b(?:that|que|dat|dass|certif|confirm|hereby|nous|wij|wir|we)\w*\b", re.IGNORECASE)
