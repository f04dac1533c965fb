"""What only administrators may ask, as a table; the keys of other systems have one of their own."""

from pydantic import JsonValue

from gateway.officer import admin_health
from gateway.officer.admin_webhook_operations import ADMIN_WEBHOOK_API
from gateway.operations import Answer, Operation, Tag
from schemas.admin_api import SystemHealth

SYSTEM = Tag("System", "How the installation does, for administrators.")

_HEALTH: JsonValue = {
    "status": "ready",
    "version": "0.1.0",
    "environment": "live",
    "checks": {"temporal": "ok", "postgres": "ok", "object_store": "ok"},
    "task_queues": [
        {"name": "cases", "pollers": 2, "backlog": 0, "reason": None},
        {"name": "sources-vies", "pollers": 0, "backlog": 3, "reason": None},
    ],
    "sources": [
        {"source": "vies", "state": "working", "until": None, "reason": None},
        {
            "source": "peppol",
            "state": "resting",
            "until": "2026-02-24T11:52:00Z",
            "reason": admin_health.FAILED,
        },
    ],
    "agents": {
        "mode": "rules",
        "tokens_today": 0,
        "tokens_limit": 5000000,
        "cost_today_usd": 0.0,
        "cost_limit_usd": 50.0,
    },
    "webhooks": {"endpoints": 1, "paused": 0, "overdue": 0},
}

ADMIN_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/admin/health",
        admin_health.admin_health,
        "See how the installation does",
        SYSTEM,
        answers=(
            Answer(
                SystemHealth,
                "Each part with its own word. What Temporal or Postgres could not say is null, with the reason.",
                examples={"a queue that nobody serves": _HEALTH},
            ),
        ),
        description="Answers `200` also where something is away: `status` and `checks` say so, as `/readyz` does.",
    ),
    *ADMIN_WEBHOOK_API,
)
