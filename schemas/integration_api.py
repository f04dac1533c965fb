"""What the integration API (`/api/v1`) is sent and answers. Nothing here may hold what only officers see."""

from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, ConfigDict, Field, JsonValue, StringConstraints

from schemas.case_list import FirstMoment, Whole
from schemas.errors import ErrorCode
from schemas.extraction import ExtractionMethod, FeatureName
from schemas.fields import BLANK_IS_ABSENT, Line
from schemas.frozen import Frozen
from schemas.integration_keys import Scope
from schemas.sources import Environment

ErrorType = Literal[
    "authentication_error",
    "authorization_error",
    "validation_error",
    "not_found",
    "conflict",
    "rate_limit_error",
    "internal_error",
    "unavailable",
]
IntegrationStatus = Literal[
    "created", "processing", "submitted", "applicant_blocked", "needs_review", "completed", "failed"
]
ReviewState = Literal["not_started", "pending", "waiting_for_applicant", "approved", "rejected", "ended"]
DocumentStatus = Literal["received", "processed", "failed"]

SESSION_HOURS = 168
MOST_SESSION_HOURS = 8760
PER_PAGE = 50
MOST_PER_PAGE = 100


class ErrorDetail(Frozen):
    type: ErrorType
    code: ErrorCode
    message: str
    """What to do next, in words for whoever wrote the calling system."""
    request_id: str | None = None
    """The same as in the header `X-Request-Id`."""
    field: str | None = None
    """The member of the request that is at fault, where there is one: `prefill.field_values.country`."""


class ErrorEnvelope(Frozen):
    """The body of every refusal under `/api/v1`."""

    error: ErrorDetail


class Health(Frozen):
    status: Literal["ok"]


class Me(Frozen):
    """Whose key this is, and what it may do."""

    org_id: str
    environment: Environment
    key_id: str
    name: str
    scopes: tuple[Scope, ...]
    expires_at: datetime | None


def _is_https(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme.lower() != "https" or not parts.hostname or parts.username is not None:
        raise ValueError("expected an https URL with a host name and without a user name")
    return url


HttpsUrl = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=9, max_length=2000, pattern=r"^[^\x00-\x20\x7f\\]+$"),
    AfterValidator(_is_https),
]
LanguageTag = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=35, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")
]
"""As BCP 47 writes them: `nl`, `fr-BE`, `zh-Hant-TW`."""
Named = Annotated[Line | None, BLANK_IS_ABSENT]


class FieldValues(Frozen):
    """What is known of the company. Members beyond these are kept with the case as its additional data."""

    model_config = ConfigDict(frozen=True, extra="allow")
    __pydantic_extra__: dict[str, JsonValue]

    company_name: Line
    """The legal name."""
    country: Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, max_length=100)]
    """ISO 3166-1 alpha-2, of the EEA."""
    company_registration_number: Named = None
    """The number in the national register. Give this or `vat_number`, at least one of the two."""
    vat_number: Named = None
    """With or without its country prefix. A Belgian one yields the registration number if that is not given."""
    website_url: Annotated[
        Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] | None, BLANK_IS_ABSENT
    ] = None


class Prefill(Frozen):
    model_config = ConfigDict(frozen=True, extra="forbid")

    field_values: FieldValues


class SessionRequest(Frozen):
    """Opens a case for a customer of yours. The answer has the link to send to the customer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    case_type_id: Line
    """The template of the case: what the customer is asked for."""
    prefill: Prefill
    idempotency_key: Annotated[Line | None, BLANK_IS_ABSENT] = None
    """Required here or in the header `Idempotency-Key`. The same request under the same key opens one case, however
    often it is sent."""
    ttl_hours: int = Field(SESSION_HOURS, ge=1, le=MOST_SESSION_HOURS, strict=True)
    """How long the link lives. When the customer is asked again it lives on for as long as the template says."""
    return_url: Annotated[HttpsUrl | None, BLANK_IS_ABSENT] = None
    """Where the customer goes afterwards; https."""
    locale: Annotated[LanguageTag | None, BLANK_IS_ABSENT] = None
    """The language of the customer, as BCP 47 writes it."""
    external_case_id: Named = None
    """What you call this case; the list of cases can be searched for it."""
    external_applicant_id: Named = None
    external_customer_id: Named = None
    trace_id: Named = None


class SessionCreated(Frozen):
    session_id: str
    """The session is the case: both have one id."""
    case_id: str
    status: IntegrationStatus
    signed_url: str
    """The customer's link. Whoever has it may upload and answer, so it goes to the customer and to nobody else."""
    expires_at: datetime
    """When the link ends, unless the customer is asked again."""
    snippet: str
    """The link as HTML, to be put into a page of yours."""
    idempotent_replay: bool
    """Whether this request had been answered before."""


