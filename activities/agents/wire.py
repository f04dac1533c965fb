"""The way to a provider: bounded in time and size, without proxy, cookies or redirects, and every byte noted.

Imported by `activities.agents.provider` only: httpx2 comes with the optional packages.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import httpx2

from activities.agents.models import Wire

MAX_ANSWER_BYTES = 1024 * 1024
CONNECT_SECONDS = 5.0
CONNECTIONS = 20
_NOT_PASSED_ON = frozenset({"transfer-encoding", "set-cookie"})


class Note:
    """What passed over the wire in one exchange, filled in as it passes."""

    def __init__(self) -> None:
        self.sent = b""
        self.received = bytearray()
        self.media_type = "application/octet-stream"
        self.status: int | None = None

    def wire(self) -> Wire:
        return Wire(self.sent, bytes(self.received), self.media_type, self.status)


_NOTE: ContextVar[Note] = ContextVar("note_of_the_exchange")


@contextmanager
def noted() -> Iterator[Note]:
    """Notes the exchange that is made within; each task has its own."""
    note = Note()
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
        # What is noted is what came, and nothing that came small becomes large.
        request.headers["Accept-Encoding"] = "identity"
        response = await self._transport.handle_async_request(request)
        try:
            note.status = response.status_code
            note.media_type = response.headers.get("Content-Type", "").split(";")[0].strip() or note.media_type
            if response.headers.get("Content-Encoding", "identity") != "identity":
                raise httpx2.RemoteProtocolError("the answer is compressed, which was not asked for", request=request)
            async for chunk in response.aiter_raw():
                note.received += chunk[: MAX_ANSWER_BYTES - len(note.received)]
                if len(note.received) >= MAX_ANSWER_BYTES:
                    raise httpx2.RemoteProtocolError("the answer is longer than any may be", request=request)
        finally:
            await response.aclose()
        headers = [item for item in response.headers.multi_items() if item[0].lower() not in _NOT_PASSED_ON]
        return httpx2.Response(response.status_code, headers=headers, content=bytes(note.received), request=request)

    async def aclose(self) -> None:
        await self._transport.aclose()


def create_client(total_seconds: float) -> httpx2.AsyncClient:
    """A client for one provider, to be closed by the caller."""
    return httpx2.AsyncClient(
        transport=NotedTransport(),
        timeout=httpx2.Timeout(total_seconds, connect=CONNECT_SECONDS),
        follow_redirects=False,
        trust_env=False,
    )
