"""The companies' websites, each under its host name: `GET /websites/{host}{path}`."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from deploy.local.registries.catalogue import WEBSITES
from deploy.local.registries.rows import Page

_NOT_FOUND = Page("<!doctype html><title>404</title><h1>Not found</h1>", status=404)


async def show_page(request: Request) -> Response:
    site = WEBSITES.get(request.path_params["host"])
    path = request.path_params.get("path", "/")
    page = site.pages.get(path, _NOT_FOUND) if site is not None else _NOT_FOUND
    headers = {"Location": page.location} if page.location is not None else None
    return HTMLResponse(page.body, page.status, headers=headers)


ROUTES = [
    Route("/websites/{host}", show_page, methods=["GET"]),
    Route("/websites/{host}{path:path}", show_page, methods=["GET"]),
]
