"""Whether a customer's document can be opened, and what the customer is told when it cannot."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from temporalio.testing import ActivityEnvironment

from activities.documents import child
from activities.documents.child import ATTEMPTS_BY_THE_CLOCK, ChildFaultError, ChildGaveUpError
from activities.documents.validation import COMPLAINTS, DocumentActivities
from runtime.object_store import ObjectStoreUnavailableError
from schemas.documents import CaseDocument, DocumentProblem, DocumentToValidate, DocumentValidation
from schemas.template import DocumentFormat
from tests import sample_documents
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.documents.reading_jobs import PATIENCE_SECONDS, XFA

KEY = "case_0123456789ab/documents/doc_1"


def job_for(data: bytes, document_format: DocumentFormat) -> DocumentToValidate:
    document = CaseDocument(
        document_id="doc_1",
        requirement_id="registration_extract",
        filename=f"extract.{document_format}",
        object_key=KEY,
        file_size=len(data),
        sha256=sha256(data).hexdigest(),
        format=document_format,
        iteration=1,
        uploaded_at=datetime(2026, 10, 1, 9, 0, tzinfo=UTC),
    )
    return DocumentToValidate(case_id="case_0123456789ab", document=document)


def docx_with_two_bodies() -> bytes:
    """An archive with two members of one name: which one is the document depends on who opens it."""
    archive = BytesIO(sample_documents.docx_document())
    with ZipFile(archive, "a") as copy, pytest.warns(UserWarning, match="Duplicate name"):
        copy.writestr("word/document.xml", copy.read("word/document.xml").replace(b"whom", b"nobody"))
    return archive.getvalue()


async def validate(data: bytes, document_format: DocumentFormat) -> DocumentValidation:
    store = MemoryStore()
    store.objects[KEY] = data
    activities = DocumentActivities(store.as_store(), PATIENCE_SECONDS)
    return await ActivityEnvironment().run(activities.validate_document, job_for(data, document_format))


@pytest.mark.parametrize(
    ("build", "document_format", "pages"),
    [
        (lambda: sample_documents.text_pdf(pages=3), "pdf", 3),
        (lambda: sample_documents.encrypted_pdf(user_password=""), "pdf", 1),
        (sample_documents.scanned_png, "png", 1),
        (sample_documents.scanned_jpg, "jpg", 1),
        (sample_documents.docx_document, "docx", None),
    ],
    ids=["pdf", "pdf that only forbids printing", "png", "jpg", "docx"],
)
async def test_a_readable_document_is_valid_and_its_pages_are_counted(
    build: Callable[[], bytes], document_format: DocumentFormat, pages: int | None
) -> None:
    answer = await validate(build(), document_format)

    assert answer == DocumentValidation(
        document_id="doc_1",
        requirement_id="registration_extract",
        filename=f"extract.{document_format}",
        valid=True,
        message="This document can be opened.",
        page_count=pages,
    )


@pytest.mark.parametrize(
    ("build", "document_format", "problem", "said"),
    [
        (sample_documents.encrypted_pdf, "pdf", "password_protected", "opens without one"),
        (sample_documents.encrypted_docx, "docx", "password_protected", "opens without one"),
        (sample_documents.pdf_without_pages, "pdf", "no_pages", "no pages"),
        (sample_documents.empty_docx, "docx", "no_pages", "empty"),
        (lambda: sample_documents.truncated(sample_documents.text_pdf()), "pdf", "damaged", "again"),
        (lambda: sample_documents.truncated(sample_documents.scanned_png()), "png", "damaged", "again"),
        (lambda: sample_documents.truncated(sample_documents.scanned_jpg()), "jpg", "damaged", "again"),
        (lambda: sample_documents.truncated(sample_documents.docx_document()), "docx", "damaged", "again"),
        (sample_documents.spreadsheet_named_docx, "docx", "damaged", "again"),
        (sample_documents.executable, "pdf", "damaged", "is not a PDF, although its name says so"),
        (sample_documents.executable, "docx", "damaged", "is not a Word document"),
        (sample_documents.scanned_png, "jpg", "damaged", "is not a JPG picture"),
        (sample_documents.docx_with_macros, "docx", "too_complex", "macros"),
        (lambda: sample_documents.drawn_pdf(b"", catalog=XFA), "pdf", "too_complex", "only opens in Adobe Reader"),
        (docx_with_two_bodies, "docx", "damaged", "again"),
        (lambda: sample_documents.docx_that_names_a_file("/etc/hostname"), "docx", "damaged", "again"),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
async def test_an_unreadable_document_is_named_and_the_customer_is_told_what_to_do(
    build: Callable[[], bytes], document_format: DocumentFormat, problem: DocumentProblem, said: str
) -> None:
    answer = await validate(build(), document_format)

    assert (answer.valid, answer.problem, answer.page_count) == (False, problem, None)
    assert said in answer.message


@pytest.mark.parametrize(
    ("build", "document_format"),
    [
        (sample_documents.pdf_bomb, "pdf"),
        (sample_documents.docx_bomb, "docx"),
        (sample_documents.huge_png, "png"),
    ],
    ids=["pdf of one gigabyte", "docx of 300 megabytes", "png of 120 million pixels"],
)
async def test_a_document_that_unpacks_to_too_much_is_a_finding_and_no_crash(
    build: Callable[[], bytes], document_format: DocumentFormat
) -> None:
    assert (await validate(build(), document_format)).problem == "too_complex"


async def test_an_object_that_is_not_there_is_a_missing_object() -> None:
    activities = DocumentActivities(MemoryStore().as_store())

    answer = await ActivityEnvironment().run(activities.validate_document, job_for(b"%PDF-1.7", "pdf"))

    assert answer.problem == "missing_object"


async def test_an_object_with_other_bytes_than_were_uploaded_is_altered_and_not_opened() -> None:
    store = MemoryStore()
    store.objects[KEY] = sample_documents.text_pdf(("Another company",))

    answer = await ActivityEnvironment().run(
        DocumentActivities(store.as_store()).validate_document, job_for(sample_documents.text_pdf(), "pdf")
    )

    assert answer.problem == "altered"


async def test_a_store_that_does_not_answer_is_raised_for_temporal_to_try_again() -> None:
    store = MemoryStore()
    store.available = False

    with pytest.raises(ObjectStoreUnavailableError):
        await ActivityEnvironment().run(
            DocumentActivities(store.as_store()).validate_document, job_for(b"%PDF-1.7", "pdf")
        )


async def test_a_document_that_takes_too_long_is_given_up_and_its_process_ended(
    slow_probe: Callable[[], int],
) -> None:
    store, data = MemoryStore(), sample_documents.text_pdf()
    store.objects[KEY] = data
    activities = DocumentActivities(store.as_store(), wall_seconds=1.0)
    last = ActivityEnvironment()
    last.info = replace(last.info, attempt=ATTEMPTS_BY_THE_CLOCK)

    answer = await last.run(activities.validate_document, job_for(data, "pdf"))

    assert answer.problem == "unreadable_in_time"
    assert not is_alive(slow_probe())


async def test_a_document_is_not_blamed_for_a_machine_that_was_busy_once(slow_probe: Callable[[], int]) -> None:
    store, data = MemoryStore(), sample_documents.text_pdf()
    store.objects[KEY] = data
    activities = DocumentActivities(store.as_store(), wall_seconds=1.0)

    with pytest.raises(ChildGaveUpError, match="out_of_time"):
        await ActivityEnvironment().run(activities.validate_document, job_for(data, "pdf"))
    assert not is_alive(slow_probe())


async def test_cancelling_the_activity_ends_the_process_and_leaves_no_file(
    slow_probe: Callable[[], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    store, data = MemoryStore(), sample_documents.text_pdf()
    store.objects[KEY] = data
    environment, waiting = ActivityEnvironment(), asyncio.Event()
    environment.on_heartbeat = lambda *_: waiting.set()
    activities = DocumentActivities(store.as_store(), PATIENCE_SECONDS)
    running = asyncio.ensure_future(environment.run(activities.validate_document, job_for(data, "pdf")))
    await waiting.wait()

    environment.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running

    assert not is_alive(slow_probe())
    assert not list(tmp_path.rglob("document*"))


async def test_a_probe_that_cannot_start_is_our_fault_and_not_the_documents(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(child, "SOURCE_ROOT", tmp_path)

    with pytest.raises(ChildFaultError, match="exit status 1"):
        await validate(sample_documents.text_pdf(), "pdf")


async def test_the_probe_does_not_see_the_workers_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CASEWRIGHT_S3_SECRET_KEY", "secret")
    install_probe(
        monkeypatch,
        tmp_path,
        "import json, os\nprint(json.dumps({'page_count': 'CASEWRIGHT_S3_SECRET_KEY' in os.environ}))",
    )

    assert (await validate(sample_documents.text_pdf(), "pdf")).page_count == 0


async def test_an_endless_answer_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install_probe(monkeypatch, tmp_path, "while True: print('x' * 65536)")

    with pytest.raises(ChildFaultError, match="more than 4096 bytes"):
        await validate(sample_documents.text_pdf(), "pdf")


@pytest.mark.parametrize(("signal_name", "problem"), [("SIGABRT", "too_complex"), ("SIGXCPU", "unreadable_in_time")])
async def test_a_probe_that_dies_of_a_signal_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, signal_name: str, problem: DocumentProblem
) -> None:
    install_probe(monkeypatch, tmp_path, f"import os, signal\nos.kill(os.getpid(), signal.{signal_name})")

    assert (await validate(sample_documents.text_pdf(), "pdf")).problem == problem


def test_every_message_is_for_the_customer_and_ends_with_what_to_do() -> None:
    for _, message in COMPLAINTS.values():
        assert "lease " in message
        assert not any(word in message for word in ("SHA", "exception", "process", "officer"))


@pytest.fixture
def slow_probe(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], int]:
    """Makes every probe sleep, and returns a function that says which process the last one was."""
    folder = tmp_path_factory.mktemp("slow")
    pid_file, written = folder / "pid", folder / "pid.new"
    install_probe(
        monkeypatch,
        folder,
        f"import os, pathlib, time\npathlib.Path({str(written)!r}).write_text(str(os.getpid()))\n"
        f"os.replace({str(written)!r}, {str(pid_file)!r})\ntime.sleep(600)",
    )
    # The child says its id as its first act, whole or not at all; one that ended before was never alive for long.
    return lambda: int(pid_file.read_text()) if pid_file.exists() else 0


def install_probe(monkeypatch: pytest.MonkeyPatch, folder: Path, source: str) -> None:
    """Puts another program in the place of the probe."""
    module = folder / "activities" / "documents" / "probe.py"
    module.parent.mkdir(parents=True)
    module.write_text(source)
    monkeypatch.setattr(child, "SOURCE_ROOT", folder)


def is_alive(pid: int) -> bool:
    if pid == 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
