"""The OpenAPI document, made from the operations table and the types it names. Nothing in it is written twice."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from itertools import groupby

from pydantic import JsonValue

from gateway.integration.refusals import envelope_of
from gateway.openapi import model
from gateway.openapi.meanings import ERROR_MEANING
from gateway.openapi.shapes import ENVELOPE, PROBLEM, Shapes, answer_role, body_role, parameter_role, shapes_of
from gateway.operations import JSON, Answer, Operation, is_integration, problem_codes, refused_with
from gateway.problems import RETRY_AFTER_SECONDS, ApiError
from schemas.errors import ErrorCode
from schemas.problem import Problem
from schemas.version import VERSION

OFFICER_KEY = "officer_key"
SYSTEM_KEY = "system_key"
REQUEST_ID = "req_d9be47b4aba2450a"
PROBLEM_MEDIA_TYPE = "application/problem+json"

ABOUT = """\
Casewright helps a compliance officer decide whether a merchant may be onboarded. Every case is a durable workflow: \
what was recorded is not lost, and a machine never decides.

Officers send their key as `Authorization: Bearer <key>`. A customer needs nothing but the token in the link to their \
portal. Other systems send a key of theirs (`sk_test_…`, `sk_live_…`) to the paths under `/api/v1`, and nowhere else.

A refusal is a problem document (RFC 9457) with a stable `code`, a `detail` that says what to do next and, where one \
member of the request is at fault, its `field`. A path that is not there is answered 404 `not_found`, a method that it \
does not have 405 `method_not_allowed` with the header `Allow`. Every answer names its request in `X-Request-Id`.

