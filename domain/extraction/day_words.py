"""Days, months and years as words: what deeds write out in full, in Dutch, French, German and English.

All writings of the days of a month and of the years 1800 to 2099 are made once, folded and without spaces and hyphens,
so that reading is looking up: `zeventienaugustustweeduizendnegen` has the same letters whatever stood between them.
"""

from collections.abc import Iterator
from functools import cache

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januari january janvier januar janner jan janv jaenner",
            "februari february fevrier februar feber feb fevr fev febr",
            "maart march mars marz maerz mrt mar mrz maa",
            "april avril apr avr",
            "mei may mai",
            "juni june juin jun",
            "juli july juillet jul juil",
            "augustus august aout aug aou augst",
            "september septembre sept sep",
            "oktober october octobre okt oct",
            "november novembre nov",
            "december decembre dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}

_UNITS = {
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit "
    "dixneuf",
    "de": "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
    "achtzehn neunzehn",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "fr": "vingt trente quarante cinquante soixante",
    "de": "zwanzig dreisig vierzig funfzig sechzig siebzig achtzig neunzig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_ORDINALS = {
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
    "de": "erste zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
}
_CENTURIES = {
    "nl": {18: "achttienhonderd", 19: "negentienhonderd", 20: "tweeduizend"},
    "fr": {18: "milhuitcent", 19: "milneufcent", 20: "deuxmille"},
    "de": {18: "achtzehnhundert", 19: "neunzehnhundert", 20: "zweitausend"},
    "en": {18: "eighteenhundred", 19: "nineteenhundred", 20: "twothousand"},
}
_AND = {"nl": "en", "fr": "", "de": "und", "en": "and"}


def _number(language: str, number: int) -> str:
    """A number below 100, one writing."""
    units, tens = _UNITS[language].split(), _TENS[language].split()
    if number < 20:
        return units[number - 1]
    ten, unit = divmod(number, 10)
    if language == "fr" and ten >= 7:
        stem, rest = ("quatrevingt", number - 80) if ten >= 8 else ("soixante", number - 60)
        between = "et" if number == 71 else ""
        return stem + between + (_number("fr", rest) if rest else "s")
    if unit == 0:
        return tens[ten - 2]
    if language in ("nl", "de"):
        return units[unit - 1] + _AND[language] + tens[ten - 2]
    return tens[ten - 2] + ("et" if language == "fr" and unit == 1 else "") + units[unit - 1]


def _below_hundred(language: str, number: int) -> Iterator[str]:
    yield _number(language, number)
    if language == "fr" and number // 10 in (7, 9):
        stem = "septante" if number < 80 else "nonante"
        unit = number % 10
        yield stem + (("et" if unit == 1 else "") + _number("fr", unit) if unit else "")
    if language == "de" and number == 1:
        yield "eins"


def _ordinals(language: str, day: int) -> Iterator[str]:
    if language == "fr":
        return
    simple = _ORDINALS[language].split()
    if day <= len(simple):
        yield simple[day - 1]
    elif language == "en":
        ten, unit = divmod(day, 10)
        if day < 20:
            yield _number("en", day) + "th"
        else:
            yield _TENS["en"].split()[ten - 2] + simple[unit - 1] if unit else _number("en", day)[:-1] + "ieth"
    else:
        ending = "ste" if day >= 20 else ("de" if language == "nl" else "te")
        yield _number(language, day) + ending


@cache
def days() -> dict[str, int]:
    """Each writing of a day of the month: `eenendertig`, `premier`, `dritten`, `twentyfirst`."""
    found = {"premier": 1, "ler": 1, "eins": 1, "achtsten": 8, "siebenten": 7}
    for day in range(1, 32):
        for language in _UNITS:
            for written in _below_hundred(language, day):
                found.setdefault(written, day)
            for written in _ordinals(language, day):
                found[written] = day
                if language == "de":
                    found[written + "n"] = day
                    found[written + "r"] = day
    return _with_double_s(found)


@cache
def years() -> dict[str, int]:
    """Each writing of the years 1800 to 2099: `tweeduizendnegen`, `deuxmilledixneuf`, `twentytwentythree`."""
    found: dict[str, int] = {}
    for language in _UNITS:
        for century, stem in _CENTURIES[language].items():
            for year in range(century * 100, century * 100 + 100):
                for written in _year(language, stem, century, year % 100):
                    found[written] = year
    return _with_double_s(found)


def _year(language: str, stem: str, century: int, rest: int) -> Iterator[str]:
    if rest == 0:
        yield stem
        if language == "fr" and century < 20:
            yield stem + "s"
        return
    for written in _below_hundred(language, rest):
        yield stem + written
        yield stem + _AND[language] + written
        if language == "fr" and century < 20:
            yield _number("fr", century) + "cent" + written
            yield "mille" + stem.removeprefix("mil") + written
        if language == "nl" and century < 20:
            yield "duizend" + _number("nl", century - 10) + "honderd" + written
        if language == "en":
            between = ("o", "oh") if rest < 10 else ("",)
            yield from (_number("en", century) + link + written for link in between)
        if language == "de" and century == 20:
            yield "zwotausend" + written


def _with_double_s(found: dict[str, int]) -> dict[str, int]:
    """`dreißig` folds to one s; who writes no ß writes two."""
    return found | {written.replace("dreisig", "dreissig"): value for written, value in found.items()}


LONGEST_DAY = 24
LONGEST_YEAR = 44
