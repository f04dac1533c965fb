"""The red flags of a case: which rules of a policy were met, and what each rests on."""

from typing import NamedTuple

from domain.conditions import match
from domain.grounds import Grounds, Match, gravity
from domain.policies import rules_for
from schemas.investigation import DueDiligence, RedFlag
from schemas.policy import Policy, Rule

DUE_DILIGENCE: tuple[DueDiligence, ...] = ("standard", "edd_recommended", "edd_mandatory")
"""From the least to the most."""


MOST_TOLD = 5


class Raised(NamedTuple):
    """A rule that was met, with the flag that says so."""

    rule: Rule
    flag: RedFlag


def raised(policy: Policy, grounds: Grounds) -> tuple[Raised, ...]:
    """The red flags, gravest first, without those that another one supersedes. Of equally grave ones those that ask for
    the most diligence come first: whoever reads only two lines is to read of the politically exposed person."""
    met = [
        (rule, found)
        for rule in rules_for(policy, grounds.record.opening)
        if (found := match(rule.condition, grounds, policy.lists)) is not None
    ]
    superseded = {name for rule, _ in met for name in rule.supersedes}
    flags = [Raised(rule, _flag(rule, found)) for rule, found in met if rule.id not in superseded]
    return tuple(sorted(flags, key=_place))


def due_diligence(flags: tuple[Raised, ...]) -> DueDiligence:
    """The most that a flag asks for."""
    return max((item.flag.due_diligence for item in flags), key=DUE_DILIGENCE.index, default="standard")


def _told(found: Match) -> list[str]:
    """In sentences what no finding says: whom or what the flag is about."""
    told = sorted(found.told)
    more = [f"And {len(told) - MOST_TOLD} more."] if len(told) > MOST_TOLD else []
    return [*(f"{words}." for words in told[:MOST_TOLD]), *more]


def _place(raised: Raised) -> tuple[int, int, str]:
    flag = raised.flag
    return -gravity(flag.severity), -DUE_DILIGENCE.index(flag.due_diligence), flag.rule_id


def _flag(rule: Rule, found: Match) -> RedFlag:
    return RedFlag(
        rule_id=rule.id,
        title=rule.title,
        severity=rule.severity,
        dimension=rule.dimension,
        legal_basis=rule.legal_basis,
        explanation=" ".join((*_told(found), rule.explanation)),
        cites=tuple(sorted(found.cites)),
        facts=tuple(sorted(found.facts)),
        evidence=tuple(sorted(found.evidence)),
        due_diligence=rule.effect.due_diligence,
    )
