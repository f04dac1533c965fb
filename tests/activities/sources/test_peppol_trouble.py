"""What PEPPOL cannot say is never taken for a denial: trouble of DNS, of the publisher and of the Directory."""

import builtins
from typing import IO, Any

import pytest

from activities.sources.peppol import Peppol, locator
from activities.sources.peppol.locator import locator_name
from runtime.http import MAX_BODY_BYTES, create_session
from tests.activities.sources.asking_peppol import REGISTERED, VALUE, VAT_VALUE, ZONNEWIND, Ask, told
from tests.activities.sources.peppol_network import (
    HTML,
    INVOICE,
    PUBLISHER,
    UNANSWERED_SECONDS,
    ZONE,
    DnsSays,
    Network,
    Web,
    a_match,
    listed,
    listing,
    naptr,
    service_group,
)
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for

# Could not check.


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        ("SERVFAIL", "dns_failure"),
        ("REFUSED", "dns_failure"),
        (None, "timeout"),
        (b"", "timeout"),
        (b"\xff" * 40, "timeout"),
        ([], "malformed_answer"),
        ([naptr(PUBLISHER, service="Meta:SMTP")], "malformed_answer"),
        ([naptr(PUBLISHER, flags="S")], "malformed_answer"),
        (['100 10 "U" "Meta:SMP" "" .'], "malformed_answer"),
        (['100 10 "U" "Meta:SMP" "!.*!" .'], "malformed_answer"),
        ([naptr("")], "malformed_answer"),
        ([naptr("smp.publisher.example")], "malformed_answer"),
        ([naptr("https://smp.example:notaport")], "malformed_answer"),
        ([naptr("https://smp.example/?to=")], "malformed_answer"),
        ([naptr("https://smp.example/#part")], "malformed_answer"),
        ([naptr("\\255\\254")], "malformed_answer"),
        ([naptr("https://smp\\000.example")], "malformed_answer"),
        ([naptr("https://smp\\013\\010X-Injected: 1.example")], "malformed_answer"),
        ([naptr("https://[::1")], "malformed_answer"),
        ([naptr("https://]a[@")], "malformed_answer"),
        ([naptr("https://[fe80::1%eth0]")], "malformed_answer"),
    ],
)
async def test_dns_that_does_not_say_is_no_denial(
    network: Network, ask: Ask, monkeypatch: pytest.MonkeyPatch, says: DnsSays, reason: str
) -> None:
    if reason == "timeout":
        monkeypatch.setattr(locator, "SECONDS", UNANSWERED_SECONDS)
    network.names[VALUE] = says
    answer = await ask()
    assert told(answer) == ("unavailable", reason, None)
    assert answer.retry_after_seconds == 300.0
    assert answer.facts == ()
    assert locator_name(VAT_VALUE, ZONE) not in network.questions


async def test_a_zone_that_is_gone_denies_nobody(network: Network, ask: Ask) -> None:
    network.names[ZONE] = "NXDOMAIN"
    assert told(await ask()) == ("unavailable", "zone_not_found", None)


@pytest.mark.parametrize("says", ["SERVFAIL", None])
async def test_a_denial_from_a_zone_that_cannot_be_checked_is_none(
    network: Network, ask: Ask, monkeypatch: pytest.MonkeyPatch, says: DnsSays
) -> None:
    monkeypatch.setattr(locator, "SECONDS", UNANSWERED_SECONDS)
    network.names[ZONE] = says
    assert (await ask()).state == "unavailable"


@pytest.mark.parametrize("server", ["127.0.0.1:dns", "dns.example:53", "127.0.0.1"])
async def test_a_dns_server_that_cannot_be_one_is_told(network: Network, ask: Ask, server: str) -> None:
    assert told(await ask(dns_server=server)) == ("unavailable", "dns_not_configured", None)


async def test_a_dns_server_that_is_not_there_is_no_denial(
    network: Network, ask: Ask, monkeypatch: pytest.MonkeyPatch, unused_udp_port: int
) -> None:
    monkeypatch.setattr(locator, "SECONDS", UNANSWERED_SECONDS)
    assert (await ask(dns_server=f"127.0.0.1:{unused_udp_port}")).state == "unavailable"


