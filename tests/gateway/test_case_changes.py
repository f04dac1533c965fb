"""GET /api/cases/changes over HTTP: what a page hears, in which words, and when the stream ends."""

import asyncio
import json
import os
import secrets
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx
import pytest
from pydantic import SecretStr
from starlette.requests import Request
from starlette.types import Message
from temporalio.client import Client

from deploy.local.ports import free_port
from gateway.officer import changes
from runtime import api_keys, case_changes
from runtime.api_keys import Principal
from runtime.case_changes import CaseChanges
from runtime.settings import Settings
from schemas.actor import Actor
from tests.conftest import REPOSITORY, one_start_at_a_time
from tests.gateway.relay import relay
from tests.gateway.running_gateway import PATIENCE, Gateway, refused, running_gateway
from tests.indexed_cases import execute, index_case

CHANGES = "/api/cases/changes"


class Event(NamedTuple):
    name: str
    data: dict[str, Any]


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def officer(gateway: Gateway, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    """An officer of the organisation, whose cases are rows only: no worker is needed."""
    async with await gateway.officer(organisation=organisation) as client:
        yield client


@asynccontextmanager
async def listening(client: httpx.AsyncClient) -> AsyncIterator[AsyncIterator[str]]:
    """The blocks of the stream, each without the empty line after it."""
    async with client.stream("GET", CHANGES) as answer:
        assert answer.status_code == 200
        yield _blocks(answer)


async def _blocks(answer: httpx.Response) -> AsyncIterator[str]:
    lines: list[str] = []
    async for line in answer.aiter_lines():
        if line:
            lines.append(line)
        elif lines:
            yield "\n".join(lines)
            lines = []


async def heard(blocks: AsyncIterator[str]) -> Event:
    """The next event; comments are passed over."""
    async with asyncio.timeout(PATIENCE):
        while (block := await anext(blocks)).startswith(":"):
            pass
    event, data = block.split("\n")
    return Event(event.removeprefix("event: "), json.loads(data.removeprefix("data: ")))


async def until(blocks: AsyncIterator[str], name: str) -> None:
    while (await heard(blocks)).name != name:
        pass


async def ended(blocks: AsyncIterator[str]) -> list[str]:
    """All events that come until the stream ends as it should; comments are passed over."""
    async with asyncio.timeout(PATIENCE):
        return [block async for block in blocks if not block.startswith(":")]


# What is heard.


async def test_a_page_hears_first_that_it_hears_and_then_of_each_change(
    officer: httpx.AsyncClient, postgres_dsn: str, organisation: str
) -> None:
    async with listening(officer) as blocks:
        await until(blocks, "ready")

        case_id = await index_case(postgres_dsn, organisation)
        opened = await heard(blocks)
        await execute(postgres_dsn, "UPDATE cases SET status = 'APPROVED', version = 8 WHERE case_id = %s", case_id)
        changed = await heard(blocks)

    workflow_id = (await officer.get("/api/cases")).json()["cases"][0]["workflow_id"]
    of_case = {"case_id": case_id, "workflow_id": workflow_id}
    assert opened == ("case", {**of_case, "version": 7, "status": "REVIEW_PENDING"})
    assert changed == ("case", {**of_case, "version": 8, "status": "APPROVED"})


async def test_a_page_hears_of_an_assignment_and_of_a_note(
    officer: httpx.AsyncClient, postgres_dsn: str, organisation: str
) -> None:
    case_id = await index_case(postgres_dsn, organisation)
    async with listening(officer) as blocks:
        await until(blocks, "ready")
        for path, body in (("assign", {"assignee": "me"}), ("notes", {"text": "Called back"})):
            answer = await officer.post(f"/api/cases/{case_id}/{path}", json=body)
            assert answer.is_success, answer.text
            event = await heard(blocks)
            assert (event.name, event.data["case_id"]) == ("case", case_id)


async def test_another_organisation_hears_nothing_of_it(
    gateway: Gateway, officer: httpx.AsyncClient, postgres_dsn: str, organisation: str
) -> None:
    async with (
        await gateway.officer(organisation=f"{organisation}_other") as stranger,
        listening(stranger) as theirs,
        listening(officer) as ours,
    ):
        for blocks in (theirs, ours):
            await until(blocks, "ready")

        case_id = await index_case(postgres_dsn, organisation)
        other_id = await index_case(postgres_dsn, f"{organisation}_other")

        assert (await heard(ours)).data["case_id"] == case_id
        assert (await heard(theirs)).data["case_id"] == other_id


async def test_in_the_silence_a_comment_is_heard(officer: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KEY_SECONDS", "SILENT_SECONDS"):
        monkeypatch.setattr(changes, name, 0.05)
    async with listening(officer) as blocks:
        await until(blocks, "ready")

        assert await anext(blocks) == ":"


async def test_while_postgres_is_away_the_page_is_told_and_the_stream_goes_on(
    settings: Settings, temporal: Client, postgres_dsn: str, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_changes, "LONGEST_WAIT", 0.2)
    monkeypatch.setattr(changes, "KEY_SECONDS", 0.1)
    port = urlsplit(postgres_dsn).port or 0
    async with relay(port) as door:
        behind = SecretStr(postgres_dsn.replace(f":{port}/", f":{door.port}/"))
        changed = settings.model_copy(update={"postgres_dsn": behind})
        async with (
            running_gateway(changed, temporal.service_client.config.target_host) as alone,
            await Gateway(alone.url, postgres_dsn).officer(organisation=organisation) as officer,
            listening(officer) as blocks,
        ):
            await until(blocks, "ready")
            await door.shut()
            assert await heard(blocks) == ("away", {})
            await door.open()
            assert await heard(blocks) == ("ready", {})
            case_id = await index_case(postgres_dsn, organisation)
            assert (await heard(blocks)).data["case_id"] == case_id


# How it is answered.


async def test_nothing_keeps_the_stream_or_collects_it_first(officer: httpx.AsyncClient) -> None:
    async with officer.stream("GET", CHANGES) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert (answer.headers["cache-control"], answer.headers["x-accel-buffering"]) == ("no-store", "no")
        assert answer.headers["x-request-id"]


async def test_who_asks_for_the_headers_alone_is_answered_at_once(officer: httpx.AsyncClient) -> None:
    answer = await officer.head(CHANGES)

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"].startswith("text/event-stream")


async def test_without_a_key_nothing_is_heard(gateway: Gateway) -> None:
    async with gateway.anyone() as anyone:
        refused(await anyone.get(CHANGES), 401, "credential_missing")


async def test_a_key_has_only_so_many_streams(officer: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_changes, "MOST_OF_ONE_KEY", 1)
    async with listening(officer) as blocks:
        await until(blocks, "ready")

        answer = await officer.get(CHANGES)

        refused(answer, 429, "too_many_streams")
        assert int(answer.headers["retry-after"]) > 0
    async with asyncio.timeout(PATIENCE):
        while await _status_of_a_new_stream(officer) != 200:
            await asyncio.sleep(0.05)


async def _status_of_a_new_stream(officer: httpx.AsyncClient) -> int:
    async with officer.stream("GET", CHANGES) as answer:
        return answer.status_code


# When it ends.


async def test_the_stream_of_a_reader_that_takes_nothing_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "SEND_SECONDS", 0.05)
    heard_by_readers = CaseChanges("")
    stream = changes.Changes(
        Request({"type": "http", "headers": [], "state": {"services": SimpleNamespace(changes=heard_by_readers)}}),
        Principal(Actor(id="key_0123456789ab", role="officer"), "org_example"),
    )

    async def open_for_ever() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    async def taken_never(message: Message) -> None:
        await asyncio.Event().wait()

    async with asyncio.timeout(PATIENCE):
        await stream({"type": "http"}, open_for_ever, taken_never)

    monkeypatch.setattr(case_changes, "MOST_READERS", 1)
    with heard_by_readers.subscribed("org_example", "key_0123456789ab") as next_one:
        assert next_one.waiting == 1


async def test_the_stream_of_a_key_that_is_revoked_ends(
    officer: httpx.AsyncClient, postgres_dsn: str, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "KEY_SECONDS", 0.05)
    monkeypatch.setattr(api_keys, "REMEMBERED_SECONDS", 0.0)
    async with listening(officer) as blocks:
        await until(blocks, "ready")

        await execute(postgres_dsn, "UPDATE api_keys SET revoked_at = now() WHERE organisation = %s", organisation)

        assert await ended(blocks) == []


def test_a_revoked_key_is_noticed_within_the_time_that_is_promised() -> None:
    assert changes.KEY_SECONDS + api_keys.REMEMBERED_SECONDS <= 15


async def test_a_reader_that_is_too_slow_is_told_so_and_the_stream_ends(
    officer: httpx.AsyncClient, postgres_dsn: str, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with listening(officer) as blocks:
        await until(blocks, "ready")
        monkeypatch.setattr(case_changes, "MOST_WAITING", 0)

        await index_case(postgres_dsn, organisation)

        assert await heard(blocks) == ("overflow", {})
        assert await ended(blocks) == []


async def test_a_gateway_that_is_told_to_stop_ends_its_streams_and_does_not_wait_for_them(
    settings: Settings, temporal: Client, postgres_dsn: str
) -> None:
    for stop in (signal.SIGTERM, signal.SIGINT):
        async with gateway_process(settings, temporal) as (gateway, process):
            async with await gateway.officer() as officer, listening(officer) as blocks:
                await until(blocks, "ready")

                process.send_signal(stop)

                assert await ended(blocks) == []
            assert await asyncio.wait_for(process.wait(), PATIENCE) == -stop  # uvicorn passes the signal on at the end


@asynccontextmanager
async def gateway_process(
    settings: Settings, temporal: Client
) -> AsyncIterator[tuple[Gateway, asyncio.subprocess.Process]]:
    """`python -m gateway` as it is deployed, once it is ready."""
    dsn = settings.postgres_dsn.get_secret_value()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("CASEWRIGHT_", "TEMPORAL_"))},
        "TEMPORAL_ADDRESS": temporal.service_client.config.target_host,
        "CASEWRIGHT_POSTGRES_DSN": dsn,
        "CASEWRIGHT_S3_ENDPOINT": settings.s3_endpoint,
        "CASEWRIGHT_S3_ACCESS_KEY": settings.s3_access_key.get_secret_value(),
        "CASEWRIGHT_S3_SECRET_KEY": settings.s3_secret_key.get_secret_value(),
        "CASEWRIGHT_S3_BUCKET": settings.s3_bucket,
        "CASEWRIGHT_SECRET": settings.secret.get_secret_value(),
    }
    async with AsyncExitStack() as ending:
        async with one_start_at_a_time():
            port = free_port()
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "gateway"),
                cwd=REPOSITORY,
                env={**environment, "CASEWRIGHT_PORT": str(port)},
                stdout=asyncio.subprocess.DEVNULL,
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs ignore it
            )
            ending.push_async_callback(_kill, process)
            gateway = Gateway(f"http://127.0.0.1:{port}", dsn)
            await _answers(gateway, process)
        yield gateway, process


async def _kill(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.kill()
        await process.wait()


async def _answers(gateway: Gateway, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(PATIENCE), gateway.anyone() as anyone:
        while True:
            assert process.returncode is None, "the gateway did not start"
            try:
                await anyone.get("/healthz")
                return
            except httpx.ConnectError:
                await asyncio.sleep(0.05)
