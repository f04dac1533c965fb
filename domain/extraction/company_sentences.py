"""The names that titles and sentences give a company: `STATUTEN VAN …`, `la société est dénommée …`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from domain.extraction.address_sentences import is_landlords
from domain.extraction.blocks import over_lines, plain
from domain.extraction.company_shapes import (
    FORM,
    FORM_IN_WORDS,
    CompanyName,
    capitals_after,
    has_form,
    looks_like_company,
    name_after,
    name_before,
    name_with_form,
    trimmed,
    trimmed_piece,
)
from domain.extraction.fields import PageFields
from domain.extraction.lines import Piece

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
    over_lines(
        r"(?:wordt\sgenoemd|bears\sthe\sname|est\sappel[ée]e|tr[äa]gt\sden\snamen|has\sthe\sname|"
        r"draagt\sde\s(?:maatschappelijke\s)?(?:naam|benaming)|(?:met\s)?als\s(?:maatschappelijke\s)?(?:naam|"
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
        r"changed\sits\sname\sto|is\snow\sincorporated\sunder\sthe\sname\sof|chang[ée]e?\sde\sd[ée]nomination\spour|"
        r"(?:hereby\s)?certif(?:y|ies)\sthat|shall\sbe\s(?:called|named))(?!\w)"
    ),
    re.IGNORECASE,
)
_MAY_BE_NAMED = re.compile(
    r"na[ao]m|nomm[ée]|d[ée]nomin|raison|firma|name|called|known|certif|geheten|genoemd|appel|tr[äa]gt", re.IGNORECASE
)
_REPRESENTED = re.compile(
    over_lines(
        r"(?:ondergetekende|soussign[ée]e?|unterzeichn(?:ete|er)|undersigned|verklaart\sdat|huurder|locataire|mieter|"
        r"tenant|namens|au\snom\sde|on\sbehalf\sof|"
        r"de\svennootschap|la\ssoci[ée]t[ée]|die\sgesellschaft|the\scompany)(?!\w)[\s:,]{0,3}(?-i:(?:de|la|die|the|"
        r"het|der)\s)?"
        r"(?:vennootschap\s|soci[ée]t[ée]\s|gesellschaft\s|company\s)?(?=[\"“«„A-Z0-9ÀÉÖÜ])"
    ),
    re.IGNORECASE,
)
_HEREINAFTER = re.compile(r"hierna|ci-apr[èe]s|nachfolgend|hereinafter|hereafter|verder", re.IGNORECASE)
_CAPITAL = re.compile(
    rf"(?:(?:{FORM_IN_WORDS.pattern})|s\.?a\.?s\.?u?|s\.?a\.?r\.?l\.?|s\.?a\.?|eurl|sci|"
    rf"snc)\s(?:unipersonnelle\s)?au\scapital"
)
"""As a French company writes below its name: `Société par actions simplifiée au capital de 10 000 euros`."""
_NO_COMPANY = re.compile(
    r"(?:(?:the|an?|of an?|of the) )?(?:companies|limited liability partnerships) acts?\b|"
    r"(?:(?:of )?an? )?(?:private|public) (?:company|limited)|wetboek|"
    r"code (?:des|de|civil)|loi |gesetz|(?:registered|company) n(?:o|umber)|ondernemingsnummer|numero|companies house"
)
"""What deeds and certificates have in capitals above the name, in plain text."""
_NOT_THE_FIRST = frozenset({"of", "for", "van", "de", "der", "voor", "pour", "by", "between", "and", "a", "an", "the"})
_APPOSITION = re.compile(r"\s?,\s{1,3}(?:een\s|eine\s|une\s|an?\s)?(?:belgische\s|französische\s)?$", re.IGNORECASE)
_OTHERS_BEFORE = re.compile(
    r"bij|bank|banque|aupr[èe]s|notari|nota[ir]|with|to|aan|mandatee|attorney|conseil|in\sfavour\sof", re.IGNORECASE
)
_NO_NAME = re.compile(r"(?:een|une|un|eine|einer|a|an|de|la|the)\s|(?:vennootschap|societe|gesellschaft|company)\b")


_FORM_LED = re.compile(rf"(?<!\w)(?:[Ll]a|[Dd]e|[Dd]er|[Dd]ie|[Tt]he)\s(?={FORM.pattern}\s[A-ZÀ-Þ])")
"""`la SAS LUMIERE CONSEIL`, `de NV Korenbloem`."""
_CERTIFIED = re.compile(
    over_lines(
        r"(?:confirm|certify|certifions|attestons|confirmons|bevestigen|verklaren|bestätigen|"
        r"bescheinigen)(?:\shiermee|\shiermit|\shereby)?\s?,?\s"
        r"(?:that|que|qu['’]|dat|dass)\s?(?:(?:the\scompany|la\ssoci[ée]t[ée]|de\svennootschap|de\sfirma|die\sfirma|"
        r"die|the|de|la)\s)?"
    ),
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A company's name at a place, and how well it is evidenced: from 5, a label, to 1, its mere form."""

    strength: int
    page_index: int
    start: int
    end: int
    normalized: str


