"""Draws pages of a PDF for the officers who look at them: `python -m activities.documents.drawer PATH FOLDER PAGE...`.

A process like `activities.documents.reader`, which prints the same lines: `{"drawn": 0}` once `page-0000.png` is in
FOLDER, or `{"reason": "damaged"}` for a page that cannot be drawn.
"""

import sys
from contextlib import closing
from pathlib import Path

from activities.documents.probe import limit_this_process
from activities.documents.reader import CPU_SECONDS, MOST_FILE_BYTES, drawn_page, say
from activities.documents.shown_page import fillable_document

SHOWN_DPI = 120


def main(path: str, folder: str, *pages: str) -> None:
    with closing(fillable_document(Path(path))) as document:
        for page in pages:
            say(drawn_page(document, int(page), Path(folder), SHOWN_DPI))


if __name__ == "__main__":
    limit_this_process(CPU_SECONDS, MOST_FILE_BYTES)
    main(*sys.argv[1:])
