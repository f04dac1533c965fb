"""Invented sentences in which several are named: who gives a power, founds a company, certifies, leads or pays."""

import pytest

from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import kept

_POWER_NL = (
    "VOLMACHT\nOndergetekende, de besloten vennootschap Oosterse Kruiden, met zetel te 8380 Zeebrugge, Zandlaan 14,\n"
    "verleent hierbij volmacht aan mevrouw Els Pauwels om bij Havenbank NV, Kaai 2, 1080 Brussel, te handelen."
)
_POWER_FR = (
    "PROCURATION\nJe soussigné, Monsieur Olivier Gérardin, agissant en qualité d'administrateur délégué de la SA\n"
    "Pierres de l'Ourthe, dont le siège est établi Quai Vert 6, 4170 Comblain-au-Pont,\n"
    "donne par la présente pouvoir à Maître Julie Remacle, avocate, de représenter la société."
)
_DEED = (
    "« LES JARDINS DE SAMBRE »\nSociété à responsabilité limitée\nCONSTITUTION\n"
    "Devant Nous, Maître Paul LAMBERT, notaire à la résidence de Namur,\nONT COMPARU\n"
    "2) La société anonyme MOSAN PARTICIPE, ayant son siège à 4000 Liège, boulevard Haut 38, inscrite à la\n"
    "Banque-Carrefour des Entreprises sous le numéro 0477.011.257.\n"
    "Lesquels ont requis d'acter la constitution d'une société à responsabilité limitée sous la dénomination\n"
    "« LES JARDINS DE SAMBRE ».\nSTATUTS\nArticle 1er. Elle est dénommée « LES JARDINS DE SAMBRE ».\n"
    "DISPOSITIONS TRANSITOIRES\nLe siège est établi à 5100 Jambes, rue de Dave 165."
)
_CERTIFIED = (
    "ATTESTATION DE CONSTITUTION\nJe soussignée, Anne Collard, notaire à Verviers, certifie que la société à\n"
    "responsabilité limitée « Vesdre Vent » a été constituée par acte reçu par moi le 2 mai 2022.\n"
    "La société est inscrite à la Banque-Carrefour des Entreprises sous le numéro 0786.093.245."
)
_COPY = (
    'GECOÖRDINEERDE STATUTEN\nvan de naamloze vennootschap\n"Drukkerij Lindehof"\n'
    "De vennootschap werd opgericht bij akte verleden voor notaris Paul Goris te Eeklo op 22 april 1994.\n"
    'Artikel 1 – Rechtsvorm en naam. De vennootschap draagt de naam "Drukkerij Lindehof".\n'
    "Voor gelijkvormige coördinatie,\nSofie Goris, notaris te Eeklo"
)
_BOARD = (
    "Annual accounts 2023\nHeverlee Biotech NV\nCompany number 0467.099.342\n"
    "Board of directors: Luc Hendrickx, chairman; Sarah Whitfield, director; Tom Janssens, director. "
    "Mr Guido Peeters resigned as director on 30 June 2023.\nEquity 2,004"
)
_LISTED = (
    "JAARREKENING\nNAAM: Weverij Dumont\nRechtsvorm: Naamloze vennootschap\n"
    "LIJST VAN DE BESTUURDERS, ZAAKVOERDERS EN COMMISSARISSEN\n"
    "Dumont Philippe, Potstraat 3, 8510 Marke, België. Functie: bestuurder. Mandaat: 28/05/2021"
)
_OWNERS = (
    "Declaration of Ultimate Beneficial Ownership\nTo: Compliance Department, Banque du Nord\n"
    "We, the undersigned, acting on behalf of Alzette Holding S.à r.l. (registered with the Luxembourg Trade and "
    "Companies Register under B198822, registered office: 27, boulevard Royal, L-2449 Luxembourg), declare that the "
    "ultimate beneficial owner of the company is Mr Stephen Rourke, who holds 100% of the shares."
)
_BILL = (
    "Noordkracht Energie B.V.\nGlaswerk Veendam B.V.\nKerkstraat 90\n9641 AR Veendam\nFactuurnummer NK-330187\n"
    "Termijnfactuur energie\nStroom maart 2024 € 1.204,00\nTe betalen € 4.930,75\n"
)


