"""Records the histories of `tests/replay/histories`: `python -m tests.replay.record`, `--story approve` for one.

Before the first release it may record them anew at any time. Afterwards a history is the proof that cases opened by
released code go on under the code of today: then `--suffix v2` writes new files beside the old ones, which stay for as
long as such cases may be open.
"""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from temporalio.client import Client, WorkflowHandle
from temporalio.testing import WorkflowEnvironment

from runtime.temporal import SEARCH_ATTRIBUTES, casewright_plugin
from tests.replay.stories import STORIES
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.running_case import CaseOffice, runs_of, working

HISTORIES = Path(__file__).parent / "histories"
RECORDER = "recorder"
"""Who the histories say has worked on them: nobody, and no machine."""


async def record(names: Iterable[str], suffix: str) -> None:
    """Plays the stories on a server of its own and writes one file for each run of each case."""
    async with await WorkflowEnvironment.start_local(
        dev_server_existing_path=str(Path(sys.executable).parent / "temporal"),
        search_attributes=SEARCH_ATTRIBUTES,
        plugins=[casewright_plugin()],
        identity=RECORDER,
    ) as environment:
        outside = OutsideWorld()
        office = CaseOffice(environment.client, outside, [])
        async with working(environment.client, outside):
            for name in names:
                case = await STORIES[name](office)
                await _write(environment.client, case.handle, f"{name}{suffix}")


async def _write(client: Client, handle: WorkflowHandle[Any, Any], name: str) -> None:
    runs = await runs_of(handle, client)
    for earlier in (HISTORIES / f"{name}.json", *HISTORIES.glob(f"{name}.run-*.json")):
        earlier.unlink(missing_ok=True)
    for number, run_id in enumerate(runs, start=1):
        history = await client.get_workflow_handle(handle.id, run_id=run_id).fetch_history()
        text = json.dumps(_without_stack_traces(history.to_json_dict()), separators=(",", ":")) + "\n"
        file = HISTORIES / (f"{name}.json" if len(runs) == 1 else f"{name}.run-{number}.json")
        await asyncio.to_thread(file.write_text, text)
        print(f"{file.name}: {len(history.events)} events")


def _without_stack_traces(part: Any) -> Any:
    """The history without stack traces: replay does not read them, and they name the folders of one machine."""
    if isinstance(part, list):
        return [_without_stack_traces(item) for item in part]
    if isinstance(part, dict):
        return {name: _without_stack_traces(item) for name, item in part.items() if name != "stackTrace"}
    return part


def main() -> None:
    parser = argparse.ArgumentParser(description="Record workflow histories for the replay tests")
    parser.add_argument("--story", action="append", choices=list(STORIES), help="which; all if left out")
    parser.add_argument("--suffix", help="what the new files are called beside the old ones: v2")
    arguments = parser.parse_args()
    asyncio.run(record(arguments.story or STORIES, f".{arguments.suffix}" if arguments.suffix else ""))
    sys.stdout.flush()
    os._exit(0)  # the SDK's native threads can abort a normal interpreter exit


if __name__ == "__main__":
    main()
