"""What stands on the report's pages, in words: the models the template is filled from, section by section."""

from typing import Literal

from activities.reports.company_content import DiscrepancyRow, Facts, LookUps, Screening, SourceRow
from activities.reports.risk_content import Findings, RedFlagRow, Risk
from schemas.frozen import Frozen
from schemas.sources import Environment


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


class ReadingRow(Frozen):
    """A value that a document gives for a feature."""

    feature: str
    value: str
    place: str
    verdict: str


class Readings(Frozen):
    rows: tuple[ReadingRow, ...]
    rest: str
    """How many more there are, in words; empty if there are none."""


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
    part: str
    """Which piece of the answer it is; empty of an answer in one piece."""
    collected_at: str
    environment: Environment | None
    """None if it is no longer known which answer it came with."""
    fingerprint: str
    url: str
    storage: str


class ReportContent(Frozen):
    """Everything the template prints. All texts are for reading; the case file attached to the PDF has the values."""

    title: str
    cover: Cover
    decisions: tuple[DecisionRow, ...]
    risk: Risk | None
    red_flags: tuple[RedFlagRow, ...]
    discrepancies: tuple[DiscrepancyRow, ...]
    findings: Findings
    screening: Screening
    facts: Facts
    sources: tuple[SourceRow, ...]
    look_ups: LookUps
    mcc: tuple[Pair, ...]
    documents: tuple[DocumentRow, ...]
    readings: Readings
    submissions: tuple[SubmissionPart, ...]
    tasks: tuple[TaskRow, ...]
    proposals: tuple[ProposalRow, ...]
    evidence: tuple[EvidenceRow, ...]
    events: tuple[EventRow, ...]
