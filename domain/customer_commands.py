"""What a customer may tell a case: a document has come, and this is all for now."""

from datetime import datetime

from pydantic import JsonValue

from domain.ledger import Change, Event
from domain.refusal import CommandRefusedError
from domain.stages import AWAITING_CUSTOMER, TERMINAL
from domain.submission import SubmissionError, accept_submission, requirement_is_open
from schemas.case import CaseRecord
from schemas.commands import CommandEnvelope, DocumentBody, FollowUpBody
from schemas.events import EventName
from schemas.status import CaseStatus

MAX_DOCUMENTS = 200
"""All of a case must stay far below what one Temporal payload may hold (2 MB)."""


def add_document(record: CaseRecord, body: DocumentBody, envelope: CommandEnvelope, now: datetime) -> Change:
    document = body.document
    if any(known.document_id == document.document_id for known in record.documents):
        return Change(record)  # the same bytes for the same requirement, uploaded again
    _refuse_unless_customers_turn(record, "documents can be uploaded")
    if len(record.documents) >= MAX_DOCUMENTS:
        raise CommandRefusedError(
            "too_many_documents", f"this case already has {MAX_DOCUMENTS} documents; ask the officer to go on from here"
        )
    if not requirement_is_open(record, document.requirement_id):
        raise CommandRefusedError(
            "unknown_requirement",
            f"requirement_id: nothing named {document.requirement_id!r} is asked for now",
            "requirement_id",
        )
    data: dict[str, JsonValue] = {
        "document_id": document.document_id,
        "requirement_id": document.requirement_id,
        "sha256": document.sha256,
        "file_size": document.file_size,
        "iteration": document.iteration,
    }
    return Change(
        record.model_copy(update={"documents": (*record.documents, document)}),
        (Event(EventName.DOCUMENT_UPLOADED, envelope.actor, data),),
    )


def submit(record: CaseRecord, body: FollowUpBody, envelope: CommandEnvelope, now: datetime) -> Change:
    _refuse_unless_customers_turn(record, "answers can be submitted")
    try:
        submitted = accept_submission(record, body, now)
    except SubmissionError as error:
        raise CommandRefusedError(error.code, str(error), error.field) from error
    received = submitted.model_copy(update={"status": CaseStatus.DOCUMENTS_RECEIVED})
    return Change(
        received,
        (
            Event(EventName.CUSTOMER_SUBMITTED, envelope.actor, {"iteration": record.current_iteration}),
            Event(EventName.STATUS_CHANGED, envelope.actor, {"from": record.status, "to": received.status}),
        ),
    )


def _refuse_unless_customers_turn(record: CaseRecord, what: str) -> None:
    if record.status in TERMINAL:
        raise CommandRefusedError("wrong_state", f"this case is closed; no {what.split()[0]} can be added")
    if record.status not in AWAITING_CUSTOMER:
        raise CommandRefusedError("wrong_state", f"what was submitted is being reviewed; {what} when asked again")
