"""From a picture of a page to its text."""

import warnings
from pathlib import Path
from typing import TypedDict

import numpy as np
from PIL import Image

from activities.documents.ocr.available import PictureProblem
from activities.documents.ocr.engine import LEAST_CONFIDENCE, Engine, Place, Reading
from activities.documents.ocr.gaps import Pixels
from activities.documents.ocr.layout import PageLayout, ReadWord, lay_out
from activities.documents.ocr.lines import Piece
from activities.documents.ocr.turning import back_turn, quarter_turns, turned

MAX_PIXELS = 40_000_000


class ReadPicture(TypedDict):
    """What the child prints of a picture that it read; see `activities.documents.ocr.available`."""

    text: str
    width: int
    height: int
    words: tuple[ReadWord, ...]


class UnreadablePicture(TypedDict):
    problem: PictureProblem


def read_picture(engine: Engine, path: Path) -> ReadPicture | UnreadablePicture:
    """The text of a picture, or what was wrong with it. Raises FileNotFoundError, for that is the caller's fault."""
    try:
        picture = pixels_of(path)
        if picture is None:
            return {"problem": "too_large"}
    except FileNotFoundError:
        raise
    except Exception:  # the boundary to the decoder: whatever it raises, the file is to blame
        return {"problem": "damaged"}
    try:
        page = read_page(engine, picture)
    except Exception:  # the boundary to the engine, which raises its own and OpenCV's errors, and MemoryError
        return {"problem": "too_complex"}
    height, width = picture.shape[:2]
    return {"text": page.text, "width": width, "height": height, "words": page.words}


def pixels_of(path: Path) -> Pixels | None:
    """The decoded PNG; None if it has more pixels than are ever read. Raises whatever Pillow does if it is damaged."""
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the bound here is the lower one
    with Image.open(path, formats=["PNG"]) as image:
        if image.width * image.height > MAX_PIXELS:
            return None
        return np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])


def read_page(engine: Engine, picture: Pixels) -> PageLayout:
    """The text of a page, whichever way up it lies in the picture. The words' boxes are in the picture as given, so
    that the word of a page on its side has a tall box."""
    places, read = _read_places(engine, picture)
    quarters = quarter_turns(engine, places, read)
    if quarters:
        places, read = _read_places(engine, turned(picture, quarters))
    pieces = [
        Piece(place.quad, reading.words)
        for place, reading in zip(places, read, strict=True)
        if reading.words and reading.confidence >= LEAST_CONFIDENCE
    ]
    return lay_out(pieces, back_turn(picture, quarters))


def _read_places(engine: Engine, picture: Pixels) -> tuple[list[Place], list[Reading]]:
    places = engine.find(picture)
    return places, engine.read([place.pixels for place in places])
