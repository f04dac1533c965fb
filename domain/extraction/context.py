"""What stands before a value and may say what it is: the text on its line, and above it where its line says nothing."""

import re

_OWN_LINE = 160
_PROSE = 320
"""How many characters back a label may stand: on the line of the value, and in running text."""
_LINES_OF_PROSE = 4
_LONG_LINE = 40
_LONG_RUN = 60
"""How long a line is at least that may run on."""
_SENTENCE_ENDS = (".", ":", ";", "!", "?")
_ABBREVIATED = re.compile(r"(?<![a-z])(?:(?:[a-z]\.){2,}|(?:nr|no|num|reg|id)\.)$")
"""`inscrite au R.C.S.` at the end of a line ends no sentence."""
_EMPTY = re.compile(
    r"(?:op|le|la|am|den|der|on|the|du|vom|van|de|of|n|no|nr|num|numero|nummer|number|date|datum|[^a-z])*"
)


def windows_before(text: str, start: int, floor: int = 0) -> tuple[str, ...]:
    """The pieces of folded text in which a label of the value at `start` is looked for, the nearest first.

    `floor` is where the value before it ends: a label before that one is not this one's.
    """
    line_start = text.rfind("\n", 0, start) + 1
    own = text[max(line_start, floor, start - _OWN_LINE) : start]
    if floor >= line_start > 0:
        return (own,)
    above = _above(text, line_start, floor, start, own)
    return (own, above) if above else (own,)


def _above(text: str, line_start: int, floor: int, start: int, own: str) -> str:
    """The running text that leads to the value, or the line above a value that stands alone."""
    first, below = line_start, ""
    alone = _EMPTY.fullmatch(own[-_LONG_LINE:]) is not None
    for number in range(_LINES_OF_PROSE):
        end = first - 1
        if end <= max(floor, start - _PROSE):
            break
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].strip()
        label = alone and (number == 0 or (number == 1 and _EMPTY.fullmatch(below) is not None))
        prose = len(line) >= _LONG_LINE and (not line.endswith(_SENTENCE_ENDS) or _ABBREVIATED.search(line) is not None)
        if not (label or prose):
            break
        first, below = begin, line
        if label and not prose and not _EMPTY.fullmatch(line):
            break
    return text[max(first, floor, start - _PROSE) : start] if first < line_start else ""


def header_above(text: str, start: int) -> str:
    """The line above, if it may be the head of the table in whose first row a value stands: words, and no full stop."""
    line_start = text.rfind("\n", 0, start) + 1
    if line_start == 0 or start == line_start:
        return ""
    head = text[text.rfind("\n", 0, line_start - 1) + 1 : line_start - 1].strip()
    words = not any(map(str.isdigit, head)) and not head.endswith(_SENTENCE_ENDS)
    return head if words and len(head) <= _OWN_LINE else ""


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the line of a value begins and ends."""
    line_end = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end


def sentence_after(text: str, end: int) -> str:
    """What follows on its line, and on the next one if the line is running text."""
    line_start, line_end = line_around(text, end, end)
    if line_end - line_start >= _LONG_RUN:
        line_end = line_around(text, line_end + 1, line_end + 1)[1]
    return text[end:line_end]
