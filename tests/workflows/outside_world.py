"""Everything a case reaches for, played in memory: each case has a world of its own, in which a test sets what happens.

The activities have the names, types and queues of the real ones, so the workflow cannot tell the difference.
"""

import asyncio
import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime

from temporalio import activity
from temporalio.exceptions import ApplicationError

from domain.fold import opening_on_record, replayed
from domain.follow_up import propose_tasks
from domain.investigation import investigate
from runtime.task_queues import TaskQueue, source_queue
from schemas.agents import AgentExecution, AgentName, AgentRun, ExecutionOutcome
from schemas.case import (
    CaseRecord,
    CaseState,
    RecordBatch,
    Recorded,
    RecordedCase,
    ReportRef,
    ResponsesToStore,
    TaskModelRequest,
    TaskRequest,
)
from schemas.documents import DocumentToValidate, DocumentValidation
from schemas.events import CaseEvent, EventName
from schemas.extraction import DocumentReading, DocumentToRead, ProposalRequest, Proposals
from schemas.investigation import InvestigationResult, TaskAnswer
from schemas.mcc import MccAnswer, MccCode, MccModelQuestion, MccRequest
from schemas.notifications import CustomerReminder, ReminderResult
from schemas.sources import SourceAnswer, SourceFact, SourceName, SourceQuery, SourceState
from tests.example_cases import a_validation, an_answer, an_execution
from tests.policies import POLICY
from worker import QueueWork

LISTED = SourceFact(
    name="screening_match",
    value="VOSTOK TRADING OOO",
    details={
        "subject": "Vostok Trading BVBA",
        "kind": "company",
        "match": "true",
        "score": "0.91",
        "topics": "sanction",
        "datasets": "eu_fsf",
        "entity_id": "NK-vostok",
        "matched": "name_match",
    },
)
"""The entry of a list that a company of this name resembles."""


@dataclass
class Books:
    """Plays Postgres: one row a sequence number, as there; it can be away for a while, or hold its writers up."""

    rows: dict[int, CaseEvent] = field(default_factory=dict)
    contradictions: list[RecordBatch] = field(default_factory=list)
    """Batches with events under the numbers of others, which were refused: a row is never replaced."""
    batches: list[RecordBatch] = field(default_factory=list)
    attempts: int = 0
    away_for: int = 0
    """How many writes fail, to be tried again, before one succeeds."""
    refuses: int = 0
    """How many writes fail for good before one succeeds."""
    open: asyncio.Event = field(default_factory=asyncio.Event)
    """Writes wait for this; set unless a test holds them up."""

    def __post_init__(self) -> None:
        self.open.set()

    async def write(self, batch: RecordBatch) -> Recorded:
        self.attempts += 1
        if self.attempts <= self.away_for:
            raise ConnectionError("the database is away")
        if self.attempts <= self.refuses:
            raise ApplicationError("the database refuses this", non_retryable=True)
        await self.open.wait()
        self.batches.append(batch)
        if any(self.rows.get(event.sequence, event) != event for event in batch.events):
            self.contradictions.append(batch)
            return Recorded(diverged=True)
        self.rows |= {event.sequence: event for event in batch.events}
        return Recorded()

    def state(self) -> CaseState | None:
        """The case as its audit log makes it."""
        log = [self.rows[sequence] for sequence in sorted(self.rows)]
        return replayed(opening_on_record(log[0]), log) if log else None

    @property
    def names(self) -> list[EventName]:
        """What is on record, in order."""
        return [self.rows[sequence].event for sequence in sorted(self.rows)]

    def is_gapless(self) -> bool:
        return sorted(self.rows) == list(range(1, len(self.rows) + 1))


