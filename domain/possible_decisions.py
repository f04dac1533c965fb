"""Which decisions a case allows as it is, so that whoever asks for one can be shown them before they choose."""

from domain.stages import DECIDING_ROLES, DECISIONS, LESS_CAREFUL, REASON_REQUIRED
from schemas.case import CaseRecord
from schemas.commands import Decision
from schemas.officer_api import BarredBy, DecidingRole, PossibleDecision, ReasonNeeded


def possible_decisions(record: CaseRecord) -> tuple[PossibleDecision, ...]:
    """Those of the case's status; none while it waits for something else. A command is held against the same tables."""
    return tuple(
        PossibleDecision(
            decision=decision, reason_needed=_reason_needed(record, decision), barred_by=_barred_by(record, decision)
        )
        for status, decision in DECISIONS
        if status is record.status
    )


def decided_by(record: CaseRecord) -> tuple[DecidingRole, ...]:
    """The roles that may decide the case as it is, those who may most often first; none while nobody may."""
    roles = DECIDING_ROLES.get(record.status, frozenset())
    return tuple(role for role in ("officer", "senior_officer", "admin") if role in roles)


def _reason_needed(record: CaseRecord, decision: Decision) -> ReasonNeeded | None:
    if decision in REASON_REQUIRED:
        return "always"
    recommended = record.recommended_action
    return "less_careful" if recommended and decision in LESS_CAREFUL[recommended] else None


def _barred_by(record: CaseRecord, decision: Decision) -> BarredBy | None:
    most = record.opening.template.max_iterations
    return "max_iterations_reached" if decision == "follow_up" and record.current_iteration >= most else None
