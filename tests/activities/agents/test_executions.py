"""The bytes of a run are named by their hash, so that no attempt ever writes over another's."""

from datetime import UTC, datetime

from activities.agents.executions import AnsweredByRules, keep, run_by_rules
from schemas.investigation import TaskProposal
from schemas.mcc import MccRequest
from tests.activities.agents.office import a_run
from tests.activities.documents.memory_store import MemoryStore

REQUEST = MccRequest(company_name="Acme BV", answers={}, website=None)


async def test_what_two_attempts_of_one_run_were_answered_is_kept_side_by_side() -> None:
    store, run = MemoryStore(), a_run()

    first = await keep(store, run, "output", b'{"attempt": 1}')
    second = await keep(store, run, "output", b'{"attempt": 2}')

    assert first is not None
    assert second is not None
    assert {store.objects[first.object_key], store.objects[second.object_key]} == {b'{"attempt": 1}', b'{"attempt": 2}'}


async def test_an_attempt_that_is_made_again_finds_its_bytes_there() -> None:
    store, run = MemoryStore(), a_run()
    answered = AnsweredByRules(TaskProposal(tasks=(), reasoning="Nothing."), "0f3c" * 16, datetime.now(UTC))

    first = await run_by_rules(store, run, "tasks", REQUEST, answered)
    second = await run_by_rules(store, run, "tasks", REQUEST, answered)

    assert (second.input, second.output) == (first.input, first.output)
    assert len(store.objects) == 2


async def test_where_nothing_was_said_nothing_is_kept() -> None:
    store = MemoryStore()

    assert await keep(store, a_run(), "output", b"") is None
    assert store.objects == {}
