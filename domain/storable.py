"""What can be kept: PostgreSQL has no text with U+0000, and UTF-8 none with half of a surrogate pair."""

import re

from pydantic import JsonValue

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def is_storable(value: JsonValue) -> bool:
    """Whether a JSON value can be written to Postgres: all of its texts and member names can."""
    if isinstance(value, str):
        return _UNSTORABLE.search(value) is None
    if isinstance(value, dict):
        return all(is_storable(name) and is_storable(member) for name, member in value.items())
    if isinstance(value, list):
        return all(is_storable(item) for item in value)
    return True


def storable(text: str) -> str:
    """The text with U+FFFD in place of each character that cannot be kept."""
    return _UNSTORABLE.sub("\ufffd", text)
