"""For whoever runs the gateway: is it alive, and can it do its work?"""

import asyncio
from collections.abc import Awaitable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from gateway.services import Services, services
from schemas.admin_api import Check

CHECK_SECONDS = 3.0


async def healthz(request: Request) -> Response:
    """The process answers. Says nothing about the stores, so that an orchestrator does not restart it for them."""
    return JSONResponse({"status": "ok"})


async def readyz(request: Request) -> Response:
    """200 if every store answers, else 503; each with its own word."""
    words = await store_checks(services(request))
    ready = all(word == "ok" for word in words.values())
    return JSONResponse(
        {"status": "ready" if ready else "not_ready", "checks": words}, status_code=200 if ready else 503
    )


async def store_checks(found: Services) -> dict[Check, str]:
    """What to say of each store: `ok`, or why it cannot be used."""
    checks: dict[Check, Awaitable[object]] = {
        "temporal": found.cases.reachable(),
        "postgres": found.records.ready(),
        "object_store": found.store.ready(),
    }
    return dict(zip(checks, await asyncio.gather(*map(_word, checks.values())), strict=True))


async def _word(check: Awaitable[object]) -> str:
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            return "ok" if await check else "missing"
    except Exception as error:  # whatever a store's client raises, the check's answer is that it is away
        return f"away ({type(error).__name__})"
