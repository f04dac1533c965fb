"""Reads each document the way the worker does, with a store in memory, and in turn by the text library alone.

The text library is given what the worker's reading has: one disposable process for each document. So both sides pay for
the process; what is measured is the cost of places, boxes, pictures' absence and the search for values.
"""

import asyncio
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from temporalio.testing import ActivityEnvironment

from activities.documents.child import SOURCE_ROOT, ChildFaultError
from activities.documents.extraction import ExtractionProcess
from activities.documents.ocr.available import ocr_is_installed
from activities.documents.reading import ATTEMPTS_TO_SEARCH, ReadingActivities
from bench.extraction.memory import NoRows, StoreInMemory
from bench.extraction.scores import Score, measured_features, score
from bench.extraction.truth import Document
from domain.features import agreed, means_the_same
from runtime.object_store import sha256_hex
from schemas.documents import CaseDocument
from schemas.extraction import Candidate, DocumentReading, DocumentToRead, FeatureName
from schemas.template import DocumentFormat

FORMATS: dict[str, DocumentFormat] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".png": "png",
    ".jpg": "jpg",
    ".jpeg": "jpg",
}
_BARE = """
import sys, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
sys.stdout.write("".join(page.get_textpage().get_text_range() for page in document))
"""


@dataclass
class Kind:
    """The figures of digital documents, or of those that an OCR had to read."""

    documents: int = 0
    pages: int = 0
    seconds: float = 0.0
    right_types: int = 0
    scores: dict[FeatureName, Score] = field(default_factory=dict)

    def total(self) -> Score:
        whole = Score()
        for part in self.scores.values():
            whole.add(part)
        return whole


@dataclass
class Result:
    digital: Kind = field(default_factory=Kind)
    scanned: Kind = field(default_factory=Kind)
    pdf_pages: int = 0
    pdf_seconds: float = 0.0
    bare_seconds: float = 0.0
    unread: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    """Documents that are not in the figures, because it was not they that failed."""


async def measured(folder: Path, truth: Sequence[Document]) -> Result:
    """The figures of all documents that could be tried: one that cannot be opened, or whose reading fails for a reason
    that is not its own, is named in them and does not end the others."""
    result, extraction = Result(), ExtractionProcess()
    features = measured_features(truth, get_args(FeatureName))
    try:
        await _warm(folder, truth, extraction)
        for document in truth:
            try:
                await _measure(folder, document, features, extraction, result)
            except (OSError, ChildFaultError) as error:
                result.failed.append(f"{document.file}: {error}")
    finally:
        await extraction.close()
    return result


async def _warm(folder: Path, truth: Sequence[Document], extraction: ExtractionProcess) -> None:
    """The first document, unmeasured: what searches the text is started once, and the files of both sides are warm."""
    with suppress(OSError, ChildFaultError):  # told when it is measured
        await read(folder / truth[0].file, extraction)
        await _bare_seconds(folder / truth[0].file)


async def _measure(
    folder: Path, document: Document, features: Sequence[FeatureName], extraction: ExtractionProcess, result: Result
) -> None:
    path = folder / document.file
    reading, seconds = await read(path, extraction)
    kind = result.scanned if reading.pages_by_ocr or reading.problem == "needs_ocr" else result.digital
    kind.documents += 1
    kind.pages += reading.pages_read
    kind.seconds += seconds
    kind.right_types += reading.document_type == document.document_type
    if reading.problem is not None:
        result.unread.append(f"{document.file}: {reading.problem}")
    for name in features:
        kind.scores.setdefault(name, Score()).add(score(name, document, _kept(reading, name)))
    if kind is result.digital and path.suffix.lower() == ".pdf" and reading.problem is None:
        result.pdf_pages += reading.pages_read
        result.pdf_seconds += seconds
        result.bare_seconds += await _bare_seconds(path)


async def read(path: Path, extraction: ExtractionProcess) -> tuple[DocumentReading, float]:
    """What the worker's activity makes of a file at its last attempt, and how many seconds that took. Raises OSError or
    ChildFaultError where that is not the document's fault."""
    data = path.read_bytes()
    store = StoreInMemory({"document": data})
    activities = ReadingActivities(store, NoRows(), extraction, ocr=ocr_is_installed())
    job = DocumentToRead(case_id="case_000000000000", document=_document(path, data))
    environment = ActivityEnvironment()
    environment.info = replace(environment.info, attempt=ATTEMPTS_TO_SEARCH)
    started = time.perf_counter()
    reading: DocumentReading = await environment.run(activities.read_document, job)
    return reading, time.perf_counter() - started


def _document(path: Path, data: bytes) -> CaseDocument:
    return CaseDocument(
        document_id="doc_000000000000",
        requirement_id="any",
        filename=path.name,
        object_key="document",
        file_size=max(1, len(data)),
        sha256=sha256_hex(data),
        format=FORMATS.get(path.suffix.lower(), "pdf"),
        iteration=1,
        uploaded_at=datetime.now(UTC),
    )


def _kept(reading: DocumentReading, name: FeatureName) -> list[str]:
    """What would be kept of this document by itself: one value, or all of a set."""
    candidates = [candidate for candidate in reading.candidates if candidate.feature == name]
    distinct: list[Candidate] = []
    for candidate in agreed(name, candidates):
        if not any(means_the_same(candidate, known) for known in distinct):
            distinct.append(candidate)
    return [candidate.value_normalized for candidate in distinct]


async def _bare_seconds(path: Path) -> float:
    started = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-B", "-c", _BARE, str(path)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=SOURCE_ROOT,
        env={},
    )
    await process.communicate()
    return time.perf_counter() - started
