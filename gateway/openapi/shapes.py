"""The JSON schemas of everything that travels, written by pydantic from the types that the handlers themselves use."""

import ast
import inspect
import textwrap
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from gateway.openapi.model import JsonSchema
from gateway.operations import Operation
from schemas.integration_api import ErrorEnvelope
from schemas.problem import Problem

REFERENCE = "#/components/schemas/{model}"

Role = tuple[str, ...]
"""What a type is for: an operation's id, and which part of it."""
Mode = Literal["validation", "serialization"]


class Shapes(NamedTuple):
    by_role: dict[Role, JsonSchema]
    components: dict[str, JsonSchema]
    """The models that others refer to, by name."""


def shapes_of(operations: Iterable[Operation]) -> Shapes:
    """The schema of each body, parameter and answer, and those of refusals."""
    found, definitions = TypeAdapter.json_schemas(
        [(role, mode, TypeAdapter(type)) for role, mode, type in _types(operations)],
        ref_template=REFERENCE,
        schema_generator=_Writer,
    )
    return Shapes({role: schema for (role, _), schema in found.items()}, definitions.get("$defs", {}))


def body_role(operation: Operation) -> Role:
    return operation.operation_id, "body"


def parameter_role(operation: Operation, name: str) -> Role:
    return operation.operation_id, "parameter", name


def answer_role(operation: Operation, status: int) -> Role:
    return operation.operation_id, "answer", str(status)


PROBLEM: Role = ("problem",)
ENVELOPE: Role = ("envelope",)


def _types(operations: Iterable[Operation]) -> Iterator[tuple[Role, Mode, Any]]:
    # Refusals are written without their empty members: as a reader may find it, and not as the model could be written.
    yield PROBLEM, "validation", Problem
    yield ENVELOPE, "validation", ErrorEnvelope
    for operation in operations:
        if operation.body:
            yield body_role(operation), "validation", operation.body.type
        for parameter in operation.parameters:
            yield parameter_role(operation, parameter.name), "validation", parameter.type
        for answer in operation.answers:
            if answer.type is not None:
                yield answer_role(operation, answer.status), "serialization", answer.type


class _Writer(GenerateJsonSchema):
    """Describes a member by the docstring below it, and gives no member a title, which would only repeat its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        written = super().model_schema(schema)
        members = written.get("properties", {})
        for name, words in _member_docstrings(schema["cls"]).items():
            if name in members:
                members[name].setdefault("description", words)
        return written

    def field_is_required(self, field: Any, total: bool) -> bool:
        """An answer is written with all its members, those with a default too."""
        return self.mode == "serialization" or super().field_is_required(field, total)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Without a default in answers, which say everything, and without null, which is what an absent member is."""
        written = super().default_schema(schema)
        if self.mode == "serialization" or written.get("default", ...) is None:
            written.pop("default", None)
        return written


def _member_docstrings(model: type[Any]) -> dict[str, str]:
    """What stands below the members of a model and of those it is made from, as far as there is source to read."""
    words: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, BaseModel) and cls is not BaseModel:
            words |= dict(_docstrings_in(cls))
    return words


def _docstrings_in(cls: type[BaseModel]) -> Iterator[tuple[str, str]]:
    try:
        source = inspect.getsource(cls)
    except OSError:  # installed without source: the document then lacks these words, and nothing else
        return
    definition = ast.parse(textwrap.dedent(source)).body[0]
    assert isinstance(definition, ast.ClassDef)
    for member, below in pairwise(definition.body):
        match member, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, inspect.cleandoc(text).replace("\n", " ")
