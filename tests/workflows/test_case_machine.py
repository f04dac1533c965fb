"""What holds for a case on a real server, whatever people and the clock do to it, in any order."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.example_cases import TEMPLATE
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.programs import DAMAGED, PROGRAMS, Step
from tests.workflows.skipping import DatedCase, DatedOffice, own_clocks
from tests.workflows.walk import Walk

SOON = TEMPLATE.model_copy(
    update={"max_iterations": 2, "max_timeline_days": 40, "portal_token_days": 10, "reminder_days": (4, 1)}
)
"""A template whose limits a short program can reach."""
A_LONG_HISTORY = 40
"""Few enough events that a program goes through several runs."""


OpenCase = Callable[[int | None], Awaitable[DatedCase]]


@pytest.fixture(scope="module")
async def open_case() -> AsyncIterator[OpenCase]:
    """Opens cases. A function, because hypothesis would show all that an office holds beside each example."""
    outside = OutsideWorld()
    async with own_clocks(outside) as clocks:
        office = DatedOffice(clocks.client, outside, [], clocks)

        async def open_case(history_limit: int | None) -> DatedCase:
            opening = office.opening_under(SOON)
            outside.of[opening.case_id].damaged.add(DAMAGED.document_id)
            return await office.open(opening, history_limit)

        yield open_case
        await office.close()


@settings(max_examples=15, derandomize=True, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(program=PROGRAMS, history_limit=st.sampled_from([None, A_LONG_HISTORY]))
async def test_whatever_is_done_to_a_case_its_laws_hold(
    open_case: OpenCase, program: list[Step], history_limit: int | None
) -> None:
    case = await open_case(history_limit)
    walk = Walk(case, await case.record())

    for number, step in enumerate(program):
        await walk.take(number, step)
    await walk.end()
