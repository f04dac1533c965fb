"""Builders of real documents, as bytes: the ones a customer uploads, and the ones nobody should."""

import json
import random
import struct
import zlib
from calendar import timegm
from collections.abc import Mapping
from hashlib import md5
from io import BytesIO
from time import gmtime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
import typst
from PIL import Image, ImageDraw, ImageFont

LETTER = (
    "To whom it may concern",
    "Enclosed you find what you have asked for.",
    "We are at your disposal for any question.",
    "With kind regards",
)
"""It states nothing of any company: what tests say nothing about is not to be found."""

EXTRACT = (
    "Extract from the commercial register",
    "Company name: Voorbeeld Handel BV",
    "Registration number: 0403.170.701",
    "Registered office: Wetstraat 16, 1000 Brussel",
    "Date of incorporation: 3 February 2023",
)

_MADE = gmtime(0)
"""Pillow, Typst and zip write the second into what they make; a sample is the same whenever a test asks for it."""
PDF_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
"""What passwords are filled up with: PDF 32000-1, algorithm 2."""


def text_pdf(lines: tuple[str, ...] = LETTER, pages: int = 1) -> bytes:
    """A PDF with text in it, as an office program makes it."""
    source = (
        '#let data = json(bytes(sys.inputs.data))\n#set document(title: "Extract")\n'
        "#for page in range(data.pages) { if page > 0 { pagebreak() }\n"
        "  for line in data.lines { par(line) } }"
    )
    compiled = typst.compile(
        source.encode(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps({"lines": lines, "pages": pages})},
        timestamp=timegm(_MADE),
    )
    assert isinstance(compiled, bytes)
    return compiled


def scanned_png(lines: tuple[str, ...] = LETTER) -> bytes:
    return _encoded(_scan(lines), "PNG")


def scanned_jpg(lines: tuple[str, ...] = LETTER) -> bytes:
    return _encoded(_scan(lines), "JPEG")


def docx_document(lines: tuple[str, ...] = LETTER) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    target = BytesIO()
    document.save(target)
    return _packed(_members(target.getvalue()))


def empty_docx() -> bytes:
    return docx_document(())


def docx_with_macros() -> bytes:
    return _with_member(docx_document(), "word/vbaProject.bin", b"macro")


def docx_bomb() -> bytes:
    """A few hundred kilobytes that unpack to 300 MB."""
    return _with_member(docx_document(), "word/media/zeros.bin", bytes(300_000_000))


def encrypted_docx() -> bytes:
    """The head of the OLE compound file in which Word keeps a document with a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)


def spreadsheet_named_docx() -> bytes:
    return _packed({"xl/workbook.xml": b"<workbook/>"})


def truncated(data: bytes, share: float = 0.5) -> bytes:
    """The first part of a document, as an interrupted scan or copy leaves it."""
    return data[: int(len(data) * share)]


def executable() -> bytes:
    """An ELF header and some code: a program under a document's name."""
    return b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00\x3e\x00" + bytes(4096)


def pdf_without_pages() -> bytes:
    return _pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


def pdf_bomb() -> bytes:
    """A few kilobytes, deflated twice, whose page content unpacks to a gigabyte of drawing commands."""
    content = _deflated_twice(b"0 0 m 9 9 l S\n" * 4096, times=18_000)
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%b\nendstream" % (len(content), content),
        ]
    )


def huge_png() -> bytes:
    """A hundred kilobytes that decode to 120 million pixels."""
    return _encoded(Image.new("1", (12_000, 10_000)), "PNG")


def encrypted_pdf(user_password: str = "secret") -> bytes:
    """A PDF under 40-bit RC4, the standard security handler's first revision.

    With an empty user password it opens without asking, as a PDF does that only forbids printing.
    """
    document_id, permissions = bytes(16), -44
    padded_user = (user_password.encode() + PDF_PADDING)[:32]
    owner_key = md5((b"owner" + PDF_PADDING)[:32]).digest()[:5]
    owner_entry = _rc4(owner_key, padded_user)
    seed = padded_user + owner_entry + permissions.to_bytes(4, "little", signed=True) + document_id
    user_entry = _rc4(md5(seed).digest()[:5], PDF_PADDING)
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            b"<< /Filter /Standard /V 1 /R 2 /O <%b> /U <%b> /P %d >>"
            % (owner_entry.hex().encode(), user_entry.hex().encode(), permissions),
        ],
        trailer=b"/Encrypt 4 0 R /ID [<%b> <%b>]" % (document_id.hex().encode(), document_id.hex().encode()),
    )


