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
_REGISTRATION_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z .:/\-]{1,39}")
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
    "NL": "NL, nine digits, B and two digits",
    "NO": "NO, nine digits and MVA",
}
"""What a VAT number looks like where it is not the prefix and digits."""

_EEA_PREFIXES = frozenset(map(vat_prefix, EEA_COUNTRIES))


def normalise_vat_number(text: str, country: str) -> str:
    """The number with its prefix and no separators: `be 0403.170.701` is `BE0403170701`.

    Raises MalformedNumberError when it belongs to another country or has not the form of this country's numbers.
    """
    prefix = vat_prefix(country)
    written = _SEPARATORS.sub("", text).upper()
    compact = re.sub(f"^({prefix}|{country})+", "", written)
    if compact == written and compact[:2] in _EEA_PREFIXES:
        raise MalformedNumberError(f"is not a VAT number of {country}: it begins with {compact[:2]}")
    if not re.fullmatch(r"[0-9A-Z+*]{2,14}", compact) or not any(character.isdigit() for character in compact):
        raise MalformedNumberError(f"is not a VAT number of {country}: expected {_expected(country)}")
    module = _vat_module(country)
    if module is not None:
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


def normalise_registration_number(text: str, country: str) -> str:
    """The number without surrounding space; Belgian enterprise numbers as ten digits."""
    stripped = text.strip()
    if country == "BE":
        digits = _SEPARATORS.sub("", stripped).upper().removeprefix("BE")
        if not _BELGIAN_ENTERPRISE_NUMBER.fullmatch(digits):
            raise MalformedNumberError("is not a Belgian enterprise number: expected ten digits, the first 0 or 1")
        return digits.zfill(10)
    if not _REGISTRATION_NUMBER.fullmatch(stripped):
        raise MalformedNumberError("is not a registration number: expected 2 to 40 letters, digits, spaces or .:/-")
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
    try:
        module.validate(number)
    except InvalidComponent:
        return "component"
    except ValidationError:
        return "checksum"
    return None


def _expected(country: str) -> str:
    return _WRITTEN_WITH_LETTERS.get(country, f"{vat_prefix(country)} followed by its digits")


def _vat_module(country: str) -> NumberRules | None:
    return get_cc_module(country.lower(), "vat")
