"""Starts what the stack is made of, each part after those it needs, and keeps it alive until told to stop."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from deploy.local.child import Child, until_ready
from deploy.local.console import Console
from deploy.local.errors import StackError, StartFailed
from deploy.local.leftovers import ProcessRecord
from deploy.local.program import Service, Step, Unit


@dataclass(frozen=True, kw_only=True)
class RestartPolicy:
    """Seconds before a child that ended is started again: doubling, until one has lived `healthy_after`."""

    first: float = 1.0
    ceiling: float = 30.0
    healthy_after: float = 60.0

    def next_delay(self, previous: float | None, lifetime: float) -> float:
        """The delay now, after `previous` (None if there was none) and a child that lived for `lifetime`."""
        if previous is None or lifetime >= self.healthy_after:
            return self.first
        return min(previous * 2, self.ceiling)


class Supervisor:
    """Runs a list of units. A child that ends is started again: same command, so same port and data."""

    def __init__(
        self,
        console: Console,
        record: ProcessRecord,
        on_restart: Callable[[], None] = lambda: None,
        policy: RestartPolicy | None = None,
    ) -> None:
        self._console = console
        self._record = record
        self._on_restart = on_restart
        self._policy = policy or RestartPolicy()
        self._children: dict[str, Child] = {}
        self._watches: list[asyncio.Task[None]] = []
        self._order: list[str] = []
        self._started = False

    @property
    def pids(self) -> dict[str, int]:
        """The process id of each service, by name."""
        return {name: child.pid for name, child in self._children.items()}

    async def start(self, units: Sequence[Unit]) -> None:
        """Return when every service is ready and every step done. Raises the error of the first to fail."""
        done = {unit.name: asyncio.Event() for unit in units}
        # The order of stopping is the reverse of the list's, whichever was ready first.
        self._order = [unit.name for unit in units]
        try:
            async with asyncio.TaskGroup() as group:
                for unit in units:
                    group.create_task(self._bring_up(unit, done))
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from None
        self._started = True

    async def watch(self) -> None:
        """Return never while there is a service; raises what keeping one alive did not reckon with."""
        await asyncio.gather(*self._watches)

    async def _bring_up(self, unit: Unit, done: dict[str, asyncio.Event]) -> None:
        for name in unit.after:
            await done[name].wait()
        begin = time.monotonic()
        if isinstance(unit, Step):
            await unit.run()
            self._console.event(unit.name, f"done  {time.monotonic() - begin:6.1f} s")
        else:
            child = await self._first_start(unit)
            self._watches.append(asyncio.create_task(self._keep_alive(unit, child)))
            self._console.event(unit.name, f"ready {time.monotonic() - begin:6.1f} s", unit.address)
        done[unit.name].set()

    async def _first_start(self, service: Service) -> Child:
        attempt = 1
        while True:
            child = await self._spawn(service)
            try:
                await until_ready(child, service, service.ready_within)
                return child
            except StartFailed:
                if child.alive or attempt == service.attempts:
                    raise
            attempt += 1
            await asyncio.sleep(self._policy.first)

    async def _spawn(self, service: Service) -> Child:
        child = await Child.spawn(service)
        self._children[service.name] = child
        self._record.add(child)
        return child

    async def _keep_alive(self, service: Service, child: Child) -> None:
        delay: float | None = None
        while True:
            await child.ended()
            await child.stop()  # what it started itself must not outlive it
            delay = self._policy.next_delay(delay, child.lifetime)
            self._console.event(
                service.name,
                "ended",
                f"{child.how_it_ended()}; started again in {delay:.0f} s; its log is {service.log}",
            )
            await asyncio.sleep(delay)
            child = await self._start_again(service, child)

    async def _start_again(self, service: Service, ended: Child) -> Child:
        try:
            child = await self._spawn(service)
            # No limit: it may be waiting for another part that is down as well.
            await until_ready(child, service, within=None)
        except StartFailed:
            return self._children[service.name]
        except (StackError, OSError) as error:
            self._console.event(service.name, "not started", str(error))
            return ended
        self._console.event(service.name, "ready again", service.address)
        if self._started:
            self._on_restart()
        return child

    async def stop(self, hurry: asyncio.Event | None = None) -> None:
        """Stop every child, the last of the list first, each within its grace; at once when in a hurry."""
        for watch in self._watches:
            watch.cancel()
        await asyncio.gather(*self._watches, return_exceptions=True)
        self._watches.clear()
        for name in reversed(self._order):
            child = self._children.pop(name, None)
            if child is None:
                continue
            begin = time.monotonic()
            await child.stop(hurry)
            self._record.remove(name)
            self._console.event(name, f"stopped {time.monotonic() - begin:4.1f} s")
