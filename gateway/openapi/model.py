"""The parts of an OpenAPI 3.1 document that are used here, so that writing it and reading it are type-checked.

https://spec.openapis.org/oas/v3.1.1. Every model is written by `model_dump_json(by_alias=True, exclude_none=True)`.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, JsonValue

from schemas.frozen import Frozen

JsonSchema = Mapping[str, JsonValue]


class Info(Frozen):
    title: str
    version: str
    summary: str
    description: str


class Server(Frozen):
    url: str
    description: str


class Tag(Frozen):
    name: str
    description: str


class Example(Frozen):
    summary: str
    value: JsonValue


class MediaType(Frozen):
    json_schema: JsonSchema | None = Field(default=None, alias="schema")
    examples: Mapping[str, Example] | None = None


class Header(Frozen):
    description: str
    required: Literal[True] = True
    json_schema: JsonSchema = Field(alias="schema")


class Reference(Frozen):
    ref: str = Field(alias="$ref")


class Parameter(Frozen):
    name: str
    where: Literal["path", "query", "header"] = Field(alias="in")
    description: str
    required: bool
    json_schema: JsonSchema = Field(alias="schema")
    example: JsonValue = None


class RequestBody(Frozen):
    required: bool
    content: Mapping[str, MediaType]


class Response(Frozen):
    description: str
    headers: Mapping[str, Header | Reference]
    content: Mapping[str, MediaType]


class Operation(Frozen):
    operation_id: str = Field(alias="operationId")
    summary: str
    description: str | None = None
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    request_body: RequestBody | None = Field(default=None, alias="requestBody")
    responses: Mapping[str, Response]
    security: tuple[Mapping[str, tuple[str, ...]], ...]


class SecurityScheme(Frozen):
    type: Literal["http"]
    scheme: Literal["bearer"]
    description: str


class Components(Frozen):
    schemas: Mapping[str, JsonSchema]
    headers: Mapping[str, Header]
    security_schemes: Mapping[str, SecurityScheme] = Field(alias="securitySchemes")


class Document(Frozen):
    openapi: Literal["3.1.0"]
    info: Info
    servers: tuple[Server, ...]
    tags: tuple[Tag, ...]
    paths: Mapping[str, Mapping[str, Operation]]
    """By path and lower-case method."""
    components: Components
