"""A case with something in every member, as hand-offs are made of: registers, documents, officers' words.

What officers wrote and what only they see is in it, too: none of it may be handed over.
"""

from datetime import timedelta

from domain.investigation import investigate
from domain.published_events import event_id_of
from schemas.actor import Actor
from schemas.case import CaseRecord, DecisionRecord, MccDecisionRecord, ReportRef
from schemas.documents import CaseDocument
from schemas.extraction import (
    Candidate,
    CandidateDecision,
    DocumentReading,
    DocumentType,
    Evidence,
    FeatureName,
    PageText,
    Span,
)
from schemas.investigation import DiscrepancyResolution, FactDecision, GeneratedTask
from schemas.published_events import SEMANTIC_TYPES, Publication, PublishedEvent
from schemas.screening import ScreeningDecision
from schemas.session import SessionDetails
from schemas.sources import SourceFact, SourceName
from schemas.status import CaseStatus
from tests.example_cases import (
    MCC,
    NOW,
    OFFICER,
    SENIOR_OFFICER,
    a_document,
    a_record,
    a_validation,
    an_answer,
    an_opening,
)
from tests.policies import POLICY

LATER = NOW + timedelta(days=2)

ARTICLES = """Akte van oprichting
De vennootschap ACME TRADING BVBA, met zetel te Wetstraat 16, 1000 Brussel,
werd opgericht op 3 februari 2023.
Wordt benoemd tot zaakvoerder: An Peeters.
"""
STATEMENT = "Example Bank\nRekening BE68 5390 0754 7034 op naam van Acme Trading BVBA\n"


def a_published_event(told: Publication, cursor: int = 1) -> PublishedEvent:
    """An event as other systems read it of this case."""
    case_id = an_opening().case_id
    return PublishedEvent(
        event_id=event_id_of(case_id, cursor),
        event_type=told.event_type,
        versioned_event_type=SEMANTIC_TYPES[told.event_type],
        cursor=cursor,
        created_at=told.occurred_at,
        case_id=case_id,
        session_id=case_id,
        environment="test",
        data=told.data,
    )


def a_page(text: str) -> PageText:
    return PageText(page_index=0, text=text, method="born_digital_text", width=595, height=842)


CERTIFICATE_PAGE, STATEMENT_PAGE = a_page(ARTICLES), a_page(STATEMENT)
CERTIFICATE = a_document(content=b"%PDF-1.7 articles").model_copy(update={"filename": "statuten <acme>.pdf"})
OLD_STATEMENT = a_document("bank_statement", b"%PDF-1.7 an older statement")
BANK_STATEMENT = a_document("bank_statement", b"%PDF-1.7 statement")


def read_in(
    document: CaseDocument,
    page: PageText,
    feature: FeatureName,
    quote: str,
    normalized: str | None = None,
    details: dict[str, str] | None = None,
) -> Candidate:
    """A value that stands on this page in these words."""
    start = page.text.index(quote)
    name = f"{document.document_id}_{feature}"
    place = Evidence(
        evidence_id=f"ev_{name}",
        doc_id=document.document_id,
        page_index=page.page_index,
        location=Span(char_start=start, char_end=start + len(quote)),
        quote=quote,
        method=page.method,
    )
    return Candidate(
        candidate_id=f"cand_{name}",
        feature=feature,
        value_raw=quote,
        value_normalized=normalized or quote,
        details=details or {},
        evidence=(place,),
    )


def a_reading(document: CaseDocument, kind: DocumentType, *candidates: Candidate) -> DocumentReading:
    return DocumentReading(
        document_id=document.document_id,
        document_type=kind,
        language="nl",
        page_count=1,
        pages_read=1,
        candidates=candidates,
        read_at=NOW,
    )


READINGS = (
    a_reading(
        CERTIFICATE,
        "articles_of_association",
        read_in(CERTIFICATE, CERTIFICATE_PAGE, "company_name", "ACME TRADING BVBA"),
        read_in(CERTIFICATE, CERTIFICATE_PAGE, "registered_address", "Wetstraat 16, 1000 Brussel"),
        read_in(CERTIFICATE, CERTIFICATE_PAGE, "incorporation_date", "3 februari 2023", "2023-02-03"),
        read_in(CERTIFICATE, CERTIFICATE_PAGE, "director", "An Peeters", details={"function": "zaakvoerder"}),
    ),
    a_reading(
        BANK_STATEMENT,
        "bank_statement",
        read_in(BANK_STATEMENT, STATEMENT_PAGE, "iban", "BE68 5390 0754 7034", "BE68539007547034"),
        read_in(BANK_STATEMENT, STATEMENT_PAGE, "account_holder", "Acme Trading BVBA"),
    ),
)


