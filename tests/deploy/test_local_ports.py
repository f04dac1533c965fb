"""Which ports a stack takes."""

import socket
from collections.abc import Iterator

import pytest

from deploy.local.addresses import Addresses, chosen_ports
from deploy.local.errors import PortTaken
from deploy.local.ports import GRPC_OFFSET, LOOPBACK, PortRequest, choose_ports, free_port, is_free
from deploy.local.settings import LocalSettings

pytestmark = pytest.mark.usefixtures("first_choice_of_ports")


@pytest.fixture
def busy_port() -> Iterator[int]:
    """A port that someone listens on."""
    with socket.create_server((LOOPBACK, free_port())) as server:
        yield server.getsockname()[1]


def test_a_free_port_is_free_and_outside_the_range_of_outgoing_connections() -> None:
    port = free_port()
    assert is_free(port)
    assert port + GRPC_OFFSET < 32_768


def test_a_busy_port_is_not_free(busy_port: int) -> None:
    assert not is_free(busy_port)


def test_the_port_asked_for_is_taken() -> None:
    wanted = free_port()
    assert choose_ports([PortRequest(name="postgres", wanted=wanted)], previous={}) == {"postgres": wanted}


def test_the_port_of_the_last_run_is_taken_again_when_it_is_free() -> None:
    before = free_port()
    assert choose_ports([PortRequest(name="s3")], previous={"s3": before}) == {"s3": before}


def test_another_port_is_taken_when_the_one_of_the_last_run_is_busy(busy_port: int) -> None:
    chosen = choose_ports([PortRequest(name="s3")], previous={"s3": busy_port})
    assert chosen["s3"] != busy_port
    assert is_free(chosen["s3"])


def test_no_two_parts_get_the_same_port_nor_the_grpc_port_of_another() -> None:
    ports = chosen_ports(LocalSettings(port=0), previous={})
    taken = [number for port in ports.values() for number in (port, port + GRPC_OFFSET)]
    assert len(set(taken)) == len(taken)


def test_a_busy_gateway_port_is_refused_with_what_to_do(busy_port: int) -> None:
    with pytest.raises(PortTaken, match=rf"port {busy_port}.*CASEWRIGHT_PORT=0 make run"):
        chosen_ports(LocalSettings(port=busy_port), previous={})


def test_a_busy_port_of_another_part_is_refused_naming_its_setting(busy_port: int) -> None:
    with pytest.raises(PortTaken, match="CASEWRIGHT_POSTGRES_PORT"):
        chosen_ports(LocalSettings(port=0, postgres_port=busy_port), previous={})


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("0.0.0.0", "http://127.0.0.1:8080"),
        ("::1", "http://[::1]:8080"),
    ],
)
def test_the_gateway_url_is_one_that_works_on_this_machine(host: str, url: str) -> None:
    assert Addresses(ports={"gateway": 8080}, host=host).gateway == url
