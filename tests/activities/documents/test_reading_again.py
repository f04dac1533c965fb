"""Reading a document again: what was read is kept, and all attempts come to the same end."""

from collections.abc import Callable, Sequence

import pytest

from activities.documents.extraction import ExtractionProcess
from activities.documents.reading import ReadingActivities
from runtime.object_store import ObjectStoreUnavailableError
from runtime.page_rows import PageRows
from runtime.postgres import Pool
from schemas.documents import page_key
from schemas.extraction import (
    PageText,
    ReadingProblem,
)
from tests import sample_documents
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.documents.reading_jobs import (
    LINE,
    OBJECT_KEY,
    SHORT_WORDS,
    job_for,
    of_two_pages,
    read,
    seen,
    stored_page,
)


async def test_what_was_read_to_its_end_is_not_read_again(activities: ReadingActivities, store: MemoryStore) -> None:
    job = job_for(store, sample_documents.text_pdf())
    first = await read(activities, job)
    del store.objects[OBJECT_KEY]

    again = await read(activities, job)

    assert again.model_copy(update={"read_at": first.read_at}) == first


async def test_a_second_attempt_goes_on_after_the_pages_that_are_stored(
    activities: ReadingActivities, store: MemoryStore
) -> None:
    job = job_for(store, sample_documents.text_pdf(pages=3))
    kept = PageText(page_index=0, text="as the first attempt read it", method="born_digital_text", width=1, height=1)
    store.objects[page_key(job.case_id, "doc_1", 0)] = kept.model_dump_json().encode()

    assert seen(await read(activities, job)) == (None, 3, 3)

    assert stored_page(store, job, 0) == kept
    assert stored_page(store, job, 2).text.startswith("To whom")


class OnceAway(PageRows):
    """Postgres, which is away when it is first asked."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(pool)
        self.away = True

    async def insert(self, case_id: str, document_id: str, pages: Sequence[PageText]) -> None:
        if self.away:
            self.away = False
            raise ConnectionError("Postgres is away")
        await super().insert(case_id, document_id, pages)


class ForgetfulStore(MemoryStore):
    """A store that is away when the end of a reading is first written."""

    away = True

    async def put(self, key: str, data: bytes, media_type: str) -> None:
        if key.endswith("read.json") and self.away:
            self.away = False
            raise ObjectStoreUnavailableError(key)
        await super().put(key, data, media_type)


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (lambda: of_two_pages(b"0 0 100 100 re f", LINE), ("needs_ocr", 2, 1)),
        (lambda: of_two_pages(SHORT_WORDS, LINE), ("too_complex", 2, 2)),
        (lambda: of_two_pages(SHORT_WORDS, b"0 0 100 100 re f"), ("needs_ocr", 2, 1)),
        (lambda: of_two_pages(LINE, None), ("damaged", 2, 1)),
    ],
    ids=["scan and text", "endless page and text", "endless page and scan", "text and no page"],
)
@pytest.mark.parametrize("away", ["store", "Postgres"])
async def test_a_second_attempt_comes_to_the_same_end_as_an_undisturbed_one(
    pool: Pool,
    extraction: ExtractionProcess,
    away: str,
    data: Callable[[], bytes],
    outcome: tuple[ReadingProblem | None, int | None, int],
) -> None:
    store: MemoryStore = ForgetfulStore() if away == "store" else MemoryStore()
    rows = OnceAway(pool) if away == "Postgres" else PageRows(pool)
    activities, job = ReadingActivities(store.as_store(), rows, extraction, ocr=False), job_for(store, data())
    if away == "Postgres" or outcome[0] != "needs_ocr":  # of what is to be read again no end is written
        with pytest.raises((ConnectionError, ObjectStoreUnavailableError)):
            await read(activities, job)

    assert seen(await read(activities, job)) == outcome


async def test_a_store_that_does_not_answer_is_raised_for_temporal_to_try_again(
    activities: ReadingActivities, store: MemoryStore
) -> None:
    job = job_for(store, sample_documents.text_pdf())
    store.available = False

    with pytest.raises(ObjectStoreUnavailableError):
        await read(activities, job)
