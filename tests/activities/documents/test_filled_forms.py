"""What was filled into a form or noted on a page: read at its place, with its boxes, and drawn for the officers."""

from pathlib import Path

import pytest
from PIL import Image

from activities.documents.own_text import is_told_by_its_picture
from activities.documents.pdf_text import PageRead, read_page
from activities.documents.shown_page import fillable_document, shown_page
from tests.activities.documents.filled_forms import FORM, annotated, declaration, note, text_field
from tests.sample_documents import drawn_pdf, said_at

LABEL = said_at(50, 700, "Company name:")
BESIDE, BELOW = b"200 695 400 713", b"50 670 250 688"


def read(data: bytes, folder: Path) -> tuple[PageRead, Image.Image]:
    """The first page, and its picture with a pixel for each point."""
    path = folder / "document"
    path.write_bytes(data)
    document = fillable_document(path)
    with shown_page(document, 0) as shown:
        page, picture = read_page(shown.page, shown.annotations), shown.page.render(scale=1).to_pil().convert("L")
    document.close()
    return page, picture


def test_a_form_is_read_as_if_it_were_printed(tmp_path: Path) -> None:
    page, _ = read(declaration(), tmp_path)

    assert page.text.split("\n") == [
        "Company name: Voorbeeld Handel BV",
        "First name Last name Share (%)",
        "Ana Peeters 60",
        "Bob Jansen 40",
        "Politically exposed? ☒ No ☐ Yes",
        "Country Belgium",
        "Two",
    ]
    assert [page.text[start:end] for start, end, *_ in page.words] == page.text.split()


@pytest.mark.parametrize(
    ("annotations", "form", "text"),
    [
        (text_field(BESIDE, b"Voorbeeld BV"), FORM % b"", "Company name: Voorbeeld BV"),
        (text_field(BESIDE, b"Voorbeeld BV"), FORM % b"/NeedAppearances true", "Company name: Voorbeeld BV"),
        (text_field(BELOW, b"Voorbeeld BV"), FORM % b"", "Company name:\nVoorbeeld BV"),
        (text_field(BELOW, b"A B", b"/F 4 /Ff 4096"), FORM % b"", "Company name:\nA B"),
        (text_field(BESIDE, b"BE68539", b"/F 4 /Ff 16777216 /MaxLen 9"), FORM % b"", "Company name: BE68539"),
        (note(BESIDE, b"Voorbeeld BV"), b"", "Company name: Voorbeeld BV"),
        (text_field(BESIDE, b"Voorbeeld BV", b"/F 2"), FORM % b"", "Company name:"),
        (text_field(BESIDE, b"Voorbeeld BV", b"/F 32"), FORM % b"", "Company name:"),
    ],
    ids=["no appearance", "asked for", "below", "lines", "comb", "note without a form", "hidden", "not to be viewed"],
)
def test_what_has_no_appearance_is_read_as_it_is_shown(
    annotations: bytes, form: bytes, text: str, tmp_path: Path
) -> None:
    assert read(annotated(LABEL, annotations, form), tmp_path)[0].text == text


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_what_is_filled_in_is_drawn_where_its_boxes_say(rotation: int, tmp_path: Path) -> None:
    page = b"/CropBox [20 30 500 800] /Rotate %d" % rotation
    found, picture = read(annotated(LABEL, text_field(BESIDE, b"Voorbeeld BV"), page=page), tmp_path)

    assert picture.size == (round(found.width), round(found.height))
    assert len(found.words) == 4
    for *_, x0, y0, x1, y1 in found.words:
        low, _ = picture.crop((int(x0), int(y0), round(x1 + 1), round(y1 + 1))).getextrema()
        assert isinstance(low, int)
        assert low < 128


@pytest.mark.parametrize("typed_on_a_scan", [True, False])
def test_what_was_typed_on_a_scan_of_a_form_is_read_with_the_scan(typed_on_a_scan: bool, tmp_path: Path) -> None:
    picture = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n" if typed_on_a_scan else b""
    (tmp_path / "document").write_bytes(
        annotated(picture + LABEL, text_field(b"20 300 590 313", b"Voorbeeld BV " * 20))
    )
    document = fillable_document(tmp_path / "document")

    with shown_page(document, 0) as shown:
        assert is_told_by_its_picture(shown) is typed_on_a_scan
    document.close()


def test_the_rest_of_the_page_is_read_as_it_is_without_a_form(tmp_path: Path) -> None:
    content = b"".join(said_at(50, 760 - 20 * row, f"Line {row} of “the” page") for row in range(9))
    plain, _ = read(drawn_pdf(content), tmp_path)
    filled, _ = read(annotated(content, text_field(b"300 595 500 613", b"at the foot of it")), tmp_path)

    assert filled.text == f"{plain.text} at the foot of it"
    assert filled.words[: len(plain.words)] == plain.words
