"""Persons, days and issuers as real papers have them: gazettes, licences, tables with broken heads, letters' feet."""

from datetime import date

import pytest

from domain.extraction.document_types import document_type_of
from domain.extraction.moments import find_moments
from schemas.extraction import DocumentType, Language
from tests.domain.extraction.test_companies_and_people import found_in, said_by
from tests.domain.extraction.written_pages import laid_out

_PEOPLE: list[tuple[DocumentType, str, str, list[str]]] = [
    (
        "unknown",
        "director",
        "L'assemblée nomme en qualité d'administrateurs, pour une durée de six ans : Monsieur Jean Delcourt, "
        "domicilié à "
        "4020 Liège, quai Marcellis 3, et Madame Sophie Lambert, domiciliée à 4000 Liège.",
        ["Jean Delcourt", "Sophie Lambert"],
    ),
    (
        "articles_of_association",
        "director",
        "Les comparants ont fixé à deux le nombre d'administrateurs et ont appelé à ces\nfonctions : Monsieur "
        "LACROIX Denis et "
        "Monsieur JADOT Pol, tous prénommés.",
        ["Denis Lacroix", "Pol Jadot"],
    ),
    ("articles_of_association", "director", "BESTUUR\nVOOR ONTLEDEND UITTREKSEL\nWim Van Damme, notaris", []),
    (
        "articles_of_association",
        "director",
        "La société PYRENE, dont le siège social est situé 9 allée de Barcelone, 31000 Toulouse, représentée par son\n"
        "gérant Monsieur Hugo Lacaze,",
        [],
    ),
    (
        "power_of_attorney",
        "director",
        "Die Hafen GmbH, Am Sandtorkai 30, 20457 Hamburg, vertreten durch die alleinvertretungsberechtigte "
        "Geschäftsführerin\n"
        "Nadine Lorenz,",
        ["Nadine Lorenz"],
    ),
    (
        "register_extract",
        "director",
        "Bestuurder\nNaam   Zeegat Holding B.V.\nDatum in functie   12-04-2018",
        ["Zeegat Holding B.V."],
    ),
    ("register_extract", "director", "Nom, Prénom(s)   MARCHAND Elodie\nQualité   Gérant", ["Elodie Marchand"]),
    (
        "unknown",
        "director",
        "Het mandaat van mevrouw Rita Callens als bestuurder is ten einde gekomen en wordt niet verlengd.",
        [],
    ),
    (
        "register_extract",
        "director",
        "Ei   Personalangaben   Funktion\n1   Keller, Ursula, von Wil, in St. Gallen   Mitglied des\nVerwaltungsrates",
        ["Ursula Keller"],
    ),
    (
        "articles_of_association",
        "director",
        "Als bestuurders werden aangesteld: 1/ Ruben Bakker, voornoemd; 2/ Annelies Claes, wonende te Gent.",
        ["Annelies Claes", "Ruben Bakker"],
    ),
    (
        "articles_of_association",
        "director",
        "The following persons are appointed as managers for an unlimited period: Chantal Dupont and Guy Delacroix.",
        ["Chantal Dupont", "Guy Delacroix"],
    ),
    (
        "ubo_declaration",
        "beneficial_owner",
        "1. Tariq Murphy - holds, directly, more than 50% but less than 75% of the shares (60%).",
        ["Tariq Murphy"],
    ),
    (
        "ubo_declaration",
        "beneficial_owner",
        "Name of beneficial   Date of birth   Shareholding %\nowner\nRebecca Lowe   02/02/1984   50\nDean Lowe   "
        "23/11/1981   50",
        ["Dean Lowe", "Rebecca Lowe"],
    ),
    (
        "ubo_declaration",
        "beneficial_owner",
        "No.   Name and surname   Passport No.   % of\nshareholding\n1   Andris Ozols   LV5567123   Elizabetes "
        "iela 10,\nRiga\n74.9   Direct",
        ["Andris Ozols"],
    ),
    (
        "ubo_declaration",
        "beneficial_owner",
        "Les parts sont détenues comme suit : 80 % par Madame Claire Verdier et 20 % par Monsieur Damien Verdier.",
        ["Claire Verdier", "Damien Verdier"],
    ),
    (
        "ubo_declaration",
        "beneficial_owner",
        "Priya Raman   17/02/1979   30%   Indirect, through Raman Family Trust",
        ["Priya Raman"],
    ),
]
_ISSUERS: list[tuple[DocumentType, str, list[str]]] = [
    ("register_extract", "Handelsregister B des Amtsgerichts\nMünchen\nAusdruck", ["Amtsgericht München"]),
    (
        "register_extract",
        "EXTRAIT DES DONNÉES DE LA BANQUE-CARREFOUR\nDES ENTREPRISES",
        ["BANQUE-CARREFOUR DES ENTREPRISES"],
    ),
    ("register_extract", "Malta Business Registry\nCompany Details", ["Malta Business Registry"]),
    ("unknown", "Liste der Gesellschafter\nder Bergmann GmbH\nAmtsgericht Stuttgart, HRB 88120", []),
    (
        "utility_bill",
        "British Gas\nTotal to pay £386.14\nBritish Gas is a trading name of British Gas Trading Limited. "
        "Registered in England",
        ["British Gas"],
    ),
    (
        "utility_bill",
        "enercity AG · Glockseeplatz 1 · 30169 Hannover\nenercity AG · Amtsgericht Hannover HRB 6766",
        ["enercity AG"],
    ),
    ("identity_document", "DRIVING LICENCE   UNITED KINGDOM\n4a. 14.09.2021   4c. DVLA\n4b. 13.09.2031", ["DVLA"]),
    (
        "articles_of_association",
        "Uit een akte verleden voor Meester Wim Van Damme, notaris te Gent",
        ["Meester Wim Van Damme"],
    ),
]
_DAYS: list[tuple[DocumentType, Language, str, dict[str, str]]] = [
    (
        "identity_document",
        "en",
        "4a. 14.09.2021   4c. DVLA\n4b. 13.09.2031",
        {"document_date": "2021-09-14", "expiry_date": "2031-09-13"},
    ),
    ("lease", "en", "Clause 4a. 14.09.2021", {}),
    ("identity_document", "en", "Date of issue\n05 SEP / SEPT 18", {"document_date": "2018-09-05"}),
    (
        "articles_of_association",
        "de",
        "Heute, den dreiundzwanzigsten Juni zweitausendeinundzwanzig - 23.06.2021 - erschien vor mir",
        {"document_date": "2021-06-23"},
    ),
    (
        "unknown",
        "nl",
        "Op negentien januari 2023 is voor mij, mr. Jan Rijn, notaris te Gent, verschenen:",
        {"document_date": "2023-01-19"},
    ),
    (
        "unknown",
        "fr",
        "Extrait du procès-verbal de l'assemblée générale ordinaire du 14 juin 2022 :",
        {"document_date": "2022-06-14"},
    ),
    ("register_extract", "en", "Start date: 1 October 2018", {"incorporation_date": "2018-10-01"}),
    ("lease", "en", "Start date: 1 October 2018", {}),
]


