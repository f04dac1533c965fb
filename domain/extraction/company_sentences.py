"""The names that sentences give a company: `la société est dénommée …`, `de NV Korenbloem`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from domain.extraction.address_sentences import is_landlords
from domain.extraction.address_shapes import MONTH
from domain.extraction.blocks import over_lines, plain
from domain.extraction.company_shapes import (
    FORM,
    FORM_IN_WORDS,
    SENTENCE,
    CompanyName,
    capitals_after,
    has_form,
    name_after,
    name_before,
    name_with_form,
    trimmed,
)
from domain.extraction.page_fields import PageFields
from domain.extraction.private_names import is_persons, is_titled

_NAMED = re.compile(
    over_lines(
        r"(?:wordt\sgenoemd|bears\sthe\sname|est\sappel[ée]e|tr[äa]gt\sden\snamen|has\sthe\sname|"
        r"(?:vennootschap|soci[ée]t[ée]|gesellschaft|company)\s(?:wordt|is|est|wird)(?=\s?[\"“„«])|"
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
        r"(?:attest[ée]\sque|certifi[ée]\sque|bescheinigt,?\sdass|bestätigt,?\sdass|bevestigd\sdat|certified\sthat|"
        r"ondergetekende|soussign[ée]e?|unterzeichn(?:ete|er)|undersigned|verklaart\sdat|huurder|locataire|mieter|"
        r"tenant|namens|au\snom\sde|on\sbehalf\sof|"
        r"de\svennootschap|la\ssoci[ée]t[ée]|die\sgesellschaft|the\scompany)(?!\w)[\s:,]{0,3}(?-i:(?:de|la|die|the|"
        r"het|der)\s)?"
        r"(?:vennootschap\s|soci[ée]t[ée]\s|gesellschaft\s|company\s)?(?=[\"“«„A-Z0-9ÀÉÖÜ])"
    ),
    re.IGNORECASE,
)
_HEREINAFTER = re.compile(r"hierna|ci-apr[èe]s|nachfolgend|hereinafter|hereafter|verder", re.IGNORECASE)
_NO_COMPANY = re.compile(
    r"(?:(?:the|an?|of an?|of the) )?(?:companies|limited liability partnerships) acts?\b|"
    r"(?:(?:of )?an? )?(?:private|public) (?:company|limited)|wetboek|"
    r"code (?:des|de|civil)|loi |gesetz|(?:article|artikel|art\.?|§)\s?(?:[0-9]|premier)|"
    r"(?:registered|company) n(?:o|umber)|ondernemingsnummer|numero|companies house"
)
"""What deeds and certificates have in capitals above the name, in plain text."""
_DAY = re.compile(rf"[0-9]{{1,2}}(?:er|\.)?\s{MONTH}\s[0-9]{{4}}", re.IGNORECASE)
_DATED = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}")
_NOT_THE_FIRST = frozenset({"of", "for", "van", "de", "der", "voor", "pour", "by", "between", "and", "a", "an", "the"})
_APPOSITION = re.compile(r"\s?,\s{1,3}(?:een\s|eine\s|une\s|an?\s)?(?:belgische\s|französische\s)?$", re.IGNORECASE)
_OTHERS_BEFORE = re.compile(
    r"bij|bank|banque|aupr[èe]s|notari|nota[ir]|with|to|aan|mandatee|attorney|conseil|in\sfavour\sof", re.IGNORECASE
)
FORM_LED = re.compile(rf"(?<!\w)(?:[Ll]a|[Dd]e|[Dd]er|[Dd]ie|[Tt]he)\s(?={FORM.pattern}\s[A-ZÀ-Þ])")
"""`la SAS LUMIERE CONSEIL`, `de NV Korenbloem`."""
_CERTIFIED = re.compile(
    over_lines(
        r"(?:confirms?|certify|certifies|certifions|certifie|attestons|atteste|confirmons|confirme|bevestigen|bevestigt|"
        r"verklaren|verklaart|bestätigen|bestätigt|bescheinigen|bescheinigt|attesteren|attesteert|certificeren)(?:\s(?:wij|nous|wir|we|u|Ihnen|vous|you|gerne?|graag|gaarne|volontiers|"
        r"hiermee|hierbij|hiermit|hereby|bien|par\sla\spr[ée]sente|auf\sWunsch|to\syou)){0,4}\s?,?\s"
        r"(?:that|que|qu['’]|dat|dass)\s?(?:(?:the\scompany|la\ssoci[ée]t[ée]|de\svennootschap|de\sfirma|die\sfirma|"
        r"de\sonderneming|l['’]entreprise|das\sUnternehmen|our\s(?:client|customer)|onze\s(?:cli[ëe]nt|klant)e?|"
        r"notre\scliente?|unser(?:e\sKundin|\sKunde)|die|the|de|la|het|le)\s)?,?\s?"
    ),
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(
    over_lines(
        r"(?:l['’]entreprise|la\ssoci[ée]t[ée]|l['’]entit[ée]|de\sonderneming|de\svennootschap|das\sUnternehmen|"
        r"die\sGesellschaft|the\scompany|the\sbusiness)\s"
        r"(?-i:(?P<name>[A-ZÀ-Þ0-9][^\n,;:()]{2,60}))\s?[,(]\s?(?:dont\s|met\s|mit\s|with\s|inscrite\s|ingeschreven\s)?"
        r"(?:SIREN|SIRET|TVA|RCS|n°|BCE|KBO|KvK|BTW|btw-nummer|ondernemingsnummer|USt-Id|HR[AB]|Steuernummer|VAT|company\sn|"
        r"registration\sn|registered\sn)"
    ),
    re.IGNORECASE,
)
"""`l'entreprise Les Vergers, SIREN 411 045 610`: what has a number of its own is a company, also without its form."""


_WITH_SEAT = re.compile(
    over_lines(
        r"(?:la\ssoci[ée]t[ée]|l['’]entreprise|(?:la\s)?soussign[ée]e|certifi(?:e|ons)\sque|attest(?:e|ons)\sque|"
        r"confirmons\sque|de\svennootschap|de\sonderneming|de\sondergetekende|(?:verklaart|bevestigt|bevestigen)\sdat|"
        r"die\sfirma|inhaber(?:in)?\sder\sfirma|die\sgesellschaft|the\scompany|(?:certify|confirm)\sthat)\s?,?\s"
        r"(?-i:(?P<name>[A-ZÀ-Þ0-9][^\n,;:()]{2,50}))\s?,\s"
        r"(?:dont\sle\ssi[èe]ge|ayant\sson\ssi[èe]ge|sise?\s|[ée]tablie\s|domicili[ée]e\s|met\s(?:maatschappelijke\s)?zetel|"
        r"gevestigd|mit\s(?:dem\s)?sitz|mit\sgesch[äa]ftsanschrift|ans[äa]ssig|whose\sregistered|having\sits|with\s(?:its\s)?registered)"
    ),
    re.IGNORECASE,
)
"""`certifions que Atelier Boréal, dont le siège est sis …`: what has a seat is a company, also without its form."""


class Named(NamedTuple):
    """A company's name at a place, and how well it is evidenced: from 5, a label, to 1, its mere form."""

    strength: int
    page_index: int
    start: int
    end: int
    normalized: str