def a_handed_over_case(status: CaseStatus = CaseStatus.APPROVED) -> CaseRecord:
    record = a_record(
        status,
        opening=an_opening(
            additional_data={"note": "A private remark", "list": [{"deep": "And another"}]},
            session=SessionDetails(
                idempotency_key="key-of-the-shop",
                ttl_hours=168,
                external_case_id="onboarding-4711",
                external_customer_id="customer-88",
                trace_id="trace-1",
            ),
        ),
        documents=(CERTIFICATE, OLD_STATEMENT, BANK_STATEMENT),
        validation_results=(a_validation(CERTIFICATE), a_validation(BANK_STATEMENT)),
        readings=READINGS,
        sources=_sources(),
        fact_decisions=(_fact_decision(),),
        candidate_decisions=(
            CandidateDecision(
                feature="iban",
                candidate_id=f"cand_{BANK_STATEMENT.document_id}_iban",
                reason="Why this account",
                actor=OFFICER,
                decided_at=NOW,
            ),
        ),
        resolutions=(
            DiscrepancyResolution(
                discrepancy_id="disc_company_name",
                fingerprint="0123456789ab",
                resolution="accepted_variance",
                reason="Why it may differ",
                actor=OFFICER,
                resolved_at=NOW,
            ),
        ),
        screening_decisions=(
            ScreeningDecision(
                match_id="match_0123456789abcdef",
                fingerprint="0123456789ab",
                decision="true_match",
                reason="Why it is her",
                subject="An Peeters",
                entry="Peeters, An",
                lists=("eu_fsf",),
                actor=OFFICER,
                decided_at=NOW,
            ),
        ),
        manual_checks=1,
        mcc_classification=MCC.model_copy(update={"risk_flags": ("A flag",), "reasons": ("A reason",)}),
        mcc_notes="What an officer said of the business",
        mcc_decision=MccDecisionRecord(
            action="override", override_mcc="5999", notes="A note", actor=OFFICER, decided_at=NOW
        ),
        generated_tasks=(
            GeneratedTask(
                description="Ask where the money comes from",
                response_type="text",
                justification="Large volumes",
                rule="task.rule",
            ),
        ),
        tasks_reasoning="Why these tasks",
        report=ReportRef(
            object_key="case_a1b2c3d4e5f6/reports/case-report.pdf", sha256="0" * 64, file_size=1, generated_at=NOW
        ),
        updated_at=LATER,
    )
    escalated = DecisionRecord(
        decision="escalate",
        reason="A word for officers",
        actor=OFFICER,
        iteration=1,
        decided_at=NOW,
        recommended_action="escalate",
    )
    with_decisions = record.model_copy(update={"decisions": (escalated, *record.decisions)})
    return with_decisions.model_copy(
        update={"investigation_results": (investigate(with_decisions, POLICY, NOW), *record.investigation_results)}
    )


def _sources() -> dict[SourceName, object]:
    kbo = an_answer(
        SourceName.KBO,
        facts={
            "company_name": "Acme Trading",
            "registration_number": "0403170701",
            "legal_form": "Private limited company",
            "registered_address": "Wetstraat 16, 1000 Brussel",
            "company_status": "active",
            "incorporation_date": "2023-02-03",
            "registry_flag": "A warning of the register",
        },
    )
    director = SourceFact(
        name="director",
        value="An Peeters",
        details={"role": "Manager", "kind": "person", "since": "2023-02-03", "deceased": "A remark on her"},
    )
    withholding = an_answer(SourceName.WITHHOLDING, facts={"withholding_tax_debt": True})
    return {
        SourceName.KBO: kbo.model_copy(update={"facts": (*kbo.facts, director)}),
        SourceName.VIES: an_answer(
            SourceName.VIES, facts={"company_name": "Somebody Else", "vat_number": "BE0403170701"}
        ),
        SourceName.SCREENING: an_answer(
            SourceName.SCREENING, facts={"screened": "An Peeters", "screening_match": "Peeters, An"}
        ),
        SourceName.WITHHOLDING: withholding.model_copy(update={"recorded_by": "key_officer"}),
        SourceName.WEBSITE: an_answer(SourceName.WEBSITE, state="unavailable", reason="timeout"),
    }


def _fact_decision() -> FactDecision:
    return FactDecision(
        name="legal_form",
        value="Private limited company",
        source="KBO/BCE",
        reason="Why the register is right",
        actor=Actor(id=SENIOR_OFFICER.id, role="senior_officer"),
        decided_at=NOW,
    )
