"""A page's text as it is searched: lower case, without accents, of the same length, so that its places hold.

A character stays one character: `Š` is `s`, a no-break space is a space, `œ` and `ß`, which have no single plain
letter, become `o` and `s`. Tables of words are written in this form.
"""

import re
import unicodedata

from schemas.extraction import PageText

_LATIN_END = 0x250
_SPECIAL = {
    "ß": "s", "œ": "o", "Œ": "o", "æ": "a", "Æ": "a", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d",
    "ı": "i", "’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"', "º": "°",
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "\u00ad": "-",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\ufeff": " ", "：": ":", "\r": " ",
}  # fmt: skip


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


_TABLE = str.maketrans({chr(code): _plain(chr(code)) for code in range(_LATIN_END)} | _SPECIAL)

_CONFUSED = (
    # What an OCR takes for a digit's neighbour: only between or before digits, never inside a word.
    (re.compile(r"(?<=[0-9])o(?![a-z])|(?<![a-z])o(?=[0-9])"), "0"),
    (re.compile(r"(?<=[0-9])[li|](?![a-z])|(?<![a-z0-9])[li|](?=[0-9])"), "1"),
    (re.compile(r"(?<=[0-9])s(?=[0-9])"), "5"),
)


def folded(text: str) -> str:
    return text.translate(_TABLE)


def folded_page(page: PageText) -> str:
    """The folded text of a page; of one that was read by OCR, with the digits it confuses with letters put right."""
    text = folded(page.text)
    if page.method == "ocr":
        for pattern, digit in _CONFUSED:
            text = pattern.sub(digit, text)
    return text


def phrases(written: str) -> str:
    """A pattern of the phrases, one a line, longest first: each space may be several, or lost by an OCR."""
    lines = sorted({line.strip() for line in written.splitlines() if line.strip()}, key=len, reverse=True)
    return "|".join(r"\s{0,3}".join(line.split()) for line in lines)


def letters_of(listed: str) -> tuple[str, ...]:
    """The phrases between commas as they are compared where an OCR may have lost spaces: letters and digits only."""
    found = (re.sub(r"[^a-z0-9]+", "", phrase) for phrase in listed.split(","))
    return tuple(sorted({phrase for phrase in found if phrase}))
