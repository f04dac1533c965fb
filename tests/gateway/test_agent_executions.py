"""The agents' runs over HTTP: what there was, what officers made of it, and the bytes that went in and came out."""

import secrets
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from domain import progress
from domain.agent_actions import executions_in
from domain.ledger import with_events
from gateway.case_reading import CaseReading
from gateway.officer.agents import recorded_executions
from gateway.services import running_services
from runtime.case_records import CaseRecords
from runtime.object_store import ObjectStore
from runtime.postgres import Pool
from runtime.settings import Settings
from schemas.agents import AgentExecution
from schemas.case import CaseState, RecordBatch
from schemas.errors import ErrorCode
from tests.agent_runs import INPUT, OUTPUT, a_run, run_for_the_mcc
from tests.example_cases import NOW, OFFICER, told
from tests.gateway.running_gateway import Gateway, refused
from tests.recorded_cases import a_case, batch_of

Json = dict[str, Any]


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def auditor(gateway: Gateway, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    async with await gateway.officer("auditor", organisation) as client:
        yield client


@pytest.fixture
async def store(settings: Settings) -> AsyncIterator[ObjectStore]:
    store = ObjectStore.from_settings(settings)
    yield store
    store.close()


@pytest.fixture
async def case(pool: Pool, organisation: str) -> CaseState:
    """Three runs: one for a merchant category that an officer accepted, one of which nothing came, one of the tasks."""
    state = a_case(organisation)
    case_id = state.record.opening.case_id
    silent = a_run(case_id, provider="openai", model="example-1", outcome="timed_out", output=None)
    state = with_events(state, (*progress.executed(silent), *progress.executed(a_run(case_id, "tasks"))), NOW)
    await CaseRecords(pool).write(batch_of(state))
    return state


def path_of(case: CaseState) -> str:
    return f"/api/cases/{case.record.opening.case_id}/agent-executions"


def runs_of(case: CaseState) -> list[AgentExecution]:
    return list(executions_in(case.outbox))


async def listed(client: httpx.AsyncClient, case: CaseState, **params: str | int) -> Json:
    answer = await client.get(path_of(case), params=params)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def test_every_run_is_listed_the_oldest_first_with_what_was_made_of_it(
    auditor: httpx.AsyncClient, case: CaseState
) -> None:
    found = await listed(auditor, case)

    first, silent, tasks = runs_of(case)
    names = [first.execution_id, silent.execution_id, tasks.execution_id]
    assert [run["execution_id"] for run in found["executions"]] == names
    assert [[action["action"] for action in run["actions"]] for run in found["executions"]] == [["accepted"], [], []]
    assert [run["outcome"] for run in found["executions"]] == ["answered", "timed_out", "answered"]
    at = f"{path_of(case)}/{silent.execution_id}"
    assert (found["executions"][1]["input_url"], found["executions"][1]["output_url"]) == (f"{at}/input", None)


async def test_the_runs_of_one_agent_can_be_asked_for(auditor: httpx.AsyncClient, case: CaseState) -> None:
    found = await listed(auditor, case, agent="tasks")

    assert [run["execution_id"] for run in found["executions"]] == [runs_of(case)[2].execution_id]


async def test_pages_follow_on_each_other_without_gaps(auditor: httpx.AsyncClient, case: CaseState) -> None:
    first = await listed(auditor, case, limit=2)
    second = await listed(auditor, case, limit=2, after_cursor=first["next_cursor"])
    third = await listed(auditor, case, limit=2, after_cursor=second["next_cursor"])

    assert [len(page["executions"]) for page in (first, second, third)] == [2, 1, 0]
    assert [page["has_more"] for page in (first, second, third)] == [True, False, False]
    assert third["next_cursor"] == second["next_cursor"]


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ("agent=decider", "agent"),
        ("agent=mcc&agent=tasks", "agent"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=1_0", "limit"),
        ("after_cursor=-1", "after_cursor"),
        ("after_cursor=99999999999999999999", "after_cursor"),
        ("outcome=answered", "outcome"),
    ],
)
async def test_a_parameter_that_does_not_fit_is_named(
    auditor: httpx.AsyncClient, case: CaseState, params: str, field: str
) -> None:
    refused(await auditor.get(f"{path_of(case)}?{params}"), 422, "invalid_parameter", field)


async def test_a_run_that_postgres_does_not_have_yet_is_listed_too(
    settings: Settings, pool: Pool, organisation: str
) -> None:
    state = a_case(organisation)
    written = len(state.outbox)
    await CaseRecords(pool).write(RecordBatch(opening=state.record.opening, events=state.outbox))
    state = run_for_the_mcc(state, a_run(state.record.opening.case_id))
    state = told(state, "mcc-decision", {"action": "override", "override_mcc": "5732"}, OFFICER, "cmd_2")

    async with running_services(settings) as found:
        runs = await recorded_executions(found, CaseReading(state.record, state.outbox[written:], "workflow"))

    assert [[action.action for action in run.actions] for run in runs] == [["accepted"], ["overridden"]]


# The bytes.


async def test_what_went_in_and_came_out_is_given_as_it_was(
    auditor: httpx.AsyncClient, case: CaseState, store: ObjectStore
) -> None:
    run, *_ = runs_of(case)
    for stored, data in ((run.input, INPUT), (run.output, OUTPUT)):
        assert stored is not None
        await store.put(stored.object_key, data, "application/json")

    given = await auditor.get(f"{path_of(case)}/{run.execution_id}/input")
    came = await auditor.get(f"{path_of(case)}/{run.execution_id}/output")

    assert (given.content, came.content) == (INPUT, OUTPUT)
    for answer, side in ((given, "input"), (came, "output")):
        assert answer.headers["content-disposition"].startswith(f'attachment; filename="{run.execution_id}-{side}-')
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_bytes_that_were_altered_are_not_given_out(
    auditor: httpx.AsyncClient, case: CaseState, store: ObjectStore
) -> None:
    run, *_ = runs_of(case)
    assert run.output is not None
    await store.put(run.output.object_key, b"another answer", "application/json")

    refused(await auditor.get(f"{path_of(case)}/{run.execution_id}/output"), 409, "file_altered")


@pytest.mark.parametrize(
    ("index", "side"), [(0, "input"), (1, "output")], ids=["no longer in the store", "nothing came"]
)
async def test_bytes_that_are_not_there_are_not_found(
    auditor: httpx.AsyncClient, case: CaseState, index: int, side: str
) -> None:
    answer = await auditor.get(f"{path_of(case)}/{runs_of(case)[index].execution_id}/{side}")

    refused(answer, 404, "execution_not_found")


@pytest.mark.parametrize("name", ["exe_000000000000", "exe_", "..%2F..%2Fdocuments", "%00", "null"])
async def test_a_run_that_the_case_has_not_is_not_found(auditor: httpx.AsyncClient, case: CaseState, name: str) -> None:
    answer = await auditor.get(f"{path_of(case)}/{name}/input")

    code: ErrorCode = "not_found" if "%2F" in name else "execution_not_found"
    refused(answer, 404, code)


@pytest.mark.parametrize("what", ["", "/{execution_id}/input", "/{execution_id}/output"])
async def test_another_organisation_finds_no_such_case(gateway: Gateway, case: CaseState, what: str) -> None:
    path = path_of(case) + what.format(execution_id=runs_of(case)[0].execution_id)

    async with await gateway.officer("admin") as stranger:
        refused(await stranger.get(path), 404, "case_not_found")
