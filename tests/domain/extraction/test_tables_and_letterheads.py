"""What registers' tables, letterheads and forms of several countries say: officers, numbers, issuers and days."""

import pytest

from domain.extraction.addresses import find_addresses
from domain.extraction.mandates import has_ended
from domain.extraction.numbers import find_numbers
from schemas.extraction import DocumentType
from tests.domain.extraction.test_companies_and_people import found_in, said_by
from tests.domain.extraction.written_pages import laid_out, written

_FUNCTIONS = """Functies
Functie                  Naam                                  Sinds
Bestuurder               Maes, Pieter                          14 mei 2018
Bestuurder               Wouters, An                           2 juni 2019
Commissaris              Hubert & Co Bedrijfsrevisoren BV      9 juni 2022"""
_FIRMENBUCH = """Firmenbuch – Bundesministerium für Justiz
Stichtag 16.7.2024
Firmenbuchauszug FN 418263 k
Firma                    Bergquell Getränke GmbH
Geschäftsführer/in (handelsrechtlich)
Name                     geb.              Vertretungsbefugnis
Mag. Eva Huber           08.04.1982        vertritt seit 25.09.2014 selbständig"""
_PROKURA = """Geschäftsführer: Huber, Jonas, Ulm, *14.10.1973
5. Prokura:
Gesamtprokura gemeinsam mit einem Geschäftsführer: Keller, Uwe, Ulm, *03.06.1969"""
_OFFICERS = """Produced 2 December 2024
Officers
Name                       Role         Appointed on        Resigned on
HARTLEY, James             Director     15 April 2015
COLE, Peter                Director     15 April 2015       31 August 2019"""
_SIGNED = """Beneficial owners
Full name            Date of birth       Nationality       Ownership
Aoife Byrne          3 June 1977         Irish             60%
Signed: Aoife Byrne
Position: Director
Form KYC-UBO/02"""


@pytest.mark.parametrize(
    ("kind", "text", "directors"),
    [
        ("register_extract", _FUNCTIONS, {"Pieter Maes", "An Wouters"}),
        ("register_extract", _FIRMENBUCH, {"Eva Huber"}),
        ("register_extract", _PROKURA, {"Jonas Huber"}),
        ("register_extract", _OFFICERS, {"James Hartley"}),
        ("ubo_declaration", _SIGNED, {"Aoife Byrne"}),
    ],
)
def test_a_table_names_the_directors_in_office(kind: DocumentType, text: str, directors: set[str]) -> None:
    found = found_in([laid_out(text)], kind)

    assert {each.value_normalized for each in found if each.feature == "director"} == directors


def test_an_auditor_in_a_table_of_functions_is_not_the_company() -> None:
    assert "company_name" not in said_by(found_in([laid_out(_FUNCTIONS)], "register_extract"))


def test_a_day_since_when_ends_no_mandate() -> None:
    assert not has_ended("Eva Huber 08.04.1982 vertritt seit 25.09.2014", "2024-07-16", "de")


def test_a_row_with_a_birth_and_a_share_is_an_owner_under_a_broken_head() -> None:
    text = """Les bénéficiaires effectifs de la société sont les personnes suivantes :
% des droits
de vote
Paul Girard          05/02/1968      Française      48,50      Détention directe
Form KYC-UBO/02"""

    found = found_in([laid_out(text)], "ubo_declaration")

    owners = [(each.value_normalized, each.details) for each in found if each.feature == "beneficial_owner"]
    assert owners == [("Paul Girard", (("share_percent", "48.5"),))]


@pytest.mark.parametrize(
    ("kind", "text", "issuer"),
    [
        (
            "register_extract",
            "Greffe du Tribunal de Commerce de\nNantes\nExtrait Kbis\nau registre du commerce et des sociétés",
            "Greffe du Tribunal de Commerce de Nantes",
        ),
        ("register_extract", "Handelsregister B des Amtsgerichts Ulm Ausdruck\nHRB 4711", "Amtsgericht Ulm"),
        ("register_extract", _FIRMENBUCH, "Firmenbuch"),
        (
            "utility_bill",
            "Eaux du Val – SA au capital de 4 200 000 € – RCS Lyon 388 441 206\n1\nEaux du Val\nService clients",
            "Eaux du Val",
        ),
    ],
)
def test_a_letterhead_names_the_issuer(kind: DocumentType, text: str, issuer: str) -> None:
    found = found_in([laid_out(text)], kind)

    assert [each.value_normalized for each in found if each.feature == "issuer"] == [issuer]


@pytest.mark.parametrize(
    ("kind", "text", "numbers"),
    [
        ("register_extract", _FIRMENBUCH, {"FN 418263k"}),
        ("ubo_declaration", "Registered number\nIE 689214\nCountry of incorporation\nIreland", {"689214"}),
        ("ubo_declaration", "Registered number\n689214\nCountry of incorporation\nMalta", set()),
        (
            "register_extract",
            "Ondernemingsnr. FOD: 0417.497.106\nOndernemingsnummer 0403.170.701",
            {"0403170701"},
        ),
        (
            "ubo_declaration",
            "Geschäftsführer: Jan Maier | Amtsgericht Ulm HRB 4711 | USt-IdNr. DE136695976",
            {"HRB 4711", "DE136695976"},
        ),
        (
            "utility_bill",
            "Het bedrag wordt op de vervaldatum via domiciliëring afgehouden van uw rekening BE68 5390\n0754 7034.",
            {"BE68539007547034"},
        ),
    ],
)
def test_a_number_is_the_companys_own(kind: DocumentType, text: str, numbers: set[str]) -> None:
    found = find_numbers([written(text)], kind, "unknown")

    assert {each.value_normalized for each in found} == numbers


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "Barlow Bank PLC. Authorised by the regulator.\nRegistered office: 1 Mill Place, London E14 5HP\n"
            "Business account\nAshby Robotics Limited\n2 Mill Way\nCrawley\nRH10 9NT\n"
            "Account name          ASHBY ROBOTICS LIMITED",
            "2 Mill Way, Crawley, RH10 9NT",
        ),
        (
            "Sparkasse Ulm\nKontobestätigung\nIsar Funk AG\nVorstand\nRosenstraße 145\n81671 München\n"
            "Kontoinhaber          Isar Funk AG",
            "Rosenstraße 145, 81671 München",
        ),
    ],
)
def test_a_banks_letter_gives_the_address_of_its_customer(text: str, address: str) -> None:
    found = find_addresses([laid_out(text)], "bank_statement", "unknown")

    assert {each.value_normalized for each in found} == {address}
