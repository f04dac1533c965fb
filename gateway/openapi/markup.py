"""HTML as a tree of elements. All text is escaped when the tree is written: there is no way to forget it."""

from itertools import cycle
from xml.etree.ElementTree import Element, tostring

Node = Element | str


def element(tag: str, /, *children: Node, **attributes: str) -> Element:
    """An element with these children; an attribute whose name Python keeps for itself ends in an underscore."""
    made = Element(tag, {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()})
    for child in children:
        if isinstance(child, Element):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child
    return made


def prose(text: str) -> list[Node]:
    """Plain words in which what stands between backticks is code."""
    pieces = zip(text.split("`"), cycle((False, True)), strict=False)
    return [element("code", piece) if is_code else piece for piece, is_code in pieces if piece]


def written(page: Element) -> str:
    return "<!doctype html>\n" + tostring(page, encoding="unicode", method="html")
