"""Other systems: their keys, what they send, and how they are refused."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any, get_args

import httpx
from pydantic import JsonValue

from runtime.integration_cases import IntegrationCases
from runtime.integration_keys import IntegrationKeys, MadeKey
from schemas.errors import ErrorCode
from schemas.integration_api import ErrorType
from schemas.integration_keys import NewKey, Scope
from schemas.sources import Environment
from schemas.status import CaseStatus
from tests.gateway.running_gateway import PATIENCE, Gateway

Json = dict[str, Any]

ALL_SCOPES: frozenset[Scope] = frozenset(get_args(Scope))
AMPLE = 100_000
"""Requests a minute, for tests that are not about how many there may be."""


@dataclass(frozen=True)
class Systems:
    """Makes keys that the gateway knows. The gateway of the tests opens live cases."""

    gateway: Gateway
    keys: IntegrationKeys
    cases: IntegrationCases

    async def on_record(self, case_id: str, status: CaseStatus) -> None:
        """Waits until a case is on record in this status: other systems are shown what is, and no more."""
        async with asyncio.timeout(PATIENCE):
            while (case := await self.cases.published(case_id)) is None or case.record.status != status:
                await asyncio.sleep(0.05)

    async def new_key(
        self,
        organisation: str | None = None,
        scopes: Iterable[Scope] = ALL_SCOPES,
        environment: Environment = "live",
        rate_limit: int = AMPLE,
        expires_at: datetime | None = None,
    ) -> MadeKey:
        """A key of an organisation of its own, unless one is named."""
        asked = NewKey(
            name="Of a test",
            environment=environment,
            scopes=frozenset(scopes),
            rate_limit=rate_limit,
            expires_at=expires_at,
        )
        return await self.keys.create(asked, organisation or f"org_{token_hex(6)}", "key_of_a_test")

    async def client(
        self,
        organisation: str | None = None,
        scopes: Iterable[Scope] = ALL_SCOPES,
        environment: Environment = "live",
        rate_limit: int = AMPLE,
    ) -> httpx.AsyncClient:
        """A system with a new key."""
        made = await self.new_key(organisation, scopes, environment, rate_limit)
        return self.gateway.with_key(made.secret)


def a_session(**changes: JsonValue) -> Json:
    """A request for a session, under an idempotency key of its own unless one is given."""
    return {
        "case_type_id": "legal_representative_onboarding",
        "idempotency_key": token_hex(8),
        "prefill": {"field_values": {"company_name": "Acme Trading", "country": "BE", "vat_number": "BE0403170701"}},
        **changes,
    }


def enveloped(answer: httpx.Response, status: int, type: ErrorType, code: ErrorCode, field: str | None = None) -> Json:
    """Asserts that this is a refusal of the integration API, naming this field; returns what it says."""
    assert answer.headers["content-type"] == "application/json"
    body: Json = answer.json()
    assert body.keys() == {"error"}
    error: Json = body["error"]
    assert (answer.status_code, error["type"], error["code"]) == (status, type, code), error
    assert error.get("field") == field
    assert error["message"]
    assert error["request_id"] == answer.headers["x-request-id"]
    return error
