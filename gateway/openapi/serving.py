"""GET /openapi.json, /docs and its style: made once, from the operations table, when somebody first asks."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from gateway.openapi.document import openapi_document
from gateway.openapi.page import DOCUMENT_PATH, STYLE_PATH, page
from gateway.operations import JSON, Operation

STYLE = Path(__file__).with_name("style.css")
PAGE_MAY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The page has one style sheet of ours and nothing else; whatever slipped into it would not run."""


def description_routes(operations: Sequence[Operation]) -> list[Route]:
    """Where this table is published. Open to anyone: it says what can be asked, and nothing of any case."""

    @cache
    def document() -> bytes:
        return openapi_document(operations).model_dump_json(by_alias=True, exclude_none=True).encode()

    @cache
    def readable() -> str:
        return page(openapi_document(operations))

    @cache
    def style() -> str:
        return STYLE.read_text(encoding="utf-8")

    async def openapi(request: Request) -> Response:
        return Response(document(), media_type=JSON)

    async def documentation(request: Request) -> Response:
        return HTMLResponse(readable(), headers={"Content-Security-Policy": PAGE_MAY})

    async def documentation_style(request: Request) -> Response:
        return Response(style(), media_type="text/css")

    return [
        Route(f"/{DOCUMENT_PATH}", openapi),
        Route("/docs", documentation),
        Route(f"/{STYLE_PATH}", documentation_style),
    ]
