"""Where each part of one stack is reached."""

from collections.abc import Mapping
from dataclasses import dataclass

from deploy.local.credentials import Credentials
from deploy.local.object_store_server import ObjectStorePorts, S3Access
from deploy.local.ports import LOOPBACK, PortRequest, choose_ports, is_free, is_free_with_grpc, is_free_with_udp
from deploy.local.settings import LocalSettings
from deploy.local.temporal_server import NAMESPACE, TemporalPorts

_WILDCARDS = ("0.0.0.0", "::")


def chosen_ports(settings: LocalSettings, previous: Mapping[str, int]) -> dict[str, int]:
    """A port for every part that listens. Raises PortTaken."""
    gateway = PortRequest(
        name="gateway",
        variable="CASEWRIGHT_PORT",
        wanted=settings.port or None,
        usable=lambda port: is_free(port, settings.host),
    )
    requests = [
        gateway,
        PortRequest(name="temporal", variable="CASEWRIGHT_TEMPORAL_PORT", wanted=settings.temporal_port),
        PortRequest(name="temporal_ui", variable="CASEWRIGHT_TEMPORAL_UI_PORT", wanted=settings.temporal_ui_port),
        PortRequest(name="temporal_http"),
        PortRequest(name="temporal_metrics"),
        PortRequest(name="postgres", variable="CASEWRIGHT_POSTGRES_PORT", wanted=settings.postgres_port),
        PortRequest(name="s3", variable="CASEWRIGHT_S3_PORT", wanted=settings.s3_port, usable=is_free_with_grpc),
        *(PortRequest(name=f"s3_{part}", usable=is_free_with_grpc) for part in ("master", "volume", "filer", "admin")),
        PortRequest(
            name="registries",
            variable="CASEWRIGHT_REGISTRIES_PORT",
            wanted=settings.registries_port,
            usable=is_free_with_udp,
        ),
    ]
    return choose_ports(requests, previous)


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """The addresses that follow from the ports."""

    ports: Mapping[str, int]
    host: str

    @property
    def gateway(self) -> str:
        """The gateway's URL for someone on this machine."""
        host = LOOPBACK if self.host in _WILDCARDS else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.ports['gateway']}"

    @property
    def temporal(self) -> str:
        """host:port of Temporal's gRPC API."""
        return f"{LOOPBACK}:{self.ports['temporal']}"

    @property
    def temporal_namespace(self) -> str:
        """The namespace the cases live in."""
        return NAMESPACE

    @property
    def temporal_ui(self) -> str:
        """The URL of Temporal's Web UI."""
        return f"http://{LOOPBACK}:{self.ports['temporal_ui']}"

    @property
    def registries(self) -> str:
        """The URL of the simulated registries, which run in test mode only."""
        return f"http://{LOOPBACK}:{self.ports['registries']}"

    @property
    def temporal_ports(self) -> TemporalPorts:
        """The ports of the Temporal server."""
        ports = self.ports
        return TemporalPorts(
            grpc=ports["temporal"],
            ui=ports["temporal_ui"],
            http=ports["temporal_http"],
            metrics=ports["temporal_metrics"],
        )

    @property
    def object_store_ports(self) -> ObjectStorePorts:
        """The ports of the S3 server."""
        ports = self.ports
        return ObjectStorePorts(
            s3=ports["s3"],
            master=ports["s3_master"],
            volume=ports["s3_volume"],
            filer=ports["s3_filer"],
            admin=ports["s3_admin"],
        )

    def object_store(self, credentials: Credentials) -> S3Access:
        """How to use the S3 server."""
        return S3Access(
            endpoint=f"http://{LOOPBACK}:{self.ports['s3']}",
            access_key=credentials.s3_access_key,
            secret_key=credentials.s3_secret_key,
        )
