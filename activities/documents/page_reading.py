"""One document read into its page folder: a child reads texts and draws scans, another reads what the scans say.

Each page is stored as soon as it is there, and what an earlier attempt has stored is not read again.
"""

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
from schemas.documents import CaseDocument
from schemas.extraction import (
    MAX_PAGES_OF_TEXT,
    PageText,
    ReadingProblem,
)
from schemas.frozen import Frozen

log = structlog.stdlib.get_logger()

WALL_SECONDS = 90.0
LONGEST_LINE = 16_000_000
"""A page with as many characters as are read, each a word of its own, is half of it."""

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


class PageReading:
    """The reading of one document, whose bytes are at a path in a folder of its own."""

    def __init__(self, folder: PageFolder, document: CaseDocument, path: Path) -> None:
        self._folder = folder
        self._document = document
        self._path = path
        self._texts: set[int] = set()
        self._scans: dict[int, PageText] = {}
        self._drawn: dict[int, Path] = {}
        self._page_count: int | None = None
        self._problem: ReadingProblem | None = None

    async def read(self, *, ocr: bool, wall_seconds: float = WALL_SECONDS) -> Read:
        """Reads what is not in the page folder yet. Raises what is not the document's fault."""
        self._texts = set(await self._folder.texts())
        try:
            await self._read_texts(wall_seconds)
        except ChildGaveUpError as error:
            self._note(PROBLEMS[error.ending])
        if self._scans and ocr:
            await self._read_scans()
        elif self._scans:
            self._note("needs_ocr")
        unread = await self._fill_gaps()
        return Read(
            sha256=self._document.sha256, page_count=self._page_count, unread=frozenset(unread), problem=self._problem
        )

    async def _read_texts(self, wall_seconds: float) -> None:
        arguments = (
            "activities.documents.reader",
            *(str(self._path), self._document.format, str(self._path.parent), str(_first_not_in(self._texts))),
        )
        async with disposable_child(*arguments, folder=self._path.parent, longest_line=LONGEST_LINE) as child:
            async for printed in child.lines(wall_seconds):
                await self._take(_Line.model_validate_json(printed))
                activity.heartbeat()

    async def _take(self, line: _Line) -> None:
        self._page_count = line.page_count or self._page_count
        if line.reason is not None:
            self._note(PROBLEMS[line.reason])
        if line.drawn is not None and line.drawn not in self._texts:
            self._drawn[line.drawn] = self._path.parent / picture_name(line.drawn)
            await self._folder.put_picture(line.drawn, self._drawn[line.drawn])
        if line.page is not None and line.page.page_index not in self._texts:
            await self._take_page(line.page, line.needs_ocr)

    async def _take_page(self, page: PageText, needs_ocr: bool) -> None:
        if page.page_index >= MAX_PAGES_OF_TEXT:
            raise ChildFaultError(f"the reader went on to page {page.page_index}")
        if needs_ocr:
            self._scans[page.page_index] = page
        else:
            await self._put(page)

    async def _read_scans(self) -> None:
        async with aclosing(read_scans(self._drawn)) as scans:
            async for scan in scans:
                if scan.page is not None:
                    await self._put(scan.page)
                if scan.problem is not None:
                    self._note(PROBLEMS[scan.problem])

    async def _fill_gaps(self) -> set[int]:
        """The scans that were not read, of those before the last page that was: they stay empty, for pages are
        counted without gaps."""
        gaps = {index for index in self._scans if index not in self._texts and index < max(self._texts, default=0)}
        for index in sorted(gaps):
            await self._put(self._scans[index])
        return gaps

    async def _put(self, page: PageText) -> None:
        await self._folder.put_text(page)
        self._texts.add(page.page_index)
        activity.heartbeat()

    def _note(self, problem: ReadingProblem) -> None:
        """The first one is told; those after it mostly come of it."""
        self._problem = self._problem or problem


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