def _pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Numbers the objects from 1, of which the first is the catalogue, and adds the cross-reference table."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    table += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer)
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i, j, out = 0, 0, bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _deflated_twice(block: bytes, times: int) -> bytes:
    inner, outer = zlib.compressobj(1), zlib.compressobj(9)
    packed = b"".join(outer.compress(inner.compress(block)) for _ in range(times))
    return packed + outer.compress(inner.flush()) + outer.flush()


def drawn_pdf(content: bytes, page: bytes = b"/MediaBox [0 0 595 842]", pages: int = 1, catalog: bytes = b"") -> bytes:
    """A PDF whose pages all draw the same, in Helvetica (`/F1`), with these entries."""
    first = 5
    kids = b" ".join(b"%d 0 R" % number for number in range(first, first + pages))
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalog,
            b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, pages),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
            *[b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R %b >>" % page]
            * pages,
        ]
    )


def said_at(x: int, y: int, text: str, size: int = 12) -> bytes:
    """Draws a line of text on a page of `drawn_pdf`."""
    return b"BT /F1 %d Tf %d %d Td (%b) Tj ET\n" % (size, x, y, text.encode("cp1252"))


def scanned_pdf(pages: int = 1) -> bytes:
    """Pages with nothing on them but a picture."""
    target = BytesIO()
    scan = _scan(LETTER)
    others = [scan] * (pages - 1)
    scan.save(target, "PDF", resolution=150, save_all=True, append_images=others, creationDate=_MADE, modDate=_MADE)
    return target.getvalue()


def vast_png() -> bytes:
    """A few bytes that say they are a picture of 30 000 x 30 000 pixels."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(100_000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def turned_jpg(orientation: int) -> bytes:
    """A photograph 60 pixels wide and 30 high, with a note of how the camera was held."""
    picture, target = Image.new("RGB", (60, 30), "white"), BytesIO()
    exif = picture.getexif()
    exif[0x0112] = orientation
    picture.save(target, format="JPEG", exif=exif)
    return target.getvalue()


def docx_of_xml(body: str, doctype: str = "") -> bytes:
    """A Word document with this XML in its body, and before it this document type."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'{doctype}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    return _packed(_members(docx_document()) | {"word/document.xml": document.encode()})


def docx_of_a_billion_laughs() -> bytes:
    """Entities of entities, which would be a gigabyte of text."""
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    doctype = f'<!DOCTYPE d [<!ENTITY e0 "{"laugh" * 2}">{levels}]>'
    return docx_of_xml("<w:p><w:r><w:t>before &e9; after</w:t></w:r></w:p>", doctype)


def docx_that_names_a_file(path: str) -> bytes:
    """Asks whoever parses it to put a file's content into its text."""
    doctype = f'<!DOCTYPE d [<!ENTITY file SYSTEM "file://{path}">]>'
    return docx_of_xml("<w:p><w:r><w:t>before &file; after</w:t></w:r></w:p>", doctype)


def _scan(lines: tuple[str, ...]) -> Image.Image:
    """Dark grey text on paper, a little crooked and grainy; the same every time."""
    page = Image.new("L", (1240, 900), 244)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(size=36)
    for row, line in enumerate(lines):
        draw.text((110, 120 + row * 80), line, fill=48, font=font)
    turned = page.rotate(0.7, resample=Image.Resampling.BICUBIC, fillcolor=244)
    grain = random.Random(7)
    noise = Image.frombytes("L", (310, 225), bytes(grain.randrange(256) for _ in range(310 * 225)))
    grainy = Image.blend(turned, noise.resize(turned.size), 0.06)
    return Image.merge("RGB", (grainy, grainy.point(lambda v: v * 0.985), grainy.point(lambda v: v * 0.94)))


def _encoded(image: Image.Image, image_format: str) -> bytes:
    target = BytesIO()
    image.save(target, format=image_format)
    return target.getvalue()


def _with_member(archive: bytes, name: str, data: bytes) -> bytes:
    return _packed(_members(archive) | {name: data})


def _members(archive: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _packed(members: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return target.getvalue()
