"""What was read in a document: the text of its pages, and the values found in it, each with the place it was found at.

Places are half-open spans `[char_start, char_end)` over the stored text of one page, counted in Unicode code points,
and `text[char_start:char_end] == quote` always: a page makes its citations itself (`PageText.cite`), a finished
extraction is checked against its pages (`Extraction`), and Postgres checks each row again.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from schemas.actor import Actor
from schemas.agents import AgentExecution, AgentRun
from schemas.documents import CaseDocument
from schemas.frozen import Frozen
from schemas.template import DocumentType as DocumentType

FeatureName = Literal[
    "company_name",
    "legal_form",
    "registration_number",
    "vat_number",
    "registered_address",
    "incorporation_date",
    "director",
    "beneficial_owner",
    "iban",
    "account_holder",
    "document_date",
    "issuer",
    "expiry_date",
]
"""What is looked for in documents. `issuer` is who issued the document: a bank, a utility, a register, a state."""

SET_FEATURES: frozenset[FeatureName] = frozenset({"director", "beneficial_owner", "iban"})
"""Features of which a company has several values at once."""

OF_EACH_DOCUMENT: frozenset[FeatureName] = frozenset({"document_date", "issuer", "expiry_date"})
"""Features of a document and not of the company: each document has its own."""

Language = Literal["nl", "fr", "de", "en", "unknown"]
ExtractionMethod = Literal["born_digital_text", "ocr", "docx_text", "officer_input"]

MAX_QUOTE = 1000
MAX_PAGES_OF_TEXT = 50
MAX_PAGES_OF_PICTURES = 15
"""A scanned page takes seconds. What a document has beyond these limits is not read, which is said."""
MAX_CHARACTERS_OF_PAGE = 20_000
"""The densest that people print has less."""
MAX_CHARACTERS_OF_DOCUMENT = 400_000
MAX_WORDS_OF_DOCUMENT = 60_000
"""Fifty full pages of a contract. A word takes a hundred times as much memory as its letters."""

Confidence = Annotated[float, Field(ge=0, le=1)]


class Word(Frozen):
    """Where one word of a page's text stands on the page: in the page's units, from its upper left corner."""

    char_start: int = Field(ge=0)
    char_end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: Confidence | None = None
    """How sure the OCR was; None for text that was in the document."""


class Span(Frozen):
    char_start: int = Field(ge=0)
    char_end: int

    @model_validator(mode="after")
    def _holds_something(self) -> "Span":
        if self.char_end <= self.char_start:
            raise ValueError("char_end: a span holds at least one character")
        return self


class Evidence(Frozen):
    """One place in one document at which a value stands."""

    evidence_id: str
    doc_id: str
    page_index: int = Field(ge=0)
    location: Span
    quote: str = Field(max_length=MAX_QUOTE)
    method: ExtractionMethod
    confidence: Confidence | None = None

    @model_validator(mode="after")
    def _as_long_as_its_span(self) -> "Evidence":
        if len(self.quote) != self.location.char_end - self.location.char_start:
            raise ValueError("quote: it is not as long as its span")
        return self


class Candidate(Frozen):
    """A value that a document gives for a feature. `value_raw` is the quote of its first evidence, or what an officer
    typed; `value_normalized` is in one writing whatever the document's: dates ISO 8601, numbers without punctuation,
    names in one case-preserving line."""

    candidate_id: str
    feature: FeatureName
    value_raw: str
    value_normalized: str
    details: dict[str, str] = Field(default_factory=dict)
    """What belongs to the value: of a director `function`, of an owner `share_percent` (`60`, `33.33`)."""
    valid: bool = True
    proposed_by: Literal["rules", "model", "officer"] = "rules"
    """Who read it there. What only a language model has read is not kept before an officer says so."""
    problem: str | None = None
    """Why it is not valid: `checksum`, `impossible_date`, …; an invalid one is never kept by itself."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class PageText(Frozen):
    """The stored text of one page, and where its words stand."""

    page_index: int = Field(ge=0)
    text: str
    method: ExtractionMethod
    width: float
    height: float
    """In PDF points; of a picture, in pixels; 0 where there is no layout (DOCX)."""
    words: tuple[Word, ...] = ()

    def cite(self, char_start: int, char_end: int) -> str:
        """The text of a span; ValueError if it is not within the page."""
        if not 0 <= char_start < char_end <= len(self.text):
            raise ValueError(f"[{char_start}, {char_end}) is not within the {len(self.text)} characters of the page")
        return self.text[char_start:char_end]


