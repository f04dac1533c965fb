"""The text of Word documents, in the order in which it is read."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

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


HIDDEN_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heir"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish w:val="1"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "style", "shown"),
    [
        ("<w:vanish/>", "", False),
        ('<w:vanish w:val="0"/>', "", True),
        ('<w:rStyle w:val="Gone"/>', "", False),
        ("", "Heir", False),
        ('<w:vanish w:val="false"/>', "Secret", True),
        ("<w:b/>", "Normal", True),
    ],
)
def test_what_word_does_not_show_is_not_read(properties: str, style: str, shown: bool, tmp_path: Path) -> None:
    run = f"<w:r><w:rPr>{properties}</w:rPr><w:t>BE68 5390 0754 7034</w:t></w:r>"
    body = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr>'
    body += f"<w:t>IBAN </w:t></w:r>{run}</w:p>"
    data = with_styles(docx_of_xml(body), HIDDEN_STYLES)

    assert read(data, tmp_path) == ["IBAN BE68 5390 0754 7034" if shown else "IBAN "]


def with_styles(data: bytes, styles: str) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as copy:
        for name in source.namelist():
            member = source.read(name)
            more = member.replace(b"</w:styles>", f"{styles}</w:styles>".encode())
            copy.writestr(name, more if name == "word/styles.xml" else member)
    return target.getvalue()


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
