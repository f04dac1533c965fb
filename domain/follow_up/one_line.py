"""Text that is not ours, made fit to stand within a sentence of ours."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Unicode's control, format (which turn the direction of writing, or take no room), private, half and unassigned."""


def one_line(text: object, longest: int) -> str:
    """The text on one line of at most so many characters, without anything that cannot be seen."""
    line = " ".join(str(text).split())
    seen = " ".join("".join(letter for letter in line if unicodedata.category(letter) not in _UNSEEN).split())
    return seen if len(seen) <= longest else f"{seen[: longest - 1].rstrip()}…"
