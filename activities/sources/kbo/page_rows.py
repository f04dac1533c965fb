"""The rows of the page's tables, in time proportional to its length.

The page is a ladder of two-column tables without any other structure, so its cells are all there is to read. A parser
that builds a tree takes quadratic time on a tag with very many attributes; here every search starts where the last
one ended, and what is nested deeper than the page ever was is left out.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_DEPTH = 3
"""Tables inside of tables: the page has its hidden functions and its telephone numbers one level down."""
MAX_TAG_CHARACTERS = 2000
_TAG_NAME = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_ATTRIBUTE = re.compile(r"""\b(class|id|href)\s{0,3}=\s{0,3}("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_RAW_TEXT = frozenset({"script", "style", "noscript", "textarea"})
_UNREADABLE_REFERENCE = re.compile(r"&#[0-9a-fA-FxX]{9,};?")
_LINE_ENDS = frozenset({"br", "p", "div", "table", "tr", "td", "th", "li", "h1", "h2"})


@dataclass
class Cell:
    """One cell, with what the tables inside of it say."""

    style: str = ""
    """The page's classes: `I` is a heading, `QL` and `RL` are labels and values."""
    lines: list[str] = field(default_factory=list)
    """Its text, line by line, without blank lines and without the notes."""
    notes: list[str] = field(default_factory=list)
    """The small print, such as `Sinds 27 maart 2024`."""
    links: list[str] = field(default_factory=list)
    _open_line: list[str] = field(default_factory=list, repr=False)
    _open_note: list[str] | None = field(default=None, repr=False)

    def add_text(self, text: str) -> None:
        (self._open_line if self._open_note is None else self._open_note).append(text)

    def end_line(self) -> None:
        if line := one_line(self._open_line):
            self.lines.append(line)
        self._open_line.clear()

    def begin_note(self) -> None:
        self.end_note()
        self._open_note = []

    def end_note(self) -> None:
        if self._open_note is not None and (note := one_line(self._open_note)):
            self.notes.append(note)
        self._open_note = None


@dataclass
class Row:
    section: str
    """The heading it stands under, as written."""
    cells: list[Cell] = field(default_factory=list)


@dataclass
class Page:
    rows: list[Row]
    """Rows of inner tables stand before the row that holds them."""
    headings: list[str]
    """The texts of its h1."""
    text: str
    """All that a visitor can read, on one line."""


def one_line(pieces: list[str]) -> str:
    """The pieces as one line of text: entities resolved, every kind of space one blank."""
    text = "".join(pieces)
    return " ".join(html.unescape(_UNREADABLE_REFERENCE.sub(" ", text)).split())


def read_rows(markup: str) -> Page:
    """The rows of all tables and the headings; of a page that ends midway, those that were begun."""
    reader = _Reader()
    for token in _tokens(markup):
        if isinstance(token, str):
            reader.text(token)
        else:
            reader.tag(*token)
    return reader.finish()


def _tokens(markup: str) -> Iterator[str | tuple[str, bool, dict[str, str]]]:
    """Texts, and tags as (name, whether it closes, its attributes class, id and href)."""
    position = 0
    while (start := markup.find("<", position)) >= 0:
        if start > position:
            yield markup[position:start]
        named = _TAG_NAME.match(markup, start + 1)
        if named is None:
            position = _end_of_oddity(markup, start)
            if position == start + 1:
                yield "<"  # a less-than sign in the text
            continue
        position = _after(markup, ">", start)
        name, closing = named[2].lower(), bool(named[1])
        inside = markup[named.end() : min(position, named.end() + MAX_TAG_CHARACTERS)]
        yield name, closing, {} if closing else _attributes(inside)
        if name in _RAW_TEXT and not closing:
            ended = re.compile(f"</{name}", re.IGNORECASE).search(markup, position)
            position = len(markup) if ended is None else ended.start()
    if position < len(markup):
        yield markup[position:]


def _attributes(text: str) -> dict[str, str]:
    if "=" not in text:
        return {}
    return {
        found[1].lower(): html.unescape(_UNREADABLE_REFERENCE.sub(" ", found[2].strip("\"'")))
        for found in _ATTRIBUTE.finditer(text)
    }


def _end_of_oddity(markup: str, start: int) -> int:
    if markup.startswith("<!--", start):
        return _after(markup, "-->", start + 4)
    return _after(markup, ">", start) if markup.startswith(("<!", "<?", "</"), start) else start + 1


def _after(markup: str, mark: str, position: int) -> int:
    found = markup.find(mark, position)
    return len(markup) if found < 0 else found + len(mark)


class _Reader:
    """Puts every text into the cells that are open around it."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._tables: list[tuple[Row | None, Cell | None]] = []
        """Of each open table its open row and cell, the outermost first."""
        self._too_deep = 0
        self._section = ""
        self._headings: list[str] = []
        self._open_heading: list[str] | None = None
        self._all_text: list[str] = []

    def text(self, text: str) -> None:
        self._all_text.append(text)
        if self._open_heading is not None:
            self._open_heading.append(text)
        if not self._too_deep:
            for cell in self._open_cells():
                cell.add_text(text)

    def tag(self, name: str, closing: bool, attributes: dict[str, str]) -> None:
        self._all_text.append(" ")
        if name == "table":
            self._end_table() if closing else self._begin_table()
        elif self._too_deep:
            return
        elif name == "tr":
            self._end_row() if closing else self._begin_row()
        elif name in {"td", "th"}:
            self._begin_cell(None if closing else Cell(attributes.get("class", "")))
        elif name == "h1":
            self._heading(closing)
        self._inside_of_cells(name, closing, attributes)

    def finish(self) -> Page:
        self._heading(closing=True)
        while self._tables:
            self._end_table()
        return Page(self._rows, self._headings, one_line(self._all_text))

    def _open_cells(self) -> list[Cell]:
        return [cell for _, cell in self._tables if cell is not None]

    def _inside_of_cells(self, name: str, closing: bool, attributes: dict[str, str]) -> None:
        for cell in self._open_cells():
            if name == "span":
                if closing:
                    cell.end_note()
                elif "upd" in attributes.get("class", "").split():
                    cell.begin_note()
            elif name in _LINE_ENDS:
                cell.end_line()
            elif name == "a" and (link := attributes.get("href")):
                cell.links.append(link)

    def _begin_table(self) -> None:
        if len(self._tables) == MAX_DEPTH:
            self._too_deep += 1
        else:
            self._tables.append((None, None))

    def _end_table(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif self._tables:
            self._end_row()
            self._tables.pop()

    def _begin_row(self) -> None:
        """Ends the open row too, which the page may have forgotten to close."""
        self._end_row()
        if self._tables:
            self._tables[-1] = (Row(self._section), None)

    def _end_row(self) -> None:
        self._begin_cell(None)
        if not self._tables:
            return
        ended, _ = self._tables[-1]
        if ended is not None and ended.cells:
            self._rows.append(ended)
        self._tables[-1] = (None, None)

    def _begin_cell(self, cell: Cell | None) -> None:
        if not self._tables:
            return
        row, ended = self._tables[-1]
        if ended is not None and row is not None:
            ended.end_note()
            ended.end_line()
            row.cells.append(ended)
            if "I" in ended.style.split():
                self._section = " ".join(ended.lines)
        self._tables[-1] = (row, cell if row is not None else None)

    def _heading(self, closing: bool) -> None:
        if self._open_heading is not None and (heading := one_line(self._open_heading)):
            self._headings.append(heading)
        self._open_heading = None if closing else []
