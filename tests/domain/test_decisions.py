"""Who may decide what, and when: the whole table, and what a decision does."""

from itertools import product
from typing import get_args

import pytest
from pydantic import JsonValue

from domain.lifecycle import receive
from schemas.actor import Actor
from schemas.case import CaseState
from schemas.commands import Decision, Outcome
from schemas.errors import ErrorCode
from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import (
    CUSTOMER,
    FOLLOW_UP,
    MCC,
    NOW,
    OFFICER,
    SENIOR_OFFICER,
    a_record,
    a_state,
    an_envelope,
    an_opening,
)

S = CaseStatus
ROLES = get_args(Actor.model_fields["role"].annotation)

BODIES: dict[Decision, dict[str, JsonValue]] = {
    "approve": {"decision": "approve", "reason": "The missing document was seen on paper"},
    "reject": {"decision": "reject", "reason": "No licence"},
    "follow_up": FOLLOW_UP,
    "escalate": {"decision": "escalate", "reason": "A large volume"},
    "return": {"decision": "return"},
}

ALLOWED: dict[tuple[CaseStatus, Decision], tuple[set[str], CaseStatus]] = {
    (S.REVIEW_PENDING, "approve"): ({"officer", "senior_officer", "admin"}, S.APPROVED),
    (S.REVIEW_PENDING, "reject"): ({"officer", "senior_officer", "admin"}, S.REJECTED),
    (S.REVIEW_PENDING, "follow_up"): ({"officer", "senior_officer", "admin"}, S.FOLLOW_UP_REQUIRED),
    (S.REVIEW_PENDING, "escalate"): ({"officer", "senior_officer", "admin"}, S.ESCALATED),
    (S.ESCALATED, "approve"): ({"senior_officer", "admin"}, S.APPROVED),
    (S.ESCALATED, "reject"): ({"senior_officer", "admin"}, S.REJECTED),
    (S.ESCALATED, "follow_up"): ({"senior_officer", "admin"}, S.FOLLOW_UP_REQUIRED),
    (S.ESCALATED, "return"): ({"senior_officer", "admin"}, S.REVIEW_PENDING),
}


def expected(status: CaseStatus, decision: Decision, role: str) -> CaseStatus | ErrorCode:
    if role in ("auditor", "unknown"):
        return "role_not_allowed"
    if (status, decision) not in ALLOWED:
        return "wrong_state"
    roles, target = ALLOWED[status, decision]
    return target if role in roles else "role_not_allowed"


def decide(state: CaseState, body: dict[str, JsonValue], actor: Actor = OFFICER) -> CaseState:
    return receive(state, "decision", an_envelope(body, actor), NOW)


def outcome(state: CaseState) -> Outcome:
    return state.ledger["cmd_1"]


@pytest.mark.parametrize(("status", "decision", "role"), list(product(CaseStatus, get_args(Decision), ROLES)))
def test_a_decision_is_taken_by_the_right_role_at_the_right_moment(
    status: CaseStatus, decision: Decision, role: str
) -> None:
    actor = Actor.model_validate({"id": "key_1", "role": role})

    after = decide(a_state(status), BODIES[decision], actor)

    result = after.record.status if outcome(after).state == "applied" else outcome(after).code
    assert result == expected(status, decision, role)


def test_a_decision_records_who_took_it_when_why_and_on_which_version() -> None:
    state = a_state(S.REVIEW_PENDING)
    envelope = an_envelope(BODIES["reject"], OFFICER, expected_version=state.record.version)

    decision = receive(state, "decision", envelope, NOW).record.decisions[-1]

    assert (decision.decision, decision.reason, decision.actor) == ("reject", "No licence", OFFICER)
    assert (decision.iteration, decision.decided_at, decision.version_seen) == (1, NOW, state.record.version)


def test_a_decision_is_two_events_by_the_officer() -> None:
    state = a_state(S.REVIEW_PENDING)

    events = decide(state, BODIES["approve"]).outbox[len(state.outbox) :]

    assert [event.event for event in events] == [EventName.OFFICER_DECISION, EventName.STATUS_CHANGED]
    assert events[1].data == {"from": "REVIEW_PENDING", "to": "APPROVED"}
    assert {event.actor for event in events} == {OFFICER}


def test_the_outcome_of_a_decision_says_where_the_case_now_stands() -> None:
    after = decide(a_state(S.REVIEW_PENDING), BODIES["approve"])

    assert (outcome(after).status, outcome(after).version) == (S.APPROVED, after.record.version)


@pytest.mark.parametrize("decision", ["reject", "escalate"])
@pytest.mark.parametrize("reason", [None, "", "   "])
def test_rejecting_and_escalating_need_a_reason(decision: str, reason: str | None) -> None:
    after = decide(a_state(), {"decision": decision, "reason": reason})

    assert outcome(after).code == "reason_required"
    assert outcome(after).message == f"reason: to {decision} a case, say why"


LESS_CAREFUL = {("follow_up", "approve"), ("escalate", "approve"), ("escalate", "follow_up")}


def recommended(action: str) -> CaseState:
    """A case under review whose investigation recommends this."""
    (result,) = a_record().investigation_results
    return a_state(investigation_results=(result.model_copy(update={"recommended_action": action}),))


@pytest.mark.parametrize("decision", ["approve", "follow_up"])
@pytest.mark.parametrize("recommendation", ["approve", "follow_up", "escalate"])
def test_a_decision_that_is_less_careful_than_recommended_needs_a_reason(recommendation: str, decision: str) -> None:
    body = {**BODIES[decision], "reason": None}  # type: ignore[index]  # parametrised

    without = outcome(decide(recommended(recommendation), body))
    explained = outcome(decide(recommended(recommendation), {**body, "reason": "Seen on paper"}))

    assert without.code == ("reason_required" if (recommendation, decision) in LESS_CAREFUL else None)
    assert without.field == ("reason" if without.code else None)
    assert explained.state == "applied"


