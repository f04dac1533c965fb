"""What a screening found: who resembles which entry of a list, and what officers say of it."""

from datetime import datetime
from typing import Literal

from schemas.actor import Actor
from schemas.frozen import Frozen

ScreeningVerdict = Literal["false_positive", "true_match", "undecided"]
"""`false_positive`: the entry is about somebody else; `true_match`: it is about whoever was screened; `undecided` takes
back what was said before."""


class ScreeningJudgement(Frozen):
    """An officer's word on a match."""

    decision: ScreeningVerdict
    reason: str
    actor: Actor
    decided_at: datetime


class ScreeningDecision(ScreeningJudgement):
    """The same as it is recorded: of which match, as it then was. The last on a match holds."""

    match_id: str
    fingerprint: str
    subject: str
    """Who was screened, and the entry, as the officer saw them named."""
    entry: str
    lists: tuple[str, ...] = ()
    """The codes of the lists on which the entry then was."""


class ScreeningMatch(Frozen):
    """Somebody of the company and an entry of a list that resembles them."""

    match_id: str
    """The same for the same name and entry in every screening of a case."""
    fingerprint: str
    """Changes with what the service says of the two, but not with the score: a dismissal holds for the fingerprint it
    was given for."""
    subject: str
    """The name that was screened; of several persons who have it, a decision is about all of them."""
    entry: str
    entity_id: str
    is_match: bool
    """False of an entry that only came near."""
    score: str | None
    topics: tuple[str, ...]
    datasets: tuple[str, ...]
    """The codes of the lists on which the entry is."""
    evidence_hash: str | None
    decision: ScreeningJudgement | None
    """None while nobody has said, or the service says something else since of what was dismissed."""
