"""One document read into its page folder: a child reads texts and draws scans, another reads what the scans say.

Each page is stored as soon as it is there, and what was wrong with it before it; what an earlier attempt has stored is
not read again. A page that is not read is not stored. Whatever an attempt is told anew, it is told of what is not
stored, so that all attempts come to the same problem. A page that ends two children is left out, and the others are
read by a third: what ends a child may have come of all the pages before.
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path

import structlog
from temporalio import activity

from activities.documents.child import ChildFaultError, ChildGaveUpError, Ending, WallTime, disposable_child
from activities.documents.ocr.available import PictureProblem
from activities.documents.page_folder import PageFolder, PageProblem, Read
from activities.documents.probe import Reason
from activities.documents.reader import picture_name
from activities.documents.scan_reading import read_scans
from domain.documents_read import MAY_BE_READ_LATER
from schemas.documents import CaseDocument
from schemas.extraction import (
    MAX_CHARACTERS_OF_DOCUMENT,
    MAX_PAGES_OF_PICTURES,
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
MOST_CHILDREN = 8
"""That read the texts of one document, or draw its pages: all of them in the time of one."""
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
    "dynamic_form": "too_complex",
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
    begun: int | None = None
    drawn: int | None = None
    reason: Reason | None = None
    of_page: int | None = None


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
        self._scans_read = 0
        self._drawn: dict[int, Path] = {}
        self._page_count: int | None = None
        self._of_pages: dict[int, PageProblem] = {}
        self._of_whole: list[ReadingProblem] = []
        self._begun: list[int] = []

    async def read(self, *, ocr: bool, wall_seconds: float = WALL_SECONDS) -> Read:
        """Reads what is not in the page folder yet. Raises what is not the document's fault, or may not be."""
        stored = await self._folder.texts()
        self._texts = {index for index, page in stored.items() if self._room.takes(page)}
        self._scans_read = sum(page.method == "ocr" for page in stored.values())
        self._of_pages = await self._folder.problems()
        try:
            await self._read_texts(wall_seconds)
        except ChildGaveUpError as error:
            if error.may_be_the_machines:
                raise
            self._of_whole.append(PROBLEMS[error.ending])
        if self._scans and ocr:
            await self._read_scans()
        elif self._scans:
            self._of_whole.append("needs_ocr")
        return Read(sha256=self._document.sha256, page_count=self._page_count, problem=self._problem())

    async def _read_texts(self, wall_seconds: float) -> None:
        """Raises ChildGaveUpError if it was not a page that was too much, or too many were."""
        wall_time, suspect = WallTime(wall_seconds), None
        for children_left in reversed(range(MOST_CHILDREN)):
            self._begun = []
            try:
                await self._read_with_a_child(wall_time)
                return
            except ChildGaveUpError as error:
                if error.by_the_clock or not self._begun or not children_left:
                    raise
                page = self._begun[-1]
                if page == suspect or set(self._begun) == {page}:
                    await self._leave_out(page, PROBLEMS[error.ending])
                suspect = page

    async def _read_with_a_child(self, wall_time: WallTime) -> None:
        left_out = self._texts | self._drawn.keys() | {at for at, it in self._of_pages.items() if it.is_left_out}
        scans = max(MAX_PAGES_OF_PICTURES - self._scans_read - len(self._drawn), 0)
        arguments = (
            "activities.documents.reader",
            *(str(self._path), self._document.format, str(self._path.parent)),
            *(",".join(map(str, sorted(left_out))), str(scans)),
        )
        async with disposable_child(*arguments, folder=self._path.parent, longest_line=LONGEST_LINE) as child:
            async for printed in child.lines(wall_time):
                await self._take(await asyncio.to_thread(_Line.model_validate_json, printed))
                activity.heartbeat()

    async def _take(self, line: _Line) -> None:
        self._page_count = line.page_count or self._page_count
        if line.begun is not None:
            self._begun.append(line.begun)
        if line.page is not None:
            await self._take_page(line.page, line)
        elif line.reason is not None and line.of_page is not None:
            await self._leave_out(line.of_page, PROBLEMS[line.reason])
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
            await self._note(index, PageProblem(problem=PROBLEMS[line.reason]))
        await self._put(page)

    async def _read_scans(self) -> None:
        async with aclosing(read_scans(self._drawn, SCANS_SECONDS)) as scans:
            async for scan in scans:
                if scan.page is not None:
                    await self._put(scan.page)
                elif scan.problem == "out_of_time":
                    late = ChildGaveUpError(scan.problem, by_the_clock=True)
                    if late.may_be_the_machines:
                        raise late
                    self._of_whole.append(PROBLEMS[scan.problem])
                elif scan.problem is not None:
                    await self._leave_out(scan.page_index, PROBLEMS[scan.problem])

    async def _put(self, page: PageText) -> None:
        if not self._room.takes(page):
            self._of_whole.append("too_complex")
            return
        await self._folder.put_text(page)
        self._texts.add(page.page_index)
        activity.heartbeat()

    async def _leave_out(self, page_index: int, problem: ReadingProblem) -> None:
        """Kept at once: the next attempt is to leave this page alone as well."""
        await self._note(page_index, PageProblem(problem=problem, is_left_out=True))

    async def _note(self, page_index: int, problem: PageProblem) -> None:
        await self._folder.put_problem(page_index, problem)
        self._of_pages[page_index] = problem

    def _problem(self) -> ReadingProblem | None:
        """What can be mended by reading again comes first, or it would not be; then what was first told."""
        told = [*self._of_whole, *(noted.problem for _, noted in sorted(self._of_pages.items()))]
        return next((problem for problem in told if problem in MAY_BE_READ_LATER), told[0] if told else None)


async def draw_pages(folder: PageFolder, path: Path, pages: Sequence[int]) -> int:
    """Draws these pages of a PDF into its page folder, as far as that goes; returns how many it drew."""
    drawn, told = 0, 0
    wall_time = WallTime(WALL_SECONDS)
    for _ in range(MOST_CHILDREN):
        try:
            async with aclosing(_drawing(path, pages[told:], wall_time)) as lines:
                async for line in lines:
                    told += 1
                    if line.drawn is not None:
                        await folder.put_picture(line.drawn, path.parent / picture_name(line.drawn))
                        drawn += 1
                    activity.heartbeat()
            break
        except ChildGaveUpError as error:  # an officer still has the text, and the document itself
            log.warning("pages were not drawn", drawn=drawn, wanted=len(pages), ending=error.ending)
            told += 1  # the one that was being drawn
            if error.by_the_clock or told >= len(pages):
                break
    return drawn


async def _drawing(path: Path, pages: Sequence[int], wall_time: WallTime) -> AsyncGenerator[_Line, None]:
    """What the drawer says of each page. Raises ChildError."""
    drawer = ("activities.documents.drawer", str(path), str(path.parent), *map(str, pages))
    async with disposable_child(*drawer, folder=path.parent, longest_line=LONGEST_LINE) as child:
        async for printed in child.lines(wall_time):
            yield _Line.model_validate_json(printed)
