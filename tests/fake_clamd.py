"""A clamd on a free port that speaks its INSTREAM, finds EICAR's test string, and misbehaves if told."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
Manner = Literal["honest", "hangs", "closes_early", "cuts_off", "talks_nonsense", "is_empty", "speaks_too_soon"]


class FakeClamd:
    """`manner` may be changed between two files; `received` has what was sent, whole streams only."""

    def __init__(self, size_limit: int = 25 * 2**20) -> None:
        self.manner: Manner = "honest"
        self.received: list[bytes] = []
        self._size_limit = size_limit

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            assert await reader.readuntil(b"\0") == b"zINSTREAM\0"
            if self.manner == "closes_early":
                return
            if self.manner == "speaks_too_soon":
                writer.write(b"stream: OK\0")
                await writer.drain()
            content = await self._stream(reader, writer)
            if content is not None:
                self.received.append(content)
                await self._judge(content, reader, writer)
        except (ConnectionError, EOFError):
            pass  # the other side had enough
        finally:
            writer.close()

    async def _stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes | None:
        content = b""
        while size := int.from_bytes(await reader.readexactly(4), "big"):
            content += await reader.readexactly(size)
            if len(content) > self._size_limit:
                writer.write(b"INSTREAM size limit exceeded. ERROR\0")
                await writer.drain()
                return None
        return content

    async def _judge(self, content: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        honest = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        if self.manner == "hangs":
            await reader.read()  # until the other side gives up
            return
        said: dict[Manner, bytes] = {
            "cuts_off": honest[:-1],
            "talks_nonsense": b"\xffstream: OKAY\0",
            "is_empty": b"",
            "speaks_too_soon": b"",
        }
        writer.write(said.get(self.manner, honest))
        await writer.drain()


@asynccontextmanager
async def listening(clamd: FakeClamd) -> AsyncIterator[str]:
    """The `host:port` at which it answers, for as long as the block lasts."""
    server = await asyncio.start_server(clamd.answer, "127.0.0.1", 0)
    try:
        host, port = server.sockets[0].getsockname()
        yield f"{host}:{port}"
    finally:
        server.close()


@asynccontextmanager
async def listening_on_socket(clamd: FakeClamd) -> AsyncIterator[str]:
    """The path of the socket at which it answers, for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:  # pytest's folders are too long for the path of a socket
        path = str(Path(folder) / "clamd.sock")
        server = await asyncio.start_unix_server(clamd.answer, path)
        try:
            yield path
        finally:
            server.close()
