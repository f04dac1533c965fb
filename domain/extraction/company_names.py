"""The name of the company that a document is about: from labels, titles, sentences, and the addressee's block."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from domain.extraction.address_sentences import is_landlords
from domain.extraction.company_shapes import (
    FORM,
    FORM_IN_WORDS,
    CompanyName,
    capitals_after,
    has_form,
    looks_like_company,
    name_after,
    name_with_form,
    trimmed,
    trimmed_piece,
)
from domain.extraction.fields import Field, PageFields
from domain.extraction.lines import Piece
from domain.naming import core_name, legal_form
from schemas.extraction import DocumentType

ADDRESSED: frozenset[DocumentType] = frozenset({"utility_bill", "bank_statement", "invoice"})
"""Documents that are sent to the company by another one."""
_OF_PERSONS = frozenset({"directors", "owners", "shareholders", "function_label", "nobody"})
_NOT_OURS = frozenset({"other", "bank", "issuer"})
_LONGEST = 140
_ABOUT_A_COMPANY: frozenset[DocumentType] = frozenset(
    {"register_extract", "annual_accounts", "certificate_of_incorporation"}
)
_REGISTERS: frozenset[DocumentType] = frozenset(
    {
        "register_extract",
        "articles_of_association",
        "certificate_of_incorporation",
        "annual_accounts",
        "tax_certificate",
        "ubo_declaration",
    }
)

_TITLE = re.compile(
    r"^(?:(?:ge)?co[öo]rdineerde\s)?(?:statuten|oprichtingsakte|akte\svan\soprichting|oprichting|"
    r"jaarrekening(?:\s[0-9]{4})?)\s(?:van|der)\s(?:de\s|het\s)?|"
    r"^(?:statuts(?:\scoordonn[ée]s|\smis\sà\sjour|\sconstitutifs)?|acte\sconstitutif|constitution|"
    r"comptes\sannuels(?:\s[0-9]{4})?)\s(?:de|du|d['’])\s?(?:la\s|l['’])?|"
    r"^(?:gesellschaftsvertrag|satzung|jahresabschluss(?:\s[0-9]{4})?|gr[üu]ndung)\s(?:der|von|des)\s|"
    r"^(?:articles\sof\s(?:association|incorporation)|memorandum(?:\sand\sarticles)?\sof\sassociation|"
    r"constitution|annual\saccounts|financial\sstatements|"
    r"certificate\sof\sincorporation|by-?laws)\s(?:of|for)\s(?:the\scompany\s)?|"
    r"^(?:uittreksel|extrait|auszug|extract)\s[^\n]{0,60}?\s(?:betreffende|van|concernant|de\sla\ssoci[ée]t[ée]|"
    r"der|betreffend|for|of|regarding)\s",
    re.IGNORECASE,
)
_TITLE_ALONE = re.compile(
    r"^(?:(?:ge)?co[öo]rdineerde\s)?(?:statuten(?:\svan(?:\sde)?(?:\s\w+\svennootschap)?)?|"
    r"oprichtingsakte(?:\svan)?|statuts(?:\scoordonn[ée]s)?(?:\sde(?:\sla\ssoci[ée]t[ée])?)?|"
    r"gesellschaftsvertrag(?:\sder)?|satzung(?:\sder)?|(?:the\s)?articles\sof\sassociation(?:\sof)?|of|van|de|"
    r"der|betreffende|concernant|"
    r"certificate\sof\sincorporation(?:\sof)?|memorandum\sof\sassociation(?:\sof)?|jaarrekening(?:\svan)?|"
    r"comptes\sannuels(?:\sde)?|jahresabschluss(?:\sder)?|"
    r"annual\saccounts(?:\sof)?|(?:akte\svan\s)?oprichting(?:\svan)?|acte\sconstitutif|"
    r"[^\n]{0,60}(?:hereby\s)?certif(?:y|ies)\sthat)\s?:?$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:draagt\sde\s(?:maatschappelijke\s)?(?:naam|benaming)|(?:met\s)?als\s(?:maatschappelijke\s)?(?:naam|"
    r"benaming)(?:\sis)?|de\snaam\s(?:van\sde\svennootschap\s)?(?:luidt|is)(?:\sals\svolgt)?|"
    r"zij\s(?:draagt|heeft)\s(?:als|de)\s(?:naam|benaming)|(?:is\s|wordt\s)?genaamd|onder\sde\s(?:naam|benaming)|"
    r"met\sde\s(?:naam|benaming)|heeft\sals\snaam|benaamd|geheten|handelend\sonder\sde\snaam|"
    r"statutaire\snaam\sluidt|"
    r"(?:est\s|sera\s)?d[ée]nomm[ée]e|(?:a|prend|porte|adopte)\s(?:pour|la)\s(?:d[ée]nomination(?:\ssociale)?|"
    r"raison\ssociale)(?:\sde|\sest)?|sous\sla\s(?:d[ée]nomination(?:\ssociale)?|raison\ssociale)(?:\sde)?|"
    r"la\sd[ée]nomination(?:\ssociale)?(?:\sde\sla\ssoci[ée]t[ée])?\sest(?:\sla\ssuivante)?|"
    r"pour\sd[ée]nomination(?:\ssociale)?|nomm[ée]e|"
    r"(?:die\s)?firma\s(?:der\sgesellschaft\s)?lautet(?:\sauf)?|f[üu]hrt\sdie\sfirma|unter\sder\sfirma|"
    r"die\sfirma\s(?:der\sgesellschaft\s)?ist|in\sfirma|"
    r"(?:the\s)?(?:company['’]s\sname|name\sof\s(?:the|this)\scompany)\sis|(?:company|"
    r"corporation)\s(?:is\s)?(?:called|named)|under\sthe\sname(?:\sof)?|known\sas|"
    r"(?:hereby\s)?certif(?:y|ies)\sthat|shall\sbe\s(?:called|named))(?!\w)",
    re.IGNORECASE,
)
_MAY_BE_NAMED = re.compile(r"na[ao]m|nomm[ée]|d[ée]nomin|raison|firma|name|called|known|certif|geheten", re.IGNORECASE)
_REPRESENTED = re.compile(
    r"(?:ondergetekende|soussign[ée]e?|unterzeichn(?:ete|er)|undersigned|verklaart\sdat|huurder|locataire|mieter|"
    r"tenant|namens|au\snom\sde|on\sbehalf\sof|"
    r"de\svennootschap|la\ssoci[ée]t[ée]|die\sgesellschaft|the\scompany)(?!\w)[\s:,]{0,3}(?:(?:de|la|die|the|het|"
    r"der)\s)?(?:vennootschap\s|soci[ée]t[ée]\s|gesellschaft\s|company\s)?(?=[\"“«„A-Z0-9ÀÉÖÜ])",
    re.IGNORECASE,
)


_HEREINAFTER = re.compile(r"hierna|ci-apr[èe]s|nachfolgend|hereinafter|hereafter|verder", re.IGNORECASE)


_CAPITAL = re.compile(rf"(?:(?:{FORM_IN_WORDS.pattern})|s\.?a\.?s\.?u?|s\.?a\.?r\.?l\.?|s\.?a\.?|eurl|sci|snc)\s(?:unipersonnelle\s)?au\scapital")
"""As a French company writes below its name: `Société par actions simplifiée au capital de 10 000 euros`."""


class Named(NamedTuple):
    """A company's name at a place, and how well it is evidenced: from 5, a label, to 1, its mere form."""

    strength: int
    page_index: int
    start: int
    end: int
    normalized: str