def may_be_name(name: str, strength: int) -> bool:
    words = name.split()
    if _NO_COMPANY.match(plain(name)) or _DAY.fullmatch(name) or all(plain(word) in _NOT_THE_FIRST for word in words):
        return False
    if _DATED.search(name) or SENTENCE.search(name):
        return False
    if not name[0].isalnum() or re.search(r"[.:;]\s+[A-Za-z]{3,}\s[a-z]", name):
        return False
    if len(words) > 14 or not any(character.isupper() or character.isdigit() for character in name):
        return False
    if FORM_IN_WORDS.fullmatch(name.lower()) or FORM.fullmatch(name) or name in ("Ref", "Réf"):
        return False
    digits = sum(map(str.isdigit, name))
    return digits * 2 <= len(name) and not (
        strength >= 5 and name[0].islower() and not has_form(name) and len(words) > 4
    )


def certified(read: PageFields) -> Iterator[Named]:
    """The company of which a bank certifies that it has an account."""
    for match in _CERTIFIED.finditer(read.text):
        name = name_after(read.text, match.end(), len(read.text))
        if name and has_form(name.normalized):
            yield Named(3, read.page_index, *name)


def seated(read: PageFields) -> Iterator[Named]:
    """The companies of which a sentence says where they have their seat."""
    for named in with_seat(read):
        settled = _SETTLED.match(read.text, named.end) is not None
        if not (is_persons(named.normalized) if settled else is_titled(named.normalized)):
            yield named