@pytest.mark.parametrize(("kind", "feature", "text", "names"), _PEOPLE)
def test_names_those_who_lead_and_own(kind: DocumentType, feature: str, text: str, names: list[str]) -> None:
    said = said_by(found_in([laid_out(text)], kind)).get(feature, [])

    assert sorted(name.split(" / ")[0] for name in said) == names


@pytest.mark.parametrize(("kind", "text", "issuers"), _ISSUERS)
def test_names_who_issued_it(kind: DocumentType, text: str, issuers: list[str]) -> None:
    assert said_by(found_in([laid_out(text)], kind)).get("issuer", []) == issuers


@pytest.mark.parametrize(("kind", "language", "text", "days"), _DAYS)
def test_says_of_a_day_what_the_paper_does(
    kind: DocumentType, language: Language, text: str, days: dict[str, str]
) -> None:
    found = find_moments([laid_out(text)], kind, language, date(2026, 1, 1))

    assert {item.feature: item.value_normalized for item in found} == days


def test_a_publication_of_a_founding_is_of_the_articles() -> None:
    page = laid_out(
        "Luik B\nNaam (voluit) : Korenbloem\nOnderwerp akte : OPRICHTING\nRechtsvorm : Besloten Vennootschap"
    )

    assert document_type_of([page], "nl") == "articles_of_association"
