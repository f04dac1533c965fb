"""What can be chosen when a merchant category is decided, as a table."""

from pydantic import JsonValue

from gateway.officer import reference
from gateway.operations import Answer, Operation, Tag
from schemas.reference_api import MccCodeItem

REFERENCE = Tag("Reference", "What can be chosen when a case is opened, and when a merchant category is decided.")

_CODES: JsonValue = [
    {"mcc_code": "5732", "description": "Electronics stores", "also": ["Electronics shops"]},
    {"mcc_code": "5812", "description": "Eating places and restaurants", "also": []},
]

REFERENCE_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/mcc-codes",
        reference.mcc_codes,
        "List the merchant category codes",
        REFERENCE,
        answers=(
            Answer(tuple[MccCodeItem, ...], "Every code of ISO 18245, in ascending order.", examples={"two": _CODES}),
        ),
        description="Each with its description, and with what else it is called, for whoever looks one up by a word.",
    ),
)
