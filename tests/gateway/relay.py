"""A door before a server that tests can shut: whoever knocks is refused, and whoever is inside is thrown out."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

HOST = "127.0.0.1"


@dataclass
class Relay:
    """Passes bytes on from a port of its own to a server's, while it is open."""

    target_port: int
    port: int
    _server: asyncio.Server | None = None
    _is_open: bool = False
    _silent: bool = False
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)

    async def open(self) -> None:
        """Lets connections in, at the same port as before."""
        self._is_open = True
        if self._server is None:
            self._server = await asyncio.start_server(self._pass_on, HOST, self.port)

    async def shut(self) -> None:
        """Refuses new connections and breaks those there are."""
        self._is_open = False
        if self._server is not None:
            for listening in self._server.sockets:
                asyncio.get_running_loop().remove_reader(listening)
            await asyncio.sleep(0)  # asyncio loses what it is just accepting if the server is closed meanwhile
            self._server.close()
            self._server = None
        for writer in list(self._writers):
            writer.transport.abort()

    def fall_silent(self) -> None:
        """Keeps every connection and passes nothing on any more, as a server does whose network is gone."""
        self._silent = True

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._is_open:  # it came in as the door was being shut
            writer.transport.abort()
            return
        self._writers.add(writer)
        with suppress(OSError):
            server_reader, server_writer = await asyncio.open_connection(HOST, self.target_port)
            self._writers.add(server_writer)
            try:
                await asyncio.gather(self._copy(reader, server_writer), self._copy(server_reader, writer))
            finally:
                self._writers.discard(server_writer)
                server_writer.close()
        self._writers.discard(writer)
        writer.close()

    async def _copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                if not self._silent:
                    writer.write(data)
                    await writer.drain()
        writer.close()


@asynccontextmanager
async def relay(target_port: int) -> AsyncIterator[Relay]:
    with socket.socket() as kept:  # so that nobody else is given the port while the door is shut
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind((HOST, 0))
        door = Relay(target_port, kept.getsockname()[1])
        await door.open()
        try:
            yield door
        finally:
            await door.shut()
