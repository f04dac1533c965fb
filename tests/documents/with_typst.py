"""Papers as a modern office program makes them."""

import json
from collections.abc import Sequence
from dataclasses import asdict

import typst

from tests.documents.papers import Paper

_SOURCE = """
#let paper = json(bytes(sys.inputs.paper))
#let feet = paper.blocks.filter(block => block.kind == "footer").map(block => block.lines).flatten()
#set document(date: none)
#set text(font: paper.fonts, size: 10.5pt, lang: paper.language)
#set page("a4", margin: 2.2cm, footer: text(7.5pt, feet.join([ \\ ])))
#let stacked(lines) = lines.map(line => [#line]).join(linebreak())
#let pairs(rows) = {
  if paper.layout == "colon" { for row in rows [#row.at(0): #row.at(1) #parbreak()] }
  else if paper.layout == "columns" {
    table(columns: (38%, 1fr), stroke: 0.4pt + gray, ..rows.flatten())
  } else { for row in rows { block[#text(8pt, gray.darken(40%), row.at(0)) \\ #row.at(1)] } }
}
#for part in paper.blocks {
  if part.kind == "heading" { text(15pt, weight: "bold", part.lines.first()) + parbreak() }
  else if part.kind == "subheading" { text(11.5pt, weight: "bold", part.lines.first()) + parbreak() }
  else if part.kind == "letterhead" { align(right, text(9pt, stacked(part.lines))) }
  else if part.kind == "addressee" { pad(top: 8mm, bottom: 8mm, stacked(part.lines)) }
  else if part.kind == "pairs" { pairs(part.rows) }
  else if part.kind == "table" {
    table(columns: part.rows.first().len(), stroke: (x, y) => if y == 0 { (bottom: 0.6pt) }, ..part.rows.flatten())
  }
  else if part.kind == "mono" { text(font: "DejaVu Sans Mono", size: 9pt, stacked(part.lines)) }
  else if part.kind == "break" { pagebreak() }
  else if part.kind == "text" { par(justify: true, part.lines.first()) }
}
"""
FONTS = (("Libertinus Serif",), ("Liberation Sans", "Libertinus Serif"), ("New Computer Modern",))
"""The last of each ships with typst; the others are taken where the machine has them."""


def pdf_by_typst(paper: Paper, fonts: Sequence[str]) -> bytes:
    data = {**asdict(paper), "fonts": fonts, "facts": None}
    compiled = typst.compile(_SOURCE.encode(), sys_inputs={"paper": json.dumps(data)}, timestamp=0)
    assert isinstance(compiled, bytes)
    return compiled
