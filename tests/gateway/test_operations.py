"""One table makes the routes: a path knows all of its methods, and the table refuses what would hide an operation."""

import dataclasses

import pytest

from gateway.app import OPERATIONS
from gateway.operations import Operation, problem_codes, routes
from tests.gateway.running_gateway import Gateway, refused

BY_ID = {operation.operation_id: operation for operation in OPERATIONS}


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/healthz", {"GET", "HEAD"}),
        ("/api/cases", {"GET", "HEAD", "POST"}),
        ("/api/cases/case_0123456789ab", {"DELETE", "GET", "HEAD"}),
        ("/api/portal/pt_x/submit", {"POST"}),
        ("/openapi.json", {"GET", "HEAD"}),
    ],
)
async def test_a_refused_method_is_told_every_method_of_the_path(
    gateway: Gateway, path: str, allowed: set[str]
) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.request("PUT", path)

    refused(answer, 405, "method_not_allowed")
    assert set(answer.headers["allow"].split(", ")) >= allowed


async def test_head_is_answered_as_get_is_but_without_a_body(gateway: Gateway) -> None:
    async with await gateway.officer() as officer:
        as_it_is = {"Accept-Encoding": "identity"}
        read = await officer.get("/api/countries", headers=as_it_is)
        head = await officer.head("/api/countries", headers=as_it_is)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(read.content))


def test_an_operation_cannot_be_in_the_table_twice() -> None:
    with pytest.raises(ValueError, match="GET /api/cases is in the table twice"):
        routes((*OPERATIONS, BY_ID["list_cases"]))


def test_a_path_parameter_must_be_described() -> None:
    undescribed: Operation = dataclasses.replace(BY_ID["case_detail"], parameters=())

    with pytest.raises(ValueError, match="describe its path parameters"):
        routes((undescribed,))


def test_what_an_operation_takes_decides_how_it_may_be_refused() -> None:
    assert "credential_missing" in problem_codes(BY_ID["countries"])
    assert "case_not_found" in problem_codes(BY_ID["case_detail"])
    assert {"invalid_json", "invalid_body", "body_too_large"} <= set(problem_codes(BY_ID["decision"]))
    assert "invalid_parameter" in problem_codes(BY_ID["list_cases"])
    assert {"portal_not_found", "portal_expired"} <= set(problem_codes(BY_ID["portal_session"]))
    assert problem_codes(BY_ID["healthz"]) == ("internal_error",)
