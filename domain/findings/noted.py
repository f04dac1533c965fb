"""How a finding is made of what it rests on."""

import re
from collections.abc import Iterable, Iterator

from domain.naming import folded
from schemas.investigation import Finding, PreferredFact, ProfileFact, Severity
from schemas.sources import SOURCE_LABELS, FactName, SourceAnswer

_LONGEST = 200
_LONGEST_PART = 40


def from_answer(
    answer: SourceAnswer, category: str, severity: Severity, description: str, fact: FactName | None = None
) -> Finding:
    """A finding that rests on what a source answered."""
    return Finding(
        finding_id=f"find_{category}",
        category=category,
        severity=severity,
        description=description,
        source=SOURCE_LABELS[answer.source],
        evidence_hash=answer.data_hash,
        fact=fact,
    )


def from_fact(
    name: FactName, stated: ProfileFact | PreferredFact, category: str, severity: Severity, description: str
) -> Finding:
    """A finding that rests on one value of a fact."""
    return Finding(
        finding_id=f"find_{category}",
        category=category,
        severity=severity,
        description=description,
        source=stated.source,
        evidence_hash=stated.evidence_hash,
        fact=name,
    )


def numbered(finding: Finding, by: str) -> Finding:
    """One of several findings of a category, with an id that stays the same: that of what it is about."""
    part = re.sub(r"[^A-Za-z0-9]+", "-", by).strip("-") or "unnamed"
    return finding.model_copy(update={"finding_id": f"{finding.finding_id}_{part[:_LONGEST_PART]}"})


def each_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each with an id of its own; of several with one id, the later ones have a number after it."""
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.finding_id] = number = seen.get(finding.finding_id, 0) + 1
        yield finding if number == 1 else numbered(finding, str(number))


def shown(text: object) -> str:
    """A stranger's text on one line, shortened."""
    words = " ".join(str(text).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def slug(text: object) -> str:
    """A text as part of an id."""
    return folded(shown(text)).replace(" ", "-")
