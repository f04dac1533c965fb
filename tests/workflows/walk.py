"""A program carried out on a running case, with a look at the case after each step."""

from itertools import pairwise
from typing import Any

from temporalio.client import WorkflowUpdateFailedError
from temporalio.service import RPCError, RPCStatusCode

from domain.progress import reassessment_is_due
from domain.stages import AWAITING_CUSTOMER, AWAITING_OFFICER, DECIDING_ROLES, DECISIONS, REPORTED, TERMINAL
from domain.storable import storable
from schemas.case import CaseRecord, CaseState
from schemas.commands import CommandEnvelope, CommandKind, Outcome
from schemas.events import CaseEvent, EventName
from schemas.status import CaseStatus
from tests.any_command import fitting
from tests.example_cases import an_envelope
from tests.workflows.programs import AskedAgain, Fitting, Misfit, Repeated, Said, Step, Waited
from tests.workflows.running_case import once_it_can_answer, stumbles
from tests.workflows.skipping import DatedCase

AT_REST = AWAITING_CUSTOMER | AWAITING_OFFICER | TERMINAL


class Walk:
    """What was done to a case and what it said, to hold it against."""

    def __init__(self, case: DatedCase, record: CaseRecord) -> None:
        self._case = case
        self._last = record
        self._sent: list[tuple[CommandKind, CommandEnvelope]] = []
        self._outcomes: dict[str, Outcome] = {}

    async def take(self, number: int, step: Step) -> None:
        """Does this to the case, unless it has ended, and looks at it."""
        if step.patiently:
            self._last = await self._case.comes_to(lambda record: record.status in AT_REST)
        try:
            await self._do(number, step)
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND or (await self._case.record()).status not in TERMINAL:
                raise
        await self._look()

    async def _do(self, number: int, step: Step) -> None:
        match step.what:
            case Fitting(which, behind):
                kind, actor, body = fitting(self._last, which)
                version = None if behind is None else self._last.version - behind
                await self._tell(kind, an_envelope(body, actor, f"cmd_{number}", expected_version=version))
            case Said(kind, envelope):
                await self._tell(kind, envelope)
            case Repeated(which) if self._sent:
                await self._tell(*self._sent[which % len(self._sent)])
            case Misfit(kind, arguments):
                await self._case.handle.signal(kind, args=arguments)
            case AskedAgain(update, actor):
                await self._ask_again(update, an_envelope({}, actor, f"cmd_{number}"))
            case Waited(days):
                await self._case.after(days=days)

    async def _tell(self, kind: CommandKind, envelope: CommandEnvelope) -> None:
        await self._case.handle.signal(kind, envelope)
        self._sent.append((kind, envelope))
        await self._answered(envelope)

    async def _ask_again(self, update: str, envelope: CommandEnvelope) -> None:
        expected = "applied"
        try:
            await once_it_can_answer(lambda: self._case.handle.execute_update(update, envelope))
        except WorkflowUpdateFailedError:
            expected = "rejected"
        assert (await self._case.outcome(envelope.command_id)).state == expected
        await self._answered(envelope)

    async def _answered(self, envelope: CommandEnvelope) -> None:
        """Remembers what became of a command; what was remembered before must hold for ever."""
        if name := storable(envelope.command_id):
            outcome = await self._case.outcome(name)
            assert outcome.state in ("applied", "rejected")
            assert self._outcomes.setdefault(name, outcome) == outcome

    async def _look(self) -> None:
        view, before = await self._case.view(), self._last
        record = self._last = view.record
        if before.status in TERMINAL:
            assert without_report(record) == without_report(before)
        assert record.version > before.version or record == before
        assert before.current_iteration <= record.current_iteration <= record.opening.template.max_iterations
        assert record.portal_expires_at >= before.portal_expires_at
        passed = {deadline for deadline in before.deadlines if deadline.passed_at}
        assert passed <= set(record.deadlines)
        assert all(one.sequence + 1 == next_.sequence for one, next_ in pairwise(view.unwritten_events))
        for name, outcome in self._outcomes.items():
            assert await self._case.outcome(name) == outcome

    async def end(self) -> CaseState:
        """Holds what is on record, once everything is, against what was seen; returns it."""
        record = await self._case.comes_to(lambda record: record.status in AT_REST and not reassessment_is_due(record))
        if record.status in TERMINAL:
            closed = await self._case.closed()
            assert (closed.status, closed.report is not None) == (record.status, record.status in REPORTED)
        await self._case.all_written()
        await self._look()
        books, state = self._case.world.books, self._case.world.books.state()
        assert books.is_gapless()
        assert books.contradictions == []
        assert state is not None
        assert state.record == self._last.model_copy(update={"opening": state.record.opening})
        assert state.ledger.items() >= self._outcomes.items()
        check_events([books.rows[sequence] for sequence in sorted(books.rows)])
        assert await stumbles(self._case.handle) == []
        return state


def without_report(record: CaseRecord) -> dict[str, Any]:
    """All that may not change any more once a case is closed."""
    return record.model_dump(exclude={"report", "version", "updated_at"})


def check_events(log: list[CaseEvent]) -> None:
    """That each command has one outcome, each decision was taken by one who may, and each deadline passed in time."""
    outcomes: dict[str, bool] = {}
    for event, following in pairwise([*log, log[-1]]):
        assert event.timestamp <= following.timestamp
        if event.command_id is not None:
            refused = event.event is EventName.COMMAND_REFUSED
            assert event.command_id not in outcomes or outcomes[event.command_id] is refused is False
            outcomes[event.command_id] = refused
        if event.event is EventName.OFFICER_DECISION:
            status = CaseStatus(str(following.data["from"]))
            assert DECISIONS[status, event.data["decision"]] == following.data["to"]  # type: ignore[index]
            assert event.actor.role in DECIDING_ROLES[status]
        if "due_at" in event.data:
            assert event.timestamp.isoformat() >= str(event.data["due_at"])
