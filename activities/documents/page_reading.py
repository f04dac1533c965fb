"""One document read into its page folder: a child reads texts and draws scans, another reads what the scans say.

Each page is stored as soon as it is there, and what was wrong with it before it; what an earlier attempt has stored is
not read again. A page that is not read is not stored. Whatever an attempt is told anew, it is told of what is not
stored, so that all attempts come to the same problem.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from pathlib import Path

import structlog
from temporalio import activity

from activities.documents.child import ChildFaultError, ChildGaveUpError, Ending, disposable_child
from activities.documents.ocr.available import PictureProblem
from activities.documents.page_folder import PageFolder, Read
from activities.documents.probe import Reason
from activities.documents.reader import picture_name
from activities.documents.scan_reading import read_scans
from domain.documents_read import MAY_BE_READ_LATER
from schemas.documents import CaseDocument
from schemas.extraction import (
    MAX_CHARACTERS_OF_DOCUMENT,
    MAX_PAGES_OF_TEXT,
    MAX_WORDS_OF_DOCUMENT,
    PageText,
    ReadingProblem,
)
from schemas.frozen import Frozen

log = structlog.stdlib.get_logger()

WALL_SECONDS = 90.0
SCANS_SECONDS = 360.0
"""For all scans of a document, whatever becomes of one of them. With the texts before them and the search after them
it stays well below the ten minutes that a reading may take (`workflows.steps`)."""
LONGEST_LINE = 4_000_000
"""A page with as many characters as are read, each second one a word of its own, is a third of it."""

PROBLEMS: Mapping[Reason | PictureProblem | Ending, ReadingProblem] = {
    "other_kind": "damaged",
    "damaged": "damaged",
    "password": "password_protected",
    "no_pages": "no_text",
    "no_content": "no_text",
    "macros": "too_complex",
    "too_large_inside": "too_complex",
    "too_large": "too_complex",
    "too_complex": "too_complex",
    "killed": "too_complex",
    "out_of_time": "unreadable_in_time",
}


class _Line(Frozen):
    """What the reader prints: see `activities.documents.reader`."""

    page_count: int | None = None
    page: PageText | None = None
    needs_ocr: bool = False
    drawn: int | None = None
    reason: Reason | None = None


class _Room:
    """How much text of a document is still read."""

    def __init__(self) -> None:
        self._characters = MAX_CHARACTERS_OF_DOCUMENT
        self._words = MAX_WORDS_OF_DOCUMENT

    def takes(self, page: PageText) -> bool:
        """Whether the page still fits; no page after one that does not."""
        self._characters -= len(page.text)
        self._words -= len(page.text.split())
        return self._characters >= 0 and self._words >= 0


class PageReading:
    """The reading of one document, whose bytes are at a path in a folder of its own."""

    def __init__(self, folder: PageFolder, document: CaseDocument, path: Path) -> None:
        self._folder = folder
        self._document = document
        self._path = path
        self._room = _Room()
        self._texts: set[int] = set()
        self._scans: set[int] = set()
        self._drawn: dict[int, Path] = {}
        self._page_count: int | None = None
        self._of_pages: dict[int, ReadingProblem] = {}
        self._of_whole: list[ReadingProblem] = []

    async def read(self, *, ocr: bool, wall_seconds: float = WALL_SECONDS) -> Read:
        """Reads what is not in the page folder yet. Raises what is not the document's fault."""
        stored = await self._folder.texts()
        self._texts = {index for index, page in stored.items() if self._room.takes(page)}
        self._of_pages = await self._folder.problems()
        try:
            await self._read_texts(wall_seconds)
        except ChildGaveUpError as error:
            self._of_whole.append(PROBLEMS[error.ending])
        if self._scans and ocr:
            await self._read_scans()
        elif self._scans:
            self._of_whole.append("needs_ocr")
        return Read(sha256=self._document.sha256, page_count=self._page_count, problem=self._problem())

    async def _read_texts(self, wall_seconds: float) -> None:
        arguments = (
            "activities.documents.reader",
            *(str(self._path), self._document.format, str(self._path.parent), str(_first_not_in(self._texts))),
        )
        async with disposable_child(*arguments, folder=self._path.parent, longest_line=LONGEST_LINE) as child:
            async for printed in child.lines(wall_seconds):
                await self._take(await asyncio.to_thread(_Line.model_validate_json, printed))
                activity.heartbeat()

    async def _take(self, line: _Line) -> None:
        self._page_count = line.page_count or self._page_count
        if line.page is not None:
            await self._take_page(line.page, line)
        elif line.reason is not None:
            self._of_whole.append(PROBLEMS[line.reason])
        if line.drawn is not None and line.drawn in self._scans:
            self._drawn[line.drawn] = self._path.parent / picture_name(line.drawn)
            await self._folder.put_picture(line.drawn, self._drawn[line.drawn])

    async def _take_page(self, page: PageText, line: _Line) -> None:
        index = page.page_index
        if index >= MAX_PAGES_OF_TEXT:
            raise ChildFaultError(f"the reader went on to page {index}")
        if index in self._texts:
            return
        if line.needs_ocr:
            self._scans |= {index} - set(self._of_pages)
            return
        if line.reason is not None:
            await self._note(index, PROBLEMS[line.reason])
        await self._put(page)

    async def _read_scans(self) -> None:
        async with aclosing(read_scans(self._drawn, SCANS_SECONDS)) as scans:
            async for scan in scans:
                if scan.page is not None:
                    await self._put(scan.page)
                elif scan.problem == "out_of_time":
                    self._of_whole.append(PROBLEMS[scan.problem])
                elif scan.problem is not None:  # kept at once: the next attempt is to leave this picture alone
                    await self._note(scan.page_index, PROBLEMS[scan.problem])

    async def _put(self, page: PageText) -> None:
        if not self._room.takes(page):
            self._of_whole.append("too_complex")
            return
        await self._folder.put_text(page)
        self._texts.add(page.page_index)
        activity.heartbeat()

    async def _note(self, page_index: int, problem: ReadingProblem) -> None:
        await self._folder.put_problem(page_index, problem)
        self._of_pages[page_index] = problem

    def _problem(self) -> ReadingProblem | None:
        """What can be mended by reading again comes first, or it would not be; then what was first told."""
        told = [*self._of_whole, *(problem for _, problem in sorted(self._of_pages.items()))]
        return next((problem for problem in told if problem in MAY_BE_READ_LATER), told[0] if told else None)


def _first_not_in(indices: set[int]) -> int:
    return next(index for index in range(len(indices) + 1) if index not in indices)


async def draw_pages(folder: PageFolder, path: Path, pages: Sequence[int]) -> int:
    """Draws these pages of a PDF into its page folder, as far as that goes; returns how many it drew."""
    drawn = 0
    drawer = ("activities.documents.drawer", str(path), str(path.parent), *map(str, pages))
    async with disposable_child(*drawer, folder=path.parent, longest_line=LONGEST_LINE) as child:
        try:
            async for printed in child.lines(WALL_SECONDS):
                line = _Line.model_validate_json(printed)
                if line.drawn is not None:
                    await folder.put_picture(line.drawn, path.parent / picture_name(line.drawn))
                    drawn += 1
                activity.heartbeat()
        except ChildGaveUpError as error:  # an officer still has the text, and the document itself
            log.warning("pages were not drawn", drawn=drawn, wanted=len(pages), ending=error.ending)
    return drawn
