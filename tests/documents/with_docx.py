"""Papers as somebody typed them in a word processor."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK

from tests.documents.papers import Block, Paper

_LEVELS = {"heading": 1, "subheading": 2}


def docx_by_word(paper: Paper) -> bytes:
    document = docx.Document()
    for block in paper.blocks:
        if block.kind in _LEVELS:
            document.add_heading(block.lines[0], level=_LEVELS[block.kind])
        elif block.kind == "footer":
            document.sections[0].footer.paragraphs[0].text = "\n".join(block.lines)
        elif block.kind == "break":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif block.kind == "pairs" and paper.layout == "colon":
            for label, value in block.rows:
                document.add_paragraph(f"{label}: {value}")
        elif block.rows:
            _add_table(document, block)
        else:
            for line in block.lines:
                document.add_paragraph(line)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _add_table(document: Document, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]))
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
