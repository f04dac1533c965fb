"""What is measured: a stack, reached through its gateway and through its Temporal server, and cases to measure on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import typst
from temporalio.client import Client, WorkflowHandle

from bench.stack import Addresses
from deploy.local.registries.catalogue import ZONNEWIND
from runtime.temporal import CASE_STATUS, casewright_plugin
from schemas.case import CaseClosed, CaseView
from schemas.status import CaseStatus
from workflows.case import CaseWorkflow

REVIEW_SECONDS = 180.0
ANSWERS = {
    "business_activity": "Parcel logistics for shops in Flanders",
    "business_type": "Other",
    "expected_monthly_volume": "EUR 10,000 to 50,000",
}


@dataclass(frozen=True)
class OpenCase:
    """A case as the gateway answered when it was opened."""

    case_id: str
    workflow_id: str
    portal_token: str


@dataclass(frozen=True)
class Subject:
    addresses: Addresses
    http: aiohttp.ClientSession
    """With an officer's key. The portal does not look at it."""
    temporal: Client
    samples: int
    """How often each thing is measured that can be measured often."""

    async def post(self, path: str, body: object, expected: int = 200) -> Any:
        async with self.http.post(path, json=body) as response:
            answer = await response.json(content_type=None)
            if response.status != expected:
                raise RuntimeError(f"POST {path} was answered {response.status}: {answer}")
            return answer

    async def open_case(self) -> OpenCase:
        """A case about a company without a blemish."""
        company = ZONNEWIND.company().model_dump(mode="json", exclude_none=True)
        created = await self.post("/api/cases", company, expected=201)
        return OpenCase(created["case_id"], created["workflow_id"], created["portal_token"])

    async def upload(self, case: OpenCase, requirement_id: str, document: bytes | None = None) -> None:
        """One PDF for one requirement; a small one unless told."""
        form = aiohttp.FormData()
        form.add_field("requirement_id", requirement_id)
        form.add_field("file", document or a_document(requirement_id), filename=f"{requirement_id}.pdf")
        async with self.http.post(f"/api/portal/{case.portal_token}/documents", data=form) as response:
            if response.status != 201:
                raise RuntimeError(f"{requirement_id} was answered {response.status}: {await response.text()}")

    async def submit(self, case: OpenCase) -> None:
        await self.post(f"/api/portal/{case.portal_token}/submit", {"answers": ANSWERS})

    async def case_under_review(self) -> OpenCase:
        """A case that waits for an officer. Its documents are missing, which is a finding and no obstacle."""
        case = await self.open_case()
        await self.submit(case)
        await self.at_rest(case)
        return case

    def handle(self, case: OpenCase) -> "WorkflowHandle[CaseWorkflow, CaseClosed]":
        return self.temporal.get_workflow_handle_for(CaseWorkflow.run, case.workflow_id)

    async def at_rest(self, case: OpenCase) -> None:
        """Waits until the case waits for an officer and has written all its records: as an officer meets it."""
        async with asyncio.timeout(REVIEW_SECONDS):
            while not _rests(await self.handle(case).query(CaseWorkflow.record)):
                await asyncio.sleep(0.02)

    async def status_shown(self, case: OpenCase, status: CaseStatus) -> None:
        """Waits until the case shows this status to operators. The case itself is not asked: a query would count."""
        async with asyncio.timeout(REVIEW_SECONDS):
            while (await self.handle(case).describe()).typed_search_attributes.get(CASE_STATUS) != status:
                await asyncio.sleep(0.02)


@asynccontextmanager
async def subject_of(addresses: Addresses, samples: int) -> AsyncIterator[Subject]:
    """The subject, with its connections open."""
    temporal = await Client.connect(
        addresses.temporal_address, namespace=addresses.temporal_namespace, plugins=[casewright_plugin()]
    )
    headers = {"Authorization": f"Bearer {addresses.officer_key}"}
    timeout = aiohttp.ClientTimeout(total=REVIEW_SECONDS)
    async with aiohttp.ClientSession(addresses.gateway_url, headers=headers, timeout=timeout) as http:
        yield Subject(addresses, http, temporal, samples)


def a_document(title: str) -> bytes:
    """A PDF of one line, different for each title."""
    compiled = typst.compile(f"{title.replace('_', ' ')}: sample for measuring".encode(), ignore_system_fonts=True)
    assert isinstance(compiled, bytes)
    return compiled


def _rests(view: CaseView) -> bool:
    return view.record.status in (CaseStatus.REVIEW_PENDING, CaseStatus.ESCALATED) and not view.unwritten_events
