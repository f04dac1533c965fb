"""The server under the gateway: uvicorn's, but for answers that have no end of their own.

uvicorn stops once every answer is complete, and a stream of changes never is. So they are told to end before it waits.
"""

import socket

import uvicorn

from gateway.services import Services


class GatewayServer(uvicorn.Server):
    """Serves an application whose lifespan yields its `services`."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        found: Services = self.lifespan.state["services"]
        found.changes.end()
        await super().shutdown(sockets)
