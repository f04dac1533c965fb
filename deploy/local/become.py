"""Become another program, one that the kernel ends when its parent ends.

`python -I -S become.py DEATH_SIGNAL PARENT_PID USER:GROUP PROGRAM ARGUMENT…`; `:` keeps the user

A supervisor that is killed outright cannot stop its children, and a server left behind would hold the data
files and the ports. On Linux the kernel can be asked to send a signal at the parent's death. The asking has
to happen in the child, after any change of user or namespace, which clears it; and doing it in a program of
its own rather than between fork and exec keeps it safe in a parent that has threads. The user is changed
here too, because that user may not be allowed to run our interpreter. The process id stays the same, so
whoever started this can stop PROGRAM by it.
"""

import ctypes
import os
import sys

_PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> None:
    """Change the user, ask for the signal, see that the parent has not ended before, become the program."""
    death_signal, parent, owner, *command = arguments
    user, group = owner.split(":")
    if user:
        os.setgroups([])
        os.setgid(int(group))
        os.setuid(int(user))
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)
        if os.getppid() != int(parent):
            sys.exit("the process that started this one has ended")
    try:
        os.execvp(command[0], command)
    except OSError as error:
        sys.exit(f"cannot run {command[0]}: {error.strerror}")


if __name__ == "__main__":
    main(sys.argv[1:])
