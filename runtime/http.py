"""HTTP to services at addresses we configure: bounded in time and size, without proxy, cookies or redirects.

A failing service is an outcome to record, not an exception to handle: `exchange` always returns. Addresses that
a customer gave go through `runtime.public_web` instead.
"""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

import aiohttp
from pydantic import JsonValue
from yarl import URL

USER_AGENT = "Casewright/0.1 (KYB verification)"
CONNECT_SECONDS = 5.0
TOTAL_SECONDS = 25.0
"""A slow register answers late for the officer who waits, but in time for the look-up that goes on behind."""
MAX_BODY_BYTES = 1024 * 1024
MAX_RETRY_AFTER_SECONDS = 86_400.0

Failure = Literal["timeout", "unreachable", "tls_failure", "too_large", "malformed_answer"]


@dataclass(frozen=True)
class Exchange:
    """One request and what came of it. `body` is what was received, also when the exchange failed midway."""

    url: str
    status: int | None = None
    """None when no answer began."""
    body: bytes = b""
    media_type: str = "application/octet-stream"
    retry_after_seconds: float | None = None
    failure: Failure | None = None
    charset: str | None = None
    """As the answer's header names it."""


def create_session(
    connect_seconds: float = CONNECT_SECONDS, total_seconds: float = TOTAL_SECONDS
) -> aiohttp.ClientSession:
    """A session for registers, to be closed by the caller; needs a running event loop."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit_per_host=8),
        timeout=aiohttp.ClientTimeout(total=total_seconds, sock_connect=connect_seconds),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": USER_AGENT},
        trust_env=False,
    )


async def exchange(
    session: aiohttp.ClientSession,
    method: Literal["GET", "POST"],
    url: str | URL,
    *,
    params: Mapping[str, str] | None = None,
    json: JsonValue = None,
    headers: Mapping[str, str] | None = None,
    limit: int = MAX_BODY_BYTES,
) -> Exchange:
    """Sends one request and reads at most `limit` bytes of its decompressed answer.

    A key belongs into `headers`: what is in the address is kept as the answer's source. A URL is sent with the escapes
    that it has; text may lose those that its path does not need.
    """
    asked = URL(url).update_query(params or {})
    body = bytearray()
    status, media_type, retry_after, charset = None, "application/octet-stream", None, None
    failure: Failure | None = None
    try:
        async with session.request(method, asked, json=json, headers=headers, allow_redirects=False) as response:
            status, media_type, charset = response.status, response.content_type, response.charset
            retry_after = retry_after_seconds(response.headers.get("Retry-After"), datetime.now(UTC))
            if not await read_bounded(response, body, limit):
                failure = "too_large"
    except (aiohttp.ClientError, OSError) as error:
        failure = failure_of(error)
    return Exchange(str(asked.with_user(None)), status, bytes(body), media_type, retry_after, failure, charset)


async def read_bounded(response: aiohttp.ClientResponse, body: bytearray, limit: int) -> bool:
    """Appends the decompressed body up to `limit` bytes; returns whether that was all of it."""
    async for chunk in response.content.iter_any():
        body += chunk[: limit + 1 - len(body)]
        if len(body) > limit:
            del body[limit:]
            response.close()
            return False
    return True


def failure_of(error: Exception) -> Failure:
    """The stable code for a failure of aiohttp or of the socket below it."""
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, aiohttp.ClientSSLError | aiohttp.ClientConnectorCertificateError | ssl.SSLError):
        return "tls_failure"
    if isinstance(error, OSError | aiohttp.ClientConnectionError | aiohttp.InvalidURL):
        return "unreachable"
    return "malformed_answer"


def retry_after_seconds(value: str | None, now: datetime) -> float | None:
    """The wait a Retry-After header asks for, in seconds or as a date (RFC 9110, 10.2.3); None if it is neither."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), MAX_RETRY_AFTER_SECONDS)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # a year or an offset that no clock has
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max((moment - now).total_seconds(), 0.0), MAX_RETRY_AFTER_SECONDS)
