"""Writes to Postgres and the object store that keep what a case has become."""

import json

from temporalio import activity

from runtime.case_records import CaseRecords
from runtime.object_store import ObjectStore
from runtime.webhook_lines import WebhookLines
from runtime.webhook_wakes import WebhookWakes
from schemas.case import CaseState, RecordBatch, Recorded, RecordedCase, ResponsesToStore


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

        Then wakes the webhooks that wait for them. If Temporal is away that fails, and so does the activity: tried
        again, it writes nothing and wakes them.
        """
        recorded = await self._records.write(batch)
        opening = batch.opening
        for endpoint_id in await self._webhooks.endpoints_waiting(
            opening.case_id, opening.organisation, opening.environment
        ):
            await self._wakes.case(endpoint_id, opening.case_id)
        return recorded

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
