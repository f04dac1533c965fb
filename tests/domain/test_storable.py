"""What Postgres can keep."""

import json

import pytest
from hypothesis import given
from pydantic import JsonValue

from domain.storable import is_storable, storable, unstorable_member
from tests.any_json import ANY_JSON, ANY_TEXT, TRANSMITTABLE_JSON


@pytest.mark.parametrize("value", ["\x00", "a\x00b", {"\x00": 1}, {"a": [{"b": "\x00"}]}, "\ud800", ["\udfff"]])
def test_nul_and_broken_text_cannot_be_stored(value: JsonValue) -> None:
    assert not is_storable(value)


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), {"a": [float("nan")]}])
def test_a_number_that_json_cannot_write_cannot_be_stored(value: JsonValue) -> None:
    assert not is_storable(value)


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("\x00", ()),
        ({"notes": ["fine", "\x00"]}, ("notes", "1")),
        ({"a": {"b": {"c": "\ud800"}}, "d": "\x00"}, ("a", "b", "c")),
        ({"a": {"\x00": 1}}, ("a",)),
        ({"a": 1}, None),
    ],
)
def test_the_first_thing_that_cannot_be_stored_is_found(value: JsonValue, path: tuple[str, ...] | None) -> None:
    assert unstorable_member(value) == path


@pytest.mark.parametrize("value", [None, True, 1.5, "", "\x01\t\n", "é🦉", r"\u0000", {"a": ["b"]}])
def test_everything_else_can(value: JsonValue) -> None:
    assert is_storable(value)


@given(TRANSMITTABLE_JSON)
def test_of_what_can_be_transmitted_only_nul_cannot_be_stored(value: JsonValue) -> None:
    assert is_storable(value) == ("\\u0000" not in json.dumps(value).replace("\\\\", ""))


@given(ANY_JSON)
def test_what_can_be_stored_can_be_written_as_utf_8(value: JsonValue) -> None:
    if is_storable(value):
        json.dumps(value, ensure_ascii=False).encode()


@given(ANY_TEXT)
def test_any_text_is_made_storable_without_changing_what_was(text: str) -> None:
    assert is_storable(storable(text))
    assert len(storable(text)) == len(text)
    assert storable(text) == text or not is_storable(text)
