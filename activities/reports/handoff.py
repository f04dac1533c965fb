"""Writes the hand-off report of a closed case: the edition that may leave the house.

The officers' report tells what was suspected and why it was decided so. This one is made of `domain.handoff` alone, so
that whatever is added to a case, or to the officers' report, is not in it until somebody lets it out there.
"""

import asyncio
import json
from datetime import UTC, datetime

from temporalio import activity
from temporalio.exceptions import ApplicationError

from activities.reports.handoff_content import handoff_content
from activities.reports.printable import printable
from activities.reports.typesetting import compiled
from domain.handoff import handoff_of
from domain.stages import REPORTED
from runtime.object_store import ObjectStore, sha256_hex
from schemas.case import CaseRecord, ReportRef
from schemas.handoff import Handoff


class HandoffReportActivities:
    """The activity that writes hand-off reports, over the store they go to."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    @activity.defn(name="generate-handoff-report")
    async def generate_handoff_report(self, record: CaseRecord) -> ReportRef:
        """Where the report lies. The same case gives the same bytes under the same key, however often it is asked.

        Refuses a case that nobody has decided: trying again will not change that.
        """
        case_id = record.opening.case_id
        if record.status not in REPORTED:
            raise ApplicationError(
                f"case {case_id} is {record.status}: it is handed over once it is approved or rejected",
                type="CaseNotDecided",
                non_retryable=True,
            )
        pdf = await asyncio.to_thread(typeset_handoff, handoff_of(record, as_of=record.decisions[-1].decided_at))
        digest = await asyncio.to_thread(sha256_hex, pdf)
        key = f"{case_id}/reports/handoff-{digest[:12]}.pdf"
        await self._store.put(key, pdf, "application/pdf")
        return ReportRef(object_key=key, sha256=digest, file_size=len(pdf), generated_at=datetime.now(UTC))


def typeset_handoff(handoff: Handoff) -> bytes:
    """The report as PDF/A-3a and PDF/UA-1, with the hand-off attached as JSON. Blocking: a fraction of a second."""
    dated = handoff.decision.decided_at if handoff.decision else handoff.as_of
    content = json.dumps(printable(handoff_content(handoff).model_dump(mode="json")))
    attached = json.dumps(handoff.model_dump(mode="json"), ensure_ascii=False, indent=2, sort_keys=True)
    return compiled("handoff.typ", dated, {"content": content, "handoff": attached})
