"""GET /api/admin/health: how the installation does, on one page."""

import asyncio
from datetime import UTC, datetime
from typing import NamedTuple

import psycopg
from psycopg_pool import PoolTimeout
from starlette.requests import Request
from starlette.responses import Response

from gateway.access import officers
from gateway.answers import json_answer
from gateway.health import store_checks
from gateway.services import Services, services
from runtime.api_keys import Principal
from runtime.source_circuits import Circuit
from runtime.task_queues import SERVED_QUEUES
from schemas.admin_api import AgentsState, SourceState, SystemHealth, WebhooksState
from schemas.owner import Owner
from schemas.sources import SourceName
from schemas.version import VERSION

FAILED = "it failed several times in a row"
ASKED_FOR_REST = "it asked to be left alone"
REST_IS_OVER = "its rest is over; the next look-up tries it"


class _Rows(NamedTuple):
    """What only Postgres knows: nothing while it is away."""

    sources: tuple[SourceState, ...] | None = None
    agents: AgentsState | None = None
    webhooks: WebhooksState | None = None


@officers("administer")
async def admin_health(request: Request, principal: Principal) -> Response:
    found = services(request)
    environment = found.settings.sources
    checks, queues = await asyncio.gather(store_checks(found), found.task_queues.of(SERVED_QUEUES))
    rows = _Rows()
    if checks["postgres"] == "ok":  # else each of them would wait for it in vain
        try:
            rows = await _rows(found, Owner(principal.organisation, environment))
        except (psycopg.OperationalError, PoolTimeout) as error:
            checks["postgres"] = f"away ({type(error).__name__})"
    return json_answer(
        SystemHealth(
            status="ready" if all(word == "ok" for word in checks.values()) else "not_ready",
            version=VERSION,
            environment=environment,
            checks=checks,
            task_queues=queues,
            sources=rows.sources,
            agents=rows.agents,
            webhooks=rows.webhooks,
        )
    )


async def _rows(found: Services, owner: Owner) -> _Rows:
    circuits, agents, webhooks = await asyncio.gather(
        found.circuits.all(), _agents(found, owner.organisation), _webhooks(found, owner)
    )
    now = datetime.now(UTC)
    return _Rows(tuple(source_state(source, circuit, now) for source, circuit in circuits.items()), agents, webhooks)


def source_state(source: SourceName, circuit: Circuit, now: datetime) -> SourceState:
    """A source that rested is said to work again only once it has answered."""
    until = circuit.resting_until
    if until is None:
        return SourceState(source=source, state="working", until=None, reason=None)
    why = REST_IS_OVER if until <= now else FAILED if circuit.rests else ASKED_FOR_REST
    return SourceState(source=source, state="resting", until=until, reason=why)


async def _agents(found: Services, organisation: str) -> AgentsState:
    used, settings = await found.model_usage.today(organisation), found.settings
    return AgentsState(
        mode=settings.agents,
        tokens_today=used.tokens,
        tokens_limit=settings.agents_organisation_tokens_per_day,
        cost_today_usd=used.cost_usd,
        cost_limit_usd=settings.agents_organisation_cost_usd_per_day,
    )


async def _webhooks(found: Services, owner: Owner) -> WebhooksState:
    endpoints = await found.webhooks.all(owner)
    return WebhooksState(
        endpoints=len(endpoints),
        paused=sum(endpoint.paused_at is not None for endpoint in endpoints),
        overdue=await found.overdue_webhooks.count(owner),
    )
