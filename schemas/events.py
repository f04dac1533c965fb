"""The audit log's rows: what happened to a case, in order, without gaps."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field, JsonValue

from schemas.actor import Actor
from schemas.frozen import Frozen


class EventName(StrEnum):
    CASE_CREATED = "CASE_CREATED"
    SOURCE_ANSWERED = "SOURCE_ANSWERED"
    ENRICHMENT_COMPLETED = "ENRICHMENT_COMPLETED"
    DOCUMENT_UPLOADED = "DOCUMENT_UPLOADED"
    CUSTOMER_SUBMITTED = "CUSTOMER_SUBMITTED"
    STATUS_CHANGED = "STATUS_CHANGED"
    DOCUMENTS_VALIDATED = "DOCUMENTS_VALIDATED"
    VALIDATION_BOUNCE_BACK = "VALIDATION_BOUNCE_BACK"
    DOCUMENT_READ = "DOCUMENT_READ"
    INVESTIGATION_COMPLETED = "INVESTIGATION_COMPLETED"
    AGENT_EXECUTED = "AGENT_EXECUTED"
    MCC_CLASSIFIED = "MCC_CLASSIFIED"
    MCC_RECLASSIFIED = "MCC_RECLASSIFIED"
    TASKS_GENERATED = "TASKS_GENERATED"
    TASKS_REGENERATED = "TASKS_REGENERATED"
    OFFICER_DECISION = "OFFICER_DECISION"
    MCC_DECISION = "MCC_DECISION"
    FACT_DECISION = "FACT_DECISION"
    CANDIDATE_DECISION = "CANDIDATE_DECISION"
    DISCREPANCY_RESOLVED = "DISCREPANCY_RESOLVED"
    SCREENING_DECISION = "SCREENING_DECISION"
    MANUAL_CHECK_RECORDED = "MANUAL_CHECK_RECORDED"
    RISK_REASSESSED = "RISK_REASSESSED"
    COMMAND_REFUSED = "COMMAND_REFUSED"
    CUSTOMER_REMINDED = "CUSTOMER_REMINDED"
    PORTAL_EXPIRED = "PORTAL_EXPIRED"
    TIMELINE_EXCEEDED = "TIMELINE_EXCEEDED"
    REPORT_GENERATED = "REPORT_GENERATED"
    HANDOFF_REPORT_GENERATED = "HANDOFF_REPORT_GENERATED"
    CASE_CANCELLED = "CASE_CANCELLED"


class CaseEvent(Frozen):
    """One row of the audit log. `sequence` starts at 1 and has no gaps within a case.

    `data` holds all that the event changes: the record is what its events make of it (`domain.fold`).
    """

    sequence: int = Field(ge=1)
    event: EventName
    timestamp: datetime
    actor: Actor
    data: dict[str, JsonValue] = Field(default_factory=dict)
    command_id: str | None = None
    """The command it came from; None for what the case did by itself."""
    body_hash: str | None = None
    """SHA-256 of that command's canonical body, to tell a repeated command from a reused id."""
