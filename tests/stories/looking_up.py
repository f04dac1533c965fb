"""What all sources say of a company of the catalogue: asked and kept as a case does it, but without Temporal."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime

import aiohttp
import pytest
import uvicorn

from activities.sources import website
from activities.sources.all_sources import all_sources
from activities.sources.answers import AnswerDesk
from activities.sources.look_up import LookUpActivities
from activities.sources.memory import NoMemory
from activities.sources.peppol import locator, publisher
from activities.sources.website import Website, simulated_websites
from deploy.local.ports import LOOPBACK, free_port, is_free_with_udp
from deploy.local.registries.app import create_app
from deploy.local.registries.dns_server import dns_server, service_locator
from deploy.local.registries.rows import Registered, SimulatedCompany
from deploy.local.registries.troubles import Malformed, Slow, Truncated
from domain import progress
from domain.ledger import with_events
from domain.look_ups import AFTER_THE_REGISTERS, registers_of
from domain.mcc.classifier import classify
from domain.mcc.request import mcc_request
from domain.persons import persons_left_out, persons_of
from runtime.http import create_session
from runtime.public_web import PageLimits, PublicWeb
from runtime.templates import load_templates
from schemas.case import CaseRecord, CaseState, Submission
from schemas.sources import SourceAnswer, SourceName, SourceQuery
from schemas.status import CaseStatus
from tests.activities.sources.simulated import MemoryStore, every_register, patient, settings_for
from tests.conftest import one_start_at_a_time
from tests.example_cases import a_record, an_opening
from tests.small_internet import Names

PATIENCE_SECONDS = 60.0
"""With a source that answers, however busy the machine is."""
UNANSWERED_SECONDS = 5.0
"""With one that hangs, which answers after 15 seconds or never."""
_CASES_AT_A_TIME = 4

Question = tuple[str, SourceName]
"""The name of a company, and whom it is asked about it."""


@asynccontextmanager
async def registries_about(companies: Sequence[SimulatedCompany]) -> AsyncIterator[str]:
    """The simulated registries over these companies until the block ends: HTTP and DNS at one port."""
    async with AsyncExitStack() as ending:
        async with one_start_at_a_time():
            port = free_port(is_free_with_udp)
            config = uvicorn.Config(
                create_app(companies),
                LOOPBACK,
                port,
                log_level="critical",
                timeout_graceful_shutdown=1,
                timeout_keep_alive=600,
            )
            server = uvicorn.Server(config)
            await ending.enter_async_context(dns_server(service_locator(companies), LOOPBACK, port))
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
    hanging = {(row.company_name, source) for row in companies for source in SourceName if hangs(row, source)}
    async with (
        registries_about(companies) as url,
        create_session(total_seconds=PATIENCE_SECONDS) as http,
        create_session(total_seconds=UNANSWERED_SECONDS) as hasty,
    ):
        with unhurried(hanging):
            yield Enquiry(http, hasty, hanging, url)


def hangs(row: SimulatedCompany, source: SourceName) -> bool:
    """Whether it answers too late in any case. Of DNS, what is cut short or no answer is waited for in vain, too."""
    if source is SourceName.VIES:
        return isinstance(row.vies, Registered) and row.vies.delay_seconds > UNANSWERED_SECONDS
    told = row.told_by(source)
    if source is SourceName.PEPPOL and isinstance(told, Malformed | Truncated):
        return True
    return isinstance(told, Slow) and told.seconds > UNANSWERED_SECONDS


@contextmanager
def unhurried(hanging: Iterable[Question]) -> Iterator[None]:
    """Without the limits that sources set themselves for people who wait; that of DNS stays if it hangs."""
    limits = [(publisher, "SECONDS"), (website, "TOTAL_SECONDS")]
    if all(source is not SourceName.PEPPOL for _, source in hanging):
        limits += [(locator, "SECONDS"), (locator, "SECONDS_PER_TRY")]
    with pytest.MonkeyPatch.context() as patched:
        for module, limit in limits:
            patched.setattr(module, limit, PATIENCE_SECONDS)
        # A default is bound when its function is defined.
        patched.setattr(PublicWeb.page, "__defaults__", (PageLimits(PATIENCE_SECONDS),))
        yield


class Enquiry:
    """Asks sources about the company of a case, as the workflow does, and keeps the answers in the case."""

    def __init__(
        self,
        http: aiohttp.ClientSession,
        hasty: aiohttp.ClientSession,
        hanging: Collection[Question],
        registries_url: str,
    ) -> None:
        self.store = MemoryStore()
        self._patient, self._hasty = (look_ups(session, self.store, registries_url) for session in (http, hasty))
        self._hanging = hanging
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
        activities = self._hasty if (opening.company.company_name, source) in self._hanging else self._patient
        return await patient().run(activities.look_up, query)


def look_ups(http: aiohttp.ClientSession, store: MemoryStore, registries_url: str) -> LookUpActivities:
    """Those of all sources, over this session."""
    settings = settings_for(registries_url, **every_register(registries_url))
    # Host names that no simulator answers for do not exist, whatever this machine's own resolver says.
    site = Website(settings, PublicWeb(simulated_websites(settings), Names()))
    known = {source.name: source for source in all_sources(http, settings)}
    return LookUpActivities({**known, site.name: site}.values(), AnswerDesk(store, settings), NoMemory())


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
