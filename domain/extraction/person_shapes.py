"""What looks like a person's name, and how it is written in one line: given names first, without titles."""

import re
from typing import NamedTuple

from domain.extraction.address_shapes import MONTH
from domain.extraction.blocks import plain
from domain.extraction.company_shapes import FORM
from domain.extraction.labels import label_at

_TITLES_WORDS = """
    de heer mevrouw mevr mw dhr meneer juffrouw monsieur madame mademoiselle m mm mme mmes mlle messieurs mesdames
    herr herrn frau mr mrs ms miss mister dr drs prof ir ing dipl dipl-ing mag sir dame lord lady meester maitre
    me dipl-kfm dipl-kffr meesters heren dame(s) heer
    med dent jur rer nat pol oec phil habil hc h.c dipl.-ing dipl.-kfm dipl.-kffr b.sc m.sc univ
"""
_TITLES = frozenset(_TITLES_WORDS.split())
_PARTICLES_WORDS = """
    van de den der het ten ter te 't d' du des la le l' von zu zum zur vom y di da dos das del della della bin
    ben ibn al el op in 's aan af
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_BEGIN_SURNAMES_WORDS = """
    van de den der ten ter von zu du di da del la le el al ben bin
"""
_BEGIN_SURNAMES = frozenset(_BEGIN_SURNAMES_WORDS.split())
_NO_NAME_WORDS = """
    kapital anteile anteil gesellschaft stimmrechte geschaftsanteile hohe prozent grundkapital stammkapital personne
    physique natuurlijke notariskantoor notariaat notarissen notaires notare notariat etude kantoor office cabinet
    way court close gardens terrace crescent grove quay wharf mews parade dit deze dieser diese dieses ce cette ces
    this that these fin end einde ende extrait uittreksel auszug ausdruck extract abruf waarvan akte acte spf fod
    economie finances greffier greffe directeur-generaal handelsregister document dokument certificat certificate
    attest attestation pour voor opgemaakt fait gedaan done signed getekend ausgestellt erstellt getroffen
    ondertekend gezien vu pagina page seite naam nom name voornaam prenom vorname functie fonction funktion function
    role datum date geboren ne nee born wonende woonplaats demeurant wohnhaft residing straat laan rue avenue
    boulevard place plein street road lane strasse platz weg square chaussee steenweg drive kaai quai dreef baan
    kerkstraat markt bus bte boite nummer numero no nr vennootschap societe company gesellschaft limited ltd gmbh bv
    nv sa srl sarl sas ag kg inc llc llp plc bvba sprl vzw asbl stichting holding group groep groupe notaris notaire
    notar notary de heren bestuurder zaakvoerder gerant administrateur president directeur director geschaftsfuhrer
    vorstand manager secretary commissaris directors bestuurders bestuur raad conseil board verwaltungsrat januari
    januar january janvier februari februar february fevrier maart march mars marz april avril mei mai may juni june
    juin juli july juillet augustus august aout september septembre oktober october octobre november novembre
    december decembre dezember belgie belgique belgien belgium nederland pays-bas niederlande netherlands france
    frankrijk frankreich deutschland germany allemagne duitsland luxembourg luxemburg kingdom united england wales
    scotland ireland belg belge belgisch belgian nederlandse nederlands francaise francais franse deutsch deutsche
    british dutch french german nationaliteit nationalite nationality staatsangehorigkeit aandelen aandeel actions
    parts shares share anteile anteil artikel article art kapitaal capital zetel siege sitz registered office
    statuten statuts articles wetboek code register handelsregister amtsgericht greffe tribunal kamer kruispuntbank
    ondernemingsrechtbank rechtbank court bank banque enige enkel unique sole total totaal gesamt summe handtekening
    signature unterschrift the and sinds depuis seit since appointed benoemd nomme bestellt onbepaalde duur ja nee
    oui non yes active actif actief current ubo direct indirect directe indirecte directement uiteindelijke
    begunstigde begunstigden beneficiaire effectif effectifs beneficial owner owners wirtschaftlich berechtigte
    personen person persons personne persoon general generale delegue vaste vertegenwoordiger representant permanent
    titel titre title adres adresse address anschrift ondergetekende ondergetekenden soussigne soussignes
    unterzeichnete undersigned neant nihil employeur onss rsz werkgever assujetti geboorte nat categorie nationality
    gerants administrateurs commissaires report reports statement liste lijsten verslag rapport bericht percentage
    jaarrekening identificatiegegevens euro lijst via holdings interesses kapitalbeteiligung stimmrechtsanteil
    vollmacht hinweise lidmaatschapsnummer bedrijfsrevisor zaakvoerders commissarissen section ceased resigned
    gevolmachtigden aufsichtsrat prokura geschaftsfuhrung verklaring declaration associes gesellschafter mandaat
    mandat companies house algemene vergadering assemblee generale meeting voorzitter chairman chair chief executive
    officer ceo zij hij il elle er sie burgerlijk burgerlijke uitvoering belgisch publiekrecht registre commerce
    form formulier formulaire formular kyc
    siren siret tva btw iban bic kbo bce kvk rcs hrb alleen zelfstandig gezamenlijk bevoegd
    einzelvertretungsberechtigt einzelvertretungsbefugnis niet geen aucun none keine algemeen onafhankelijk
    gedelegeerd statutair dans pour par avec door met voor uit sur sous with from for of by is was wordt est
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_WORD = re.compile(r"[^\s,;:()\[\]|/\"“”«»„]+")
_FORM_BEHIND = re.compile(rf"[ \n,]{{1,2}}{FORM.pattern}")
"""`Delta Gestion SRL` is no person."""
_NUMBER_BEHIND = re.compile(rf"\s[0-9]{{1,3}}(?![0-9/.,-]|\s?%|\s(?i:{MONTH}))")
"""`Antwerpen, Meir 12` is an address."""
_GENTLEMAN = re.compile(r"\s(?:[Hh]eer|HEER|[Hh]eren|HEREN|[Dd]ame|[Hh]r)")
_OF_COLUMNS = frozenset({"end", "share", "function", "name", "surname", "given", "address", "legal_form"})
_GLUED = re.compile(r"([^\W\d_]{3,20})[0-9]{1,4}(?:[./-][0-9]{1,4}){0,2}$")
_RUN_TOGETHER = re.compile(r"[a-zà-ÿ]{4}[A-ZÀ-Þ]{3}")
_FULL_LINE = 60
_GOES_ON_BELOW = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?:,|\s?\(|\s(?:née?|geboren|wonende|born|domicili|notari?s|notaire|notary|demeurant|wohnhaft)\b)"
)
"""`… verscheen voor mij, mr. Jan Pieter` and below `Dekker, notaris te Gent`: a full line of running text goes on."""
_MOST_WORDS = 7
_BETWEEN = re.compile(r"[ \t]{0,3}\n[ \t]{0,3}|[ \t]{1,3}")
_LONGEST_WORD = 40


