"""Reading documents: pages into the store and into Postgres, and what becomes of the ones nobody should upload."""

import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from temporalio.testing import ActivityEnvironment

from activities.documents import child
from activities.documents.extraction import ExtractionProcess, TooComplexError
from activities.documents.pdf_text import MOST_CHARACTERS
from activities.documents.reader import MOST_PAGES, MOST_SCANS
from activities.documents.reading import MOST_BYTES_OF_CANDIDATES, ReadingActivities, found_in
from activities.documents.scan_reading import ScanRead
from domain.extraction.extract import candidates_of
from domain.extraction.found import Found
from runtime.object_store import ObjectStoreUnavailableError
from runtime.page_rows import PageRows
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.documents import CaseDocument, page_key, picture_key
from schemas.extraction import (
    MAX_CHARACTERS_OF_PAGE,
    MAX_PAGES_OF_PICTURES,
    MAX_PAGES_OF_TEXT,
    MAX_WORDS_OF_DOCUMENT,
    DocumentReading,
    DocumentToRead,
    Extraction,
    PageText,
    ReadingProblem,
)
from schemas.template import DocumentFormat
from tests import sample_documents
from tests.activities.documents.memory_store import MemoryStore
from tests.recorded_cases import selected
from tests.sample_documents import drawn_pdf, said_at

LINE = said_at(100, 700, "Wetstraat 16, 1000 Brussel, is where the company has its office")
SHORT_WORDS = b"BT /F1 1 Tf 1 TL 5 800 Td (%b) Tj %b ET" % (b"a " * 100, b"T* (%b) Tj " % (b"a " * 100) * 150)
"""More than a page may have."""
OBJECT_KEY = "documents/document"


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture(scope="module")
async def extraction() -> AsyncIterator[ExtractionProcess]:
    process = ExtractionProcess()
    yield process
    await process.close()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def activities(store: MemoryStore, pool: Pool, extraction: ExtractionProcess) -> ReadingActivities:
    """Of a worker without OCR."""
    return ReadingActivities(store.as_store(), PageRows(pool), extraction, ocr=False)


def job_for(store: MemoryStore, data: bytes, document_format: DocumentFormat = "pdf") -> DocumentToRead:
    """A document of a case of its own, which lies in the store."""
    store.objects[OBJECT_KEY] = data
    document = CaseDocument(
        document_id="doc_1",
        requirement_id="registration_extract",
        filename=f"extract.{document_format}",
        object_key=OBJECT_KEY,
        file_size=len(data),
        sha256=sha256(data).hexdigest(),
        format=document_format,
        iteration=1,
        uploaded_at=datetime(2026, 10, 1, 9, 0, tzinfo=UTC),
    )
    return DocumentToRead(case_id=f"case_{secrets.token_hex(6)}", document=document)


def pdf_whose_pages_are_its_page_tree() -> bytes:
    return drawn_pdf(LINE, pages=3).replace(b"[5 0 R 6 0 R 7 0 R]", b"[2 0 R 2 0 R 2 0 R]")


def of_two_pages(first: bytes, second: bytes | None) -> bytes:
    """A PDF of two pages that draw this; the second may be missing."""
    data = drawn_pdf(first, pages=2)
    if second is None:
        return data.replace(b"[5 0 R 6 0 R]", b"[5 0 R 9 0 R]")
    added = b"7 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (len(second), second)
    head, page, rest = data.partition(b"6 0 obj")
    return head + added + page + rest.replace(b"/Contents 4 0 R", b"/Contents 7 0 R")


async def read(activities: ReadingActivities, job: DocumentToRead) -> DocumentReading:
    return await ActivityEnvironment().run(activities.read_document, job)


def stored_page(store: MemoryStore, job: DocumentToRead, page_index: int) -> PageText:
    return PageText.model_validate_json(store.objects[page_key(job.case_id, "doc_1", page_index)])


def seen(reading: DocumentReading) -> tuple[ReadingProblem | None, int | None, int]:
    return reading.problem, reading.page_count, reading.pages_read


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


async def test_other_bytes_than_were_uploaded_are_not_opened(activities: ReadingActivities, store: MemoryStore) -> None:
    job = job_for(store, sample_documents.text_pdf())
    store.objects[OBJECT_KEY] = sample_documents.text_pdf(("Another company",))

    assert seen(await read(activities, job)) == ("damaged", None, 0)
    assert list(store.objects) == [OBJECT_KEY]


async def test_a_store_that_does_not_answer_is_raised_for_temporal_to_try_again(
    activities: ReadingActivities, store: MemoryStore
) -> None:
    job = job_for(store, sample_documents.text_pdf())
    store.available = False

    with pytest.raises(ObjectStoreUnavailableError):
        await read(activities, job)