class CasePageQuery(Frozen):
    """All query parameters of the list. One that is unknown is refused: a typo must not look like a filter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    limit: Annotated[Whole, Field(ge=1, le=MOST_PER_PAGE)] = Field(
        PER_PAGE, description=f"How many cases at most; {PER_PAGE} unless told.", examples=[PER_PAGE]
    )
    cursor: Annotated[str, StringConstraints(max_length=200)] | None = Field(
        None, description="`next_cursor` of the page before. It means nothing but that.", examples=[None]
    )
    status: tuple[IntegrationStatus, ...] = Field(
        (), description="Only cases in one of these statuses.", examples=[["needs_review", "completed"]]
    )
    external_case_id: Line | None = Field(
        None, description="Only cases whose session named this id, to the letter.", examples=["order-4711"]
    )
    created_after: FirstMoment | None = Field(
        None,
        description="Only cases opened after this moment; a date means its beginning in UTC.",
        examples=["2026-03-01"],
    )


class CaseListItem(Frozen):
    case_id: str
    external_case_id: str | None
    case_type_id: str
    environment: Environment
    status: IntegrationStatus
    review_state: ReviewState
    created_at: datetime
    updated_at: datetime


class CasePage(Frozen):
    """The newest cases first. The statuses are as the database has them and may be seconds old."""

    cases: tuple[CaseListItem, ...]
    next_cursor: str | None
    """Where the next page begins; null on the last one."""
    has_more: bool


class Location(Frozen):
    """A half-open span of the page's text: `text[char_start:char_end]` is the quote, counted in Unicode code points."""

    char_start: int
    char_end: int


class CitedEvidence(Frozen):
    """Where in which document a value stands."""

    evidence_id: str
    doc_id: str
    page_index: int
    location: Location
    quote: str
    method: ExtractionMethod
    confidence: float | None
    """How sure the text recognition was, from 0 to 1; null for text that was in the document."""


class FeatureCandidate(Frozen):
    """A value that a document gives."""

    candidate_id: str
    value_raw: str
    value_normalized: str
    evidence_ids: tuple[str, ...]
    details: dict[str, str]
    """What belongs to the value: of a director the `function`, of an owner the `share_percent`."""
    valid: bool


class KeptValue(Frozen):
    """Which candidates are kept. `unresolved`: none, until somebody chooses."""

    decision_id: str
    decision: Literal["keep", "unresolved"]
    selected_candidate_id: str | None
    selected_candidate_ids: tuple[str, ...]
    """All that are kept: of a fact with one value those that agree on it, the selected one first."""


class CaseFeature(Frozen):
    """What the documents say of one fact."""

    decision: KeptValue
    candidates: tuple[FeatureCandidate, ...]
    evidence: tuple[CitedEvidence, ...]


class DocumentOfCase(Frozen):
    """A document that the customer sent."""

    doc_id: str
    name: str
    type: str
    """What it was asked for as: a requirement of the template, or the kind of document that was asked for later."""
    media_type: str
    sha256: str
    size: int
    """Bytes."""
    uploaded_at: datetime
    status: DocumentStatus
    """`received` until it has been read, `failed` if it could not be opened or read; as the events of the case say."""


class IntegrationCase(Frozen):
    """A case as it stands. Members may be added: ignore those that you do not know."""

    case_id: str
    session_id: str
    org_id: str
    environment: Environment
    case_type_id: str
    status: IntegrationStatus
    review_state: ReviewState
    external_case_id: str | None
    external_applicant_id: str | None
    external_customer_id: str | None
    trace_id: str | None
    features: dict[FeatureName, CaseFeature]
    documents: tuple[DocumentOfCase, ...]
    version: int
    """The cursor of the last event of the case: read on from here."""
    created_at: datetime
    updated_at: datetime
    """When the last event happened."""
