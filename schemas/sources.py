"""What a look-up in the outside world is asked and what it answers; one shape for every source.

Three outcomes and never two: found, not found, and could not check. Unavailable is not invalid.
"""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from schemas.company import Company
from schemas.frozen import Frozen


class SourceName(StrEnum):
    VIES = "vies"
    WEBSITE = "website"
    NORTHDATA = "northdata"
    CRUNCHBASE = "crunchbase"


SOURCE_LABELS: dict[SourceName, str] = {
    SourceName.VIES: "EU VIES",
    SourceName.WEBSITE: "Website",
    SourceName.NORTHDATA: "NorthData",
    SourceName.CRUNCHBASE: "Crunchbase",
}

SourceState = Literal["found", "not_found", "unavailable", "not_configured", "not_applicable"]
"""`not_applicable`: the company has nothing this source could be asked about, such as no VAT number."""

Environment = Literal["live", "test"]

FactName = Literal[
    "company_name",
    "registration_number",
    "vat_number",
    "vat_valid",
    "vat_consultation_number",
    "registered_address",
    "country",
    "website_url",
    "website_final_url",
    "website_accessible",
    "website_status_code",
    "website_title",
    "website_names_company",
    "website_states_vat_number",
]


class SourceQuery(Frozen):
    """Asks one source about the company of one case."""

    case_id: str
    company: Company


class SourceFact(Frozen):
    name: FactName
    value: str | bool | int


class SourceAnswer(Frozen):
    """One source's answer at one moment, with the hash of the bytes it was read from."""

    source: SourceName
    state: SourceState
    reason: str | None = None
    """A stable code when the state is not `found`: `MS_UNAVAILABLE`, `timeout`, `address_not_public`, …"""
    retry_after_seconds: float | None = None
    facts: tuple[SourceFact, ...] = ()
    source_url: str | None = None
    collected_at: datetime
    environment: Environment
    data_hash: str | None = Field(default=None, pattern=r"^sha256:[0-9a-f]{64}$")
    object_key: str | None = None
    """Where the raw bytes lie in the object store; None when nothing was received."""

    def fact(self, name: FactName) -> str | bool | int | None:
        """The value of a fact this answer states, or None."""
        return next((fact.value for fact in self.facts if fact.name == name), None)
