"""The people of a case, and cases that many tests look at, on the stack that all tests share."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.conftest import Stack
from tests.journey.refusals import Cases, check_that_nothing_is_lost, opened_cases
from tests.journey.story import Story, told
from tests.journey.walking import Walk


@pytest.fixture(scope="session")
async def walk(stack: Stack) -> AsyncIterator[Walk]:
    async with stack.officer() as officer, stack.customer() as customer:
        yield Walk(officer, customer)


@pytest.fixture(scope="session")
async def senior_officer(stack: Stack) -> AsyncIterator[httpx.AsyncClient]:
    async with stack.officer("senior_officer") as client:
        yield client


@pytest.fixture(scope="session")
async def story(walk: Walk) -> Story:
    return await told(walk)


@pytest.fixture(scope="session")
async def cases(walk: Walk) -> AsyncIterator[Cases]:
    """Cases to be refused things; whatever was sent to them, at the end they are as they were at the beginning."""
    opened = await opened_cases(walk)
    before = [await walk.detail(case) for case in opened.all]
    yield opened
    for case, known in zip(opened.all, before, strict=True):
        check_that_nothing_is_lost(known, await walk.detail(case))