def names_of_subject(pages: Sequence[PageFields], kind: DocumentType) -> list[Named]:
    """The places that give the best evidenced name; empty if none is."""
    if kind == "identity_document":
        return []
    named = [name for read in pages for name in _names_on(read, kind)]
    best = max((name.strength for name in named), default=0)
    chosen = _most_often([name for name in named if name.strength == best])
    if chosen is None:
        return []
    same = [name for name in named if core_name(name.normalized) == core_name(chosen.normalized)]
    # Of one name in several writings the one with its legal form, and not in capitals where the document has both.
    with_form = [name for name in same if name.strength >= min(best, 3) and has_form(name.normalized)] or [chosen]
    best_form = legal_form(with_form[0].normalized)
    writing = next(
        (name for name in with_form if not name.normalized.isupper() and legal_form(name.normalized) == best_form),
        with_form[0],
    )
    others = (name for name in same if name.normalized.lower() == writing.normalized.lower() and name != writing)
    return [writing, *(name._replace(normalized=writing.normalized) for name in others)]


def _most_often(named: list[Named]) -> Named | None:
    """What is said most often of the equally strong; the first if all are said once."""
    counts: dict[str, int] = {}
    for name in named:
        counts[core_name(name.normalized)] = counts.get(core_name(name.normalized), 0) + 1
    return max(named, key=lambda name: counts[core_name(name.normalized)], default=None)