def may_be_name(name: str, strength: int) -> bool:
    words = name.split()
    if _NO_COMPANY.match(plain(name)) or all(plain(word) in _NOT_THE_FIRST for word in words):
        return False
    if not name[0].isalnum() or re.search(r"[.:;]\s+[A-Za-z]{3,}\s[a-z]", name):
        return False
    if len(words) > 14 or not any(character.isupper() or character.isdigit() for character in name):
        return False
    if FORM_IN_WORDS.fullmatch(name.lower()) or FORM.fullmatch(name):
        return False
    digits = sum(map(str.isdigit, name))
    return digits * 2 <= len(name) and not (
        strength >= 5 and name[0].islower() and not has_form(name) and len(words) > 4
    )


def names_in_titles(read: PageFields) -> Iterator[Named]:
    for number, row in enumerate(read.rows[:60]):
        if len(row.text) > 160:
            continue
        title = _TITLE.match(row.text)
        if title:
            name = name_after(read.text, _past_form(read, row.start + title.end()), row.end)
            name = name or _upper_rest(read, row.start + title.end(), row.end)
            if name and may_be_name(name.normalized, 4):
                yield Named(4, read.page_index, *name)
                continue
        below = read.rows[number + 1] if number + 1 < len(read.rows) else None
        if (
            below
            and (_CAPITAL.match(below.plain) or _form_alone(below.plain, row.text))
            and not read.contexts[number].is_label
            and len(row.text) < 80
        ):
            name = trimmed_piece(Piece(row.start, row.end, row.text))
            if name and may_be_name(name.normalized, 4):
                yield Named(4, read.page_index, *name)
        if _TITLE_ALONE.match(row.text) and number + 1 < len(read.rows):
            below = read.rows[number + 1]
            name = looks_like_company(Piece(below.start, below.end, below.text))
            if name and may_be_name(name.normalized, 4) and not read.contexts[number + 1].is_label:
                yield Named(4, read.page_index, *name)


def _form_alone(below: str, name: str) -> bool:
    """A name in capitals or quotes over a row with its legal form."""
    form = FORM_IN_WORDS.match(below)
    alone = form is not None and not re.match(r"\s\w", below[form.end() :])
    return alone and (name.isupper() or name[0] in '"“«„') and len(name.split()) <= 6 and not _TITLE_ALONE.match(name)


def certified(read: PageFields) -> Iterator[Named]:
    """The company of which a bank certifies that it has an account."""
    for match in _CERTIFIED.finditer(read.text):
        name = name_after(read.text, match.end(), len(read.text))
        if name and has_form(name.normalized):
            yield Named(3, read.page_index, *name)


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
    if name is None or not name.normalized.isupper() or len(name.normalized.split()) > 8:
        return None
    return None if _NO_NAME.match(plain(name.normalized)) else name


