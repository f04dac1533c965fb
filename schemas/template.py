"""What a case of one kind asks of the customer. A case carries its template with it for life."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from schemas.frozen import Frozen

DocumentFormat = Literal["pdf", "docx", "png", "jpg"]
DocumentType = Literal[
    "articles_of_association",
    "register_extract",
    "certificate_of_incorporation",
    "ubo_declaration",
    "identity_document",
    "utility_bill",
    "bank_statement",
    "annual_accounts",
    "power_of_attorney",
    "tax_certificate",
    "lease",
    "invoice",
    "unknown",
]
"""What kind of document one is by what it says."""
PortalLanguage = Literal["en", "nl", "fr", "de"]
"""The portal's languages."""
QuestionType = Literal["text", "textarea", "select", "multi_select"]
Words = Annotated[str, StringConstraints(pattern=r"\S")]
"""Something to read, not only spaces."""


class RequirementWords(Frozen):
    """What a customer reads of a document requirement, in another language."""

    name: Words
    description: Words


class QuestionWords(Frozen):
    """What a customer reads of a question, in another language."""

    text: Words
    options: tuple[Words, ...] = ()
    """In the question's order. What is chosen is stored in the template's own words, whatever was read."""


def _not_into_english(translations: Mapping[PortalLanguage, object]) -> Mapping[PortalLanguage, object]:
    if "en" in translations:
        raise ValueError("a template's own words are English; translate them into other languages")
    return translations


def _is_empty(translations: Mapping[PortalLanguage, object]) -> bool:
    return not translations


class DocumentRequirement(Frozen):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]{1,63}$")
    name: str
    description: str
    required: bool = True
    document_types: tuple[DocumentType, ...] = ()
    """Which documents will do; none named, any will."""
    max_age_days: int | None = Field(default=None, ge=1)
    """How old the document may be on the day it is uploaded, by the date that it bears; None for any age."""
    accepted_formats: tuple[DocumentFormat, ...] = ("pdf", "docx", "png", "jpg")
    translations: Annotated[dict[PortalLanguage, RequirementWords], AfterValidator(_not_into_english)] = Field(
        default_factory=dict, exclude_if=_is_empty
    )
    """Its words in the portal's other languages. Left out if there are none, as in cases of before."""


class Question(Frozen):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]{1,63}$")
    text: str
    type: QuestionType
    required: bool = True
    options: tuple[str, ...] = ()
    translations: Annotated[dict[PortalLanguage, QuestionWords], AfterValidator(_not_into_english)] = Field(
        default_factory=dict, exclude_if=_is_empty
    )
    """As those of a requirement."""

    @model_validator(mode="after")
    def _options_where_choosing(self) -> "Question":
        if self.type in ("select", "multi_select") and not self.options:
            raise ValueError(f"question {self.id!r} is a {self.type} and needs options")
        return self

    @model_validator(mode="after")
    def _each_option_is_translated(self) -> "Question":
        for language, words in self.translations.items():
            if len(words.options) != len(self.options) or len(set(words.options)) != len(words.options):
                raise ValueError(f"question {self.id!r} needs {len(self.options)} different options in {language!r}")
        return self


class CaseTemplate(Frozen):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]{1,63}$")
    name: str
    description: str
    document_requirements: tuple[DocumentRequirement, ...]
    questions: tuple[Question, ...]
    max_iterations: int = Field(default=5, ge=1, le=50)
    max_timeline_days: int = Field(default=60, ge=1, le=3650)
    """A case that is not decided this long after its opening has failed."""
    portal_token_days: int = Field(default=30, ge=1, le=365)
    """How long the customer's link works after the opening, and again after each follow-up."""
    model_wait_seconds: int = Field(default=60, ge=0, le=600)
    """How long the case waits for a language model before it goes on with the rules' answer; 0 asks none."""
    reminder_days: tuple[Annotated[int, Field(ge=1)], ...] = (7, 1)
    """How many days before the link expires its customer is reminded, if it is the customer's turn."""

    @model_validator(mode="after")
    def _ids_are_unique(self) -> "CaseTemplate":
        for kind, ids in (
            ("document requirement", [item.id for item in self.document_requirements]),
            ("question", [item.id for item in self.questions]),
        ):
            if len(ids) != len(set(ids)):
                raise ValueError(f"template {self.id!r} names a {kind} twice")
        return self
