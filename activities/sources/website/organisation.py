"""What a page says of its organisation in JSON-LD: the words that a site has for machines.

Vocabulary: https://schema.org/Organization (`legalName`, `vatID`, `taxID`). They are as much the site's own word as
its imprint, and no more.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator

from pydantic import JsonValue

MAX_BLOCK_CHARACTERS = 200_000
MAX_VALUES = 5000
"""Values looked at in one block: a page may nest as many as it likes."""
_MEMBERS = frozenset({"legalName", "vatID", "taxID"})


def organisation_words(blocks: Iterable[str]) -> str:
    """The legal names and numbers that these blocks state, one after the other; empty if there are none."""
    return " ".join(text for block in blocks for text in _stated(_parsed(block)))


def _parsed(block: str) -> JsonValue:
    if len(block) > MAX_BLOCK_CHARACTERS:
        return None
    try:
        value: JsonValue = json.loads(block)
    except (ValueError, RecursionError):  # not JSON, or nested deeper than anybody reads
        return None
    return value


def _stated(block: JsonValue) -> Iterator[str]:
    waiting, seen = deque([block]), 0
    while waiting and seen < MAX_VALUES:
        value, seen = waiting.popleft(), seen + 1
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            for name, member in value.items():
                if name in _MEMBERS and isinstance(member, str):
                    yield member
                elif isinstance(member, dict | list):
                    waiting.append(member)