@dataclass
class World:
    """What one case finds outside."""

    books: Books = field(default_factory=Books)
    silent: dict[SourceName, int] = field(default_factory=dict)
    """How many times a source is asked in vain before it answers."""
    answers: dict[SourceName, SourceAnswer] = field(default_factory=dict)
    """What a source says, where a test has it say something of its own."""
    damaged: set[str] = field(default_factory=set)
    """Ids of the documents that cannot be read."""
    readings: dict[str, DocumentReading] = field(default_factory=dict)
    """What a document says, where a test has it say something."""
    proposals: Proposals = field(default_factory=Proposals)
    """What a language model says of every document that it is asked about."""
    has_model: bool = False
    """Whether a language model is there to better what the rules say."""
    model_fails: ApplicationError | None = None
    model_thinks: asyncio.Event = field(default_factory=asyncio.Event)
    """A language model answers when this is set; it is, unless a test keeps the model silent."""
    unreadable: set[str] = field(default_factory=set)
    """Ids of the documents that nobody manages to read."""
    read: list[str] = field(default_factory=list)
    asked: list[SourceName] = field(default_factory=list)
    responses: list[ResponsesToStore] = field(default_factory=list)
    reminders: list[CustomerReminder] = field(default_factory=list)
    reports: int = 0
    investigating: asyncio.Event = field(default_factory=asyncio.Event)
    """Investigations wait for this; set unless a test holds them up."""

    def __post_init__(self) -> None:
        self.investigating.set()
        self.model_thinks.set()


