"""The host of a publisher is a stranger's word: it is reached over https at a public address, or not at all.

A real server on loopback plays the publisher. `canary` is one that must never be reached.
"""

import socket
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from activities.sources.peppol import Peppol, publisher
from runtime import public_address
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.peppol_network import INVOICE, Network, naptr, running_network, service_group
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.self_signed import self_signed_certificate
from tests.small_internet import AllAtOnce

VALUE = "0208:0711326932"
ZONNEWIND = Company(company_name="Zonnewind Logistiek BV", country="BE", company_registration_number="0711326932")
HOST = "smp.example"
INTERNET = "127.0.0.2"
"""Counts as public in the tests that say so."""


class Names(AbstractResolver):
    """Answers with the next of its addresses, the last one for ever, each with the port of the test's server."""

    def __init__(self, port: int, *addresses: str) -> None:
        self._port, self._addresses = port, list(addresses)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        address = self._addresses.pop(0) if len(self._addresses) > 1 else self._addresses[0]
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [ResolveResult(hostname=host, host=address, port=self._port, family=kind, proto=0, flags=0)]

    async def close(self) -> None:
        pass


class Smp:
    def __init__(self) -> None:
        self.paths: list[str] = []
        self.port = 0
        self.location: str | None = None

    async def answer(self, request: web.Request) -> web.Response:
        self.paths.append(f"{request.raw_path} {request.headers['Accept']}")
        if self.location is not None:
            return web.Response(status=307, headers={"Location": self.location})
        return web.Response(body=service_group(VALUE, INVOICE), content_type="text/xml")

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self.answer)
        return app


@pytest.fixture
async def network() -> AsyncIterator[Network]:
    async with running_network() as network:
        yield network


@pytest.fixture
async def canary() -> AsyncIterator[Smp]:
    """On loopback, and never reached."""
    bird = Smp()
    async with TestServer(bird.app(), host="127.0.0.1") as server:
        bird.port = server.port or 0
        yield bird
    assert bird.paths == []


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    return self_signed_certificate(HOST, tmp_path)


@pytest.fixture
async def smp(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Smp]:
    """Speaks TLS under the name of HOST, at an address that counts as public in this test."""
    really_public = public_address.is_public_address
    monkeypatch.setattr(public_address, "is_public_address", lambda text: text == INTERNET or really_public(text))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    publisher = Smp()
    server = TestServer(publisher.app(), host=INTERNET, scheme="https")
    await server.start_server(ssl=context)
    publisher.port = server.port or 0
    yield publisher
    await server.close()


async def asked(
    network: Network,
    http: aiohttp.ClientSession,
    url: str,
    resolver: AbstractResolver | None = None,
) -> SourceAnswer:
    """The answer about a participant whose publisher is at this address."""
    network.names[VALUE] = [naptr(url)]
    settings = settings_for("http://unused", **{**network.settings, "peppol_smp_url": None})
    return await looked_up(Peppol(http, settings, resolver), ZONNEWIND, MemoryStore(), settings)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://127.0.0.1", "address_not_public"),
        ("https://127.0.0.1:443/", "address_not_public"),
        ("https://[::1]", "address_not_public"),
        ("https://[::ffff:127.0.0.1]", "address_not_public"),
        ("https://10.0.0.7", "address_not_public"),
        ("https://192.168.1.1", "address_not_public"),
        ("https://169.254.169.254", "address_not_public"),
        ("https://2130706433", "host_not_allowed"),
        ("https://0x7f.1", "host_not_allowed"),
        ("https://localhost", "host_not_allowed"),
        ("https://smp", "host_not_allowed"),
        ("https://smp.internal", "host_not_allowed"),
        ("https://postgres.svc", "host_not_allowed"),
        ("https://smp.example:8443", "port_not_allowed"),
        ("https://user:password@smp.example", "userinfo_not_allowed"),
        ("http://smp.example", "scheme_not_allowed"),
        ("ftp://smp.example", "scheme_not_allowed"),
        ("file://smp.example/etc/passwd", "scheme_not_allowed"),
    ],
)
async def test_an_address_that_is_not_public_https_is_refused(
    network: Network, http: aiohttp.ClientSession, canary: Smp, url: str, reason: str
) -> None:
    answer = await asked(network, http, url, Names(canary.port, "127.0.0.1"))
    assert (answer.state, answer.reason, answer.facts) == ("unavailable", reason, ())


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1"])
async def test_a_name_that_leads_to_a_private_address_is_refused(
    network: Network, http: aiohttp.ClientSession, canary: Smp, address: str
) -> None:
    answer = await asked(network, http, f"https://{HOST}", Names(canary.port, address))
    assert (answer.state, answer.reason) == ("unavailable", "address_not_public")


