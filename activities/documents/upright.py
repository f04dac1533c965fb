"""The places of a scan's words as they are on the page that somebody reads, whichever way it lies in its picture.

What is stored are the places in the picture, for that is what an officer looks at. But what stands beside or below what
can only be told on the page as it is held.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from schemas.extraction import PageText, Word

MOST_WORDS = 400
"""So many tell which way the lines run."""

Point = tuple[float, float]
Direction = tuple[int, int]
RIGHT, LEFT, DOWN, UP = (1, 0), (-1, 0), (0, 1), (0, -1)


def upright(page: PageText) -> PageText:
    """The page as it is held, if it was read in a picture: its text is in the order of reading already."""
    running = _running(page.text, page.words) if page.method == "ocr" else RIGHT
    if running == RIGHT:
        return page
    turns: dict[Direction, Callable[[Point], Point]] = {
        LEFT: lambda point: (page.width - point[0], page.height - point[1]),
        DOWN: lambda point: (point[1], page.width - point[0]),
        UP: lambda point: (page.height - point[1], point[0]),
    }
    size = (page.width, page.height) if running == LEFT else (page.height, page.width)
    words = tuple(_turned(word, turns[running]) for word in page.words)
    return page.model_copy(update={"words": words, "width": size[0], "height": size[1]})


def _running(text: str, words: Sequence[Word]) -> Direction:
    """Where most words have the next one of their line."""
    votes = Counter({RIGHT: 1})
    for word, following in pairwise(words[:MOST_WORDS]):
        if "\n" not in text[word.char_end : following.char_start]:
            across = following.x0 + following.x1 - word.x0 - word.x1
            below = following.y0 + following.y1 - word.y0 - word.y1
            sideways = RIGHT if across >= 0 else LEFT
            votes[sideways if abs(across) > abs(below) else DOWN if below > 0 else UP] += 1
    return votes.most_common(1)[0][0]


def _turned(word: Word, turn: Callable[[Point], Point]) -> Word:
    (x0, y0), (x1, y1) = turn((word.x0, word.y0)), turn((word.x1, word.y1))
    return word.model_copy(update={"x0": min(x0, x1), "y0": min(y0, y1), "x1": max(x0, x1), "y1": max(y0, y1)})