def names_in_sentences(read: PageFields) -> Iterator[Named]:
    text = read.text
    if _MAY_BE_NAMED.search(text):
        for match in _NAMED.finditer(text):
            if _HEREINAFTER.search(text, max(0, match.start() - 40), match.start()):
                continue
            name = name_after(text, match.end(), len(text))
            if name is None and _is_naming(match[0]):
                name = capitals_after(text, match.end())
            if name and may_be_name(name.normalized, 3):
                yield Named(_how_sure(match[0]), read.page_index, *name)
    for row in read.rows:
        for form in FORM_IN_WORDS.finditer(row.plain):
            at = row.start + form.end()
            name = name_after(text, at, len(text)) if text[at : at + 2].strip() else None
            if name is None and text[at : at + 1] == " ":
                name = _upper_before_comma(text, at)
            if name and may_be_name(name.normalized, 3) and not is_landlords(text, name.end):
                yield Named(3, read.page_index, *name)
    yield from _in_apposition(read)
    for match in _FORM_LED.finditer(text):
        name = name_after(text, match.end(), len(text))
        if name and has_form(name.normalized) and not is_landlords(text, name.end):
            yield Named(2, read.page_index, *name)
    for match in _REPRESENTED.finditer(text):
        name = name_after(text, match.end(), len(text))
        if name and has_form(name.normalized) and not is_landlords(text, name.end):
            yield Named(3, read.page_index, *name)


def _upper_before_comma(text: str, at: int) -> CompanyName | None:
    """`la société anonyme LOGIPORT MOSAN, ayant son siège …`: capitals that end with a comma."""
    name = capitals_after(text, at)
    return name if name and name.normalized.isupper() and text[name.end : name.end + 1] == "," else None


def _in_apposition(read: PageFields) -> Iterator[Named]:
    """`LINDENHOF BIOMEDICAL, naamloze vennootschap, met zetel te …`: the name before the words of its form."""
    text = read.text
    for row in read.rows:
        for form in FORM_IN_WORDS.finditer(row.plain):
            at = row.start + form.start()
            comma = _APPOSITION.search(text, max(0, at - 40), at)
            name = name_before(text, comma.start()) if comma else None
            if name is None or not may_be_name(name.normalized, 3) or is_landlords(text, row.start + form.end()):
                continue
            if not _OTHERS_BEFORE.fullmatch(text[: name.start].split()[-1] if text[: name.start].split() else ""):
                yield Named(3, read.page_index, *name)


def _how_sure(words: str) -> int:
    """A new name stands above the old one that the same certificate mentions."""
    if re.search(r"chang|\bnow\b", words, re.IGNORECASE):
        return 5
    return 4 if _is_naming(words) else 3


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


_INTRODUCED = re.compile(
    over_lines(
        r",?\s(?:mit\s(?:dem\s)?sitz|mit\sgesch[äa]ftsanschrift|ansässig|ayant\sson\ssi[èe]ge|dont\sle\ssi[èe]ge|"
        r"met\s(?:maatschappelijke\s)?zetel|(?:statutair\s)?gevestigd|having\sits|whose\sregistered|a\scompany|"
        r"incorporated|eingetragen|ingeschreven|inscrite|immatricul[ée]e|registered\s(?:in|under|at)|\(?company\sn|"
        r"vertreten|vertegenwoordigd|repr[ée]sent[ée]e|represented|hierna|ci-apr[èe]s|nachfolgend|hereinafter)"
    ),
    re.IGNORECASE,
)


def first_introduced(read: PageFields) -> Iterator[Named]:
    """The company that a power of attorney introduces first, with its seat or its representative: who gives it."""
    for form in FORM.finditer(read.text):
        name = name_with_form(read.text, form)
        if name and _INTRODUCED.match(read.text, name.end) and may_be_name(name.normalized, 2):
            yield Named(2, read.page_index, *name)
            return
