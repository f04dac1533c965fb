"""Who leads a company by tables with days, signatures and forms; who issued a paper by sentences and letterheads."""

import pytest

from domain.extraction.document_types import document_type_of
from schemas.extraction import DocumentType
from tests.domain.extraction.test_companies_and_people import found_in, said_by
from tests.domain.extraction.written_pages import laid_out

_IN_TABLES: list[tuple[str, list[str]]] = [
    (
        "Officers\nName   Role   Date of birth   Appointed   Ceased\nJane Porter   Director   12/04/1985   03/09/2018\n"
        "Mark Lowe   Director   01/02/1966   03/09/2018   10/01/2021\nPrinted on 14/02/2025",
        ["Jane Porter"],
    ),
    (
        "Bestuurders\nNaam   Functie   Geboortedatum   In functie   Uit functie\n"
        "Karel Mulder   Bestuurder   01-02-1970   03-04-2015\nEva Hoekstra   Bestuurder   05-06-1981   07-08-2018"
        "   09-10-2022",
        ["Karel Mulder"],
    ),
    (
        "Members of the management board\nSurname   First names   Function   Suspended\n"
        "KOWALCZYK   Marek Jan   President of the   NO\nManagement Board\nZIELINSKA   Joanna   Member of the   NO\n"
        "Management Board",
        ["Joanna Zielinska", "Marek Jan Kowalczyk"],
    ),
    (
        "Personalangaben\nName   Heimatort   Funktion   Zeichnungsart\nBolliger, Reto   von Beringen, in   "
        "Präsident des   Einzelunterschrift\nNeuhausen   Verwaltungsrates\nSchlatter, Verena   von Stein, in   "
        "Mitglied des   Kollektivunterschrift zu\nThayngen   Verwaltungsrates   zweien",
        ["Reto Bolliger", "Verena Schlatter"],
    ),
    (
        "ADMINISTRATEURS, GÉRANTS\nDELVAUX Christophe, Rue Haute 3, 7500 Tournai\nFonction : Administrateur délégué\n"
        "Mandat : 30/05/2022 - 28/05/2028\nVANHECKE Sabine, Drève 18, 8500 Courtrai\nFonction : Administrateur\n"
        "CABINET DU NORD SRL\nFonction : Commissaire",
        ["Christophe Delvaux", "Sabine Vanhecke"],
    ),
]
_SIGNED: list[tuple[str, list[str]]] = [
    ("Krems, am 18.11.2024\nMag. Johanna Pichler e.h.\nGeschäftsführerin", ["Johanna Pichler"]),
    ("Utrecht, 12 maart 2024\nKees Brouwer\n(handtekening)\nBestuurder", ["Kees Brouwer"]),
    ("/s/ Jane Porter\nDirector", ["Jane Porter"]),
    ("Anna Brandt   Karl Vogt\nGeschäftsführerin   Geschäftsführer", ["Anna Brandt", "Karl Vogt"]),
    ("Nom du signataire : Luc Petit\nQualité : administrateur délégué", ["Luc Petit"]),
    ("Name of signatory   Jane Porter\nDate   01/02/2024\nCapacity   Director", ["Jane Porter"]),
    ("Anna Brandt\nin der Eigenschaft als Geschäftsführerin", ["Anna Brandt"]),
    ("Naam: Kees Brouwer\nHoedanigheid: ☐ bestuurder ☒ gevolmachtigde", []),
    ("Name: Jane Porter\nCapacity: ☒ Director ☐ Attorney", ["Jane Porter"]),
    ("I, the undersigned Jane Porter, legal representative of the entity, declare", ["Jane Porter"]),
    ("Représentée par   Anne Leroy, gérante", ["Anne Leroy"]),
    ("Vertegenwoordigd door   Pieter van der Laan, bestuurder", ["Pieter van der Laan"]),
]
_SAID: list[tuple[str, list[str]]] = [
    (
        "The directors at the date of adoption of these Articles are Jane Porter and Mark Lowe.",
        ["Jane Porter", "Mark Lowe"],
    ),
    ("De bestuurders op datum van dit uittreksel zijn Kees Brouwer en Eva Visser.", ["Eva Visser", "Kees Brouwer"]),
    ("Les administrateurs à la date du présent extrait sont Jean Morel et Anne Leroy.", ["Anne Leroy", "Jean Morel"]),
    ("Geschäftsführer ist seit 1.11.2011 Andreas Stolz, geb. 18.04.1971", ["Andreas Stolz"]),
    ("La gérante est depuis le 1er mars 2019 Anne Leroy.", ["Anne Leroy"]),
    ("Geschäftsführer: Torsten Öztürk; Jürgen Vogt.", ["Jürgen Vogt", "Torsten Öztürk"]),
    ("Die Geschäftsführerin Eva Hofer wurde mit 31.12.2019 abberufen.", []),
]
_ISSUERS: list[tuple[DocumentType, str, list[str]]] = [
    ("articles_of_association", "vor dem unterzeichnenden Notar Dr. Eberhard Lind.", ["Dr. Eberhard Lind"]),
    ("articles_of_association", "verscheen voor ondergetekende notaris Kees Brouwer te Gent:", ["Kees Brouwer"]),
    ("articles_of_association", "opgericht bij akte, verleden voor mr. Kees Brouwer, notaris te Gent.", []),
    ("register_extract", "Das Landesgericht Innsbruck führt unter FN 453714b die Firma", ["Landesgericht Innsbruck"]),
    ("register_extract", "NATIONAL COURT REGISTER\nCurrent extract", ["NATIONAL COURT REGISTER"]),
    ("register_extract", "Mercantile Registry of Málaga\nCertificate", ["Mercantile Registry of Málaga"]),
    ("register_extract", "Extract from the Commercial Register\nCompany name: Vogt AG", []),
    (
        "identity_document",
        "This permit was issued to Ms Danica Petrović, born in Bor, by the Magistrat der Stadt Wien on 12 May 2023",
        ["Magistrat der Stadt Wien"],
    ),
    ("identity_document", "Afgegeven door de Gemeente Utrecht op 3 maart 2020.", ["Gemeente Utrecht"]),
    ("tax_certificate", "Bundeszentralamt für Steuern\nDienstsitz Saarlouis", ["Bundeszentralamt für Steuern"]),
    (
        "utility_bill",
        "Shannon Gas & Power\nVogt Limited\nYour bill\nShannon Gas & Power is a trading name of Shannon Energy DAC.",
        ["Shannon Gas & Power"],
    ),
]
_TITLES: list[tuple[str, DocumentType]] = [
    ("BEWIJS VAN OPRICHTING EN INSCHRIJVING\nKruispuntbank van Ondernemingen", "certificate_of_incorporation"),
    ("Bescheinigung über die Erfassung als Steuerpflichtiger\n(Unternehmer)", "tax_certificate"),
    ("Kruispuntbank van Ondernemingen\nOndernemingsnummer 0468.364.104\nStatus Actief", "register_extract"),
]


