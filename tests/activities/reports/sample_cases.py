"""Cases to report on: one with everything, an empty one, one that is too much for paper, and one of hostile texts."""

from collections.abc import Iterator
from datetime import datetime

from pydantic import JsonValue

from activities.reports.request import ReportRequest
from domain.profile import build_profile
from schemas.actor import Actor
from schemas.case import (
    CaseOpening,
    CaseRecord,
    DecisionRecord,
    MccDecisionRecord,
    Submission,
)
from schemas.company import Company
from schemas.events import CaseEvent, EventName
from schemas.investigation import InvestigationResult
from schemas.mcc import MccClassification, MccCode
from schemas.sources import Environment, FactName, SourceAnswer, SourceFact, SourceName
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
    later,
    proposals,
    submissions,
    tasks,
    validations,
)
from tests.activities.reports.sample_case_results import (
    fact_decisions,
    investigations,
    latest,
    resolutions,
    screening_decisions,
)
from tests.activities.reports.sample_case_sources import earlier_vies, fact, match, sources

_Happening = tuple[EventName, datetime, Actor, dict[str, JsonValue]]

HOSTILE: frozenset[FactName] = frozenset(
    {"company_name", "registered_address", "director", "owner", "publication", "registry_flag", "screened", "email"}
)
"""Facts whose values somebody outside writes as they like."""


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
    """A case that went round twice, was judged, escalated and then approved; with something in every section."""
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
        investigation_results=investigations(),
        fact_decisions=fact_decisions(),
        resolutions=resolutions(),
        screening_decisions=screening_decisions(),
        manual_checks=1,
        updated_at=later(days=6, hours=2),
    )
    return request(record)


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


def assessed_before_dimensions() -> ReportRequest:
    """A case whose score was computed when scores had terms and nothing else."""
    usual = ordinary().record
    return request(usual.model_copy(update={"investigation_results": investigations()[:1], "resolutions": ()}))


def crowded() -> ReportRequest:
    """More directors, document types, matches, findings and terms than anybody would read on paper."""
    usual, result = ordinary().record, latest()
    directors = tuple(
        fact("director", f"Director Number{number}", {"role": "Bestuurder", "kind": "person"}) for number in range(200)
    )
    document_types = tuple(fact("peppol_document_type", f"Document-{number}") for number in range(60))
    matches = tuple(
        match("An Peeters", f"Entry {number}", "0.50", topics="crime", entity=f"Q{number}", is_match=False)
        for number in range(70)
    )
    evidence = tuple(f"sha256:{number:064x}" for number in range(30))
    more: dict[SourceName, tuple[SourceFact, ...]] = {
        SourceName.KBO: directors,
        SourceName.PEPPOL: document_types,
        SourceName.SCREENING: matches,
    }
    answers = {
        name: answer.model_copy(update={"facts": answer.facts + more.get(name, ())})
        for name, answer in usual.sources.items()
    }
    crowded_result = result.model_copy(
        update={
            "findings": result.findings
            + tuple(result.findings[3].model_copy(update={"finding_id": f"find_{number}"}) for number in range(200)),
            "risk_terms": result.risk_terms
            + tuple(result.risk_terms[2].model_copy(update={"points": 0.001}) for _ in range(60)),
            "red_flags": tuple(flag.model_copy(update={"evidence": evidence}) for flag in result.red_flags),
        }
    )
    return request(usual.model_copy(update={"sources": answers, "investigation_results": (crowded_result,)}))


def with_texts(text: str, reason: str | None = None) -> ReportRequest:
    """The ordinary case with the same text in every place where somebody types, or a source sends what it likes."""
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
                "resolutions": tuple(item.model_copy(update={"reason": text}) for item in usual.resolutions),
                "fact_decisions": tuple(item.model_copy(update={"reason": text}) for item in usual.fact_decisions),
                "sources": {name: _answering(answer, text) for name, answer in usual.sources.items()},
                "investigation_results": (_found(latest(), text),),
            }
        ),
        note=text,
    )


