"""Being asked to stop: once to stop well, twice to stop at once."""

import asyncio
import signal


class StopRequest:
    """Set by SIGINT, SIGTERM and SIGHUP, from the moment it is made inside a running event loop."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.hurry = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._ask)
        # `nohup` means: not when the terminal closes.
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            loop.add_signal_handler(signal.SIGHUP, self._ask)

    def _ask(self) -> None:
        (self.hurry if self.asked.is_set() else self.asked).set()
