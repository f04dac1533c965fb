"""How PostgreSQL is run by root, which it refuses: in a user namespace, else as an ordinary system user.

In the namespace the process believes to be nobody while its files stay root's, so it works inside a private
folder and changes no owner. Some containers forbid namespaces; there it drops to an existing user who then
owns the database's folder.
"""

import asyncio
import os
import pwd
import shutil
from pathlib import Path

from deploy.local.errors import StackError
from deploy.local.program import RunAs

_NOBODY = "65534"
_NAMESPACE = ("unshare", "--user", f"--map-user={_NOBODY}", f"--map-group={_NOBODY}", "--")
_USERS = ("postgres", "nobody")


async def unprivileged(folder: Path, binary: str) -> RunAs:
    """Who shall run `binary` on `folder`, which exists. Raises StackError if nobody can."""
    if os.geteuid() != 0:
        return RunAs()
    if await may_use_namespaces(binary):
        return RunAs(wrapper=_NAMESPACE)
    return await _existing_user(folder, binary)


async def may_use_namespaces(binary: str) -> bool:
    """Whether a program can be started in a user namespace here."""
    return shutil.which("unshare") is not None and await _succeeds(RunAs(wrapper=_NAMESPACE), binary, "--version")


async def _existing_user(folder: Path, binary: str) -> RunAs:
    for name in _USERS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        run_as = RunAs(user=entry.pw_uid, group=entry.pw_gid)
        _hand_over(folder, run_as)
        if await _succeeds(run_as, binary, "--version") and await _succeeds(run_as, "test", "-w", str(folder)):
            return run_as
    raise StackError(
        "PostgreSQL does not run as root, and this system allows neither user namespaces nor the users "
        f"{' and '.join(_USERS)} to reach {folder} and {binary}: run as an ordinary user, "
        "or put both where every user may pass"
    )


def _hand_over(folder: Path, run_as: RunAs) -> None:
    """Give the folder to the user and let them pass through the one above, which is ours, unlisted."""
    assert run_as.user is not None and run_as.group is not None
    above = folder.parent
    above.chmod(above.stat().st_mode & 0o777 | 0o011)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, run_as.user, run_as.group, follow_symlinks=False)


async def _succeeds(run_as: RunAs, *command: str) -> bool:
    try:
        process = await asyncio.create_subprocess_exec(
            *run_as.wrapper,
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            user=run_as.user,
            group=run_as.group,
            extra_groups=None if run_as.user is None else [],
        )
    except OSError:
        return False
    return await process.wait() == 0
