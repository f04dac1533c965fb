"""What an investigation finds. Every number can be opened down to its terms and their evidence."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from schemas.actor import Actor
from schemas.agents import AgentExecution
from schemas.bands import Bands
from schemas.frozen import Frozen
from schemas.sources import Environment, FactName, FactValue

Severity = Literal["info", "low", "medium", "high", "critical"]
ResponseType = Literal["text", "document", "yes_no"]
RecommendedAction = Literal["approve", "follow_up", "escalate"]
"""What the software recommends. Never to reject: that is a person's judgement alone."""


DiscrepancyType = Literal[
    "name", "address", "legal_form", "director", "number", "activity", "status", "incorporation_date"
]
ResolutionKind = Literal["accepted_variance", "verified_no_issue", "customer_corrected", "escalated"]
"""How an officer settles a discrepancy. All but `escalated` take its weight away."""
DimensionName = Literal["customer", "geographic", "product", "transaction", "delivery_channel"]
"""The risk factors of EBA/GL/2021/02."""
DueDiligence = Literal["standard", "edd_recommended", "edd_mandatory"]
"""Enhanced due diligence (EDD), AMLR Art. 34."""


class ProfileFact(Frozen):
    """One value that one source gave for a fact."""

    value: FactValue
    source: str
    timestamp: datetime
    evidence_hash: str | None = None
    environment: Environment | None = None
    """None for what a person typed."""
    details: dict[str, str] = Field(default_factory=dict)


class PreferredFact(Frozen):
    """The value to go by, and why this one."""

    value: FactValue
    source: str
    evidence_hash: str | None = None
    chosen_by: Literal["trust_order", "officer"]
    reason: str


class EvidenceRef(Frozen):
    source: str
    evidence_hash: str
    storage: str
    environment: Environment | None = None


class DiscrepancyResolution(Frozen):
    """How an officer settled a discrepancy as it then was."""

    discrepancy_id: str
    fingerprint: str
    resolution: ResolutionKind
    reason: str
    actor: Actor
    resolved_at: datetime


class FactDecision(Frozen):
    """An officer's choice of one source's value over the trust order's."""

    name: FactName
    value: FactValue
    source: str
    reason: str
    actor: Actor
    decided_at: datetime


class Discrepancy(Frozen):
    """Sources that disagree about one fact, with every side cited."""

    discrepancy_id: str
    """The same for the same type and fact in every investigation of a case."""
    type: DiscrepancyType
    field: FactName
    severity: Severity
    description: str
    sides: tuple[ProfileFact, ...] = Field(min_length=2)
    fingerprint: str = ""
    """Changes with what the sides say: a resolution holds for the fingerprint it was given for."""
    resolution: DiscrepancyResolution | None = None
    """None while it is open, also when one of its sides has changed since it was resolved."""

    @property
    def weighs(self) -> bool:
        """Whether it is still to be reckoned with."""
        return self.resolution is None or self.resolution.resolution == "escalated"


class Finding(Frozen):
    finding_id: str
    category: str
    severity: Severity
    description: str
    source: str
    evidence_hash: str | None = None
    requirement_id: str | None = None
    """The document requirement it is about, where it is about one."""
    fact: FactName | None = None
    """The fact it rests on, where it rests on one."""
    deep_link: str | None = None
    """Where an officer looks up by hand what no machine may."""


class RedFlag(Frozen):
    """A rule of the policy that was met."""

    rule_id: str
    title: str
    severity: Severity
    dimension: DimensionName
    legal_basis: str
    explanation: str
    cites: tuple[str, ...] = ()
    """The ids of the findings and discrepancies it rests on."""
    facts: tuple[FactName, ...] = ()
    evidence: tuple[str, ...] = ()
    """The hashes of the bytes behind it."""
    due_diligence: DueDiligence = "standard"


class RiskTerm(Frozen):
    """One addend of the risk score, in points of 0…1, and why it is there."""

    name: str
    points: float = Field(ge=0, le=1)
    explanation: str
    cites: tuple[str, ...] = ()
    """The ids of the findings, discrepancies and red flags this term rests on."""
    dimension: DimensionName | None = None
    facts: tuple[FactName, ...] = ()
    evidence: tuple[str, ...] = ()


class RiskDimension(Frozen):
    """One of the five scores that the risk score is made of."""

    name: DimensionName
    score: float = Field(ge=0, le=1)
    weight: float = Field(ge=0, le=1)


class CompanyProfile(Frozen):
    case_id: str
    environment: Environment
    facts: dict[FactName, tuple[ProfileFact, ...]]
    preferred: dict[FactName, PreferredFact]
    """Of each fact that has one value, the one to go by."""
    discrepancies: tuple[Discrepancy, ...]
    evidence_refs: tuple[EvidenceRef, ...]
    unavailable: dict[str, str]
    """Sources that could not be checked, and why. This says nothing about the company."""


class InvestigationResult(Frozen):
    iteration: int
    risk_score: float = Field(ge=0, le=1)
    bands: Bands | None = None
    """From which score on a case had which word, by the policy of then; None in results of before they were kept."""
    risk_terms: tuple[RiskTerm, ...]
    """Their points add up to the score."""
    dimensions: tuple[RiskDimension, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    due_diligence: DueDiligence = "standard"
    """The most that a red flag asks for."""
    rule_set: str
    """Version and hash of the rules that computed the score."""
    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]
    summary: str
    recommended_action: RecommendedAction | None = None
    """Kept with the result, so that what was recommended when a decision was taken stays known whatever the rules
    become. None in results from before there were recommendations."""
    earlier_scores: tuple[float, ...] = ()
    """The scores of the same investigation before officers' judgements changed it, oldest first."""
    judgements: int = 0
    """How many of the officers' judgements, such as on facts, discrepancies and matches, it takes into account."""
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
    notes: tuple[str, ...] = ()
    """What it had to do without: a language model that did not answer."""
    execution_id: str | None = None
    """The run that it came from; None in proposals from before runs were kept."""


class TaskAnswer(TaskProposal):
    """What the task generator's activities answer: the proposal, and the run to put on record."""

    execution: AgentExecution | None = None
    ask_model: bool = False
    """Whether a language model is configured that may do better."""
