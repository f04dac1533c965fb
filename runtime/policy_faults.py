"""What is wrong with a draft, in words for whoever wrote it: which member of which rule, and what is expected there."""

from collections.abc import Iterator

from pydantic import JsonValue, ValidationError
from pydantic_core import ErrorDetails

from runtime.refused_members import Path, member_of

MOST_FAULTS = 20

_PLAIN = {
    "missing": "it is required",
    "extra_forbidden": "there is no such member; correct its name, or leave it out",
    "union_tag_not_found": 'say which type of condition it is, as type = "finding_category"',
}
"""By pydantic's code, where its own words are a programmer's."""


def faults_of(error: ValidationError, given: JsonValue) -> str:
    """One line for each fault: the member, the rule that it belongs to, and what is expected."""
    faults = error.errors(include_url=False, include_input=False)
    above = {fault["loc"][:depth] for fault in faults for depth in range(len(fault["loc"]))}
    # A list of which members were refused is too short by these; that is said of the members.
    found = [fault for fault in faults if fault["type"] != "too_short" or fault["loc"] not in above]
    more = [f"and {len(found) - MOST_FAULTS} more"] if len(found) > MOST_FAULTS else []
    return "\n".join([*(_line(item, given) for item in found[:MOST_FAULTS]), *more])


def _line(item: ErrorDetails, given: JsonValue) -> str:
    path = member_of(item, given)
    rule = "".join(f" (rule {each['id']})" for each in _along(given, path) if "id" in each and "condition" in each)
    said = _PLAIN.get(item["type"], item["msg"].removeprefix("Value error, "))
    return f"{'.'.join(map(str, path))}{rule}: {said}" if path else said


def _along(given: JsonValue, path: Path) -> Iterator[dict[str, JsonValue]]:
    """The objects that one comes through on the way to this member."""
    for part in path:
        if isinstance(given, dict):
            given = given.get(str(part))
        elif isinstance(given, list) and isinstance(part, int):
            given = given[part] if part < len(given) else None
        if isinstance(given, dict):
            yield given
