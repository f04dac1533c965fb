"""The customer's portal API as a table. Whoever has the token in the path may call it; there is no other credential."""

from typing import Annotated

from pydantic import Field

from gateway import brand
from gateway.operations import IDEMPOTENCY_KEY, MULTIPART, Answer, Body, Operation, Parameter, Tag
from gateway.portal import check, draft, examples, session, submit, upload
from schemas.frozen import Frozen
from schemas.portal_api import (
    DocumentCheck,
    DocumentCheckPending,
    DocumentUploaded,
    DraftRequest,
    DraftSaved,
    PortalBrand,
    PortalCase,
    SubmitAnswer,
    SubmitRequest,
)

PORTAL = Tag("Portal", "What the customer calls, by the token of the link that was sent to them.")

TOKEN = Parameter(
    "token",
    "path",
    Annotated[str, Field(pattern=r"^pt_[A-Za-z0-9_-]{32}$")],
    "The portal token of the case. It expires.",
    required=True,
    example="pt_X7kB2mNpQrVsWzAc1dEfGhJu8yLo9PqR",
)

DOCUMENT_ID = Parameter(
    "document_id",
    "path",
    Annotated[str, Field(pattern=r"^doc_[0-9a-f]{12}$")],
    "The document, as its upload was answered.",
    required=True,
    example="doc_0f1e2d3c4b5a",
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
        "/api/brand",
        brand.brand,
        "In whose name customers are asked",
        PORTAL,
        answers=(Answer(PortalBrand, "What the portal is called, and its colour.", examples=examples.BRAND),),
        security="none",
        description="Open to anyone: it is what a page shows before it knows whether its link is good.",
    ),
    Operation(
        "GET",
        "/api/brand/logo",
        brand.brand_logo,
        "The logo",
        PORTAL,
        answers=(Answer(None, "A PNG, SVG or WebP picture.", media_type="image/*"),),
        problems=("not_found",),
        security="none",
    ),
    Operation(
        "GET",
        "/api/portal/{token}",
        session.portal_session,
        "See what is asked for",
        PORTAL,
        parameters=(TOKEN, *session.PARAMETERS),
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
        "GET",
        "/api/portal/{token}/documents/{document_id}/check",
        check.check_document,
        "Learn whether a document can be read and is what was asked for",
        PORTAL,
        parameters=(TOKEN, DOCUMENT_ID),
        answers=(
            Answer(DocumentCheck, "What a look at it found.", examples=examples.CHECKED),
            Answer(DocumentCheckPending, "It is still being looked at. Ask again.", status=202),
        ),
        problems=("document_not_found", "wrong_state", "worker_unavailable"),
        security="portal",
        description="Waits up to ten seconds. It decides nothing: the case looks for itself after the submission. "
        "A document that a newer one has replaced is not looked at (`wrong_state`). If nobody could look at it "
        "(`worker_unavailable`), it is tried again after `Retry-After` seconds at the soonest.",
    ),
    Operation(
        "PUT",
        "/api/portal/{token}/answers",
        draft.save_answers,
        "Keep answers that are not finished",
        PORTAL,
        parameters=(TOKEN,),
        body=Body(DraftRequest, examples.DRAFT),
        answers=(Answer(DraftSaved, "Kept until it is submitted.", examples=examples.DRAFT_SAVED),),
        problems=("invalid_answer", "wrong_state", "body_too_large"),
        security="portal",
        description="Each answer is laid over what was kept: one that is not named stays, and null takes one back. "
        "Only what is asked may be in it; no officer sees it.",
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
