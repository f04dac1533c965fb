"""What looks like a person's name, and how it is written in one line: given names first, without titles."""

import re
from typing import NamedTuple

from domain.extraction.address_shapes import MONTH
from domain.extraction.blocks import plain
from domain.extraction.company_shapes import FORM
from domain.extraction.labels import label_at
from domain.extraction.no_names import NO_NAME, is_initials

_TITLES_WORDS = """
    de heer mevrouw mevr mw dhr meneer juffrouw monsieur madame mademoiselle m mm mme mmes mlle messieurs mesdames
    herr herrn frau mr mrs ms miss mister dr drs prof ir ing dipl dipl-ing mag sir dame lord lady meester maitre
    me dipl-kfm dipl-kffr meesters heren dame(s) heer
    med dent jur rer nat pol oec phil habil hc h.c dipl.-ing dipl.-kfm dipl.-kffr b.sc m.sc univ mmag ddr mag.a dr.in
    bakk bsc msc mba llm ll.m lic kr phd
"""
_TITLES = frozenset(_TITLES_WORDS.split())
_OF_TOWNS = frozenset({"St.", "Ste.", "Sint", "Bad"})
"""With which towns begin, and no given name: `St. Gallen`."""
_GIVEN_TOO = frozenset({"Pol", "Phil", "Nat"})
"""Without a full stop they are no part of `Dr. rer. pol.`, but given names."""
_PARTICLES_WORDS = """
    van de den der het ten ter te 't d' du des la le l' von zu zum zur vom y di da dos das del della della bin
    ben ibn al el op in 's aan af
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_BEGIN_SURNAMES_WORDS = """
    van de den der ten ter von zu du di da del la le el al ben bin
"""
_BEGIN_SURNAMES = frozenset(_BEGIN_SURNAMES_WORDS.split())
_OF_SURNAMES = frozenset({"laan", "straat", "weg", "baan", "dreef", "kaai", "bank", "raad", "heide", "markt"})
_LEAD_TO_SURNAMES = frozenset({"der", "den", "ter", "ten", "de", "zur", "vom", "van"})
"""`Pieter van der Laan`: behind a given name and these, the word for a street is a surname's."""
_SURNAMES_TOO_WORDS = """
    laan straat weg baan dreef kaai platz place lane page court close street way grove square may march august april
    june mai french german england ireland scotland france clerk markt bank
"""
_SURNAMES_TOO = frozenset(_SURNAMES_TOO_WORDS.split())
"""`de heer Pieter Laan`, `Mrs Theresa May`: behind a title and one given name, the second word can be nothing else."""
_WORD = re.compile(r"[^\s,;:()\[\]|/\"“”«»„]+")
_FORM_BEHIND = re.compile(rf"[ \n,]{{1,2}}{FORM.pattern}")
"""`Delta Gestion SRL` is no person."""
_BODY_WORDS = (
    r"(?:Trust|Trustees|Foundation|Fund|Fonds|Nominees|Stiftung|Privatstiftung|Familienstiftung|Ventures|Holdings?)\b"
)
_BODY_BEHIND, _BODY = re.compile(rf"[ \n]{_BODY_WORDS}"), re.compile(rf"\b{_BODY_WORDS}")
"""`Raman Family Trust` is no person either."""
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
    academic = _ACADEMIC.match(text, gap.end() if gap else at)
    at, gap = (academic.end(), None) if academic else (at, gap)
    titled = TITLED.match(text, gap.end() if gap else at)
    at = titled.end() if titled else at
    first, comma_at = _run(text, at, len(text) if limit is None else limit, titled is not None)
    if not first:
        return None
    if comma_at is not None and _may_be_surname(first):
        before = _PREFIX_BEFORE.match(text, comma_at)
        then, _ = _run(text, before.end() if before else comma_at, len(text) if limit is None else limit)
        numbered = _NUMBER_BEHIND.match(text, then[-1].end) if then else None
        if 1 <= len(then) <= 3 and all(token.kind == "name" for token in then) and not numbered:
            behind = _PREFIX_BEHIND.match(text, then[-1].end, len(text) if limit is None else limit)
            prefix = before or behind
            surname = [*(_tokens_of(prefix[1]) if prefix else ()), *first]
            return Name(first[0].start, behind.end() if behind else then[-1].end, _in_one_line([*then, *surname]))
    if _is_label(first[0].text) or first[0].text in _OF_TOWNS:
        return None
    if is_initials(first[0].text) and FORM.match(text, first[0].start):
        return None  # `N.V. Korenbloem`
    if len(first) < 2 or not _has_full_word(first) or _FORM_BEHIND.match(text, first[-1].end):
        return None
    if _BODY_BEHIND.match(text, first[-1].end) or _BODY.search(text, first[0].start, first[-1].end):
        return None
    form = FORM.match(text, first[-1].start)  # `van Korenbloem B.V`: of a company
    if form and form.end() >= first[-1].end:
        return None
    return Name(first[0].start, first[-1].end, _in_one_line(_given_first(first)))


