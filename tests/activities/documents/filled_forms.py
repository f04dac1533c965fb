"""Forms that were filled in: with the appearances that an editor draws, and without, as a program leaves them."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from tests.sample_documents import drawn_pdf

A4 = (595, 842)
FORM = b"/AcroForm << /Fields [] /DA (/Helv 0 Tf 0 g) %b >>"


def declaration() -> bytes:
    """Labels beside their fields and above them, boxes before their labels, and lists, each with its appearance."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=True)
    form = canvas.acroForm
    for x, y, label in (
        (50, 740, "Company name:"),
        (50, 700, "First name"),
        (200, 700, "Last name"),
        (350, 700, "Share (%)"),
        (50, 600, "Politically exposed?"),
        (220, 600, "No"),
        (280, 600, "Yes"),
        (50, 570, "Country"),
    ):
        canvas.drawString(x, y, label)
    for x, y, value in (
        (350, 655, "40"),  # in a file the fields stand in any order
        (200, 655, "Jansen"),
        (50, 655, "Bob"),
        (50, 675, "Ana"),
        (200, 675, "Peeters"),
        (350, 675, "60"),
        (200, 735, "Voorbeeld Handel BV"),
    ):
        form.textfield(name=f"{x} {y}", x=x, y=y, width=140, height=18, value=value, fontSize=10)
    for x, is_ticked in ((200, True), (260, False)):
        form.checkbox(name=f"box {x}", x=x, y=597, size=14, checked=is_ticked)
    form.choice(name="country", x=200, y=565, width=90, height=18, value="Belgium", options=["France", "Belgium"])
    form.listbox(name="kind", x=50, y=480, width=90, height=50, value="Two", options=["One", "Two", "Three"])
    canvas.save()
    return target.getvalue()


def annotated(content: bytes, annotations: bytes, form: bytes = FORM % b"", page: bytes = b"") -> bytes:
    """A page with these annotations, none of which has an appearance."""
    return drawn_pdf(content, b"/MediaBox [0 0 595 842] /Annots [%b] %b" % (annotations, page), catalog=form)


def text_field(box: bytes, value: bytes, more: bytes = b"/F 4") -> bytes:
    return b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (%b) /Rect [%b] /V (%b) /DA (/Helv 10 Tf 0 g) %b >>" % (
        box,
        box,
        value,
        more,
    )


def note(box: bytes, said: bytes) -> bytes:
    return b"<< /Type /Annot /Subtype /FreeText /F 4 /Rect [%b] /Contents (%b) /DA (/Helv 10 Tf 0 g) >>" % (box, said)
