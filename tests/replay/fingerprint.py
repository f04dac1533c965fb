"""The commands of the workflows, read off their source: what they ask of Temporal, in which order, on what condition.

An open case replays its history with the code of today. If that gives other commands the case is stuck, so a change of
them should never happen unnoticed. `fingerprint.json` is the list as it was last looked at.

It covers every function of `workflows/` that makes a command, itself or through another one: activities with their
names and queues, timers and waits, search attributes, runs that continue, what runs at the same time, and the
conditions, loops and tables around them. It does not cover what those conditions compute: the rules of `domain`
(`stages`, `deadlines`, `lifecycle`, `progress`), and what an SDK does. That is what the recorded histories are for.

    python -m tests.replay.fingerprint            shows what has changed
    python -m tests.replay.fingerprint --write    renews the list
"""

import argparse
import json
import sys
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

from tests.replay.commands import Sequences, sequences
from tests.replay.program import Program

REPOSITORY = Path(__file__).parent.parent.parent
FINGERPRINT = Path(__file__).parent / "fingerprint.json"

ADVICE = """
The workflow's commands are not those of tests/replay/fingerprint.json any more:

{difference}

An open case replays its history with the code of today. Commands that its history does not have stop it for good.

1. Is any case open that goes the old way? Then it must go on going it. Either keep both ways in the code,
       if workflow.patched("name-of-the-change"):
           ...the new way
       else:
           ...the old way
   or deploy the new code as a new worker version, which gets only the cases that are opened from then on.
   See https://docs.temporal.io/develop/python/versioning.
2. Record a history that goes the new way, beside those of the old way, which stay:
       python -m tests.replay.record --story NAME --suffix v2
   Before the first release there are no such cases: record all anew, python -m tests.replay.record
3. See that all recorded histories replay: python -m pytest tests/replay
4. Then renew the fingerprint: python -m tests.replay.fingerprint --write

If no command comes, goes or moves, because only names have changed, steps 3 and 4 are enough.
"""


def of_this_code() -> Sequences:
    """The fingerprint of the workflows in this repository."""
    return sequences(Program(workflows=_sources("workflows"), activities=_sources("activities")))


def committed() -> Sequences:
    found: Sequences = json.loads(FINGERPRINT.read_text())
    return found


def advice(before: Sequences, now: Sequences) -> str:
    """What has changed and what to do about it; empty if nothing has."""
    difference = "\n".join(unified_diff(_lines(before), _lines(now), "committed", "now", n=2, lineterm=""))
    return ADVICE.format(difference=difference) if difference else ""


def _lines(found: Sequences) -> list[str]:
    return [line for place, commands in found.items() for line in (place, *(f"    {command}" for command in commands))]


def _sources(room: str) -> Mapping[str, str]:
    files = sorted((REPOSITORY / room).rglob("*.py"))
    return {".".join(file.relative_to(REPOSITORY).with_suffix("").parts): file.read_text() for file in files}


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare the workflows' commands with those last looked at")
    parser.add_argument("--write", action="store_true", help="renew the list, after doing what the comparison says")
    if parser.parse_args().write:
        FINGERPRINT.write_text(json.dumps(of_this_code(), indent=2, ensure_ascii=False) + "\n")
    changed = advice(committed(), of_this_code())
    print(changed or "the workflow's commands are those of fingerprint.json")
    return bool(changed)


if __name__ == "__main__":
    sys.exit(main())
