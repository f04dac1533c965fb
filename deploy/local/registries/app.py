"""The one application that stands in for all outside registries, and for the receiver of notifications."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries import vies, websites
from deploy.local.registries.mailbox import Mailbox


async def healthz(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


def create_app() -> Starlette:
    return Starlette(routes=[Route("/healthz", healthz), *vies.ROUTES, *websites.ROUTES, *Mailbox().routes])
