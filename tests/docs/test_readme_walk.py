"""The walk-through of the README works as it is printed there."""

import asyncio
import os
import re
import signal
import sys
from pathlib import Path

from tests.conftest import REPOSITORY, Stack

SECONDS = 500


def bash_blocks(section: str) -> list[str]:
    """The bash blocks under this heading of the README."""
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(section)}$(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no section {section!r}"
    return re.findall(r"^```bash\n(.*?)^```$", found[1], re.MULTILINE | re.DOTALL)


async def test_the_walk_through_can_be_pasted_into_a_shell(stack: Stack, tmp_path: Path) -> None:
    script = "\n".join(bash_blocks("Walk through a case")).replace(".venv/bin/python", sys.executable)
    environment = {**os.environ, "CASEWRIGHT_HOME": str(stack.home), "TMPDIR": str(tmp_path)}
    shell = await asyncio.create_subprocess_exec(
        *("bash", "-euo", "pipefail", "-c", script),
        cwd=REPOSITORY,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        async with asyncio.timeout(SECONDS):
            output, _ = await shell.communicate()
    finally:
        if shell.returncode is None:
            shell.kill()
        os.kill(
            stack.facts["pids"]["worker"], signal.SIGCONT
        )  # the walk-through froze it, and may not have come further
    said = output.decode()

    assert shell.returncode == 0, said
    assert "HTTP 202" in said, said
    assert '"status":"APPROVED","message":"Case approved"' in said
    assert "the case is closed: it is APPROVED" in said
    assert "The documents do not agree; an officer is to choose." in said
    assert '"quote": "4 March 2016"' in said
    assert '"decided_by": "officer"' in said
    assert "package.ready" in said
    assert "complete and unaltered: " in said
    assert '"idempotent_replay": false' in said
    [report] = tmp_path.glob("*/report.pdf")
    assert report.read_bytes().startswith(b"%PDF")
