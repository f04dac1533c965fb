"""While no worker runs, what people say is taken down, and they are told so; a worker does it when it comes."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from temporalio.client import Client

from runtime.settings import Settings
from tests import sample_documents as samples
from tests.gateway.running_gateway import PATIENCE, Gateway, open_case, refused, running_gateway
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.running_case import working


@pytest.fixture(scope="module")
async def impatient(settings: Settings, temporal: Client) -> AsyncIterator[Gateway]:
    """A gateway that waits half a second for workers; there are none."""
    waits = ("enrichment_wait_seconds", "outcome_wait_seconds", "computed_wait_seconds")
    hasty = settings.model_copy(update=dict.fromkeys(waits, 0.5))
    async with running_gateway(hasty, temporal.service_client.config.target_host) as running:
        yield running


@pytest.fixture
async def officer(impatient: Gateway) -> AsyncIterator[httpx.AsyncClient]:
    async with await impatient.officer() as client:
        yield client


@pytest.fixture
async def patient_officer(gateway: Gateway, officer: httpx.AsyncClient) -> AsyncIterator[httpx.AsyncClient]:
    """The same one at a gateway that waits for workers, once there are some."""
    async with httpx.AsyncClient(base_url=gateway.url, headers=officer.headers, timeout=PATIENCE) as client:
        yield client


async def test_a_case_is_open_without_what_the_sources_say(officer: httpx.AsyncClient) -> None:
    created = await open_case(officer)

    assert (created["vies_enrichment"], created["website_validation"]) == (None, None)
    assert created["status"] == "AWAITING_DOCUMENTS"
    detail = (await officer.get(f"/api/cases/{created['case_id']}")).json()
    assert detail["record_source"] == "snapshot"
    assert [event["event"] for event in detail["audit_log"]] == ["CASE_CREATED"]


async def test_what_is_said_meanwhile_is_taken_down_and_done_by_the_next_worker(
    officer: httpx.AsyncClient, patient_officer: httpx.AsyncClient, temporal: Client
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
    await officer.put(f"{portal}/answers", json={"answers": answers})
    submitted = await officer.post(f"{portal}/submit", json={"answers": answers})
    assert (await officer.get(portal)).json()["draft"]["answers"] == answers  # the case may refuse it yet
    decided = await officer.post(f"{case}/decision", json={"decision": "approve"}, headers={"Idempotency-Key": "once"})

    assert [answer.status_code for answer in (*uploads, submitted, decided)] == [202] * 4
    assert submitted.json()["message"] == "recorded; will be applied when a worker is available"
    async with working(temporal, OutsideWorld()), asyncio.timeout(PATIENCE):
        while (detail := (await patient_officer.get(case)).json())["status"] != "REVIEW_PENDING":
            await asyncio.sleep(0.1)
        assert len(detail["documents"]) == 2
        assert (await patient_officer.get(portal)).json()["draft"] is None
        # The decision came before the investigation. Asked again under its key, it is answered as it was then.
        again = await patient_officer.post(
            f"{case}/decision", json={"decision": "approve"}, headers={"Idempotency-Key": "once"}
        )
        assert (again.status_code, again.json()["code"]) == (409, "wrong_state")


@pytest.mark.parametrize("question", ["regenerate-tasks", "reclassify-mcc"])
async def test_what_must_be_computed_is_refused_without_a_worker(officer: httpx.AsyncClient, question: str) -> None:
    case_id = (await open_case(officer))["case_id"]

    answer = await officer.post(f"/api/cases/{case_id}/{question}", headers={"Idempotency-Key": "once"})

    refused(answer, 503, "worker_unavailable")
    assert int(answer.headers["retry-after"]) > 0


async def test_a_question_that_no_worker_heard_is_answered_under_its_key_when_there_is_one(
    officer: httpx.AsyncClient, patient_officer: httpx.AsyncClient, temporal: Client
) -> None:
    created = await open_case(officer)
    case, portal = f"/api/cases/{created['case_id']}", f"/api/portal/{created['portal_token']}"
    answers = {"representative_function": "Director", "signing_authority": "Alone"}
    await officer.post(f"{portal}/submit", json={"answers": answers})

    async def ask(client: httpx.AsyncClient) -> httpx.Response:
        return await client.post(f"{case}/regenerate-tasks", headers={"Idempotency-Key": "once"})

    outside = OutsideWorld()
    async with working(temporal, outside), asyncio.timeout(PATIENCE):
        while (await patient_officer.get(case)).json()["status"] != "REVIEW_PENDING":
            await asyncio.sleep(0.1)
    refused(await ask(officer), 503, "worker_unavailable")

    async with working(temporal, outside), asyncio.timeout(PATIENCE):
        while (answer := await ask(patient_officer)).status_code == 503:
            await asyncio.sleep(0.1)
        assert answer.status_code == 200, answer.text
        assert [task["document_type"] for task in answer.json()["tasks"]] == ["representative_id", "proof_of_authority"]
        assert (await ask(patient_officer)).text == answer.text
        log = (await patient_officer.get(f"{case}/audit")).json()["audit_log"]
    written = {number: row.event.value for number, row in outside.of[created["case_id"]].books.rows.items()}
    events = {entry["sequence"]: entry["event"] for entry in log} | written
    assert [*events.values()].count("TASKS_REGENERATED") == 1
