"""Which ports the servers listen on: those asked for, else those of the last run, else free ones.

Free ones are taken below the range from which the kernel gives ports to outgoing connections: while a server
is down for a second, an outgoing connection could otherwise sit on its port.
"""

import random
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deploy.local.errors import PortTaken, StackError

LOOPBACK = "127.0.0.1"
GRPC_OFFSET = 10_000
_CANDIDATES = range(10_000, 22_000)  # with GRPC_OFFSET added they stay below 32 768


def is_free(port: int, host: str = LOOPBACK) -> bool:
    """Whether a server could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError:
            return False
        return True


def is_free_with_udp(port: int) -> bool:
    """Whether a server could listen there over TCP and over UDP: the simulated registries answer DNS over UDP."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return is_free(port)


def is_free_with_grpc(port: int) -> bool:
    """Whether a SeaweedFS server could listen there: it takes a second port, GRPC_OFFSET higher."""
    return port + GRPC_OFFSET <= 65535 and is_free(port) and is_free(port + GRPC_OFFSET)


def free_port(usable: Callable[[int], bool] = is_free) -> int:
    """Some port that is usable now. Raises StackError if there is none."""
    for port in random.sample(_CANDIDATES, k=2_000):
        if usable(port):
            return port
    raise StackError("no free port was found on the loopback interface")


@dataclass(frozen=True, kw_only=True)
class PortRequest:
    """One port that is needed: `wanted` is the number asked for, which then is the only one that will do."""

    name: str
    variable: str = ""
    wanted: int | None = None
    usable: Callable[[int], bool] = is_free


def choose_ports(requests: list[PortRequest], previous: Mapping[str, int]) -> dict[str, int]:
    """A port for each request, by name. Raises PortTaken when one that was asked for is in use."""
    chosen: dict[str, int] = {}
    taken: set[int] = set()
    for request in requests:
        if request.wanted is not None:
            taken |= {request.wanted, request.wanted + GRPC_OFFSET}

    def usable(request: PortRequest, port: int) -> bool:
        return not {port, port + GRPC_OFFSET} & taken and request.usable(port)

    for request in requests:
        before = previous.get(request.name)
        if request.wanted is not None:
            if not request.usable(request.wanted):
                raise PortTaken(_what_to_do(request, request.wanted))
            port = request.wanted
        elif before is not None and usable(request, before):
            port = before
        else:
            port = free_port(lambda candidate, request=request: usable(request, candidate))  # type: ignore[misc]
        chosen[request.name] = port
        taken |= {port, port + GRPC_OFFSET}
    return chosen


def _what_to_do(request: PortRequest, port: int) -> str:
    if request.variable == "CASEWRIGHT_PORT":
        remedy = "run `CASEWRIGHT_PORT=0 make run` for any free port, or set CASEWRIGHT_PORT to another number"
    else:
        remedy = f"set {request.variable} to another number, or leave it unset for any free port"
    return f"port {port}, which the {request.name} needs, is taken by another program: {remedy}"
