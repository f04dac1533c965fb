"""What looks like an address: a street with a number, a postal code and a town, in the writings of western Europe."""

import re
from collections.abc import Iterator

from domain.extraction.blocks import plain

_UK = r"[A-Z]{1,2}[0-9][0-9A-Z]?\s?[0-9][A-Z]{2}"
_EIRE = r"[A-Z][0-9][0-9W]\s[0-9A-Z]{4}"
_MALTA = (
    r"(?:VLT|FRN|SLM|STJ|GZR|MSD|HMR|STV|BKR|QRM|MRS|LQA|ATD|BZN|NXR|MST|SPB|MLH|SGN|RBT|MDN|DGL|MTF|SGW|ZBG|QRD|LJA|MQB|KRP|"
    r"ZRQ|GDJ|SLC|MXK|BBG|ZTN|MSK|ZBR|FGR|ISL|BML|CSP|XBX|KKP|PLA|TXN|SVR|PBK|SWQ|STP|IKL|SNT|VCT|XWK|XLN|XRA|ZBB|GSR|GRB|"
    r"KCM|FNT|MFN|MXR|NDR|QLA|SLZ)\s?[0-9]{4}"
)
"""Of each locality the letters."""
_NL = r"[1-9][0-9]{3}\s?[A-Z]{2}(?![A-Za-z0-9])"
_FIVE = r"(?:(?:D|DE|F|FR|I|IT|ES|FI|E)\s?-\s?)?[0-9]{5}"
_FOUR = r"(?:(?:B|BE|L|LU|A|AT|CH|DK|NL|N|NO)\s?-\s?)?[1-9][0-9]{3}"
_SPACED = r"(?:(?:SE|CZ|SK|GR|PL)-)?[0-9]{3}\s[0-9]{2}|[0-9]{2}-[0-9]{3}"
POSTCODE = re.compile(
    rf"(?<![\w./-])(?:{_UK}|{_EIRE}|{_MALTA}|{_NL}|{_FIVE}|{_FOUR}|{_SPACED})(?![\w]|[.,/][0-9])"
    # As scans run a code and its town together: `7000Mons`.
    rf"|(?<![\w./-])(?:{_FIVE}|{_FOUR})(?=[A-ZÀ-Ý][a-zà-ÿ]{{2}})"
)
_BRITISH = re.compile(rf"(?:{_UK}|{_EIRE}|{_MALTA})")
_COUNTRIES = (
    r"Belgi[ëeê]|Belgique|Belgium|Belgien|BELGI[ËE]|BELGIQUE|BELGIUM|Nederland|NEDERLAND|The Netherlands|"
    r"Netherlands|Pays-Bas|Niederlande|"
    r"France|FRANCE|Frankrijk|Frankreich|Deutschland|DEUTSCHLAND|Germany|GERMANY|Allemagne|Duitsland|Luxembourg|"
    r"LUXEMBOURG|Luxemburg|"
    r"Grand-Duché de Luxembourg|Groothertogdom Luxemburg|Österreich|Austria|Autriche|Oostenrijk|Schweiz|Suisse|"
    r"Switzerland|Zwitserland|"
    r"United Kingdom|UNITED KINGDOM|Royaume-Uni|Verenigd Koninkrijk|Vereinigtes Königreich|Great Britain|"
    r"England and Wales|England|ENGLAND|"
    r"Scotland|Wales|Northern Ireland|UK|GB|(?:Gozo,?\s)?(?:Malta|MALTA)|Gozo|"
    r"Éire|Liechtenstein|ÖSTERREICH|SCHWEIZ|SUISSE|Ireland|IRELAND|Irlande|Ierland|Irland|Italy|Italia|Spain|España|"
    r"Espagne|Portugal|Poland|Polska|"
    r"Danmark|Denmark|Sverige|Sweden|Finland|Norway|Norge|BE|NL|FR|DE|LU"
)
COUNTRY = re.compile(rf"(?:\(\s?)?(?:{_COUNTRIES})(?:\s?\))?(?!\w)")
_COUNTRY_BEHIND = re.compile(rf"[ \t]{{0,2}}(?:,\s{{0,2}}|[-–]\s|\s)?(?:\((?:{_COUNTRIES})\)|(?:{_COUNTRIES})(?!\w|-))")
_TOWN_WORD = re.compile(r"(?:['’]s[- ]|['’]t[- ])?[^\W\d_][\w'’./-]*")
_JOINED = re.compile(r"[ \t]{1,2}|[ \t]?\n[ \t]?(?=\()|\s?/\s?")
_SMALL_WORDS = """
    sur sous les lez la le l' du de des d' aux a en aan am an der den dem bei ob im in op upon on by the ter saint
    ste zu vor der
"""
_SAINTS = frozenset({"st.", "ste.", "skt.", "sint.", "hl.", "b."})
_SMALL = frozenset(_SMALL_WORDS.split())
_STREET = re.compile(
    r"straat|laan|plein|steenweg|dreef|kaai|gracht|singel|kade|\bweg\b|weg\s|lei\b|markt|vest\b|baan\b|dijk|"
    r"hof\b|park|pad\b|"
    r"\brue\b|avenue|\bav\b|\bave\b|boulevard|\bbd\b|\bbld\b|place|chaussee|\bchee\b|quai|impasse|allee|square|"
    r"route|chemin|cours\b|passage|clos\b|faubourg|"
    r"strasse|straße|str\.|str\b|platz|gasse|allee|ufer|damm|ring\b|steig|chaussee|markt|graben|wall\b|kamp\b|"
    r"street|\bst\b|road|\brd\b|lane|drive|way\b|close\b|court|house|gardens|terrace|row\b|hill\b|crescent|floor|"
    r"suite|unit\b|building|mews|quay|wharf|yard|green|grove|gate|lieu-?dit|zone\b|\bblok\b|terrein\b|\bz\.?a\.?c?\b|\bzi\b|domaine|"
    r"chateau|ferme|hameau|\bmas\b|campus|industriepark|industrieterrein|bedrijvenpark|farm\b|mill\b|works\b|estate"
)
_BOX = (
    r"(?:\s?,?\s?(?:bus|bte|boîte|boite|box|b|app\.?|apt\.?|étage|etage|verdieping|Bus|BUS|Bte|BTE|Box|BOX|Boîte|"
    r"Top|Suite|Unit)\s?[0-9A-Za-z][0-9A-Za-z.-]{0,5})?"
)
_STREET_AND_NUMBER = re.compile(
    r"(?:\s?\([^()\n]{2,30}\))?[\s,(–-]{1,4}((?:[^\W\d_][\w'’.-]*[ \t\n]){1,7}[0-9]{1,4}\s?[a-zA-Z]?(?![\w])"
    r"(?:[-/+][0-9]{1,4}[a-zA-Z]?)?" + _BOX + r"|"
    r"(?:[0-9]{1,4}(?:\s?(?:bis|ter|[A-Za-z]))?,?\s)(?:[^\W\d_][\w'’.-]*[ \t\n]?){2,8})"
)
_PARTS = re.compile(
    r"(?<!\w)(?:Postcode en (?:woon)?plaats|Postcode en gemeente|Code postal et (?:ville|localité|commune)|"
    r"PLZ ?/ ?Ort|PLZ und Ort|PLZ, Ort|Nr\.?|N°|Bus|Bte|Postnummer|Postcode|Code postal|Gemeente|Commune|PLZ|"
    r"Postleitzahl|Ort|Plaats|"
    r"Ville|Stad|Stadt|Land|Pays|City|Town|"
    r"Country|Street|Straat|Rue|Straße|Strasse|Hausnummer|Huisnummer|Localité|Street and number|Straat en nummer|"
    r"Rue et numéro|Straße und Hausnummer|"
    r"Straße und Nr\.|Postal code)\s?:\s*"
)
"""Labels within an address, as the annual accounts of the National Bank of Belgium have them."""
_MONTHS = (
    "jan(?:uari|uary|vier|uar)?|feb(?:ruari|ruary|ruar)?|f[ée]vr(?:ier)?|maart|mars|march|märz|maerz|mrt|"
    "apr(?:il)?|avr(?:il)?|mei|mai|may|"
    "jun[ei]?|juin|jul[iy]?|juillet|aug(?:ustus|ust)?|ao[ûu]t|sep(?:t|tember|tembre)?|o[kc]t(?:ober|obre)?|"
    "nov(?:ember|embre)?|d[eé][cz](?:ember|embre)?"
)
MONTH = rf"(?<![^\W\d_])(?:{_MONTHS})(?![^\W\d_])"
_MONTH = re.compile(MONTH + r"\.?\s$", re.IGNORECASE)
"""Before a year, which is no postal code."""
LONGEST = 220


