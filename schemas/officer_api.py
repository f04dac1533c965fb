"""Bodies of the officers' Case Management API (`/api`)."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, JsonValue, StringConstraints, model_validator

from schemas.actor import Actor
from schemas.bands import BandName
from schemas.case import Deadline, DecisionRecord, MccDecisionRecord
from schemas.case_list import WaitsFor
from schemas.commands import AnswerValue, Decision, DecisionBody, MccDecisionBody, ReclassifyBody
from schemas.desk import Assignment
from schemas.documents import DocumentValidation
from schemas.events import EventName
from schemas.fields import BLANK_IS_ABSENT, Line
from schemas.frozen import Frozen
from schemas.investigation import (
    DiscrepancyResolution,
    FactDecision,
    GeneratedTask,
    InvestigationResult,
    RecommendedAction,
    ResponseType,
)
from schemas.investigation_progress import InvestigationProgress
from schemas.mcc import MccClassification
from schemas.screening import ScreeningMatch
from schemas.sources import Environment, SourceAnswer, SourceName
from schemas.status import CaseStatus
from schemas.template import DocumentType, QuestionType

DEFAULT_TEMPLATE = "psp_merchant_onboarding"


class CountryItem(Frozen):
    code: str
    name: str


class TemplateItem(Frozen):
    id: str
    name: str
    description: str
    document_count: int
    question_count: int


class CreateCaseRequest(Frozen):
    """Opens a case. At least one of `company_registration_number` and `vat_number` is required."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    company_name: Line
    """The legal name."""
    company_registration_number: Annotated[Line | None, BLANK_IS_ABSENT] = None
    """The number in the national register. Wrong check digits are a finding, not a refusal."""
    vat_number: Annotated[Line | None, BLANK_IS_ABSENT] = None
    """With or without its country prefix. A Belgian one yields the registration number if that is not given."""
    country: Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, max_length=100)]
    """ISO 3166-1 alpha-2, one of `GET /api/countries`."""
    template_id: Line = DEFAULT_TEMPLATE
    """One of `GET /api/templates`."""
    website_url: Annotated[
        Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] | None, BLANK_IS_ABSENT
    ] = None
    """`https://` is put before it if there is no scheme."""
    additional_data: dict[str, JsonValue] = Field(default_factory=dict)
    """Anything else that belongs to the case; kept with it."""

    @model_validator(mode="after")
    def _one_number(self) -> "CreateCaseRequest":
        if not self.company_registration_number and not self.vat_number:
            raise ValueError("company_registration_number: give this or vat_number, at least one of the two")
        return self


class ViesEnrichment(Frozen):
    vies_valid: bool
    vies_name: str | None
    vies_address: str | None


class NorthDataOwner(Frozen):
    name: str
    share_percent: float | None = None


class NorthDataFlag(Frozen):
    """A warning of NorthData's own."""

    name: str
    level: str | None = None


class NorthDataEnrichment(Frozen):
    """What NorthData says. All but `found`, `reason` and the count is null where it does not know the company."""

    found: bool
    reason: str | None = None
    """Why it was not found: `unknown_company`, `ambiguous`, `other_company`."""
    company_name: str | None = None
    directors: tuple[str, ...] | None = None
    directors_left_out: int = 0
    """How many directors more NorthData names than were read."""
    owners: tuple[NorthDataOwner, ...] | None = None
    legal_form: str | None = None
    registration_number: str | None = None
    registered_address: str | None = None
    company_status: str | None = None
    incorporation_date: str | None = None
    flags: tuple[NorthDataFlag, ...] | None = None
    northdata_url: str | None = None


class CrunchbaseEnrichment(Frozen):
    """What Crunchbase says. All but `found` and `reason` is null where it does not know the company."""

    found: bool
    reason: str | None = None
    """Why it was not found: `unknown_company`, `ambiguous`."""
    company_name: str | None = None
    country: str | None = None
    """Of the headquarters."""
    website_url: str | None = None
    founded_on: str | None = None
    company_status: str | None = None
    description: str | None = None
    employees: str | None = None
    """A range, such as `11-50`."""
    crunchbase_url: str | None = None
    """Whoever shows what Crunchbase says has to link there."""


class WebsiteValidation(Frozen):
    url: str
    accessible: bool
    status_code: int | None


class CaseCreated(Frozen):
    case_id: str
    workflow_id: str
    status: CaseStatus
    portal_token: str
    portal_url: str
    vies_enrichment: ViesEnrichment | None
    northdata_enrichment: NorthDataEnrichment | None
    crunchbase_enrichment: CrunchbaseEnrichment | None
    website_validation: WebsiteValidation | None
    environment: Environment
    created_at: datetime


class DocumentItem(Frozen):
    filename: str
    minio_key: str
    file_size: int
    content_type: str
    source: Literal["customer", "system"]
    uploaded_at: datetime
    document_id: str | None = None
    requirement_id: str | None = None
    iteration: int | None = None
    sha256: str | None = None


class DocumentList(Frozen):
    case_id: str
    documents: tuple[DocumentItem, ...]
    total: int


class FollowUpTaskItem(Frozen):
    task_id: str
    iteration: int
    description: str
    response_type: ResponseType
    document_type: str | None
    required: bool
    origin: Literal["officer", "validation"]
    answered: bool
    response: str | bool | None


class AuditEntry(Frozen):
    sequence: int
    event: EventName
    timestamp: datetime
    actor: Actor
    data: dict[str, JsonValue]
    command_id: str | None = None