@pytest.mark.parametrize(
    ("data", "document_format", "outcome"),
    [
        (sample_documents.pdf_bomb, "pdf", ("too_complex", 1, 0)),
        (sample_documents.docx_bomb, "docx", ("too_complex", None, 0)),
        (sample_documents.docx_of_a_billion_laughs, "docx", ("damaged", None, 0)),
        (sample_documents.vast_png, "png", ("too_complex", None, 0)),
        (sample_documents.huge_png, "png", ("too_complex", None, 0)),
        (sample_documents.encrypted_pdf, "pdf", ("password_protected", None, 0)),
        (lambda: sample_documents.truncated(sample_documents.text_pdf()), "pdf", ("damaged", None, 0)),
        (lambda: sample_documents.truncated(sample_documents.docx_document()), "docx", ("damaged", None, 0)),
        (sample_documents.docx_with_macros, "docx", ("too_complex", None, 0)),
        (sample_documents.empty_docx, "docx", ("no_text", None, 0)),
        (lambda: drawn_pdf(b""), "pdf", ("no_text", 1, 1)),
        (lambda: drawn_pdf(SHORT_WORDS, pages=8), "pdf", ("too_complex", 8, MAX_WORDS_OF_DOCUMENT // 10_000)),
        (pdf_whose_pages_are_its_page_tree, "pdf", ("damaged", 3, 0)),
        (lambda: drawn_pdf(LINE, pages=10_000), "pdf", (None, 10_000, MAX_PAGES_OF_TEXT)),
        (lambda: drawn_pdf(LINE, b"/MediaBox [0 0 200000 200000]"), "pdf", (None, 1, 1)),
        (lambda: b"GIF89a" + bytes(90) + drawn_pdf(LINE), "pdf", (None, 1, 1)),
        (lambda: sample_documents.scanned_png() + sample_documents.docx_document(), "png", ("needs_ocr", 1, 0)),
        (lambda: drawn_pdf(LINE) + sample_documents.docx_document(), "docx", ("damaged", None, 0)),
        (sample_documents.executable, "jpg", ("damaged", None, 0)),
    ],
    ids=[
        "pdf of one gigabyte",
        "docx of 300 megabytes",
        "billion laughs",
        "30 000 x 30 000 pixels",
        "120 million pixels",
        "password",
        "half a pdf",
        "half a docx",
        "macros",
        "empty docx",
        "blank page",
        "many short words",
        "pages in a circle",
        "10 000 pages",
        "page of 70 metres",
        "gif and pdf",
        "png and docx",
        "pdf and docx",
        "program",
    ],
)
async def test_a_hostile_document_is_bounded_and_said_so(
    activities: ReadingActivities,
    store: MemoryStore,
    data: Callable[[], bytes],
    document_format: DocumentFormat,
    outcome: tuple[ReadingProblem | None, int | None, int],
) -> None:
    assert seen(await read(activities, job_for(store, data(), document_format))) == outcome


async def test_a_file_that_a_document_names_is_not_read(
    activities: ReadingActivities, store: MemoryStore, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("the worker's secret")
    job = job_for(store, sample_documents.docx_that_names_a_file(str(tmp_path / "secret")), "docx")

    await read(activities, job)

    assert "secret" not in stored_page(store, job, 0).text


async def test_a_script_in_a_document_is_not_run(activities: ReadingActivities, store: MemoryStore) -> None:
    endless = b"/OpenAction << /S /JavaScript /JS (while \\(true\\) app.alert\\(1\\)) >>"

    assert seen(await read(activities, job_for(store, drawn_pdf(LINE, catalog=endless)))) == (None, 1, 1)


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


async def test_a_document_that_keeps_the_patterns_busy_does_not_keep_the_next_one_waiting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    module = tmp_path / "activities" / "documents" / "extractor.py"
    module.parent.mkdir(parents=True)
    module.write_text("import time\ntime.sleep(600)")
    page = PageText(page_index=0, text="Wetstraat 16", method="born_digital_text", width=1, height=1)
    process, environment = ExtractionProcess(wall_seconds=5), ActivityEnvironment()
    with monkeypatch.context() as patched:
        patched.setattr(child, "SOURCE_ROOT", tmp_path)
        with pytest.raises(TooComplexError):
            await environment.run(process.extract, "doc_1", [page], date(2026, 10, 1))

    assert (await environment.run(process.extract, "doc_1", [page], date(2026, 10, 1))).pages == (page,)
    await process.close()


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


async def test_a_scan_among_texts_is_read_as_soon_as_there_is_an_ocr(
    store: MemoryStore, pool: Pool, extraction: ExtractionProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def read_scans(pictures: dict[int, Path], seconds: float) -> AsyncGenerator[ScanRead, None]:
        for index in pictures:
            page = PageText(page_index=index, text="from the scan", method="ocr", width=1, height=1)
            yield ScanRead(index, page, None)

    monkeypatch.setattr("activities.documents.page_reading.read_scans", read_scans)
    job = job_for(store, of_two_pages(b"0 0 100 100 re f", LINE))
    without, with_ocr = (
        ReadingActivities(store.as_store(), PageRows(pool), extraction, ocr=ocr) for ocr in (False, True)
    )

    assert seen(await read(without, job)) == ("needs_ocr", 2, 1)
    assert page_key(job.case_id, "doc_1", 0) not in store.objects
    assert seen(await read(with_ocr, job)) == (None, 2, 2)
    assert stored_page(store, job, 0).text == "from the scan"


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
