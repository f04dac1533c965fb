"""A DNS server on the loopback address, over UDP: PEPPOL's service locator (SML) for the catalogue's companies.

Companies that are in PEPPOL have a U-NAPTR record that names a publisher of metadata; every other name of the zone
does not exist. Of other zones this server says that they do not exist either.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager

import dns.exception
import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

from activities.sources.peppol.locator import locator_name
from deploy.local.registries.rows import RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Down, Malformed, RateLimited, Slow, Trouble, Truncated
from domain.peppol import participant_values
from schemas.sources import SourceName

ZONE = "participant.sml.prod.tech.peppol.org"
PUBLISHER = "https://smp.peppol.example/"
"""A host that nobody can own; in test mode the simulated publisher is asked instead of it."""
_TTL = 60

AnswerQuery = Callable[[dns.message.Message], Awaitable[bytes | None]]
"""What is sent back for a question; None leaves it without an answer."""


@asynccontextmanager
async def dns_server(answer: AnswerQuery, host: str, port: int) -> AsyncIterator[int]:
    """Answers questions until the block ends; gives the port, which is a free one for 0. Raises OSError if it is taken.

    A question that is still being thought about at the end is dropped.
    """
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(lambda: _Answering(answer), local_addr=(host, port))
    try:
        yield int(transport.get_extra_info("sockname")[1])
    finally:
        transport.abort()


class _Answering(asyncio.DatagramProtocol):
    def __init__(self, answer: AnswerQuery) -> None:
        self._answer = answer
        self._under_way: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self._transport = transport

    def datagram_received(self, data: bytes, address: tuple[str | object, int]) -> None:
        try:
            query = dns.message.from_wire(data)
        except dns.exception.DNSException:
            return
        task = asyncio.create_task(self._reply(query, address))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    def connection_lost(self, _: Exception | None) -> None:
        for task in self._under_way:
            task.cancel()

    async def _reply(self, query: dns.message.Message, address: tuple[str | object, int]) -> None:
        reply = await self._answer(query)
        if reply is not None:
            self._transport.sendto(reply, address)


def service_locator(companies: Sequence[SimulatedCompany]) -> AnswerQuery:
    """The answers of the SML about these companies, each registered under the first identifier that it can have."""
    rows: Mapping[str, SimulatedCompany] = {
        locator_name(values[0], ZONE).lower(): row for row in companies if (values := participant_values(row.company()))
    }

    async def answer(query: dns.message.Message) -> bytes | None:
        name = query.question[0].name.to_text(omit_final_dot=True).lower()
        row = rows.get(name)
        told = row.told_by(SourceName.PEPPOL) if row is not None else None
        if isinstance(told, Trouble):
            return await _in_trouble(told, query, _truth(query, name, row.entry if row else None))
        return _truth(query, name, told).to_wire()

    return answer


def _truth(query: dns.message.Message, name: str, entry: RegisterEntry | None) -> dns.message.Message:
    registered = entry is not None and entry.in_peppol
    response = dns.message.make_response(query, recursion_available=True)
    if name == ZONE or registered:
        record = f'100 10 "U" "Meta:SMP" "!.*!{PUBLISHER}!" .' if registered else f"ns.{ZONE}. admin.{ZONE}. 1 2 3 4 5"
        kind = "NAPTR" if registered else "SOA"
        if query.question[0].rdtype == dns.rdatatype.from_text(kind):
            response.answer.append(dns.rrset.from_text(f"{name}.", _TTL, "IN", kind, record))
    else:
        response.set_rcode(dns.rcode.NXDOMAIN)
    return response


async def _in_trouble(trouble: Trouble, query: dns.message.Message, truth: dns.message.Message) -> bytes | None:
    match trouble:
        case Slow(seconds):
            await asyncio.sleep(seconds)
            return truth.to_wire()
        case Down():
            return _refusal(query, dns.rcode.SERVFAIL)
        case RateLimited():
            return _refusal(query, dns.rcode.REFUSED)
        case Malformed():
            return query.id.to_bytes(2, "big") + b"<html>"
        case Truncated():  # the datagram is lost
            return None


def _refusal(query: dns.message.Message, code: dns.rcode.Rcode) -> bytes:
    response = dns.message.make_response(query)
    response.set_rcode(code)
    return response.to_wire()
