"""The text of Word documents, in the order in which it is read."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from activities.documents.docx_text import PAGE_CHARACTERS, read_docx
from tests.sample_documents import docx_document, docx_of_xml


def read(data: bytes, folder: Path) -> list[str]:
    path = folder / "document"
    path.write_bytes(data)
    return read_docx(path, most_pages=3)[0]


def test_headers_come_first_and_footers_last_and_a_row_is_a_line(tmp_path: Path) -> None:
    document, target = docx.Document(), BytesIO()
    document.sections[0].header.paragraphs[0].text = "Notary Peeters"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("Directors")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("Name", "Since", "Ana", "2023"), strict=True
    ):
        cell.text = text
    document.add_paragraph("Signed\tin “Gent”")
    document.save(target)

    assert read(target.getvalue(), tmp_path) == [
        'Notary Peeters\nDirectors\nName\tSince\nAna\t2023\nSigned\tin "Gent"\nPage 1'
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>left</w:t><w:br/><w:t>right</w:t></w:r></w:p>", "left\nright"),
        (
            "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
            "new",
        ),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>in a field</w:t></w:r></w:p></w:sdtContent></w:sdt>", "in a field"),
        (
            "<w:p><w:r><w:t>beside</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r></w:p>",
            "beside\nin the box",
        ),
    ],
    ids=["line break", "tracked change", "content control", "text box"],
)
def test_what_a_reader_sees_is_read(body: str, text: str, tmp_path: Path) -> None:
    assert read(docx_of_xml(body), tmp_path) == [text]


def test_a_long_document_is_cut_into_pages_at_line_ends(tmp_path: Path) -> None:
    lines = tuple(f"Article {number}. " + "word " * 300 for number in range(30))
    pages = read(docx_document(lines), tmp_path)

    assert "\n".join(pages) == "\n".join(lines)
    assert all(len(page) <= PAGE_CHARACTERS for page in pages)
    assert len(pages) == 3


def test_a_document_with_more_pages_than_are_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "document"
    path.write_bytes(docx_document(("word " * PAGE_CHARACTERS,)))

    pages, has_more = read_docx(path, most_pages=3)

    assert (len(pages), has_more) == (3, True)
    assert all(len(page) <= PAGE_CHARACTERS for page in pages)
