"""What PEPPOL says becomes exactly one of registered, not registered, or could not check; over real DNS and HTTP."""

import hashlib
import json

import pytest

from activities.sources.peppol import locator
from activities.sources.peppol.locator import locator_name
from schemas.company import Company
from tests.activities.sources.asking_peppol import (
    NOT_REGISTERED,
    PARTICIPANT_URL,
    REGISTERED,
    VALUE,
    VAT_VALUE,
    Ask,
    documents,
    told,
)
from tests.activities.sources.peppol_network import (
    CREDIT_NOTE,
    HTML,
    INVOICE,
    PUBLISHER,
    UBL,
    UNANSWERED_SECONDS,
    ZONE,
    DnsSays,
    Network,
    Web,
    a_match,
    listed,
    naptr,
    service_group,
)
from tests.activities.sources.simulated import MemoryStore

# Registered.


async def test_a_participant_is_found_with_its_documents_and_the_directorys_name(network: Network, ask: Ask) -> None:
    network.registers(VALUE, INVOICE, CREDIT_NOTE)
    network.directory = listed(a_match(VALUE))
    answer = await ask()
    assert told(answer) == REGISTERED
    assert documents(answer) == ["Invoice", "CreditNote"]
    assert (answer.fact("company_name"), answer.fact("country")) == ("Zonnewind Logistiek", "BE")
    (verdict,) = answer.all("peppol_registered")
    assert verdict.details == {"participant": f"iso6523-actorid-upis::{VALUE}", "said_by": "register"}


async def test_all_that_came_is_evidence_and_each_fact_cites_the_bytes_it_was_read_from(
    network: Network, ask: Ask, store: MemoryStore
) -> None:
    network.registers(VALUE)
    network.directory = listed(a_match(VALUE))
    answer = await ask()
    publisher, locator, directory = answer.pieces
    assert [store.objects[piece.object_key] for piece in (publisher, directory)] == [
        (network.publisher.body, "text/xml"),
        (network.directory.body, "application/json"),
    ]
    for piece in answer.pieces:
        assert piece.data_hash == f"sha256:{hashlib.sha256(store.objects[piece.object_key][0]).hexdigest()}"
    hashes = {fact.name: fact.data_hash or answer.data_hash for fact in answer.facts}
    assert hashes["peppol_registered"] == hashes["peppol_document_type"] == publisher.data_hash
    assert hashes["company_name"] == hashes["country"] == directory.data_hash
    assert locator.source_url == f"dns:{locator_name(VALUE, ZONE)}?type=NAPTR"


async def test_the_dns_answer_is_kept_as_canonical_json(network: Network, ask: Ask, store: MemoryStore) -> None:
    network.registers(VALUE)
    answer = await ask()
    (piece,) = [piece for piece in answer.pieces if str(piece.source_url).startswith("dns:")]
    body, media_type = store.objects[piece.object_key]
    record = {
        "order": 100,
        "preference": 10,
        "flags": "U",
        "service": "Meta:SMP",
        "regexp": f"!.*!{PUBLISHER}!",
        "replacement": ".",
    }
    said = {
        "participant": f"iso6523-actorid-upis::{VALUE}",
        "name": locator_name(VALUE, ZONE),
        "type": "NAPTR",
        "status": "NOERROR",
        "records": [record],
    }
    assert (body, media_type) == (
        json.dumps(said, sort_keys=True, separators=(",", ":")).encode(),
        "application/json",
    )


async def test_the_publisher_is_asked_as_the_policy_says(network: Network, ask: Ask) -> None:
    network.registers(VALUE)
    await ask()
    (request,) = [request for request in network.requests if request.path.startswith("/smp/")]
    assert (request.raw_path, request.headers["Accept"]) == (PARTICIPANT_URL, "text/xml")


async def test_the_directory_is_asked_once_for_the_whole_identifier(network: Network, ask: Ask) -> None:
    await ask()
    (request,) = network.requests
    assert request.path == "/directory/search/1.0/json"
    assert dict(request.query) == {"participant": f"iso6523-actorid-upis::{VALUE}"}


async def test_the_directory_alone_makes_a_participant_too(network: Network, ask: Ask) -> None:
    network.directory = listed(a_match(VALUE))
    answer = await ask()
    assert told(answer) == REGISTERED
    assert documents(answer) == ["CreditNote"]
    assert answer.all("peppol_registered")[0].details["said_by"] == "directory"
    assert (answer.pieces[0].source_url or "").startswith(network.url)


@pytest.mark.parametrize("says", ["SERVFAIL", b"<html>"])
async def test_the_directory_speaks_when_the_register_cannot(
    network: Network, ask: Ask, monkeypatch: pytest.MonkeyPatch, says: DnsSays
) -> None:
    monkeypatch.setattr(locator, "SECONDS", UNANSWERED_SECONDS)
    network.names[VALUE] = says
    network.directory = listed(a_match(VALUE))
    assert told(await ask()) == REGISTERED


