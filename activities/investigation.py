"""The investigation as an activity: its result is history, so that new rules never rewrite what was once found."""

from datetime import UTC, datetime

from temporalio import activity

from domain.investigation import investigate
from schemas.case import CaseRecord
from schemas.investigation import InvestigationResult


@activity.defn(name="investigate")
async def investigate_case(record: CaseRecord) -> InvestigationResult:
    """Compares what the sources, the documents and the officer say, and scores the risk."""
    return investigate(record, datetime.now(UTC))
