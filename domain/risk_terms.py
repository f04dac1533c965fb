"""What adds to the risk of a case: what every case has, its red flags, and what was found beside them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.countries import EEA_COUNTRIES
from domain.grounds import Grounds, Match, of_classification
from domain.red_flags import Raised
from schemas.investigation import DimensionName, Discrepancy, Finding
from schemas.policy import NEVER_WEIGHING, Policy
from schemas.sources import FactName

CATEGORY_DIMENSIONS: dict[str, DimensionName] = {
    "activity_mismatch": "product",
    "website_missing": "product",
    "website_refused": "product",
    "website_error": "product",
    "website_no_name": "product",
    "website_no_legal_page": "product",
    "website_parked": "product",
    "discrepancy_activity_code": "product",
}
"""Which risk a finding or discrepancy speaks of when no rule says so: the customer's, if it is not named here."""


class Addend(NamedTuple):
    """What one thing adds to one dimension, in hundredths of it."""

    name: str
    dimension: DimensionName | None
    """None of what lifts the whole score."""
    hundredths: int
    explanation: str
    cites: tuple[str, ...] = ()
    facts: tuple[FactName, ...] = ()
    evidence: tuple[str, ...] = ()


def addends(policy: Policy, grounds: Grounds, flags: Sequence[Raised]) -> tuple[Addend, ...]:
    """Everything that adds. What a red flag with points of its own cites adds nothing beside it in its dimension."""
    scored = [raised for raised in flags if raised.rule.points is not None]
    taken = {(cited, raised.rule.dimension) for raised in scored for cited in raised.flag.cites}
    found = (
        *(_finding(policy, item) for item in grounds.findings),
        *(_discrepancy(policy, item) for item in grounds.discrepancies),
    )
    return (
        *_base(policy, grounds),
        *(_flag(raised) for raised in scored),
        *(item for item in found if not any((cited, item.dimension) in taken for cited in item.cites)),
    )


def of_flag(raised: Raised, name: str, hundredths: int, explanation: str) -> Addend:
    """An addend that rests on what a red flag rests on."""
    flag = raised.flag
    return Addend(name, flag.dimension, hundredths, explanation, flag.cites, flag.facts, flag.evidence)


def in_hundredths(points: float) -> int:
    return round(points * 100)


def _flag(raised: Raised) -> Addend:
    rule = raised.rule
    return of_flag(raised, rule.id, in_hundredths(rule.points or 0), f"{rule.title}. {raised.flag.explanation}")


def _finding(policy: Policy, finding: Finding) -> Addend:
    points = 0.0 if finding.category in NEVER_WEIGHING else policy.severity_points.of(finding.severity)
    return Addend(
        finding.category,
        CATEGORY_DIMENSIONS.get(finding.category, "customer"),
        in_hundredths(points),
        finding.description,
        (finding.finding_id,),
        (finding.fact,) if finding.fact else (),
        (finding.evidence_hash,) if finding.evidence_hash else (),
    )


def _discrepancy(policy: Policy, discrepancy: Discrepancy) -> Addend:
    name = f"discrepancy_{discrepancy.field}"
    return Addend(
        name,
        CATEGORY_DIMENSIONS.get(name, "customer"),
        in_hundredths(policy.severity_points.of(discrepancy.severity)),
        discrepancy.description,
        (discrepancy.discrepancy_id,),
        (discrepancy.field,),
        tuple(sorted({side.evidence_hash for side in discrepancy.sides if side.evidence_hash})),
    )


def _base(policy: Policy, grounds: Grounds) -> Iterator[Addend]:
    yield Addend(
        "remote_onboarding",
        "delivery_channel",
        in_hundredths(policy.base.remote_onboarding),
        "The customer is onboarded remotely, without a meeting in person.",
    )
    yield _merchant_category(policy, grounds)
    country = grounds.record.opening.company.country
    if points := policy.base.countries.get(country):
        named = EEA_COUNTRIES.get(country, country)
        text = f"The company is registered in {named}, to which the policy gives points."
        yield Addend("country", "geographic", in_hundredths(points), text, facts=("country",))
    yield from _volume(policy, grounds)


def _merchant_category(policy: Policy, grounds: Grounds) -> Addend:
    classified = grounds.record.mcc_classification
    code = classified.primary_recommendation if classified else None
    if classified is None:
        points, text = policy.base.mcc_tiers.unknown, "The business has not been classified."
    elif code is None and not classified.risk_flags:
        points, text = policy.base.mcc_tiers.unknown, "Too little is known of the business to classify it."
    else:
        named = f"{code.mcc_code} ({code.description})" if code else "not known"
        points = policy.base.mcc_tiers.of(classified.risk_tier)
        text = f"The merchant category is {named}, of {classified.risk_tier} risk."
    rests_on = of_classification(classified) if classified else Match()
    return Addend(
        "merchant_category",
        "product",
        in_hundredths(points),
        text,
        facts=tuple(sorted(rests_on.facts)),
        evidence=tuple(sorted(rests_on.evidence)),
    )


def _volume(policy: Policy, grounds: Grounds) -> Iterator[Addend]:
    scale = policy.base.monthly_volume
    if not any(question.id == scale.question for question in grounds.record.opening.template.questions):
        return
    answer = grounds.answers.get(scale.question)
    if isinstance(answer, str) and answer in scale.points:
        points, text = scale.points[answer], f"The customer expects a monthly volume of “{answer}”."
    else:
        points, text = scale.unanswered, "It is not known which monthly volume the customer expects."
    yield Addend("monthly_volume", "transaction", in_hundredths(points), text)
