"""What the ordinary sample case is made of: who took part, what was asked, answered and decided."""

from datetime import UTC, datetime, timedelta

from schemas.actor import Actor
from schemas.case import DecisionRecord, FollowUpTask, Submission
from schemas.documents import CaseDocument, DocumentValidation
from schemas.investigation import GeneratedTask
from schemas.template import CaseTemplate, DocumentRequirement, Question

CASE_ID = "case_3f9a1c07be52"
OPENED_AT = datetime(2026, 9, 28, 8, 15, 4, tzinfo=UTC)
OFFICER = Actor(id="key_officer_1", role="officer")
SENIOR = Actor(id="key_senior_1", role="senior_officer")
CUSTOMER = Actor(id=CASE_ID, role="customer")
SYSTEM = Actor(id="system", role="system")

TEMPLATE = CaseTemplate(
    id="psp_merchant_onboarding",
    name="Merchant onboarding",
    description="For merchants of a payment service provider",
    document_requirements=(
        DocumentRequirement(id="registration_extract", name="Extract from the commercial register", description="…"),
        DocumentRequirement(id="identity_director", name="Identity card of a director", description="…"),
        DocumentRequirement(id="bank_statement", name="Bank statement", description="…", required=False),
    ),
    questions=(
        Question(id="activity", text="What does your company sell, and to whom?", type="textarea"),
        Question(
            id="countries", text="In which countries?", type="multi_select", options=("Belgium", "Greece", "Poland")
        ),
        Question(id="monthly_volume", text="How much do you expect to process in a month?", type="text"),
    ),
)


def later(**passed: float) -> datetime:
    return OPENED_AT + timedelta(**passed)


def documents() -> tuple[CaseDocument, ...]:
    uploads = (
        ("doc_1", "registration_extract", "uittreksel_KBO_2026-09.pdf", "pdf", 1, {"days": 1}),
        ("doc_2", "identity_director", "scan 0001.jpg", "jpg", 1, {"days": 1, "minutes": 2}),
        ("doc_3", "identity_director", "identity card.png", "png", 1, {"days": 1, "hours": 3}),
        ("doc_4", "followup_task_2", "lease.docx", "docx", 2, {"days": 4}),
    )
    return tuple(
        CaseDocument.model_validate(
            {
                "document_id": name,
                "requirement_id": requirement,
                "filename": filename,
                "object_key": f"{CASE_ID}/documents/{name}",
                "file_size": 48_213 * number,
                "sha256": f"{number}c7f" * 16,
                "format": document_format,
                "iteration": iteration,
                "uploaded_at": later(**passed),
            }
        )
        for number, (name, requirement, filename, document_format, iteration, passed) in enumerate(uploads, start=1)
    )


def validations() -> tuple[DocumentValidation, ...]:
    def checked(number: int, problem: str | None, message: str, pages: int | None) -> DocumentValidation:
        document = documents()[number - 1]
        return DocumentValidation.model_validate(
            {
                "document_id": document.document_id,
                "requirement_id": document.requirement_id,
                "filename": document.filename,
                "valid": problem is None,
                "problem": problem,
                "message": message,
                "page_count": pages,
            }
        )

    return (
        checked(1, None, "This document can be opened.", 3),
        checked(2, "damaged", "This document is damaged and cannot be opened. Please scan it again.", None),
        checked(3, None, "This document can be opened.", 1),
    )


def tasks() -> tuple[FollowUpTask, ...]:
    return (
        FollowUpTask(
            task_id="task_1",
            iteration=1,
            description="scan 0001.jpg: This document is damaged and cannot be opened. Please scan it again.",
            response_type="document",
            document_type="identity_director",
            origin="validation",
        ),
        FollowUpTask(
            task_id="task_2",
            iteration=2,
            description="Please send the lease of your premises in Schaarbeek.",
            response_type="document",
            document_type="lease",
        ),
        FollowUpTask(
            task_id="task_3", iteration=2, description="Did the company move in 2026?", response_type="yes_no"
        ),
        FollowUpTask(task_id="task_4", iteration=2, description="Anything else?", response_type="text", required=False),
    )


def submissions() -> tuple[Submission, ...]:
    return (
        Submission(
            iteration=1,
            submitted_at=later(days=1, hours=4),
            answers={
                "activity": "Consumer electronics, to private customers.\nAbout 4 000 orders a month.",
                "countries": ("Belgium", "Greece", "Poland"),
                "monthly_volume": "120 000 EUR",
            },
        ),
        Submission(iteration=2, submitted_at=later(days=4, hours=1), task_responses={"task_3": True}),
    )


def proposals() -> tuple[GeneratedTask, ...]:
    return (
        GeneratedTask(
            description="Please explain why your website does not name your company.",
            response_type="text",
            justification="The imprint of the website names no company; Belgian law asks for it (WER, art. XII.6).",
            rule="website_no_name",
        ),
    )


def decisions() -> tuple[DecisionRecord, ...]:
    made: tuple[tuple[str, str, Actor, int, datetime], ...] = (
        ("follow_up", "The address in VIES is not the one we were given.", OFFICER, 1, later(days=2)),
        ("escalate", "Two legal forms for one VAT number; above my limit.", OFFICER, 2, later(days=5)),
        (
            "approve",
            "The lease shows that the company moved to Schaarbeek in March 2026 and the register was updated.\n\n"
            "The legal form in VIES is the one from before the merger of 2019; the extract (D1) has the present one.",
            SENIOR,
            2,
            later(days=6, hours=2),
        ),
    )
    return tuple(
        DecisionRecord.model_validate(
            {
                "decision": decision,
                "reason": reason,
                "actor": actor.model_dump(),
                "iteration": iteration,
                "decided_at": when,
                "recommended_action": "escalate",
            }
        )
        for decision, reason, actor, iteration, when in made
    )
