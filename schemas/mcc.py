"""The merchant category (ISO 18245) of a case: what the software recommends, with its reasons."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

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


class MccClassification(Frozen):
    """A recommendation; an officer decides. Nothing is recommended when nothing is known of the business."""

    primary_recommendation: MccCode | None
    alternatives: tuple[MccAlternative, ...] = ()
    confidence: float = Field(default=0.0, ge=0, le=1)
    risk_tier: RiskTier
    risk_flags: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    """For officers: which words of which text speak for the code."""
    method: Literal["rules", "llm"] = "rules"


class MccRequest(Frozen):
    """What the classifier is told of a case: nothing that it does not need."""

    company_name: str
    answers: dict[str, AnswerValue]
    """The customer's latest answer to each question of the template."""
    website: SourceAnswer | None
    notes: str | None = None
    """What an officer says of the business when asking for another classification."""
