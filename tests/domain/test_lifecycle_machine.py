"""What holds for a case whatever people, investigations and the clock do to it, in any order."""

from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain import deadlines, fold, progress
from domain.follow_up import propose_tasks
from domain.investigation import investigate
from domain.ledger import Cause, Events, with_events
from domain.lifecycle import check_asked_again, receive
from domain.refusal import CommandRefusedError
from domain.stages import AWAITING_CUSTOMER, AWAITING_OFFICER, DECIDING_ROLES, DECISIONS, REPORTED, TERMINAL
from domain.storable import storable
from schemas.actor import Actor
from schemas.case import CaseRecord, CaseState, Deadline, ReportRef, TaskRequest
from schemas.commands import CommandEnvelope, CommandKind, Outcome
from schemas.events import CaseEvent, EventName
from schemas.investigation import TaskProposal
from schemas.notifications import ReminderResult
from schemas.status import CaseStatus
from schemas.template import CaseTemplate
from tests.any_command import AIMED, COMMANDS, SENDERS, Command, Telling, fitting
from tests.example_cases import ANSWERS, CUSTOMER, MCC, NOW, TEMPLATE, a_validation, an_envelope, an_opening
from tests.policies import POLICY

S = CaseStatus
INVESTIGATION = (S.DOCUMENTS_RECEIVED, S.VALIDATING_DOCUMENTS, S.PROCESSING, S.GENERATING_TASKS)
REPORT = ReportRef(object_key="report.pdf", sha256="0" * 64, file_size=1, generated_at=NOW)

TEMPLATES = st.builds(
    lambda **limits: TEMPLATE.model_copy(update=limits),
    max_iterations=st.integers(1, 3),
    max_timeline_days=st.integers(10, 90),
    portal_token_days=st.integers(1, 40),
    reminder_days=st.lists(st.integers(1, 20), max_size=3).map(tuple),
)
WAITS = st.sampled_from([0.0, 0.01, 1.0, 7.0, 20.0]).map(timedelta)


