"""The way to a provider: bounded in time and size, without proxy, cookies or redirects. All that passes is noted, but
for the key.

Imported by `activities.agents.provider` only: httpx2 comes with the optional packages.
"""

import ssl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import httpx2

from activities.agents.dialects import media_type_of, mended
from activities.agents.models import Wire

MAX_ANSWER_BYTES = 1024 * 1024
CONNECT_SECONDS = 5.0
CONNECTIONS = 20
SHORTEST_SECRET = 8
"""Characters; `none` and the like are told to servers that need no key, and may stand in any text."""
_NOT_PASSED_ON = frozenset({"transfer-encoding", "content-encoding", "content-length", "content-type", "set-cookie"})
_COMPRESSED = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


class Note:
    """What passed over the wire in one exchange, filled in as it passes. A server may repeat the key, which is not
    kept."""

    def __init__(self, key: str) -> None:
        self._key = key.encode() if len(key) >= SHORTEST_SECRET else None
        self.sent = b""
        self.received = bytearray()
        self.media_type = "application/octet-stream"
        self.status: int | None = None
        self.problem: str | None = None

    def wire(self) -> Wire:
        sent, received = self._without_key(self.sent), self._without_key(self.received)
        return Wire(sent, received, self.media_type, self.status, self.problem)

    def refused(self, problem: str, request: httpx2.Request) -> httpx2.RemoteProtocolError:
        """Noted as well, for the packages keep the words of no error of the way."""
        self.problem = problem
        return httpx2.RemoteProtocolError(problem, request=request)

    def _without_key(self, data: bytes | bytearray) -> bytes:
        return bytes(data.replace(self._key, b"***") if self._key else data)


_NOTE: ContextVar[Note] = ContextVar("note_of_the_exchange")


@contextmanager
def noted(key: str) -> Iterator[Note]:
    """Notes the exchange that is made within; each task has its own."""
    note = Note(key)
    token = _NOTE.set(note)
    try:
        yield note
    finally:
        _NOTE.reset(token)


class NotedTransport(httpx2.AsyncBaseTransport):
    """Sends a request, reads at most `MAX_ANSWER_BYTES` of its answer, and notes both in the task's `Note`."""

    def __init__(self) -> None:
        limits = httpx2.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
        self._transport = httpx2.AsyncHTTPTransport(verify=ssl.create_default_context(), limits=limits, trust_env=False)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        note = _NOTE.get()
        note.sent = await request.aread()
        request.headers["Accept-Encoding"] = "identity"
        response = await self._transport.handle_async_request(request)
        try:
            note.status = response.status_code
            note.media_type = media_type_of(response.headers.get("Content-Type", ""))
            await _read(response, note, request)
        finally:
            await response.aclose()
        return _passed_on(response, note, request)

    async def aclose(self) -> None:
        await self._transport.aclose()


async def _read(response: httpx2.Response, note: Note, request: httpx2.Request) -> None:
    """Reads what came into the note, unpacked; no more of it than any answer may have."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB) if encoding in _COMPRESSED else None
    if unpacker is None and encoding not in ("", "identity"):
        raise note.refused("the answer is compressed in a way that was not asked for", request)
    async for chunk in response.aiter_raw():
        room = MAX_ANSWER_BYTES - len(note.received)
        try:
            note.received += unpacker.decompress(chunk, room) if unpacker else chunk[:room]
        except zlib.error:
            raise note.refused("the answer is not compressed as it says", request) from None
        if len(note.received) >= MAX_ANSWER_BYTES:
            raise note.refused("the answer is longer than any may be", request)


def _passed_on(response: httpx2.Response, note: Note, request: httpx2.Request) -> httpx2.Response:
    """What the providers' packages are given to read."""
    body = mended(bytes(note.received)) if response.is_success else None
    headers = [item for item in response.headers.multi_items() if item[0].lower() not in _NOT_PASSED_ON]
    headers = [(name, value) for name, value in headers if (name + value).isascii()]
    headers.append(("Content-Type", note.media_type if body is None else "application/json"))
    content = bytes(note.received) if body is None else body
    return httpx2.Response(response.status_code, headers=headers, content=content, request=request)


def create_client(total_seconds: float) -> httpx2.AsyncClient:
    """A client for one provider, to be closed by the caller."""
    return httpx2.AsyncClient(
        transport=NotedTransport(),
        timeout=httpx2.Timeout(total_seconds, connect=CONNECT_SECONDS),
        follow_redirects=False,
        trust_env=False,
    )
