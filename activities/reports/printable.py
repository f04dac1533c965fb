"""Text that can be printed: characters the embedded fonts have, and places where a long word may break.

PDF/A and PDF/UA forbid characters without a glyph, and the compiler refuses to write them. Company names and answers
are whatever somebody typed, so what cannot be printed is named instead (`[U+6F22]`); the case file that is attached to
the report has the original.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

import typst
from pydantic import JsonValue

from activities.reports.fonts import EMBEDDED_FONTS, STANDARDS

ZERO_WIDTH_SPACE = "\u200b"
LONGEST_UNBROKEN = 24
"""The narrowest column of the template holds as many characters."""

_ALPHABETS = (range(0x20, 0x7F), range(0xA0, 0x180), range(0x391, 0x3A2), range(0x3A3, 0x3CF), range(0x400, 0x460))
_ORDINARY = frozenset(map(chr, chain.from_iterable(_ALPHABETS))) - {"\u00ad"}
"""Latin, Greek and Cyrillic letters that need no asking."""

_BEYOND_THE_FONTS = 0x3000
_COMPATIBILITY_FORMS = range(0xFB00, 0xFFFE)
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Mn", "Me", "Mc"})
"""Controls, direction overrides, private use; and combining marks, which one font may have and another their letter."""

_LONG_WORD = re.compile(rf"\S{{{LONGEST_UNBROKEN + 1},}}")
_PIECE = re.compile(r"[^/._:@?&=,;-]{1,20}[/._:@?&=,;-]{0,4}|[/._:@?&=,;-]{1,20}")
"""Up to a mark after which a reader expects a break, or twenty characters."""
_SAMPLE = b"""
#set document(title: "sample")
#let sample = sys.inputs.sample
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))
#sample #strong(sample) #emph(sample) #raw(sample)
"""


def printable(value: JsonValue) -> JsonValue:
    """The same value with every text in it fit to print."""
    match value:
        case str():
            return _breakable(_drawable(value))
        case list():
            return [printable(item) for item in value]
        case dict():
            return {name: printable(item) for name, item in value.items()}
        case _:
            return value


def _drawable(text: str) -> str:
    normal = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(char if char == "\n" or _has_glyph(char) else f"[U+{ord(char):04X}]" for char in normal)


def _breakable(text: str) -> str:
    return _LONG_WORD.sub(lambda word: ZERO_WIDTH_SPACE.join(_PIECE.findall(word[0])), text)


def _has_glyph(char: str) -> bool:
    if char in _ORDINARY:
        return True
    if unicodedata.category(char) in _UNPRINTABLE:
        return False
    return (ord(char) < _BEYOND_THE_FONTS or ord(char) in _COMPATIBILITY_FORMS) and _compiles(char)


@lru_cache(maxsize=8192)
def _compiles(char: str) -> bool:
    """Asks the compiler itself, once per character: it is the one that would refuse. About 3 ms."""
    try:
        typst.compile(
            _SAMPLE,
            font_paths=EMBEDDED_FONTS,
            ignore_system_fonts=True,
            sys_inputs={"sample": char},
            pdf_standards=STANDARDS,
        )
    except typst.TypstError:
        return False
    return True
