"""What a look-up in the outside world is asked and what it answers; one shape for every source.

Three outcomes and never two: found, not found, and could not check. Unavailable is not invalid.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from schemas.company import Company
from schemas.frozen import Frozen


class SourceName(StrEnum):
    VIES = "vies"
    KBO = "kbo"
    NBB = "nbb"
    GAZETTE = "gazette"
    WITHHOLDING = "withholding"
    PEPPOL = "peppol"
    GLEIF = "gleif"
    BRREG = "brreg"
    ARES = "ares"
    ANNUAIRE = "annuaire"
    NORTHDATA = "northdata"
    CRUNCHBASE = "crunchbase"
    WEBSITE = "website"
    SCREENING = "screening"


class NationalRegister(NamedTuple):
    """A register in which the companies of one country come to exist."""

    label: str
    country: str
    """ISO 3166-1 alpha-2."""


NATIONAL_REGISTERS: dict[SourceName, NationalRegister] = {
    SourceName.KBO: NationalRegister("KBO/BCE", "BE"),
    SourceName.BRREG: NationalRegister("Brønnøysund Register", "NO"),
    SourceName.ARES: NationalRegister("ARES", "CZ"),
    SourceName.ANNUAIRE: NationalRegister("Annuaire des Entreprises", "FR"),
}
"""Each is asked about companies of its country, believed before all other sources, and named to whom a case is handed
over. A row here is all that the rest of the house has to know of one."""

_OTHER_LABELS: dict[SourceName, str] = {
    SourceName.VIES: "EU VIES",
    SourceName.NBB: "NBB annual accounts",
    SourceName.GAZETTE: "Belgian Gazette",
    SourceName.WITHHOLDING: "Withholding obligation",
    SourceName.PEPPOL: "PEPPOL",
    SourceName.GLEIF: "GLEIF",
    SourceName.NORTHDATA: "NorthData",
    SourceName.CRUNCHBASE: "Crunchbase",
    SourceName.WEBSITE: "Website",
    SourceName.SCREENING: "Sanctions and PEP screening",
}

SOURCE_LABELS: dict[SourceName, str] = {
    name: NATIONAL_REGISTERS[name].label if name in NATIONAL_REGISTERS else _OTHER_LABELS[name] for name in SourceName
}

SHOWN_AT_OPENING = frozenset({SourceName.VIES, SourceName.NORTHDATA, SourceName.CRUNCHBASE, SourceName.WEBSITE})
"""The sources that the answer of an opening has members for."""

SourceState = Literal["found", "not_found", "unavailable", "not_configured", "not_applicable"]
"""`not_applicable`: the company has nothing this source could be asked about, such as no VAT number."""

Environment = Literal["live", "test"]
CompanyStatus = Literal["active", "liquidation", "bankruptcy", "dissolved", "inactive"]
"""Values of the fact `company_status`, whatever words a register has for them. `liquidation`: being wound up;
`dissolved`: struck off; `inactive`: ceased, with no reason given."""

FactName = Literal[
    "company_name",
    "registration_number",
    "vat_number",
    "vat_valid",
    "vat_consultation_number",
    "registered_address",
    "country",
    "legal_form",
    "company_status",
    "incorporation_date",
    "dissolution_date",
    "activity_code",
    "activity_description",
    "director",
    "owner",
    "employees",
    "establishments",
    "lei",
    "lei_status",
    "direct_parent",
    "phone",
    "email",
    "registry_flag",
    "annual_accounts",
    "equity",
    "turnover",
    "result_of_year",
    "publication",
    "peppol_registered",
    "peppol_document_type",
    "withholding_social_debt",
    "withholding_tax_debt",
    "withholding_valid_until",
    "screened",
    "screening_match",
    "website_url",
    "website_final_url",
    "website_accessible",
    "website_status_code",
    "website_title",
    "website_names_company",
    "website_states_vat_number",
    "website_legal_page",
    "website_contact",
    "website_parked",
    "website_certificate",
    "website_text",
]
"""Dates are ISO 8601 (`2019-03-18`, or `2019-03` and `2019` where a source knows no more), amounts whole euros,
activity codes `NACE 47.91` or `NACEBEL 47910`, document types and publications one fact each."""

SET_FACTS: frozenset[FactName] = frozenset(
    {
        "activity_code",
        "activity_description",
        "director",
        "owner",
        "phone",
        "email",
        "registry_flag",
        "annual_accounts",
        "publication",
        "peppol_document_type",
        "screened",
        "screening_match",
        "website_legal_page",
        "website_contact",
    }
)
"""Facts of which one source may state several; two sources do not contradict each other by stating different ones."""

FactValue = str | bool | int
DataHash = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]


class Person(Frozen):
    """Someone who has to do with a company, as far as a register names them."""

    name: str
    """Given name first."""
    kind: Literal["person", "company"] = "person"
    birth_date: str | None = None
    """ISO 8601; only the year where no more is known."""
    country: str | None = None
    """Nationality or residence, ISO 3166-1 alpha-2."""


class SourceQuery(Frozen):
    """Asks one source about the company of one case."""

    case_id: str
    source: SourceName
    organisation: str
    company: Company
    persons: tuple[Person, ...] = ()
    """Directors and owners that other sources named; only screening looks at them."""
    persons_left_out: int = 0
    """How many more there are, who are too many to be asked about or whom the sources count and do not name."""


class SourceFact(Frozen):
    name: FactName
    value: FactValue
    details: dict[str, str] = Field(default_factory=dict)
    """What belongs to the value: of a director `role`, `since` and `kind` (person or company), of an owner
    `share_percent`, `kind` and `country`, of a publication `act`, `date`, `number` and `url`."""
    data_hash: DataHash | None = None
    """The bytes it was read from, where those are not the answer's own `data_hash`."""


class EvidencePiece(Frozen):
    """Bytes that a source sent, and where they are kept."""

    data_hash: DataHash
    object_key: str
    source_url: str | None


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
    """When the source sent it; of an answer that was kept, that earlier moment."""
    environment: Environment
    data_hash: DataHash | None = None
    object_key: str | None = None
    """Where the raw bytes lie in the object store; None when nothing was received."""
    further: tuple[EvidencePiece, ...] = ()
    """The other exchanges of a look-up that needed several."""
    left_out: int = 0
    """How many facts more the source stated than a case can carry; the evidence has them all."""
    cached: bool = False
    """Whether the source was not asked again, because its last answer may still be used."""
    attempt: int = 1
    """How many times it has been asked for this case in a row without an answer, this time included."""
    not_renewed: str | None = None
    """Why the source did not answer when it was last asked again; what it had said before stands here."""
    recorded_by: str | None = None
    """The key id of the officer who looked it up by hand; None for what the software asked."""

    def fact(self, name: FactName) -> FactValue | None:
        """The first value of a fact this answer states, or None."""
        return next((fact.value for fact in self.facts if fact.name == name), None)

    def all(self, name: FactName) -> tuple[SourceFact, ...]:
        """Everything this answer states of a fact."""
        return tuple(fact for fact in self.facts if fact.name == name)

    @property
    def pieces(self) -> tuple[EvidencePiece, ...]:
        """All bytes the answer rests on."""
        if self.data_hash is None or self.object_key is None:
            return self.further
        first = EvidencePiece(data_hash=self.data_hash, object_key=self.object_key, source_url=self.source_url)
        return (first, *self.further)
