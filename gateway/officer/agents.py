"""The agents' runs of a case, the bytes that went in and came out, and how officers have taken what agents proposed."""

import asyncio
import hashlib
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Literal

import structlog
from starlette.requests import Request
from starlette.responses import Response

from domain.agent_actions import executions_in
from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import CaseReading, read_case, read_events
from gateway.officer.documents import attachment
from gateway.problems import ApiError
from gateway.queries import parameter_refused, read_query
from gateway.requests import case_of
from gateway.services import Services, services
from runtime.api_keys import Principal
from runtime.object_store import ObjectNotFoundError
from schemas.agents import StoredBytes
from schemas.agents_api import (
    LONGEST_PERIOD,
    USUAL_PERIOD,
    ExecutionItem,
    ExecutionList,
    ExecutionsQuery,
    Period,
    QualityQuery,
    QualityReport,
    RecordedExecution,
)

log = structlog.stdlib.get_logger()

Side = Literal["input", "output"]
BYTES = "application/octet-stream"
"""What went in is JSON, and so is most that came out; but a model may answer anything."""


@officers("read")
async def agent_executions(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    asked = read_query(request, ExecutionsQuery)
    reading = await read_case(services(request), case_id)
    recorded = [
        run
        for run in await recorded_executions(services(request), reading)
        if asked.agent in (None, run.agent) and run.event_sequence > asked.after_cursor
    ]
    page = recorded[: asked.limit]
    return json_answer(
        ExecutionList(
            case_id=case_id,
            executions=tuple(_item(case_id, run) for run in page),
            next_cursor=page[-1].event_sequence if page else asked.after_cursor,
            has_more=len(recorded) > len(page),
        ),
        version=reading.record.version,
    )


@officers("read")
async def agent_execution_input(request: Request, principal: Principal) -> Response:
    return await _bytes(request, await case_of(request, principal), "input")


@officers("read")
async def agent_execution_output(request: Request, principal: Principal) -> Response:
    return await _bytes(request, await case_of(request, principal), "output")


@officers("read")
async def agent_quality(request: Request, principal: Principal) -> Response:
    asked = read_query(request, QualityQuery)
    period = _period(asked, datetime.now(UTC))
    found = await services(request).agents.quality(principal.organisation, asked.agent, period, asked.bucket)
    return json_answer(QualityReport(bucket=asked.bucket, period=period, quality=found))


async def recorded_executions(found: Services, reading: CaseReading) -> tuple[RecordedExecution, ...]:
    """The runs of a case, oldest first: from their rows, or from the audit log while Postgres lacks some of it."""
    if not reading.unwritten_events:
        return await found.agents.of_case(reading.record.opening.case_id)
    return await asyncio.to_thread(executions_in, await read_events(found, reading))


def _item(case_id: str, run: RecordedExecution) -> ExecutionItem:
    at = f"/api/cases/{case_id}/agent-executions/{run.execution_id}"
    return ExecutionItem(
        **run.model_dump(),
        input_url=f"{at}/input" if run.input else None,
        output_url=f"{at}/output" if run.output else None,
    )


async def _bytes(request: Request, case_id: str, side: Side) -> Response:
    """The bytes as they were when the run was put on record, or none at all."""
    found, execution_id = services(request), request.path_params["execution_id"]
    runs = await recorded_executions(found, await read_case(found, case_id))
    run = next((run for run in runs if run.execution_id == execution_id), None)
    if run is None:
        raise ApiError(
            "execution_not_found", f"the case has no run {execution_id!r}; GET …/agent-executions lists those it has"
        )
    stored = run.input if side == "input" else run.output
    if stored is None:
        raise ApiError("execution_not_found", f"nothing was kept as the {side} of this run: its outcome says why")
    return Response(
        await _as_recorded(found, case_id, stored),
        media_type=BYTES,
        headers={
            "Content-Disposition": attachment(f"{execution_id}-{PurePosixPath(stored.object_key).name}"),
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


async def _as_recorded(found: Services, case_id: str, stored: StoredBytes) -> bytes:
    try:
        data = await found.store.get(stored.object_key)
    except ObjectNotFoundError as error:
        log.error("bytes of a run are missing", case_id=case_id, object_key=stored.object_key)
        raise ApiError("execution_not_found", "the bytes are on record and no longer in the store") from error
    if hashlib.sha256(data).hexdigest() != stored.sha256:
        log.error("bytes of a run are not what was recorded", case_id=case_id, object_key=stored.object_key)
        raise ApiError("file_altered", "the bytes are not as they were recorded; they are not given out")
    return data


def _period(asked: QualityQuery, now: datetime) -> Period:
    until = asked.until or now
    since = asked.since or until - USUAL_PERIOD
    if since > until:
        raise parameter_refused("from", "expected no later than `to`, which is now unless told")
    if until - since > LONGEST_PERIOD:
        raise parameter_refused("from", f"expected at most {LONGEST_PERIOD.days} days before `to`, now unless told")
    return Period(since=since, until=until)
