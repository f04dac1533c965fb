"""Numbers on a document that are of somebody else: its bank, notary or office, an owner of the company."""

import pytest

from domain.extraction.numbers import find_numbers
from schemas.extraction import DocumentType, Language, PageText

REGISTRATION = "registration_number"
Values = set[tuple[str, str]]


def stated(text: str, kind: DocumentType, language: Language) -> Values:
    pages = [PageText(page_index=0, text=text, method="born_digital_text", width=595, height=842)]
    return {(one.feature, one.value_normalized) for one in find_numbers(pages, kind, language)}


OF_OTHERS: tuple[tuple[DocumentType, Language, str, Values], ...] = (
    ("articles_of_association", "fr", "Notaires associés X & Y - TVA BE0403170701 - compte tiers BE68 5390 "
     "0754 7034", set()),
    ("articles_of_association", "nl", "Het kapitaal werd gestort op rekening BE68 5390 0754 7034 van de "
     "vennootschap", set()),
    ("bank_statement", "fr", "Titulaire : Acme SRL\nBanque X - société anonyme - RCS 552 100 554 - TVA "
     "FR40303265045", set()),
    ("bank_statement", "en", "Account name\nAcme Ltd\nX Bank plc. Registered in England No. 08422079. VAT GB "
     "980 7806 84.", set()),
    ("register_extract", "nl", "FOD Economie - Kade 1, 1210 Brussel - Ondernemingsnummer 0314.595.348\n"
     "Ondernemingsnummer\n0403.170.701", {(REGISTRATION, "0403170701")}),
    ("ubo_declaration", "en", "Company number 07654321\nShareholder: Holding Ltd, company number 01234567",
     {(REGISTRATION, "07654321")}),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "expected"), OF_OTHERS)
def test_what_is_of_a_bank_a_notary_an_office_or_an_owner_is_not_of_the_company(
    kind: DocumentType, language: Language, text: str, expected: Values
) -> None:
    assert stated(text, kind, language) == expected


def test_two_numbers_on_equal_ground_are_both_told() -> None:
    text = "Ondernemingsnummer: 0403.170.701\nOndernemingsnummer: 0417.497.106"

    assert stated(text, "unknown", "nl") == {(REGISTRATION, "0403170701"), (REGISTRATION, "0417497106")}
