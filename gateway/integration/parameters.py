"""Parameters that many operations of the integration API share."""

from typing import Annotated

from pydantic import Field

from gateway.operations import Parameter
from gateway.requests import MAX_KEY_LENGTH

CASE = Parameter(
    "caseId",
    "path",
    Annotated[str, Field(pattern=r"^(case|wf)_[0-9a-f]{12}$")],
    "The case, by its case id (`case_…`, which is also its session's id) or by the id of its workflow (`wf_…`).",
    required=True,
    example="case_a1b2c3d4e5f6",
)
ONCE = Parameter(
    "Idempotency-Key",
    "header",
    Annotated[str, Field(min_length=1, max_length=MAX_KEY_LENGTH)],
    "Chosen by the sender. The same request under the same key takes effect once; another body under the same key is "
    "refused. A secret is shown in the first answer only.",
    example="5b1d7c0e-register",
)
