"""Where the sources of a case disagree: one row for each kind of discrepancy.

What only one source states contradicts nothing, and neither does what is merely written otherwise.
"""

from collections.abc import Iterator

from domain.naming import legal_form
from domain.profile.activities import activity_statements, compare_activities
from domain.profile.comparisons import (
    compare_company_names,
    compare_dates,
    compare_legal_forms,
    compare_names_only,
    compare_places,
    compare_statuses,
    form_family,
)
from domain.profile.directors import compare_directors, director_statements
from domain.profile.facts import Facts
from domain.profile.numbers import (
    compare_registration_numbers,
    compare_vat_numbers,
    country_of,
    number_statements,
    vat_statements,
)
from domain.profile.statements import Statement, Subject, by_source, disagreement
from domain.profile.trust import is_brand
from schemas.investigation import Discrepancy, DiscrepancyResolution


def find_discrepancies(facts: Facts, resolutions: tuple[DiscrepancyResolution, ...] = ()) -> tuple[Discrepancy, ...]:
    """All discrepancies, in a fixed order, each with the last resolution that was given for it as it now is."""
    latest = {item.discrepancy_id: item for item in resolutions}
    return tuple(_resolved(item, latest.get(item.discrepancy_id)) for item in _found(facts) if item is not None)


def _found(facts: Facts) -> Iterator[Discrepancy | None]:
    forms = legal_form_statements(facts)
    names = by_source(fact for fact in facts.get("company_name", ()) if not is_brand(fact))
    compare_names = compare_names_only if forms else compare_company_names
    yield disagreement(Subject("name", "company_name"), names, compare_names)
    yield disagreement(
        Subject("address", "registered_address"), by_source(facts.get("registered_address", ())), compare_places
    )
    yield disagreement(Subject("legal_form", "legal_form"), forms, compare_legal_forms)
    yield from _numbers(facts)
    yield disagreement(
        Subject("status", "company_status"), by_source(facts.get("company_status", ())), compare_statuses
    )
    yield disagreement(
        Subject("incorporation_date", "incorporation_date"),
        by_source(facts.get("incorporation_date", ())),
        compare_dates,
    )
    yield disagreement(Subject("director", "director"), director_statements(facts), compare_directors)
    yield disagreement(Subject("activity", "activity_code"), activity_statements(facts), compare_activities)


def _numbers(facts: Facts) -> Iterator[Discrepancy | None]:
    country = country_of(facts)
    compare = compare_registration_numbers(country)
    yield disagreement(Subject("number", "registration_number"), number_statements(facts, country), compare)
    if country != "BE":
        yield disagreement(Subject("number", "vat_number"), vat_statements(facts), compare_vat_numbers(country))


def legal_form_statements(facts: Facts) -> tuple[Statement, ...]:
    """The legal form that each source states, or else the one its name for the company ends with. Empty if no source
    states one by itself: the names are then compared with their endings."""
    stated = [fact for fact in facts.get("legal_form", ()) if form_family(fact.value)]
    if not stated:
        return ()
    sources = {fact.source for fact in stated}
    in_names = [
        fact
        for fact in facts.get("company_name", ())
        if fact.source not in sources and not is_brand(fact) and legal_form(str(fact.value))
    ]
    return by_source((*stated, *in_names))


def _resolved(discrepancy: Discrepancy, resolution: DiscrepancyResolution | None) -> Discrepancy:
    if resolution is None or resolution.fingerprint != discrepancy.fingerprint:
        return discrepancy
    return discrepancy.model_copy(update={"resolution": resolution})
