"""What an officer may tell a case: the decision, and the decision on its MCC."""

from datetime import datetime

from pydantic import JsonValue

from domain.ledger import Event, Events
from domain.refusal import CommandRefusedError
from domain.stages import (
    AWAITING_CUSTOMER,
    AWAITING_OFFICER,
    DECIDING_ROLES,
    DECISIONS,
    LESS_CAREFUL,
    REASON_REQUIRED,
    TERMINAL,
)
from schemas.actor import Actor
from schemas.case import CaseRecord, FollowUpTask
from schemas.commands import CommandEnvelope, Decision, DecisionBody, MccDecisionBody
from schemas.events import EventName
from schemas.status import CaseStatus

S = CaseStatus


def decide(record: CaseRecord, body: DecisionBody, envelope: CommandEnvelope, now: datetime) -> Events:
    target, actor = DECISIONS.get((record.status, body.decision)), envelope.actor
    if target is None:
        raise CommandRefusedError("wrong_state", _why_no_decision(record, body.decision))
    _refuse_role(record, actor)
    _refuse_without_reason(record, body)
    if body.decision == "follow_up" and record.current_iteration >= record.opening.template.max_iterations:
        raise CommandRefusedError(
            "max_iterations_reached",
            f"the customer was already asked {record.current_iteration} times, the most this template allows; "
            "approve, reject or escalate",
        )
    data: dict[str, JsonValue] = {
        "decision": body.decision,
        "reason": body.reason,
        "iteration": record.current_iteration,
        "version_seen": envelope.expected_version,
        "recommended_action": record.recommended_action,
        "follow_up_tasks": [task.model_dump(mode="json") for task in _tasks(record, body)],
    }
    return (
        Event(EventName.OFFICER_DECISION, actor, data),
        Event(EventName.STATUS_CHANGED, actor, {"from": record.status, "to": target}),
    )


def _refuse_role(record: CaseRecord, actor: Actor) -> None:
    if actor.role not in DECIDING_ROLES[record.status]:
        raise CommandRefusedError(
            "role_not_allowed",
            f"the case is {record.status}{_by_the_last_decision(record)}: it is decided by "
            f"{' or '.join(sorted(DECIDING_ROLES[record.status]))}, not by {actor.role}",
        )


def _refuse_without_reason(record: CaseRecord, body: DecisionBody) -> None:
    if body.reason:
        return
    if body.decision in REASON_REQUIRED:
        raise CommandRefusedError("reason_required", f"reason: to {body.decision} a case, say why", "reason")
    recommended = record.recommended_action
    if recommended and body.decision in LESS_CAREFUL[recommended]:
        raise CommandRefusedError(
            "reason_required",
            f"reason: the recommendation is to {_words(recommended)}; to {_words(body.decision)} all the same, say why",
            "reason",
        )


def why_closed(record: CaseRecord) -> str:
    """What ended a closed case, naming the decision and who took it."""
    by = "" if record.status is S.FAILED else _by_the_last_decision(record)
    return f"the case is closed: it is {record.status}{by}"


def _why_no_decision(record: CaseRecord, decision: Decision) -> str:
    if record.status in TERMINAL:
        return why_closed(record)
    if record.status in AWAITING_CUSTOMER:
        by = _by_the_last_decision(record)
        return f"the case is {record.status}{by}: it can be decided once the customer has submitted"
    if record.status in AWAITING_OFFICER:
        allowed = " or ".join(_words(told) for status, told in DECISIONS if status is record.status)
        by = _by_the_last_decision(record)
        return f"the case is {record.status}{by}: one can {allowed} it now, not {_words(decision)}"
    return f"the case is {record.status}: it can be decided when the investigation is done (REVIEW_PENDING)"


def _by_the_last_decision(record: CaseRecord) -> str:
    if not record.decisions:
        return ""
    last = record.decisions[-1]
    when = last.decided_at.isoformat(timespec="seconds")
    return f" by the decision to {_words(last.decision)} of {last.actor.id} ({last.actor.role}) at {when}"


def _words(decision: Decision) -> str:
    return decision.replace("_", " ")


def _tasks(record: CaseRecord, body: DecisionBody) -> tuple[FollowUpTask, ...]:
    """The tasks of the next iteration, with names that no task of this case had before."""
    first = len(record.follow_up_tasks) + 1
    return tuple(
        FollowUpTask(
            task_id=f"task_{first + index}",
            iteration=record.current_iteration + 1,
            description=task.description,
            response_type=task.response_type,
            document_type=task.document_type,
            required=task.required,
        )
        for index, task in enumerate(body.follow_up_tasks)
    )


def decide_mcc(record: CaseRecord, body: MccDecisionBody, envelope: CommandEnvelope, now: datetime) -> Events:
    actor = envelope.actor
    if actor.role not in DECIDING_ROLES[S.REVIEW_PENDING]:
        raise CommandRefusedError("role_not_allowed", f"an MCC is decided by an officer, not by {actor.role}")
    if record.status in TERMINAL:
        raise CommandRefusedError("wrong_state", why_closed(record))
    if record.status not in AWAITING_OFFICER:
        raise CommandRefusedError(
            "wrong_state", f"the case is {record.status}: its MCC can be decided while it is under review"
        )
    classified = record.mcc_classification
    if body.action != "override" and (classified is None or classified.primary_recommendation is None):
        raise CommandRefusedError(
            "no_mcc_classification",
            "there is no MCC recommendation to accept or reject; override names a code",
        )
    recommended = classified.primary_recommendation if classified else None
    data: dict[str, JsonValue] = {
        "action": body.action,
        "recommended_mcc": recommended.mcc_code if recommended else None,
        "override_mcc": body.override_mcc,
        "notes": body.notes,
    }
    return (Event(EventName.MCC_DECISION, actor, data),)