@pytest.mark.parametrize(
    ("text", "feature", "values"),
    [
        (_POWER_NL, "company_name", {"Oosterse Kruiden"}),
        ("VOLMACHT\nIk, Els Pauwels, geef volmacht aan de naamloze vennootschap Havenbank, met zetel te Brussel.",
         "company_name", set()),
        (_POWER_FR, "company_name", {"SA Pierres de l'Ourthe"}),
        (_POWER_FR, "director", {"Olivier Gérardin"}),
        (_DEED, "registered_address", {"rue de Dave 165, 5100 Jambes"}),
        (_DEED, "registration_number", set()),
        (_CERTIFIED, "issuer", {"Anne Collard"}),
        (_COPY, "issuer", {"Sofie Goris"}),
        (_BOARD, "director", {"Luc Hendrickx", "Sarah Whitfield", "Tom Janssens"}),
        (_BOARD, "registration_number", {"0467099342"}),
        (_LISTED, "director", {"Dumont Philippe"}),
        (_OWNERS, "registration_number", {"B198822"}),
        (_OWNERS, "registered_address", {"27, boulevard Royal, L-2449 Luxembourg"}),
        (_BILL + "U betaalt via automatische incasso vanaf NL91 ABNA 0417 1643 00.", "iban", {"NL91ABNA0417164300"}),
        (_BILL + "U betaalt op rekening NL91 ABNA 0417 1643 00.", "iban", set()),
        (_BOARD.replace(". Mr Guido Peeters resigned as director", ", resigned"), "director",
         {"Luc Hendrickx", "Sarah Whitfield"}),
        (_COPY.replace("Voor gelijkvormige coördinatie,", "Gelezen door"), "issuer", set()),
    ],
)  # fmt: skip
def test_what_is_said_of_one_is_not_taken_for_another(text: str, feature: FeatureName, values: set[str]) -> None:
    assert kept(text, feature) == values


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (
            "De directie wordt gevoerd door de heer A.B. Mulder en mevrouw C. Mulder-Vos.",
            {"A.B. Mulder", "C. Mulder-Vos"},
        ),
        ("De directie berust bij mevrouw C. Mulder-Vos.", {"C. Mulder-Vos"}),
        ("The members of the board during the year were Anna Mulder and Piet Vos.", {"Anna Mulder", "Piet Vos"}),
        ("Die Geschäftsführung wurde von Frau Anna Vogt wahrgenommen.", {"Anna Vogt"}),
        ("Die Geschäftsführung wurde von Frau Anna Vogt beraten.", set()),
        ("De boekhouding wordt gevoerd door de heer A.B. Mulder.", set()),
        ("Statutair bestuurder van de onderneming: A.B. Mulder", {"A.B. Mulder"}),
        ("Name of manager: Anna Mulder", {"Anna Mulder"}),
        ("hierbij vertegenwoordigd door haar zaakvoerder(s) Anna Mulder", {"Anna Mulder"}),
        ("représentée par son/ses gérant(s) Lise Moreau", {"Lise Moreau"}),
        ("hierbij vertegenwoordigd door haar boekhouder(s) Anna Mulder", set()),
    ],
)
def test_who_leads_is_said_of_the_board_of_the_business_or_of_one_or_several(said: str, named: set[str]) -> None:
    assert kept(f"VOLMACHT\nKorenbloem B.V., gevestigd te Gouda.\n{said}\n", "director") == named


def test_two_who_act_together_have_one_function_in_the_plural() -> None:
    text = """PROCURATION
La société LES VOILES D'OCRE, SARL, représentée aux présentes par Monsieur Alain Perrin et Madame
Lise Moreau, agissant en qualité de cogérants, donne pouvoir à Madame Rose Blanc.
"""
    assert kept(text, "director") == {"Alain Perrin", "Lise Moreau"}


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("vertreten durch die Partner Dr. Emil Vogt und Karla Brandt", {"Emil Vogt", "Karla Brandt"}),
        ("vertreten durch die Anwälte Dr. Emil Vogt und Karla Brandt", set()),
    ],
)
def test_a_partnership_acts_by_its_partners(said: str, named: set[str]) -> None:
    text = f"VOLLMACHT\nPraxis am Markt Partnerschaft mbB, Markt 3, 53111 Bonn, {said},\nerteilt Vollmacht.\n"
    assert kept(text, "director") == named


