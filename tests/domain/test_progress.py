"""What the workflow itself adds to a case: moves between stages, answers of sources, results of the investigation."""

from itertools import product

import pytest

from domain import progress
from domain.ledger import SYSTEM
from domain.stages import MOVES
from schemas.case import FollowUpTask
from schemas.events import EventName
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import NOW, OFFICER, a_document, a_record, a_validation, an_answer, an_opening

S = CaseStatus
CERTIFICATE = a_document("certificate")
BANK_STATEMENT = a_document("bank_statement")


def a_task(required: bool = True) -> FollowUpTask:
    return FollowUpTask(
        task_id="task_1",
        iteration=2,
        description="Please send a utility bill.",
        response_type="document",
        document_type="utility_bill",
        required=required,
        answered_at=NOW,
    )


def test_a_new_case_waits_for_the_customer_and_its_first_event_says_who_opened_it() -> None:
    state = progress.opened(an_opening())

    assert (state.record.status, state.record.version, state.record.current_iteration) == (S.AWAITING_DOCUMENTS, 1, 1)
    (event,) = state.outbox
    assert (event.sequence, event.event, event.actor, event.timestamp) == (1, EventName.CASE_CREATED, OFFICER, NOW)
    assert event.data["template_id"] == "example_onboarding"


def test_the_events_of_a_new_case_do_not_give_the_portal_token_away() -> None:
    state = progress.opened(an_opening())

    assert "pt_" not in state.outbox[0].model_dump_json()


@pytest.mark.parametrize(("here", "there"), list(product(CaseStatus, CaseStatus)))
def test_a_case_moves_by_itself_only_through_the_stages_of_an_investigation(
    here: CaseStatus, there: CaseStatus
) -> None:
    stages = {
        (S.DOCUMENTS_RECEIVED, S.VALIDATING_DOCUMENTS),
        (S.VALIDATING_DOCUMENTS, S.PROCESSING),
        (S.VALIDATING_DOCUMENTS, S.AWAITING_DOCUMENTS),
        (S.PROCESSING, S.GENERATING_TASKS),
        (S.GENERATING_TASKS, S.REVIEW_PENDING),
    }
    record = a_record(here)

    if (here, there) in stages:
        change = progress.moved(record, there)
        assert change.record == record.model_copy(update={"status": there})
        assert [(event.name, event.data) for event in change.events] == [
            (EventName.STATUS_CHANGED, {"from": here, "to": there})
        ]
    else:
        with pytest.raises(ValueError, match="does not move from"):
            progress.moved(record, there)


def test_no_case_decides_itself() -> None:
    assert not {S.APPROVED, S.REJECTED, S.ESCALATED} & {target for targets in MOVES.values() for target in targets}


def test_each_answer_of_a_source_is_an_event() -> None:
    answers = [an_answer(SourceName.VIES), an_answer(SourceName.WEBSITE, "unavailable", reason="timeout")]

    change = progress.with_answers(a_record(), answers)

    assert set(change.record.sources.values()) == set(answers)
    assert [event.data["source"] for event in change.events] == ["vies", "website"]
    assert change.events[1].data["reason"] == "timeout"


def test_a_later_answer_replaces_an_earlier_one_of_the_same_source() -> None:
    before = progress.with_answers(a_record(), [an_answer(SourceName.VIES, "unavailable", reason="timeout")]).record

    after = progress.with_answers(before, [an_answer(SourceName.VIES)]).record

    assert after.sources == {SourceName.VIES: an_answer(SourceName.VIES)}


def test_enrichment_ends_once_and_says_how_each_source_answered() -> None:
    sources = {
        SourceName.VIES: an_answer(SourceName.VIES),
        SourceName.WEBSITE: an_answer(SourceName.WEBSITE, "unavailable"),
    }

    change = progress.enriched(a_record(sources=sources))

    assert change.record.enrichment == sources
    assert change.events == ((EventName.ENRICHMENT_COMPLETED, SYSTEM, {"vies": "found", "website": "unavailable"}),)


