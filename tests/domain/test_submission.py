"""What the customer is asked, and when a submission answers it."""

import pytest
from pydantic import JsonValue

from domain.ledger import Event, with_events
from domain.submission import (
    AnswerInvalidError,
    SubmissionError,
    answers_so_far,
    check_draft,
    kind_asked_for,
    open_tasks,
    requirement_is_open,
    submission_of,
)
from schemas.case import CaseRecord, CaseState, FollowUpTask
from schemas.commands import FollowUpBody
from schemas.documents import CaseDocument
from schemas.events import EventName
from schemas.investigation import ResponseType
from schemas.status import CaseStatus
from tests.example_cases import ANSWERS, CUSTOMER, NOW, a_document, a_record, a_validation

A_LIST_OF_MARKETS: list[JsonValue] = ["Belgium", "France"]


def a_task(
    response_type: ResponseType = "text", required: bool = True, document_type: str | None = None
) -> FollowUpTask:
    return FollowUpTask(
        task_id="task_1",
        iteration=2,
        description="Where is your shop?",
        response_type=response_type,
        required=required,
        document_type=document_type,
    )


def asked(task: FollowUpTask, *documents: CaseDocument) -> CaseRecord:
    """A case whose customer answered all questions before, and now has this task."""
    answered = a_record(CaseStatus.REVIEW_PENDING).submissions
    return a_record(CaseStatus.AWAITING_DOCUMENTS, submissions=answered, follow_up_tasks=(task,), documents=documents)


def submit(record: CaseRecord, **body: JsonValue) -> CaseRecord:
    """The record once the customer has submitted this."""
    submission = submission_of(record, FollowUpBody.model_validate(body), NOW)
    submitted = Event(EventName.CUSTOMER_SUBMITTED, CUSTOMER, submission.model_dump(mode="json"))
    return with_events(CaseState(record=record), (submitted,), NOW).record


# Questions.


