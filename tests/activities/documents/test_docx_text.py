"""The text of Word documents, in the order in which it is read."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from activities.documents.docx_text import PAGE_CHARACTERS, read_docx
from tests.sample_documents import docx_document, docx_of_xml


def read(data: bytes, folder: Path) -> list[str]:
    path = folder / "document"
    path.write_bytes(data)
    return read_docx(path, most_pages=3)[0]


GLOSSARY = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TICKED = '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
CHOSEN = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="BE"/><w:listEntry w:val="FR"/></w:ddList>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(text: str, style: str = "Normal", asks_with: str = "") -> str:
    """That says it was not filled in, and shows this."""
    written = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t>{text}</w:t></w:r>'
    properties = f'<w:placeholder><w:docPart w:val="{asks_with}"/></w:placeholder><w:showingPlcHdr/>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{written}</w:sdtContent></w:sdt>"


def field(data: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


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
        ("<w:p><w:del><w:r><w:t>old</w:t></w:r></w:del><w:r><w:t>new</w:t></w:r></w:p>", "new"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>in a field</w:t></w:r></w:p></w:sdtContent></w:sdt>", "in a field"),
        (f"<w:p>{run('Name:')}{control('Click here', 'PlaceholderText')}</w:p>", "Name:"),
        (f"<w:p>{run('Name:')}{control('Ana')}</w:p>", "Name:Ana"),
        (
            "<w:p><w:r><w:t>beside</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r></w:p>",
            "beside\nin the box",
        ),
        (f"<w:p>{field(TICKED)}{run(' yes')}</w:p>", "☒ yes"),
        (f"<w:p>{field(CHOSEN)}</w:p>", "FR"),
        (f'<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>{run(" no")}</w:p>', "☐ no"),
        (
            table(cell("tall", '<w:vMerge w:val="restart"/>') + cell("x"), cell("unseen", "<w:vMerge/>") + cell("y")),
            "tall\tx\n\ty",
        ),
        (table(f"<w:trPr><w:hidden/></w:trPr>{cell('unseen')}", cell("seen")), "\nseen"),
        (
            table(f"<w:tc>{table(cell('Name') + cell('Ana'), cell('Since') + cell('2023'))}</w:tc>"),
            "Name\tAna\nSince\t2023",
        ),
    ],
    ids=[
        "line break",
        "tracked change",
        "deleted as other programs write it",
        "content control",
        "asks to be written over",
        "filled in by a program that leaves the mark of what asks",
        "text box",
        "ticked",
        "chosen",
        "symbol",
        "merged cells",
        "row that is hidden",
        "table to be laid out",
    ],
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


@pytest.mark.parametrize(("text", "shown"), [("Your name", "Name:"), ("Ana", "Name:Ana")])
def test_what_a_control_asks_with_is_known_by_what_the_document_keeps_for_it(
    text: str, shown: str, tmp_path: Path
) -> None:
    body = f"<w:p>{run('Name:')}{control(text, 'PlaceholderText', 'Asks')}</w:p>"
    document = docx.Document(BytesIO(docx_of_xml(body)))
    asks = f"<w:docPartBody><w:p>{run('Your ')}{run('name')}</w:p></w:docPartBody>"
    block = f'<w:docPart><w:docPartPr><w:name w:val="Asks"/></w:docPartPr>{asks}</w:docPart>'
    kept = f'<w:glossaryDocument xmlns:w="{W}"><w:docParts>{block}</w:docParts>'
    part = Part(PackURI("/word/glossary/document.xml"), GLOSSARY, f"{kept}</w:glossaryDocument>".encode())
    document.part.relate_to(part, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)
    target = BytesIO()
    document.save(target)

    assert read(target.getvalue(), tmp_path) == [shown]


def test_words_style_for_what_asks_is_known_in_every_language_of_word(tmp_path: Path) -> None:
    style = '<w:style w:type="character" w:styleId="Platzhaltertext"><w:name w:val="Placeholder Text"/></w:style>'
    body = f"<w:p>{run('Name:')}{control('Hier klicken', 'Platzhaltertext')}</w:p>"

    assert read(with_styles(docx_of_xml(body), style), tmp_path) == ["Name:"]


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


def test_notes_come_after_the_body(tmp_path: Path) -> None:
    notes = f'<w:footnote w:type="separator"><w:p>{run("---")}</w:p></w:footnote>'
    notes += f'<w:footnote w:id="2"><w:p>{run("Since 2023.")}</w:p></w:footnote>'
    document, target = docx.Document(), BytesIO()
    document.add_paragraph("Ana is a director")
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(target)

    assert read(target.getvalue(), tmp_path) == ["Ana is a director\nSince 2023.\nPage 1"]