def _answering(answer: SourceAnswer, text: str) -> SourceAnswer:
    """Registers, too, say whatever somebody once typed."""
    facts = tuple(
        item.model_copy(
            update={
                "value": text if isinstance(item.value, str) and item.name in HOSTILE else item.value,
                "details": {**dict.fromkeys(item.details, text), "unheard of": text},
            }
        )
        for item in answer.facts
    )
    return answer.model_copy(update={"facts": facts, "source_url": f"https://registry.example/{text}"})


def _found(result: InvestigationResult, text: str) -> InvestigationResult:
    return result.model_copy(
        update={
            "summary": text,
            "findings": tuple(item.model_copy(update={"description": text}) for item in result.findings),
            "red_flags": tuple(
                item.model_copy(update={"title": text, "explanation": text, "legal_basis": text})
                for item in result.red_flags
            ),
            "risk_terms": tuple(item.model_copy(update={"explanation": text}) for item in result.risk_terms),
            "discrepancies": tuple(
                item.model_copy(
                    update={
                        "description": text,
                        "sides": tuple(
                            side.model_copy(update={"value": text, "details": {"role": text}}) for side in item.sides
                        ),
                    }
                )
                for item in result.discrepancies
            ),
        }
    )


def request(
    record: CaseRecord, events: int = 0, note: str = "Red on taxes, green on social security."
) -> ReportRequest:
    return ReportRequest(record=record, profile=build_profile(record), events=audit_log(record, events, note))


def audit_log(record: CaseRecord, more: int = 0, note: str = "") -> tuple[CaseEvent, ...]:
    """The events of such a case, with as many changes of status more."""
    happened = sorted(_happenings(record, more, note), key=lambda happening: happening[1])
    return tuple(
        CaseEvent(sequence=number, event=event, timestamp=when, actor=actor, data=data)
        for number, (event, when, actor, data) in enumerate(happened, start=1)
    )


def _happenings(record: CaseRecord, more: int, note: str) -> Iterator[_Happening]:
    yield EventName.CASE_CREATED, OPENED_AT, OFFICER, {"company": record.opening.company.model_dump(mode="json")}
    for answer in (earlier_vies(), *record.sources.values()):
        if answer.recorded_by is None:
            yield EventName.SOURCE_ANSWERED, answer.collected_at, SYSTEM, answer.model_dump(mode="json")
    for document in record.documents:
        uploaded: dict[str, JsonValue] = {"document_id": document.document_id, "sha256": document.sha256}
        yield EventName.DOCUMENT_UPLOADED, document.uploaded_at, CUSTOMER, uploaded
    for number in range(more):
        moved: dict[str, JsonValue] = {"from": "PROCESSING", "to": "REVIEW_PENDING"}
        yield EventName.STATUS_CHANGED, later(days=1, minutes=number), SYSTEM, moved
    yield from _judgements(record, note)
    for made in record.decisions:
        decided: dict[str, JsonValue] = {"decision": made.decision, "reason": made.reason}
        yield EventName.OFFICER_DECISION, made.decided_at, made.actor, decided


def _judgements(record: CaseRecord, note: str) -> Iterator[_Happening]:
    for answer in record.sources.values():
        if answer.recorded_by is not None:
            seen: dict[str, JsonValue] = {"answer": answer.model_dump(mode="json"), "note": note}
            yield EventName.MANUAL_CHECK_RECORDED, later(days=4, hours=3), OFFICER, seen
    for chosen in record.fact_decisions:
        data = chosen.model_dump(mode="json", exclude={"actor", "decided_at"})
        yield EventName.FACT_DECISION, chosen.decided_at, chosen.actor, data
    for settled in record.resolutions:
        data = settled.model_dump(mode="json", exclude={"actor", "resolved_at"})
        yield EventName.DISCREPANCY_RESOLVED, settled.resolved_at, settled.actor, data
    for judged in record.screening_decisions:
        data = judged.model_dump(mode="json", exclude={"actor", "decided_at"})
        yield EventName.SCREENING_DECISION, judged.decided_at, judged.actor, data
    for result in record.investigation_results[1:]:
        yield EventName.RISK_REASSESSED, result.completed_at, SYSTEM, result.model_dump(mode="json")
