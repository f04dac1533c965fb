"""How much one answer may add to a case. Its record travels whole, through Temporal, where 2 MB are the end of it."""

from collections import Counter
from collections.abc import Sequence

from schemas.sources import SourceFact

MAX_FACTS_BYTES = 128 * 1024
"""Of one answer; ordinary ones have a twentieth of it. Three sources may use it up and all others say what they do."""


def within_budget(facts: Sequence[SourceFact], budget: int = MAX_FACTS_BYTES) -> tuple[SourceFact, ...]:
    """The facts that fit, in their order. What a source states once stays; the ends of its long lists go."""
    sizes = [len(fact.model_dump_json().encode()) for fact in facts]
    if sum(sizes) <= budget:
        return tuple(facts)
    left, kept = budget, set()
    for _, place in sorted(zip(_ranks(facts), range(len(facts)), strict=True)):
        if sizes[place] <= left:
            left -= sizes[place]
            kept.add(place)
    return tuple(fact for place, fact in enumerate(facts) if place in kept)


def _ranks(facts: Sequence[SourceFact]) -> list[int]:
    """Of each fact, how many of its name stand before it."""
    seen: Counter[str] = Counter()
    ranks = []
    for fact in facts:
        ranks.append(-1 if _is_a_match(fact) else seen[fact.name])
        seen[fact.name] += 1
    return ranks


def _is_a_match(fact: SourceFact) -> bool:
    """Of a screening, whoever is on a list comes before those who only resemble somebody on it."""
    return fact.name == "screening_match" and fact.details.get("match") != "false"
