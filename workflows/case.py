"""The case: one durable workflow from opening to decision."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NoReturn, TypeVar

from temporalio import workflow
from temporalio.exceptions import ApplicationError, FailureError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
    from domain import deadlines, look_ups, progress
    from domain.agent_runs import mcc_on_record, tasks_on_record
    from domain.documents_read import documents_to_read
    from domain.ledger import Events, batch_of
    from domain.lifecycle import check_asked_again, refused
    from domain.refusal import CommandRefusedError
    from domain.stages import AWAITING_CUSTOMER, AWAITING_OFFICER, REPORTED, TERMINAL
    from schemas.case import CaseClosed, CaseInput, CaseRecord, CaseView, Deadline, OpeningResult
    from schemas.commands import CommandEnvelope, CommandKind, Outcome, ReclassifyBody, RequestKind
    from schemas.documents import CaseDocument
    from schemas.investigation import TaskProposal
    from schemas.mcc import MccClassification
    from schemas.sources import SourceName
    from schemas.status import CaseStatus
    from workflows import agents, steps
    from workflows.live_case import Command, LiveCase
    from workflows.shown import Shown

NOTHING_SAID = CommandEnvelope()
Computed = TypeVar("Computed", TaskProposal, MccClassification)
RESTING = AWAITING_CUSTOMER | AWAITING_OFFICER


@workflow.defn(name="CaseWorkflow")
class CaseWorkflow:
    """A case. Commands come by signal and are answered from the ledger by query; see `domain.stages` for the rules.

    Signals append to the state and never reset what another may have set; `run` looks at the state and nothing else,
    so a run that continues an earlier one, or is taken up after a Reset, goes on where the case stands.
    """

    @workflow.init
    def __init__(self, case: CaseInput) -> None:
        self._history_limit = case.history_limit
        self._case = LiveCase(case.state or progress.opened(case.opening))
        self._at_rest = False
        self._shown = Shown()
        self._under_way: tuple[asyncio.Task[None], ...] = ()
        self._behind_its_records = False
        self._cancelled = False
        self._patience = agents.Patience(self._record)
        workflow.register_random_seed_callback(lambda _: self._turn_back())  # an operator's Reset changes the seed

    @workflow.run
    async def run(self, case: CaseInput) -> CaseClosed:
        try:
            await self._from_where_it_stands(self._carry)
        except (asyncio.CancelledError, FailureError) as error:
            if not is_cancelled_exception(error) or workflow.cancellation_reason() is None:
                raise
            self._cancelled = True
            await self._from_where_it_stands(self._close_cancelled)
            if self._record.status not in REPORTED:
                raise  # so that Temporal, too, shows the case as cancelled
        if self._record.status not in TERMINAL:
            self._continue_as_new()
        return CaseClosed(case_id=self._record.opening.case_id, status=self._record.status, report=self._record.report)

    async def _carry(self) -> None:
        """Carries the case to its end, or to a rest at which its history has grown long."""
        investigation: dict[CaseStatus, Callable[[], Awaitable[None]]] = {
            CaseStatus.DOCUMENTS_RECEIVED: self._take_in_the_answers,
            CaseStatus.VALIDATING_DOCUMENTS: self._validate_documents,
            CaseStatus.PROCESSING: self._investigate,
            CaseStatus.GENERATING_TASKS: self._propose_tasks,
        }
        await self._look_the_company_up()
        while (status := self._record.status) not in TERMINAL:
            self._show()
            if status not in RESTING:
                await investigation[status]()
            elif self._case.commands_wait:
                self._case.judge_next()
            elif fallen_due := deadlines.due(self._record, workflow.now()):
                await self._act_on(fallen_due[0])
            elif asked_again := look_ups.due(self._record, workflow.now()):
                await self._ask_behind(asked_again)
            elif progress.reassessment_is_due(self._record):
                self._case.apply(progress.reassessed(await steps.investigate(self._record)))
            elif self._history_is_long():
                await workflow.wait_condition(workflow.all_handlers_finished)
                if self._record.status not in TERMINAL:
                    return
            else:
                await self._rest()
        await self._close()

    # What can be told to a case. Handlers are synchronous and never raise: a refusal is recorded, not thrown. They take
    # any number of arguments of any type, because a sender is free to choose them and one misfit would wedge the case.

    @workflow.signal(name="decision")
    def decision(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("decision", envelope)

    @workflow.signal(name="mcc-decision")
    def mcc_decision(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("mcc-decision", envelope)

    @workflow.signal(name="follow-up")
    def follow_up(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("follow-up", envelope)

    @workflow.signal(name="fact-decision")
    def fact_decision(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("fact-decision", envelope)

    @workflow.signal(name="discrepancy-resolution")
    def discrepancy_resolution(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("discrepancy-resolution", envelope)

    @workflow.signal(name="screening-decision")
    def screening_decision(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("screening-decision", envelope)

    @workflow.signal(name="withholding-check")
    def withholding_check(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("withholding-check", envelope)

    @workflow.signal(name="candidate-decision")
    def candidate_decision(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("candidate-decision", envelope)

    @workflow.signal(name="document")
    def document(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("document", envelope)

    # What can be asked of a case.

    @workflow.query(name="record")
    def record(self) -> CaseView:
        return CaseView(record=self._record, unwritten_events=self._case.outbox)

    @workflow.query(name="outcome")
    def outcome(self, command_id: str) -> Outcome:
        return self._case.outcome(command_id)

    @workflow.update
    async def opened(self) -> OpeningResult:
        """Answers once the sources have, or their deadline has passed."""
        await workflow.wait_condition(lambda: self._record.enrichment is not None)
        return OpeningResult(enrichment=self._record.enrichment or {})

    @workflow.update(name="regenerate-tasks")
    async def regenerate_tasks(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> TaskProposal:
        """Proposes tasks once more, on what is found now."""
        asked = CommandEnvelope.model_validate(envelope)

        async def propose() -> tuple[TaskProposal, Events]:
            proposal = self._on_record(await agents.generate_tasks(self._record, agents.Patience(self._record)))
            return proposal, progress.proposed_again(proposal, asked.actor)

        return await self._computed_again("regenerate-tasks", asked, propose, tasks_on_record)

    @workflow.update(name="reclassify-mcc")
    async def reclassify_mcc(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> MccClassification:
        """Classifies once more, taking an officer's notes into account."""
        asked = CommandEnvelope.model_validate(envelope)

        async def classify() -> tuple[MccClassification, Events]:
            notes = ReclassifyBody.model_validate(asked.body).notes
            classification = self._on_record(
                await agents.classify_mcc(self._record, agents.Patience(self._record), notes)
            )
            return classification, progress.reclassified(classification, asked.actor, notes)

        return await self._computed_again("reclassify-mcc", asked, classify, mcc_on_record)

    # The steps of a case.

    async def _look_the_company_up(self) -> None:
        if self._record.enrichment is None:
            self._show()
            await self._ask(look_ups.registers_of(self._record.opening.company), steps.OPENING_DEADLINE)
            self._case.apply(progress.enriched(self._record))
            await self._screen()

    async def _ask(self, sources: Iterable[SourceName], deadline: timedelta) -> None:
        """Asks sources at the same time; each has the same deadline, and one that misses it is unavailable."""

        async def ask(source: SourceName) -> None:
            answer = await steps.look_up(source, self._record, deadline)
            self._case.apply(progress.answered(self._record, answer))

        await asyncio.gather(*(ask(source) for source in sources))

    async def _ask_behind(self, sources: Iterable[SourceName]) -> None:
        """Asks again while the case waits for its customer, and writes records meanwhile."""
        self._at_rest = True
        try:
            await self._ask(sources, steps.BACKGROUND_LOOK_DEADLINE)
        finally:
            self._at_rest = False

    async def _screen(self) -> None:
        """Screens the company and whoever the registers name."""
        if look_ups.screening_is_due(self._record, workflow.now()):
            await self._ask((SourceName.SCREENING,), steps.SECOND_LOOK_DEADLINE)

    async def _take_in_the_answers(self) -> None:
        await steps.store_responses(self._record)
        self._enter(CaseStatus.VALIDATING_DOCUMENTS)

    async def _validate_documents(self) -> None:
        results = await steps.validate_documents(self._record)
        self._case.apply(progress.validated(results))
        if unreadable := progress.unreadable_required(self._record, results):
            self._case.apply(progress.bounced_back(self._record, unreadable))
        else:
            self._enter(CaseStatus.PROCESSING)

    async def _investigate(self) -> None:
        self._patience = agents.Patience(self._record)
        missing = look_ups.before_investigation(self._record, workflow.now())
        asking = self._ask(missing, steps.SECOND_LOOK_DEADLINE)
        if workflow.patched("read-documents"):  # cases that were open before documents were read
            await asyncio.gather(asking, self._read_documents(self._patience))
        else:
            await asking
        await self._screen()
        decided = self._record.mcc_decision
        if decided is None or decided.action == "reject":
            self._case.apply(
                progress.classified(self._on_record(await agents.classify_mcc(self._record, self._patience)))
            )
        self._case.apply(progress.investigated(await steps.investigate(self._record)))
        self._enter(CaseStatus.GENERATING_TASKS)

    async def _read_documents(self, patience: agents.Patience) -> None:
        """Reads what was not read yet, a few documents at a time."""
        at_once = asyncio.Semaphore(steps.READ_AT_ONCE)

        async def read(document: CaseDocument) -> None:
            async with at_once:
                said = await steps.read_document(self._record.opening.case_id, document)
                reading = self._on_record(await agents.propose_candidates(self._record, patience, said))
                self._case.apply(progress.document_read(self._record, reading))
                await steps.draw_pages(self._record.opening.case_id, document)

        await asyncio.gather(*(read(document) for document in documents_to_read(self._record)))

    async def _propose_tasks(self) -> None:
        self._case.apply(progress.proposed(self._on_record(await agents.generate_tasks(self._record, self._patience))))
        self._enter(CaseStatus.REVIEW_PENDING)

    def _on_record(self, run: agents.Run[agents.Proposed]) -> agents.Proposed:
        """What the agents answered, their runs being on record whatever becomes of it."""
        for execution in run.executions:
            self._case.apply(progress.executed(execution))
        return run.answer

    async def _rest(self) -> None:
        """Waits for people, or until something falls due."""
        status, due = self._record.status, self._next_due()
        self._at_rest = True
        try:
            with suppress(TimeoutError):
                await workflow.wait_condition(
                    lambda: (
                        self._record.status is not status
                        or self._next_due() != due
                        or progress.reassessment_is_due(self._record)
                        or self._history_is_long()
                    ),
                    timeout=due - workflow.now() if due else None,
                    timeout_summary="Until something falls due",
                )
        finally:
            self._at_rest = False

    def _next_due(self) -> datetime | None:
        """When something falls due, or a source is to be asked again."""
        moments = (deadlines.next_due(self._record), look_ups.next_due(self._record))
        return min((moment for moment in moments if moment is not None), default=None)

    async def _act_on(self, deadline: Deadline) -> None:
        match deadline.kind:
            case "reminder":
                self._case.apply(progress.reminded(deadline, await steps.remind_customer(self._record, deadline)))
            case "portal":
                self._case.apply(progress.portal_expired(deadline))
            case "timeline":
                self._case.apply(progress.timeline_exceeded(self._record, deadline))

    async def _close(self) -> None:
        """Writes what happened, then the report over all of it, then that there is a report."""
        self._show()
        while True:
            while self._case.commands_wait:
                self._case.judge_next()
            await self._all_written()
            if self._record.status in REPORTED and self._record.report is None:
                self._case.apply(progress.reported(await steps.generate_report(self._record)))
            if self._lacks_handoff_report():
                self._case.apply(progress.handoff_reported(await steps.generate_handoff_report(self._record)))
            if self._case.outbox:
                continue
            await workflow.wait_condition(workflow.all_handlers_finished)
            if not self._case.outbox:
                return

    def _lacks_handoff_report(self) -> bool:
        lacking = self._record.status in REPORTED and self._record.handoff_report is None
        return lacking and workflow.patched("handoff-report")  # cases that closed before there was one

    async def _close_cancelled(self) -> None:
        """Ends a case that an operator cancelled, with everything on record."""
        if self._record.status not in TERMINAL:
            self._case.apply(progress.cancelled(self._record, workflow.cancellation_reason()))
        await self._close()

    def _continue_as_new(self) -> NoReturn:
        workflow.continue_as_new(
            CaseInput(opening=self._record.opening, state=self._case.state, history_limit=self._history_limit)
        )

    def _history_is_long(self) -> bool:
        info = workflow.info()
        limit = self._history_limit
        return info.is_continue_as_new_suggested() or (limit is not None and info.get_current_history_length() > limit)

    # Records. An operator's Reset takes a run back, but not what was recorded since: records are never rewritten. So a
    # run that finds itself behind them takes up the case as it is on record, and goes on from there.

    async def _keep_records(self) -> None:
        """Writes new events to Postgres whenever the case is at rest, in one batch, for as long as it takes.

        An event leaves the outbox only once it is written; a run that continues this one writes the rest.
        """
        while True:
            await workflow.wait_condition(lambda: self._at_rest and bool(self._case.outbox))
            events = batch_of(self._case.outbox)
            try:
                recorded = await steps.write_records(self._record.opening, events)
            except FailureError as error:
                if is_cancelled_exception(error):
                    return  # a Reset, or the end of the run: whoever goes on writes what is left
                raise
            if recorded is not None and recorded.diverged:
                self._turn_back()
            elif recorded is not None:
                self._case.written(events)

    async def _all_written(self) -> None:
        self._at_rest = True
        await workflow.wait_condition(lambda: not self._case.outbox)
        self._at_rest = False

    async def _from_where_it_stands(self, carry: Callable[[], Awaitable[None]]) -> None:
        while True:
            if self._behind_its_records:
                await self._catch_up()
            carrying = asyncio.ensure_future(carry())
            self._under_way = (carrying, asyncio.create_task(self._keep_records()))
            try:
                return await carrying
            except (asyncio.CancelledError, FailureError) as error:
                by_operator = workflow.cancellation_reason() is not None and not self._cancelled
                if by_operator or not (self._behind_its_records and is_cancelled_exception(error)):
                    raise
            finally:
                for task in self._under_way:
                    task.cancel()

    def _turn_back(self) -> None:
        self._behind_its_records = True
        self._at_rest = False
        for task in self._under_way:
            task.cancel()

    async def _catch_up(self) -> None:
        """Takes up the case as it is on record, if that is further on. Commands that came meanwhile have waited."""
        self._case.take_back()  # the SDK hands over signals before it says that the run was reset
        recorded = await steps.read_records(self._record.opening)
        if recorded is not None and self._case.is_behind(recorded):
            self._case.take_up(recorded)
        self._behind_its_records = False

    # What comes in, and what it does to the case.

    def _receive(self, kind: CommandKind, envelope: object) -> None:
        """The SDK decodes into an envelope only when one JSON argument came; else it hands over what there is."""
        command = Command(kind, CommandEnvelope.model_validate(envelope))
        if self._behind_its_records or self._case.commands_wait:
            self._case.hold(command)
        else:
            self._case.judge(command)

    async def _computed_again(
        self,
        kind: RequestKind,
        asked: CommandEnvelope,
        compute: Callable[[], Awaitable[tuple[Computed, Events]]],
        on_record: Callable[[CaseRecord], Computed],
    ) -> Computed:
        """Answers with what is computed, and puts it on record, unless the case has moved on meanwhile. A command that
        was answered before is answered with what is on record: nothing runs for it once more."""
        await workflow.wait_condition(lambda: not self._behind_its_records)
        if (known := self._case.outcome(asked.command_id)).state == "rejected":
            raise ApplicationError(known.message or "refused", known.field, type=known.code, non_retryable=True)
        anyway = asked.model_copy(update={"expected_version": None})
        if known.state == "applied" and workflow.patched("answered-once"):
            self._check_asked_again(kind, anyway, self._record.current_iteration)
            return on_record(self._record)
        self._check_asked_again(kind, asked, self._record.current_iteration)
        iteration = self._record.current_iteration
        answer, events = await compute()
        self._check_asked_again(kind, anyway, iteration)
        if self._case.outcome(asked.command_id).state == "applied":  # by the same command, which came twice at once
            return on_record(self._record)
        self._case.put_on_record(asked, events)
        return answer

    def _check_asked_again(self, kind: RequestKind, envelope: CommandEnvelope, iteration: int) -> None:
        """Refuses an update by an error: unlike a signal it has a caller who waits. The refusal is on record as well,
        which is why this is no validator: what a validator refuses leaves no trace."""
        try:
            check_asked_again(self._record, kind, envelope, iteration)
        except CommandRefusedError as refusal:
            self._case.put_on_record(envelope, (refused(self._record, kind, envelope, refusal),))
            raise ApplicationError(refusal.message, refusal.field, type=refusal.code, non_retryable=True) from refusal

    def _enter(self, status: CaseStatus) -> None:
        self._case.apply(progress.moved(self._record, status))

    def _show(self) -> None:
        self._shown.show(self._record)

    @property
    def _record(self) -> CaseRecord:
        return self._case.record
