"""The case: how it is opened, what it is at any moment, and the state a workflow run hands to the next."""

from datetime import datetime
from typing import Literal

from pydantic import Field, JsonValue

from schemas.actor import Actor
from schemas.agents import AgentRun
from schemas.commands import AnswerValue, Decision, Outcome
from schemas.company import Company
from schemas.documents import CaseDocument, DocumentValidation
from schemas.events import CaseEvent
from schemas.extraction import CandidateDecision, DocumentReading
from schemas.frozen import Frozen
from schemas.investigation import (
    DiscrepancyResolution,
    FactDecision,
    GeneratedTask,
    InvestigationResult,
    RecommendedAction,
    ResponseType,
    TaskProposal,
)
from schemas.mcc import MccClassification
from schemas.screening import ScreeningDecision
from schemas.session import SessionDetails
from schemas.sources import Environment, SourceAnswer, SourceName
from schemas.status import CaseStatus
from schemas.template import CaseTemplate, DocumentRequirement, PortalLanguage, Question


class CaseOpening(Frozen):
    """Everything that is fixed when a case is opened."""

    case_id: str
    workflow_id: str
    organisation: str
    company: Company
    template: CaseTemplate
    additional_data: dict[str, JsonValue] = Field(default_factory=dict)
    portal_token: str | None
    """None in the snapshot in Postgres, which knows only its hash."""
    portal_url: str | None
    portal_expires_at: datetime
    environment: Environment
    opened_by: Actor
    created_at: datetime
    request_hash: str | None = None
    """SHA-256 of the canonical request, to tell a repeated one from a reused Idempotency-Key."""
    session: SessionDetails | None = Field(default=None, exclude_if=lambda session: session is None)
    """What the system said that opened it; None if an officer did. Left out then, as in events of before."""


class FollowUpTask(Frozen):
    """A task that was sent to the customer, by an officer or because a required document could not be read."""

    task_id: str
    iteration: int
    description: str
    response_type: ResponseType
    document_type: str | None = None
    required: bool = True
    origin: Literal["officer", "validation"] = "officer"
    answered_at: datetime | None = None
    """When the customer submitted after being asked; an open task has None."""


class Submission(Frozen):
    """What the customer said when submitting one iteration."""

    iteration: int
    submitted_at: datetime
    task_responses: dict[str, str | bool] = Field(default_factory=dict)
    answers: dict[str, AnswerValue] = Field(default_factory=dict)


class DecisionRecord(Frozen):
    decision: Decision
    reason: str | None
    actor: Actor
    iteration: int
    decided_at: datetime
    version_seen: int | None = None
    recommended_action: RecommendedAction | None = None
    """What the software recommended at that moment."""


class MccDecisionRecord(Frozen):
    action: Literal["accept", "reject", "override"]
    override_mcc: str | None
    notes: str | None
    actor: Actor
    decided_at: datetime


DeadlineKind = Literal["reminder", "portal", "timeline"]


class Deadline(Frozen):
    """A moment at which something falls due by itself: a reminder to the customer, the end of the customer's link, the
    end of the time that the template allows for the whole case."""

    kind: DeadlineKind
    due_at: datetime
    passed_at: datetime | None = None
    """When the case acted on it; None while it is ahead."""


class ReportRef(Frozen):
    object_key: str
    sha256: str
    file_size: int
    generated_at: datetime


