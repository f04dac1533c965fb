"""The worker's side of `activities.documents.extractor`: one warm process, killed when a document takes it too long."""

import asyncio
from collections.abc import Sequence
from datetime import date

from activities.documents.child import SOURCE_ROOT, Child, ChildGaveUpError, heartbeating, start_child
from activities.documents.extractor import Answer, Question
from schemas.extraction import Extraction, PageText

WALL_SECONDS = 20.0
LONGEST_ANSWER = 4_000_000
"""The most candidates with the most and longest quotes are a tenth of it."""


class TooComplexError(Exception):
    """The document's text is more than can be searched in the time and memory there is."""


class ExtractionProcess:
    """Started when it is first needed; to be closed when the worker stops."""

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._one_at_a_time = asyncio.Lock()
        self._child: Child | None = None

    async def extract(self, doc_id: str, pages: Sequence[PageText], today: date) -> Extraction:
        """`domain.extraction.extract` of the pages. Raises TooComplexError if it takes too much."""
        # Only the words of an OCR say anything beyond the text: how sure it was.
        slim = tuple(page if page.method == "ocr" else page.model_copy(update={"words": ()}) for page in pages)
        answer = await heartbeating(self._answer(Question(doc_id=doc_id, pages=slim, today=today)))
        if answer.too_complex:
            raise TooComplexError(doc_id)
        return Extraction(
            doc_id=doc_id,
            document_type=answer.document_type,
            language=answer.language,
            pages=tuple(pages),
            candidates=answer.candidates,
        )

    async def close(self) -> None:
        async with self._one_at_a_time:
            await self._end()

    async def _answer(self, question: Question) -> Answer:
        async with self._one_at_a_time:
            if self._child is None:
                self._child = await start_child(
                    "activities.documents.extractor", folder=SOURCE_ROOT, longest_line=LONGEST_ANSWER, asks=True
                )
            try:
                printed = await self._child.asked(question.model_dump_json().encode(), self._wall_seconds)
            except ChildGaveUpError as error:
                await self._end()
                raise TooComplexError(question.doc_id) from error
            except BaseException:  # its answer must not be taken for that of the next document
                await self._end()
                raise
            return Answer.model_validate_json(printed)

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            await child.end()
