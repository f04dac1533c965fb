"""Starts workers for the named task queues: `python worker.py` serves all, `--queue sources --queue agents` some.

Stops on SIGINT or SIGTERM: takes no new tasks, lets running activities finish for a while, then leaves.
"""

import argparse
import asyncio
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from temporalio.client import Client
from temporalio.worker import PollerBehaviorAutoscaling, Worker

from activities.agents.asking import ModelDesk
from activities.agents.candidates import CandidateActivities
from activities.agents.classifier import Classifier
from activities.agents.mcc import MccActivities
from activities.agents.meaning import Meaning
from activities.agents.models import language_model
from activities.agents.tasks import TaskActivities
from activities.documents.extraction import ExtractionProcess
from activities.documents.ocr.available import ocr_is_installed
from activities.documents.reading import ReadingActivities
from activities.documents.validation import DocumentActivities
from activities.investigation import InvestigationActivities
from activities.notify import NotifyActivities
from activities.records import RecordActivities
from activities.reports.handoff import HandoffReportActivities
from activities.reports.report import ReportActivities
from activities.sources.all_sources import all_sources
from activities.sources.answers import AnswerDesk
from activities.sources.look_up import LookUpActivities
from activities.sources.memory import SharedMemory
from activities.sources.source import Source
from activities.webhooks import WebhookActivities
from runtime.case_records import CaseRecords
from runtime.http import create_session
from runtime.model_usage import ModelUsage
from runtime.object_store import ObjectStore
from runtime.page_rows import PageRows
from runtime.policies import load_policies
from runtime.postgres import create_pool
from runtime.published_events import PublishedEvents
from runtime.settings import Settings
from runtime.task_queues import TaskQueue, source_queue
from runtime.telemetry import configure_logging
from runtime.temporal import connect
from runtime.webhook_lines import WebhookLines
from runtime.webhook_posting import WebhookPosting
from runtime.webhook_wakes import WebhookWakes
from schemas.sources import SourceName
from workflows.case import CaseWorkflow
from workflows.document_check import DocumentCheckWorkflow
from workflows.webhook_delivery import WebhookDelivery, WebhookResumption

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
    per_second: float | None = None
    """Activities begun in a second at most, by all workers of the queue together; Temporal keeps to it."""
    load: Callable[[], None] | None = None
    """What the first of its activities would wait seconds for; done beside, when a worker of the queue starts."""


@asynccontextmanager
async def queue_work(settings: Settings, client: Client) -> AsyncIterator[dict[str, QueueWork]]:
    """Every queue with its work: the one place that says what runs where. The stores stay open as long as the context.

    The client is for activities that wake workflows.
    """
    async with AsyncExitStack() as stack:
        store = ObjectStore.from_settings(settings)
        stack.callback(store.close)
        pool = create_pool(settings)
        await pool.open()
        stack.push_async_callback(pool.close)
        http = await stack.enter_async_context(create_session())
        model = language_model(settings)
        if model is not None:
            stack.push_async_callback(model.close)
        desk = ModelDesk(model, store, ModelUsage(pool, settings))
        classifier = Classifier(Meaning(settings.cache_folder))
        mcc, tasks = MccActivities(classifier, store, desk), TaskActivities(store, desk)
        case_records = CaseRecords(pool)
        lines, wakes = WebhookLines(pool), WebhookWakes(client)
        records = RecordActivities(case_records, store, lines, wakes)
        posting = WebhookPosting(loopback=settings.webhook_loopback)
        webhooks = WebhookActivities(lines, PublishedEvents(pool), wakes, posting, settings)
        extraction = ExtractionProcess()
        stack.push_async_callback(extraction.close)
        reading = ReadingActivities(store, PageRows(pool), extraction, ocr=ocr_is_installed(), ask_model=desk.is_open)
        sources = all_sources(http, settings)
        look_ups = LookUpActivities(sources, AnswerDesk(store, settings), SharedMemory(pool, settings))
        yield {
            TaskQueue.CASES: QueueWork(
                workflows=[CaseWorkflow, DocumentCheckWorkflow, WebhookDelivery, WebhookResumption]
            ),
            **source_work(settings, sources, look_ups.look_up),
            TaskQueue.DOCUMENTS: QueueWork(
                activities=[
                    DocumentActivities(store).validate_document,
                    reading.read_document,
                    reading.draw_pages,
                    InvestigationActivities(load_policies()).investigate_case,
                    ReportActivities(case_records, store).generate_report,
                    HandoffReportActivities(store).generate_handoff_report,
                ],
                concurrency=max(2, os.cpu_count() or 1),
            ),
            TaskQueue.AGENTS: QueueWork(
                activities=[
                    tasks.generate_tasks,
                    tasks.generate_tasks_by_model,
                    mcc.classify_mcc,
                    mcc.classify_mcc_by_model,
                    CandidateActivities(store, desk).propose_candidates,
                ],
                load=classifier.load,
            ),
            TaskQueue.RECORDS: QueueWork(
                activities=[
                    records.write_records,
                    records.read_records,
                    records.store_responses,
                    NotifyActivities(http, settings).remind_customer,
                ]
            ),
            TaskQueue.WEBHOOKS: QueueWork(activities=[webhooks.deliver_webhook, webhooks.wake_webhooks]),
        }


