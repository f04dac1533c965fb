"""Who issued a document: by its label, the register that its head names, or the bank or utility whose letter it is.

Where that is doubtful, none is given: an officer sees the letterhead anyway.
"""

import re
from collections.abc import Iterator, Sequence

from domain.extraction.company_names import Named
from domain.extraction.company_shapes import FORM, looks_like_company, name_with_form, trimmed, trimmed_piece
from domain.extraction.fields import PageFields
from domain.extraction.found import Found
from domain.extraction.lines import Piece
from domain.naming import core_name
from schemas.extraction import DocumentType

_TOWNS = (
    r"(?:\s(?:de|d['’]|du|des|van|in|te|à))?\s?[A-ZÀ-Þ][\w'’-]+(?:[ -](?:[A-ZÀ-Þ][\w'’-]+|am|an|der|sur|les|lès|"
    r"sous|la|le))*"
)
_REGISTERS = re.compile(
    r"Kruispuntbank van Ondernemingen|KRUISPUNTBANK VAN ONDERNEMINGEN|Banque-Carrefour des Entreprises|"
    r"BANQUE-CARREFOUR DES ENTREPRISES|"
    r"Zentrale Datenbank der Unternehmen|Crossroads Bank for Enterprises|Kamer van Koophandel|"
    r"KAMER VAN KOOPHANDEL|Netherlands Chamber of Commerce|"
    r"Companies House|COMPANIES HOUSE|Registrar of Companies(?: for (?:England and Wales|Scotland|"
    r"Northern Ireland))?|Companies Registration Office|"
    r"REGISTRAR OF COMPANIES(?: FOR (?:ENGLAND AND WALES|SCOTLAND|NORTHERN IRELAND))?|Nationale Bank van België|"
    r"Banque nationale de Belgique|Balanscentrale|"
    rf"(?:Greffe du )?[Tt]ribunal (?:de commerce|des activités économiques){_TOWNS}|"
    rf"GREFFE DU TRIBUNAL DE COMMERCE(?: D[EU]['’ ]?\s?[A-Z-]+)?|"
    rf"Registre (?:national )?du commerce et des sociétés(?:{_TOWNS})?|Luxembourg Business Registers|Infogreffe|"
    rf"Amtsgericht{_TOWNS}|Amtsgericht \([A-ZÄÖÜ]\w+\)|Firmenbuchgericht{_TOWNS}|Handelsregisteramt{_TOWNS}|"
    r"Federale Overheidsdienst Financiën|FOD Financiën|Service [Pp]ublic [Ff]édéral Finances|SPF Finances|"
    r"Föderaler Öffentlicher Dienst Finanzen|"
    r"FOD Economie|SPF Economie|Belastingdienst|Direction [Gg]énérale des [Ff]inances [Pp]ubliques|"
    r"HM Revenue (?:&|and) Customs|"
    rf"Finanzamt{_TOWNS}|UBO-[Rr]egister|REGISTRE DE COMMERCE ET DES SOCI[ÉE]T[ÉE]S(?= DE LUXEMBOURG|\nLuxembourg)|Registre UBO|Registre des bénéficiaires effectifs|Transparenzregister|"
    rf"Bundesanzeiger Verlag GmbH"
)
_OF_REGISTERS: frozenset[DocumentType] = frozenset(
    {"register_extract", "certificate_of_incorporation", "tax_certificate", "ubo_declaration"}
)
_OF_SENDERS: frozenset[DocumentType] = frozenset({"utility_bill", "bank_statement", "invoice"})
_HEAD = 600
"""Characters of the first page in which a letterhead stands."""
_STATES = re.compile(
    r"KONINKRIJK BELGI[ËE]|ROYAUME DE BELGIQUE|Koninkrijk België|Royaume de Belgique|K[Öö]nigreich Belgien|"
    r"KONINKRIJK DER NEDERLANDEN|Koninkrijk der Nederlanden|"
    r"R[ÉE]PUBLIQUE FRAN[ÇC]AISE|République française|République Française|BUNDESREPUBLIK DEUTSCHLAND|"
    r"Bundesrepublik Deutschland|"
    r"UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND|GRAND-DUCH[ÉE] DE LUXEMBOURG|Grand-Duché de Luxembourg"
)


def issuers(pages: Sequence[PageFields], kind: DocumentType, subject: Sequence[Named]) -> Iterator[Found]:
    """One issuer at most, at its first place."""
    found = _labelled(pages) or _known(pages, kind) or _sender(pages, kind, subject)
    if found:
        yield found


def _labelled(pages: Sequence[PageFields]) -> Found | None:
    for read in pages:
        for field in read.fields:
            if field.meaning != "issuer" and not (field.meaning == "bank" and field.section == "bank"):
                continue
            if field.section == "other" or len(field.value.text) > 120:
                continue
            name = trimmed_piece(Piece(*_until_comma(field.value)))
            if name and name.normalized[0].isupper() and not _is_date(name.normalized):
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


def _is_date(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= 4


def _known(pages: Sequence[PageFields], kind: DocumentType) -> Found | None:
    patterns = (
        [_REGISTERS] if kind in _OF_REGISTERS or kind == "unknown" else [_STATES] if kind == "identity_document" else []
    )
    for pattern in patterns:
        for read in pages[:2] if kind in _OF_REGISTERS else pages[:1]:
            head = len(read.text) if kind in _OF_REGISTERS else _HEAD
            match = pattern.search(read.text, 0, head)
            if match:
                return Found("issuer", read.page_index, match.start(), match.end(), " ".join(match[0].split()))
    return None


def _sender(pages: Sequence[PageFields], kind: DocumentType, subject: Sequence[Named]) -> Found | None:
    """The company in the letterhead of a bill or statement; a brand in its first row where that has no form."""
    if kind not in _OF_SENDERS or not pages or not pages[0].rows:
        return None
    read = pages[0]
    ours = {core_name(name.normalized) for name in subject}
    for row in read.rows[:8]:
        for cell in row.cells:
            name = looks_like_company(cell)
            if name is None and (form := FORM.search(cell.text)):
                inner = name_with_form(cell.text, form)
                name = trimmed(read.text, cell.start + inner.start, cell.start + inner.end) if inner else None
            if name and core_name(name.normalized) not in ours:
                return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    return _brand(read, ours)


_TITLES = re.compile(
    r"factu|rekening|invoice|statement|rechnung|kontoauszug|relev|extrait|bill|uittreksel|afschrift|datum|date|"
    r"page|pagina|seite|klant|client|kunde|customer|duplica|copie|"
    r"energie ?rekening|account|electric|elektric|gas\b|water\b|voorschot|acompte|iban|compte|konto|identit",
    re.IGNORECASE,
)


def _brand(read: PageFields, ours: set[str]) -> Found | None:
    """`BNP Paribas Fortis` or `ENGIE` alone in the first row."""
    cell = read.rows[0].cells[0]
    words = cell.text.split()
    if not 1 <= len(words) <= 4 or any(map(str.isdigit, cell.text)) or ":" in cell.text or _TITLES.search(cell.text):
        return None
    if (
        not all(word[0].isupper() or word in ("&", "de", "van", "du", "of") for word in words)
        or core_name(cell.text) in ours
    ):
        return None
    name = trimmed_piece(cell)
    return Found("issuer", read.page_index, name.start, name.end, name.normalized) if name else None
