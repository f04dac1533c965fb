"""What officers judge of a case's facts: the value to go by, what a discrepancy or a screening match means, and what
they saw by hand.

Whether there is such a fact, discrepancy or match is known to whoever shows it to the officer and not judged again
here: the rules that compare values may change while a case is open, and its history must not.
"""

from datetime import datetime

from pydantic import JsonValue

from domain.current_documents import current_documents
from domain.ledger import Event, Events
from domain.officer_commands import why_closed
from domain.refusal import CommandRefusedError
from domain.stages import DECIDING_ROLES, TERMINAL
from domain.withholding import withholding_answer
from schemas.case import CaseRecord
from schemas.commands import (
    CandidateDecisionBody,
    CommandEnvelope,
    DiscrepancyResolutionBody,
    FactDecisionBody,
    ScreeningDecisionBody,
    WithholdingCheckBody,
)
from schemas.events import EventName
from schemas.extraction import Candidate
from schemas.status import CaseStatus


def decide_fact(record: CaseRecord, body: FactDecisionBody, envelope: CommandEnvelope, now: datetime) -> Events:
    _refuse_unless_open(record, envelope)
    return (Event(EventName.FACT_DECISION, envelope.actor, body.model_dump(mode="json")),)


def resolve_discrepancy(
    record: CaseRecord, body: DiscrepancyResolutionBody, envelope: CommandEnvelope, now: datetime
) -> Events:
    _refuse_unless_open(record, envelope)
    return (Event(EventName.DISCREPANCY_RESOLVED, envelope.actor, body.model_dump(mode="json")),)


def decide_screening(
    record: CaseRecord, body: ScreeningDecisionBody, envelope: CommandEnvelope, now: datetime
) -> Events:
    """That an entry about sanctions is somebody else's is for those to say who decide escalated cases; and so it is to
    take back what was said of it."""
    _refuse_unless_open(record, envelope)
    seniors = DECIDING_ROLES[CaseStatus.ESCALATED]
    if body.of_sanctions and body.decision != "true_match" and envelope.actor.role not in seniors:
        raise CommandRefusedError(
            "role_not_allowed",
            f"the entry is about sanctions: {' or '.join(sorted(seniors))} may dismiss it, not {envelope.actor.role}; "
            "escalate the case",
        )
    return (Event(EventName.SCREENING_DECISION, envelope.actor, body.model_dump(mode="json")),)


def decide_candidate(
    record: CaseRecord, body: CandidateDecisionBody, envelope: CommandEnvelope, now: datetime
) -> Events:
    """A value that an officer cites is one of the case's own documents, and says what it cites."""
    _refuse_unless_open(record, envelope)
    if body.candidate is not None:
        _refuse_foreign_citation(record, body, body.candidate)
    return (Event(EventName.CANDIDATE_DECISION, envelope.actor, body.model_dump(mode="json")),)


def _refuse_foreign_citation(record: CaseRecord, body: CandidateDecisionBody, cited: Candidate) -> None:
    documents = {document.document_id for document in current_documents(record)}
    if any(evidence.doc_id not in documents for evidence in cited.evidence):
        raise CommandRefusedError(
            "invalid_body",
            "candidate: it cites a document that the case has not, or has a later version of",
            "candidate",
        )
    if cited.problem is not None:
        message = "candidate.value_normalized: not in the feature's normal form; a date is written 2023-02-03"
        raise CommandRefusedError("invalid_body", message, "candidate")
    if (cited.candidate_id, cited.feature) != (body.candidate_id, body.feature):
        raise CommandRefusedError("invalid_body", "candidate: it is not the one that is chosen", "candidate")


def record_withholding_check(
    record: CaseRecord, body: WithholdingCheckBody, envelope: CommandEnvelope, now: datetime
) -> Events:
    """What an officer saw joins the answers of the sources, under the officer's name."""
    _refuse_unless_open(record, envelope)
    if record.opening.company.country != "BE":
        raise CommandRefusedError("wrong_state", "the withholding obligation concerns Belgian companies only")
    prefix = f"{record.opening.case_id}/evidence/withholding-"
    if body.proof is not None and not body.proof.object_key.startswith(prefix):
        raise CommandRefusedError(
            "invalid_body", "proof.object_key: upload the proof for this case first, and send its key", "proof"
        )
    if body.checked_at and body.checked_at > now:
        raise CommandRefusedError("invalid_body", "checked_at: this moment has not come yet", "checked_at")
    if body.valid_until and body.valid_until < now.date():
        raise CommandRefusedError(
            "invalid_body",
            "valid_until: this date has passed; look again and record what is shown now",
            "valid_until",
        )
    answer = withholding_answer(record, body, envelope.actor, now)
    data: dict[str, JsonValue] = {"answer": answer.model_dump(mode="json"), "note": body.note}
    return (Event(EventName.MANUAL_CHECK_RECORDED, envelope.actor, data),)


def _refuse_unless_open(record: CaseRecord, envelope: CommandEnvelope) -> None:
    may = DECIDING_ROLES.get(record.status, DECIDING_ROLES[CaseStatus.REVIEW_PENDING])
    if envelope.actor.role not in may:
        raise CommandRefusedError(
            "role_not_allowed",
            f"the case is {record.status}: {' or '.join(sorted(may))} may judge this, not {envelope.actor.role}",
        )
    if record.status in TERMINAL:
        raise CommandRefusedError("wrong_state", why_closed(record))
