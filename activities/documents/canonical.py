"""The one writing in which page texts are stored, so that a citation means the same for good.

Line ends are `\\n`, spaces are plain, quotes and hyphens are straight, ligatures are spelled out, accents are composed,
and what nobody sees is gone: control characters, soft hyphens, and the marks PDFium leaves where a hyphen broke a line.
Every character that is left comes from one character of the raw text, which is how its place on the page is found.
"""

import re
import unicodedata

HYPHEN_MARKS = "\x02\ufffe"
"""What PDFium gives instead of a hyphen and the line end after it."""

_REPLACED = {
    **dict.fromkeys((*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0))), ""),
    **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\xad\u200b\u2060\ufeff\ufffe\uffff", ""),
    **dict.fromkeys("\xa0\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("\u2010\u2011", "-"),
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "\t": "\t",
    "\n": "\n",
}
_SURROGATE = "\ud800-\udfff"
_COMBINING = "[\u0300-\u036f]"
_SPECIAL = re.compile(
    rf"[{re.escape(''.join(mark for mark, plain in _REPLACED.items() if mark != plain))}{_SURROGATE}]"
    rf"|[^\W\d_]{_COMBINING}+"
)


def canonical(raw: str) -> tuple[str, list[int]]:
    """The text as it is stored, and for each of its characters the index in `raw` of the one it comes from."""
    pieces: list[str] = []
    origins: list[int] = []
    done = 0
    for match in _SPECIAL.finditer(raw):
        start, plain = match.start(), _plain(match[0])
        pieces += raw[done:start], plain
        origins += range(done, start)
        origins += [start] * len(plain)
        done = match.end()
    pieces.append(raw[done:])
    origins += range(done, len(raw))
    return "".join(pieces), origins


def _plain(special: str) -> str:
    if len(special) > 1:
        return unicodedata.normalize("NFC", special)
    return _REPLACED.get(special, "")
