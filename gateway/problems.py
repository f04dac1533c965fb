"""Refusals: one exception and one table of status codes for all APIs, and the shape of answer of officers and portal.

ApiError    a refusal with a stable code (`schemas.errors.ErrorCode`) and, where there is one, the field at fault
"""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response

from schemas.errors import ErrorCode
from schemas.officer_api import AuditEntry
from schemas.problem import Problem

STATUS: dict[ErrorCode, int] = {
    "invalid_json": 400,
    "file_empty": 400,
    "report_not_available": 400,
    "credential_missing": 401,
    "credential_invalid": 401,
    "role_not_allowed": 403,
    "deletion_disabled": 403,
    "scope_missing": 403,
    "environment_mismatch": 403,
    "not_found": 404,
    "case_not_found": 404,
    "document_not_found": 404,
    "fact_not_found": 404,
    "discrepancy_not_found": 404,
    "match_not_found": 404,
    "feature_not_found": 404,
    "execution_not_found": 404,
    "portal_not_found": 404,
    "upload_not_found": 404,
    "key_not_found": 404,
    "endpoint_not_found": 404,
    "delivery_not_found": 404,
    "view_not_found": 404,
    "template_not_found": 404,
    "method_not_allowed": 405,
    "case_moved": 409,
    "wrong_state": 409,
    "max_iterations_reached": 409,
    "no_mcc_classification": 409,
    "already_assigned": 409,
    "too_many_documents": 409,
    "too_many_uploads": 409,
    "upload_offset_conflict": 409,
    "too_many_endpoints": 409,
    "too_many_views": 409,
    "file_altered": 409,
    "portal_expired": 410,
    "link_expired": 410,
    "upload_version_unsupported": 412,
    "body_too_large": 413,
    "file_too_large": 413,
    "package_too_large": 413,
    "unsupported_media_type": 415,
    "invalid_body": 422,
    "invalid_parameter": 422,
    "unsupported_country": 422,
    "unknown_template": 422,
    "unknown_mcc": 422,
    "reason_required": 422,
    "value_not_stated": 422,
    "unknown_candidate": 422,
    "unsupported_proof": 422,
    "answer_required": 422,
    "invalid_answer": 422,
    "unknown_requirement": 422,
    "file_missing": 422,
    "file_infected": 422,
    "unsupported_document_type": 422,
    "idempotency_key_reused": 422,
    "rate_limited": 429,
    "too_many_streams": 429,
    "internal_error": 500,
    "store_unavailable": 503,
    "scanner_unavailable": 503,
    "worker_unavailable": 503,
    "report_not_ready": 503,
    "upload_busy": 503,
}
"""The HTTP status of every code. A command that a case refuses is answered with its code's status, too."""

RETRY_AFTER_SECONDS = "2"


class ApiError(Exception):
    """A refusal. `detail` says what to do next, in words for the caller."""

    def __init__(
        self,
        code: ErrorCode,
        detail: str,
        field: str | None = None,
        changes: tuple[AuditEntry, ...] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.field = field
        self.changes = changes
        self.retry_after = retry_after
        """Seconds, where it is known when a repetition will succeed."""


def problem_response(error: ApiError, request_id: str | None) -> Response:
    """The refusal as `application/problem+json` (RFC 9457)."""
    status = STATUS[error.code]
    problem = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        code=error.code,
        detail=error.detail,
        field=error.field,
        request_id=request_id,
        changes=error.changes,
    )
    return Response(
        problem.model_dump_json(exclude_none=True),
        status_code=status,
        media_type="application/problem+json",
        headers=headers_of(error, status),
    )


def headers_of(error: ApiError, status: int) -> Mapping[str, str]:
    """What a client that knows only HTTP is told of a refusal."""
    if error.retry_after is not None:
        return {"Retry-After": str(error.retry_after)}
    if status == HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": 'Bearer realm="casewright"'}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        return {"Retry-After": RETRY_AFTER_SECONDS}
    return {}