async def test_documents_are_the_directorys_where_the_publisher_names_none(network: Network, ask: Ask) -> None:
    network.registers(VALUE)
    network.publisher = Web(service_group(VALUE))
    network.directory = listed(a_match(VALUE))
    answer = await ask()
    assert told(answer) == REGISTERED
    (document,) = answer.all("peppol_document_type")
    assert document.value == "CreditNote"
    assert document.data_hash == f"sha256:{hashlib.sha256(network.directory.body).hexdigest()}"


async def test_each_document_is_told_once_and_thirty_at_most(network: Network, ask: Ask) -> None:
    pint = f"{UBL}:Invoice-2::Invoice##urn:peppol:pint:billing-1::2.1"
    network.registers(VALUE, INVOICE, pint, *(f"{UBL}:X-2::Document{number}##x::1" for number in range(50)))
    answer = await ask()
    assert documents(answer) == ["Invoice", *(f"Document{number}" for number in range(29))]


async def test_a_belgian_company_may_be_registered_under_its_vat_number(network: Network, ask: Ask) -> None:
    network.registers(VAT_VALUE)
    network.directory = listed(a_match(VAT_VALUE))
    answer = await ask()
    assert told(answer) == REGISTERED
    assert answer.all("peppol_registered")[0].details["participant"] == f"iso6523-actorid-upis::{VAT_VALUE}"
    assert answer.fact("company_name") == "Zonnewind Logistiek"
    assert len(answer.pieces) == 4, "the denial of the first identifier is evidence too"


async def test_the_second_identifier_is_not_looked_up_when_the_first_is_registered(network: Network, ask: Ask) -> None:
    network.registers(VALUE)
    await ask()
    assert network.questions == [locator_name(VALUE, ZONE)]


# Not registered.


async def test_a_name_that_dns_denies_is_not_registered(network: Network, ask: Ask, store: MemoryStore) -> None:
    answer = await ask()
    assert told(answer) == NOT_REGISTERED
    assert [fact.name for fact in answer.facts] == ["peppol_registered"]
    assert network.questions == [locator_name(VALUE, ZONE), ZONE, locator_name(VAT_VALUE, ZONE), ZONE]
    assert answer.object_key is not None
    denial = json.loads(store.objects[answer.object_key][0])
    assert (denial["status"], denial["records"]) == ("NXDOMAIN", [])


@pytest.mark.parametrize("body", [b"", b"Not found", HTML, b"\xff\xfe"])
async def test_a_participant_whom_its_publisher_does_not_know_is_not_registered(
    network: Network, ask: Ask, body: bytes
) -> None:
    network.registers(VALUE)
    network.publisher = Web(body, 404, media_type="text/html")
    answer = await ask()
    assert told(answer) == NOT_REGISTERED
    assert answer.data_hash is not None, "where the denial has no body, the DNS record comes first"


async def test_the_directorys_silence_changes_nothing(network: Network, ask: Ask) -> None:
    network.directory = Web(HTML, 503, media_type="text/html")
    assert told(await ask()) == NOT_REGISTERED


@pytest.mark.parametrize(
    "match",
    [
        a_match("9913:000076-04-be0711326932"),
        a_match("0208:07113269320"),
        a_match("0088:0711326932"),
        a_match(VALUE, participantID={"scheme": "other-actorid", "value": VALUE}),
        a_match(VALUE, participantID={}),
    ],
)
async def test_another_participant_that_the_directory_finds_is_not_this_one(
    network: Network, ask: Ask, match: object
) -> None:
    network.directory = listed(match)
    assert told(await ask()) == NOT_REGISTERED


async def test_an_identifier_is_the_same_in_upper_case(network: Network, ask: Ask) -> None:
    network.directory = listed(a_match(VAT_VALUE.upper()), a_match("0208:1"))
    network.names[VAT_VALUE] = [naptr(PUBLISHER)]
    network.publisher = Web(service_group(VAT_VALUE.upper(), INVOICE))
    answer = await ask()
    assert (told(answer), answer.fact("company_name")) == (REGISTERED, "Zonnewind Logistiek")


# What is asked at all.


async def test_a_company_without_a_number_is_not_asked_about(network: Network, ask: Ask) -> None:
    answer = await ask(Company(company_name="Nameless", country="BE"))
    assert (answer.state, answer.reason, answer.pieces) == ("not_applicable", "no_participant_identifier", ())
    assert (network.questions, network.requests) == ([], [])


async def test_the_record_that_comes_first_by_order_is_taken(network: Network, ask: Ask) -> None:
    network.names[VALUE] = [
        naptr("https://127.0.0.1", order=200),
        naptr("https://10.0.0.1", order=50, service="Other"),
        naptr("http://smp.example", order=100, flags="u", service="meta:smp"),
    ]
    assert (await ask(peppol_smp_url=None)).reason == "scheme_not_allowed"
