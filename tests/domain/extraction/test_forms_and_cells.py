"""Forms whose cells hold more than a value, or whose labels stand in a row of their own or are broken."""

import pytest

from tests.domain.extraction.kept_values import kept

LEASE_IN_CELLS = """BAIL À LOYER POUR LOCAUX COMMERCIAUX
BAILLEUR\tFondation des Tilleuls Rue Haute 2, 1205 Genève représentée par Régie Martinet SA, route du Lac 6, 1206 Genève
LOCATAIRE\tChapellerie du Pont Sàrl Siège : rue du Pont 4, 1204 Genève IDE CHE-116.281.710 représentée par Mme Ines Roux
Fait à Genève, le 27 février 2025.
"""
LEASE_IN_DUTCH_CELLS = """HANDELSHUUROVEREENKOMST
VERHUURDER\tImmo Zuid NV Zetel: Meir 5, 2000 Antwerpen
HUURDER\tHoedenmaker BV Zetel: Lange Gang 8, 9000 Gent KBO 0403.170.701
"""
OWNERS_IN_COLUMNS = """Formular K
Feststellung des Kontrollinhabers
Vertragspartner (Firma, Adresse):
Bergluft Reisen GmbH, Dorfweg 3, 8750 Glarus
Name(n):\tVorname(n):\tGeburtsdatum / Nationalität:
Zwicky\tAnna Lena\t03.05.1978 / CH
Effektive Wohnadresse:\tAnteil:
Dorfstrasse 9, 8777 Betschwanden, Schweiz\t75 %
Ort, Datum:\tUnterschrift(en):
Glarus, 5.11.2025
"""


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        (LEASE_IN_CELLS, "Chapellerie du Pont Sàrl", "rue du Pont 4, 1204 Genève"),
        (LEASE_IN_DUTCH_CELLS, "Hoedenmaker BV", "Lange Gang 8, 9000 Gent"),
    ],
)
def test_a_cell_that_goes_on_behind_the_name_tells_the_name_and_the_seat(text: str, name: str, address: str) -> None:
    assert kept(text, "company_name") == {name}
    assert kept(text, "registered_address") == {address}


def test_columns_of_labels_with_colons_have_their_values_below_them() -> None:
    assert kept(OWNERS_IN_COLUMNS, "beneficial_owner") == {"Anna Lena Zwicky"}


def test_a_label_that_is_not_filled_in_has_no_label_beside_it_for_a_value() -> None:
    text = "UBO DECLARATION\nCompany name: Foxglove Ltd\nFirst name:\tLast name:\nSignature:\tDate:\n"
    assert kept(text, "beneficial_owner") == set()


def test_an_empty_box_is_no_part_of_an_address() -> None:
    text = """JAARREKENING
NAAM: KORENBLOEM ......................
Rechtsvorm: Naamloze vennootschap
Adres: Molenstraat Nr: 31 Bus: ........
Postnummer: 2440 Gemeente: Geel
"""
    assert kept(text, "registered_address") == {"Molenstraat 31, 2440 Geel"}
    assert kept(text, "company_name") == {"KORENBLOEM"}


def test_a_box_that_is_filled_in_is_kept() -> None:
    text = "JAARREKENING\nNAAM: KORENBLOEM\nAdres: Molenstraat Nr: 31 Bus: 4\nPostnummer: 2440 Gemeente: Geel\n"
    assert kept(text, "registered_address") == {"Molenstraat 31 bus 4, 2440 Geel"}


def test_an_address_without_a_postal_code_does_not_take_what_stands_below_it() -> None:
    text = """Business Electricity Bill
FOXGLOVE SEAFOOD LTD
QUAY STREET 4
KINVARA
H91 W6V8
Supply address: 4 Quay Street, Kinvara, Co Galway
Import capacity 29 kVA Profile 4
"""
    assert kept(text, "registered_address") == {"4 Quay Street, Kinvara, Co Galway"}


@pytest.mark.parametrize("label", ["Firmenbuchnummer", "Firmenbuchnummer:", "Stammzahl (FN)", "FN-Nummer: FN"])
def test_an_austrian_number_needs_no_letters_of_its_own_behind_its_label(label: str) -> None:
    text = f"Auszug aus dem Register\nName Donaukorb GmbH\n{label} 317264 k\nRechtsform GmbH\n"
    assert kept(text, "registration_number") == {"FN 317264k"}


def test_figures_and_a_letter_without_such_a_label_are_no_austrian_number() -> None:
    text = "Auszug aus dem Firmenbuch\nName Donaukorb GmbH\nGeschäftsfall 317264 k\n"
    assert kept(text, "registration_number") == set()


def test_a_number_below_a_broken_label_is_what_its_first_line_calls_it() -> None:
    text = "TAX CLEARANCE CERTIFICATE\nName FOXGLOVE LTD\nDublin\nTax Clearance Access\nNumber\n318842\n"
    assert kept(text, "registration_number") == set()


def test_a_maltese_company_has_its_number_in_brackets_behind_its_name() -> None:
    text = """Bank of the Grand Harbour p.l.c.
8 June 2025
Foxglove Crafts Limited
8, Triq il-Kbira
Sliema SLM 1549
Malta
RE: FOXGLOVE CRAFTS LIMITED (C 60412)
At your request we hereby confirm that the above named company maintains the following account with this Bank:
Account name\tFoxglove Crafts Limited
IBAN\tMT31 MALT 0110 0001 2345 MTLC AST0 01S
Authorised signatories are Mr Karl Borg and Ms Rita Vella (directors), acting singly.
Registration Number: C 2833
"""
    assert kept(text, "registration_number") == {"C60412"}
    assert kept(text, "registered_address") == {"8, Triq il-Kbira, Sliema SLM 1549, Malta"}
    assert kept(text, "director") == {"Karl Borg", "Rita Vella"}


def test_the_article_that_begins_a_name_below_the_undersigned_is_part_of_it() -> None:
    text = "VOLMACHT\nDe ondergetekende,\nDe Korenbloem BV, met zetel te Meir 5, 2000 Antwerpen,\n"
    assert kept(text, "company_name") == {"De Korenbloem BV"}


def test_the_article_that_begins_a_sentence_is_none() -> None:
    text = "VOLMACHT\nDe ondergetekende,\nDe vennootschap Korenbloem BV, met zetel te Meir 5, 2000 Antwerpen\n"
    assert kept(text, "company_name") == {"Korenbloem BV"}


def test_a_name_without_a_form_stands_over_labels_with_their_values_below_them() -> None:
    text = """UBO-REGISTER
Uittreksel uit het register van uiteindelijke begunstigden
Naam
Molenaar Tuinhuizen
Ondernemingsnummer
0403.170.701
Rechtsvorm
Besloten vennootschap
"""
    assert kept(text, "company_name") == {"Molenaar Tuinhuizen"}


def test_the_heading_of_the_next_article_is_no_name() -> None:
    text = "STATUTS\nde la société\nAtelier du Pont Sàrl\nIII. Organisation\nArticle 8 — Assemblée des associés\n"
    assert kept(text, "company_name") == {"Atelier du Pont Sàrl"}
