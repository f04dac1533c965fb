"""What the customer was asked before, and when it is asked again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.follow_up import propose_tasks
from schemas.case import TaskRequest
from tests.domain.follow_up_requests import (
    PROOF_OF_ADDRESS,
    REQUESTS,
    a_discrepancy,
    a_finding,
    a_request,
    a_result,
    sent,
    the_task,
)
from tests.example_cases import NOW


@given(REQUESTS, st.booleans(), st.data())
def test_what_is_open_or_was_just_answered_is_not_proposed_again(
    request: TaskRequest, is_open: bool, data: st.DataObject
) -> None:
    first = propose_tasks(request).tasks
    asked = data.draw(st.lists(st.sampled_from(first), unique=True)) if first else []
    before = tuple(sent(task, None if is_open else NOW) for task in asked)

    again = propose_tasks(request.model_copy(update={"asked": before})).tasks

    assert set(first) - set(asked) <= set(again)
    assert not {task.description for task in again} & {task.description for task in asked}


def test_a_question_is_known_again_in_an_officers_words_and_in_another_language() -> None:
    request = a_request(a_discrepancy("company_name"))
    reworded = sent(the_task(request), description="Please tell us the full, legal name of the company as registered!")
    in_dutch = sent(the_task(request.model_copy(update={"language": "nl"})))

    for before in (reworded, in_dutch):
        assert propose_tasks(request.model_copy(update={"asked": (before,)})).tasks == ()


@pytest.mark.parametrize(("category", "asked_again"), [("document_missing", 0), ("document_wrong_type", 1)])
def test_a_document_that_came_with_a_fault_of_its_own_is_asked_for_once_more(category: str, asked_again: int) -> None:
    first = the_task(a_request(a_finding("document_missing", "director_id")))

    again = propose_tasks(a_request(a_finding(category, "director_id"), asked=(sent(first),))).tasks

    assert len(again) == asked_again


def test_an_answer_to_one_of_two_grounds_does_not_settle_the_other() -> None:
    discrepancy, missing = a_discrepancy("registered_address"), a_finding("document_missing", PROOF_OF_ADDRESS)
    before = sent(the_task(a_request(discrepancy)))

    assert the_task(a_request(discrepancy, missing, asked=(before,))).document_type == PROOF_OF_ADDRESS


def test_what_was_answered_in_an_earlier_iteration_may_be_asked_again_and_says_so() -> None:
    request = a_request(a_discrepancy("company_name"))
    before = sent(the_task(request), iteration=2)

    later = request.model_copy(
        update={"asked": (before,), "result": a_result(*request.result.discrepancies, iteration=3)}
    )

    assert the_task(later).justification.endswith("Asked before as task_1 in iteration 2, and answered.")


def test_an_expired_document_that_only_a_follow_up_asked_for_is_asked_for_by_its_kind() -> None:
    asked = sent(the_task(a_request(a_discrepancy("registered_address"))))
    expired = a_finding("document_expired", finding_id="find_document_expired_followup-task-1")

    task = the_task(a_request(expired, asked=(asked,)))

    assert task.document_type == "utility_bill"
    assert task.description.endswith("sent earlier: utility bill.")


@pytest.mark.parametrize(
    ("is_asked", "beginning"),
    [(False, "Nothing was found that the customer"), (True, "Nothing new was found that the customer")],
)
def test_when_nothing_can_be_cleared_up_the_reasoning_says_so(is_asked: bool, beginning: str) -> None:
    found = a_request(a_finding("source_unavailable"), *([a_discrepancy("director")] if is_asked else []))
    asked = tuple(map(sent, propose_tasks(found).tasks))

    proposal = propose_tasks(found.model_copy(update={"asked": asked}))

    assert proposal.tasks == ()
    assert proposal.reasoning.startswith(beginning)