class ACase(RuleBasedStateMachine):
    """One case and its clock, and what was remembered of it to hold it against."""

    state: CaseState
    now: datetime
    folded: CaseState
    """What the events make of it as they are read back from Postgres."""
    outcomes: dict[str, Outcome]
    passed: dict[Deadline, datetime]
    link_ends: datetime
    closed: CaseRecord | None

    @initialize(template=TEMPLATES, link_days=st.integers(1, 60), reviewed=st.booleans())
    def opens(self, template: CaseTemplate, link_days: int, reviewed: bool) -> None:
        """Half of the cases come to their first review at once: few programs would get that far by chance."""
        ends = NOW + timedelta(days=link_days)
        self.now = NOW
        self.state = progress.opened(an_opening(template=template, portal_expires_at=ends))
        self.folded = fold.begun(self.state.record.opening, self.state.outbox[0])
        self.sent: list[Command] = []
        self.outcomes, self.passed = {}, {}
        self.link_ends = ends
        self.closed = None
        if reviewed:
            self._receive("follow-up", an_envelope({"answers": ANSWERS}, CUSTOMER, "cmd_first"))
            self.the_investigation_comes_to_its_end()

    # What people do.

    @rule(which=st.integers(0, 59), soon=st.booleans(), wait=WAITS)
    def somebody_says_what_is_right_where_the_case_stands(self, which: int, soon: bool, wait: timedelta) -> None:
        if not soon:
            self.the_investigation_comes_to_its_end()
            self.time_passes(wait, noticed=True, delivered=True)
        kind, actor, body = fitting(self.state.record, which)
        self._receive(kind, an_envelope(body, actor, f"cmd_{len(self.sent)}"))

    @rule(telling=st.sampled_from(AIMED), sender=SENDERS)
    def somebody_says_it_who_may_not(self, telling: Telling, sender: Actor) -> None:
        kind, _, body = telling
        self._receive(kind, an_envelope(body, sender, f"cmd_{len(self.sent)}"))

    @rule(command=COMMANDS, behind=st.sampled_from([None, 0, 1, 2]))
    def somebody_says_anything(self, command: Command, behind: int | None) -> None:
        kind, envelope = command
        if behind is not None:
            envelope = envelope.model_copy(update={"expected_version": self.state.record.version - behind})
        self._receive(kind, envelope)

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), other=COMMANDS)
    def somebody_repeats_a_command_or_takes_its_id_for_another(self, data: st.DataObject, other: Command) -> None:
        before, (_, earlier) = self.state, data.draw(st.sampled_from(self.sent))
        kind, envelope = data.draw(st.sampled_from([other, *self.sent]))

        self._receive(kind, envelope.model_copy(update={"command_id": earlier.command_id}))

        assert self.state == before or not earlier.command_id

    @rule(actor=SENDERS, for_tasks=st.booleans())
    def somebody_asks_for_tasks_or_category_again(self, actor: Actor, for_tasks: bool) -> None:
        envelope = an_envelope({}, actor, f"again_{self.state.last_sequence}")
        try:
            check_asked_again(self.state.record, "regenerate-tasks" if for_tasks else "reclassify-mcc", envelope)
        except CommandRefusedError:
            return
        assert self.state.record.status is S.REVIEW_PENDING
        assert actor.role in DECIDING_ROLES[S.REVIEW_PENDING]
        again = (
            progress.proposed_again(self._proposal(), actor)
            if for_tasks
            else progress.reclassified(MCC, actor, "They sell bicycles")
        )
        self.state = with_events(self.state, again, self.now, Cause.of(envelope))

    def _receive(self, kind: CommandKind, envelope: CommandEnvelope) -> None:
        before = self.state
        self.state = receive(before, kind, envelope, self.now)
        self.sent.append((kind, envelope))
        self._has_one_outcome(before, envelope)
        self._is_decided_by_those_who_may(before, envelope.actor)

    def _has_one_outcome(self, before: CaseState, envelope: CommandEnvelope) -> None:
        after, name = self.state, storable(envelope.command_id)
        if name and name in before.ledger:
            assert after == before
            return
        (new,) = after.ledger.keys() - before.ledger.keys()
        assert new == name or not name
        caused = [event for event in self._news(before) if event.command_id == new]
        assert caused == self._news(before) != []
        if after.ledger[new].state == "rejected":
            assert after.record == before.record
            assert [event.event for event in caused] == [EventName.COMMAND_REFUSED]
        else:
            assert EventName.COMMAND_REFUSED not in {event.event for event in caused}

    def _is_decided_by_those_who_may(self, before: CaseState, actor: Actor) -> None:
        taken = self.state.record.decisions[len(before.record.decisions) :]
        if not taken:
            assert self.state.record.status not in TERMINAL - {before.record.status}
        for decision in taken:
            status = before.record.status
            assert DECISIONS[status, decision.decision] is self.state.record.status
            assert decision.actor.role == actor.role
            assert actor.role in DECIDING_ROLES[status]

    # What the case does by itself, as the workflow has it do.

    @precondition(lambda self: self.state.record.status in INVESTIGATION)
    @rule(readable=st.booleans())
    def the_investigation_goes_on(self, readable: bool) -> None:
        match self.state.record.status:
            case S.DOCUMENTS_RECEIVED:
                self._enter(S.VALIDATING_DOCUMENTS)
            case S.VALIDATING_DOCUMENTS:
                self._validate(readable)
            case S.PROCESSING:
                self._apply(progress.investigated(investigate(self.state.record, POLICY, self.now)))
                if self.state.record.mcc_decision is None:
                    self._apply(progress.classified(MCC))
                self._enter(S.GENERATING_TASKS)
            case S.GENERATING_TASKS:
                self._apply(progress.proposed(self._proposal()))
                self._enter(S.REVIEW_PENDING)

    def the_investigation_comes_to_its_end(self) -> None:
        while self.state.record.status in INVESTIGATION:
            self.the_investigation_goes_on(readable=True)

    @rule(wait=WAITS, noticed=st.booleans(), delivered=st.booleans())
    def time_passes(self, wait: timedelta, noticed: bool, delivered: bool) -> None:
        """It may be a while before a worker is there to notice."""
        self.now += wait
        if noticed and self.state.record.status in AWAITING_CUSTOMER | AWAITING_OFFICER:
            self._act_on_all_that_is_due(delivered)

    def _act_on_all_that_is_due(self, delivered: bool) -> None:
        for _ in self.state.record.deadlines:
            if fallen_due := deadlines.due(self.state.record, self.now):
                self._act_on(fallen_due[0], delivered)
        assert deadlines.due(self.state.record, self.now) == ()
        ahead = deadlines.next_due(self.state.record)
        assert ahead is None or ahead > self.now

    @precondition(lambda self: self.state.record.status in REPORTED and self.state.record.report is None)
    @rule()
    def the_report_is_written(self) -> None:
        self._apply(progress.reported(REPORT))
        self.closed = self.state.record

    def _act_on(self, deadline: Deadline, delivered: bool) -> None:
        assert deadline.due_at <= self.now
        match deadline.kind:
            case "reminder":
                assert self.state.record.status in AWAITING_CUSTOMER
                self._apply(progress.reminded(deadline, ReminderResult(delivered=delivered)))
            case "portal":
                self._apply(progress.portal_expired(deadline))
            case "timeline":
                self._apply(progress.timeline_exceeded(self.state.record, deadline))

    def _validate(self, readable: bool) -> None:
        results = [a_validation(item, readable) for item in progress.documents_to_validate(self.state.record)]
        self._apply(progress.validated(results))
        if unreadable := progress.unreadable_required(self.state.record, results):
            self._apply(progress.bounced_back(self.state.record, unreadable))
        else:
            self._enter(S.PROCESSING)

    def _proposal(self) -> TaskProposal:
        record = self.state.record
        asked_of = record.opening.template.document_requirements
        result, asked = record.investigation_results[-1], record.follow_up_tasks
        return propose_tasks(TaskRequest(result=result, requirements=asked_of, asked=asked))

    def _enter(self, status: CaseStatus) -> None:
        self._apply(progress.moved(self.state.record, status))

    def _apply(self, events: Events) -> None:
        self.state = with_events(self.state, events, self.now)

    def _news(self, before: CaseState) -> list[CaseEvent]:
        return list(self.state.outbox[len(before.outbox) :])

    # What always holds.

    @invariant()
    def the_case_is_what_its_events_make_of_it_when_they_are_read_back(self) -> None:
        for event in self.state.outbox[self.folded.last_sequence :]:
            self.folded = fold.after(self.folded, CaseEvent.model_validate_json(event.model_dump_json()))
        assert self.folded == self.state.model_copy(update={"outbox": ()})

    @invariant()
    def the_events_are_numbered_from_one_without_gaps(self) -> None:
        assert [event.sequence for event in self.state.outbox] == list(range(1, self.state.last_sequence + 1))

    @invariant()
    def the_version_counts_the_events_that_are_no_refusals(self) -> None:
        changes = [event for event in self.state.outbox if event.event is not EventName.COMMAND_REFUSED]
        assert self.state.record.version == len(changes)

    @invariant()
    def no_outcome_ever_changes(self) -> None:
        assert self.state.ledger.items() >= self.outcomes.items()
        self.outcomes = self.state.ledger

    @invariant()
    def the_customer_is_never_asked_more_often_than_the_template_allows(self) -> None:
        record = self.state.record
        assert 1 <= record.current_iteration <= record.opening.template.max_iterations
        follow_ups = [decision for decision in record.decisions if decision.decision == "follow_up"]
        assert record.current_iteration == len(follow_ups) + 1

    @invariant()
    def a_closed_case_never_changes(self) -> None:
        if self.closed is not None:
            assert self.state.record == self.closed
        elif self.state.record.status in TERMINAL:
            self.closed = self.state.record

    @invariant()
    def a_deadline_passes_once_and_never_before_its_time(self) -> None:
        record = self.state.record
        passed = {
            item.model_copy(update={"passed_at": None}): item.passed_at
            for item in record.deadlines
            if item.passed_at is not None
        }
        assert passed.items() >= self.passed.items()
        assert all(deadline.due_at <= at <= self.now for deadline, at in passed.items())
        acted_on = [
            (event.event, event.data["due_at"]) for event in self.state.outbox if event.event in deadlines.MARKS
        ]
        assert len(acted_on) == len(set(acted_on))
        self.passed = passed

    @invariant()
    def a_link_is_never_shortened(self) -> None:
        assert self.state.record.portal_expires_at >= self.link_ends
        self.link_ends = self.state.record.portal_expires_at


TestACase = ACase.TestCase
TestACase.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