class AuditLog(Frozen):
    case_id: str
    workflow_id: str
    audit_log: tuple[AuditEntry, ...]


class OfficerTask(Frozen):
    """What only a person can look up."""

    task: Literal["withholding_check"]
    title: str
    deep_link: str
    done: bool
    """Whether it was looked up and what was found still holds."""
    done_at: datetime | None
    valid_until: date | None


class TasksProposalItem(Frozen):
    """What belongs to the generated tasks as a whole."""

    reasoning: str
    method: Literal["rules", "llm"]
    notes: tuple[str, ...]
    """What the task generator had to do without, and what it left for later."""
    execution_id: str | None


class RequirementItem(Frozen):
    """A document that the template asks for."""

    id: str
    name: str
    required: bool
    document_types: tuple[DocumentType, ...]
    """Which documents will do; none named, any will."""


class QuestionItem(Frozen):
    """A question that the template asks."""

    id: str
    text: str
    type: QuestionType
    options: tuple[str, ...]


DecidingRole = Literal["officer", "senior_officer", "admin"]
ReasonNeeded = Literal["always", "less_careful"]
BarredBy = Literal["max_iterations_reached"]


class PossibleDecision(Frozen):
    """A decision that the case allows in its status."""

    decision: Decision
    reason_needed: ReasonNeeded | None
    """Why it is refused without a reason: it always is, or it is less careful than what is recommended."""
    barred_by: BarredBy | None
    """The code of the refusal that it would meet all the same; null if nothing stands in its way."""


class CaseDetail(Frozen):
    case_id: str
    workflow_id: str
    workflow_url: str | None
    """Where the Temporal Web UI shows the workflow; null if this installation was not told where that is."""
    status: CaseStatus
    waits_for: WaitsFor | None
    """Who has to do something next: `case` while the software works, null once it is closed."""
    progress: InvestigationProgress | None
    """How far the investigation that is under way has come; null while the case rests, and once it is closed."""
    company_name: str
    company_registration_number: str | None
    vat_number: str | None
    country: str
    website_url: str | None
    template_id: str
    template_name: str
    document_requirements: tuple[RequirementItem, ...]
    questions: tuple[QuestionItem, ...]
    additional_data: dict[str, JsonValue]
    current_iteration: int
    max_iterations: int
    portal_token: str | None
    portal_url: str | None
    portal_expires_at: datetime
    documents: tuple[DocumentItem, ...]
    follow_up_tasks: tuple[FollowUpTaskItem, ...]
    investigation_results: tuple[InvestigationResult, ...]
    generated_tasks: tuple[GeneratedTask, ...]
    tasks_proposal: TasksProposalItem | None
    """How the generated tasks came about; None while nothing is proposed."""
    mcc_classification: MccClassification | None
    mcc_decision: MccDecisionRecord | None
    validation_results: tuple[DocumentValidation, ...]
    decisions: tuple[DecisionRecord, ...]
    recommended_action: RecommendedAction | None
    """What the last investigation recommends; a decision that is less careful needs a reason."""
    possible_decisions: tuple[PossibleDecision, ...]
    """Which decisions the case allows now; empty while it waits for something else, and once it is closed."""
    decided_by: tuple[DecidingRole, ...]
    """The roles that may take one of them."""
    deadlines: tuple[Deadline, ...]
    assignment: Assignment | None
    sources: dict[SourceName, SourceAnswer]
    officer_tasks: tuple[OfficerTask, ...]
    """What only a person can look up, and whether that was done."""
    fact_decisions: tuple[FactDecision, ...]
    discrepancy_resolutions: tuple[DiscrepancyResolution, ...]
    screening_matches: tuple[ScreeningMatch, ...]
    """Who resembles which entry of a list, matches first, each with what an officer says of it."""
    audit_log: tuple[AuditEntry, ...]
    latest_risk_score: float | None
    risk_band: BandName | None
    """The word for that score, by the policy that gave it; null while there is none."""
    report_available: bool
    version: int
    environment: Environment
    record_source: Literal["workflow", "snapshot"]
    """`snapshot`: the workflow could not be asked; this is the case as it was last written to the database."""
    created_at: datetime
    updated_at: datetime


SeenVersion = Annotated[
    int | None, Field(strict=True, ge=0, le=10**9, description="The version of the case that the officer has seen.")
]
"""Sent with a command, it is refused if the case has moved since; the same as the header If-Match."""


class DecisionRequest(DecisionBody):
    model_config = ConfigDict(frozen=True, extra="forbid")

    seen_version: SeenVersion = None


class MccDecisionRequest(MccDecisionBody):
    model_config = ConfigDict(frozen=True, extra="forbid")

    seen_version: SeenVersion = None


class RegenerateRequest(Frozen):
    model_config = ConfigDict(frozen=True, extra="forbid")

    seen_version: SeenVersion = None


class ReclassifyRequest(ReclassifyBody):
    model_config = ConfigDict(frozen=True, extra="forbid")

    seen_version: SeenVersion = None


class CommandAnswer(Frozen):
    status: CaseStatus
    message: str


class MccReclassified(Frozen):
    status: CaseStatus
    message: str
    mcc_classification: MccClassification


class ResponseItem(Frozen):
    iteration: int
    submitted_at: datetime
    task_responses: dict[str, str | bool]
    answers: dict[str, AnswerValue]


class CustomerResponses(Frozen):
    case_id: str
    responses: tuple[ResponseItem, ...]


class CaseDeleted(Frozen):
    status: Literal["deleted"] = "deleted"
    workflow_id: str
