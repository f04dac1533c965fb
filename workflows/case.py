"""The case: one durable workflow from opening to decision."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, NoReturn

from temporalio import workflow
from temporalio.common import SearchAttributeUpdate
from temporalio.exceptions import FailureError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
    from domain import progress
    from domain.ledger import Change, with_change, without_written
    from domain.lifecycle import receive
    from domain.stages import AWAITING_CUSTOMER, AWAITING_OFFICER, REPORTED, TERMINAL
    from runtime.temporal import CASE_ITERATION, CASE_RISK_SCORE, CASE_STATUS, CASE_VERSION
    from schemas.case import CaseClosed, CaseInput, CaseRecord, CaseView, OpeningResult
    from schemas.commands import CommandEnvelope, CommandKind, Outcome
    from schemas.sources import SourceName
    from schemas.status import CaseStatus
    from workflows import steps
    from workflows.case_card import case_card

UNKNOWN = Outcome(state="unknown")
NOTHING_SAID = CommandEnvelope()


@workflow.defn(name="CaseWorkflow")
class CaseWorkflow:
    """A case. Commands come by signal and are answered from the ledger by query; see `domain.stages` for the rules.

    Signals append to the state and never reset what another may have set; `run` looks at the state and nothing else,
    so a run that continues an earlier one goes on where that one stood.
    """

    @workflow.init
    def __init__(self, case: CaseInput) -> None:
        self._history_limit = case.history_limit
        self._state = case.state or progress.opened(case.opening)
        self._at_rest = False
        self._shown: tuple[object, ...] = ()

    @workflow.run
    async def run(self, case: CaseInput) -> CaseClosed:
        record_keeping = asyncio.create_task(self._keep_records())
        try:
            await self._carry()
        except (asyncio.CancelledError, FailureError) as error:
            if not is_cancelled_exception(error) or workflow.cancellation_reason() is None:
                raise
            if not await self._close_cancelled():
                raise  # so that Temporal, too, shows the case as cancelled
        record_keeping.cancel()
        return CaseClosed(case_id=self._record.opening.case_id, status=self._record.status, report=self._record.report)

    async def _carry(self) -> None:
        """Carries the case from its opening to its end."""
        await self._look_the_company_up()
        while self._record.status not in TERMINAL:
            if self._record.status in AWAITING_CUSTOMER:
                await self._rest_while(AWAITING_CUSTOMER)
            elif self._record.status in AWAITING_OFFICER:
                await self._rest_while(AWAITING_OFFICER)
            else:
                await self._investigate()
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

    @workflow.signal(name="document")
    def document(self, envelope: CommandEnvelope = NOTHING_SAID, *surplus: object) -> None:
        self._receive("document", envelope)

    # What can be asked of a case.

    @workflow.query(name="record")
    def record(self) -> CaseView:
        return CaseView(record=self._record, unwritten_events=self._state.outbox)

    @workflow.query(name="outcome")
    def outcome(self, command_id: str) -> Outcome:
        return self._state.ledger.get(command_id, UNKNOWN)

    @workflow.update
    async def opened(self) -> OpeningResult:
        """Answers once the sources have, or their deadline has passed."""
        await workflow.wait_condition(lambda: self._record.enrichment is not None)
        return OpeningResult(enrichment=self._record.enrichment or {})

    # The steps of `run`.

    async def _look_the_company_up(self) -> None:
        if self._record.enrichment is None:
            self._show()
            await self._ask(steps.LOOK_UPS, steps.OPENING_DEADLINE)
            self._apply(progress.enriched(self._record))

    async def _ask(self, sources: Iterable[SourceName], deadline: timedelta) -> None:
        """Asks sources at the same time; each has the same deadline, and one that misses it is unavailable."""

        async def ask(source: SourceName) -> None:
            answer = await steps.look_up(source, self._record.opening, deadline)
            self._apply(progress.with_answers(self._record, [answer]))

        await asyncio.gather(*(ask(source) for source in sources))

    async def _investigate(self) -> None:
        await steps.store_responses(self._record)
        self._enter(CaseStatus.VALIDATING_DOCUMENTS)
        results = await steps.validate_documents(self._record)
        self._apply(progress.validated(self._record, results))
        if unreadable := progress.unreadable_required(self._record, results):
            self._apply(progress.bounced_back(self._record, unreadable))
            return
        self._enter(CaseStatus.PROCESSING)
        unavailable = [name for name, answer in self._record.sources.items() if answer.state == "unavailable"]
        await self._ask(unavailable, steps.SECOND_LOOK_DEADLINE)
        self._apply(progress.investigated(self._record, await steps.investigate(self._record)))
        self._enter(CaseStatus.GENERATING_TASKS)
        self._apply(progress.proposed(self._record, await steps.generate_tasks(self._record)))
        self._enter(CaseStatus.REVIEW_PENDING)

    async def _close(self) -> None:
        """Writes what happened, then the report over all of it, then that there is a report."""
        self._show()
        self._at_rest = True
        await workflow.wait_condition(lambda: not self._state.outbox)
        if self._record.status in REPORTED and self._record.report is None:
            self._apply(progress.reported(self._record, await steps.generate_report(self._record)))
            await workflow.wait_condition(lambda: not self._state.outbox)
        await workflow.wait_condition(workflow.all_handlers_finished)

    async def _close_cancelled(self) -> bool:
        """Ends a case that an operator cancelled, with everything on record; returns whether it had been decided."""
        decided = self._record.status in TERMINAL
        if not decided:
            self._apply(progress.cancelled(self._record, workflow.cancellation_reason()))
        await self._close()
        return decided

    # Rest, records and what operators see.

    async def _rest_while(self, statuses: frozenset[CaseStatus]) -> None:
        """Waits for people. Only here is it safe to continue as new: nothing is under way but writing records."""
        self._show()
        self._at_rest = True
        await workflow.wait_condition(lambda: self._record.status not in statuses or self._history_is_long())
        self._at_rest = False
        if self._record.status in statuses:
            await workflow.wait_condition(workflow.all_handlers_finished)
            self._continue_as_new()

    async def _keep_records(self) -> None:
        """Writes new events to Postgres whenever the case is at rest, in one batch, for as long as it takes.

        An event leaves the outbox only once it is written; a run that continues this one writes the rest.
        """
        while True:
            await workflow.wait_condition(lambda: self._at_rest and bool(self._state.outbox))
            last = self._state.outbox[-1].sequence
            if await steps.write_records(self._record, self._state.outbox):
                self._state = without_written(self._state, last)

    def _history_is_long(self) -> bool:
        info = workflow.info()
        limit = self._history_limit
        return info.is_continue_as_new_suggested() or (limit is not None and info.get_current_history_length() > limit)

    def _continue_as_new(self) -> NoReturn:
        workflow.continue_as_new(
            CaseInput(opening=self._record.opening, state=self._state, history_limit=self._history_limit)
        )

    def _receive(self, kind: CommandKind, envelope: object) -> None:
        """The SDK decodes into an envelope only when one JSON argument came; else it hands over what there is."""
        self._state = receive(self._state, kind, CommandEnvelope.model_validate(envelope), workflow.now())

    def _apply(self, change: Change) -> None:
        self._state = with_change(self._state, change, workflow.now())

    def _enter(self, status: CaseStatus) -> None:
        self._apply(progress.moved(self._record, status))
        self._show()

    def _show(self) -> None:
        """Tells operators where the case stands: the details card and, when the stage changed, search attributes."""
        record = self._record
        workflow.set_current_details(case_card(record))
        shown = (record.status, record.current_iteration, record.latest_risk_score)
        if shown == self._shown:
            return
        self._shown = shown
        updates: list[SearchAttributeUpdate[Any]] = [
            CASE_STATUS.value_set(record.status),
            CASE_ITERATION.value_set(record.current_iteration),
            CASE_VERSION.value_set(record.version),
        ]
        if record.latest_risk_score is not None:
            updates.append(CASE_RISK_SCORE.value_set(record.latest_risk_score))
        workflow.upsert_search_attributes(updates)

    @property
    def _record(self) -> CaseRecord:
        return self._state.record