class Name(NamedTuple):
    start: int
    end: int
    normalized: str


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    kind: str
    """`name`, `particle` or `title`."""


def name_at(text: str, at: int, limit: int | None = None) -> Name | None:
    """The name that begins at a place, after titles and white space; None if none does.

    `Peeters, Jan` is taken as one name, `Jan Peeters, Gent` is a name and a town."""
    gap = _BETWEEN.match(text, at)
    titled = TITLED.match(text, gap.end() if gap else at)
    at = titled.end() if titled else at
    first, comma_at = _run(text, at, len(text) if limit is None else limit)
    if not first:
        return None
    if comma_at is not None and _may_be_surname(first):
        then, _ = _run(text, comma_at, len(text) if limit is None else limit)
        numbered = _NUMBER_BEHIND.match(text, then[-1].end) if then else None
        if 1 <= len(then) <= 3 and all(token.kind == "name" for token in then) and not numbered:
            return Name(first[0].start, then[-1].end, _in_one_line([*then, *first]))
    if _is_label(first[0].text):
        return None
    if len(first) < 2 or not _has_full_word(first) or _FORM_BEHIND.match(text, first[-1].end):
        return None
    return Name(first[0].start, first[-1].end, _in_one_line(_given_first(first)))


def _is_label(word: str) -> bool:
    label = label_at(plain(word))
    return label is not None and label.meaning in _OF_COLUMNS and label.end == len(word)


def surname_and_given(surname: str, given: str) -> str:
    return _in_one_line([*_tokens_of(given), *_tokens_of(surname)])


TITLED = re.compile(
    r"(?<!\w)(?:[Dd]e [Hh]eer|[Mm]evrouw|[Mm]evr\.|[Dd]hr\.?|[Mm]w\.|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|"
    r"Mme\.?|Mlle|M\.|MM\.|Herrn?|"
    r"Frau|Mrs?\.?|Ms\.?|Miss|DE HEER|MEVROUW|MONSIEUR|MADAME|HERR|FRAU|MR\.?|MRS\.?)(?=\s)"
)


