"""What falls due in a case by itself: at its opening, after a follow-up, and once it has passed."""

from datetime import datetime, timedelta

import pytest

from domain.deadlines import due, first_deadlines, marked, next_due, next_end, renewed_deadlines
from domain.ledger import Events, with_events
from domain.lifecycle import receive
from domain.progress import portal_expired, reminded, timeline_exceeded
from domain.stages import AWAITING_CUSTOMER, TERMINAL
from schemas.case import CaseRecord, CaseState, Deadline, DeadlineKind
from schemas.events import EventName
from schemas.notifications import ReminderResult
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, NOW, SENIOR_OFFICER, TEMPLATE, a_record, a_state, an_envelope, an_opening

S = CaseStatus
DELIVERED = ReminderResult(delivered=True)
LINK = [("reminder", 23.0), ("reminder", 29.0), ("portal", 30.0)]
"""What the example template has fall due before the customer's link ends, in days after the opening."""


def days(number: float) -> datetime:
    """So many days after the opening."""
    return NOW + timedelta(days=number)


def schedule(deadlines: tuple[Deadline, ...]) -> list[tuple[DeadlineKind, float]]:
    """The deadlines in days after the opening."""
    return [(deadline.kind, (deadline.due_at - NOW) / timedelta(days=1)) for deadline in deadlines]


def a_case(
    status: CaseStatus = S.AWAITING_DOCUMENTS, link_days: float = 30, limits: dict[str, object] | None = None
) -> CaseRecord:
    opening = an_opening(template=TEMPLATE.model_copy(update=limits), portal_expires_at=days(link_days))
    return a_record(status, opening=opening, deadlines=first_deadlines(opening))


def a_case_state(**limits: object) -> CaseState:
    return a_state(S.AWAITING_DOCUMENTS).model_copy(update={"record": a_case(limits=limits)})


def after(state: CaseState, events: Events, number: float) -> CaseState:
    return with_events(state, events, days(number))


# At the opening.


@pytest.mark.parametrize(
    ("link_days", "limits", "expected"),
    [
        (30, {}, [*LINK, ("timeline", 60)]),
        (30, {"max_timeline_days": 25}, [LINK[0], ("timeline", 25), *LINK[1:]]),
        (30, {"reminder_days": ()}, [("portal", 30), ("timeline", 60)]),
        (30, {"reminder_days": (1, 3, 7)}, [("reminder", 23), ("reminder", 27), ("reminder", 29)]),
        (5, {}, [("reminder", 4), ("portal", 5), ("timeline", 60)]),
        (1, {}, [("portal", 1), ("timeline", 60)]),
    ],
    ids=[
        "as the example template says",
        "a timeline that ends before the link",
        "no reminders",
        "reminders in any order",
        "a link shorter than the first reminder is early",
        "a link that ends as early as its last reminder would come",
    ],
)
def test_the_deadlines_of_an_opening_are_those_of_its_template_soonest_first(
    link_days: float, limits: dict[str, object], expected: list[tuple[DeadlineKind, float]]
) -> None:
    assert schedule(a_case(link_days=link_days, limits=limits).deadlines)[: len(expected)] == expected


def test_no_deadline_of_an_opening_has_passed() -> None:
    assert {deadline.passed_at for deadline in a_case().deadlines} == {None}


# What ends next.


def test_a_reminder_ends_nothing() -> None:
    ends = next_end(a_case())

    assert ends is not None
    assert schedule((ends,)) == [("portal", 30)]


def test_after_the_link_the_timeline_ends_next_and_in_a_closed_case_nothing() -> None:
    state = after(a_case_state(), portal_expired(a_case().deadlines[2]), 30)
    ends = next_end(state.record)

    assert ends is not None
    assert schedule((ends,)) == [("timeline", 60)]
    assert next_end(state.record.model_copy(update={"status": S.APPROVED})) is None


# What is due.


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, []),
        (22.9, []),
        (23, [("reminder", 23)]),
        (29.5, [("reminder", 29)]),
        (30, [("portal", 30)]),
        (60, [("portal", 30), ("timeline", 60)]),
    ],
    ids=[
        "nothing yet",
        "nothing just before",
        "at the very moment",
        "of two missed reminders the last",
        "no reminder of a link that has ended",
        "all that nobody was there to act on",
    ],
)
def test_what_is_due_while_it_is_the_customers_turn(number: float, expected: list[tuple[DeadlineKind, float]]) -> None:
    assert schedule(due(a_case(), days(number))) == expected


def test_reminders_of_a_link_that_has_ended_do_not_wake_the_case() -> None:
    state = a_case_state()

    state = after(state, portal_expired(state.record.deadlines[2]), 30)

    assert next_due(state.record) == days(60)


@pytest.mark.parametrize("status", CaseStatus)
def test_only_a_customer_whose_turn_it_is_is_reminded(status: CaseStatus) -> None:
    kinds = [deadline.kind for deadline in due(a_case(status), days(29.5))]

    assert kinds == (["reminder"] if status in AWAITING_CUSTOMER else [])


