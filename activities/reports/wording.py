"""The words and numbers of the report, as people read them."""

from datetime import UTC, datetime

from pydantic import JsonValue

from schemas.commands import Actor, Decision
from schemas.documents import DocumentProblem
from schemas.events import CaseEvent, EventName
from schemas.investigation import RecommendedAction, ResponseType
from schemas.mcc import MccClassification
from schemas.sources import FactName, SourceState
from schemas.status import CaseStatus

OUTCOMES: dict[CaseStatus, str] = {CaseStatus.APPROVED: "Approved", CaseStatus.REJECTED: "Rejected"}

DECISIONS: dict[Decision, str] = {
    "approve": "Approved",
    "reject": "Rejected",
    "follow_up": "Follow-up asked",
    "escalate": "Escalated",
    "return": "Returned to the officers",
}

RECOMMENDED: dict[RecommendedAction, str] = {
    "approve": "to approve",
    "follow_up": "to ask the customer again",
    "escalate": "to escalate",
}

FACTS: dict[FactName, str] = {
    "company_name": "Company name",
    "registration_number": "Registration number",
    "vat_number": "VAT number",
    "vat_valid": "VAT number valid",
    "vat_consultation_number": "VIES consultation number",
    "registered_address": "Registered address",
    "country": "Country",
    "website_url": "Website",
    "website_final_url": "Website leads to",
    "website_accessible": "Website answers",
    "website_status_code": "Website HTTP status",
    "website_title": "Website title",
    "website_names_company": "Website names the company",
    "website_states_vat_number": "Website states the VAT number",
}

SOURCE_STATES: dict[SourceState, str] = {
    "found": "Found",
    "not_found": "Not found",
    "unavailable": "Could not be checked",
    "not_configured": "Not configured",
    "not_applicable": "Not applicable",
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

ABBREVIATIONS = {"id": "ID", "mcc": "MCC", "sha256": "SHA-256", "url": "URL", "vat": "VAT", "vies": "VIES"}

MAX_DETAIL_CHARACTERS = 280
"""The log on paper is for finding one's way; the attached case file has every event in full."""


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


def event_name(event: CaseEvent) -> str:
    return label(event.event.value.lower())


_TOLD: dict[EventName, tuple[str, ...]] = {
    EventName.CASE_CREATED: ("environment",),
    EventName.SOURCE_ANSWERED: ("source", "state", "reason", "environment"),
    EventName.DOCUMENT_UPLOADED: ("requirement_id", "filename", "file_size", "iteration"),
    EventName.CUSTOMER_SUBMITTED: ("iteration", "answers", "task_responses"),
    EventName.DOCUMENTS_VALIDATED: ("results",),
    EventName.VALIDATION_BOUNCE_BACK: ("tasks",),
    EventName.INVESTIGATION_COMPLETED: (
        "iteration",
        "risk_score",
        "recommended_action",
        "findings",
        "discrepancies",
        "rule_set",
    ),
    EventName.MCC_RECLASSIFIED: ("notes",),
    EventName.TASKS_GENERATED: ("tasks", "method"),
    EventName.TASKS_REGENERATED: ("tasks", "method"),
    EventName.REPORT_GENERATED: ("object_key", "sha256"),
}
"""What is told of the events that carry much: the report shows the rest of it in other places."""


def event_details(event: CaseEvent) -> str:
    """What the event says, shortened; members without a value are left out, lists and tables are counted."""
    if event.event is EventName.STATUS_CHANGED:
        return f"{event.data.get('from')} → {event.data.get('to')}"
    if event.event is EventName.MCC_CLASSIFIED:
        code = MccClassification.model_validate(event.data["classification"]).primary_recommendation
        return f"{code.mcc_code} {code.description}" if code else "Too little is known"
    names = _TOLD.get(event.event, tuple(event.data))
    told = {name: event.data[name] for name in names if event.data.get(name) not in (None, "", [], {})}
    return _shortened(" · ".join(f"{label(name)}: {_brief(given)}" for name, given in told.items()))


def _brief(given: JsonValue) -> str:
    if isinstance(given, dict) or (isinstance(given, list) and any(isinstance(item, dict) for item in given)):
        return str(len(given))
    return value(given)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MAX_DETAIL_CHARACTERS else text[: MAX_DETAIL_CHARACTERS - 1] + "…"
