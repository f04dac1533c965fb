"""A case travels as JSON, between processes and through the years."""

import pytest

from schemas.case import CaseInput, CaseRecord, CaseState
from schemas.sources import FactName, SourceAnswer, SourceName
from schemas.status import CaseStatus
from tests.example_cases import MCC, a_document, a_record, a_state, a_validation, an_answer, an_opening

VIES_FACTS: dict[FactName, str | bool | int] = {
    "vat_valid": True,
    "company_name": "true",
    "website_status_code": 1,
    "registered_address": "1",
}


@pytest.mark.parametrize("status", CaseStatus)
def test_a_state_is_the_same_after_it_travelled_in_any_status(status: CaseStatus) -> None:
    state = a_state(status)

    assert CaseState.model_validate_json(state.model_dump_json()) == state


def test_a_full_record_is_the_same_after_it_travelled() -> None:
    record = a_record(
        CaseStatus.APPROVED,
        opening=an_opening(additional_data={"crm": {"id": 7, "tags": ["a", None, 1.5, True]}}),
        documents=(a_document(),),
        validation_results=(a_validation(a_document(), valid=False),),
        sources={SourceName.VIES: an_answer(SourceName.VIES, facts=VIES_FACTS)},
        mcc_classification=MCC,
    )

    assert CaseRecord.model_validate_json(record.model_dump_json()) == record


def test_facts_keep_their_type() -> None:
    answer = an_answer(SourceName.VIES, facts=VIES_FACTS)

    travelled = SourceAnswer.model_validate_json(answer.model_dump_json())

    assert [(fact.value, type(fact.value)) for fact in travelled.facts] == [
        (value, type(value)) for value in VIES_FACTS.values()
    ]


def test_a_fact_is_read_by_its_name() -> None:
    answer = an_answer(SourceName.VIES, facts=VIES_FACTS)

    assert (answer.fact("company_name"), answer.fact("website_title")) == ("true", None)


def test_a_reader_ignores_what_a_newer_writer_added() -> None:
    newer = {**a_record().model_dump(mode="json"), "added_next_year": 1}

    assert CaseRecord.model_validate(newer) == a_record()


def test_a_workflow_starts_from_an_opening_alone() -> None:
    opening = an_opening()

    assert CaseInput.model_validate_json(CaseInput(opening=opening).model_dump_json()) == CaseInput(opening=opening)


def test_the_latest_risk_score_is_that_of_the_latest_investigation() -> None:
    (first,) = a_record().investigation_results
    second = first.model_copy(update={"risk_score": 0.75})

    assert a_record(CaseStatus.AWAITING_DOCUMENTS).latest_risk_score is None
    assert a_record(investigation_results=(first, second)).latest_risk_score == 0.75
