"""Which date of a document is what: its own, that of its expiry, that of the company's incorporation."""

from datetime import date

import pytest

from domain.extraction.moments import find_moments
from schemas.extraction import DocumentType, ExtractionMethod, Language, PageText

TODAY = date(2026, 1, 15)
Moments = set[tuple[str, str]]


def page(text: str, method: ExtractionMethod = "born_digital_text") -> PageText:
    return PageText(page_index=0, text=text, method=method, width=595, height=842)


def moments(text: str, kind: DocumentType, language: Language) -> Moments:
    return {(found.feature, found.value_normalized) for found in find_moments([page(text)], kind, language, TODAY)}


DOCUMENT, INCORPORATION, EXPIRY = "document_date", "incorporation_date", "expiry_date"

CASES: tuple[tuple[DocumentType, Language, str, Moments], ...] = (
    # Register extracts
    ("register_extract", "nl", "Begindatum: 3 februari 2009\nDatum uittreksel: 05/03/2024",
     {(INCORPORATION, "2009-02-03"), (DOCUMENT, "2024-03-05")}),
    ("register_extract", "nl", "Oprichtingsdatum     17-08-2009\nStatus     Actief sinds 1 januari 2010\n"
    "Brussel, 5 maart 2024",
     {(INCORPORATION, "2009-08-17"), (DOCUMENT, "2024-03-05")}),
    ("register_extract", "nl", "Datum akte van oprichting\n17-08-2009\nDatum eerste inschrijving "
    "handelsregister\n20-08-2009\n"
     "Uittreksel vervaardigd op 05-03-2024 om 10.12 uur.",
     {(INCORPORATION, "2009-08-17"), (DOCUMENT, "2024-03-05")}),
    ("register_extract", "fr", "Extrait Kbis\nÀ JOUR AU 3 février 2023\nDate d'immatriculation : 12/03/2010\nNé "
    "le 4/5/1960",
     {(INCORPORATION, "2010-03-12"), (DOCUMENT, "2023-02-03")}),
    ("register_extract", "fr", "Date de début : 3 février 2009\nNommé le 4 mai 2015\nExtrait délivré le 5 mars 2024",
     {(INCORPORATION, "2009-02-03"), (DOCUMENT, "2024-03-05")}),
    ("register_extract", "de", "Gesellschaftsvertrag vom 03.02.2009\nTag der Eintragung: 10.02.2009\nAbruf vom "
    "05.03.2024 10:11",
     {(INCORPORATION, "2009-02-03"), (DOCUMENT, "2024-03-05")}),
    ("register_extract", "de", "Gründungsdatum: 03.02.2009\nDie Satzung wurde am 4.5.2015 geändert.\nAusdruck "
    "vom 5. März 2024",
     {(INCORPORATION, "2009-02-03"), (DOCUMENT, "2024-03-05")}),
    ("register_extract", "en", "Incorporated on 3 February 2009\nNext accounts due by 30 September 2024\nDate: "
    "5 March 2024",
     {(INCORPORATION, "2009-02-03"), (DOCUMENT, "2024-03-05")}),
    ("register_extract", "en", "Date of incorporation   12/03/2010\nAppointed on 1 May 2012\nDate of birth: 12/1970\n"
     "Extract generated on 2024-03-05 at 10:00",
     {(INCORPORATION, "2010-03-12"), (DOCUMENT, "2024-03-05")}),
    ("register_extract", "fr", "À jour au 11 février 2025\nR.C.S. Nantes - 12/02/2025 - 08:14:37 page 1/1",
     {(DOCUMENT, "2025-02-12")}),
    ("register_extract", "nl", "Dit uittreksel is op 10-08-2025 verstrekt\nOpgericht op 06-03-2023",
     {(DOCUMENT, "2025-08-10"), (INCORPORATION, "2023-03-06")}),
    ("register_extract", "nl", "Datum akte van oprichting 22-10-2021\nStartdatum onderneming 01-11-2021",
     {(INCORPORATION, "2021-10-22")}),
    ("register_extract", "en", "Company snapshot generated 14 May 2025 at 16:02\nLast statement dated 19 January 2025",
     {(DOCUMENT, "2025-05-14")}),
    # Forms that give all labels first
    ("utility_bill", "nl", "Factuurdatum\nFactuurnummer\nUiterste betaaldatum\n08/10/2024\n712 400 518\n28/10/2024\n"
     "Uw btw-nummer\nEAN gas\nAdres\nBE0403170701\n541448860019\nPark 21", {(DOCUMENT, "2024-10-08")}),
    ("bank_statement", "en", "Business current account statement\n1 - 30 April 2025\nACME LIMITED",
     {(DOCUMENT, "2025-04-30")}),
    ("identity_document", "nl", "Geboortedatum 12 MEI 1970\nGeldig van - tot 03.02.2022 - 03.02.2032",
     {(DOCUMENT, "2022-02-03"), (EXPIRY, "2032-02-03")}),
    # Letters
    ("tax_certificate", "fr", "Bruxelles, le 12 mai 2025\nLa présente attestation est valable 6 mois, jusqu'au 12 "
     "novembre 2025.", {(DOCUMENT, "2025-05-12"), (EXPIRY, "2025-11-12")}),
    ("bank_statement", "en", "TO WHOM IT MAY CONCERN Luxembourg, 17 February 2025\nWe confirm the account. This letter "
     "may not be relied upon after 17 May 2025.", {(DOCUMENT, "2025-02-17"), (EXPIRY, "2025-05-17")}),
    ("power_of_attorney", "en", "Authority to act\nGranted 31st August 2025\nTo Gemma Ashcroft\nUntil 5th January 2030",
     {(DOCUMENT, "2025-08-31"), (EXPIRY, "2030-01-05")}),
    ("utility_bill", "fr", "Facture d'eau n° 49536701 du 1er octobre 2025\nIndex relevé le 13 juillet 2025",
     {(DOCUMENT, "2025-10-01")}),
    ("utility_bill", "de", "anbei Ihre Abrechnung vom 14.02.2025.\nFälligkeit\n23.03.2025", {(DOCUMENT, "2025-02-14")}),
    ("annual_accounts", "de", "Jahresabschluss\nIII. Bilanz (Auszug)\nAktiva 31.12.2023\nLautertal, den 27. März 2024",
     {(DOCUMENT, "2024-03-27")}),
    ("articles_of_association", "en", "The Company was incorporated on 26/04/1996 as a private company",
     {(INCORPORATION, "1996-04-26")}),
    # Deeds
    ("articles_of_association", "nl",
     "De vennootschap werd opgericht bij akte verleden voor notaris Peeters te Gent op\nzeventien augustus "
     "tweeduizend "
     "negen, bekendgemaakt in de Bijlagen tot het Belgisch\nStaatsblad van 3 september 2009 onder nummer 123.\n"
     "Gewijzigd bij akte van 4 mei 2015.\nOp heden, 3 februari 2023, verschenen voor mij, notaris,",
     {(INCORPORATION, "2009-08-17"), (DOCUMENT, "2023-02-03")}),
    ("articles_of_association", "nl", "OPRICHTING\nHet jaar tweeduizend negentien, op één maart\nis voor mij "
    "verschenen",
     {(INCORPORATION, "2019-03-01"), (DOCUMENT, "2019-03-01")}),
    ("articles_of_association", "fr",
     "La société a été constituée suivant acte reçu par Maître Dupont, notaire à Liège, le premier mars deux mille "
     "dix-neuf,\npublié aux annexes du Moniteur belge du 10 mars 2019.\nFait à Liège, le 4 avril 2022.",
     {(INCORPORATION, "2019-03-01"), (DOCUMENT, "2022-04-04")}),
    ("articles_of_association", "fr", "ACTE CONSTITUTIF\nL'an deux mille dix-neuf, le premier mars, devant "
    "nous, notaire",
     {(INCORPORATION, "2019-03-01"), (DOCUMENT, "2019-03-01")}),
    ("articles_of_association", "de",
     "Verhandelt zu Berlin am dritten Februar zweitausenddreiundzwanzig\nDie Gesellschaft wurde am 3. März 2021 "
     "gegründet.",
     {(INCORPORATION, "2021-03-03"), (DOCUMENT, "2023-02-03")}),
    ("articles_of_association", "en",
     "THIS DEED is made on the third day of February two thousand and twenty-three.\nThe company was incorporated in "
     "England and Wales on 1 March 2019.",
     {(INCORPORATION, "2019-03-01"), (DOCUMENT, "2023-02-03")}),
    ("articles_of_association", "en", "The deed of incorporation was executed on 1 March 2019 before a notary.",
     {(INCORPORATION, "2019-03-01"), (DOCUMENT, "2019-03-01")}),
    # Certificates
    ("certificate_of_incorporation", "en",
     "hereby certifies that ACME LTD is this day incorporated under the Companies Act 2006\nGiven at Companies "
     "House, "
     "Cardiff, on 3rd February 2019",
     {(INCORPORATION, "2019-02-03"), (DOCUMENT, "2019-02-03")}),
    ("certificate_of_incorporation", "en", "Date of Incorporation: Feb 3, 2019\nIssued on March 1, 2024",
     {(INCORPORATION, "2019-02-03"), (DOCUMENT, "2024-03-01")}),
    ("tax_certificate", "nl", "Opgemaakt te Brussel op 3 februari 2023\nDit attest is geldig tot 3 mei 2023",
     {(DOCUMENT, "2023-02-03"), (EXPIRY, "2023-05-03")}),
    ("tax_certificate", "fr", "Attestation délivrée le 03/02/2023\nValable jusqu'au 03/05/2023",
     {(DOCUMENT, "2023-02-03"), (EXPIRY, "2023-05-03")}),
    ("tax_certificate", "de", "Ausstellungsdatum: 03.02.2023\nGültig bis: 03.05.2023",
     {(DOCUMENT, "2023-02-03"), (EXPIRY, "2023-05-03")}),
    ("tax_certificate", "en", "Issue date: 3 Feb 2023\nValid until: 3 May 2023",
     {(DOCUMENT, "2023-02-03"), (EXPIRY, "2023-05-03")}),
    # Identity documents
    ("identity_document", "en",
     "Date of birth / Date de naissance\n12 MAR 1970\nDate of issue / Date de délivrance   Date of expiry / Date "
     "d'expiration\n03 FEB/FEV 2020   03 FEB/FEV 2030",
     {(DOCUMENT, "2020-02-03"), (EXPIRY, "2030-02-03")}),
    ("identity_document", "nl", "Geldig van - tot / Valable du - au\n03.02.2018 - 03.02.2028",
     {(DOCUMENT, "2018-02-03"), (EXPIRY, "2028-02-03")}),
    ("identity_document", "nl", "Geboren op 12 maart 1970\nDatum van afgifte: 03.02.2018\nGeldig tot: 03.02.2028",
     {(DOCUMENT, "2018-02-03"), (EXPIRY, "2028-02-03")}),
    ("identity_document", "de", "Geburtsdatum 12.03.1970\nGültig bis 03.02.2028\nAusgestellt am 03.02.2018",
     {(DOCUMENT, "2018-02-03"), (EXPIRY, "2028-02-03")}),
    ("identity_document", "en", "P<GBRSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n"
    "1234567897GBR7003121M3002038<<<<<<<<<<<<<<02",
     {(EXPIRY, "2030-02-03")}),
    ("identity_document", "en", "P<GBRSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n"
    "1234567897GBR7003121M3002035<<<<<<<<<<<<<<02",
     set()),
    # Bills and statements
    ("bank_statement", "fr", "Relevé de compte\nPériode du 01/01/2023 au 31/01/2023\n05/01/2023 VIREMENT 12,00",
     {(DOCUMENT, "2023-01-31")}),
    ("bank_statement", "en", "Statement date: 2 February 2023\nPeriod: 1 January 2023 to 31 January 2023\n"
    "05/01/2023 CARD 12.00",
     {(DOCUMENT, "2023-02-02")}),
    ("bank_statement", "de", "Kontoauszug vom 31.01.2023\nBuchungstag Wertstellung\n05.01.2023 05.01.2023 "
    "Lastschrift",
     {(DOCUMENT, "2023-01-31")}),
    ("utility_bill", "nl", "Factuurdatum 03/02/2023\nVervaldatum 20/02/2023\nPeriode van 01/01/2023 tot 31/01/2023",
     {(DOCUMENT, "2023-02-03")}),
    ("utility_bill", "fr", "Facture n° 2023-12 du 3 février 2023\nDate d'échéance : 20 février 2023",
     {(DOCUMENT, "2023-02-03")}),
    ("utility_bill", "de", "Rechnungsdatum\n03.02.2023\nFällig am 20.02.2023\nAbrechnungszeitraum 01.01.2022 - "
    "31.12.2022",
     {(DOCUMENT, "2023-02-03")}),
    ("utility_bill", "en", "Bill date: 3 Feb 2023\nPayment due by 20 Feb 2023\nMeter reading 31 Jan 2023",
     {(DOCUMENT, "2023-02-03")}),
    # Letters and contracts
    ("power_of_attorney", "nl", "Opgemaakt te Brussel op 3 februari 2023\nDeze volmacht is geldig tot 31/12/2025",
     {(DOCUMENT, "2023-02-03"), (EXPIRY, "2025-12-31")}),
    ("power_of_attorney", "en", "Dated this 3rd day of February 2023", {(DOCUMENT, "2023-02-03")}),
    ("lease", "nl", "De huur neemt een aanvang op 1 maart 2023 en eindigt op 28 februari 2032.\nGent, 3 "
    "februari 2023",
     {(DOCUMENT, "2023-02-03")}),
    ("ubo_declaration", "de", "Geboren am 12.03.1970\nBerlin, den 3. März 2021", {(DOCUMENT, "2021-03-03")}),
    ("annual_accounts", "nl", "DATUM 14/03/2024 van de neerlegging van het recentste stuk", set()),
    ("ubo_declaration", "de", "Ort, Datum: München, 14.03.2024", {(DOCUMENT, "2024-03-14")}),
    ("identity_document", "en", "Date of issue 03 FEB 20\nDate of expiry 03 FEB 30",
     {(DOCUMENT, "2020-02-03"), (EXPIRY, "2030-02-03")}),
    ("articles_of_association", "nl", "De statuten werden gewijzigd bij proces-verbaal "
     "opgemaakt door notaris Claes op 4 mei 2015.",
     set()),
    ("bank_statement", "de", "Kontostand am 01.01.2024 1.000,00\nKontostand am 31.01.2024 1.200,00",
     {(DOCUMENT, "2024-01-31")}),
    ("unknown", "nl", "de wet van 18 september 2017 en artikel 10.711", set()),
    ("unknown", "fr", "l'arrêté royal du 30 juillet 2018, 4000 Liège", set()),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "expected"), CASES)
