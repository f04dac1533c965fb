"""Webhooks for administrators as a table: made of the one for systems, so that both always say the same."""

from dataclasses import replace

from gateway.integration.webhook_operations import WEBHOOK_API
from gateway.officer.admin_webhooks import HANDLERS
from gateway.operations import Operation, Tag

_OF_SYSTEMS = "/api/v1/webhooks"
_OF_ADMINISTRATORS = "/api/admin/webhooks"

ADMIN_WEBHOOKS = Tag(
    "Webhooks for administrators",
    "The same as other systems manage with keys of theirs under `/api/v1/webhooks`: all webhooks of the organisation "
    "in the environment that this installation is for.",
)


def _of_administrators(operation: Operation) -> Operation:
    return replace(
        operation,
        path=operation.path.replace(_OF_SYSTEMS, _OF_ADMINISTRATORS),
        handler=HANDLERS[operation.operation_id],
        tag=ADMIN_WEBHOOKS,
        security="officer",
        scope=None,
    )


ADMIN_WEBHOOK_API: tuple[Operation, ...] = tuple(map(_of_administrators, WEBHOOK_API))
