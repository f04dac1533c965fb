"""Writes to Postgres and the object store that keep what a case has become."""

import json

import structlog
from temporalio import activity

from runtime.case_records import CaseRecords
from runtime.object_store import ObjectStore
from runtime.webhook_lines import WebhookLines
from runtime.webhook_wakes import WebhookWakes
from schemas.case import CaseState, RecordBatch, Recorded, RecordedCase, ResponsesToStore
from schemas.webhooks import DeliveryLine

log = structlog.stdlib.get_logger()


def responses_key(case_id: str, iteration: int) -> str:
    """Where the customer's answers of one iteration lie in the object store."""
    return f"{case_id}/iteration-{iteration}/task_responses.json"


class RecordActivities:
    def __init__(self, records: CaseRecords, store: ObjectStore, webhooks: WebhookLines, wakes: WebhookWakes) -> None:
        self._records = records
        self._store = store
        self._webhooks = webhooks
        self._wakes = wakes

    @activity.defn(name="write-records")
    async def write_records(self, batch: RecordBatch) -> Recorded:
        """Writes the events since the last write, and the snapshot that comes of them. Idempotent by sequence.

        Then wakes the webhooks that wait for them. What keeps them from being woken keeps no case from going on: a
        gateway looks for lines that nobody has woken (`runtime.webhook_overdue`).
        """
        recorded = await self._records.write(batch)
        try:
            await self._wake_webhooks(batch.opening.case_id)
        except Exception as error:  # the events are on record, and a fault of webhooks is none of theirs
            log.warning("webhooks were not woken", error=type(error).__name__, detail=str(error)[:500])
        return recorded

    async def _wake_webhooks(self, case_id: str) -> None:
        waiting = await self._webhooks.endpoints_waiting(case_id)
        await self._wakes.lines([DeliveryLine(endpoint_id=found, case_id=case_id) for found in waiting], "wake")

    @activity.defn(name="read-records")
    async def read_records(self, wanted: RecordedCase) -> CaseState | None:
        """The case as it is on record; None if nothing is."""
        return await self._records.state(wanted.case_id)

    @activity.defn(name="store-responses")
    async def store_responses(self, responses: ResponsesToStore) -> None:
        """Writes all submissions of an iteration as one `task_responses.json`; the same content each time."""
        content = [submission.model_dump(mode="json") for submission in responses.submissions]
        body = json.dumps({"iteration": responses.iteration, "submissions": content}, ensure_ascii=False, indent=2)
        await self._store.put(responses_key(responses.case_id, responses.iteration), body.encode(), "application/json")
