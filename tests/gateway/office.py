"""The people around the cases of one organisation, and a case as they speak about it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

import httpx
from pydantic import JsonValue

from tests import sample_documents as samples
from tests.gateway.running_gateway import PATIENCE, Gateway, open_case

Json = dict[str, Any]

ANSWERS: dict[str, JsonValue] = {"representative_function": "Director", "signing_authority": "Alone"}
REQUIRED = ("representative_id", "proof_of_authority")
TASK: Json = {"description": "Please tell us more about your customers.", "response_type": "text"}
PDF = samples.text_pdf()


@dataclass(frozen=True)
class Case:
    id: str
    workflow_id: str
    token: str

    @property
    def path(self) -> str:
        return f"/api/cases/{self.id}"

    @property
    def portal(self) -> str:
        return f"/api/portal/{self.token}"


@dataclass(frozen=True)
class Office:
    """Everyone has a key of the same organisation, but for the customer, who has none."""

    organisation: str
    officer: httpx.AsyncClient
    senior_officer: httpx.AsyncClient
    auditor: httpx.AsyncClient
    customer: httpx.AsyncClient

    async def open(self, **changes: JsonValue) -> Case:
        created = await open_case(self.officer, **changes)
        return Case(created["case_id"], created["workflow_id"], created["portal_token"])

    async def under_review(self, documents: Sequence[str] = REQUIRED, **changes: JsonValue) -> Case:
        """A case whose customer has submitted. With all required documents, the recommendation is to approve it."""
        case = await self.open(**changes)
        for requirement_id in documents:
            uploaded = await self.upload(case, requirement_id)
            assert uploaded.status_code == 201, uploaded.text
        await self.submitted(case, answers=ANSWERS)
        return case

    async def upload(self, case: Case, requirement_id: str, file: bytes = PDF) -> httpx.Response:
        return await self.customer.post(
            f"{case.portal}/documents",
            data={"requirement_id": requirement_id},
            files={"file": ("document.pdf", file)},
        )

    async def submitted(self, case: Case, **body: JsonValue) -> Json:
        """The case under review, after the customer has submitted."""
        answer = await self.customer.post(f"{case.portal}/submit", json=body)
        assert answer.status_code == 200, answer.text
        return await self.until(case, "REVIEW_PENDING")

    async def detail(self, case: Case) -> Json:
        answer = await self.officer.get(case.path)
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()
        return found

    async def version(self, case: Case) -> int:
        return int((await self.detail(case))["version"])

    async def until(self, case: Case, status: str) -> Json:
        async with asyncio.timeout(PATIENCE):
            while (found := await self.detail(case))["status"] != status:
                await asyncio.sleep(0.05)
        return found

    async def audit(self, case: Case) -> list[Json]:
        log: list[Json] = (await self.auditor.get(f"{case.path}/audit")).json()["audit_log"]
        return log

    async def decide(
        self,
        case: Case,
        decision: str,
        reason: str | None = None,
        by: httpx.AsyncClient | None = None,
        headers: dict[str, str] | None = None,
        **more: JsonValue,
    ) -> httpx.Response:
        """Decides as an officer, unless somebody else does."""
        body = {"decision": decision, **({"reason": reason} if reason else {}), **more}
        return await (by or self.officer).post(f"{case.path}/decision", json=body, headers=headers)


@asynccontextmanager
async def opened_office(gateway: Gateway) -> AsyncIterator[Office]:
    """An office of an organisation that has no cases yet."""
    organisation = f"org_{token_hex(6)}"
    async with AsyncExitStack() as clients:
        officer, senior_officer, auditor = [
            await clients.enter_async_context(await gateway.officer(role, organisation))
            for role in ("officer", "senior_officer", "auditor")
        ]
        customer = await clients.enter_async_context(gateway.anyone())
        yield Office(organisation, officer, senior_officer, auditor, customer)
