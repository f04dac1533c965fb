"""Workers that read documents: without OCR, and with one that reads the same on every picture."""

from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import Path

import pytest

from activities.documents.extraction import ExtractionProcess
from activities.documents.page_reading import PageReading
from activities.documents.reading import ReadingActivities
from activities.documents.scan_reading import ScanRead
from runtime.page_rows import PageRows
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.extraction import (
    PageText,
)
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.documents.reading_jobs import PATIENCE_SECONDS


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The children that read and draw pages have as long as a busy machine needs."""
    monkeypatch.setattr("activities.documents.page_reading.WALL_SECONDS", PATIENCE_SECONDS)
    monkeypatch.setattr("activities.documents.scan_reading.STARTING_SECONDS", PATIENCE_SECONDS)
    # A default is bound when its function is defined.
    monkeypatch.setattr(PageReading.read, "__kwdefaults__", {"wall_seconds": PATIENCE_SECONDS})


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture(scope="module")
async def extraction() -> AsyncIterator[ExtractionProcess]:
    process = ExtractionProcess(PATIENCE_SECONDS)
    yield process
    await process.close()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def activities(store: MemoryStore, pool: Pool, extraction: ExtractionProcess) -> ReadingActivities:
    """Of a worker without OCR."""
    return ReadingActivities(store.as_store(), PageRows(pool), extraction, ocr=False)


@pytest.fixture
def scanning(
    store: MemoryStore, pool: Pool, extraction: ExtractionProcess, monkeypatch: pytest.MonkeyPatch
) -> ReadingActivities:
    """Of a worker whose OCR reads the same on every picture."""

    async def read_scans(pictures: dict[int, Path], seconds: float) -> AsyncGenerator[ScanRead, None]:
        for index in pictures:
            page = PageText(page_index=index, text="from the scan", method="ocr", width=1, height=1)
            yield ScanRead(index, page, None)

    monkeypatch.setattr("activities.documents.page_reading.read_scans", read_scans)
    return ReadingActivities(store.as_store(), PageRows(pool), extraction, ocr=True)
