"""Parameters and answers that many of the officers' operations share."""

from typing import Annotated

from pydantic import Field

from gateway.officer import examples
from gateway.operations import Answer, Parameter
from schemas.officer_api import CommandAnswer

IF_MATCH = Parameter(
    "If-Match",
    "header",
    Annotated[str, Field(pattern=r'^(\*|(W/)?"[0-9]{1,9}")$')],
    "The `ETag` of the read that the officer acts on. If the case has moved since, the command is refused and the "
    "answer says what changed. The same as `seen_version` in the body.",
    example='"12"',
)
VERSIONED = {"ETag": "The version of the case, in quotation marks; a command can be sent back with it as If-Match."}
RECORDED = Answer(
    CommandAnswer,
    "Recorded, and applied as soon as a worker is available. Nothing is lost; read the case to see what became of it.",
    status=202,
    examples=examples.COMMAND_RECORDED,
)
