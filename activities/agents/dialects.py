"""Answers of servers that speak a provider's protocol nearly: what their packages would trip over is filled in.

Servers of one's own leave out an answer's id, time and model, say nothing of usage, or say what cannot be. What is kept
with the run is the answer as it came; this is what the packages are given to read. Usage that is missing, no whole
number, negative or beyond any question of ours becomes zero, which `activities.agents.provider` takes as unknown.
"""

import json
import re
from collections.abc import Mapping
from typing import TypeGuard

from pydantic import JsonValue

MAX_TOKENS = 10_000_000
"""More than any question of ours and its answer: a server that says so does not count."""

_LEFT_OUT: Mapping[str, JsonValue] = {"id": "none", "model": "none", "created": 0, "object": "chat.completion"}
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,60}", re.ASCII)


def media_type_of(content_type: str) -> str:
    """The media type that a header names, if it is one (RFC 6838, section 4.2) and not long; else that of bytes."""
    named = content_type.split(";")[0].strip()
    return named.lower() if _MEDIA_TYPE.fullmatch(named) else "application/octet-stream"


def mended(body: bytes) -> bytes | None:
    """The answer as the packages can read it, as JSON; None if it is no answer of either protocol."""
    try:
        answer: JsonValue = json.loads(body)
        return json.dumps(_mended(answer)).encode() if isinstance(answer, dict) else None
    except (ValueError, RecursionError):  # what cannot be parsed here, the packages cannot parse either
        return None


def _mended(answer: dict[str, JsonValue]) -> dict[str, JsonValue]:
    if "choices" in answer:
        left_out = {name: value for name, value in _LEFT_OUT.items() if answer.get(name) is None}
        return {**answer, **left_out, "usage": _usage(answer.get("usage"), "prompt_tokens", "completion_tokens")}
    if "content" in answer:
        return {**answer, "usage": _usage(answer.get("usage"), "input_tokens", "output_tokens")}
    return answer


def _usage(told: JsonValue, reads: str, writes: str) -> JsonValue:
    """The usage as it was told, if it can be; else of nothing."""
    if isinstance(told, dict) and not _absurd(told):
        read, written = told.get(reads), told.get(writes)
        if _whole(read) and _whole(written):
            return {**told, "total_tokens": read + written}
    return {reads: 0, writes: 0, "total_tokens": 0}


def _whole(count: JsonValue) -> TypeGuard[int]:
    return isinstance(count, int) and not isinstance(count, bool)


def _absurd(usage: dict[str, JsonValue]) -> bool:
    """Whether any number in it is beyond belief, those of its parts included: a price may depend on them."""
    for told in usage.values():
        if isinstance(told, dict) and _absurd(told):
            return True
        if isinstance(told, int | float) and not 0 <= told <= MAX_TOKENS:
            return True
    return False
