"""A hand-off in words for people: those that the case file and the hand-off report share."""

from collections.abc import Mapping
from datetime import UTC, datetime

from domain.profile import OFFICER_INPUT
from schemas.extraction import DocumentType, ExtractionMethod, FeatureName
from schemas.handoff import FactEvidence, Handoff, HandoffDecision, HandoffValue, Outcome
from schemas.integration_api import CitedEvidence
from schemas.published_events import PublishedType
from schemas.sources import FactName

FEATURES: Mapping[FeatureName, str] = {
    "company_name": "Company name",
    "legal_form": "Legal form",
    "registration_number": "Registration number",
    "vat_number": "VAT number",
    "registered_address": "Registered address",
    "incorporation_date": "Date of incorporation",
    "director": "Directors",
    "beneficial_owner": "Beneficial owners",
    "iban": "IBAN",
    "account_holder": "Account holder",
    "document_date": "Dates of documents",
    "issuer": "Issuers of documents",
    "expiry_date": "Dates of expiry",
}

DOCUMENT_TYPES: Mapping[DocumentType, str] = {
    "articles_of_association": "Articles of association",
    "register_extract": "Extract of a register",
    "certificate_of_incorporation": "Certificate of incorporation",
    "ubo_declaration": "Declaration of beneficial owners",
    "identity_document": "Identity document",
    "utility_bill": "Utility bill",
    "bank_statement": "Bank statement",
    "annual_accounts": "Annual accounts",
    "power_of_attorney": "Power of attorney",
    "tax_certificate": "Tax certificate",
    "lease": "Lease",
    "invoice": "Invoice",
    "unknown": "Not recognised",
}

METHODS: Mapping[ExtractionMethod, str] = {
    "born_digital_text": "text of the document",
    "ocr": "read by OCR",
    "docx_text": "text of the document",
    "officer_input": "cited by hand",
}

EVENTS: Mapping[PublishedType, str] = {
    "case.created": "Case opened",
    "document.uploaded": "Document uploaded",
    "intake.submitted": "Answers submitted",
    "intake.gap_resolved": "What was missing was answered",
    "document.processed": "Document read",
    "document.failed": "Document could not be read",
    "case.processing": "Case being processed",
    "case.applicant_blocked": "Waiting for the customer",
    "case.needs_review": "Ready for review",
    "review.completed": "Review completed",
    "case.completed": "Case completed",
    "case.failed": "Case ended without a decision",
    "package.ready": "Package ready to be taken over",
}

OUTCOMES: Mapping[Outcome, str] = {"approved": "Approved", "rejected": "Rejected"}

_STATUSES = {
    "active": "Active",
    "liquidation": "Being wound up",
    "bankruptcy": "Bankrupt",
    "dissolved": "Struck off",
    "inactive": "Ceased",
}
_DETAILS: Mapping[str, str] = {
    "role": "{}",
    "function": "{}",
    "kind": "{}",
    "share_percent": "{} %",
    "country": "{}",
    "represents": "represents {}",
    "since": "since {}",
    "until": "until {}",
    "code": "{}",
    "revision": "revision {}",
}
"""How each detail is told, in this order."""


def moment(when: datetime) -> str:
    """`2026-10-05 14:02:11`, in UTC."""
    return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def value_text(name: FactName, value: HandoffValue) -> str:
    text = ("Yes" if value.value else "No") if isinstance(value.value, bool) else str(value.value)
    return _STATUSES.get(text, text) if name == "company_status" else text


def details_text(details: Mapping[str, str]) -> str:
    """`Bestuurder · person · since 2019-03-18`."""
    return " · ".join(form.format(details[name]) for name, form in _DETAILS.items() if details.get(name, "").strip())


def source_text(evidence: FactEvidence, handoff: Handoff) -> str:
    if evidence.citation is not None:
        return place_text(evidence.citation, handoff)
    return "Given when the case was opened" if evidence.source == OFFICER_INPUT else evidence.source


def place_text(citation: CitedEvidence, handoff: Handoff) -> str:
    """`articles.pdf, page 2`."""
    names = {document.document_id: document.filename for document in handoff.documents}
    return f"{names.get(citation.doc_id, citation.doc_id)}, page {citation.page_index + 1}"


def size_text(count: int) -> str:
    """Bytes, in the unit people use."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def decision_text(decision: HandoffDecision) -> str:
    return f"Decided {moment(decision.decided_at)} UTC by an {decision.decided_by}, in round {decision.iteration}"
