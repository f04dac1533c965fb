"""`python -m deploy.local`: run the whole stack until Ctrl-C.

Exit code 0 when it was stopped, 1 when it could not start.
"""

import contextlib
import os
import signal
import sys


def main() -> int:
    """Run the stack; returns the exit code."""
    # Most of a second goes by before the stack can listen to signals itself.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: leave(0))

    import asyncio
    import traceback

    from deploy.local.console import Console
    from deploy.local.errors import StackError
    from deploy.local.settings import local_settings
    from deploy.local.stack import run_stack

    # Whatever the servers write is for their owner.
    os.umask(0o077)
    console = Console()
    try:
        asyncio.run(run_stack(local_settings(), console))
    except StackError as error:
        console.failure(error)
        return 1
    except Exception:
        # The boundary of the process: everything is stopped by now, and a defect must show.
        traceback.print_exc()
        return 1
    return 0


def leave(code: int) -> None:
    """End now: neither a closed terminal nor a library taking itself down may change the exit code."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, RuntimeError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    leave(main())
