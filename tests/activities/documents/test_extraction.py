"""The process that searches texts: which document is to blame when it ends, and how long it stays."""

import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import date
from pathlib import Path

import pytest
from temporalio.testing import ActivityEnvironment

from activities.documents import child
from activities.documents.child import SOURCE_ROOT
from activities.documents.extraction import ExtractionProcess, TooComplexError
from schemas.extraction import Extraction, PageText
from tests.activities.documents.reading_jobs import PATIENCE_SECONDS

PAGE = PageText(page_index=0, text="Wetstraat 16", method="born_digital_text", width=1, height=1)

STUB = """
import os, pathlib, signal, sys
starts = pathlib.Path({starts!r})
starts.write_text(starts.read_text() + "1")
for line in sys.stdin:
    number = len(starts.read_text())
    {before}
    print("{{}}", flush=True)
    {after}
"""
KILL = "os.kill(os.getpid(), signal.SIGKILL)"

Install = Callable[[str, str], Path]


@pytest.fixture
async def process() -> AsyncIterator[ExtractionProcess]:
    process = ExtractionProcess(PATIENCE_SECONDS)
    yield process
    await process.close()


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Install:
    """Puts a program in the extractor's place that does this before and after an answer; the file of its starts."""

    def install(before: str, after: str) -> Path:
        module, starts = tmp_path / "activities" / "documents" / "extractor.py", tmp_path / "starts"
        module.parent.mkdir(parents=True)
        starts.write_text("")
        module.write_text(STUB.format(starts=str(starts), before=before, after=after))
        monkeypatch.setattr(child, "SOURCE_ROOT", tmp_path)
        monkeypatch.setattr("activities.documents.extraction.SOURCE_ROOT", tmp_path)
        return starts

    return install


async def extracted(process: ExtractionProcess) -> Extraction:
    found: Extraction = await ActivityEnvironment().run(process.extract, "doc_1", [PAGE], date(2026, 10, 1))
    return found


async def test_a_process_that_was_killed_after_a_document_does_not_fail_the_next_one(
    process: ExtractionProcess, install: Install
) -> None:
    starts = install("pass", KILL)

    for _ in range(3):
        assert (await extracted(process)).pages == (PAGE,)

    assert len(starts.read_text()) == 3


async def test_a_document_that_a_process_was_killed_at_is_tried_in_a_new_one(
    process: ExtractionProcess, install: Install
) -> None:
    install(f"number > 1 or {KILL}", "pass")

    assert (await extracted(process)).pages == (PAGE,)


async def test_a_document_that_kills_a_new_process_as_well_is_too_complex(
    process: ExtractionProcess, install: Install
) -> None:
    starts = install(KILL, "pass")

    with pytest.raises(TooComplexError):
        await extracted(process)

    assert len(starts.read_text()) == 2


async def test_a_process_is_replaced_after_so_many_documents(
    process: ExtractionProcess, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("activities.documents.extraction.MOST_DOCUMENTS", 2)
    starts = install("pass", "pass")

    for _ in range(5):
        await extracted(process)

    assert len(starts.read_text()) == 3


def test_each_document_has_its_own_processor_time() -> None:
    program = (
        "import resource; from activities.documents import extractor, probe; "
        "probe.limit_this_process(extractor.LIFE_CPU_SECONDS); extractor.allow_more_time(); "
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0] <= 2 * extractor.CPU_SECONDS)"
    )

    said = subprocess.run([sys.executable, "-c", program], cwd=SOURCE_ROOT, capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "True"
