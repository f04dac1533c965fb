"""What an investigation finds. Every number can be opened down to its terms and their evidence."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from schemas.frozen import Frozen
from schemas.sources import FactName

Severity = Literal["info", "low", "medium", "high", "critical"]
ResponseType = Literal["text", "document", "yes_no"]
RecommendedAction = Literal["approve", "follow_up", "escalate"]
"""What the software recommends. Never to reject: that is a person's judgement alone."""


class ProfileFact(Frozen):
    """One value that one source gave for a fact."""

    value: str | bool | int
    source: str
    timestamp: datetime
    evidence_hash: str | None = None


class EvidenceRef(Frozen):
    source: str
    evidence_hash: str
    storage: str


class Discrepancy(Frozen):
    """Sources that disagree about one fact, with every side cited."""

    discrepancy_id: str
    field: FactName
    severity: Severity
    description: str
    sides: tuple[ProfileFact, ...] = Field(min_length=2)


class Finding(Frozen):
    finding_id: str
    category: str
    severity: Severity
    description: str
    source: str
    evidence_hash: str | None = None
    requirement_id: str | None = None
    """The document requirement it is about, where it is about one."""


class RiskTerm(Frozen):
    """One addend of the risk score, in points of 0…1, and why it is there."""

    name: str
    points: float = Field(ge=0, le=1)
    explanation: str
    cites: tuple[str, ...] = ()
    """The ids of the findings and discrepancies this term rests on."""


class CompanyProfile(Frozen):
    case_id: str
    facts: dict[FactName, tuple[ProfileFact, ...]]
    discrepancies: tuple[Discrepancy, ...]
    evidence_refs: tuple[EvidenceRef, ...]


class InvestigationResult(Frozen):
    iteration: int
    risk_score: float = Field(ge=0, le=1)
    risk_terms: tuple[RiskTerm, ...]
    rule_set: str
    """Version and hash of the rules that computed the score."""
    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]
    summary: str
    recommended_action: RecommendedAction | None = None
    """Kept with the result, so that what was recommended when a decision was taken stays known whatever the rules
    become. None in results from before there were recommendations."""
    completed_at: datetime


class GeneratedTask(Frozen):
    """A follow-up the software proposes to the officer; nothing reaches the customer unless the officer sends it."""

    description: str
    response_type: ResponseType
    document_type: str | None = None
    required: bool = True
    justification: str
    """For officers only: never shown to the customer."""
    rule: str


class TaskProposal(Frozen):
    tasks: tuple[GeneratedTask, ...]
    reasoning: str
    method: Literal["rules", "llm"] = "rules"
