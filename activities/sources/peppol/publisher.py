"""A PEPPOL metadata publisher (SMP): the documents that a participant takes, asked of the host that DNS names for it.

Contract: PEPPOL policy for use of SMP, `GET /{participant}`, over https only. Anyone may register a participant with a
host of their choice, so the host is a stranger's word: it is reached only at a public address.
"""

from dataclasses import dataclass
from urllib.parse import quote

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from activities.sources.answers import RETRY_SECONDS, Reading, Received, interrupted, refused_by_status, unavailable
from activities.sources.peppol.locator import NOT_REGISTERED
from activities.sources.peppol.service_group import MalformedServiceGroupError, read_service_group
from domain.peppol import PARTICIPANT_SCHEME, participant_id
from runtime.http import USER_AGENT, Exchange, exchange
from runtime.public_address import PublicAddressesOnly, PublicNamesOnly
from runtime.public_web import RefusedError, refuse_unless_public
from runtime.settings import Settings
from runtime.strangers_names import StrangersNames

SECONDS = 4.0
_HEADERS = {"Accept": "text/xml"}
"""One publisher answers 406 to `application/xml`."""


@dataclass(frozen=True)
class Publication:
    document_types: tuple[str, ...] | Reading
    """The names of the documents that the participant takes; or that it is none, or why that could not be checked."""
    received: Received


class Publisher:
    def __init__(
        self, http: aiohttp.ClientSession, settings: Settings, resolver: AbstractResolver | None = None
    ) -> None:
        self._http = http
        self._instead = settings.peppol_smp_url if settings.sources == "test" else None
        self._resolver = resolver

    async def ask(self, publisher_url: str, value: str) -> Publication:
        """What the publisher says of the participant. Redirects are not followed."""
        base = self._instead or publisher_url
        url = URL(f"{base.rstrip('/')}/{quote(participant_id(value), safe='')}", encoded=True)
        if self._instead is not None:
            answer = await exchange(self._http, "GET", url, headers=_HEADERS)
            return Publication(read_answer(answer, value), Received.of(answer))
        try:
            refuse_unless_public(url)
        except RefusedError as error:
            return Publication(unavailable(error.reason), Received(str(url)))
        if url.scheme != "https":
            return Publication(unavailable("scheme_not_allowed"), Received(str(url)))
        return await self._ask_stranger(url, value)

    async def _ask_stranger(self, url: URL, value: str) -> Publication:
        guard = PublicAddressesOnly()
        async with _session(guard, self._resolver) as session:
            answer = await exchange(session, "GET", url, headers=_HEADERS)
        if answer.failure is not None and guard.refused:
            return Publication(unavailable("address_not_public"), Received(str(url)))
        return Publication(read_answer(answer, value), Received.of(answer))


def _session(guard: PublicAddressesOnly, resolver: AbstractResolver | None) -> aiohttp.ClientSession:
    """A session for one question: every connection of it is made anew, and checked when it is made."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            resolver=PublicNamesOnly(resolver or StrangersNames(), guard),
            socket_factory=guard,
            use_dns_cache=False,
            force_close=True,
        ),
        timeout=aiohttp.ClientTimeout(total=SECONDS),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": USER_AGENT},
        trust_env=False,
    )


def read_answer(answer: Exchange, value: str) -> tuple[str, ...] | Reading:
    """A 404 is the publisher's word that it does not know the participant; its body may be anything."""
    failed = interrupted(answer)
    if failed is not None:
        return failed
    if answer.status == 404:
        return NOT_REGISTERED
    refused = refused_by_status(answer)
    if refused is not None:
        return refused
    try:
        group = read_service_group(answer.body)
    except MalformedServiceGroupError:
        return unavailable("malformed_answer", RETRY_SECONDS)
    if (group.scheme, group.value.lower()) != (PARTICIPANT_SCHEME, value):
        return unavailable("other_participant", RETRY_SECONDS)
    return group.document_types
