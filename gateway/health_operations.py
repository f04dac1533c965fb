"""What whoever runs the gateway may ask it, as a table. Open to anyone: the answers say nothing of any case."""

from typing import Literal

from gateway import health
from gateway.operations import Answer, Operation, Tag
from schemas.admin_api import Check
from schemas.frozen import Frozen

HEALTH = Tag("Health", "Is the gateway alive, and can it do its work?")


class Alive(Frozen):
    status: Literal["ok"]


class Readiness(Frozen):
    status: Literal["ready", "not_ready"]
    checks: dict[Check, str]
    """`ok`, or why the store cannot be used."""


HEALTH_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/healthz",
        health.healthz,
        "Is the gateway alive?",
        HEALTH,
        answers=(Answer(Alive, "It is. This says nothing about the stores.", examples={"alive": {"status": "ok"}}),),
        security="none",
    ),
    Operation(
        "GET",
        "/readyz",
        health.readyz,
        "Can it do its work?",
        HEALTH,
        answers=(
            Answer(
                Readiness,
                "Every store answers.",
                examples={
                    "ready": {
                        "status": "ready",
                        "checks": {"temporal": "ok", "postgres": "ok", "object_store": "ok"},
                    }
                },
            ),
            Answer(
                Readiness,
                "At least one store does not answer, and which.",
                status=503,
                examples={
                    "not ready": {
                        "status": "not_ready",
                        "checks": {"temporal": "ok", "postgres": "away (PoolTimeout)", "object_store": "ok"},
                    }
                },
            ),
        ),
        security="none",
    ),
)
