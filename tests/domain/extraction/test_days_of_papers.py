"""Which of a paper's days is its own: printed by a browser, in several languages, or that of the state of accounts."""

import pytest

from tests.domain.extraction.kept_values import kept


def test_what_a_browser_prints_before_a_page_is_the_day_of_the_print() -> None:
    text = """15/04/2025, 10:31 FOXGLOVE LTD overview - Find and update company information - GOV.UK
FOXGLOVE LTD
Company number 10482915
Incorporated on
26 September 2018
Last statement dated 25 September 2024
Next statement date 25 September 2025
"""
    assert kept(text, "document_date") == {"2025-04-15"}
    assert kept(text, "incorporation_date") == {"2018-09-26"}


@pytest.mark.parametrize(
    "end",
    [
        "Lausanne, le vingt-deux mai deux mille vingt-quatre (22 mai 2024).",
        "Gent, op tweeëntwintig mei tweeduizend vierentwintig (22 mei 2024).",
    ],
)
def test_a_day_in_words_with_its_figures_behind_it_is_one_day(end: str) -> None:
    text = f"STATUTS\nde la société\nAtelier du Pont Sàrl\nIl est constitué une société anonyme.\n{end}\n"
    assert kept(text, "document_date") == {"2024-05-22"}


def test_a_passport_has_its_months_in_two_languages_and_its_years_in_two_figures() -> None:
    text = """UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND
PASSPORT/PASSEPORT
Surname/Nom (1)
FOXGLOVE
Date of birth/Date de naissance (4)
15 MAR /MARS 79
Date of issue/Date de délivrance (7)\tAuthority/Autorité (8)
14 JUN /JUIN 22\tHMPO
Date of expiry/Date d'expiration (9)\tHolder's signature/Signature du titulaire (10)
14 JUN /JUIN 32
"""
    assert kept(text, "document_date") == {"2022-06-14"}
    assert kept(text, "expiry_date") == {"2032-06-14"}
    assert kept(text, "issuer") == {"HMPO"}


def test_the_day_beside_the_authority_of_an_identity_card_is_its_own_and_a_note_on_the_copy_is_not() -> None:
    text = """BUNDESREPUBLIK DEUTSCHLAND
PERSONALAUSWEIS IDENTITY CARD
Name/Surname/Nom
MUSTER
Geburtstag/Date of birth/Date de naissance\tStaatsangehörigkeit/Nationality
17.09.1988\tDEUTSCH
Datum/Date/Date\tBehörde/Authority/Autorité
29.11.2023\tSTADT KASSEL
Kopie nur für den Vertrag, 4.6.25
"""
    assert kept(text, "document_date") == {"2023-11-29"}


ACCOUNTS = """FOXGLOVE BOOKSELLERS LIMITED
BALANCE SHEET
AS AT 31 MARCH 2025
Net assets 1,200
Approved by the Board for issue on 9 July 2025
"""


def test_the_day_of_a_balance_sheet_is_not_that_of_the_accounts() -> None:
    assert kept(ACCOUNTS, "document_date") == {"2025-07-09"}


def test_an_extract_tells_its_state_with_the_same_words() -> None:
    text = "Companies House\nFOXGLOVE LIMITED\nCompany number 10482915\nAs at 9 July 2025\n"
    assert kept(text, "document_date") == {"2025-07-09"}


def test_when_an_owner_was_entered_is_not_when_the_company_was_founded() -> None:
    text = """Auszug aus dem Transparenzregister
Bezeichnung der Vereinigung Korbhaus GmbH
Wirtschaftlich Berechtigte
1. Name, Vorname(n) Petersen, Uwe
Eintragungsdatum: 03.08.2022
"""
    assert kept(text, "incorporation_date") == set()


def test_a_declaration_of_owners_is_of_the_day_on_which_it_was_filed() -> None:
    text = """Central Register of Beneficial Ownership of Companies and Industrial & Provident Societies
Submission confirmation
Date filed: 19/01/2025
Entity name FOXGLOVE FOODS LIMITED
Beneficial owners
Name Aoife Mary Byrne
Date of birth 11/1984
Nature and extent of control Ownership of shares: 62.5% (direct)
"""
    assert kept(text, "document_date") == {"2025-01-19"}
    assert kept(text, "issuer") == {
        "Central Register of Beneficial Ownership of Companies and Industrial & Provident Societies"
    }


def test_the_day_of_a_banks_attestation_is_not_that_of_the_deed_that_tells_of_it() -> None:
    text = """OPRICHTING
Het jaar tweeduizend vierentwintig, op elf april. Voor mij, notaris te Gent, zijn verschenen:
De gelden werden gestort op een rekening op naam van de vennootschap in oprichting bij een bank, zoals blijkt uit het
attest van negen april tweeduizend vierentwintig.
"""
    assert kept(text, "incorporation_date") == {"2024-04-11"}


@pytest.mark.parametrize(
    ("clause", "ends"),
    [
        ("Diese Bescheinigung verliert mit Ablauf des 30.06.2026 ihre Gültigkeit.", {"2026-06-30"}),
        ("Dit attest verliest op 30 juni 2026 zijn geldigheid.", {"2026-06-30"}),
        ("This power shall automatically lapse on 30 June 2026 unless revoked.", {"2026-06-30"}),
        ("Elle cessera de produire effet le 30 juin 2026.", {"2026-06-30"}),
        ("This power of attorney takes effect on 1 May 2025 and the mandate ends on 30 June 2026.", {"2026-06-30"}),
        ("Deze volmacht eindigt op 30 juni 2026.", {"2026-06-30"}),
        ("Die Vollmacht endet am 30. Juni 2026.", {"2026-06-30"}),
        ("Das Arbeitsverhältnis endet am 30. Juni 2026.", set()),
        ("La procuration prendra fin automatiquement le 30 juin 2026.", {"2026-06-30"}),
        ("Der Betrieb wurde am 30.06.2026 eingestellt.", set()),
    ],
)
def test_a_paper_may_lose_its_force_before_it_says_what_it_loses(clause: str, ends: set[str]) -> None:
    assert kept(f"VOLLMACHT / PROCURATION\nKorenbloem GmbH\n{clause}\n", "expiry_date") == ends


