"""The officers' desk: notes on a case, and who has it. Neither changes what is decided, or the version of a case."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from schemas.actor import Actor
from schemas.case_list import CaseSummary
from schemas.fields import BLANK_IS_ABSENT, Line
from schemas.frozen import Frozen
from schemas.status import CaseStatus

MOST_NOTE_CHARACTERS = 10_000
MOST_MINUTES = 30 * 24 * 60
CLAIM_MINUTES = 60

Minutes = Annotated[int, Field(strict=True, ge=1, le=MOST_MINUTES)]
"""How long an assignment lasts; at most 30 days."""

Claimable = Literal[CaseStatus.REVIEW_PENDING, CaseStatus.ESCALATED]


class NoteRequest(Frozen):
    """A note for colleagues. The customer never sees it, and nobody can change or remove it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_NOTE_CHARACTERS)]
    about: Annotated[Line | None, BLANK_IS_ABSENT] = None
    """A finding, discrepancy, document or follow-up task of the case, by its id."""


class Note(Frozen):
    note_id: str
    case_id: str
    text: str
    about: str | None
    author: Actor
    created_at: datetime


class NoteList(Frozen):
    """Notes of a case, oldest first."""

    case_id: str
    notes: tuple[Note, ...]
    total: int
    page: int
    per_page: int


class AssignRequest(Frozen):
    """Gives a case to an officer, or to nobody. It restricts nobody: whoever may decide still may."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    assignee: Line | None
    """`me`, the key id of an officer of the same organisation, or null to release the case."""
    expires_in_minutes: Minutes | None = None
    """Without it the assignment lasts until it is released or taken over."""
    take_over: Annotated[bool, Field(strict=True)] = False
    """Takes the case from whoever has it now."""
    held_by: Annotated[Line | None, BLANK_IS_ABSENT] = None
    """The key id of the officer from whom it is taken over, as it was last seen. If somebody else has the case by now,
    it is left with them (`already_assigned`). Without it, it is taken from anybody."""

    @model_validator(mode="after")
    def _a_release_does_not_expire(self) -> "AssignRequest":
        if self.assignee is None and self.expires_in_minutes is not None:
            raise ValueError("expires_in_minutes: a release does not expire; leave it out")
        return self

    @model_validator(mode="after")
    def _nothing_is_taken_without_saying_so(self) -> "AssignRequest":
        if self.held_by is not None and not self.take_over:
            raise ValueError("held_by: says from whom the case is taken over; send take_over: true with it")
        return self


class Assignment(Frozen):
    """One entry of a case's assignments: who gave it to whom, when, and until when."""

    case_id: str
    assignee: str | None
    """A key id; null: the case was released."""
    assigned_by: Actor
    assigned_at: datetime
    expires_at: datetime | None
    """From then on the assignment counts as none; null: it lasts until it is released or taken over."""


class AssignmentState(Frozen):
    """Who has a case now, and all its assignments, newest first."""

    case_id: str
    current: Assignment | None
    history: tuple[Assignment, ...]
    total: int
    page: int
    per_page: int


class ClaimRequest(Frozen):
    """Asks for the next case that waits for an officer and that nobody has."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: Claimable = CaseStatus.REVIEW_PENDING
    """`ESCALATED` only for roles that may decide an escalated case."""
    country: Annotated[
        Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, max_length=100)] | None, BLANK_IS_ABSENT
    ] = None
    template: Annotated[Line | None, BLANK_IS_ABSENT] = None
    """The id of a template."""
    expires_in_minutes: Minutes = CLAIM_MINUTES


class ClaimedCase(Frozen):
    case: CaseSummary
    assignment: Assignment
