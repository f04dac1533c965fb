"""A customer's link leads to a public page or to nothing: the guard, the limits, and what is told of each failure.

Real servers on loopback play both parts. `public` stands for the Internet: its address, 127.0.0.2, is declared
public for the test. `canary` is what must never be reached.
"""

import asyncio
import gzip
import shutil
import socket
import ssl
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from runtime import public_address
from runtime.public_web import (
    MAX_PAGE_BYTES,
    NoAnswerError,
    NoSuchHostError,
    PublicPage,
    RefusedError,
    SimulatedWebsites,
    fetch_public_page,
)
from tests.runtime.hostile_urls import HOSTILE_URLS

INTERNET = "127.0.0.2"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Where = tuple[str, int]


class Names(AbstractResolver):
    """Answers each name with the next of its addresses, the last one for ever; port included."""

    def __init__(self, **names: list[Where]) -> None:
        self._names = {name.replace("_", "."): list(addresses) for name, addresses in names.items()}
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        if host not in self._names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        answers = self._names[host]
        address, at = answers.pop(0) if len(answers) > 1 else answers[0]
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [ResolveResult(hostname=host, host=address, port=at, family=kind, proto=0, flags=0)]

    async def close(self) -> None:
        pass


class Canary:
    def __init__(self) -> None:
        self.hits: list[str] = []
        self.port = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.hits.append(str(request.url))
        return web.Response(text="<title>secret</title>", content_type="text/html")


@pytest.fixture
async def canary() -> AsyncIterator[Canary]:
    bird = Canary()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", bird.answer)
    async with TestServer(app, host="127.0.0.1") as server:
        bird.port = server.port or 0
        yield bird
    assert bird.hits == []


Serve = Callable[[Handler], Awaitable[Where]]


@pytest.fixture
async def public(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Serve]:
    """Serves a handler at an address that counts as public in this test."""
    really_public = public_address.is_public_address
    monkeypatch.setattr(public_address, "is_public_address", lambda text: text == INTERNET or really_public(text))
    servers: list[TestServer] = []

    async def serve(handler: Handler) -> Where:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", handler)
        server = TestServer(app, host=INTERNET)
        await server.start_server()
        servers.append(server)
        return INTERNET, server.port or 0

    yield serve
    for server in servers:
        await server.close()


