"""Whose a value is and where it stands, in layouts of registers, deeds and banks that were met only later."""

import pytest

from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import kept, read

FOUNDED_BY_A_COMPANY = """AKTE VAN OPRICHTING
Heden, drie februari tweeduizend drieëntwintig, verscheen voor mij, mr. Piet Vonk, notaris te Zwolle:
de heer Jan Brink, te dezen handelend als bestuurder van: Brink Beheer B.V., een besloten vennootschap, statutair
gevestigd te Assen, kantoorhoudende te 9401 KL Assen, Brink 12, ingeschreven in het handelsregister onder nummer
41616135.
De comparant verklaarde een besloten vennootschap op te richten. De vennootschap draagt de naam: Polderlicht B.V.
"""
BOARD_OF_GERMAN_REGISTER = """Amtsgericht Kiel - Handelsregister Abteilung B - Chronologischer Abdruck - HRB 53292
Firma: Nordlicht AG
b) Vorstand:
Kästner, Friedhelm, Kiel, *07.02.1978
Bestellt als Vorstand:
Weidner, Matthias, Bonn, *03.12.1963
b) Nicht mehr Vorstand:
Kästner, Friedhelm, Kiel
"""
ACCOUNTS_WITH_MANDATES = """JAARREKENING IN EURO
Naam: Noordster
Rechtsvorm: Naamloze vennootschap
Ondernemingsnummer: 0403.170.701
VAN DEN BROECK Lieselotte
Markt 3, 9800 Deinze, België
Gedelegeerd bestuurder
15-06-2019 - 15-06-2027
GETROUW REVISOREN BV
Vertegenwoordigd door DELVAUX Thibault (B06739)
Commissaris
15-06-2022 - 15-06-2027
"""
PERSONS_WITH_CONTROL = """REGISTER OF PEOPLE WITH SIGNIFICANT CONTROL
Company name NORTHGATE TIMBER LTD
Company number 13648991
No.\tName\tNature of control
1\tMs Priya Ramanathan\tOwnership of shares - more than 50%
6 April 2016
2\tMr Callum O'Rourke\tOwnership of 100% of the shares
6 April 2016
Ceased: 12 July 2024
"""
BOOKED_IN_TWO_LINES = """Sparbank Elbmark eG
Kontoauszug 7/2025
IBAN: DE89 3704 0044 0532 0130 00
Kontoinhaber: Nordlicht GmbH
12.06. 12.06. Überweisung an Ute Kästner 120,00 S
IBAN DE42100700000326538246 SVWZ Rechnung 8872
neuer Kontostand vom 30.06.2025 7.020,11 H
"""
LEASE_OF_ENGLAND = """LEASE OF BUSINESS PREMISES
PARTIES
(1) MILLBROOK ESTATES PLC incorporated and registered in England and Wales with company number 04589463 whose
registered office is at 1 Canada Square, London E14 5AB (Landlord)
(2) KESTREL MARINE LIMITED incorporated and registered in England and Wales with company number 11413486 whose
registered office is at 22 Park Row, Leeds LS1 5HD (Tenant)
"""
FRENCH_LEASE = """BAIL COMMERCIAL
La SCI LES TROIS MOULINS, société civile immobilière, dont le siège est 4 rue Foch, 44000 Nantes, ci-après dénommée
« le Bailleur », et la société Maison Verte, société à responsabilité limitée au capital de 8 000 €, ayant son siège
social 3 allée des Érables, 44300 Nantes, ci-après dénommée « le Preneur ».
"""
DUTCH_EXTRACT = """Uittreksel Handelsregister
KvK-nummer 22127930
Statutaire naam: Tulpenveld B.V.
Vestiging
Bezoekadres: Keizersgracht 391, 1016 EJ Amsterdam
Enig aandeelhouder
Naam: Hoekstra Beheer B.V.
Bezoekadres: Dorpsstraat 3, 3927 BA Renswoude
"""
AUSTRIAN_EXTRACT = """REPUBLIK ÖSTERREICH FIRMENBUCH
Stichtag 09.11.2025 Auszug mit aktuellen Daten FN 547409x
FIRMA
1\tBäckerei Sonnenschein GmbH
RECHTSFORM
1\tGesellschaft mit beschränkter Haftung
"""
UBO_FORM = """UBO-verklaring
Ondergetekende, de heer/mevrouw Marloes Brinkman, in zijn/haar hoedanigheid van statutair bestuurder van Wind B.V.,
verklaart dat de uiteindelijk belanghebbenden zijn:
Achternaam\t: Hoekstra
Voornamen\t: Roderick
Geboorteplaats\t: Leeuwarden
Omvang van het economisch belang\t: 50%
"""
CASES: list[tuple[str, FeatureName, set[str]]] = [
    (FOUNDED_BY_A_COMPANY, "registration_number", set()),
    (BOARD_OF_GERMAN_REGISTER, "director", {"Matthias Weidner"}),
    (ACCOUNTS_WITH_MANDATES, "director", {"Lieselotte van den Broeck"}),
    (PERSONS_WITH_CONTROL, "beneficial_owner", {"Priya Ramanathan"}),
    (BOOKED_IN_TWO_LINES, "iban", {"DE89370400440532013000"}),
    (LEASE_OF_ENGLAND, "registration_number", {"11413486"}),
    (LEASE_OF_ENGLAND, "registered_address", {"22 Park Row, Leeds LS1 5HD"}),
    (FRENCH_LEASE, "company_name", {"Maison Verte"}),
    (FRENCH_LEASE, "registered_address", {"3 allée des Érables, 44300 Nantes"}),
    (DUTCH_EXTRACT, "registered_address", {"Keizersgracht 391, 1016 EJ Amsterdam"}),
    (AUSTRIAN_EXTRACT, "company_name", {"Bäckerei Sonnenschein GmbH"}),
    (UBO_FORM, "beneficial_owner", {"Roderick Hoekstra"}),
    (UBO_FORM, "director", {"Marloes Brinkman"}),
    (
        "PROCURATION\nla société Boréal SAS, immatriculée au RCS de Paris sous le numéro 533\n046 629, donne pouvoir.",
        "registration_number",
        {"533046629"},
    ),
    (
        "Rekeningafschrift\nDatum\tRekeningnummer\tBlad\n15-09-2025\tNL91 ABNA 0417 1643 00\t1\n",
        "document_date",
        {"2025-09-15"},
    ),
    (
        "Wij bevestigen hierbij dat de onderneming Kempenhout BV, met zetel te Grote Steenweg 12, 2600 Berchem, bij "
        "onze bank titularis is van de zichtrekening met IBAN BE68 5390 0754 7034.\nBankattest",
        "account_holder",
        {"Kempenhout BV"},
    ),
    (
        "Declaration of Ultimate Beneficial Ownership\nSigned: ______\nName: Priya Ramanathan\nTitle: Director\n",
        "director",
        {"Priya Ramanathan"},
    ),
    (
        "CERTIFICATE OF INCORPORATION\na true copy of the certificate of incorporation of “KESTREL MARINE\n"
        "SERVICES, INC.”, filed in this office.",
        "company_name",
        {"KESTREL MARINE SERVICES, INC."},
    ),
    (
        "ACTE CONSTITUTIF\nLes comparants décident de nommer en qualité d'administrateurs non statutaires : Monsieur "
        "Koenraad Claes et Madame Mieke Maes, prénommés.",
        "director",
        {"Koenraad Claes", "Mieke Maes"},
    ),
]


@pytest.mark.parametrize(("text", "feature", "values"), CASES, ids=lambda item: item if isinstance(item, str) else None)
def test_what_is_said_of_the_company_is_told_from_what_is_said_of_others(
    text: str, feature: FeatureName, values: set[str]
) -> None:
    assert kept(text, feature) == values


def test_a_line_within_a_sentence_is_no_title() -> None:
    deed = """Par devant Nous, Maître Loïc Garnier, notaire à la résidence de Huy,
ONT COMPARU : 1. Monsieur Jean Dubois, domicilié à Huy, lesquels comparants ont requis le notaire de constater
qu'ils constituent entre eux une société, les formalités étant accomplies auprès de la
banque-carrefour des entreprises par la fiduciaire Mosacompta.
DONT ACTE, passé à Huy.
"""

    assert read(deed).document_type == "articles_of_association"
