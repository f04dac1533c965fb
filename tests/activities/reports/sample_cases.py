"""Cases to report on: an ordinary one, an empty one, and one whose every text is hostile."""

from collections.abc import Iterator
from datetime import datetime

from pydantic import JsonValue

from activities.reports.request import ReportRequest
from domain.profile import build_profile
from schemas.case import (
    CaseOpening,
    CaseRecord,
    DecisionRecord,
    MccDecisionRecord,
    Submission,
)
from schemas.commands import Actor
from schemas.company import Company
from schemas.events import CaseEvent, EventName
from schemas.mcc import MccClassification, MccCode
from schemas.sources import Environment
from schemas.status import CaseStatus
from tests.activities.reports.sample_case_parts import (
    CASE_ID,
    CUSTOMER,
    OFFICER,
    OPENED_AT,
    SYSTEM,
    TEMPLATE,
    decisions,
    documents,
    investigations,
    later,
    proposals,
    sources,
    submissions,
    tasks,
    validations,
)


def opening(company: Company, environment: Environment = "test") -> CaseOpening:
    return CaseOpening(
        case_id=CASE_ID,
        workflow_id="wf_77aa01c4d9e0",
        organisation="Exempla Payments",
        company=company,
        template=TEMPLATE,
        additional_data={"registered_address": "Wetstraat 16, 1000 Brussel"},
        portal_token="portal-token-that-nobody-may-read",
        portal_url="http://127.0.0.1:8080/portal/portal-token-that-nobody-may-read",
        portal_expires_at=later(days=30),
        environment=environment,
        opened_by=OFFICER,
        created_at=OPENED_AT,
    )


def ordinary() -> ReportRequest:
    """A case that went round twice, was escalated and then approved."""
    record = CaseRecord(
        opening=opening(
            Company(
                company_name="Łukasiewicz & Ζωή Διεθνής Обмен NV",
                country="BE",
                company_registration_number="0403170701",
                vat_number="BE0403170701",
                website_url="https://www.voorbeeld-handel.example",
            )
        ),
        status=CaseStatus.APPROVED,
        version=27,
        current_iteration=2,
        sources=sources(),
        documents=documents(),
        validation_results=validations(),
        follow_up_tasks=tasks(),
        submissions=submissions(),
        generated_tasks=proposals(),
        mcc_classification=MccClassification(
            primary_recommendation=MccCode(mcc_code="5732", description="Electronics stores"), risk_tier="low"
        ),
        mcc_decision=MccDecisionRecord(
            action="accept", override_mcc=None, notes=None, actor=OFFICER, decided_at=later(days=5)
        ),
        decisions=decisions(),
        updated_at=later(days=6, hours=2),
    )
    investigated = record.model_copy(update={"investigation_results": investigations(record)})
    return request(investigated)


def rejected_at_once() -> ReportRequest:
    """The shortest case: nothing was found, uploaded, asked or said."""
    decision = DecisionRecord(
        decision="reject", reason="Withdrawn by the customer.", actor=OFFICER, iteration=1, decided_at=later(hours=1)
    )
    record = CaseRecord(
        opening=opening(Company(company_name="Leeg BV", country="NL"), environment="live").model_copy(
            update={"additional_data": {}, "portal_token": None, "portal_url": None}
        ),
        status=CaseStatus.REJECTED,
        decisions=(decision,),
        updated_at=later(hours=1),
    )
    return ReportRequest(record=record, profile=build_profile(record), events=())


def with_texts(text: str, reason: str | None = None) -> ReportRequest:
    """The ordinary case with the same text in every place where somebody types."""
    usual = ordinary().record
    company = usual.opening.company.model_copy(update={"company_name": text, "website_url": f"https://{text}"})
    return request(
        usual.model_copy(
            update={
                "opening": usual.opening.model_copy(update={"company": company, "organisation": text}),
                "documents": tuple(item.model_copy(update={"filename": f"{text}.pdf"}) for item in usual.documents),
                "follow_up_tasks": tuple(
                    item.model_copy(update={"description": text}) for item in usual.follow_up_tasks
                ),
                "submissions": (
                    Submission(iteration=1, submitted_at=later(days=1), answers={"activity": text, text[:99]: text}),
                ),
                "decisions": tuple(item.model_copy(update={"reason": reason or text}) for item in usual.decisions),
            }
        )
    )


def request(record: CaseRecord, events: int = 0) -> ReportRequest:
    return ReportRequest(record=record, profile=build_profile(record), events=audit_log(record, events))


def audit_log(record: CaseRecord, more: int = 0) -> tuple[CaseEvent, ...]:
    """The events of such a case, with as many changes of status more."""
    return tuple(
        CaseEvent(sequence=number, event=event, timestamp=when, actor=actor, data=data)
        for number, (event, when, actor, data) in enumerate(_happenings(record, more), start=1)
    )


def _happenings(record: CaseRecord, more: int) -> Iterator[tuple[EventName, datetime, Actor, dict[str, JsonValue]]]:
    yield EventName.CASE_CREATED, OPENED_AT, OFFICER, {"company": record.opening.company.model_dump(mode="json")}
    for name, answer in record.sources.items():
        yield EventName.SOURCE_ANSWERED, answer.collected_at, SYSTEM, {"source": name, "state": answer.state}
    for document in record.documents:
        uploaded: dict[str, JsonValue] = {"document_id": document.document_id, "sha256": document.sha256}
        yield EventName.DOCUMENT_UPLOADED, document.uploaded_at, CUSTOMER, uploaded
    for number in range(more):
        moved: dict[str, JsonValue] = {"from": "PROCESSING", "to": "REVIEW_PENDING"}
        yield EventName.STATUS_CHANGED, later(days=1, minutes=number), SYSTEM, moved
    for made in record.decisions:
        decided: dict[str, JsonValue] = {"decision": made.decision, "reason": made.reason}
        yield EventName.OFFICER_DECISION, made.decided_at, made.actor, decided
