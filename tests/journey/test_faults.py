"""What a case loses when a worker is killed, stands still, or the whole machine room is switched off: nothing.

Processes are stopped at a known point and not after a time: a look-up is held up by stopping the registries, and a
worker that stands still is one that no answer can come from.
"""

import asyncio
import shutil
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import psycopg
import pytest

from deploy.local.registries.catalogue import HAVENLICHT, KLEINE_BEER, VENTOMARE, ZONNEWIND
from tests.conftest import Stack, running_stack
from tests.journey.processes import kill_worker, paused, remains
from tests.journey.walking import (
    ANSWERS,
    PATIENCE_SECONDS,
    PATIENT,
    PAUSE_SECONDS,
    Json,
    OpenCase,
    Walk,
    event_names,
    is_gapless,
    moves,
    named,
    scan,
)

RECORDED = "recorded; will be applied when a worker is available"
INVESTIGATION = ["DOCUMENTS_RECEIVED", "VALIDATING_DOCUMENTS", "PROCESSING", "GENERATING_TASKS", "REVIEW_PENDING"]
ONCE = (
    "CASE_CREATED",
    "ENRICHMENT_COMPLETED",
    "DOCUMENT_UPLOADED",
    "CUSTOMER_SUBMITTED",
    "DOCUMENTS_VALIDATED",
    "INVESTIGATION_COMPLETED",
    "TASKS_GENERATED",
)


@pytest.fixture(scope="module")
async def fragile(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stack]:
    """A stack whose worker may be killed and stopped without harm to other tests. Whoever is told that no worker hears
    waits for that, so it waits less long than it might."""
    home = tmp_path_factory.mktemp("fragile") / "home"
    try:
        async with running_stack(home, CASEWRIGHT_OUTCOME_WAIT_SECONDS="10") as stack:
            yield stack
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
async def walk(fragile: Stack) -> AsyncIterator[Walk]:
    async with fragile.officer() as officer, fragile.customer() as customer:
        yield Walk(officer, customer)


async def test_a_worker_killed_in_the_middle_of_investigations_does_no_step_twice(fragile: Stack, walk: Walk) -> None:
    cases = await asyncio.gather(walk.open(VENTOMARE), walk.open(KLEINE_BEER))
    async with paused(fragile.facts["pids"]["registries"]):
        for case in cases:
            await walk.answer_everything(case)
        await asyncio.gather(*(walk.until(case, "PROCESSING") for case in cases))
        await kill_worker(fragile)
    for case in cases:
        detail = await walk.until(case, "REVIEW_PENDING")
        log = detail["audit_log"]
        assert is_gapless(log)
        assert {name: event_names(log).count(name) for name in ONCE} == dict.fromkeys(ONCE, 1)
        assert moves(log) == INVESTIGATION
        assert [result["iteration"] for result in detail["investigation_results"]] == [1]
        assert (await walk.decide(case, "approve", "The member state was closed.")).status_code == 200
        closed = await walk.until_reported(case)
        assert event_names(closed["audit_log"]).count("REPORT_GENERATED") == 1
        await _check_rows(fragile, case, closed["audit_log"])


async def _check_rows(stack: Stack, case: OpenCase, audit_log: list[Json]) -> None:
    """Postgres has each event and each piece of evidence once."""
    async with await psycopg.AsyncConnection.connect(stack.facts["postgres_dsn"]) as connection:
        expected, written = list(range(1, len(audit_log) + 1)), list[int]()
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(written) < len(expected):
                query = "SELECT sequence FROM case_events WHERE case_id = %s ORDER BY sequence"
                written = [row[0] for row in await (await connection.execute(query, [case.case_id])).fetchall()]
                await connection.commit()
                await asyncio.sleep(PAUSE_SECONDS)
        assert written == expected
        evidence = await connection.execute("SELECT source, data_hash FROM evidence WHERE case_id = %s", [case.case_id])
        found = await evidence.fetchall()
        assert len(found) == len(set(found))
        cases = await connection.execute("SELECT status FROM cases WHERE case_id = %s", [case.case_id])
        assert await cases.fetchall() == [("APPROVED",)]


@dataclass(frozen=True)
class Unheard:
    """What was sent while the worker stood still, and how it was answered."""

    decided: OpenCase
    decision: httpx.Response
    submitting: OpenCase
    upload: httpx.Response
    submission: httpx.Response
    creation: httpx.Response
    detail: httpx.Response
    """Of the case that was created, while still no worker ran."""


@pytest.fixture(scope="module")
async def unheard(fragile: Stack) -> Unheard:
    async with fragile.officer() as officer, fragile.customer() as customer:
        walk = Walk(officer, customer)
        decided, submitting = await asyncio.gather(walk.open_under_review(HAVENLICHT), walk.open(ZONNEWIND))
        await _until_written(fragile, decided, "REVIEW_PENDING")

        async def submit() -> tuple[httpx.Response, httpx.Response]:
            upload = await walk.upload(submitting, "director_id", scan())
            return upload, await walk.submit(submitting, answers=ANSWERS)

        async def create() -> tuple[httpx.Response, httpx.Response]:
            creation = await walk.create(ZONNEWIND)
            return creation, await walk.officer.get(f"/api/cases/{creation.json()['case_id']}")

        async with paused(fragile.facts["pids"]["worker"]):
            decision, (upload, submission), (creation, detail) = await asyncio.gather(
                walk.decide(decided, "reject", "Nobody was there to hear it."), submit(), create()
            )
    return Unheard(decided, decision, submitting, upload, submission, creation, detail)


