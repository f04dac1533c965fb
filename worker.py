"""Starts workers for the named task queues: `python worker.py` serves all, `--queue sources --queue agents` some.

Stops on SIGINT or SIGTERM: takes no new tasks, lets running activities finish for a while, then leaves.
"""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from temporalio.client import Client
from temporalio.worker import PollerBehaviorAutoscaling, Worker

from activities.agents.mcc import classify_mcc
from activities.agents.tasks import generate_tasks
from activities.documents.validation import DocumentActivities
from activities.investigation import investigate_case
from activities.notify import NotifyActivities
from activities.records import RecordActivities
from activities.reports.report import ReportActivities
from activities.sources.vies import ViesActivities
from activities.sources.website import WebsiteActivities
from runtime.case_records import CaseRecords
from runtime.http import create_session
from runtime.object_store import ObjectStore
from runtime.postgres import create_pool
from runtime.settings import Settings
from runtime.task_queues import TaskQueue
from runtime.telemetry import configure_logging
from runtime.temporal import connect
from workflows.case import CaseWorkflow

log = structlog.stdlib.get_logger()

GRACE = timedelta(seconds=10)
"""How long a stopping worker lets activities finish; after that they are tried again elsewhere."""

Activity = Callable[..., Awaitable[Any]]


@dataclass(frozen=True)
class QueueWork:
    """What is served on one task queue, and how much of it at once in one process."""

    activities: Sequence[Activity] = ()
    workflows: Sequence[type] = ()
    concurrency: int = 100


@asynccontextmanager
async def queue_work(settings: Settings) -> AsyncIterator[dict[TaskQueue, QueueWork]]:
    """Every queue with its work: the one place that says what runs where. The clients live as long as the context."""
    async with AsyncExitStack() as stack:
        store = ObjectStore.from_settings(settings)
        stack.callback(store.close)
        pool = create_pool(settings)
        await pool.open()
        stack.push_async_callback(pool.close)
        http = await stack.enter_async_context(create_session())
        case_records = CaseRecords(pool)
        records = RecordActivities(case_records, store)
        yield {
            TaskQueue.CASES: QueueWork(workflows=[CaseWorkflow]),
            TaskQueue.SOURCES: QueueWork(
                activities=[
                    ViesActivities(http, store, settings).look_up_vies,
                    WebsiteActivities(store, settings).check_website,
                ]
            ),
            TaskQueue.DOCUMENTS: QueueWork(
                activities=[
                    DocumentActivities(store).validate_document,
                    investigate_case,
                    ReportActivities(case_records, store).generate_report,
                ],
                concurrency=max(2, os.cpu_count() or 1),
            ),
            TaskQueue.AGENTS: QueueWork(activities=[generate_tasks, classify_mcc]),
            TaskQueue.RECORDS: QueueWork(
                activities=[
                    records.write_records,
                    records.read_records,
                    records.store_responses,
                    NotifyActivities(http, settings).remind_customer,
                ]
            ),
        }


def create_worker(client: Client, queue: TaskQueue, work: QueueWork) -> Worker:
    """A worker of one queue. Pollers grow with the backlog, so that a burst drains in seconds."""
    pollers = PollerBehaviorAutoscaling(minimum=2, initial=5, maximum=100)
    return Worker(
        client,
        task_queue=queue,
        workflows=work.workflows,
        activities=work.activities,
        max_concurrent_activities=work.concurrency,
        no_remote_activities=not work.activities,
        workflow_task_poller_behavior=pollers,
        activity_task_poller_behavior=pollers,
        graceful_shutdown_timeout=GRACE,
        sticky_queue_schedule_to_start_timeout=timedelta(seconds=3),
    )


@asynccontextmanager
async def running_workers(settings: Settings, client: Client, queues: Sequence[TaskQueue]) -> AsyncIterator[None]:
    """Workers for these queues, for as long as the context lasts."""
    async with queue_work(settings) as work, AsyncExitStack() as workers:
        for queue in queues:
            await workers.enter_async_context(create_worker(client, queue, work[queue]))
        yield


async def serve(queues: Sequence[TaskQueue]) -> None:
    """Serves the queues until the process is told to stop."""
    settings = Settings()
    configure_logging(settings, "worker")
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    client = await connect()
    async with running_workers(settings, client, queues):
        log.info("serving", queues=[queue.value for queue in queues], sources=settings.sources)
        if ready_file := os.environ.get("CASEWRIGHT_WORKER_READY_FILE"):
            await asyncio.to_thread(Path(ready_file).write_text, str(os.getpid()))
        await stop.wait()
        log.info("stopping", grace_seconds=GRACE.total_seconds())
    log.info("stopped")


def main() -> None:
    parser = argparse.ArgumentParser(description="Casewright worker")
    parser.add_argument(
        "--queue",
        action="append",
        type=TaskQueue,
        choices=list(TaskQueue),
        metavar="{" + ",".join(TaskQueue) + "}",
        help="a task queue to serve; give it more than once for several; all if left out",
    )
    queues = parser.parse_args().queue or list(TaskQueue)
    try:
        asyncio.run(serve(queues))
        code = 0
    except Exception:  # the process boundary: whatever ended it is logged, and the exit code says so
        log.exception("worker ended")
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # the SDK's native threads can abort a normal interpreter exit


if __name__ == "__main__":
    main()