def source_work(settings: Settings, sources: Iterable[Source], look_up: Activity) -> dict[str, QueueWork]:
    """A queue for each source, with its rate. Simulated sources have none unless the settings name one."""
    return {
        source_queue(source.name): QueueWork(
            activities=[look_up],
            concurrency=20,
            per_second=settings.source_rates.get(source.name, _own_rate(settings, source)),
        )
        for source in sources
    }


def _own_rate(settings: Settings, source: Source) -> float | None:
    """None where nobody is asked: of a simulated source, and of one that lacks its key and says so at once."""
    keys = {
        SourceName.NBB: settings.nbb_key,
        SourceName.NORTHDATA: settings.northdata_key,
        SourceName.CRUNCHBASE: settings.crunchbase_key,
        SourceName.SCREENING: settings.screening_url,
    }
    lacks_its_key = source.name in keys and not keys[source.name]
    return None if settings.sources == "test" or lacks_its_key else source.terms.per_second


def queues_of(names: Sequence[TaskQueue], work: Mapping[str, QueueWork]) -> list[str]:
    """The queues that are meant by these names: `sources` stands for the queues of all sources."""
    meant = {
        TaskQueue.SOURCES: [queue for queue in work if queue.startswith(f"{TaskQueue.SOURCES}-")],
    }
    return [queue for name in names for queue in meant.get(name, [name])]


def create_worker(client: Client, queue: str, work: QueueWork) -> Worker:
    """A worker of one queue. Pollers grow with the backlog, so that a burst drains in seconds."""
    many = not queue.startswith(f"{TaskQueue.SOURCES}-")
    pollers = PollerBehaviorAutoscaling(minimum=2 if many else 1, initial=5 if many else 1, maximum=100 if many else 10)
    return Worker(
        client,
        task_queue=queue,
        workflows=work.workflows,
        activities=work.activities,
        max_concurrent_activities=work.concurrency,
        max_task_queue_activities_per_second=work.per_second,
        no_remote_activities=not work.activities,
        workflow_task_poller_behavior=pollers,
        activity_task_poller_behavior=pollers,
        graceful_shutdown_timeout=GRACE,
        sticky_queue_schedule_to_start_timeout=timedelta(seconds=3),
    )


@asynccontextmanager
async def running_workers(settings: Settings, client: Client, queues: Sequence[TaskQueue]) -> AsyncIterator[None]:
    """Workers for these queues, for as long as the context lasts."""
    async with queue_work(settings, client) as work, AsyncExitStack() as workers:
        for queue in queues_of(queues, work):
            await workers.enter_async_context(create_worker(client, queue, work[queue]))
            if load := work[queue].load:
                threading.Thread(target=load, name=f"load {queue}", daemon=True).start()
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
