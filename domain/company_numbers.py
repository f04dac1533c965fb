"""VAT and registration numbers: their written form, and what their check digits say.

A number that cannot be one is refused; a number whose checksum fails is kept and becomes a finding, because a typing
error by the officer and a forged document look the same and only a person can tell them apart. Formats and check
digits are python-stdnum's.
"""

import re
from typing import Literal, Protocol

from stdnum.exceptions import InvalidComponent, InvalidFormat, InvalidLength, ValidationError
from stdnum.util import get_cc_module

from domain.countries import EEA_COUNTRIES
from schemas.company import Company

_SEPARATORS = re.compile(r"[\s.\-/_]+")
_REGISTRATION_NUMBER = re.compile(r"(?:[^\W\d_]|[0-9])(?:[^\W\d_]|[0-9 .,:/()\-]){1,79}")
"""In Germany the court belongs to it: `HRB 158855, Amtsgericht München`."""
_BELGIAN_ENTERPRISE_NUMBER = re.compile(r"0?[0-9]{9}|1[0-9]{9}")

NumberFault = Literal["checksum", "component"]


class NumberRules(Protocol):
    """The part of a python-stdnum module that is used here."""

    def compact(self, number: str) -> str: ...
    def validate(self, number: str) -> str: ...


class MalformedNumberError(ValueError):
    """The text cannot be a number of this kind; the message says what one looks like."""


def vat_prefix(country: str) -> str:
    """The prefix of VAT numbers of a country: its ISO code, but `EL` for Greece (VAT Directive, Art. 215)."""
    return "EL" if country == "GR" else country


_WRITTEN_WITH_LETTERS = {
    "AT": "ATU and eight digits",
    "CY": "CY, eight digits and a letter",
    "LI": "LI and five digits, or the number of the Swiss UID register: CHE, nine digits and MWST",
    "NL": "NL, nine digits, B and two digits",
    "NO": "NO, nine digits and MVA",
}
"""What a VAT number looks like where it is not the prefix and digits."""

_OTHER_PREFIXES = frozenset(map(vat_prefix, EEA_COUNTRIES)) | {"XI", "GB"}
"""Northern Ireland's is XI, and the rest of the United Kingdom has left VIES: neither is in the EEA."""
_NORTHERN_IRISH = r"XI(?:[0-9]{9}|[0-9]{12})"
"""An Irish company may be registered there; VIES has these numbers, under their own prefix."""
_MOST_CHARACTERS = 16
"""Behind the prefix; a company in Liechtenstein may have `CHE123456789MWST`, for it is in Switzerland's VAT area."""
_WITHOUT_CHECK_DIGITS: dict[str, str] = {"NL": r"(?=[0-9]*[A-Z+*])[0-9A-Z+*]{10}[0-9]{2}"}
"""Forms that VIES takes and python-stdnum does not know: some Dutch sole traders have no nine digits and a B."""


def normalise_vat_number(text: str, country: str) -> str:
    """The number with its prefix and no separators: `be 0403.170.701` is `BE0403170701`.

    Raises MalformedNumberError when it belongs to another country or has not the form of this country's numbers.
    """
    prefix = vat_prefix(country)
    written = _SEPARATORS.sub("", text).upper()
    if country == "IE" and re.fullmatch(_NORTHERN_IRISH, written):
        return written
    compact = re.sub(f"^({prefix}|{country})+", "", written)
    if compact == written and compact[:2] in _OTHER_PREFIXES:
        raise MalformedNumberError(f"is not a VAT number of {country}: it begins with {compact[:2]}")
    if country == "NO" and re.fullmatch("[0-9]{9}", compact):
        compact += "MVA"  # it says that the company is registered for VAT, and is often left out
    if not _is_written_like_one(compact):
        raise MalformedNumberError(f"is not a VAT number of {country}: expected {_expected(country)}")
    module = _vat_module(country)
    if module is not None and re.fullmatch(_WITHOUT_CHECK_DIGITS.get(country, "(?!)"), compact) is None:
        compact = module.compact(compact)  # such as the zero that Belgian numbers of before 2005 lack
        try:
            module.validate(compact)
        except (InvalidFormat, InvalidLength) as error:
            raise MalformedNumberError(
                f"is not a VAT number of {country}: expected {_expected(country)} ({error})"
            ) from error
        except ValidationError:
            pass  # a failing check digit is a finding of the case, see `vat_number_fault`
    return prefix + compact


def _is_written_like_one(number: str) -> bool:
    """Whether these are letters and digits, not too many, with a digit among them."""
    fits = re.fullmatch(r"[0-9A-Z+*]{2,}", number) and len(number) <= _MOST_CHARACTERS
    return bool(fits) and any(character.isdigit() for character in number)


def normalise_registration_number(text: str, country: str) -> str:
    """The number without surrounding space; Belgian enterprise numbers as ten digits."""
    stripped = text.strip()
    if country == "BE":
        digits = re.sub(r"^(?:KBO|BCE)?(?:BE)?", "", _SEPARATORS.sub("", stripped).upper())
        if not _BELGIAN_ENTERPRISE_NUMBER.fullmatch(digits):
            raise MalformedNumberError("is not a Belgian enterprise number: expected ten digits, the first 0 or 1")
        return digits.zfill(10)
    if not _REGISTRATION_NUMBER.fullmatch(stripped):
        raise MalformedNumberError("is not a registration number: expected 2 to 80 letters, digits, spaces or .,:/()-")
    return stripped


def registration_number_from_vat(vat_number: str, country: str) -> str | None:
    """The enterprise number inside a Belgian VAT number (they are the same ten digits); None elsewhere."""
    return vat_number.removeprefix("BE") if country == "BE" else None


def enterprise_number(company: Company) -> str | None:
    """The ten digits of a Belgian company, by its registration number or else its VAT number; None elsewhere."""
    if company.country != "BE":
        return None
    return company.company_registration_number or registration_number_from_vat(company.vat_number or "", "BE") or None


def dotted_enterprise_number(company: Company) -> str | None:
    """As it is printed: `0403.170.701`."""
    number = enterprise_number(company)
    return f"{number[:4]}.{number[4:7]}.{number[7:]}" if number else None


def vat_number_fault(company: Company) -> NumberFault | None:
    """What the check digits say against the VAT number, or None if nothing does or no rule is known."""
    module = _vat_module(company.country)
    if company.vat_number is None or module is None:
        return None
    return _fault(module, company.vat_number.removeprefix(vat_prefix(company.country)))


def registration_number_fault(company: Company) -> NumberFault | None:
    """What the check digits say against a Belgian enterprise number (mod 97); None elsewhere."""
    if company.company_registration_number is None or company.country != "BE":
        return None
    module = _vat_module("BE")
    return _fault(module, company.company_registration_number) if module else None


def _fault(module: NumberRules, number: str) -> NumberFault | None:
    """None also for a number in a form that has no check digits."""
    try:
        module.validate(number)
    except (InvalidFormat, InvalidLength):
        return None
    except InvalidComponent:
        return "component"
    except ValidationError:
        return "checksum"
    return None


def _expected(country: str) -> str:
    return _WRITTEN_WITH_LETTERS.get(country, f"{vat_prefix(country)} followed by its digits")


def _vat_module(country: str) -> NumberRules | None:
    return get_cc_module(country.lower(), "vat")
