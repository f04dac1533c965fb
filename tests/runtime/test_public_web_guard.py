"""No address that a stranger writes leads into our own network: every connection that is made anyway is counted.

Two guards stand one behind the other: what an address looks like, and where its connection would go. The trap proves
each by itself, and the last test proves the trap.
"""

from collections.abc import AsyncIterator
from urllib.parse import quote

import pytest
from aiohttp import web
from yarl import URL

from runtime import public_address, public_web
from runtime.public_web import NoAnswerError, NoSuchHostError, PublicWeb, RefusedError, SimulatedWebsites
from tests.runtime.hostile_urls import HOSTILE_URLS
from tests.small_internet import (
    INTERNET,
    AllAtOnce,
    LyingNames,
    Names,
    Trap,
    Where,
    all_roads_trapped,
    declare_public,
    serving,
)

PRIVATE = [
    "127.0.0.1",
    "127.0.0.53",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "168.63.129.16",
    "172.16.0.1",
    "192.168.0.1",
    "224.0.0.1",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fd00:ec2::254",
    "fe80::1",
]
REDIRECTS = [301, 302, 303, 307, 308]
REACHABLE = [
    url for url, reason in HOSTILE_URLS if url.lower().startswith(("http:", "https:")) and reason != "invalid_url"
]
"""Those to which a client without any guard opens a connection, given names that resolve."""
OF_OTHERS = ("8.8.8.8", "2001:4860:4860::8888")
"""Public addresses: refused because a website has a name, and not by the guard of the connection."""


@pytest.fixture
async def trap(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Trap]:
    async with all_roads_trapped(monkeypatch) as trap:
        yield trap


@pytest.fixture
async def start(trap: Trap) -> AsyncIterator[SimulatedWebsites]:
    """The site start.example, which redirects wherever and however its query says."""

    async def redirect(request: web.Request) -> web.Response:
        return web.Response(status=int(request.query.get("with", "302")), headers={"Location": request.query["to"]})

    async with serving(redirect, "127.0.0.1") as (host, port):
        trap.open_roads.add((host, port))
        yield SimulatedWebsites(frozenset({"start.example"}), f"http://{host}:{port}")


