"""Bodies of what officers judge of a case's facts: values, discrepancies, screening matches, and look-ups by hand."""

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, ConfigDict, Field, StringConstraints, model_validator

from schemas.commands import NonEmptyText, Text
from schemas.fields import Line
from schemas.frozen import Frozen
from schemas.investigation import ResolutionKind
from schemas.officer_api import SeenVersion
from schemas.screening import ScreeningVerdict
from schemas.sources import FactValue


class FactDecisionRequest(Frozen):
    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Line
    """Whose value is the one to go by, as the company profile names it: `KBO/BCE`, `officer_input`."""
    value: FactValue | None = None
    """The value; may be left out where the source states only one."""
    reason: NonEmptyText
    seen_version: SeenVersion = None


class DiscrepancyResolutionRequest(Frozen):
    model_config = ConfigDict(frozen=True, extra="forbid")

    resolution: ResolutionKind
    reason: NonEmptyText
    fingerprint: Annotated[str, StringConstraints(max_length=100)] | None = None
    """That of the discrepancy as the officer read it; if its sides say something else now, this is refused."""
    seen_version: SeenVersion = None


class ScreeningDecisionRequest(Frozen):
    model_config = ConfigDict(frozen=True, extra="forbid")

    decision: ScreeningVerdict
    reason: NonEmptyText
    fingerprint: Annotated[str, StringConstraints(max_length=100)] | None = None
    """That of the match as the officer read it; if the service says something else now, this is refused."""
    seen_version: SeenVersion = None


class WithholdingCheckRequest(Frozen):
    """What was read on the page behind the officer task's `deep_link`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    social_debt: Annotated[bool, Field(strict=True)]
    tax_debt: Annotated[bool, Field(strict=True)]
    out_of_scope: Annotated[bool, Field(strict=True)] = False
    valid_until: date | None = None
    """The date until which the page says that its answer holds."""
    checked_at: AwareDatetime | None = None
    """When it was read; the moment of this request if it is left out."""
    note: Text | None = None
    proof_key: Annotated[str, StringConstraints(max_length=500)] | None = None
    """The `object_key` that the upload of the proof answered with."""
    seen_version: SeenVersion = None

    @model_validator(mode="after")
    def _no_debt_out_of_scope(self) -> "WithholdingCheckRequest":
        if self.out_of_scope and (self.social_debt or self.tax_debt):
            raise ValueError("out_of_scope: a company that is out of scope has no debt there")
        return self


class ProofUpload(Frozen):
    """A multipart form."""

    file: Annotated[bytes, Field(json_schema_extra={"format": "binary"})]
    """A PDF, PNG or JPEG of at most 10 MB."""


class ProofStored(Frozen):
    object_key: str
    data_hash: str
    file_size: int
    media_type: str
