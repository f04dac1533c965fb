"""What a customer sees of a case, built member by member from an allow-list.

Officer-only are: decisions and their reasons, findings, discrepancies, risk, proposed tasks and justifications,
sources, the audit log, additional data. None of them is read here.
"""

from domain.stages import TERMINAL
from domain.submission import FOLLOW_UP_PREFIX, answers_so_far, open_tasks
from schemas.case import CaseRecord, FollowUpTask
from schemas.documents import CaseDocument
from schemas.portal_api import (
    PortalBrand,
    PortalCase,
    PortalFile,
    PortalPhase,
    PortalQuestion,
    PortalRequirement,
    PortalTask,
)
from schemas.status import CaseStatus
from schemas.template import DocumentRequirement

BRAND = PortalBrand(name="Casewright", primary_color="#1f4b7a")
FOLLOW_UP_REASON = "We need a little more information to complete your application."


def portal_case(record: CaseRecord) -> PortalCase:
    opening = record.opening
    answers = answers_so_far(record)
    phase = _phase(record)
    latest = {document.requirement_id: document for document in record.documents}
    return PortalCase(
        case_id=opening.case_id,
        status=record.status,
        phase=phase,
        company_name=opening.company.company_name,
        brand=BRAND,
        document_requirements=tuple(
            _requirement(record, item, latest.get(item.id)) for item in opening.template.document_requirements
        ),
        questions=tuple(
            PortalQuestion(
                id=question.id,
                text=question.text,
                type=question.type,
                options=question.options,
                required=question.required,
                answer=answers.get(question.id),
            )
            for question in opening.template.questions
        ),
        follow_up_tasks=tuple(_task(record, task, latest) for task in open_tasks(record)),
        follow_up_reason=FOLLOW_UP_REASON if phase == "follow_up" else None,
        iteration=record.current_iteration,
        expires_at=record.portal_expires_at,
    )


def _phase(record: CaseRecord) -> PortalPhase:
    if record.status in TERMINAL:
        return "terminal"
    if record.status == CaseStatus.AWAITING_DOCUMENTS:
        return "follow_up" if open_tasks(record) else "initial_collection"
    return "follow_up" if record.status == CaseStatus.FOLLOW_UP_REQUIRED else "under_review"


def _requirement(record: CaseRecord, item: DocumentRequirement, document: CaseDocument | None) -> PortalRequirement:
    return PortalRequirement(
        id=item.id,
        name=item.name,
        description=item.description,
        required=item.required,
        accepted_formats=item.accepted_formats,
        uploaded=document is not None,
        uploaded_file=_file(record, document) if document else None,
    )


def _task(record: CaseRecord, task: FollowUpTask, latest: dict[str, CaseDocument]) -> PortalTask:
    upload_id = f"{FOLLOW_UP_PREFIX}{task.task_id}" if task.response_type == "document" else None
    document = latest.get(upload_id) if upload_id else None
    return PortalTask(
        id=task.task_id,
        description=task.description,
        response_type=task.response_type,
        document_type=task.document_type,
        required=task.required,
        upload_requirement_id=upload_id,
        uploaded_file=_file(record, document) if document else None,
    )


def _file(record: CaseRecord, document: CaseDocument) -> PortalFile:
    result = next((item for item in record.validation_results if item.document_id == document.document_id), None)
    return PortalFile(
        document_id=document.document_id,
        filename=document.filename,
        file_size=document.file_size,
        uploaded_at=document.uploaded_at,
        readable=result.valid if result else None,
        message=result.message if result and not result.valid else None,
    )
