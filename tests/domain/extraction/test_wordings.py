"""The wordings and layouts in which documents of each type and language state their numbers and dates: labels beside,
above and in a column of their own, tables, running text, letterheads and feet."""

from datetime import date

import pytest

from domain.extraction.moments import find_moments
from domain.extraction.numbers import find_numbers
from schemas.extraction import DocumentType, Language, PageText

DOCUMENT, INCORPORATION, EXPIRY = "document_date", "incorporation_date", "expiry_date"
REGISTRATION, VAT, IBAN = "registration_number", "vat_number", "iban"
TODAY = date(2026, 1, 15)
Values = set[tuple[str, str]]


def stated(text: str, kind: DocumentType, language: Language) -> Values:
    pages = [PageText(page_index=0, text=text, method="born_digital_text", width=595, height=842)]
    found = [*find_numbers(pages, kind, language), *find_moments(pages, kind, language, TODAY)]
    return {(one.feature, one.value_normalized) for one in found if one.problem is None}


STATED: tuple[tuple[DocumentType, Language, str, Values], ...] = (
    ("register_extract", "nl", "Uittreksel uit het rechtspersonenregister\nDossiernr: 12\nNaam: Acme BV\n"
     "Ondernemingsnummer: 0403.170.701\nDatum oprichting: 17.08.2009\nGegevens geldig op 05.03.2024\n",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "0403170701")}),
    ("register_extract", "nl", "KBO-uittreksel\nOndernemingsnummer\nNaam\nBegindatum\nUittreksel opgevraagd "
     "op\n0403.170.701\nAcme BV\n17 augustus 2009\n5 maart 2024\n",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "0403170701")}),
    ("register_extract", "nl", "KBO-uittreksel\nOndernemingsnummer:\nNaam:\nBegindatum:\nUittreksel opgevraagd "
     "op:\n0403.170.701\nAcme BV\n17 augustus 2009\n5 maart 2024\n",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "0403170701")}),
    ("register_extract", "fr", "Extrait Kbis\nà jour au 3 mars 2024\nImmatriculation au RCS, numéro 552 100 "
     "554 R.C.S. Paris\nDate d'immatriculation 12/03/2010\nDénomination ACME SAS\nCapital social 10 000,00 "
     "Euros\nDurée de la personne morale Jusqu'au 11/03/2109\nDate de clôture de l'exercice social 31 "
     "décembre\nPrésident\nNom DUPONT Jean\nNé(e) le 04/05/1960",
     {(DOCUMENT, "2024-03-03"), (INCORPORATION, "2010-03-12"), (REGISTRATION, "552100554")}),
    ("register_extract", "de", "Handelsregister B des Amtsgerichts Köln\nNummer der Firma: HRB 4711\n"
     "Gesellschaft mit beschränkter Haftung\nGesellschaftsvertrag vom 12.01.2010\nzuletzt geändert am "
     "14.02.2018\nTag der letzten Eintragung: 20.02.2018\nAbruf vom 05.03.2024 09:12\nSeite 1 von 1",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-01-12"), (REGISTRATION, "HRB 4711")}),
    ("register_extract", "de", "Amtlicher Ausdruck\nHRB 4711 Amtsgericht Köln\nErrichtet am 12.01.2010\nStand: "
     "05.03.2024\n", {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-01-12"), (REGISTRATION, "HRB 4711")}),
    ("register_extract", "en", "Company profile\nCompany number 07654321\nIncorporated on 12 March 2010\nLast "
     "accounts made up to 31 December 2022\nNext statement date 11 March 2024\nAccounts next due 30 September "
     "2024\nDownloaded on 5 March 2024",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-03-12"), (REGISTRATION, "07654321")}),
    ("register_extract", "en", "EXTRACT\nRegistration No. 07654321\nRegistered: 12 March 2010\nPrinted: 5 "
     "March 2024", {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-03-12"), (REGISTRATION, "07654321")}),
    ("register_extract", "en", "Date of this document: March 5, 2024\nCompany No 07654321 was incorporated as "
     "a private limited company on 12 March 2010.",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-03-12"), (REGISTRATION, "07654321")}),
    ("register_extract", "nl", "KvK-nummer 12345678\nDatum van oprichting 17-08-2009 (datum registratie: "
     "20-08-2009)\nDit uittreksel is vervaardigd op 05-03-2024 om 10.12 uur",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "12345678")}),
    ("register_extract", "nl", "Kamer van Koophandel - Postbus 48, 3500 AA Utrecht - KvK-nummer 59581883 - "
     "www.kvk.nl\nInschrijvingsnummer 12345678\nRechtsvorm Besloten vennootschap\nAkte van oprichting "
     "17-08-2009\nGedateerd 05-03-2024",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "12345678")}),
    ("articles_of_association", "nl", "Ten jare tweeduizend negentien.\nOp één maart.\nVoor mij, meester Jan "
     "Peeters, notaris te Gent, is verschenen\nom een besloten vennootschap op te richten genaamd Acme",
     {(DOCUMENT, "2019-03-01"), (INCORPORATION, "2019-03-01")}),
    ("articles_of_association", "nl", "Heden, de zeventiende augustus tweeduizend negen, verscheen voor mij, "
     "mr. Jan de Vries, notaris te Utrecht:\nde heer Piet Jansen, geboren te Utrecht op drie mei "
     "negentienhonderd zestig\ndie verklaarde een besloten vennootschap op te richten",
     {(DOCUMENT, "2009-08-17"), (INCORPORATION, "2009-08-17")}),
    ("articles_of_association", "nl", "GECOÖRDINEERDE STATUTEN\nper 3 februari 2023\nAcme BV\n"
     "Ondernemingsnummer 0403.170.701 RPR Gent\nOpgericht bij akte verleden voor notaris Peeters op 17 "
     "augustus 2009\nLaatst gewijzigd bij akte van 3 februari 2023",
     {(DOCUMENT, "2023-02-03"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "0403170701")}),
    ("articles_of_association", "fr", "STATUTS MIS À JOUR AU 3 FÉVRIER 2023\nACME SAS\nImmatriculée au RCS de "
     "Paris sous le n° 552 100 554\nSiège social", {(DOCUMENT, "2023-02-03"), (REGISTRATION, "552100554")}),
    ("articles_of_association", "fr", "STATUTS CONSTITUTIFS\nACME SAS en cours de formation\nLes soussignés\n"
     "Une somme de 1000 euros a été déposée sur le compte FR14 2004 1010 0505 0001 3M02 606 ouvert au nom de "
     "la société\nFait à Paris\nLe 3 février 2023\nEn 2 exemplaires",
     {(DOCUMENT, "2023-02-03"), (INCORPORATION, "2023-02-03"), (IBAN, "FR1420041010050500013M02606")}),
    ("articles_of_association", "de", "Gesellschaftsvertrag der Acme GmbH\nvom 3. Februar 2023\n§ 1 Firma",
     {(DOCUMENT, "2023-02-03"), (INCORPORATION, "2023-02-03")}),
    ("articles_of_association", "de", "UVZ-Nr. 12/2019\nHeute, den 1. März 2019, erschienen vor mir, Notar Dr. "
     "Hans Meier\nwir gründen hiermit eine GmbH", {(DOCUMENT, "2019-03-01"), (INCORPORATION, "2019-03-01")}),
    ("articles_of_association", "en", "ARTICLES OF ASSOCIATION\nof ACME LTD\nCompany number 07654321\n(Adopted "
     "by special resolution passed on 3 February 2023)\nIncorporated on 12 March 2010",
     {(DOCUMENT, "2023-02-03"), (INCORPORATION, "2010-03-12"), (REGISTRATION, "07654321")}),
    ("articles_of_association", "en", "MEMORANDUM OF ASSOCIATION OF ACME LTD\nEach subscriber to this "
     "memorandum wishes to form a company\nName of each subscriber\nDated: 3 February 2023",
     {(DOCUMENT, "2023-02-03"), (INCORPORATION, "2023-02-03")}),
    ("certificate_of_incorporation", "en", "Company No. 07654321\nThe Registrar of Companies for England and "
     "Wales, hereby certifies that ACME LTD is this day incorporated under the Companies Act 2006 as a private "
     "company, that the company is limited by shares, and the situation of its registered office is in England "
     "and Wales.\nGiven at Companies House, Cardiff, on 3rd February 2019.",
     {(DOCUMENT, "2019-02-03"), (INCORPORATION, "2019-02-03"), (REGISTRATION, "07654321")}),
    ("certificate_of_incorporation", "en", "I hereby certify that Acme Limited was on the 3rd day of February "
     "2019 incorporated as a company. Registered number 07654321\nGiven under my hand this 5th day of March "
     "2024", {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2019-02-03"), (REGISTRATION, "07654321")}),
    ("certificate_of_incorporation", "nl", "Hierbij wordt verklaard dat Acme BV, met ondernemingsnummer "
     "0403.170.701, werd opgericht op 17 augustus 2009.\nGedaan te Brussel op 5 maart 2024",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "0403170701")}),
    ("certificate_of_incorporation", "fr", "Nous certifions que la société ACME SRL, inscrite à la BCE sous le "
     "numéro 0403.170.701, a été constituée le 17 août 2009.\nDélivré à Bruxelles, le 5 mars 2024.",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "0403170701")}),
    ("certificate_of_incorporation", "de", "Es wird bescheinigt, dass die Acme GmbH am 17.08.2009 gegründet "
     "und unter HRB 4711 eingetragen wurde.\nKöln, den 05.03.2024",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "HRB 4711")}),
    ("ubo_declaration", "nl", "UBO-verklaring\nOndernemingsnummer 0403.170.701\n1. Jan Peeters, geboren op 1 "
     "mei 1960, 60%\nPlaats en datum: Gent, 5 maart 2024\nHandtekening",
     {(DOCUMENT, "2024-03-05"), (REGISTRATION, "0403170701")}),
    ("ubo_declaration", "nl", "Ondergetekende, Jan Peeters, bestuurder van Acme BV met ondernemingsnummer "
     "0403.170.701, verklaart\nGetekend te Gent op 05/03/2024",
     {(DOCUMENT, "2024-03-05"), (REGISTRATION, "0403170701")}),
    ("ubo_declaration", "fr", "Je soussigné, Jean Dupont, agissant en qualité de gérant de la société ACME SRL "
     "(BCE 0403.170.701), déclare\nFait en deux exemplaires à Liège, le 5 mars 2024",
     {(DOCUMENT, "2024-03-05"), (REGISTRATION, "0403170701")}),
    ("ubo_declaration", "de", "Acme GmbH, vertreten durch den Geschäftsführer Hans Meier, Amtsgericht Köln HRB "
     "4711\nOrt, Datum: Köln, 5. März 2024", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "HRB 4711")}),
    ("ubo_declaration", "en", "Company registration number: 07654321\nBeneficial owner holds 60% via Holding "
     "Ltd (company number 01234567)\nSigned on 5 March 2024", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "07654321")}),
    ("ubo_declaration", "en", "Signature: ______ Date: 5 March 2024\nI, John Smith, director of Acme Ltd "
     "(registered number 07654321), confirm", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "07654321")}),
    ("bank_statement", "nl", "KBC Bank\nRekeningafschrift nr. 3\nDatum afschrift 31/01/2024\nRekening BE68 "
     "5390 0754 7034\nVorig saldo op 31/12/2023 12,00\n05/01/2024 Overschrijving BE71 0961 2345 6769 100,00\n"
     "Nieuw saldo op 31/01/2024 112,00\nKBC Bank NV, Havenlaan 2, 1080 Brussel, BTW BE 0403.170.701, RPR "
     "Brussel", {(DOCUMENT, "2024-01-31"), (IBAN, "BE68539007547034")}),
    ("bank_statement", "nl", "Wij bevestigen dat Acme BV (ondernemingsnummer 0417.497.106) houder is van de "
     "volgende rekeningen:\nBE68 5390 0754 7034\nBE71 0961 2345 6769\nBrussel, 5 maart 2024",
     {(DOCUMENT, "2024-03-05"), (IBAN, "BE68539007547034"), (IBAN, "BE71096123456769"), (REGISTRATION, "0417497106")}),
    ("bank_statement", "fr", "RELEVÉ DE COMPTE\nPériode du 01/01/2024 au 31/01/2024\nIBAN\nBE68 5390 0754 "
     "7034\nTitulaire\nACME SRL\nSolde initial au 01/01/2024 12,00\nSolde final au 31/01/2024 15,00",
     {(DOCUMENT, "2024-01-31"), (IBAN, "BE68539007547034")}),
    ("bank_statement", "de", "Kontoauszug 3/2024 vom 31.01.2024\nKontoinhaber Acme GmbH\nIBAN DE89 3704 0044 "
     "0532 0130 00 BIC COBADEFF\nalter Kontostand vom 31.12.2023 12,00\nneuer Kontostand vom 31.01.2024 15,00",
     {(DOCUMENT, "2024-01-31"), (IBAN, "DE89370400440532013000")}),
    ("bank_statement", "en", "Business Current Account Statement\n1 January 2024 to 31 January 2024\nAccount "
     "name ACME LTD\nIBAN GB29 NWBK 6016 1331 9268 19\nOpening balance 12.00",
     {(DOCUMENT, "2024-01-31"), (IBAN, "GB29NWBK60161331926819")}),
    ("utility_bill", "nl", "Stroomhuis NV\nKade 1\n1000 Brussel\nBTW BE 0403.170.701\nAcme BV\nKerkstraat 12\n"
     "9000 Gent\nFactuur nr. 123 van 5 maart 2024\nVervaldag: 20/03/2024\nKlantnummer 4111",
     {(DOCUMENT, "2024-03-05")}),
    ("utility_bill", "fr", "Facture du 05/03/2024\nN° de facture 123\nPériode de consommation du 01/01/2024 au "
     "28/02/2024\nProchaine facture vers le 05/05/2024\nPrélèvement le 20/03/2024", {(DOCUMENT, "2024-03-05")}),
    ("utility_bill", "de", "Rechnungsdatum 05.03.2024 Fällig am 19.03.2024\nVerbrauch 01.01.2024 - 28.02.2024\n"
     "Vertragsbeginn 01.01.2020", {(DOCUMENT, "2024-03-05")}),
    ("utility_bill", "en", "Bill date: 5 March 2024\nBilling period: 1 Jan 2024 - 28 Feb 2024\nPayment due 19 "
     "March 2024\nYour next bill is due around 5 June 2024", {(DOCUMENT, "2024-03-05")}),
    ("tax_certificate", "nl", "Attest\nBTW-nummer BE 0403.170.701\nDatum van afgifte: 05/03/2024\n"
     "Geldigheidsduur: tot 05/09/2024", {(DOCUMENT, "2024-03-05"), (EXPIRY, "2024-09-05"), (VAT, "BE0403170701")}),
    ("tax_certificate", "fr", "La présente attestation, délivrée le 05/03/2024, est valable jusqu'au "
     "05/09/2024 inclus.\nN° TVA FR40303265045",
     {(DOCUMENT, "2024-03-05"), (EXPIRY, "2024-09-05"), (VAT, "FR40303265045")}),
    ("tax_certificate", "de", "Köln, 05.03.2024\nUSt-IdNr. DE136695976\nDiese Bescheinigung verliert ihre "
     "Gültigkeit am 05.09.2024", {(DOCUMENT, "2024-03-05"), (EXPIRY, "2024-09-05"), (VAT, "DE136695976")}),
    ("tax_certificate", "en", "This certificate is valid from 5 March 2024 to 5 September 2024\nVAT "
     "registration number GB 980 7806 84\nDate of issue 5 March 2024",
     {(DOCUMENT, "2024-03-05"), (EXPIRY, "2024-09-05"), (VAT, "GB980780684")}),
    ("power_of_attorney", "fr", "Fait à Paris le 5 mars 2024.\nLa présente procuration prend fin le 5 mars 2025",
     {(DOCUMENT, "2024-03-05"), (EXPIRY, "2025-03-05")}),
    ("power_of_attorney", "nl", "Deze volmacht vervalt op 5 maart 2025.\nOpgemaakt te Gent, op 5 maart 2024",
     {(DOCUMENT, "2024-03-05"), (EXPIRY, "2025-03-05")}),
    ("power_of_attorney", "en", "This Power of Attorney shall remain in force until 5 March 2025 unless "
     "revoked.\nIN WITNESS WHEREOF this deed was signed on 5 March 2024",
     {(DOCUMENT, "2024-03-05"), (EXPIRY, "2025-03-05")}),
    ("annual_accounts", "en", "Company registered number 07654321\nFor the year ended 31 December 2023\nThese "
     "financial statements were approved by the Board of Directors on 5 March 2024 and signed on its behalf by:",
     {(DOCUMENT, "2024-03-05"), (REGISTRATION, "07654321")}),
    ("annual_accounts", "nl", "Ondernemingsnummer BE 0403.170.701\nDATUM 17/08/2009 van de neerlegging van het "
     "recentste stuk\nJAARREKENING goedgekeurd door de algemene vergadering van 05/03/2024\nboekjaar van "
     "01/01/2023 tot 31/12/2023", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "0403170701")}),
    ("annual_accounts", "fr", "COMPTES ANNUELS\nNuméro d'entreprise 0403.170.701\nApprouvés par l'assemblée "
     "générale du 5 mars 2024\nExercice du 01/01/2023 au 31/12/2023",
     {(DOCUMENT, "2024-03-05"), (REGISTRATION, "0403170701")}),
    ("annual_accounts", "de", "Jahresabschluss zum 31. Dezember 2023\nHRB 4711\nKöln, den 5. März 2024\nHans "
     "Meier, Geschäftsführer", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "HRB 4711")}),
    ("lease", "nl", "Aldus opgemaakt te Gent op 5 maart 2024 in twee exemplaren\nDe huur gaat in op 1 april "
     "2024 en eindigt op 31 maart 2033", {(DOCUMENT, "2024-03-05")}),
    ("identity_document", "nl", "Datum van afgifte/Date of issue\n05 MRT/MAR 2024\nGeldig tot/Date of expiry\n"
     "05 MRT/MAR 2034", {(DOCUMENT, "2024-03-05"), (EXPIRY, "2034-03-05")}),
    ("identity_document", "de", "Ausstellungsdatum/Date of issue 05.03.2024\nGültig bis/Date of expiry "
     "04.03.2034\nGeburtstag 01.02.1980", {(DOCUMENT, "2024-03-05"), (EXPIRY, "2034-03-04")}),
    ("register_extract", "fr", "Dénomination SIREN Date de création\nACME SAS 552 100 554 12/03/2010\nExtrait "
     "délivré le 5 mars 2024",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-03-12"), (REGISTRATION, "552100554")}),
    ("register_extract", "en", "Company Company number Incorporated on\nAcme Ltd 07654321 12 March 2010\n"
     "Extract date 5 March 2024",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-03-12"), (REGISTRATION, "07654321")}),
    ("ubo_declaration", "nl", "Naam KvK-nummer Rechtsvorm\nAcme B.V. 12345678 BV\nDatum: 05-03-2024",
     {(DOCUMENT, "2024-03-05"), (REGISTRATION, "12345678")}),
    ("register_extract", "nl", "Ondernemingsnummer 0403.170.701 BTW-nummer BE0403170701 Oprichtingsdatum "
     "17/08/2009 Datum uittreksel 05/03/2024",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "0403170701"), (VAT, "BE0403170701")}),
    ("register_extract", "fr", "N° d'entreprise (BCE)\n0403.170.701\nAssujetti TVA\nBE 0403.170.701\n"
     "Constitution\n17 août 2009\nÉdité le 05/03/2024 à 10:12",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2009-08-17"), (REGISTRATION, "0403170701"), (VAT, "BE0403170701")}),
    ("register_extract", "fr", "RCS Luxembourg: B123456\nDate d'immatriculation: 12/03/2010\nLuxembourg, le "
     "05/03/2024", {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-03-12"), (REGISTRATION, "B123456")}),
    ("register_extract", "de", "Registergericht: Köln\nRegisternummer: HRB 4711\nUSt-ID: DE136695976\n"
     "Gründung: 12.01.2010\nDatum: 05.03.2024",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-01-12"), (REGISTRATION, "HRB 4711"), (VAT, "DE136695976")}),
    ("register_extract", "de", "Tag der ersten Eintragung: 12.01.2010\nTag der letzten Eintragung: 20.02.2018\n"
     "HRB 4711\nAbruf am 05.03.2024",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-01-12"), (REGISTRATION, "HRB 4711")}),
    ("certificate_of_incorporation", "en", "CERTIFICATE OF INCORPORATION\nNumber: 07654321\nACME LTD\nDate of "
     "registration: 12 March 2010\nThis certificate was issued on 5 March 2024 by the Registrar",
     {(DOCUMENT, "2024-03-05"), (INCORPORATION, "2010-03-12"), (REGISTRATION, "07654321")}),
    ("annual_accounts", "en", "Registered number: 07654321\nSubsidiaries\nSub Ltd (company number 01234567)\n"
     "Signed on behalf of the board on 5 March 2024", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "07654321")}),
    ("annual_accounts", "nl", "Jaarrekening 2023\nKvK 12345678\nVastgesteld in de algemene vergadering van 5 "
     "maart 2024\nDeelnemingen: Dochter B.V. (KvK 87654321)", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "12345678")}),
    ("annual_accounts", "fr", "SIREN 552 100 554\nClôture : 31/12/2023\nDate de dépôt 05/03/2024 Commissaire "
     "aux comptes Audit SA 403 170 701", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "552100554")}),
    ("annual_accounts", "de", "HRB 4711\nBilanz zum 31.12.2023\nFestgestellt in der Gesellschafterversammlung "
     "vom 05.03.2024", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "HRB 4711")}),
    ("utility_bill", "en", "Invoice 12345 dated 5 March 2024\nAccount 22739632\nVAT no GB 980 7806 84\nPower "
     "Ltd, registered in England 01234567", {(DOCUMENT, "2024-03-05")}),
    ("utility_bill", "nl", "Datum 05/03/2024\nMeterstand op 01/03/2024 12345\nTe betalen tegen 20/03/2024\n"
     "Klant\nAcme BV\nOndernemingsnummer 0417.497.106\nLeverancier Stroom NV 0403.170.701",
     {(DOCUMENT, "2024-03-05"), (REGISTRATION, "0417497106")}),
    ("bank_statement", "de", "Frankfurt, den 5. März 2024\nBestätigung\nHiermit bestätigen wir, dass die Acme "
     "GmbH (HRB 4711) Inhaberin des Kontos IBAN DE89 3704 0044 0532 0130 00 ist.\nBank AG - HRB 30000 - "
     "USt-IdNr. DE136695976",
     {(DOCUMENT, "2024-03-05"), (IBAN, "DE89370400440532013000"), (REGISTRATION, "HRB 4711")}),
    ("bank_statement", "en", "Statement date\n5 March 2024\nStatement period 1 Feb 2024 - 29 Feb 2024\nIBAN: "
     "GB29NWBK60161331926819\n03 Feb Payment from X GB60 BARC 2000 0055 7799 11 12.00",
     {(DOCUMENT, "2024-03-05"), (IBAN, "GB29NWBK60161331926819")}),
    ("bank_statement", "fr", "Relevé n° 3 du 31/01/2024\nCompte : BE68 5390 0754 7034\nVirement reçu de BE71 "
     "0961 2345 6769 +10,00", {(DOCUMENT, "2024-01-31"), (IBAN, "BE68539007547034")}),
    ("tax_certificate", "fr", "Attestation délivrée à Bruxelles le 5 mars 2024\nN° de TVA : BE 0403.170.701\n"
     "N° BCE : 0403.170.701\nValable 6 mois",
     {(DOCUMENT, "2024-03-05"), (REGISTRATION, "0403170701"), (VAT, "BE0403170701")}),
    ("tax_certificate", "nl", "Btw-identificatienummer NL004495445B01\nDagtekening 5 maart 2024\nRSIN 4495445",
     {(DOCUMENT, "2024-03-05"), (VAT, "NL004495445B01")}),
    ("tax_certificate", "en", "Effective date of registration: 1 April 2015\nDate of issue: 5 March 2024\n"
     "Registration number: 980 7806 84\n", {(DOCUMENT, "2024-03-05")}),
    ("power_of_attorney", "nl", "De volmachtgever: Acme BV, met ondernemingsnummer 0403.170.701\nDe "
     "volmachthouder: Advies NV, ondernemingsnummer 0417.497.106\nGent, 5 maart 2024",
     {(DOCUMENT, "2024-03-05"), (REGISTRATION, "0403170701")}),
    ("power_of_attorney", "fr", "La société ACME SRL, BCE 0403.170.701, représentée par Jean Dupont, donne "
     "procuration à Me X\nFait à Liège, le 5 mars 2024\nValable jusqu'au 31 décembre 2025",
     {(DOCUMENT, "2024-03-05"), (EXPIRY, "2025-12-31"), (REGISTRATION, "0403170701")}),
    ("articles_of_association", "nl", "Blad 1 van 5\nVandaag, zeventien augustus tweeduizend en negen, is voor "
     "mij verschenen, notaris Jan Peeters:\nstatuten", {(DOCUMENT, "2009-08-17")}),
    ("articles_of_association", "fr", "Acte du 17 août 2009\nEntre les soussignés il est constitué une société "
     "à responsabilité limitée", {(DOCUMENT, "2009-08-17"), (INCORPORATION, "2009-08-17")}),
    ("articles_of_association", "de", "Gründungsurkunde vom 12. Januar 2010\nNotar Dr. Hans Meier",
     {(DOCUMENT, "2010-01-12"), (INCORPORATION, "2010-01-12")}),
    ("articles_of_association", "en", "THE COMPANIES ACT 2006\nARTICLES OF ASSOCIATION OF ACME LTD\n(as "
     "adopted on 5 March 2024)\nCompany number 07654321", {(DOCUMENT, "2024-03-05"), (REGISTRATION, "07654321")}),
    ("identity_document", "fr", "Délivré le / Date of issue\n05/03/2024\nExpire le / Date of expiry\n"
     "04/03/2034\nNé le 01/02/1980", {(DOCUMENT, "2024-03-05"), (EXPIRY, "2034-03-04")}),
    ("identity_document", "nl", "Datum afgifte 05 03 2024 Geldig tot 04 03 2034 Geboortedatum 01 02 1980",
     {(DOCUMENT, "2024-03-05"), (EXPIRY, "2034-03-04")}),
    ("identity_document", "en", "Date of birth Date of issue Date of expiry\n01 FEB 1980 05 MAR 2024 04 MAR "
     "2034", {(DOCUMENT, "2024-03-05"), (EXPIRY, "2034-03-04")}),
    ("tax_certificate", "nl", "Kerkstraat 12 Datum 05/03/2024\n9000 Gent", {(DOCUMENT, "2024-03-05")}),
    ("tax_certificate", "nl", "Acme BV Datum: 05/03/2024\n9000 Gent", {(DOCUMENT, "2024-03-05")}),
    ("tax_certificate", "nl", "Uw kenmerk Ons kenmerk Datum\nABC X-Y 5 maart 2024\nGeachte",
     {(DOCUMENT, "2024-03-05")}),
    ("register_extract", "nl", "Datum en tijd: 05-03-2024 10:12", {(DOCUMENT, "2024-03-05")}),
    ("register_extract", "en", "Date (dd/mm/yyyy): 05/03/2024", {(DOCUMENT, "2024-03-05")}),
    ("power_of_attorney", "en", "Executed as a deed this 5th day of March 2024", {(DOCUMENT, "2024-03-05")}),
    ("power_of_attorney", "en", "IN WITNESS WHEREOF the parties have signed this 5th day of March 2024",
     {(DOCUMENT, "2024-03-05")}),
    ("bank_statement", "nl", "Datum Omschrijving Bedrag\n05/03/2024 Overschrijving 12,00\nNieuw saldo op "
     "31/03/2024 10,00", {(DOCUMENT, "2024-03-31")}),
    ("bank_statement", "en", "Date Details Amount\n05 Mar 2024 Payment 12.00\nPeriod 1 March 2024 to 31 March "
     "2024", {(DOCUMENT, "2024-03-31")}),
    ("ubo_declaration", "de", "Ort / Datum: Köln, 5. März 2024", {(DOCUMENT, "2024-03-05")}),
    ("ubo_declaration", "fr", "Date et signature : 5 mars 2024", {(DOCUMENT, "2024-03-05")}),
    ("ubo_declaration", "en", "Signature / Date\nJ. Smith 5 March 2024", {(DOCUMENT, "2024-03-05")}),
    ("register_extract", "en", "Born 1 May 1960\nDirector since 2 May 2012\nJohn Smith, appointed 3 May 2013", set()),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "expected"), STATED)
def test_numbers_and_dates_are_found_however_they_are_stated(
    kind: DocumentType, language: Language, text: str, expected: Values
) -> None:
    assert stated(text, kind, language) == expected


@pytest.mark.parametrize(
    "signed", ["Getekend voor akkoord,\nJan Peeters\n5 maart 2024", "Gent, 5 maart 2024 Jan Peeters"]
)
def test_a_document_is_dated_where_it_is_signed_however_far_down(signed: str) -> None:
    text = "De vennootschap verklaart wat volgt over haar uiteindelijke begunstigden\n" * 20 + signed

    assert stated(text, "ubo_declaration", "nl") == {(DOCUMENT, "2024-03-05")}
