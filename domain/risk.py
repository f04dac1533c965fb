"""The risk score: points for what was found, added up, each with its reason. A machine scores; a person decides."""

import hashlib
import json
from collections.abc import Sequence

from schemas.investigation import Discrepancy, Finding, RiskTerm, Severity

POINTS: dict[Severity, float] = {"info": 0.0, "low": 0.05, "medium": 0.15, "high": 0.3, "critical": 0.6}
REMOTE_ONBOARDING_POINTS = 0.05
"""Every portal case is opened without meeting the customer (EBA/GL/2021/02, delivery channel risk)."""

BANDS: tuple[tuple[float, str], ...] = (
    (0.9, "CRITICAL"),
    (0.7, "HIGH"),
    (0.4, "MEDIUM"),
    (0.2, "LOW"),
    (0.0, "CLEAR"),
)

RULE_SET_NAME = "baseline-1"


def rule_set() -> str:
    """Name and hash of the points and bands, stored with every score so that it can be recomputed."""
    tables = json.dumps([POINTS, REMOTE_ONBOARDING_POINTS, BANDS], sort_keys=True)
    return f"{RULE_SET_NAME}@sha256:{hashlib.sha256(tables.encode()).hexdigest()[:16]}"


def band(score: float) -> str:
    """The word for a score in 0…1."""
    return next(name for threshold, name in BANDS if score >= threshold)


def score(findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]) -> tuple[float, tuple[RiskTerm, ...]]:
    """The score in 0…1 and its terms, gravest first; their points add up to the score. Beyond 1 no more are given."""
    candidates = [
        RiskTerm(
            name="remote_onboarding",
            points=REMOTE_ONBOARDING_POINTS,
            explanation="The customer is onboarded remotely, without a meeting in person.",
        ),
        *(_term(item.finding_id, item.category, item.severity, item.description) for item in findings),
        *(
            _term(item.discrepancy_id, f"discrepancy_{item.field}", item.severity, item.description)
            for item in discrepancies
        ),
    ]
    terms: list[RiskTerm] = []
    total = 0.0
    for term in sorted(candidates, key=lambda item: (-item.points, item.name)):
        points = round(min(term.points, 1.0 - total), 4)
        total = round(total + points, 4)
        terms.append(term.model_copy(update={"points": points}))
    return total, tuple(terms)


def summary(company_name: str, total: float, findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]) -> str:
    """One or two sentences an officer would write."""
    grave: list[Finding | Discrepancy] = [
        item for group in (findings, discrepancies) for item in group if item.severity in ("high", "critical")
    ]
    counted = f"{_count(len(findings), 'finding')} and {_count(len(discrepancies), 'discrepancy')}"
    opening = f"{company_name}: {band(total)} risk ({total:.2f}), {counted}."
    return f"{opening} Gravest: {grave[0].description}" if grave else f"{opening} Nothing grave was found."


def _term(cited: str, name: str, severity: Severity, explanation: str) -> RiskTerm:
    return RiskTerm(name=name, points=POINTS[severity], explanation=explanation, cites=(cited,))


def _count(number: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number or 'no'} {noun if number == 1 else plural}"
