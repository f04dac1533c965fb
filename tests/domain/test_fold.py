"""The record of a case, and what became of its commands, are what its events make of it."""

import pytest

from domain import progress
from domain.fold import LEDGER_SIZE, after, begun, opening_on_record, replayed
from domain.ledger import Cause, Event, with_events
from schemas.case import CaseState
from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import MCC, NOW, OFFICER, a_state, an_opening

REFUSED = Event(EventName.COMMAND_REFUSED, OFFICER, {"code": "wrong_state", "message": "not now", "field": None})


def without_outbox(state: CaseState) -> CaseState:
    return state.model_copy(update={"outbox": ()})


REACHED = (
    CaseStatus.REVIEW_PENDING,
    CaseStatus.FOLLOW_UP_REQUIRED,
    CaseStatus.ESCALATED,
    CaseStatus.APPROVED,
    CaseStatus.REJECTED,
)


@pytest.mark.parametrize("status", REACHED)
def test_a_case_is_what_its_audit_log_makes_of_it(status: CaseStatus) -> None:
    state = a_state(status)

    assert replayed(state.record.opening, state.outbox) == without_outbox(state)


def test_the_audit_log_holds_the_opening_without_the_secret_of_the_portal() -> None:
    opening = opening_on_record(a_state().outbox[0])

    assert opening == an_opening(portal_token=None, portal_url=None)


def test_an_audit_log_that_does_not_begin_with_the_opening_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with event 1"):
        begun(an_opening(), a_state().outbox[1])


def test_an_audit_log_with_a_gap_is_refused() -> None:
    first, _, third, *_ = a_state().outbox

    with pytest.raises(ValueError, match="event 3 does not follow event 1"):
        after(begun(an_opening(), first), third)


def test_a_refusal_changes_the_ledger_alone() -> None:
    state = a_state()

    refused = with_events(state, (REFUSED,), NOW, Cause("cmd_9", "hash"))

    assert refused.record is state.record
    outcome = refused.ledger["cmd_9"]
    assert (outcome.state, outcome.code, outcome.message, outcome.body_hash) == (
        "rejected",
        "wrong_state",
        "not now",
        "hash",
    )


def test_the_ledger_forgets_the_oldest_outcomes_first() -> None:
    state = a_state()
    for number in range(LEDGER_SIZE + 1):
        state = with_events(without_outbox(state), (REFUSED,), NOW, Cause(f"cmd_new_{number}", "hash"))

    assert len(state.ledger) == LEDGER_SIZE
    assert "cmd_new_0" not in state.ledger
    assert {"cmd_new_1", f"cmd_new_{LEDGER_SIZE}"} <= state.ledger.keys()


def test_what_an_officer_said_of_the_business_is_kept_for_the_next_classification() -> None:
    again = progress.reclassified(MCC, OFFICER, "Mostly electronics")
    state = with_events(a_state(), (*again, *progress.classified(MCC)), NOW)

    assert state.record.mcc_notes == "Mostly electronics"
