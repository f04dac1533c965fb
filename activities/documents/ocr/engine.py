"""Finds and reads pieces of text on a picture, with the PP-OCRv6 models of `rapidocr` on `onnxruntime`.

Measured on two cores over pages in four languages: the detector's picture at 1280 pixels reads more, and about twice as
fast, than at its default; the classifier of upside-down lines is left out, for a page is turned as a whole (`turning`).
Words are cut here and not by `return_word_box`, which gives a word the confidence of another word's letter.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import rapidocr
from numpy.typing import NDArray
from rapidocr.ch_ppocr_rec.typings import WordInfo
from rapidocr.main import RapidOCR, RapidOCRError

from activities.documents.canonical import canonical
from activities.documents.ocr.gaps import Pixels, last_letters
from activities.documents.ocr.lines import PieceWord, Quad

THREADS = 2
LEAST_CONFIDENCE = 0.5
"""A piece below it is a stain, a ruling or a signature."""

MODELS = Path(rapidocr.__file__).parent / "models"
SETTINGS: dict[str, Any] = {
    "Global.log_level": "critical",
    "Global.use_cls": False,
    "Global.use_vertical_padding": False,
    "Global.return_word_box": True,
    "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    # Named, because the engine would download a model that it has to look for and does not find.
    "Det.model_path": str(MODELS / "PP-OCRv6_det_small.onnx"),
    "Rec.model_path": str(MODELS / "PP-OCRv6_rec_small.onnx"),
    "Det.limit_side_len": 1280,
    "Det.limit_type": "max",
}


class Place(NamedTuple):
    """Where a piece of text is, and its pixels; of a piece that is taller than wide they are turned to the left."""

    quad: Quad
    pixels: Pixels


class Reading(NamedTuple):
    words: tuple[PieceWord, ...]
    confidence: float


class Engine:
    """The models, loaded. Raises FileNotFoundError if one of them did not come with the package."""

    def __init__(self) -> None:
        self._ocr = RapidOCR(params=SETTINGS)

    def find(self, picture: Pixels) -> list[Place]:
        """The pieces of text on a picture, unread."""
        try:
            crops, found = self._ocr.detect_and_crop(picture, {})
        except RapidOCRError:  # how it says that there are none
            return []
        boxes = () if found.boxes is None else found.boxes
        return [Place(_quad(box), crop) for box, crop in zip(boxes, crops, strict=True)]

    def read(self, pieces: Sequence[Pixels]) -> list[Reading]:
        """What stands on each piece."""
        if not pieces:
            return []
        read = self._ocr.recognize_txt(list(pieces))
        infos: Any = read.word_results  # declared as what it becomes once boxes are computed, which is not done here
        return [
            Reading(_words(text, info, piece), confidence)
            for piece, text, confidence, info in zip(pieces, read.txts or (), read.scores, infos, strict=True)
        ]


def _quad(box: NDArray[np.float32]) -> Quad:
    first, second, third, fourth = ((float(x), float(y)) for x, y in box)
    return (first, second, third, fourth)


def _words(text: str, info: WordInfo, piece: Pixels) -> tuple[PieceWord, ...]:
    """The words of a piece. The engine saw it in columns, and says in which one it recognised each letter."""
    columns = [column for word in info.word_cols or () for column in word]
    letters = "".join(text.split())
    if not columns or len(info.confs) != len(text):
        return ()
    letter = (columns[-1] - columns[0]) / max(len(text) - 1, 1) / 2  # half as wide as a letter, with its space
    middles = [(column + 0.5) / info.line_txt_len for column in columns]
    words, read = [], 0
    last_ones = last_letters(piece, letters, middles) if len(middles) == len(letters) else set()
    for start, end in _spans(text, last_ones):
        last = read + end - start - 1
        left, right = columns[read] + 0.5 - letter, columns[last] + 0.5 + letter
        confidence = round(float(np.mean(info.confs[start:end])), 4)
        word, _ = canonical(text[start:end])
        if word:
            words.append(PieceWord(word, *_within(left, right, info.line_txt_len), min(confidence, 1.0)))
        read = last + 1
    return tuple(words)


def _spans(text: str, last: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """Of the words; each ends at a space, and after these letters as well, which are counted without spaces."""
    read = 0
    for found in re.finditer(r"\S+", text):
        start = found.start()
        for end in range(start + 1, found.end() + 1):
            if read in last or end == found.end():
                yield start, end
                start = end
            read += 1


def _within(left: float, right: float, columns: float) -> tuple[float, float]:
    return max(left / columns, 0.0), min(right / columns, 1.0)
