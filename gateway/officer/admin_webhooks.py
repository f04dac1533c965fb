"""/api/admin/webhooks: what administrators manage with their keys: all webhooks of their organisation.

An installation is for one environment, and so is what its administrators see.
"""

from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from gateway.access import officers
from gateway.operations import Handler
from gateway.services import services
from gateway.webhook_management import MANAGEMENT, Manager, Managing
from runtime.api_keys import Principal
from schemas.owner import Owner


def _of_administrators(managing: Managing) -> Handler:
    @officers("administer")
    @wraps(managing)
    async def asked(request: Request, principal: Principal) -> Response:
        environment = services(request).settings.sources
        return await managing(request, Manager(Owner(principal.organisation, environment), principal.actor.id))

    asked.__name__ = f"admin_{managing.__name__}"  # the operation's id, which no other has
    return asked


HANDLERS = {name: _of_administrators(managing) for name, managing in MANAGEMENT.items()}
"""By the names that the same operations have for systems."""
