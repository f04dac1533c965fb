"""The language of running text, of short forms, and of none."""

import pytest

from domain.extraction.folding import folded
from domain.extraction.languages import language_of
from schemas.extraction import Language, PageText

TEXTS: tuple[tuple[Language, str], ...] = (
    ("nl", "De vennootschap heeft haar zetel in het Vlaamse Gewest en wordt geleid door een bestuurder."),
    ("fr", "La société a son siège en Région wallonne et est administrée par un gérant."),
    ("de", "Die Gesellschaft hat ihren Sitz in Berlin und wird durch einen Geschäftsführer vertreten."),
    ("en", "The company has its registered office in London and is managed by a director."),
    ("nl", "Naam: Peeters\nAdres: Kerkstraat 1\nOndernemingsnummer: 0403.170.701"),
    ("fr", "Nom : Dupont\nAdresse : rue de la Loi 1\nNuméro d'entreprise : 0403.170.701"),
    ("de", "Name: Müller\nAnschrift: Hauptstraße 1\nHandelsregister: HRB 123"),
    ("en", "Name: Smith\nAddress: High Street 1\nCompany number: 12345678"),
    ("unknown", "0403.170.701 123 456"),
)


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_words_tell_the_language(language: Language, text: str) -> None:
    page = PageText(page_index=0, text=text, method="born_digital_text", width=0, height=0)

    assert language_of([page]) == language


def test_a_folded_text_is_as_long_as_the_text_so_that_places_hold() -> None:
    text = "".join(map(chr, range(0x20, 0x3000))) + "😀"

    assert len(folded(text)) == len(text)
