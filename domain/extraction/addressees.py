"""To whom a letter is sent: the block of name, street and town that a window envelope shows.

A bill also has the block of whoever sends it. The addressee's has no telephone or register number in it, and its name
is not that of the letterhead or of the foot of the page.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from domain.extraction.address_shapes import COUNTRY, MONTH, country_end, is_british, names_street, postcodes, town_end
from domain.extraction.blocks import plain
from domain.extraction.company_shapes import FORM, CompanyName, has_form, name_with_form, trimmed_piece
from domain.extraction.labels import label_at
from domain.extraction.lines import Piece
from domain.extraction.page_fields import PageFields
from domain.extraction.sender_blocks import sender_block
from domain.extraction.trading_names import traded_as
from domain.naming import core_name
from schemas.extraction import DocumentType

_ROWS = 32
"""From the top, in which a block is looked for."""
_MOST_LINES = 8
_LONGEST_LINE, _LONGEST_CELL = 60, 160
_NOT_OURS = frozenset({"other", "beneficiary", "bank", "issuer"})
_ENDS_BLOCK = re.compile(
    r"(?<!\w)(?:tel|telefoon|telefon|telephone|fax|www|btw|tva|ust|iban|bic|rpr|rpm|rcs|hrb|hra|vat|klantendienst|"
    r"service clients?|kundenservice|customer service|page|pagina|seite|blad|blatt|postfach|tsa|cs|faktura|facture|"
    r"factuur|rechnung|invoice|rekeninguittreksel|kontoauszug|releve|statement|"
    r"no|nr|kundennummer)(?!\w)|@|https?:|"
    r"^(?!att|t\.?a\.?v|z\.?\s?h|zu h|for the att|a l'att|c/o)[a-z][a-z ./-]{2,24}:\s|"
    r"\.(?:be|nl|fr|de|lu|com|eu)\b|:$|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[·•]"
)
"""What no line of an addressee's block says, in plain text."""
_ATTENTION = re.compile(
    r"(?:t\.?\s?a\.?\s?v\.?|attn|att\.|for the attention|z\.?\s?hd|zu handen|a l'attention|c/o|p/a|inh(?:\.|aber)|"
    r"m(?:me|lle|r|rs|s|iss)?\.?\s|monsieur|madame|herrn?\s|frau\s|dhr\.?\s|mevr\.?\s|mw\.?\s|de heer|mevrouw|"
    r"the directors?|"
    r"the manager|accounts|service compta|comptabilite|dienst|afdeling|abteilung|buchhaltung|boekhouding|"
    r"geschaftsleitung|geschaftsfuhrung|directie|direction|la direction|le gerant|la gerante|t/a\s|trading as)"
)
_TO_WHOM = re.compile(
    r"(?:der |die |le |la |de |the )?(?:vorstand|geschaftsfuhrung|geschaftsfuhrer|bestuur|zaakvoerders?|bestuurders?|"
    r"directors?|gerante?|secretary|company secretary|president)"
)
"""The organ to whose attention a letter is sent, on a line below the company's name."""
_ADDRESSING = re.compile(r"(?:an(?: die)?|firma|fa\.|aan|a|to|societe|ste|sté|client)\s?:?$")
_OF_SENDERS = re.compile(
    r"(?<!\w)(?:bank|banque|sparkasse|volksbank|kantoor|klantendienst|service|services|finanzamt|impots|sie|"
    r"belastingdienst|directorate|department|ministere|federale overheidsdienst|kundenservice|customer|centre|"
    r"postbus|agence|filiale|branch|siege|registered office)(?!\w)"
)
_NO_NAME = re.compile(
    r"(?:factuur|facture|rechnung|invoice|rekening|releve|kontoauszug|statement|attestation|bescheinigung|page|"
    r"votre|uw|ihre?|your|date|datum|period)\b"
)


_ACCOUNT = re.compile(r"IBAN|BIC")
_VAT_NUMBER = re.compile(r"(?:BTW|TVA|VAT|USt)\b")


class Addressee(NamedTuple):
    """A name with the address below it; `start` to `end` is where that stands."""

    name: CompanyName
    start: int
    end: int
    row: int
    lines: tuple[str, ...] = ()
    """Of the address, where another column stands beside it."""


def addressees(read: PageFields, kind: DocumentType) -> list[Addressee]:
    """The blocks that may be the addressee's, from the top; names need no legal form."""
    rows = range(min(_ROWS, len(read.rows)))
    found = [block for number in rows if (block := _in_one_cell(read, number) or _block(read, number)) is not None]
    sender = sender_block(read, kind)
    found = [block for block in found if sender is None or not sender.holds(block.name.start)]
    theirs = [block for block in found if not _is_senders(read, block)]
    if not theirs and len(found) > 1 and _VAT_NUMBER.match(_following(read, found[-1])):
        theirs = found[-1:]  # of two blocks with a VAT number below them, the second
    # Below the letterhead a bill has the sender's account; below the addressee a statement may have its own.
    return [block for block in theirs if not _ACCOUNT.match(_following(read, block))] or theirs


