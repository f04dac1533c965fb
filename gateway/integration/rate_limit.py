"""How often one key, and one address without a key, may ask in a minute. Counted in the memory of this process."""

import time
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from typing import NamedTuple

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter, MovingWindowRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.problems import ApiError
from schemas.integration_keys import IntegrationKey

FAILURES_A_MINUTE = 60
"""How many requests without a valid key one address is told what was wrong with. A valid key is never counted here:
behind one proxy, a stranger must not lock a customer out."""


class Allowance(NamedTuple):
    """What a key has left."""

    limit: int
    remaining: int
    resets_at: float
    """When one more request will be possible than now, in epoch seconds."""


class RateLimits:
    def __init__(self) -> None:
        storage = MemoryStorage()
        self._of_keys = MovingWindowRateLimiter(storage)
        self._of_addresses = FixedWindowRateLimiter(storage)

    def spend(self, key: IntegrationKey) -> tuple[bool, Allowance]:
        """Whether this key may ask once more in the past minute, and what it has left then."""
        item = RateLimitItemPerMinute(key.rate_limit)
        allowed = self._of_keys.hit(item, key.key_id)
        window = self._of_keys.get_window_stats(item, key.key_id)
        return allowed, Allowance(key.rate_limit, max(0, window.remaining), window.reset_time)

    def fail(self, address: str) -> int | None:
        """Notes a request without a valid key. Returns after how many seconds to try again if there were too many."""
        item = RateLimitItemPerMinute(FAILURES_A_MINUTE)
        caller = _network(address)
        if self._of_addresses.hit(item, caller):
            return None
        return seconds_until(self._of_addresses.get_window_stats(item, caller).reset_time)


def seconds_until(moment: float) -> int:
    return max(1, ceil(moment - time.time()))


def check_rate(request: Request, limits: RateLimits, key: IntegrationKey) -> None:
    """Counts this request; the numbers go into its answer. 429 if the key has asked too often."""
    allowed, allowance = limits.spend(key)
    request.state.allowance = allowance
    if not allowed:
        wait = seconds_until(allowance.resets_at)
        raise ApiError(
            "rate_limited", f"more than {allowance.limit} requests in a minute; try again in {wait} s", retry_after=wait
        )


class RateLimitHeaders:
    """Writes a key's allowance into each answer that it gets, refusals and defects too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def stamp(message: Message) -> None:
            allowance = scope.get("state", {}).get("allowance")
            if message["type"] == "http.response.start" and isinstance(allowance, Allowance):
                headers = MutableHeaders(scope=message)
                headers["X-RateLimit-Limit"] = str(allowance.limit)
                headers["X-RateLimit-Remaining"] = str(allowance.remaining)
                headers["X-RateLimit-Reset"] = str(ceil(allowance.resets_at))
            await send(message)

        await self._app(scope, receive, stamp)


def _network(address: str) -> str:
    """The address, or of IPv6 the network of one subscriber, who has as many addresses as he likes."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((known, 64), strict=False)) if isinstance(known, IPv6Address) else str(known)
