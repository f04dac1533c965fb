"""The names of a case and how each follows from the other."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from domain.identity import (
    body_hash,
    case_id_of,
    identity_from_entropy,
    identity_from_key,
    is_portal_token,
    token_hash,
    workflow_id_of,
)
from tests.any_json import ANY_JSON, ANY_TEXT

CASE_IDS = st.from_regex(r"case_[0-9a-f]{12}", fullmatch=True)


def test_a_workflow_id_is_the_case_id_with_its_bytes_reversed() -> None:
    assert workflow_id_of("case_a1b2c3d4e5f6") == "wf_f6e5d4c3b2a1"


@given(CASE_IDS)
def test_a_case_and_its_workflow_name_each_other(case_id: str) -> None:
    assert case_id_of(workflow_id_of(case_id)) == case_id
    assert case_id_of(case_id) == case_id


@pytest.mark.parametrize(
    "text", ["", "case_", "case_A1B2C3D4E5F6", "case_a1b2c3d4e5f6\n", "case_a1b2c3d4e5f", "wf_a1b2c3d4e5f6a", "1"]
)
def test_nothing_else_names_a_case(text: str) -> None:
    assert case_id_of(text) is None
    with pytest.raises(ValueError, match="not a case id"):
        workflow_id_of(text)


@given(ANY_TEXT)
def test_a_key_of_several_parts_is_never_the_same_as_a_single_text(text: str) -> None:
    parts = ("session", "test", text)
    for one in ("/".join(parts), json.dumps(parts), text):
        assert identity_from_key(b"secret", "org", parts) != identity_from_key(b"secret", "org", one)


@given(st.binary(min_size=30, max_size=64))
def test_an_identity_is_made_of_thirty_bytes(entropy: bytes) -> None:
    identity = identity_from_entropy(entropy)

    assert identity == identity_from_entropy(entropy[:30])
    assert case_id_of(identity.workflow_id) == identity.case_id
    assert is_portal_token(identity.portal_token)


@given(st.binary(max_size=29))
def test_too_little_entropy_makes_no_identity(entropy: bytes) -> None:
    with pytest.raises(ValueError, match="30 bytes"):
        identity_from_entropy(entropy)


def test_a_portal_token_is_pt_and_32_characters_of_its_own_bytes() -> None:
    one, other = identity_from_entropy(bytes(30)), identity_from_entropy(bytes(6) + bytes(23) + b"\x01")

    assert one.portal_token == "pt_" + "A" * 32
    assert (one.case_id, len(other.portal_token)) == (other.case_id, 35)
    assert one.portal_token != other.portal_token


@pytest.mark.parametrize(
    "text", ["", "pt_", "pt_" + "A" * 31, "pt_" + "A" * 33, "pt_" + "A" * 31 + "+", "pt_" + "A" * 32 + "\n"]
)
def test_nothing_else_is_a_portal_token(text: str) -> None:
    assert not is_portal_token(text)


@given(st.binary(min_size=1, max_size=40), ANY_TEXT, ANY_TEXT)
def test_the_same_idempotency_key_is_the_same_case(secret: bytes, organisation: str, key: str) -> None:
    assert identity_from_key(secret, organisation, key) == identity_from_key(secret, organisation, key)


@pytest.mark.parametrize(
    ("secret", "organisation", "key"),
    [
        (b"another secret", "org_1", "key_1"),
        (b"secret", "org_2", "key_1"),
        (b"secret", "org_1", "key_2"),
        (b"secret", "org_1key", "_1"),
        (b"secret", 'org_1", "key', "_1"),
    ],
)
def test_another_secret_organisation_or_key_is_another_case(secret: bytes, organisation: str, key: str) -> None:
    first, other = identity_from_key(b"secret", "org_1", "key_1"), identity_from_key(secret, organisation, key)

    assert not set(first) & set(other)


@given(ANY_JSON.filter(lambda value: isinstance(value, dict)))
def test_the_order_of_members_does_not_change_the_hash_of_a_body(body: JsonValue) -> None:
    assert isinstance(body, dict)

    assert body_hash(dict(reversed(body.items()))) == body_hash(body)


@pytest.mark.parametrize(
    "other", [{"a": 1, "b": [2, 1]}, {"a": "1", "b": [1, 2]}, {"a": 1}, {"a": 1, "b": [1, 2], "c": None}]
)
def test_another_value_is_another_hash(other: JsonValue) -> None:
    assert body_hash(other) != body_hash({"a": 1, "b": [1, 2]})


def test_the_hash_of_a_body_is_of_its_canonical_json() -> None:
    assert body_hash({"b": ["é"], "a": 1}) == hashlib.sha256('{"a":1,"b":["é"]}'.encode()).hexdigest()


def test_a_token_is_stored_as_its_sha_256() -> None:
    assert token_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
