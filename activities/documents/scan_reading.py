"""Pages that are pictures, read by the child of `activities.documents.ocr`."""

import asyncio
from bisect import bisect_left
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from pathlib import Path
from typing import NamedTuple

from activities.documents.canonical import canonical
from activities.documents.child import Child, ChildGaveUpError, Ending, WallTime, disposable_child
from activities.documents.ocr.available import LONGEST_LINE_BYTES, OCR_MODULE, PictureProblem
from schemas.extraction import PageText, Word
from schemas.frozen import Frozen

STARTING_SECONDS = 30.0
PICTURE_SECONDS = 30.0
"""Of wall time. A full page takes 2 to 10 seconds on two cores that nobody else uses."""


class ScanRead(NamedTuple):
    page_index: int
    page: PageText | None
    problem: PictureProblem | Ending | None


class _Line(Frozen):
    """What the child prints of a picture: see `activities.documents.ocr.available`."""

    text: str = ""
    width: float = 0
    height: float = 0
    words: tuple[tuple[int, int, float, float, float, float, float], ...] = ()
    problem: PictureProblem | None = None


async def read_scans(pictures: Mapping[int, Path], seconds: float) -> AsyncGenerator[ScanRead, None]:
    """The page of each picture, or why there is none, for as long as there is time. A picture that is too much for the
    child is left out; one that takes until then ends it all. Raises ChildFaultError."""
    waiting = list(pictures)
    deadline = _now() + seconds
    while waiting:
        child_of = disposable_child(
            *(OCR_MODULE, *(str(pictures[index]) for index in waiting)),
            folder=pictures[waiting[0]].parent,
            longest_line=LONGEST_LINE_BYTES,
        )
        try:
            async with child_of as child:
                async for line in _lines(child, min(_enough_for(len(waiting)), deadline - _now())):
                    yield _read(waiting.pop(0), line)
                    if waiting and _now() >= deadline:
                        raise ChildGaveUpError("out_of_time")
            return
        except ChildGaveUpError as error:
            yield ScanRead(waiting.pop(0), None, error.ending)
            if error.ending == "out_of_time":
                return


def _now() -> float:
    return asyncio.get_running_loop().time()


def _enough_for(pictures: int) -> float:
    return STARTING_SECONDS + pictures * PICTURE_SECONDS


async def _lines(child: Child, wall_seconds: float) -> AsyncIterator[_Line]:
    async for printed in child.lines(WallTime(wall_seconds)):
        yield await asyncio.to_thread(_Line.model_validate_json, printed)


def _read(page_index: int, line: _Line) -> ScanRead:
    if line.problem is not None:
        return ScanRead(page_index, None, line.problem)
    text, origins = canonical(line.text)
    words = (
        Word(
            char_start=bisect_left(origins, start),
            char_end=bisect_left(origins, end),
            **dict(zip(("x0", "y0", "x1", "y1"), box, strict=True)),
            confidence=confidence,
        )
        for start, end, *box, confidence in line.words
    )
    page = PageText(
        page_index=page_index,
        text=text,
        method="ocr",
        width=line.width,
        height=line.height,
        words=tuple(word for word in words if word.char_start < word.char_end),
    )
    return ScanRead(page_index, page, None)
