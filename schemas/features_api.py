"""Bodies of the officers' API on what documents say (`/api/cases/{id}/features`)."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from schemas.commands import NonEmptyText
from schemas.extraction import MAX_QUOTE, Feature, FeatureName, Language, ReadingProblem
from schemas.fields import Line
from schemas.frozen import Frozen
from schemas.officer_api import SeenVersion
from schemas.template import DocumentType

Identifier = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class ReadingItem(Frozen):
    """How one document was read."""

    document_id: str
    document_type: DocumentType
    language: Language
    page_count: int | None = None
    pages_read: int
    pages_by_ocr: int
    problem: ReadingProblem | None = None
    candidates_left_out: int
    proposals_dropped: int
    read_at: datetime


class FeatureList(Frozen):
    case_id: str
    features: dict[FeatureName, Feature]
    readings: tuple[ReadingItem, ...]


class Citation(Frozen):
    """A place in a document that an officer points at, and the value that stands there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    doc_id: Identifier
    page_index: Annotated[int, Field(ge=0, le=100_000)]
    char_start: Annotated[int, Field(ge=0, le=10_000_000)]
    char_end: Annotated[int, Field(ge=1, le=10_000_000)]
    value: Line
    """In the normal form of the feature: a date as `2023-02-03`, a number without spaces."""

    @model_validator(mode="after")
    def _is_a_quote(self) -> "Citation":
        if not 0 < self.char_end - self.char_start <= MAX_QUOTE:
            raise ValueError(f"char_end: a citation has 1 to {MAX_QUOTE} characters")
        return self


class CandidateDecisionRequest(Frozen):
    """One of `candidate_id` (found by the software), `citation` (found by the officer), or `none`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    candidate_id: Identifier | None = None
    citation: Citation | None = None
    keep: Annotated[bool, Field(strict=True)] = True
    """False if this candidate is not to be kept: of directors, owners and accounts, the others stay as they are."""
    none: Annotated[bool, Field(strict=True)] = False
    """True if none of the values is to be kept."""
    reason: NonEmptyText
    seen_version: SeenVersion = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> "CandidateDecisionRequest":
        if (self.candidate_id is not None) + (self.citation is not None) + self.none != 1:
            raise ValueError("candidate_id: send one of `candidate_id`, `citation` and `none`")
        return self
