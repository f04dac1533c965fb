"""Answers of servers that speak a protocol nearly are filled in before the providers' packages read them."""

import json

import pytest
from pydantic import JsonValue

from activities.agents.dialects import media_type_of, mended


@pytest.mark.parametrize(
    ("header", "media_type"),
    [
        ("application/json", "application/json"),
        ("Text/HTML; charset=utf-8", "text/html"),
        ("", "application/octet-stream"),
        ("\u00ff; charset=nope", "application/octet-stream"),
        ("application/js\u00f6n", "application/octet-stream"),
        ("a/b\r\nX-Evil: 1", "application/octet-stream"),
        (f"a/{'b' * 5000}", "application/octet-stream"),
    ],
)
def test_a_media_type_is_one_or_that_of_bytes(header: str, media_type: str) -> None:
    assert media_type_of(header) == media_type


@pytest.mark.parametrize(
    "body", [b"", b"[1]", b'"text"', b"[" * 100_000, b'{"a":' * 5000, b'{"id":' + b"9" * 5000, b"\xff"]
)
def test_what_is_no_answer_is_left_as_it_is(body: bytes) -> None:
    assert mended(body) is None


ABSURD: tuple[JsonValue, ...] = (10**19, -1, float("nan"), 1e300)


@pytest.mark.parametrize("cached", ABSURD)
def test_usage_with_a_part_beyond_belief_is_unknown(cached: JsonValue) -> None:
    usage: JsonValue = {"prompt_tokens": 9, "completion_tokens": 1, "prompt_tokens_details": {"cached_tokens": cached}}

    answer = json.loads(mended(json.dumps({"choices": [], "usage": usage}).encode()) or b"")

    assert (answer["usage"]["prompt_tokens"], answer["usage"]["completion_tokens"]) == (0, 0)


def test_an_answer_keeps_what_it_says() -> None:
    whole: dict[str, JsonValue] = {
        "id": "1",
        "model": "m",
        "created": 5,
        "object": "o",
        "choices": [{"text": "\ud800"}],
    }
    usage: JsonValue = {"prompt_tokens": 9, "completion_tokens": 1, "total_tokens": 10, "queue_time": 0.5}

    answer = {**whole, "usage": usage}

    assert json.loads(mended(json.dumps(answer).encode()) or b"") == answer
