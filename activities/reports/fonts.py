"""The fonts and the standards of every report. Only what the compiler carries with it: the same on every machine."""

from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:  # the name is in the package's stubs only
    from typst import PDFStandard

EMBEDDED_FONTS = typst.Fonts(include_system_fonts=False)

STANDARDS: list["PDFStandard"] = ["a-3a", "ua-1"]
"""PDF/A-3 for archives, with the case file attached; level A and PDF/UA-1 for readers who do not see the page."""
