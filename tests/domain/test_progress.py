"""What the workflow itself adds to a case: moves between stages, answers of sources, results of the investigation."""

from datetime import timedelta
from itertools import product

import pytest

from domain import progress
from domain.ledger import SYSTEM, Events, with_events
from domain.stages import MOVES
from schemas.case import CaseRecord, CaseState, Deadline, FollowUpTask
from schemas.events import EventName
from schemas.session import SessionDetails
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import NOW, OFFICER, a_document, a_record, a_state, a_validation, an_answer, an_opening

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


def after(state: CaseState, events: Events) -> CaseRecord:
    """The record once these events have happened."""
    return with_events(state, events, NOW).record


def test_a_new_case_waits_for_the_customer_and_its_first_event_says_who_opened_it() -> None:
    state = progress.opened(an_opening())

    assert (state.record.status, state.record.version, state.record.current_iteration) == (S.AWAITING_DOCUMENTS, 1, 1)
    (event,) = state.outbox
    assert (event.sequence, event.event, event.actor, event.timestamp) == (1, EventName.CASE_CREATED, OFFICER, NOW)
    assert event.data["template"] == an_opening().template.model_dump(mode="json")


def test_the_events_of_a_new_case_do_not_give_the_portal_token_away() -> None:
    state = progress.opened(an_opening())

    assert "pt_" not in state.outbox[0].model_dump_json()


@pytest.mark.parametrize(("here", "there"), list(product(CaseStatus, CaseStatus)))
def test_a_case_moves_by_itself_only_through_the_stages_of_an_investigation_or_to_the_end_of_its_time(
    here: CaseStatus, there: CaseStatus
) -> None:
    stages = {
        (S.DOCUMENTS_RECEIVED, S.VALIDATING_DOCUMENTS),
        (S.VALIDATING_DOCUMENTS, S.PROCESSING),
        (S.VALIDATING_DOCUMENTS, S.AWAITING_DOCUMENTS),
        (S.PROCESSING, S.GENERATING_TASKS),
        (S.GENERATING_TASKS, S.REVIEW_PENDING),
        # The end of the time that its template allows.
        (S.AWAITING_DOCUMENTS, S.FAILED),
        (S.FOLLOW_UP_REQUIRED, S.FAILED),
        (S.REVIEW_PENDING, S.FAILED),
        (S.ESCALATED, S.FAILED),
    }
    state = a_state(here)
    record = state.record

    if (here, there) in stages:
        events = progress.moved(record, there)
        assert after(state, events).status is there
        assert [(event.name, event.data) for event in events] == [
            (EventName.STATUS_CHANGED, {"from": here, "to": there})
        ]
    else:
        with pytest.raises(ValueError, match="does not move from"):
            progress.moved(record, there)


def test_no_case_decides_itself() -> None:
    assert not {S.APPROVED, S.REJECTED, S.ESCALATED} & {target for targets in MOVES.values() for target in targets}


def test_an_answer_of_a_source_is_an_event_with_all_that_it_said() -> None:
    answer = an_answer(SourceName.WEBSITE, "unavailable", reason="timeout")

    events = progress.answered(a_record(), answer)

    assert [event.data for event in events] == [answer.model_dump(mode="json")]
    assert after(a_state(), events).sources == {SourceName.WEBSITE: answer}


def test_a_later_answer_replaces_an_earlier_one_of_the_same_source() -> None:
    timeout, found = an_answer(SourceName.VIES, "unavailable", reason="timeout"), an_answer(SourceName.VIES)

    late = after(a_state(), progress.answered(a_record(), timeout))
    record = after(a_state(sources=late.sources), progress.answered(late, found))

    assert record.sources == {SourceName.VIES: found}


def test_attempts_in_vain_are_counted_until_the_source_answers() -> None:
    timeout, found = an_answer(SourceName.VIES, "unavailable", reason="timeout"), an_answer(SourceName.VIES)
    record, attempts = a_record(), []

    for answer in (timeout, timeout, timeout, found, timeout):
        record = after(a_state(sources=record.sources), progress.answered(record, answer))
        attempts.append(record.sources[SourceName.VIES].attempt)

    assert attempts == [1, 2, 3, 1, 1]


def test_enrichment_ends_once_and_says_how_each_source_answered() -> None:
    sources = {
        SourceName.VIES: an_answer(SourceName.VIES),
        SourceName.WEBSITE: an_answer(SourceName.WEBSITE, "unavailable"),
    }
    state = a_state(sources=sources)

    events = progress.enriched(state.record)

    assert after(state, events).enrichment == sources
    assert events == ((EventName.ENRICHMENT_COMPLETED, SYSTEM, {"vies": "found", "website": "unavailable"}),)