def _following(read: PageFields, block: Addressee) -> str:
    return " ".join(row.cells[-1].text for row in read.rows[block.row + 1 : block.row + 3])


def _block(read: PageFields, number: int) -> Addressee | None:
    """The block whose last line but a country is a row with a postal code and a town; its rows may have what the letter
    refers to, its number and day, in a column at their right."""
    cells = read.rows[number].cells
    if block := _block_ending(read, number, cells[-1]):
        return block
    beside = len(cells) > 1 and _has_references_beside(read, number)
    return _block_ending(read, number, cells[0]) if beside else None


def _has_references_beside(read: PageFields, number: int) -> bool:
    """Whether the last rows of a block at the left have labels or days at their right."""
    rows = read.rows[max(0, number - _ROWS_OF_REFERENCES) : number + 1]
    return sum(len(row.cells) > 1 and _is_reference(row.cells[-1]) for row in rows) >= _FEWEST_REFERENCES


def _is_reference(cell: Piece) -> bool:
    words = plain(cell.text)
    return label_at(words) is not None or _ENDS_BLOCK.search(words) is not None or _DAY.fullmatch(words) is not None


_ROWS_OF_REFERENCES, _FEWEST_REFERENCES = 4, 2
_DAY = re.compile(rf"[0-9]{{1,2}}(?:er|\.)?\s{MONTH}\s[0-9]{{4}}")


def _block_ending(read: PageFields, number: int, cell: Piece) -> Addressee | None:
    at_left = cell != read.rows[number].cells[-1]
    if len(cell.text) > _LONGEST_LINE or read.contexts[number].section in _NOT_OURS or ":" in cell.text:
        return None
    code = next(postcodes(cell.text, 0, len(cell.text)), None)
    if code is None:
        return None
    town = len(cell.text) if is_british(code[0]) else town_end(cell.text, code.end(), len(cell.text))
    if town is None or (is_british(code[0]) and cell.text[code.end() :].strip()):
        return None
    lines = list(_lines_above(read, number, at_left))[::-1]
    name = _name(lines)
    if name is None:
        return None
    street = _street(lines, name, cell, code.start())
    if street is None:
        return None
    end = country_end(read.text, cell.start + town)
    below = read.rows[number + 1].cells[-1] if number + 1 < len(read.rows) else None
    if below and COUNTRY.fullmatch(below.text):
        end = below.end
    address = [line for line in (*lines, cell) if line.start >= street]
    parted = any(read.text[one.end : other.start].strip() for one, other in pairwise(address))
    return Addressee(name, street, end, number, tuple(line.text for line in address) if parted else ())


def _in_one_cell(read: PageFields, number: int) -> Addressee | None:
    """The block that is one cell of a table: `Muster GmbH Goethestraße 181 50667 Köln`, beside what a bill says."""
    cells = read.rows[number].cells
    if len(cells) < 2 or read.contexts[number].section in _NOT_OURS:
        return None
    for cell in cells:
        form = FORM.search(cell.text)
        code = next(postcodes(cell.text, form.end(), len(cell.text)), None) if form else None
        if form is None or code is None or ":" in cell.text or len(cell.text) > _LONGEST_CELL:
            continue
        end = len(cell.text) if is_british(code[0]) else town_end(cell.text, code.end(), len(cell.text))
        name = name_with_form(cell.text, form)
        street = cell.text[form.end() : code.start()].strip(" ,")
        if name and end == len(cell.text) and any(map(str.isdigit, street)) and cell.text[form.end()] == " ":
            start = cell.start + cell.text.index(street, form.end())
            placed = CompanyName(cell.start + name.start, cell.start + name.end, name.normalized)
            return Addressee(placed, start, cell.end, number)
    return None


def _lines_above(read: PageFields, number: int, at_left: bool) -> Iterator[Piece]:
    """The lines of the block above its last one, from the bottom."""
    for above in range(number - 1, max(-1, number - _MOST_LINES), -1):
        if at_left and len(read.rows[above].cells) < 2:
            return
        cell = read.rows[above].cells[0] if at_left else _in_block(read, above, number)
        words = plain(cell.text)
        if (
            (_is_label(words) and not _TO_WHOM.fullmatch(words))
            or len(cell.text) > _LONGEST_LINE
            or _ENDS_BLOCK.search(words)
        ):
            return
        code = next(postcodes(cell.text, 0, len(cell.text)), None)
        town = code and (is_british(code[0]) or town_end(cell.text, code.end(), len(cell.text)))
        is_street = code and code.start() == 0 and names_street(cell.text)  # `1240 ROUTE DES PINS`
        if town and not is_street:
            return
        if not at_left and cell == read.rows[above].cells[-1] and not _adjoins(read, above, number):
            return
        yield cell
        if cell != read.rows[above].cells[0] and _is_label_alone(plain(read.rows[above].cells[0].text)):
            return


