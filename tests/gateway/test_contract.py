"""The gateway keeps to what its OpenAPI document says: Schemathesis reads the served document and tries each operation.

Each operation is asked first what is known to be there (a case under review, a portal link, its own examples), so that
it has to succeed, and then whatever Schemathesis makes of its schema, fitting and not fitting.
"""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import get_args

import httpx
import pytest
import schemathesis
from hypothesis import given
from pydantic import JsonValue
from schemathesis import BaseSchema
from temporalio.client import Client

from gateway import health
from gateway.app import OPERATIONS
from gateway.officer import changes
from gateway.operations import Operation
from runtime.settings import Settings
from schemas.integration_keys import MOST_A_MINUTE, Scope
from tests import sample_documents as samples
from tests.gateway.conftest import WAITS
from tests.gateway.contract_requests import (
    REQUIREMENT,
    AnyCase,
    AnyOperation,
    Known,
    answered,
    requests,
    sensible_requests,
    tries,
)
from tests.gateway.running_gateway import PATIENCE, Gateway, open_case, running_gateway
from tests.unhurried import unhurried_stores
from tests.workflows.outside_world import LISTED

# A session is answered while its look-ups run: they draw random numbers in this process while Hypothesis draws its own.
pytestmark = pytest.mark.filterwarnings("ignore:Do not use the `random` module inside strategies")

OF_SYSTEMS, OF_ADMINISTRATORS = "/api/v1/webhooks", "/api/admin/webhooks"
TRIES = 20
DISPUTED: dict[str, JsonValue] = {"company_registration_number": "0456789012"}
"""Another number than the one in the VAT number: a discrepancy to settle."""
NAMESAKE: dict[str, JsonValue] = {"company_name": LISTED.details["subject"]}
"""A company with a screening match to judge."""
TRIES_WITHOUT_KEY = 6
# Of an answer that never ends `test_case_changes` reads the beginning.
SUBJECTS = [
    pytest.param(operation, id=operation.operation_id)
    for operation in OPERATIONS
    if operation.answers[0].media_type != changes.MEDIA_TYPE
]
OF_OFFICERS = [pytest.param(item, id=item.operation_id) for item in OPERATIONS if item.security == "officer"]


@dataclass(frozen=True)
class Contract:
    """The document as a gateway serves it, and what this gateway knows."""

    gateway: Gateway
    keys: Mapping[str, str]
    """Of an administrator and of a system, by the kind of operation that they open."""
    schema: BaseSchema
    of_reading: Known

    def operation(self, subject: Operation) -> AnyOperation:
        found: AnyOperation = self.schema[subject.path][subject.method]
        return found

    def headers(self, subject: Operation) -> dict[str, str]:
        key = self.keys.get(subject.security)
        return {"Authorization": f"Bearer {key}"} if key else {}

    async def known(self, subject: Operation) -> Known:
        """What a reading operation may share; an operation that changes something gets things of its own."""
        if subject.method == "GET":
            return self.of_reading
        if subject.security == "integration":
            async with self.gateway.with_key(self.keys["integration"]) as system:
                return await known_webhook(system, OF_SYSTEMS)
        async with self.gateway.with_key(self.keys["officer"]) as officer:
            if subject.path.startswith(OF_ADMINISTRATORS):
                return await known_webhook(officer, OF_ADMINISTRATORS)
            if subject.path.startswith("/api/me"):
                return await known_view(officer)
            company = DISPUTED if "discrepancy_id" in subject.path else {}
            company = NAMESAKE if "match_id" in subject.path else company
            case = await open_case(officer, template_id="psp_merchant_onboarding", **company)
            reviewed = [await case_under_review(officer, **company)] if subject.security == "officer" else []
            matches = (await officer.get(f"/api/cases/{case['case_id']}")).json()["screening_matches"]
            made = await officer.post("/api/admin/integration-keys", json={"name": "Shop", "scopes": ["cases:read"]})
            begun = upload_of(REQUIREMENT)
            upload_id = await begun_upload(officer, case["portal_token"], begun)
        return {
            "id": [*reviewed, case["case_id"]],
            "token": [case["portal_token"]],
            "upload_id": [upload_id],
            **begun,
            "Upload-Offset": ["0"],
            "requirement_id": [REQUIREMENT],
            "name": ["company_name"],
            "discrepancy_id": ["disc_registration_number"],
            "match_id": [match["match_id"] for match in matches],
            "key_id": [made.json()["key_id"]],
        }


async def case_under_review(officer: httpx.AsyncClient, **changes: JsonValue) -> str:
    """The id of a case for which the customer has done everything, once the list has it as such, too."""
    case = await open_case(officer, **changes)
    portal = f"/api/portal/{case['portal_token']}"
    for item in ("representative_id", "proof_of_authority"):
        files = {"file": ("a.pdf", samples.text_pdf())}
        await officer.post(f"{portal}/documents", data={"requirement_id": item}, files=files)
    answers = {"representative_function": "Director", "signing_authority": "Alone"}
    await officer.post(f"{portal}/submit", json={"answers": answers})
    async with asyncio.timeout(PATIENCE):
        while case["case_id"] not in (await officer.get("/api/cases?status=REVIEW_PENDING")).text:
            await asyncio.sleep(0.05)
    return str(case["case_id"])


def upload_of(requirement_id: str) -> Known:
    """The headers with which a resumable upload for it begins."""
    return {
        "Upload-Length": ["1000"],
        "Upload-Metadata": [f"requirement_id {b64encode(requirement_id.encode()).decode()}"],
    }


