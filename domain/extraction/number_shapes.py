"""The shapes of company and VAT numbers in folded text, and what their check digits say.

Normal forms, as `domain.company_numbers` writes them: a Belgian enterprise number is its ten digits; a French company
its SIREN (nine digits, also where its SIRET is written); a Dutch one eight digits; a German one `HRB 12345`, with its
court beside it; an Austrian one `FN 123456a`; a British one eight characters, an Irish one six figures; one of
Luxembourg `B123456`. VAT numbers are prefix and characters.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from stdnum.exceptions import ValidationError
from stdnum.util import get_cc_module

from domain.company_numbers import NumberRules

MOST_NUMBERS = 300
"""Of each shape, on one page."""


class Number(NamedTuple):
    start: int
    end: int
    shape: str
    value: str
    valid: bool
    certain: bool
    """Whether its check digits confirm it, so that it can be trusted where its label is far or badly read."""


class _Shape(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], tuple[str, bool, bool] | None]


def numbers_in(text: str, original: str) -> Iterator[Number]:
    """All that has the shape of such a number. `original` is the text as stored: a prefix stands in capitals."""
    for shape in _SHAPES:
        for count, match in enumerate(shape.pattern.finditer(text)):
            if count >= MOST_NUMBERS:
                break
            if shape.name.startswith("vat") and not original[match.start() : match.start() + 2].isupper():
                continue
            read = shape.read(match)
            if read is not None:
                yield Number(match.start(), match.end(), shape.name, *read)


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"[^0-9]", "", match[0])


def _characters(match: re.Match[str]) -> str:
    return re.sub(r"[^0-9a-z]", "", match[0]).upper()


def _belgian(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    digits = _digits(match)
    if len(digits) == 9:
        digits = "0" + digits
    if len(digits) != 10 or digits[0] not in "01":
        return None
    valid = passes("be", "vat", digits)
    return digits, valid, valid


def _french(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    digits = _digits(match)
    whole = len(digits) == 14
    valid = passes("fr", "siren", digits[:9]) and (not whole or passes("fr", "siret", digits))
    if "\n" in match[0] and not valid:
        return None
    return digits[:9], valid, valid


def _austrian(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    return f"FN {match['figures']}{match['letter']}", True, True


def _austrian_bare(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    """As `Firmenbuchnummer 123456 a` has it, with its letters in the label."""
    return f"FN {match['figures']}{match['letter']}", True, False


def _irish(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    return _digits(match), True, False


def _of_letters(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    """Letters and figures without check digits: `HE 123456` in Cyprus, `C 12345` in Malta; figures alone elsewhere."""
    return _characters(match), True, False


def _spanish(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    valid = passes("es", "cif", _characters(match))
    return _characters(match), valid, valid


def _italian(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    """Of a company its tax code and its VAT number are the same figures, and its number in the register."""
    return (match[0], True, True) if passes("it", "iva", match[0]) else None


def _luxembourgish(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    return "B" + _digits(match), True, False


def _german(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    letters, suffix = match["register"].upper(), (match["suffix"] or "").upper()
    return " ".join(part for part in (letters, match["figures"], suffix) if part), True, True


def _british(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    return _characters(match), True, False


def _eight(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    return _digits(match).zfill(8), True, False


def _vat(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    written = _characters(match)
    country = written[:2]
    module = "gr" if country == "EL" else country.lower()
    compact = written[2:]
    if country == "BE":
        compact = compact.zfill(10)
    known = _rules(module, "vat") is not None
    valid = passes(module, "vat", compact) if known else True
    if "\n" in match[0] and not (valid and known):
        return None
    return country + compact, valid, valid and known


def _swiss(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    written = _characters(match)[:12]
    valid = passes("ch", "uid", written)
    return written, valid, valid


def _dutch_bare(match: re.Match[str]) -> tuple[str, bool, bool] | None:
    written = _characters(match)
    valid = passes("nl", "vat", written)
    return "NL" + written, valid, valid


def passes(country: str, name: str, number: str) -> bool:
    """Whether python-stdnum takes it for such a number."""
    rules = _rules(country, name)
    if rules is None:
        return False
    try:
        rules.validate(number)
    except ValidationError:
        return False
    return True


@cache
def _rules(country: str, name: str) -> NumberRules | None:
    rules: NumberRules | None = get_cc_module(country, name)
    return rules


_BEGIN = r"(?<![0-9a-z])(?<![0-9][.,/-])"
_END = r"(?![0-9a-z]|[.,/-][0-9])"
_GAP = r"[ .:-]{0,2}"
_PART = r"[ .\n-]?"
"""Between the figures, which may run over the end of a line: only where the check digits hold."""
_VAT_BODIES = (
    rf"be{_GAP}[01]?[0-9]{{3}}{_PART}[0-9]{{3}}{_PART}[0-9]{{3}}",
    rf"nl{_GAP}[0-9]{{4}}{_PART}[0-9]{{2}}{_PART}[0-9]{{3}}{_PART}b{_PART}[0-9]{{2}}",
    rf"fr{_GAP}[0-9a-z]{{2}}{_PART}[0-9]{{3}}{_PART}[0-9]{{3}}{_PART}[0-9]{{3}}",
    rf"de{_GAP}[0-9]{{3}}{_PART}[0-9]{{3}}{_PART}[0-9]{{3}}",
    rf"(?:gb|xi){_GAP}[0-9]{{3}}{_PART}[0-9]{{4}}{_PART}[0-9]{{2}}(?:{_PART}[0-9]{{3}})?",
    rf"lu{_GAP}(?:[0-9]{_PART}){{7}}[0-9]",
    rf"at{_GAP}u{_GAP}[0-9]{{8}}",
    rf"(?:it|hr){_GAP}[0-9]{{11}}",
    rf"(?:pl|sk){_GAP}[0-9]{{3}}[ -]?[0-9]{{3}}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}",
    rf"(?:pt|el|ee){_GAP}[0-9]{{3}}[ ]?[0-9]{{3}}[ ]?[0-9]{{3}}",
    rf"(?:dk|fi|si|mt|hu){_GAP}[0-9]{{2}}[ ]?[0-9]{{2}}[ ]?[0-9]{{2}}[ ]?[0-9]{{2}}",
    rf"es{_GAP}[a-z0-9][0-9]{{7}}[a-z0-9]",
    rf"ie{_GAP}[0-9][0-9a-z+*][0-9]{{5}}[a-z]{{1,2}}",
    rf"se{_GAP}[0-9]{{6}}-?[0-9]{{4}}01",
    rf"cy{_GAP}[0-9]{{8}}[a-z]",
    rf"cz{_GAP}[0-9]{{8,10}}",
    rf"(?:bg|ro){_GAP}[0-9]{{6,10}}",
    rf"(?:lt|lv){_GAP}[0-9]{{9,12}}",
)
_SHAPES = (
    _Shape("vat", re.compile(rf"{_BEGIN}(?:{'|'.join(_VAT_BODIES)}){_END}"), _vat),
    _Shape("ch", re.compile(rf"{_BEGIN}che[ -]?[0-9]{{3}}[. ]?[0-9]{{3}}[. ]?[0-9]{{3}}{_END}"), _swiss),
    _Shape(
        "nl_vat",
        re.compile(rf"{_BEGIN}[0-9]{{4}}[ .]?[0-9]{{2}}[ .]?[0-9]{{3}}[ .]?b[ .]?[0-9]{{2}}{_END}"),
        _dutch_bare,
    ),
    _Shape("be", re.compile(rf"{_BEGIN}[01]?[0-9]{{3}}[ .-]?[0-9]{{3}}[ .-]?[0-9]{{3}}{_END}"), _belgian),
    _Shape(
        "fr",
        re.compile(rf"{_BEGIN}[0-9]{{3}}[ .\n]?[0-9]{{3}}[ .\n]?[0-9]{{3}}(?:[ .]?[0-9]{{5}})?(?! ?[0-9]{{3}}){_END}"),
        _french,
    ),
    _Shape(
        "de",
        re.compile(
            r"(?<![a-z])(?P<register>hr[ab]|gnr|vr|pr)[ .:\n-]{0,3}(?:nr\.?|nummer|no\.?)?[ :.]{0,3}"
            r"(?P<figures>[0-9]{1,6})"
            r"(?: ?(?P<suffix>[a-z]{1,2})(?=$|[\s,;.)]))?(?![0-9a-z])"
        ),
        _german,
    ),
    _Shape(
        "at", re.compile(r"(?<![a-z])fn[ .:]{0,2}(?P<figures>[0-9]{4,6}) ?(?P<letter>[a-z])(?![0-9a-z])"), _austrian
    ),
    _Shape("at_bare", re.compile(rf"{_BEGIN}(?P<figures>[0-9]{{4,6}}) ?(?P<letter>[a-z]){_END}"), _austrian_bare),
    _Shape("ie", re.compile(rf"{_BEGIN}(?:ie ?)?[0-9]{{6}}{_END}"), _irish),
    _Shape("lu", re.compile(rf"{_BEGIN}b[ .:\n-]{{0,2}}[0-9]{{2,3}}[ .]?[0-9]{{3}}(?! [0-9]){_END}"), _luxembourgish),
    _Shape("cy", re.compile(rf"(?<![a-z])(?:he|ηε|ΗΕ)[ .:]{{0,2}}[0-9]{{4,6}}{_END}"), _of_letters),
    _Shape("mt", re.compile(rf"(?<![a-z])c[ ]?[0-9]{{4,6}}{_END}"), _of_letters),
    _Shape("krs", re.compile(rf"{_BEGIN}000[0-9]{{7}}{_END}"), _of_letters),
    _Shape("es", re.compile(rf"{_BEGIN}[a-hjnp-suvw]-?[0-9]{{7}}-?[0-9a-j]{_END}"), _spanish),
    _Shape(
        "abroad",
        re.compile(
            rf"{_BEGIN}(?:[0-9]{{2}}-[0-9]{{2}}-[0-9]{{6}}|[0-9]{{6}}-[0-9]{{4}}|[0-9]{{7}}-[0-9]|[0-9]{{8,9}}|[0-9]{{11}}"
            rf"|[0-9]{{3}} [0-9]{{3}} [0-9]{{3}}|[0-9]{{2}} [0-9]{{2}} [0-9]{{2}} [0-9]{{2}}){_END}"
        ),
        _of_letters,
    ),
    _Shape("it", re.compile(rf"{_BEGIN}[0-9]{{11}}{_END}"), _italian),
    _Shape("gb", re.compile(rf"{_BEGIN}(?:sc|ni|oc|so|nc|fc|sl|lp)[ ]?[0-9]{{6}}{_END}"), _british),
    _Shape(
        "eight",
        re.compile(
            rf"{_BEGIN}(?:[0-9]{{7,8}}|[0-9]{{4}} [0-9]{{4}}(?! [0-9]{{3,4}}(?![0-9]))"
            rf"|[0-9]{{2}}(?P<gap>[ .])[0-9]{{2}}(?P=gap)[0-9]{{2}}(?P=gap)[0-9]{{2}}){_END}"
        ),
        _eight,
    ),
)
