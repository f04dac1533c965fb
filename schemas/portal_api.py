"""Bodies of the customer's portal API (`/api/portal`): an allow-list. What is not named here reaches no customer."""

from datetime import datetime
from typing import Literal

from pydantic import ConfigDict, Field

from schemas.commands import AnswerValue, FollowUpBody, Text
from schemas.documents import DocumentProblem
from schemas.frozen import Frozen
from schemas.investigation import ResponseType
from schemas.status import CaseStatus
from schemas.template import DocumentFormat, DocumentType, PortalLanguage, QuestionType

PortalPhase = Literal["initial_collection", "follow_up", "under_review", "terminal"]

DocumentKind = Literal["as_asked", "another", "unknown"]
"""Whether a document is of a type that was asked for. `unknown` wherever there is nothing to compare: any document will
do, or nobody can tell what this one is."""


class PortalQuery(Frozen):
    model_config = ConfigDict(frozen=True, extra="forbid")

    lang: PortalLanguage | None = Field(
        default=None,
        description="The language to answer in. Without it that of the case's session, else of `Accept-Language`, else "
        "English.",
        examples=["nl"],
    )


class PortalFile(Frozen):
    document_id: str
    filename: str
    file_size: int
    uploaded_at: datetime
    readable: bool | None
    """None until the document has been read."""
    problem: DocumentProblem | None = None
    """Why it could not be read, in one word."""
    message: str | None = None
    """The same for the customer, and what to do about it."""


class PortalRequirement(Frozen):
    id: str
    name: str
    description: str
    required: bool
    accepted_formats: tuple[DocumentFormat, ...]
    uploaded: bool
    uploaded_file: PortalFile | None


class PortalQuestion(Frozen):
    id: str
    text: str
    type: QuestionType
    options: tuple[str, ...]
    """What is sent back, whatever language is shown."""
    option_labels: tuple[str, ...]
    """What is shown, in the order of the options."""
    required: bool
    answer: AnswerValue | None


class PortalTask(Frozen):
    id: str
    description: str
    response_type: ResponseType
    document_type: str | None
    required: bool
    upload_requirement_id: str | None
    """Where a document for this task is uploaded."""
    uploaded_file: PortalFile | None = None


class PortalBrand(Frozen):
    """In whose name the customer is asked."""

    name: str
    primary_color: str = Field(pattern=r"^#[0-9a-f]{6}$")
    logo_url: str | None = None
    contact: str | None = None
    """Whom to ask, as the company writes it: an address, or a sentence."""
    privacy_url: str | None = None
    """Where the company says what it does with personal data."""


class DraftRequest(Frozen):
    """What the customer has changed: answers that are not named stay as they were, and null takes one back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: dict[str, AnswerValue | None] = Field(default_factory=dict, max_length=100)
    task_responses: dict[str, Text | bool | None] = Field(default_factory=dict, max_length=100)


class DraftSaved(Frozen):
    saved_at: datetime


class PortalDraft(Frozen):
    """What the customer has written and not submitted. No officer sees it."""

    answers: dict[str, AnswerValue]
    task_responses: dict[str, Text | bool]
    saved_at: datetime


class PortalCase(Frozen):
    case_id: str
    status: CaseStatus
    phase: PortalPhase
    company_name: str
    brand: PortalBrand
    document_requirements: tuple[PortalRequirement, ...]
    questions: tuple[PortalQuestion, ...]
    follow_up_tasks: tuple[PortalTask, ...]
    follow_up_reason: str | None
    """Neutral words of ours; never what an officer wrote for officers."""
    answered_tasks: tuple[PortalTask, ...] = ()
    """The tasks of earlier rounds that a document came for, with the latest. What came in place of a document that
    could not be read stands at what that one was for."""
    iteration: int
    expires_at: datetime
    language: PortalLanguage
    """What the texts of this answer are in; those of an officer are as written."""
    languages: tuple[PortalLanguage, ...]
    """What else may be asked for by `lang`."""
    draft: PortalDraft | None
    return_url: str | None
    """Where the customer goes when everything is done."""


class DocumentUploaded(Frozen):
    document_id: str
    filename: str
    requirement_id: str
    minio_key: str
    file_size: int
    uploaded_at: datetime


class SubmitRequest(FollowUpBody):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SubmitAnswer(Frozen):
    status: CaseStatus
    message: str


class DocumentCheck(Frozen):
    """What can be said of a document at once, before anyone decides anything."""

    document_id: str
    readable: bool
    problem: DocumentProblem | None
    kind: DocumentKind
    document_type: DocumentType | None
    """What it looks like; null if it could not be read."""


class DocumentCheckPending(Frozen):
    document_id: str
