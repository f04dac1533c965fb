"""The real servers, as whoever runs the tests, root included."""

import asyncio
import io
import os
import signal
import stat
from io import StringIO
from pathlib import Path
from tempfile import gettempdir

import psycopg
import pytest
import urllib3
from minio import Minio
from minio.error import S3Error
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client

from deploy.local import unprivileged as running_as
from deploy.local.child import running
from deploy.local.console import Console
from deploy.local.errors import ProgramMissing
from deploy.local.leftovers import ProcessRecord
from deploy.local.namespace import RETENTION_HOURS, keep_closed_workflows
from deploy.local.object_store_server import S3Access, running_object_store
from deploy.local.ports import LOOPBACK, PortRequest, choose_ports, free_port
from deploy.local.postgres_server import PostgresCluster, postgres_service, running_postgres
from deploy.local.program import installed
from deploy.local.supervisor import RestartPolicy, Supervisor
from deploy.local.temporal_server import NAMESPACE, TemporalPorts, temporal_service

pytestmark = pytest.mark.usefixtures("first_choice_of_ports")


def client(access: S3Access, secret_key: str) -> Minio:
    """A client that tries everything once."""
    return Minio(
        access.endpoint.removeprefix("http://"),
        access_key=access.access_key,
        secret_key=secret_key,
        secure=False,
        http_client=urllib3.PoolManager(retries=False, timeout=120.0),
    )


async def one(dsn: str, query: str) -> object:
    """The first column of the first row."""
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as connection:
        row = await (await connection.execute(query.encode())).fetchone()
        return row[0] if row else None


async def test_postgres_runs_in_a_private_folder_and_asks_for_the_password(tmp_path: Path) -> None:
    async with running_postgres(tmp_path / "postgres", durable=False) as dsn:
        assert await one(dsn, "SELECT current_database()") == "casewright"
        assert await one(dsn, "SHOW timezone") == "UTC"
        assert await one(dsn, "SHOW unix_socket_directories") == ""
        assert await one(dsn, "SHOW listen_addresses") == LOOPBACK
        with pytest.raises(psycopg.OperationalError):
            await one(dsn.replace("app:", "app:x"), "SELECT 1")
    assert stat.S_IMODE((tmp_path / "postgres").stat().st_mode) == 0o700
    with pytest.raises(psycopg.OperationalError):
        await one(dsn, "SELECT 1")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become someone else")
async def test_where_namespaces_are_forbidden_postgres_runs_as_an_existing_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def forbidden(binary: str) -> bool:
        return False

    monkeypatch.setattr(running_as, "may_use_namespaces", forbidden)
    for folder in tmp_path.parents:
        if folder == Path(gettempdir()):
            break
        folder.chmod(0o711)
    async with running_postgres(tmp_path / "postgres", durable=False) as dsn:
        assert await one(dsn, "SELECT 1") == 1
        assert (tmp_path / "postgres").stat().st_uid != 0


async def test_postgres_that_is_killed_comes_back_on_its_port_with_its_data(tmp_path: Path) -> None:
    said = StringIO()
    restarted = asyncio.Event()
    cluster = PostgresCluster(
        folder=tmp_path / "postgres", port=free_port(), password="secret", log=tmp_path / "postgres.log"
    )
    supervisor = Supervisor(
        Console(said),
        ProcessRecord(tmp_path / "processes.json"),
        on_restart=restarted.set,
        policy=RestartPolicy(first=0.1),
    )
    await supervisor.start([await postgres_service(cluster)])
    try:
        async with await psycopg.AsyncConnection.connect(cluster.dsn(), autocommit=True) as connection:
            await connection.execute("CREATE TABLE decision AS SELECT 'approve' AS value")
        os.kill(supervisor.pids["postgres"], signal.SIGKILL)
        await restarted.wait()
        assert await one(cluster.dsn(), "SELECT value FROM decision") == "approve"
    finally:
        await supervisor.stop()
    assert "signal 9 (SIGKILL)" in said.getvalue()


async def test_the_object_store_keeps_objects_for_those_with_the_key_only(tmp_path: Path) -> None:
    def write_and_read(access: S3Access) -> bytes:
        owner = client(access, access.secret_key)
        owner.put_object(access.bucket, "case/document", io.BytesIO(b"bytes"), length=5)
        with pytest.raises(S3Error):
            client(access, "wrong").get_object(access.bucket, "case/document")
        with pytest.raises(S3Error):
            owner.put_object("another-bucket", "document", io.BytesIO(b"bytes"), length=5)
        answer = owner.get_object(access.bucket, "case/document")
        try:
            return answer.read()
        finally:
            answer.close()
            answer.release_conn()

    async with running_object_store(tmp_path) as access:
        assert await asyncio.to_thread(write_and_read, access) == b"bytes"


async def test_temporal_keeps_closed_workflows_for_a_year(tmp_path: Path) -> None:
    names = ("grpc", "ui", "http", "metrics")
    ports = TemporalPorts(**choose_ports([PortRequest(name=name) for name in names], previous={}))
    address = f"{LOOPBACK}:{ports.grpc}"
    async with running(temporal_service(tmp_path / "temporal", ports, tmp_path / "temporal.log")):
        await keep_closed_workflows(address, NAMESPACE)
        temporal = await Client.connect(address)
        answer = await temporal.workflow_service.describe_namespace(DescribeNamespaceRequest(namespace=NAMESPACE))
    assert answer.config.workflow_execution_retention_ttl.ToSeconds() == RETENTION_HOURS * 3600


def test_a_missing_server_is_told_with_what_to_do() -> None:
    with pytest.raises(ProgramMissing, match="make setup"):
        installed("no-such-server")
