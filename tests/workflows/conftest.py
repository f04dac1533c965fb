"""Workers for all tests of a module; cases of each test's own."""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client

from tests.workflows.outside_world import OutsideWorld
from tests.workflows.running_case import CaseOffice, working


@pytest.fixture(scope="module")
async def outside(temporal: Client) -> AsyncIterator[OutsideWorld]:
    """The outside world of this module's cases, with workers of all queues."""
    world = OutsideWorld()
    async with working(temporal, world):
        yield world


@pytest.fixture
async def office(temporal: Client, outside: OutsideWorld) -> AsyncIterator[CaseOffice]:
    """Where a test opens its cases."""
    office = CaseOffice(temporal, outside, [])
    yield office
    await office.close()
