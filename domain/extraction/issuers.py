"""Who issued a document: by its label, the register that its head names, or the bank or utility whose letter it is.

Where that is doubtful, none is given: an officer sees the letterhead anyway.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from domain.extraction.blocks import over_lines, plain
from domain.extraction.company_sentences import Named
from domain.extraction.company_shapes import FORM, looks_like_company, name_with_form, trimmed, trimmed_piece
from domain.extraction.fields import PageFields
from domain.extraction.found import Found
from domain.extraction.lines import Piece
from domain.extraction.person_shapes import name_at
from domain.naming import core_name
from schemas.extraction import DocumentType

_TOWNS = (
    r"(?: (?:de|d['’]|du|des|van|in|te|à)\n?)? ?[A-ZÀ-Þ][\w'’-]+(?:[ -](?:(?:am|an|der|im|in|ob|vor|bei|sur|les|lès|"
    r"sous|la|le)[ -]){0,2}(?!HR[AB]\b|GnR|PR\b|VR\b|Abteilung|Ausdruck|Aktuell|"
    r"Chronologisch|Amtlich|Abruf|Auszug|Handelsregister|Registerblatt|Nummer|Seite)[A-ZÀ-Þ][\w'’-]+)*"
)
_PUBLISHERS = (
    r"(?m:^Luxembourg\sBusiness\sRegisters|^Companies House$|^Bundesanzeiger Verlag GmbH$|"
    r"^(?:FOD Financiën|SPF Finances)(?=\s[-–·]))"
)
"""Those who publish registers, on a row of their own or at the begin of their imprint, wherever it stands."""
_FINANCES = over_lines(
    r"(?i:Federale\sOverheidsdienst\sFinanci[ëe]n|FOD Financi[ëe]n|Service\spublic\sfédéral\sFinances|SPF Finances)|"
    r"(?i:Föderaler Öffentlicher Dienst Finanzen|FÖD Finanzen|Direction\sgénérale\sdes\sfinances\spubliques)|"
    r"Belastingdienst|HM Revenue (?:&|and) Customs|HMRC"
)
_REGISTERS_NAMES = (
    r"FOD Economie(?:, K\.?M\.?O\.?,? Middenstand (?:en|&) Energie)?|"
    r"SPF [EÉ]conomie(?:, P\.?M\.?E\.?,? Classes moyennes (?:et|&) [EÉ]nergie)?|"
    r"(?i:UBO-register)|Registre UBO|(?i:Registre des bénéficiaires effectifs)|"
    rf"Transparenzregister|(?m:^F(?:irmenbuch|IRMENBUCH)\b)|"
    rf"(?i:Registre (?:national )?d[eu] commerce et des sociétés)(?:{_TOWNS})?"
)
_REGISTERS = (
    r"(?i:Kruispuntbank van Ondernemingen|Banque-Carrefour des Entreprises|Crossroads Bank for Enterprises)|"
    r"(?i:Zentrale Datenbank der Unternehmen|(?:Netherlands )?Chamber of Commerce|Kamer van Koophandel)|"
    r"(?i:Registrar of Companies(?: for (?:England and Wales|Scotland|Northern Ireland))?|"
    r"Companies Registration Office)|"
    r"(?i:Nationale Bank van België|Banque nationale de Belgique)|"
    rf"[Gg]riffie van de [Oo]ndernemingsrechtbank(?: (?:van|te))?{_TOWNS}|"
    rf"(?:[Gg]reffe du )?[Tt]ribunal (?:de l['’][Ee]ntreprise|de [Cc]ommerce|"
    rf"des [Aa]ctivités [Éé]conomiques){_TOWNS}|"
    r"GREFFE DU TRIBUNAL DE COMMERCE(?: D[EU]['’ ]?\s?[A-Z-]+)?|"
    rf"Amtsgerichts?{_TOWNS}(?: \([A-ZÄÖÜ]\w+\))?|Amtsgericht \([A-ZÄÖÜ]\w+\)|"
    rf"Firmenbuchgericht{_TOWNS}|Handelsregisteramt{_TOWNS}|"
    rf"Finanzamt{_TOWNS}(?: [IVX]{{1,3}}\b)?|(?i:Luxembourg Business Registers|Companies House|Infogreffe)|INSEE",
    # Where none of these is named, the office above them or the register itself.
    _FINANCES,
    _REGISTERS_NAMES,
)
"""Those who keep registers and collect taxes, the more telling first."""
_KNOWN = tuple(re.compile(pattern) for pattern in _REGISTERS)
_KNOWN_PUBLISHERS = (re.compile(_PUBLISHERS),)
_OF_OWNERS = tuple(re.compile(pattern) for pattern in (_REGISTERS[0], _FINANCES, _REGISTERS_NAMES))
"""Who keeps registers of beneficial owners: no court does. A company's own declaration names the court it is at."""
_IS_REGISTERED_AT = re.compile(
    r"(?:beim|eingetragen im|registered (?:with|at)|inscrite? au|ingeschreven (?:bij|in))\s(?:the |het |de |le )?$"
)
_NOTARIES = re.compile(
    r"(?:Geassocieerde )?(?:Notariskantoor|Notarissen|Notariaat|Notaires? associés|Notaires|Étude notariale|"
    r"Étude(?: du| de)?(?: notaire| [Mm]aître)?|Étude|Etude|Notare|Notariat|"
    r"Notarkanzlei)\s[A-ZÀ-Þ][^\d,;:|–\n-]{2,60}(?:-[A-ZÀ-Þ][^\d,;:|–\n-]{2,40})?"
)
"""The letterhead of notaries."""
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
    r"HM Passport Office|HMPO\b|DVLA\b|Pr[ée]fecture (?:de |du |d['’])[^\n]{3,40}|"
    r"UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND|United Kingdom of Great Britain and Northern Ireland|"
    r"UNITED KINGDOM|United Kingdom|É?IRE/IRELAND|Republic of Ireland|REPUBLIC OF IRELAND|"
    r"GRAND-DUCH[ÉE] DE LUXEMBOURG|Grand-Duché de Luxembourg"
)


