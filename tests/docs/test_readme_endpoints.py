"""The README's table of endpoints has each officer endpoint that the gateway serves once, and no others."""

import re

from gateway.officer.operations import OFFICER_API
from tests.conftest import REPOSITORY
from tests.journey.documented_shapes import SHAPES

ROW = re.compile(r"^\| `([A-Z]+ /api/[^`]+)` \|[^|]+\| (.*) ?\|$", re.MULTILINE)


def rows() -> list[tuple[str, str]]:
    """Each endpoint with what is said to be beyond the documented API."""
    return ROW.findall((REPOSITORY / "README.md").read_text(encoding="utf-8"))


def test_every_endpoint_of_officers_is_in_the_readme_once() -> None:
    served = [f"{operation.method} {operation.path}" for operation in OFFICER_API]

    assert sorted(endpoint for endpoint, _ in rows()) == sorted(served)


def test_ours_are_those_that_the_documented_api_does_not_have() -> None:
    ours = {endpoint for endpoint, beyond in rows() if beyond.strip() == "ours"}
    documented = {endpoint.replace("{workflow_id}", "{id}") for endpoint in SHAPES}

    assert {endpoint for endpoint, _ in rows()} - ours == documented
