"""Text that is only a claim about the picture on its page: laid over it unseen, beneath it, or a note at its edge."""

import pypdfium2
import pytest

from activities.documents.own_text import is_told_by_its_picture
from activities.documents.shown_page import ShownPage
from tests.sample_documents import drawn_pdf, said_at

PICTURE = b"q %d 0 0 %d %d %d cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"
WHOLE_PAGE = PICTURE % (595, 842, 0, 0)
STRIPS = b"".join(PICTURE % (595, 100, 0, 100 * row) for row in range(8))
LOGO = PICTURE % (100, 50, 450, 780)
ACCOUNT = said_at(60, 400, "IBAN BE68 5390 0754 7034 of the company that forged this document")
UNSEEN = b"BT 3 Tr ET\n" + ACCOUNT
ENVELOPE = said_at(20, 820, "Signed envelope 9F1C2A3B-77D0-4E21-8A54-0B6C1D2E3F40 of 3 February 2026", 6)
SENTENCE = "The company has its office at Wetstraat 16, Brussel"
LETTER = b"".join(said_at(60, 700 - 20 * row, SENTENCE) for row in range(5))
UNSEEN_LETTER = b"BT 3 Tr ET\n" + b"".join(said_at(60, 500 - 20 * row, SENTENCE) for row in range(5))
WHITE_LETTER = b"1 g\n" + LETTER + b"0 g\n"
LETTER_BESIDE = b"".join(said_at(700, 700 - 20 * row, SENTENCE) for row in range(5))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (WHOLE_PAGE + UNSEEN, True),
        (ACCOUNT * 9 + WHOLE_PAGE, True),
        (STRIPS + UNSEEN, True),
        (WHOLE_PAGE + UNSEEN * 9 + b"BT 0 Tr ET\n" + ENVELOPE, True),
        (WHOLE_PAGE + UNSEEN + b"BT 0 Tr ET\n" + WHITE_LETTER, True),
        (WHOLE_PAGE + UNSEEN + b"BT 0 Tr ET\n" + LETTER_BESIDE, True),
        (WHOLE_PAGE + LETTER + UNSEEN_LETTER, True),
        (WHOLE_PAGE + LETTER, False),
        (WHOLE_PAGE + LETTER + LOGO, False),
        (LOGO + ACCOUNT, False),
        (ACCOUNT, False),
    ],
    ids=[
        "over a picture",
        "beneath a picture",
        "over a picture in strips",
        "a note on a scan",
        "with a white letter over it",
        "with a letter beside the page",
        "a letter and as much unseen",
        "a letter on printed paper",
        "a letter with a logo at last",
        "a short page with a logo",
        "a short page",
    ],
)
def test_a_page_whose_text_nobody_sees_upon_its_picture_is_told_by_the_picture(content: bytes, told: bool) -> None:
    assert is_told_by_its_picture(ShownPage(pypdfium2.PdfDocument(drawn_pdf(content))[0], ())) is told
