"""The words and numbers of the report, as people read them."""

from datetime import UTC, datetime

from pydantic import JsonValue

from domain.profile import OFFICER_INPUT
from schemas.actor import Actor
from schemas.commands import Decision
from schemas.documents import DocumentProblem
from schemas.investigation import (
    DimensionName,
    DiscrepancyType,
    DueDiligence,
    RecommendedAction,
    ResolutionKind,
    ResponseType,
)
from schemas.screening import ScreeningVerdict
from schemas.sources import SOURCE_LABELS, SourceName, SourceState
from schemas.status import CaseStatus

OUTCOMES: dict[CaseStatus, str] = {CaseStatus.APPROVED: "Approved", CaseStatus.REJECTED: "Rejected"}

DECISIONS: dict[Decision, str] = {
    "approve": "Approved",
    "reject": "Rejected",
    "follow_up": "Follow-up asked",
    "escalate": "Escalated",
    "return": "Returned to the officers",
}

METHODS = {"rules": "by rules", "llm": "with a language model"}
RECOMMENDED: dict[RecommendedAction, str] = {
    "approve": "to approve",
    "follow_up": "to ask the customer again",
    "escalate": "to escalate",
}

SOURCE_STATES: dict[SourceState, str] = {
    "found": "Found",
    "not_found": "Not found",
    "unavailable": "Could not be checked",
    "not_configured": "Not configured",
    "not_applicable": "Not applicable",
}

DIMENSIONS: dict[DimensionName, tuple[str, str]] = {
    "customer": ("Customer", "who the company is, who directs and owns it"),
    "geographic": ("Geographic", "where it is and where it does business"),
    "product": ("Product", "what it sells, by its merchant category"),
    "transaction": ("Transaction", "what it expects to process"),
    "delivery_channel": ("Delivery channel", "how it became a customer"),
}
"""The name of each risk factor of EBA/GL/2021/02, and what it is about."""

DUE_DILIGENCE: dict[DueDiligence, str] = {
    "standard": "Standard due diligence",
    "edd_recommended": "Enhanced due diligence recommended",
    "edd_mandatory": "Enhanced due diligence mandatory",
}

DISCREPANCY_TYPES: dict[DiscrepancyType, str] = {
    "name": "Names differ",
    "address": "Addresses differ",
    "legal_form": "Legal forms differ",
    "director": "Directors differ",
    "number": "Numbers differ",
    "activity": "Activities differ",
    "status": "Statuses differ",
    "incorporation_date": "Dates of incorporation differ",
}

RESOLUTIONS: dict[ResolutionKind, str] = {
    "accepted_variance": "Accepted as a variance",
    "verified_no_issue": "Verified, no issue",
    "customer_corrected": "Corrected by the customer",
    "escalated": "Escalated",
}

SCREENING_VERDICTS: dict[ScreeningVerdict, str] = {
    "false_positive": "Dismissed: somebody else",
    "true_match": "Confirmed",
    "undecided": "Taken back",
}

DOCUMENT_PROBLEMS: dict[DocumentProblem, str] = {
    "missing_object": "Missing",
    "altered": "Altered",
    "password_protected": "Password protected",
    "damaged": "Damaged",
    "no_pages": "No pages",
    "too_complex": "Too complex",
    "unreadable_in_time": "Unreadable in time",
}

RESPONSE_TYPES: dict[ResponseType, str] = {"text": "Text", "document": "Document", "yes_no": "Yes or no"}

ABBREVIATIONS = {
    "id": "ID", "kbo": "KBO", "lei": "LEI", "mcc": "MCC", "nbb": "NBB", "pep": "PEP", "peppol": "PEPPOL",
    "sha256": "SHA-256", "tls": "TLS", "url": "URL", "vat": "VAT", "vies": "VIES",
}  # fmt: skip


def moment(when: datetime) -> str:
    """`2026-10-05 14:02:11`, in UTC."""
    return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def value(given: JsonValue | tuple[str, ...]) -> str:
    """An answer or a fact on one line."""
    if given is None:
        return "—"
    if isinstance(given, bool):
        return "Yes" if given else "No"
    if isinstance(given, list | tuple):
        return ", ".join(value(item) for item in given) or "None"
    if isinstance(given, dict):
        return "; ".join(f"{label(name)}: {value(item)}" for name, item in given.items())
    return str(given) if str(given).strip() else "—"


def label(name: str) -> str:
    """`website_no_name` becomes `Website no name`, and `vat_number` `VAT number`."""
    words = [ABBREVIATIONS.get(word, word) for word in name.replace("_", " ").replace("-", " ").split()]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def person(actor: Actor) -> str:
    """The key id and role of somebody with a key; the customer and the system have none."""
    return label(actor.role) if actor.role in ("customer", "system") else f"{actor.id} ({label(actor.role).lower()})"


def pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def size(count: int) -> str:
    """Bytes, in the unit people use."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def source(name: str) -> str:
    """A source as the profile or an answer names it; `officer_input` is what was typed when the case was opened."""
    if name == OFFICER_INPUT:
        return "Officer"
    return SOURCE_LABELS[SourceName(name)] if name in list(SourceName) else name


def counted(number: int, noun: str) -> str:
    """`1 judgement`, `3 judgements`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
