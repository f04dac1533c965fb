"""What an officer may tell a case: the decision, and the decision on its MCC."""

from datetime import datetime

from pydantic import JsonValue

from domain.ledger import Change, Event
from domain.refusal import CommandRefusedError
from domain.stages import AWAITING_CUSTOMER, AWAITING_OFFICER, DECIDING_ROLES, DECISIONS, REASON_REQUIRED, TERMINAL
from schemas.case import CaseRecord, DecisionRecord, FollowUpTask, MccDecisionRecord
from schemas.commands import CommandEnvelope, Decision, DecisionBody, MccDecisionBody
from schemas.events import EventName
from schemas.status import CaseStatus

S = CaseStatus


def decide(record: CaseRecord, body: DecisionBody, envelope: CommandEnvelope, now: datetime) -> Change:
    target, actor = DECISIONS.get((record.status, body.decision)), envelope.actor
    if target is None:
        raise CommandRefusedError("wrong_state", _why_no_decision(record, body.decision))
    if actor.role not in DECIDING_ROLES[record.status]:
        raise CommandRefusedError(
            "role_not_allowed",
            f"a case in {record.status} is decided by {' or '.join(sorted(DECIDING_ROLES[record.status]))}, "
            f"not by {actor.role}",
        )
    if body.decision in REASON_REQUIRED and not body.reason:
        raise CommandRefusedError("reason_required", f"reason: to {body.decision} a case, say why", "reason")
    if body.decision == "follow_up" and record.current_iteration >= record.opening.template.max_iterations:
        raise CommandRefusedError(
            "max_iterations_reached",
            f"the customer was already asked {record.current_iteration} times, the most this template allows; "
            "approve, reject or escalate",
        )
    decision = DecisionRecord(
        decision=body.decision,
        reason=body.reason,
        actor=actor,
        iteration=record.current_iteration,
        decided_at=now,
        version_seen=envelope.expected_version,
    )
    decided = record.model_copy(update={"status": target, "decisions": (*record.decisions, decision)})
    if body.decision == "follow_up":
        decided = _open_next_iteration(decided, body)
    data: dict[str, JsonValue] = {
        "decision": body.decision,
        "reason": body.reason,
        "iteration": record.current_iteration,
        "follow_up_tasks": [task.model_dump(mode="json") for task in body.follow_up_tasks],
    }
    return Change(
        decided,
        (
            Event(EventName.OFFICER_DECISION, actor, data),
            Event(EventName.STATUS_CHANGED, actor, {"from": record.status, "to": target}),
        ),
    )


def _why_no_decision(record: CaseRecord, decision: Decision) -> str:
    if record.status in TERMINAL:
        last = record.decisions[-1].decision if record.decisions else None
        return f"the case is closed: it is {record.status}" + (f" by the decision to {last}" if last else "")
    if record.status in AWAITING_CUSTOMER:
        return f"the case is {record.status}: it can be decided once the customer has submitted"
    if record.status == S.ESCALATED:
        return f"the case is ESCALATED: a senior officer can approve, reject or follow up, not {decision}"
    return f"the case is {record.status}: it can be decided when the investigation is done (REVIEW_PENDING)"


def _open_next_iteration(record: CaseRecord, body: DecisionBody) -> CaseRecord:
    iteration = record.current_iteration + 1
    first = len(record.follow_up_tasks) + 1
    tasks = tuple(
        FollowUpTask(
            task_id=f"task_{first + index}",
            iteration=iteration,
            description=task.description,
            response_type=task.response_type,
            document_type=task.document_type,
            required=task.required,
        )
        for index, task in enumerate(body.follow_up_tasks)
    )
    return record.model_copy(
        update={
            "current_iteration": iteration,
            "follow_up_tasks": (*record.follow_up_tasks, *tasks),
            "generated_tasks": (),
            "tasks_reasoning": None,
        }
    )


def decide_mcc(record: CaseRecord, body: MccDecisionBody, envelope: CommandEnvelope, now: datetime) -> Change:
    actor = envelope.actor
    if actor.role not in DECIDING_ROLES[S.REVIEW_PENDING]:
        raise CommandRefusedError("role_not_allowed", f"an MCC is decided by an officer, not by {actor.role}")
    if record.status not in AWAITING_OFFICER:
        raise CommandRefusedError(
            "wrong_state", f"the case is {record.status}: its MCC can be decided while it is under review"
        )
    if record.mcc_classification is None and body.action != "override":
        raise CommandRefusedError(
            "no_mcc_classification",
            "there is no MCC classification to accept or reject; override names a code",
        )
    decision = MccDecisionRecord(
        action=body.action, override_mcc=body.override_mcc, notes=body.notes, actor=actor, decided_at=now
    )
    data: dict[str, JsonValue] = {
        "action": body.action,
        "override_mcc": body.override_mcc,
        "notes": body.notes,
    }
    return Change(record.model_copy(update={"mcc_decision": decision}), (Event(EventName.MCC_DECISION, actor, data),))
