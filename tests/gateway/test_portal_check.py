"""A customer learns at once whether a document can be read and is what was asked for; nobody else is told anything."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from secrets import token_hex
from typing import Any

import httpx
import pytest
from temporalio import workflow
from temporalio.client import Client, WorkflowExecutionStatus, WorkflowFailureError, WorkflowHandle
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError, RPCStatusCode

from domain.identity import check_id_of
from gateway import document_checks
from runtime.settings import Settings
from tests import sample_documents as samples
from tests.gateway.conftest import WAITS
from tests.gateway.office import Case, Office
from tests.gateway.running_gateway import PATIENCE, Gateway, open_case, refused, running_gateway
from worker import QueueWork, create_worker
from workflows.document_check import NOT_READ

INVOICE = (
    "INVOICE",
    "Invoice number: 2026-0042",
    "Invoice date: 3 February 2026",
    "Bill to: Acme Trading BVBA",
    "Subtotal EUR 100.00",
    "VAT 21 % EUR 21.00",
    "Amount due EUR 121.00",
    "Payment due within 30 days",
)
PATIENTLY = 60
A_FEW_MINUTES = timedelta(minutes=5)


@workflow.defn(name="DocumentCheckWorkflow", sandboxed=False)
class UnreadWorkflow:
    """A look at a document that opened, and that nobody managed to read."""

    @workflow.run
    async def run(self) -> None:
        raise ApplicationError("the document was not read", type=NOT_READ)


async def document_of(office: Office, case: Case, requirement_id: str, file: bytes) -> str:
    uploaded = await office.upload(case, requirement_id, file)
    assert uploaded.status_code == 201, uploaded.text
    return str(uploaded.json()["document_id"])


async def checked(customer: httpx.AsyncClient, portal: str, document_id: str) -> dict[str, Any]:
    """What the check says once it says something."""
    async with asyncio.timeout(PATIENCE):
        while True:
            answer = await customer.get(f"{portal}/documents/{document_id}/check", timeout=PATIENTLY)
            body: dict[str, Any] = answer.json()
            if answer.status_code == 200:
                return body
            assert (answer.status_code, body) == (202, {"document_id": document_id})


async def test_a_document_of_another_kind_is_told_so_and_its_case_hears_nothing(office: Office) -> None:
    case = await office.open(template_id="psp_merchant_onboarding")
    document_id = await document_of(office, case, "articles_of_association", samples.text_pdf(INVOICE))
    before = await office.audit(case)

    said = await checked(office.customer, case.portal, document_id)

    assert said == {
        "document_id": document_id,
        "readable": True,
        "problem": None,
        "kind": "another",
        "document_type": "invoice",
    }
    assert await office.audit(case) == before
    assert (await office.detail(case))["status"] == "AWAITING_DOCUMENTS"


async def test_a_protected_document_is_not_readable_and_of_no_kind(office: Office, temporal: Client) -> None:
    case = await office.open()
    document_id = await document_of(office, case, "proof_of_authority", samples.encrypted_pdf())

    first = await checked(office.customer, case.portal, document_id)
    again = await checked(office.customer, case.portal, document_id)

    assert (first["readable"], first["problem"], first["kind"]) == (False, "password_protected", "unknown")
    assert again == first
    looked = await temporal.get_workflow_handle(check_id_of(case.id, document_id)).describe()
    assert looked.status is WorkflowExecutionStatus.COMPLETED
    assert looked.raw_description.workflow_execution_info.priority.priority_key == 5


async def test_what_the_case_has_found_out_is_not_looked_at_again(office: Office, temporal: Client) -> None:
    case = await office.under_review()
    portal = (await office.customer.get(case.portal)).json()
    document_id = portal["document_requirements"][0]["uploaded_file"]["document_id"]

    said = await checked(office.customer, case.portal, document_id)

    assert said["readable"] is True
    with pytest.raises(RPCError) as unknown:
        await temporal.get_workflow_handle(check_id_of(case.id, document_id)).describe()
    assert unknown.value.status is RPCStatusCode.NOT_FOUND


async def test_a_document_of_another_case_is_not_there(office: Office) -> None:
    mine, other = await office.open(), await office.open()
    document_id = await document_of(office, other, "representative_id", samples.text_pdf(("Of another",)))

    answer = await office.customer.get(f"{mine.portal}/documents/{document_id}/check")

    refused(answer, 404, "document_not_found", "document_id")


# Not every document is looked at, nor at once.


async def begun_elsewhere(temporal: Client, case: Case, document_id: str) -> WorkflowHandle[Any, Any]:
    """A check that no worker takes up."""
    queue = f"nobody-{token_hex(6)}"
    return await temporal.start_workflow(
        "DocumentCheckWorkflow", id=check_id_of(case.id, document_id), task_queue=queue, execution_timeout=A_FEW_MINUTES
    )


async def checks_of(temporal: Client, case: Case) -> list[str]:
    """The ids of the checks of a case, as Temporal lists them."""
    wanted = f"WorkflowId STARTS_WITH '{check_id_of(case.id, '')}'"
    return [found.id async for found in temporal.list_workflows(wanted)]


async def test_a_document_that_a_newer_one_has_replaced_is_not_looked_at(office: Office, temporal: Client) -> None:
    case = await office.open()
    old = await document_of(office, case, "representative_id", samples.text_pdf(("The first",)))
    new = await document_of(office, case, "representative_id", samples.text_pdf(("The second",)))

    refused(await office.customer.get(f"{case.portal}/documents/{old}/check"), 409, "wrong_state")

    assert (await checked(office.customer, case.portal, new))["readable"] is True
    async with asyncio.timeout(PATIENCE):  # the list lags behind
        while not (found := await checks_of(temporal, case)):
            await asyncio.sleep(0.1)
    assert found == [check_id_of(case.id, new)]


async def test_a_case_with_many_checks_under_way_gets_no_more(office: Office, temporal: Client) -> None:
    case = await office.open()
    document_id = await document_of(office, case, "representative_id", samples.text_pdf(("One of many",)))
    others = [await begun_elsewhere(temporal, case, f"doc_{n}") for n in range(document_checks.MOST_AT_ONCE)]
    async with asyncio.timeout(PATIENCE):
        while len(await checks_of(temporal, case)) < len(others):
            await asyncio.sleep(0.1)

    answer = await office.customer.get(f"{case.portal}/documents/{document_id}/check")

    assert (answer.status_code, answer.json()) == (202, {"document_id": document_id})
    for other in others:
        await other.terminate()
    assert (await checked(office.customer, case.portal, document_id))["readable"] is True


# A look that failed.


async def test_a_look_that_failed_is_said_to_have_and_not_taken_again_at_once(
    office: Office, temporal: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await office.open()
    document_id = await document_of(office, case, "representative_id", samples.text_pdf(("Nobody looked",)))
    failed = await begun_elsewhere(temporal, case, document_id)
    await failed.terminate()

    answer = await office.customer.get(f"{case.portal}/documents/{document_id}/check")

    refused(answer, 503, "worker_unavailable")
    assert answer.headers["retry-after"] == "600"
    described = await temporal.get_workflow_handle(failed.id).describe()
    assert described.run_id == failed.first_execution_run_id
    monkeypatch.setattr(document_checks, "REST", timedelta(0))
    assert (await checked(office.customer, case.portal, document_id))["readable"] is True


async def test_a_document_that_nobody_managed_to_read_opens_and_is_of_unknown_kind(
    office: Office, temporal: Client
) -> None:
    case = await office.open()
    document_id = await document_of(office, case, "representative_id", samples.text_pdf(("Nobody read",)))
    queue = f"unread-{token_hex(6)}"
    async with create_worker(temporal, queue, QueueWork(workflows=[UnreadWorkflow])):
        with pytest.raises(WorkflowFailureError):
            await temporal.execute_workflow(UnreadWorkflow.run, id=check_id_of(case.id, document_id), task_queue=queue)

    said = await checked(office.customer, case.portal, document_id)

    assert (said["readable"], said["kind"], said["document_type"]) == (True, "unknown", None)


# A look that takes its time.


@pytest.fixture
async def alone(settings: Settings, temporal: Client) -> AsyncIterator[Gateway]:
    """A gateway that asks for a check and does not wait for it."""
    hasty = settings.model_copy(update={**WAITS, "document_check_wait_seconds": 0.0})
    async with running_gateway(hasty, temporal.service_client.config.target_host) as running:
        yield running


async def test_what_takes_longer_is_to_be_asked_again(alone: Gateway, workers: None, gateway: Gateway) -> None:
    async with await alone.officer() as officer, alone.anyone() as hasty, gateway.anyone() as patient:
        case = await open_case(officer)
        portal = f"/api/portal/{case['portal_token']}"
        files = {"file": ("a.pdf", samples.text_pdf(("Takes its time",)))}
        uploaded = await hasty.post(f"{portal}/documents", data={"requirement_id": "representative_id"}, files=files)
        document_id = uploaded.json()["document_id"]

        first = await hasty.get(f"{portal}/documents/{document_id}/check")

        assert (first.status_code, first.json()) == (202, {"document_id": document_id})
        assert (await checked(patient, portal, document_id))["readable"] is True