def test_the_opening_shows_the_documented_sources_only() -> None:
    sources = {source: an_answer(source) for source in (SourceName.NORTHDATA, SourceName.KBO, SourceName.GLEIF)}
    state = a_state(sources=sources)

    assert after(state, progress.enriched(state.record)).enrichment == {
        SourceName.NORTHDATA: sources[SourceName.NORTHDATA]
    }


def test_only_the_latest_version_of_each_document_is_validated() -> None:
    second = a_document("certificate", b"second version")
    record = a_record(documents=(CERTIFICATE, BANK_STATEMENT, second))

    assert set(progress.documents_to_validate(record)) == {second, BANK_STATEMENT}


def test_a_document_is_validated_once() -> None:
    record = a_record(documents=(CERTIFICATE, BANK_STATEMENT), validation_results=(a_validation(CERTIFICATE),))

    assert progress.documents_to_validate(record) == (BANK_STATEMENT,)


def test_validation_results_are_added_to_those_of_earlier_iterations() -> None:
    state = a_state(validation_results=(a_validation(CERTIFICATE),))

    record = after(state, progress.validated([a_validation(BANK_STATEMENT, valid=False)]))

    assert [result.valid for result in record.validation_results] == [True, False]


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
    state = a_state(S.VALIDATING_DOCUMENTS)

    events = progress.bounced_back(state.record, [a_validation(CERTIFICATE, valid=False)])
    record = after(state, events)

    (task,) = record.follow_up_tasks
    assert (record.status, record.current_iteration) == (S.AWAITING_DOCUMENTS, 1)
    assert (task.task_id, task.document_type, task.required, task.origin) == (
        "task_1",
        "certificate",
        True,
        "validation",
    )
    assert task.description.startswith("certificate.pdf: ")
    assert [event.name for event in events] == [EventName.VALIDATION_BOUNCE_BACK, EventName.STATUS_CHANGED]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-IE", "The file is damaged. Please upload it again."),
        ("fr-BE", "Ce document ne s'ouvre pas"),
        ("de", "Dieses Dokument lässt sich nicht öffnen"),
        ("nl-NL", "Dit document kan niet worden geopend"),
    ],
)
def test_a_customer_is_told_in_his_language_what_is_wrong_with_a_document(locale: str, words: str) -> None:
    opening = an_opening(session=SessionDetails(idempotency_key="key", ttl_hours=24, locale=locale))
    record = a_record(S.VALIDATING_DOCUMENTS, opening=opening)

    events = progress.bounced_back(record, [a_validation(CERTIFICATE, valid=False)])

    assert f"certificate.pdf: {words}" in str(events[0].data)


def test_a_customer_who_is_asked_again_for_a_document_has_a_link_that_lives_on() -> None:
    state = a_state(S.VALIDATING_DOCUMENTS)
    late = state.record.portal_expires_at - timedelta(hours=1)

    events = progress.bounced_back(state.record, [a_validation(CERTIFICATE, valid=False)])

    assert with_events(state, events, late).record.portal_expires_at == late + timedelta(days=30)


def test_a_replacement_for_a_follow_up_document_is_of_the_same_kind() -> None:
    state = a_state(S.VALIDATING_DOCUMENTS, follow_up_tasks=(a_task(),))

    events = progress.bounced_back(state.record, [a_validation(a_document("followup_task_1"), valid=False)])

    assert [(task.task_id, task.document_type) for task in after(state, events).follow_up_tasks] == [
        ("task_1", "utility_bill"),
        ("task_2", "utility_bill"),
    ]


def test_an_investigation_is_added_to_those_of_earlier_iterations() -> None:
    state = a_state(S.REVIEW_PENDING)
    (first,) = state.record.investigation_results
    second = first.model_copy(update={"iteration": 2})

    assert after(state, progress.investigated(second)).investigation_results == (first, second)


def test_a_case_whose_time_is_over_has_failed_and_says_what_it_waited_for() -> None:
    state = a_state(S.ESCALATED)
    deadline = next(item for item in state.record.deadlines if item.kind == "timeline")

    events = progress.timeline_exceeded(state.record, deadline)
    record = after(state, events)

    assert record.status is S.FAILED
    assert events[0].data == {"due_at": deadline.due_at.isoformat(), "max_timeline_days": 60, "status": "ESCALATED"}
    assert record.deadlines[-1] == Deadline(kind="timeline", due_at=deadline.due_at, passed_at=NOW)
