"""The block in which whoever sends a letter names itself: its name on a row of its own, and below it, a row each, its
address, its telephone, its numbers and its bank.

Below a customer's address the same rows may stand: its own numbers, or the telephone of whoever writes to it. So a
block is a sender's only where another company, above it, is shown to be the customer. Where one line strings all that
together it is an imprint (`domain.extraction.imprints`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from domain.extraction.address_shapes import COUNTRY, has_postcode
from domain.extraction.blocks import Row
from domain.extraction.company_shapes import CompanyName, looks_like_company
from domain.extraction.lines import Piece
from domain.extraction.page_fields import PageFields
from domain.naming import core_name
from schemas.extraction import DocumentType

_OF_SENDERS: frozenset[DocumentType] = frozenset({"invoice", "utility_bill", "unknown"})
"""A bank statement has below its holder the account, its BIC, and the bank's telephone and numbers."""
_MOST_ROWS, _LONGEST_ROW = 14, 64
_ROWS_OF_ADDRESS = 5
_FEWEST_MARKS = 3
"""Of different kinds: below a customer's address stand one or two, its VAT number and maybe its telephone."""
_MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:tel|fax|t|telefon|telephone|telefoon|gsm|mobil)\b[.: ]{0,3}[+(0]|[\w.-]@[\w-]|\bwww\.|https?:",
        r"\b(?:fn [0-9]{4,6}|hr[ab] ?[0-9]|rp[mr]\b|rcs\b|r\.c\.s\.|amtsgericht|ag [a-z]+ hr|landesgericht|firmenbuch|"
        r"(?:kvk|siret|siren)\b|"
        r"company (?:no|number|reg)|registered (?:in|no)|reg\.? no)",
        r"\b(?:ust-?id\S*|ust-?nr\S*|uid|mwst\S*|tva|btw|vat)\b[^a-z]{0,12}(?:(?:no|nr|n°|reg|number)[.: ]{0,3}){0,2}"
        r"(?:[a-z]{2,3} ?)?[0-9]{2}",
        r"\b(?:iban|bic|swift|blz|sort code|bankverbindung)\b|\b[a-z]{2}[0-9]{2} [0-9]{4} [0-9]{4}",
        r"\b(?:gf|geschaftsfuhr(?:er|erin|ung)|vorstand|zaakvoerder|bestuurder|gerante?|administrateur(?: delegue)?|"
        r"directors?|managing director|phg)\s?:",
        r"\b(?:st\.?-?nr|steuernummer|steuer-nr)\b",
    )
)
_ENDS = re.compile(r"(?:facture|factuur|rechnung|invoice|lieferschein|offerte|datum|date|kunde|klant|client)\b")
_AMOUNT = re.compile(r"(?<![0-9.,/-])[0-9]{1,3}(?:[. ']?[0-9]{3})*[.,][0-9]{2} ?(?:€|eur|chf)?$")
"""Neither stands below the name of who sends a letter."""
_POSITION = re.compile(r"[0-9]{1,3}\.?")
_CELLS_OF_GOODS, _FEWEST_CHARGES = 4, 2
"""One sum may stand in the head of a bill."""
_OF_BANK = re.compile(r"\b(?:[a-z]*bank|banque|caisse|\w*sparkasse)\b")
"""The name of the bank, above the account with it."""


class SenderBlock(NamedTuple):
    name: CompanyName
    start: int
    end: int
    """Where the block stands in the text of its page."""

    def holds(self, at: int) -> bool:
        return self.start <= at < self.end


def sender_block(read: PageFields, kind: DocumentType) -> SenderBlock | None:
    """The first such block of a page; none of a party that a label or a heading names."""
    return next(_blocks(read), None) if kind in _OF_SENDERS else None


