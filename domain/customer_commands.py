"""What a customer may tell a case: a document has come, and this is all for now."""

from datetime import datetime

from pydantic import JsonValue

from domain.ledger import Event, Events
from domain.refusal import CommandRefusedError
from domain.stages import AWAITING_CUSTOMER, SUBMITTING_ROLES, TERMINAL
from domain.submission import SubmissionError, requirement_is_open, submission_of
from schemas.actor import Actor
from schemas.case import CaseRecord
from schemas.commands import CommandEnvelope, DocumentBody, FollowUpBody
from schemas.events import EventName
from schemas.status import CaseStatus

MAX_DOCUMENTS = 200
"""All of a case must stay far below what one Temporal payload may hold (2 MB)."""


def add_document(record: CaseRecord, body: DocumentBody, envelope: CommandEnvelope, now: datetime) -> Events:
    """A new document, a new version of one, or an earlier version that is to count again."""
    document = body.document
    _refuse_unless_customers_turn(record, envelope.actor, "documents can be uploaded")
    known = {item.document_id for item in record.documents}
    if len(known | {document.document_id}) > MAX_DOCUMENTS:
        raise CommandRefusedError(
            "too_many_documents", f"this case already has {MAX_DOCUMENTS} documents; ask the officer to go on from here"
        )
    if not requirement_is_open(record, document.requirement_id):
        raise CommandRefusedError(
            "unknown_requirement",
            f"requirement_id: nothing named {document.requirement_id!r} is asked for now",
            "requirement_id",
        )
    return (Event(EventName.DOCUMENT_UPLOADED, envelope.actor, document.model_dump(mode="json")),)


def submit(record: CaseRecord, body: FollowUpBody, envelope: CommandEnvelope, now: datetime) -> Events:
    _refuse_unless_customers_turn(record, envelope.actor, "answers can be submitted")
    try:
        submission = submission_of(record, body, now)
    except SubmissionError as error:
        raise CommandRefusedError(error.code, str(error), error.field) from error
    received: dict[str, JsonValue] = {"from": record.status, "to": CaseStatus.DOCUMENTS_RECEIVED}
    return (
        Event(EventName.CUSTOMER_SUBMITTED, envelope.actor, submission.model_dump(mode="json")),
        Event(EventName.STATUS_CHANGED, envelope.actor, received),
    )


def _refuse_unless_customers_turn(record: CaseRecord, actor: Actor, what: str) -> None:
    if actor.role not in SUBMITTING_ROLES:
        raise CommandRefusedError("role_not_allowed", f"only the customer uploads and submits, not {actor.role}")
    if record.status in TERMINAL:
        raise CommandRefusedError("wrong_state", f"this case is closed; no {what.split()[0]} can be added")
    if record.status not in AWAITING_CUSTOMER:
        raise CommandRefusedError("wrong_state", f"what was submitted is being reviewed; {what} when asked again")
