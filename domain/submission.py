"""What the customer is asked for at this moment, and whether a submission answers it."""

from datetime import datetime

from schemas.case import CaseRecord, FollowUpTask, Submission
from schemas.commands import AnswerValue, FollowUpBody
from schemas.errors import ErrorCode
from schemas.template import Question

FOLLOW_UP_PREFIX = "followup_"
YES_NO = {"yes": True, "no": False, "true": True, "false": False}


class SubmissionError(ValueError):
    """The submission cannot be taken; the message names the member at fault, in words for the customer.

    ├── AnswerMissingError    something required was not answered
    └── AnswerInvalidError    an answer does not fit what was asked, or was not asked for
    """

    code: ErrorCode

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field


class AnswerMissingError(SubmissionError):
    code = "answer_required"


class AnswerInvalidError(SubmissionError):
    code = "invalid_answer"


def open_tasks(record: CaseRecord) -> tuple[FollowUpTask, ...]:
    """The tasks the customer was asked and has not answered by submitting."""
    return tuple(task for task in record.follow_up_tasks if task.answered_at is None)


def requirement_is_open(record: CaseRecord, requirement_id: str) -> bool:
    """Whether a document may be uploaded for this id: one of the template's, or an open follow-up task."""
    if requirement_id.startswith(FOLLOW_UP_PREFIX):
        return any(f"{FOLLOW_UP_PREFIX}{task.task_id}" == requirement_id for task in open_tasks(record))
    return any(item.id == requirement_id for item in record.opening.template.document_requirements)


def kind_asked_for(record: CaseRecord, requirement_id: str) -> str:
    """What a document uploaded for this id is: for a follow-up task, the kind of document that it asked for."""
    asked = {f"{FOLLOW_UP_PREFIX}{task.task_id}": task.document_type for task in record.follow_up_tasks}
    return asked.get(requirement_id) or requirement_id


def answers_so_far(record: CaseRecord) -> dict[str, AnswerValue]:
    """The customer's latest answer to each question, over all submissions."""
    return {key: value for submission in record.submissions for key, value in submission.answers.items()}


def unanswered_questions(record: CaseRecord) -> tuple[Question, ...]:
    """Those of the template that no submission has answered, in its order."""
    answers = answers_so_far(record)
    return tuple(item for item in record.opening.template.questions if answers.get(item.id) in (None, "", ()))


def check_draft(record: CaseRecord, body: FollowUpBody) -> None:
    """Whether this may become a submission: what is there fits what is asked, and something may be missing.

    Raises AnswerInvalidError.
    """
    _check_given_answers(record, body)
    for task, given in _responses_given(record, body):
        _typed_response(task, given)


def submission_of(record: CaseRecord, body: FollowUpBody, now: datetime) -> Submission:
    """What the customer said, if it answers all that is asked; SubmissionError names what is missing."""
    _check_answers(record, body)
    return Submission(
        iteration=record.current_iteration,
        submitted_at=now,
        task_responses=_checked_responses(record, body),
        answers=body.answers,
    )


def _check_given_answers(record: CaseRecord, body: FollowUpBody) -> None:
    questions = {question.id: question for question in record.opening.template.questions}
    for question_id, value in body.answers.items():
        if question_id not in questions:
            raise AnswerInvalidError(f"answers.{question_id}", "no question has this id")
        _check_answer(questions[question_id], value)


def _check_answers(record: CaseRecord, body: FollowUpBody) -> None:
    _check_given_answers(record, body)
    known = {**answers_so_far(record), **body.answers}
    for question in record.opening.template.questions:
        if question.required and known.get(question.id) in (None, "", ()):
            raise AnswerMissingError(f"answers.{question.id}", f"please answer “{question.text}”")


def _check_answer(question: Question, value: AnswerValue) -> None:
    if value in ("", ()):
        return  # a form sends an empty answer for a question that was left out
    if question.type == "multi_select":
        chosen = value if isinstance(value, tuple) else (value,)
        if any(item not in question.options for item in chosen):
            raise AnswerInvalidError(f"answers.{question.id}", f"choose among {', '.join(question.options)}")
    elif question.type == "select" and value not in question.options:
        raise AnswerInvalidError(f"answers.{question.id}", f"choose one of {', '.join(question.options)}")
    elif not isinstance(value, str):
        raise AnswerInvalidError(f"answers.{question.id}", "expected a text")


def _responses_given(record: CaseRecord, body: FollowUpBody) -> tuple[tuple[FollowUpTask, str | bool | None], ...]:
    """The open tasks, each with what the customer said to it."""
    tasks = {task.task_id: task for task in open_tasks(record)}
    for task_id in body.task_responses:
        if task_id not in tasks:
            raise AnswerInvalidError(f"task_responses.{task_id}", "this task is not open")
    return tuple((task, body.task_responses.get(task_id)) for task_id, task in tasks.items())


def _checked_responses(record: CaseRecord, body: FollowUpBody) -> dict[str, str | bool]:
    return {
        task.task_id: response
        for task, given in _responses_given(record, body)
        if (response := _response(record, task, given)) is not None
    }


def _response(record: CaseRecord, task: FollowUpTask, given: str | bool | None) -> str | bool | None:
    response = _typed_response(task, given)
    if response is None and task.required and not (task.response_type == "document" and _uploaded_since(record, task)):
        wanted = "upload the document or say why not" if task.response_type == "document" else "please answer"
        raise AnswerMissingError(f"task_responses.{task.task_id}", f"{wanted}: “{task.description}”")
    return response


def _typed_response(task: FollowUpTask, given: str | bool | None) -> str | bool | None:
    """What was said, as its task wants it; None if nothing was."""
    if task.response_type == "yes_no" and given not in (None, ""):
        if isinstance(given, bool):
            return given
        if given.lower() not in YES_NO:
            raise AnswerInvalidError(f"task_responses.{task.task_id}", "answer yes or no")
        return YES_NO[given.lower()]
    if isinstance(given, bool):
        raise AnswerInvalidError(f"task_responses.{task.task_id}", "expected a text")
    return given or None


def _uploaded_since(record: CaseRecord, task: FollowUpTask) -> bool:
    """Whether a document came in for this task, or for the requirement whose document could not be read."""
    wanted = {f"{FOLLOW_UP_PREFIX}{task.task_id}"}
    if task.document_type:
        wanted.add(task.document_type)
    known_before = {result.document_id for result in record.validation_results}
    latest = {document.requirement_id: document.document_id for document in record.documents}
    return any(latest[key] not in known_before for key in wanted & latest.keys())
