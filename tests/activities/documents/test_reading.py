"""Reading documents: pages into the store and into Postgres, and what is said of them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from temporalio.testing import ActivityEnvironment

from activities.documents.extraction import ExtractionProcess, TooComplexError
from activities.documents.pdf_text import MOST_CHARACTERS
from activities.documents.reader import MOST_PAGES, MOST_SCANS
from activities.documents.reading import MOST_BYTES_OF_CANDIDATES, ReadingActivities, found_in
from domain.extraction.extract import candidates_of
from domain.extraction.found import Found
from runtime.page_rows import PageRows
from runtime.postgres import Pool
from schemas.documents import picture_key
from schemas.extraction import (
    MAX_CHARACTERS_OF_PAGE,
    MAX_PAGES_OF_PICTURES,
    MAX_PAGES_OF_TEXT,
    DocumentReading,
    Extraction,
    PageText,
)
from tests import sample_documents
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.documents.reading_jobs import LINE, OBJECT_KEY, job_for, read, seen, stored_page
from tests.recorded_cases import selected
from tests.sample_documents import drawn_pdf


async def test_the_texts_of_pages_lie_beside_the_document(activities: ReadingActivities, store: MemoryStore) -> None:
    job = job_for(store, sample_documents.text_pdf(pages=2))

    reading = await read(activities, job)

    assert seen(reading) == (None, 2, 2)
    page = stored_page(store, job, 1)
    assert page.text.splitlines() == list(sample_documents.LETTER)
    assert [page.text[word.char_start : word.char_end] for word in page.words] == page.text.split()


async def test_the_pages_that_were_read_are_drawn_once(activities: ReadingActivities, store: MemoryStore) -> None:
    job = job_for(store, sample_documents.text_pdf(pages=2))
    await read(activities, job)

    assert await ActivityEnvironment().run(activities.draw_pages, job) == 2
    assert await ActivityEnvironment().run(activities.draw_pages, job) == 0
    assert store.objects[picture_key(job.case_id, "doc_1", 1)].startswith(b"\x89PNG")


async def test_pages_that_take_too_long_to_draw_are_left_out(
    activities: ReadingActivities, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = job_for(store, sample_documents.text_pdf(pages=2))
    await read(activities, job)
    monkeypatch.setattr("activities.documents.page_reading.WALL_SECONDS", 0)

    assert await ActivityEnvironment().run(activities.draw_pages, job) == 0


async def test_what_is_found_is_what_the_stored_page_says_there(
    activities: ReadingActivities, store: MemoryStore
) -> None:
    job = job_for(store, sample_documents.text_pdf(sample_documents.EXTRACT))

    reading = await read(activities, job)

    evidence = [item for candidate in reading.candidates for item in candidate.evidence]
    assert evidence
    for item in evidence:
        page = stored_page(store, job, item.page_index)
        assert page.cite(item.location.char_start, item.location.char_end) == item.quote


async def test_the_texts_are_on_record(activities: ReadingActivities, store: MemoryStore, pool: Pool) -> None:
    job = job_for(store, sample_documents.docx_document(), "docx")

    await read(activities, job)

    rows = await selected(pool, "SELECT text, method FROM document_pages WHERE case_id = %s", job.case_id)
    assert rows == [{"text": "\n".join(sample_documents.LETTER), "method": "docx_text"}]


async def test_other_bytes_than_were_uploaded_are_not_opened(activities: ReadingActivities, store: MemoryStore) -> None:
    job = job_for(store, sample_documents.text_pdf())
    store.objects[OBJECT_KEY] = sample_documents.text_pdf(("Another company",))

    assert seen(await read(activities, job)) == ("damaged", None, 0)
    assert list(store.objects) == [OBJECT_KEY]


class TooMuch(ExtractionProcess):
    async def extract(self, doc_id: str, pages: Sequence[PageText], today: date) -> Extraction:
        raise TooComplexError(doc_id)


async def test_a_text_that_could_not_be_searched_is_said_so(store: MemoryStore, pool: Pool) -> None:
    activities = ReadingActivities(store.as_store(), PageRows(pool), TooMuch(), ocr=False)

    assert seen(await read(activities, job_for(store, drawn_pdf(LINE)))) == ("not_searched", 1, 1)


def test_a_reading_carries_as_many_candidates_as_a_case_can_and_counts_the_others() -> None:
    page = PageText(page_index=0, text="x" * 60_000, method="ocr", width=1, height=1)
    found = [Found("issuer", 0, 1000 * number, 1000 * number + 1000, f"issuer {number}") for number in range(60)]
    extraction = Extraction(
        doc_id="doc_1",
        document_type="unknown",
        language="unknown",
        pages=(page,),
        candidates=candidates_of("doc_1", [page], found),
    )

    told = DocumentReading(document_id="doc_1", read_at=datetime(2026, 10, 1, tzinfo=UTC)).model_copy(
        update=found_in(extraction)
    )

    assert 0 < sum(len(item.model_dump_json()) for item in told.candidates) <= MOST_BYTES_OF_CANDIDATES
    assert told.candidates_left_out == 60 - len(told.candidates) > 0


def test_the_reader_keeps_to_the_limits_that_are_published() -> None:
    assert (MOST_PAGES, MOST_SCANS) == (MAX_PAGES_OF_TEXT, MAX_PAGES_OF_PICTURES)
    assert MOST_CHARACTERS == MAX_CHARACTERS_OF_PAGE
