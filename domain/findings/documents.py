"""Required documents that are missing, and documents that could not be read."""

from collections.abc import Iterator

from domain.findings.known import Known
from domain.submission import kind_asked_for
from schemas.documents import CaseDocument
from schemas.investigation import Finding


def documents(case: Known) -> Iterator[Finding]:
    record = case.record
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
