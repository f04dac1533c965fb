"""What a document says: its pages are read once and kept, and values are found in them.

A problem of the document is an answer. A problem of ours (a store is away, a child cannot start) is raised, so that
Temporal tries again; the next attempt goes on after the pages that are stored.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from temporalio import activity

from activities.documents.child import ChildFaultError
from activities.documents.extraction import ExtractionProcess, TooComplexError
from activities.documents.page_folder import PageFolder, Read, Store
from activities.documents.page_reading import PageReading, draw_pages
from activities.documents.upright import upright
from activities.documents.working_folder import working_folder
from domain.documents_read import MAY_BE_READ_LATER
from runtime.object_store import ObjectNotFoundError, sha256_hex
from schemas.documents import CaseDocument
from schemas.extraction import Candidate, DocumentReading, DocumentToRead, Extraction, PageText

MOST_BYTES_OF_CANDIDATES = 64_000
"""A reading travels through Temporal and stays in the case."""


ATTEMPTS_TO_SEARCH = 3


class Rows(Protocol):
    """Where the texts of pages are kept for citations to be checked by: `runtime.page_rows.PageRows`."""

    async def insert(self, case_id: str, document_id: str, pages: Sequence[PageText]) -> None: ...


class ReadingActivities:
    """The activities that read documents, over the store that holds them and the rows that citations are checked by."""

    def __init__(
        self,
        store: Store,
        rows: Rows,
        extraction: ExtractionProcess,
        *,
        ocr: bool,
        ask_model: bool = False,
    ) -> None:
        self._store = store
        self._rows = rows
        self._extraction = extraction
        self._ocr = ocr
        self._ask_model = ask_model

    @activity.defn(name="read-document")
    async def read_document(self, job: DocumentToRead) -> DocumentReading:
        """What the document says, with the places. Raises what is not the document's fault."""
        document = job.document
        folder = PageFolder(self._store, job.case_id, document.document_id)
        read = await folder.read(document.sha256) or await self._read(folder, document)
        pages = await folder.texts()
        await self._rows.insert(job.case_id, document.document_id, list(pages.values()))
        return await self._reading(document, read, list(pages.values()))

    @activity.defn(name="draw-pages")
    async def draw_pages(self, job: DocumentToRead) -> int:
        """Draws the pages that were read and have no picture yet, for the officers who look at what they say; returns
        how many it drew. Comes after `read_document`, and nobody waits for it."""
        document = job.document
        folder = PageFolder(self._store, job.case_id, document.document_id)
        undrawn = sorted(await folder.indices() - await folder.pictures())
        if document.format != "pdf" or not undrawn:
            return 0
        async with self._as_uploaded(document) as path:
            return 0 if path is None else await draw_pages(folder, path, undrawn)

    async def _read(self, folder: PageFolder, document: CaseDocument) -> Read:
        """Its pages, into the folder. Of bytes that are not the uploaded ones, nothing."""
        async with self._as_uploaded(document) as path:
            if path is None:
                return Read(sha256=document.sha256, problem="damaged")
            read = await PageReading(folder, document, path).read(ocr=self._ocr)
        if read.problem not in MAY_BE_READ_LATER:
            await folder.put_read(read)
        return read

    @asynccontextmanager
    async def _as_uploaded(self, document: CaseDocument) -> AsyncIterator[Path | None]:
        """The document in a folder of its own; None if the store has none, or other bytes than were uploaded."""
        try:
            data = await self._store.get(document.object_key)
        except ObjectNotFoundError:
            data = b""
        if await asyncio.to_thread(sha256_hex, data) != document.sha256:
            yield None
            return
        async with working_folder() as folder:
            path = folder / "document"
            await asyncio.to_thread(path.write_bytes, data)
            yield path

    async def _reading(self, document: CaseDocument, read: Read, pages: Sequence[PageText]) -> DocumentReading:
        now = datetime.now(UTC)
        problem = read.problem
        if problem is None and not any(page.text.strip() for page in pages):
            problem = "no_text"
        reading = DocumentReading(
            document_id=document.document_id,
            page_count=read.page_count,
            pages_read=len(pages),
            pages_by_ocr=sum(page.method == "ocr" for page in pages),
            problem=problem,
            ask_model=self._ask_model,
            read_at=now,
        )
        try:
            found = await self._extraction.extract(document.document_id, [*map(upright, pages)], now.date())
        except TooComplexError:
            return _not_searched(reading)
        except ChildFaultError:
            if activity.info().attempt < ATTEMPTS_TO_SEARCH:
                raise
            # A rule of ours cannot take this text, and will not take it the next time. The case is to go on.
            activity.logger.exception("the text of a document could not be searched: %s", document.document_id)
            return _not_searched(reading)
        return reading.model_copy(update=found_in(found))


def _not_searched(reading: DocumentReading) -> DocumentReading:
    """Graver than that a part is missing: nothing is known of what was read. What is to be read again is then searched
    again."""
    later = reading.problem if reading.problem in MAY_BE_READ_LATER else None
    return reading.model_copy(update={"problem": later or "not_searched"})


def found_in(extraction: Extraction) -> dict[str, object]:
    """What of an extraction a reading has: no more candidates than a case can carry, and how many more there are."""
    kept = tuple(_that_fit(extraction.candidates))
    return {
        "document_type": extraction.document_type,
        "language": extraction.language,
        "candidates": kept,
        "candidates_left_out": extraction.left_out + len(extraction.candidates) - len(kept),
    }


def _that_fit(candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    room = MOST_BYTES_OF_CANDIDATES
    for candidate in candidates:
        room -= len(candidate.model_dump_json().encode())
        if room < 0:
            return
        yield candidate
