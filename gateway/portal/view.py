"""What a customer sees of a case, built member by member from an allow-list.

Officer-only are: decisions and their reasons, findings, discrepancies, risk, proposed tasks and justifications,
sources, the audit log, additional data. None of them is read here.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from domain.current_documents import current_documents
from domain.portal_language import PORTAL_LANGUAGES, UNSAID
from domain.portal_words import FOLLOW_UP_REASON, problem_in, task_in
from domain.stages import AWAITING_CUSTOMER, TERMINAL
from domain.submission import FOLLOW_UP_PREFIX, answers_so_far, kind_asked_for, open_tasks
from domain.template_words import description_in, name_in, options_in, text_in
from schemas.case import CaseRecord, FollowUpTask
from schemas.commands import AnswerValue
from schemas.documents import CaseDocument
from schemas.portal_api import (
    PortalBrand,
    PortalCase,
    PortalDraft,
    PortalFile,
    PortalPhase,
    PortalQuestion,
    PortalRequirement,
    PortalTask,
)
from schemas.status import CaseStatus
from schemas.template import DocumentRequirement, PortalLanguage, Question


def portal_case(
    record: CaseRecord, said: PortalLanguage | None, brand: PortalBrand, draft: PortalDraft | None = None
) -> PortalCase:
    """What a customer is shown who reads `said`. If no language is said, the page is in `UNSAID`, and tasks are in the
    words they were sent in."""
    opening, language = record.opening, said or UNSAID
    answers = answers_so_far(record)
    phase = _phase(record)
    current = {kind_asked_for(record, document.requirement_id): document for document in current_documents(record)}
    return PortalCase(
        case_id=opening.case_id,
        status=told_status(record.status),
        phase=phase,
        company_name=opening.company.company_name,
        brand=brand,
        document_requirements=tuple(
            _requirement(record, item, current.get(item.id), language)
            for item in opening.template.document_requirements
        ),
        questions=tuple(_question(item, answers.get(item.id), language) for item in opening.template.questions),
        follow_up_tasks=tuple(_task(record, task, _latest(record, task), said) for task in open_tasks(record)),
        answered_tasks=tuple(_answered(record, current, said)),
        follow_up_reason=FOLLOW_UP_REASON[language] if phase == "follow_up" else None,
        iteration=record.current_iteration,
        expires_at=record.portal_expires_at,
        language=language,
        languages=PORTAL_LANGUAGES,
        draft=_still_asked_for(record, draft) if draft else None,
        return_url=_return_url(record),
    )


def told_status(status: CaseStatus) -> CaseStatus:
    """As the customer may know it: that a case was escalated is for officers (AMLR Art. 73, no tipping-off)."""
    return CaseStatus.REVIEW_PENDING if status == CaseStatus.ESCALATED else status


def _phase(record: CaseRecord) -> PortalPhase:
    if record.status in TERMINAL:
        return "terminal"
    if record.status == CaseStatus.AWAITING_DOCUMENTS:
        return "follow_up" if open_tasks(record) else "initial_collection"
    return "follow_up" if record.status == CaseStatus.FOLLOW_UP_REQUIRED else "under_review"


def _return_url(record: CaseRecord) -> str | None:
    """Where the session said; looked at again, because the page makes a link of it."""
    url = record.opening.session.return_url if record.opening.session else None
    return url if url and urlsplit(url).scheme.lower() in ("http", "https") else None


def _still_asked_for(record: CaseRecord, draft: PortalDraft) -> PortalDraft | None:
    """The draft without answers to tasks that were asked no more when it was read; None if nothing can be sent."""
    if record.status not in AWAITING_CUSTOMER:
        return None
    asked = {task.task_id for task in open_tasks(record)}
    responses = {task_id: given for task_id, given in draft.task_responses.items() if task_id in asked}
    return draft.model_copy(update={"task_responses": responses})


def _requirement(
    record: CaseRecord, item: DocumentRequirement, document: CaseDocument | None, language: PortalLanguage
) -> PortalRequirement:
    return PortalRequirement(
        id=item.id,
        name=name_in(item, language),
        description=description_in(item, language),
        required=item.required,
        accepted_formats=item.accepted_formats,
        uploaded=document is not None,
        uploaded_file=_file(record, document, language) if document else None,
    )


def _question(question: Question, answer: AnswerValue | None, language: PortalLanguage) -> PortalQuestion:
    return PortalQuestion(
        id=question.id,
        text=text_in(question, language),
        type=question.type,
        options=question.options,
        option_labels=options_in(question, language),
        required=question.required,
        answer=answer,
    )


def _answered(
    record: CaseRecord, current: Mapping[str, CaseDocument], said: PortalLanguage | None
) -> Iterator[PortalTask]:
    """The first task that asked for each kind of document that no requirement of the template asks for."""
    shown = {item.id for item in record.opening.template.document_requirements}
    for task in record.follow_up_tasks:
        kind = kind_asked_for(record, f"{FOLLOW_UP_PREFIX}{task.task_id}")
        if task.answered_at is not None and kind in current.keys() - shown:
            shown.add(kind)
            yield _task(record, task, current[kind], said)


def _latest(record: CaseRecord, task: FollowUpTask) -> CaseDocument | None:
    """What was uploaded for this very task."""
    upload_id = f"{FOLLOW_UP_PREFIX}{task.task_id}"
    return next((item for item in reversed(record.documents) if item.requirement_id == upload_id), None)


def _task(
    record: CaseRecord, task: FollowUpTask, document: CaseDocument | None, said: PortalLanguage | None
) -> PortalTask:
    return PortalTask(
        id=task.task_id,
        description=task_in(task, record.validation_results, said) if said else task.description,
        response_type=task.response_type,
        document_type=task.document_type,
        required=task.required,
        upload_requirement_id=f"{FOLLOW_UP_PREFIX}{task.task_id}" if task.response_type == "document" else None,
        uploaded_file=_file(record, document, said or UNSAID) if document else None,
    )


def _file(record: CaseRecord, document: CaseDocument, language: PortalLanguage) -> PortalFile:
    result = next((item for item in record.validation_results if item.document_id == document.document_id), None)
    unusable = result if result and not result.valid else None
    return PortalFile(
        document_id=document.document_id,
        filename=document.filename,
        file_size=document.file_size,
        uploaded_at=document.uploaded_at,
        readable=result.valid if result else None,
        problem=unusable.problem if unusable else None,
        message=problem_in(unusable, language) if unusable else None,
    )
