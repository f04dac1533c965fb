"""The boxes of forms that are filled in: what stands behind an empty one was an option and is not stated."""

import re

_BOX = re.compile(r"[☐☑☒□■◻◼⬜✓✔✗✘]|\[[ xX]?\]|\([ xX]\)")
_EMPTY = frozenset("☐□◻⬜") | {"[]", "[ ]", "( )"}


def is_unticked(text: str, at: int) -> bool:
    """Whether the nearest box before a place on its line is empty: `☐ bestuurder ☒ volmachtdrager`."""
    boxes = _BOX.findall(text, text.rfind("\n", 0, at) + 1, at)
    return bool(boxes) and boxes[-1] in _EMPTY


def past_box(text: str, at: int = 0) -> int:
    """Past the box that stands at a place and the space behind it: `☒ Director`."""
    box = _BOX.match(text, at)
    return len(text) - len(text[box.end() :].lstrip()) if box else at
