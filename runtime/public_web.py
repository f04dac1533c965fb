"""Fetches pages of the public web on a customer's word, and nothing that is not public.

PublicWebError            no page; `reason` is a stable code
├── RefusedError          we do not ask such an address, and nothing was sent there
├── NoSuchHostError       the name has no address
└── NoAnswerError         asked, and no answer came: it may come later

The guard holds for the first address and again after every redirect: http and https on their own ports, a public
host name all of whose addresses are public, and at connect time such an address (`runtime.public_address`). No proxy,
no cookie, TLS verified.
"""

import asyncio
import re
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.connector import Connection
from yarl import URL

from runtime.http import USER_AGENT, failure_of, read_bounded
from runtime.public_address import PublicAddressesOnly, PublicNamesOnly, is_public_address
from runtime.strangers_names import StrangersNames
from runtime.tls_certificate import Certificate, certificate_of
from runtime.web_addresses import address_of, address_on

TOTAL_SECONDS = 5.0
MAX_REDIRECTS = 5
MAX_PAGE_BYTES = 2 * 1024 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SCHEMES = frozenset({"http", "https"})
_PORTS = frozenset({80, 443})
_PRIVATE_SUFFIXES = frozenset(
    {"local", "localhost", "internal", "localdomain", "intranet", "lan", "home", "corp", "private", "svc", "arpa"}
)
_HOST = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})+")
"""Two labels or more, as they stand in a DNS question: no `%00`, no blanks, nothing a resolver might read otherwise."""
_LIKE_A_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")

Problem = Literal["too_large", "content_type_not_allowed", "body_unreadable", "too_many_redirects"]
Refusal = Literal[
    "invalid_url",
    "scheme_not_allowed",
    "userinfo_not_allowed",
    "port_not_allowed",
    "host_not_allowed",
    "address_not_public",
    "left_the_site",
]


class PublicWebError(Exception):
    def __init__(self, reason: str, url: str) -> None:
        super().__init__(f"{reason}: {url}")
        self.reason = reason
        self.url = url
        """The address that failed: the one asked for, or the one a redirect led to."""


class RefusedError(PublicWebError):
    def __init__(self, reason: Refusal, url: str) -> None:
        super().__init__(reason, url)


class NoSuchHostError(PublicWebError):
    pass


class NoAnswerError(PublicWebError):
    pass


@dataclass(frozen=True)
class PublicPage:
    """What a website answered, with any status. With a `problem` the body is empty or not the whole."""

    url: str
    final_url: str
    status: int
    media_type: str
    charset: str | None = None
    body: bytes = b""
    problem: Problem | None = None
    certificate: Certificate | None = None
    """What the final address proved itself with; None over plain http."""


@dataclass(frozen=True)
class PageLimits:
    """How much one page may cost."""

    seconds: float = TOTAL_SECONDS
    body_bytes: int = MAX_PAGE_BYTES


WHOLE_PAGE = PageLimits()


@dataclass(frozen=True)
class SimulatedWebsites:
    """The host names that a simulator answers for in test mode, in ASCII; every other host is the real one."""

    hosts: frozenset[str]
    base_url: str

    def stand_in(self, url: URL) -> URL | None:
        """Where the simulator serves this page, or None for a host it does not know."""
        host = url.raw_host  # `host` decodes it, which `xn--0` and the like do not bear
        if host not in self.hosts:
            return None
        return URL(f"{self.base_url.rstrip('/')}/websites/{host}{url.raw_path_qs}", encoded=True)


_Get = Callable[[URL], AbstractAsyncContextManager["_Response"]]


@dataclass(frozen=True)
class PublicWeb:
    """The public web as a worker reaches it; a test brings names and certificates of its own."""

    simulated: SimulatedWebsites | None = None
    resolver: AbstractResolver | None = None
    """Instead of the machine's own."""
    tls: ssl.SSLContext | None = None
    """Instead of the authorities that aiohttp trusts."""

    async def page(
        self, url: str, limits: PageLimits = WHOLE_PAGE, *, site: Collection[str] | None = None
    ) -> PublicPage:
        """The page at this address after at most five redirects. Raises PublicWebError.

        With a `site`, also if an address on the way belongs to none of these hosts (`belongs_to`).
        """
        try:
            async with asyncio.timeout(limits.seconds), self._client() as get:
                return await _follow(url, site, get, limits.body_bytes)
        except TimeoutError as error:
            raise NoAnswerError("timeout", url) from error

    @asynccontextmanager
    async def _client(self) -> AsyncIterator[_Get]:
        """One GET over connections made for this page alone, so that every hop is checked when it connects."""
        guard = PublicAddressesOnly()
        guarded = aiohttp.TCPConnector(
            resolver=PublicNamesOnly(self.resolver or StrangersNames(), guard),
            socket_factory=guard,
            use_dns_cache=False,
            force_close=True,
            ssl=self.tls or True,
        )
        async with _session(guarded) as public, _session(aiohttp.TCPConnector(force_close=True)) as simulator:

            @asynccontextmanager
            async def get(url: URL) -> AsyncIterator[_Response]:
                stand_in = self.simulated.stand_in(url) if self.simulated else None
                session = public if stand_in is None else simulator
                try:
                    async with session.get(stand_in or url, allow_redirects=False) as response:
                        assert isinstance(response, _Response)
                        yield response
                except TimeoutError:
                    raise
                except (aiohttp.ClientError, OSError) as error:
                    raise _no_page(error, url, guard) from error

            yield get


