"""JSON schemas in words for people: `list of FollowUpTask`, `string, 1 to 255 characters`, `approve or reject`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import Field, JsonValue

from gateway.openapi.markup import Node, element, prose
from schemas.frozen import Frozen

REFERENCE = "#/components/schemas/"
MOST_NAMED = 14
"""Of a longer list of values only the first are named; the document has them all."""


class Shape(Frozen):
    """A JSON schema, as far as pydantic writes them."""

    ref: str | None = Field(default=None, alias="$ref")
    type: str | None = None
    format: str | None = None
    enum: tuple[JsonValue, ...] = ()
    const: JsonValue = None
    any_of: tuple["Shape", ...] = Field(default=(), alias="anyOf")
    items: "Shape | None" = None
    properties: Mapping[str, "Shape"] = {}
    additional: "Shape | bool | None" = Field(default=None, alias="additionalProperties")
    required: frozenset[str] = frozenset()
    description: str | None = None
    default: JsonValue = None
    min_length: int | None = Field(default=None, alias="minLength")
    max_length: int | None = Field(default=None, alias="maxLength")
    min_items: int | None = Field(default=None, alias="minItems")
    max_items: int | None = Field(default=None, alias="maxItems")
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None

    @property
    def model(self) -> str | None:
        """The name of the model that this refers to."""
        return self.ref.removeprefix(REFERENCE) if self.ref else None


class Member(NamedTuple):
    name: str
    shape: Shape
    required: bool


def members(shape: Shape) -> list[Member]:
    return [Member(name, member, name in shape.required) for name, member in shape.properties.items()]


def kind(shape: Shape) -> list[Node]:
    """What a value of this schema is, with links to the models that it names."""
    if shape.model:
        return [element("a", shape.model, href=f"#{anchor(shape.model)}")]
    if shape.const is not None:
        return [element("code", str(shape.const))]
    if shape.enum:
        named = [[element("code", str(value))] for value in shape.enum[:MOST_NAMED]]
        return [*_joined(named, ", "), *([" and others"] if len(shape.enum) > MOST_NAMED else [])]
    if shape.any_of:
        return _joined([kind(alternative) for alternative in shape.any_of], " or ")
    if shape.items:
        return [f"list{_limits(shape.min_items, shape.max_items)} of ", *kind(shape.items)]
    if isinstance(shape.additional, Shape):
        return ["object of ", *kind(shape.additional), " by name"]
    pattern: list[Node] = [" like ", element("code", shape.pattern)] if shape.pattern else []
    return [", ".join(_simple(shape)), *pattern]


def about(shape: Shape) -> list[Node]:
    """What is said of the value, and what it is when it is left out."""
    said = prose(shape.description or "")
    if shape.default not in (None, [], {}):
        said += [" " if said else "", "Default: ", element("code", _plain(shape.default)), "."]
    return said


def anchor(model: str) -> str:
    return f"schema-{model}"


def _simple(shape: Shape) -> Iterator[str]:
    yield {"null": "null", None: "any JSON"}.get(shape.type, f"{shape.type}")
    if shape.format:
        yield shape.format
    if shape.min_length or shape.max_length:
        yield f"{_range(shape.min_length, shape.max_length)} characters"
    if shape.minimum is not None or shape.maximum is not None:
        yield _range(shape.minimum, shape.maximum)


def _limits(least: int | None, most: int | None) -> str:
    return f" ({_range(least, most)})" if least or most else ""


def _range(least: float | None, most: float | None) -> str:
    if most is None:
        return f"at least {least:,.12g}"
    return f"at most {most:,.12g}" if least is None else f"{least:,.12g} to {most:,.12g}"


def _plain(value: JsonValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _joined(groups: Sequence[Sequence[Node]], between: str) -> list[Node]:
    joined: list[Node] = []
    for group in groups:
        joined += [between, *group] if joined else group
    return joined
