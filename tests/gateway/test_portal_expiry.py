"""The customer's link ends when its time is up, and lives again when an officer asks the customer once more."""

import asyncio
from datetime import UTC, datetime, timedelta
from secrets import token_hex, token_urlsafe

import httpx
import pytest
from temporalio.client import Client

from domain.identity import workflow_id_of
from runtime.task_queues import TaskQueue
from schemas.case import CaseInput
from tests.example_cases import ANSWERS, CUSTOMER, an_envelope, an_opening
from tests.gateway.office import TASK, Case, Office
from tests.gateway.running_gateway import PATIENCE, refused
from workflows.case import CaseWorkflow

LONG_AGO = timedelta(days=40)
LINK = timedelta(days=30)


@pytest.fixture
async def expired(office: Office, temporal: Client) -> Case:
    """A case of forty days ago. Its customer submitted in time; then the link ended, and the officers read on."""
    case_id, now = f"case_{token_hex(6)}", datetime.now(UTC)
    case = Case(case_id, workflow_id_of(case_id), f"pt_{token_urlsafe(24)}")
    opening = an_opening(
        case_id=case.id,
        workflow_id=case.workflow_id,
        organisation=office.organisation,
        portal_token=case.token,
        created_at=now - LONG_AGO,
        portal_expires_at=now - LONG_AGO + LINK,
    )
    await temporal.start_workflow(
        CaseWorkflow.run,
        CaseInput(opening=opening),
        id=opening.workflow_id,
        task_queue=TaskQueue.CASES,
        # Not through the portal, whose door is shut by now; and with its start, before the case sees that it is.
        start_signal="follow-up",
        start_signal_args=[an_envelope({"answers": ANSWERS}, CUSTOMER, "submitted in time")],
    )
    async with asyncio.timeout(PATIENCE):
        while (await office.officer.get(case.path)).status_code == 404:
            await asyncio.sleep(0.05)
    await office.until(case, "REVIEW_PENDING")
    return case


async def through_every_door(office: Office, case: Case) -> list[httpx.Response]:
    return [
        await office.customer.get(case.portal),
        await office.upload(case, "certificate"),
        await office.customer.post(f"{case.portal}/submit", json={"answers": ANSWERS}),
    ]


async def test_an_expired_link_opens_nothing_and_says_what_to_do(office: Office, expired: Case) -> None:
    for answer in await through_every_door(office, expired):
        problem = refused(answer, 410, "portal_expired")
        assert "ask the company that sent it" in problem["detail"]


async def test_the_officer_sees_when_the_link_ended(office: Office, expired: Case) -> None:
    async with asyncio.timeout(PATIENCE):
        while "PORTAL_EXPIRED" not in [entry["event"] for entry in await office.audit(expired)]:
            await asyncio.sleep(0.05)

    [portal] = [item for item in (await office.detail(expired))["deadlines"] if item["kind"] == "portal"]
    assert portal["due_at"] < portal["passed_at"]


async def test_a_follow_up_opens_the_link_again_for_as_long_as_at_first(office: Office, expired: Case) -> None:
    before = datetime.now(UTC)
    asked = await office.decide(expired, "follow_up", "One more thing.", follow_up_tasks=[TASK])
    assert asked.status_code == 200, asked.text

    async with asyncio.timeout(PATIENCE):
        while (opened := await office.customer.get(expired.portal)).status_code == 410:
            await asyncio.sleep(0.05)

    assert opened.status_code == 200, opened.text
    assert [task["description"] for task in opened.json()["follow_up_tasks"]] == [TASK["description"]]
    ends = datetime.fromisoformat(opened.json()["expires_at"])
    assert before + LINK <= ends <= datetime.now(UTC) + LINK
    reviewed = await office.submitted(expired, task_responses={"task_1": "Shops."})
    assert reviewed["portal_expires_at"] == opened.json()["expires_at"]