@pytest.fixture
async def redirector() -> AsyncIterator[SimulatedWebsites]:
    """A simulated site that redirects wherever its query says."""

    async def redirect(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": request.query["to"]})

    app = web.Application()
    app.router.add_get("/websites/start.example/", redirect)
    async with TestServer(app) as server:
        yield SimulatedWebsites(frozenset({"start.example"}), str(server.make_url("/")))


async def refusal(url: str, resolver: Names, simulated: SimulatedWebsites | None = None) -> str:
    with pytest.raises(RefusedError) as caught:
        await fetch_public_page(url, resolver=resolver, simulated=simulated)
    return caught.value.reason


@pytest.mark.parametrize(("url", "reason"), HOSTILE_URLS)
async def test_a_hostile_address_is_refused_before_any_name_is_resolved(url: str, reason: str) -> None:
    names = Names()
    assert await refusal(url, names) == reason
    assert names.asked == []


@pytest.mark.parametrize(("url", "reason"), HOSTILE_URLS)
async def test_a_redirect_to_a_hostile_address_is_refused(url: str, reason: str, redirector: SimulatedWebsites) -> None:
    start = f"https://start.example/?to={quote(url, safe='')}"
    assert await refusal(start, Names(), redirector) == reason


@pytest.mark.parametrize("address", ["127.0.0.1", "::ffff:127.0.0.1", "0.0.0.0", "::1", "10.0.0.1", "169.254.169.254"])
async def test_a_public_name_with_a_private_address_is_refused(canary: Canary, address: str) -> None:
    names = Names(harmless_example=[(address, canary.port)])
    assert await refusal("http://harmless.example/", names) == "address_not_public"


async def test_a_redirect_to_a_name_with_a_private_address_is_refused(
    canary: Canary, redirector: SimulatedWebsites
) -> None:
    names = Names(harmless_example=[("127.0.0.1", canary.port)])
    start = "https://start.example/?to=http://harmless.example/"
    assert await refusal(start, names, redirector) == "address_not_public"


async def test_a_name_that_changes_to_a_private_address_between_two_requests_is_refused(
    canary: Canary, public: Serve
) -> None:
    async def again(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/again", "Connection": "keep-alive"})

    names = Names(rebinding_example=[await public(again), ("127.0.0.1", canary.port)])
    assert await refusal("http://rebinding.example/", names) == "address_not_public"
    assert names.asked == ["rebinding.example", "rebinding.example"]


async def test_the_canary_would_be_reached_if_its_address_were_public(
    canary: Canary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_address, "is_public_address", lambda _: True)
    page = await fetch_public_page(
        "http://harmless.example/", resolver=Names(harmless_example=[("127.0.0.1", canary.port)])
    )
    assert page.body == b"<title>secret</title>"
    assert canary.hits.pop() == "http://harmless.example/"


async def test_a_proxy_of_the_environment_is_not_used(
    canary: Canary, public: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{canary.port}")
    assert (await fetch_shown(public, web.Response(text="direct", content_type="text/html"))).body == b"direct"


async def fetch_shown(public: Serve, answer: web.Response, url: str = "http://shop.example/") -> PublicPage:
    async def show(_: web.Request) -> web.Response:
        return answer

    return await fetch_public_page(url, resolver=Names(shop_example=[await public(show)]))


async def test_redirects_lead_to_a_final_address_without_cookies(public: Serve) -> None:
    asked: list[tuple[str, str | None]] = []

    async def move(request: web.Request) -> web.Response:
        asked.append((f"{request.host}{request.path_qs}", request.headers.get("Cookie")))
        if request.path == "/":
            return web.Response(status=301, headers={"Location": "/home", "Set-Cookie": "id=1"})
        if request.path == "/home":
            return web.Response(status=308, headers={"Location": "//www.shop.example/a?b=1#c"})
        return web.Response(text="<p>here", content_type="text/html", charset="utf-8")

    where = await public(move)
    page = await fetch_public_page(
        "http://shop.example/", resolver=Names(shop_example=[where], www_shop_example=[where])
    )
    assert (page.url, page.final_url) == ("http://shop.example/", "http://www.shop.example/a?b=1")
    assert (page.status, page.charset, page.body, page.problem) == (200, "utf-8", b"<p>here", None)
    assert asked == [("shop.example/", None), ("shop.example/home", None), ("www.shop.example/a?b=1", None)]


async def test_the_sixth_redirect_is_not_followed(public: Serve) -> None:
    hops: list[str] = []

    async def around(request: web.Request) -> web.Response:
        hops.append(request.path)
        return web.Response(status=307, headers={"Location": f"/{len(hops)}"})

    page = await fetch_public_page("http://shop.example/", resolver=Names(shop_example=[await public(around)]))
    assert (page.status, page.problem, page.final_url) == (307, "too_many_redirects", "http://shop.example/5")
    assert hops == ["/", "/1", "/2", "/3", "/4", "/5"]


async def test_a_page_is_cut_at_two_megabytes_of_decompressed_text(public: Serve) -> None:
    bomb = gzip.compress(b"0" * (40 * MAX_PAGE_BYTES))
    headers = {"Content-Encoding": "gzip", "Content-Type": "text/html"}
    page = await fetch_shown(public, web.Response(body=bomb, headers=headers))
    assert page.problem == "too_large"
    assert page.body == b"0" * MAX_PAGE_BYTES


async def test_a_page_of_exactly_two_megabytes_is_whole(public: Serve) -> None:
    page = await fetch_shown(public, web.Response(body=b"0" * MAX_PAGE_BYTES, content_type="text/plain"))
    assert page.problem is None


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "application/octet-stream"])
async def test_what_is_no_text_is_not_read(public: Serve, media_type: str) -> None:
    page = await fetch_shown(public, web.Response(body=b"%PDF-1.7", content_type=media_type))
    assert (page.status, page.body, page.problem) == (200, b"", "content_type_not_allowed")


async def test_a_body_that_does_not_decompress_is_told(public: Serve) -> None:
    headers = {"Content-Encoding": "gzip", "Content-Type": "text/html"}
    page = await fetch_shown(public, web.Response(body=b"no gzip", headers=headers))
    assert (page.status, page.problem) == (200, "body_unreadable")


async def test_an_unknown_name_has_no_page() -> None:
    with pytest.raises(NoSuchHostError):
        await fetch_public_page("http://nowhere.example/", resolver=Names())


async def test_a_failing_name_server_is_not_an_unknown_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(NoAnswerError, match="dns_failure"):
        await fetch_public_page("http://shop.example/")


async def test_a_closed_port_is_unreachable(public: Serve, unused_tcp_port: int) -> None:
    with pytest.raises(NoAnswerError, match="unreachable"):
        await fetch_public_page("http://shop.example/", resolver=Names(shop_example=[(INTERNET, unused_tcp_port)]))


async def test_a_server_that_does_not_answer_in_time_times_out(public: Serve) -> None:
    async def hang(_: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return web.Response()

    names = Names(shop_example=[await public(hang)])
    with pytest.raises(NoAnswerError, match="timeout"):
        await fetch_public_page("http://shop.example/", resolver=names, seconds=0.1)


async def test_a_server_that_speaks_no_tls_fails_as_tls(public: Serve) -> None:
    with pytest.raises(NoAnswerError, match="tls_failure"):
        await fetch_shown(public, web.Response(), url="https://shop.example/")


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("the certificate is made with openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    request = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    name = ["-subj", "/CN=shop.example", "-addext", "subjectAltName=DNS:shop.example"]
    subprocess.run([*request, *name, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


@pytest.mark.usefixtures("public")
async def test_a_certificate_that_nobody_signed_fails_as_tls(self_signed: ssl.SSLContext) -> None:
    server = TestServer(web.Application(), host=INTERNET)
    await server.start_server(ssl=self_signed)
    names = Names(shop_example=[(INTERNET, server.port or 0)])
    with pytest.raises(NoAnswerError, match="tls_failure"):
        await fetch_public_page("https://shop.example/", resolver=names)
    await server.close()


async def test_only_the_listed_hosts_are_simulated(canary: Canary, redirector: SimulatedWebsites) -> None:
    names = Names(start_example_evil_example=[("127.0.0.1", canary.port)])
    assert await refusal("http://start.example.evil.example/?to=x", names, redirector) == "address_not_public"


async def test_a_simulated_host_keeps_the_rules_for_addresses(redirector: SimulatedWebsites) -> None:
    assert await refusal("http://start.example:8080/", Names(), redirector) == "port_not_allowed"