def issuers(pages: Sequence[PageFields], kind: DocumentType, subject: Sequence[Named]) -> Iterator[Found]:
    """One issuer at most, at its first place."""
    found = _labelled(pages, kind) or _known(pages, kind) or _sender(pages, kind, subject) or _notary(pages, kind)
    if found:
        yield found


def _labelled(pages: Sequence[PageFields], kind: DocumentType) -> Found | None:
    for read in pages:
        for field in read.fields:
            if field.meaning != "issuer" and not (field.meaning == "bank" and field.section == "bank"):
                continue
            if field.section == "other" or len(field.value.text) > 120:
                continue
            if plain(field.label).startswith(("registergericht", "registerbehorde")) and kind != "register_extract":
                continue  # where the company is registered; who says so is another
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
    """The first that the head of the document names; of a register's document, else the first in all of it."""
    if kind == "identity_document":
        return next(_named(pages[:1], (_STATES,), _HEAD), None)
    if kind not in _OF_REGISTERS and kind != "unknown":
        return None
    found = next(_named(pages[:1], _KNOWN_PUBLISHERS, None), None) if kind in _OF_REGISTERS else None
    if found or kind == "ubo_declaration":
        return found or next(_named(pages[:1], _OF_OWNERS, _HEAD, begins_row=True), None)
    found = next(_named(pages[:1], _KNOWN, _HEAD), None)
    return found or (next(_named(pages[:2], _KNOWN, None), None) if kind in _OF_REGISTERS else None)


