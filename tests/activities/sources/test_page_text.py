"""The words of a page, also of one that was written to waste our time."""

import pytest

from activities.sources.page_text import MAX_DATA_BLOCKS, MAX_LINKS, Link, decode_page, page_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one<br>two</p>", "one two"),
        ("a <!-- <p>hidden</p> --> b", "a b"),
        ("a<script>if (1 < 2) x = '</p>'</script>b", "a b"),
        ("a<STYLE type=x>p > q {}</Style >b", "a b"),
        ("a<script>never closed", "a"),
        ("a<!-- never closed", "a"),
        ("a <b never closed", "a"),
        ("1 < 2 &amp; 3 &gt; 2 &eacute;", "1 2 & 3 > 2 é"),
        ("<titles>kept</titles>", "kept"),
        ("<!doctype html><?xml?>x", "x"),
        ("&#x41;&#66; &#99999999999;", "AB"),
        ("&#" + "9" * 10_000 + ";", ""),
    ],
)
def test_text_is_what_a_visitor_reads(markup: str, text: str) -> None:
    assert page_text(markup).text == text


def test_the_title_is_the_first_one_on_one_line_and_not_in_the_text() -> None:
    read = page_text("<head><TITLE lang=en>\n A &amp;\n B </TITLE></head>body<svg><title>other</title></svg>")
    assert (read.title, read.text) == ("A & B", "body")
    assert len(page_text(f"<title>{'x' * 5000}</title>").title) == 300


@pytest.mark.parametrize(
    ("markup", "links"),
    [
        ('<a href="/a">one <b>two</b></a> three', [("/a", "one two")]),
        ("<A class=x HREF='/a?b&amp;c' >one</A>", [("/a?b&c", "one")]),
        ("<a href=/a>one<a href=/b>two</a>", [("/a", "one"), ("/b", "two")]),
        ("<a href=/a>never closed", [("/a", "never closed")]),
        ("<a href=/a><abbr>one</abbr> two</a>", [("/a", "one two")]),
        ("<a\nhref = '/a'\n>one</a>", [("/a", "one")]),
        ("<a data-href=/a>one</a><a name=b>two</a><a href>three</a><a href=''>four</a>", []),
        ("<abbr href=/a>one</abbr><area href=/b>", []),
        ("<!-- <a href=/a>hidden</a> --><script>'<a href=/b>'</script>", []),
        ("<a href='/a never closed>", [("'/a", "")]),
        (f"<a href={'x' * 3000}>long</a>", []),
    ],
)
def test_links_are_where_a_visitor_can_click(markup: str, links: list[tuple[str, str]]) -> None:
    assert list(page_text(markup).links) == [Link(href, text) for href, text in links]


def test_data_for_machines_is_apart_from_the_text() -> None:
    read = page_text('a<script type="application/ld+json">{"x": "<b>"}</script><script>1</script>b')
    assert (read.text, read.data_blocks) == ("a b", ('{"x": "<b>"}',))


def test_a_page_cannot_have_us_keep_more_than_we_use() -> None:
    read = page_text("<a href=/a>x</a>" * 1000 + '<script type="application/ld+json">1</script>' * 100)
    assert (len(read.links), len(read.data_blocks)) == (MAX_LINKS, MAX_DATA_BLOCKS)


def test_of_too_many_links_the_last_are_kept_as_well_as_the_first() -> None:
    links = page_text("".join(f"<a href=/{number}>x</a>" for number in range(2 * MAX_LINKS))).links
    half = MAX_LINKS // 2
    numbers = [*range(half), *range(2 * MAX_LINKS - half, 2 * MAX_LINKS)]
    assert [link.href for link in links] == [f"/{number}" for number in numbers]


@pytest.mark.parametrize(
    "unit",
    [
        "<a href=",
        "<a href='",
        "<a href=x>",
        "</a>",
        "<a href = ",
        "<a ",
        "<a",
        "<",
        "<!--",
        "</",
        "<script>",
        "<title",
        "<a b='",
        "&",
        "&#",
        "<!",
        "<?",
        "<title></titl",
        "<script type=application/ld+json>",
    ],
)
def test_two_megabytes_of_unfinished_markup_are_read_to_the_end(unit: str) -> None:
    # A reader that starts over at every mark would run into the suite's time limit here.
    assert "visible" not in page_text(unit * (2 * 1024 * 1024 // len(unit))).text


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("é".encode(), None, "é"),
        ("é".encode("latin-1"), "iso-8859-1", "é"),
        (b'<meta charset="windows-1252">\x80', None, '<meta charset="windows-1252">€'),
        (b'<meta http-equiv="x" content="text/html; charset=iso-8859-7">\xe1', None, None),
        (b"\xff", "utf-8", "�"),
        (b"L\x92Or\xe9al", "iso-8859-1", "L’Oréal"),
        (b"L\x92Or\xe9al", None, "L’Oréal"),
        ("é".encode() * 9 + b"\xe9", None, "é" * 9 + "�"),
        ("é".encode()[:1], "utf-8", "�"),
        (b"\xef\xbb\xbf" + "é".encode(), "iso-8859-1", "é"),
        (b"\xff\xfe" + "é".encode("utf-16-le"), None, "é"),
        (b"\xfe\xff" + "é".encode("utf-16-be"), None, "é"),
        (b"a", "undefined", "a"),
        (b"a", "punycode", "a"),
        (b"a", "no-such-charset", "a"),
        (b"a", "hex", "a"),
        (b"a", "nul\0", "a"),
    ],
)
def test_a_page_is_decoded_by_what_it_declares(body: bytes, charset: str | None, text: str | None) -> None:
    decoded = decode_page(body, charset)
    assert decoded == text if text is not None else decoded.endswith("α")
