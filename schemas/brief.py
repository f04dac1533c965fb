"""Body of `GET /api/cases/{id}/ai-brief`."""

from datetime import datetime
from typing import Literal

from schemas.frozen import Frozen
from schemas.investigation import RecommendedAction

RiskTrend = Literal["IMPROVING", "STABLE", "WORSENING", "INSUFFICIENT_DATA"]


class AiBrief(Frozen):
    """A case on a few lines. Written by rules and not by a language model: the same case gives the same words."""

    summary: str
    risk_trend: RiskTrend
    risk_scores: tuple[float, ...]
    """The score of each investigation, oldest first, and what officers' judgements have made of it."""
    key_signals: tuple[str, ...]
    recommended_action: RecommendedAction
    generated_at: datetime
