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
from gateway.openapi.document import VERSION, openapi_document
from gateway.openapi.meanings import ERROR_MEANING
from gateway.operations import problem_codes
from gateway.problems import STATUS
from schemas.errors import ErrorCode
from tests.conftest import REPOSITORY
from tests.gateway.running_gateway import Gateway

DOCUMENT: dict[str, Any] = json.loads(openapi_document(OPERATIONS).model_dump_json(by_alias=True, exclude_none=True))
OPERATIONS_OF_DOCUMENT = [
    (method.upper(), path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
UNDESCRIBED = {"/openapi.json", "/docs", "/docs/style.css"}
"""The description itself."""


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
        example = responses[str(STATUS[code])]["content"]["application/problem+json"]["examples"][code]["value"]
        assert (example["code"], example["status"]) == (code, STATUS[code])
        assert f"`{code}`" in responses[str(STATUS[code])]["description"]


def test_an_officers_operation_needs_a_key_and_no_other_does() -> None:
    for _, path, operation in OPERATIONS_OF_DOCUMENT:
        of_officers = path.startswith("/api/") and not path.startswith("/api/portal/")
        assert operation["security"] == ([{"officer_key": []}] if of_officers else [])
        assert of_officers == ("401" in operation["responses"])


def test_what_comes_back_later_says_when() -> None:
    for _, _, operation in OPERATIONS_OF_DOCUMENT:
        for status, response in operation["responses"].items():
            refuses = "application/problem+json" in response["content"]
            assert ("Retry-After" in response["headers"]) == (status == "503" and refuses)


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
