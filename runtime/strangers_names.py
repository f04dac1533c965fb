"""Host names that strangers wrote, resolved on threads of their own.

Whoever owns a name owns its name server, which may keep us waiting for half a minute, and a resolver's call cannot be
broken off. On the threads that all of a worker shares, a few such names would hold up every other source.
"""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from aiohttp.abc import AbstractResolver, ResolveResult

MAX_AT_ONCE = 16
_THREADS = ThreadPoolExecutor(MAX_AT_ONCE, thread_name_prefix="strangers-names")


class StrangersNames(AbstractResolver):
    """The machine's own resolver, as `aiohttp.ThreadedResolver` is."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """All addresses of the name. Raises OSError; socket.gaierror says whether there is no such name."""
        ask = partial(
            socket.getaddrinfo, host, port, family=family, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
        )
        found = await asyncio.get_running_loop().run_in_executor(_THREADS, ask)
        return [
            ResolveResult(
                hostname=host,
                host=str(address[0]),
                port=int(address[1]),
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, address in found
        ]

    async def close(self) -> None:
        """The threads stay: they are everyone's."""