_REGISTER = re.compile(r"(?:\bHR[AB]|\bGnR|\bRCS|\bFN)\s?$")
"""Before the number of a register, which may look like a postal code."""


def postcodes(text: str, at: int, limit: int) -> Iterator[re.Match[str]]:
    for code in POSTCODE.finditer(text, at, limit):
        before = (max(0, code.start() - 12), code.start())
        if not _MONTH.search(text, *before) and not _REGISTER.search(text, *before):
            yield code


def has_postcode(text: str) -> bool:
    return next(postcodes(text, 0, len(text)), None) is not None


def is_street(text: str) -> bool:
    """Whether a line names a street with a number: `Meir 12`, `12, rue Haute`."""
    return len(text) <= 110 and any(character.isdigit() for character in text) and any(map(str.isalpha, text))


def names_street(text: str) -> bool:
    return _STREET.search(plain(text)) is not None


def town_end(text: str, at: int, limit: int) -> int | None:
    """Where the town ends that begins after a postal code; None if no town does."""
    gap = re.compile(r"[ \t]{0,3},?[ \t]{0,2}\n?[ \t]?").match(text, at)
    at = gap.end() if gap else at
    part = _PARTS.match(text, at)
    at = part.end() if part else at
    end = None
    words = 0
    while words < 6:
        word = _TOWN_WORD.match(text, at, limit)
        if word is None:
            number = re.compile(r"[0-9]{1,2}(?!\w)").match(text, at, limit) if end else None
            if number is None:
                break
            at = end = number.end()  # `Paris 8`, `CEDEX 09`
        else:
            capital = word[0].lstrip("'’st").lstrip("- ")[:1].isupper()
            if not capital and plain(word[0]).rstrip(".") not in _SMALL:
                break
            at = word.end()
            if capital:
                end = at - 1 if word[0].endswith(".") and len(word[0]) > 4 else at
                if word[0].endswith(".") and plain(word[0]) not in _SAINTS:
                    break
        words += 1
        gap = _JOINED.match(text, at, limit)
        if gap is None:
            break
        at = gap.end()
    return end


