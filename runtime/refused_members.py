"""Which member of what somebody sent pydantic refused, by the names that they wrote."""

from pydantic import JsonValue
from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]
"""From the outside in: names of members, and places in lists, counted from 0."""


def member_of(fault: ErrorDetails, given: JsonValue) -> Path:
    """The refused member, as far as it was sent, and the name of one that is missing there. pydantic's own path also
    has the shape that it took a member for, on the way, and those that it tried, at the end: nobody wrote them."""
    path: list[str | int] = []
    for part in fault["loc"]:
        if isinstance(given, dict) and part in given:
            given = given[str(part)]
        elif isinstance(given, list) and isinstance(part, int) and part < len(given):
            given = given[part]
        elif isinstance(given, dict) and given.get("type") == part:
            continue
        else:
            break
        path.append(part)
    return (*path, fault["loc"][-1]) if fault["type"] == "missing" else tuple(path)