async def test_a_machine_without_name_servers_is_no_denial(
    network: Network, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = builtins.open

    def none_there(path: str, *how: Any, **more: Any) -> IO[Any]:
        if path == "/etc/resolv.conf":
            raise FileNotFoundError
        opened: IO[Any] = really_open(path, *how, **more)
        return opened

    monkeypatch.setattr(builtins, "open", none_there)
    assert told(await ask(dns_server=None)) == ("unavailable", "dns_not_configured", None)


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;">'
    b'<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>' + service_group(VALUE, INVOICE).partition(b"?>")[2]
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>' + service_group(VALUE).partition(b"?>")[2]


@pytest.mark.parametrize(
    "body",
    [
        HTML,
        b"",
        b"{}",
        b"\xff\xfe\x00",
        BOMB,
        OUTSIDE,
        service_group(VALUE, INVOICE).replace(b"UTF-8", b"no-such-encoding"),
        service_group(VALUE, INVOICE).replace(b"UTF-8", b"shift_jis"),
        service_group(VALUE, INVOICE)[:-10],
        service_group(VALUE, INVOICE).replace(b"ParticipantIdentifier", b"Participant"),
        service_group(VALUE, INVOICE).replace(b"</id:", b"&undeclared;</id:"),
        b'<SignedServiceMetadata xmlns="http://busdox.org/serviceMetadata/publishing/1.0/"/>',
        b"<a>" * 200_000,
    ],
)
async def test_what_is_no_service_group_is_no_verdict(network: Network, ask: Ask, body: bytes) -> None:
    network.registers(VALUE)
    network.publisher = Web(body)
    answer = await ask()
    assert (told(answer), answer.retry_after_seconds) == (("unavailable", "malformed_answer", None), 300.0)


async def test_a_service_group_of_another_participant_is_no_verdict(network: Network, ask: Ask) -> None:
    network.registers(VALUE)
    network.publisher = Web(service_group("0208:0403170701", INVOICE))
    assert told(await ask()) == ("unavailable", "other_participant", None)


@pytest.mark.parametrize(
    ("status", "headers", "reason", "retry"),
    [
        (406, {}, "http_406", None),
        (401, {}, "http_401", None),
        (500, {}, "http_500", 300.0),
        (503, {"Retry-After": "90"}, "http_503", 90.0),
        (429, {"Retry-After": "7"}, "rate_limited", 7.0),
        (429, {}, "rate_limited", 60.0),
        (302, {"Location": "http://127.0.0.1/"}, "http_302", 300.0),
    ],
)
async def test_a_publisher_that_refuses_is_no_denial(
    network: Network, ask: Ask, status: int, headers: dict[str, str], reason: str, retry: float | None
) -> None:
    network.registers(VALUE)
    network.publisher = Web(service_group(VALUE, INVOICE), status, headers)
    answer = await ask()
    assert (told(answer), answer.retry_after_seconds) == (("unavailable", reason, None), retry)
    assert len(network.paths) == 2, "a redirect is not followed"


async def test_an_endless_answer_is_no_verdict(network: Network, ask: Ask) -> None:
    network.registers(VALUE)
    network.publisher = Web(b" " * (10 * MAX_BODY_BYTES) + service_group(VALUE, INVOICE))
    assert told(await ask()) == ("unavailable", "too_large", None)


async def test_a_body_that_is_cut_short_is_no_verdict(network: Network, ask: Ask) -> None:
    network.registers(VALUE)
    network.publisher = Web(service_group(VALUE, INVOICE), cut_short=True)
    assert told(await ask()) == ("unavailable", "malformed_answer", None)


async def test_a_publisher_without_tls_is_no_denial(network: Network, ask: Ask) -> None:
    network.registers(VALUE)
    answer = await ask(peppol_smp_url=f"{network.url.replace('http:', 'https:')}/smp")
    assert (told(answer), answer.retry_after_seconds) == (("unavailable", "tls_failure", None), None)


async def test_a_publisher_that_is_not_there_is_no_denial(network: Network, ask: Ask, unused_tcp_port: int) -> None:
    network.registers(VALUE)
    assert told(await ask(peppol_smp_url=f"http://127.0.0.1:{unused_tcp_port}"))[:2] == ("unavailable", "unreachable")


async def test_publisher_and_directory_that_hang_are_no_denial(network: Network, store: MemoryStore) -> None:
    network.registers(VALUE)
    network.publisher = network.directory = Web(hangs=True)
    settings = settings_for("http://unused", **network.settings)
    async with create_session(total_seconds=0.2) as hasty:
        answer = await looked_up(Peppol(hasty, settings), ZONNEWIND, store, settings)
    assert (told(answer), answer.retry_after_seconds) == (("unavailable", "timeout", None), 300.0)


# The Directory in every state.


@pytest.mark.parametrize(
    "web",
    [
        Web(HTML, media_type="text/html"),
        Web(b"", media_type="application/json"),
        Web(b"[" * 100_000, media_type="application/json"),
        Web(b'{"matches": null}', media_type="application/json"),
        Web(b'{"matches": [7]}', media_type="application/json"),
        Web(b"[]", media_type="application/json"),
        Web(b"\xff\xfe", media_type="application/json"),
        Web(listing(a_match(VALUE))[:-5], media_type="application/json"),
        Web(listing(a_match(VALUE)), cut_short=True),
        Web(b" " * (10 * MAX_BODY_BYTES) + listing(a_match(VALUE))),
        Web(listing(a_match(VALUE)), 429, {"Retry-After": "2"}),
        Web(listing(a_match(VALUE)), 400),
        Web(listing(a_match(VALUE)), 500),
        Web(listing(a_match(VALUE)), 302, {"Location": "/"}),
        listed(),
    ],
)
async def test_a_directory_that_does_not_say_leaves_it_to_the_register(network: Network, ask: Ask, web: Web) -> None:
    network.registers(VALUE)
    network.directory = web
    answer = await ask()
    assert told(answer) == REGISTERED
    assert answer.fact("company_name") is None

    network.names[VALUE] = "SERVFAIL"
    assert told(await ask()) == ("unavailable", "dns_failure", None)


@pytest.mark.parametrize(
    ("members", "name", "country"),
    [
        ({"entities": []}, None, None),
        ({"entities": None}, None, None),
        ({"docTypes": None}, "Zonnewind Logistiek", "BE"),
        ({"docTypes": [], "unknown": {"deep": [1]}}, "Zonnewind Logistiek", "BE"),
        ({"entities": [{}]}, None, None),
        ({"entities": [None, {"name": [None, {"name": None}, {"name": "Zonnewind"}]}]}, "Zonnewind", None),
        ({"docTypes": [None, {"scheme": None, "value": None}]}, "Zonnewind Logistiek", "BE"),
        ({"entities": [{"name": [], "countryCode": "Belgium"}]}, None, None),
        ({"entities": [{"name": [{"name": " "}, {"name": "Zonnewind"}], "countryCode": None}]}, "Zonnewind", None),
        ({"entities": [{"name": [{"name": "A"}], "countryCode": "NL"}, {"name": [{"name": "B"}]}]}, "A", "NL"),
        ({"entities": [{"name": [{"name": " \x00株式会社"}]}]}, "�株式会社", None),
    ],
)
async def test_members_that_are_missing_or_unknown_do_not_unmake_a_match(
    network: Network, ask: Ask, members: dict[str, object], name: str | None, country: str | None
) -> None:
    network.directory = listed(a_match(VALUE, **members))
    answer = await ask()
    assert told(answer) == REGISTERED
    assert (answer.fact("company_name"), answer.fact("country")) == (name, country)


async def test_contacts_in_the_directory_are_nobodys_facts(network: Network, ask: Ask) -> None:
    contact = {"type": "Support", "name": "Mia Peeters", "phone": "+32 2 555 01 23", "email": "mia@zonnewind.example"}
    entity = {"name": [{"name": "Zonnewind"}], "countryCode": "BE", "contacts": [contact], "websites": ["x.example"]}
    network.directory = listed(a_match(VALUE, entities=[entity]))
    assert {fact.name for fact in (await ask()).facts} == {
        "peppol_registered",
        "peppol_document_type",
        "company_name",
        "country",
    }