async def begun_upload(customer: httpx.AsyncClient, token: str, begun: Known) -> str:
    """The id of a resumable upload of which nothing has come yet."""
    headers = {name: values[0] for name, values in begun.items()}
    return str((await customer.post(f"/api/portal/{token}/uploads", headers=headers)).json()["upload_id"])


async def uploaded(customer: httpx.AsyncClient, token: str) -> str:
    """The id of a document that nobody has submitted yet."""
    files = {"file": ("a.pdf", samples.text_pdf(("Not submitted",)))}
    asked = {"requirement_id": "representative_id"}
    answer = await customer.post(f"/api/portal/{token}/documents", data=asked, files=files)
    return str(answer.json()["document_id"])


async def contract_keys(gateway: Gateway) -> dict[str, str]:
    """An administrator's key, and a system's of the same organisation that may do everything."""
    officer = await gateway.new_key("admin")
    asked = {"name": "Contract", "scopes": [*get_args(Scope)], "rate_limit": MOST_A_MINUTE}
    async with gateway.with_key(officer) as admin:
        made = await admin.post("/api/admin/integration-keys", json=asked)
    return {"officer": officer, "integration": made.json()["key"]}


async def known_view(officer: httpx.AsyncClient) -> Known:
    view = await officer.post("/api/me/views", json={"name": "Mine", "query": "assignee=me"})
    return {"view_id": [view.json()["view_id"]]}


async def known_webhook(manager: httpx.AsyncClient, webhooks: str) -> Known:
    """A webhook endpoint and a delivery to it, made by whoever manages webhooks under this path. Once the organisation
    has as many as it may have, one of those will do."""
    made = await manager.post(f"{webhooks}/endpoints", json={"url": "https://shop.example/hook"})
    endpoint = made.json()
    if made.status_code == 409:
        endpoint = (await manager.get(f"{webhooks}/endpoints")).json()["endpoints"][-1]
    sent = await manager.post(f"{webhooks}/test", json={"endpoint_id": endpoint["endpoint_id"]})
    return {
        "endpointId": [endpoint["endpoint_id"]],
        "endpoint_id": [endpoint["endpoint_id"]],
        "deliveryId": [sent.json()["delivery_id"]],
    }


@pytest.fixture(scope="module")
async def contract(
    settings: Settings, temporal: Client, workers: None, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Contract]:
    logo = tmp_path_factory.mktemp("brand") / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    changed = settings.model_copy(update={**WAITS, "allow_case_deletion": True, "brand_logo": logo})
    async with AsyncExitStack() as stack:
        stack.enter_context(pytest.MonkeyPatch.context()).setattr(health, "CHECK_SECONDS", PATIENCE / 2)
        with unhurried_stores():
            running = running_gateway(changed, temporal.service_client.config.target_host)
            gateway = await stack.enter_async_context(running)
        keys = await contract_keys(gateway)
        async with gateway.with_key(keys["officer"]) as officer, gateway.with_key(keys["integration"]) as system:
            fresh, approved = await open_case(officer), await case_under_review(officer)
            await officer.post(f"/api/cases/{approved}/decision", json={"decision": "approve", "reason": "All is well"})
            documents = (await officer.get(f"/api/cases/{approved}/documents")).json()["documents"]
            runs = (await officer.get(f"/api/cases/{approved}/agent-executions")).json()["executions"]
            of_webhooks = await known_webhook(system, OF_SYSTEMS)
            package = (await system.get(f"/api/v1/cases/{approved}/package")).json()
            document_id = await uploaded(officer, fresh["portal_token"])
            upload_id = await begun_upload(officer, fresh["portal_token"], upload_of("representative_id"))
        known = {
            **of_webhooks,
            "template_id": ["legal_representative_onboarding"],
            "caseId": [approved, fresh["workflow_id"]],
            "id": [approved, fresh["workflow_id"]],
            "token": [fresh["portal_token"], package["documents"][0]["url"].rpartition("/")[2]],
            "key": [documents[0]["minio_key"]],
            "upload_id": [upload_id],
            "document_id": [documents[0]["document_id"], document_id],
            "page_index": [0],
            "execution_id": [runs[0]["execution_id"]],
        }
        schema = await asyncio.to_thread(schemathesis.openapi.from_url, f"{gateway.url}/openapi.json")
        yield Contract(gateway, keys, schema, known)


@pytest.mark.parametrize("subject", SUBJECTS)
async def test_every_answer_is_a_documented_one(contract: Contract, subject: Operation) -> None:
    operation, known = contract.operation(subject), await contract.known(subject)
    headers = contract.headers(subject)
    seen: set[int] = set()

    def ask(case: AnyCase) -> None:
        seen.add(answered(case, headers))

    @tries(TRIES)
    @given(case=requests(operation, known, headers))
    def try_anything(case: AnyCase) -> None:
        ask(case)

    def try_all() -> None:
        for case in sensible_requests(operation, subject, known):
            ask(case)
        assert subject.answers[0].status in seen, f"it only answered {seen}; does it need an example that succeeds?"
        try_anything()

    await asyncio.to_thread(try_all)


@pytest.mark.parametrize("subject", OF_OFFICERS)
async def test_without_a_key_everything_is_refused_as_documented(contract: Contract, subject: Operation) -> None:
    operation = contract.operation(subject)

    @tries(TRIES_WITHOUT_KEY)
    @given(case=requests(operation, contract.of_reading, {}))
    def try_anything(case: AnyCase) -> None:
        assert answered(case, {}) == 401

    await asyncio.to_thread(try_anything)