def _names_on(read: PageFields, kind: DocumentType) -> Iterator[Named]:
    yield from (name for field in read.fields if (name := _labelled(read, field, kind)))
    if kind in ADDRESSED:
        yield from _addressee(read)
        return
    yield from _titles(read)
    yield from _sentences(read)
    if kind not in ("lease", "unknown"):
        yield from _alone(read)
        yield from _mentioned(read)


def _labelled(read: PageFields, field: Field, kind: DocumentType) -> Named | None:
    strength = _strength(field, kind)
    if not strength or field.value.text.endswith((":",)):
        return None
    value = _without_rest(field.value)
    name = trimmed_piece(value)
    if name is None or len(name.normalized) > _LONGEST or not _may_be_name(name.normalized, strength):
        return None
    if strength < 5 and not has_form(name.normalized) and not _is_registered_name(read, field, kind):
        # A person's name, or the first line of a block.
        return None
    return Named(strength, read.page_index, name.start, name.end, name.normalized)


def _is_registered_name(read: PageFields, field: Field, kind: DocumentType) -> bool:
    """A register names a company `Naam: Korenbloem`; a person's name has given names beside it."""
    if field.meaning != "name" or kind not in _ABOUT_A_COMPANY or field.section not in (None, "subject"):
        return False
    return not any(other.meaning in ("given", "surname") and abs(other.row - field.row) <= 3 for other in read.fields)


def _strength(field: Field, kind: DocumentType) -> int:
    if field.meaning == "company":
        return 0 if field.section in _NOT_OURS or (field.section == "shareholders") else 5
    if field.section in _NOT_OURS or field.section in _OF_PERSONS:
        return 0
    match field.meaning:
        case "name":
            return 4 if kind in _REGISTERS or field.section == "subject" else 3
        case "subject":
            return 4
        case "account_holder":
            return 4 if kind in ("bank_statement", "unknown") else 2
        case _:
            return 0


_ENDS_NAME = re.compile(
    r"\s(?:met\s(?:maatschappelijke\s)?zetel|ayant\sson|mit\sSitz|with\sregistered|\(hierna|\(ci-après|"
    r",\s?(?:met|ayant|mit|with|dont|waarvan|vertegenwoordigd|représentée|vertreten|represented))\b"
)


def _without_rest(value: Piece) -> Piece:
    """The name at the beginning of a value that goes on with an address or a number."""
    text = value.text
    end = len(text)
    stop = _ENDS_NAME.search(text)
    if stop:
        end = stop.start()
    comma = text.find(",")
    if 0 < comma < end and re.search(r"[0-9]{2}", text[comma:]) and not FORM.match(text, comma + 2):
        end = comma
    for form in FORM.finditer(text[:end]):
        behind = text[form.end() : end].strip()
        if form.start() > 0 and behind and not FORM.match(behind) and behind[0] in ",;(-–" and len(behind) > 3:
            end = form.end()
            break
    return Piece(value.start, value.start + len(text[:end].rstrip()), text[:end].rstrip())


def _may_be_name(name: str, strength: int) -> bool:
    words = name.split()
    if len(words) > 14 or not any(character.isupper() or character.isdigit() for character in name):
        return False
    if FORM_IN_WORDS.fullmatch(name.lower()) or FORM.fullmatch(name):
        return False
    digits = sum(map(str.isdigit, name))
    return digits * 2 <= len(name) and not (
        strength >= 5 and name[0].islower() and not has_form(name) and len(words) > 4
    )


def _titles(read: PageFields) -> Iterator[Named]:
    for number, row in enumerate(read.rows[:60]):
        if len(row.text) > 160:
            continue
        title = _TITLE.match(row.text)
        if title:
            name = name_after(read.text, _past_form(read, row.start + title.end()), row.end)
            name = name or _upper_rest(read, row.start + title.end(), row.end)
            if name:
                yield Named(4, read.page_index, *name)
                continue
        below = read.rows[number + 1] if number + 1 < len(read.rows) else None
        if below and _CAPITAL.match(below.plain) and not read.contexts[number].is_label and len(row.text) < 80:
            name = trimmed_piece(Piece(row.start, row.end, row.text))
            if name and _may_be_name(name.normalized, 4):
                yield Named(4, read.page_index, *name)
        if _TITLE_ALONE.match(row.text) and number + 1 < len(read.rows):
            below = read.rows[number + 1]
            name = looks_like_company(Piece(below.start, below.end, below.text))
            if name and not read.contexts[number + 1].is_label:
                yield Named(4, read.page_index, *name)


