"""Who resembles which entry of a list, and what officers have said of it.

Software finds that names resemble each other; whether they are of one person is for an officer to say. That they are
two holds for as long as the service says the same of them: when it learns of a date of birth that agrees, the match is
open again by itself. That they are one holds until an officer takes it back: whoever was recognised weighs whatever a
list says of them later.
"""

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from schemas.investigation import ProfileFact
from schemas.screening import ScreeningDecision, ScreeningJudgement, ScreeningMatch

_COMPARED = ("kind", "matched", "contradicted", "topics", "birth_date", "country")
"""What is said of a match beside the two names and that it is one. Not its score: that moves with every release of the
service."""
OF_SANCTIONS = ("sanction", "sanction.control")
"""The topics of whom a sanctions list names, and of who is controlled by such a one."""

Held = Mapping[str, ScreeningDecision]
"""By match_id, the decisions that hold now."""


def is_match(fact: ProfileFact) -> bool:
    """Whatever is not said to be a near miss is a match."""
    return fact.details.get("match") != "false"


def entity_of(fact: ProfileFact) -> str:
    """The entry's own id, so that it stays the same when the list is read again."""
    return fact.details.get("entity_id") or str(fact.value)


def codes_of(fact: ProfileFact, member: str) -> tuple[str, ...]:
    """A member that lists several, such as `topics`."""
    return tuple(part for item in fact.details.get(member, "").split(",") if (part := item.strip()))


def match_id_of(fact: ProfileFact) -> str:
    """`match_` and 16 hex digits of the SHA-256 over the name that was screened and the entry's id."""
    return f"match_{_digest([_subject(fact), entity_of(fact)])[:16]}"


def decisions_that_hold(stated: Iterable[ProfileFact], given: Iterable[ScreeningDecision]) -> Held:
    """Of each match the last decision, unless it took another back, or the service says something else since of what
    was dismissed."""
    last = {decision.match_id: decision for decision in given}
    return {
        match_id: last[match_id]
        for match_id, facts in _by_match(stated).items()
        if match_id in last and _holds(last[match_id], facts)
    }


def _holds(decision: ScreeningDecision, facts: Iterable[ProfileFact]) -> bool:
    if decision.decision == "false_positive":
        return decision.fingerprint == _fingerprint(facts)
    return decision.decision == "true_match"


def names_sanctions(topics: Iterable[str]) -> bool:
    """Whether an entry with these topics is about sanctions."""
    return not frozenset(OF_SANCTIONS).isdisjoint(topics)


def dismissed(fact: ProfileFact, held: Held) -> ScreeningDecision | None:
    """The decision by which this match is about somebody else."""
    decision = held.get(match_id_of(fact))
    return decision if decision is not None and decision.decision == "false_positive" else None


def confirmed(fact: ProfileFact, held: Held) -> ScreeningDecision | None:
    """The decision by which this match is about whoever was screened."""
    decision = held.get(match_id_of(fact))
    return decision if decision is not None and decision.decision == "true_match" else None


def not_dismissed(stated: Sequence[ProfileFact], given: Iterable[ScreeningDecision]) -> tuple[ProfileFact, ...]:
    """The matches that may be held against the company."""
    held = decisions_that_hold(stated, given)
    return tuple(fact for fact in stated if dismissed(fact, held) is None)


def screening_matches(stated: Iterable[ProfileFact], given: Iterable[ScreeningDecision]) -> tuple[ScreeningMatch, ...]:
    """Each name and entry once, matches before near misses and the closest first."""
    facts = tuple(stated)
    held = decisions_that_hold(facts, given)
    found = (_match(match_id, alike, held.get(match_id)) for match_id, alike in _by_match(facts).items())
    return tuple(sorted(found, key=lambda match: (not match.is_match, -score(match.score), match.match_id)))


def score(said: str | None) -> float:
    """0 to 1; 0 of what is no number."""
    try:
        number = float(said or 0)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0


def _by_match(stated: Iterable[ProfileFact]) -> dict[str, list[ProfileFact]]:
    """Two persons of one name are two facts about one entry, and one match."""
    found: defaultdict[str, list[ProfileFact]] = defaultdict(list)
    for fact in stated:
        found[match_id_of(fact)].append(fact)
    return found


def _match(match_id: str, facts: Sequence[ProfileFact], decision: ScreeningDecision | None) -> ScreeningMatch:
    closest = min(facts, key=lambda fact: (not is_match(fact), -score(fact.details.get("score")), str(fact)))
    return ScreeningMatch(
        match_id=match_id,
        fingerprint=_fingerprint(facts),
        subject=_subject(closest),
        entry=str(closest.value),
        entity_id=entity_of(closest),
        is_match=is_match(closest),
        score=closest.details.get("score") or None,
        topics=codes_of(closest, "topics"),
        datasets=codes_of(closest, "datasets"),
        evidence_hash=closest.evidence_hash,
        decision=None if decision is None else _judgement(decision),
    )


def _judgement(decision: ScreeningDecision) -> ScreeningJudgement:
    return ScreeningJudgement(
        decision=decision.decision, reason=decision.reason, actor=decision.actor, decided_at=decision.decided_at
    )


def _fingerprint(facts: Iterable[ProfileFact]) -> str:
    """Twelve hex digits of the SHA-256 over the names and what was compared, in any order. Another person of the same
    name is another line, even if all that is said of the two is the same."""
    return _digest(sorted(map(_told, facts)))[:12]


def _told(fact: ProfileFact) -> tuple[str, str, bool, list[str]]:
    compared = [",".join(sorted(codes_of(fact, name))) for name in _COMPARED]
    return _subject(fact), str(fact.value), is_match(fact), compared


def _digest(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _subject(fact: ProfileFact) -> str:
    return fact.details.get("subject", "")
