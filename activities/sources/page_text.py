"""The words and links of a hostile page, in time proportional to its length.

What stands there is data about the company and never an instruction to us.

`html.parser` of Python 3.11 takes quadratic time on unfinished tags: 40 kB of `<a <a <a` cost it eleven seconds,
and a customer chooses the page we read. Here every search starts where the last one ended.
"""

import codecs
import html
import re
from dataclasses import dataclass, field

MAX_TITLE_CHARACTERS = 300
MAX_LINKS = 500
MAX_LINK_CHARACTERS = 2048
MAX_DATA_BLOCKS = 20
_CHARSET_SCAN_BYTES = 2048
_UNDECLARED = "cp1252"
"""What a page is in that declares nothing and is no UTF-8, and what pages mean that say `iso-8859-1` or `ascii`
(https://encoding.spec.whatwg.org/#names-and-labels)."""
_MEANT = {"iso8859-1": _UNDECLARED, "ascii": _UNDECLARED}
_MARKED = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_PLAIN_CODECS = re.compile(
    r"utf-8|utf-16(-le|-be)?|ascii|iso8859-\d+|cp125\d|koi8-[ru]|mac-\w+|gb18030|gbk|big5|shift_jis|euc_(jp|kr)"
)
_RAW_TEXT = re.compile(r"(script|style|template|noscript|textarea|title)(?=[\s/>])", re.IGNORECASE)
_MAX_TAG_CHARACTERS = 4096
_ATTRIBUTE = r"""[\s"'/]{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))"""
_HREF = re.compile(_ATTRIBUTE.replace("{name}", "href"), re.IGNORECASE)
_TYPE = re.compile(_ATTRIBUTE.replace("{name}", "type"), re.IGNORECASE)
_ANCHOR = re.compile(r"<(/?)a(?=[\s/>])", re.IGNORECASE)
_JSON_LD = "application/ld+json"
_UNREADABLE_REFERENCE = re.compile(r"&#[0-9a-fA-FxX]{9,};?")


@dataclass(frozen=True)
class Link:
    href: str
    """As written, with its character references resolved; it may be relative, or no address at all."""
    text: str
    """What a visitor clicks on."""


@dataclass(frozen=True)
class PageText:
    title: str
    text: str
    """What a visitor reads, on one line."""
    links: tuple[Link, ...] = ()
    """If there are more than `MAX_LINKS`, the first half of those and the last: menus are long, imprints at the end."""
    data_blocks: tuple[str, ...] = ()
    """The first `MAX_DATA_BLOCKS` of JSON-LD, as they are written."""


def decode_page(body: bytes, charset: str | None) -> str:
    """The page's characters by its byte order mark, else the charset of its header, else of its own declaration, else
    UTF-8 or, if it is none, windows-1252; as a browser does."""
    for mark, codec in _MARKED:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, errors="replace")
    declared = _DECLARED_CHARSET.search(body, 0, _CHARSET_SCAN_BYTES)
    named = charset or (declared[1].decode("ascii") if declared else None)
    if named is None:
        return _undeclared(body)
    try:
        codec = codecs.lookup(named).name
    except (LookupError, ValueError):
        return _undeclared(body)
    # Python's codecs include some that are no charsets (`punycode`, `undefined`) and misbehave on hostile bytes.
    return body.decode(_MEANT.get(codec, codec) if _PLAIN_CODECS.fullmatch(codec) else "utf-8", errors="replace")


def _undeclared(body: bytes) -> str:
    """UTF-8 with a few bad bytes stays UTF-8; in other charsets hardly any two letters make a valid character of it."""
    text = body.decode("utf-8", errors="replace")
    unreadable = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return body.decode(_UNDECLARED, errors="replace") if 2 * unreadable > beyond_ascii else text


def page_text(markup: str) -> PageText:
    """The title, the visible text, the links and the JSON-LD of an HTML page; scripts, styles and comments are left
    out."""
    reading = _Reading()
    position = 0
    while (start := markup.find("<", position)) >= 0:
        reading.pieces.append(markup[position:start])
        raw = _RAW_TEXT.match(markup, start + 1)
        if raw is None:
            position = _end_of_markup(markup, start)
            reading.note_tag(markup[start : min(position, start + _MAX_TAG_CHARACTERS)])
            continue
        opened = _after(markup, ">", start)
        closing = _closing_tag(raw[1], markup, opened)
        reading.note_raw(markup[start : min(opened, start + _MAX_TAG_CHARACTERS)], markup[opened:closing])
        position = _after(markup, ">", closing)
    reading.pieces.append(markup[position:])
    return reading.result()


@dataclass
class _Reading:
    """What has been read so far."""

    pieces: list[str] = field(default_factory=list)
    title: str = ""
    links: list[Link] = field(default_factory=list)
    data_blocks: list[str] = field(default_factory=list)
    _open_link: tuple[str, int] | None = None
    """Where the link leads whose end has not come yet, and the piece its text begins with."""

    def note_tag(self, tag: str) -> None:
        anchor = _ANCHOR.match(tag)
        if anchor is None:
            return
        self._end_link()
        if not anchor[1] and (href := _attribute(_HREF, tag)):
            self._open_link = (href, len(self.pieces))

    def note_raw(self, tag: str, content: str) -> None:
        name = tag[1:7].lower()
        if name.startswith("title") and not self.title:
            self.title = content
        if name == "script" and _attribute(_TYPE, tag).lower() == _JSON_LD and len(self.data_blocks) < MAX_DATA_BLOCKS:
            self.data_blocks.append(content)

    def result(self) -> PageText:
        self._end_link()
        text = _one_line(" ".join(self.pieces))
        return PageText(_one_line(self.title)[:MAX_TITLE_CHARACTERS], text, tuple(self.links), tuple(self.data_blocks))

    def _end_link(self) -> None:
        if self._open_link is None:
            return
        href, first = self._open_link
        shown = " ".join(self.pieces[first:])[:MAX_LINK_CHARACTERS]
        if len(self.links) == MAX_LINKS:
            del self.links[MAX_LINKS // 2]
        self.links.append(Link(href, _one_line(shown)[:MAX_TITLE_CHARACTERS]))
        self._open_link = None


def _attribute(pattern: re.Pattern[str], tag: str) -> str:
    """The attribute's value on one line; empty if it has none, or more than any address has."""
    found = pattern.search(tag)
    value = next((group for group in found.groups() if group is not None), "") if found else ""
    return _one_line(value) if len(value) <= MAX_LINK_CHARACTERS else ""


def _end_of_markup(markup: str, start: int) -> int:
    if markup.startswith("<!--", start):
        return _after(markup, "-->", start + 4)
    if markup[start + 1 : start + 2].isalpha() or markup.startswith(("</", "<!", "<?"), start):
        return _after(markup, ">", start)
    return start + 1  # a less-than sign in the text


def _after(markup: str, mark: str, position: int) -> int:
    """Just past the next mark; the end of the page if there is none, as a browser does."""
    found = markup.find(mark, position)
    return len(markup) if found < 0 else found + len(mark)


def _closing_tag(name: str, markup: str, position: int) -> int:
    found = re.compile(f"</{name}", re.IGNORECASE).search(markup, position)
    return len(markup) if found is None else found.start()


def _one_line(text: str) -> str:
    return " ".join(html.unescape(_UNREADABLE_REFERENCE.sub(" ", text)).split())
