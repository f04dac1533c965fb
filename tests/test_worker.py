"""What runs where: each activity that a case calls is served on the queue on which it is called, and nowhere else."""

import ast
import asyncio
import os
import secrets
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pydantic import SecretStr
from temporalio import activity, workflow
from temporalio.client import Client
from temporalio.worker import Worker

from activities.sources.all_sources import all_sources
from activities.sources.look_up import LookUpActivities
from domain.investigation import investigate
from domain.look_ups import BY_HAND
from runtime.http import create_session
from runtime.settings import Settings
from runtime.task_queues import TaskQueue, source_queue
from runtime.temporal import casewright_plugin, connect
from schemas.case import Recorded, ReportRef
from schemas.extraction import Proposals
from schemas.investigation import GeneratedTask, TaskAnswer
from schemas.mcc import MccAnswer
from schemas.notifications import ReminderResult
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.conftest import REPOSITORY
from tests.example_cases import NOW, a_document, a_record, a_state, a_validation, an_answer, an_opening
from tests.policies import POLICY
from tests.read_documents import a_reading
from worker import QueueWork, create_worker, queue_work, queues_of
from workflows import agents, steps
from workflows.case import CaseWorkflow
from workflows.document_check import DocumentCheckWorkflow
from workflows.webhook_delivery import WebhookDelivery, WebhookResumption

Work = dict[str, QueueWork]
Called = set[tuple[str, Callable[..., Any]]]
BY_MODEL = {"propose_candidates", "generate_tasks_by_model", "classify_mcc_by_model"}
A_TASK = GeneratedTask(description="Where?", response_type="text", justification="unknown", rule="finding:where")
ASKED_BY_MACHINE = frozenset(SourceName) - BY_HAND

SETTINGS = Settings.model_validate(
    {
        "postgres_dsn": "postgresql://nobody@127.0.0.1:1/none",
        "s3_endpoint": "http://127.0.0.1:1",
        "s3_access_key": "unused",
        "s3_secret_key": "unused",
        "secret": "s" * 32,
    }
)
"""Of stores that are away: a worker starts without them."""


@pytest.fixture
async def work() -> AsyncIterator[Work]:
    async with queue_work(SETTINGS, await connect(lazy=True)) as served:
        yield served


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> Called:
    """Fills up with each activity that a step calls, and the queue it names."""
    record = a_record(CaseStatus.REVIEW_PENDING)
    result = investigate(record, POLICY, NOW)
    answers = {
        "look_up": an_answer(SourceName.VIES),
        "validate_document": a_validation(a_document()),
        "read_document": a_reading(ask_model=True),
        "propose_candidates": Proposals(),
        "investigate_case": result,
        "generate_tasks": TaskAnswer(tasks=(A_TASK,), reasoning="because", ask_model=True),
        "generate_tasks_by_model": TaskAnswer(tasks=(A_TASK,), reasoning="because"),
        "classify_mcc": MccAnswer(primary_recommendation=None, risk_tier="medium", ask_model=True),
        "classify_mcc_by_model": MccAnswer(primary_recommendation=None, risk_tier="medium"),
        "remind_customer": ReminderResult(delivered=True),
        "write_records": Recorded(),
        "generate_report": ReportRef(object_key="key", sha256="0" * 64, file_size=1, generated_at=NOW),
        "generate_handoff_report": ReportRef(object_key="key", sha256="0" * 64, file_size=1, generated_at=NOW),
    }
    calls: Called = set()

    async def call(activity: Callable[..., Any], *_: object, task_queue: str, **__: object) -> object:
        calls.add((task_queue, activity))
        return answers.get(activity.__name__)

    monkeypatch.setattr(workflow, "now", lambda: NOW)
    monkeypatch.setattr(workflow, "uuid4", lambda: UUID(int=0))
    monkeypatch.setattr(workflow, "execute_activity", call)
    monkeypatch.setattr(workflow, "execute_activity_method", call)
    return calls


def functions_of(work: Work) -> Iterator[tuple[str, Callable[..., Any]]]:
    """What is served where, as the functions that steps name: a bound method counts as its function."""
    for queue, served in work.items():
        for function in served.activities:
            yield queue, getattr(function, "__func__", function)


def of_webhooks(work: Work) -> Called:
    """What no case calls."""
    return {(queue, function) for queue, function in functions_of(work) if queue == TaskQueue.WEBHOOKS}


