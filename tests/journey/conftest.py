"""The people of a case, on the stack that all tests share."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.conftest import Stack
from tests.journey.walking import Walk


@pytest.fixture(scope="session")
async def walk(stack: Stack) -> AsyncIterator[Walk]:
    async with stack.officer() as officer, stack.customer() as customer:
        yield Walk(officer, customer)


@pytest.fixture(scope="session")
async def senior_officer(stack: Stack) -> AsyncIterator[httpx.AsyncClient]:
    async with stack.officer("senior_officer") as client:
        yield client