_SETTLED = re.compile(r"\s?,\s{1,3}(?:[ée]tabli|domicili|gevestigd)")
"""What is said of persons as well; a seat is a company's, or of somebody who has a title: `Maître Dupont`."""


def with_seat(read: PageFields) -> Iterator[Named]:
    """Companies, and the persons who practise a profession, of whom a sentence says where they are established."""
    for match in _WITH_SEAT.finditer(read.text):
        name = trimmed(read.text, *match.span("name"))
        if name and may_be_name(name.normalized, 2) and not is_landlords(read.text, name.end):
            yield Named(2, read.page_index, *name)


def names_in_sentences(read: PageFields) -> Iterator[Named]:
    text = read.text
    yield from seated(read)
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
    for match in _BEFORE_NUMBER.finditer(text):
        name = trimmed(text, *match.span("name"))
        if name and may_be_name(name.normalized, 2) and not is_landlords(text, name.end):
            yield Named(2, read.page_index, *name)
    for match in FORM_LED.finditer(text):
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
            name = (_before_comma(text, comma.start()) or name_before(text, comma.start())) if comma else None
            if name is None or not may_be_name(name.normalized, 3) or is_landlords(text, row.start + form.end()):
                continue
            if not _OTHERS_BEFORE.fullmatch(text[: name.start].split()[-1] if text[: name.start].split() else ""):
                yield Named(3, read.page_index, *name)


def _before_comma(text: str, at: int) -> CompanyName | None:
    """The name whose abbreviated form ends at a place: `Atelier Boréal S.à r.l., société à responsabilité limitée`."""
    forms = (form for form in FORM.finditer(text, max(0, at - 24), at) if form.end() == at)
    return next((name for form in forms if (name := name_with_form(text, form))), None)


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
        r"vertreten|vertegenwoordigd|repr[ée]sent[ée]e|represented|hierna|ci-apr[èe]s|nachfolgend|hereinafter|"
        r"[^,;\n]{2,40}\s[0-9]{1,4}[a-z]?,\s(?:[a-z]{1,2}-)?[0-9]{4,5}\s[^\W\d_])"
    ),
    re.IGNORECASE,
)


def first_introduced(read: PageFields) -> Iterator[Named]:
    """The company that a power of attorney introduces first, with its seat or its representative: who gives it."""
    led = form_led(read.text)
    for form in FORM.finditer(read.text, 0, led.end if led else len(read.text)):
        name = name_with_form(read.text, form)
        if name and _INTRODUCED.match(read.text, name.end) and may_be_name(name.normalized, 2):
            yield Named(2, read.page_index, *name)
            return
    if led and may_be_name(led.normalized, 2):
        yield Named(2, read.page_index, *led)


def form_led(text: str) -> CompanyName | None:
    """The first company that is introduced with its form before its name: `de la SA Carrières de l'Ourthe, dont le
    siège`, `de besloten vennootschap Koeltechniek, met zetel`. The words of a form are no part of its name."""
    words = plain(text)
    for match in _SEAT_BEHIND.finditer(text):
        if _TO_OTHERS.search(text, max(0, match.start() - 20), match.start()):
            continue
        form = FORM.match(text, match.start("led"))
        in_words = FORM_IN_WORDS.match(words, match.start("led"))
        end = form.end() if form else in_words.end() if in_words else match.end()
        if end < match.end("led") and text[end].isspace() and (text[end + 1].isupper() or text[end + 1].isdigit()):
            return trimmed(text, match.start("led") if form else end, match.end("led"))
    return None


_TO_OTHERS = re.compile(r"(?<!\w)(?:aan|bij|à|chez|auprès de|to|with|an|bei)\s?:?\s{1,2}$", re.IGNORECASE)
_SEAT_BEHIND = re.compile(
    over_lines(
        r"(?<!\w)(?:[Ll]a|[Dd]e|[Dd]ie|[Dd]er|[Tt]he)\s(?P<led>(?=[A-ZÀ-Þ]|besloten|naamloze|co[öo]peratieve|soci[ée]t[ée]|"
        r"gesellschaft|private|public)[^,;:.()\"“„«\n]{2,90}(?:\n[^,;:.()\"“„«\n]{4,60})?)\s?,\s"
        r"(?:dont\sle\ssi[èe]ge|ayant\sson\ssi[èe]ge|met\s(?:maatschappelijke\s)?zetel|mit\s(?:dem\s)?[Ss]itz|"
        r"having\sits|whose\sregistered|with\s(?:its\s)?registered)"
    )
)
