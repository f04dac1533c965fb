"""An investigation from beginning to end."""

from math import fsum
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from domain.investigation import investigate
from schemas.case import CaseRecord
from schemas.company import Company
from schemas.sources import FactName, SourceAnswer, SourceName, SourceState
from tests.example_cases import COMPANY, NOW, a_document, a_record, a_validation, an_answer, an_opening

ANSWER_STATES: tuple[SourceState, ...] = ("found", "not_found", "unavailable", "not_configured", "not_applicable")
STATED: tuple[tuple[FactName, str | bool | int], ...] = (
    ("company_name", "ACME TRADING"),
    ("company_name", "ACME TRADING NV"),
    ("company_name", "OTHER COMPANY"),
    ("registered_address", "Meir 1, 2000 Antwerpen"),
    ("registered_address", "Graslei 3, 9000 Gent"),
    ("website_accessible", True),
    ("website_accessible", False),
    ("website_names_company", False),
)


@st.composite
def records(draw: st.DrawFn) -> CaseRecord:
    """A case with any answers of any sources, with or without documents, with right and wrong numbers."""
    names = draw(st.lists(st.sampled_from(SourceName), unique=True))
    numbers = draw(
        st.sampled_from([("BE0403170701", "0403170701"), ("BE0456789012", "0417497106"), (None, "0456789012")])
    )
    documents = draw(st.lists(st.sampled_from([a_document("certificate"), a_document("bank_statement")]), unique=True))
    return a_record(
        opening=an_opening(company=with_numbers(*numbers), additional_data={"address": "Meir 1, 2000 Antwerpen"}),
        sources={name: draw(answers(name)) for name in names},
        documents=tuple(documents),
        validation_results=tuple(a_validation(document, draw(st.booleans())) for document in documents),
    )


def with_numbers(vat_number: str | None, registration_number: str) -> Company:
    return COMPANY.model_copy(update={"vat_number": vat_number, "company_registration_number": registration_number})


@st.composite
def answers(draw: st.DrawFn, source: SourceName) -> SourceAnswer:
    state = draw(st.sampled_from(ANSWER_STATES))
    facts = dict(draw(st.lists(st.sampled_from(STATED)))) if state == "found" else {}
    return an_answer(source, state, facts, reason=None if state == "found" else "some_reason")


@given(records())
def test_the_score_is_the_sum_of_terms_that_rest_on_what_was_found(record: CaseRecord) -> None:
    result = investigate(record, NOW)

    found = {item.finding_id for item in result.findings} | {item.discrepancy_id for item in result.discrepancies}
    assert abs(fsum(term.points for term in result.risk_terms) - result.risk_score) < 1e-9
    assert {citation for term in result.risk_terms for citation in term.cites} == found


@given(records())
def test_every_finding_and_discrepancy_has_an_id_of_its_own(record: CaseRecord) -> None:
    result = investigate(record, NOW)

    ids = [item.finding_id for item in result.findings] + [item.discrepancy_id for item in result.discrepancies]
    assert len(ids) == len(set(ids))


@given(records(), st.randoms())
def test_the_order_in_which_sources_answered_changes_nothing(record: CaseRecord, chance: Random) -> None:
    shuffled = dict(chance.sample(list(record.sources.items()), len(record.sources)))

    assert investigate(record.model_copy(update={"sources": shuffled}), NOW) == investigate(record, NOW)


@given(records())
def test_a_source_that_becomes_unavailable_adds_nothing_graver_than_that(record: CaseRecord) -> None:
    """Unavailable is not invalid: of the sources only what they said may weigh."""
    away = {name: an_answer(name, "unavailable", reason="timeout") for name in record.sources}
    silent = investigate(record.model_copy(update={"sources": {}}), NOW)

    result = investigate(record.model_copy(update={"sources": away}), NOW)

    new = set(result.findings) - set(silent.findings)
    assert {finding.category for finding in new} <= {"source_unavailable"}
    assert result.discrepancies == silent.discrepancies


def test_an_investigation_belongs_to_its_iteration_and_keeps_when_and_by_which_rules() -> None:
    result = investigate(a_record(current_iteration=2), NOW)

    assert (result.iteration, result.completed_at) == (2, NOW)
    assert result.rule_set.startswith("baseline-1@sha256:")
    assert result.summary.startswith("Acme Trading BVBA: ")
