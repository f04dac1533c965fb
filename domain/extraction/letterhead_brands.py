"""The brand at the head of a letter that has no legal form: `BNP Paribas Fortis`, `ENGIE`, `Shannon Gas & Power`."""

import re
from collections.abc import Iterator

from domain.extraction.address_shapes import has_postcode, postcodes, town_end
from domain.extraction.blocks import plain
from domain.extraction.company_shapes import FORM, trimmed_piece
from domain.extraction.found import Found
from domain.extraction.labels import label_at
from domain.extraction.lines import Piece
from domain.extraction.page_fields import PageFields
from domain.naming import core_name
from schemas.extraction import DocumentType

_FOOT = 8
"""Rows of the first page in which the foot of a letter stands."""
_TITLES = re.compile(
    r"factu|rekening|invoice|statement|rechnung|kontoauszug|relev|extrait|bill|uittreksel|afschrift|datum|date|"
    r"guichet|domicil|titulaire|page|pagina|seite|klant|client|kunde|customer|duplica|copie|"
    r"mandat|mandaat|sepa|attest|certific|verklaring|devis|offerte|contra[ck]?t|overeenkomst|voorwaarden|tarif|"
    r"energie ?rekening|account|electric|elektric|\bgas\b|\bwater\b|voorschot|acompte|iban|compte|konto|identit",
    re.IGNORECASE,
)
OF_BANKS = re.compile(
    r"(?:[Bb]ank\b|BANK\b|\b[Bb]ank|[Bb]anque|BANQUE|[Cc]aisse|[Ss]parkasse|[Vv]olksbank|[Cc]r[ée]dit)"
)
_MOST_WORDS_OF_BRAND, _MOST_WORDS_OF_BANK = 5, 8
_BETWEEN = frozenset(
    {"&", "de", "van", "du", "of", "la", "le", "les", "des", "der", "und", "et", "en", "and", "–", "·"}
)


def brand_of(read: PageFields, ours: set[str]) -> Found | None:
    """`BNP Paribas Fortis` or `ENGIE` alone in the first row."""
    return next(_brands(read, ours), None)


def institution_of(read: PageFields, ours: set[str]) -> Found | None:
    """The bank or the insurer of a letterhead, below whose initials its name may stand in full."""
    return next((brand for brand in _brands(read, ours) if _is_institution(read, brand.value_normalized)), None)


def _is_institution(read: PageFields, name: str) -> bool:
    """An insurer says again further down who it is; of `Assurance Automobile` a paper only speaks again."""
    if OF_BANKS.search(name):
        return True
    insurer = " " in name and _OF_INSURERS.search(name) is not None
    return insurer and any(_says_who_it_is(row.text, name) for row in read.rows[2:])


def _says_who_it_is(line: str, name: str) -> bool:
    """Whether a line begins with a name and its legal form, or with a name and an address that is no other's."""
    if not line.startswith(name):
        return False
    behind = line[len(name) :]
    addressed = _PARTED_FROM_NAME.match(behind) is not None and has_postcode(behind) and not FORM.search(behind)
    return addressed or _FORM_BEHIND.match(behind) is not None


_FORM_BEHIND = re.compile(
    rf"[\s,(–—-]{{1,4}}(?:{FORM.pattern}|[Ss]ociété (?:d['’]assurances?|mutuelle|anonyme)|naamloze vennootschap|"
    r"[Oo]nderlinge|[Vv]ersicherungsverein|[Aa]ktiengesellschaft|public limited)"
)
_PARTED_FROM_NAME = re.compile(r"\s?[-–—·•|,(]")
_OF_INSURERS = re.compile(r"\b(?:[Mm]utuelle|[Aa]ssurances?|[Vv]erzekering|[Vv]ersicherung|[Ii]nsurance)")


def accountant(read: PageFields, ours: set[str]) -> Found | None:
    """Who compiled the accounts: `Administratiekantoor Jansen` in the first rows, with an address right below."""
    for number, row in enumerate(read.rows[:_ROWS_OF_ACCOUNTANT]):
        cell = _before_address(row.cells[0])
        words = cell.text.split()
        capitals = all(word[0].isupper() or word in _BETWEEN for word in words) and not any(map(str.isdigit, cell.text))
        addressed = any(_has_town(each.text) for each in read.rows[number : number + 3])
        named = _OF_ACCOUNTANTS.search(plain(cell.text)) and not _OF_REPORTS.search(plain(cell.text))
        if not (named and capitals and addressed and 2 <= len(words) <= _MOST_WORDS_OF_BANK):
            continue
        if core_name(cell.text) not in ours and (name := trimmed_piece(cell)):
            return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    return None


