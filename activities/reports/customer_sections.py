"""The report's sections on what the customer was asked and what the customer gave."""

from activities.reports import wording
from activities.reports.content import DocumentRow, Pair, ProposalRow, SubmissionPart, TaskRow
from schemas.case import CaseRecord, FollowUpTask, Submission
from schemas.documents import CaseDocument, DocumentValidation

NO_ANSWER = "No answer"


def documents(record: CaseRecord) -> tuple[DocumentRow, ...]:
    """Every document ever uploaded, in order; a later one for the same requirement supersedes an earlier."""
    results = {result.document_id: result for result in record.validation_results}
    latest = {document.requirement_id: document.document_id for document in record.documents}
    return tuple(
        _document(record, number, document, results.get(document.document_id), latest[document.requirement_id])
        for number, document in enumerate(record.documents, start=1)
    )


def submissions(record: CaseRecord) -> tuple[SubmissionPart, ...]:
    return tuple(
        SubmissionPart(
            heading=f"Round {submission.iteration}, submitted {wording.moment(submission.submitted_at)} UTC",
            answers=_answers(record, submission),
        )
        for submission in record.submissions
    )


def tasks(record: CaseRecord) -> tuple[TaskRow, ...]:
    origins = {"officer": "an officer", "validation": "the check of documents"}
    return tuple(
        TaskRow(
            id=task.task_id,
            asked=f"Round {task.iteration}, by {origins[task.origin]}",
            description=task.description + ("" if task.required else " (optional)"),
            answer=_answer_to(record, task),
        )
        for task in record.follow_up_tasks
    )


def proposals(record: CaseRecord) -> tuple[ProposalRow, ...]:
    return tuple(
        ProposalRow(
            description=task.description,
            kind=wording.RESPONSE_TYPES[task.response_type],
            justification=task.justification,
            rule=task.rule,
        )
        for task in record.generated_tasks
    )


def _document(
    record: CaseRecord, number: int, document: CaseDocument, result: DocumentValidation | None, latest_id: str
) -> DocumentRow:
    pages = f", {wording.pages(result.page_count)}" if result and result.page_count else ""
    return DocumentRow(
        name=f"D{number}",
        filename=document.filename,
        requirement=_requirement(record, document.requirement_id),
        uploaded=f"{wording.moment(document.uploaded_at)} in round {document.iteration}, "
        f"{document.format.upper()}, {wording.size(document.file_size)}{pages}",
        readable="not_checked" if result is None else "yes" if result.valid else "no",
        problem=wording.DOCUMENT_PROBLEMS[result.problem] if result and result.problem else "",
        message=result.message if result and not result.valid else "",
        sha256=document.sha256,
        superseded=document.document_id != latest_id,
    )


def _requirement(record: CaseRecord, requirement_id: str) -> str:
    names = {item.id: item.name for item in record.opening.template.document_requirements}
    asked = {f"followup_{task.task_id}": f"For {task.task_id}" for task in record.follow_up_tasks}
    return names.get(requirement_id) or asked.get(requirement_id) or requirement_id


def _answers(record: CaseRecord, submission: Submission) -> tuple[Pair, ...]:
    questions = {question.id: question.text for question in record.opening.template.questions}
    asked = {task.task_id: task.description for task in record.follow_up_tasks}
    answered = [
        *((questions.get(name, name), wording.value(given)) for name, given in submission.answers.items()),
        *((asked.get(name, name), wording.value(given)) for name, given in submission.task_responses.items()),
    ]
    return tuple(Pair(label=label, text=text) for label, text in answered)


def _answer_to(record: CaseRecord, task: FollowUpTask) -> str:
    given = [
        submission.task_responses[task.task_id]
        for submission in record.submissions
        if task.task_id in submission.task_responses
    ]
    if given:
        return wording.value(given[-1])
    wanted = {f"followup_{task.task_id}", task.document_type}
    numbers = [
        f"D{number}"
        for number, document in enumerate(record.documents, start=1)
        if document.requirement_id in wanted and document.iteration >= task.iteration
    ]
    return f"Document {', '.join(numbers)}" if numbers else NO_ANSWER
