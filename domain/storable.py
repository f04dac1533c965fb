"""What can be kept: PostgreSQL has no text with U+0000, UTF-8 none with half of a surrogate pair, JSON no infinity."""

import math
import re
from collections.abc import Iterator

from pydantic import JsonValue

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

Path = tuple[str, ...]


def is_storable(value: JsonValue) -> bool:
    """Whether a JSON value can be written to Postgres: all of its texts, member names and numbers can."""
    return unstorable_member(value) is None


def unstorable_member(value: JsonValue) -> Path | None:
    """Where in a JSON value the first thing is that cannot be written, such as `("notes", "0")`; None if all can be.

    A member whose name cannot be written is told by where it is: the path of what holds it.
    """
    return next(_unstorable(value, ()), None)


def storable(text: str) -> str:
    """The text with U+FFFD in place of each character that cannot be kept."""
    return _UNSTORABLE.sub("\ufffd", text)


def _unstorable(value: JsonValue, path: Path) -> Iterator[Path]:
    match value:
        case str() if _UNSTORABLE.search(value):
            yield path
        case float() if not math.isfinite(value):
            yield path
        case dict():
            for name, member in value.items():
                yield from _unstorable(name, path)
                yield from _unstorable(member, (*path, name))
        case list():
            for index, item in enumerate(value):
                yield from _unstorable(item, (*path, str(index)))