Under `/api/v1` a refusal is `{"error": {"type", "code", "message", "request_id"}}` instead, with `field` where one \
member of the request is at fault. The codes are the same; what is 422 elsewhere is 400 there. Every answer to a key \
says in `X-RateLimit-Limit`, `X-RateLimit-Remaining` and `X-RateLimit-Reset` how many requests it has left."""

_TEXT: model.JsonSchema = {"type": "string"}
_HEADERS = {
    "X-Request-Id": model.Header(description="The name of this request in the gateway's log.", schema=_TEXT),
    "WWW-Authenticate": model.Header(description="The scheme of the key.", schema=_TEXT),
    "Retry-After": model.Header(
        description="After how many seconds to try again.",
        schema={"type": "integer", "examples": [RETRY_AFTER_SECONDS]},
    ),
}
_ALLOWANCE = {
    "X-RateLimit-Limit": "How many requests this key may send in a minute.",
    "X-RateLimit-Remaining": "How many of them it has left.",
    "X-RateLimit-Reset": "When it has more again, in seconds since 1970.",
}
_HEADERS |= {name: model.Header(description=words, schema={"type": "integer"}) for name, words in _ALLOWANCE.items()}
_HEADERS_OF_STATUS = {
    HTTPStatus.UNAUTHORIZED: "WWW-Authenticate",
    HTTPStatus.TOO_MANY_REQUESTS: "Retry-After",
    HTTPStatus.SERVICE_UNAVAILABLE: "Retry-After",
}
_SECURITY = {"officer": OFFICER_KEY, "integration": SYSTEM_KEY}


def openapi_document(operations: Sequence[Operation]) -> model.Document:
    shapes = shapes_of(operations)
    paths: dict[str, dict[str, model.Operation]] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, shapes)
    return model.Document(
        openapi="3.1.0",
        info=model.Info(
            title="Casewright", version=VERSION, summary="Case management for KYB onboarding", description=ABOUT
        ),
        servers=(model.Server(url="/", description="The gateway that serves this document"),),
        tags=tuple(
            model.Tag(name=tag.name, description=tag.description)
            for tag in dict.fromkeys(operation.tag for operation in operations)
        ),
        paths=paths,
        components=model.Components(
            schemas=dict(sorted(shapes.components.items())),
            headers=_HEADERS,
            securitySchemes={
                OFFICER_KEY: model.SecurityScheme(
                    type="http", scheme="bearer", description="The key of an officer, whose role says what it may do."
                ),
                SYSTEM_KEY: model.SecurityScheme(
                    type="http", scheme="bearer", description="The key of a system, whose scopes say what it may do."
                ),
            },
        ),
    )


def _operation(operation: Operation, shapes: Shapes) -> model.Operation:
    return model.Operation(
        operationId=operation.operation_id,
        summary=operation.summary,
        description=_description(operation) or None,
        tags=(operation.tag.name,),
        parameters=_parameters(operation, shapes),
        requestBody=_body(operation, shapes),
        responses=_responses(operation, shapes),
        security=({_SECURITY[operation.security]: ()},) if operation.security in _SECURITY else (),
    )


def _description(operation: Operation) -> str:
    return " ".join(filter(None, (operation.description, operation.scope and f"Scope `{operation.scope}`.")))


def _parameters(operation: Operation, shapes: Shapes) -> tuple[model.Parameter, ...]:
    return tuple(
        model.Parameter.model_validate(
            {
                "name": parameter.name,
                "in": parameter.where,
                "description": parameter.description,
                "required": parameter.required,
                "schema": shapes.by_role[parameter_role(operation, parameter.name)],
                "example": parameter.example,
            }
        )
        for parameter in operation.parameters
    )


def _body(operation: Operation, shapes: Shapes) -> model.RequestBody | None:
    body = operation.body
    if body is None:
        return None
    content = model.MediaType(schema=shapes.by_role[body_role(operation)], examples=_examples(body.examples))
    return model.RequestBody(required=body.required, content={body.media_type: content})


def _responses(operation: Operation, shapes: Shapes) -> dict[str, model.Response]:
    """By status. Where an answer and problems share a status, its media types tell them apart."""
    responses = {str(answer.status): _answer(operation, answer, shapes) for answer in operation.answers}

    def status_of(code: ErrorCode) -> int:
        return refused_with(operation, code)

    write = _envelopes if is_integration(operation) else _refusals
    for status, codes in groupby(sorted(problem_codes(operation), key=status_of), key=status_of):
        refused = write(status, tuple(codes), shapes)
        usual = responses.get(str(status))
        responses[str(status)] = _both(usual, refused) if usual else refused
    return responses


def _answer(operation: Operation, answer: Answer, shapes: Shapes) -> model.Response:
    content = model.MediaType(
        schema=shapes.by_role.get(answer_role(operation, answer.status)), examples=_examples(answer.examples)
    )
    described = {name: model.Header(description=words, schema=_TEXT) for name, words in answer.headers.items()}
    return model.Response(
        description=answer.description,
        headers={**{name: _header(name) for name in _usual_headers(operation)}, **described},
        content={answer.media_type: content} if answer.status != HTTPStatus.NO_CONTENT else {},
    )


def _usual_headers(operation: Operation) -> tuple[str, ...]:
    return ("X-Request-Id", *(_ALLOWANCE if operation.security == "integration" else ()))


def _refusals(status: int, codes: tuple[ErrorCode, ...], shapes: Shapes) -> model.Response:
    """All refusals of one status. The schema allows these codes and no other, so that a test can find one missing."""
    named_codes: list[JsonValue] = [*codes]
    members: dict[str, JsonValue] = {"status": {"const": status}, "code": {"enum": named_codes}}
    problem: model.JsonSchema = {**shapes.by_role[PROBLEM], "properties": members}
    examples = {code: model.Example(summary=code, value=_problem(status, code)) for code in codes}
    return _refused(status, codes, PROBLEM_MEDIA_TYPE, model.MediaType(schema=problem, examples=examples))


def _envelopes(status: int, codes: tuple[ErrorCode, ...], shapes: Shapes) -> model.Response:
    """The same for the integration API, in its envelope."""
    named_codes: list[JsonValue] = [*codes]
    detail: JsonValue = {"properties": {"code": {"enum": named_codes}}}
    envelope: model.JsonSchema = {**shapes.by_role[ENVELOPE], "properties": {"error": detail}}
    examples = {code: model.Example(summary=code, value=_envelope(code)) for code in codes}
    return _refused(status, codes, JSON, model.MediaType(schema=envelope, examples=examples))


def _refused(status: int, codes: tuple[ErrorCode, ...], media_type: str, content: model.MediaType) -> model.Response:
    named = [name for at, name in _HEADERS_OF_STATUS.items() if at == status]
    return model.Response(
        description=f"{HTTPStatus(status).phrase}: {', '.join(f'`{code}`' for code in codes)}",
        headers={name: _header(name) for name in ("X-Request-Id", *named)},
        content={media_type: content},
    )


def _both(usual: model.Response, refused: model.Response) -> model.Response:
    return model.Response(
        description=f"{usual.description} {refused.description}",
        headers={**usual.headers, **refused.headers},
        content={**usual.content, **refused.content},
    )


def _problem(status: int, code: ErrorCode) -> JsonValue:
    problem = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        code=code,
        detail=ERROR_MEANING[code],
        request_id=REQUEST_ID,
    )
    example: JsonValue = problem.model_dump(mode="json", exclude_none=True)
    return example


def _envelope(code: ErrorCode) -> JsonValue:
    envelope = envelope_of(ApiError(code, ERROR_MEANING[code]), REQUEST_ID)
    example: JsonValue = envelope.model_dump(mode="json", exclude_none=True)
    return example


def _header(name: str) -> model.Reference:
    return model.Reference.model_validate({"$ref": f"#/components/headers/{name}"})


def _examples(values: Mapping[str, JsonValue]) -> dict[str, model.Example] | None:
    named = {summary.replace(" ", "_"): (summary, value) for summary, value in values.items()}
    return {name: model.Example(summary=summary, value=value) for name, (summary, value) in named.items()} or None
