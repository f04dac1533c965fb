"""Dates as documents write them: in figures, with the month's name, and in words as notaries do."""

from datetime import date
from random import Random
from typing import Final

MONTHS: Final = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
}
WRITINGS: Final = {
    "nl": ("{d} {month} {y}", "{d:02d}/{m:02d}/{y}", "{d:02d}-{m:02d}-{y}", "{d} {month} {y}"),
    "fr": ("{d_er} {month} {y}", "{d:02d}/{m:02d}/{y}", "{d_er} {month} {y}", "{d:02d}.{m:02d}.{y}"),
    "de": ("{d}. {month} {y}", "{d:02d}.{m:02d}.{y}", "{d}. {month} {y}", "{d:02d}.{m:02d}.{y}"),
    "en": ("{d} {month} {y}", "{d}{th} {month} {y}", "{d:02d}/{m:02d}/{y}", "{d:02d} {short} {y}"),
}
"""`y-m-d` is added for all of them, rarely."""
_ONES: Final = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
    " achttien negentien",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"
    " dix-huit dix-neuf",
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
}
_TENS: Final = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_EN_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
_DE_ORDINALS: Final = {1: "ersten", 3: "dritten", 7: "siebten", 8: "achten"}


def a_writing(chance: Random, language: str) -> str:
    """How one document writes all of its dates."""
    return "{y}-{m:02d}-{d:02d}" if chance.random() < 0.06 else chance.choice(WRITINGS[language])


def written(day: date, writing: str, language: str) -> str:
    month = MONTHS[language].split()[day.month - 1]
    ending = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    first = "1er" if day.day == 1 else str(day.day)
    return writing.format(d=day.day, m=day.month, y=day.year, month=month, short=month[:3], th=ending, d_er=first)


def in_words(day: date, language: str) -> str:
    """`drie februari tweeduizend drieëntwintig`, `trois février deux mille vingt-trois` …"""
    month = MONTHS[language].split()[day.month - 1]
    year = _year(day.year, language)
    if language == "nl":
        return f"{_below_100(day.day, 'nl')} {month} {year}"
    if language == "fr":
        return f"{'premier' if day.day == 1 else _below_100(day.day, 'fr')} {month} {year}"
    if language == "de":
        return f"{_german_ordinal(day.day)} {month} {year}"
    return f"{_english_ordinal(day.day)} day of {month} {year}"


def _below_100(number: int, language: str) -> str:
    ones = _ONES[language].split()
    if number < 20:
        return ones[number]
    ten, one = divmod(number, 10)
    if language == "fr":
        return _french_tens(ten, one, ones)
    tens = _TENS[language].split()[ten - 2]
    if language == "nl":
        return f"{ones[one]}{'ën' if one in (2, 3) else 'en'}{tens}" if one else tens
    if language == "de":
        return f"{ones[one]}und{tens}" if one else tens
    return f"{tens}-{ones[one]}" if one else tens


def _french_tens(ten: int, one: int, ones: list[str]) -> str:
    if ten in (7, 9):
        base, rest = ("soixante", "quatre-vingt")[ten == 9], ones[10 + one]
        return f"{base} et {rest}" if ten == 7 and one == 1 else f"{base}-{rest}"
    tens = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}[ten]
    if not one:
        return tens + "s" * (ten == 8)
    return f"{tens} et un" if one == 1 and ten != 8 else f"{tens}-{ones[one]}"


def _year(year: int, language: str) -> str:
    rest = year % 100
    if year < 2000:
        words = _below_100(rest, language)
        century = {
            "nl": "negentienhonderd ",
            "fr": "mil neuf cent ",
            "de": "neunzehnhundert",
            "en": "nineteen hundred ",
        }
        return century[language] + ("and " if language == "en" else "") + words
    thousand = {"nl": "tweeduizend", "fr": "deux mille", "de": "zweitausend", "en": "two thousand"}[language]
    if not rest:
        return thousand
    between = {"nl": " ", "fr": " ", "de": "", "en": " and "}[language]
    return thousand + between + _below_100(rest, language)


def _german_ordinal(day: int) -> str:
    if day in _DE_ORDINALS:
        return _DE_ORDINALS[day]
    return _below_100(day, "de") + ("ten" if day < 20 else "sten")


def _english_ordinal(day: int) -> str:
    if day <= 20:
        return _EN_ORDINALS.split()[day - 1]
    return "thirtieth" if day == 30 else f"{_below_100(day // 10 * 10, 'en')}-{_EN_ORDINALS.split()[day % 10 - 1]}"
