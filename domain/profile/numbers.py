"""Whether two writings of a number name the same company.

Registers write separators, prefixes and leading zeros each in their own way, and one company has numbers of several
kinds. Numbers contradict each other only if they are of one kind.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from stdnum.exceptions import InvalidFormat, InvalidLength, ValidationError
from stdnum.util import get_cc_module

from domain.company_numbers import NumberRules, vat_prefix
from domain.profile.facts import Facts
from domain.profile.statements import Compare, Statement
from domain.profile.trust import OFFICER_INPUT
from domain.profile.verdicts import Verdict
from schemas.investigation import ProfileFact

_OTHER_COMPANY = Verdict("high", "These are the numbers of different companies.")
_NOT_IN_VAT = Verdict("high", "A Belgian VAT number is the enterprise number after BE; here it is another one.")

_REGISTRATION = "registration number"
_VAT = "VAT number"
_REGISTER_NUMBERS = {
    "BE": "vat", "CZ": "dic", "DK": "cvr", "EE": "registrikood", "ES": "cif", "FI": "ytunnus", "FR": "siren",
    "HR": "oib", "IS": "kennitala", "NO": "orgnr", "PT": "nif", "SE": "orgnr", "SI": "maticna",
}  # fmt: skip
"""python-stdnum's name for the numbers of a country's company register; its VAT and tax numbers are another kind."""

_SEPARATORS = re.compile(r"[^A-Z0-9]")
_REGISTER_WORDS = re.compile(r"^(KBO|BCE|CBE|KVK|SIREN|SIRET|RCS|BR|CRO|ICO|CVR|PRH|MCIT|GEMI|FN|NR|NO)(?=[0-9])")
"""What some write before a number to say of which register it is."""
_SHAPE = re.compile(r"([A-Z]{0,8})([0-9]{3,20})[A-Z]{0,8}")
_SIREN_DIGITS = 9


class _Number(NamedTuple):
    letters: str
    """Before the digits, such as `HRB`."""
    digits: str


def country_of(facts: Facts) -> str:
    """The country of the company, as typed; by its sources where nothing was typed."""
    stated = sorted(facts.get("country", ()), key=lambda fact: fact.source != OFFICER_INPUT)
    return str(stated[0].value).upper() if stated else ""


def number_statements(facts: Facts, country: str) -> tuple[Statement, ...]:
    """Each registration number that a source states, and in Belgium each VAT number, which has the same digits."""
    vat_numbers = facts.get("vat_number", ()) if country == "BE" else ()
    return (
        *_alone(_REGISTRATION, facts.get("registration_number", ())),
        *_alone(_VAT, (fact for fact in vat_numbers if _is_belgian_vat(fact))),
    )


def vat_statements(facts: Facts) -> tuple[Statement, ...]:
    return _alone(_VAT, facts.get("vat_number", ()))


def compare_registration_numbers(country: str) -> Compare:
    def compare(one: Statement, other: Statement) -> Verdict | None:
        if same_number(str(one.side.value), str(other.side.value), country) is not False:
            return None
        with_vat = _is_belgian_vat(one.side) != _is_belgian_vat(other.side)
        return _NOT_IN_VAT if country == "BE" and with_vat else _OTHER_COMPANY

    return compare


def compare_vat_numbers(country: str) -> Compare:
    def compare(one: Statement, other: Statement) -> Verdict | None:
        left, right = (_plain(str(statement.side.value), country).lstrip("0") for statement in (one, other))
        return _OTHER_COMPANY if left != right else None

    return compare


def same_number(one: str, other: str, country: str) -> bool | None:
    """Whether two registration numbers are the same; None where they are not of one kind, or of no known kind."""
    left, right = _read(one, country), _read(other, country)
    if left is None or right is None:
        return None
    if left.digits.lstrip("0") == right.digits.lstrip("0"):
        return True if left.letters == right.letters or "" in (left.letters, right.letters) else None
    if country == "FR" and left.digits[:_SIREN_DIGITS] == right.digits[:_SIREN_DIGITS]:
        return True  # the establishment's number begins with the company's
    return False if _of_one_kind(left, right, country) else None


def _alone(what: str, facts: Iterable[ProfileFact]) -> tuple[Statement, ...]:
    return tuple(Statement(fact, (fact,), what) for fact in facts)


def _is_belgian_vat(fact: ProfileFact) -> bool:
    return str(fact.value).upper().startswith("BE")


def _plain(number: str, country: str) -> str:
    written = _SEPARATORS.sub("", number.upper())
    return re.sub(f"^({vat_prefix(country)}|{country})(?=[0-9])", "", written) if country else written


def _read(number: str, country: str) -> _Number | None:
    shape = _SHAPE.fullmatch(_REGISTER_WORDS.sub("", _plain(number, country)))
    return _Number(shape.group(1), shape.group(2)) if shape else None


def _of_one_kind(one: _Number, other: _Number, country: str) -> bool:
    rules: NumberRules | None = get_cc_module(country.lower(), _REGISTER_NUMBERS.get(country, ""))
    if rules is not None:
        return _has_form(one, rules) and _has_form(other, rules)
    return one.letters == other.letters and (bool(one.letters) or len(one.digits) == len(other.digits))


def _has_form(number: _Number, rules: NumberRules) -> bool:
    """Whether it has the form of such a number. Its check digits do not matter: a mistyped number is another one."""
    try:
        rules.validate(rules.compact(number.letters + number.digits))
    except (InvalidFormat, InvalidLength):
        return False
    except ValidationError:
        return True
    return True
