"""From what sources state about one thing to one discrepancy: who says something else, and how grave it is."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from domain.profile.facts import value_text
from domain.profile.sentences import listed, said_by
from domain.profile.trust import OFFICER_INPUT
from domain.profile.verdicts import Verdict, at_most, gravest
from schemas.investigation import Discrepancy, DiscrepancyType, ProfileFact
from schemas.sources import SOURCE_LABELS, FactName, SourceName

_LONGEST_QUOTE = 200

ANYONE_WRITES = frozenset({SOURCE_LABELS[SourceName.CRUNCHBASE]})
"""Sources that anyone may write in: what only they contradict is a low discrepancy."""


class Statement(NamedTuple):
    """What one source says of something, as one side of a comparison."""

    side: ProfileFact
    """What is cited; its value may sum several facts up."""
    facts: tuple[ProfileFact, ...]
    """What is compared: all values that the source states."""
    what: str = ""
    """What the value is, such as `VAT number`, where one source may state several things of one subject."""

    @property
    def source(self) -> str:
        return self.side.source


Compare = Callable[[Statement, Statement], Verdict | None]
"""None where the two do not contradict each other. Symmetric: it does not matter which comes first."""


class Subject(NamedTuple):
    """What a discrepancy is about."""

    type: DiscrepancyType
    field: FactName


def by_source(facts: Iterable[ProfileFact]) -> tuple[Statement, ...]:
    """One statement for each source, with its first value as the side."""
    grouped: dict[str, list[ProfileFact]] = {}
    for fact in facts:
        grouped.setdefault(fact.source, []).append(fact)
    return tuple(Statement(values[0], tuple(values)) for values in grouped.values())


def summed_up(facts: Iterable[ProfileFact]) -> tuple[Statement, ...]:
    """One statement for each source, with all its values as the side: `An Peeters, Jan Smits`."""
    return tuple(
        statement._replace(
            side=statement.side.model_copy(
                update={"value": ", ".join(dict.fromkeys(str(fact.value) for fact in statement.facts)), "details": {}}
            )
        )
        for statement in by_source(facts)
    )


def disagreement(subject: Subject, statements: Iterable[Statement], compare: Compare) -> Discrepancy | None:
    """The discrepancy among these statements, which come in the order of trust; None if none contradicts another.

    What the officer was told comes first: it is what the others are held against.
    """
    sides = sorted(statements, key=lambda statement: statement.source != OFFICER_INPUT)
    verdicts: dict[tuple[int, int], Verdict] = {}
    for (place, one), (other_place, other) in combinations(enumerate(sides), 2):
        verdict = compare(one, other)
        if verdict is not None:
            weak = ANYONE_WRITES & {one.source, other.source}
            verdicts[place, other_place] = at_most("low", verdict) if weak else verdict
    if not verdicts:
        return None
    groups = _by_meaning(sorted({place for pair in verdicts for place in pair}), verdicts)
    cited = tuple(sides[place].side for group in groups for place in group)
    if any(statement.what for statement in sides):
        said = "; ".join(_told([sides[place] for place in group]) for group in groups)
    else:
        first, *others = (_said([sides[place].side for place in group]) for group in groups)
        said = f"{first}, but {', '.join(others)}"
    verdict = gravest(verdicts.values())
    begins_with_a_file = "document_id" in cited[0].details  # whose name is not ours to write otherwise
    return Discrepancy(
        discrepancy_id=f"disc_{subject.field}",
        type=subject.type,
        field=subject.field,
        severity=verdict.severity,
        description=f"{said if begins_with_a_file else said[0].upper() + said[1:]}. {verdict.why}",
        sides=cited,
        fingerprint=fingerprint(cited),
    )


def fingerprint(sides: Iterable[ProfileFact]) -> str:
    """Twelve hex digits of the SHA-256 over the sorted pairs of source and value, as JSON: the same as long as the
    same sources say the same."""
    said = sorted([side.source, value_text(side.value)] for side in sides)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]


def _by_meaning(places: Sequence[int], verdicts: dict[tuple[int, int], Verdict]) -> list[list[int]]:
    """The sides that mean the same together; each joins the first group with none of which it disagrees."""
    groups: list[list[int]] = []
    for place in places:
        group = next((each for each in groups if not any((known, place) in verdicts for known in each)), None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    return groups


def _said(sides: Sequence[ProfileFact]) -> str:
    """Who says what, each writing once: `EU VIES and GLEIF say “ACME TRADING” and KBO/BCE says “Acme Trading”`."""
    writings: dict[str, list[str]] = {}
    for side in sides:
        sources = writings.setdefault(_quoted(side), [])
        if said_by(side.source) not in sources:
            sources.append(said_by(side.source))
    return " and ".join(
        f"{listed(sources)} {'say' if len(sources) > 1 else 'says'} “{quote}”" for quote, sources in writings.items()
    )


def _told(statements: Sequence[Statement]) -> str:
    """What is stated and by whom: `VAT number typed: BE0403170701; VIES says that the VAT number is BE0417497106`."""
    stated: dict[tuple[str, str, bool], list[str]] = {}
    for statement in statements:
        typed = statement.source == OFFICER_INPUT
        sources = stated.setdefault((statement.what, _quoted(statement.side), typed), [])
        if statement.source not in sources:
            sources.append(statement.source)
    return "; ".join(
        f"{what} typed: {quote}"
        if typed
        else f"{listed(sources)} {'say' if len(sources) > 1 else 'says'} that the {what} is {quote}"
        for (what, quote, typed), sources in stated.items()
    )


def _quoted(side: ProfileFact) -> str:
    words = " ".join(str(side.value).split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1]}…"
