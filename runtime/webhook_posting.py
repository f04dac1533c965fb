"""Posts to an address that an organisation has registered, and to nothing that is not public.

The guard is that of `runtime.public_web`: the look of the address, and at connect time the address itself. Beyond it:
https only, and no redirect is followed. With `loopback`, which test mode has, a receiver on this machine may be
registered as well, over http and on any port; that opens this machine and nothing else that is private.

What an endpoint answers is its status. Its body is read up to a limit, so that its writer is not cut off, and dropped.
"""

import errno
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import aiohttp
from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver
from yarl import URL

from runtime.http import CONNECT_SECONDS, USER_AGENT, failure_of, read_bounded, retry_after_seconds
from runtime.public_address import PublicAddressesOnly, PublicNamesOnly
from runtime.public_web import RefusedError, refuse_unless_public
from runtime.strangers_names import StrangersNames
from runtime.web_addresses import address_of

TOTAL_SECONDS = 30.0
MAX_ANSWER_BYTES = 64 * 1024
_LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Posted:
    """What came of one post."""

    status: int | None
    """None when no answer began."""
    error: str | None
    """Why it was not taken: `timeout`, `unreachable`, `tls_failure`, `malformed_answer`, `no_such_host`,
    `address_not_public` or another code of a refused address, `redirected`, `status_503` …; None if it was taken."""
    retry_after: timedelta | None
    began_at: datetime
    milliseconds: int


def refuse_unless_receivable(address: str, *, loopback: bool) -> URL:
    """The address as it will be posted to. Raises RefusedError, whose `reason` is a stable code."""
    try:
        url = address_of(address)
    except ValueError as error:
        raise RefusedError("invalid_url", "") from error
    if url.port is None:
        raise RefusedError("scheme_not_allowed", "")
    if url.raw_user is not None or url.raw_password is not None:
        raise RefusedError("userinfo_not_allowed", "")
    if loopback and url.scheme in ("http", "https") and is_loopback(url):
        return url
    refuse_unless_public(url)
    if url.scheme != "https":
        raise RefusedError("scheme_not_allowed", "")
    return url


def is_loopback(url: URL) -> bool:
    """By its raw host: the other one is decoded, which `xn--` and the like do not bear."""
    return url.raw_host in _LOOPBACK_HOSTS


@dataclass(frozen=True)
class WebhookPosting:
    """The way to receivers; a test brings names, certificates and patience of its own."""

    loopback: bool = False
    total_seconds: float = TOTAL_SECONDS
    resolver: AbstractResolver | None = None
    """Instead of the machine's own."""
    tls: ssl.SSLContext | None = None
    """Instead of the authorities that aiohttp trusts."""

    async def post(self, address: str, body: bytes, headers: Mapping[str, str]) -> Posted:
        """Sends these bytes once. Never raises for what the address or its server does."""
        began_at, clock = datetime.now(UTC), time.monotonic()
        status, error, retry_after = await self._answer(address, body, headers)
        return Posted(status, error, retry_after, began_at, int((time.monotonic() - clock) * 1000))

    async def _answer(
        self, address: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[int | None, str | None, timedelta | None]:
        try:
            url = refuse_unless_receivable(address, loopback=self.loopback)
        except RefusedError as refusal:
            return None, refusal.reason, None
        guard = _LoopbackOnly() if self.loopback and is_loopback(url) else PublicAddressesOnly()
        try:
            async with (
                self._session(guard) as session,
                session.post(url, data=body, headers=headers, allow_redirects=False) as response,
            ):
                with suppress(aiohttp.ClientError, OSError):  # the status has said it all
                    await read_bounded(response, bytearray(), MAX_ANSWER_BYTES)
                return response.status, _verdict(response.status), _retry_after(response)
        except (aiohttp.ClientError, OSError) as error:
            return None, _error_of(error, guard), None

    def _session(self, guard: "PublicAddressesOnly | _LoopbackOnly") -> aiohttp.ClientSession:
        """Of one post, so that every connection is checked when it is made."""
        names = self.resolver or StrangersNames()
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=PublicNamesOnly(names, guard) if isinstance(guard, PublicAddressesOnly) else names,
                socket_factory=guard,
                use_dns_cache=False,
                force_close=True,
                ssl=self.tls or True,
            ),
            timeout=aiohttp.ClientTimeout(total=self.total_seconds, sock_connect=CONNECT_SECONDS),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": USER_AGENT},
            auto_decompress=False,
            trust_env=False,
        )


class _LoopbackOnly:
    """A socket factory that makes no socket to another machine."""

    refused = False

    def __call__(self, attempt: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = attempt
        if not ip_address(str(address[0])).is_loopback:
            self.refused = True
            raise OSError(errno.EACCES, "the address is not on this machine")
        return socket.socket(family=family, type=kind, proto=protocol)


def _verdict(status: int) -> str | None:
    if 200 <= status < 300:
        return None
    return "redirected" if 300 <= status < 400 else f"status_{status}"


def _retry_after(response: aiohttp.ClientResponse) -> timedelta | None:
    seconds = retry_after_seconds(response.headers.get("Retry-After"), datetime.now(UTC))
    return timedelta(seconds=seconds) if seconds is not None else None


def _error_of(error: Exception, guard: PublicAddressesOnly | _LoopbackOnly) -> str:
    """A code, because the library's own words name the address, which may hold a token."""
    if guard.refused:
        return "address_not_public"
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "no_such_host"
    return failure_of(error)
