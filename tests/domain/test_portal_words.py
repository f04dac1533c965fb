"""What the portal says by itself is there in each of its languages."""

from typing import get_args

import pytest

from domain.portal_language import PORTAL_LANGUAGES
from domain.portal_words import FOLLOW_UP_REASON, asked_anew, problem_in, task_in
from schemas.case import FollowUpTask
from schemas.documents import DocumentProblem
from schemas.template import PortalLanguage
from tests.example_cases import a_document, a_validation


def test_the_reason_of_a_follow_up_is_said_differently_in_each_language() -> None:
    assert len({FOLLOW_UP_REASON[language] for language in PORTAL_LANGUAGES}) == len(PORTAL_LANGUAGES)


@pytest.mark.parametrize("problem", get_args(DocumentProblem))
def test_each_problem_is_said_in_each_language(problem: DocumentProblem) -> None:
    result = a_validation(a_document(), valid=False).model_copy(update={"problem": problem})

    said = [problem_in(result, language) for language in PORTAL_LANGUAGES]

    assert said[0] == result.message
    assert len(set(said)) == len(PORTAL_LANGUAGES)


@pytest.mark.parametrize("sent_in", PORTAL_LANGUAGES)
def test_a_request_for_a_readable_copy_is_read_in_any_language_whichever_it_was_sent_in(
    sent_in: PortalLanguage,
) -> None:
    result = a_validation(a_document(), valid=False)
    task = FollowUpTask(
        task_id="task_1",
        iteration=1,
        description=asked_anew(result, sent_in),
        response_type="document",
        origin="validation",
    )

    assert [task_in(task, (result,), language) for language in PORTAL_LANGUAGES] == [
        asked_anew(result, language) for language in PORTAL_LANGUAGES
    ]
    by_officer = task.model_copy(update={"origin": "officer"})
    assert task_in(by_officer, (result,), "fr") == by_officer.description
