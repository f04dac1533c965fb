"""Bodies of the customer's portal API (`/api/portal`): an allow-list. What is not named here reaches no customer."""

from datetime import datetime
from typing import Literal

from pydantic import ConfigDict, Field

from schemas.commands import AnswerValue, FollowUpBody
from schemas.frozen import Frozen
from schemas.investigation import ResponseType
from schemas.status import CaseStatus
from schemas.template import DocumentFormat, QuestionType

PortalPhase = Literal["initial_collection", "follow_up", "under_review", "terminal"]


class PortalFile(Frozen):
    document_id: str
    filename: str
    file_size: int
    uploaded_at: datetime
    readable: bool | None
    """None until the document has been read."""
    message: str | None = None


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
    name: str
    primary_color: str = Field(pattern=r"^#[0-9a-f]{6}$")
    logo_url: str | None = None


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
    iteration: int
    expires_at: datetime


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