def _run(text: str, at: int, limit: int) -> tuple[list[_Token], int | None]:
    """The words of a name from a place on, and where a comma after them ends."""
    tokens: list[_Token] = []
    while len(tokens) < _MOST_WORDS:
        gap = _BETWEEN.match(text, at)
        begin = gap.end() if gap else at
        if tokens and gap is None:
            break
        over = gap and "\n" in gap[0] and tokens and tokens[-1].kind == "name" and _count(tokens) > 1
        if gap and "\n" in gap[0] and tokens and _begins_label(text, begin):
            break
        if over and not (at - text.rfind("\n", 0, at) > _FULL_LINE and _GOES_ON_BELOW.match(text, begin)):
            break  # the next line says something else
        word = _WORD.match(text, begin, min(limit, begin + _LONGEST_WORD))
        if word is None:
            break
        glued = _GLUED.match(word[0])
        if glued:  # a date, read without the space before it
            if tokens and _kind(glued[1], True) == "name":
                end = begin + len(glued[1])
                tokens.append(_Token(begin, end, text[begin:end], "name"))
            break
        kind = _kind(word[0], bool(tokens))
        if kind == "title" and word[0] in ("De", "DE") and not _GENTLEMAN.match(text, word.end()):
            kind = "particle"  # `De Smet Els`
        if kind is None or (kind == "title" and tokens):
            break
        at = word.end()
        if kind == "title":
            continue
        ended = kind == "name" and word[0].endswith(".") and len(word[0]) > 3
        end = at - 1 if ended else at
        tokens.append(_Token(begin, end, text[begin:end], kind))
        if ended:
            break
    while tokens and tokens[-1].kind == "particle":
        tokens.pop()
    comma = re.compile(r"\s?,\s?").match(text, tokens[-1].end) if tokens else None
    return tokens, comma.end() if comma and comma.end() < limit else None


def _begins_label(text: str, at: int) -> bool:
    """Whether a line begins with a label and its colon: `Percentage: 40 %` below a given name."""
    line = text[at : at + _LONGEST_WORD].split("\n")[0]
    label = label_at(plain(line)) if ":" in line else None
    return label is not None and label.colon


def _count(tokens: list[_Token]) -> int:
    return sum(token.kind == "name" for token in tokens)


def _kind(word: str, after_name: bool) -> str | None:
    bare = plain(word).rstrip(".")
    if word[:1].islower() or bare in _BEGIN_SURNAMES:
        if not after_name and bare in _TITLES and bare != "de":
            return "title"
        if not after_name and word[:1].islower() and bare not in _BEGIN_SURNAMES:
            return None
        return "particle" if bare in _PARTICLES or word.startswith(("d'", "d’", "l'", "'")) else None
    if bare in _TITLES and (not after_name or len(bare) > 1):
        return "title"
    if not word[0].isupper() or bare in _NO_NAME:
        return "particle" if word in ("'t", "’t", "'s") else None
    return "name" if _letters_only(word) and not _RUN_TOGETHER.search(word) else None


def _letters_only(word: str) -> bool:
    return all(character.isalpha() or character in "-'’.‑" for character in word)


def _has_full_word(tokens: list[_Token]) -> bool:
    """`J. P.` alone is no name, nor is `van Gent`."""
    names = [token for token in tokens if token.kind == "name"]
    return len(names) >= 2 and any(len(token.text.rstrip(".")) > 2 for token in names)


def _may_be_surname(tokens: list[_Token]) -> bool:
    names = [token for token in tokens if token.kind == "name"]
    begins = plain(tokens[0].text) in _BEGIN_SURNAMES or tokens[0].text[:1].islower()
    return len(names) == 1 or begins or all(_is_shouted(token.text) for token in names)


def _is_shouted(word: str) -> bool:
    letters = [character for character in word if character.isalpha()]
    return len(letters) > 1 and all(character.isupper() for character in letters)


def _given_first(tokens: list[_Token]) -> list[_Token]:
    """`PEETERS Jan` and `VAN DEN BERG Jan` have their surname first, which capitals show."""
    shouted = 0
    while shouted < len(tokens) and _is_shouted(tokens[shouted].text):
        shouted += 1
    rest = tokens[shouted:]
    if shouted and rest and not any(_is_shouted(token.text) for token in rest) and rest[0].kind == "name":
        return [*rest, *tokens[:shouted]]
    return tokens


def _tokens_of(text: str) -> list[_Token]:
    return [
        _Token(match.start(), match.end(), match[0], _kind(match[0], True) or "name")
        for match in re.finditer(r"[^\s,;:()]+", text)
    ]


def _in_one_line(tokens: list[_Token]) -> str:
    return " ".join(_cased(token) for token in tokens)


def _cased(token: _Token) -> str:
    """A register's capitals as people write themselves: `PEETERS` as `Peeters`, `D'HONDT` as `D'Hondt`."""
    if not _is_shouted(token.text):
        return token.text
    if token.kind == "particle":
        return token.text.lower()
    if "." in token.text:
        return token.text
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), token.text)
