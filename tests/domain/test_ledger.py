"""How a case's state grows."""

from domain.ledger import LEDGER_SIZE, Change, Event, with_change, with_outcome, without_written
from schemas.commands import Outcome
from schemas.events import EventName
from tests.example_cases import NOW, a_state

APPLIED = Outcome(state="applied")


def test_a_change_adds_its_events_after_those_there_are() -> None:
    state = a_state()
    change = Change(state.record, (Event(EventName.STATUS_CHANGED), Event(EventName.REPORT_GENERATED)))

    after = with_change(state, change, NOW)

    assert [event.sequence for event in after.outbox[-2:]] == [state.last_sequence + 1, state.last_sequence + 2]
    assert after.last_sequence == state.last_sequence + 2
    assert after.record.version == state.record.version + 2


def test_a_refusal_is_an_event_but_not_a_new_version() -> None:
    state = a_state()

    after = with_change(state, Change(state.record, (Event(EventName.COMMAND_REFUSED),)), NOW)

    assert after.last_sequence == state.last_sequence + 1
    assert after.record is state.record


def test_events_leave_the_outbox_once_they_are_written() -> None:
    state = a_state()

    after = without_written(state, state.last_sequence - 2)

    assert [event.sequence for event in after.outbox] == [state.last_sequence - 1, state.last_sequence]
    assert after.last_sequence == state.last_sequence


def test_numbering_goes_on_where_it_was_when_the_outbox_is_empty() -> None:
    written = without_written(a_state(), a_state().last_sequence)

    after = with_change(written, Change(written.record, (Event(EventName.STATUS_CHANGED),)), NOW)

    assert [event.sequence for event in after.outbox] == [written.last_sequence + 1]


def test_the_ledger_forgets_the_oldest_outcomes_first() -> None:
    state = a_state().model_copy(update={"ledger": {f"cmd_{number}": APPLIED for number in range(LEDGER_SIZE)}})

    ledger = with_outcome(state, "cmd_new", APPLIED).ledger

    assert len(ledger) == LEDGER_SIZE
    assert "cmd_0" not in ledger
    assert {"cmd_1", "cmd_new"} <= ledger.keys()
