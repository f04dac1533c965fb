"""Which way up a page lies in its picture.

The lines of a page on its side are taller than wide. That it is upside down shows in the reading alone: the engine
is sure of what it reads, 0.97 on average, and 0.7 of what stands on its head. A few long lines are enough to tell.
"""

from collections.abc import Callable, Sequence

import numpy as np

from activities.documents.ocr.engine import Engine, Place, Reading
from activities.documents.ocr.gaps import Pixels
from activities.documents.ocr.lines import Point

SAMPLE = 6
SURE = 0.88
TALL = 1.5
"""From how many times as high as wide on the engine turns a piece to the left before it reads it."""


def quarter_turns(engine: Engine, places: Sequence[Place], read: Sequence[Reading]) -> int:
    """How many quarters of a circle the picture has to be turned to the left for its lines to be level: 0 to 3.

    `read` is what the engine made of the places as they lie in the picture.
    """
    longest = sorted(zip(places, read, strict=True), key=lambda pair: max(_size(pair[0])), reverse=True)[:SAMPLE]
    tall = [pair for pair in longest if _is_tall(pair[0])]
    sideways = 2 * len(tall) > len(longest)
    sample = [pair for pair in longest if _is_tall(pair[0]) == sideways]
    upright = _confidence([reading for _, reading in sample])
    if upright < SURE and _confidence(engine.read([turned(place.pixels, 2) for place, _ in sample])) > upright:
        return 3 if sideways else 2
    return 1 if sideways else 0


def turned(picture: Pixels, quarters: int) -> Pixels:
    """The picture, turned to the left."""
    return np.ascontiguousarray(np.rot90(picture, quarters))


def back_turn(picture: Pixels, quarters: int) -> Callable[[Point], Point]:
    """Where a point of the turned picture was in this one."""
    height, width = picture.shape[:2]
    turns: dict[int, Callable[[Point], Point]] = {
        0: lambda point: point,
        1: lambda point: (width - point[1], point[0]),
        2: lambda point: (width - point[0], height - point[1]),
        3: lambda point: (point[1], height - point[0]),
    }
    return turns[quarters]


def _is_tall(place: Place) -> bool:
    width, height = _size(place)
    return height >= TALL * width


def _size(place: Place) -> tuple[float, float]:
    across, down = [x for x, _ in place.quad], [y for _, y in place.quad]
    return max(across) - min(across), max(down) - min(down)


def _confidence(read: Sequence[Reading]) -> float:
    """How sure the engine is of what it read, on average; 1 where it read nothing."""
    return sum(reading.confidence for reading in read) / len(read) if read else 1.0
