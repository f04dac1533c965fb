"""What holds for a case whatever is sent to it."""

from typing import NamedTuple, get_args

from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from domain import fold
from domain.fold import CHANGE_NOTHING
from domain.ledger import with_events
from domain.lifecycle import receive
from domain.progress import moved
from domain.stages import TERMINAL
from domain.storable import is_storable, storable
from schemas.case import CaseState
from schemas.commands import CommandEnvelope, CommandKind
from schemas.events import EventName
from schemas.status import CaseStatus
from tests.any_command import COMMANDS
from tests.any_json import ANY_JSON
from tests.example_cases import NOW, a_state

PEOPLE_WHO_DECIDE = {"officer", "senior_officer", "admin"}


class Step(NamedTuple):
    before: CaseState
    kind: CommandKind
    envelope: CommandEnvelope
    after: CaseState

    def __repr__(self) -> str:
        return f"{self.before.record.status}: {self.kind} {self.envelope!r} -> {self.after.record.status}"


STARTS = (CaseStatus.REVIEW_PENDING, CaseStatus.FOLLOW_UP_REQUIRED, CaseStatus.AWAITING_DOCUMENTS)


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """A case in some status, and what became of it command by command; the workflow does its part in between."""
    status = draw(st.sampled_from(STARTS) | st.sampled_from(CaseStatus))
    state = a_state(status, current_iteration=draw(st.integers(1, 3)))
    steps: list[Step] = []
    for kind, envelope in draw(st.lists(COMMANDS, min_size=2, max_size=8)):
        after = receive(state, kind, envelope, NOW)
        steps.append(Step(state, kind, envelope, after))
        state = reviewed_again(after)
    return steps


def reviewed_again(state: CaseState) -> CaseState:
    """What was submitted, investigated; any other case as it is."""
    if state.record.status is CaseStatus.DOCUMENTS_RECEIVED:
        for target in (CaseStatus.VALIDATING_DOCUMENTS, CaseStatus.PROCESSING, CaseStatus.GENERATING_TASKS):
            state = with_events(state, moved(state.record, target), NOW)
        return with_events(state, moved(state.record, CaseStatus.REVIEW_PENDING), NOW)
    return state


@given(state=st.sampled_from(list(CaseStatus)).map(a_state), kind=st.sampled_from(get_args(CommandKind)), sent=ANY_JSON)
def test_a_command_of_any_json_is_answered_and_never_raises(
    state: CaseState, kind: CommandKind, sent: JsonValue
) -> None:
    after = receive(state, kind, CommandEnvelope.model_validate(sent), NOW)

    assert len(after.ledger) == len(state.ledger) + 1


@given(histories())
def test_a_repeated_command_id_changes_nothing(history: list[Step]) -> None:
    final = history[-1].after
    for step in history:
        if step.envelope.command_id:
            assert receive(final, step.kind, step.envelope, NOW) == final


@given(histories())
def test_each_command_has_exactly_one_outcome(history: list[Step]) -> None:
    for before, _, envelope, after in history:
        new = after.ledger.keys() - before.ledger.keys()
        if storable(envelope.command_id) in before.ledger:
            assert after == before
        else:
            assert len(new) == 1
            assert new == {storable(envelope.command_id)} or not envelope.command_id
        assert {key: after.ledger[key] for key in before.ledger} == before.ledger


@given(histories())
def test_the_events_of_a_case_are_numbered_from_one_without_gaps(history: list[Step]) -> None:
    for step in history:
        assert [event.sequence for event in step.after.outbox] == list(range(1, step.after.last_sequence + 1))


@given(histories())
def test_a_closed_case_absorbs_every_command(history: list[Step]) -> None:
    for step in history:
        if step.before.record.status in TERMINAL:
            assert step.after.record == step.before.record


@given(histories())
def test_the_customer_is_never_asked_more_often_than_the_template_allows(history: list[Step]) -> None:
    for step in history:
        assert step.after.record.current_iteration <= step.after.record.opening.template.max_iterations


@given(histories())
def test_a_refused_command_changes_nothing_but_is_on_record(history: list[Step]) -> None:
    for step in history:
        for command_id in step.after.ledger.keys() - step.before.ledger.keys():
            if step.after.ledger[command_id].state == "rejected":
                assert step.after.record == step.before.record
                assert step.after.outbox[-1].event is EventName.COMMAND_REFUSED
                assert step.after.outbox[-1].data["code"] == step.after.ledger[command_id].code


@given(histories())
def test_the_version_grows_with_each_event_that_changes_something_and_each_change_is_one(history: list[Step]) -> None:
    for step in history:
        before, after = step.before.record, step.after.record
        news = step.after.outbox[len(step.before.outbox) :]
        assert after.version - before.version == sum(event.event not in CHANGE_NOTHING for event in news)
        assert after == before or after.version > before.version


@given(histories())
def test_no_machine_and_no_customer_ever_decides(history: list[Step]) -> None:
    for step in history:
        before, after = step.before.record, step.after.record
        if step.envelope.actor.role not in PEOPLE_WHO_DECIDE:
            assert (after.decisions, after.mcc_decision) == (before.decisions, before.mcc_decision)
            assert after.status not in TERMINAL - {before.status}


@given(histories())
def test_whatever_was_sent_the_record_and_the_events_can_be_stored(history: list[Step]) -> None:
    final = history[-1].after

    assert is_storable(final.record.model_dump(mode="json"))
    assert all(is_storable(event.model_dump(mode="json")) for event in final.outbox)


@given(histories())
def test_a_case_is_the_same_after_it_travelled_as_json(history: list[Step]) -> None:
    final = history[-1].after

    assert CaseState.model_validate_json(final.model_dump_json()) == final


@given(histories())
def test_what_commands_made_of_a_case_is_what_their_events_make_of_it(history: list[Step]) -> None:
    before, final = history[0].before, history[-1].after
    folded = before.model_copy(update={"outbox": ()})
    for event in final.outbox[len(before.outbox) :]:
        folded = fold.after(folded, event)

    assert folded == final.model_copy(update={"outbox": ()})
