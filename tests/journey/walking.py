"""A case as its people walk it: what an officer and a customer send, and waiting for what follows."""

import asyncio
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx
import pypdfium2

from deploy.local.registries.rows import SimulatedCompany
from tests import sample_documents

Json = dict[str, Any]

PATIENCE_SECONDS = 240
"""Nothing here takes as long on an idle machine. A test that fails says what it waited for."""
PAUSE_SECONDS = 0.1
PATIENT = {f"CASEWRIGHT_{wait}_WAIT_SECONDS": "30" for wait in ("ENRICHMENT", "OUTCOME", "COMPUTED", "DOCUMENT_CHECK")}
"""The settings of a stack that waits for its worker as long as a slow machine needs."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

ANSWERS: Json = {
    "business_activity": "Office supplies, to companies in Belgium.",
    "business_type": "Retail",
    "expected_monthly_volume": "Below EUR 10,000",
}


@dataclass(frozen=True)
class Upload:
    """A file as a customer chooses it, and what the officer shall find."""

    filename: str
    content: bytes
    content_type: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def text_pdf(filename: str = "extract.pdf") -> Upload:
    return Upload(filename, sample_documents.text_pdf(), "application/pdf")


def scan(filename: str = "utility bill.png") -> Upload:
    return Upload(filename, sample_documents.scanned_png(), "image/png")


def word_document(filename: str = "Articles of association.docx") -> Upload:
    return Upload(filename, sample_documents.docx_document(), DOCX)


def damaged_pdf(filename: str = "extract.pdf") -> Upload:
    return Upload(filename, sample_documents.truncated(sample_documents.text_pdf()), "application/pdf")


@dataclass(frozen=True)
class OpenCase:
    """What is needed to find a case again."""

    case_id: str
    workflow_id: str
    token: str

    @property
    def path(self) -> str:
        return f"/api/cases/{self.case_id}"

    @property
    def portal(self) -> str:
        return f"/api/portal/{self.token}"


@dataclass(frozen=True)
class Walk:
    """An officer and a customer, each with their own connection to the gateway."""

    officer: httpx.AsyncClient
    customer: httpx.AsyncClient

    async def create(self, company: SimulatedCompany, **more: object) -> httpx.Response:
        """Asks for a case about a company; `more` adds members to the body."""
        return await self.officer.post("/api/cases", json={**body_about(company), **more})

    async def open(self, company: SimulatedCompany, **more: object) -> OpenCase:
        created = await self.create(company, **more)
        assert created.status_code == 201, created.text
        return named(created.json())

    async def upload(self, case: OpenCase, requirement_id: str, upload: Upload) -> httpx.Response:
        return await self.customer.post(
            f"{case.portal}/documents",
            data={"requirement_id": requirement_id},
            files={"file": (upload.filename, upload.content)},
        )

    async def submit(self, case: OpenCase, **body: object) -> httpx.Response:
        return await self.customer.post(f"{case.portal}/submit", json=body)

    async def decide(self, case: OpenCase, decision: str, reason: str | None = None, **more: object) -> httpx.Response:
        return await self.officer.post(f"{case.path}/decision", json={"decision": decision, "reason": reason, **more})

    async def answer_everything(self, case: OpenCase) -> None:
        """The customer uploads one document and submits."""
        uploaded = await self.upload(case, "certificate_of_incorporation", text_pdf())
        assert uploaded.status_code == 201, uploaded.text
        submitted = await self.submit(case, answers=ANSWERS)
        assert submitted.status_code == 200, submitted.text

    async def open_under_review(self, company: SimulatedCompany) -> OpenCase:
        case = await self.open(company)
        await self.answer_everything(case)
        await self.until(case, "REVIEW_PENDING")
        return case

    async def detail(self, case: OpenCase) -> Json:
        """The case as its workflow has it, which on a busy machine may not answer at once."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while (found := ok(await self.officer.get(case.path)))["record_source"] != "workflow":
                await asyncio.sleep(PAUSE_SECONDS)
        return found

    async def until(self, case: OpenCase, status: str) -> Json:
        """The case once its workflow says that it has this status."""
        found: Json = {}
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while found.get("status") != status:
                    await asyncio.sleep(PAUSE_SECONDS if found else 0)
                    found = await self.detail(case)
        except TimeoutError:
            raise AssertionError(f"{case.case_id} did not become {status}: it is {found.get('status')}") from None
        return found

    async def until_settled(self, case: OpenCase) -> Json:
        """The case once it has done all that it does by itself while it waits for its customer: it has screened, and
        asked again whoever did not answer."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not _are_settled((found := await self.detail(case))["sources"]):
                await asyncio.sleep(PAUSE_SECONDS)
        return found

    async def until_listed(self, case: OpenCase, status: str) -> None:
        """Returns once the list, which is written behind the case, has it with this status."""
        wanted: dict[str, str | int] = {"status": status, "per_page": 200}
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                listed = ok(await self.officer.get("/api/cases", params=wanted))["cases"]
                if case.case_id in {row["case_id"] for row in listed}:
                    return
                await asyncio.sleep(PAUSE_SECONDS)

    async def until_reported(self, case: OpenCase) -> Json:
        """The closed case once its reports are written."""
        found: Json = {}
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while "HANDOFF_REPORT_GENERATED" not in event_names(found.get("audit_log", [])):
                    await asyncio.sleep(PAUSE_SECONDS if found else 0)
                    found = await self.detail(case)
        except TimeoutError:
            raise AssertionError(f"{case.case_id} was not reported on: it is {found.get('status')}") from None
        return found


def _are_settled(sources: Json) -> bool:
    away = [answer for answer in sources.values() if answer["state"] == "unavailable"]
    return "screening" in sources and all(answer.get("retry_after_seconds") is None for answer in away)


def body_about(company: SimulatedCompany) -> Json:
    """The company as an officer would type it."""
    known = company.company().model_dump(exclude_none=True)
    return {**known, "template_id": "psp_merchant_onboarding"}


def named(created: Mapping[str, Any]) -> OpenCase:
    return OpenCase(created["case_id"], created["workflow_id"], created["portal_token"])


def as_object(response: httpx.Response) -> Json:
    found: Json = response.json()
    return found


def ok(response: httpx.Response, status: int = 200) -> Json:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    found: Json = response.json()
    return found


def event_names(audit_log: list[Json]) -> list[str]:
    return [event["event"] for event in audit_log]


def moves(audit_log: list[Json]) -> list[str]:
    """The statuses a case went through, in order."""
    return [event["data"]["to"] for event in audit_log if event["event"] == "STATUS_CHANGED"]


def is_gapless(audit_log: list[Json]) -> bool:
    return [event["sequence"] for event in audit_log] == list(range(1, len(audit_log) + 1))


def is_moment(text: str) -> bool:
    """ISO 8601 in UTC, written with Z."""
    return text.endswith("Z") and datetime.fromisoformat(text).utcoffset() == timedelta(0)


def printed(pdf: bytes) -> str:
    """The text of a PDF without its spaces: where lines end is no part of what is said."""
    with pypdfium2.PdfDocument(pdf) as document:
        return squeezed("".join(page.get_textpage().get_text_bounded() for page in document))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\ufffe\x02]+", "", text)
