"""Whom to believe: the trust order of each fact, and that the documentation shows it."""

from pathlib import Path
from typing import get_args

import pytest

from domain.profile.trust import (
    AS_USUAL,
    EXCEPTIONS,
    OFFICER_INPUT,
    USUAL,
    TrustOrder,
    label,
    trust_order,
)
from schemas.sources import NATIONAL_REGISTERS, SOURCE_LABELS, FactName, SourceName

S = SourceName
DOCUMENT = Path(__file__).parents[2] / "docs" / "facts-and-trust.md"
FACTS: tuple[FactName, ...] = get_args(FactName)


def rank(name: FactName, source: SourceName | str) -> int:
    return trust_order(name).rank(SOURCE_LABELS[source] if isinstance(source, SourceName) else source)


@pytest.mark.parametrize("register", NATIONAL_REGISTERS)
@pytest.mark.parametrize("name", ["company_name", "registered_address", "legal_form", "director", "incorporation_date"])
def test_a_national_register_comes_before_all_others(register: SourceName, name: FactName) -> None:
    others = [source for source in S if source not in NATIONAL_REGISTERS]

    assert all(rank(name, register) < rank(name, source) for source in (*others, OFFICER_INPUT))


@pytest.mark.parametrize(
    ("name", "first", "then"),
    [
        ("company_name", S.GLEIF, S.VIES),
        ("company_name", S.VIES, S.NORTHDATA),
        ("company_name", S.NORTHDATA, S.CRUNCHBASE),
        ("company_name", S.CRUNCHBASE, OFFICER_INPUT),
        ("company_name", OFFICER_INPUT, S.WEBSITE),
        ("vat_number", S.VIES, S.KBO),
        ("company_status", S.NORTHDATA, S.GLEIF),
        ("lei", S.GLEIF, S.KBO),
        ("equity", S.NBB, S.ANNUAIRE),
        ("website_url", OFFICER_INPUT, S.KBO),
        ("website_title", S.WEBSITE, S.KBO),
    ],
)
def test_some_sources_know_a_fact_better_than_others(
    name: FactName, first: SourceName | str, then: SourceName | str
) -> None:
    assert rank(name, first) < rank(name, then)


def test_a_source_that_is_not_in_the_order_comes_last() -> None:
    assert AS_USUAL.rank("Somebody's list") == len(USUAL)


@pytest.mark.parametrize("name", FACTS)
def test_an_order_names_no_source_twice_and_says_why(name: FactName) -> None:
    order = trust_order(name)

    assert len(set(order.sources)) == len(order.sources)
    assert order.why


@pytest.mark.parametrize("order", {AS_USUAL, *EXCEPTIONS.values()})
def test_why_is_said_in_a_line_of_two_clauses_at_most(order: TrustOrder) -> None:
    assert order.why.count(";") <= 1
    assert len(order.why) <= 140


def test_why_a_registers_status_is_gone_by_speaks_for_the_register() -> None:
    assert trust_order("company_status").why.startswith("register")


def rows() -> list[str]:
    """The tables of the documentation: the usual order, and one row for each that departs from it."""
    orders: dict[TrustOrder, list[FactName]] = {}
    for name, order in EXCEPTIONS.items():
        orders.setdefault(order, []).append(name)
    usual = [f"{place}. {label(source)}" for place, source in enumerate(USUAL, start=1)]
    return [*usual, AS_USUAL.why, *(row(names, order) for order, names in orders.items())]


def row(names: list[FactName], order: TrustOrder) -> str:
    facts = ", ".join(f"`{name}`" for name in names)
    return f"| {facts} | {', '.join(map(label, order.first))} | {order.why} |"


@pytest.mark.parametrize("line", rows())
def test_the_documentation_shows_each_order(line: str) -> None:
    assert " ".join(line.split()) in " ".join(DOCUMENT.read_text(encoding="utf-8").split())
