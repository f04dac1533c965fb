"""What a worker has to know of the OCR without loading it: whether it is installed, and how to speak to its child.

`python -m activities.documents.ocr PICTURE...` reads PNG files of at most 2000 pixels a side that this house has drawn
itself. For each, in the order given, and as soon as it is read, it prints one line of JSON (UTF-8), either

    {"text": "IBAN  BE68 …", "width": 1414, "height": 2000, "words": [[start, end, x0, y0, x1, y1, confidence], …]}

where `text[start:end]` is the word, half-open and in Unicode code points; the box is in pixels of the picture as given,
from its upper left corner, also if the page lies on its side in it; the confidence is from 0 to 1; or

    {"problem": "damaged"}

with one of `PictureProblem`, after which it goes on with the next picture. Empty text and no words: a blank page.

Exit status 0 means that every picture has its line; any other positive one, that the child could not do its work (the
engine, a model or a picture's file is missing). It limits its memory to `ADDRESS_SPACE_BYTES` and its processor time to
`cpu_seconds` of the number of pictures, and is killed by a signal if it needs more: the lines printed until then hold,
and the picture after them is the one that was too much. An ordinary page takes about 2 seconds on two cores, the
fullest one measured a minute, and loading the engine one or two seconds.
It needs no environment but PYTHONPATH, writes no files, and keeps standard output free of anything else.
"""

from importlib.util import find_spec
from typing import Literal

OCR_MODULE = "activities.documents.ocr"
ADDRESS_SPACE_BYTES = 3_000_000_000
"""The densest A4 page measured, of 67 full lines, takes 1.8 GB, half of which are libraries and reserved stacks."""
STARTING_CPU_SECONDS = 20
PICTURE_CPU_SECONDS = 60
LONGEST_LINE_BYTES = 4_000_000
"""No page prints more: its letters are bounded by its pixels."""

PictureProblem = Literal["damaged", "too_large", "too_complex"]


def ocr_is_installed() -> bool:
    """Whether pictures can be read here. Imports nothing, so it costs nothing and cannot fail."""
    return all(find_spec(package) is not None for package in ("rapidocr", "onnxruntime"))


def cpu_seconds(pictures: int) -> int:
    """The processor time, over both threads, after which the child of so many pictures is killed."""
    return STARTING_CPU_SECONDS + pictures * PICTURE_CPU_SECONDS
