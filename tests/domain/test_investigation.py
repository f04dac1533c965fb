"""An investigation from beginning to end."""

from math import fsum
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from domain.investigation import investigate
from domain.policies import rule_set_of
from schemas.case import CaseRecord
from schemas.company import Company
from schemas.investigation import InvestigationResult
from schemas.sources import FactName, SourceAnswer, SourceName, SourceState
from tests.example_cases import COMPANY, MCC, NOW, TEMPLATE, a_document, a_record, a_validation, an_answer, an_opening
from tests.policies import POLICY

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
    ("company_status", "bankruptcy"),
    ("incorporation_date", "2026-01-15"),
    ("equity", -12_000),
    ("withholding_social_debt", True),
    ("owner", "Bahar Rahimi"),
    ("registry_flag", "letterbox"),
)
KINDS = st.sampled_from([TEMPLATE.id, "psp_merchant_onboarding"])


@st.composite
def records(draw: st.DrawFn) -> CaseRecord:
    """A case with any answers of any sources, with or without documents, with right and wrong numbers."""
    names = draw(st.lists(st.sampled_from(SourceName), unique=True))
    numbers = draw(
        st.sampled_from([("BE0403170701", "0403170701"), ("BE0456789012", "0417497106"), (None, "0456789012")])
    )
    documents = draw(st.lists(st.sampled_from([a_document("certificate"), a_document("bank_statement")]), unique=True))
    return a_record(
        opening=an_opening(
            company=with_numbers(*numbers),
            template=TEMPLATE.model_copy(update={"id": draw(KINDS)}),
            additional_data={"address": "Meir 1, 2000 Antwerpen"},
        ),
        mcc_classification=draw(st.sampled_from([None, MCC, MCC.model_copy(update={"risk_tier": "high"})])),
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


def assessed(record: CaseRecord) -> InvestigationResult:
    return investigate(record, POLICY, NOW)


@given(records())
def test_the_score_is_the_sum_of_terms_that_rest_on_what_was_found(record: CaseRecord) -> None:
    result = assessed(record)

    found = {item.finding_id for item in result.findings} | {
        item.discrepancy_id for item in result.discrepancies if item.weighs
    }
    assert round(fsum(term.points for term in result.risk_terms), 4) == result.risk_score
    assert {citation for term in result.risk_terms for citation in term.cites} == found


@given(records())
def test_a_red_flag_rests_on_what_was_found_and_asks_for_no_more_diligence_than_the_result_says(
    record: CaseRecord,
) -> None:
    result = assessed(record)

    found = {item.finding_id for item in result.findings} | {item.discrepancy_id for item in result.discrepancies}
    order = ["standard", "edd_recommended", "edd_mandatory"]
    assert {cited for flag in result.red_flags for cited in flag.cites} <= found
    assert order.index(result.due_diligence) == max(
        (order.index(flag.due_diligence) for flag in result.red_flags), default=0
    )


@given(records())
def test_every_hash_that_is_named_is_of_bytes_that_the_case_has(record: CaseRecord) -> None:
    result = assessed(record)

    kept = {piece.data_hash for answer in record.sources.values() for piece in answer.pieces}
    kept |= {f"sha256:{document.sha256}" for document in record.documents}
    by_terms = {digest for term in result.risk_terms for digest in term.evidence}
    by_flags = {digest for flag in result.red_flags for digest in flag.evidence}
    assert by_terms | by_flags <= kept


@given(records())
def test_every_finding_and_discrepancy_has_an_id_of_its_own(record: CaseRecord) -> None:
    result = assessed(record)

    ids = [item.finding_id for item in result.findings] + [item.discrepancy_id for item in result.discrepancies]
    assert len(ids) == len(set(ids))


@given(records(), st.randoms())
def test_the_order_in_which_sources_answered_changes_nothing(record: CaseRecord, chance: Random) -> None:
    shuffled = dict(chance.sample(list(record.sources.items()), len(record.sources)))

    assert assessed(record.model_copy(update={"sources": shuffled})) == assessed(record)


@given(records())
def test_sources_that_are_unavailable_weigh_no_more_than_if_they_had_never_been_asked(record: CaseRecord) -> None:
    """Unavailable is not invalid: of the sources only what they said may weigh."""
    away = {name: an_answer(name, "unavailable", reason="timeout") for name in record.sources}
    silent = assessed(record.model_copy(update={"sources": {}}))

    result = assessed(record.model_copy(update={"sources": away}))

    new = set(result.findings) - set(silent.findings)
    assert {finding.category for finding in new} <= {"source_unavailable"}
    assert result.discrepancies == silent.discrepancies
    assert (result.risk_score, result.recommended_action) == (silent.risk_score, silent.recommended_action)
    assert [flag.rule_id for flag in result.red_flags] == [flag.rule_id for flag in silent.red_flags]


@given(records())
def test_a_result_survives_the_journey_through_the_audit_log(record: CaseRecord) -> None:
    result = assessed(record)

    assert InvestigationResult.model_validate(result.model_dump(mode="json")) == result


def test_an_investigation_belongs_to_its_iteration_and_keeps_when_and_by_which_rules() -> None:
    result = investigate(a_record(current_iteration=2), POLICY, NOW)

    assert (result.iteration, result.completed_at) == (2, NOW)
    assert result.rule_set == rule_set_of(POLICY)
    assert result.judgements == a_record().judgements
    assert result.summary.startswith("Acme Trading BVBA: ")
