"""GET /api/cases/{id}/package.zip: what other systems are handed, for an officer who hands it on or looks at it."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.access import officers
from gateway.integration.package import archive_of
from gateway.requests import case_of
from gateway.services import services
from runtime.api_keys import Principal


@officers("read")
async def package_archive(request: Request, principal: Principal) -> Response:
    return await archive_of(services(request), await case_of(request, principal))
