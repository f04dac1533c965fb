"""A gateway over real stores and, where a test asks for them, workers with simulated sources."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack

import httpx
import pytest
from temporalio.client import Client

from gateway.officer import report
from runtime import case_changes
from runtime.settings import Settings
from runtime.task_queues import source_queue
from schemas.sources import SourceName
from tests.gateway.office import Office, opened_office
from tests.gateway.running_gateway import PATIENCE, Gateway, running_gateway
from tests.serving import serving
from tests.unhurried import unhurried_stores
from tests.workflows.outside_world import OutsideWorld
from worker import QueueWork, queue_work

WAITS = {
    "enrichment_wait_seconds": PATIENCE,
    "outcome_wait_seconds": PATIENCE / 2,
    "computed_wait_seconds": PATIENCE / 2,
    "document_check_wait_seconds": PATIENCE / 2,
}
"""Settings of a gateway that waits for workers as long as a slow machine needs."""


@pytest.fixture(scope="module", autouse=True)
def nobody_hurries() -> Iterator[None]:
    """What is there is waited for longer than people would, as a busy machine needs it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(case_changes, "ANSWER_SECONDS", PATIENCE / 2)
        patched.setattr(report, "WAIT_SECONDS", PATIENCE / 2)
        yield


@pytest.fixture(scope="session")
async def gateway(settings: Settings, temporal: Client) -> AsyncIterator[Gateway]:
    """A gateway that is as patient as the tests are."""
    patient = settings.model_copy(update=WAITS)
    async with AsyncExitStack() as stack:
        with unhurried_stores():
            running = running_gateway(patient, temporal.service_client.config.target_host)
            found = await stack.enter_async_context(running)
        yield found


@pytest.fixture(scope="module")
async def workers(settings: Settings, temporal: Client) -> AsyncIterator[None]:
    """Workers of all queues, with the real activities but for the look-ups, which need no network."""
    simulated = QueueWork(activities=[OutsideWorld().look_up])
    look_ups = {source_queue(source): simulated for source in SourceName}
    async with queue_work(settings, temporal) as served, serving(temporal, {**served, **look_ups}):
        yield


@pytest.fixture
async def officer(gateway: Gateway, workers: None) -> AsyncIterator[httpx.AsyncClient]:
    """An officer of an organisation that has no cases yet."""
    async with await gateway.officer() as client:
        yield client


@pytest.fixture
async def customer(gateway: Gateway, workers: None) -> AsyncIterator[httpx.AsyncClient]:
    async with gateway.anyone() as client:
        yield client


@pytest.fixture(scope="module")
async def office(gateway: Gateway, workers: None) -> AsyncIterator[Office]:
    """An officer, a senior officer and an auditor of one organisation, and their customer."""
    async with opened_office(gateway) as people:
        yield people