async def test_a_name_that_is_private_the_second_time_is_refused_then(
    network: Network, http: aiohttp.ClientSession, canary: Smp, smp: Smp
) -> None:
    names = Names(canary.port, INTERNET, "127.0.0.1")
    await asked(network, http, f"https://{HOST}", names)
    assert (await asked(network, http, f"https://{HOST}", names)).reason == "address_not_public"


async def test_a_name_with_a_public_and_a_private_address_is_refused(
    network: Network, http: aiohttp.ClientSession, canary: Smp, smp: Smp
) -> None:
    names = AllAtOnce((INTERNET, smp.port), ("127.0.0.1", canary.port))
    answer = await asked(network, http, f"https://{HOST}", names)
    assert (answer.reason, smp.paths) == ("address_not_public", [])


async def test_its_name_is_resolved_on_the_threads_for_strangers_names(
    network: Network, http: aiohttp.ClientSession, smp: Smp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publisher, "StrangersNames", lambda: Names(smp.port, INTERNET))
    assert (await asked(network, http, f"https://{HOST}")).reason == "tls_failure"


async def test_a_certificate_that_nobody_signed_is_refused(
    network: Network, http: aiohttp.ClientSession, smp: Smp
) -> None:
    answer = await asked(network, http, f"https://{HOST}", Names(smp.port, INTERNET))
    assert (answer.state, answer.reason, smp.paths) == ("unavailable", "tls_failure", [])


@pytest.fixture
def trusted(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Aiohttp trusts the test's certificate as it trusts those of the machine."""
    context = ssl.create_default_context(cafile=str(certificate[0]))
    monkeypatch.setattr(aiohttp.connector, "_SSL_CONTEXT_VERIFIED", context)


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("base", "path"),
    [
        ("", ""),
        ("/", ""),
        ("/smp", "/smp"),
        ("/a b/", "/a%20b"),
        (r"/\013\010X-Injected: 1", "/X-Injected:%201"),
    ],
)
async def test_a_public_publisher_is_asked_for_the_participant_and_nothing_else(
    network: Network, http: aiohttp.ClientSession, smp: Smp, base: str, path: str
) -> None:
    answer = await asked(network, http, f"https://{HOST}{base}", Names(smp.port, INTERNET))
    assert (answer.state, answer.fact("peppol_document_type")) == ("found", "Invoice")
    assert smp.paths == [f"{path}/iso6523-actorid-upis%3A%3A0208%3A0711326932 text/xml"]
    assert answer.source_url == f"https://{HOST}{path}/iso6523-actorid-upis%3A%3A0208%3A0711326932"


@pytest.mark.usefixtures("trusted")
async def test_a_redirect_is_not_followed(network: Network, http: aiohttp.ClientSession, smp: Smp, canary: Smp) -> None:
    smp.location = f"http://127.0.0.1:{canary.port}/"
    answer = await asked(network, http, f"https://{HOST}", Names(smp.port, INTERNET))
    assert (answer.state, answer.reason, len(smp.paths)) == ("unavailable", "http_307", 1)


async def test_a_host_that_has_no_address_is_no_denial(network: Network, http: aiohttp.ClientSession) -> None:
    class Nowhere(Names):
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[ResolveResult]:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    answer = await asked(network, http, f"https://{HOST}", Nowhere(0))
    assert (answer.state, answer.reason) == ("unavailable", "unreachable")