@pytest.fixture
async def public(monkeypatch: pytest.MonkeyPatch, trap: Trap) -> AsyncIterator[Where]:
    """A server of the public Internet that redirects to `/again`, for ever."""
    declare_public(monkeypatch)

    async def again(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/again", "Connection": "keep-alive"})

    async with serving(again) as where:
        trap.open_roads.add(where)
        yield where


async def refusal(web: PublicWeb, url: str) -> str:
    with pytest.raises(RefusedError) as caught:
        await web.page(url)
    return caught.value.reason


def test_there_are_enough_of_them() -> None:
    assert len({url for url, _ in HOSTILE_URLS}) == len(HOSTILE_URLS) >= 40
    assert len(REACHABLE) >= 40


@pytest.mark.parametrize(("url", "reason"), HOSTILE_URLS)
async def test_a_hostile_address_is_refused_before_any_name_is_resolved(url: str, reason: str, trap: Trap) -> None:
    names = Names()
    assert await refusal(PublicWeb(resolver=names), url) == reason
    assert names.asked == []
    assert (trap.connections, trap.meant) == (0, [])


@pytest.mark.parametrize(("url", "reason"), HOSTILE_URLS)
async def test_a_redirect_to_a_hostile_address_is_refused(
    url: str, reason: str, start: SimulatedWebsites, trap: Trap
) -> None:
    web = PublicWeb(start, LyingNames())
    assert await refusal(web, f"https://start.example/?to={quote(url, safe='')}") == reason
    assert (trap.connections, trap.meant) == (0, [])


@pytest.mark.parametrize("status", REDIRECTS)
async def test_every_kind_of_redirect_is_checked(status: int, start: SimulatedWebsites, trap: Trap) -> None:
    web = PublicWeb(start, LyingNames())
    assert await refusal(web, f"https://start.example/?with={status}&to=http://127.0.0.1/") == "address_not_public"
    assert trap.connections == 0


@pytest.mark.parametrize("location", ["//127.0.0.1/", "//[::1]/", "//user@start.example/", "//start.example:81/"])
async def test_a_redirect_without_a_scheme_is_checked(location: str, start: SimulatedWebsites, trap: Trap) -> None:
    await refusal(PublicWeb(start, LyingNames()), f"https://start.example/?to={quote(location, safe='')}")
    assert trap.connections == 0


async def test_a_long_chain_of_redirects_ends_before_its_hostile_end(start: SimulatedWebsites, trap: Trap) -> None:
    url = "http://127.0.0.1/"
    for _ in range(public_web.MAX_REDIRECTS):
        url = f"https://start.example/?to={quote(url, safe='')}"
    assert await refusal(PublicWeb(start, LyingNames()), url) == "address_not_public"

    page = await PublicWeb(start, LyingNames()).page(f"https://start.example/?to={quote(url, safe='')}")
    assert page.problem == "too_many_redirects"
    assert trap.connections == 0


@pytest.mark.parametrize("address", PRIVATE)
async def test_a_public_name_with_a_private_address_is_refused(address: str, trap: Trap) -> None:
    web = PublicWeb(resolver=Names(harmless_example=[(address, 80)]))
    assert await refusal(web, "http://harmless.example/") == "address_not_public"
    assert trap.connections == 0


async def test_a_redirect_to_a_name_with_a_private_address_is_refused(start: SimulatedWebsites, trap: Trap) -> None:
    web = PublicWeb(start, Names(harmless_example=[("127.0.0.1", 80)]))
    assert await refusal(web, "https://start.example/?to=http://harmless.example/") == "address_not_public"
    assert trap.connections == 0


async def test_a_name_that_changes_to_a_private_address_between_two_requests_is_refused(
    public: Where, trap: Trap
) -> None:
    names = Names(rebinding_example=[public, ("127.0.0.1", 80)])
    assert await refusal(PublicWeb(resolver=names), "http://rebinding.example/") == "address_not_public"
    assert names.asked == ["rebinding.example", "rebinding.example"]
    assert trap.connections == 0


@pytest.mark.parametrize("private", ["127.0.0.1", "::1", "10.0.0.1", "fd00:ec2::254"])
@pytest.mark.parametrize("first", [True, False])
async def test_a_name_with_a_public_and_a_private_address_is_refused(
    private: str, first: bool, public: Where, trap: Trap
) -> None:
    both = [(private, 80), public] if first else [public, (private, 80)]
    assert await refusal(PublicWeb(resolver=AllAtOnce(*both)), "http://mixed.example/") == "address_not_public"
    assert (trap.connections, trap.meant) == (0, [])


@pytest.mark.parametrize("location", ["//]a[@", "//[::ffff:1.2.3 5a]:80/", "http://a:99999/"])
async def test_a_redirect_to_what_is_no_address_is_refused(location: str, start: SimulatedWebsites) -> None:
    web = PublicWeb(start, Names())
    assert await refusal(web, f"https://start.example/?to={quote(location, safe='')}") == "invalid_url"


@pytest.mark.parametrize("host", ["xn--0.example", "xn--.example", "xn--a-.example"])
async def test_a_host_that_cannot_be_decoded_is_a_name_like_any_other(host: str, start: SimulatedWebsites) -> None:
    for url in (f"https://{host}/", f"https://start.example/?to=http://{host}/"):
        with pytest.raises(NoSuchHostError):
            await PublicWeb(start, Names()).page(url)


async def test_only_the_listed_hosts_are_simulated(start: SimulatedWebsites, trap: Trap) -> None:
    web = PublicWeb(start, LyingNames())
    for host in ("start.example.evil.example", "evil-start.example", "www.start.example", "start.example."):
        assert await refusal(web, f"http://{host}/?to=x") == "address_not_public"
    assert trap.connections == 0


async def test_a_simulated_host_keeps_the_rules_for_addresses(start: SimulatedWebsites) -> None:
    assert await refusal(PublicWeb(start, Names()), "http://start.example:8080/") == "port_not_allowed"


async def test_a_redirect_that_leaves_the_site_is_not_followed(public: Where, trap: Trap) -> None:
    names = Names(shop_example=[public], other_example=[public])
    with pytest.raises(RefusedError, match="left_the_site"):
        await PublicWeb(resolver=names).page("http://other.example/", site=["shop.example"])
    assert names.asked == []


@pytest.mark.parametrize("url", [url for url in REACHABLE if URL(url).host not in OF_OTHERS])
async def test_the_guard_of_the_connection_holds_by_itself(
    url: str, trap: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_web, "refuse_unless_public", lambda _: None)
    with pytest.raises(RefusedError):
        await PublicWeb(resolver=LyingNames()).page(url)
    assert (trap.connections, trap.meant) == (0, [])


async def test_without_any_guard_the_trap_is_reached(trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_web, "refuse_unless_public", lambda _: None)
    monkeypatch.setattr(public_address, "is_public_address", lambda _: True)
    reached = 0
    for url in REACHABLE:
        try:
            page = await PublicWeb(resolver=LyingNames()).page(url)
            assert page.body == b"<title>secret</title>"
        except NoAnswerError as error:
            assert error.reason == "tls_failure"  # the trap speaks no TLS
        except RefusedError as error:
            assert error.reason == "invalid_url"  # aiohttp reads no address such as 127.1 or 0177.0.0.1
            continue
        reached += 1
        assert trap.connections == reached, url
    assert reached >= 40


def test_the_internet_of_these_tests_is_loopback() -> None:
    assert not public_address.is_public_address(INTERNET)
