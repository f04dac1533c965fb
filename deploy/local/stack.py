"""One life of the stack: take the home, clear what a crash left, start, stay, stop."""

import asyncio
import json
from collections.abc import Callable, Sequence

from deploy.local.addresses import Addresses, chosen_ports
from deploy.local.console import Console
from deploy.local.credentials import kept_credentials
from deploy.local.home import Home, read_json, write_private
from deploy.local.leftovers import ProcessRecord, left_behind, stop_leftover
from deploy.local.parts import parts
from deploy.local.postgres_server import PostgresCluster
from deploy.local.program import Unit
from deploy.local.settings import LocalSettings
from deploy.local.stack_file import welcome, write_stack_file, write_temporal_client_file
from deploy.local.stop_request import StopRequest
from deploy.local.supervisor import Supervisor


async def run_stack(settings: LocalSettings, console: Console) -> None:
    """Run until asked to stop. Raises StackError, with nothing left running, if the stack cannot start."""
    home = Home(settings.home)
    with home.held():
        stop = StopRequest()
        home.stack.unlink(missing_ok=True)
        await clear_leftovers(home, console)
        console.say(f"Casewright starts on {home.folder}")
        addresses = Addresses(ports=kept_ports(home, settings), host=settings.host)
        credentials = kept_credentials(home).for_sources(settings.sources)
        cluster = PostgresCluster(
            folder=home.postgres,
            port=addresses.ports["postgres"],
            password=credentials.postgres_password,
            log=home.log("postgres"),
        )
        write_temporal_client_file(home, addresses)
        units = await parts(home, settings, addresses, credentials, cluster)

        def tell_programs() -> None:
            write_stack_file(home, settings, addresses, credentials, cluster.dsn(), supervisor.pids)

        def tell_everyone() -> None:
            tell_programs()
            welcome(console, home, settings, addresses, credentials)

        supervisor = Supervisor(console, ProcessRecord(home.processes), on_restart=tell_programs)
        try:
            await supervise(supervisor, units, stop, console, on_ready=tell_everyone)
        finally:
            home.stack.unlink(missing_ok=True)


async def supervise(
    supervisor: Supervisor,
    units: Sequence[Unit],
    stop: StopRequest,
    console: Console,
    on_ready: Callable[[], None],
) -> None:
    """Start the units, stay until asked to stop, stop them. Raises StackError if one does not start."""

    async def start_and_watch() -> None:
        await supervisor.start(units)
        on_ready()
        await supervisor.watch()

    life = asyncio.create_task(start_and_watch())
    asked = asyncio.create_task(stop.asked.wait())
    try:
        await asyncio.wait({life, asked}, return_when=asyncio.FIRST_COMPLETED)
        if life.done():
            life.result()
        console.say("Casewright stops.")
    finally:
        for task in (life, asked):
            task.cancel()
        await asyncio.gather(life, asked, return_exceptions=True)
        await supervisor.stop(stop.hurry)


async def clear_leftovers(home: Home, console: Console) -> None:
    """Stop what an earlier run of this home, killed outright, left running."""
    for process in left_behind(home.processes):
        await stop_leftover(process)
        console.event(process.name, "stopped", f"process {process.pid} was left by an earlier run")
    home.processes.unlink(missing_ok=True)


def kept_ports(home: Home, settings: LocalSettings) -> dict[str, int]:
    """The ports of this start, those of the last one where they are free, so that addresses stay."""
    previous = read_json(home.ports)
    ports = chosen_ports(settings, previous if isinstance(previous, dict) else {})
    write_private(home.ports, json.dumps(ports, indent=2) + "\n")
    return ports