ReadingProblem = Literal[
    "needs_ocr",
    "damaged",
    "password_protected",
    "too_complex",
    "unreadable_in_time",
    "no_text",
    "not_searched",
    "not_available",
]
"""`not_searched`: it was read, and its text could not be searched; `not_available`: a store of ours was away."""


class Extraction(Frozen):
    """What one document says. Refuses to exist if one of its citations is not what its page says."""

    doc_id: str
    document_type: DocumentType
    language: Language
    pages: tuple[PageText, ...]
    candidates: tuple[Candidate, ...] = ()
    left_out: int = 0
    """How many values more it says than are candidates."""

    @model_validator(mode="after")
    def _cites_its_pages(self) -> "Extraction":
        pages = {page.page_index: page for page in self.pages}
        for candidate in self.candidates:
            for evidence in candidate.evidence:
                page = pages.get(evidence.page_index)
                place = evidence.location
                if page is None or page.text[place.char_start : place.char_end] != evidence.quote:
                    raise ValueError(f"{candidate.candidate_id}: page {evidence.page_index} does not say this there")
        return self


class DocumentToRead(Frozen):
    case_id: str
    document: CaseDocument


class DocumentReading(Frozen):
    """What a case keeps of a document that was read. The texts of the pages lie beside the document in the object
    store, as `{case_id}/pages/{document_id}/page-{page_index}.json`, and its pictures as `….png`."""

    document_id: str
    document_type: DocumentType = "unknown"
    language: Language = "unknown"
    page_count: int | None = None
    pages_read: int = 0
    pages_by_ocr: int = 0
    problem: ReadingProblem | None = None
    """Why it could not be read, or not the whole of it; what could be read is here all the same."""
    candidates: tuple[Candidate, ...] = ()
    candidates_left_out: int = 0
    """How many more there are than a case can carry."""
    proposals_dropped: int = 0
    """How many values a language model proposed whose quote does not stand in the document."""
    ask_model: bool = False
    """Whether a language model is configured that may propose further candidates."""
    proposals_execution_id: str | None = Field(default=None, exclude_if=lambda execution_id: execution_id is None)
    """The run that a language model's candidates came from. Left out where there is none, as in events of before."""
    read_at: datetime


class ProposalRequest(Frozen):
    """Asks a language model what else a document says that was read."""

    case_id: str
    reading: DocumentReading
    run: AgentRun | None = None
    """None in requests from before runs were kept."""


class Proposals(Frozen):
    """What a language model proposed, as far as it quoted the document word for word."""

    candidates: tuple[Candidate, ...] = ()
    dropped: int = 0
    """How many proposals there were whose quote stands nowhere in the document."""
    execution: AgentExecution | None = None
    """The run to put on record."""


class CandidateChoice(Frozen):
    """What an officer chose as the value of a feature."""

    feature: FeatureName
    candidate_id: str | None = None
    """None if no value is to be kept."""
    keep: bool = True
    """False if this one is not to be kept: of a feature with several values, the others stay as they are."""
    candidate: Candidate | None = None
    """The whole candidate, where the officer cited it by hand."""
    reason: str


class CandidateDecision(CandidateChoice):
    """An officer's choice, with who made it and when."""

    actor: Actor
    decided_at: datetime


class FeatureDecision(Frozen):
    """What is kept of a feature, and why."""

    decision_id: str
    decision: Literal["keep", "unresolved"]
    selected_candidate_id: str | None = None
    selected_candidate_ids: tuple[str, ...] = ()
    """All that are kept: of a feature with one value the candidates that agree on it, the selected one first."""
    decided_by: Literal["agreement", "officer"] | None = None
    """None as long as nobody has."""
    reason: str
    actor: Actor | None = None
    decided_at: datetime | None = None


class Feature(Frozen):
    """All that the documents of a case say of one feature."""

    decision: FeatureDecision
    candidates: tuple[Candidate, ...]
    evidence: tuple[Evidence, ...]
