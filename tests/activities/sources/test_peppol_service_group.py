"""A ServiceGroup is read however its publisher writes it; what is none is told, and costs nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.sources.peppol.service_group import (
    MAX_NAME_CHARACTERS,
    MalformedServiceGroupError,
    ServiceGroup,
    read_service_group,
    short_names,
)
from tests.activities.sources.peppol_network import CREDIT_NOTE, INVOICE, UBL, service_group

VALUE = "0208:0711326932"
READ = ServiceGroup("iso6523-actorid-upis", VALUE, ("Invoice", "CreditNote"))


@pytest.mark.parametrize("prefix", ["smp:", "ns2:", ""])
def test_namespaces_may_be_written_in_any_way(prefix: str) -> None:
    assert read_service_group(service_group(VALUE, INVOICE, CREDIT_NOTE, prefix=prefix)) == READ


def test_the_identifier_may_be_in_the_namespace_of_the_group() -> None:
    body = service_group(VALUE, INVOICE, CREDIT_NOTE, prefix="").replace(b"<id:", b"<").replace(b"</id:", b"</")
    assert read_service_group(body) == READ


def test_references_may_be_encoded_twice() -> None:
    assert read_service_group(service_group(VALUE, INVOICE, CREDIT_NOTE, once_more=True)) == READ


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "us-ascii", "windows-1252", "utf-8-sig"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = service_group(VALUE, INVOICE, CREDIT_NOTE).decode().replace("UTF-8", declared)
    assert read_service_group(text.encode(encoding)) == READ


def test_white_space_comments_and_cdata_are_no_part_of_the_identifier() -> None:
    body = service_group(VALUE, INVOICE, CREDIT_NOTE).replace(
        VALUE.encode() + b"</id", b"\n  <!-- who -->" + b"<![CDATA[0208:]]>0711326932\n</id"
    )
    assert read_service_group(body) == READ


def test_the_first_identifier_is_the_groups_own() -> None:
    other = b'<id:ParticipantIdentifier scheme="x">0208:1</id:ParticipantIdentifier></smp:ServiceGroup>'
    body = service_group(VALUE, INVOICE, CREDIT_NOTE).replace(b"</smp:ServiceGroup>", other)
    assert read_service_group(body) == READ


@pytest.mark.parametrize("href", [b"", b"https://smp.example/", b"https://smp.example/services/", b"%"])
def test_a_reference_to_nothing_is_left_out(href: bytes) -> None:
    body = service_group(VALUE, INVOICE)
    start, _, rest = body.partition(b'href="')
    assert read_service_group(start + b'href="' + href + rest[rest.index(b'"') :]).document_types == ()


def test_a_participant_that_takes_nothing_yet_is_one() -> None:
    assert read_service_group(service_group(VALUE)).document_types == ()


@pytest.mark.parametrize(
    "bomb",
    [
        b'<!DOCTYPE a [<!ENTITY b "b">]><ServiceGroup>&b;</ServiceGroup>',
        b'<!DOCTYPE a SYSTEM "https://evil.example/a.dtd"><ServiceGroup/>',
        b'<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/passwd">%b;]><ServiceGroup/>',
        b"<!DOCTYPE ServiceGroup><ServiceGroup/>",
        b"<ServiceGroup>" * 50_000,
        b"<ServiceGroup " + b"a" * 1_000_000 + b'="',
    ],
)
def test_what_could_grow_or_lead_elsewhere_is_refused(bomb: bytes) -> None:
    with pytest.raises(MalformedServiceGroupError):
        read_service_group(bomb)


@given(st.binary(max_size=200))
def test_bytes_are_a_group_or_malformed(body: bytes) -> None:
    with pytest.raises(MalformedServiceGroupError):
        read_service_group(body)


@given(st.data())
def test_a_damaged_group_is_read_or_malformed(data: st.DataObject) -> None:
    body = bytearray(service_group(VALUE, INVOICE, CREDIT_NOTE))
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        group = read_service_group(bytes(body))
    except MalformedServiceGroupError:
        return
    assert len(group.document_types) <= 2


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        (INVOICE, "Invoice"),
        (f"busdox-docid-qns::{INVOICE}", "Invoice"),
        (f"peppol-doctype-wildcard::{UBL}:Invoice-2::Invoice##urn:peppol:pint:billing-1*::2.1", "Invoice"),
        (f"{UBL}:Order-2::Order##urn:fdc:peppol.eu:poacc:trns:order:3::2.3", "Order"),
        ("a-scheme-of-its-own::something", "a-scheme-of-its-own::something"),
        ("x" * 500, "x" * MAX_NAME_CHARACTERS),
    ],
)
def test_a_document_is_called_by_its_root_element(identifier: str, name: str) -> None:
    assert short_names([identifier, identifier]) == (name,)


@pytest.mark.parametrize("identifier", ["", "  ", "##", "urn::##x"])
def test_what_has_no_name_is_no_document(identifier: str) -> None:
    assert short_names([identifier]) == ()
