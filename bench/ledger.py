"""A workflow that does nothing but keep a ledger of commands: what `learning_the_outcome` is measured on.

It is not in the file of its row because the sandbox loads a workflow's module again, with all that it imports.
"""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from domain.identity import body_hash
    from schemas.commands import CommandEnvelope, Outcome
    from schemas.status import CaseStatus

UNKNOWN = Outcome(state="unknown")


@workflow.defn(name="BenchLedger")
class LedgerWorkflow:
    """Applies every command, and can be asked for its outcome in each way there is. It ends when terminated."""

    def __init__(self) -> None:
        self._ledger: dict[str, Outcome] = {}

    @workflow.run
    async def run(self) -> None:
        await workflow.wait_condition(lambda: False)

    @workflow.signal
    def command(self, envelope: CommandEnvelope) -> None:
        self._apply(envelope)

    @workflow.query
    def outcome(self, command_id: str) -> Outcome:
        return self._ledger.get(command_id, UNKNOWN)

    @workflow.update
    async def awaited_outcome(self, command_id: str) -> Outcome:
        await workflow.wait_condition(lambda: command_id in self._ledger)
        return self._ledger[command_id]

    @workflow.update
    def commanded(self, envelope: CommandEnvelope) -> Outcome:
        return self._apply(envelope)

    def _apply(self, envelope: CommandEnvelope) -> Outcome:
        outcome = Outcome(
            state="applied",
            status=CaseStatus.REVIEW_PENDING,
            version=len(self._ledger) + 1,
            body_hash=body_hash(envelope.body),
        )
        return self._ledger.setdefault(envelope.command_id, outcome)
