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
MOST_DOCUMENTS = 200
"""Of one process: what one of them made it keep does not stay for ever."""


class TooComplexError(Exception):
    """The document's text is more than can be searched in the time and memory there is."""


class ExtractionProcess:
    """Started when it is first needed; to be closed when the worker stops."""

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._one_at_a_time = asyncio.Lock()
        self._child: Child | None = None
        self._asked = 0

    async def extract(self, doc_id: str, pages: Sequence[PageText], today: date) -> Extraction:
        """`domain.extraction.extract` of the pages. Raises TooComplexError if it takes too much."""
        question = Question(doc_id=doc_id, pages=tuple(pages), today=today)
        data = await asyncio.to_thread(lambda: question.model_dump_json().encode())
        answer = await heartbeating(self._answer(doc_id, data))
        if answer.too_complex:
            raise TooComplexError(doc_id)
        return Extraction(
            doc_id=doc_id,
            document_type=answer.document_type,
            language=answer.language,
            pages=tuple(pages),
            candidates=answer.candidates,
            left_out=answer.left_out,
        )

    async def close(self) -> None:
        async with self._one_at_a_time:
            await self._end()

    async def _answer(self, doc_id: str, question: bytes) -> Answer:
        async with self._one_at_a_time:
            try:
                return await self._asked_again_if_killed(question)
            except ChildGaveUpError as error:
                raise TooComplexError(doc_id) from error

    async def _asked_again_if_killed(self, question: bytes) -> Answer:
        """A process that was killed may have fallen to an earlier document, or to a machine that is short of memory:
        only what kills a new one as well is to blame."""
        try:
            printed = await self._asked_child(question)
        except ChildGaveUpError as error:
            if error.ending == "out_of_time":
                raise
            printed = await self._asked_child(question)
        return await asyncio.to_thread(Answer.model_validate_json, printed)

    async def _asked_child(self, question: bytes) -> bytes:
        """The answer of a process that is there to answer; one that fails at it is gone afterwards."""
        child = await self._ready()
        try:
            self._asked += 1
            return await child.asked(question, self._wall_seconds)
        except BaseException:  # its answer must not be taken for that of the next document
            await self._end()
            raise

    async def _ready(self) -> Child:
        if self._child is not None and (self._child.has_ended or self._asked >= MOST_DOCUMENTS):
            await self._end()
        if self._child is None:
            self._asked = 0
            self._child = await start_child(
                "activities.documents.extractor", folder=SOURCE_ROOT, longest_line=LONGEST_ANSWER, asks=True
            )
        return self._child

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            await child.end()
