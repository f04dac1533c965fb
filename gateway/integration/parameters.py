"""Parameters that many operations of the integration API share."""

from typing import Annotated

from pydantic import Field

from gateway.operations import Parameter

CASE = Parameter(
    "caseId",
    "path",
    Annotated[str, Field(pattern=r"^(case|wf)_[0-9a-f]{12}$")],
    "The case, by its case id (`case_…`, which is also its session's id) or by the id of its workflow (`wf_…`).",
    required=True,
    example="case_a1b2c3d4e5f6",
)
