"""The one writing in which page texts are stored, so that a citation means the same for good.

Line ends are `\\n`, spaces are plain, quotes and hyphens are straight, ligatures are spelled out, accents are composed,
and what nobody sees is gone: control characters, soft hyphens, marks of direction and of variants, tags, fillers, and
the marks PDFium leaves where a hyphen broke a line. So what looks the same is the same, or a search would miss it.
Every character that is left comes from one character of the raw text, which is how its place on the page is found.
"""

import re
import unicodedata

HYPHEN_MARKS = "\x02\ufffe"
"""What PDFium gives instead of a hyphen and the line end after it."""

TICKED, UNTICKED = "☒", "☐"
"""How a box of a form is written, whatever it is ticked with."""

_UNSEEN = (
    # Unicode's format characters (Cf): joiners, directions, tags, marks of Arabic, shorthand and musical notation …
    *(range(0x600, 0x606), (0x61C, 0x6DD, 0x70F), range(0x890, 0x892), (0x8E2,), range(0x200B, 0x2010)),
    *(range(0x202A, 0x202F), range(0x2060, 0x2070), range(0xFFF9, 0xFFFC), (0x110BD, 0x110CD)),
    *(range(0x13430, 0x13440), range(0x1BCA0, 0x1BCA4), range(0x1D173, 0x1D17B), range(0xE0000, 0xE0080)),
    # … and what has no look of its own besides: selectors of variants, fillers, and what is no character at all.
    *(range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0)),
    (0xAD, 0x34F, 0x115F, 0x1160, 0x3164, 0xFEFF, 0xFFA0, 0xFFFE, 0xFFFF),
)

_REPLACED = {
    **dict.fromkeys((chr(mark) for marks in _UNSEEN for mark in marks), ""),
    **dict.fromkeys((*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0))), ""),
    **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
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
_COMBINING = re.compile("[\u0300-\u034e\u0350-\u036f]")
_NOTHING = f"[{re.escape(''.join(mark for mark, plain in _REPLACED.items() if not plain))}{_SURROGATE}]"
_SPECIAL = re.compile(f"[{re.escape(''.join(mark for mark, plain in _REPLACED.items() if mark != plain))}{_SURROGATE}]")
_SPECIAL_OR_ACCENTED = re.compile(rf"[^\W\d_](?:{_NOTHING}*{_COMBINING.pattern})+|{_SPECIAL.pattern}")
"""A letter and its accents are one, whatever unseen stands between. Ten times as slow: only where there are any."""


def canonical(raw: str) -> tuple[str, list[int]]:
    """The text as it is stored, and for each of its characters the index in `raw` of the one it comes from."""
    pieces: list[str] = []
    origins: list[int] = []
    done = 0
    special = _SPECIAL_OR_ACCENTED if _COMBINING.search(raw) else _SPECIAL
    for match in special.finditer(raw):
        start, plain = match.start(), _plain(match[0])
        pieces += raw[done:start], plain
        origins += range(done, start)
        origins += [start] * len(plain)
        done = match.end()
    pieces.append(raw[done:])
    origins += range(done, len(raw))
    return "".join(pieces), origins


def _plain(special: str) -> str:
    plain = "".join(_REPLACED.get(mark, "" if "\ud800" <= mark <= "\udfff" else mark) for mark in special)
    return unicodedata.normalize("NFC", plain) if len(special) > 1 else plain
