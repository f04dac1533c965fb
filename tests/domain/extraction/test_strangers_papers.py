"""Invented papers in wordings and layouts that no rule was written for: whose name, number, address and account."""

import pytest

from domain.extraction.composed_labels import composed_label
from domain.extraction.extract import extract
from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import TODAY, kept
from tests.domain.extraction.written_pages import laid_out


def kept_as_laid_out(text: str, feature: FeatureName) -> set[str]:
    candidates = extract("doc_000000000000", (laid_out(text),), TODAY).candidates
    return {candidate.value_normalized for candidate in candidates if candidate.feature == feature and candidate.valid}


def test_two_names_that_begin_at_one_place_break_nothing() -> None:
    text = "Register of Members\nEmerald Textiles Ltd (Company number 09763578)\nRegistered office: 1 Mill Lane, Leeds"
    assert kept(text, "company_name") == {"Emerald Textiles Ltd"}


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("volledige statutaire naam", "company"),
        ("denomination legale de la societe", "company"),
        ("eingetragener name", "company"),
        ("exact legal name", "company"),
        ("soort vennootschap", "legal_form"),
        ("adresse officielle du siege", "registered_address"),
        ("eingetragener sitz der firma", "registered_address"),
        ("company's registered office", "registered_address"),
        ("naam", None),
        ("adresse", None),
        ("nom commercial", None),
    ],
)
def test_a_label_is_told_by_the_words_it_is_composed_of(written: str, meaning: str | None) -> None:
    found = composed_label(written, 0)
    assert (found[0] if found and found[1] == len(written) else None) == meaning


NAMES = [
    ("PROCURATION\nLa soussignée Maison Perrault, dont le siège social est situé 8 place de la Gare, 44000 Nantes, "
     "donne pouvoir à Jean Petit.", "Maison Perrault"),
    ("GENERAL POWER OF ATTORNEY\nSaltmarsh Invest Ltd, a company whose registered office is at 1 Mill Lane, Leeds, LS1 "
     "4AP, hereby appoints Ann Hill to be its attorney.", "Saltmarsh Invest Ltd"),
    ("FACTURE\nFournil SA\n1, rue Haute\nL-2449 Luxembourg\nDOIT: Optima Holding SC\nplace de la Gare 176\n1300 Wavre\n"
     "Net à payer : 3.400,00 EUR", "Optima Holding SC"),
    ("STATUTEN\nDe vennootschap wordt \"Vlasbloem CV\" genoemd en heeft haar zetel te Kerkstraat 1, 9000 Gent.",
     "Vlasbloem CV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_the_name_is_found(text: str, name: str) -> None:
    assert kept(text, "company_name") == {name}


NUMBERS: list[tuple[FeatureName, str, str]] = [
    ("registration_number", "SARL SOLARYS\nau capital de 10 000 euros\n552 081 317 RCS Lille\nSTATUTS", "552081317"),
    ("registration_number", "Vollmacht\nDie Nordlicht AG, Hauptstr. 1, 20457 Hamburg, Registernummer HRB\n98333, "
     "erteilt hiermit Vollmacht", "HRB 98333"),
    ("registration_number", "VOLMACHT\nKempen V.O.F., kantoorhoudende te Weg 69, 3511 AB Utrecht, ingeschreven in het "
     "handelsregister onder nummer 63000917, verleent volmacht aan Jan Peeters.", "63000917"),
    ("vat_number", "Tax clearance\nLarkspur Limited of 138 Kingsway, Leeds, VAT number GB 980\n7806 84, is clear",
     "GB980780684"),
    ("vat_number", "INVOICE\nSold to:\nPenrose LLP\n2 Deansgate\nManchester\nM2 5GP\nVAT Reg. No. GB980780684\n"
     "Date: 25/03/2026", "GB980780684"),
    ("iban", "Crédit Mutuel\nRelevé de compte\nIBAN: FR76 3000 6000 0112 3456\n7890 189\nTitulaire: Aquatis SA",
     "FR7630006000011234567890189"),
]  # fmt: skip


@pytest.mark.parametrize(("feature", "text", "number"), NUMBERS)
def test_the_number_is_found(feature: FeatureName, text: str, number: str) -> None:
    assert kept(text, feature) == {number}


def test_a_bank_that_names_itself_at_the_foot_keeps_its_number() -> None:
    text = (
        "Rabobank\nVLASBLOEM V.O.F.\nOude Baan 74\n7511 NP Enschede\nDatum 9 juni 2026\nBevestiging rekeninggegevens\n"
        "Op uw verzoek bevestigen wij dat rekening NL91 ABNA 0417 1643 00 op naam staat van Vlasbloem V.O.F.\n"
        "Coöperatieve Polderbank U.A., Croeselaan 18, 3521 CB Utrecht, KvK 30046259"
    )
    assert kept(text, "registration_number") == set()


def test_a_justified_line_is_no_table() -> None:
    line = "Die   Firma   Bergmann   Maschinenbau   GmbH   mit   Sitz   in   Berlin"
    assert kept_as_laid_out(f"VOLLMACHT\n{line}\nerteilt hiermit Vollmacht", "company_name") == {
        "Bergmann Maschinenbau GmbH"
    }


def test_a_block_that_stands_at_the_right_is_the_addressees() -> None:
    text = (
        "Telefaktur SA | 1 rue Haute, 1000 Bruxelles | TVA BE 0403.170.701\n"
        "Telefaktur SA\n"
        "                                              Novalis\n"
        "                                     28 rue du Moulin\n"
        "                                          59000 Lille\n"
        "Facture d'électricité\nTotal à payer: 96,79"
    )
    assert kept_as_laid_out(text, "company_name") == {"Novalis"}


def test_a_label_broken_over_two_rows_is_one() -> None:
    text = "Extrait Kbis\nDénomination ou raison\nsociale\nSAS OPTIMA\nCommissaire aux comptes\nDénomination  AUDITEX"
    assert kept(text, "company_name") == {"SAS OPTIMA"}
