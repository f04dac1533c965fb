"""A little Internet on loopback: names, servers at an address that counts as public, and a trap for all other roads."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from runtime import public_address

INTERNET = "127.0.0.2"
"""Stands for the addresses of the public Internet, once `declare_public` said so."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Where = tuple[str, int]


class Names(AbstractResolver):
    """Answers each name with the next of its addresses, the last one for ever; port included."""

    def __init__(self, **names: list[Where]) -> None:
        self._names = {name.replace("_", "."): list(addresses) for name, addresses in names.items()}
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        if host not in self._names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        answers = self._names[host]
        address, at = answers.pop(0) if len(answers) > 1 else answers[0]
        return [_result(host, address, at)]

    async def close(self) -> None:
        pass


class AllAtOnce(AbstractResolver):
    """Answers every name with all of these addresses."""

    def __init__(self, *addresses: Where) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [_result(host, address, at) for address, at in self._addresses]

    async def close(self) -> None:
        pass


class LyingNames(AbstractResolver):
    """Says of every name that it is at loopback."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [_result(host, "127.0.0.1", port)]

    async def close(self) -> None:
        pass


def _result(host: str, address: str, port: int) -> ResolveResult:
    kind = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=0)


def declare_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the servers at `INTERNET` count as public, and no other address of this machine does."""
    really_public = public_address.is_public_address
    monkeypatch.setattr(public_address, "is_public_address", lambda text: text == INTERNET or really_public(text))


@asynccontextmanager
async def serving(handler: Handler, host: str = INTERNET, tls: ssl.SSLContext | None = None) -> AsyncIterator[Where]:
    """Answers every path with this handler, at the address that it yields."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    server = TestServer(app, host=host)
    await server.start_server(ssl=tls)
    try:
        yield host, server.port or 0
    finally:
        await server.close()


class Trap:
    """A listening server to which every connection leads, wherever it was meant to go, and which counts them."""

    def __init__(self) -> None:
        self.connections = 0
        self.meant: list[object] = []
        """Where the connections were meant to go."""
        self.open_roads: set[Where] = set()
        """What a test reaches as usual."""


@asynccontextmanager
async def all_roads_trapped(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Trap]:
    """Leads every connection of this event loop into the trap, but for those on its open roads."""
    trap, loop = Trap(), asyncio.get_running_loop()
    really_connect = loop.sock_connect

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        trap.connections += 1
        with suppress(ConnectionError):
            await reader.read(65_536)  # whoever hangs up on what was not read takes the answer away
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<title>secret</title>")
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    async def connect(sock: socket.socket, address: Any) -> None:
        if address[:2] in trap.open_roads:
            return await really_connect(sock, address)
        trap.meant.append(address)
        loopback = "::ffff:127.0.0.1" if sock.family == socket.AF_INET6 else "127.0.0.1"
        return await really_connect(sock, (loopback, port))

    monkeypatch.setattr(loop, "sock_connect", connect)
    async with server:
        yield trap
