"""What institutions call the same thing: labels, headings, titles and turns of phrase in four languages."""

import pytest

from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import kept, read

REGISTER = "Uittreksel Kamer van Koophandel\nKvK-nummer\t61234567\n"


@pytest.mark.parametrize(
    ("text", "feature", "value"),
    [
        ("Vollmacht\nVertretene Gesellschaft\tPolderlicht GmbH", "company_name", "Polderlicht GmbH"),
        ("POUVOIR\nSociété représentée\tPolderlicht SARL", "company_name", "Polderlicht SARL"),
        (f"{REGISTER}Hoofdzetel\tBrink 12, 9401 KL Assen", "registered_address", "Brink 12, 9401 KL Assen"),
        (f"{REGISTER}Leden van de directie:\nFenna Terpstra\nSjoerd Hoekstra", "director", "Sjoerd Hoekstra"),
        ("Statement of Ultimate Beneficial Ownership\nController\tPriya Rao", "beneficial_owner", "Priya Rao"),
        ("Kontoauszug\nAuszug für:\tPolderlicht GmbH", "account_holder", "Polderlicht GmbH"),
    ],
)
def test_a_less_usual_label_says_the_same(text: str, feature: FeatureName, value: str) -> None:
    assert value in kept(text, feature)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Bevestiging rekeninggegevens", "bank_statement"),
        ("Report and unaudited accounts", "annual_accounts"),
        ("Machtigingsformulier", "power_of_attorney"),
        ("Certificate of existence", "certificate_of_incorporation"),
    ],
)
def test_a_less_usual_title_names_the_type(title: str, kind: str) -> None:
    assert read(f"{title}\n").document_type == kind


def test_the_function_before_a_representative_is_no_part_of_the_name() -> None:
    text = "Vollmacht\nVollmachtgeberin: Polderlicht GmbH\nvertreten durch: die Geschäftsführerin Anna Weber\n"
    assert kept(text, "director") == {"Anna Weber"}


def test_all_of_those_who_shall_be_the_first_directors_are_directors() -> None:
    text = "ARTICLES OF ASSOCIATION\nThe first directors of the company shall be Priya Rao and Gareth Price.\n"
    assert kept(text, "director") == {"Priya Rao", "Gareth Price"}


def test_articles_that_a_resolution_adopts_do_not_say_when_the_company_was_founded() -> None:
    text = (
        "ARTICLES OF ASSOCIATION\nof\nPOLDERLICHT LIMITED\nAdopted by special resolution passed on 14 January 2016\n"
        "The first directors of the company shall be Priya Rao and Gareth Price.\n"
    )
    assert kept(text, "incorporation_date") == set()
    assert kept(text, "document_date") == {"2016-01-14"}


def test_a_company_without_its_form_is_known_by_the_number_behind_its_name() -> None:
    text = (
        "ATTESTATION DE RÉGULARITÉ FISCALE\nLe comptable public certifie que l'entreprise Les Vergers de l'Ouest, "
        "SIREN 732 829 320, est à jour de ses obligations fiscales.\n"
    )
    assert kept(text, "company_name") == {"Les Vergers de l'Ouest"}
    assert kept(text, "registration_number") == {"732829320"}


def test_the_number_of_a_house_is_not_taken_for_the_postal_code() -> None:
    text = (
        "Déclaration relative aux bénéficiaires effectifs\nLa société Polderlicht SRL, dont le siège est établi "
        "Chaussée de Wavre 1120 bte 6, 1160 Auderghem, déclare ce qui suit.\n"
    )
    assert kept(text, "registered_address") == {"Chaussée de Wavre 1120 bte 6, 1160 Auderghem"}


def test_the_number_of_a_register_is_no_postal_code() -> None:
    text = (
        "Polderlicht GmbH\nPotsdam\nJahresabschluss zum 31. Dezember 2024\nAmtsgericht Köln HRB 84705\n"
        "Bilanz\t31.12.2024\t31.12.2023\nAnlagevermögen\t120.000\t118.000\n"
    )
    assert kept(text, "registered_address") == set()


def test_a_bank_that_confirms_in_inverted_order_names_its_customer() -> None:
    text = (
        "KBC Bank NV\nHavenlaan 2, 1080 Brussel\nBetreft: bevestiging rekeninggegevens\nHierbij bevestigen wij dat "
        "Polderlicht BV titularis is van de zichtrekening met nummer BE68 5390 0754 7034.\n"
    )
    assert kept(text, "account_holder") == {"Polderlicht BV"}


def test_of_whom_it_is_attested_that_nothing_is_owed_is_the_company() -> None:
    text = (
        "SPF Finances\nAttestation relative aux dettes fiscales\nPar la présente, il est attesté que "
        "Les Jardins d'Aliénor SA, 50 avenue Louise, 5000 Namur, n'a pas de dettes exigibles.\n"
    )
    assert kept(text, "company_name") == {"Les Jardins d'Aliénor SA"}
