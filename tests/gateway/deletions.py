"""Deletions of cases as an officer asks for them, and what tests do to them half-way."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Literal, TypeVar
from unittest.mock import patch

import httpx
from temporalio.client import WorkflowExecutionStatus

from gateway.officer.removal import finish_due_deletions
from gateway.services import Services, running_services
from runtime.case_removal import CaseRemovals
from runtime.postgres import create_pool
from runtime.settings import Settings
from tests import sample_documents as samples
from tests.case_remains import Remains
from tests.gateway.relay import HOST, Relay
from tests.gateway.running_gateway import COMPANY, PATIENCE, refused, waiting_for_temporal
from tests.indexed_cases import execute

Value = TypeVar("Value")

TOMBSTONE_ALONE = {"case_deletions": 1}
ENDED = WorkflowExecutionStatus.TERMINATED
RUNNING = WorkflowExecutionStatus.RUNNING
Away = Literal["temporal", "store"]


@dataclass
class Doors:
    """The way from a gateway to Temporal and to the object store, and that gateway's settings."""

    settings: Settings
    temporal: Relay
    store: Relay

    @property
    def temporal_address(self) -> str:
        return f"{HOST}:{self.temporal.port}"

    @asynccontextmanager
    async def without(self, away: Away) -> AsyncIterator[None]:
        """One of the two is away within the block, and there nobody waits long for Temporal."""
        door: Relay = getattr(self, away)
        with waiting_for_temporal(1.5):
            await door.shut()
            yield
        await door.open()


@asynccontextmanager
async def left_half_way(_: Services) -> AsyncIterator[None]:
    """In the place of `finishing_deletions`: what a test leaves half-way, no gateway finishes before it looks."""
    yield


async def until(ask: Callable[[], Awaitable[Value]], done: Callable[[Value], bool]) -> Value:
    async with asyncio.timeout(PATIENCE):
        while not done(value := await ask()):
            await asyncio.sleep(0.1)
    return value


async def a_case_with_documents(officer: httpx.AsyncClient, **headers: str) -> dict[str, Any]:
    """What the opening answered, after the customer has uploaded something."""
    answer = await until(
        lambda: officer.post("/api/cases", json=COMPANY, headers=headers), lambda answer: answer.status_code != 503
    )
    created: dict[str, Any] = answer.json()
    for requirement in ("representative_id", "proof_of_authority"):
        uploaded = await officer.post(
            f"/api/portal/{created['portal_token']}/documents",
            data={"requirement_id": requirement},
            files={"file": ("a.pdf", samples.text_pdf())},
        )
        assert uploaded.status_code == 201, uploaded.text
    return created


async def submit(officer: httpx.AsyncClient, case: dict[str, Any]) -> None:
    answers = {"representative_function": "Director", "signing_authority": "Alone"}
    answer = await officer.post(f"/api/portal/{case['portal_token']}/submit", json={"answers": answers})
    assert answer.status_code == 200, answer.text


async def reaches(officer: httpx.AsyncClient, case: dict[str, Any], status: str) -> None:
    path = f"/api/cases/{case['case_id']}"
    await until(lambda: officer.get(path), lambda answer: answer.json()["status"] == status)


async def delete(officer: httpx.AsyncClient, case: dict[str, Any]) -> httpx.Response:
    return await officer.delete(f"/api/cases/{case['case_id']}")


def is_deleted(answer: httpx.Response, case: dict[str, Any]) -> bool:
    return (answer.status_code, answer.json()) == (200, {"status": "deleted", "workflow_id": case["workflow_id"]})


async def assert_not_found(officer: httpx.AsyncClient, case: dict[str, Any]) -> None:
    for path in ("", "/audit", "/documents", "/evidence", "/notes"):
        refused(await officer.get(f"/api/cases/{case['case_id']}{path}"), 404, "case_not_found")
    for answer in (
        await officer.post(f"/api/cases/{case['case_id']}/decision", json={"decision": "approve"}),
        await officer.get(f"/api/cases/{case['workflow_id']}"),
    ):
        refused(answer, 404, "case_not_found")
    refused(await officer.get(f"/api/portal/{case['portal_token']}"), 404, "portal_not_found")
    assert (await officer.get("/api/cases")).json()["total"] == 0


async def assert_nothing_left(left: Remains, case: dict[str, Any]) -> None:
    assert await left.rows(case["case_id"]) == TOMBSTONE_ALONE
    assert await left.objects(case["case_id"]) == []
    assert await left.workflow(case["case_id"]) != RUNNING


async def finish(doors: Doors, late_writes: timedelta) -> None:
    """What a gateway does every minute, for which a deletion is as old as `late_writes` says."""
    with patch.dict(os.environ, {"TEMPORAL_ADDRESS": doors.temporal_address}):
        async with running_services(doors.settings) as found, create_pool(doors.settings) as pool:
            await finish_due_deletions(replace(found, removals=CaseRemovals(pool, late_writes)))


async def let_fall_due(left: Remains, case: dict[str, Any]) -> None:
    """Whoever began the deletion has had time enough."""
    await execute(left.dsn, "UPDATE case_deletions SET due_at = now() WHERE case_id = %s", case["case_id"])
