"""Bodies of `/api/policies`: the policies in use, and the trial of a draft over cases of the past."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from schemas.bands import BandName
from schemas.frozen import Frozen
from schemas.investigation import DimensionName, DueDiligence, RecommendedAction
from schemas.policy import Policy
from schemas.policy_conditions import Exact
from schemas.status import CaseStatus

CASES_EXAMINED = 200
MOST_EXAMINED = 1000

SkipReason = Literal["never_investigated", "unreadable"]
"""`unreadable`: what is on record of the case does not fit what this software expects of it."""


class ActivePolicy(Frozen):
    """A policy as the software was started with it."""

    name: str
    version: str
    hash: str
    """`sha256:` of its canonical JSON: all members, sorted, without white space, in UTF-8."""
    rule_set: str
    """What is kept with every result that was computed by it."""
    valid_from: date
    in_use: bool
    """Whether investigations of today go by it."""
    policy: Policy


class PolicyList(Frozen):
    policies: tuple[ActivePolicy, ...]
    """The first to become valid first."""


class BacktestRequest(Exact):
    """A draft, and the cases it is to be tried on: those of the caller's organisation, investigated last first."""

    policy: Policy
    limit: Annotated[int, Field(ge=1, le=MOST_EXAMINED)] = CASES_EXAMINED
    status: CaseStatus | None = None
    """Only cases that are in this status now."""
    since: AwareDatetime | None = None
    """Only cases that changed at this moment or later."""


class PolicyName(Frozen):
    name: str
    version: str
    hash: str


class Outcome(Frozen):
    """What an investigation comes to."""

    risk_score: float
    band: BandName
    recommended_action: RecommendedAction | None
    due_diligence: DueDiligence


class TermChange(Frozen):
    """An addend of the score that is not what it was."""

    name: str
    cites: tuple[str, ...]
    dimension: DimensionName | None
    before: float | None
    """In points of the score; None where there was no such term."""
    after: float | None
    explanation: str


class CaseChange(Frozen):
    """A case whose outcome would be another one."""

    case_id: str
    company_name: str
    status: CaseStatus
    iteration: int
    investigated_at: datetime
    rule_set: str
    """By which rules the stored result was computed."""
    before: Outcome
    after: Outcome
    score_change: float
    flags_gained: tuple[str, ...]
    """Ids of rules."""
    flags_lost: tuple[str, ...]
    findings_gained: tuple[str, ...]
    """What the software of today finds in the same facts, and that of then did not: no doing of the draft."""
    findings_lost: tuple[str, ...]
    terms: tuple[TermChange, ...]
    """Why: the terms that make the difference, the largest first."""


class RuleMet(Frozen):
    """In how many of the examined cases a rule of the draft is met. A rule that is never met may have a mistake."""

    rule_id: str
    cases: int


class BacktestSummary(Frozen):
    """How many of the examined cases go from which outcome to which other one, as `LOW->MEDIUM`."""

    band: dict[str, int]
    recommended_action: dict[str, int]
    due_diligence: dict[str, int]


class BacktestReport(Frozen):
    policy: PolicyName
    against: dict[str, int]
    """By which rules the stored results were computed, and how many by each."""
    cases_examined: int
    cases_skipped: dict[SkipReason, int]
    complete: bool
    """False if the time allowed was over before all cases had been examined; ask for fewer, or use the command."""
    changed: tuple[CaseChange, ...]
    """The largest change of the score first."""
    summary: BacktestSummary
    rules_met: tuple[RuleMet, ...]
