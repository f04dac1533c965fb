"""The name that a current print of the German commercial register enters in its second column.

The columns are headed `a) Firma b) Sitz … c) Gegenstand`, and so each entry begins: `a)`, the name over one line or
more, `b)` (Handelsregisterverordnung, § 43). What is merged into the company is named in the last column but one.
"""

import re
from collections.abc import Iterator

from domain.extraction.blocks import plain
from domain.extraction.company_shapes import FORM_IN_WORDS, CompanyName, has_form, trimmed
from domain.extraction.page_fields import PageFields

_HEADED = re.compile(r"(?<!\w)a\)\s{1,2}Firma\s{1,2}b\)\s{1,2}Sitz")
_ENTRY = re.compile(
    r"(?:^|\n)(?:[0-9]{1,3}\s{1,2})?a\)\s{1,2}(?P<name>[^\n:]{2,80}(?:\n[^\n:]{2,80}){0,2})\n\s{0,2}b\)(?=\s)"
)


def _is_form(words: str) -> bool:
    """Another column has the form in words behind its `a)`."""
    return FORM_IN_WORDS.match(plain(words)) is not None


def entered_names(read: PageFields) -> Iterator[CompanyName]:
    """None where the print has entered several: which of them is struck out is told by a line that text has not."""
    if not _HEADED.search(read.text):
        return
    named = [trimmed(read.text, *match.span("name")) for match in _ENTRY.finditer(read.text)]
    names = [name for name in named if name and has_form(name.normalized) and not _is_form(name.normalized)]
    if len({name.normalized for name in names}) == 1:
        yield from names
