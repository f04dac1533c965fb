"""Writes the report of a closed case to the object store."""

import asyncio
from datetime import UTC, datetime

from temporalio import activity
from temporalio.exceptions import ApplicationError

from activities.reports.request import ReportRequest
from activities.reports.typesetting import typeset
from domain.profile import build_profile
from domain.stages import REPORTED
from runtime.case_records import CaseRecords
from runtime.object_store import ObjectStore, sha256_hex
from schemas.case import CaseRecord, ReportRef


class ReportActivities:
    """The activity that writes reports, over the audit log they tell of and the store they go to."""

    def __init__(self, records: CaseRecords, store: ObjectStore) -> None:
        self._records = records
        self._store = store

    @activity.defn(name="generate-report")
    async def generate_report(self, record: CaseRecord) -> ReportRef:
        """Where the report lies. The same case gives the same bytes under the same key, however often it is asked.

        Refuses a case that nobody has decided: there is nothing to report on, and trying again will not change that.
        """
        case_id = record.opening.case_id
        if record.status not in REPORTED:
            raise ApplicationError(
                f"case {case_id} is {record.status}: a report is written once it is approved or rejected",
                type="CaseNotDecided",
                non_retryable=True,
            )
        # A command that is refused after the decision is an event too, but no part of what this record tells.
        events = [event for event in await self._records.events(case_id) if event.timestamp <= record.updated_at]
        request = ReportRequest(record=record, profile=build_profile(record), events=tuple(events))
        # The compiler releases the interpreter lock, so a thread is enough to keep the worker answering.
        pdf = await asyncio.to_thread(typeset, request)
        digest = await asyncio.to_thread(sha256_hex, pdf)
        key = report_key(case_id, digest)
        await self._store.put(key, pdf, "application/pdf")
        return ReportRef(object_key=key, sha256=digest, file_size=len(pdf), generated_at=datetime.now(UTC))


def report_key(case_id: str, digest: str) -> str:
    """Where a report lies: its own content names it, so a report never replaces another."""
    return f"{case_id}/reports/case-report-{digest[:12]}.pdf"