async def _until_written(stack: Stack, case: OpenCase, status: str) -> None:
    """Returns once the snapshot in Postgres, which is written behind the case, has this status."""
    async with (
        asyncio.timeout(PATIENCE_SECONDS),
        await psycopg.AsyncConnection.connect(stack.facts["postgres_dsn"], autocommit=True) as connection,
    ):
        found = None
        while found != (status,):
            await asyncio.sleep(PAUSE_SECONDS)
            row = await connection.execute("SELECT status FROM cases WHERE case_id = %s", [case.case_id])
            found = await row.fetchone()


async def test_a_decision_that_no_worker_hears_is_recorded_and_applied_later(walk: Walk, unheard: Unheard) -> None:
    assert unheard.decision.status_code == 202
    assert unheard.decision.json() == {"status": "REVIEW_PENDING", "message": RECORDED}
    detail = await walk.until(unheard.decided, "REJECTED")
    assert [item["reason"] for item in detail["decisions"]] == ["Nobody was there to hear it."]


async def test_what_a_customer_sends_to_no_worker_is_recorded_and_applied_later(walk: Walk, unheard: Unheard) -> None:
    assert unheard.upload.status_code == 202
    assert unheard.submission.status_code == 202
    assert unheard.submission.json() == {"status": "AWAITING_DOCUMENTS", "message": RECORDED}
    detail = await walk.until(unheard.submitting, "REVIEW_PENDING")
    assert [document["requirement_id"] for document in detail["documents"]] == ["director_id"]
    assert [result["valid"] for result in detail["validation_results"]] == [True]


async def test_a_case_is_opened_without_a_worker_and_goes_on_when_there_is_one(walk: Walk, unheard: Unheard) -> None:
    assert unheard.creation.status_code == 201
    created = unheard.creation.json()
    assert created["status"] == "AWAITING_DOCUMENTS"
    assert created["vies_enrichment"] is None
    assert created["website_validation"] is None
    assert unheard.detail.status_code == 200
    assert unheard.detail.json()["record_source"] == "snapshot"
    assert unheard.detail.json()["company_name"] == "Zonnewind Logistiek BV"

    case = named(created)
    await walk.until(case, "AWAITING_DOCUMENTS")
    await walk.answer_everything(case)
    detail = await walk.until(case, "REVIEW_PENDING")
    assert detail["sources"]["vies"]["state"] == "found"
    assert {name: event_names(detail["audit_log"]).count(name) for name in ONCE} == dict.fromkeys(ONCE, 1)


@dataclass(frozen=True)
class Restarted:
    """A stack that was stopped in the middle of its cases and started again on the same home."""

    stack: Stack
    collecting: OpenCase
    investigated: OpenCase
    under_review: OpenCase
    exit_code: int
    left_behind: list[str]


@pytest.fixture(scope="module")
async def restarted(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Restarted]:
    home = tmp_path_factory.mktemp("restarted") / "home"
    try:
        async with running_stack(home, **PATIENT) as first, first.officer() as officer, first.customer() as customer:
            walk = Walk(officer, customer)
            collecting, investigated, under_review = await asyncio.gather(
                walk.open(ZONNEWIND), walk.open(HAVENLICHT), walk.open_under_review(HAVENLICHT)
            )
            assert (await walk.upload(collecting, "director_id", scan())).status_code == 201
            await walk.answer_everything(investigated)
            pids = list(first.facts["pids"].values())
            assert len(remains(first, pids)) >= len(pids)
            first.process.send_signal(signal.SIGTERM)
            exit_code = await asyncio.wait_for(first.process.wait(), PATIENCE_SECONDS)
            left_behind = remains(first, pids)
        async with running_stack(home, **PATIENT) as second:
            yield Restarted(second, collecting, investigated, under_review, exit_code, left_behind)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def test_a_stack_that_is_told_to_stop_leaves_no_process(restarted: Restarted) -> None:
    assert restarted.exit_code == 0
    assert restarted.left_behind == []


async def test_every_case_goes_on_where_the_stack_was_stopped(restarted: Restarted) -> None:
    stack = restarted.stack
    async with stack.officer() as officer, stack.customer() as customer:
        walk = Walk(officer, customer)
        collected = await walk.until(restarted.collecting, "AWAITING_DOCUMENTS")
        assert [document["requirement_id"] for document in collected["documents"]] == ["director_id"]
        assert collected["portal_token"] == restarted.collecting.token
        await walk.answer_everything(restarted.collecting)
        for case in (restarted.collecting, restarted.investigated, restarted.under_review):
            reviewed = await walk.until(case, "REVIEW_PENDING")
            assert moves(reviewed["audit_log"]) == INVESTIGATION
            assert event_names(reviewed["audit_log"]).count("INVESTIGATION_COMPLETED") == 1
            assert (await walk.decide(case, "approve", "Nothing was lost.")).status_code == 200
            closed = await walk.until_reported(case)
            assert closed["status"] == "APPROVED"
            assert is_gapless(closed["audit_log"])
            assert (await officer.get(f"{case.path}/report")).content.startswith(b"%PDF-")
