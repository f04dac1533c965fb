"""A policy: by which rules, points and weights the risk of a case is scored. It is data, to be tried before it is used.

Every amount is a multiple of 0.01. So each term of a score is exact, and terms add up to their score to the last digit.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from schemas.bands import Bands, Points
from schemas.investigation import DimensionName, DueDiligence, Severity
from schemas.mcc import RiskTier
from schemas.policy_conditions import (
    Comparison,
    Condition,
    Exact,
    FindingCategory,
    RuleName,
    ShortText,
    SourceMissing,
    simple_conditions,
)

UNAVAILABLE = "source_unavailable"
"""The category of findings that say nothing about the company. They never weigh: unavailable is not invalid."""
DISMISSED = "screening_dismissed"
"""The category of matches of which an officer has said that they mean somebody else."""
NEVER_WEIGHING = frozenset({UNAVAILABLE, DISMISSED})
"""Whatever severity a policy gives points to, these have none."""

MOST_RULES = 300
DIMENSIONS: tuple[DimensionName, ...] = get_args(DimensionName)

LongText = Annotated[str, Field(min_length=1, max_length=2000)]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class DimensionScale(Exact):
    """How much one of the five dimensions counts."""

    weight: Points
    in_floor: bool = True
    """Whether this dimension alone can lift the whole score. Not what is the same for every case."""


class SeverityPoints(Exact):
    """What a finding or discrepancy adds to its dimension when no rule gives it points of its own."""

    info: Points = 0.0
    low: Points
    medium: Points
    high: Points
    critical: Points

    @model_validator(mode="after")
    def _the_graver_the_more(self) -> "SeverityPoints":
        if not self.info <= self.low <= self.medium <= self.high <= self.critical:
            raise ValueError("expected info <= low <= medium <= high <= critical")
        return self

    def of(self, severity: Severity) -> float:
        points: float = getattr(self, severity)
        return points


class MccPoints(Exact):
    """What the tier of the merchant category adds to the product dimension."""

    low: Points
    medium: Points
    high: Points
    unknown: Points
    """Nobody has classified the business yet. Unknown is not low."""

    def of(self, tier: RiskTier | None) -> float:
        points: float = getattr(self, tier or "unknown")
        return points


class VolumePoints(Exact):
    """What the expected volume adds to the transaction dimension, by the option that the customer chose."""

    question: RuleName
    points: Annotated[dict[ShortText, Points], Field(max_length=50)]
    unanswered: Points
    """Where the template has the question and the customer has not answered it, or not with an option listed here."""


class BaseTerms(Exact):
    """What every case has, whatever is found."""

    remote_onboarding: Points
    """In the delivery channel: the customer is not met in person."""
    mcc_tiers: MccPoints
    monthly_volume: VolumePoints
    countries: Annotated[dict[CountryCode, Points], Field(max_length=300, default_factory=dict)]
    """In the geographic dimension, by the company's country; a country that is not named adds nothing."""


class NamedList(Exact):
    """Values that rules look up, such as the countries of a regulation, with where they come from."""

    title: ShortText
    source: ShortText
    as_of: date
    note: Annotated[str, Field(max_length=2000)] = ""
    values: Annotated[tuple[ShortText, ...], Field(max_length=1000)]


class Scope(Exact):
    """Which cases something applies to; all unless countries or templates are named."""

    countries: Annotated[tuple[CountryCode, ...], Field(max_length=300)] = ()
    templates: Annotated[tuple[RuleName, ...], Field(max_length=100)] = ()

    def covers(self, country: str, template_id: str) -> bool:
        return (not self.countries or country in self.countries) and (
            not self.templates or template_id in self.templates
        )


class Effect(Exact):
    """What a red flag does beside adding points."""

    due_diligence: DueDiligence = "standard"
    minimum_score: Points | None = None
    """The whole score is at least this."""
    minimum_dimension_score: Points | None = None
    """The score of the rule's dimension is at least this."""
    recommend: Literal["follow_up", "escalate"] | None = None