class _Response(aiohttp.ClientResponse):
    """Notes the certificate while there is a connection: a short answer has given it back before it can be read."""

    certificate: Certificate | None = None

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        tls = connection.transport.get_extra_info("ssl_object") if connection.transport is not None else None
        self.certificate = certificate_of(tls) if isinstance(tls, ssl.SSLObject) else None
        return await super().start(connection)


def _session(connector: aiohttp.TCPConnector) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=connector,
        response_class=_Response,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": USER_AGENT, "Accept": "text/html,application/xhtml+xml,text/plain;q=0.5"},
        trust_env=False,
    )


async def _follow(start: str, site: Collection[str] | None, get: _Get, limit: int) -> PublicPage:
    url = _parse(start, start)
    for hop in range(MAX_REDIRECTS + 1):
        refuse_unless_public(url)
        if site is not None and not belongs_to(url, site):
            raise RefusedError("left_the_site", str(url))
        async with get(url) as response:
            location = response.headers.get("Location")
            if response.status not in _REDIRECTS or not location:
                return await _read_page(start, url, response, limit)
            if hop == MAX_REDIRECTS:
                break
        url = _parse(location, start, base=url)
    return PublicPage(start, str(url), response.status, response.content_type, problem="too_many_redirects")


def belongs_to(url: URL, hosts: Collection[str]) -> bool:
    """Whether the address is at one of these hosts or below it; a leading `www.` is not counted.

    It goes down and never up: without the list of public suffixes nobody knows whether the name above a shop's is the
    shop's too or its landlord's.
    """
    own = [host.removeprefix("www.") for host in hosts]
    asked = (url.raw_host or "").rstrip(".").lower().removeprefix("www.")
    return any(asked == host or asked.endswith(f".{host}") for host in own if host)


def _parse(text: str, start: str, base: URL | None = None) -> URL:
    try:
        return address_of(text) if base is None else address_on(base, text)
    except ValueError as error:
        raise RefusedError("invalid_url", start) from error


def refuse_unless_public(url: URL) -> None:
    """Raises RefusedError for an address that is refused by its look alone, before any name is resolved."""
    if url.scheme not in _SCHEMES:
        raise RefusedError("scheme_not_allowed", str(url))
    if url.raw_user is not None or url.raw_password is not None:
        raise RefusedError("userinfo_not_allowed", str(url))
    if url.port not in _PORTS:
        raise RefusedError("port_not_allowed", str(url))
    host = (url.raw_host or "").rstrip(".").lower()
    if _is_address(host) and not is_public_address(host):
        raise RefusedError("address_not_public", str(url))
    last_label = host.rpartition(".")[2]
    if not _HOST.fullmatch(host) or _LIKE_A_NUMBER.fullmatch(last_label) or last_label in _PRIVATE_SUFFIXES:
        raise RefusedError("host_not_allowed", str(url))


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


async def _read_page(start: str, url: URL, response: _Response, limit: int) -> PublicPage:
    media_type = response.content_type
    body = bytearray()
    problem: Problem | None = None
    if not media_type.startswith("text/") and media_type != "application/xhtml+xml":
        problem = "content_type_not_allowed"
        response.close()
    else:
        try:
            problem = None if await read_bounded(response, body, limit) else "too_large"
        except aiohttp.ClientPayloadError:
            problem = "body_unreadable"
    return PublicPage(
        start, str(url), response.status, media_type, response.charset, bytes(body), problem, response.certificate
    )


def _no_page(error: Exception, url: URL, guard: PublicAddressesOnly) -> PublicWebError:
    if guard.refused:
        return RefusedError("address_not_public", str(url))
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        unknown = error.os_error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None))
        return NoSuchHostError("no_such_host", str(url)) if unknown else NoAnswerError("dns_failure", str(url))
    if isinstance(error, aiohttp.InvalidURL):
        return RefusedError("invalid_url", str(url))
    return NoAnswerError(failure_of(error), str(url))
