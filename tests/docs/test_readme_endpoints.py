"""The README's tables of endpoints have each endpoint that the gateway serves once, and no others."""

import re

from gateway.integration.operations import INTEGRATION_API
from gateway.integration.package_operations import PACKAGE_API
from gateway.officer.keys_operations import KEYS_API
from gateway.officer.operations import OFFICER_API
from gateway.portal.operations import PORTAL_API
from gateway.portal.upload_operations import UPLOADS_API
from tests.conftest import REPOSITORY
from tests.journey.documented_shapes import SHAPES

ROW = re.compile(r"^\| `([A-Z]+ /api/[^`]+)` \|[^|]+\| (.*) ?\|$", re.MULTILINE)


def rows(section: str) -> list[tuple[str, str]]:
    """Each endpoint under this heading, with what its last column says of it."""
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    _, _, rest = readme.partition(f"\n## {section}\n")
    return ROW.findall(rest.partition("\n## ")[0])


def test_every_endpoint_of_officers_is_in_the_readme_once() -> None:
    served = [f"{operation.method} {operation.path}" for operation in (*OFFICER_API, *KEYS_API)]

    assert sorted(endpoint for endpoint, _ in rows("The API for officers")) == sorted(served)


def test_ours_are_those_that_the_documented_api_does_not_have() -> None:
    beyond = rows("The API for officers")
    ours = {endpoint for endpoint, said in beyond if said.strip() == "ours"}
    documented = {endpoint.replace("{workflow_id}", "{id}") for endpoint in SHAPES}

    assert {endpoint for endpoint, _ in beyond} - ours == documented


def test_every_endpoint_of_other_systems_is_in_the_readme_once_with_its_scope() -> None:
    served = {f"{operation.method} {operation.path}": operation.scope for operation in (*INTEGRATION_API, *PACKAGE_API)}
    said = {endpoint: re.findall(r"`([^`]+)`", scope) for endpoint, scope in sorted(rows("The API for other systems"))}

    assert len(rows("The API for other systems")) == len(served)
    assert said == {endpoint: [scope] if scope else [] for endpoint, scope in served.items()}


def test_every_endpoint_of_customers_is_in_the_readme_once_with_what_opens_it() -> None:
    opened_by = {"none": "none", "portal": "the link"}
    served = {f"{item.method} {item.path}": opened_by[item.security] for item in (*PORTAL_API, *UPLOADS_API)}
    said = rows("The API for customers")

    assert len(said) == len(served)
    assert {endpoint: credential.strip() for endpoint, credential in said} == served
