"""What all sources say of a company of the catalogue: asked and kept as a case does it, but without Temporal."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp
import uvicorn

from activities.sources.all_sources import all_sources
from activities.sources.answers import AnswerDesk
from activities.sources.look_up import LookUpActivities
from activities.sources.memory import NoMemory
from activities.sources.website import Website, simulated_websites
from deploy.local.ports import LOOPBACK, free_port, is_free_with_udp
from deploy.local.registries.app import create_app
from deploy.local.registries.dns_server import dns_server, service_locator
from deploy.local.registries.rows import SimulatedCompany
from domain import progress
from domain.ledger import with_events
from domain.look_ups import AFTER_THE_REGISTERS, registers_of
from domain.mcc.classifier import classify
from domain.mcc.request import mcc_request
from domain.persons import persons_left_out, persons_of
from runtime.http import create_session
from runtime.public_web import PublicWeb
from runtime.templates import load_templates
from schemas.case import CaseRecord, CaseState, Submission
from schemas.sources import SourceAnswer, SourceName, SourceQuery
from schemas.status import CaseStatus
from tests.activities.sources.simulated import MemoryStore, every_register, patient, settings_for
from tests.example_cases import a_record, an_opening
from tests.small_internet import Names

PATIENCE_SECONDS = 5.0
"""When a source is given up that hangs. The others answer within milliseconds."""
_CASES_AT_A_TIME = 4


@asynccontextmanager
async def registries_about(companies: Sequence[SimulatedCompany]) -> AsyncIterator[str]:
    """The simulated registries over these companies until the block ends: HTTP and DNS at one port."""
    port = free_port(is_free_with_udp)
    config = uvicorn.Config(create_app(companies), LOOPBACK, port, log_level="critical", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    async with dns_server(service_locator(companies), LOOPBACK, port):
        running = asyncio.create_task(asyncio.to_thread(server.run))
        while not server.started:
            assert not running.done(), "the registries did not start"
            await asyncio.sleep(0.01)
        try:
            yield f"http://{LOOPBACK}:{port}"
        finally:
            server.should_exit = True
            await running


@asynccontextmanager
async def an_enquiry(companies: Sequence[SimulatedCompany]) -> AsyncIterator["Enquiry"]:
    """Somebody who asks all sources, in a world where these companies are as their rows say."""
    async with registries_about(companies) as url, create_session(total_seconds=PATIENCE_SECONDS) as http:
        yield Enquiry(http, url)


class Enquiry:
    """Asks sources about the company of a case, as the workflow does, and keeps the answers in the case."""

    def __init__(self, http: aiohttp.ClientSession, registries_url: str) -> None:
        settings = settings_for(registries_url, **every_register(registries_url))
        # Host names that no simulator answers for do not exist, whatever this machine's own resolver says.
        website = Website(settings, PublicWeb(simulated_websites(settings), Names()))
        known = {source.name: source for source in all_sources(http, settings)}
        self.store = MemoryStore()
        self._activities = LookUpActivities(
            {**known, website.name: website}.values(), AnswerDesk(self.store, settings), NoMemory()
        )
        self._turn = asyncio.Semaphore(_CASES_AT_A_TIME)

    async def case_about(self, row: SimulatedCompany, address: str | None = None) -> CaseRecord:
        """A case about this company for which every source was asked, and then everybody screened whom any of them
        names; `address` is what the officer was told."""
        record = opened(row, address)
        async with self._turn:
            record = await self.asked(record, *registers_of(record.opening.company))
            record = await self.asked(record, SourceName.SCREENING)
        return record.model_copy(update={"mcc_classification": classify(mcc_request(record, None))})

    async def asked(self, record: CaseRecord, *sources: SourceName) -> CaseRecord:
        """The case after these sources were asked."""
        return told(record, await asyncio.gather(*(self._answer(record, source) for source in sources)))

    async def _answer(self, record: CaseRecord, source: SourceName) -> SourceAnswer:
        opening = record.opening
        query = SourceQuery(
            case_id=opening.case_id,
            source=source,
            organisation=opening.organisation,
            company=opening.company,
            persons=persons_of(record) if source in AFTER_THE_REGISTERS else (),
            persons_left_out=persons_left_out(record) if source in AFTER_THE_REGISTERS else 0,
        )
        return await patient().run(self._activities.look_up, query)


def told(record: CaseRecord, answers: Iterable[SourceAnswer]) -> CaseRecord:
    """The case after these answers came in, one after the other, each as an event."""
    state = CaseState(record=record)
    for answer in answers:
        state = with_events(state, progress.answered(state.record, answer), answer.collected_at)
    return state.record


def opened(row: SimulatedCompany, address: str | None = None) -> CaseRecord:
    """A case about this company that is being investigated. Its customer has answered all questions and had no document
    to upload, so that whatever is found was found by the sources."""
    template = load_templates()["psp_merchant_onboarding"].model_copy(update={"document_requirements": ()})
    now = datetime.now(UTC)
    opening = an_opening(
        case_id=f"case_{hashlib.sha256(row.company_name.encode()).hexdigest()[:12]}",
        company=row.company(),
        template=template,
        additional_data={"registered_address": address} if address else {},
        created_at=now,
    )
    return a_record(
        CaseStatus.PROCESSING,
        opening=opening,
        documents=(),
        validation_results=(),
        sources={},
        submissions=(Submission(iteration=1, submitted_at=now, answers=_answers(row)),),
        mcc_classification=None,
    )


def _answers(row: SimulatedCompany) -> dict[str, str]:
    """What an honest customer says of the business."""
    return {
        "business_activity": row.entry.activities[0].title if row.entry else "Trade",
        "business_type": "Other",
        "expected_monthly_volume": "Below EUR 10,000",
    }
