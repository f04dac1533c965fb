"""The one application that stands in for all outside registries, and for the receiver of notifications."""

from collections.abc import Callable, Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries import (
    annuaire,
    ares,
    brreg,
    crunchbase,
    gazette,
    gleif,
    kbo,
    nbb,
    northdata,
    peppol,
    screening,
    vies,
    websites,
)
from deploy.local.registries.catalogue import COMPANIES
from deploy.local.registries.mailbox import Mailbox
from deploy.local.registries.rows import SimulatedCompany

REGISTERS: tuple[Callable[[Sequence[SimulatedCompany]], list[Route]], ...] = (
    annuaire.routes,
    ares.routes,
    brreg.routes,
    crunchbase.routes,
    gazette.routes,
    gleif.routes,
    kbo.routes,
    nbb.routes,
    northdata.routes,
    peppol.routes,
    screening.routes,
)
"""Each register's routes over the companies that it knows."""


async def healthz(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


def create_app(companies: Sequence[SimulatedCompany] = COMPANIES) -> Starlette:
    registers = [route for routes in REGISTERS for route in routes(companies)]
    return Starlette(routes=[Route("/healthz", healthz), *vies.ROUTES, *websites.ROUTES, *registers, *Mailbox().routes])
