"""The OCR's child process over six pictures, which it reads in one go, because each takes seconds."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from activities.documents.child import SOURCE_ROOT
from activities.documents.ocr.available import OCR_MODULE, ocr_is_installed
from tests.scanned import ScanKind, degraded

FRENCH = (
    ("Dénomination", "Pâtisserie L'Épi d'Or SRL"),
    ("Numéro d'entreprise", "0403.170.701"),
    ("Siège social", "12, rue de l'Église, 4000 Liège"),
    ("Gérante", "Hélène Lefèvre-Dubois"),
)
GERMAN = (
    ("Firma", "Müller & Söhne Großhandel GmbH"),
    ("Anschrift", "Königstraße 12a, 50667 Köln"),
    ("Stammkapital", "25.000,00 €"),
)
DUTCH = (
    ("Rekeninghouder", "Annelies Van den Broeck"),
    ("Rekening", "BE68 5390 0754 7034"),
    ("Datum", "3 februari 2023"),
    ("E-mail", "info@goudenaar.example"),
)
Table = tuple[tuple[str, str], ...]


class Answers(NamedTuple):
    pages: dict[str, dict[str, Any]]
    status: int
    noise: str


def page(table: Table, kind: ScanKind, turn: int = 0) -> Image.Image:
    """The table on a page that was printed, scanned and turned to the left by so many degrees."""
    pdf = BytesIO()
    canvas = Canvas(pdf, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for number, (label, value) in enumerate(table):
        canvas.drawString(60, 760 - 20 * number, label)
        canvas.drawString(240, 760 - 20 * number, value)
    canvas.save()
    drawn = pypdfium2.PdfDocument(pdf.getvalue())[0].render(scale=170 / 72).to_pil()
    return degraded(drawn, kind, seed=7).rotate(turn, expand=True)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    assert ocr_is_installed(), "the group `ocr` is part of `dev`"
    pictures = {
        "upright": page(FRENCH, "scan"),
        "sideways": page(GERMAN, "poor_scan", turn=90),
        "upside_down": page(DUTCH, "photo", turn=180),
        "blank": Image.new("L", (1200, 1700), "white"),
        "huge": Image.new("1", (8000, 5001)),
    }
    folder = tmp_path_factory.mktemp("pictures")
    for name, picture in pictures.items():
        picture.save(folder / f"{name}.png")
    whole = (folder / "upright.png").read_bytes()
    (folder / "cut.png").write_bytes(whole[: len(whole) // 2])
    names = (*pictures, "cut")
    ended = subprocess.run(
        (sys.executable, "-P", "-B", "-m", OCR_MODULE, *(str(folder / f"{name}.png") for name in names)),
        cwd=folder,
        env={"PYTHONPATH": str(SOURCE_ROOT)},
        capture_output=True,
        check=False,
    )
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    return Answers(dict(zip(names, lines, strict=True)), ended.returncode, ended.stderr.decode())


@pytest.mark.parametrize(
    ("name", "table"),
    [("upright", FRENCH), ("sideways", GERMAN), ("upside_down", DUTCH)],
    ids=["upright", "sideways", "upside_down"],
)
def test_a_label_and_its_value_are_read_as_one_line_two_spaces_apart(answers: Answers, name: str, table: Table) -> None:
    assert answers.pages[name]["text"].splitlines() == [f"{label}  {value}" for label, value in table]


def test_each_word_is_what_the_text_says_there(answers: Answers) -> None:
    read = answers.pages["upright"]
    words = [read["text"][start:end] for start, end, *_ in read["words"]]
    assert words == [word for row in FRENCH for cell in row for word in cell.split()]
    assert all(0.5 < confidence <= 1 for *_, confidence in read["words"])


def test_boxes_are_in_the_picture_as_it_was_given(answers: Answers) -> None:
    """The first word of the page stands upper left, so lower left on a page turned to the left, and so on."""
    upright, sideways, upside_down = (answers.pages[name] for name in ("upright", "sideways", "upside_down"))
    for read, is_left, is_up in ((upright, True, True), (sideways, True, False), (upside_down, False, False)):
        _, _, x0, y0, x1, y1, _ = read["words"][0]
        assert 0 <= x0 < x1 <= read["width"]
        assert 0 <= y0 < y1 <= read["height"]
        assert (x1 < read["width"] / 2, y1 < read["height"] / 2) == (is_left, is_up)
    _, _, x0, y0, x1, y1, _ = sideways["words"][0]
    assert y1 - y0 > x1 - x0
    assert sideways["width"] > sideways["height"]


def test_a_blank_page_says_nothing(answers: Answers) -> None:
    assert answers.pages["blank"] == {"text": "", "width": 1200, "height": 1700, "words": []}


@pytest.mark.parametrize(("name", "problem"), [("huge", "too_large"), ("cut", "damaged")])
def test_a_picture_that_cannot_be_read_is_told_apart_from_a_blank_one(
    answers: Answers, name: str, problem: str
) -> None:
    assert answers.pages[name] == {"problem": problem}


def test_the_child_ends_well_and_says_nothing_else(answers: Answers) -> None:
    assert (answers.status, answers.noise) == (0, "")


def test_a_picture_that_is_not_there_is_a_fault_of_the_caller(tmp_path: Path) -> None:
    ended = subprocess.run(
        (sys.executable, "-P", "-B", "-m", OCR_MODULE, str(tmp_path / "gone.png")),
        cwd=tmp_path,
        env={"PYTHONPATH": str(SOURCE_ROOT)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode > 0
    assert ended.stdout == b""
