"""What officers ask about the agents' runs, and what they are answered."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from schemas.agents import AgentExecution, AgentName, ExecutionAction, ExecutionOutcome
from schemas.case_list import FirstMoment, LastMoment, Whole
from schemas.frozen import Frozen

LARGEST_PAGE = 200
USUAL_PAGE = 50
LARGEST_CURSOR = 2**31 - 1
USUAL_PERIOD = timedelta(days=90)
LONGEST_PERIOD = timedelta(days=1100)
"""Three years and a bit."""
FIRST_YEAR, LAST_YEAR = 2000, 2200
"""Beyond these no moment has anything to do with a run, and some cannot be reckoned with."""

Bucket = Literal["day", "week", "month"]


class RecordedExecution(AgentExecution):
    """A run as it is on record, with what officers made of its output."""

    event_sequence: int
    """The row of the audit log that put it on record."""
    actions: tuple[ExecutionAction, ...] = ()
    """Oldest first; the last one holds."""


class ExecutionItem(RecordedExecution):
    input_url: str | None
    """Where what went in can be downloaded; None where nothing was sent."""
    output_url: str | None


class ExecutionList(Frozen):
    """A page of the runs of one case, oldest first, as in the audit log."""

    case_id: str
    executions: tuple[ExecutionItem, ...]
    next_cursor: int
    """Of the last run here: send it as `after_cursor` for the next page."""
    has_more: bool


class ExecutionsQuery(Frozen):
    """Which runs of a case are wanted. A parameter that is unknown is refused: a typo must not look like a filter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    agent: AgentName | None = Field(None, description="Only runs of this agent.", examples=["mcc"])
    after_cursor: Annotated[Whole, Field(ge=0, le=LARGEST_CURSOR)] = Field(
        0, description="`next_cursor` of the page before; 0, or nothing, begins with the first run.", examples=[0]
    )
    limit: Annotated[Whole, Field(ge=1, le=LARGEST_PAGE)] = Field(
        USUAL_PAGE, description=f"How many runs at most; {USUAL_PAGE} unless told.", examples=[USUAL_PAGE]
    )


class QualityQuery(Frozen):
    """Over which runs of an organisation quality is reckoned."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    agent: AgentName | None = Field(None, description="Only runs of this agent.", examples=["mcc"])
    since: FirstMoment | None = Field(
        None,
        alias="from",
        description="Runs that began at this moment or later; a date means its beginning in UTC. Without it, "
        f"{USUAL_PERIOD.days} days before `to`; no more than {LONGEST_PERIOD.days} days before it.",
        examples=["2026-01-01"],
    )
    until: LastMoment | None = Field(
        None,
        alias="to",
        description="Runs that began at this moment or before; a date means its end in UTC. Without it, until now.",
        examples=["2026-03-31"],
    )
    bucket: Bucket = Field(
        "week", description="What the runs are counted by; weeks begin on Monday, all in UTC.", examples=["week"]
    )

    @model_validator(mode="after")
    def _moments_can_be_reckoned_with(self) -> "QualityQuery":
        for name, moment in (("from", self.since), ("to", self.until)):
            if moment is not None and not FIRST_YEAR <= moment.year < LAST_YEAR:
                raise ValueError(f"{name}: expected a year from {FIRST_YEAR} to {LAST_YEAR - 1}")
        return self


class Period(Frozen):
    """From when until when, both ends included."""

    since: datetime
    until: datetime


class AgentQuality(Frozen):
    """How the runs of one agent, by one provider and model, did in one day, week or month. Each run counts once."""

    period_start: datetime
    agent: AgentName
    provider: str
    model: str | None
    runs: int
    usable: int
    """How many gave an answer that fits what was asked, at once or repaired."""
    outcomes: dict[ExecutionOutcome, int]
    """How many runs had each outcome, where any had."""
    acted_on: int
    """How many runs an officer has acted on; each counts by the last action. A run whose output was not shown, because
    a better one was, is never acted on."""
    accepted: int
    edited: int
    rejected: int
    overridden: int
    asked_again: int
    acceptance_rate: float | None
    """Accepted among those that an officer judged, which to ask again is not; None where nothing was judged."""
    override_rate: float | None
    """Overridden among those that an officer judged; None where nothing was judged."""
    input_tokens: int
    output_tokens: int
    cost_usd: float
    """Of the runs whose price is known."""
    without_price: int
    """How many runs there are whose price is not known."""
    median_latency_ms: float


class QualityReport(Frozen):
    """Quality over time, the oldest first. Runs of deleted cases are not among them."""

    bucket: Bucket
    period: Period
    quality: tuple[AgentQuality, ...]
