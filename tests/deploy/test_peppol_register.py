"""The simulated PEPPOL speaks the real contracts: DNS over UDP, the Directory and a publisher over HTTP."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

import aiohttp
import dns.asyncquery
import dns.exception
import dns.message
import dns.rcode
import pytest
import uvicorn

from activities.sources.peppol import Peppol, locator, publisher
from activities.sources.peppol.locator import locator_name
from deploy.local.ports import free_port, is_free_with_udp
from deploy.local.registries.app import create_app
from deploy.local.registries.dns_server import PUBLISHER, ZONE, dns_server, service_locator
from deploy.local.registries.rows import Behaviour, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Down, Malformed, RateLimited, Slow, Truncated
from runtime.http import create_session
from schemas.sources import SourceAnswer, SourceName
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.conftest import one_start_at_a_time
from tests.deploy.served import PATIENCE_SECONDS, patience

ENTRY = RegisterEntry("Lindenhof Bakkerij BV", "BV", "Lindelaan 3", "3000", "Leuven")
LINDENHOF = SimulatedCompany("In PEPPOL.", "Lindenhof Bakkerij", "BE", vat_number="BE0711326932", entry=ENTRY)
ABSENT = SimulatedCompany(
    "Not in PEPPOL.", "Stille Water", "BE", vat_number="BE0403170701", entry=replace(ENTRY, in_peppol=False)
)
UNKNOWN = SimulatedCompany("Known to nobody.", "Niemand", "BE", vat_number="BE0428759497")
VALUE = "0208:0711326932"
SEARCH = "/peppol-directory/search/1.0/json"


def troubled(behaviour: Behaviour) -> SimulatedCompany:
    return replace(LINDENHOF, behaviours={SourceName.PEPPOL: behaviour})


@dataclass(frozen=True)
class Simulated:
    http: aiohttp.ClientSession
    dns_port: int

    async def resolve(self, name: str, kind: str = "NAPTR") -> dns.message.Message:
        query = dns.message.make_query(name, kind)
        return await dns.asyncquery.udp(query, "127.0.0.1", timeout=PATIENCE_SECONDS, port=self.dns_port)

    @property
    def settings(self) -> Mapping[str, object]:
        base = str(self.http._base_url).rstrip("/")
        return {
            "peppol_url": f"{base}/peppol-directory",
            "peppol_smp_url": f"{base}/peppol-smp",
            "dns_server": f"127.0.0.1:{self.dns_port}",
        }


@asynccontextmanager
async def simulated(*companies: SimulatedCompany) -> AsyncIterator[Simulated]:
    config = uvicorn.Config(create_app(companies), port=0, log_level="critical", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    async with (
        dns_server(service_locator(companies), "127.0.0.1", 0) as dns_port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http,
    ):
        yield Simulated(http, dns_port)
    server.should_exit = True
    await serving


@pytest.fixture
async def peppol() -> AsyncIterator[Simulated]:
    async with simulated(LINDENHOF, ABSENT, UNKNOWN) as running:
        yield running


async def answer_about(company: SimulatedCompany, seconds: float = PATIENCE_SECONDS) -> SourceAnswer:
    """What the real look-up makes of the simulated network, which it gives so long for each answer."""
    with pytest.MonkeyPatch.context() as patched:
        for module, limit in ((locator, "SECONDS"), (locator, "SECONDS_PER_TRY"), (publisher, "SECONDS")):
            patched.setattr(module, limit, seconds)
        async with simulated(company) as running, create_session(total_seconds=seconds) as http:
            settings = settings_for("http://unused", **running.settings)
            return await looked_up(Peppol(http, settings), company.company(), MemoryStore(), settings)


# DNS.


async def test_a_participant_has_a_naptr_record_that_names_its_publisher(peppol: Simulated) -> None:
    response = await peppol.resolve(locator_name(VALUE, ZONE))
    (record,) = response.answer[0]
    assert record.to_text() == f'100 10 "U" "Meta:SMP" "!.*!{PUBLISHER}!" .'


@pytest.mark.parametrize("value", ["0208:0403170701", "0208:0428759497", "9925:be0711326932", "0208:0000000000"])
async def test_every_other_name_of_the_zone_does_not_exist(peppol: Simulated, value: str) -> None:
    assert (await peppol.resolve(locator_name(value, ZONE))).rcode() is dns.rcode.NXDOMAIN


async def test_the_zone_exists_and_no_other_does(peppol: Simulated) -> None:
    assert (await peppol.resolve(ZONE, "SOA")).answer
    gone = "participant.sml.edelivery.tech.ec.europa.eu"
    assert (await peppol.resolve(gone, "SOA")).rcode() is dns.rcode.NXDOMAIN
    assert (await peppol.resolve(locator_name(VALUE, gone))).rcode() is dns.rcode.NXDOMAIN


async def test_a_name_with_a_naptr_record_has_no_address(peppol: Simulated) -> None:
    response = await peppol.resolve(locator_name(VALUE, ZONE), "A")
    assert (response.rcode(), response.answer) == (dns.rcode.NOERROR, [])


async def test_what_is_no_question_is_passed_over(peppol: Simulated) -> None:
    loop = asyncio.get_running_loop()
    address = ("127.0.0.1", peppol.dns_port)
    transport, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=address)
    for noise in (b"", b"x", b"\xff" * 600, dns.message.Message(id=7).to_wire()):
        transport.sendto(noise)
    transport.close()
    assert (await peppol.resolve(locator_name(VALUE, ZONE))).answer


@pytest.mark.parametrize(("behaviour", "code"), [(Down(), dns.rcode.SERVFAIL), (RateLimited(), dns.rcode.REFUSED)])
async def test_a_locator_in_trouble_says_so_by_its_code(behaviour: Behaviour, code: dns.rcode.Rcode) -> None:
    async with simulated(troubled(behaviour)) as running:
        assert (await running.resolve(locator_name(VALUE, ZONE))).rcode() is code


async def test_a_locator_may_keep_silent() -> None:
    async with simulated(troubled(Truncated())) as running:
        query = dns.message.make_query(locator_name(VALUE, ZONE), "NAPTR")
        with pytest.raises(dns.exception.Timeout):
            await dns.asyncquery.udp(query, "127.0.0.1", timeout=0.2, port=running.dns_port)


# The Directory.


async def search(peppol: Simulated, **parameters: str) -> tuple[int, dict[str, object]]:
    async with peppol.http.get(SEARCH, params=parameters) as response:
        return response.status, await response.json() if response.status == 200 else {}


async def test_the_directory_has_all_members_of_the_real_answer(peppol: Simulated) -> None:
    status, found = await search(peppol, participant=f"iso6523-actorid-upis::{VALUE}")
    assert (status, found["total-result-count"], found["last-result-index"]) == (200, 1, 0)
    matches = found["matches"]
    assert isinstance(matches, list)
    assert matches[0]["participantID"] == {"scheme": "iso6523-actorid-upis", "value": VALUE}
    assert matches[0]["entities"] == [
        {"name": [{"name": "Lindenhof Bakkerij BV"}], "countryCode": "BE", "regDate": "2016-03-14"}
    ]
    assert len(str(found["creation-dt"])) == len("2026-09-09T06:42:41.837143677Z")


@pytest.mark.parametrize("value", ["0208:0403170701", "0208:0428759497", "0208:0000000000"])
async def test_a_miss_is_an_empty_list(peppol: Simulated, value: str) -> None:
    status, found = await search(peppol, participant=f"iso6523-actorid-upis::{value}")
    assert (status, found["matches"], found["last-result-index"]) == (200, [], -1)


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"participant": VALUE},
        {"participant": "iso6523-actorid-upis::0711326932"},
        {"participant": f"iso6523-actorid-upis::{VALUE}", "resultPageIndex": "1001"},
        {"participant": f"iso6523-actorid-upis::{VALUE}", "resultPageIndex": "one"},
    ],
)
async def test_a_search_for_nothing_is_refused(peppol: Simulated, parameters: dict[str, str]) -> None:
    assert (await search(peppol, **parameters))[0] == 400


async def test_the_directory_is_only_read(peppol: Simulated) -> None:
    async with peppol.http.post(SEARCH) as response:
        assert response.status == 405


# The publisher.


@pytest.mark.parametrize(("accept", "status"), [("text/xml", 200), ("*/*", 200), ("application/xml", 406)])
async def test_a_publisher_gives_text_xml_and_nothing_else(peppol: Simulated, accept: str, status: int) -> None:
    path = f"/peppol-smp/iso6523-actorid-upis%3A%3A{VALUE}"
    async with peppol.http.get(path, headers={"Accept": accept}) as response:
        assert response.status == status
        if status == 200:
            assert response.content_type == "text/xml"
            assert VALUE in await response.text()


@pytest.mark.parametrize("participant", ["iso6523-actorid-upis::0208:0403170701", "nobody", "x::y"])
async def test_a_publisher_does_not_know_others(peppol: Simulated, participant: str) -> None:
    async with peppol.http.get(f"/peppol-smp/{participant}") as response:
        assert response.status == 404


# The real look-up against it.


@pytest.mark.parametrize(
    ("company", "told"),
    [
        (LINDENHOF, ("found", None, True)),
        (ABSENT, ("not_found", "not_registered", False)),
        (UNKNOWN, ("not_found", "not_registered", False)),
        (troubled(None), ("not_found", "not_registered", False)),
        (troubled(Slow(0.1)), ("found", None, True)),
        (troubled(Slow(600)), ("unavailable", "timeout", None)),
        (troubled(Down()), ("unavailable", "dns_failure", None)),
        (troubled(RateLimited(2)), ("unavailable", "dns_failure", None)),
        (troubled(Malformed()), ("unavailable", "timeout", None)),
        (troubled(Truncated()), ("unavailable", "timeout", None)),
        (replace(ABSENT, behaviours={SourceName.PEPPOL: ENTRY}), ("found", None, True)),
    ],
)
async def test_the_look_up_tells_what_the_row_says(
    company: SimulatedCompany, told: tuple[str, str | None, bool | None]
) -> None:
    answer = await answer_about(company, patience(told[1]))
    assert (answer.state, answer.reason, answer.fact("peppol_registered")) == told


async def test_the_look_up_reads_all_that_is_told_of_a_participant() -> None:
    answer = await answer_about(LINDENHOF)
    assert [fact.value for fact in answer.all("peppol_document_type")] == ["Invoice", "CreditNote"]
    assert (answer.fact("company_name"), answer.fact("country")) == ("Lindenhof Bakkerij BV", "BE")
    assert (len(answer.pieces), answer.environment) == (3, "test")


# The program.


async def test_the_program_answers_dns_at_the_number_of_its_port() -> None:
    async with AsyncExitStack() as ending:
        async with one_start_at_a_time():
            port = free_port(is_free_with_udp)
            program = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "deploy.local.registries", "--port", str(port))
            )
            http = await ending.enter_async_context(aiohttp.ClientSession(f"http://127.0.0.1:{port}"))
            while True:
                try:
                    async with http.get("/healthz") as response:
                        assert json.loads(await response.text()) == {"status": "ok"}
                        break
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.05)
        assert (await Simulated(http, port).resolve(ZONE, "SOA")).answer
    program.terminate()
    assert await program.wait() != 1
