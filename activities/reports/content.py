"""What stands on the report's pages, in words: the models the template is filled from, section by section."""

from typing import Literal

from schemas.frozen import Frozen
from schemas.investigation import Severity
from schemas.sources import Environment

Agreement = Literal["agree", "conflict", "single"]


class Pair(Frozen):
    label: str
    text: str


class Cover(Frozen):
    company_name: str
    case_id: str
    outcome: str
    approved: bool
    decided_at: str
    decided_by: str
    environment: Environment
    details: tuple[Pair, ...]


class DecisionRow(Frozen):
    decision: str
    decided_at: str
    actor: str
    iteration: int
    reason: str
    recommended: str
    """What was recommended; empty if nothing was."""


class RiskTermRow(Frozen):
    name: str
    points: float
    explanation: str
    cites: tuple[str, ...]


class RiskRow(Frozen):
    iteration: int
    score: float
    completed_at: str
    summary: str


class Risk(Frozen):
    score: float
    band: str
    rule_set: str
    summary: str
    terms: tuple[RiskTermRow, ...]
    history: tuple[RiskRow, ...]


class SourcedValue(Frozen):
    text: str
    source: str
    collected_at: str
    evidence: str
    """The short name of a row of the evidence register, or a dash."""


class FactRow(Frozen):
    name: str
    agreement: Agreement
    values: tuple[SourcedValue, ...]


class SourceRow(Frozen):
    source: str
    state: str
    reason: str
    collected_at: str
    environment: Environment
    url: str


class DiscrepancyRow(Frozen):
    id: str
    field: str
    severity: Severity
    description: str
    sides: tuple[SourcedValue, ...]


class FindingRow(Frozen):
    id: str
    category: str
    severity: Severity
    description: str
    source: str
    evidence: str


class DocumentRow(Frozen):
    name: str
    """Its short name in the report: D1, D2, …"""
    filename: str
    requirement: str
    uploaded: str
    readable: Literal["yes", "no", "not_checked"]
    problem: str
    message: str
    sha256: str
    superseded: bool


class SubmissionPart(Frozen):
    heading: str
    answers: tuple[Pair, ...]


class TaskRow(Frozen):
    id: str
    asked: str
    description: str
    answer: str


class ProposalRow(Frozen):
    description: str
    kind: str
    justification: str
    rule: str


class EventRow(Frozen):
    sequence: int
    at: str
    event: str
    actor: str
    details: str


class EvidenceRow(Frozen):
    name: str
    """Its short name in the report: E1, E2, …"""
    source: str
    fingerprint: str
    storage: str


class ReportContent(Frozen):
    """Everything the template prints. All texts are for reading; the case file attached to the PDF has the values."""

    title: str
    cover: Cover
    decisions: tuple[DecisionRow, ...]
    risk: Risk | None
    facts: tuple[FactRow, ...]
    sources: tuple[SourceRow, ...]
    discrepancies: tuple[DiscrepancyRow, ...]
    findings: tuple[FindingRow, ...]
    mcc: tuple[Pair, ...]
    documents: tuple[DocumentRow, ...]
    submissions: tuple[SubmissionPart, ...]
    tasks: tuple[TaskRow, ...]
    proposals: tuple[ProposalRow, ...]
    events: tuple[EventRow, ...]
    evidence: tuple[EvidenceRow, ...]
