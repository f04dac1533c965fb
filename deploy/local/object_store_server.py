"""SeaweedFS as the S3 server: one process, loopback only, no telemetry, no door but the S3 one."""

import asyncio
import io
import json
import secrets
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import urllib3
from minio import Minio
from minio.error import MinioException

from deploy.local.child import running
from deploy.local.home import write_private
from deploy.local.ports import GRPC_OFFSET, LOOPBACK, PortRequest, choose_ports, is_free_with_grpc
from deploy.local.program import Service, installed, server_environment

BUCKET = "casewright"
_PROBE_OBJECT = "stack/ready"
# The first write after a start can take 6 s, while its parts find each other.
_PATIENCE = urllib3.Timeout(connect=1.0, read=10.0)
_SIGNING_KEYS = (
    "WEED_JWT_SIGNING_KEY",
    "WEED_JWT_SIGNING_READ_KEY",
    "WEED_JWT_FILER_SIGNING_KEY",
    "WEED_JWT_FILER_SIGNING_READ_KEY",
)
_ACTIONS = ["Admin", "Read", "Write", "List", "Tagging"]


@dataclass(frozen=True, kw_only=True)
class S3Access:
    """What a client needs to use the store."""

    endpoint: str
    access_key: str
    secret_key: str
    bucket: str = BUCKET


@dataclass(frozen=True, kw_only=True)
class ObjectStorePorts:
    """Where its parts listen; each takes the port GRPC_OFFSET higher as well."""

    s3: int
    master: int
    volume: int
    filer: int
    admin: int


def object_store_service(folder: Path, ports: ObjectStorePorts, access: S3Access, log: Path) -> Service:
    """The server. Ready when its bucket is there and took an object. Raises ProgramMissing."""
    data = folder / "data"
    identities = folder / "identities.json"

    async def make_folder() -> None:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        # It would take the options of its last run, ports and all, over those of this one.
        (data / "mini.options").unlink(missing_ok=True)
        write_private(identities, json.dumps(_identities(access)))

    def remove_sockets() -> None:
        for socket in _sockets(ports):
            socket.unlink(missing_ok=True)

    async def ready() -> bool:
        return await asyncio.to_thread(_object_written, access)

    options = (
        *(f"-dir={data}", f"-ip={LOOPBACK}", f"-ip.bind={LOOPBACK}"),
        *(f"-master.port={ports.master}", f"-volume.port={ports.volume}", f"-filer.port={ports.filer}"),
        *(f"-admin.port={ports.admin}", f"-s3.port={ports.s3}", f"-s3.config={identities}"),
        # Telemetry is on, and the filer and other doors stand open, unless they are closed.
        *("-master.telemetry=false", "-disableHttp", "-webdav=false", "-admin.ui=false"),
        *("-s3.port.iceberg=0", "-s3.port.lance=0"),
        *("-s3.allowDeleteBucketNotEmpty=false", "-s3.autoCreateBucket=false"),
    )
    return Service(
        name="s3",
        command=(installed("weed"), "-logtostderr=true", "mini", *options),
        # Its tables alone take 230 MB, of which it touches half. Under a lower limit it collects garbage all the time.
        environment=server_environment(
            HOME=str(folder), GOMEMLIMIT="400MiB", **{name: secrets.token_hex(32) for name in _SIGNING_KEYS}
        ),
        log=log,
        prepare=make_folder,
        tidy=remove_sockets,
        death_signal=signal.SIGTERM,
        # It stops in 2 s or, now and then, not at all; killing it loses no write it has acknowledged.
        grace=5.0,
        ready=ready,
        address=access.endpoint,
    )


def _sockets(ports: ObjectStorePorts) -> list[Path]:
    """The socket files it makes, in a place that cannot be chosen, and does not all remove."""
    listening = [(part, port) for part, port in asdict(ports).items()]
    listening += [(f"{part}-grpc", port + GRPC_OFFSET) for part, port in listening]
    return [Path(f"/tmp/seaweedfs-{part}-{port}.sock") for part, port in listening]  # noqa: S108 (its names)


def _identities(access: S3Access) -> dict[str, object]:
    credentials = [{"accessKey": access.access_key, "secretKey": access.secret_key}]
    return {"identities": [{"name": "app", "credentials": credentials, "actions": _ACTIONS}]}


def _object_written(access: S3Access) -> bool:
    pool = urllib3.PoolManager(retries=False, timeout=_PATIENCE)
    client = Minio(
        access.endpoint.removeprefix("http://"),
        access_key=access.access_key,
        secret_key=access.secret_key,
        secure=False,
        http_client=pool,
    )
    try:
        if not client.bucket_exists(access.bucket):
            client.make_bucket(access.bucket)
        client.put_object(access.bucket, _PROBE_OBJECT, io.BytesIO(b"ready"), length=5)
        return True
    except (MinioException, urllib3.exceptions.HTTPError):
        return False
    finally:
        pool.clear()


@asynccontextmanager
async def running_object_store(folder: Path) -> AsyncIterator[S3Access]:
    """A server on free ports for as long as the block lasts; yields how to use it."""
    names = ("s3", "master", "volume", "filer", "admin")
    requests = [PortRequest(name=name, usable=is_free_with_grpc) for name in names]
    ports = ObjectStorePorts(**choose_ports(requests, previous={}))
    access = S3Access(
        endpoint=f"http://{LOOPBACK}:{ports.s3}",
        access_key=secrets.token_hex(10),
        secret_key=secrets.token_urlsafe(32),
    )
    async with running(object_store_service(folder, ports, access, folder / "s3.log")):
        yield access
