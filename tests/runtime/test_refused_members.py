"""A refusal names what its reader wrote, and not the shapes that pydantic tried."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, JsonValue, ValidationError

from runtime.policy_faults import faults_of
from runtime.refused_members import member_of


class _Circle(BaseModel):
    type: Literal["circle"]
    radius: int | float


class _Square(BaseModel):
    type: Literal["square"]
    side: int


class _Drawing(BaseModel):
    shapes: list[Annotated[_Circle | _Square, Field(discriminator="type")]] = []
    corner: tuple[int, int] = (0, 0)
    named: dict[Annotated[str, Field(max_length=3)], int] = {}


def refused(given: JsonValue) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        _Drawing.model_validate(given)
    return caught.value


@pytest.mark.parametrize(
    ("given", "member"),
    [
        ({"shapes": [{"type": "square", "side": "x"}]}, ("shapes", 0, "side")),
        ({"shapes": [{"type": "circle", "radius": "x"}]}, ("shapes", 0, "radius")),
        ({"shapes": [{"type": "square"}]}, ("shapes", 0, "side")),
        ({"shapes": [{"type": "star"}]}, ("shapes", 0)),
        ({"corner": [1]}, ("corner", 1)),
        ({"named": {"long name": 1}}, ("named", "long name")),
        ([], ()),
    ],
)
def test_the_member_that_was_sent_is_named(given: JsonValue, member: tuple[str | int, ...]) -> None:
    error = refused(given)
    assert member_of(error.errors()[0], given) == member
    assert faults_of(error, given).startswith(".".join(map(str, member)))