async def call_every_step() -> None:
    state = a_state(CaseStatus.REVIEW_PENDING, documents=(a_document(),), validation_results=())
    record, opening = state.record, an_opening()
    for source in ASKED_BY_MACHINE:
        await steps.look_up(source, record, steps.OPENING_DEADLINE)
    await steps.store_responses(record)
    await steps.validate_documents(record)
    await steps.read_document(opening.case_id, a_document())
    await steps.draw_pages(opening.case_id, a_document())
    await steps.investigate(record)
    patience = agents.Patience(record)
    await agents.propose_candidates(record, patience, a_reading(ask_model=True))
    await agents.generate_tasks(record, patience)
    await agents.classify_mcc(record, patience)
    await steps.remind_customer(record, record.deadlines[0])
    await steps.generate_report(record)
    await steps.generate_handoff_report(record)
    await steps.write_records(opening, state.outbox)
    await steps.read_records(opening)


async def test_every_activity_a_case_calls_is_served_on_the_queue_that_its_step_names(
    work: Work, called: Called
) -> None:
    await call_every_step()

    assert called == set(functions_of(work)) - of_webhooks(work)


async def test_no_step_is_left_out_here(called: Called) -> None:
    await call_every_step()

    rooms = (REPOSITORY / "workflows" / name for name in ("steps.py", "agents.py"))
    nodes = [node for room in rooms for node in ast.walk(ast.parse(room.read_text()))]
    written = [node for node in nodes if isinstance(node, ast.Attribute) and node.attr.startswith("execute_activity")]
    by_model = {activity for _, activity in called if activity.__name__ in BY_MODEL}
    assert len(by_model) == len(BY_MODEL)
    # The look-ups of all sources are one; all questions to a model are asked in one place.
    assert len({activity for _, activity in called} - by_model) + 1 == len(written)


async def test_no_activity_is_served_on_two_queues_but_the_look_up_which_has_one_for_each_source(work: Work) -> None:
    times = Counter(function for _, function in functions_of(work))

    assert times.pop(LookUpActivities.look_up) == len(ASKED_BY_MACHINE)
    assert set(times.values()) == {1}


async def test_every_queue_has_work_and_only_one_has_workflows(work: Work) -> None:
    assert set(work) == set(TaskQueue) - {TaskQueue.SOURCES} | {source_queue(source) for source in ASKED_BY_MACHINE}
    assert all(served.activities or served.workflows for served in work.values())
    assert {queue for queue, served in work.items() if served.workflows} == {TaskQueue.CASES}
    assert set(work[TaskQueue.CASES].workflows) == {
        CaseWorkflow,
        DocumentCheckWorkflow,
        WebhookDelivery,
        WebhookResumption,
    }


async def test_a_worker_of_every_queue_can_be_made(work: Work, temporal: Client) -> None:
    """Making one checks the workflow in the sandbox and the names of the activities.

    The client is its own: workers that were made and never run would stay in the way of others of the same client.
    """
    client = await own_client(temporal)
    for queue, served in work.items():
        assert create_worker(client, queue, served).task_queue == queue


async def own_client(temporal: Client) -> Client:
    return await Client.connect(temporal.service_client.config.target_host, plugins=[casewright_plugin()])


# The rates of sources.


async def test_the_name_sources_stands_for_the_queues_of_all_sources(work: Work) -> None:
    meant = queues_of([TaskQueue.SOURCES, TaskQueue.AGENTS], work)

    assert sorted(meant) == sorted([*map(source_queue, ASKED_BY_MACHINE), "agents"])
    assert sorted(queues_of(list(TaskQueue), work)) == sorted(work)


WITH_KEYS = {
    "nbb_key": SecretStr("key"),
    "northdata_key": SecretStr("key"),
    "crunchbase_key": SecretStr("key"),
    "screening_url": "https://yente.example",
}
LACKING_KEYS = (SourceName.NBB, SourceName.NORTHDATA, SourceName.CRUNCHBASE, SourceName.SCREENING)


async def test_a_live_source_has_the_rate_of_its_terms() -> None:
    settings = SETTINGS.model_copy(update=WITH_KEYS)
    async with create_session() as http, queue_work(settings, await connect(lazy=True)) as work:
        terms = {source_queue(source.name): source.terms.per_second for source in all_sources(http, SETTINGS)}

    assert SETTINGS.sources == "live"
    assert {queue: served.per_second for queue, served in work.items() if queue in terms} == terms
    assert {served.per_second for queue, served in work.items() if queue not in terms} == {None}