def country_end(text: str, at: int) -> int:
    """Where a country ends that follows; `at` if none does."""
    match = _COUNTRY_BEHIND.match(text, at)
    return match.end() if match else at


def is_british(code: str) -> bool:
    return _BRITISH.fullmatch(code) is not None


def street_after(text: str, at: int, limit: int) -> int | None:
    """Where a street with its number ends that follows the town: `1000 Brussel, Wetstraat 12 bus 3`."""
    match = _STREET_AND_NUMBER.match(text, at, min(limit, at + 120))
    return len(text[: match.end()].rstrip(" \n,.(")) if match else None


_ON_STREET = re.compile(
    r"(?<=[^\W\d_])\s(?:aan|op|an|sur|in|at)\s(?:(?:de|het|den|der|dem|la|le)\s)?"
    r"(?=(?:[^\W\d_][\w'’.-]*\s){1,6}[0-9]{1,4}\s?[a-zA-Z]?(?!\w))"
)
_IN_TOWN = re.compile(r"(?<=[0-9a-zA-Z])\s(?:à|te|in|zu|at)\s(?=(?:[A-Z]{1,2}-)?[1-9][0-9]{3,4}\s[A-ZÀ-Þ])")
"""`Louvain 288 à 5004 Bouge`: what a sentence has where an address has a comma."""


