"""Reading what a request carries: JSON bodies, list parameters and the case its path names. Refusals name the field."""

import re
from typing import TypeVar

from pydantic import BaseModel, JsonValue, ValidationError
from pydantic_core import from_json
from starlette.requests import Request

from domain.identity import case_id_of
from domain.storable import unstorable_member
from gateway.problems import ApiError
from gateway.services import services
from runtime.api_keys import Principal
from runtime.refused_members import member_of

Model = TypeVar("Model", bound=BaseModel)
MAX_KEY_LENGTH = 255
_NAMED_MEMBER = re.compile(r"([a-z_][a-z0-9_.]*): ")
"""How a message of our own begins that names a member, below the one at which the rule stands."""
_ETAG = re.compile(r'(?:W/)?"(\d{1,9})"')


async def read_json(request: Request, model: type[Model]) -> Model:
    """The body as a model. 400 if it is not JSON, 422 naming the member if it does not fit or cannot be kept."""
    body = await request.body()
    try:
        given: JsonValue = from_json(body, allow_inf_nan=False)
    except ValueError as error:
        raise ApiError("invalid_json", f"the body is not JSON ({error}); send a JSON object") from error
    fault = unstorable_member(given)
    if fault is not None:
        field = ".".join(fault)
        raise ApiError(
            "invalid_body",
            f"{field or 'body'}: the character U+0000 and infinite numbers cannot be stored; send it without",
            field or None,
        )
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise _misfit(error, given) from error


async def read_optional_json(request: Request, model: type[Model]) -> Model:
    """The body as a model, where no body at all is an empty one."""
    return await read_json(request, model) if await request.body() else model()


def seen_version(request: Request, in_body: int | None) -> int | None:
    """The version of the case that the sender has seen: `seen_version` of the body, or If-Match with the ETag of a
    read. None if neither is there, or for `If-Match: *`."""
    header = request.headers.get("if-match", "*").strip()
    if header == "*":
        return in_body
    match = _ETAG.fullmatch(header)
    if match is None:
        raise ApiError("invalid_parameter", 'If-Match: expected the ETag of one read of the case, as "7"', "If-Match")
    if in_body is not None and in_body != int(match[1]):
        raise ApiError("invalid_parameter", "If-Match: it names another version than seen_version does", "If-Match")
    return int(match[1])


def whole_number(request: Request, name: str, default: int, most: int) -> int:
    """A query parameter that is a whole number from 1 to `most`."""
    text = request.query_params.get(name, str(default))
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:12]) <= most:
        raise ApiError("invalid_parameter", f"{name}: expected a whole number from 1 to {most}", name)
    return int(text)


def idempotency_key(request: Request) -> str | None:
    """The Idempotency-Key header, or None."""
    key = request.headers.get("idempotency-key")
    if key is None:
        return None
    if not key.strip() or len(key) > MAX_KEY_LENGTH:
        raise ApiError(
            "invalid_parameter", f"Idempotency-Key: expected 1 to {MAX_KEY_LENGTH} characters", "Idempotency-Key"
        )
    return key


async def case_of(request: Request, principal: Principal) -> str:
    """The id of the case that the path names by case id or workflow id. 404 also for another organisation's case."""
    named = request.path_params["id"]
    case_id = case_id_of(named)
    owner = await services(request).records.organisation_of(case_id) if case_id else None
    if case_id is None or owner != principal.organisation:
        raise ApiError("case_not_found", f"there is no case {named!r}; GET /api/cases lists yours")
    return case_id


def _misfit(error: ValidationError, given: JsonValue) -> ApiError:
    """What pydantic found first, as a refusal that names the member."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    path, message = member_of(first, given), first["msg"].removeprefix("Value error, ")
    field = ".".join(map(str, path))
    if first["type"] == "value_error" and (named := _NAMED_MEMBER.match(message)):
        field, message = ".".join(part for part in (field, named[1]) if part), message[named.end() :]
    return ApiError("invalid_body", f"{field or 'body'}: {message}", field or None)
