"""Refusals of the integration API: the same `ApiError` as everywhere, in the envelope that its callers know."""

from http import HTTPStatus

from starlette.responses import Response

from gateway.problems import STATUS, ApiError, headers_of
from schemas.errors import ErrorCode
from schemas.integration_api import ErrorDetail, ErrorEnvelope, ErrorType

ROOT = "/api/v1"

_STATUS: dict[ErrorCode, int] = {"idempotency_key_reused": HTTPStatus.CONFLICT}
"""Where this API differs: a key that is taken is a conflict."""
_TYPES: dict[int, ErrorType] = {
    401: "authentication_error",
    403: "authorization_error",
    404: "not_found",
    409: "conflict",
    410: "conflict",
    429: "rate_limit_error",
    500: "internal_error",
    503: "unavailable",
}
"""The type of every other status (400, 405, 413) is `validation_error`: the request has to change."""


def is_integration_path(path: str) -> bool:
    return path == ROOT or path.startswith(f"{ROOT}/")


def integration_status(code: ErrorCode) -> int:
    """The status of a code under `/api/v1`, where whatever does not fit is 400 and nothing is 422."""
    status = _STATUS.get(code, STATUS[code])
    return HTTPStatus.BAD_REQUEST if status == HTTPStatus.UNPROCESSABLE_ENTITY else status


def envelope_of(error: ApiError, request_id: str | None) -> ErrorEnvelope:
    return ErrorEnvelope(
        error=ErrorDetail(
            type=_TYPES.get(integration_status(error.code), "validation_error"),
            code=error.code,
            message=error.detail,
            request_id=request_id,
            field=error.field,
        )
    )


def envelope_response(error: ApiError, request_id: str | None) -> Response:
    """The refusal as `application/json`; `field` is there only where a member of the request is at fault."""
    status = integration_status(error.code)
    return Response(
        envelope_of(error, request_id).model_dump_json(exclude_none=True),
        status_code=status,
        media_type="application/json",
        headers=headers_of(error, status),
    )
