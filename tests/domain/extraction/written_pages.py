"""Pages of invented text, as plain text and as a PDF's: one space between words, and a box for each word."""

import re

from schemas.extraction import PageText, Word

_WIDTH = 6.0
_HEIGHT = 10.0


def written(text: str, page_index: int = 0) -> PageText:
    return PageText(page_index=page_index, text=text, method="born_digital_text", width=595, height=842)


def laid_out(text: str, page_index: int = 0) -> PageText:
    """The same page as a PDF gives it: what stood apart by several spaces is told by the boxes alone."""
    lines: list[str] = []
    words: list[Word] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        said = [(match.start(), match[0]) for match in re.finditer(r"\S+", line)]
        for column, word in said:
            start = at + sum(len(other) + 1 for begin, other in said if begin < column)
            words.append(
                Word(
                    char_start=start,
                    char_end=start + len(word),
                    x0=column * _WIDTH,
                    x1=(column + len(word)) * _WIDTH - 0.5,
                    y0=number * 14.0,
                    y1=number * 14.0 + _HEIGHT,
                )
            )
        lines.append(" ".join(word for _, word in said))
        at += len(lines[-1]) + 1
    return PageText(
        page_index=page_index,
        text="\n".join(lines),
        method="born_digital_text",
        width=595,
        height=842,
        words=tuple(words),
    )
