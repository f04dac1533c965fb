"""Ordinary sentences of everyday papers that look like what a rule reads: what they must not be taken for."""

import pytest

from domain.extraction.extract import extract
from domain.extraction.private_names import is_persons
from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import TODAY, kept
from tests.domain.extraction.written_pages import laid_out

_BILL = """FACTURE
Cave des Deux Rives SARL
12 rue du Port
33000 Bordeaux

Client :
Maison Perrault SAS
8 place de la Gare
44000 Nantes

"""
_STATUTES = "STATUTS\nAtelier Boréal SRL\n"
_REGISTER = "UITTREKSEL UIT DE KRUISPUNTBANK VAN ONDERNEMINGEN\nNaam: Korenbloem BV\nBestuurders\n"


def kept_as_laid_out(text: str, feature: FeatureName) -> set[str]:
    candidates = extract("doc_000000000000", (laid_out(text),), TODAY).candidates
    return {candidate.value_normalized for candidate in candidates if candidate.feature == feature and candidate.valid}


SERVE = [
    ("NOTULEN VAN DE ALGEMENE VERGADERING\nKorenbloem BV\nWordt benoemd tot bestuurder: de heer Jan Peeters, voor een "
     "mandaat dat ten einde loopt na de jaarvergadering van 2030.", {"Jan Peeters"}),
    (_STATUTES + "Est nommé gérant: Monsieur Paul Lambert, qui ne peut être révoqué que pour motifs graves.",
     {"Paul Lambert"}),
    (_REGISTER + "Jan Peeters, bestuurder, mandaat dat ten einde loopt op 31/12/2028", {"Jan Peeters"}),
    ("REGISTER EXTRACT\nCompany name: Acorn Limited\nDirectors\nJane Doe, director until the office is vacated",
     {"Jane Doe"}),
    ("SATZUNG\nMuster GmbH\nGeschäftsführer ist Herr Hans Maier. Die Satzung ist beim Register niedergelegt.",
     {"Hans Maier"}),
    (_REGISTER + "Jan Peeters, bestuurder\nEls Claes, bestuurder, mandaat ten einde gekomen op 31/12/2020\n"
     "Paul Smet, bestuurder, a été révoqué le 3 mai 2020", {"Jan Peeters"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "serving"), SERVE)
def test_a_clause_on_how_a_mandate_may_end_ends_none(text: str, serving: set[str]) -> None:
    assert kept(text, "director") == serving


def test_who_represents_a_child_by_law_leads_no_company() -> None:
    text = (
        "VOLMACHT\nDe ondergetekende, Jan Peeters, wettelijk vertegenwoordiger van het minderjarige kind Els Peeters."
    )
    assert kept(text, "director") == set()


NO_ADDRESSES = [
    _STATUTES + "Ce qui précède est sincère.\nÉtabli à Liège, le 12 mars 2024\nMarie Lambert, gérante",
    "STATUTEN\nKorenbloem BV\nGevestigd te Gent, 3 mei 2020\nJan Peeters, bestuurder",
    "VOLLMACHT\nMuster GmbH\nSitz der Gesellschaft Köln, 3. Mai 2024\nHans Maier, Geschäftsführer",
    "ATTESTATION\nDénomination: Atelier Boréal SRL\nSiège social établi à Liège, le 12 mars 2024",
]


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_where_and_when_a_paper_was_signed_is_no_address(text: str) -> None:
    assert kept(text, "registered_address") == set()


def test_a_street_that_is_named_after_a_day_is_an_address() -> None:
    text = "EXTRAIT DU REGISTRE\nDénomination: Atelier Boréal SRL\nSiège social: Rue du 19 mars 1962 4, 4000 Liège"
    assert kept(text, "registered_address") == {"Rue du 19 mars 1962 4, 4000 Liège"}


def test_a_day_beside_the_street_of_a_bill_is_no_part_of_the_address() -> None:
    text = (
        "FACTUUR\nTransport Vandaele BV\nKlant:  Factuurnummer: 2026-4648\nKempen Holding N.V.  Factuurdatum: 31 juli "
        "2026\nStationsplein 67 Vervaldag: 30-08-2026\n3511 AB Utrecht\n"
    )
    assert kept(text, "registered_address") == {"Stationsplein 67, 3511 AB Utrecht"}


def test_a_word_that_has_the_name_within_it_does_not_speak_of_the_company() -> None:
    text = (
        "INVOICE\nFine Wines Trading\nBill to:\nCarl Ltd\nInvoice date: 3 May 2024\n"
        + "All of the goods were kept dry and cool.\n" * 12
        + "Wines are stored at the house of Carlton, having its registered office at 1 Mill Lane, Leeds LS1 4AP."
    )
    assert kept(text, "registered_address") == set()


HEADS_OF_COLUMNS = [
    "Appellation   Quantité   Prix\nMargaux 2018   6   120,00\nTotal TTC 120,00 EUR",
    "Entreprise   Lot   Prix\nDupont   2   20,00",
    "Appellation : Margaux\nMillésime : 2018",
]


@pytest.mark.parametrize("goods", HEADS_OF_COLUMNS)
def test_the_head_of_a_column_of_goods_is_no_customer(goods: str) -> None:
    assert kept_as_laid_out(_BILL + goods, "company_name") == {"Maison Perrault SAS"}


HOLDERS = [
    ("Jan Peeters", set()),
    ("J.P. de Vries en M. Jansen", set()),
    ("PEETERS J - CLAES E", set()),
    ("Maier, Hans", set()),
    ("Maison Perrault", {"Maison Perrault"}),
]


@pytest.mark.parametrize(("holder", "company"), HOLDERS)
def test_a_private_holder_of_an_account_is_no_company(holder: str, company: set[str]) -> None:
    text = f"KBC Bank NV\nREKENINGUITTREKSEL\nRekeninghouder: {holder}\nIBAN: BE68 5390 0754 7034\nDatum 03/05/2024"
    assert kept(text, "company_name") == company
    assert kept(text, "account_holder") == {holder}


def test_a_lawyer_with_a_seat_is_no_company() -> None:
    text = (
        "BNP Paribas Fortis\nRELEVÉ DE COMPTE\nNous certifions que Maître Jean Dupont, dont le siège est à Paris, est "
        "titulaire du compte FR76 3000 6000 0112 3456 7890 189."
    )
    assert kept(text, "company_name") == set()


@pytest.mark.parametrize(
    "name", ["Dupont et Fils", "Les Deux Magots", "Fietsenwinkel Jansen", "Bäckerei Keller", "Korenbloem BV"]
)
def test_a_business_that_is_named_like_a_person_is_none(name: str) -> None:
    assert not is_persons(name)


def test_an_accountant_who_declares_does_not_declare_for_his_own_firm() -> None:
    text = (
        "UBO-VERKLARING\nOndergetekende, mevrouw Els Claes, handelend als accountant van Cijfers BV, verklaart dat de "
        "uiteindelijke begunstigde van Korenbloem BV is: Jan Peeters, 100 %."
    )
    assert "Cijfers BV" not in kept(text, "company_name")


def test_a_brand_among_the_goods_has_not_sent_the_bill() -> None:
    text = (
        "INVOICE\nFine Wines Ltd\n1 Mill Lane\nLeeds LS1 4AP\n\nBill to:\nAcorn Limited\n5 High Street\n"
        "Invoice date: 3 May 2024\n\nPenfolds is a trade mark of Treasury Wine Estates Vintners Limited.\n"
    )
    assert kept(text, "issuer") == {"Fine Wines Ltd"}


def test_what_has_a_seat_is_a_company_though_it_is_named_like_a_person() -> None:
    text = (
        "Direction générale des Finances publiques\nAttestation fiscale\nLe comptable soussigné certifie que Sables "
        "du Nord, sise 117 boulevard Victor Hugo, 35000\nRennes, est à jour de ses obligations fiscales.\n"
    )
    assert kept(text, "company_name") == {"Sables du Nord"}
