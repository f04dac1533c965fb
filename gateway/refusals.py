"""How a refusal is written: as a problem document, or under `/api/v1` in the envelope of the integration API."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

from gateway.integration.refusals import envelope_response, is_integration_path
from gateway.problems import ApiError, problem_response


def refusal_response(request: HTTPConnection, error: ApiError) -> Response:
    """The refusal as whoever called this path expects it."""
    written = envelope_response if is_integration_path(request.scope["path"]) else problem_response
    return written(error, request.state.request_id)
