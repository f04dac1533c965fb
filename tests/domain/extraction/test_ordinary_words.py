"""Words of forms, places and letters that are also somebody's name, and what they say where they are not."""

import pytest

from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import kept


@pytest.mark.parametrize(
    "name", ["Cher Lee", "Je Won Park", "John Malta", "Frank Portugal", "Sam Norway", "James Earl"]
)
def test_a_director_may_be_called_as_a_country_a_salutation_or_a_form_is(name: str) -> None:
    text = f"Companies House\nCompany name: Foxglove Ltd\nDirector: {name}\n"
    assert kept(text, "director") == {name}
    assert kept(text, "company_name") == {"Foxglove Ltd"}


@pytest.mark.parametrize("line", ["Malta", "Norway", "Portugal", "Dear Sirs", "Cher Monsieur", "Cher Monsieur Dupont"])
def test_a_country_or_a_salutation_below_a_director_is_no_other_director(line: str) -> None:
    text = f"Companies House\nCompany name: Foxglove Ltd\nDirectors\nAnn Vos\n{line}\n"
    assert kept(text, "director") == {"Ann Vos"}


@pytest.mark.parametrize(
    "director", ["Director: James EARL", "Name of director\nJames EARL", "Directors\nJohn EARL MA\nEARL James"]
)
def test_a_surname_in_capitals_is_no_form_of_a_farm(director: str) -> None:
    text = f"Company number 12345678\n{director}\n"
    assert kept(text, "company_name") | kept(text, "legal_form") == set()


@pytest.mark.parametrize("name", ["EARL des Prés", "EARL de la Plaine", "EARL LES PRÉS", "EARL DU MOULIN"])
def test_a_farm_has_its_form_before_its_name(name: str) -> None:
    text = f"FACTURE\nClient : {name}\n"
    assert (kept(text, "company_name"), kept(text, "legal_form")) == ({name}, {"EARL"})


@pytest.mark.parametrize(
    ("again", "issuer"),
    [
        ("Votre contrat Assurance Mutuelle Lilloise est en cours.", set()),
        ("Assurance Mutuelle Lilloise", set()),
        ("Assurance Mutuelle Lilloise - Garage Tivoli SRL, Rue Verte 3, 1000 Bruxelles", set()),
        ("Assurance Mutuelle Lilloise, 3 rue Haute, 59000 Lille", {"Assurance Mutuelle Lilloise"}),
        ("Assurance Mutuelle Lilloise SA", {"Assurance Mutuelle Lilloise"}),
        ("Assurance Mutuelle Lilloise – Société d'assurance à cotisations", {"Assurance Mutuelle Lilloise"}),
    ],
)
def test_an_insurer_says_again_who_it_is_and_a_kind_of_insurance_does_not(again: str, issuer: set[str]) -> None:
    text = f"AML\nAssurance Mutuelle Lilloise\nCouverture du véhicule\nKorenbloem SRL\n{again}\n"
    assert kept(text, "issuer") == issuer


@pytest.mark.parametrize("signer", ["Acme Advisers Ltd", "Barclays Bank UK PLC"])
def test_for_whom_a_letter_is_signed_is_not_whom_it_is_about(signer: str) -> None:
    text = f"6 May 2025\nDear Sirs\nWe act for Kornblum Ltd.\nYours faithfully\nFor: {signer}\n"
    assert signer not in kept(text, "company_name")
    assert kept(text.replace("Dear Sirs", "To: Kornblum Ltd"), "company_name") == {"Kornblum Ltd"}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("KvK 1234 5678", {"12345678"}),
        ("KvK 1234 5678 9 mei 2024", {"12345678"}),
        ("KvK 1234 5678 19-05-2024", {"12345678"}),
        ("KvK 1234 5678 901", set()),
    ],
)
def test_a_day_may_stand_behind_a_number_in_two_groups(written: str, number: set[str]) -> None:
    feature: FeatureName = "registration_number"
    text = f"Uittreksel Handelsregister Kamer van Koophandel\nKorenbloem B.V.\n{written}\n"
    assert kept(text, feature) == number
