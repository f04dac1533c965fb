"""What is handed over of a case to other systems: an allow-list. What is not named here leaves the house in no package,
no case file and no hand-off report.

Officers' words, names and keys, findings, discrepancies, risk and screening have no member here at all.
"""

from datetime import datetime
from typing import Literal

from pydantic import Field

from schemas.company import Company
from schemas.extraction import DocumentType, FeatureName
from schemas.frozen import Frozen
from schemas.integration_api import CaseFeature, CitedEvidence, IntegrationStatus
from schemas.published_events import ExternalIds
from schemas.sources import Environment, FactName, FactValue

SCHEMA_VERSION = 1
"""Of the package: grows when a member changes its meaning or goes; members may be added under the same number."""

Outcome = Literal["approved", "rejected"]


class FactEvidence(Frozen):
    """Who states a value, when, and the bytes that it was read from."""

    source: str
    """A register by its name, `document`, or `officer_input` for what was typed when the case was opened."""
    timestamp: datetime
    """When the source sent it, or the document was uploaded."""
    evidence_hash: str | None
    """`sha256:…` of the answer or the document; None for what was typed."""
    environment: Environment | None
    """`test` if the register was simulated; None for what a person typed or uploaded."""
    citation: CitedEvidence | None = None
    """The place in the document; None where the source is none."""


class HandoffValue(Frozen):
    value: FactValue
    details: dict[str, str] = Field(default_factory=dict)
    """What belongs to the value, such as a director's `role` or an owner's `share_percent`."""
    evidence: tuple[FactEvidence, ...] = Field(min_length=1)
    """Everyone who states just this, the most trusted first."""


class HandoffFact(Frozen):
    value: FactValue | None
    """The value to go by; None of a fact that has several at once, such as directors."""
    values: tuple[HandoffValue, ...] = Field(min_length=1)
    """The same with its evidence; of a fact with several values each of them."""


class HandoffDocument(Frozen):
    document_id: str
    requirement_id: str
    requirement_name: str
    filename: str
    media_type: str
    file_size: int
    """Bytes."""
    sha256: str
    uploaded_at: datetime
    iteration: int
    superseded: bool
    """Whether a later document took its place."""
    document_type: DocumentType
    """What it is by what it says, which need not be what was asked for."""


class HandoffDecision(Frozen):
    outcome: Outcome
    decided_at: datetime
    decided_by: Literal["officer"] = "officer"
    """Always a person; in which role is not told."""
    iteration: int


class HandoffReport(Frozen):
    """The hand-off report, which is made of nothing but this allow-list."""

    sha256: str
    file_size: int


class Handoff(ExternalIds):
    """The decision-ready hand-off of a case."""

    schema_version: int = SCHEMA_VERSION
    case_id: str
    org_id: str
    status: IntegrationStatus
    environment: Environment
    as_of: datetime
    """When the last event of the case happened that other systems hear of."""
    company: Company
    """As it was named when the case was opened; `facts` have what is known of it."""
    facts: dict[FactName, HandoffFact]
    features: dict[FeatureName, CaseFeature]
    documents: tuple[HandoffDocument, ...]
    decision: HandoffDecision | None
    """None until a person has approved or rejected."""
    report: HandoffReport | None = None
    """None until the case is closed."""
    events_cursor: int = 0
    """Of the last event of the case; 0 if it has none yet."""


class LinkedDocument(HandoffDocument):
    url: str
    """Gives the file to whoever has the link, for a quarter of an hour."""


class LinkedReport(HandoffReport):
    url: str


class Package(Handoff):
    """Body of `GET /api/v1/cases/{caseId}/package`."""

    documents: tuple[LinkedDocument, ...]
    report: LinkedReport | None = None
    case_file_url: str
    """A page that shows all this to people, for a day."""
    generated_at: datetime
