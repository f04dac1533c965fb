"""Requests to the task generator with just what a test wants to have been found."""

from datetime import datetime

from hypothesis import strategies as st

from domain.follow_up import propose_tasks
from domain.follow_up.decided import FOR_FINDING
from domain.investigation import investigate
from runtime.templates import load_templates
from schemas.case import FollowUpTask, TaskRequest
from schemas.investigation import (
    Discrepancy,
    DiscrepancyType,
    Finding,
    GeneratedTask,
    InvestigationResult,
    ProfileFact,
    Severity,
)
from schemas.sources import FactName
from schemas.template import DocumentRequirement, Question
from tests.example_cases import NOW, a_record
from tests.policies import POLICY

FIELDS: dict[FactName, DiscrepancyType] = {
    "company_name": "name",
    "registered_address": "address",
    "legal_form": "legal_form",
    "director": "director",
    "registration_number": "number",
    "vat_number": "number",
    "activity_code": "activity",
    "company_status": "status",
    "incorporation_date": "incorporation_date",
}
TEMPLATES = load_templates()
MERCHANT = TEMPLATES["psp_merchant_onboarding"]
REQUIREMENTS = tuple(item for template in TEMPLATES.values() for item in template.document_requirements)
PROOF_OF_ADDRESS = "proof_of_business_address"
ACTIVITY = Question(id="business_activity", text="What does your company sell, and to whom?", type="textarea")


def a_finding(category: str, requirement_id: str | None = None, **changes: object) -> Finding:
    finding = Finding(
        finding_id=f"find_{category}_{requirement_id}" if requirement_id else f"find_{category}",
        category=category,
        severity="medium",
        description=f"A suspicious {category} points to fraud.",
        source="EU VIES",
        evidence_hash="sha256:" + "ab12" * 16,
        requirement_id=requirement_id,
    )
    return finding.model_copy(update=changes)


def a_discrepancy(field: FactName, severity: Severity = "high", **changes: object) -> Discrepancy:
    registered = ProfileFact(
        value="Kerkstraat 1, 9000 Gent", source="KBO/BCE", timestamp=NOW, evidence_hash="sha256:" + "1a2b" * 16
    )
    stated = registered.model_copy(
        update={
            "value": "Meir 2, 2000 Antwerpen",
            "source": "deed.pdf, page 2",
            "evidence_hash": "sha256:" + "9f8e" * 16,
        }
    )
    discrepancy = Discrepancy(
        discrepancy_id=f"disc_{field}",
        type=FIELDS[field],
        field=field,
        severity=severity,
        description="The sources disagree.",
        sides=(registered, stated),
    )
    return discrepancy.model_copy(update=changes)


def a_result(*found: Finding | Discrepancy, iteration: int = 1) -> InvestigationResult:
    return investigate(a_record(), POLICY, NOW).model_copy(
        update={
            "iteration": iteration,
            "findings": tuple(item for item in found if isinstance(item, Finding)),
            "discrepancies": tuple(item for item in found if isinstance(item, Discrepancy)),
        }
    )


def a_request(
    *found: Finding | Discrepancy,
    requirements: tuple[DocumentRequirement, ...] = MERCHANT.document_requirements,
    **changes: object,
) -> TaskRequest:
    request = TaskRequest(result=a_result(*found), requirements=requirements, asked=())
    return request.model_copy(update=changes)


def sent(
    task: GeneratedTask, answered_at: datetime | None = NOW, iteration: int = 2, **changes: object
) -> FollowUpTask:
    """A proposed task as an officer sent it to the customer."""
    asked = FollowUpTask(
        task_id="task_1",
        iteration=iteration,
        description=task.description,
        response_type=task.response_type,
        document_type=task.document_type,
        answered_at=answered_at,
    )
    return asked.model_copy(update=changes)


def the_task(request: TaskRequest) -> GeneratedTask:
    (task,) = propose_tasks(request).tasks
    return task


REQUESTS = st.builds(
    lambda categories, fields: a_request(*map(a_finding, categories), *map(a_discrepancy, fields)),
    st.lists(st.sampled_from(sorted(FOR_FINDING)), unique=True),
    st.lists(st.sampled_from(list(FIELDS)), unique=True),
)
