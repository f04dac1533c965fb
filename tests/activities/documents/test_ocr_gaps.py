"""Words between which the engine gave no space are told apart by the paper between them."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from activities.documents.ocr.gaps import Pixels, last_letters

HEIGHT, SIZE = 40, 30
FONT = ImageFont.load_default(size=SIZE)


def piece(words: tuple[str, ...], gap: float, spacing: float, paper: int, ink: int) -> tuple[Pixels, list[float]]:
    """The words side by side, so far apart, and the middles of their letters; gap and spacing in heights."""
    picture = Image.new("L", (1200, HEIGHT), paper)
    draw, x, middles = ImageDraw.Draw(picture), 10.0, []
    for word in words:
        for letter in word:
            draw.text((x, 0), letter, fill=ink, font=FONT)
            middles.append((x + FONT.getlength(letter) / 2) / picture.width)
            x += FONT.getlength(letter) + spacing * HEIGHT
        x += gap * HEIGHT
    return np.asarray(picture.convert("RGB")), middles


@pytest.mark.parametrize(
    ("words", "gap", "spacing", "found"),
    [
        (("Wetstraat", "16"), 0.25, 0, {8}),
        (("BV", "met", "zetel"), 0.25, 0, {1, 4}),
        (("van", "1"), 0.12, 0, {2}),
        (("BV", "met", "zetel"), 0.05, 0, set()),
        (("BE04", "3109"), 0.25, 0, set()),
        (("04.09", "2025"), 0.9, 0, {4}),
        (("JAARREKENING",), 0, 0.3, set()),
        (("x",), 0, 0, set()),
    ],
    ids=[
        "number",
        "words",
        "where it is likely",
        "one word",
        "number in groups",
        "two cells",
        "spaced out",
        "one letter",
    ],
)
@pytest.mark.parametrize(("paper", "ink"), [(244, 48), (30, 230)], ids=["dark on light", "light on dark"])
def test_a_word_ends_where_the_paper_between_letters_is_wide(
    words: tuple[str, ...], gap: float, spacing: float, found: set[int], paper: int, ink: int
) -> None:
    pixels, middles = piece(words, gap, spacing, paper, ink)

    assert last_letters(pixels, "".join(words), middles) == found
