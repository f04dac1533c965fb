"""Refusals have one shape, one status for each code, and say when to come back."""

from http import HTTPStatus
from typing import get_args

import pytest

from gateway.problems import STATUS, ApiError, problem_response
from schemas.errors import ErrorCode
from schemas.problem import Problem
from tests.gateway.running_gateway import Gateway, refused

CODES: tuple[ErrorCode, ...] = get_args(ErrorCode)


def test_every_code_has_a_status_and_no_status_is_without_its_code() -> None:
    assert set(STATUS) == set(CODES)
    assert len(CODES) == len(set(CODES))


@pytest.mark.parametrize("code", CODES)
def test_a_refusal_is_a_problem_document(code: ErrorCode) -> None:
    answer = problem_response(ApiError(code, "what to do next", "a.field"), "req_1")

    problem = Problem.model_validate_json(bytes(answer.body))
    assert answer.media_type == "application/problem+json"
    assert (problem.code, problem.status, problem.detail) == (code, answer.status_code, "what to do next")
    assert problem.title == HTTPStatus(answer.status_code).phrase
    assert (problem.field, problem.request_id) == ("a.field", "req_1")


@pytest.mark.parametrize("code", CODES)
def test_401_says_how_to_authenticate_and_503_when_to_come_back(code: ErrorCode) -> None:
    answer = problem_response(ApiError(code, "what to do next"), "req_1")

    assert ("www-authenticate" in answer.headers) == (answer.status_code == 401)
    assert ("retry-after" in answer.headers) == (answer.status_code == 503)
    assert answer.status_code != 503 or int(answer.headers["retry-after"]) >= 1


@pytest.mark.parametrize("path", ["/nothing", "/api/", "/api/nothing", "/api/portal/", "/favicon.ico", "/api/v2/cases"])
async def test_a_path_that_is_not_there_is_a_problem_too(gateway: Gateway, path: str) -> None:
    async with gateway.anyone() as anyone:
        refused(await anyone.get(path), 404, "not_found")


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/api/cases"), ("PATCH", "/api/cases/case_0123456789ab"), ("POST", "/healthz")]
)
async def test_a_method_that_is_not_there_is_a_problem_too(gateway: Gateway, method: str, path: str) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.request(method, path)

    refused(answer, 405, "method_not_allowed")
