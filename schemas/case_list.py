"""What the list of cases is asked (`GET /api/cases`), and what it answers."""

import re
import unicodedata
from datetime import UTC, date, datetime, time
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from schemas.bands import BandName
from schemas.frozen import Frozen
from schemas.status import CaseStatus

PER_PAGE = 50
MOST_PER_PAGE = 200
LAST_PAGE = 1_000_000
LONGEST_TEXT = 200
SCORES_SHOWN = 12

CaseSort = Literal[
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
    "company_name",
    "-company_name",
    "latest_risk_score",
    "-latest_risk_score",
    "due_at",
    "-due_at",
    "status",
    "-status",
]
DueKind = Literal["portal", "timeline"]
WaitsFor = Literal["customer", "officer", "senior_officer", "case"]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_TIME = re.compile(_DATE.pattern + r"[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})")


def _digits(given: object) -> object:
    """Refuses what Python would take for a whole number as well: `1_000`, `+1`, ` 1 `, Arabic digits."""
    if isinstance(given, str) and not (given.isascii() and given.isdigit()):
        raise ValueError("expected a whole number")
    return given


def _readable(text: str) -> str:
    """Refuses a text of accents alone: without them nothing would be left to look for, and everything be found."""
    if all(unicodedata.combining(letter) for letter in unicodedata.normalize("NFD", text)):
        raise ValueError("expected at least one letter, digit or sign")
    return text


def _moment(given: object, of_day: time) -> datetime:
    text = str(given).strip()
    try:
        if _DATE.fullmatch(text):
            return datetime.combine(date.fromisoformat(text), of_day, UTC)
        if _DATE_TIME.fullmatch(text):
            return datetime.fromisoformat(text.upper())
        raise ValueError("neither a date nor a date and time")
    except ValueError as error:
        raise ValueError(
            "expected a date (2026-03-31) or a date and time with its offset (2026-03-31T09:00:00Z); "
            "in an address + is written %2B"
        ) from error


_MOMENT = WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]})

Whole = Annotated[int, BeforeValidator(_digits)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Country = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z]{2}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,255}$")]
SearchText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT, pattern=r"^[^\x00-\x1f\x7f]*$"),
    AfterValidator(_readable),
]
FirstMoment = Annotated[datetime, BeforeValidator(lambda given: _moment(given, time.min)), _MOMENT]
LastMoment = Annotated[datetime, BeforeValidator(lambda given: _moment(given, time.max)), _MOMENT]


class CaseFilter(Frozen):
    """Which cases are wanted: those for which everything given here holds. Its members are query parameters."""

    status: tuple[CaseStatus, ...] = Field(
        (), description="Only cases in one of these statuses.", examples=[["REVIEW_PENDING", "ESCALATED"]]
    )
    country: tuple[Country, ...] = Field(
        (), description="Only companies of one of these countries (ISO 3166-1, two letters).", examples=[["BE", "NL"]]
    )
    template: tuple[Name, ...] = Field(
        (), description="Only cases of one of these templates.", examples=[["psp_merchant_onboarding"]]
    )
    q: SearchText | None = Field(
        None,
        description="Part of the company's name, its registration or VAT number, or the id of the case or its "
        "workflow. Capitals and accents do not matter, nor do spaces and dots in a number.",
        examples=["acme"],
    )
    risk_min: Share | None = Field(
        None, description="The lowest risk score, itself included. Cases without one are left out.", examples=[0.7]
    )
    risk_max: Share | None = Field(
        None, description="The highest risk score, itself included. Cases without one are left out.", examples=[1.0]
    )
    assignee: Name | None = Field(
        None,
        description="Only cases that this officer has, by key id or `me`; `none` for those that nobody has.",
        examples=["none"],
    )
    created_from: FirstMoment | None = Field(
        None,
        description="Opened at this moment or later; a date means its beginning in UTC.",
        examples=["2026-03-01"],
    )
    created_to: LastMoment | None = Field(
        None,
        description="Opened at this moment or before; a date means its end in UTC, so that the whole day is in.",
        examples=["2026-03-31"],
    )
    due_to: LastMoment | None = Field(
        None,
        description="Only cases whose next deadline is at this moment or before; a date means its end in UTC. Cases "
        "without one, such as those that are closed, are left out.",
        examples=["2026-03-31"],
    )


class CaseListQuery(CaseFilter):
    """All query parameters of the list. One that is unknown is refused: a typo must not look like a filter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sort: CaseSort = Field(
        "-created_at",
        description="What the list is sorted by; `-` begins with the largest. Cases without a risk score or a "
        "deadline come last either way, and names are compared without regard to capitals and accents.",
        examples=["-latest_risk_score"],
    )
    page: Annotated[Whole, Field(ge=1, le=LAST_PAGE)] = Field(1, description="Which page, from 1.", examples=[1])
    per_page: Annotated[Whole, Field(ge=1, le=MOST_PER_PAGE)] = Field(
        PER_PAGE, description=f"How many cases a page has; {PER_PAGE} unless told.", examples=[PER_PAGE]
    )

    @model_validator(mode="after")
    def _ranges_are_not_empty(self) -> "CaseListQuery":
        if self.risk_min is not None and self.risk_max is not None and self.risk_max < self.risk_min:
            raise ValueError("risk_max: expected no less than risk_min")
        if self.created_from and self.created_to and self.created_to < self.created_from:
            raise ValueError("created_to: expected no earlier than created_from")
        return self


class CaseSummary(Frozen):
    """A case as a list shows it. All but the status is as the database has it."""

    case_id: str
    workflow_id: str
    company_name: str
    company_registration_number: str | None
    vat_number: str | None
    country: str
    template_id: str
    status: CaseStatus
    current_iteration: int
    created_at: datetime
    updated_at: datetime
    latest_risk_score: float | None
    risk_scores: tuple[float, ...] = Field((), max_length=SCORES_SHOWN)
    """Of each investigation, and of each judgement after it, oldest first; the last of them where there are many."""
    risk_band: BandName | None = None
    """The word for the latest score, by the policy that gave it; null while there is no score."""
    due_at: datetime | None = None
    """The next deadline ahead at which the case does something by itself; reminders are none."""
    due_kind: DueKind | None = None
    """What ends then: the customer's link, or the time that the template allows for the whole case."""
    assignee: str | None = None
    """The key id of the officer who has the case now."""
    assignee_name: str | None = None
    """What that key is called."""
    assignment_expires_at: datetime | None = None
    """When the officer has it no more, unless assigned again; null if nobody has it, or without an end."""
    waits_for: WaitsFor | None = None
    """Who has to do something next: `case` while the software works, null once it is closed."""
    version: int
    """Of the case as the database has it. A live status may be newer: who decides on this version is told so."""


class CaseList(Frozen):
    cases: tuple[CaseSummary, ...]
    total: int
    """How many cases match, on all pages together."""
    page: int
    per_page: int
    counts: dict[CaseStatus, int]
    """How many cases each status has under the other filters, whichever statuses are asked for."""
    status_source: Literal["temporal", "database"]
    """Where the statuses come from: live from Temporal, or from the database while Temporal is unreachable.
    Cases are chosen, counted and sorted by what the database has."""


class CaseChanged(Frozen):
    """A case of the organisation changed; `GET /api/cases/changes` says so to whoever listens."""

    case_id: str
    workflow_id: str
    version: int
    status: CaseStatus | None
    """None: the case was deleted."""
