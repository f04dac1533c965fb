"""Numbers on a document that are of somebody else: its bank, notary or office, an owner of the company."""

import pytest

from domain.extraction.numbers import find_numbers
from schemas.extraction import DocumentType, Language, PageText

REGISTRATION = "registration_number"
Values = set[tuple[str, str]]


def stated(text: str, kind: DocumentType, language: Language) -> Values:
    pages = [PageText(page_index=0, text=text, method="born_digital_text", width=595, height=842)]
    return {(one.feature, one.value_normalized) for one in find_numbers(pages, kind, language)}


EXTRACT_HEAD = "This extract of the register of companies is issued for information and is not a certificate.\n" * 2

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
    ("articles_of_association", "nl", "De besloten vennootschap Beheer B.V., ingeschreven in het handelsregister onder "
     "nummer 05071846, hierna te noemen: de oprichter.", set()),
    ("articles_of_association", "en", "Holdings Limited (company number 05071846), hereinafter the founder", set()),
    ("register_extract", "nl", EXTRACT_HEAD + "KVK-nummer 84213975\nNaam Acme B.V.\nEnig aandeelhouder\n"
     "Naam Beheer B.V.\nBezoekadres Gracht 88, Haarlem\nonder KVK-nummer\n34177820", {(REGISTRATION, "84213975")}),
    ("register_extract", "fr", EXTRACT_HEAD + "Immatriculation au RCS, numéro 552 100 554 R.C.S. Paris\nForme SARL\n"
     "Commissaire aux comptes titulaire\nDénomination AUDIT\nImmatriculation au RCS, numéro 303 265 045 R.C.S. Paris",
     {(REGISTRATION, "552100554")}),
    ("register_extract", "fr", EXTRACT_HEAD + "Immatriculation au RCS, numéro 552 100 554 R.C.S. Lyon\nPrésident\n"
     "Dénomination ROUX\nImmatriculation au RCS, numéro 303 265 045 R.C.S. Lyon", {(REGISTRATION, "552100554")}),
    ("power_of_attorney", "fr", "Je soussigné, gérant de la société Roux SARL (RCS Paris 552 100 554), donne pouvoir "
     "à\nFormalités SAS (RCS Paris 303 265 045)", {(REGISTRATION, "552100554")}),
    ("register_extract", "fr", "Numéro d'immatriculation B214773\nDénomination Acme\nForme juridique SA\n"
     "Luxembourg Business Registers G.I.E. - 14, rue Erasme - R.C.S. Luxembourg C24 - TVA LU22351435 1/2",
     {(REGISTRATION, "B214773")}),
    ("articles_of_association", "en", 'Company No. 09946127\nARTICLES OF ASSOCIATION\n"Investor" means Growth LP '
     "(registered number LP017733)", {(REGISTRATION, "09946127")}),
    ("ubo_declaration", "en", "Registration no. NI658213 Country United Kingdom" + "\nline" * 15
     + "\nForm KYC-07 - Trade Finance Ltd, 60 Lime Street, company no. 05720118 1 of 1", {(REGISTRATION, "NI658213")}),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "expected"), OF_OTHERS)
def test_what_is_of_a_bank_a_notary_an_office_or_an_owner_is_not_of_the_company(
    kind: DocumentType, language: Language, text: str, expected: Values
) -> None:
    assert stated(text, kind, language) == expected


def test_two_numbers_on_equal_ground_are_both_told() -> None:
    text = "Ondernemingsnummer: 0403.170.701\nOndernemingsnummer: 0417.497.106"

    assert stated(text, "unknown", "nl") == {(REGISTRATION, "0403170701"), (REGISTRATION, "0417497106")}


ACCOUNTS: tuple[tuple[DocumentType, Language, str, set[str]], ...] = (
    ("bank_statement", "en", "We confirm that Acme has these accounts\nCurrency IBAN Account type\n"
     "EUR BE68 5390 0754 7034 Current account\nUSD BE71 0961 2345 6769 Current account",
     {"BE68539007547034", "BE71096123456769"}),
    ("bank_statement", "de", "IBAN: BE68 5390 0754 7034 BIC: KREDBEBB\nDatum Erläuterung Betrag\n07.04.2025 Gutschrift "
     "Überweisung\nFeinkost GmbH RE 2025-211\nIBAN BE71 0961 2345 6769\n8.330,00", {"BE68539007547034"}),
    ("register_extract", "fr", "Numéro d'entreprise 0403.170.701\nComptes bancaires\nBE68 5390 0754 7034 depuis "
     "02/11/2001", {"BE68539007547034"}),
    ("register_extract", "fr", "Frais à verser sur BE68 5390 0754 7034", set()),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "expected"), ACCOUNTS)
def test_the_accounts_of_a_table_or_list_are_the_companys_and_those_of_payments_are_not(
    kind: DocumentType, language: Language, text: str, expected: set[str]
) -> None:
    assert {value for feature, value in stated(text, kind, language) if feature == "iban"} == expected


def test_in_a_form_of_two_blocks_each_number_belongs_to_the_label_as_far_above_it() -> None:
    text = "Factuurdatum\nUiterste betaaldatum\n08/10/2024\n28/10/2024\nUw btw-nummer\nEAN\nBE0403170701\n5414488600"

    assert stated(text, "utility_bill", "nl") == {("vat_number", "BE0403170701")}
