"""The merchant category (ISO 18245) of a case: what the software recommends, with its reasons."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from schemas.agents import AgentExecution, AgentRun
from schemas.commands import AnswerValue
from schemas.frozen import Frozen
from schemas.sources import SourceAnswer

MccNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
RiskTier = Literal["low", "medium", "high"]


class MccCode(Frozen):
    mcc_code: MccNumber
    description: str


class MccAlternative(MccCode):
    score: float = Field(ge=0, le=1)


class MccCitation(Frozen):
    """Words that speak for a code, and where they stand."""

    source: str
    """`officer_notes`, `activity_code`, `website_title`, `website_text`, `company_name` or the id of a question."""
    quote: str
    mcc_code: MccNumber
    evidence_hash: str | None = None
    """SHA-256 of the bytes it comes from, where a source gave them."""


class MccClassification(Frozen):
    """A recommendation; an officer decides. Nothing is recommended when nothing is known of the business."""

    primary_recommendation: MccCode | None
    alternatives: tuple[MccAlternative, ...] = ()
    confidence: float = Field(default=0.0, ge=0, le=1)
    risk_tier: RiskTier
    risk_flags: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    """For officers: which words of which text speak for the code."""
    citations: tuple[MccCitation, ...] = ()
    """What of `reasons` speaks for the recommendation, word for word."""
    method: Literal["rules", "llm"] = "rules"
    notes: tuple[str, ...] = ()
    """What the classification had to do without: an optional package, a language model that did not answer."""
    execution_id: str | None = None
    """The run that it came from; None in classifications from before runs were kept."""


class MccAnswer(MccClassification):
    """What the classifier's activities answer: the classification, and the run to put on record."""

    execution: AgentExecution | None = None
    ask_model: bool = False
    """Whether a language model is configured that may do better."""


class RegisteredActivity(Frozen):
    """An activity as a register names it."""

    code: str
    """As the register writes it: `NACE 47.91`, `NACEBEL 47910`."""
    description: str | None = None
    source: str
    evidence_hash: str | None = None


class MccRequest(Frozen):
    """What the classifier is told of a case: nothing that it does not need."""

    company_name: str
    answers: dict[str, AnswerValue]
    """The customer's latest answer to each question of the template."""
    website: SourceAnswer | None
    activities: tuple[RegisteredActivity, ...] = ()
    """The preferred source's first; the first of a source is the main one."""
    notes: str | None = None
    """What an officer says of the business when asking for another classification."""
    run: AgentRun | None = None
    """None leaves no execution, as in cases that were classified before runs were kept."""


class MccModelQuestion(Frozen):
    """What a language model is asked, with the rules' answer, which stands wherever the model's does not hold."""

    request: MccRequest
    by_rules: MccClassification
    run: AgentRun
