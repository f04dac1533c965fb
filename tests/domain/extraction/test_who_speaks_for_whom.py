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