def _named(
    pages: Sequence[PageFields], patterns: Sequence[re.Pattern[str]], head: int | None, begins_row: bool = False
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
                written = re.sub(r"^Amtsgerichts\b", "Amtsgericht", " ".join(match[0].split()))
                yield Found("issuer", read.page_index, match.start(), match.end(), written)
                break


_COURT = re.compile(r"Amtsgericht|Firmenbuch|Handelsregisteramt|Finanzamt")


def _notary(pages: Sequence[PageFields], kind: DocumentType) -> Found | None:
    """The notaries whose letterhead a deed has in its first rows, or the one before whom it is done."""
    if kind != "articles_of_association" or not pages:
        return None
    for row in pages[0].rows[:3]:
        match = _NOTARIES.match(row.text) or _NOTARY.match(row.text)
        if match:
            written = match[0].rstrip()
            return Found("issuer", pages[0].page_index, row.start, row.start + len(written), written)
    for read in pages[:2]:
        before = _BEFORE_NOTARY.search(read.text)
        name = name_at(read.text, before.end()) if before else None
        if before and name and (before["office"] or _IS_NOTARY.match(read.text, name.end)):
            written = " ".join(read.text[before.end() : name.end].split())
            return Found("issuer", read.page_index, before.end(), name.end, written)
    return None


_NOTARY = re.compile(
    r"(?:Maître|Meester|[Mm]r\.|Me|Dr\.)\s(?:[A-ZÀ-Þ][\w.'’-]+\s){1,3}[A-ZÀ-Þ][\w'’-]+"
    r"(?=\s?[,–-]\s?(?:geassocieerd |kandidaat-)?"
    r"(?:notaris|notaire|[Nn]otary|Notar(?:in)?)\b)"
)
_BEFORE_NOTARY = re.compile(
    r"(?<!\w)(?:[Vv]oor\s(?:mij|ons)|[Pp]ar[- ]?devant(?:\s(?:[Nn]ous|moi))?|[Dd]evant\s(?:[Nn]ous|moi)|"
    r"[Vv]or\s(?:mir|uns)|[Bb]efore\sme)\s?,?\s+(?:(?:het\sambt\svan|ondergetekende|soussignée?|the\sundersigned)\s?,?\s+)?"
    r"(?:de[mr]\s(?:unterzeichne(?:nden|te[nr])\s+)?)?(?P<office>(?:Notar(?:in)?|[Nn]otaris)\s+)?"
    r"(?=[A-ZÀ-Þ]|mr\.|meester)"
)
_IS_NOTARY = re.compile(r"\s?,?[^.;\n]{0,40}\s?(?:notaris|notaire|[Nn]otary|Notar)")


def _imprint(pages: Sequence[PageFields]) -> Found | None:
    """The company at whose name the foot of a letter begins, beside its address and numbers."""
    for read in pages[:1]:
        for row in reversed(read.rows[-_FOOT:]):
            form = FORM.search(row.text[:_LONGEST_NAME])
            inner = name_with_form(row.text, form) if form else None
            if inner is None or inner.start > 0 or not _GOES_ON_WITH.match(row.text, inner.end):
                continue
            if not _NUMBERED.search(read.text, row.start + inner.end, row.end + _NEXT_ROW):
                continue
            name = trimmed(read.text, row.start, row.start + inner.end)
            if name:
                return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    return None


def _imprint_at_head(read: PageFields, ours: set[str]) -> Found | None:
    """The brand at which the first row's imprint begins, if the letterhead below has it on a row of its own."""
    for row in read.rows[:2]:
        name = re.split(r"\s[-–—·•|]\s", row.text, maxsplit=1)[0]
        if name == row.text or not _NUMBERED.search(row.text) or not _is_brand(name) or core_name(name) in ours:
            continue
        head = next((each for each in read.rows[1:_FOOT] if each.cells[0].text == name), None)
        if head:
            return Found("issuer", read.page_index, head.start, head.start + len(name), name)
    return None


_FOOT = 8
"""Rows of the first page in which the sender's imprint stands."""
_LONGEST_NAME = 90
_NEXT_ROW = 120
"""Characters of the next row, into which an imprint runs."""
_MOST_PLACES = 5
_GOES_ON_WITH = re.compile(
    r"\s?(?:[-–—·•|,.;(]|au capital|is (?:authori|registered)|RCS|registered|met zetel|mit Sitz)"
)
_NUMBERED = re.compile(
    r"\b(?:BTW|TVA|VAT|RPR|RPM|R\.?C\.?S\.?|HR[AB]|KvK|USt|[Rr]egistered|capital|FSMA|BIC|SIREN|SIRET|Handelsregister|"
    r"K[Vv]K|Amtsgericht|AG)\b"
)


def _sender(pages: Sequence[PageFields], kind: DocumentType, subject: Sequence[Named]) -> Found | None:
    """The company in the letterhead of a bill or statement; a brand in its first row where that has no form."""
    if not pages or not pages[0].rows:
        return None
    read = pages[0]
    ours = {core_name(name.normalized) for name in subject}
    if kind in ("unknown", "tax_certificate") and ours:
        for row in read.rows[:2]:
            name = looks_like_company(row.cells[0])
            if name and core_name(name.normalized) not in ours:
                return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    if kind not in _OF_SENDERS:
        brand = _brand(read, ours) if kind == "unknown" else None
        return brand if brand and _OF_BANKS.search(brand.value_normalized) else None
    if imprint := _imprint(pages) or _imprint_at_head(read, ours):
        return imprint
    brand = _brand(read, ours) if kind == "bank_statement" else None
    if brand and _OF_BANKS.search(brand.value_normalized):
        return brand
    for row in read.rows[:8]:
        for cell in row.cells:
            name = looks_like_company(cell)
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
    return _brand(read, ours)


_SENTENCE = re.compile(r"\b(?:that|que|dat|dass|certif|confirm|hereby|nous|wij|wir|we)\w*\b", re.IGNORECASE)
_TITLES = re.compile(
    r"factu|rekening|invoice|statement|rechnung|kontoauszug|relev|extrait|bill|uittreksel|afschrift|datum|date|"
    r"page|pagina|seite|klant|client|kunde|customer|duplica|copie|"
    r"energie ?rekening|account|electric|elektric|gas\b|water\b|voorschot|acompte|iban|compte|konto|identit",
    re.IGNORECASE,
)


_OF_BANKS = re.compile(
    r"(?:[Bb]ank\b|BANK\b|\b[Bb]ank|[Bb]anque|BANQUE|[Cc]aisse|[Ss]parkasse|[Vv]olksbank|[Cc]r[ée]dit)"
)
_BETWEEN = frozenset({"&", "de", "van", "du", "of", "la", "le", "les", "des", "der", "und", "et", "en", "and"})


def _brand(read: PageFields, ours: set[str]) -> Found | None:
    """`BNP Paribas Fortis` or `ENGIE` alone in the first row."""
    for row in read.rows[:2]:
        cell = row.cells[0]
        if _is_brand(cell.text) and core_name(cell.text) not in ours and (name := trimmed_piece(cell)):
            return Found("issuer", read.page_index, name.start, name.end, name.normalized)
    return None


def _is_brand(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 5 or any(map(str.isdigit, text)) or ":" in text or _TITLES.search(text):
        return False
    return all(word[0].isupper() or word in _BETWEEN or word[:2] in ("d'", "d’", "l'", "l’") for word in words)
