"""The red flags of a case: which rules of a policy were met, and what each rests on."""

from typing import NamedTuple

from domain.conditions import match
from domain.grounds import Grounds, Match, gravity
from domain.policies import rules_for
from schemas.investigation import DueDiligence, RedFlag
from schemas.policy import Policy, Rule

DUE_DILIGENCE: tuple[DueDiligence, ...] = ("standard", "edd_recommended", "edd_mandatory")
"""From the least to the most."""


class Raised(NamedTuple):
    """A rule that was met, with the flag that says so."""

    rule: Rule
    flag: RedFlag


def raised(policy: Policy, grounds: Grounds) -> tuple[Raised, ...]:
    """The red flags, gravest first, without those that another one supersedes."""
    met = [
        (rule, found)
        for rule in rules_for(policy, grounds.record.opening)
        if (found := match(rule.condition, grounds, policy.lists)) is not None
    ]
    superseded = {name for rule, _ in met for name in rule.supersedes}
    flags = [Raised(rule, _flag(rule, found)) for rule, found in met if rule.id not in superseded]
    return tuple(sorted(flags, key=lambda item: (-gravity(item.flag.severity), item.rule.id)))


def due_diligence(flags: tuple[Raised, ...]) -> DueDiligence:
    """The most that a flag asks for."""
    return max((item.flag.due_diligence for item in flags), key=DUE_DILIGENCE.index, default="standard")


def _flag(rule: Rule, found: Match) -> RedFlag:
    return RedFlag(
        rule_id=rule.id,
        title=rule.title,
        severity=rule.severity,
        dimension=rule.dimension,
        legal_basis=rule.legal_basis,
        explanation=rule.explanation,
        cites=tuple(sorted(found.cites)),
        facts=tuple(sorted(found.facts)),
        evidence=tuple(sorted(found.evidence)),
        due_diligence=rule.effect.due_diligence,
    )
