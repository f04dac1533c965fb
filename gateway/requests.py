"""Reading what a request carries: JSON bodies, list parameters and the case its path names. Refusals name the field."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from domain.identity import case_id_of
from gateway.problems import ApiError
from gateway.services import services
from runtime.api_keys import Principal

Model = TypeVar("Model", bound=BaseModel)
MAX_KEY_LENGTH = 255


async def read_json(request: Request, model: type[Model]) -> Model:
    """The body as a model. 400 if it is not JSON, 422 naming the member if it does not fit."""
    body = await request.body()
    if b"\\u0000" in body or b"\0" in body:
        raise ApiError("invalid_body", "the body contains the NUL character; send text without control characters")
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise validation_error(error) from error


def validation_error(error: ValidationError) -> ApiError:
    """What pydantic found first, as a refusal that names the member."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return ApiError("invalid_json", f"the body is not JSON ({first['msg']}); send a JSON object")
    field = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    if not field and ": " in message:
        field, message = message.split(": ", 1)
    return ApiError("invalid_body", f"{field or 'body'}: {message}", field or None)


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
