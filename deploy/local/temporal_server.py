"""The Temporal development server with its Web UI, on a database file, tuned for one machine."""

from dataclasses import dataclass
from pathlib import Path

from deploy.local.ports import LOOPBACK
from deploy.local.probes import answers_ok
from deploy.local.program import Service, installed, server_environment

NAMESPACE = "default"

_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL")
_DYNAMIC_VALUES = {
    # Queues are polled twenty times a second by default: a case would take four times as long to move.
    "history.transferProcessorMaxPollRPS": "2000",
    "history.timerProcessorMaxPollRPS": "2000",
    "history.visibilityProcessorMaxPollRPS": "2000",
    # By default concurrent queries, or a burst of updates, of one case fail and are retried for seconds.
    "history.MaxBufferedQueryCount": "100",
    "history.maxInFlightUpdates": "100",
    # Ask nobody outside for a newer version.
    "frontend.enableServerVersionCheck": "false",
}


@dataclass(frozen=True, kw_only=True)
class TemporalPorts:
    """Where the server listens: gRPC, Web UI, the HTTP form of the API, Prometheus metrics."""

    grpc: int
    ui: int
    http: int
    metrics: int


def tuning() -> list[str]:
    """Options of a development server that make it quick enough for many cases on one machine."""
    return [part for name, value in _DYNAMIC_VALUES.items() for part in ("--dynamic-config-value", f"{name}={value}")]


def temporal_service(folder: Path, ports: TemporalPorts, log: Path) -> Service:
    """The server; its data is `temporal.db` in the folder. Raises ProgramMissing."""
    options = [
        *("--ip", LOOPBACK, "--port", str(ports.grpc)),
        *("--ui-port", str(ports.ui), "--http-port", str(ports.http), "--metrics-port", str(ports.metrics)),
        *("--ui-disable-news-fetch", "--log-level", "error"),
        *("--db-filename", str(folder / "temporal.db")),
    ]
    for pragma in _PRAGMAS:
        options += ["--sqlite-pragma", pragma]
    options += tuning()

    async def make_folder() -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    return Service(
        name="temporal",
        command=(installed("temporal"), "server", "start-dev", *options),
        environment=server_environment(HOME=str(folder)),
        log=log,
        prepare=make_folder,
        # The HTTP form of DescribeNamespace: the server answers and its namespace is there.
        ready=answers_ok(f"http://{LOOPBACK}:{ports.http}/api/v1/namespaces/{NAMESPACE}"),
        address=f"{LOOPBACK}:{ports.grpc}   Web UI http://{LOOPBACK}:{ports.ui}",
    )
