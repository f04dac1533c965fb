"""A JSON answer is read whole or not at all, in whatever encoding it comes."""

import json

import pytest

from activities.sources.json_answer import Texts, Wire, read_json
from runtime.http import Exchange


class Told(Wire):
    legal_name: str | None = None
    former_names: Texts = ()


def read(body: bytes, charset: str | None = None) -> Told | None:
    return read_json(Exchange("https://unused", 200, body, charset=charset), Told)


def test_members_are_named_as_the_wire_names_them_and_unknown_ones_ignored() -> None:
    told = read(b'{"legalName": "Zonnewind", "legal_name": "other", "novel": {"deep": [1]}}')
    assert told == Told(legalName="Zonnewind")


@pytest.mark.parametrize(
    ("names", "known"), [(b"null", ()), (b"[]", ()), (b'["a", null, "b"]', ("a", "b")), (b"[7]", ("7",))]
)
def test_null_is_no_item_and_an_empty_list(names: bytes, known: tuple[str, ...]) -> None:
    told = read(b'{"formerNames": ' + names + b"}")
    assert told is not None
    assert told.former_names == known


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32-le"])
def test_every_unicode_encoding_is_known_by_its_first_bytes(encoding: str) -> None:
    told = read('{"legalName": "Käserei ☂"}'.encode(encoding), charset="iso-8859-1")
    assert told is not None
    assert told.legal_name == "Käserei ☂"


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("iso-8859-1", "Käserei"),
        ("ISO-8859-15", "Käserei"),
        ("windows-1252", "Käserei"),
        ("punycode", None),
        ("undefined", None),
        ("no-such-charset", None),
        (None, None),
    ],
)
def test_of_other_bytes_the_header_is_believed_if_it_names_a_western_charset(
    charset: str | None, name: str | None
) -> None:
    told = read('{"legalName": "Käserei"}'.encode("windows-1252"), charset)
    assert (told and told.legal_name) == name


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"<html>",
        b'{"legalName": ["a"]}',
        b'{"formerNames": "a"}',
        b'{"formerNames": {"a": 1}}',
        b'{"legalName": "a"',
        b'{"legalName": "\\ud800"}',
        b"\xef\xbb\xbf",
        b"\x00",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        json.dumps({"formerNames": ["a"] * 3}).encode() + b"}",
    ],
)
def test_anything_else_is_no_answer(body: bytes) -> None:
    assert read(body) is None
