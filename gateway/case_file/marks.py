"""Marks in strangers' texts that turn or hide parts of them, written out as by `visible` of `foundation/dom.js`."""

import re
from xml.etree.ElementTree import Element

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def visible(text: str) -> str:
    """The text with each such mark as `⟨U+202E⟩`: with one in it a name can look like another."""
    return _UNSEEN.sub(lambda mark: f"⟨U+{ord(mark.group()):04X}⟩", text)


def with_marks_written_out(page: Element) -> Element:
    """The page itself, with every text in it made visible. Attributes hold addresses and no words of strangers."""
    for element in page.iter():
        element.text = visible(element.text or "")
        element.tail = visible(element.tail or "")
    return page
