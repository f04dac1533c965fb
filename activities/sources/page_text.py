"""The words of a hostile page, in time proportional to its length.

`html.parser` of Python 3.11 takes quadratic time on unfinished tags: 40 kB of `<a <a <a` cost it eleven seconds,
and a customer chooses the page we read. Here every search starts where the last one ended.
"""

import codecs
import html
import re
from dataclasses import dataclass

MAX_TITLE_CHARACTERS = 300
_CHARSET_SCAN_BYTES = 2048
_DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_PLAIN_CODECS = re.compile(
    r"utf-8|utf-16(-le|-be)?|ascii|iso8859-\d+|cp125\d|koi8-[ru]|mac-\w+|gb18030|gbk|big5|shift_jis|euc_(jp|kr)"
)
_RAW_TEXT = re.compile(r"(script|style|template|noscript|textarea|title)(?=[\s/>])", re.IGNORECASE)
_UNREADABLE_REFERENCE = re.compile(r"&#[0-9a-fA-FxX]{9,};?")


@dataclass(frozen=True)
class PageText:
    title: str
    text: str
    """What a visitor reads, on one line."""


def decode_page(body: bytes, charset: str | None) -> str:
    """The page's characters by the charset of its header, else of its own declaration, else UTF-8."""
    declared = _DECLARED_CHARSET.search(body, 0, _CHARSET_SCAN_BYTES)
    named = charset or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        codec = codecs.lookup(named).name
    except (LookupError, ValueError):
        codec = "utf-8"
    # Python's codecs include some that are no charsets (`punycode`, `undefined`) and misbehave on hostile bytes.
    return body.decode(codec if _PLAIN_CODECS.fullmatch(codec) else "utf-8", errors="replace")


def page_text(markup: str) -> PageText:
    """The title and the visible text of an HTML page; scripts, styles and comments are left out."""
    title, pieces, position = "", [], 0
    while (start := markup.find("<", position)) >= 0:
        pieces.append(markup[position:start])
        raw = _RAW_TEXT.match(markup, start + 1)
        if raw is None:
            position = _end_of_markup(markup, start)
            continue
        opened = _after(markup, ">", start)
        closing = _closing_tag(raw[1], markup, opened)
        if raw[1].lower() == "title" and not title:
            title = markup[opened:closing]
        position = _after(markup, ">", closing)
    pieces.append(markup[position:])
    return PageText(_one_line(title)[:MAX_TITLE_CHARACTERS], _one_line(" ".join(pieces)))


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
