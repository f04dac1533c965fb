"""GET /api/brand and GET /api/brand/logo: in whose name customers are asked."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.answers import json_answer
from gateway.problems import ApiError
from gateway.services import services

_HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "Cache-Control": "public, max-age=3600",
}
"""An SVG that is opened by itself is a page: it may have its style, and runs nothing."""


async def brand(request: Request) -> Response:
    return json_answer(services(request).brand.said)


async def brand_logo(request: Request) -> Response:
    logo = services(request).brand.logo
    if logo is None:
        raise ApiError("not_found", "there is no logo; the setting CASEWRIGHT_BRAND_LOGO names its file")
    return Response(logo.content, media_type=logo.media_type, headers=_HEADERS)