def _has_town(text: str) -> bool:
    """Whether a town stands behind a postal code: a year is none."""
    return any(town_end(text, code.end(), len(text)) for code in postcodes(text, 0, len(text)))


_ROWS_OF_ACCOUNTANT = 4
_OF_ACCOUNTANTS = re.compile(
    r"administratiekantoor|(?<![a-z])accountants?(?![a-z])|accountantskantoor|accountancy|boekhoudkantoor|fiduciaire|"
    r"expert(?:s|ise)?[- ]comptables?|steuerberat|steuerkanzlei|wirtschaftspruf|treuhand|bedrijfsrevisor"
)
_OF_REPORTS = re.compile(r"[rv]apport|report|verslag|bericht|verklaring|statement|letter|attest|lettre|:")
"""What they write is called after them: `Accountants' Report`."""


def _brands(read: PageFields, ours: set[str]) -> Iterator[Found]:
    for row in read.rows[:2]:
        cell = _before_address(row.cells[0])
        label = label_at(plain(cell.text))
        if label is not None and not cell.text[label.end :].strip(" .:"):
            continue
        if is_brand(cell.text) and core_name(cell.text) not in ours and (name := trimmed_piece(cell)):
            yield Found("issuer", read.page_index, name.start, name.end, name.normalized)


def _before_address(cell: Piece) -> Piece:
    """`Wasserverband Oberland - Am Alten Markt 229, 70173 Stuttgart`: the name before the address of a letterhead."""
    parted = _PARTED.search(cell.text)
    if parted is None or not has_postcode(cell.text[parted.end() :]):
        return cell
    return Piece(cell.start, cell.start + parted.start(), cell.text[: parted.start()])


_PARTED = re.compile(r"\s[-–—·•|]\s")


def _is_signed_brand(read: PageFields, cell: Piece) -> bool:
    """`Shannon Gas & Power`, of words that titles have too, if a row of the letter's foot begins with the same."""
    if " " not in cell.text or ":" in cell.text or any(map(str.isdigit, cell.text)):
        return False
    rest = _TITLES.sub("", cell.text).strip(" &")
    beside = re.compile(rf"{re.escape(cell.text)}(?:\s[-–—·•|]|,|\sis\s|\sest\s|\sist\s)")
    return bool(rest) and is_brand(rest) and any(beside.match(row.text) for row in read.rows[-_FOOT:])


def head_of_signed_letter(read: PageFields, ours: set[str]) -> Found | None:
    """The brand of the letterhead, if the letter's foot has it again."""
    cell = read.rows[0].cells[0]
    name = trimmed_piece(cell) if core_name(cell.text) not in ours and _is_signed_brand(read, cell) else None
    return Found("issuer", read.page_index, name.start, name.end, name.normalized) if name else None


def bank_below_title(read: PageFields, kind: DocumentType, ours: set[str]) -> Found | None:
    """The bank that stands alone on a row between the title of a statement and the account it is of."""
    for row in read.rows[2:6] if kind == "bank_statement" else ():
        cell = row.cells[0]
        if label_at(row.plain) is not None:
            return None
        if (
            len(row.cells) == 1
            and is_brand(cell.text)
            and OF_BANKS.match(cell.text)
            and core_name(cell.text) not in ours
        ):
            name = trimmed_piece(cell)
            return Found("issuer", read.page_index, name.start, name.end, name.normalized) if name else None
    return None


def is_brand(text: str) -> bool:
    words = text.split()
    most = _MOST_WORDS_OF_BANK if OF_BANKS.match(text) else _MOST_WORDS_OF_BRAND
    if not 1 <= len(words) <= most or any(map(str.isdigit, text)) or ":" in text or _TITLES.search(text):
        return False
    return all(word[0].isupper() or word in _BETWEEN or word[:2] in ("d'", "d’", "l'", "l’") for word in words)
