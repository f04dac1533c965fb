"""Runs the gateway: `python -m gateway`. Stops on SIGINT or SIGTERM after the requests under way.

Streams are ended at once, as they would go on for ever (`gateway.server`).
"""

import os
import sys

import uvicorn

from gateway.app import create_app
from gateway.server import GatewayServer
from runtime.settings import Settings
from runtime.telemetry import configure_logging


def main() -> None:
    settings = Settings()
    configure_logging(settings, "gateway")
    server = GatewayServer(
        uvicorn.Config(
            create_app(settings),
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=10,
            timeout_keep_alive=30,
        )
    )
    server.run()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0 if server.started else 1)  # the SDK's native threads can abort a normal interpreter exit


if __name__ == "__main__":
    main()