@pytest.mark.parametrize(
    "said",
    [
        "The distribution agreement was signed on 9 March 2022 for five years.",
        "Le contrat de franchise a été conclu le 9 mars 2022 pour cinq ans.",
        "De samenwerkingsovereenkomst werd ondertekend op 9 maart 2022.",
    ],
)
def test_the_day_of_a_contract_that_a_letter_speaks_of_is_not_that_of_the_letter(said: str) -> None:
    text = f"Korenbloem Trading\nKaai 4, 2000 Antwerpen\n\nAntwerpen, 6 May 2025\n\nDear Ann,\n{said}\n"
    assert kept(text, "document_date") == {"2025-05-06"}


def test_the_day_of_a_move_from_another_register_is_not_that_of_the_extract() -> None:
    text = """EXTRAIT KBIS
Transfert du R.C.S. de Roanne en date du 04/05/2021
Dénomination LES VOILES D'OCRE
Fait à Lyon, le 7 mars 2025
"""
    assert kept(text, "document_date") == {"2025-03-07"}


def test_a_month_in_a_language_of_its_own_is_told_by_the_one_behind_the_slash() -> None:
    text = """PASSPORT
Date of birth
04 TAM/JAN 1990
Date of issue
08 ELO/AUG 2023
Date of expiry
07 ELO/AUG 2033
"""
    assert kept(text, "document_date") == {"2023-08-08"}
    assert kept(text, "expiry_date") == {"2033-08-07"}


def test_a_contract_is_of_the_day_of_its_later_signature() -> None:
    text = "MIETVERTRAG\nVermieter: Anna Huber\nMieter: Korenbloem GmbH\n{}\n(Vermieter) (Mieter)\n"
    signed = text.format("Bonn, den 03.05.2024 Essen, den 07.05.2024")
    assert kept(signed, "document_date") == {"2024-05-07"}
    assert kept(text.format("Übergabe am 03.05.2024 Essen, den 07.05.2024"), "document_date") == {"2024-05-07"}


def test_the_founding_of_an_establishment_is_not_that_of_the_company() -> None:
    text = """KVK Business Register extract
Legal entity
Name given in the articles Korenbloem Horeca B.V.
Date of deed of incorporation 14-09-2022
Establishment
Date of incorporation 02-02-2018 (registration date: 20-09-2022)
"""
    assert kept(text, "incorporation_date") == {"2022-09-14"}


def test_an_austrian_company_came_to_be_with_its_first_entry() -> None:
    text = """FIRMENBUCH
Stichtag 22.09.2025 Auszug mit aktuellen Daten FN 317264 k
 FIRMA
1 Donaukorb GmbH
1 Gesellschaftsvertrag vom 03.03.2019 001
VOLLZUGSÜBERSICHT
1 eingetragen am 21.03.2019 Geschäftsfall 12 Fr 311/19 k
 {}
9 eingetragen am 04.05.2024 Geschäftsfall 12 Fr 1602/24 d
 Antrag auf Änderung eingelangt am 29.04.2024
"""
    new = text.format("Antrag auf Neueintragung einer Firma eingelangt am 11.03.2019")
    assert kept(new, "incorporation_date") == {"2019-03-21"}
    assert kept(text.format("Ersterfassung abgeschlossen"), "incorporation_date") == {"2019-03-03"}


@pytest.mark.parametrize(
    "said",
    [
        "Attest van 12 maart 2024",
        "Attest van fiscale regelmatigheid van 12 maart 2024",
        "Délivrée sur demande le 12 mars 2024",
        "Attestation délivrée à la demande du client.\nLe 12 mars 2024",
        "Attestation délivrée à la demande du client en date du 12 mars 2024",
        "Délivrée à la demande de l'intéressé pour servir et valoir ce que de droit, le 12 mars 2024",
        "Afgegeven op verzoek van de klant op 12 maart 2024",
        "Afgegeven op verzoek van de klant d.d. 12 maart 2024",
        "Op verzoek van Korenbloem BV, 12 maart 2024",
    ],
)
def test_a_paper_that_was_asked_for_has_a_day_of_its_own(said: str) -> None:
    assert kept(f"Korenbloem BV\n{said}\n", "document_date") == {"2024-03-12"}


@pytest.mark.parametrize(
    "said",
    [
        "Votre demande du 3 mai 2024",
        "Vu la demande en date du 3 mai 2024",
        "Vu la demande introduite le 3 mai 2024",
        "Uw aanvraag van 3 mei 2024",
        "Uw aanvraag d.d. 3 mei 2024",
        "Het verzoek ingediend op 3 mei 2024",
        "Ihr Antrag vom 3. Mai 2024",
        "Your application received 3 May 2024",
        "The request submitted on 3 May 2024",
        "zoals blijkt uit het attest van 3 mei 2024",
        "Het kapitaal werd gestort volgens bankattest van 3 mei 2024",
        "laut Bankbestätigung vom 3. Mai 2024",
    ],
)
def test_the_day_of_what_was_asked_or_attested_before_is_not_that_of_the_paper(said: str) -> None:
    assert kept(f"Korenbloem BV\n{said}\nNamur, le 6 mai 2024\n", "document_date") == {"2024-05-06"}
