"""One example company and its case, in any status: what tests say nothing about is the same everywhere.

`a_state(status)` takes the way a real case takes, command by command, so its version, events and ledger agree.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache

from pydantic import JsonValue

from domain import progress
from domain.fold import replayed
from domain.follow_up import propose_tasks
from domain.investigation import investigate
from domain.ledger import Events, with_events
from domain.lifecycle import receive
from schemas.actor import Actor
from schemas.agents import AgentExecution, AgentName
from schemas.case import CaseOpening, CaseRecord, CaseState, TaskRequest
from schemas.commands import CommandEnvelope, CommandKind
from schemas.company import Company
from schemas.documents import CaseDocument, DocumentValidation
from schemas.mcc import MccClassification, MccCode
from schemas.portal_api import PortalBrand
from schemas.sources import FactName, SourceAnswer, SourceFact, SourceName, SourceState
from schemas.status import CaseStatus
from schemas.template import CaseTemplate, DocumentRequirement, Question
from tests.policies import POLICY

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

OFFICER = Actor(id="key_officer", role="officer")
SENIOR_OFFICER = Actor(id="key_senior", role="senior_officer")
CUSTOMER = Actor(id="customer", role="customer")

COMPANY = Company(
    company_name="Acme Trading BVBA",
    country="BE",
    company_registration_number="0403170701",
    vat_number="BE0403170701",
    website_url="https://acme-trading.example",
)

TEMPLATE = CaseTemplate(
    id="example_onboarding",
    name="Example onboarding",
    description="Two documents, one of them optional, and one question of each type",
    document_requirements=(
        DocumentRequirement(id="certificate", name="Certificate of incorporation", description="The extract."),
        DocumentRequirement(id="bank_statement", name="Bank statement", description="A recent one.", required=False),
    ),
    questions=(
        Question(id="activity", text="What do you sell?", type="textarea"),
        Question(id="business_type", text="Which type?", type="select", options=("Retail", "SaaS")),
        Question(
            id="markets", text="Where?", type="multi_select", options=("Belgium", "France", "Elsewhere"), required=False
        ),
        Question(id="remarks", text="Anything else?", type="text", required=False),
    ),
    max_iterations=3,
)
BRAND = PortalBrand(name="Example Payments", primary_color="#1f4b7a")
ANSWERS: dict[str, JsonValue] = {"activity": "Bicycles", "business_type": "Retail"}
FOLLOW_UP: dict[str, JsonValue] = {
    "decision": "follow_up",
    "follow_up_tasks": [{"description": "Where is your shop?", "response_type": "text"}],
}
MCC = MccClassification(
    primary_recommendation=MccCode(mcc_code="5940", description="Bicycle Shops"), risk_tier="low", risk_flags=()
)


def an_opening(**changes: object) -> CaseOpening:
    opening = CaseOpening(
        case_id="case_a1b2c3d4e5f6",
        workflow_id="wf_f6e5d4c3b2a1",
        organisation="org_example",
        company=COMPANY,
        template=TEMPLATE,
        portal_token="pt_" + "A" * 32,
        portal_url="http://localhost:3001/portal/pt_" + "A" * 32,
        portal_expires_at=NOW + timedelta(days=60),
        environment="test",
        opened_by=OFFICER,
        created_at=NOW,
    )
    return opening.model_copy(update=changes)


def a_state(status: CaseStatus = CaseStatus.REVIEW_PENDING, **changes: object) -> CaseState:
    """The example case in this status; `changes` are members of its record."""
    state = _state(status)
    return state.model_copy(update={"record": state.record.model_copy(update=changes)})


def a_case_of(opening: CaseOpening, status: CaseStatus = CaseStatus.REVIEW_PENDING) -> CaseState:
    """The example case as it would have come to this status if it had been opened so."""
    created, *later = a_state(status).outbox
    first = progress.opened(opening).outbox[0]
    events = (first.model_copy(update={"timestamp": created.timestamp}), *later)
    return replayed(opening, events).model_copy(update={"outbox": events})


def a_record(status: CaseStatus = CaseStatus.REVIEW_PENDING, **changes: object) -> CaseRecord:
    return a_state(status, **changes).record


def an_envelope(
    body: Mapping[str, JsonValue],
    actor: Actor = OFFICER,
    command_id: str = "cmd_1",
    expected_version: int | None = None,
) -> CommandEnvelope:
    return CommandEnvelope(command_id=command_id, actor=actor, expected_version=expected_version, body=dict(body))


def a_document(requirement_id: str = "certificate", content: bytes = b"first version") -> CaseDocument:
    digest = hashlib.sha256(content).hexdigest()
    document_id = f"doc_{requirement_id}_{digest[:8]}"
    return CaseDocument(
        document_id=document_id,
        requirement_id=requirement_id,
        filename=f"{requirement_id}.pdf",
        object_key=f"case_a1b2c3d4e5f6/documents/{document_id}",
        file_size=len(content),
        sha256=digest,
        format="pdf",
        iteration=1,
        uploaded_at=NOW,
    )


def a_validation(document: CaseDocument, valid: bool = True) -> DocumentValidation:
    return DocumentValidation(
        document_id=document.document_id,
        requirement_id=document.requirement_id,
        filename=document.filename,
        valid=valid,
        problem=None if valid else "damaged",
        message="This document can be opened." if valid else "The file is damaged. Please upload it again.",
    )


def an_answer(
    source: SourceName,
    state: SourceState = "found",
    facts: Mapping[FactName, str | bool | int] | None = None,
    reason: str | None = None,
) -> SourceAnswer:
    digest = hashlib.sha256(source.encode()).hexdigest()
    answered = state in ("found", "not_found")
    return SourceAnswer(
        source=source,
        state=state,
        reason=reason,
        facts=tuple(SourceFact(name=name, value=value) for name, value in (facts or {}).items()),
        collected_at=NOW,
        environment="test",
        data_hash=f"sha256:{digest}" if answered else None,
        object_key=f"case_a1b2c3d4e5f6/evidence/{source}.json" if answered else None,
        recorded_by=OFFICER.id if answered and source is SourceName.WITHHOLDING else None,  # only a person can look
    )


def an_execution(agent: AgentName = "mcc", execution_id: str = "exe_0123456789ab", **changes: object) -> AgentExecution:
    """A run by rules that answered at once."""
    members = {"provider": "rules", "iteration": 1, "started_at": NOW, "latency_ms": 3, "outcome": "answered"}
    return AgentExecution.model_validate(
        {"execution_id": execution_id, "agent": agent, "cost_usd": 0, **members, **changes}
    )


def told(
    state: CaseState, kind: CommandKind, body: Mapping[str, JsonValue], actor: Actor, command_id: str
) -> CaseState:
    """The state after a command."""
    return receive(state, kind, an_envelope(body, actor, command_id), NOW)


@cache
def _state(status: CaseStatus) -> CaseState:
    if status is CaseStatus.AWAITING_DOCUMENTS:
        return progress.opened(an_opening())
    if status not in _WAY:  # nothing leads there by itself: CREATED is never shown, FAILED is an operator's doing
        opened = progress.opened(an_opening())
        return opened.model_copy(update={"record": opened.record.model_copy(update={"status": status})})
    before, step = _WAY[status]
    return step(_state(before))


def _submit(state: CaseState) -> CaseState:
    return told(state, "follow-up", {"answers": ANSWERS}, CUSTOMER, "cmd_submit")


def _decide(body: Mapping[str, JsonValue]) -> Callable[[CaseState], CaseState]:
    return lambda state: told(state, "decision", body, SENIOR_OFFICER, "cmd_decide")


def _enter(target: CaseStatus) -> Callable[[CaseState], CaseState]:
    return lambda state: applied(state, progress.moved(state.record, target))


def _investigate(state: CaseState) -> CaseState:
    investigated = applied(state, progress.investigated(investigate(state.record, POLICY, NOW)))
    return _enter(CaseStatus.GENERATING_TASKS)(investigated)


def _propose(state: CaseState) -> CaseState:
    requirements = state.record.opening.template.document_requirements
    result = state.record.investigation_results[-1]
    proposal = propose_tasks(TaskRequest(result=result, requirements=requirements, asked=()))
    return _enter(CaseStatus.REVIEW_PENDING)(applied(state, progress.proposed(proposal)))


def applied(state: CaseState, events: Events) -> CaseState:
    return with_events(state, events, NOW)


_WAY: dict[CaseStatus, tuple[CaseStatus, Callable[[CaseState], CaseState]]] = {
    CaseStatus.DOCUMENTS_RECEIVED: (CaseStatus.AWAITING_DOCUMENTS, _submit),
    CaseStatus.VALIDATING_DOCUMENTS: (CaseStatus.DOCUMENTS_RECEIVED, _enter(CaseStatus.VALIDATING_DOCUMENTS)),
    CaseStatus.PROCESSING: (CaseStatus.VALIDATING_DOCUMENTS, _enter(CaseStatus.PROCESSING)),
    CaseStatus.GENERATING_TASKS: (CaseStatus.PROCESSING, _investigate),
    CaseStatus.REVIEW_PENDING: (CaseStatus.GENERATING_TASKS, _propose),
    CaseStatus.FOLLOW_UP_REQUIRED: (CaseStatus.REVIEW_PENDING, _decide(FOLLOW_UP)),
    CaseStatus.ESCALATED: (CaseStatus.REVIEW_PENDING, _decide({"decision": "escalate", "reason": "A large volume"})),
    CaseStatus.APPROVED: (CaseStatus.REVIEW_PENDING, _decide({"decision": "approve", "reason": "All is well"})),
    CaseStatus.REJECTED: (CaseStatus.REVIEW_PENDING, _decide({"decision": "reject", "reason": "No licence"})),
}
"""How a case comes into a status: from which one, and by which step."""
