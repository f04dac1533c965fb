"""`python -m deploy.local.registries --port 9100`: serves the simulated registries on the loopback address.

HTTP answers at the port over TCP, DNS at the same number over UDP.
"""

import argparse
import asyncio
import sys

import uvicorn

from deploy.local.registries.app import create_app
from deploy.local.registries.catalogue import COMPANIES
from deploy.local.registries.dns_server import dns_server, service_locator

HOST = "127.0.0.1"


async def serve(port: int) -> bool:
    """Serves until a signal asks it to stop; returns whether it ever began."""
    # A company that answers after 15 s must not hold up the stop of the stack.
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(),
            host=HOST,
            port=port,
            log_level="warning",
            timeout_graceful_shutdown=1,
            # Longer than a worker keeps a connection: it would ask over one that is just being closed.
            timeout_keep_alive=60,
        )
    )
    async with dns_server(service_locator(COMPANIES), HOST, port):
        await server.serve()
    return server.started


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m deploy.local.registries", description=__doc__)
    parser.add_argument("--port", type=int, required=True, help="a port of 127.0.0.1")
    port: int = parser.parse_args().port
    try:
        began = asyncio.run(serve(port))
    except KeyboardInterrupt:
        return
    sys.exit(0 if began else 1)


if __name__ == "__main__":
    main()
