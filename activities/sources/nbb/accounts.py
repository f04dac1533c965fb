"""The contents of one deposit at the National Bank: figures by their rubric, directors and shareholders.

Rubrics are those of the standardised models (https://www.nbb.be/en/central-balance-sheet-office). Short models have
no turnover; amounts are whole euros and decimals, headcounts full-time equivalents.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from pydantic import JsonValue, TypeAdapter, ValidationError

from activities.sources.answers import (
    RETRY_SECONDS,
    Reading,
    Received,
    fact_of,
    interrupted,
    refused_by_status,
    unavailable,
)
from activities.sources.nbb.deposits import Deposit
from activities.sources.nbb.members import Amount, Day, Members, Object, Objects, Text, whole
from activities.sources.register_answers import MOST_READ
from runtime.http import Exchange
from schemas.sources import FactName, SourceFact

AMOUNTS: dict[str, FactName] = {"10/15": "equity", "70": "turnover", "9904": "result_of_year"}
FULL_TIME_EQUIVALENTS = "9087"
MANAGEMENT_ROLES: dict[str, str] = {
    "fct:m10": "manager",
    "fct:m11": "managing director",
    "fct:m12": "chair of the board",
    "fct:m13": "director",
}
"""By the bank's code of a mandate. The list also has auditors and accountants; a code that is not known here to mean
management makes nobody a director."""
_OBJECT = TypeAdapter(dict[str, JsonValue])
_COUNTRY = re.compile(r"(?:cty:m)?([A-Z]{2})")


class _Address(Members):
    country: Text = None


class _Person(Members):
    first_name: Text = None
    last_name: Text = None
    address: Object[_Address] = _Address()

    @property
    def full_name(self) -> str:
        return f"{self.first_name or ''} {self.last_name or ''}".strip()


class _Entity(Members):
    name: Text = None
    identifier: Text = None
    address: Object[_Address] = _Address()


class _MandateDates(Members):
    start_date: Day = None
    end_date: Day = None


class _Mandate(Members):
    function_mandate: Text = None
    mandate_dates: Object[_MandateDates] = _MandateDates()


class _Administrator(Members):
    """A natural person or a company; of a company also who speaks for it."""

    person: Object[_Person] = _Person()
    entity: Object[_Entity] = _Entity()
    mandates: Objects[_Mandate] = ()
    representatives: Objects[_Person] = ()


class _Administrators(Members):
    natural_persons: Objects[_Administrator] = ()
    legal_persons: Objects[_Administrator] = ()


class _Right(Members):
    percentage: Amount = None


class _Shareholder(Members):
    person: Object[_Person] = _Person()
    entity: Object[_Entity] = _Entity()
    rights_held: Objects[_Right] = ()


class _Shareholders(Members):
    entity_share_holders: Objects[_Shareholder] = ()
    individual_share_holders: Objects[_Shareholder] = ()


class _Rubric(Members):
    code: Text = None
    value: Amount = None
    period: Text = None
    type_amount: Text = None


class AccountingData(Members):
    reference_number: Text = None
    rubrics: Objects[_Rubric] = ()
    administrators: Object[_Administrators] = _Administrators()
    shareholders: Object[_Shareholders] = _Shareholders()


def read_accounts(reply: Exchange, deposit: Deposit) -> AccountingData | Reading:
    """The contents of this deposit, or the reading that the answer gives none."""
    failed = interrupted(reply) or refused_by_status(reply)
    if failed is not None:
        return failed
    try:
        members = _OBJECT.validate_json(reply.body.removeprefix(codecs.BOM_UTF8))
    except ValidationError:
        return unavailable("malformed_answer", RETRY_SECONDS)
    accounts = AccountingData.model_validate(members)
    stated = accounts.reference_number
    is_another = stated is not None and deposit.reference is not None and stated != deposit.reference
    if not accounts.rubrics or is_another:
        return unavailable("malformed_answer", RETRY_SECONDS)
    return accounts


def account_facts(accounts: AccountingData, deposit: Deposit, received: Received) -> tuple[SourceFact, ...]:
    """What the accounts state, each fact with the day they were drawn up to."""
    return (
        *_figures(accounts, deposit, received),
        *list(_directors(accounts.administrators, deposit, received))[:MOST_READ],
        *list(_owners(accounts.shareholders, deposit, received))[:MOST_READ],
    )


def _figures(accounts: AccountingData, deposit: Deposit, received: Received) -> Iterator[SourceFact]:
    this_year: dict[str, _Rubric] = {}
    for rubric in accounts.rubrics:
        if rubric.period == "N" and rubric.code is not None and rubric.value is not None:
            this_year.setdefault(rubric.code, rubric)
    for code, name in AMOUNTS.items():
        found = this_year.get(code)
        if found is None or found.value is None or (found.type_amount or deposit.currency or "EUR").upper() != "EUR":
            continue
        details = {"rubric": code, "as_of": deposit.ended.isoformat()}
        yield from fact_of(name, whole(found.value), details, received)
    staff = this_year.get(FULL_TIME_EQUIVALENTS)
    if staff is not None and staff.value is not None and staff.value >= 0:
        details = {"rubric": FULL_TIME_EQUIVALENTS, "as_of": deposit.ended.isoformat(), "fte": f"{staff.value:f}"}
        yield from fact_of("employees", whole(staff.value), details, received)


def _directors(listed: _Administrators, deposit: Deposit, received: Received) -> Iterator[SourceFact]:
    for administrator in (*listed.natural_persons, *listed.legal_persons):
        mandate = _held(administrator.mandates, deposit.deposited or deposit.ended)
        if mandate is None:
            continue
        is_company = administrator.entity.name is not None
        address = administrator.entity.address if is_company else administrator.person.address
        dates = mandate.mandate_dates
        details = {
            "role": MANAGEMENT_ROLES[mandate.function_mandate or ""],
            "since": dates.start_date.isoformat() if dates.start_date else None,
            "until": dates.end_date.isoformat() if dates.end_date else None,
            "kind": "company" if is_company else "person",
            "country": _country(address),
            "number": administrator.entity.identifier,
            "as_of": deposit.ended.isoformat(),
        }
        yield from fact_of("director", administrator.entity.name or administrator.person.full_name, details, received)
        for representative in administrator.representatives:
            represents = {
                **details,
                "role": "permanent representative",
                "kind": "person",
                "country": _country(representative.address),
                "number": None,
                "represents": administrator.entity.name,
            }
            yield from fact_of("director", representative.full_name, represents, received)


def _held(mandates: Iterable[_Mandate], day: date) -> _Mandate | None:
    """The first mandate in the management that had not ended by that day: the list also names who left."""
    for mandate in mandates:
        ended = mandate.mandate_dates.end_date
        if mandate.function_mandate in MANAGEMENT_ROLES and (ended is None or ended > day):
            return mandate
    return None


def _owners(listed: _Shareholders, deposit: Deposit, received: Received) -> Iterator[SourceFact]:
    for holder in (*listed.individual_share_holders, *listed.entity_share_holders):
        is_company = holder.entity.name is not None
        details = {
            "share_percent": _share(right.percentage for right in holder.rights_held),
            "kind": "company" if is_company else "person",
            "country": _country(holder.entity.address if is_company else holder.person.address),
            "number": holder.entity.identifier,
            "as_of": deposit.ended.isoformat(),
        }
        yield from fact_of("owner", holder.entity.name or holder.person.full_name, details, received)


def _share(percentages: Iterable[Decimal | None]) -> str | None:
    """The shares of each nature together; None if they are not stated or are no percentage."""
    together = sum((percentage for percentage in percentages if percentage is not None), Decimal(0))
    if not 0 < together <= 100:
        return None
    text = f"{together:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _country(address: _Address) -> str | None:
    known = _COUNTRY.fullmatch(address.country or "")
    return known[1] if known else None
