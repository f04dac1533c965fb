"""The customer's portal API as a table. Whoever has the token in the path may call it; there is no other credential."""

from typing import Annotated

from pydantic import Field

from gateway.operations import IDEMPOTENCY_KEY, MULTIPART, Answer, Body, Operation, Parameter, Tag
from gateway.portal import examples, session, submit, upload
from schemas.frozen import Frozen
from schemas.portal_api import DocumentUploaded, PortalCase, SubmitAnswer, SubmitRequest

PORTAL = Tag("Portal", "What the customer calls, by the token of the link that was sent to them.")

TOKEN = Parameter(
    "token",
    "path",
    Annotated[str, Field(pattern=r"^pt_[A-Za-z0-9_-]{32}$")],
    "The portal token of the case. It expires.",
    required=True,
    example="pt_X7kB2mNpQrVsWzAc1dEfGhJu8yLo9PqR",
)


class DocumentUpload(Frozen):
    """One file for one requirement, as a multipart form."""

    requirement_id: str
    """A document requirement of the case, or the `upload_requirement_id` of a task."""
    file: bytes
    """PDF, DOCX, PNG or JPG, by its content; at most 20 MB."""


PORTAL_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/portal/{token}",
        session.portal_session,
        "See what is asked for",
        PORTAL,
        parameters=(TOKEN,),
        answers=(Answer(PortalCase, "What the customer is asked for, and what is there already."),),
        security="portal",
    ),
    Operation(
        "POST",
        "/api/portal/{token}/documents",
        upload.upload_document,
        "Upload a document",
        PORTAL,
        parameters=(TOKEN, IDEMPOTENCY_KEY),
        body=Body(DocumentUpload, media_type=MULTIPART),
        answers=(
            Answer(DocumentUploaded, "The document is with the case.", status=201, examples=examples.DOCUMENT_UPLOADED),
            Answer(
                DocumentUploaded,
                "Stored and recorded; the case takes it as soon as a worker is available.",
                status=202,
            ),
        ),
        problems=(
            "file_missing",
            "file_empty",
            "file_too_large",
            "file_infected",
            "scanner_unavailable",
            "unsupported_document_type",
            "unknown_requirement",
            "invalid_body",
            "too_many_documents",
            "wrong_state",
            "idempotency_key_reused",
        ),
        security="portal",
    ),
    Operation(
        "POST",
        "/api/portal/{token}/submit",
        submit.submit,
        "Submit answers, and have the case looked into",
        PORTAL,
        parameters=(TOKEN, IDEMPOTENCY_KEY),
        body=Body(SubmitRequest, examples.SUBMISSION),
        answers=(
            Answer(SubmitAnswer, "Received.", examples=examples.SUBMITTED),
            Answer(SubmitAnswer, "Recorded, and taken up as soon as a worker is available.", status=202),
        ),
        problems=("answer_required", "invalid_answer", "wrong_state", "idempotency_key_reused"),
        security="portal",
    ),
)