@pytest.mark.parametrize(
    "answer",
    [
        {"activity": "Bicycles"},
        {"business_type": "SaaS"},
        {"markets": A_LIST_OF_MARKETS},
        {"markets": "Belgium"},
        {"markets": []},
        {"markets": ""},
        {"remarks": "None"},
        {"remarks": ""},
    ],
    ids=str,
)
def test_an_answer_of_its_questions_type_is_taken(answer: dict[str, JsonValue]) -> None:
    submit(a_record(CaseStatus.AWAITING_DOCUMENTS), answers={**ANSWERS, **answer})


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({"activity": ""}, "answers.activity: please answer “What do you sell?”"),
        ({"activity": "  "}, "answers.activity: please answer “What do you sell?”"),
        ({"activity": True}, "answers.activity: expected a text"),
        ({"activity": ["Bicycles"]}, "answers.activity: expected a text"),
        ({"business_type": ""}, "answers.business_type: please answer “Which type?”"),
        ({"business_type": "Casino"}, "answers.business_type: choose one of Retail, SaaS"),
        ({"business_type": ["Retail"]}, "answers.business_type: choose one of Retail, SaaS"),
        ({"business_type": True}, "answers.business_type: choose one of Retail, SaaS"),
        ({"markets": ["Belgium", "Mars"]}, "answers.markets: choose among Belgium, France, Elsewhere"),
        ({"markets": "Mars"}, "answers.markets: choose among Belgium, France, Elsewhere"),
        ({"markets": True}, "answers.markets: choose among Belgium, France, Elsewhere"),
        ({"shoe_size": "42"}, "answers.shoe_size: no question has this id"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_any_other_answer_is_refused_naming_the_question(answer: dict[str, JsonValue], message: str) -> None:
    with pytest.raises(SubmissionError) as refusal:
        submit(a_record(CaseStatus.AWAITING_DOCUMENTS), answers={**ANSWERS, **answer})

    assert str(refusal.value) == message


@pytest.mark.parametrize("question", ["activity", "business_type"])
def test_every_required_question_is_answered(question: str) -> None:
    rest = {key: value for key, value in ANSWERS.items() if key != question}

    with pytest.raises(SubmissionError, match=rf"^answers\.{question}: please answer"):
        submit(a_record(CaseStatus.AWAITING_DOCUMENTS), answers=rest)


def test_a_question_is_answered_once_for_all_iterations() -> None:
    assert submit(asked(a_task()), task_responses={"task_1": "In Ghent"}).submissions[-1].answers == {}


def test_a_later_answer_stands_for_an_earlier_one() -> None:
    record = submit(asked(a_task(required=False)), answers={"activity": "Scooters"})

    assert answers_so_far(record) == {"activity": "Scooters", "business_type": "Retail"}


def test_a_required_answer_cannot_be_taken_back() -> None:
    with pytest.raises(SubmissionError):
        submit(asked(a_task(required=False)), answers={"activity": ""})


def test_a_submission_needs_no_documents_because_missing_ones_are_findings() -> None:
    record = submit(a_record(CaseStatus.AWAITING_DOCUMENTS), answers=ANSWERS)

    assert record.documents == ()
    assert record.submissions[-1].iteration == 1


# Tasks.


@pytest.mark.parametrize(
    ("response_type", "response", "kept"),
    [
        ("text", "In Ghent", "In Ghent"),
        ("text", "  In Ghent ", "In Ghent"),
        ("yes_no", True, True),
        ("yes_no", False, False),
        ("yes_no", "Yes", True),
        ("yes_no", "no", False),
        ("yes_no", "FALSE", False),
        ("document", "We have none.", "We have none."),
    ],
)
def test_a_task_is_answered_in_its_own_way(response_type: ResponseType, response: JsonValue, kept: str | bool) -> None:
    record = submit(asked(a_task(response_type, document_type="utility_bill")), task_responses={"task_1": response})

    assert record.submissions[-1].task_responses == {"task_1": kept}
    assert open_tasks(record) == ()


@pytest.mark.parametrize(
    ("response_type", "response", "said"),
    [
        ("text", None, "please answer"),
        ("text", "", "please answer"),
        ("text", True, "expected a text"),
        ("yes_no", None, "please answer"),
        ("yes_no", "", "please answer"),
        ("yes_no", "perhaps", "answer yes or no"),
        ("document", None, "upload the document or say why not"),
        ("document", "", "upload the document or say why not"),
        ("document", True, "expected a text"),
    ],
)
def test_a_required_task_is_not_passed_over(
    response_type: ResponseType, response: str | bool | None, said: str
) -> None:
    task = a_task(response_type, document_type="utility_bill")
    responses: dict[str, JsonValue] = {} if response is None else {"task_1": response}

    with pytest.raises(SubmissionError, match=rf"^task_responses\.task_1: {said}"):
        submit(asked(task), task_responses=responses)


@pytest.mark.parametrize("response_type", ["text", "yes_no", "document"])
def test_an_optional_task_may_be_passed_over_and_is_closed_all_the_same(response_type: ResponseType) -> None:
    record = submit(asked(a_task(response_type, required=False, document_type="utility_bill")))

    assert record.submissions[-1].task_responses == {}
    assert record.follow_up_tasks[0].answered_at == NOW


@pytest.mark.parametrize("task_id", ["task_2", "", "followup_task_1"])
def test_a_response_to_no_open_task_is_refused(task_id: str) -> None:
    with pytest.raises(SubmissionError, match="this task is not open"):
        submit(asked(a_task()), task_responses={"task_1": "In Ghent", task_id: "x"})


def test_a_response_to_a_task_that_was_answered_before_is_refused() -> None:
    answered = submit(asked(a_task()), task_responses={"task_1": "In Ghent"})

    with pytest.raises(SubmissionError, match="this task is not open"):
        submit(answered, task_responses={"task_1": "In Bruges"})


# Documents for tasks.

DOCUMENT_TASK = a_task("document", document_type="utility_bill")
REPLACEMENT_TASK = a_task("document", document_type="certificate").model_copy(update={"origin": "validation"})


def test_an_upload_answers_a_document_task() -> None:
    record = submit(asked(DOCUMENT_TASK, a_document("followup_task_1")))

    assert open_tasks(record) == ()


def test_an_upload_for_something_else_does_not_answer_it() -> None:
    with pytest.raises(SubmissionError):
        submit(asked(DOCUMENT_TASK, a_document("certificate")))


def bounced_back(*documents: CaseDocument) -> CaseRecord:
    """A case whose last but one document could not be read; the task asks for another."""
    unreadable = a_document("certificate", b"unreadable")
    record = asked(REPLACEMENT_TASK, unreadable, *documents)
    return record.model_copy(update={"validation_results": (a_validation(unreadable, valid=False),)})


@pytest.mark.parametrize("requirement_id", ["certificate", "followup_task_1"])
def test_an_unreadable_document_is_replaced_under_its_requirement_or_under_the_task(requirement_id: str) -> None:
    assert open_tasks(submit(bounced_back(a_document(requirement_id, b"readable")))) == ()


def test_the_unreadable_document_itself_is_no_replacement() -> None:
    with pytest.raises(SubmissionError, match="upload the document or say why not"):
        submit(bounced_back())


def test_a_version_from_before_the_unreadable_one_is_no_replacement() -> None:
    unreadable = a_document("certificate", b"unreadable")
    record = asked(REPLACEMENT_TASK, a_document("certificate", b"never validated"), unreadable)
    record = record.model_copy(update={"validation_results": (a_validation(unreadable, valid=False),)})

    with pytest.raises(SubmissionError, match="upload the document or say why not"):
        submit(record)


# Drafts.


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"answers": {"activity": ""}},
        {"answers": {"business_type": "Retail", "markets": []}},
        {"task_responses": {"task_1": ""}},
        {"task_responses": {"task_1": True}},
    ],
)
def test_a_draft_may_lack_anything(body: dict[str, JsonValue]) -> None:
    record = asked(a_task("yes_no")).model_copy(update={"submissions": ()})

    check_draft(record, FollowUpBody.model_validate(body))


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"answers": {"turnover": "1"}}, "answers.turnover"),
        ({"answers": {"business_type": "Circus"}}, "answers.business_type"),
        ({"answers": {"activity": True}}, "answers.activity"),
        ({"task_responses": {"task_9": "x"}}, "task_responses.task_9"),
        ({"task_responses": {"task_1": "perhaps"}}, "task_responses.task_1"),
    ],
)
def test_what_a_draft_has_is_held_against_what_is_asked(body: dict[str, JsonValue], field: str) -> None:
    with pytest.raises(AnswerInvalidError) as refused:
        check_draft(asked(a_task("yes_no")), FollowUpBody.model_validate(body))
    assert refused.value.field == field


# Requirements.


@pytest.mark.parametrize(
    ("requirement_id", "is_open"),
    [("certificate", True), ("bank_statement", True), ("followup_task_1", True), ("task_1", False), ("x", False)],
)
def test_documents_are_asked_for_by_the_template_and_by_open_tasks(requirement_id: str, is_open: bool) -> None:
    assert requirement_is_open(asked(DOCUMENT_TASK), requirement_id) == is_open


def test_an_answered_task_takes_no_more_documents() -> None:
    answered = submit(asked(DOCUMENT_TASK), task_responses={"task_1": "We have none."})

    assert not requirement_is_open(answered, "followup_task_1")


@pytest.mark.parametrize(
    ("requirement_id", "kind"),
    [("certificate", "certificate"), ("followup_task_1", "utility_bill"), ("followup_task_9", "followup_task_9")],
)
def test_a_document_is_of_the_kind_its_task_asked_for(requirement_id: str, kind: str) -> None:
    assert kind_asked_for(asked(DOCUMENT_TASK), requirement_id) == kind
