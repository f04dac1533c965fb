"""Pieces of text become lines whichever way the page slants; the pieces here are made, not read."""

import math

import pytest

from activities.documents.ocr.layout import lay_out
from activities.documents.ocr.lines import Piece, PieceWord, Point

HEIGHT, LETTER = 30.0, 12.0
TABLE = (
    ("Onderneming", "Bakkerij De Gouden Aar BV"),
    ("Nummer", "0403.170.701"),
    ("Rekening", "BE68 5390 0754 7034"),
    ("Datum", "3 februari 2023"),
)
AS_ROWS = "\n".join(f"{label}  {value}" for label, value in TABLE)


def piece(text: str, x: float, y: float, height: float = HEIGHT) -> Piece:
    """Text with its upper left corner there; each of its letters is as wide."""
    right, bottom = x + LETTER * len(text), y + height
    words, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        words.append(PieceWord(word, start / len(text), (start + len(word)) / len(text), 0.9))
        start += len(word)
    return Piece(((x, y), (right, y), (right, bottom), (x, bottom)), tuple(words))


def bent(made: Piece, bend: "Bend") -> Piece:
    first, second, third, fourth = (bend(corner) for corner in made.quad)
    return made._replace(quad=(first, second, third, fourth))


class Bend:
    """A page turned about its corner by some degrees, and seen from above its lower edge by some part."""

    def __init__(self, degrees: float, perspective: float) -> None:
        self._angle, self._perspective = math.radians(degrees), perspective

    def __call__(self, point: Point) -> Point:
        x, y = point
        away = 1 + self._perspective * x / 1000
        x, y = x / away, y / away
        cosine, sine = math.cos(self._angle), math.sin(self._angle)
        return (x * cosine - y * sine, x * sine + y * cosine)


@pytest.mark.parametrize("perspective", [0.0, 0.12, -0.12])
@pytest.mark.parametrize("degrees", [0.0, 2.0, -5.0])
def test_a_value_far_to_the_right_stays_on_the_line_of_its_label(degrees: float, perspective: float) -> None:
    bend = Bend(degrees, perspective)
    pieces = [
        bent(piece(text, x, 100 + 400 * row), bend)
        for row, texts in enumerate(TABLE)
        for text, x in zip(texts, (60.0, 700.0), strict=True)
    ]
    assert lay_out(pieces[::-1]).text == AS_ROWS


def test_words_that_stand_close_are_one_space_apart() -> None:
    assert lay_out([piece("rue de", 0, 0), piece("l'Église", 6.5 * LETTER, 3)]).text == "rue de l'Église"


def test_small_print_under_a_title_is_a_line_of_its_own() -> None:
    small = piece("Amtsgericht Köln", 0, 34, height=18)
    assert lay_out([small, piece("Handelsregister B", 0, 0)]).text == "Handelsregister B\nAmtsgericht Köln"


def test_pieces_that_lie_upon_each_other_are_two_lines() -> None:
    assert lay_out([piece("Gent", 0, 0), piece("Brugge", 5, 8)]).text == "Gent\nBrugge"


def test_each_word_has_its_span_and_the_part_of_the_box_it_fills() -> None:
    page = lay_out([piece("BE68 5390", 100, 40)], back=lambda point: (point[0] + 1000, point[1]))
    assert [page.text[word.start : word.end] for word in page.words] == ["BE68", "5390"]
    assert [word[2:] for word in page.words] == [(1100, 40, 1148, 70, 0.9), (1160, 40, 1208, 70, 0.9)]


def test_no_pieces_make_no_text() -> None:
    assert lay_out([]) == ("", ())
