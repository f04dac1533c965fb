"""Reads one untrusted document: `python -m activities.documents.reader PATH FORMAT FOLDER FIRST_PAGE`.

Runs as a process of its own and limits itself, for the reasons and in the way of `activities.documents.probe`. It draws
pages that are pictures into FOLDER, for the OCR, and prints lines of JSON, each as soon as it can be said:

- `{"page_count": 3}` first; null for a Word document, which has none until it is laid out;
- `{"page": …}` for each page from FIRST_PAGE on that can be loaded, a `schemas.extraction.PageText`; with
  `"needs_ocr": true` where the page is a picture, and `"reason": "too_large_inside"` where only its beginning was read;
- `{"drawn": 0}` once the picture of such a page is in the folder, as `page-0000.png`;
- `{"reason": "damaged"}`, also in between: what was wrong with the document, or with a part of it that is left out.

Exit status 0 means that the document was read as far as it can be.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from activities.documents.probe import is_of_kind, limit_this_process, pdf_document, reason_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

CPU_SECONDS = 60
MOST_FILE_BYTES = 30_000_000
"""A picture of 2000 x 2000 pixels of noise is 16 MB."""
READ_DPI = 200
MOST_PAGES = 50
MOST_SCANS = 15
"""As `schemas.extraction` has them, which takes longer to import than a short document to read."""

WORD_MEMBERS = ("char_start", "char_end", "x0", "y0", "x1", "y1")

Line = dict[str, Any]


def page_lines(path: Path, document_format: str, folder: Path, first_page: int) -> Iterator[Line]:
    """What is printed, as a value: the one way to read a document in a process that is already disposable."""
    if not is_of_kind(path, document_format):
        yield {"reason": "other_kind"}
        return
    try:
        if document_format == "pdf":
            yield from _pdf(path, folder, first_page)
        elif document_format == "docx":
            yield from _docx(path, first_page)
        else:
            yield from _picture(path, document_format, folder)
    except Exception as error:  # the boundary to the parsers
        yield {"reason": reason_of(error)}


def picture_name(page_index: int) -> str:
    return f"page-{page_index:04d}.png"


def _pdf(path: Path, folder: Path, first_page: int) -> Iterator[Line]:
    with closing(pdf_document(path)) as document:
        yield {"page_count": len(document)}
        pages, scans = min(len(document), MOST_PAGES), []
        for index in range(first_page, pages):
            line = _pdf_text(document, index)
            if line.get("needs_ocr"):
                scans.append(index)
            yield line
        for index in scans[:MOST_SCANS]:
            yield drawn_page(document, index, folder, READ_DPI)


def _pdf_text(document: "PdfDocument", index: int) -> Line:
    """The line of a page, or why there is none."""
    from activities.documents.pdf_text import read_page

    try:
        with closing(document[index]) as page:
            read = read_page(page)
    except Exception as error:  # the boundary to the parser
        return {"reason": reason_of(error)}
    if read.is_scan:
        return {"page": _page(index, "ocr", "", read.width, read.height), "needs_ocr": True}
    words = [dict(zip(WORD_MEMBERS, word, strict=True)) for word in read.words]
    line = {"page": _page(index, "born_digital_text", read.text, read.width, read.height, words)}
    return {**line, "reason": "too_large_inside"} if read.is_cut else line


def _page(
    index: int,
    method: str,
    text: str = "",
    width: float = 0,
    height: float = 0,
    words: Sequence[Line] = (),
) -> Line:
    size = {"width": width, "height": height}
    return {"page_index": index, "method": method, "text": text, **size, "words": words}


def drawn_page(document: "PdfDocument", index: int, folder: Path, dpi: int) -> Line:
    """Draws a page; the line that says so, or why not."""
    from activities.documents.pictures import draw_page

    try:
        with closing(document[index]) as page:
            draw_page(page, folder / picture_name(index), dpi)
    except Exception as error:  # the boundary to the parser
        return {"reason": reason_of(error)}
    return {"drawn": index}


def _docx(path: Path, first_page: int) -> Iterator[Line]:
    from activities.documents.docx_text import read_docx

    pages, has_more = read_docx(path, MOST_PAGES)
    yield {"page_count": None}
    for index, text in enumerate(pages[first_page:], start=first_page):
        yield {"page": _page(index, "docx_text", text)}
    if has_more:
        yield {"reason": "too_large_inside"}


def _picture(path: Path, document_format: str, folder: Path) -> Iterator[Line]:
    from activities.documents.pictures import redraw_picture

    width, height = redraw_picture(path, document_format, folder / picture_name(0))
    yield {"page_count": 1}
    yield {"page": _page(0, "ocr", "", width, height), "needs_ocr": True}
    yield {"drawn": 0}


def say(line: Line) -> None:
    printed = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(printed.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def main(path: str, document_format: str, folder: str, first_page: str) -> None:
    for line in page_lines(Path(path), document_format, Path(folder), int(first_page)):
        say(line)


if __name__ == "__main__":
    limit_this_process(CPU_SECONDS, MOST_FILE_BYTES)
    main(*sys.argv[1:])
