"""The text of a Word document in the order in which it is read, as far as it is seen: headers, body, footers."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from activities.documents.canonical import canonical
from activities.documents.probe import refuse_unsafe_archive

PAGE_CHARACTERS = 20_000
"""A Word document has no pages until it is laid out; a long one is cut at line ends into pieces of this length."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Says again, for old versions of Word, what the text box beside it says."""
_UNSAID = (_FALLBACK, f"{_W}pPr", f"{_W}rPr", f"{_W}moveFrom")
"""Nor is what was deleted, but that is no `w:t`."""
_OFF = frozenset({"0", "false", "off"})
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}

Element = Any
"""An lxml element: python-docx comes without types."""


def read_docx(path: Path, most_pages: int) -> tuple[list[str], bool]:
    """The texts of its pages, and whether it has more than these. Raises NotReadableError for an unsafe archive.

    python-docx never resolves entities, so that none is expanded and no file is read for one.
    """
    refuse_unsafe_archive(path)
    import docx

    document = docx.Document(str(path))
    pages = list(islice(_pages(_lines(document)), most_pages + 1))
    return pages[:most_pages], len(pages) > most_pages


def _lines(document: Element) -> Iterator[str]:
    related = [relation for relation in document.part.rels.values() if not relation.is_external]
    hidden = _hidden_styles(document.styles.element)
    for kind in ("header", "body", "footer"):
        if kind == "body":
            yield from _lines_of(_seen(document.element.body, hidden))
            continue
        said = set()
        for part in [relation.target_part for relation in related if relation.reltype.endswith(f"/{kind}")]:
            lines = tuple(_lines_of(_seen(part.element, hidden)))
            if lines not in said:  # the first page and the even ones mostly have the same
                said.add(lines)
                yield from lines


def _hidden_styles(styles: Element) -> set[str]:
    """The ids of the styles, of paragraphs and of characters, that hide what is written in them."""
    listed = {style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}
    hidden = {name for name, style in listed.items() if _hides(style.find(f"{_W}rPr"))}
    for _ in listed:  # a style that is based on a hidden one is hidden, and so on
        heirs = {
            name
            for name, style in listed.items()
            if _value(style, "basedOn") in hidden and _hides(style.find(f"{_W}rPr")) is None
        }
        if heirs <= hidden:
            break
        hidden |= heirs
    return hidden


def _seen(container: Element, hidden: set[str]) -> Element:
    """The same without what Word neither shows nor prints."""
    for run in list(container.iter(f"{_W}r")):
        properties = run.find(f"{_W}rPr")
        hides = _hides(properties)
        if hides is None:
            paragraph = next(run.iterancestors(f"{_W}p"), run).find(f"{_W}pPr")
            hides = _value(properties, "rStyle") in hidden or _value(paragraph, "pStyle") in hidden
        if hides:
            run.getparent().remove(run)
    return container


def _hides(properties: Element) -> bool | None:
    """What run properties say of it; None if nothing."""
    vanish = None if properties is None else properties.find(f"{_W}vanish")
    return None if vanish is None else vanish.get(f"{_W}val", "true") not in _OFF


def _value(properties: Element, name: str) -> str | None:
    member = None if properties is None else properties.find(f"{_W}{name}")
    return None if member is None else member.get(f"{_W}val")


def _lines_of(container: Element) -> Iterator[str]:
    """The lines of a body, a header, a table's cell or a text box."""
    for child in container:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                if next(row.iterancestors(f"{_W}tbl")) is child:
                    yield _row(row)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _lines_of(child)


def _row(row: Element) -> str:
    """The cells of a row on one line, each as one line, with tabs between."""
    cells = (cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row)
    return "\t".join(" ".join(" ".join(_lines_of(cell)).split()) for cell in cells)


def _paragraph(paragraph: Element) -> Iterator[str]:
    """What the paragraph says, and then what its text boxes say."""
    boxes: list[Element] = []
    yield from canonical("".join(_runs(paragraph, boxes)))[0].split("\n")
    for box in boxes:
        yield from _lines_of(box)


def _runs(element: Element, boxes: list[Element]) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag not in _UNSAID:
            yield from _runs(child, boxes)


def _pages(lines: Iterator[str]) -> Iterator[str]:
    page: list[str] = []
    length = 0
    for line in chain.from_iterable(map(_cut, lines)):
        if page and length + len(line) + 1 > PAGE_CHARACTERS:
            yield "\n".join(page)
            page, length = [], 0
        page.append(line)
        length += len(line) + 1
    if page:
        yield "\n".join(page)


def _cut(line: str) -> Iterator[str]:
    """A line that is longer than a page has to be cut, where there is a space if there is one."""
    while len(line) >= PAGE_CHARACTERS:
        at = line.rfind(" ", 0, PAGE_CHARACTERS - 1) + 1 or PAGE_CHARACTERS - 1
        yield line[:at]
        line = line[at:]
    yield line
