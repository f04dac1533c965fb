"""What the stack is made of, in the order of starting; it stops in the reverse order."""

import sys
from collections.abc import Mapping

from deploy.local.addresses import Addresses
from deploy.local.child import run_to_completion
from deploy.local.credentials import Credentials
from deploy.local.environment import application_environment
from deploy.local.home import Home
from deploy.local.keys import seed_keys
from deploy.local.object_store_server import object_store_service
from deploy.local.postgres_server import PostgresCluster, postgres_service
from deploy.local.probes import answers_ok, file_written
from deploy.local.program import REPOSITORY, Program, Service, Step, Unit
from deploy.local.settings import LocalSettings
from deploy.local.temporal_server import temporal_service

_APPLICATION_GRACE = 15.0


async def parts(
    home: Home,
    settings: LocalSettings,
    addresses: Addresses,
    credentials: Credentials,
    cluster: PostgresCluster,
) -> list[Unit]:
    """Every service and step. Raises StackError when one of them cannot be run here."""
    environment = application_environment(home, settings, addresses, credentials, cluster.dsn())
    simulated = [registries(home, addresses, environment)] if settings.sources == "test" else []
    return [
        await postgres_service(cluster),
        object_store_service(
            home.object_store,
            addresses.object_store_ports,
            addresses.object_store(credentials),
            home.log("s3"),
        ),
        temporal_service(home.temporal, addresses.temporal_ports, home.log("temporal")),
        *simulated,
        module_step("migrations", "deploy.migrations", home, environment, after=("postgres",)),
        keys_step(cluster.dsn(), credentials),
        module_step("namespace", "deploy.local.namespace", home, environment, after=("temporal",)),
        worker(home, environment, after=("s3", "keys", "namespace", *(part.name for part in simulated))),
        gateway(home, addresses, environment, after=("s3", "keys", "namespace")),
    ]


def module_step(name: str, module: str, home: Home, environment: Mapping[str, str], after: tuple[str, ...]) -> Step:
    """A module of ours that is run once and ends by itself."""
    program = Program(name=name, command=(sys.executable, "-m", module), environment=environment, log=home.log(name))

    async def run() -> None:
        await run_to_completion(program)

    return Step(name=name, run=run, after=after)


def keys_step(dsn: str, credentials: Credentials) -> Step:
    """The API keys of this stack, made known to the gateway."""

    async def run() -> None:
        await seed_keys(dsn, credentials.keys)

    return Step(name="keys", run=run, after=("migrations",))


def registries(home: Home, addresses: Addresses, environment: Mapping[str, str]) -> Service:
    """The simulated registries of test mode."""
    return Service(
        name="registries",
        command=(
            sys.executable,
            "-m",
            "deploy.local.registries",
            "--port",
            str(addresses.ports["registries"]),
        ),
        environment=environment,
        log=home.log("registries"),
        ready=answers_ok(f"{addresses.registries}/healthz"),
        grace=5.0,
        address=addresses.registries,
    )


def worker(home: Home, environment: Mapping[str, str], after: tuple[str, ...]) -> Service:
    """The worker of every task queue."""

    async def forget_the_last_one() -> None:
        home.worker_ready.unlink(missing_ok=True)

    return Service(
        name="worker",
        command=(sys.executable, str(REPOSITORY / "worker.py")),
        environment={**environment, "CASEWRIGHT_WORKER_READY_FILE": str(home.worker_ready)},
        log=home.log("worker"),
        prepare=forget_the_last_one,
        ready=file_written(home.worker_ready),
        grace=_APPLICATION_GRACE,
        after=after,
    )


def gateway(home: Home, addresses: Addresses, environment: Mapping[str, str], after: tuple[str, ...]) -> Service:
    """The HTTP gateway."""
    return Service(
        name="gateway",
        command=(sys.executable, "-m", "gateway"),
        environment=environment,
        log=home.log("gateway"),
        ready=answers_ok(f"{addresses.gateway}/readyz"),
        grace=_APPLICATION_GRACE,
        address=addresses.gateway,
        after=after,
    )