class CaseRecord(Frozen):
    """The whole case as the query `record` returns it. Officer-only members are marked in `gateway.portal_view`."""

    opening: CaseOpening
    status: CaseStatus
    version: int = 0
    """Grows with every change of the case, so that a reader can say what it has seen."""
    current_iteration: int = 1
    documents: tuple[CaseDocument, ...] = ()
    follow_up_tasks: tuple[FollowUpTask, ...] = ()
    submissions: tuple[Submission, ...] = ()
    sources: dict[SourceName, SourceAnswer] = Field(default_factory=dict)
    enrichment: dict[SourceName, SourceAnswer] | None = None
    """What the answer of the opening shows, as it stood when its deadline had passed; never changed after, so that a
    repeated request gets the first answer. None until then."""
    validation_results: tuple[DocumentValidation, ...] = ()
    readings: tuple[DocumentReading, ...] = ()
    """What was read in the documents, one reading for each that could be opened."""
    investigation_results: tuple[InvestigationResult, ...] = ()
    generated_tasks: tuple[GeneratedTask, ...] = ()
    tasks_reasoning: str | None = None
    tasks_execution_id: str | None = None
    """The run that the generated tasks came from."""
    tasks_notes: tuple[str, ...] = ()
    """What the task generator had to do without."""
    tasks_method: Literal["rules", "llm"] = "rules"
    mcc_classification: MccClassification | None = None
    mcc_notes: str | None = None
    """What an officer last said of the business, for every classification since."""
    mcc_decision: MccDecisionRecord | None = None
    decisions: tuple[DecisionRecord, ...] = ()
    fact_decisions: tuple[FactDecision, ...] = ()
    """Which value of a fact officers chose; the last on a fact holds."""
    resolutions: tuple[DiscrepancyResolution, ...] = ()
    """How officers settled discrepancies; the last on one holds."""
    candidate_decisions: tuple[CandidateDecision, ...] = ()
    """Which value of a feature officers chose; the last on a feature holds."""
    screening_decisions: tuple[ScreeningDecision, ...] = ()
    """What officers said of screening matches; the last on a match holds."""
    manual_checks: int = 0
    """How many look-ups officers made by hand; what they found is among `sources`."""
    deadlines: tuple[Deadline, ...] = ()
    report: ReportRef | None = None
    handoff_report: ReportRef | None = None
    """The edition for other systems and the customer, made of what `domain.handoff` lets out."""
    updated_at: datetime

    @property
    def latest_risk_score(self) -> float | None:
        return self.investigation_results[-1].risk_score if self.investigation_results else None

    @property
    def judgements(self) -> int:
        """How many judgements officers have recorded that an assessment takes into account."""
        on_record = (self.fact_decisions, self.resolutions, self.candidate_decisions, self.screening_decisions)
        return sum(map(len, on_record)) + self.manual_checks

    @property
    def recommended_action(self) -> RecommendedAction | None:
        return self.investigation_results[-1].recommended_action if self.investigation_results else None

    @property
    def portal_expires_at(self) -> datetime:
        """When the customer's link ends; each follow-up renews it."""
        ends = [deadline.due_at for deadline in self.deadlines if deadline.kind == "portal"]
        return ends[-1] if ends else self.opening.portal_expires_at


class CaseState(Frozen):
    """What one run of the workflow hands to the next: the record, the ledger of commands and the unwritten events."""

    record: CaseRecord
    ledger: dict[str, Outcome] = Field(default_factory=dict)
    last_sequence: int = 0
    outbox: tuple[CaseEvent, ...] = ()
    """Events not yet known to be in Postgres, oldest first."""


class CaseInput(Frozen):
    """The workflow's single argument: an opening, and the state when a run continues an earlier one."""

    opening: CaseOpening
    state: CaseState | None = None
    history_limit: int | None = None
    """Continue as new beyond this many history events, even if the server does not suggest it yet."""


class CaseView(Frozen):
    """The record together with the events that Postgres may not have yet."""

    record: CaseRecord
    unwritten_events: tuple[CaseEvent, ...] = ()


class OpeningResult(Frozen):
    """What the update `opened` answers once the look-ups are in or their deadline has passed."""

    enrichment: dict[SourceName, SourceAnswer]


class CaseClosed(Frozen):
    """The workflow's result."""

    case_id: str
    status: CaseStatus
    report: ReportRef | None


class ResponsesToStore(Frozen):
    """The customer's submissions of one iteration, for its `task_responses.json`."""

    case_id: str
    iteration: int
    submissions: tuple[Submission, ...]


class TaskRequest(Frozen):
    """What the task generator is told of a case: nothing that it does not need."""

    result: InvestigationResult
    requirements: tuple[DocumentRequirement, ...]
    asked: tuple[FollowUpTask, ...]
    questions: tuple[Question, ...] = ()
    """Those of the template that the customer has not answered yet."""
    language: PortalLanguage = "en"
    """Which of the portal's languages the customer reads."""
    run: AgentRun | None = None
    """None leaves no execution, as in cases whose tasks were proposed before runs were kept."""


class TaskModelRequest(Frozen):
    """What a language model is asked, with the rules' tasks, which stand wherever the model's do not hold."""

    request: TaskRequest
    by_rules: TaskProposal
    run: AgentRun


class RecordBatch(Frozen):
    """What one write to Postgres carries: the events since the last one. The snapshot follows from them."""

    opening: CaseOpening
    events: tuple[CaseEvent, ...] = Field(min_length=1)


class Recorded(Frozen):
    """What became of a batch."""

    diverged: bool = False
    """Other events than these are on record under the same numbers: the case was reset to before them."""


class RecordedCase(Frozen):
    """Asks for a case as it is on record."""

    case_id: str
