"""A door before a server that tests can shut: whoever knocks is refused, and whoever is inside is thrown out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

HOST = "127.0.0.1"


@dataclass
class Relay:
    """Passes bytes on from a port of its own to a server's, while it is open."""

    target_port: int
    port: int = 0
    _server: asyncio.Server | None = None
    _silent: bool = False
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)

    async def open(self) -> None:
        """Lets connections in, at the same port as before."""
        if self._server is None:
            self._server = await asyncio.start_server(self._pass_on, HOST, self.port)
            self.port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        """Refuses new connections and breaks those there are."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for writer in list(self._writers):
            writer.transport.abort()

    def fall_silent(self) -> None:
        """Keeps every connection and passes nothing on any more, as a server does whose network is gone."""
        self._silent = True

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            server_reader, server_writer = await asyncio.open_connection(HOST, self.target_port)
            self._writers |= {writer, server_writer}
            try:
                await asyncio.gather(self._copy(reader, server_writer), self._copy(server_reader, writer))
            finally:
                self._writers -= {writer, server_writer}
                server_writer.close()
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
    door = Relay(target_port)
    await door.open()
    try:
        yield door
    finally:
        await door.shut()