async def test_a_source_that_lacks_its_key_says_so_at_once(work: Work) -> None:
    assert {work[source_queue(source)].per_second for source in LACKING_KEYS} == {None}


async def test_a_simulated_source_has_a_rate_only_if_the_settings_name_one() -> None:
    settings = SETTINGS.model_copy(update={"sources": "test", "source_rates": {SourceName.PEPPOL: 1.5}})
    async with queue_work(settings, await connect(lazy=True)) as work:
        rates = {queue: served.per_second for queue, served in work.items() if served.per_second is not None}

    assert rates == {source_queue(SourceName.PEPPOL): 1.5}


@workflow.defn(sandboxed=False)
class AskOften:
    """Asks one source many times at once."""

    @workflow.run
    async def run(self, queue: str, times: int) -> None:
        deadline = timedelta(seconds=60)
        asked = (
            workflow.execute_activity("look-up", task_queue=queue, start_to_close_timeout=deadline)
            for _ in range(times)
        )
        await asyncio.gather(*asked)


class CountingSource:
    def __init__(self) -> None:
        self.asked: list[datetime] = []
        """When Temporal let each question go, by its own clock: this process may be late to hear of it."""

    @activity.defn(name="look-up")
    async def look_up(self) -> None:
        self.asked.append(activity.info().started_time)


async def test_the_rate_of_a_source_holds_for_all_its_workers_together(temporal: Client) -> None:
    """Temporal lets the questions of about one second go at once, and from then on keeps to the rate. Two workers
    that had the rate each would ask all in about half the time."""
    source, queue, rate, times = CountingSource(), f"sources-{secrets.token_hex(4)}", 4.0, 20
    served = QueueWork(activities=[source.look_up], per_second=rate)
    async with AsyncExitStack() as workers:
        for _ in range(2):
            await workers.enter_async_context(create_worker(await own_client(temporal), queue, served))
        asking = Worker(await own_client(temporal), task_queue=f"{queue}-asking", workflows=[AskOften])
        await workers.enter_async_context(asking)
        await temporal.execute_workflow(
            AskOften.run, args=[queue, times], id=f"wf_{secrets.token_hex(6)}", task_queue=asking.task_queue
        )

    assert len(source.asked) == times
    begun = sorted(source.asked)
    # A busy server may write down late when it let one of the first go; not, then, when it let those after it go.
    assert any(
        (begun[-1] - begun[earlier]).total_seconds() >= (times - earlier - rate) / rate - 0.5 for earlier in range(5)
    )


# The process.


def run_python(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=300
    )


def test_a_worker_needs_neither_the_gateway_nor_what_deploys_it() -> None:
    loaded = run_python(
        "-c",
        "import sys, worker\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules} & {'gateway', 'deploy', 'bench', 'tests'}))",
    )

    assert (loaded.returncode, loaded.stdout.strip()) == (0, ""), loaded.stderr


def test_a_queue_that_does_not_exist_is_told_with_those_that_do() -> None:
    answer = run_python("worker.py", "--queue", "nothing")

    assert answer.returncode == 2
    assert "cases,sources,documents,agents,records,webhooks" in answer.stderr


def test_a_worker_that_is_asked_to_stop_ends_well(temporal: Client, tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    environment = {
        **os.environ,
        "TEMPORAL_ADDRESS": temporal.service_client.config.target_host,
        "CASEWRIGHT_WORKER_READY_FILE": str(ready),
        "CASEWRIGHT_POSTGRES_DSN": SETTINGS.postgres_dsn.get_secret_value(),
        "CASEWRIGHT_S3_ENDPOINT": SETTINGS.s3_endpoint,
        "CASEWRIGHT_S3_ACCESS_KEY": "unused",
        "CASEWRIGHT_S3_SECRET_KEY": "unused",
        "CASEWRIGHT_SECRET": SETTINGS.secret.get_secret_value(),
    }
    with subprocess.Popen(
        [sys.executable, "worker.py", "--queue", "agents", "--queue", "sources"],
        cwd=REPOSITORY,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        said = iter(process.stderr.readline, "")
        assert any('"event": "serving"' in line and '["agents", "sources"]' in line for line in said)
        process.send_signal(signal.SIGTERM)
        rest = process.stderr.read()
    assert process.returncode == 0
    assert '"event": "stopped"' in rest