def _past_form(read: PageFields, at: int) -> int:
    """Past `de naamloze vennootschap` before the name."""
    row = next(row for row in read.rows if row.start <= at <= row.end)
    words = re.compile(r"\s*(?:de |het |la |l'|the |der |die )?").match(row.plain, at - row.start)
    begin = words.end() if words else at - row.start
    form = FORM_IN_WORDS.match(row.plain, begin)
    if form:
        return row.start + form.end()
    company = re.compile(r"(?:besloten |naamloze )?(?:vennootschap|societe|gesellschaft|company)\s").match(
        row.plain, begin
    )
    return row.start + company.end() if company else at


def _upper_rest(read: PageFields, at: int, end: int) -> CompanyName | None:
    """The rest of a title in capitals, as titles write names."""
    name = trimmed(read.text, _past_form(read, at), end)
    return name if name and name.normalized.isupper() and len(name.normalized.split()) <= 8 else None


def _sentences(read: PageFields) -> Iterator[Named]:
    text = read.text
    if _MAY_BE_NAMED.search(text):
        for match in _NAMED.finditer(text):
            if _HEREINAFTER.search(text, max(0, match.start() - 40), match.start()):
                continue
            name = name_after(text, match.end(), len(text))
            if name is None and _is_naming(match[0]):
                name = capitals_after(text, match.end())
            if name and _may_be_name(name.normalized, 3):
                yield Named(4 if _is_naming(match[0]) else 3, read.page_index, *name)
    for row in read.rows:
        for form in FORM_IN_WORDS.finditer(row.plain):
            at = row.start + form.end()
            name = name_after(text, at, len(text)) if text[at : at + 2].strip() else None
            if name and _may_be_name(name.normalized, 3) and not is_landlords(text, name.end):
                yield Named(3, read.page_index, *name)
    for match in _REPRESENTED.finditer(text):
        name = name_after(text, match.end(), len(text))
        if name and has_form(name.normalized) and not is_landlords(text, name.end):
            yield Named(3, read.page_index, *name)


def _is_naming(words: str) -> bool:
    """Whether a sentence gives the company its name, rather than mentioning one."""
    return (
        re.search(
            r"draagt|luidt|\best\b|lautet|f[üu]hrt|prend|porte|pour d|name is|certif|company is|^(?:the )?name of|is$",
            words,
            re.I,
        )
        is not None
    )


def _alone(read: PageFields) -> Iterator[Named]:
    """Rows near the top that are nothing but a company's name."""
    if read.page_index > 1:
        return
    for number, row in enumerate(read.rows[:25]):
        context = read.contexts[number]
        if context.section in _NOT_OURS or context.section in _OF_PERSONS or context.is_label:
            continue
        name = looks_like_company(Piece(row.start, row.end, row.text))
        if name:
            yield Named(1, read.page_index, *name)


def _mentioned(read: PageFields) -> Iterator[Named]:
    """The one company that a page speaks of; none if it speaks of several."""
    rows = (row for row in read.rows if len(row.text) < 400)
    found = list(islice((name for row in rows for name in names_in_text(row.text, row.start)), 12))
    if len({core_name(name.normalized) for name in found}) == 1:
        yield from (Named(1, read.page_index, *name) for name in found)


def _addressee(read: PageFields) -> Iterator[Named]:
    """The names that stand alone in a row with an address below; the last is the addressee, the first the sender."""
    blocks = []
    for number, row in enumerate(read.rows[:40]):
        if read.contexts[number].section in _NOT_OURS or number == 0:
            continue
        cell = row.cells[-1]
        name = looks_like_company(cell) if len(row.cells) <= 2 else None
        below = " ".join(each.text for each in read.rows[number + 1 : number + 4])
        if name and re.search(r"[0-9]{4}", below) and not _is_senders(read, number):
            blocks.append(name)
    if blocks:
        yield Named(2, read.page_index, *blocks[-1])


def _is_senders(read: PageFields, number: int) -> bool:
    below = " ".join(each.text for each in read.rows[number : number + 3])
    return (
        re.search(r"\b(?:[Tt]el|[Ff]ax|www\.|BTW|TVA|IBAN|BIC|RPR|RPM|HRB|VAT|[Kk]lantendienst|@)", below) is not None
    )


def names_in_text(text: str, start: int) -> Iterator[CompanyName]:
    """The names that end with a legal form in a text that begins at `start` of its page."""
    for form in FORM.finditer(text):
        name = name_with_form(text, form)
        if name:
            yield CompanyName(start + name.start, start + name.end, name.normalized)
