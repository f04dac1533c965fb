"""The agents' runs in a real Postgres: written once with their events, and reckoned up by how officers took them."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from psycopg.errors import RaiseException

from domain import progress
from domain.agent_actions import executions_in
from domain.ledger import with_events
from runtime.agent_rows import AgentRows
from runtime.case_records import CaseRecords
from runtime.postgres import Pool
from schemas.agents import AgentName
from schemas.agents_api import AgentQuality, Bucket, Period
from schemas.case import RecordBatch
from tests.agent_runs import a_run, run_for_the_mcc
from tests.example_cases import NOW, OFFICER, an_execution, told
from tests.indexed_cases import index_case
from tests.recorded_cases import a_case, batch_of, record_case, selected

COUNTED = "SELECT (SELECT count(*) FROM agent_executions WHERE case_id = %s) AS runs, "
COUNTED += "(SELECT count(*) FROM agent_actions WHERE case_id = %s) AS actions"
YEAR = Period(since=datetime(2026, 1, 1, tzinfo=UTC), until=datetime(2026, 12, 31, tzinfo=UTC))


@pytest.fixture
def rows(pool: Pool) -> AgentRows:
    return AgentRows(pool)


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


# What is written.


async def test_a_run_is_on_record_with_what_an_officer_made_of_it(
    pool: Pool, rows: AgentRows, organisation: str
) -> None:
    state = a_case(organisation)
    await CaseRecords(pool).write(batch_of(state))

    runs = await rows.of_case(state.record.opening.case_id)

    assert runs == executions_in(state.outbox)
    assert [[action.action for action in run.actions] for run in runs] == [["accepted"]]


async def test_a_batch_that_comes_twice_or_in_pieces_changes_nothing(pool: Pool, organisation: str) -> None:
    state, records = a_case(organisation), CaseRecords(pool)
    case_id = state.record.opening.case_id
    await records.write(RecordBatch(opening=state.record.opening, events=state.outbox[:-1]))

    for first in (1, 1, len(state.outbox) - 2):
        await records.write(batch_of(state, first))

    assert await selected(pool, COUNTED, case_id, case_id) == [{"runs": 1, "actions": 1}]


async def test_running_an_agent_again_adds_a_run(pool: Pool, rows: AgentRows, organisation: str) -> None:
    state = a_case(organisation)
    case_id = state.record.opening.case_id
    state = run_for_the_mcc(state, a_run(case_id))
    state = told(state, "mcc-decision", {"action": "reject"}, OFFICER, "cmd_2")
    await CaseRecords(pool).write(batch_of(state))

    runs = await rows.of_case(case_id)

    assert [run.actions[-1].action for run in runs] == ["accepted", "rejected"]


async def test_a_run_that_is_told_again_is_not_written_over(pool: Pool, rows: AgentRows, organisation: str) -> None:
    state = a_case(organisation)
    (run,) = executions_in(state.outbox)
    otherwise = an_execution(execution_id=run.execution_id, outcome="refused")
    state = with_events(state, progress.executed(otherwise), NOW)
    await CaseRecords(pool).write(batch_of(state))

    assert await rows.of_case(state.record.opening.case_id) == (run,)


@pytest.mark.parametrize("table", ["agent_executions", "agent_actions"])
async def test_a_row_on_record_cannot_be_changed(pool: Pool, organisation: str, table: str) -> None:
    case_id = (await record_case(pool, organisation)).case_id

    with pytest.raises(RaiseException, match=f"{table} is append-only"):
        await selected(pool, f"UPDATE {table} SET organisation = 'org_other' WHERE case_id = %s", case_id)


# How officers took it.


class Ran(NamedTuple):
    """A run, and what an officer did with its output, in the order in which it was done."""

    day: int
    """Of March 2026; the 1st is a Sunday."""
    provider: str
    outcome: str
    actions: tuple[str, ...] = ()
    latency_ms: int = 10
    cost_usd: float | None = 0.0
    agent: AgentName = "mcc"
    input_tokens: int = 100


RUNS = (
    Ran(2, "openai", "answered", ("accepted",), 100, 0.25),
    Ran(2, "openai", "repaired", ("accepted", "overridden"), 300, 0.5),
    Ran(3, "openai", "answered", ("rejected", "accepted"), 200, None),
    Ran(8, "openai", "answered", ("asked_again",), 900, 0.25),
    Ran(3, "openai", "timed_out", (), 5000, None),
    Ran(3, "rules", "answered"),
    Ran(9, "openai", "answered", ("edited",)),
    Ran(9, "openai", "answered", ("rejected",), agent="tasks"),
)


async def record(pool: Pool, dsn: str, organisation: str, runs: tuple[Ran, ...]) -> None:
    case_id = await index_case(dsn, organisation)
    for number, run in enumerate(runs):
        at = datetime(2026, 3, run.day, 23, 59, tzinfo=UTC)
        execution = a_run(
            case_id,
            run.agent,
            provider=run.provider,
            model=None if run.provider == "rules" else "example-1",
            outcome=run.outcome,
            latency_ms=run.latency_ms,
            cost_usd=run.cost_usd,
            input_tokens=run.input_tokens,
            output_tokens=10,
            started_at=at,
        )
        await selected(
            pool,
            "INSERT INTO agent_executions (case_id, execution_id, organisation, event_sequence, agent, provider, model,"
            " outcome, started_at, execution) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s::jsonb)",
            *(case_id, execution.execution_id, organisation, number + 1, run.agent, run.provider, execution.model),
            *(run.outcome, at, execution.model_dump_json()),
        )
        for later, action in enumerate(run.actions, start=100):
            await selected(
                pool,
                "INSERT INTO agent_actions (case_id, execution_id, event_sequence, organisation, action, actor_id,"
                " actor_role, acted_at) VALUES (%s, %s, %s, %s, %s, 'key_1', 'officer', %s)",
                *(case_id, execution.execution_id, later, organisation, action, at + timedelta(hours=1)),
            )


def brief(found: AgentQuality) -> tuple[object, ...]:
    return found.period_start.strftime("%m-%d"), found.agent, found.provider, found.runs


async def test_each_run_counts_once_by_what_was_done_with_it_last(
    pool: Pool, rows: AgentRows, organisation: str, postgres_dsn: str
) -> None:
    await record(pool, postgres_dsn, organisation, RUNS)

    first, by_rules, *_ = await rows.quality(organisation, "mcc", YEAR, "week")

    assert first == AgentQuality(
        period_start=datetime(2026, 3, 2, tzinfo=UTC),
        agent="mcc",
        provider="openai",
        model="example-1",
        runs=5,
        usable=4,
        outcomes={"answered": 3, "repaired": 1, "timed_out": 1},
        acted_on=4,
        accepted=2,
        edited=0,
        rejected=0,
        overridden=1,
        asked_again=1,
        acceptance_rate=2 / 3,
        override_rate=1 / 3,
        input_tokens=500,
        output_tokens=50,
        cost_usd=1.0,
        without_price=2,
        median_latency_ms=300,
    )
    assert (by_rules.acted_on, by_rules.acceptance_rate, by_rules.override_rate) == (0, None, None)


@pytest.mark.parametrize(
    ("bucket", "expected"),
    [
        ("week", [("03-02", "openai", 5), ("03-02", "rules", 1), ("03-09", "openai", 1)]),
        ("month", [("03-01", "openai", 6), ("03-01", "rules", 1)]),
        (
            "day",
            [
                ("03-02", "openai", 2),
                ("03-03", "openai", 2),
                ("03-03", "rules", 1),
                ("03-08", "openai", 1),
                ("03-09", "openai", 1),
            ],
        ),
    ],
)
async def test_runs_are_counted_by_when_they_began(
    pool: Pool,
    rows: AgentRows,
    organisation: str,
    postgres_dsn: str,
    bucket: Bucket,
    expected: list[tuple[str, str, int]],
) -> None:
    await record(pool, postgres_dsn, organisation, RUNS)

    found = await rows.quality(organisation, "mcc", YEAR, bucket)

    assert [(day, provider, runs) for day, _, provider, runs in map(brief, found)] == expected


async def test_tokens_beyond_belief_are_added_up_all_the_same(
    pool: Pool, rows: AgentRows, organisation: str, postgres_dsn: str
) -> None:
    await record(pool, postgres_dsn, organisation, (Ran(2, "openai", "answered", input_tokens=10**19),) * 2)

    (found,) = await rows.quality(organisation, "mcc", YEAR, "day")

    assert found.input_tokens == 2 * 10**19


async def test_only_what_is_asked_for_is_counted(
    pool: Pool, rows: AgentRows, organisation: str, postgres_dsn: str
) -> None:
    await record(pool, postgres_dsn, organisation, RUNS)
    eighth = Period(since=datetime(2026, 3, 8, tzinfo=UTC), until=datetime(2026, 3, 9, tzinfo=UTC))

    every = [brief(found) for found in await rows.quality(organisation, None, YEAR, "month")]
    one_agent = [brief(found) for found in await rows.quality(organisation, "tasks", YEAR, "month")]
    one_day = [brief(found) for found in await rows.quality(organisation, None, eighth, "day")]
    strangers = await rows.quality("org_of_a_stranger", None, YEAR, "month")

    assert every == [("03-01", "mcc", "openai", 6), ("03-01", "mcc", "rules", 1), ("03-01", "tasks", "openai", 1)]
    assert one_agent == [("03-01", "tasks", "openai", 1)]
    assert one_day == [("03-08", "mcc", "openai", 1)]
    assert strangers == ()
