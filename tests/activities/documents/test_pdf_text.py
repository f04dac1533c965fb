"""The text of PDF pages, and the boxes of their words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from activities.documents.pdf_text import PageRead, read_page
from tests import sample_documents
from tests.sample_documents import drawn_pdf, said_at

OFFICE = said_at(100, 700, "Registered office: Wetstraat 16, 1000 Brussel") + said_at(60, 80, "Gérance: “Ana”")
FILLS_THE_PAGE = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q\n"


@contextmanager
def first_page(data: bytes) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(data)
    yield document[0]
    document.close()


def read(data: bytes) -> PageRead:
    with first_page(data) as page:
        return read_page(page)


def test_the_words_of_a_page_are_found_by_their_offsets() -> None:
    page = read(drawn_pdf(OFFICE))

    assert page.text == 'Registered office: Wetstraat 16, 1000 Brussel\nGérance: "Ana"'
    assert [page.text[start:end] for start, end, *_ in page.words] == page.text.split()
    assert (page.width, page.height) == (595, 842)


@pytest.mark.parametrize("data", [drawn_pdf(OFFICE), sample_documents.text_pdf()], ids=["by hand", "typst"])
def test_what_stands_in_the_box_of_a_word_is_the_word(data: bytes) -> None:
    with first_page(data) as page:
        found = read_page(page)
        textpage = page.get_textpage()
        for start, end, x0, y0, x1, y1 in found.words:
            boxed = textpage.get_text_bounded(x0, found.height - y1, x1, found.height - y0)
            assert found.text[start:end] == boxed.strip().replace("“", '"').replace("”", '"')


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [b"", b"/CropBox [50 60 500 800]"], ids=["whole", "cropped"])
def test_boxes_lie_on_the_words_of_the_page_as_it_is_shown(rotation: int, crop: bytes) -> None:
    with first_page(drawn_pdf(OFFICE, b"/MediaBox [0 0 595 842] /Rotate %d %b" % (rotation, crop))) as page:
        found = read_page(page)
        shown = page.render(scale=1).to_pil().convert("L")

    assert shown.size == (round(found.width), round(found.height))
    for *_, x0, y0, x1, y1 in found.words:
        assert has_ink(shown.crop((int(x0), int(y0), round(x1 + 1), round(y1 + 1))))
        ImageDraw.Draw(shown).rectangle((x0 - 2, y0 - 2, x1 + 2, y1 + 2), fill=255)
    assert not has_ink(shown)


def has_ink(picture: Image.Image) -> bool:
    low, _ = picture.getextrema()
    return isinstance(low, int) and low < 128


def test_a_word_that_is_broken_at_the_end_of_a_line_is_one_in_the_text_and_two_on_the_page() -> None:
    page = read(
        drawn_pdf(said_at(100, 700, "The company was incorpo-") + said_at(100, 686, "rated on the third of May"))
    )

    assert "incorporated" in page.text
    words = [page.text[start:end] for start, end, *_ in page.words]
    assert words[3:5] == ["incorpo", "rated"]
    assert page.words[4][3] > page.words[3][3]


def test_characters_beyond_the_first_plane_do_not_shift_the_boxes() -> None:
    plain = read(sample_documents.text_pdf(("A1 Wetstraat 16 is the registered office of the company",)))
    bold = read(sample_documents.text_pdf(("𝐀𝟏 Wetstraat 16 is the registered office of the company",)))

    street = [next(box for box in page.words if page.text[box[0] : box[1]] == "Wetstraat") for page in (plain, bold)]
    assert street[1][4] - street[1][2] == pytest.approx(street[0][4] - street[0][2], abs=0.5)


@pytest.mark.parametrize(
    ("data", "is_scan"),
    [
        (sample_documents.scanned_pdf(), True),
        (drawn_pdf(FILLS_THE_PAGE + said_at(10, 10, "Scanned by a scanner")), True),
        (drawn_pdf(FILLS_THE_PAGE + OFFICE), False),
        (drawn_pdf(said_at(10, 10, "A short page")), False),
        (drawn_pdf(b"100 100 200 50 re f\n"), True),
        (drawn_pdf(b""), False),
    ],
    ids=["scan", "scan with a note", "text on a picture", "few words alone", "only lines", "nothing"],
)
def test_a_page_that_is_a_picture_is_left_to_ocr(data: bytes, is_scan: bool) -> None:
    assert read(data).is_scan is is_scan


def test_of_a_page_with_endless_text_only_so_much_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("activities.documents.pdf_text.MOST_CHARACTERS", 50)

    page = read(drawn_pdf(OFFICE))

    assert page.is_cut
    assert len(page.text) <= 50


ACCOUNT = said_at(60, 400, "IBAN BE68 5390 0754 7034")


@pytest.mark.parametrize(
    "hidden",
    [
        b"BT 3 Tr ET\n" + ACCOUNT,
        b"BT 7 Tr ET\n" + ACCOUNT,
        b"1 1 1 rg\n" + ACCOUNT,
        b"0 0 300 300 re f 1 g\n" + ACCOUNT,
        said_at(60, -400, "IBAN BE68 5390 0754 7034"),
        said_at(700, 400, "IBAN BE68 5390 0754 7034"),
        b"q 200 0 0 200 50 300 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q BT 3 Tr ET\n" + ACCOUNT,
        FILLS_THE_PAGE + b"BT 3 Tr ET\n" + ACCOUNT,
    ],
    ids=[
        "not drawn",
        "only clips",
        "white",
        "white beside a shape",
        "below",
        "to the right",
        "over a small picture",
        "over a scan",
    ],
)
def test_what_nobody_sees_is_not_read(hidden: bytes) -> None:
    page = read(drawn_pdf(OFFICE + hidden))

    assert page.text.strip() == read(drawn_pdf(OFFICE)).text
    assert [page.text[start:end] for start, end, *_ in page.words] == page.text.split()


@pytest.mark.parametrize(
    "seen",
    [
        b"40 380 400 60 re f 1 g\n" + ACCOUNT,
        b"0.5 g\n" + ACCOUNT,
        b"1 0 0 rg BT 2 Tr ET\n" + ACCOUNT,
    ],
    ids=["white on black", "grey", "red"],
)
def test_what_somebody_sees_is_read(seen: bytes) -> None:
    assert "IBAN BE68 5390 0754 7034" in read(drawn_pdf(OFFICE + seen)).text


def test_of_a_word_that_leaves_the_page_what_is_on_it_is_read() -> None:
    page = read(drawn_pdf(OFFICE + said_at(300, 500, "Brussel-" * 12, size=10)))

    assert 2 < page.text.count("Brussel-") < 12
    assert max(x1 for *_, x1, _ in page.words) < page.width + 10


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_white_text_is_looked_for_where_the_page_shows_it(rotation: int) -> None:
    turned = b"/MediaBox [0 0 595 842] /CropBox [20 30 500 800] /Rotate %d" % rotation
    on_black = b"40 380 400 60 re f 1 g\n" + ACCOUNT + said_at(60, 500, "on white paper")

    page = read(drawn_pdf(OFFICE + on_black, turned))

    assert "IBAN BE68 5390 0754 7034" in page.text
    assert "on white paper" not in page.text


IN_DISORDER = said_at(100, 700, "Uhjlvwhuhg riilfh: Zhwvwuddw 16, 1000 Euxvvho") + said_at(60, 80, "Jhudqfh: Dqd")
NAMED = b"/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
NUMBERED = b" ".join(b"/g%d" % number for number in range(224))
UNNAMED = b"/Subtype /Type1 /BaseFont /Symbolic /Encoding << /Differences [32 %b] >>" % NUMBERED
BIT_BY_BIT = (
    b"/Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >> /FirstChar 32 "
    b"/LastChar 255 /Widths [%b] /Encoding << /Differences [32 %b] >>" % (b"600 " * 224, NUMBERED)
)


@pytest.mark.parametrize(
    ("font", "letters", "is_garbled"),
    [
        (UNNAMED, IN_DISORDER, True),
        (UNNAMED, OFFICE, False),
        (BIT_BY_BIT, IN_DISORDER, True),
        (BIT_BY_BIT, OFFICE, False),
        (NAMED, IN_DISORDER, False),
    ],
    ids=["codes", "codes that are letters", "drawn codes", "drawn letters", "letters"],
)
def test_a_page_whose_letters_are_not_the_ones_it_shows_is_left_to_ocr(
    font: bytes, letters: bytes, is_garbled: bool
) -> None:
    assert read(drawn_pdf(letters).replace(NAMED, font)).is_scan is is_garbled
