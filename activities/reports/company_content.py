"""What the report says of the company: facts, where sources disagree, who was screened, and who was asked."""

from typing import Literal

from schemas.frozen import Frozen
from schemas.investigation import Severity
from schemas.sources import Environment

Agreement = Literal["agree", "conflict", "settled", "not_compared", "single"]
"""Of the sources of one fact. `settled`: an officer has settled the conflict; `not_compared`: their values differ, and
no rule says whether that means anything."""


class SourcedValue(Frozen):
    text: str
    details: str
    source: str
    collected_at: str
    evidence: str
    """The short name of a row of the evidence register, or a dash."""
    preferred: bool = False
    """Whether it is the value to go by, where several are stated."""
    why: str = ""
    """Why it is the one to go by; empty where there was no choice."""


class FactRow(Frozen):
    name: str
    agreement: Agreement
    values: tuple[SourcedValue, ...]
    more: str


class Facts(Frozen):
    rows: tuple[FactRow, ...]
    notes: tuple[str, ...]
    """Reasons that several rows refer to, by their number from 1."""


class Settlement(Frozen):
    """How an officer settled a discrepancy."""

    resolution: str
    by: str
    reason: str
    holds: bool
    """False if a side has changed since: then the discrepancy is open again."""
    takes_weight: bool


class DiscrepancyRow(Frozen):
    id: str
    type: str
    field: str
    severity: Severity
    description: str
    sides: tuple[SourcedValue, ...]
    settlement: Settlement | None
    """None if it is open."""


class MatchJudgement(Frozen):
    """What an officer says of a match."""

    verdict: str
    dismissed: bool
    by: str
    reason: str


class ScreeningRow(Frozen):
    subject: str
    kind: str
    is_match: bool
    entry: str
    about: str
    """Of the entry: its birth date, country and id."""
    score: str
    topics: str
    lists: str
    matched: str
    contradicted: str
    evidence: str
    judgement: MatchJudgement | None
    """None while nobody has said, or it is another match since."""


class Screening(Frozen):
    state: str
    """What became of the look-up, in a sentence."""
    screened: str
    """Who was compared with the lists."""
    rows: tuple[ScreeningRow, ...]
    more: str


class SourceRow(Frozen):
    source: str
    state: str
    reason: str
    remarks: tuple[str, ...]
    """Whether it was asked again, how often, and by whom if not by software."""
    collected_at: str
    environment: Environment
    url: str


class LookUpRow(Frozen):
    """What only a person can look up."""

    title: str
    link: str
    done: bool
    standing: str


class ManualCheckRow(Frozen):
    """A look-up that an officer made by hand."""

    source: str
    actor: str
    recorded_at: str
    seen_at: str
    outcome: str
    note: str
    evidence: str
    environment: Environment


class LookUps(Frozen):
    tasks: tuple[LookUpRow, ...]
    checks: tuple[ManualCheckRow, ...]