def street_on(text: str, at: int, limit: int) -> int | None:
    """Where the street ends that a small word joins to the town: `3584 BK Utrecht aan de Padualaan 14`."""
    joined = _ON_STREET.search(text, at, min(limit, at + 60))
    return street_after(text, joined.end() - 1, limit) if joined else None


_OF_BILL = re.compile(
    r"(?<=[^\s:])\s+[A-ZÀ-Þ][^\W\d_]+(?:[ -][^\W\d_]+){0,2}\.?\s?:\s?[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}$"
)
"""`Vervaldag: 30-08-2026`, which a scan has on the line of a street beside it."""


_NO_PART_AT_BEGIN = re.compile(
    r"^(?:(?:SIREN|SIRET|RCS|R\.C\.S\.|TVA|BTW|BCE|KBO|KvK|HR[AB])\b[^,A-Za-z]{0,30},\s?|(?:de|het)\s(?=[A-ZÀ-Þ]))"
)
"""`SIREN 552 100 554, 12 rue …`, `gevestigd aan de Vredenburg 12`: what leads to an address in a sentence."""
_SINCE_AT_END = re.compile(
    r"[ ,]+(?:[Ss]inds|[Ss]edert|[Dd]epuis|[Ss]eit|[Ss]ince)(?:\s(?:le|dem|the))?\s[0-9][^,]{0,24}$"
)
"""From when on a register has it."""


_BOX_NOT_FILLED_IN = re.compile(
    r"([^\W\d_]\.? [0-9]{1,3}(?:[-/][0-9]{1,3})? ?[A-Za-z]?) (?:[Bb]us|BUS|[Bb]te|BTE)(?=,|$)"
)
"""Of a form, right behind the house number: `Bus` is a village, too, and a street is named after another."""


def in_one_line(text: str) -> str:
    """`Meir 12, 2000 Antwerpen`: lines are joined by commas, and a street that follows the town is put first."""
    lines = [_PARTS.sub(_part, _OF_BILL.sub("", part)).strip(" ,;.|\t") for part in text.split("\n")]
    joined = ", ".join(" ".join(re.sub(r"\s*\|\s*|\t+", ", ", line).split()) for line in lines if line)
    joined = _NO_PART_AT_BEGIN.sub("", _SINCE_AT_END.sub("", joined))
    joined = _BOX_NOT_FILLED_IN.sub(r"\1", joined)
    joined = re.sub(r"(?<=[a-zà-ÿ]{4})(?=[0-9])", " ", joined)  # as scans run them together
    joined = re.sub(r"(?<![0-9])([0-9]{4,5})(?=[A-ZÀ-Ý][a-zà-ÿ]{2})", r"\1 ", joined)
    joined = re.sub(r"\s*,(?:\s*,)*\s*", ", ", _IN_TOWN.sub(", ", joined)).strip(" ,;")
    if POSTCODE.match(joined) and "," not in joined:
        joined = _ON_STREET.sub(", ", joined, count=1)
    return _street_first(joined)


def _part(label: re.Match[str]) -> str:
    return (
        {"b": " bus ", "n": " "}.get(label[0][0].lower(), " ")
        if label[0].lower().startswith(("bus", "bte", "nr", "n°"))
        else ""
    )


def _street_first(line: str) -> str:
    code = POSTCODE.match(line)
    if code is None or is_british(code[0]):
        return line
    parts = line.split(", ")
    if len(parts) < 2 or not re.search(r"[0-9]", ", ".join(parts[1:])):
        return line
    if names_street(parts[0]) and any(map(POSTCODE.match, parts[1:])):
        return line  # `1240 Route des Pins, 40150 Hossegor`
    street = [part for part in parts[1:] if not COUNTRY.fullmatch(part)]
    country = [part for part in parts[1:] if COUNTRY.fullmatch(part)]
    return ", ".join([*street, parts[0], *country])
