"""The list of a company's deposits at the National Bank: which annual accounts there are, without their contents."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import JsonValue, TypeAdapter, ValidationError

from activities.sources.answers import (
    RETRY_SECONDS,
    Reading,
    fact_of,
    interrupted,
    refused_by_status,
    unavailable,
)
from activities.sources.nbb.members import Day, Members, Object, Text
from runtime.http import Exchange
from schemas.sources import SourceFact

MAX_DEPOSITS = 60
"""Facts that one look-up states of them; the bank's list goes back to 1978."""
_ARRAY = TypeAdapter(list[JsonValue])
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True)
class Deposit:
    """Annual accounts as the list names them."""

    ended: date
    """The last day of the financial year."""
    deposited: date | None
    reference: str | None
    model: str | None
    """`m02-f`: the full model of companies with capital, and so on."""
    currency: str | None
    data_url: str | None
    """None for what was deposited on paper: there is a picture of it and no figures."""


class _ExerciseDates(Members):
    end_date: Day = None


class _Reference(Members):
    reference_number: Text = None
    deposit_date: Day = None
    exercise_dates: Object[_ExerciseDates] = _ExerciseDates()
    model_type: Text = None
    currency: Text = None
    enterprise_number: Text = None
    accounting_data_url: Text = None


def read_deposits(reply: Exchange, number: str) -> tuple[Deposit, ...] | Reading:
    """The deposits of the company with this number, the newest first and one for each financial year; none of them if
    the bank knows none, which it says by an empty list or by 404. A Reading if its answer says neither."""
    failed = interrupted(reply)
    if failed is not None:
        return failed
    if reply.status == 404 and reply.media_type not in _PAGES:
        return ()
    refused = refused_by_status(reply)
    if refused is not None:
        return refused
    try:
        items = _ARRAY.validate_json(reply.body.removeprefix(codecs.BOM_UTF8))
    except ValidationError:
        return unavailable("malformed_answer", RETRY_SECONDS)
    deposits = _newest_first(_deposits_of(items, number))
    return unavailable("malformed_answer", RETRY_SECONDS) if items and not deposits else deposits


def deposit_facts(deposits: Iterable[Deposit], figures: str | None) -> tuple[SourceFact, ...]:
    """One `annual_accounts` for each deposit. `figures` says why those of the newest are not known, as a code."""
    return tuple(
        fact
        for position, deposit in enumerate(deposits)
        for fact in fact_of(
            "annual_accounts",
            deposit.ended.isoformat(),
            {
                "reference": deposit.reference,
                "deposit_date": deposit.deposited.isoformat() if deposit.deposited else None,
                "model": deposit.model,
                "currency": deposit.currency,
                "figures": figures if position == 0 else None,
            },
        )
    )


def _deposits_of(items: Iterable[JsonValue], number: str) -> Iterator[Deposit]:
    for item in items:
        reference = _Reference.model_validate(item if isinstance(item, dict) else {})
        ended = reference.exercise_dates.end_date
        stated = re.sub(r"[^0-9]", "", reference.enterprise_number or number)
        if ended is not None and stated.zfill(10) == number:
            yield Deposit(
                ended,
                reference.deposit_date,
                reference.reference_number,
                reference.model_type,
                reference.currency,
                reference.accounting_data_url,
            )


def _newest_first(deposits: Iterable[Deposit]) -> tuple[Deposit, ...]:
    """Of accounts that were deposited again to correct them, the last."""
    by_age = sorted(deposits, key=lambda each: (each.ended, each.deposited or date.min, each.reference or ""))
    newest = {deposit.ended: deposit for deposit in by_age}
    return tuple(reversed(newest.values()))[:MAX_DEPOSITS]
