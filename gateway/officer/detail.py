"""GET /api/cases/{id}: the whole case."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from domain.officer_tasks import officer_tasks
from domain.submission import FOLLOW_UP_PREFIX
from gateway.access import PERMISSIONS, officers
from gateway.answers import json_answer
from gateway.case_reading import CaseReading, audit_entries, read_case, read_events
from gateway.officer.documents import customer_document
from gateway.requests import case_of
from gateway.services import services
from runtime.api_keys import Principal
from schemas.case import CaseRecord, FollowUpTask
from schemas.desk import Assignment
from schemas.events import CaseEvent
from schemas.officer_api import CaseDetail, FollowUpTaskItem, TasksProposalItem


@officers("read")
async def case_detail(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    found = services(request)
    reading = await read_case(found, case_id)
    events = await read_events(found, reading)
    assignment = await found.desk.current_assignment(case_id)
    detail = _detail(reading, events, assignment)
    if "write" not in PERMISSIONS[principal.actor.role]:  # whoever only reads must not be able to act as the customer
        detail = detail.model_copy(update={"portal_token": None, "portal_url": None})
    return json_answer(detail, version=reading.record.version)


def _detail(reading: CaseReading, events: tuple[CaseEvent, ...], assignment: Assignment | None) -> CaseDetail:
    record, opening = reading.record, reading.record.opening
    company, template = opening.company, opening.template
    return CaseDetail(
        case_id=opening.case_id,
        workflow_id=opening.workflow_id,
        status=record.status,
        company_name=company.company_name,
        company_registration_number=company.company_registration_number,
        vat_number=company.vat_number,
        country=company.country,
        website_url=company.website_url,
        template_id=template.id,
        additional_data=opening.additional_data,
        current_iteration=record.current_iteration,
        max_iterations=template.max_iterations,
        portal_token=opening.portal_token,
        portal_url=opening.portal_url,
        portal_expires_at=record.portal_expires_at,
        documents=tuple(customer_document(document) for document in record.documents),
        follow_up_tasks=tuple(_task(record, task) for task in record.follow_up_tasks),
        investigation_results=record.investigation_results,
        generated_tasks=record.generated_tasks,
        tasks_proposal=_tasks_proposal(record),
        mcc_classification=record.mcc_classification,
        mcc_decision=record.mcc_decision,
        validation_results=record.validation_results,
        decisions=record.decisions,
        recommended_action=record.recommended_action,
        deadlines=record.deadlines,
        assignment=assignment,
        sources=record.sources,
        officer_tasks=officer_tasks(record, datetime.now(UTC)),
        fact_decisions=record.fact_decisions,
        discrepancy_resolutions=record.resolutions,
        audit_log=audit_entries(events),
        latest_risk_score=record.latest_risk_score,
        report_available=record.report is not None,
        version=record.version,
        environment=opening.environment,
        record_source=reading.source,
        created_at=opening.created_at,
        updated_at=record.updated_at,
    )


def _task(record: CaseRecord, task: FollowUpTask) -> FollowUpTaskItem:
    responses = {key: value for item in record.submissions for key, value in item.task_responses.items()}
    uploads = {document.requirement_id: document.filename for document in record.documents}
    return FollowUpTaskItem(
        task_id=task.task_id,
        iteration=task.iteration,
        description=task.description,
        response_type=task.response_type,
        document_type=task.document_type,
        required=task.required,
        origin=task.origin,
        answered=task.answered_at is not None,
        response=responses.get(task.task_id, uploads.get(f"{FOLLOW_UP_PREFIX}{task.task_id}")),
    )


def _tasks_proposal(record: CaseRecord) -> TasksProposalItem | None:
    if record.tasks_reasoning is None:
        return None
    return TasksProposalItem(
        reasoning=record.tasks_reasoning,
        method=record.tasks_method,
        notes=record.tasks_notes,
        execution_id=record.tasks_execution_id,
    )