def _blocks(read: PageFields) -> Iterator[SenderBlock]:
    for number, row in enumerate(read.rows):
        alone = len(row.cells) == 1 and len(row.text) <= _LONGEST_ROW
        if not alone or read.contexts[number].is_label or _is_headed(read, number):
            continue
        name = _company(row)
        last = _last_row(read, number + 1) if name else None
        if name and last and _names_customer_above(read, number, name):
            yield SenderBlock(name, row.start, read.rows[last].end)


def _company(row: Row) -> CompanyName | None:
    return looks_like_company(Piece(row.start, row.end, row.text))


def _is_headed(read: PageFields, number: int) -> bool:
    """Whether the row above is the heading of a party: `Kunde`."""
    if number == 0 or read.contexts[number].section is None or any(map(str.isdigit, read.rows[number - 1].text)):
        return False
    return read.contexts[number - 1].is_label


def _names_customer_above(read: PageFields, number: int, name: CompanyName) -> bool:
    """Whether a label names another company above the block, or one with its address stands above what is charged."""
    labelled = (field.value for field in read.fields if field.meaning == "subject" and field.row < number)
    if any(_is_another(looks_like_company(value), name) for value in labelled):
        return True
    charges = [above for above in range(number) if _is_charged(read.rows[above])]
    if len(charges) < _FEWEST_CHARGES:
        return False
    table = charges[-_FEWEST_CHARGES]
    return any(
        _is_another(_company(read.rows[above]), name) and _postal_row(read, above + 1, table) is not None
        for above in range(table)
    )


def _is_another(other: CompanyName | None, name: CompanyName) -> bool:
    """Whether there is another company, and not a longer or a shorter writing of the same name."""
    if other is None:
        return False
    ours, theirs = core_name(name.normalized), core_name(other.normalized)
    return ours not in theirs and theirs not in ours


def _is_charged(row: Row) -> bool:
    """Whether a row has an amount, or is that of a table of goods without prices."""
    goods = len(row.cells) >= _CELLS_OF_GOODS and _POSITION.fullmatch(row.cells[0].text) is not None
    return goods or _AMOUNT.search(row.plain) is not None


def _postal_row(read: PageFields, first: int, limit: int) -> int | None:
    """Where the address ends that begins with a row."""
    rows = range(first, min(first + _ROWS_OF_ADDRESS, limit))
    return next((number for number in rows if has_postcode(read.rows[number].text)), None)


def _last_row(read: PageFields, first: int) -> int | None:
    """The last row of an address and the marks of a sender right below it, if these are enough."""
    town = _postal_row(read, first, len(read.rows))
    if town is None:
        return None
    kinds: set[int] = set()
    last = None
    for number in range(first, min(first + _MOST_ROWS, len(read.rows))):
        row = read.rows[number]
        another = _company(row) is not None
        if another or len(row.text) > _LONGEST_ROW or _ENDS.match(row.plain) or _AMOUNT.search(row.plain):
            break
        marks = _marks_of(read, number)
        if not marks and number > town and not _goes_on(read, number):
            break
        kinds |= marks
        last = number if marks else last
    return last if len(kinds) >= _FEWEST_MARKS else None


def _goes_on(read: PageFields, number: int) -> bool:
    """Whether a row without a mark belongs to those beside it: a country, a bank, the second of two directors."""
    row, above = read.rows[number], read.rows[number - 1]
    return bool(COUNTRY.fullmatch(row.text) or _OF_BANK.search(row.plain)) or above.text.endswith(",")


def _marks_of(read: PageFields, number: int) -> set[int]:
    """The kinds of its marks; a label may have its value in the row below, which then has that mark too."""
    words = read.rows[number].plain
    marks = {kind for kind, mark in enumerate(_MARKS) if mark.search(words)}
    for first in (number - 1, number):
        both = [row.plain for row in read.rows[first : first + 2]]
        pair, ends = " ".join(both), len(both[0])
        found = ((kind, match) for kind, mark in enumerate(_MARKS) for match in mark.finditer(pair))
        marks |= {kind for kind, match in found if match.start() < ends < match.end()}
    return marks
