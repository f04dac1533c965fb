"""Reading a case: from its workflow when that answers, else from the snapshot, and always saying which."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from gateway.problems import ApiError
from gateway.services import Services
from schemas.case import CaseRecord
from schemas.events import CaseEvent
from schemas.officer_api import AuditEntry

RecordSource = Literal["workflow", "snapshot"]


class CaseReading(NamedTuple):
    record: CaseRecord
    unwritten_events: tuple[CaseEvent, ...]
    source: RecordSource


async def read_case(found: Services, case_id: str) -> CaseReading:
    """The case as it stands; ApiError 404 if neither a workflow nor a snapshot knows it."""
    view = await found.cases.view(case_id)
    if view is not None:
        return CaseReading(view.record, view.unwritten_events, "workflow")
    snapshot = await found.records.snapshot(case_id)
    if snapshot is None:
        raise ApiError("case_not_found", f"there is no case {case_id!r}")
    return CaseReading(snapshot, (), "snapshot")


async def read_events(found: Services, reading: CaseReading) -> tuple[CaseEvent, ...]:
    """The whole audit log: what Postgres has, and what the workflow has not written there yet."""
    written = await found.records.events(reading.record.opening.case_id)
    by_sequence = {event.sequence: event for event in (*reading.unwritten_events, *written)}
    return tuple(by_sequence[sequence] for sequence in sorted(by_sequence))


def audit_entries(events: Iterable[CaseEvent]) -> tuple[AuditEntry, ...]:
    """The events as officers see them."""
    return tuple(AuditEntry(**event.model_dump(exclude={"body_hash"})) for event in events)
