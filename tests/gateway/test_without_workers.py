"""While no worker runs, what people say is taken down, and they are told so; a worker does it when it comes."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from temporalio.client import Client

from runtime.settings import Settings
from tests import sample_documents as samples
from tests.gateway.running_gateway import PATIENCE, Gateway, open_case, running_gateway
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.running_case import working


@pytest.fixture(scope="module")
async def impatient(settings: Settings, temporal: Client) -> AsyncIterator[Gateway]:
    """A gateway that waits half a second for workers; there are none."""
    hasty = settings.model_copy(update={"enrichment_wait_seconds": 0.5, "outcome_wait_seconds": 0.5})
    async with running_gateway(hasty, temporal.service_client.config.target_host) as running:
        yield running


@pytest.fixture
async def officer(impatient: Gateway) -> AsyncIterator[httpx.AsyncClient]:
    async with await impatient.officer() as client:
        yield client


async def test_a_case_is_open_without_what_the_sources_say(officer: httpx.AsyncClient) -> None:
    created = await open_case(officer)

    assert (created["vies_enrichment"], created["website_validation"]) == (None, None)
    assert created["status"] == "AWAITING_DOCUMENTS"
    detail = (await officer.get(f"/api/cases/{created['case_id']}")).json()
    assert detail["record_source"] == "snapshot"
    assert [event["event"] for event in detail["audit_log"]] == ["CASE_CREATED"]


async def test_what_is_said_meanwhile_is_taken_down_and_done_by_the_next_worker(
    officer: httpx.AsyncClient, temporal: Client
) -> None:
    created = await open_case(officer)
    case, portal = f"/api/cases/{created['case_id']}", f"/api/portal/{created['portal_token']}"
    answers = {"representative_function": "Director", "signing_authority": "Alone"}

    uploads = [
        await officer.post(
            f"{portal}/documents", data={"requirement_id": item}, files={"file": ("a.pdf", samples.text_pdf())}
        )
        for item in ("representative_id", "proof_of_authority")
    ]
    submitted = await officer.post(f"{portal}/submit", json={"answers": answers})
    decided = await officer.post(f"{case}/decision", json={"decision": "approve"}, headers={"Idempotency-Key": "once"})

    assert [answer.status_code for answer in (*uploads, submitted, decided)] == [202] * 4
    assert submitted.json()["message"] == "recorded; will be applied when a worker is available"
    async with working(temporal, OutsideWorld()), asyncio.timeout(PATIENCE):
        while (detail := (await officer.get(case)).json())["status"] != "REVIEW_PENDING":
            await asyncio.sleep(0.1)
        assert len(detail["documents"]) == 2
        # The decision came before the investigation. Asked again under its key, it is answered as it was then.
        again = await officer.post(
            f"{case}/decision", json={"decision": "approve"}, headers={"Idempotency-Key": "once"}
        )
        assert (again.status_code, again.json()["code"]) == (409, "wrong_state")
