"""Documents to be read in a case of their own, and what became of them."""

import secrets
from datetime import UTC, datetime
from hashlib import sha256

from temporalio.testing import ActivityEnvironment

from activities.documents.reading import ReadingActivities
from schemas.documents import CaseDocument, page_key
from schemas.extraction import (
    DocumentReading,
    DocumentToRead,
    PageText,
    ReadingProblem,
)
from schemas.template import DocumentFormat
from tests.activities.documents.memory_store import MemoryStore
from tests.sample_documents import drawn_pdf, said_at

LINE = said_at(100, 700, "Wetstraat 16, 1000 Brussel, is where the company has its office")
SHORT_WORDS = b"BT /F1 1 Tf 1 TL 5 800 Td (%b) Tj %b ET" % (b"a " * 100, b"T* (%b) Tj " % (b"a " * 100) * 150)
"""More than a page may have."""
OBJECT_KEY = "documents/document"
PATIENCE_SECONDS = 300.0
"""With a child that does what it is asked: to begin alone may take long on a busy machine."""
XFA = b"/NeedsRendering true /AcroForm << /Fields [] /XFA (form) >>"
"""Of the catalogue of a form whose pages a program makes as it is opened."""


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
