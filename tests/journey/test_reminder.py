"""A customer whose link is about to end is reminded: the notification leaves the stack, and is on record."""

import asyncio
from datetime import UTC, datetime, timedelta
from secrets import token_hex, token_urlsafe

import httpx
from temporalio.client import Client

from deploy.local.keys import ORGANISATION
from domain.identity import workflow_id_of
from runtime.task_queues import TaskQueue
from runtime.temporal import casewright_plugin
from schemas.case import CaseInput, CaseOpening
from tests.conftest import CALL_SECONDS, Stack
from tests.example_cases import an_opening
from tests.journey.walking import PATIENCE_SECONDS, PAUSE_SECONDS, Json, Walk, ok
from workflows.case import CaseWorkflow

DAYS_LEFT = timedelta(days=3)
LINK = timedelta(days=30)


def opened_long_ago() -> CaseOpening:
    """A case whose link lasts three days more, so that the reminder of a week before its end is due."""
    case_id, now = f"case_{token_hex(6)}", datetime.now(UTC)
    return an_opening(
        case_id=case_id,
        workflow_id=workflow_id_of(case_id),
        organisation=ORGANISATION,
        portal_token=f"pt_{token_urlsafe(24)}",
        portal_url=f"https://portal.example/{case_id}",
        created_at=now + DAYS_LEFT - LINK,
        portal_expires_at=now + DAYS_LEFT,
    )


async def test_a_reminder_reaches_the_mailbox_of_test_mode(stack: Stack, walk: Walk) -> None:
    facts, opening = stack.facts, opened_long_ago()
    client = await Client.connect(
        facts["temporal_address"], namespace=facts["temporal_namespace"], plugins=[casewright_plugin()]
    )
    await client.start_workflow(
        CaseWorkflow.run, CaseInput(opening=opening), id=opening.workflow_id, task_queue=TaskQueue.CASES
    )

    async with (
        asyncio.timeout(PATIENCE_SECONDS),
        httpx.AsyncClient(base_url=facts["registries_url"], timeout=CALL_SECONDS) as registries,
    ):
        while not (received := await _received(registries, opening.case_id)):
            await asyncio.sleep(PAUSE_SECONDS)
        while not (events := await _reminders(walk, opening.case_id)):
            await asyncio.sleep(PAUSE_SECONDS)

    [notification] = received
    assert notification["kind"] == "portal_expires_soon"
    assert notification["portal_url"] == opening.portal_url
    assert notification["days_left"] == DAYS_LEFT.days
    assert [event["data"]["delivered"] for event in events] == [True]
    detail = ok(await walk.officer.get(f"/api/cases/{opening.case_id}"))
    passed = {item["due_at"]: item["passed_at"] for item in detail["deadlines"] if item["kind"] == "reminder"}
    assert [moment is not None for _, moment in sorted(passed.items())] == [True, False]


async def _received(registries: httpx.AsyncClient, case_id: str) -> list[Json]:
    kept = ok(await registries.get("/notifications"))["notifications"]
    return [item["notification"] for item in kept if item["notification"]["case_id"] == case_id]


async def _reminders(walk: Walk, case_id: str) -> list[Json]:
    answer = await walk.officer.get(f"/api/cases/{case_id}/audit")
    log = answer.json()["audit_log"] if answer.is_success else []
    return [event for event in log if event["event"] == "CUSTOMER_REMINDED"]
