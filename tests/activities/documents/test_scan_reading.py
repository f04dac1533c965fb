"""The time that all scans of a document have together, whatever becomes of one of them."""

from pathlib import Path

import pytest
from temporalio.testing import ActivityEnvironment

from activities.documents import child
from activities.documents.scan_reading import ScanRead, read_scans
from tests.activities.documents.reading_jobs import PATIENCE_SECONDS

STUB = """
import os, pathlib, signal, sys
for name in sys.argv[1:]:
    if "deadly" in name:
        os.kill(os.getpid(), signal.SIGKILL)
    print('{"text": "Gent", "width": 1, "height": 1}', flush=True)
"""


@pytest.fixture(autouse=True)
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A child that is killed at pictures whose names say so, in the place of the OCR."""
    module = tmp_path / "activities" / "documents" / "ocr.py"
    module.parent.mkdir(parents=True)
    module.write_text(STUB)
    monkeypatch.setattr(child, "SOURCE_ROOT", tmp_path)


async def outcomes(folder: Path, names: list[str], seconds: float) -> list[str | None]:
    """What was said of each picture: its text, or its problem."""

    async def read() -> list[ScanRead]:
        return [
            scan async for scan in read_scans({number: folder / name for number, name in enumerate(names)}, seconds)
        ]

    scans: list[ScanRead] = await ActivityEnvironment().run(read)
    return [scan.page.text if scan.page else scan.problem for scan in scans]


async def test_a_picture_that_kills_the_child_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    names = ["one", "deadly", "two", "deadly too", "three"]

    assert await outcomes(tmp_path, names, PATIENCE_SECONDS) == ["Gent", "killed", "Gent", "killed", "Gent"]


async def test_a_new_child_gets_no_new_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 0.0])  # when the deadline is set, and when the first child starts; later it is late
    monkeypatch.setattr("activities.documents.scan_reading._now", lambda: next(times, 61.0))

    assert await outcomes(tmp_path, ["deadly", "one", "two"], 60) == ["killed", "out_of_time"]


async def test_scans_after_the_deadline_are_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 0.0])
    monkeypatch.setattr("activities.documents.scan_reading._now", lambda: next(times, 61.0))

    assert await outcomes(tmp_path, ["one", "two", "three"], 60) == ["Gent", "out_of_time"]
