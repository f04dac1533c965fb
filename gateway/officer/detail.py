"""GET /api/cases/{id}: the whole case."""

from datetime import UTC, datetime
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from domain.investigation_progress import progress_of
from domain.officer_tasks import officer_tasks
from domain.possible_decisions import decided_by, possible_decisions
from domain.risk import latest_band
from domain.submission import FOLLOW_UP_PREFIX
from domain.waiting import waits_for
from gateway.access import PERMISSIONS, officers
from gateway.answers import json_answer
from gateway.case_reading import CaseReading, audit_entries, read_case, read_events
from gateway.officer.documents import customer_document
from gateway.officer.judgements import matches_of
from gateway.requests import case_of
from gateway.services import Services, services
from runtime.api_keys import Principal
from schemas.case import CaseRecord, FollowUpTask
from schemas.desk import Assignment
from schemas.events import CaseEvent
from schemas.officer_api import CaseDetail, FollowUpTaskItem, QuestionItem, RequirementItem, TasksProposalItem


@officers("read")
async def case_detail(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    found = services(request)
    reading = await read_case(found, case_id)
    events = await read_events(found, reading)
    assignment = await found.desk.current_assignment(case_id)
    detail = _detail(reading, events, assignment, _workflow_url(found, reading.record))
    if "write" not in PERMISSIONS[principal.actor.role]:  # whoever only reads must not be able to act as the customer
        detail = detail.model_copy(update={"portal_token": None, "portal_url": None})
    return json_answer(detail, version=reading.record.version)


def _workflow_url(found: Services, record: CaseRecord) -> str | None:
    """Where the Temporal Web UI shows the last run of the case's workflow."""
    if found.settings.temporal_ui_url is None:
        return None
    pages, namespace = found.settings.temporal_ui_url.rstrip("/"), quote(found.cases.namespace, safe="")
    return f"{pages}/namespaces/{namespace}/workflows/{record.opening.workflow_id}"


def _detail(
    reading: CaseReading, events: tuple[CaseEvent, ...], assignment: Assignment | None, workflow_url: str | None
) -> CaseDetail:
    record, opening = reading.record, reading.record.opening
    company, template = opening.company, opening.template
    return CaseDetail(
        case_id=opening.case_id,
        workflow_id=opening.workflow_id,
        workflow_url=workflow_url,
        status=record.status,
        waits_for=waits_for(record.status),
        progress=progress_of(record),
        company_name=company.company_name,
        company_registration_number=company.company_registration_number,
        vat_number=company.vat_number,
        country=company.country,
        website_url=company.website_url,
        template_id=template.id,
        template_name=template.name,
        document_requirements=tuple(
            RequirementItem(id=item.id, name=item.name, required=item.required, document_types=item.document_types)
            for item in template.document_requirements
        ),
        questions=tuple(
            QuestionItem(id=item.id, text=item.text, type=item.type, options=item.options)
            for item in template.questions
        ),
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
        possible_decisions=possible_decisions(record),
        decided_by=decided_by(record),
        deadlines=record.deadlines,
        assignment=assignment,
        sources=record.sources,
        officer_tasks=officer_tasks(record, datetime.now(UTC)),
        fact_decisions=record.fact_decisions,
        discrepancy_resolutions=record.resolutions,
        screening_matches=matches_of(record),
        audit_log=audit_entries(events),
        latest_risk_score=record.latest_risk_score,
        risk_band=latest_band(record.investigation_results),
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
