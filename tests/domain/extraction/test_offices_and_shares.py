"""Who leads and who owns a company, in registers, accounts and letters that say it in columns and brackets."""

import pytest

from tests.domain.extraction.kept_values import kept

ACCOUNTS_WITH_TERMS = """JAARREKENING
NAAM: KORENBLOEM
Rechtsvorm: Naamloze vennootschap
LIJST VAN DE BESTUURDERS, ZAAKVOERDERS EN COMMISSARISSEN
Claes Pieter
Olmenweg 8, 2200 Herentals, België
Gedelegeerd bestuurder 15-06-2023 - 18-06-2029
Maes Lotte
Kerkplein 17, 2440 Geel, België
Bestuurder 15-06-2023 - 18-06-2029
GETROUW REVISOREN BV
Kerkplein 19, 2440 Geel, België
Commissaris 20-06-2025 - 16-06-2028
"""


def test_a_function_with_its_term_is_of_the_person_above_it() -> None:
    assert kept(ACCOUNTS_WITH_TERMS, "director") == {"Claes Pieter", "Maes Lotte"}


def test_those_who_lead_the_general_partner_lead_the_partnership() -> None:
    text = """JAHRESABSCHLUSS zum 31. Dezember 2024
Donaukorb GmbH & Co KG
Geschäftsführer der Komplementärin waren im Geschäftsjahr:
• Mag. Karl Huber
• Ing. Lena Gruber
"""
    assert kept(text, "director") == {"Karl Huber", "Lena Gruber"}


def test_an_austrian_prokurist_and_the_general_meeting_lead_nothing() -> None:
    text = """FIRMENBUCH
Stichtag 22.09.2025 Auszug mit aktuellen Daten FN 317264 k
1 Die Generalversammlung bestimmt, wenn mehrere Geschäftsführer
bestellt sind, deren Vertretungsbefugnis.
GESCHÄFTSFÜHRER/IN (handelsrechtlich)
A Karl Huber, geb. 30.03.1979
1 vertritt seit 24.01.2020 selbständig
PROKURIST/IN
C Lena Gruber, geb. 11.12.1982
5 vertritt seit 01.07.2022 gemeinsam mit
einem/einer Geschäftsführer/in
"""
    assert kept(text, "director") == {"Karl Huber"}


@pytest.mark.parametrize(
    ("said", "directors"),
    [
        ("Authorised signatories: Mr Karl Borg and Ms Rita Vella (directors)", {"Karl Borg", "Rita Vella"}),
        ("Zeichnungsberechtigt\tSimon Huber, Geschäftsführer (einzeln) Agnes Huber (kollektiv)", {"Simon Huber"}),
        ("Tekenbevoegd zijn Jan Claes en Els Maes, bestuurders", {"Jan Claes", "Els Maes"}),
        ("Signataires autorisés : Jean Favre, gérant", {"Jean Favre"}),
        ("Authorised signatories: Ms Rita Vella (accountant)", set()),
        ("Account signatories are Ms Rita Vella and Mr Karl Borg", set()),
    ],
)
def test_who_signs_for_an_account_leads_the_company_where_the_bank_says_so(said: str, directors: set[str]) -> None:
    text = f"""Hafenbank AG
BANK ACCOUNT CONFIRMATION
Account holder: Foxglove Crafts Limited
Account number: 55512345
IBAN: DE89 3704 0044 0532 0130 00
{said}
"""
    assert kept(text, "director") == directors


def test_associates_with_a_function_between_them_are_all_appointed() -> None:
    text = """STATUTS
de la société
Atelier du Pont Sàrl
Sont nommés pour la première fois en qualité d'associés gérants: Aline Roux, présidente, et Marc Favre, chacun avec
signature individuelle.
"""
    assert kept(text, "director") == {"Aline Roux", "Marc Favre"}


def test_an_owner_without_a_day_of_ceasing_is_one_still() -> None:
    text = """Central Register of Beneficial Ownership of Companies
Beneficial owners
Name Aoife Mary Byrne
Date of birth 11/1984
Nature and extent of control Ownership of shares: 62.5% (direct)
Ceased on –
Name Conor Patrick Walsh
Date of birth 06/1979
Nature and extent of control Ownership of shares: 37.5% (direct)
Ceased on 17/12/2024
"""
    assert kept(text, "beneficial_owner") == {"Aoife Mary Byrne"}


@pytest.mark.parametrize("heading", ["Tussenliggende entiteiten", "Entités intermédiaires", "Intermediate entities"])
def test_the_companies_between_an_owner_and_the_company_are_no_owners(heading: str) -> None:
    text = f"""UBO-REGISTER
Uiteindelijke begunstigden
Naam\tGeboorte\tAandelen
Claes Bart\t03/1972\t51,00 %
{heading}
KORF Invest — ondernemingsnummer 0403.170.701 — Meir 5, 2000 Antwerpen — 51,00 % van de aandelen
"""
    assert kept(text, "beneficial_owner") == {"Claes Bart"}


def test_what_an_intermediate_company_has_for_an_address_is_not_the_companys() -> None:
    text = """Einfacher Auszug aus dem Register der wirtschaftlichen Eigentümer
Rechtsträger
Name\tDonaukorb GmbH\tStammzahl (FN)\t317264 k
Adresse\tUntere Lände 3, 4020 Linz\tÖNACE\tL 68.32-0
Oberste Rechtsträger
Name\tHuber Beteiligungen GmbH\tStammzahl (FN)\t205511 m
Sitz\tSchärding\tAdresse\tOberer Platz 11, 4780 Schärding
"""
    assert kept(text, "registered_address") == {"Untere Lände 3, 4020 Linz"}


@pytest.mark.parametrize("words", ["Dear Sirs,\nThe Directors", "Je EUR 50,00 eines Geschäftsanteils gewähren 40 %"])
def test_salutations_and_currencies_are_nobodys_names(words: str) -> None:
    text = f"GESELLSCHAFTSVERTRAG\n{words}\nder Stimmen.\n"
    assert kept(text, "director") | kept(text, "beneficial_owner") == set()
