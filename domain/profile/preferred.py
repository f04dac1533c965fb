"""Of each fact that has one value, the one to go by: the most trusted, or the one that an officer chose."""

from collections.abc import Sequence

from domain.profile.facts import Facts, value_text
from domain.profile.sentences import listed, said_by
from domain.profile.trust import has_preferred, is_brand, trust_order
from schemas.investigation import FactDecision, PreferredFact, ProfileFact
from schemas.sources import FactName

Preferred = dict[FactName, PreferredFact]


def preferred_facts(facts: Facts, decisions: Sequence[FactDecision]) -> Preferred:
    """The last decision about a fact holds as long as that source still states that value."""
    decided = {decision.name: decision for decision in decisions}
    return {
        name: _preferred(name, values, decided.get(name))
        for name, values in facts.items()
        if values and has_preferred(name)
    }


def _preferred(name: FactName, values: Sequence[ProfileFact], decision: FactDecision | None) -> PreferredFact:
    trusted = _most_trusted(name, values)
    reason = _why_trusted(name, trusted, values)
    if decision is None:
        return _going_by(trusted, reason)
    chosen = next((fact for fact in values if _is_meant(fact, decision)), None)
    if chosen is None:
        return _going_by(trusted, f"{reason} {_lapse(decision)}")
    return PreferredFact(
        value=chosen.value,
        source=chosen.source,
        evidence_hash=chosen.evidence_hash,
        chosen_by="officer",
        reason=f"Chosen by {decision.actor.id} on {decision.decided_at:%Y-%m-%d}: {decision.reason}",
    )


def _most_trusted(name: FactName, values: Sequence[ProfileFact]) -> ProfileFact:
    """The first, but no brand where somebody states the registered one."""
    if name == "company_name":
        return next((fact for fact in values if not is_brand(fact)), values[0])
    return values[0]


def _is_meant(fact: ProfileFact, decision: FactDecision) -> bool:
    return fact.source == decision.source and value_text(fact.value) == value_text(decision.value)


def _going_by(fact: ProfileFact, reason: str) -> PreferredFact:
    return PreferredFact(
        value=fact.value,
        source=fact.source,
        evidence_hash=fact.evidence_hash,
        chosen_by="trust_order",
        reason=reason,
    )


def _why_trusted(name: FactName, trusted: ProfileFact, values: Sequence[ProfileFact]) -> str:
    others = list(dict.fromkeys(said_by(fact.source) for fact in values if fact.source != trusted.source))
    if not others:
        return f"Only {said_by(trusted.source)} states it."
    return f"By the trust order {said_by(trusted.source)} comes before {listed(others)}: {trust_order(name).why}."


def _lapse(decision: FactDecision) -> str:
    return (
        f"The choice of {said_by(decision.source)}'s “{decision.value}” by {decision.actor.id} has lapsed: "
        f"{said_by(decision.source)} no longer states it."
    )