def test_a_date_is_what_the_words_before_it_say(
    kind: DocumentType, language: Language, text: str, expected: Moments
) -> None:
    assert moments(text, kind, language) == expected


def test_a_quote_is_the_date_as_it_is_written() -> None:
    text = "Uittreksel\nOpgericht op drie februari tweeduizend drieëntwintig te Gent"

    (found,) = find_moments([page(text)], "register_extract", "nl", TODAY)

    assert text[found.char_start : found.char_end] == "drie februari tweeduizend drieëntwintig"


@pytest.mark.parametrize(
    ("text", "problem"),
    [("Date: 31/02/2023", "impossible_date"), ("Date: 3 February 2031", "in_the_future"), ("Date: 3 May 2023", None)],
)
def test_a_date_that_cannot_be_says_why(text: str, problem: str | None) -> None:
    (found,) = find_moments([page(text)], "unknown", "en", TODAY)

    assert found.problem == problem


def test_the_signature_on_the_last_page_dates_the_document() -> None:
    pages = [page("Artikel 1. Naam"), page("Opgemaakt te Gent op 3 februari 2023").model_copy(update={"page_index": 1})]

    (found,) = find_moments(pages, "power_of_attorney", "nl", TODAY)

    assert (found.page_index, found.value_normalized) == (1, "2023-02-03")


@pytest.mark.parametrize("unit", ["1", "01/01/2020 ", "een mei ", "opgericht ", "datum\n", "P<", "in het jaar ", " "])
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    found = list(find_moments([page(unit * (200_000 // len(unit)))], "unknown", "nl", TODAY))

    assert len(found) <= 300
