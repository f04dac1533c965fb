"""What is sent to a case: one tolerant envelope, and the bodies it may carry.

A signal that fails to decode is dropped by the SDK without a word, so the envelope accepts any JSON and the body is
validated inside the handler, where a refusal can be recorded. Both are frozen for ever: changes are additive only.
"""

from contextlib import suppress
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, Field, JsonValue, StringConstraints, WithJsonSchema, model_validator

from schemas.actor import Actor
from schemas.documents import CaseDocument
from schemas.errors import ErrorCode
from schemas.extraction import CandidateChoice
from schemas.frozen import Frozen
from schemas.investigation import ResolutionKind, ResponseType
from schemas.screening import ScreeningVerdict
from schemas.sources import DataHash, FactName, FactValue
from schemas.status import CaseStatus

Decision = Literal["approve", "reject", "follow_up", "escalate", "return"]
"""`return` hands an escalated case back to the officers."""
CommandKind = Literal[
    "decision",
    "mcc-decision",
    "follow-up",
    "document",
    "fact-decision",
    "discrepancy-resolution",
    "withholding-check",
    "candidate-decision",
    "screening-decision",
]
"""What a case is told by signal."""
RequestKind = Literal["regenerate-tasks", "reclassify-mcc"]
"""What a case is asked to compute once more, by update."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]
NonEmptyText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


def _four_digits(text: str) -> str:
    if len(text) != 4 or not (text.isascii() and text.isdigit()):
        raise ValueError("expected a four-digit code")
    return text


FourDigits = Annotated[str, AfterValidator(_four_digits), WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}$"})]


class CommandEnvelope(Frozen):
    """What every signal carries. Decoding it cannot fail on any JSON; a member of the wrong type counts as absent."""

    command_id: str = ""
    """Chosen by the sender. The same id twice changes nothing the second time."""
    actor: Actor = Actor(id="unknown", role="unknown")
    expected_version: int | None = None
    body: dict[str, JsonValue] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _tolerate(cls, value: Any) -> Any:
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            return {}
        kept: dict[str, Any] = {}
        if isinstance(value.get("command_id"), str):
            kept["command_id"] = value["command_id"]
        if isinstance(value.get("body"), dict):
            kept["body"] = value["body"]
        version = value.get("expected_version")
        if isinstance(version, int) and not isinstance(version, bool):
            kept["expected_version"] = version
        with suppress(ValueError):  # an actor that cannot be read stays `unknown`, and is refused as such
            kept["actor"] = Actor.model_validate(value.get("actor"))
        return kept


class RequestedTask(Frozen):
    """A task the officer asks of the customer; `description` is shown to the customer as written."""

    description: NonEmptyText
    response_type: ResponseType
    document_type: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,63}$")] | None = None
    required: bool = True

    @model_validator(mode="after")
    def _document_tasks_name_their_type(self) -> "RequestedTask":
        if self.response_type == "document" and self.document_type is None:
            raise ValueError("document_type: a task with response_type 'document' names it")
        return self


class DecisionBody(Frozen):
    decision: Decision
    reason: Text | None = None
    follow_up_tasks: tuple[RequestedTask, ...] = Field(default=(), max_length=20)

    @model_validator(mode="after")
    def _follow_up_has_tasks(self) -> "DecisionBody":
        if self.decision == "follow_up" and not self.follow_up_tasks:
            raise ValueError("follow_up_tasks: a follow_up decision lists at least one task for the customer")
        if self.decision != "follow_up" and self.follow_up_tasks:
            raise ValueError("follow_up_tasks: only a follow_up decision may list tasks")
        return self


class MccDecisionBody(Frozen):
    action: Literal["accept", "reject", "override"]
    override_mcc: FourDigits | None = None
    notes: Text | None = None

    @model_validator(mode="after")
    def _override_alone_names_a_code(self) -> "MccDecisionBody":
        if self.action == "override" and self.override_mcc is None:
            raise ValueError("override_mcc: an override names the new four-digit code")
        if self.action != "override" and self.override_mcc is not None:
            raise ValueError("override_mcc: only an override names a code")
        return self


class ReclassifyBody(Frozen):
    notes: Text | None = None
    """What the classification overlooked, in an officer's words."""


class FactDecisionBody(Frozen):
    """Which source's value of a fact is the one to go by."""

    name: FactName
    value: FactValue
    source: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    """As the company profile names it, such as `KBO/BCE`, or `officer_input`."""
    reason: NonEmptyText


class CandidateDecisionBody(CandidateChoice):
    """Which candidate of a feature is to be kept: one that was found, one that the officer cited, or none."""

    reason: NonEmptyText


class DiscrepancyResolutionBody(Frozen):
    """How a discrepancy is settled, as it stood when the officer read it."""

    discrepancy_id: Annotated[str, StringConstraints(pattern=r"^disc_[a-z0-9_]{1,80}$")]
    fingerprint: Annotated[str, StringConstraints(max_length=100)]
    resolution: ResolutionKind
    reason: NonEmptyText


ShortLine = Annotated[str, StringConstraints(max_length=300)]


class ScreeningDecisionBody(Frozen):
    """Whether a screening match is the one who was screened, as it stood when the officer read it."""

    match_id: Annotated[str, StringConstraints(pattern=r"^match_[0-9a-f]{16}$")]
    fingerprint: Annotated[str, StringConstraints(max_length=100)]
    decision: ScreeningVerdict
    reason: NonEmptyText
    subject: ShortLine = ""
    """The name that was screened, the entry's, and the codes of its lists, for whoever reads the log."""
    entry: ShortLine = ""
    lists: Annotated[tuple[ShortLine, ...], Field(max_length=100)] = ()
    of_sanctions: bool = False
    """Whether the entry is about sanctions: who may say then that it is somebody else is fewer."""


class Proof(Frozen):
    """What an officer saw, as a file in the object store."""

    data_hash: DataHash
    object_key: Annotated[str, StringConstraints(max_length=500)]


class WithholdingCheckBody(Frozen):
    """What an officer read of the withholding obligation (Belgium): the public page answers people only."""

    social_debt: bool
    """Whether 35 % are to be withheld for social contributions (Art. 30bis, Law of 27 June 1969)."""
    tax_debt: bool
    """Whether 15 % are to be withheld for taxes (Art. 54, Code of recovery of tax claims)."""
    out_of_scope: bool = False
    """The page said that the obligation does not concern this company."""
    valid_until: date | None = None
    checked_at: AwareDatetime | None = None
    """None: at the moment at which the case was told."""
    note: Text | None = None
    proof: Proof | None = None


AnswerValue = Text | Annotated[tuple[Text, ...], Field(max_length=50)] | bool


class FollowUpBody(Frozen):
    """The customer's submission: answers to the template's questions and to follow-up tasks."""

    task_responses: dict[str, Text | bool] = Field(default_factory=dict, max_length=100)
    answers: dict[str, AnswerValue] = Field(default_factory=dict, max_length=100)


class DocumentBody(Frozen):
    document: CaseDocument


class Outcome(Frozen):
    """What became of a command. `unknown` means that no such command has reached the case (or long ago)."""

    state: Literal["applied", "rejected", "unknown"]
    status: CaseStatus | None = None
    version: int | None = None
    code: ErrorCode | None = None
    message: str | None = None
    field: str | None = None
    """The member of the body that was at fault, where there is one."""
    body_hash: str | None = None
    """SHA-256 of the canonical body, to tell a repeated command from a reused id."""
