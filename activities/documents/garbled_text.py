"""Whether the letters of a PDF's page are the ones that it shows.

Some programs leave out of a font which letters it draws: the page looks right and gives other letters when it is
copied. PDFium then gives the codes of the letters and flags them. Of fonts that are drawn bit by bit (Type 3, as host
computers and TeX make them) it flags all, and the codes mostly are the letters: so the words have to tell.
"""

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from pypdfium2 import raw as pdfium

from activities.documents.annotated_text import Raw

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

GARBLED = 0.3
"""The share of characters of which nobody can say which letters they are, from which on the page is read as a
picture."""
MOST_TRIED = 64
"""Characters, from all over the page, by which that is told."""
MOST_WORDS = 150
"""By which a language is looked for. Among more of them, letters in disorder come to be words now and then."""

_WORD = re.compile(r"[^\W\d_]{3,}")
"""Shorter ones stand in every disorder."""


def is_garbled(textpage: "PdfTextPage", raw: Raw) -> bool:
    """Whether too many of these characters of a page are other ones than it shows."""
    every = len(raw) // MOST_TRIED + 1
    tried = [(character, index) for character, index in raw[::every] if not character.isspace()]
    lost = sum(_is_lost(character) for character, _ in tried)
    unnamed = sum(_is_unnamed(textpage, index) for character, index in tried if not _is_lost(character))
    if lost > GARBLED * len(tried):
        return True
    return lost + unnamed > GARBLED * len(tried) and not _says_something(textpage, raw)


def _is_lost(character: str) -> bool:
    return character == "\ufffd" or unicodedata.category(character) == "Co"


def _is_unnamed(textpage: "PdfTextPage", index: int) -> bool:
    return bool(pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1)


def _says_something(textpage: "PdfTextPage", raw: Raw) -> bool:
    """Whether what is flagged is in a language that we read."""
    # They take longer to import than a short document to read, and hardly a document needs them.
    from domain.extraction.languages import language_of
    from schemas.extraction import PageText

    flagged = "".join(character if _is_unnamed(textpage, index) else " " for character, index in raw)
    words = " ".join(match[0] for match in islice(_WORD.finditer(flagged), MOST_WORDS))
    page = PageText(page_index=0, text=words, method="born_digital_text", width=1, height=1)
    return language_of([page]) != "unknown"
