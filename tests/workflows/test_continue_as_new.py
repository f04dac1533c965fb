"""A case that lives long goes on in a new run, and nobody outside can tell."""

import asyncio
from collections import Counter

from schemas.commands import CommandEnvelope, CommandKind
from schemas.events import EventName
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import CUSTOMER, OFFICER, a_document, an_envelope
from tests.workflows.running_case import PATIENCE, CaseOffice, RunningCase, runs_of
from workflows.case import CaseWorkflow

S = CaseStatus
COMMANDS = 300
AT_ONCE = 30


def is_applied(number: int) -> bool:
    """Every tenth command is a document; the others are decisions, which come too early."""
    return number % 10 == 0


def command(number: int) -> tuple[CommandKind, CommandEnvelope]:
    if not is_applied(number):
        return "decision", an_envelope({"decision": "approve"}, OFFICER, f"cmd_{number}")
    document = a_document(content=f"version {number}".encode())
    return "document", an_envelope({"document": document.model_dump(mode="json")}, CUSTOMER, f"cmd_{number}")


async def send(case: RunningCase, numbers: range) -> None:
    """Some at once, and then the next: while commands keep coming, no run can end."""
    for first in range(0, len(numbers), AT_ONCE):
        together = numbers[first : first + AT_ONCE]
        await asyncio.gather(*(case.handle.signal(*command(number)) for number in together))
        await case.outcome(f"cmd_{together[-1]}")


async def in_a_new_run(case: RunningCase, before: str | None) -> None:
    """Keeps the customer busy until the case goes on in another run."""
    async with asyncio.timeout(PATIENCE):
        number = 0
        while (await case.handle.describe()).run_id == before:
            number += 1
            await case.upload(a_document(content=f"filler {number}".encode()))


async def test_hundreds_of_commands_over_several_runs_are_each_applied_or_refused_once(office: CaseOffice) -> None:
    case = await office.open(history_limit=60)
    await case.has_screened()

    await send(case, range(COMMANDS))
    await case.all_written()
    before = await case.view()
    await send(case, range(0, COMMANDS, 3))
    after = await case.view()

    assert after == before
    for number in range(0, COMMANDS, 15):
        assert (await case.outcome(f"cmd_{number}")).state == ("applied" if is_applied(number) else "rejected")
    assert len(after.record.documents) == COMMANDS / 10
    books = case.world.books
    assert books.is_gapless()
    assert books.contradictions == []
    assert books.names.count(EventName.COMMAND_REFUSED) == COMMANDS * 9 / 10
    assert books.names.count(EventName.DOCUMENT_UPLOADED) == COMMANDS / 10
    assert len(await runs_of(case.handle, office.client)) > 3


async def test_a_new_run_goes_on_where_the_last_one_stood(office: CaseOffice) -> None:
    case = await office.open(history_limit=40)
    first = await case.handle.execute_update(CaseWorkflow.opened)

    await in_a_new_run(case, case.handle.first_execution_run_id)

    assert await case.handle.execute_update(CaseWorkflow.opened) == first
    assert max(Counter(case.world.asked).values()) == 1  # no source is asked again
    await case.submit()
    await case.reaches(S.REVIEW_PENDING)
    await case.decide("approve")
    assert (await case.closed()).status is S.APPROVED
    assert case.world.books.is_gapless()


async def test_events_that_were_not_written_before_the_new_run_are_written_by_it(office: CaseOffice) -> None:
    case = await office.open(history_limit=120)
    await case.handle.execute_update(CaseWorkflow.opened)
    await case.comes_to(lambda record: SourceName.SCREENING in record.sources)
    await case.all_written()
    books = case.world.books
    books.open.clear()

    await in_a_new_run(case, case.handle.first_execution_run_id)
    unwritten = (await case.view()).unwritten_events
    books.open.set()
    await case.all_written()

    assert unwritten
    assert books.is_gapless()
    assert books.contradictions == []
    assert books.names.count(EventName.DOCUMENT_UPLOADED) == len((await case.record()).documents)