@pytest.mark.parametrize("status", CaseStatus)
def test_the_link_and_the_timeline_end_in_every_case_that_is_open(status: CaseStatus) -> None:
    kinds = [deadline.kind for deadline in due(a_case(status), days(99)) if deadline.kind != "reminder"]

    assert kinds == ([] if status in TERMINAL else ["portal", "timeline"])


def test_nothing_is_ahead_of_a_closed_case() -> None:
    assert [next_due(a_case(status)) for status in sorted(TERMINAL)] == [None, None, None]


def test_a_case_wakes_for_its_reminder_only_while_it_is_the_customers_turn() -> None:
    assert next_due(a_case(S.FOLLOW_UP_REQUIRED)) == days(23)
    assert next_due(a_case(S.REVIEW_PENDING)) == days(30)


# What has passed.


def test_a_reminder_that_went_out_is_due_no_more_and_the_next_one_is_ahead() -> None:
    state = a_case_state()
    reminder = due(state.record, days(23))[0]

    state = after(state, reminded(reminder, DELIVERED), 23)

    assert due(state.record, days(23)) == ()
    assert next_due(state.record) == days(29)


def test_one_reminder_stands_for_all_that_were_missed() -> None:
    state = a_case_state(reminder_days=(7, 3, 1))
    reminders = due(state.record, days(29.5))
    assert schedule(reminders) == [("reminder", 29)]

    state = after(state, reminded(reminders[0], DELIVERED), 29.5)

    assert [deadline.passed_at for deadline in state.record.deadlines[:3]] == [days(29.5)] * 3
    assert next_due(state.record) == days(30)


def test_an_event_marks_only_deadlines_of_its_kind_up_to_its_own() -> None:
    state = a_case_state()
    first = state.record.deadlines[0]

    event = after(state, reminded(first, DELIVERED), 23).outbox[-1]

    assert event.event is EventName.CUSTOMER_REMINDED
    passed = [deadline.passed_at for deadline in marked(state.record.deadlines, event)]
    assert passed == [event.timestamp, None, None, None]


def test_what_has_passed_keeps_the_moment_at_which_it_did() -> None:
    state = a_case_state()
    reminder = state.record.deadlines[0]
    state = after(state, reminded(reminder, DELIVERED), 23)

    state = after(state, reminded(state.record.deadlines[1], DELIVERED), 29)

    assert [deadline.passed_at for deadline in state.record.deadlines[:2]] == [days(23), days(29)]


def test_the_end_of_the_timeline_fails_the_case_and_says_where_it_stood() -> None:
    state = a_case_state(max_timeline_days=20)
    deadline = due(state.record, days(20))[0]

    state = after(state, timeline_exceeded(state.record, deadline), 20)

    exceeded, moved = state.outbox[-2:]
    assert exceeded.data == {
        "due_at": days(20).isoformat(),
        "max_timeline_days": 20,
        "status": "AWAITING_DOCUMENTS",
    }
    assert (moved.data["to"], state.record.status) == ("FAILED", S.FAILED)
    assert next_due(state.record) is None


def test_a_link_that_ended_is_on_record_with_its_end() -> None:
    state = a_case_state()
    link = state.record.deadlines[2]

    state = after(state, portal_expired(link), 30)

    assert (state.outbox[-1].event, state.outbox[-1].data) == (
        EventName.PORTAL_EXPIRED,
        {"due_at": days(30).isoformat()},
    )
    assert state.record.portal_expires_at == days(30)


# After a follow-up.


@pytest.mark.parametrize(
    ("number", "link_days", "expected"),
    [
        (10, 30, [("reminder", 33), ("reminder", 39), ("portal", 40), ("timeline", 60)]),
        (10, 90, [("timeline", 60), ("reminder", 83), ("reminder", 89), ("portal", 90)]),
        (32, 30, [("timeline", 60), ("portal", 62)]),
    ],
    ids=["the link lives on from now", "a link is never shortened", "a link that had ended lives again"],
)
def test_a_follow_up_renews_the_link(
    number: float, link_days: float, expected: list[tuple[DeadlineKind, float]]
) -> None:
    renewed = renewed_deadlines(a_case(S.REVIEW_PENDING, link_days), days(number))

    assert [item for item in schedule(renewed) if item in expected] == expected
    assert ("reminder", 23.0) not in schedule(renewed)


def test_a_follow_up_forgets_nothing_that_has_passed_and_leaves_the_timeline_alone() -> None:
    state = a_case_state()
    state = after(state, reminded(state.record.deadlines[0], DELIVERED), 23)

    renewed = renewed_deadlines(state.record, days(25))

    assert schedule(renewed) == [
        ("reminder", 23),
        ("reminder", 48),
        ("reminder", 54),
        ("portal", 55),
        ("timeline", 60),
    ]
    assert [deadline.passed_at for deadline in renewed] == [days(23), None, None, None, None]


def test_the_link_of_a_case_is_the_one_that_its_last_follow_up_renewed() -> None:
    state = a_state(S.REVIEW_PENDING, deadlines=a_case().deadlines)
    assert state.record.portal_expires_at == days(30)

    asked = receive(state, "decision", an_envelope(FOLLOW_UP, SENIOR_OFFICER, "cmd_ask"), days(12))

    assert asked.record.portal_expires_at == days(42)
    assert due(asked.record, days(41.5))[0].due_at == days(41)
