"""The words for a risk score, and from which score on each holds. A policy sets them; a result keeps those it had."""

from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from schemas.frozen import Frozen

BandName = Literal["CRITICAL", "HIGH", "MEDIUM", "LOW", "CLEAR"]


def _in_hundredths(amount: float) -> float:
    if abs(amount * 100 - round(amount * 100)) > 1e-6:
        raise ValueError("expected no more than two digits after the point")
    return round(amount, 2)


Points = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), AfterValidator(_in_hundredths)]
"""Of a dimension or of the whole score, 0 to 1 in steps of 0.01."""


class Bands(Frozen):
    """From which score on a case has which name. Below `low` it is CLEAR."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    critical: Points = 0.9
    high: Points = 0.7
    medium: Points = 0.4
    low: Points = 0.2

    @model_validator(mode="after")
    def _each_begins_above_the_next(self) -> "Bands":
        if not self.critical > self.high > self.medium > self.low > 0:
            raise ValueError("expected critical > high > medium > low > 0")
        return self
