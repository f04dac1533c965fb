"""The simulated registries over companies of a test's own, served by uvicorn on a thread of its own."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import uvicorn

from deploy.local.registries.app import create_app
from deploy.local.registries.rows import SimulatedCompany

PATIENCE_SECONDS = 30.0


def patience(reason: str | None) -> float:
    """Seconds to give a register that is to come to this: whoever answers too late in any case is not waited for, and
    everybody else may take as long as a busy machine needs."""
    return 1.0 if reason == "timeout" else PATIENCE_SECONDS


@contextmanager
def served(companies: Sequence[SimulatedCompany]) -> Iterator[str]:
    """The address of the registries, until the block ends."""
    config = uvicorn.Config(
        create_app(companies), port=0, log_level="critical", timeout_graceful_shutdown=1, timeout_keep_alive=600
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the registries did not start"
        time.sleep(0.01)
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        thread.join()
