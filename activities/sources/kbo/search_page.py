"""The public search: one page about one entity, asked for in Dutch, whose labels alone are official and stable.

https://kbopub.economie.fgov.be/kbopub/. What stands before it sometimes answers 403 or a page of its own, and
lets the next request pass.
"""

import asyncio

import aiohttp

from activities.sources.answers import (
    Reading,
    Received,
    Reply,
    interrupted,
    refused_by_status,
    unavailable,
)
from activities.sources.kbo.page_reading import read_page
from activities.sources.page_text import decode_page
from runtime.http import Exchange, exchange

PAUSE_SECONDS = 1.0
BLOCKED_SECONDS = 3600.0
_REFUSED_ENTRY = frozenset({"blocked", "no_footer"})


class SearchPage:
    def __init__(self, http: aiohttp.ClientSession, kbo_url: str) -> None:
        self._http = http
        self._url = f"{kbo_url.rstrip('/')}/toonondernemingps.html"

    async def ask(self, number: str) -> Reply:
        """What the page says of a number (ten digits); asked a second time when something else answered for it."""
        first, reading = await self._ask_once(number)
        if reading.reason not in _REFUSED_ENTRY:
            return Reply(reading, (Received.of(first),))
        await asyncio.sleep(PAUSE_SECONDS)
        second, reading = await self._ask_once(number)
        return Reply(reading, (Received.of(second), Received.of(first)))

    async def _ask_once(self, number: str) -> tuple[Exchange, Reading]:
        answer = await exchange(self._http, "GET", self._url, params={"lang": "nl", "ondernemingsnummer": number})
        # The longest pages take a while to read; the worker's other activities go on meanwhile.
        return answer, await asyncio.to_thread(read_answer, answer, number)


def read_answer(answer: Exchange, number: str) -> Reading:
    """What an exchange with the public search means."""
    failed = interrupted(answer)
    if failed is not None:
        return failed
    if answer.status == 403:
        return unavailable("blocked", BLOCKED_SECONDS)
    return refused_by_status(answer) or read_page(decoded(answer), number)


def decoded(answer: Exchange) -> str:
    """The page's characters. Some of the register's pages are ISO 8859-1 whatever they declare."""
    text = decode_page(answer.body, answer.charset)
    if "\ufffd" in text and answer.body.decode("utf-8", "ignore").isascii():
        return answer.body.decode("cp1252", "replace")
    return text