def _in_block(read: PageFields, above: int, number: int) -> Piece:
    """The cell of a row that may be of the block: the last one, or the first if labels stand to the right of it."""
    cells = read.rows[above].cells
    last = plain(cells[-1].text)
    referring = _is_label(last) or _DAY.fullmatch(last) is not None
    others = len(cells) > 1 and (not _adjoins(read, above, number) or referring)
    return cells[0] if others else cells[-1]


def _is_label(words: str) -> bool:
    label = label_at(words)
    return label is not None and (label.colon or not words[label.end :].strip())


def _is_label_alone(words: str) -> bool:
    """Whether the cell beside has its value: the block, of which this is the label, begins there."""
    label = label_at(words)
    return label is not None and not words[label.end :].strip()


def _adjoins(read: PageFields, above: int, number: int) -> bool:
    """Whether a line stands in the column of the block's last line and next to the line below; true without places."""
    if not read.places or read.places[above] is None or read.places[number] is None:
        return True
    line, below, last = read.places[above], read.places[above + 1], read.places[number]
    if line is None or below is None or last is None:
        return True
    aligned = min(abs(line.x0 - last.x0), abs(line.x1 - last.x1)) < last.height
    return aligned and below.y0 - line.y0 < 2.6 * max(line.height, last.height)


def _name(lines: list[Piece]) -> CompanyName | None:
    """The first line that is a name and no street; one with a legal form before others."""
    before: list[Piece] = []
    for line in lines:
        words = plain(line.text)
        if before and (any(map(str.isdigit, line.text)) or names_street(line.text)) and not has_form(line.text):
            break
        if (
            not _ATTENTION.match(words)
            and not _TO_WHOM.fullmatch(words)
            and not _ADDRESSING.fullmatch(words)
            and _may_be_name(line.text)
        ):
            before.append(line)
    before = [_with_form(line, lines) for line in before if not FORM.fullmatch(line.text)]
    with_form = [line for line in before if has_form(line.text)]
    if len(with_form) > 1 and with_form[0].start == 0:
        with_form = with_form[1:]  # the sender's name stands right above, without a gap that a layout would show
    chosen = next(iter(with_form), None) or traded_as(lines) or next(iter(before), None)
    return trimmed_piece(chosen) if chosen else None


def _with_form(line: Piece, lines: list[Piece]) -> Piece:
    """A name with its form from the line below it: `MUSTER`, below it `SARL`."""
    form = next((each for each in lines if each.start == line.end + 1 and FORM.fullmatch(each.text)), None)
    return Piece(line.start, form.end, f"{line.text}\n{form.text}") if form else line


def _may_be_name(text: str) -> bool:
    words = text.split()
    return has_form(text) or (
        len(words) <= 8
        and (text[0].isupper() or text[0].isdigit())
        and sum(map(str.isdigit, text)) <= 4
        and not (re.search(r"[0-9]\s?[a-zA-Z]?$", text) and names_street(text))
        and not re.match(r"[0-9]+[\s,]", text)
        and not _NO_NAME.match(plain(text))
        and not text.endswith(".")
    )


def _street(lines: list[Piece], name: CompanyName, last: Piece, code: int) -> int | None:
    for line in lines:
        words = plain(line.text)
        if line.start < name.end or _ATTENTION.match(words):
            continue
        if any(map(str.isdigit, line.text)) or names_street(line.text):
            return line.start
    return last.start if code > 6 and any(map(str.isdigit, last.text[:code])) else None


def _is_senders(read: PageFields, block: Addressee) -> bool:
    """Whether a block is that of the letterhead: by what follows it, its words, or its name elsewhere on the page."""
    first = next(number for number, row in enumerate(read.rows) if row.end > block.name.start)
    if first == 0:
        return True
    places = read.places
    near = (
        not places
        or block.row + 1 >= len(places)
        or (place := places[block.row + 1]) is None
        or (mine := places[block.row]) is None
        or abs(place.x0 - mine.x0) < mine.height
    )
    if near and re.match(
        r"(?:[Tt]el|[Ff]ax|www\.|BTW|TVA|RPR|RPM|HRB|VAT|[Kk]lantendienst|\S+@)", _following(read, block)
    ):
        return True
    words = plain(block.name.normalized)
    if _OF_SENDERS.search(words) and not has_form(block.name.normalized):
        return True
    core = core_name(block.name.normalized)
    head = {core_name(cell.text) for row in read.rows[:2] for cell in row.cells}
    if core in head and first > 1:
        return True
    feet = [
        row.text
        for row in (*read.rows[:first], *read.rows[block.row + 3 :])
        if re.search(r"BTW|TVA|USt|VAT|RPR|RCS|HRB|Registered", row.text)
    ]
    return any(core and plain(foot).startswith(words) for foot in feet)
