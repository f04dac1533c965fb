"""What another system sees of a case, built member by member from an allow-list.

Officer-only are: risk, findings, discrepancies, reasons and authors of decisions, recommendations, escalation,
proposed tasks, notes, sources, the audit log, additional data. None of them is read here.
"""

from domain.features import features_of
from domain.handoff import shown_feature
from domain.integration_status import REVIEW, integration_status
from domain.published_events import document_status
from domain.submission import kind_asked_for
from runtime.integration_cases import ListedCase, PublishedCase
from schemas.case import CaseRecord
from schemas.documents import MEDIA_TYPES, CaseDocument
from schemas.extraction import FeatureName
from schemas.integration_api import (
    CaseFeature,
    CaseListItem,
    DocumentOfCase,
    IntegrationCase,
)
from schemas.session import SessionDetails


def integration_case(case: PublishedCase) -> IntegrationCase:
    record, opening = case.record, case.record.opening
    session = opening.session
    return IntegrationCase(
        case_id=opening.case_id,
        session_id=opening.case_id,
        org_id=opening.organisation,
        environment=opening.environment,
        case_type_id=opening.template.id,
        status=integration_status(record.status, record.current_iteration),
        review_state=REVIEW[record.status],
        external_case_id=_named(session, "external_case_id"),
        external_applicant_id=_named(session, "external_applicant_id"),
        external_customer_id=_named(session, "external_customer_id"),
        trace_id=_named(session, "trace_id"),
        features=features(record),
        documents=documents(record),
        version=case.version,
        created_at=opening.created_at,
        updated_at=case.changed_at,
    )


def listed_case(case: ListedCase) -> CaseListItem:
    return CaseListItem(
        case_id=case.case_id,
        external_case_id=case.external_case_id,
        case_type_id=case.template_id,
        environment=case.environment,
        status=integration_status(case.status, case.current_iteration),
        review_state=REVIEW[case.status],
        created_at=case.created_at,
        updated_at=case.updated_at,
    )


def features(record: CaseRecord) -> dict[FeatureName, CaseFeature]:
    """What the documents say, with the places where they say it; of a decision which values are kept, not why."""
    return {name: shown_feature(feature) for name, feature in features_of(record).items()}


def documents(record: CaseRecord) -> tuple[DocumentOfCase, ...]:
    """Every document that the customer sent, earlier versions too."""
    return tuple(_document(record, document) for document in record.documents)


def _named(session: SessionDetails | None, member: str) -> str | None:
    return getattr(session, member) if session else None


def _document(record: CaseRecord, document: CaseDocument) -> DocumentOfCase:
    return DocumentOfCase(
        doc_id=document.document_id,
        name=document.filename,
        type=kind_asked_for(record, document.requirement_id),
        media_type=MEDIA_TYPES[document.format],
        sha256=document.sha256,
        size=document.file_size,
        uploaded_at=document.uploaded_at,
        status=document_status(record, document),
    )
