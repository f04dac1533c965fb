"""What an investigation notes: rules from what sources and documents say to findings an officer can act on."""

from collections.abc import Iterator

from domain.company_numbers import registration_number_fault, registration_number_from_vat, vat_number_fault
from domain.submission import kind_asked_for
from schemas.case import CaseRecord
from schemas.documents import CaseDocument
from schemas.investigation import Finding, Severity
from schemas.sources import SOURCE_LABELS, SourceAnswer, SourceName

_WEBSITE_REFUSALS: dict[str, tuple[str, Severity, str]] = {
    "no_such_host": ("website_missing", "medium", "The website's host name does not exist."),
    "address_not_public": (
        "website_refused",
        "high",
        "The website leads to an address that is not public; it was not fetched.",
    ),
}
_WEBSITE_UNUSABLE: tuple[str, Severity, str] = (
    "website_refused",
    "medium",
    "The website's address could not be used.",
)


def find(record: CaseRecord) -> tuple[Finding, ...]:
    """All findings of a case as it stands, in a fixed order."""
    return (
        *_numbers(record),
        *_vies(record.sources.get(SourceName.VIES)),
        *_website(record.sources.get(SourceName.WEBSITE)),
        *_unavailable(record),
        *_documents(record),
    )


def _numbers(record: CaseRecord) -> Iterator[Finding]:
    company = record.opening.company
    same_number = company.vat_number is not None and company.company_registration_number == (
        registration_number_from_vat(company.vat_number, company.country)
    )
    for what, number, fault in (
        ("VAT number", company.vat_number, vat_number_fault(company)),
        ("registration number", company.company_registration_number, registration_number_fault(company)),
    ):
        if fault and not (same_number and what == "registration number"):
            yield Finding(
                finding_id=f"find_{what.split()[0].lower()}_checksum",
                category="number_checksum",
                severity="medium",
                description=f"The check digits of the {what} {number} are wrong: a typing error, or not a real number.",
                source="check digits",
            )


def _vies(answer: SourceAnswer | None) -> Iterator[Finding]:
    if answer is None:
        return
    if answer.state == "not_applicable":
        yield _finding(answer, "vat_not_checked", "info", "VIES was not asked: there is no VAT number it could check.")
    elif answer.state == "not_found":
        yield _finding(answer, "vat_not_registered", "high", "VIES says that the VAT number is not registered.")
    elif answer.state == "found" and answer.fact("company_name") is None:
        yield _finding(
            answer,
            "name_withheld",
            "info",
            "The VAT number is valid; the member state gives no name to compare.",
        )


def _website(answer: SourceAnswer | None) -> Iterator[Finding]:
    if answer is None or answer.state in ("unavailable", "not_applicable"):
        return
    if answer.state == "not_found":
        category, severity, description = _WEBSITE_REFUSALS.get(answer.reason or "", _WEBSITE_UNUSABLE)
        yield _finding(answer, category, severity, description)
        return
    if answer.fact("website_accessible") is False:
        status = answer.fact("website_status_code")
        yield _finding(answer, "website_error", "low", f"The website answers with an error (HTTP {status}).")
    elif answer.fact("website_names_company") is False:
        yield _finding(answer, "website_no_name", "low", "The website's page does not name the company.")


def _unavailable(record: CaseRecord) -> Iterator[Finding]:
    for name, answer in sorted(record.sources.items()):
        if answer.state == "unavailable":
            yield Finding(
                finding_id=f"find_{name}_unavailable",
                category="source_unavailable",
                severity="low",
                description=f"{SOURCE_LABELS[name]} could not be checked ({answer.reason}). This says nothing about "
                "the company.",
                source=SOURCE_LABELS[name],
                evidence_hash=answer.data_hash,
            )


def _documents(record: CaseRecord) -> Iterator[Finding]:
    results = {result.document_id: result for result in record.validation_results}
    latest: dict[str, CaseDocument] = {kind_asked_for(record, item.requirement_id): item for item in record.documents}
    for requirement in record.opening.template.document_requirements:
        document = latest.get(requirement.id)
        result = results.get(document.document_id) if document else None
        if document is None and requirement.required:
            yield Finding(
                finding_id=f"find_missing_{requirement.id}",
                category="document_missing",
                severity="medium",
                description=f"The required document “{requirement.name}” was not uploaded.",
                source="documents",
                requirement_id=requirement.id,
            )
        elif document is not None and result is not None and not result.valid:
            yield Finding(
                finding_id=f"find_unreadable_{requirement.id}",
                category="document_unreadable",
                severity="medium",
                description=f"“{requirement.name}” ({document.filename}) could not be read: {result.message}",
                source="documents",
                evidence_hash=f"sha256:{document.sha256}",
                requirement_id=requirement.id,
            )


def _finding(answer: SourceAnswer, category: str, severity: Severity, description: str) -> Finding:
    return Finding(
        finding_id=f"find_{category}",
        category=category,
        severity=severity,
        description=description,
        source=SOURCE_LABELS[answer.source],
        evidence_hash=answer.data_hash,
    )
