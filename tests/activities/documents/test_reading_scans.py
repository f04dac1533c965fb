"""Reading documents whose pages are pictures, with OCR and without."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from temporalio.testing import ActivityEnvironment

from activities.documents.child import ATTEMPTS_BY_THE_CLOCK, ChildGaveUpError
from activities.documents.extraction import ExtractionProcess
from activities.documents.reading import ReadingActivities
from activities.documents.scan_reading import ScanRead
from runtime.object_store import ObjectStoreUnavailableError
from runtime.page_rows import PageRows
from runtime.postgres import Pool
from schemas.documents import page_key, picture_key
from schemas.extraction import (
    PageText,
    Word,
)
from tests import sample_documents
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.documents.reading_jobs import LINE, job_for, of_two_pages, read, seen, stored_page
from tests.sample_documents import drawn_pdf


async def test_a_photograph_is_turned_as_the_camera_was_held(activities: ReadingActivities, store: MemoryStore) -> None:
    job = job_for(store, sample_documents.turned_jpg(orientation=6), "jpg")

    assert seen(await read(activities, job)) == ("needs_ocr", 1, 0)
    picture = store.objects[picture_key(job.case_id, "doc_1", 0)]
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (30, 60)


async def test_without_ocr_a_scan_has_its_picture_and_says_what_it_needs(
    activities: ReadingActivities, store: MemoryStore
) -> None:
    job = job_for(store, sample_documents.scanned_pdf(pages=2))

    assert seen(await read(activities, job)) == ("needs_ocr", 2, 0)
    assert picture_key(job.case_id, "doc_1", 1) in store.objects
    assert page_key(job.case_id, "doc_1", 1) not in store.objects


async def test_with_ocr_a_scan_is_read_where_it_lies(
    store: MemoryStore, pool: Pool, extraction: ExtractionProcess
) -> None:
    activities = ReadingActivities(store.as_store(), PageRows(pool), extraction, ocr=True)
    job = job_for(store, sample_documents.scanned_png(), "png")

    reading = await read(activities, job)

    assert (*seen(reading), reading.pages_by_ocr) == (None, 1, 1, 1)
    page = stored_page(store, job, 0)
    assert "To whom it may concern" in page.text
    assert [page.text[word.char_start : word.char_end] for word in page.words] == page.text.split()


async def test_a_scan_among_texts_is_read_as_soon_as_there_is_an_ocr(
    activities: ReadingActivities, scanning: ReadingActivities, store: MemoryStore
) -> None:
    job = job_for(store, of_two_pages(b"0 0 100 100 re f", LINE))

    assert seen(await read(activities, job)) == ("needs_ocr", 2, 1)
    assert page_key(job.case_id, "doc_1", 0) not in store.objects
    assert seen(await read(scanning, job)) == (None, 2, 2)
    assert stored_page(store, job, 0).text == "from the scan"


async def test_what_is_laid_unseen_over_a_scan_is_believed_neither_with_ocr_nor_without(
    activities: ReadingActivities, scanning: ReadingActivities, store: MemoryStore
) -> None:
    picture = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q BT 3 Tr ET\n"
    job = job_for(store, drawn_pdf(picture + LINE))

    assert seen(await read(activities, job)) == ("needs_ocr", 1, 0)
    assert page_key(job.case_id, "doc_1", 0) not in store.objects
    assert seen(await read(scanning, job)) == (None, 1, 1)
    assert stored_page(store, job, 0).text == "from the scan"


async def test_scans_that_were_not_read_in_time_are_gone_on_with_before_the_document_is_blamed(
    store: MemoryStore, pool: Pool, extraction: ExtractionProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[int]] = []

    async def read_scans(pictures: dict[int, Path], seconds: float) -> AsyncGenerator[ScanRead, None]:
        asked.append(list(pictures))
        first, second = (*pictures, 0)[:2]
        yield ScanRead(first, PageText(page_index=first, text="a scan", method="ocr", width=1, height=1), None)
        yield ScanRead(second, None, "out_of_time")

    monkeypatch.setattr("activities.documents.page_reading.read_scans", read_scans)
    activities = ReadingActivities(store.as_store(), PageRows(pool), extraction, ocr=True)
    job, last = job_for(store, sample_documents.scanned_pdf(pages=3)), ActivityEnvironment()
    last.info = replace(last.info, attempt=ATTEMPTS_BY_THE_CLOCK)

    with pytest.raises(ChildGaveUpError):
        await read(activities, job)
    assert seen(await last.run(activities.read_document, job)) == ("unreadable_in_time", 3, 2)
    assert asked == [[0, 1, 2], [1, 2]]


async def test_a_scan_that_lies_upside_down_is_searched_as_it_is_held(
    store: MemoryStore, pool: Pool, extraction: ExtractionProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Relevé d'identité bancaire\nTitulaire du compte:  Menuiserie Delacroix SARL"
    words, start = [], 0
    for number, said in enumerate(text.split()):
        start = text.index(said, start)
        right, below = 580 - 80 * number, 700 - 30 * text.count("\n", 0, start)
        box = {"x0": right - 70, "y0": below - 12, "x1": right, "y1": below}
        words.append(Word(char_start=start, char_end=start + len(said), **box))

    async def read_scans(pictures: dict[int, Path], seconds: float) -> AsyncGenerator[ScanRead, None]:
        yield ScanRead(
            0, PageText(page_index=0, text=text, method="ocr", width=600, height=800, words=tuple(words)), None
        )

    monkeypatch.setattr("activities.documents.page_reading.read_scans", read_scans)
    activities = ReadingActivities(store.as_store(), PageRows(pool), extraction, ocr=True)

    reading = await read(activities, job_for(store, sample_documents.scanned_pdf()))

    holders = [item.value_raw for item in reading.candidates if item.feature == "account_holder"]
    assert holders == ["Menuiserie Delacroix SARL"]


@pytest.mark.parametrize(("said", "methods"), [("", ["ocr"]), ("See below", ["docx_text", "ocr"])])
async def test_a_scan_in_a_word_document_is_a_page_after_its_text(
    scanning: ReadingActivities, store: MemoryStore, said: str, methods: list[str]
) -> None:
    document, target = docx.Document(), BytesIO()
    document.add_paragraph(said)
    for _ in range(2):
        document.add_picture(BytesIO(sample_documents.scanned_jpg()))
    document.save(target)
    job = job_for(store, target.getvalue(), "docx")

    assert seen(await read(scanning, job)) == (None, None, len(methods))
    assert [stored_page(store, job, index).method for index in range(len(methods))] == methods
    assert picture_key(job.case_id, "doc_1", len(methods) - 1) in store.objects


async def test_a_picture_that_was_too_much_is_left_alone_by_the_next_attempt(
    store: MemoryStore, pool: Pool, extraction: ExtractionProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    async def read_scans(pictures: dict[int, Path], seconds: float) -> AsyncGenerator[ScanRead, None]:
        asked.extend(pictures)
        yield ScanRead(next(iter(pictures)), None, "killed")
        if len(asked) == 2:
            raise ObjectStoreUnavailableError("the worker is killed")

    monkeypatch.setattr("activities.documents.page_reading.read_scans", read_scans)
    activities = ReadingActivities(store.as_store(), PageRows(pool), extraction, ocr=True)
    job = job_for(store, sample_documents.scanned_pdf(pages=2))
    with pytest.raises(ObjectStoreUnavailableError):
        await read(activities, job)

    assert seen(await read(activities, job)) == ("too_complex", 2, 0)
    assert asked == [0, 1, 1]
