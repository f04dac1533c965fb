"""The block in which whoever sends a letter names itself: its name on a row of its own, and below it, a row each, its
address, its telephone, its numbers and its bank.

Where one line strings all that together it is an imprint (`domain.extraction.imprints`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from domain.extraction.company_shapes import CompanyName, looks_like_company
from domain.extraction.lines import Piece
from domain.extraction.page_fields import PageFields

_MOST_ROWS, _LONGEST_ROW = 14, 64
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
_AMOUNT = re.compile(r"[0-9][.,][0-9]{2} ?(?:€|eur|chf)?$")
"""Neither stands below the name of who sends a letter."""


class SenderBlock(NamedTuple):
    name: CompanyName
    start: int
    end: int
    """Where the block stands in the text of its page."""

    def holds(self, at: int) -> bool:
        return self.start <= at < self.end


def sender_block(read: PageFields) -> SenderBlock | None:
    """The first such block of a page; none of a party that a label or a heading names."""
    return next(_blocks(read), None)


def _blocks(read: PageFields) -> Iterator[SenderBlock]:
    for number, row in enumerate(read.rows):
        alone = len(row.cells) == 1 and len(row.text) <= _LONGEST_ROW
        if not alone or read.contexts[number].is_label or _is_headed(read, number):
            continue
        name = looks_like_company(Piece(row.start, row.end, row.text))
        last = _last_row(read, number + 1) if name else None
        if name and last:
            yield SenderBlock(name, row.start, read.rows[last].end)


def _is_headed(read: PageFields, number: int) -> bool:
    """Whether the row above is the heading of a party: `Kunde`."""
    if number == 0 or read.contexts[number].section is None or any(map(str.isdigit, read.rows[number - 1].text)):
        return False
    return read.contexts[number - 1].is_label


def _last_row(read: PageFields, first: int) -> int | None:
    """The last row with a mark of the sender, if the rows below a name have enough of them."""
    kinds: set[int] = set()
    last = None
    for number in range(first, min(first + _MOST_ROWS, len(read.rows))):
        row = read.rows[number]
        another = looks_like_company(Piece(row.start, row.end, row.text)) is not None
        if another or len(row.text) > _LONGEST_ROW or _ENDS.match(row.plain) or _AMOUNT.search(row.plain):
            break
        marks = {kind for kind, mark in enumerate(_MARKS) if mark.search(row.plain)}
        kinds |= marks
        last = number if marks else last
    return last if len(kinds) >= _FEWEST_MARKS else None