def test_a_decision_records_what_was_recommended_when_it_was_taken() -> None:
    event = decide(recommended("escalate"), BODIES["approve"]).outbox[-2]

    assert event.data["recommended_action"] == "escalate"


def test_a_returned_case_is_the_officers_again() -> None:
    returned = decide(a_state(S.ESCALATED), BODIES["return"], SENIOR_OFFICER)

    approved = receive(returned, "decision", an_envelope(BODIES["approve"], OFFICER, "cmd_2"), NOW)

    assert approved.record.status is S.APPROVED


@pytest.mark.parametrize("status", [S.APPROVED, S.REJECTED])
def test_a_second_decision_on_a_closed_case_is_told_the_first(status: CaseStatus) -> None:
    first = {S.APPROVED: "approve", S.REJECTED: "reject"}[status]

    after = decide(a_state(status), BODIES["approve"], SENIOR_OFFICER)

    assert outcome(after).message == (
        f"the case is closed: it is {status} by the decision to {first} of {SENIOR_OFFICER.id} (senior_officer) "
        "at 2026-03-02T09:00:00+00:00"
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (S.AWAITING_DOCUMENTS, "once the customer has submitted"),
        (S.FOLLOW_UP_REQUIRED, "once the customer has submitted"),
        (S.PROCESSING, "when the investigation is done"),
        (S.FAILED, "closed"),
    ],
)
def test_a_decision_at_the_wrong_moment_is_told_when_the_right_one_is(status: CaseStatus, said: str) -> None:
    assert said in (outcome(decide(a_state(status), BODIES["approve"])).message or "")


def test_a_decision_on_what_is_no_longer_so_is_refused() -> None:
    state = a_state(S.REVIEW_PENDING)
    read_earlier = an_envelope(BODIES["approve"], expected_version=state.record.version - 1)

    after = receive(state, "decision", read_earlier, NOW)

    assert outcome(after).code == "case_moved"
    assert after.record == state.record


def test_a_follow_up_opens_the_next_iteration_with_its_tasks() -> None:
    record = decide(a_state(), FOLLOW_UP).record

    assert record.current_iteration == 2
    assert [(task.task_id, task.iteration, task.description) for task in record.follow_up_tasks] == [
        ("task_1", 2, "Where is your shop?")
    ]
    assert record.follow_up_tasks[0].origin == "officer"


def test_task_ids_go_on_counting_over_the_iterations() -> None:
    second = a_state(follow_up_tasks=a_record(S.FOLLOW_UP_REQUIRED).follow_up_tasks)

    assert [task.task_id for task in decide(second, FOLLOW_UP).record.follow_up_tasks] == ["task_1", "task_2"]


def test_a_follow_up_uses_up_the_proposed_tasks() -> None:
    assert a_state().record.generated_tasks
    assert decide(a_state(), FOLLOW_UP).record.generated_tasks == ()


def test_the_last_iteration_ends_in_another_decision_than_follow_up() -> None:
    last = a_state(current_iteration=3)

    assert outcome(decide(last, FOLLOW_UP)).code == "max_iterations_reached"
    assert outcome(decide(last, BODIES["escalate"])).state == "applied"


def test_how_often_the_customer_is_asked_is_the_templates_to_say() -> None:
    patient = an_opening().template.model_copy(update={"max_iterations": 4})

    after = decide(a_state(current_iteration=3, opening=an_opening(template=patient)), FOLLOW_UP)

    assert after.record.current_iteration == 4


@pytest.mark.parametrize("status", CaseStatus)
def test_an_mcc_is_decided_while_the_case_is_under_review(status: CaseStatus) -> None:
    after = receive(
        a_state(status, mcc_classification=MCC), "mcc-decision", an_envelope({"action": "accept"}, OFFICER), NOW
    )

    assert (outcome(after).state == "applied") == (status in (S.REVIEW_PENDING, S.ESCALATED))


@pytest.mark.parametrize("role", ROLES)
def test_an_mcc_is_decided_by_an_officer(role: str) -> None:
    actor = Actor.model_validate({"id": "key_1", "role": role})

    after = receive(a_state(mcc_classification=MCC), "mcc-decision", an_envelope({"action": "accept"}, actor), NOW)

    assert (outcome(after).state == "applied") == (role in ("officer", "senior_officer", "admin"))


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_what_was_not_classified_cannot_be_accepted_or_rejected(action: str) -> None:
    after = receive(a_state(), "mcc-decision", an_envelope({"action": action}), NOW)

    assert outcome(after).code == "no_mcc_classification"


def test_an_override_needs_no_classification() -> None:
    body: dict[str, JsonValue] = {"action": "override", "override_mcc": "5732", "notes": "Electronics"}

    decision = receive(a_state(), "mcc-decision", an_envelope(body), NOW).record.mcc_decision

    assert decision is not None
    assert (decision.action, decision.override_mcc, decision.notes, decision.actor) == (
        "override",
        "5732",
        "Electronics",
        OFFICER,
    )


def test_the_customer_cannot_decide_even_with_a_perfect_command() -> None:
    state = a_state(S.REVIEW_PENDING)
    envelope = an_envelope(BODIES["approve"], CUSTOMER, expected_version=state.record.version)

    assert outcome(receive(state, "decision", envelope, NOW)).code == "role_not_allowed"
