"""Systems that ask a running gateway."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from gateway.integration import rate_limit
from runtime.integration_cases import IntegrationCases
from runtime.integration_keys import IntegrationKeys
from runtime.postgres import create_pool
from runtime.settings import Settings
from tests.gateway.integration.systems import AMPLE, Systems
from tests.gateway.running_gateway import Gateway


@pytest.fixture(scope="module", autouse=True)
def strangers_are_patiently_refused() -> Iterator[None]:
    """All tests have one address, and many of them no valid key."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(rate_limit, "FAILURES_A_MINUTE", AMPLE)
        yield


@pytest.fixture(scope="module")
async def systems(gateway: Gateway, settings: Settings) -> AsyncIterator[Systems]:
    pool = create_pool(settings)
    await pool.open()
    yield Systems(gateway, IntegrationKeys(pool), IntegrationCases(pool))
    await pool.close()


@pytest.fixture
async def system(systems: Systems) -> AsyncIterator[httpx.AsyncClient]:
    """A system with a key for everything, of an organisation that has no cases yet."""
    async with await systems.client() as client:
        yield client
