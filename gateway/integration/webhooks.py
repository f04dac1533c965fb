"""/api/v1/webhooks: what systems manage with their keys, each the webhooks of its organisation and environment."""

from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from gateway import webhook_management as management
from gateway.integration.access import systems
from gateway.operations import Handler
from gateway.webhook_management import Manager, Managing
from schemas.integration_keys import IntegrationKey, Scope
from schemas.owner import Owner


def _of_systems(managing: Managing, scope: Scope = "webhooks:manage") -> Handler:
    @systems(scope)
    @wraps(managing)
    async def asked(request: Request, key: IntegrationKey) -> Response:
        return await managing(request, Manager(Owner(key.organisation, key.environment), key.key_id))

    return asked


create_endpoint = _of_systems(management.create_endpoint)
list_endpoints = _of_systems(management.list_endpoints)
get_endpoint = _of_systems(management.get_endpoint)
change_endpoint = _of_systems(management.change_endpoint)
delete_endpoint = _of_systems(management.delete_endpoint)
rotate_secret = _of_systems(management.rotate_secret)
pause_endpoint = _of_systems(management.pause_endpoint)
resume_endpoint = _of_systems(management.resume_endpoint)
list_deliveries = _of_systems(management.list_deliveries)
get_delivery = _of_systems(management.get_delivery)
redeliver = _of_systems(management.redeliver)
skip = _of_systems(management.skip)
test_endpoint = _of_systems(management.test_endpoint, "webhooks:test")
