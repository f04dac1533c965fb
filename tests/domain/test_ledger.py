"""How a case's state grows."""

import pytest
from pydantic import JsonValue

from domain.ledger import LARGEST_BATCH, Cause, Event, batch_of, changes_since, with_events, without_written
from schemas.events import CaseEvent, EventName
from tests.example_cases import NOW, OFFICER, a_state

APPROVED = Event(EventName.STATUS_CHANGED, data={"from": "REVIEW_PENDING", "to": "APPROVED"})
REFUSED = Event(EventName.COMMAND_REFUSED, OFFICER, {"code": "wrong_state", "message": "not now"})


def test_events_are_numbered_after_those_there_are_and_each_is_a_version() -> None:
    state = a_state()

    after = with_events(state, (APPROVED, APPROVED), NOW)

    assert [event.sequence for event in after.outbox[-2:]] == [state.last_sequence + 1, state.last_sequence + 2]
    assert after.last_sequence == state.last_sequence + 2
    assert after.record.version == state.record.version + 2


def test_a_refusal_is_an_event_but_not_a_new_version() -> None:
    state = a_state()

    after = with_events(state, (REFUSED,), NOW, Cause("cmd_1", "hash"))

    assert after.last_sequence == state.last_sequence + 1
    assert after.record is state.record


def test_events_of_a_command_name_it() -> None:
    after = with_events(a_state(), (APPROVED,), NOW, Cause("cmd_1", "hash"))

    assert (after.outbox[-1].command_id, after.outbox[-1].body_hash) == ("cmd_1", "hash")


def test_events_leave_the_outbox_once_they_are_written() -> None:
    state = a_state()

    after = without_written(state, state.outbox[:-2])

    assert after.outbox == state.outbox[-2:]
    assert after.last_sequence == state.last_sequence


def test_an_event_that_has_the_number_of_a_written_one_but_is_another_stays() -> None:
    before = a_state()
    here = with_events(before, (APPROVED,), NOW)
    there = with_events(before, (REFUSED,), NOW)

    assert without_written(here, there.outbox).outbox == here.outbox[-1:]


def test_numbering_goes_on_where_it_was_when_the_outbox_is_empty() -> None:
    written = without_written(a_state(), a_state().outbox)

    after = with_events(written, (APPROVED,), NOW)

    assert [event.sequence for event in after.outbox] == [written.last_sequence + 1]


def test_what_changed_since_a_version_is_every_event_after_it_that_is_no_refusal() -> None:
    state = with_events(a_state(), (REFUSED, APPROVED, REFUSED), NOW, Cause("cmd_1", "hash"))

    assert [event.event for event in changes_since(state.outbox, a_state().record.version)] == [APPROVED.name]
    assert changes_since(state.outbox, state.record.version) == ()


def an_event(number: int, size: int) -> CaseEvent:
    data: dict[str, JsonValue] = {"text": "x" * size}
    return CaseEvent(sequence=number, event=EventName.SOURCE_ANSWERED, timestamp=NOW, actor=OFFICER, data=data)


@pytest.mark.parametrize(
    ("sizes", "taken"),
    [([10] * 5, 5), ([10] * 300, LARGEST_BATCH), ([400_000] * 5, 2), ([3_000_000, 10], 1), ([10, 3_000_000], 1)],
)
def test_a_write_carries_no_more_than_a_payload_holds_and_never_nothing(sizes: list[int], taken: int) -> None:
    outbox = [an_event(number, size) for number, size in enumerate(sizes, start=1)]
    assert batch_of(outbox) == tuple(outbox[:taken])
