"""Query parameters as a model: described from it for the documentation, and read into it. Refusals name them."""

from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from starlette.datastructures import QueryParams
from starlette.requests import Request

from gateway.operations import Parameter
from gateway.problems import ApiError

Model = TypeVar("Model", bound=BaseModel)


def parameters_of(model: type[BaseModel]) -> tuple[Parameter, ...]:
    """The members of the model as parameters of an operation."""
    return tuple(
        Parameter(
            field.alias or name,
            "query",
            _type(model, name),
            field.description or "",
            example=(field.examples or [None])[0],
        )
        for name, field in model.model_fields.items()
    )


def read_query(request: Request, model: type[Model]) -> Model:
    """What is asked for. 422 naming the parameter that is unknown or does not fit, and what would."""
    return read_params(request.query_params, model)


def read_params(params: QueryParams, model: type[Model]) -> Model:
    """The same of parameters that come another way than in the address of the request."""
    given = {name: _given(model, name, params.getlist(name)) for name in params}
    try:
        return model.model_validate({name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise _misfit(model, error) from error


def parameter_refused(name: str, message: str) -> ApiError:
    return ApiError("invalid_parameter", f"{name}: {message}", name)


def _type(model: type[BaseModel], name: str) -> Any:
    """What a parameter is when it is given: null is no way to leave one out of a query."""
    hint = get_type_hints(model, include_extras=True)[name]
    return get_args(hint)[0] if NoneType in get_args(hint) else hint


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The members by the names that their parameters have: `from`, which is no name in Python, is an alias."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _given(model: type[BaseModel], name: str, values: list[str]) -> list[str] | str | None:
    """The value of a parameter; of one that takes several, its values: repeated, or with commas. An empty filter is
    none: so a form sends it that nobody filled in."""
    field = _fields(model).get(name)
    if field is not None and get_origin(field.annotation) is tuple:
        return [part.strip() for value in values for part in value.split(",") if part.strip()]
    if len(values) > 1:
        raise parameter_refused(name, "given more than once; expected one value")
    return None if field is not None and field.default is None and not values[0].strip() else values[0]


def _misfit(model: type[BaseModel], error: ValidationError) -> ApiError:
    """What pydantic found first, as a refusal."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    message = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return parameter_refused(*message.split(": ", 1))
    name = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        message = f"there is no such parameter; expected one of {', '.join(_fields(model))}"
    return parameter_refused(name, message[0].lower() + message[1:])
