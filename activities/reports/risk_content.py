"""What the report says of the risk: its score down to the terms, red flags and findings."""

from schemas.frozen import Frozen
from schemas.investigation import Severity


class Grounds(Frozen):
    """What something rests on."""

    facts: tuple[str, ...]
    evidence: tuple[str, ...]
    """Short names of rows of the registers."""
    cites: tuple[str, ...]
    """Ids of findings, discrepancies and red flags."""
    more: str = ""
    """That there are more than these; empty if these are all."""


class RiskTermRow(Frozen):
    name: str
    points: float
    explanation: str
    grounds: Grounds


class TermGroup(Frozen):
    """The terms of one dimension, or those that lift the whole score."""

    name: str
    """Empty where the score is not made of dimensions."""
    points: float
    terms: tuple[RiskTermRow, ...]
    more: str
    remark: str
    """Why some terms add nothing; empty if there is nothing to explain."""


class DimensionRow(Frozen):
    name: str
    about: str
    weight: float | None
    """None of what lifts the whole score and is no dimension."""
    score: float | None
    points: float
    """What it adds to the whole score."""


class RiskRow(Frozen):
    iteration: int
    score: float
    completed_at: str
    summary: str


class Risk(Frozen):
    score: float
    band: str
    steps: tuple[float, ...]
    """Where the standard bands begin."""
    rule_set: str
    summary: str
    due_diligence: str
    judgements: str
    """How many judgements of officers it takes into account; empty if there were none."""
    dimensions: tuple[DimensionRow, ...]
    groups: tuple[TermGroup, ...]
    history: tuple[RiskRow, ...]


class RedFlagRow(Frozen):
    rule: str
    title: str
    severity: Severity
    dimension: str
    due_diligence: str
    """What it asks for; empty if nothing."""
    legal_basis: str
    explanation: str
    grounds: Grounds


class FindingRow(Frozen):
    id: str
    category: str
    severity: Severity
    description: str
    fact: str
    source: str
    evidence: str
    link: str
    """Where an officer looks it up by hand; empty if nowhere."""


class Findings(Frozen):
    rows: tuple[FindingRow, ...]
    more: str