_PREFIX = r"((?:van|von|de|den|der|ter|ten|te|het|in|op|'t|’t)(?: (?:de|den|der|het|'t|’t))?)"
_PREFIX_BEFORE = re.compile(_PREFIX + r"\s?(?:,|–|-\s)\s?")
_PREFIX_BEHIND = re.compile(
    r"[ \t]((?:van|de|den|der|ter|ten)(?=[ \t]?(?:$|\n(?![a-zà-ÿ0-9])|[\t|,;(]))|"
    r"(?:van|von|in|op)[ ](?:de|den|der|het|'t|’t)(?=[ \t]?(?:$|\n|[\t|,;(]))|van[ ]de[nr]?(?=[ ][0-3]?[0-9][./-]))"
)
"""`Vries, de - Anna Maria` and `Vries, Anna Maria de`: under the letter of the surname, as Dutch registers sort it.
Before a figure or the end of a line most of these words lead to a day or a place: `Peeters, Jan van 01-01-2020 tot`."""


def _is_label(word: str) -> bool:
    label = label_at(plain(word))
    return label is not None and label.meaning in _OF_COLUMNS and label.end == len(word)


_ACADEMIC = re.compile(
    r"(?:[A-Z][.)]?\s)?(?:(?:MMag|DDr|Mag|Dr|Ing|Bakk|Prof|Dipl\.-Ing|Dipl\.-Kfm|Dipl\.-Bw|KR|Komm\.?Rat|"
    r"Kommerzialrat|lic|Lic|DI)(?:\.a|\.in)?\.?(?:\s?\((?:FH|FHS|TU)\))?\s){1,4}(?=[A-ZÀ-Þ][a-zà-ÿ])"
    r"|[A-Z]{1,2}\s(?=[A-ZÀ-Þ][^\n,]{2,60},\s?geb\.?\s)"
)
"""`A Mag. Jan Berger`: the Austrian register gives each person a letter, by which its entries are told apart."""


def is_particle(word: str) -> bool:
    """Whether a word in lower case may stand within a name: `van`, `de`."""
    return plain(word) in _PARTICLES


def surname_and_given(surname: str, given: str) -> str:
    return _in_one_line([*_tokens_of(given), *_tokens_of(surname)])


TITLED = re.compile(
    r"(?<!\w)(?:[Dd]e [Hh]eer\s?/\s?(?:de )?[Mm]evrouw|Monsieur\s?/\s?Madame|M\.\s?/\s?Mme|Herr\s?/\s?Frau|"
    r"Mr\.?\s?/\s?Mr?s\.?|"
    r"[Dd]e [Hh]eer|[Mm]evrouw|[Mm]evr\.|[Dd]hr\.?|[Mm]w\.|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|"
    r"Mme\.?|Mlle|M\.|MM\.|Herrn?|"
    r"Frau|Mrs?\.?|Ms\.?|Miss|DE HEER|MEVROUW|MONSIEUR|MADAME|HERR|FRAU|MR\.?|MRS\.?)(?=\s)"
)


def _run(text: str, at: int, limit: int, titled: bool = False) -> tuple[list[_Token], int | None]:
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
        kind = _kind(word[0], bool(tokens)) or _of_surname(word[0], tokens)
        if kind is None and titled and len(tokens) == 1 and "\n" not in (gap[0] if gap else ""):
            kind = "name" if word[0][0].isupper() and plain(word[0]).rstrip(".") in _SURNAMES_TOO else None
        if kind == "title" and word[0] in ("De", "DE") and not _GENTLEMAN.match(text, word.end()):
            kind = "particle"  # `De Smet Els`
        if kind is None or (kind == "title" and tokens) or (word[0] == "te" and _count(tokens) > 1):
            break  # `Kees Brouwer te Utrecht`
        at = word.end()
        if kind == "title":
            continue
        ended = kind == "name" and word[0].endswith(".") and len(word[0]) > 3
        ended = ended and (bool(tokens) or not is_initials(word[0]))
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
    return _UNKNOWN_LABEL.match(line) is not None or (label is not None and label.colon)


_UNKNOWN_LABEL = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?: [a-zà-ÿ]+){1,5}\s?:\s")
"""`Omvang van het belang : 50 %`, whatever a form calls it."""


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
    given = word in _GIVEN_TOO and not word.endswith(".")
    if bare in _TITLES and (not after_name or len(bare) > 1) and not given:
        return "title"
    if not word[0].isupper() or bare in NO_NAME:
        return "particle" if word in ("'t", "’t", "'s") else None
    return "name" if _letters_only(word) and not _RUN_TOGETHER.search(word) else None


def _of_surname(word: str, before: list[_Token]) -> str | None:
    led = len(before) > 1 and before[-1].kind == "particle" and plain(before[-1].text) in _LEAD_TO_SURNAMES
    return "name" if led and before[0].kind == "name" and word[0].isupper() and plain(word) in _OF_SURNAMES else None


def _letters_only(word: str) -> bool:
    return all(character.isalpha() or character in "-'’.‑" for character in word)


def _has_full_word(tokens: list[_Token]) -> bool:
    """`J. P.` alone is no name, nor is `van Gent`."""
    names = [token for token in tokens if token.kind == "name"]
    return len(names) >= 2 and any(len(token.text.rstrip(".")) > 2 for token in names)


def _may_be_surname(tokens: list[_Token]) -> bool:
    names = [token for token in tokens if token.kind == "name"]
    begins = plain(tokens[0].text) in _BEGIN_SURNAMES or tokens[0].text[:1].islower()
    if len(tokens) == 1 and len(tokens[0].text) == 1:
        return False  # `I, Jane Doe, director of …`
    return len(names) == 1 or begins or all(_is_shouted(token.text) for token in names)


def _is_shouted(word: str) -> bool:
    letters = [character for character in word if character.isalpha()]
    if is_initials(word):
        return False
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
