"""What the gateway can be asked, as a table: each operation once, with its handler and everything a caller must know.

The routes and the OpenAPI document are both made from it, so that neither can say what the other does not.
A new endpoint is one schema, one function and one `Operation`.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from re import findall
from typing import Annotated, Any, Literal

from pydantic import Field, JsonValue
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gateway.integration.refusals import integration_status, is_integration_path
from gateway.problems import STATUS
from gateway.requests import MAX_KEY_LENGTH
from schemas.errors import ErrorCode
from schemas.integration_keys import Scope

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
Handler = Callable[[Request], Awaitable[Response]]

JSON = "application/json"
MULTIPART = "multipart/form-data"


@dataclass(frozen=True)
class Tag:
    """A group of operations that belong together in the documentation."""

    name: str
    description: str


@dataclass(frozen=True)
class Parameter:
    """What an operation takes beside its body. `type` is any type that pydantic can describe."""

    name: str
    where: Literal["path", "query", "header"]
    type: Any
    description: str
    required: bool = False
    example: JsonValue = None


@dataclass(frozen=True)
class Body:
    """What an operation is sent. Examples are as they travel, each under the words that say what it shows."""

    type: Any
    examples: Mapping[str, JsonValue] = field(default_factory=dict)
    media_type: str = JSON
    required: bool = True
    """False where no body at all is as good as an empty one."""


@dataclass(frozen=True)
class Answer:
    """One way in which an operation succeeds (or, with a status of its own, says that it is not ready)."""

    type: Any
    """Any type that pydantic can describe; None if the answer is bytes, or nothing at all with status 204."""
    description: str
    status: int = 200
    examples: Mapping[str, JsonValue] = field(default_factory=dict)
    media_type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    """What the headers of this answer mean, by their names."""


@dataclass(frozen=True)
class Operation:
    """One method of one path."""

    method: Method
    path: str
    handler: Handler
    """Its name is the operation's id in the OpenAPI document."""
    summary: str
    tag: Tag
    answers: tuple[Answer, ...]
    """How it succeeds, the usual way first: `202` stands beside `200` where a command may only be recorded."""
    body: Body | None = None
    parameters: tuple[Parameter, ...] = ()
    problems: tuple[ErrorCode, ...] = ()
    """The codes that are its own; those that every operation of its kind has are added by `problem_codes`."""
    security: Literal["officer", "portal", "integration", "none"] = "officer"
    """Who may ask: whoever has an officer's key, the portal token in the path, a system's key, or anyone."""
    scope: Scope | None = None
    """What a system's key must be allowed; None if any will do."""
    description: str = ""

    @property
    def operation_id(self) -> str:
        return str(getattr(self.handler, "__name__", self.path))


CASE_ID = Parameter(
    "id",
    "path",
    Annotated[str, Field(pattern=r"^(case|wf)_[0-9a-f]{12}$")],
    "The case, by its case id (`case_…`) or by the id of its workflow (`wf_…`).",
    required=True,
    example="case_a1b2c3d4e5f6",
)
CASE_PARAMETERS = frozenset({"id", "caseId"})
"""What a case is called in the paths of officers, and of other systems."""
IDEMPOTENCY_KEY = Parameter(
    "Idempotency-Key",
    "header",
    Annotated[str, Field(min_length=1, max_length=MAX_KEY_LENGTH)],
    "Chosen by the sender. The same request under the same key takes effect once and is answered "
    "as the first time; another body under the same key is refused.",
    example="9f0c2e1a-approve",
)

_OF_OFFICERS: tuple[ErrorCode, ...] = (
    "credential_missing",
    "credential_invalid",
    "role_not_allowed",
    "store_unavailable",
)
_OF_SYSTEMS: tuple[ErrorCode, ...] = (
    "credential_missing",
    "credential_invalid",
    "rate_limited",
    "store_unavailable",
)
_OF_CUSTOMERS: tuple[ErrorCode, ...] = ("portal_not_found", "portal_expired", "store_unavailable")
_OF_JSON_BODIES: tuple[ErrorCode, ...] = ("invalid_json", "invalid_body", "body_too_large")


def problem_codes(operation: Operation) -> tuple[ErrorCode, ...]:
    """Every code this operation may be refused with: its own, and those that all operations of its kind have."""
    codes: list[ErrorCode] = []
    if operation.security == "officer":
        codes += _OF_OFFICERS
    if operation.security == "integration":
        codes += _OF_SYSTEMS
    if operation.scope:
        codes.append("scope_missing")
    if operation.security == "portal":
        codes += _OF_CUSTOMERS
    if operation.body and operation.body.media_type == JSON:
        codes += _OF_JSON_BODIES
    if any(parameter.name in CASE_PARAMETERS for parameter in operation.parameters):
        codes.append("case_not_found")
    if any(parameter.where == "path" for parameter in operation.parameters):
        codes.append("not_found")
    if any(parameter.where != "path" for parameter in operation.parameters):
        codes.append("invalid_parameter")
    return tuple(dict.fromkeys((*codes, *operation.problems, "internal_error")))


def is_integration(operation: Operation) -> bool:
    """Whether its refusals come in the envelope of the integration API."""
    return is_integration_path(operation.path)


def refused_with(operation: Operation, code: ErrorCode) -> int:
    """The HTTP status with which this operation is refused for this reason."""
    return integration_status(code) if is_integration(operation) else STATUS[code]


def routes(operations: Iterable[Operation]) -> list[Route]:
    """One route for each path, so that a refused method is told all the methods that the path has."""
    by_path: dict[str, dict[str, Handler]] = {}
    for operation in operations:
        _check_path(operation)
        handlers = by_path.setdefault(operation.path, {})
        if operation.method in handlers:
            raise ValueError(f"{operation.method} {operation.path} is in the table twice")
        handlers[operation.method] = operation.handler
    return [Route(path, _by_method(handlers), methods=[*handlers]) for path, handlers in by_path.items()]


def _by_method(handlers: Mapping[str, Handler]) -> Handler:
    async def answer(request: Request) -> Response:
        return await handlers["GET" if request.method == "HEAD" else request.method](request)

    return answer


def _check_path(operation: Operation) -> None:
    named = set(findall(r"{(\w+)}", operation.path))
    described = {parameter.name for parameter in operation.parameters if parameter.where == "path"}
    if named != described:
        raise ValueError(f"{operation.method} {operation.path}: describe its path parameters, and no others")