def test_the_partners_of_a_landlord_do_not_act_for_the_tenant() -> None:
    text = """LEASE
Landlord: Hill Estates LLP, of 5 Long Road,
represented by the partners John Stone and Ann Reed.
Tenant: Korenbloem LLP, represented by the partners Anna Mulder and Piet Vos.
"""
    assert kept(text, "director") == {"Anna Mulder", "Piet Vos"}


def test_of_the_users_of_an_account_the_one_who_is_called_a_director_leads() -> None:
    text = """Account confirmation
Account holder Korenbloem UG (haftungsbeschränkt)
IBAN NL91 ABNA 0417 1643 00
Authorised user(s)
Anna Mulder (director), Piet Vos (employee card)
"""
    assert kept(text, "director") == {"Anna Mulder"}
    assert kept(text.replace("Authorised user(s)", "Gemachtigden:"), "director") == {"Anna Mulder"}


def test_the_partner_who_is_liable_leads_and_the_one_who_put_in_capital_does_not() -> None:
    text = """JAHRESABSCHLUSS zum 31. Dezember 2024
Donaukorb Gruber KG
Linz, am 14. Juni 2025
Lena Gruber, Komplementär
Die Kommanditistin Maria Gruber haftet mit ihrer Einlage.
"""
    assert kept(text, "director") == {"Lena Gruber"}


def test_those_who_put_in_capital_stand_below_a_heading_of_their_own() -> None:
    text = """HANDELSREGISTER A
Persönlich haftender Gesellschafter:
Vogt, Emil, Bonn, *01.01.1970
Kommanditisten:
Vogt, Otto, Bonn, *01.01.1971, Einlage 1.000 EUR
"""
    assert kept(text, "director") == {"Emil Vogt"}


PARTNERS = """KVK Uittreksel Handelsregister
Naam Molen & Vos
Rechtsvorm Vennootschap onder firma
Vennoten
Naam Molen, Anna Maria
Geboortedatum 17-03-1979
{}
Gevolmachtigde
Naam Nagel, Tom
Inhoud volmacht Beperkte volmacht
"""


def test_partners_with_powers_lead_a_partnership_and_those_of_a_bare_list_need_not() -> None:
    assert kept(PARTNERS.format("Bevoegdheid Onbeperkt bevoegd"), "director") == {"Anna Maria Molen"}
    assert kept(PARTNERS.format("Woonplaats Gouda"), "director") == set()


def test_a_mandate_that_a_row_below_the_address_ends_is_over() -> None:
    text = """COMPTES ANNUELS
Exercice du 01-01-2024 au 31-12-2024
LISTE DES ADMINISTRATEURS, GÉRANTS ET COMMISSAIRES
PERRIN Alain
Avenue des Pins 4, 1190 Forest, Belgique
Mandat : Administrateur, début : 14-06-2019
MOREAU Lise
Rue du Puits 8, 1640 Rhode-Saint-Genèse, Belgique
Mandat : Administrateur, début : 14-06-2019, fin : 14-06-2023
"""
    assert kept(text, "director") == {"Alain Perrin"}


def test_the_label_of_the_given_names_is_no_given_name() -> None:
    text = """DECLARATION OF BENEFICIAL OWNERSHIP
Beneficial owner 1
Surname Vogt
First name(s) Karla
Holding in % 60
The undersigned, acting as authorised manager of the client, declares that this is true.
Name of manager Emil Brandt
"""
    assert kept(text, "director") == {"Emil Brandt"}
    assert kept(text, "beneficial_owner") == {"Karla Vogt"}


@pytest.mark.parametrize(
    ("said", "holders"),
    [
        ("Kontoinhaber Donaukorb Gruber OHG, IBAN DE•• •••• ••92", {"Donaukorb Gruber OHG"}),
        ("als Kontoinhaber haften Sie selbst, IBAN und BIC siehe oben", set()),
    ],
)
def test_a_bill_names_the_holder_of_the_account_it_debits(said: str, holders: set[str]) -> None:
    text = f"Stromrechnung\nRechnungsdatum 17.01.2025\nDen Betrag buchen wir von Ihrem Konto ab: {said}, VR-Bank.\n"
    assert kept(text, "account_holder") == holders
