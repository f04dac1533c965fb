"""The pages under their own policy with nothing behind them: what the API answers is said by the test."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import httpx
from playwright.async_api import Browser, BrowserContext, Route
from pydantic import JsonValue
from starlette.applications import Starlette

from gateway.pages.serving import PAGE_HEADERS, PAGE_ROUTES
from tests.pages.visiting import PATIENCE_MILLISECONDS

ORIGIN = "http://casewright.example"
BLANK = f"{ORIGIN}/blank"
HTML = {**PAGE_HEADERS, "Content-Type": "text/html; charset=utf-8"}

Answer = tuple[int, dict[str, JsonValue]]
"""A status and a body."""


class Api:
    """What the API answers, by path, or by path and bearer key; what nobody said is `not_found`."""

    def __init__(self, answers: Mapping[str, Answer] | None = None) -> None:
        self.answers: dict[str, Answer] = dict(answers or {})
        self.asked: list[str] = []

    async def answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        key = (await route.request.header_value("authorization") or "").removeprefix("Bearer ")
        self.asked.append(path)
        known = self.answers.get(f"{path} {key}") or self.answers.get(path)
        status, body = known or (404, {"code": "not_found", "detail": "there is no such thing"})
        await route.fulfill(status=status, json=body)


@asynccontextmanager
async def pages_alone(browser: Browser, api: Api) -> AsyncIterator[BrowserContext]:
    """A context in which the pages are served, and `BLANK` beside them."""
    transport = httpx.ASGITransport(Starlette(routes=PAGE_ROUTES))
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as files:

        async def answer(route: Route) -> None:
            if route.request.url == BLANK:
                await route.fulfill(body="<!doctype html><title>Blank</title><div></div>", headers=HTML)
                return
            found = await files.get(route.request.url, headers={"Accept-Encoding": "identity"})
            await route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.content)

        context = await browser.new_context()
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        await context.route("**/*", answer)
        await context.route("**/api/**", api.answer)
        yield context
        await context.close()
