"""A name server that keeps us waiting holds up nobody but those who asked for its names."""

import asyncio
import socket
import threading
from collections.abc import Iterator

import pytest

from runtime.public_web import NoAnswerError, PageLimits, PublicWeb
from runtime.strangers_names import StrangersNames

MORE_THAN_ALL_THREADS = 64
SOON = PageLimits(seconds=0.05)


@pytest.fixture
def silent_name_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every name takes until the test is over."""
    over = threading.Event()

    def wait(*_: object, **__: object) -> None:
        over.wait()
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", wait)
    yield
    over.set()


@pytest.mark.usefixtures("silent_name_server")
async def test_names_that_take_long_leave_the_threads_of_others_alone() -> None:
    pages = (PublicWeb().page(f"http://a{n}.example/", SOON) for n in range(MORE_THAN_ALL_THREADS))
    reasons = await asyncio.gather(*pages, return_exceptions=True)

    assert {type(reason) for reason in reasons} == {NoAnswerError}
    assert await asyncio.wait_for(asyncio.to_thread(lambda: "done"), 60) == "done"


async def test_all_addresses_of_a_name_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(host: str, port: int, **_: object) -> list[object]:
        v4, v6 = ("192.0.2.1", port), ("2001:db8::1", port, 0, 0)
        return [(socket.AF_INET, 1, 6, "", v4), (socket.AF_INET6, 1, 6, "", v6)]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    found = await StrangersNames().resolve("shop.example", 80, socket.AF_UNSPEC)
    assert [(each["hostname"], each["host"], each["port"], each["family"]) for each in found] == [
        ("shop.example", "192.0.2.1", 80, socket.AF_INET),
        ("shop.example", "2001:db8::1", 80, socket.AF_INET6),
    ]
