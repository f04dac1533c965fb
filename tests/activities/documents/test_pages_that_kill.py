"""A page that is too much for the reading process costs itself and no other page."""

import asyncio
import time
from pathlib import Path

import pytest
from temporalio.testing import ActivityEnvironment

from activities.documents import child
from activities.documents.page_folder import PageFolder, Read
from activities.documents.page_reading import PageReading, draw_pages
from schemas.extraction import DocumentToRead
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.documents.reading_jobs import job_for

READER = """
import json, os, sys
left_out = sys.argv[4].split(",")
def say(line): print(json.dumps(line), flush=True)
say({"page_count": 5})
for index in range(5):
    if str(index) not in left_out:
        say({"begun": index})
        if index in (1, 3):
            os.kill(os.getpid(), 9)
        page = {"page_index": index, "text": f"page {index}", "method": "born_digital_text", "width": 1, "height": 1}
        say({"page": page})
"""
DRAWER = """
import json, os, sys
from pathlib import Path
for index in sys.argv[3:]:
    if index == "1":
        os.kill(os.getpid(), 9)
    Path(sys.argv[2], f"page-{int(index):04d}.png").write_bytes(b"")
    print(json.dumps({"drawn": int(index)}), flush=True)
"""


@pytest.fixture(autouse=True)
def killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that page 1 and page 3 kill, and a drawer that page 1 kills."""
    folder = tmp_path / "source" / "activities" / "documents"
    folder.mkdir(parents=True)
    (folder / "reader.py").write_text(READER)
    (folder / "drawer.py").write_text(DRAWER)
    monkeypatch.setattr(child, "SOURCE_ROOT", tmp_path / "source")


async def read(store: MemoryStore, job: DocumentToRead, path: Path) -> Read:
    folder = PageFolder(store.as_store(), job.case_id, job.document.document_id)

    async def reading() -> Read:
        return await PageReading(folder, job.document, path).read(ocr=False)

    return await ActivityEnvironment().run(reading)


async def test_the_other_pages_are_read_and_the_next_attempt_leaves_the_bad_ones_alone(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = job_for(store, b"a document")
    folder = PageFolder(store.as_store(), job.case_id, job.document.document_id)

    first = await read(store, job, tmp_path / "document")

    assert (first.page_count, first.problem) == (5, "too_complex")
    assert await folder.indices() == {0, 2, 4}
    monkeypatch.setattr("activities.documents.page_reading.MOST_CHILDREN", 1)
    assert await read(store, job, tmp_path / "document") == first


async def test_no_more_children_are_begun_than_a_document_is_worth(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("activities.documents.page_reading.MOST_CHILDREN", 2)
    job = job_for(store, b"a document")

    assert (await read(store, job, tmp_path / "document")).problem == "too_complex"
    assert await PageFolder(store.as_store(), job.case_id, "doc_1").indices() == {0}


class StoreThatTakesAnHour(MemoryStore):
    """By the clock of the loop, which it sets forward."""

    async def put(self, key: str, data: bytes, media_type: str) -> None:
        loop = asyncio.get_running_loop()
        ahead = loop.time() + 3600 - time.monotonic()
        loop.time = lambda: time.monotonic() + ahead  # type: ignore[method-assign]
        await super().put(key, data, media_type)


@pytest.mark.asyncio(loop_scope="function")
async def test_the_time_that_pages_take_to_store_is_not_taken_from_their_reader(tmp_path: Path) -> None:
    store = StoreThatTakesAnHour()
    job = job_for(store, b"a document")

    await read(store, job, tmp_path / "document")

    assert await PageFolder(store.as_store(), job.case_id, "doc_1").indices() == {0, 2, 4}


async def test_the_other_pages_are_drawn(store: MemoryStore, tmp_path: Path) -> None:
    folder = PageFolder(store.as_store(), "case_1", "doc_1")

    async def drawing() -> int:
        return await draw_pages(folder, tmp_path / "document", [0, 1, 2])

    assert await ActivityEnvironment().run(drawing) == 2
    assert await folder.pictures() == {0, 2}
