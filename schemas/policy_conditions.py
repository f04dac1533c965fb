"""What a red-flag rule may ask of a case. Each condition has a `type`, and only members that it knows.

Conditions nest two deep and no deeper: `all_of` may hold `any_of`, and neither holds its own kind. A rule that needs
more is two rules.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from schemas.frozen import Frozen
from schemas.investigation import DiscrepancyType, Severity
from schemas.mcc import RiskTier
from schemas.sources import FactName, SourceName

MOST_VALUES = 300
MOST_CONDITIONS = 20

RuleName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,63}$")]
ShortText = Annotated[str, Field(min_length=1, max_length=300)]
Number = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]


class Exact(Frozen):
    """A value in which an unknown member is refused: a typing error must not look like a rule."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Comparison(Exact):
    """One way to look at a value, and only one."""

    one_of: Annotated[tuple[bool | int | ShortText, ...], Field(max_length=MOST_VALUES)] = ()
    """Texts are compared without regard to capitals."""
    in_list: RuleName | None = None
    """The name of one of the policy's lists."""
    contains: ShortText | None = None
    below: Number | None = None
    at_least: Number | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Comparison":
        said = [self.in_list, self.contains, self.below, self.at_least]
        if bool(self.one_of) + sum(member is not None for member in said) != 1:
            raise ValueError("expected exactly one of one_of, in_list, contains, below and at_least")
        return self


class FindingCategory(Exact):
    """A finding of one of these categories."""

    type: Literal["finding_category"]
    one_of: Annotated[tuple[RuleName, ...], Field(min_length=1, max_length=MOST_VALUES)]
    at_least: Severity = "info"


class FindingSource(Exact):
    """A finding from one of these sources."""

    type: Literal["finding_source"]
    one_of: Annotated[tuple[SourceName, ...], Field(min_length=1, max_length=MOST_VALUES)]
    at_least: Severity = "low"


class SeverityReached(Exact):
    """So many findings and open discrepancies of this severity or a graver one."""

    type: Literal["severity_gte"]
    severity: Severity
    count: Annotated[int, Field(ge=1, le=100)] = 1


class OpenDiscrepancy(Exact):
    """A discrepancy that nobody has settled; of any type and fact unless they are named."""

    type: Literal["discrepancy"]
    types: Annotated[tuple[DiscrepancyType, ...], Field(max_length=MOST_VALUES)] = ()
    fields: Annotated[tuple[FactName, ...], Field(max_length=MOST_VALUES)] = ()
    at_least: Severity = "info"


class SourceMissing(Exact):
    """A source that has said nothing yet: it was not asked, is not configured, or could not be reached."""

    type: Literal["source_missing"]
    one_of: Annotated[tuple[SourceName, ...], Field(min_length=1, max_length=MOST_VALUES)]


class DocumentMissing(Exact):
    """A document that is to be given: a required one that is not there, or one that cannot be read, is of another kind,
    too old, undated or expired; any one unless some are named."""

    type: Literal["document_missing"]
    one_of: Annotated[tuple[RuleName, ...], Field(max_length=MOST_VALUES)] = ()


class FactHasValue(Comparison):
    """What is stated of a fact: the value to go by, or any one of a fact that may have several."""

    type: Literal["fact_value"]
    fact: FactName


class FactHasDetail(Comparison):
    """What belongs to a fact, such as the `country` of an `owner`."""

    type: Literal["fact_detail"]
    fact: FactName
    detail: ShortText


class CompanyYoungerThan(Exact):
    """Founded less than so many months before the investigation. A date of which only the year is known counts from its
    first day, so that only what is certain is held against a company."""

    type: Literal["company_younger_than"]
    months: Annotated[int, Field(ge=1, le=1200)]


class MccTier(Exact):
    type: Literal["mcc_tier"]
    one_of: Annotated[tuple[RiskTier, ...], Field(min_length=1, max_length=3)]


class MccFlag(Exact):
    type: Literal["mcc_flag"]
    one_of: Annotated[tuple[ShortText, ...], Field(min_length=1, max_length=MOST_VALUES)]


class AnswerHasValue(Comparison):
    """What the customer answered to a question of the template; of several chosen options, any one."""

    type: Literal["answer_value"]
    question: RuleName


SIMPLE = (
    FindingCategory
    | FindingSource
    | SeverityReached
    | OpenDiscrepancy
    | SourceMissing
    | DocumentMissing
    | FactHasValue
    | FactHasDetail
    | CompanyYoungerThan
    | MccTier
    | MccFlag
    | AnswerHasValue
)
Simple = Annotated[SIMPLE, Field(discriminator="type")]


class AnyOf(Exact):
    """One of these at least; what each of them that holds rests on is cited."""

    type: Literal["any_of"]
    conditions: Annotated[tuple[Simple, ...], Field(min_length=1, max_length=MOST_CONDITIONS)]


class AllOf(Exact):
    """All of these together."""

    type: Literal["all_of"]
    conditions: Annotated[
        tuple[Annotated[SIMPLE | AnyOf, Field(discriminator="type")], ...],
        Field(min_length=1, max_length=MOST_CONDITIONS),
    ]


Condition = Annotated[SIMPLE | AnyOf | AllOf, Field(discriminator="type")]


def simple_conditions(condition: Condition) -> tuple[Simple, ...]:
    """All conditions that are not made of others."""
    if isinstance(condition, AnyOf | AllOf):
        return tuple(inner for part in condition.conditions for inner in simple_conditions(part))
    return (condition,)