class OutsideWorld:
    """The activities, over the worlds of all cases of a module's tests."""

    def __init__(self) -> None:
        self.of: defaultdict[str, World] = defaultdict(World)

    @activity.defn(name="look-up")
    async def look_up(self, query: SourceQuery) -> SourceAnswer:
        """VIES and the website know the company; the other sources have no key here, and screening matches nobody but
        one namesake."""
        self._ask(query, query.source)
        if query.source in self.of[query.case_id].answers:
            return self.of[query.case_id].answers[query.source]
        match query.source:
            case SourceName.VIES:
                answer = an_answer(query.source, facts={"vat_valid": True, "company_name": query.company.company_name})
            case SourceName.WEBSITE:
                answer = an_answer(query.source, facts={"website_accessible": True, "website_status_code": 200})
            case SourceName.SCREENING:
                screened = (query.company.company_name, *(person.name for person in query.persons))
                facts = tuple(SourceFact(name="screened", value=name) for name in screened)
                listed = (LISTED,) if query.company.company_name == LISTED.details["subject"] else ()
                state: SourceState = "found" if listed else "not_found"
                answer = an_answer(query.source, state).model_copy(update={"facts": (*facts, *listed)})
            case _:
                answer = an_answer(query.source, "not_configured")
        return answer.model_copy(update={"collected_at": activity.info().scheduled_time})

    def _ask(self, query: SourceQuery, source: SourceName) -> None:
        world = self.of[query.case_id]
        world.asked.append(source)
        if world.asked.count(source) <= world.silent.get(source, 0):
            raise ApplicationError(f"{source} does not answer", non_retryable=True)

    @activity.defn(name="validate-document")
    async def validate_document(self, request: DocumentToValidate) -> DocumentValidation:
        return a_validation(request.document, request.document.document_id not in self.of[request.case_id].damaged)

    @activity.defn(name="read-document")
    async def read_document(self, job: DocumentToRead) -> DocumentReading:
        self.of[job.case_id].read.append(job.document.document_id)
        if job.document.document_id in self.of[job.case_id].unreadable:
            raise ApplicationError("this cannot be read", non_retryable=True)
        reading = DocumentReading(
            document_id=job.document.document_id, page_count=1, pages_read=1, read_at=datetime.now(UTC)
        )
        return self.of[job.case_id].readings.get(job.document.document_id, reading)

    @activity.defn(name="draw-pages")
    async def draw_pages(self, job: DocumentToRead) -> int:
        return 1

    @activity.defn(name="propose-candidates")
    async def propose_candidates(self, request: ProposalRequest) -> Proposals:
        world = self.of[request.case_id]
        execution = await self._by_model("candidates", request.run) if request.run else None
        return world.proposals.model_copy(update={"execution": execution})

    @activity.defn(name="investigate")
    async def investigate(self, record: CaseRecord) -> InvestigationResult:
        await self.of[record.opening.case_id].investigating.wait()
        return investigate(record, POLICY, datetime.now(UTC))

    @activity.defn(name="generate-tasks")
    async def generate_tasks(self, request: TaskRequest) -> TaskAnswer:
        proposal = propose_tasks(request)
        answer = TaskAnswer.model_validate(proposal.model_dump())
        return answer.model_copy(update=self._by_rules("tasks", request.run))

    @activity.defn(name="generate-tasks-by-model")
    async def generate_tasks_by_model(self, question: TaskModelRequest) -> TaskAnswer:
        execution = await self._by_model("tasks", question.run)
        tasks = tuple(
            task.model_copy(update={"description": f"{task.description} Thank you."})
            for task in question.by_rules.tasks
        )
        return TaskAnswer(tasks=tasks, reasoning="in kinder words", method="llm", execution=execution)

    @activity.defn(name="generate-report")
    async def generate_report(self, record: CaseRecord) -> ReportRef:
        case_id = record.opening.case_id
        self.of[case_id].reports += 1
        return ReportRef(
            object_key=f"{case_id}/reports/report.pdf",
            sha256=hashlib.sha256(case_id.encode()).hexdigest(),
            file_size=1,
            generated_at=datetime.now(UTC),
        )

    @activity.defn(name="generate-handoff-report")
    async def generate_handoff_report(self, record: CaseRecord) -> ReportRef:
        case_id = record.opening.case_id
        return ReportRef(
            object_key=f"{case_id}/reports/handoff.pdf", sha256="0" * 64, file_size=1, generated_at=datetime.now(UTC)
        )

    @activity.defn(name="write-records")
    async def write_records(self, batch: RecordBatch) -> Recorded:
        return await self.of[batch.opening.case_id].books.write(batch)

    @activity.defn(name="read-records")
    async def read_records(self, wanted: RecordedCase) -> CaseState | None:
        return self.of[wanted.case_id].books.state()

    @activity.defn(name="remind-customer")
    async def remind_customer(self, reminder: CustomerReminder) -> ReminderResult:
        self.of[reminder.case_id].reminders.append(reminder)
        return ReminderResult(delivered=True)

    @activity.defn(name="classify-mcc")
    async def classify_mcc(self, request: MccRequest) -> MccAnswer:
        answer = MccAnswer(
            primary_recommendation=MccCode(mcc_code="5940", description="Bicycle Shops"),
            confidence=0.8,
            risk_tier="low",
            reasons=(request.notes,) if request.notes else (),
        )
        return answer.model_copy(update=self._by_rules("mcc", request.run))

    @activity.defn(name="classify-mcc-by-model")
    async def classify_mcc_by_model(self, question: MccModelQuestion) -> MccAnswer:
        execution = await self._by_model("mcc", question.run)
        recommended = MccCode(mcc_code="7699", description="Repair Shops")
        return MccAnswer(primary_recommendation=recommended, risk_tier="low", method="llm", execution=execution)

    def _by_rules(self, agent: AgentName, run: AgentRun | None) -> dict[str, object]:
        """What the rules' answers say beside themselves."""
        if run is None:
            return {}
        asks = self.of[run.case_id].has_model
        return {"execution": an_execution(agent, run.execution_id, iteration=run.iteration), "ask_model": asks}

    async def _by_model(self, agent: AgentName, run: AgentRun) -> AgentExecution:
        world = self.of[run.case_id]
        await world.model_thinks.wait()
        if world.model_fails is not None:
            raise world.model_fails
        return an_execution(agent, run.execution_id, provider="openai", model="a-model", iteration=run.iteration)

    @activity.defn(name="store-responses")
    async def store_responses(self, responses: ResponsesToStore) -> None:
        self.of[responses.case_id].responses.append(responses)

    def work(self) -> dict[str, QueueWork]:
        """Every queue of activities, as `worker.queue_work` has them."""
        return {
            **{source_queue(source): QueueWork(activities=[self.look_up]) for source in SourceName},
            TaskQueue.DOCUMENTS: QueueWork(
                activities=[
                    self.validate_document,
                    self.read_document,
                    self.draw_pages,
                    self.investigate,
                    self.generate_report,
                    self.generate_handoff_report,
                ]
            ),
            TaskQueue.AGENTS: QueueWork(
                activities=[
                    self.generate_tasks,
                    self.generate_tasks_by_model,
                    self.classify_mcc,
                    self.classify_mcc_by_model,
                    self.propose_candidates,
                ]
            ),
            TaskQueue.RECORDS: QueueWork(
                activities=[self.write_records, self.read_records, self.store_responses, self.remind_customer]
            ),
        }


def no_use(outcome: ExecutionOutcome, for_good: bool = True) -> ApplicationError:
    """How an activity says that a model gave nothing usable."""
    left = an_execution(execution_id="exe_ffffffffffff", provider="openai", model="a-model", outcome=outcome)
    return ApplicationError("of no use", left.model_dump(mode="json"), type=outcome, non_retryable=for_good)
