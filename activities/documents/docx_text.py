"""The text of a Word document in the order in which it is read, as far as it is seen: headers, body, notes, footers."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from activities.documents.canonical import canonical
from activities.documents.docx_fields import SYMBOLS, field_says
from activities.documents.docx_seen import Element, Unseen, W, seen, unseen_in
from activities.documents.probe import refuse_unsafe_archive

PAGE_CHARACTERS = 20_000
"""A Word document has no pages until it is laid out; a long one is cut at line ends into pieces of this length."""

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Says again, for old versions of Word, what the text box beside it says."""
_UNSAID = (_FALLBACK, f"{W}pPr", f"{W}rPr")
_NOTES = {"footnotes": f"{W}footnote", "endnotes": f"{W}endnote"}
_BLOCKS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


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
    unseen = unseen_in(document.styles.element, _kept(related))
    for kind in ("header", "body", *_NOTES, "footer"):
        if kind == "body":
            yield from _lines_of(seen(document.element.body, unseen))
            continue
        said = set()
        for part in [relation.target_part for relation in related if relation.reltype.endswith(f"/{kind}")]:
            found = _notes(part, kind, unseen) if kind in _NOTES else _lines_of(seen(part.element, unseen))
            lines = tuple(found)
            if lines not in said:  # the first page and the even ones mostly have the same
                said.add(lines)
                yield from lines


def _kept(related: list[Element]) -> Element | None:
    """The building blocks that the document keeps, among them what its controls ask with."""
    from docx.oxml.parser import parse_xml

    blobs = [relation.target_part.blob for relation in related if relation.reltype.endswith("/glossaryDocument")]
    return parse_xml(blobs[0]) if blobs else None


def _notes(part: Element, kind: str, unseen: Unseen) -> Iterator[str]:
    """Of the notes that somebody wrote: Word keeps the ruling between text and notes as one of them."""
    from docx.oxml.parser import parse_xml

    for note in parse_xml(part.blob).iter(_NOTES[kind]):
        if note.get(f"{W}type", "normal") == "normal":
            yield from _lines_of(seen(note, unseen))


def _lines_of(container: Element) -> Iterator[str]:
    """The lines of a body, a header, a table's cell or a text box."""
    for child in container:
        if child.tag == f"{W}p":
            yield from _paragraph(child)
        elif child.tag == f"{W}tbl":
            for row in child.iter(f"{W}tr"):
                if next(row.iterancestors(f"{W}tbl")) is child:
                    yield from _row(row)
        elif child.tag in _BLOCKS:
            yield from _lines_of(child)


def _row(row: Element) -> Iterator[str]:
    """The cells of a row on one line, each as one line, with tabs between; but what lies in a table to be laid out, as
    other tables do, keeps its own lines."""
    cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
    if next(row.iter(f"{W}tbl"), None) is not None:
        yield from chain.from_iterable(map(_lines_of, cells))
    else:
        yield "\t".join(" ".join(" ".join(_lines_of(cell)).split()) for cell in cells)


def _paragraph(paragraph: Element) -> Iterator[str]:
    """What the paragraph says, and then what its text boxes say."""
    boxes: list[Element] = []
    yield from canonical("".join(_runs(paragraph, boxes)))[0].split("\n")
    for box in boxes:
        yield from _lines_of(box)


def _runs(element: Element, boxes: list[Element]) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == f"{W}sym":
            yield SYMBOLS.get((child.get(f"{W}font"), child.get(f"{W}char", "")[-2:].upper()), "")
        elif child.tag == f"{W}fldChar":
            yield field_says(child)
        elif child.tag == f"{W}txbxContent":
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