def test_only_the_latest_version_of_each_document_is_validated() -> None:
    second = a_document("certificate", b"second version")
    record = a_record(documents=(CERTIFICATE, BANK_STATEMENT, second))

    assert set(progress.documents_to_validate(record)) == {second, BANK_STATEMENT}


def test_a_document_is_validated_once() -> None:
    record = a_record(documents=(CERTIFICATE, BANK_STATEMENT), validation_results=(a_validation(CERTIFICATE),))

    assert progress.documents_to_validate(record) == (BANK_STATEMENT,)


def test_validation_results_are_added_to_those_of_earlier_iterations() -> None:
    record = a_record(validation_results=(a_validation(CERTIFICATE),))

    change = progress.validated(record, [a_validation(BANK_STATEMENT, valid=False)])

    assert [result.valid for result in change.record.validation_results] == [True, False]
    assert change.events[0].data == {"valid": [], "invalid": {BANK_STATEMENT.document_id: "damaged"}}


@pytest.mark.parametrize(
    ("document", "sent_back"),
    [
        (a_document("certificate"), True),
        (a_document("bank_statement"), False),
        (a_document("followup_task_1"), True),
        (a_document("followup_task_9"), False),
    ],
    ids=["required", "optional", "of a required task", "of no task"],
)
def test_an_unreadable_document_that_was_required_sends_the_case_back(document: object, sent_back: bool) -> None:
    record = a_record(S.VALIDATING_DOCUMENTS, follow_up_tasks=(a_task(),))
    unreadable = a_validation(document, valid=False)  # type: ignore[arg-type]  # parametrised

    assert progress.unreadable_required(record, [unreadable]) == ((unreadable,) if sent_back else ())


def test_an_unreadable_document_of_an_optional_task_does_not_send_the_case_back() -> None:
    record = a_record(S.VALIDATING_DOCUMENTS, follow_up_tasks=(a_task(required=False),))
    unreadable = a_validation(a_document("followup_task_1"), valid=False)

    assert progress.unreadable_required(record, [unreadable]) == ()


def test_a_readable_document_sends_nothing_back() -> None:
    record = a_record(S.VALIDATING_DOCUMENTS)

    assert progress.unreadable_required(record, [a_validation(CERTIFICATE)]) == ()


def test_a_case_goes_back_to_the_customer_in_the_same_iteration_with_a_task_for_each_unreadable_document() -> None:
    record = a_record(S.VALIDATING_DOCUMENTS)

    change = progress.bounced_back(record, [a_validation(CERTIFICATE, valid=False)])

    (task,) = change.record.follow_up_tasks
    assert (change.record.status, change.record.current_iteration) == (S.AWAITING_DOCUMENTS, 1)
    assert (task.task_id, task.document_type, task.required, task.origin) == (
        "task_1",
        "certificate",
        True,
        "validation",
    )
    assert task.description == "certificate.pdf: The file is damaged. Please upload it again."
    assert [event.name for event in change.events] == [EventName.VALIDATION_BOUNCE_BACK, EventName.STATUS_CHANGED]


def test_a_replacement_for_a_follow_up_document_is_of_the_same_kind() -> None:
    record = a_record(S.VALIDATING_DOCUMENTS, follow_up_tasks=(a_task(),))

    change = progress.bounced_back(record, [a_validation(a_document("followup_task_1"), valid=False)])

    assert [(task.task_id, task.document_type) for task in change.record.follow_up_tasks] == [
        ("task_1", "utility_bill"),
        ("task_2", "utility_bill"),
    ]


def test_an_investigation_is_added_to_those_of_earlier_iterations() -> None:
    record = a_record(S.REVIEW_PENDING)
    (first,) = record.investigation_results
    second = first.model_copy(update={"iteration": 2})

    change = progress.investigated(record, second)

    assert change.record.investigation_results == (first, second)
    assert change.events[0].data["findings"] == [finding.finding_id for finding in second.findings]
    assert change.events[0].data["risk_score"] == second.risk_score
