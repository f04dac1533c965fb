"""Answers that are not finished are kept for the customer, and for nobody else, until they are submitted."""

import asyncio
from datetime import datetime

import pytest
from pydantic import JsonValue

from gateway.body_limit import JSON_LIMIT
from runtime.portal_drafts import PortalDrafts
from runtime.postgres import create_pool
from runtime.settings import Settings
from schemas.portal_api import DraftRequest
from tests import sample_documents as samples
from tests.gateway.office import ANSWERS, REQUIRED, TASK, Office
from tests.gateway.running_gateway import PATIENCE, refused

FIRST: JsonValue = {"answers": {"representative_function": "Dir"}}


async def test_a_draft_is_there_when_the_customer_comes_back(office: Office) -> None:
    case = await office.open()

    assert (await office.customer.get(case.portal)).json()["draft"] is None
    await office.customer.put(f"{case.portal}/answers", json={"answers": {"signing_authority": "Alone"}})
    saved = await office.customer.put(f"{case.portal}/answers", json=FIRST)

    assert saved.status_code == 200
    assert saved.headers["cache-control"] == "no-store"
    draft = (await office.customer.get(case.portal)).json()["draft"]
    assert draft["answers"] == {"representative_function": "Dir", "signing_authority": "Alone"}
    assert draft["task_responses"] == {}
    assert datetime.fromisoformat(draft["saved_at"]) == datetime.fromisoformat(saved.json()["saved_at"])


async def test_an_answer_that_is_emptied_is_taken_back(office: Office) -> None:
    case = await office.open()
    await office.customer.put(f"{case.portal}/answers", json=FIRST)

    await office.customer.put(f"{case.portal}/answers", json={"answers": {"representative_function": None}})

    assert (await office.customer.get(case.portal)).json()["draft"]["answers"] == {}


async def test_no_officer_sees_a_draft(office: Office) -> None:
    case = await office.open()
    await office.customer.put(f"{case.portal}/answers", json={"answers": {"representative_function": "Nobody's word"}})

    for path in ("", "/audit", "/documents?source=all", "/responses"):
        answer = await office.officer.get(f"{case.path}{path}")
        assert answer.status_code == 200
        assert "Nobody's word" not in answer.text


async def test_a_draft_goes_when_it_is_submitted_and_is_refused_from_then_on(office: Office) -> None:
    case = await office.open()
    await office.customer.put(f"{case.portal}/answers", json=FIRST)
    for requirement_id in REQUIRED:
        await office.upload(case, requirement_id)
    await office.submitted(case, answers=ANSWERS)

    refused(await office.customer.put(f"{case.portal}/answers", json=FIRST), 409, "wrong_state")
    await office.decide(case, "follow_up", follow_up_tasks=[TASK])
    await office.until(case, "FOLLOW_UP_REQUIRED")
    assert (await office.customer.get(case.portal)).json()["draft"] is None


async def test_what_was_written_before_a_submission_does_not_come_back_when_its_case_does(
    office: Office, settings: Settings
) -> None:
    case = await office.open()
    await office.upload(case, "representative_id", samples.encrypted_pdf())
    await office.upload(case, "proof_of_authority")
    await office.customer.post(f"{case.portal}/submit", json={"answers": ANSWERS})
    async with asyncio.timeout(PATIENCE):
        while not (seen := (await office.customer.get(case.portal)).json())["follow_up_tasks"]:
            await asyncio.sleep(0.05)
    assert (seen["phase"], seen["iteration"]) == ("follow_up", 1)

    async with create_pool(settings) as pool:  # the page saved once more, and its request came late
        assert await PortalDrafts(pool).merge(case.id, 0, DraftRequest(answers={"representative_function": "Dir"}))

    assert (await office.customer.get(case.portal)).json()["draft"] is None
    await office.customer.put(f"{case.portal}/answers", json=FIRST)
    assert (await office.customer.get(case.portal)).json()["draft"]["answers"] == {"representative_function": "Dir"}


async def test_what_is_written_about_a_task_is_kept_too(office: Office) -> None:
    case = await office.under_review()
    await office.decide(case, "follow_up", follow_up_tasks=[TASK])

    saved = await office.customer.put(f"{case.portal}/answers", json={"task_responses": {"task_1": "They are"}})

    assert saved.status_code == 200
    assert (await office.customer.get(case.portal)).json()["draft"]["task_responses"] == {"task_1": "They are"}


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({"answers": {"turnover": "1"}}, "invalid_answer", "answers.turnover"),
        ({"task_responses": {"task_7": "1"}}, "invalid_answer", "task_responses.task_7"),
        ({"answers": {"representative_function": "x" * 4001}}, "invalid_body", "answers.representative_function"),
        ({"answers": {"turnover": None}}, "invalid_answer", "answers.turnover"),
        ({"answers": {"representative_function": 7}}, "invalid_body", "answers.representative_function"),
        ({"remarks": "x"}, "invalid_body", "remarks"),
    ],
)
async def test_what_could_not_be_submitted_is_refused_by_its_name(
    office: Office, body: JsonValue, code: str, field: str
) -> None:
    case = await office.open()

    refused(await office.customer.put(f"{case.portal}/answers", json=body), 422, code, field)  # type: ignore[arg-type]  # parametrised


async def test_a_draft_is_no_larger_than_a_submission_can_be(office: Office) -> None:
    case = await office.open()
    body = {"answers": {"representative_function": " " * JSON_LIMIT}}

    refused(await office.customer.put(f"{case.portal}/answers", json=body), 413, "body_too_large")
