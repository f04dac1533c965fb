"""`python -m bench`: measures the rows, all or those asked for, and prints them; the last line is one line of JSON.

Exit code 0 when everything was measured, 1 when it could not be, 2 when a row is asked for that there is not.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from bench.figures import Figures, printable
from bench.rows import ROWS
from bench.stack import NoStackError, own_stack, running_stack
from bench.subject import subject_of

LIMIT_SECONDS = 1500.0
SAMPLES = 200


async def run(home: Path | None, samples: int, rows: Sequence[str]) -> None:
    """Measures these rows of the stack on this home, or of one of our own."""
    current = asyncio.current_task()
    assert current is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, current.cancel)
    figures: dict[str, Figures] = {}
    async with asyncio.timeout(LIMIT_SECONDS), AsyncExitStack() as stack:
        addresses = running_stack(home) if home else await stack.enter_async_context(own_stack())
        subject = await stack.enter_async_context(subject_of(addresses, samples))
        for name in rows:
            row = await ROWS[name](subject)
            figures[row.name] = row.figures
            print(printable(row), end="\n\n", flush=True)
    print(json.dumps(figures))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Casewright's measurements")
    parser.add_argument("--home", type=Path, help="measure the stack that runs on this home; own stack if left out")
    parser.add_argument("--samples", type=int, default=SAMPLES, help=f"how often to measure ({SAMPLES})")
    parser.add_argument(
        "--rows", nargs="+", choices=ROWS, default=[*ROWS], metavar="ROW", help=f"only these of {', '.join(ROWS)}"
    )
    options = parser.parse_args()
    if options.samples < 1:
        parser.error("--samples: at least 1")
    try:
        asyncio.run(run(options.home, options.samples, options.rows))
    except NoStackError as error:
        print(error, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("stopped", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # the SDK's native threads can abort a normal interpreter exit
