"""The hand-off as a table: the package, its archive, and the files that its links open."""

from typing import Annotated

from pydantic import Field

from gateway.integration import package, package_examples
from gateway.integration.parameters import CASE
from gateway.operations import Answer, Operation, Parameter, Tag
from schemas.handoff import Package

HANDOFF = Tag(
    "Hand-off",
    "The decision-ready package of a case: facts with their evidence, documents, the decision. It is made from an "
    "allow-list: findings, risk, screening, reasons and the names of officers are in none of it.",
)
TOKEN = Parameter(
    "token",
    "path",
    Annotated[str, Field(max_length=4096)],
    "The signed token of a link in a package.",
    required=True,
    example="WyJjYXNlX2ExYjJjM2Q0ZTVmNiJd.aSF8Ag.signature",
)
ARCHIVE = Answer(
    None,
    "The archive, with a verifier in it. The same state of the case gives the same bytes.",
    media_type="application/zip",
    headers={
        package.HASH_HEADER: "The root hash of the package: keep it, and give it to the verifier.",
        package.LEFT_OUT_HEADER: "How many files are not in it because the store has them no more as they were "
        "recorded; the manifest names them. 0 in a sound installation.",
    },
)

PACKAGE_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/v1/cases/{caseId}/package",
        package.case_package,
        "Read the package of a case",
        HANDOFF,
        answers=(Answer(Package, "The hand-off as it stands.", examples=package_examples.PACKAGE),),
        parameters=(CASE,),
        security="integration",
        scope="cases:read",
        description="Links to files work for 15 minutes, the page of the case file for 24 hours.",
    ),
    Operation(
        "GET",
        "/api/v1/cases/{caseId}/package.zip",
        package.case_package_archive,
        "Download the package as an archive",
        HANDOFF,
        answers=(ARCHIVE,),
        parameters=(CASE,),
        problems=("package_too_large",),
        security="integration",
        scope="cases:read",
    ),
    Operation(
        "GET",
        "/api/v1/files/{token}",
        package.linked_file,
        "Download a file by its link",
        HANDOFF,
        answers=(Answer(None, "The file.", media_type="*/*"),),
        parameters=(TOKEN,),
        problems=("link_expired", "file_altered", "store_unavailable"),
        security="none",
        description="Needs no key: the link is one.",
    ),
)
