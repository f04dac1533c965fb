"""How NorthData writes the register numbers of each country, and when two writings are one number.

Formats: NorthData's Data API User Guide, Appendix H. An officer types a number in many ways; NorthData answers in one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from anyascii import anyascii

from domain.company_numbers import vat_prefix
from schemas.company import Company


@dataclass(frozen=True)
class RegisterId:
    """A number in a country's register."""

    number: str
    """As the register itself writes it, without the prefix that NorthData gives it; of Germany without the court."""
    written: str
    """As NorthData writes it."""
    court: str | None = None
    """Germany numbers companies by court of registration; None elsewhere, or where nobody said."""


def _dotted(number: str) -> str:
    return f"{number[:4]}.{number[4:7]}.{number[7:]}"


def _without_zeros(number: str) -> str:
    return number.lstrip("0") or "0"


@dataclass(frozen=True)
class _Form:
    pattern: str
    """Over the ASCII capitals and digits of any writing; its group is the number itself."""
    prefix: str
    """What NorthData puts before the number."""
    shape: Callable[[str], str] = str
    """The number as the register writes it."""
    printed: Callable[[str], str] = str
    """And as NorthData prints that after its prefix."""


_FORMS: dict[str, _Form] = {
    "AT": _Form(r"(?:FN)?0*([0-9]{1,6}[A-Z])", "", str.lower),
    "BE": _Form(r"(?:KBO|BCE|BE)?([01][0-9]{9})", "KBO ", printed=_dotted),
    # The letters before the number are Greek in Appendix H, and come out of the transliteration as IE.
    "CY": _Form(r"(?:MCIT)?(?:HE|IE)?([0-9]{1,7})", "MCIT \u0397\u0395 ", _without_zeros),
    "CZ": _Form(r"(?:ICO|CZ)?([0-9]{8})", "ICO "),
    "DK": _Form(r"(?:CVR(?:NR)?|DK)?([0-9]{8})", "CVR "),
    "ES": _Form(r"(?:NIF|CIF|ES)?([A-Z][0-9]{7}[0-9A-Z])", "NIF "),
    "FI": _Form(r"(?:PRH|FI)?([0-9]{8})", "PRH ", lambda digits: f"{digits[:7]}-{digits[7]}"),
    "FR": _Form(r"(?:SIREN|SIRET|FR|RCS[A-Z]*)?([0-9]{9})(?:[0-9]{5})?(?:RCS[A-Z]*)?", "Siren "),
    "GR": _Form(r"(?:GEMI)?([0-9]{9,12})", "GEMI ", lambda digits: digits.zfill(12)),
    "IE": _Form(r"(?:CRO|IE)?([0-9]{1,7})", "CRO ", _without_zeros),
    "LI": _Form(r"(?:FL)?([0-9]{11})", "", lambda digits: f"FL-{_dotted(digits[:10])}-{digits[10]}"),
    "LU": _Form(r"(?:RCS|RCSL)?(?:LUXEMBOURG)?([A-Z][0-9]{1,6})", ""),
    "MT": _Form(r"(?:MT)?C([0-9]{1,6})", "MT ", lambda digits: f"C {digits}"),
    "NL": _Form(r"(?:KVK(?:NR|NUMMER)?)?([0-9]{8})", "KVK "),
    "NO": _Form(r"(?:BR|ORG(?:NR)?|NO)?([0-9]{9})(?:MVA)?", "BR "),
    "PL": _Form(r"(?:KRS)?(0000[0-9]{6})", "KRS"),  # ten digits without the zeros are a tax number
    "PT": _Form(r"(?:PT|NIPC|NIF)?([0-9]{9})", "PT "),
    "SE": _Form(r"(?:ON|ORG(?:NR)?|SE)?([0-9]{10})", "ON "),
}
_VAT_FORMS: dict[str, str] = {
    "BE": r"([0-9]{10})",
    "CZ": r"([0-9]{8})",  # nine and ten digits are persons
    "DK": r"([0-9]{8})",
    "ES": r"([ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-Z])",  # other first letters are persons
    "FI": r"([0-9]{8})",
    "FR": r"[0-9A-Z]{2}([0-9]{9})",
    "NO": r"([0-9]{9})(?:MVA)?",
    "PT": r"([0-9]{9})",
    "SE": r"([0-9]{10})[0-9]{2}",
}
"""Where a company's VAT number contains its register number."""
_GERMAN = re.compile(r"\b((?i:HR[AB]|GnR|PR|VR|GsR)) *([0-9]{1,6})(?: *([A-Z]{1,3})\b)?")
_NOT_OF_A_COURT = re.compile(r"\bamtsgericht\b|\bAG\b|[,;:()]", re.IGNORECASE)
_NAMES_OF_GERMAN_REGISTERS = {"GNR": "GnR", "GSR": "GsR"}


def register_id(text: str, country: str) -> RegisterId | None:
    """The number in a text, or None if it has not the form of this country's numbers or that form is not known."""
    if country == "DE":
        return _german(text)
    form = _FORMS.get(country)
    stated = re.fullmatch(form.pattern, re.sub("[^0-9A-Z]", "", anyascii(text).upper())) if form else None
    if form is None or stated is None:
        return None
    number = form.shape(stated[1])
    return RegisterId(number, form.prefix + form.printed(number))


def register_id_of(company: Company) -> RegisterId | None:
    """The company's number by what was typed, else by its VAT number where that contains it."""
    if company.company_registration_number:
        return register_id(company.company_registration_number, company.country)
    vat = (company.vat_number or "").removeprefix(vat_prefix(company.country))
    contained = re.fullmatch(_VAT_FORMS.get(company.country, "(?!)"), vat)
    return register_id(contained[1], company.country) if contained else None


def _german(text: str) -> RegisterId | None:
    stated = _GERMAN.search(text)
    if stated is None:
        return None
    register = stated[1].upper()
    number = f"{_NAMES_OF_GERMAN_REGISTERS.get(register, register)} {int(stated[2])}"
    court = " ".join(_NOT_OF_A_COURT.sub(" ", text.replace(stated[0], " ")).split())
    return RegisterId(number, f"{number} {stated[3]}" if stated[3] else number, court or None)
