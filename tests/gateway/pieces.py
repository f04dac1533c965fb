"""A document on its way in pieces, as a customer's client sends it."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import httpx

from runtime.object_store import ObjectStore
from tests import sample_documents as samples
from tests.gateway.office import Case, Office
from tests.gateway.running_gateway import PATIENCE, Gateway

PDF = samples.text_pdf()
REQUIREMENT = "representative_id"
PIECE = {"Content-Type": "application/offset+octet-stream"}
TUS = {"Tus-Resumable": "1.0.0"}


def metadata(**texts: str) -> str:
    return ",".join(f"{name} {b64encode(text.encode()).decode()}" for name, text in texts.items())


async def begin(
    office: Office, case: Case, length: int = len(PDF), name: str = "extract.pdf", for_: str = REQUIREMENT
) -> httpx.Response:
    described = metadata(filename=name, requirement_id=for_)
    headers = {**TUS, "Upload-Length": str(length), "Upload-Metadata": described}
    return await office.customer.post(f"{case.portal}/uploads", headers=headers)


async def begun(office: Office, case: Case, length: int = len(PDF)) -> str:
    """Where the pieces of a new upload are sent."""
    answer = await begin(office, case, length)
    assert answer.status_code == 201, answer.text
    return answer.headers["location"]


async def send(office: Office, upload: str, offset: int, piece: bytes) -> httpx.Response:
    headers = {**TUS, **PIECE, "Upload-Offset": str(offset)}
    return await office.customer.patch(upload, content=piece, headers=headers)


async def offset_of(office: Office, upload: str) -> int:
    return int((await office.customer.head(upload)).headers["upload-offset"])


async def documents_of(office: Office, case: Case) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await office.officer.get(f"{case.path}/documents")).json()["documents"]
    return found


async def pieces_of(store: ObjectStore, case: Case, upload: str) -> list[str]:
    return [item.key for item in await store.list(f"{case.id}/uploads/{upload.rpartition('/')[2]}/")]


class SlowPiece:
    """A piece that is as long as the PDF and travels on a connection of its own, as fast as a test wants."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    @asynccontextmanager
    async def to(cls, gateway: Gateway, upload: str) -> AsyncIterator["SlowPiece"]:
        """Sends the head. The gateway wants the body by now, so it has looked the upload up."""
        address = urlsplit(gateway.url)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        head = f"PATCH {upload} HTTP/1.1\r\nHost: x\r\nContent-Type: {PIECE['Content-Type']}\r\nUpload-Offset: 0\r\n"
        writer.write(f"{head}Content-Length: {len(PDF)}\r\nExpect: 100-continue\r\n\r\n".encode())
        assert b" 100 " in await reader.readuntil(b"\r\n\r\n")
        try:
            yield cls(reader, writer)
        finally:
            writer.close()
            await writer.wait_closed()

    async def send(self, some: bytes) -> None:
        self._writer.write(some)
        await self._writer.drain()

    async def answer(self) -> str:
        """Status line and headers."""
        async with asyncio.timeout(PATIENCE):
            return (await self._reader.readuntil(b"\r\n\r\n")).decode().lower()
