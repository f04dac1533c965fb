"""Papers as the programs of banks and utilities print them: set in the fonts that every PDF reader has."""

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from tests.documents.papers import Block, Paper

FACES = (("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"))
_WIDTH = A4[0] - 40 * mm


def pdf_by_reportlab(paper: Paper, face: tuple[str, str]) -> bytes:
    target = BytesIO()
    document = SimpleDocTemplate(target, pagesize=A4, margin=20 * mm, bottomMargin=28 * mm, invariant=1)
    foot = partial(_foot, lines=[line for block in paper.blocks if block.kind == "footer" for line in block.lines])
    flow = [flowable for block in paper.blocks for flowable in _drawn(block, paper, face)]
    document.build(flow, onFirstPage=foot, onLaterPages=foot)
    return target.getvalue()


def _foot(canvas: Canvas, document: SimpleDocTemplate, lines: Sequence[str]) -> None:
    canvas.setFont("Helvetica", 6.5)
    for number, line in enumerate(lines):
        canvas.drawCentredString(A4[0] / 2, 16 * mm - 8 * number, line)


def _drawn(block: Block, paper: Paper, face: tuple[str, str]) -> Iterator[Flowable]:
    usual, bold = face
    text = ParagraphStyle("text", fontName=usual, fontSize=10, leading=14, spaceAfter=5)
    small = ParagraphStyle("small", fontName=usual, fontSize=8, leading=10, textColor=colors.dimgray)
    if block.kind in ("heading", "subheading"):
        size = 15 if block.kind == "heading" else 11
        style = ParagraphStyle("bold", fontName=bold, fontSize=size, leading=size + 6, spaceBefore=8, spaceAfter=4)
        yield _paragraph(block.lines[0], style)
    elif block.kind == "text":
        yield _paragraph(block.lines[0], text)
    elif block.kind in ("letterhead", "addressee"):
        indent = 0 if block.kind == "letterhead" else 95 * mm
        style = ParagraphStyle("block", parent=text, leftIndent=indent, spaceAfter=0)
        yield from (_paragraph(line, style) for line in block.lines)
        yield Spacer(1, 8 * mm)
    elif block.kind == "mono":
        style = ParagraphStyle("mono", fontName="Courier", fontSize=9.5, leading=13)
        yield from (_paragraph(line, style) for line in block.lines)
    elif block.kind == "break":
        yield PageBreak()
    elif block.kind == "table":
        yield _grid(block.rows, text, [_WIDTH / len(block.rows[0])] * len(block.rows[0]))
    elif block.kind == "pairs" and paper.layout == "columns":
        yield _grid(block.rows, text, [_WIDTH * 0.4, _WIDTH * 0.6])
    elif block.kind == "pairs":
        for label, value in block.rows:
            if paper.layout == "above":
                yield _paragraph(label, small)
                yield _paragraph(value, text)
            else:
                yield _paragraph(f"{label}: {value}", text)


def _grid(rows: Sequence[Sequence[str]], style: ParagraphStyle, widths: list[float]) -> Table:
    cells = [[_paragraph(cell, style) for cell in row] for row in rows]
    return Table(cells, colWidths=widths, style=[("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.lightgrey)])


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), style)
