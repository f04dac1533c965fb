"""Tasks and merchant category proposed once more: while the case is under review, by those who may decide it, once."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.gateway.office import TASK, Case, Json, Office
from tests.gateway.running_gateway import refused

QUESTIONS = ["regenerate-tasks", "reclassify-mcc"]
KEY = {"Idempotency-Key": "once"}


@pytest.fixture(scope="module")
async def resting(office: Office) -> Case:
    """A case under review; no test here moves it."""
    return await office.under_review(documents=())


async def ask(
    office: Office,
    case: Case,
    question: str,
    body: Json | None = None,
    by: httpx.AsyncClient | None = None,
    headers: dict[str, str] | None = None,
) -> httpx.Response:
    return await (by or office.officer).post(f"{case.path}/{question}", json=body, headers=headers)


async def names(office: Office, case: Case) -> list[str]:
    return [entry["event"] for entry in await office.audit(case)]


# Tasks.


@pytest.mark.parametrize("body", [None, {}])
async def test_tasks_are_proposed_once_more_with_reasons(office: Office, body: Json | None) -> None:
    case = await office.under_review(documents=())
    before = await office.detail(case)

    answer = await ask(office, case, "regenerate-tasks", body)

    assert answer.status_code == 200, answer.text
    proposal = answer.json()
    assert {"tasks", "reasoning"} <= proposal.keys()
    assert [task["document_type"] for task in proposal["tasks"]] == ["representative_id", "proof_of_authority"]
    members = {"description", "response_type", "required", "justification"}
    assert all(members <= task.keys() for task in proposal["tasks"])
    assert proposal["reasoning"]
    after = await office.detail(case)
    assert (after["status"], after["generated_tasks"]) == ("REVIEW_PENDING", proposal["tasks"])
    assert after["version"] == before["version"] + 1
    last = after["audit_log"][-1]
    assert (last["event"], last["actor"]["role"]) == ("TASKS_REGENERATED", "officer")


# The merchant category.


async def test_an_officers_notes_lead_to_another_category(office: Office) -> None:
    case = await office.under_review(company_name="Antwerp Bicycle Shop BV")
    assert (await office.detail(case))["mcc_classification"]["primary_recommendation"]["mcc_code"] == "5940"

    answer = await ask(office, case, "reclassify-mcc", {"notes": "They run a hotel; only the name is about bicycles."})

    assert answer.status_code == 200, answer.text
    assert (answer.json()["status"], answer.json()["message"]) == ("REVIEW_PENDING", "MCC classified again")
    classified = answer.json()["mcc_classification"]
    assert classified["primary_recommendation"]["mcc_code"] == "7011"
    assert any("hotel" in reason for reason in classified["reasons"])
    detail = await office.detail(case)
    assert detail["mcc_classification"] == classified
    assert detail["audit_log"][-1]["event"] == "MCC_RECLASSIFIED"
    assert detail["audit_log"][-1]["data"]["notes"] == "They run a hotel; only the name is about bicycles."


@pytest.mark.parametrize("body", [None, {}])
async def test_without_notes_the_category_is_the_same(office: Office, body: Json | None) -> None:
    case = await office.under_review(company_name="Antwerp Bicycle Shop BV")
    before = (await office.detail(case))["mcc_classification"]

    answer = await ask(office, case, "reclassify-mcc", body)

    again = answer.json()["mcc_classification"]
    assert again.pop("execution_id") != before.pop("execution_id")
    assert again == before


async def test_another_classification_is_another_question_to_the_officer(office: Office) -> None:
    case = await office.under_review(company_name="Antwerp Bicycle Shop BV")
    accepted = await office.officer.post(f"{case.path}/mcc-decision", json={"action": "accept"})
    assert accepted.status_code == 200
    assert (await office.detail(case))["mcc_decision"]["action"] == "accept"

    assert (await ask(office, case, "reclassify-mcc", {"notes": "A hotel."})).status_code == 200

    assert (await office.detail(case))["mcc_decision"] is None


# Who may ask, and when.


@pytest.mark.parametrize("question", QUESTIONS)
async def test_an_auditor_asks_for_nothing(office: Office, resting: Case, question: str) -> None:
    refused(await ask(office, resting, question, by=office.auditor), 403, "role_not_allowed")


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_senior_officer_may_ask(office: Office, resting: Case, question: str) -> None:
    assert (await ask(office, resting, question, by=office.senior_officer)).status_code == 200


@pytest.mark.parametrize("question", QUESTIONS)
async def test_nothing_is_proposed_before_and_after_the_review(office: Office, question: str) -> None:
    waiting, asked, escalated, closed = [
        await office.open(),
        *await asyncio.gather(*(office.under_review(documents=()) for _ in range(3))),
    ]
    for case, decision, more in (
        (asked, "follow_up", {"follow_up_tasks": [TASK]}),
        (escalated, "escalate", {"reason": "Beyond my limit."}),
        (closed, "reject", {"reason": "No documents."}),
    ):
        answer = await office.officer.post(f"{case.path}/decision", json={"decision": decision, **more})
        assert answer.status_code == 200, answer.text

    for case, status in (
        (waiting, "AWAITING_DOCUMENTS"),
        (asked, "FOLLOW_UP_REQUIRED"),
        (escalated, "ESCALATED"),
        (closed, "REJECTED"),
    ):
        problem = refused(await ask(office, case, question), 409, "wrong_state")
        assert status in problem["detail"]


@pytest.mark.parametrize(
    ("question", "body", "field"),
    [
        ("regenerate-tasks", {"notes": "more"}, "notes"),
        ("regenerate-tasks", {"seen_version": -1}, "seen_version"),
        ("reclassify-mcc", {"mcc": "5411"}, "mcc"),
        ("reclassify-mcc", {"notes": "x" * 4001}, "notes"),
        ("reclassify-mcc", {"notes": 5}, "notes"),
    ],
)
async def test_a_question_that_does_not_fit_is_refused_by_name(
    office: Office, resting: Case, question: str, body: Json, field: str
) -> None:
    refused(await ask(office, resting, question, body), 422, "invalid_body", field)


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_body_that_is_no_json_is_refused(office: Office, resting: Case, question: str) -> None:
    refused(await office.officer.post(f"{resting.path}/{question}", content=b"{"), 400, "invalid_json")


# The same question again.


@pytest.mark.parametrize(
    ("question", "event"), [("regenerate-tasks", "TASKS_REGENERATED"), ("reclassify-mcc", "MCC_RECLASSIFIED")]
)
async def test_the_same_key_gets_the_first_answer_and_nothing_is_done_twice(
    office: Office, question: str, event: str
) -> None:
    case = await office.under_review(documents=())

    at_once = await asyncio.gather(*(ask(office, case, question, {}, headers=KEY) for _ in range(3)))
    later = await ask(office, case, question, {}, headers=KEY)

    assert {(answer.status_code, answer.text) for answer in (*at_once, later)} == {(200, later.text)}
    assert (await names(office, case)).count(event) == 1


async def test_the_same_key_gets_the_first_answer_after_another_question(office: Office) -> None:
    case = await office.under_review(documents=())
    first = await ask(office, case, "reclassify-mcc", {"notes": "A hotel."}, headers=KEY)
    other = await ask(office, case, "reclassify-mcc", {"notes": "A bicycle shop."})
    assert code_of(first) != code_of(other)

    again = await ask(office, case, "reclassify-mcc", {"notes": "A hotel."}, headers=KEY)

    assert again.text == first.text
    assert (await office.detail(case))["mcc_classification"] == other.json()["mcc_classification"]


async def test_another_body_under_the_same_key_is_refused(office: Office) -> None:
    case = await office.under_review(documents=())
    assert (await ask(office, case, "reclassify-mcc", {"notes": "A hotel."}, headers=KEY)).status_code == 200
    before = await office.detail(case)

    answer = await ask(office, case, "reclassify-mcc", {"notes": "A bakery."}, headers=KEY)

    refused(answer, 422, "idempotency_key_reused", "Idempotency-Key")
    assert await office.detail(case) == before


async def test_a_question_that_was_refused_is_refused_again_under_its_key_and_answered_under_another(
    office: Office,
) -> None:
    case = await office.open()
    refused(await ask(office, case, "regenerate-tasks", headers=KEY), 409, "wrong_state")
    await office.submitted(case, answers={"representative_function": "Director", "signing_authority": "Alone"})

    refused(await ask(office, case, "regenerate-tasks", headers=KEY), 409, "wrong_state")
    assert (await ask(office, case, "regenerate-tasks")).status_code == 200
    events = [entry["event"] for entry in await office.audit(case)]
    assert events.count("COMMAND_REFUSED") == 1


def code_of(answer: httpx.Response) -> Any:
    assert answer.status_code == 200, answer.text
    return answer.json()["mcc_classification"]["primary_recommendation"]["mcc_code"]