class Rule(Exact):
    """One red flag: when it is raised, what it means, and on what legal ground."""

    id: RuleName
    title: ShortText
    applies_to: Scope = Scope()
    """Within what its rule set applies to."""
    condition: Condition
    severity: Severity
    dimension: DimensionName
    points: Points | None = None
    """What it adds to its dimension, in place of what the findings and discrepancies that it cites would add. Without
    points they weigh as if there were no rule."""
    effect: Effect = Effect()
    supersedes: Annotated[tuple[RuleName, ...], Field(max_length=MOST_RULES)] = ()
    """Rules that are not raised beside this one."""
    legal_basis: LongText
    explanation: LongText
    """For officers: what it means and what to do."""

    @model_validator(mode="after")
    def _what_says_nothing_does_not_weigh(self) -> "Rule":
        weighs = bool(self.points or self.effect.minimum_score or self.effect.minimum_dimension_score)
        if (weighs or self.severity != "info") and any(map(_rests_on_nothing, simple_conditions(self.condition))):
            raise ValueError(
                "condition: a source that could not be checked says nothing about the company, and a match that was "
                "dismissed is about somebody else; a rule that rests on this has severity info, no points and no "
                "minimum score"
            )
        return self


class RuleSet(Exact):
    """Rules that belong together, and the cases they are for."""

    id: RuleName
    title: ShortText
    applies_to: Scope = Scope()
    rules: Annotated[tuple[Rule, ...], Field(max_length=MOST_RULES)]


class Policy(Exact):
    """Everything that turns what was found into a score, red flags and a recommendation."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,63}$")]
    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,31}$")]
    valid_from: date
    bands: Bands = Bands()
    dimensions: dict[DimensionName, DimensionScale]
    floor_factor: Points
    """The whole score is at least this share of the worst dimension, so that no average hides it."""
    severity_points: SeverityPoints
    base: BaseTerms
    lists: Annotated[dict[RuleName, NamedList], Field(max_length=50, default_factory=dict)]
    rule_sets: Annotated[tuple[RuleSet, ...], Field(max_length=20)]

    @property
    def rules(self) -> Iterator[Rule]:
        return (rule for rules in self.rule_sets for rule in rules.rules)

    @model_validator(mode="after")
    def _weights_are_whole(self) -> "Policy":
        absent = [name for name in DIMENSIONS if name not in self.dimensions]
        if absent:
            raise ValueError(f"dimensions: expected all five; {', '.join(absent)} is not there")
        if round(sum(scale.weight for scale in self.dimensions.values()), 2) != 1:
            total = sum(scale.weight for scale in self.dimensions.values())
            raise ValueError(f"dimensions: expected weights that add up to 1; these add up to {total:.2f}")
        return self

    @model_validator(mode="after")
    def _names_lead_somewhere(self) -> "Policy":
        for what, names in (
            ("rule sets", (rules.id for rules in self.rule_sets)),
            ("rules", (rule.id for rule in self.rules)),
        ):
            twice = [name for name, count in Counter(names).items() if count > 1]
            if twice:
                raise ValueError(f"rule_sets: there are two {what} {twice[0]!r}; rename one")
        last_words = {rule.id for rule in self.rules if rule.supersedes}
        known = {rule.id for rule in self.rules} - last_words
        for rule in self.rules:
            for superseded in rule.supersedes:
                if superseded not in known:
                    raise ValueError(
                        f"rule_sets: rule {rule.id!r} supersedes {superseded!r}, which is no rule, or supersedes "
                        "others itself"
                    )
            for part in simple_conditions(rule.condition):
                if isinstance(part, Comparison) and part.in_list is not None and part.in_list not in self.lists:
                    raise ValueError(f"lists: rule {rule.id!r} looks into {part.in_list!r}, which is not there")
        return self


def _rests_on_nothing(condition: object) -> bool:
    return isinstance(condition, SourceMissing) or (
        isinstance(condition, FindingCategory) and not NEVER_WEIGHING.isdisjoint(condition.one_of)
    )
