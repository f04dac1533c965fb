"""The gateway as it is run: uvicorn on a thread of its own, over real stores, spoken to over HTTP."""

import asyncio
import hashlib
import os
import secrets
import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from unittest.mock import patch

import httpx
import psycopg
import uvicorn
from pydantic import JsonValue

from gateway.app import create_app
from gateway.server import GatewayServer
from runtime.settings import Settings
from schemas.errors import ErrorCode

PATIENCE = 90.0
"""Seconds after which something that should have happened never will."""

TEMPORAL_SECONDS = 30.0
ASKING_TEMPORAL = (
    "gateway.case_client",
    "gateway.document_checks",
    "gateway.webhook_management",
    "runtime.webhook_wakes",
)
"""What gives Temporal five seconds to answer. People would not wait longer; tests do."""

COMPANY: dict[str, JsonValue] = {
    "company_name": "Acme Trading BVBA",
    "country": "BE",
    "vat_number": "BE0403170701",
    "template_id": "legal_representative_onboarding",
}


@dataclass(frozen=True)
class Gateway:
    """Where a gateway answers, and the database in which its keys are."""

    url: str
    postgres_dsn: str

    def with_key(self, key: str) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.url, headers={"Authorization": f"Bearer {key}"}, timeout=PATIENCE)

    def anyone(self) -> httpx.AsyncClient:
        """A caller without a key, such as the customer."""
        return httpx.AsyncClient(base_url=self.url, timeout=PATIENCE)

    async def new_key(
        self,
        role: str = "officer",
        organisation: str | None = None,
        expires_at: datetime | None = None,
        revoked_at: datetime | None = None,
    ) -> str:
        """A key that the database knows by its hash; of an organisation of its own unless one is named."""
        key = f"cw_{secrets.token_urlsafe(24)}"
        async with await psycopg.AsyncConnection.connect(self.postgres_dsn) as connection:
            await connection.execute(
                "INSERT INTO api_keys (key_hash, key_id, name, role, organisation, expires_at, revoked_at) "
                "VALUES (%s, %s, 'of a test', %s, %s, %s, %s)",
                [
                    hashlib.sha256(key.encode()).hexdigest(),
                    f"key_{secrets.token_hex(6)}",
                    role,
                    organisation or f"org_{secrets.token_hex(6)}",
                    expires_at,
                    revoked_at,
                ],
            )
        return key

    async def officer(self, role: str = "officer", organisation: str | None = None) -> httpx.AsyncClient:
        return self.with_key(await self.new_key(role, organisation))


@contextmanager
def waiting_for_temporal(seconds: float) -> Iterator[None]:
    """Within the block, gateways wait so long for what they ask of Temporal."""
    with ExitStack() as patched:
        for module in ASKING_TEMPORAL:
            patched.enter_context(patch(f"{module}.RPC_SECONDS", seconds))
        yield


@asynccontextmanager
async def running_gateway(settings: Settings, temporal_address: str) -> AsyncIterator[Gateway]:
    """A gateway on a free port, for as long as the block lasts; it waits for Temporal longer than people would."""
    with waiting_for_temporal(TEMPORAL_SECONDS):
        with patch.dict(os.environ, {"TEMPORAL_ADDRESS": temporal_address}):
            server = GatewayServer(
                uvicorn.Config(
                    create_app(settings),
                    port=0,
                    log_level="warning",
                    server_header=False,
                    timeout_graceful_shutdown=1,
                    timeout_keep_alive=60,
                )
            )
            thread = threading.Thread(target=server.run)
            thread.start()
            async with asyncio.timeout(PATIENCE):
                while not server.started:
                    assert thread.is_alive(), "the gateway ended before it had started"
                    await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        try:
            yield Gateway(f"http://127.0.0.1:{port}", settings.postgres_dsn.get_secret_value())
        finally:
            server.should_exit = True
            await asyncio.to_thread(thread.join)


def refused(answer: httpx.Response, status: int, code: ErrorCode, field: str | None = None) -> dict[str, Any]:
    """Asserts that this is a problem with this status and code, naming this field; returns its members."""
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code), problem
    assert problem.get("field") == field
    assert problem["detail"]
    assert problem["request_id"] == answer.headers["x-request-id"]
    return problem


async def open_case(officer: httpx.AsyncClient, **changes: JsonValue) -> dict[str, Any]:
    """What `POST /api/cases` answers for the example company, once all that the case does by itself is done."""
    body: Mapping[str, JsonValue] = {**COMPANY, **changes}
    answer = await officer.post("/api/cases", json=body)
    assert answer.status_code == 201, answer.text
    created: dict[str, Any] = answer.json()
    if created["vies_enrichment"] is not None:  # else there is no worker
        await _screened(officer, created["case_id"])
    return created


async def _screened(officer: httpx.AsyncClient, case_id: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while (found := await officer.get(f"/api/cases/{case_id}")).status_code == 200:  # else a store is away
            if "screening" in found.json()["sources"]:
                return
            await asyncio.sleep(0.02)
