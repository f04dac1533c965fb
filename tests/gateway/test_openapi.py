"""The OpenAPI document is valid, whole and true: what is mounted is in it, and what it shows fits its own schemas."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import jsonschema_rs
import pytest
from schemathesis.specs.openapi.definitions import OPENAPI_31

from gateway.app import OPERATIONS, ROUTES
from gateway.openapi.document import openapi_document
from gateway.openapi.meanings import ERROR_MEANING
from gateway.operations import is_integration, problem_codes, refused_with
from gateway.pages.serving import PAGE_ROUTES
from schemas.errors import ErrorCode
from schemas.version import VERSION
from tests.conftest import REPOSITORY
from tests.gateway.running_gateway import Gateway

DOCUMENT: dict[str, Any] = json.loads(openapi_document(OPERATIONS).model_dump_json(by_alias=True, exclude_none=True))
OPERATIONS_OF_DOCUMENT = [
    (method.upper(), path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
UNDESCRIBED = {"/openapi.json", "/docs", "/docs/style.css", "/case-file/{caseId}", *(page.path for page in PAGE_ROUTES)}
"""The description itself, and the pages, which are for people."""


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from references(inner)


def resolved(reference: str) -> Any:
    found: Any = DOCUMENT
    for step in reference.removeprefix("#/").split("/"):
        found = found[step.replace("~1", "/").replace("~0", "~")]
    return found


def examples() -> Iterator[Any]:
    """Every example with the schema it stands beside."""
    for method, path, operation in OPERATIONS_OF_DOCUMENT:
        bodies = [("body", operation["requestBody"])] if "requestBody" in operation else []
        for role, holder in (*bodies, *operation["responses"].items()):
            for content in holder["content"].values():
                for name, example in content.get("examples", {}).items():
                    yield pytest.param(content["schema"], example["value"], id=f"{method} {path} {role} {name}")
        for parameter in operation["parameters"]:
            if "example" in parameter:
                yield pytest.param(parameter["schema"], parameter["example"], id=f"{method} {path} {parameter['name']}")


def refusals(response: Any) -> Iterator[dict[str, Any]]:
    """The examples of what a response is refused with, by code."""
    for media_type, content in response["content"].items():
        of_systems = content.get("schema", {}).get("$ref") == "#/components/schemas/ErrorEnvelope"
        if of_systems or media_type == "application/problem+json":
            yield content["examples"]


def test_it_is_a_valid_openapi_document() -> None:
    faults = [error.message for error in jsonschema_rs.validator_for(OPENAPI_31).iter_errors(DOCUMENT)]

    assert faults == []
    assert DOCUMENT["openapi"].startswith("3.1.")


@pytest.mark.parametrize("name", DOCUMENT["components"]["schemas"])
def test_every_schema_is_a_valid_json_schema(name: str) -> None:
    jsonschema_rs.meta.validate(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", **DOCUMENT["components"]["schemas"][name]}
    )


def test_what_is_mounted_is_in_it_and_nothing_else() -> None:
    mounted = {route.path: set(route.methods or ()) - {"HEAD"} for route in ROUTES}
    described = {path: {method.upper() for method in methods} for path, methods in DOCUMENT["paths"].items()}

    assert {path: methods for path, methods in mounted.items() if path not in UNDESCRIBED} == described
    assert mounted.keys() >= UNDESCRIBED


def test_every_reference_leads_somewhere() -> None:
    for reference in set(references(DOCUMENT)):
        assert isinstance(resolved(reference), dict), reference


def test_no_schema_is_there_that_nothing_refers_to() -> None:
    used = set(references(DOCUMENT))

    assert {f"#/components/schemas/{name}" for name in DOCUMENT["components"]["schemas"]} <= used


def test_operation_ids_are_unique() -> None:
    counted = Counter(operation["operationId"] for _, _, operation in OPERATIONS_OF_DOCUMENT)

    assert counted.most_common(1)[0][1] == 1


def test_every_tag_is_introduced() -> None:
    introduced = [tag["name"] for tag in DOCUMENT["tags"]]

    assert {tag for _, _, operation in OPERATIONS_OF_DOCUMENT for tag in operation["tags"]} == set(introduced)
    assert len(introduced) == len(set(introduced))


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.operation_id)
def test_every_code_stands_under_its_status_with_an_example(operation: Any) -> None:
    responses = DOCUMENT["paths"][operation.path][operation.method.lower()]["responses"]

    for code in problem_codes(operation):
        status = refused_with(operation, code)
        (said,) = (refusal[code] for refusal in refusals(responses[str(status)]) if code in refusal)
        if is_integration(operation):
            assert said["value"]["error"]["code"] == code
        else:
            assert (said["value"]["code"], said["value"]["status"]) == (code, status)
        assert f"`{code}`" in responses[str(status)]["description"]


def test_nothing_of_the_integration_api_is_422() -> None:
    for _, path, operation in OPERATIONS_OF_DOCUMENT:
        assert not (path.startswith("/api/v1/") and "422" in operation["responses"])


def test_officers_and_systems_need_a_key_each_of_their_own() -> None:
    needed: dict[str, list[dict[str, list[str]]]] = {
        "officer": [{"officer_key": []}],
        "integration": [{"system_key": []}],
    }
    for operation in OPERATIONS:
        described = DOCUMENT["paths"][operation.path][operation.method.lower()]
        assert described["security"] == needed.get(operation.security, [])
        assert ("401" in described["responses"]) == (operation.security in needed)
        assert (operation.security == "officer") <= (
            operation.path.startswith("/api/") and not is_integration(operation)
        )
        assert (operation.security == "integration") <= is_integration(operation)


def test_what_comes_back_later_says_when() -> None:
    for _, _, operation in OPERATIONS_OF_DOCUMENT:
        for status, response in operation["responses"].items():
            later = status in ("429", "503") and any(refusals(response))
            assert ("Retry-After" in response["headers"]) == later


@pytest.mark.parametrize(("schema", "value"), list(examples()))
def test_an_example_fits_its_schema(schema: dict[str, Any], value: object) -> None:
    jsonschema_rs.validator_for({**schema, "components": DOCUMENT["components"]}).validate(value)


def test_what_stands_below_a_member_in_the_code_describes_it() -> None:
    members = DOCUMENT["components"]["schemas"]["CaseDetail"]["properties"]

    assert members["record_source"]["description"].startswith("`snapshot`: the workflow could not be asked")


def test_every_error_code_has_a_meaning() -> None:
    assert set(ERROR_MEANING) == set(get_args(ErrorCode))


def test_the_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["version"] == VERSION


async def test_it_is_served_to_anyone(gateway: Gateway) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.get("/openapi.json")

    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == DOCUMENT
