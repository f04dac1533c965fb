"""The words of a scan whose page lies on its side or upside down, as they stand on the page that somebody reads."""

import pytest

from activities.documents.ocr.turning import back_turn
from activities.documents.upright import upright
from schemas.extraction import PageText, Word

TEXT = "Titulaire  Atelier Marchenoir\nIBAN  BE68 5390"
WIDTH, HEIGHT = 600.0, 800.0
BOXES = ((50, 100, 120, 112), (250, 100, 300, 112), (305, 100, 390, 112), (50, 130, 90, 142), (250, 130, 300, 142))


def page(quarters: int, method: str = "ocr") -> PageText:
    """The page in a picture in which it has to be turned so many quarters to the left."""
    np = pytest.importorskip("numpy")
    size = (HEIGHT, WIDTH) if quarters % 2 == 0 else (WIDTH, HEIGHT)
    back = back_turn(np.zeros((int(size[0]), int(size[1]), 3), dtype=np.uint8), quarters)
    words, start = [], 0
    for said, (x0, y0, x1, y1) in zip(TEXT.split(), BOXES, strict=False):
        start = TEXT.index(said, start)
        (ax, ay), (bx, by) = back((x0, y0)), back((x1, y1))
        box = {"x0": min(ax, bx), "y0": min(ay, by), "x1": max(ax, bx), "y1": max(ay, by)}
        words.append(Word(char_start=start, char_end=start + len(said), **box))
    told = {"text": TEXT, "method": method, "width": size[1], "height": size[0], "words": tuple(words)}
    return PageText.model_validate({"page_index": 0, **told})


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_the_words_of_a_scan_stand_as_on_the_page_that_is_held(quarters: int) -> None:
    assert upright(page(quarters)) == page(0)


def test_a_text_that_was_not_read_in_a_picture_stays_where_it_is() -> None:
    drawn = page(2, "born_digital_text")

    assert upright(drawn) is drawn
