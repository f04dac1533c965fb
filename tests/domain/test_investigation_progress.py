"""How far an investigation has come is told from the record, and never more than it shows."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from domain.investigation_progress import ORDER, progress_of
from domain.look_ups import AFTER_THE_REGISTERS, registers_of
from domain.persons import persons_of
from domain.stages import AWAITING_CUSTOMER, AWAITING_OFFICER, TERMINAL
from schemas.case import CaseRecord, MccDecisionRecord
from schemas.sources import SourceAnswer, SourceFact, SourceName
from schemas.status import CaseStatus
from tests.example_cases import (
    COMPANY,
    MCC,
    NOW,
    OFFICER,
    a_document,
    a_record,
    a_validation,
    an_answer,
)
from tests.read_documents import a_reading

CERTIFICATE, STATEMENT = a_document("certificate"), a_document("bank_statement")
LONG_AGO = NOW - timedelta(days=30)
SOURCES = (*registers_of(COMPANY), *AFTER_THE_REGISTERS)
ANSWERED = {source: an_answer(source) for source in SOURCES}
CHECKED = {
    "documents": (CERTIFICATE, STATEMENT),
    "validation_results": (a_validation(CERTIFICATE), a_validation(STATEMENT)),
}
READ = tuple(a_reading(document_id=document.document_id) for document in (CERTIFICATE, STATEMENT))
ACCEPTED = MccDecisionRecord(action="accept", override_mcc=None, notes=None, actor=OFFICER, decided_at=NOW)


def processing(**changes: object) -> CaseRecord:
    """Every source has answered and two documents were checked; nothing was read yet."""
    known: dict[str, object] = {**CHECKED, "sources": screened(ANSWERED), "mcc_classification": None}
    return a_record(CaseStatus.PROCESSING, **{**known, **changes})


def screened(answers: Mapping[SourceName, SourceAnswer]) -> dict[SourceName, SourceAnswer]:
    """The same, with a screening that looked for everyone whom these answers name."""
    persons = persons_of(a_record(CaseStatus.PROCESSING, sources=answers))
    facts = tuple(SourceFact(name="screened", value=person.name) for person in persons)
    return {**answers, SourceName.SCREENING: an_answer(SourceName.SCREENING).model_copy(update={"facts": facts})}


def with_answer(answer: SourceAnswer) -> dict[SourceName, SourceAnswer]:
    return {**screened(ANSWERED), answer.source: answer}


def told(record: CaseRecord) -> dict[str, str]:
    progress = progress_of(record)
    assert progress is not None
    assert tuple(step.step for step in progress.steps) == ORDER
    counted = {step.step: "" if step.total is None else f" {step.done}/{step.total}" for step in progress.steps}
    return {step.step: f"{step.state}{counted[step.step]}" for step in progress.steps}


@pytest.mark.parametrize("status", sorted(AWAITING_CUSTOMER | AWAITING_OFFICER | TERMINAL | {CaseStatus.CREATED}))
def test_a_case_that_rests_or_is_closed_has_no_progress(status: CaseStatus) -> None:
    assert progress_of(a_record(status)) is None


def test_nothing_has_begun_while_answers_are_taken_in() -> None:
    assert set(told(a_record(CaseStatus.DOCUMENTS_RECEIVED, **CHECKED)).values()) == {"waiting"}


def test_documents_are_checked_first() -> None:
    steps = told(a_record(CaseStatus.VALIDATING_DOCUMENTS, documents=(CERTIFICATE, STATEMENT)))

    assert steps.pop("check_documents") == "running 0/2"
    assert set(steps.values()) == {"waiting"}


def test_a_document_that_was_checked_before_a_bounce_is_not_checked_again() -> None:
    record = a_record(
        CaseStatus.VALIDATING_DOCUMENTS,
        documents=(CERTIFICATE, STATEMENT),
        validation_results=(a_validation(CERTIFICATE),),
    )

    assert told(record)["check_documents"] == "running 1/2"


def test_sources_are_asked_while_documents_are_read() -> None:
    missing: dict[SourceName, SourceAnswer] = {
        source: answer for source, answer in ANSWERED.items() if source is not SourceName.VIES
    }
    steps = told(processing(sources=screened(missing), readings=READ[:1]))

    assert steps["check_documents"] == "done 2/2"
    assert steps["ask_sources"] == f"running {len(SOURCES) - 1}/{len(SOURCES)}"
    assert steps["read_documents"] == "running 1/2"
    assert {steps[step] for step in ("classify", "assess", "propose_tasks")} == {"waiting"}


@pytest.mark.parametrize(
    ("answer", "is_asked"),
    [
        (an_answer(SourceName.VIES), True),
        (an_answer(SourceName.VIES).model_copy(update={"collected_at": LONG_AGO}), False),
        (an_answer(SourceName.VIES, "unavailable").model_copy(update={"collected_at": LONG_AGO}), False),
        (an_answer(SourceName.VIES, "unavailable"), True),
        (an_answer(SourceName.SCREENING).model_copy(update={"collected_at": LONG_AGO}), False),
        (an_answer(SourceName.SCREENING, "unavailable"), True),
        (an_answer(SourceName.SCREENING, "not_configured"), True),
    ],
    ids=["fresh", "out of date", "was away before", "is away now", "old lists", "nobody screens now", "no screening"],
)
def test_a_source_counts_once_it_answered_or_was_asked_since_the_customer_submitted(
    answer: SourceAnswer, is_asked: bool
) -> None:
    asked = told(processing(sources=with_answer(answer), readings=READ))["ask_sources"]

    assert asked == (
        f"done {len(SOURCES)}/{len(SOURCES)}" if is_asked else f"running {len(SOURCES) - 1}/{len(SOURCES)}"
    )


def test_whoever_the_registers_name_has_to_be_screened_first() -> None:
    director = an_answer(SourceName.KBO, facts={"director": "An Peeters"})
    old = ANSWERED[SourceName.SCREENING].model_copy(update={"collected_at": NOW - timedelta(hours=1)})
    known = {**ANSWERED, SourceName.KBO: director, SourceName.SCREENING: old}

    assert told(processing(sources=known, readings=READ))["ask_sources"].startswith("running")
    assert told(processing(sources=screened(known), readings=READ))["ask_sources"].startswith("done")


def test_a_document_that_waits_for_better_reading_is_read_again_by_each_investigation() -> None:
    before = a_reading(document_id=CERTIFICATE.document_id, problem="needs_ocr", read_at=LONG_AGO)
    now = before.model_copy(update={"read_at": NOW})

    assert told(processing(readings=(before, READ[1])))["read_documents"] == "running 1/2"
    assert told(processing(readings=(now, READ[1])))["read_documents"] == "done 2/2"


def test_documents_that_were_read_for_an_earlier_iteration_are_not_counted_again() -> None:
    earlier = READ[0].model_copy(update={"read_at": LONG_AGO})

    assert told(processing(readings=(earlier,)))["read_documents"] == "running 0/1"


def test_a_document_that_cannot_be_opened_is_not_waited_for() -> None:
    results = (a_validation(CERTIFICATE), a_validation(STATEMENT, valid=False))

    assert told(processing(validation_results=results, readings=READ[:1]))["read_documents"] == "done 1/1"


def test_the_trade_is_classified_once_all_is_asked_and_read() -> None:
    steps = told(processing(readings=READ))

    assert (steps["classify"], steps["assess"]) == ("running", "waiting")


def test_the_case_is_assessed_once_it_is_classified() -> None:
    steps = told(processing(readings=READ, mcc_classification=MCC))

    assert (steps["classify"], steps["assess"], steps["propose_tasks"]) == ("done", "running", "waiting")


def test_what_was_classified_in_an_earlier_iteration_says_nothing_of_this_one() -> None:
    again = {"readings": READ, "mcc_classification": MCC, "current_iteration": 2}

    assert told(processing(**again))["classify"] == "running"
    assert told(processing(**again, mcc_decision=ACCEPTED))["classify"] == "done"
    assert (
        told(processing(**again, mcc_decision=ACCEPTED.model_copy(update={"action": "reject"})))["assess"] == "waiting"
    )


def test_tasks_are_proposed_last() -> None:
    steps = told(a_record(CaseStatus.GENERATING_TASKS, **CHECKED, readings=READ))

    assert steps.pop("propose_tasks") == "running"
    assert {state.split()[0] for state in steps.values()} == {"done"}
    assert steps["ask_sources"] == f"done {len(SOURCES)}/{len(SOURCES)}"
