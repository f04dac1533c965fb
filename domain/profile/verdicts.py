"""How grave a difference between two sources is, and why."""

from collections.abc import Iterable
from typing import NamedTuple

from schemas.investigation import Severity

SEVERITY_ORDER: tuple[Severity, ...] = ("info", "low", "medium", "high", "critical")


class Verdict(NamedTuple):
    severity: Severity
    why: str


def least(verdicts: Iterable[Verdict | None]) -> Verdict | None:
    """The mildest, where any two of several values may be what was meant; None if two of them agree."""
    known = list(verdicts)
    if not known or None in known:
        return None
    return min((verdict for verdict in known if verdict), key=_gravity)


def gravest(verdicts: Iterable[Verdict]) -> Verdict:
    """The first of the gravest. There must be one."""
    return max(verdicts, key=_gravity)


def at_most(severity: Severity, verdict: Verdict) -> Verdict:
    return min(verdict, verdict._replace(severity=severity), key=_gravity)


def _gravity(verdict: Verdict) -> int:
    return SEVERITY_ORDER.index(verdict.severity)
