"""A customer's link leads to a public page or to nothing: the limits, and what is told of each failure.

Where a link must not lead is in `test_public_web_guard`.
"""

import asyncio
import gzip
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web
from yarl import URL

from runtime.public_web import (
    MAX_PAGE_BYTES,
    NoAnswerError,
    NoSuchHostError,
    PageLimits,
    PublicPage,
    PublicWeb,
    belongs_to,
)
from tests.self_signed import self_signed_certificate
from tests.small_internet import INTERNET, Handler, Names, Where, all_roads_trapped, declare_public, serving

Serve = Callable[[Handler], Awaitable[Where]]


@pytest.fixture
async def public(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Serve]:
    """Serves a handler at an address that counts as public in this test."""
    declare_public(monkeypatch)
    async with AsyncExitStack() as servers:
        yield lambda handler: servers.enter_async_context(serving(handler))


async def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    declare_public(monkeypatch)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:3128")

    async def show(_: web.Request) -> web.Response:
        return web.Response(text="direct", content_type="text/html")

    async with all_roads_trapped(monkeypatch) as trap, serving(show) as where:
        trap.open_roads.add(where)
        page = await PublicWeb(resolver=Names(shop_example=[where])).page("http://shop.example/")
    assert (page.body, trap.connections) == (b"direct", 0)


async def fetch_shown(public: Serve, answer: web.Response, url: str = "http://shop.example/") -> PublicPage:
    async def show(_: web.Request) -> web.Response:
        return answer

    return await PublicWeb(resolver=Names(shop_example=[await public(show)])).page(url)


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
    names = Names(shop_example=[where], www_shop_example=[where])
    page = await PublicWeb(resolver=names).page("http://shop.example/")
    assert (page.url, page.final_url) == ("http://shop.example/", "http://www.shop.example/a?b=1")
    assert (page.status, page.charset, page.body, page.problem) == (200, "utf-8", b"<p>here", None)
    assert asked == [("shop.example/", None), ("shop.example/home", None), ("www.shop.example/a?b=1", None)]


async def test_the_sixth_redirect_is_not_followed(public: Serve) -> None:
    hops: list[str] = []

    async def around(request: web.Request) -> web.Response:
        hops.append(request.path)
        return web.Response(status=307, headers={"Location": f"/{len(hops)}"})

    page = await PublicWeb(resolver=Names(shop_example=[await public(around)])).page("http://shop.example/")
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
        await PublicWeb(resolver=Names()).page("http://nowhere.example/")


async def test_a_failing_name_server_is_not_an_unknown_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(NoAnswerError, match="dns_failure"):
        await PublicWeb().page("http://shop.example/")


@pytest.mark.usefixtures("public")
async def test_a_closed_port_is_unreachable(unused_tcp_port: int) -> None:
    names = Names(shop_example=[(INTERNET, unused_tcp_port)])
    with pytest.raises(NoAnswerError, match="unreachable"):
        await PublicWeb(resolver=names).page("http://shop.example/")


async def test_a_server_that_does_not_answer_in_time_times_out(public: Serve) -> None:
    async def hang(_: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return web.Response()

    names = Names(shop_example=[await public(hang)])
    with pytest.raises(NoAnswerError, match="timeout"):
        await PublicWeb(resolver=names).page("http://shop.example/", PageLimits(seconds=0.1))


async def test_a_server_that_speaks_no_tls_fails_as_tls(public: Serve) -> None:
    with pytest.raises(NoAnswerError, match="tls_failure"):
        await fetch_shown(public, web.Response(), url="https://shop.example/")


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """Of shop.example, and its key."""
    return self_signed_certificate("shop.example", tmp_path, subject="/O=Test Authority/CN=shop.example")


async def secure_page(certificate: tuple[Path, Path], trusted: ssl.SSLContext | None, name: str) -> PublicPage:
    async def show(_: web.Request) -> web.Response:
        return web.Response(text="hi", content_type="text/html")

    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(*certificate)
    async with serving(show, tls=server) as where:
        names = Names(**{name.replace(".", "_"): [where]})
        return await PublicWeb(resolver=names, tls=trusted).page(f"https://{name}/")


@pytest.mark.usefixtures("public")
async def test_a_certificate_that_nobody_signed_fails_as_tls(certificate: tuple[Path, Path]) -> None:
    with pytest.raises(NoAnswerError, match="tls_failure"):
        await secure_page(certificate, None, "shop.example")


@pytest.mark.usefixtures("public")
async def test_a_certificate_of_another_host_fails_as_tls(certificate: tuple[Path, Path]) -> None:
    trusted = ssl.create_default_context(cafile=certificate[0])
    with pytest.raises(NoAnswerError, match="tls_failure"):
        await secure_page(certificate, trusted, "other.example")


@pytest.mark.usefixtures("public")
async def test_the_certificate_of_a_page_is_told_even_if_the_page_is_short(certificate: tuple[Path, Path]) -> None:
    trusted = ssl.create_default_context(cafile=certificate[0])
    page = await secure_page(certificate, trusted, "shop.example")
    proof = page.certificate
    assert proof is not None
    assert (proof.subject, proof.issuer) == ("shop.example", "Test Authority, shop.example")
    assert proof.not_before <= datetime.now(UTC) < proof.not_after
    assert ssl.DER_cert_to_PEM_cert(proof.der) == certificate[0].read_text()


async def test_a_page_over_plain_http_has_no_certificate(public: Serve) -> None:
    assert (await fetch_shown(public, web.Response(text="hi", content_type="text/html"))).certificate is None


async def test_a_page_may_be_cut_earlier(public: Serve) -> None:
    async def show(_: web.Request) -> web.Response:
        return web.Response(body=b"0123456789", content_type="text/html")

    names = Names(shop_example=[await public(show)])
    page = await PublicWeb(resolver=names).page("http://shop.example/", PageLimits(body_bytes=4))
    assert (page.body, page.problem) == (b"0123", "too_large")


@pytest.mark.parametrize(
    ("url", "hosts", "belongs"),
    [
        ("https://acme.be/imprint", ["acme.be"], True),
        ("https://www.acme.be/", ["acme.be"], True),
        ("https://ACME.be./", ["www.acme.be"], True),
        ("https://shop.acme.be/", ["acme.be"], True),
        ("https://acme.be/", ["gone.example", "acme.be"], True),
        ("https://landlord.example/terms", ["acme.landlord.example"], False),
        ("https://other.landlord.example/", ["acme.landlord.example"], False),
        ("https://notacme.be/", ["acme.be"], False),
        ("https://acme.be.evil.example/", ["acme.be"], False),
        ("https://acme.be/", ["", "www."], False),
    ],
)
def test_a_page_belongs_to_a_host_and_those_below_it(url: str, hosts: list[str], belongs: bool) -> None:
    assert belongs_to(URL(url), hosts) is belongs
