"""What becomes of the documents that nobody should upload: bounded time and memory, and a clear word."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from temporalio.testing import ActivityEnvironment

from activities.documents import child
from activities.documents.extraction import ExtractionProcess, TooComplexError
from activities.documents.reading import ReadingActivities
from schemas.extraction import (
    MAX_PAGES_OF_TEXT,
    MAX_WORDS_OF_DOCUMENT,
    PageText,
    ReadingProblem,
)
from schemas.template import DocumentFormat
from tests import sample_documents
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.documents.reading_jobs import (
    LINE,
    PATIENCE_SECONDS,
    SHORT_WORDS,
    XFA,
    job_for,
    read,
    seen,
    stored_page,
)
from tests.sample_documents import drawn_pdf, said_at


def pdf_whose_pages_are_its_page_tree() -> bytes:
    return drawn_pdf(LINE, pages=3).replace(b"[5 0 R 6 0 R 7 0 R]", b"[2 0 R 2 0 R 2 0 R]")


def pdf_bomb_before_a_text() -> bytes:
    bomb = sample_documents.pdf_bomb()
    packed = bomb[bomb.index(b"4 0 obj") : bomb.index(b"xref")].replace(b"4 0 obj", b"7 0 obj", 1)
    head, page, rest = drawn_pdf(LINE, pages=2).partition(b"5 0 obj")
    return head + packed + page + rest.replace(b"/Contents 4 0 R", b"/Contents 7 0 R", 1)


def form_that_is_made_as_it_is_opened() -> bytes:
    return drawn_pdf(said_at(100, 700, "Please wait... your PDF viewer may not show this document"), catalog=XFA)


@pytest.mark.parametrize(
    ("data", "document_format", "outcome"),
    [
        (sample_documents.pdf_bomb, "pdf", ("too_complex", 1, 0)),
        (pdf_bomb_before_a_text, "pdf", ("too_complex", 2, 1)),
        (form_that_is_made_as_it_is_opened, "pdf", ("too_complex", None, 0)),
        (lambda: drawn_pdf(LINE, catalog=XFA), "pdf", (None, 1, 1)),
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
        "gigabyte before a text",
        "dynamic form",
        "dynamic form that holds its pages",
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


async def test_a_document_that_keeps_the_patterns_busy_does_not_keep_the_next_one_waiting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    module = tmp_path / "activities" / "documents" / "extractor.py"
    module.parent.mkdir(parents=True)
    module.write_text("import time\ntime.sleep(600)")
    page = PageText(page_index=0, text="Wetstraat 16", method="born_digital_text", width=1, height=1)
    process, environment = ExtractionProcess(PATIENCE_SECONDS), ActivityEnvironment()
    with monkeypatch.context() as patched:
        patched.setattr(child, "SOURCE_ROOT", tmp_path)
        patched.setattr(process, "_wall_seconds", 1.0)
        with pytest.raises(TooComplexError):
            await environment.run(process.extract, "doc_1", [page], date(2026, 10, 1))

    assert (await environment.run(process.extract, "doc_1", [page], date(2026, 10, 1))).pages == (page,)
    await process.close()