def _directors(text: str, kind: DocumentType) -> list[str]:
    return sorted(name.split(" / ")[0] for name in said_by(found_in([laid_out(text)], kind)).get("director", []))


@pytest.mark.parametrize(("text", "names"), _IN_TABLES)
def test_tells_by_the_columns_of_a_table_who_is_in_office(text: str, names: list[str]) -> None:
    assert _directors(text, "register_extract") == names


@pytest.mark.parametrize(("text", "names"), _SIGNED)
def test_takes_those_who_sign_as_directors(text: str, names: list[str]) -> None:
    assert _directors(text, "ubo_declaration") == names


@pytest.mark.parametrize(("text", "names"), _SAID)
def test_reads_who_leads_a_company_at_or_since_a_day(text: str, names: list[str]) -> None:
    assert _directors(text, "register_extract") == names


@pytest.mark.parametrize(("kind", "text", "issuers"), _ISSUERS)
def test_names_the_office_or_the_brand_that_gave_a_paper(kind: DocumentType, text: str, issuers: list[str]) -> None:
    assert said_by(found_in([laid_out(text)], kind)).get("issuer", []) == issuers


@pytest.mark.parametrize(("text", "kind"), _TITLES)
def test_a_register_s_name_is_a_letterhead_where_a_title_says_more(text: str, kind: DocumentType) -> None:
    assert document_type_of([laid_out(text)], "unknown") == kind


def test_numbered_entries_of_a_register_name_its_owners() -> None:
    page = laid_out("Begunstigde 1: CLAES Wouter\nDeelneming: 62,5 %\nBegunstigde 2: MAES Els\nDeelneming: 37,5 %")

    assert said_by(found_in([page], "ubo_declaration"))["beneficial_owner"] == [
        "Els Maes / 37.5",
        "Wouter Claes / 62.5",
    ]
