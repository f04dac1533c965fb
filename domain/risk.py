"""The risk score in five dimensions (EBA/GL/2021/02), each term with its reason. A machine scores; a person decides.

Each dimension is the sum of its addends, 1 at most. The whole is the weighted sum of the dimensions, but never less
than a share of the worst one, nor than the minimum of a red flag. All amounts of a policy are hundredths, so the score
is reckoned in whole ten-thousandths, and its terms add up to it to the last digit.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from domain.grounds import Grounds, gravity
from domain.red_flags import Raised
from domain.risk_terms import Addend, addends, in_hundredths, of_flag
from schemas.bands import BandName, Bands
from schemas.investigation import (
    DimensionName,
    Discrepancy,
    Finding,
    InvestigationResult,
    RedFlag,
    RiskDimension,
    RiskTerm,
    Severity,
)
from schemas.policy import DIMENSIONS, Policy

ONE = 10_000
"""A score of 1, in the unit of reckoning."""

STANDARD_BANDS = Bands()

NO_ROOM = "It adds nothing: the dimension is already at its highest."


class Risk(NamedTuple):
    score: float
    terms: tuple[RiskTerm, ...]
    """Gravest first; their points add up to the score. Those of a dimension add up to its score times its weight; what
    lifts the whole has no dimension."""
    dimensions: tuple[RiskDimension, ...]


class _Term(NamedTuple):
    points: int
    """Of 10,000."""
    because: Addend


def band(score: float, bands: Bands = STANDARD_BANDS) -> BandName:
    """The word for a score in 0…1."""
    table: tuple[tuple[float, BandName], ...] = (
        (bands.critical, "CRITICAL"),
        (bands.high, "HIGH"),
        (bands.medium, "MEDIUM"),
        (bands.low, "LOW"),
    )
    return next((name for threshold, name in table if score >= threshold), "CLEAR")


def bands_of(result: InvestigationResult) -> Bands:
    """The bands of the policy that the result was computed by; of a result that kept none, the standard ones."""
    return result.bands or STANDARD_BANDS


def band_of(result: InvestigationResult) -> BandName:
    """The word for the score of a result, as its own policy has it."""
    return band(result.risk_score, bands_of(result))


def latest_band(results: Sequence[InvestigationResult]) -> BandName | None:
    """The word for the score that a case has now; None before its first investigation."""
    return band_of(results[-1]) if results else None


def two_digits(score: float) -> str:
    """A score as it is told, rounded half up whatever its binary form: 0.255 is 0.26, 0.285 is 0.29."""
    return str(Decimal(str(score)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def assess(policy: Policy, grounds: Grounds, flags: Sequence[Raised]) -> Risk:
    """The risk of a case by the policy. Neither the order of findings nor that of flags matters."""
    found = addends(policy, grounds, flags)
    given = {name: _within_one(_lifted(name, found, flags)) for name in DIMENSIONS}
    scores = {name: sum(item.hundredths for item in items) for name, items in given.items()}
    weights = {name: in_hundredths(policy.dimensions[name].weight) for name in DIMENSIONS}
    terms = [_Term(item.hundredths * weights[name], item) for name, items in given.items() for item in items]
    terms += _floor(policy, scores, terms)
    terms += _minimum(flags, _total(terms))
    terms.sort(key=lambda term: (-term.points, term.because.name, term.because.cites))
    return Risk(
        score=_total(terms) / ONE,
        terms=tuple(_written(term) for term in terms),
        dimensions=tuple(
            RiskDimension(name=name, score=scores[name] / 100, weight=weights[name] / 100) for name in DIMENSIONS
        ),
    )


UNSCREENED_RULE = "screening_not_made"
UNSCREENED = "The screening against sanctions and PEP lists was not made, or not in full."


def summary(
    company_name: str,
    named: BandName,
    score: float,
    findings: Sequence[Finding],
    discrepancies: Sequence[Discrepancy],
    flags: Sequence[RedFlag],
) -> str:
    """One to three sentences an officer would write."""
    told: list[tuple[Severity, str]] = [(item.severity, item.description) for item in findings]
    told += [(item.severity, item.description) for item in discrepancies]
    told += [(flag.severity, f"{flag.title}. {flag.explanation}") for flag in flags]
    grave = [(gravity(severity), text) for severity, text in told if severity in ("high", "critical")]
    gravest = max(grave, key=lambda pair: pair[0], default=None)
    counted = f"{_count(len(findings), 'finding')} and {_count(len(discrepancies), 'discrepancy')}"
    opening = f"{company_name}: {named} risk ({two_digits(score)}), {counted}."
    sentences = f"{opening} Gravest: {gravest[1]}" if gravest else f"{opening} Nothing grave was found."
    unscreened = any(flag.rule_id == UNSCREENED_RULE for flag in flags)
    return f"{sentences} {UNSCREENED}" if unscreened else sentences


def _lifted(name: DimensionName, found: Iterable[Addend], flags: Sequence[Raised]) -> list[Addend]:
    """What adds to this dimension, with one more if a flag asks for a higher score of it."""
    here = [item for item in found if item.dimension == name]
    minimums = [
        (least, raised.rule.id, raised)
        for raised in flags
        if raised.rule.dimension == name and (least := raised.rule.effect.minimum_dimension_score) is not None
    ]
    if not minimums:
        return here
    least, rule_id, raised = max(minimums, key=lambda item: item[:2])
    lacking = in_hundredths(least) - sum(item.hundredths for item in here)
    text = f"{raised.flag.title}: the {_words(name)} dimension is at least {least:.2f}."
    return [*here, of_flag(raised, f"minimum_{rule_id}", lacking, text)] if lacking > 0 else here


def _within_one(found: Iterable[Addend]) -> list[Addend]:
    """The addends of one dimension, gravest first; beyond 1 no more are given, and who gets none says so."""
    given: list[Addend] = []
    left = 100
    for item in sorted(found, key=lambda item: (-item.hundredths, item.name, item.cites)):
        if item.hundredths and not left:
            item = item._replace(explanation=f"{item.explanation} {NO_ROOM}")
        given.append(item._replace(hundredths=min(item.hundredths, left)))
        left -= given[-1].hundredths
    return given


def _floor(policy: Policy, scores: dict[DimensionName, int], terms: Sequence[_Term]) -> list[_Term]:
    """One term more if the share of the worst dimension is more than the weighted sum."""
    eligible = [name for name in DIMENSIONS if policy.dimensions[name].in_floor]
    name = max(eligible, key=lambda item: (scores[item], policy.dimensions[item].weight), default=None)
    if name is None:
        return []
    lacking = in_hundredths(policy.floor_factor) * scores[name] - _total(terms)
    behind = [term.because for term in terms if term.because.dimension == name and term.because.hundredths]
    text = (
        f"The score is at least {policy.floor_factor:.2f} of the worst dimension, {_words(name)} "
        f"({scores[name] / 100:.2f}), so that the others do not hide it."
    )
    because = Addend(
        "worst_dimension",
        None,
        0,
        text,
        tuple(sorted({cited for item in behind for cited in item.cites})),
        tuple(sorted({fact for item in behind for fact in item.facts})),
        tuple(sorted({digest for item in behind for digest in item.evidence})),
    )
    return [_Term(lacking, because)] if lacking > 0 else []


def _minimum(flags: Sequence[Raised], total: int) -> list[_Term]:
    """One term more if a flag asks for a higher score."""
    minimums = [
        (least, raised.rule.id, raised) for raised in flags if (least := raised.rule.effect.minimum_score) is not None
    ]
    if not minimums:
        return []
    least, rule_id, raised = max(minimums, key=lambda item: item[:2])
    lacking = in_hundredths(least) * 100 - total
    text = f"{raised.flag.title}: the score is at least {least:.2f}."
    because = of_flag(raised, f"minimum_{rule_id}", 0, text)._replace(dimension=None)
    return [_Term(lacking, because)] if lacking > 0 else []


def _total(terms: Iterable[_Term]) -> int:
    return sum(term.points for term in terms)


def _written(term: _Term) -> RiskTerm:
    because = term.because
    return RiskTerm(
        name=because.name,
        points=term.points / ONE,
        explanation=because.explanation,
        cites=because.cites,
        dimension=because.dimension,
        facts=because.facts,
        evidence=because.evidence,
    )


def _words(name: DimensionName) -> str:
    return name.replace("_", " ")


def _count(number: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number or 'no'} {noun if number == 1 else plural}"
