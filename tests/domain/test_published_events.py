"""What other systems hear of a case, and what they never hear."""

import json
from collections.abc import Sequence

import pytest
from pydantic import JsonValue

from domain import progress
from domain.fold import after, begun
from domain.ledger import Event, with_events
from domain.published_events import NOT_PUBLISHED, PUBLISHED, document_status, event_id_of, publications_of
from schemas.actor import Actor
from schemas.case import CaseState
from schemas.events import CaseEvent, EventName
from schemas.extraction import DocumentReading
from schemas.published_events import SEMANTIC_TYPES, Publication
from schemas.status import CaseStatus
from tests.example_cases import (
    CUSTOMER,
    NOW,
    OFFICER,
    SENIOR_OFFICER,
    a_document,
    a_state,
    a_validation,
    applied,
    told,
)

S = CaseStatus
E = EventName
CANARY = "canary-8c1f"
OPENED = ["case.created"]
SUBMITTED = [*OPENED, "intake.submitted"]
REVIEWED = [*SUBMITTED, "case.processing", "case.needs_review"]


def heard(state: CaseState, events: Sequence[CaseEvent] | None = None) -> list[Publication]:
    """What is published of the whole history of a case."""
    first, *later = events or state.outbox
    folded = begun(state.record.opening, first)
    published = list(publications_of(folded.record, first))
    for event in later:
        folded = after(folded, event)
        published += publications_of(folded.record, event)
    return published


def types(state: CaseState) -> list[str]:
    return [publication.event_type for publication in heard(state)]


def last(state: CaseState) -> tuple[str, dict[str, JsonValue]]:
    publication = heard(state)[-1]
    return publication.event_type, publication.data


def with_document(state: CaseState) -> CaseState:
    return told(state, "document", {"document": a_document().model_dump(mode="json")}, CUSTOMER, "cmd_document")


def decided(state: CaseState, decision: str, actor: Actor = SENIOR_OFFICER) -> CaseState:
    return told(state, "decision", {"decision": decision, "reason": CANARY}, actor, f"cmd_{decision}")


# Every event is published or not on purpose.


def test_every_event_of_a_case_is_named_as_published_or_as_not_published() -> None:
    assert set(EventName) == PUBLISHED | NOT_PUBLISHED, "say in domain/published_events.py what others may know of it"
    assert not PUBLISHED & NOT_PUBLISHED


def test_every_published_type_has_a_versioned_name_of_its_own() -> None:
    assert len(set(SEMANTIC_TYPES.values())) == len(SEMANTIC_TYPES)
    assert all(name.startswith("v1.") for name in SEMANTIC_TYPES.values())


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (S.AWAITING_DOCUMENTS, OPENED),
        (S.DOCUMENTS_RECEIVED, SUBMITTED),
        (S.VALIDATING_DOCUMENTS, SUBMITTED),
        (S.PROCESSING, [*SUBMITTED, "case.processing"]),
        (S.GENERATING_TASKS, [*SUBMITTED, "case.processing"]),
        (S.REVIEW_PENDING, REVIEWED),
        (S.FOLLOW_UP_REQUIRED, [*REVIEWED, "case.applicant_blocked"]),
        (S.ESCALATED, REVIEWED),
        (S.APPROVED, [*REVIEWED, "review.completed", "case.completed"]),
        (S.REJECTED, [*REVIEWED, "review.completed", "case.completed"]),
    ],
)
def test_a_case_is_told_of_as_far_as_it_has_come(status: CaseStatus, expected: list[str]) -> None:
    assert types(a_state(status)) == expected


# What each says.


def test_a_publication_names_the_row_of_the_audit_log_and_its_moment() -> None:
    (created,) = heard(a_state(S.AWAITING_DOCUMENTS))

    assert (created.sequence, created.occurred_at) == (1, NOW)
    assert created.data == {"case_type_id": "example_onboarding", "environment": "test"}


