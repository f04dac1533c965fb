"""The words of a page, also of one that was written to waste our time."""

import pytest

from activities.sources.page_text import decode_page, page_text


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
    "unit", ["<a ", "<a", "<", "<!--", "</", "<script>", "<title", "<a b='", "&", "&#", "<!", "<?", "<title></titl"]
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
