"""GET /api/v1/health and GET /api/v1/me: does the API answer, and whose key is this?"""

from starlette.requests import Request
from starlette.responses import Response

from gateway.answers import json_answer
from gateway.integration.access import systems
from schemas.integration_api import Health, Me
from schemas.integration_keys import IntegrationKey


async def integration_health(request: Request) -> Response:
    """Says nothing of the stores: `/readyz` does, for whoever runs the installation."""
    return json_answer(Health(status="ok"))


@systems()
async def me(request: Request, key: IntegrationKey) -> Response:
    return json_answer(
        Me(
            org_id=key.organisation,
            environment=key.environment,
            key_id=key.key_id,
            name=key.name,
            scopes=tuple(sorted(key.scopes)),
            expires_at=key.expires_at,
        )
    )