def test_an_upload_says_which_file_it_was_and_not_where_it_is_kept() -> None:
    document = a_document()

    assert last(with_document(a_state(S.AWAITING_DOCUMENTS))) == (
        "document.uploaded",
        {
            "document_id": document.document_id,
            "requirement_id": "certificate",
            "filename": "certificate.pdf",
            "sha256": document.sha256,
            "file_size": document.file_size,
            "format": "pdf",
            "iteration": 1,
        },
    )


def test_only_documents_that_cannot_be_opened_have_failed_their_validation() -> None:
    good, bad = a_document("bank_statement"), a_document("certificate")
    state = applied(a_state(S.VALIDATING_DOCUMENTS), progress.validated([a_validation(good), a_validation(bad, False)]))

    assert last(state) == (
        "document.failed",
        {
            "document_id": bad.document_id,
            "requirement_id": "certificate",
            "filename": "certificate.pdf",
            "problem": "damaged",
        },
    )
    assert types(state).count("document.failed") == 1


@pytest.mark.parametrize(
    ("reading", "event_type"),
    [
        ({"pages_read": 3}, "document.processed"),
        ({"pages_read": 50, "problem": "too_complex"}, "document.processed"),
        ({"problem": "needs_ocr"}, "document.failed"),
    ],
)
def test_a_document_is_processed_if_anything_could_be_read_in_it(
    reading: dict[str, JsonValue], event_type: str
) -> None:
    document = a_document()
    uploaded = with_document(a_state(S.AWAITING_DOCUMENTS))
    of_it = DocumentReading.model_validate({"document_id": document.document_id, "read_at": NOW, **reading})

    told_type, data = last(applied(uploaded, progress.document_read(uploaded.record, of_it)))

    assert told_type == event_type
    assert data["filename"] == "certificate.pdf"
    assert data["problem"] == reading.get("problem")
    assert "candidates" not in data


TOLD_OF_A_DOCUMENT = {
    "document.uploaded": "received",
    "document.processed": "processed",
    "document.failed": "failed",
}


@pytest.mark.parametrize(
    ("valid", "reading"),
    [
        (None, None),
        (False, None),
        (True, None),
        (True, {"pages_read": 3}),
        (True, {"pages_read": 50, "problem": "too_complex"}),
        (True, {"problem": "needs_ocr"}),
    ],
)
def test_what_a_case_says_of_a_document_is_what_its_events_say(
    valid: bool | None, reading: dict[str, JsonValue] | None
) -> None:
    document = a_document()
    state = with_document(a_state(S.AWAITING_DOCUMENTS))
    if valid is not None:
        state = applied(state, progress.validated([a_validation(document, valid)]))
    if reading is not None:
        of_it = DocumentReading.model_validate({"document_id": document.document_id, "read_at": NOW, **reading})
        state = applied(state, progress.document_read(state.record, of_it))

    last_told = [each.event_type for each in heard(state) if each.event_type in TOLD_OF_A_DOCUMENT][-1]
    assert document_status(state.record, document) == TOLD_OF_A_DOCUMENT[last_told]


def test_who_answers_what_he_was_asked_resolves_the_gap() -> None:
    state = told(
        a_state(S.FOLLOW_UP_REQUIRED), "follow-up", {"task_responses": {"task_1": "In Ghent"}}, CUSTOMER, "cmd_answer"
    )

    assert [publication.event_type for publication in heard(state)[-2:]] == ["intake.submitted", "intake.gap_resolved"]
    assert last(state)[1] == {"iteration": 2, "task_ids": ["task_1"]}


def test_a_blocked_applicant_is_told_of_with_the_tasks_that_are_open() -> None:
    assert last(a_state(S.FOLLOW_UP_REQUIRED)) == (
        "case.applicant_blocked",
        {"iteration": 2, "task_ids": ["task_1"]},
    )


