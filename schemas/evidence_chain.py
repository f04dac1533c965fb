"""Body of `GET /api/cases/{id}/evidence`: what the sources sent, and whether it is still that."""

from datetime import datetime
from typing import Literal

from pydantic import Field, JsonValue

from schemas.frozen import Frozen
from schemas.sources import Environment, SourceName

EvidenceProblem = Literal["missing", "altered", "too_large"]
"""Why bytes are not verified: there is no object, it hashes to something else, or it is larger than any evidence."""

Omission = Literal["missing", "too_large", "total_limit", "not_text"]
"""Why `raw_data` is null: no object, one above the limit of an item, one above that of the answer, or not text."""


class EvidenceRow(Frozen):
    """What is on record of one answer: which bytes, from where, when."""

    source: SourceName
    data_hash: str
    object_key: str
    source_url: str | None
    collected_at: datetime
    environment: Environment


class EvidenceItem(Frozen):
    id: str
    """Made from the source and `data_hash`: the same evidence has the same id for ever."""
    source: str
    source_url: str | None
    data_hash: str
    """SHA-256 of the bytes when they were collected."""
    collected_at: datetime
    environment: Environment
    verified: bool
    """Whether the bytes in the store, hashed for this answer, still have `data_hash`."""
    problem: EvidenceProblem | None = None
    stored_hash: str | None = None
    """What the bytes in the store hash to, if that is not `data_hash`."""
    raw_data: JsonValue
    """JSON as JSON, other text as a string; for reading. The bytes themselves are at `download_url`."""
    raw_data_omitted: Omission | None = None
    media_type: str | None
    size: int | None
    """Bytes in the store."""
    storage: str
    download_url: str


class RawDataLimits(Frozen):
    """What is larger has `raw_data` null and is to be downloaded."""

    item_bytes: int = Field(gt=0)
    total_bytes: int = Field(gt=0)


class EvidenceChain(Frozen):
    case_id: str
    environment: Environment
    evidence: tuple[EvidenceItem, ...]
    """In the order of collection."""
    bundle_hash: str
    """`sha256:` and the SHA-256 of the canonical JSON object of all `id: data_hash`; `domain.evidence` has the rule."""
    verified: bool
    """Whether every item is."""
    raw_data_limits: RawDataLimits