def test_a_bounce_back_blocks_the_applicant_too() -> None:
    state = a_state(S.VALIDATING_DOCUMENTS)
    returned = applied(state, progress.bounced_back(state.record, [a_validation(a_document(), valid=False)]))

    assert last(returned) == ("case.applicant_blocked", {"iteration": 1, "task_ids": ["task_1"]})


def test_a_decision_is_published_without_its_reason() -> None:
    *_, review, completed = heard(decided(a_state(), "reject"))

    assert (review.event_type, review.data) == ("review.completed", {"decision": "rejected"})
    assert (completed.event_type, completed.data) == ("case.completed", {"decision": "rejected"})


def test_a_case_that_an_operator_ends_has_failed_without_a_reason() -> None:
    state = a_state()

    assert last(applied(state, progress.cancelled(state.record, CANARY))) == ("case.failed", {"iteration": 1})


# What is never heard.


def test_an_escalation_cannot_be_told_from_a_review_that_takes_longer() -> None:
    escalated = decided(a_state(), "escalate", OFFICER)
    handed_back = decided(escalated, "return")

    assert types(escalated) == types(handed_back) == REVIEWED
    assert _without_sequence(decided(escalated, "approve")) == _without_sequence(decided(a_state(), "approve"))
    assert _without_sequence(decided(handed_back, "approve")) == _without_sequence(decided(a_state(), "approve"))


def _without_sequence(state: CaseState) -> list[Publication]:
    return [publication.model_copy(update={"sequence": 0}) for publication in heard(state)]


def test_nothing_that_officers_write_is_published() -> None:
    state = with_document(a_state(S.AWAITING_DOCUMENTS))
    state = applied(state, progress.moved(a_state(S.GENERATING_TASKS).record, S.REVIEW_PENDING))
    written: dict[EventName, dict[str, JsonValue]] = {
        E.MCC_DECISION: {"action": "override", "override_mcc": "5940", "notes": CANARY},
        E.FACT_DECISION: {"name": "legal_form", "value": CANARY, "source": CANARY, "reason": CANARY},
        E.CANDIDATE_DECISION: {"feature": "iban", "candidate_id": CANARY, "reason": CANARY},
        E.COMMAND_REFUSED: {"command": "decision", "code": "wrong_state", "message": CANARY},
    }
    state = with_events(state, [Event(name, OFFICER, data) for name, data in written.items()], NOW)
    state = decided(decided(decided(state, "escalate"), "return"), "reject")

    assert CANARY in state.model_dump_json(), "else there was nothing to find"
    assert CANARY not in json.dumps([publication.model_dump(mode="json") for publication in heard(state)])


@pytest.mark.parametrize("status", [S.FOLLOW_UP_REQUIRED, S.APPROVED, S.REJECTED])
def test_members_that_nobody_has_allowed_are_not_published(status: CaseStatus) -> None:
    state = with_document(told(a_state(status), "follow-up", {"task_responses": {"task_1": "x"}}, CUSTOMER, "cmd_a"))
    document = a_document()
    state = applied(state, progress.validated([a_validation(document, valid=False)]))
    state = applied(
        state, progress.document_read(state.record, DocumentReading(document_id=document.document_id, read_at=NOW))
    )

    grown = [event.model_copy(update={"data": _grown(event.data)}) for event in state.outbox]

    assert CANARY not in json.dumps([publication.model_dump(mode="json") for publication in heard(state, grown)])


def _grown(data: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """The same with a new member at each depth, as a later version of the case may write it."""
    return {
        **{
            name: [_grown(item) if isinstance(item, dict) else item for item in value]
            if isinstance(value, list)
            else value
            for name, value in data.items()
        },
        "added_later": CANARY,
    }


def test_an_event_has_the_same_id_whoever_computes_it() -> None:
    assert event_id_of("case_a1b2c3d4e5f6", 1) == event_id_of("case_a1b2c3d4e5f6", 1)
    ids = {event_id_of(case_id, cursor) for case_id in ("case_1", "case_11") for cursor in (1, 2, 11, 12)}
    assert len(ids) == 8
