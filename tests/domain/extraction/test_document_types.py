"""What kind of document it is, and in which language."""

import pytest

from domain.extraction.document_types import document_type_of
from domain.extraction.languages import language_of
from schemas.extraction import DocumentType, Language, PageText


def page(text: str) -> PageText:
    return PageText(page_index=0, text=text, method="born_digital_text", width=595, height=842)


CASES: tuple[tuple[DocumentType, Language, str], ...] = (
    (
        "register_extract",
        "nl",
        "Kruispuntbank van Ondernemingen\nGegevens van de geregistreerde entiteit\nOndernemingsnummer: "
        "0403.170.701\nStatus: Actief\nRechtstoestand: Normale toestand\nBegindatum: 3 februari 2009\nNaam: "
        "Acme\nAantal vestigingseenheden 1",
    ),
    (
        "register_extract",
        "fr",
        "Greffe du Tribunal de Commerce de Paris\nExtrait Kbis\nEXTRAIT D'IMMATRICULATION PRINCIPALE AU "
        "REGISTRE DU COMMERCE ET DES SOCIETES\nà jour au 3 février 2023\nIDENTIFICATION DE LA PERSONNE MORALE\n"
        "Dénomination ACME SAS",
    ),
    (
        "register_extract",
        "de",
        "Handelsregister B des Amtsgerichts München\nAbruf vom 3.2.2023\nNummer der Firma: HRB 98765\n1. Anzahl "
        "der bisherigen Eintragungen: 3\nFirma: Acme GmbH\nSitz: München",
    ),
    (
        "register_extract",
        "nl",
        "Uittreksel Handelsregister Kamer van Koophandel\nKvK-nummer 12345678\nRechtspersoon\nRSIN 123456789\n"
        "Rechtsvorm Besloten Vennootschap",
    ),
    (
        "register_extract",
        "en",
        "Companies House\nCompany profile\nCompany number 12345678\nCompany status Active\nCompany type Private "
        "limited Company\nIncorporated on 3 February 2019\nNature of business (SIC) 62020",
    ),
    (
        "certificate_of_incorporation",
        "en",
        "CERTIFICATE OF INCORPORATION\nOF A PRIVATE LIMITED COMPANY\nCompany Number 12345678\nThe Registrar of "
        "Companies for England and Wales, hereby certifies that ACME LTD is this day incorporated under the "
        "Companies Act 2006",
    ),
    (
        "articles_of_association",
        "nl",
        "OPRICHTING BESLOTEN VENNOOTSCHAP\nHet jaar tweeduizend negen op zeventien augustus\nVoor mij, notaris "
        "Jan Peeters te Gent, zijn verschenen\nARTIKEL 1. Naam\nDe vennootschap heeft de rechtsvorm",
    ),
    (
        "articles_of_association",
        "fr",
        "STATUTS\nACME SRL\nArticle 1 - Forme\nLa société est une société à responsabilité limitée\nArticle 2 - "
        "Objet social",
    ),
    (
        "articles_of_association",
        "de",
        "Gesellschaftsvertrag der Acme GmbH\n§ 1 Firma und Sitz\nDie Firma der Gesellschaft lautet\n§ 2 "
        "Gegenstand des Unternehmens",
    ),
    (
        "articles_of_association",
        "en",
        "THE COMPANIES ACT 2006\nPRIVATE COMPANY LIMITED BY SHARES\nARTICLES OF ASSOCIATION\nof ACME LTD\n"
        "(incorporated on 3 Feb 2019)",
    ),
    (
        "ubo_declaration",
        "nl",
        "Verklaring uiteindelijke begunstigden\nOndergetekende verklaart dat de volgende personen\nJan Peeters 60 %",
    ),
    ("ubo_declaration", "fr", "DÉCLARATION DES BÉNÉFICIAIRES EFFECTIFS\nSociété : Acme"),
    ("ubo_declaration", "de", "Erklärung zum wirtschaftlich Berechtigten\nFirma Acme GmbH\nnach dem Geldwäschegesetz"),
    (
        "ubo_declaration",
        "en",
        "Declaration of Beneficial Ownership\nCompany: Acme Ltd\nName of beneficial owner: John Smith 60%",
    ),
    (
        "identity_document",
        "en",
        "UNITED KINGDOM OF GREAT BRITAIN\nPASSPORT\nSurname SMITH\nGiven names JOHN\nDate of birth 12 MAR 1970\n"
        "P<GBRSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<\n",
    ),
    (
        "identity_document",
        "nl",
        "BELGIË BELGIQUE BELGIEN BELGIUM\nIDENTITEITSKAART CARTE D'IDENTITE PERSONALAUSWEIS IDENTITY CARD\nNaam "
        "/ Name Peeters\nGeldig tot",
    ),
    (
        "utility_bill",
        "nl",
        "Engie\nFactuur\nFactuurnummer 1234\nFactuurdatum 3/2/2023\nKlant Acme BV\nElektriciteit verbruik 1234 "
        "kWh\nMeterstand 123\nTe betalen 123,00 incl. btw\nEAN-code 5414",
    ),
    (
        "utility_bill",
        "fr",
        "EDF\nFacture d'électricité\nDate de facture 3/2/2023\nConsommation 123 kWh\nPoint de livraison",
    ),
    ("utility_bill", "de", "Stadtwerke München\nStromrechnung\nRechnungsnummer 123\nZählerstand 123 kWh"),
    (
        "utility_bill",
        "en",
        "British Gas\nYour electricity bill\nBill date 3 Feb 2023\nMeter reading 1234\nStanding charge",
    ),
    (
        "utility_bill",
        "en",
        "Thames Water\nInvoice number 12\nInvoice date 3 Feb 2023\nSupply address\nMeter number 1233 water "
        "supply\nAmount due",
    ),
    ("bank_statement", "nl", "KBC Bank\nRekeningafschrift\nIBAN BE68\nVorig saldo 12,00\nNieuw saldo"),
    ("bank_statement", "fr", "RELEVÉ D'IDENTITÉ BANCAIRE\nTitulaire du compte ACME\nCode banque Code guichet"),
    ("bank_statement", "de", "Kontoauszug Nr. 2\nKontoinhaber Acme\nAlter Kontostand"),
    ("bank_statement", "en", "Barclays\nStatement of account\nSort code 20-00-00 Account number 123\nOpening balance"),
    (
        "bank_statement",
        "en",
        "To whom it may concern\nWe confirm that Acme Ltd holds an account with us\nAccount holder: Acme\nIBAN: "
        "GB29\nBank confirmation letter",
    ),
    (
        "annual_accounts",
        "nl",
        "JAARREKENING EN ANDERE OVEREENKOMSTIG HET WETBOEK\nNeergelegd\nVaste activa 123\nEigen vermogen",
    ),
    (
        "annual_accounts",
        "en",
        "ACME LTD\nUnaudited financial statements for the year ended 31 December 2022\nFixed assets\nCurrent assets",
    ),
    ("annual_accounts", "de", "Jahresabschluss zum 31.12.2022\nBilanz\nAnlagevermogen"),
    ("power_of_attorney", "nl", "VOLMACHT\nOndergetekende Acme BV, volmachtgever, geeft hierbij volmacht aan"),
    ("power_of_attorney", "fr", "PROCURATION\nJe soussigné, mandant"),
    ("power_of_attorney", "en", "POWER OF ATTORNEY\nAcme Ltd hereby appoints John Smith as its attorney"),
    ("tax_certificate", "nl", "Federale Overheidsdienst Financiën\nAttest fiscale schulden\nOndernemingsnummer"),
    ("tax_certificate", "de", "Finanzamt München\nBescheinigung in Steuersachen\nSteuernummer 123"),
    ("tax_certificate", "en", "HM Revenue & Customs\nCertificate of Residence\nWe certify that Acme is tax resident"),
    ("tax_certificate", "fr", "ATTESTATION DE RÉGULARITÉ FISCALE\nDirection générale des finances publiques"),
    ("lease", "nl", "HUUROVEREENKOMST\nTussen Verhuurder: en Huurder:\nHuurprijs"),
    ("lease", "fr", "BAIL COMMERCIAL\nEntre le bailleur et le preneur\nloyer"),
    ("lease", "de", "Gewerbemietvertrag\nVermieter Mieter"),
    ("lease", "en", "COMMERCIAL LEASE AGREEMENT\nLandlord: X Tenant: Y\nMonthly rent"),
    ("invoice", "nl", "FACTUUR\nFactuurnummer 2023-12\nTotaal excl. btw\nOmschrijving consulting"),
    ("invoice", "fr", "FACTURE N° 12\nTotal HT 100\nTotal TTC"),
    ("invoice", "de", "Rechnung\nRechnungsnummer 12\nNettobetrag MwSt"),
    ("invoice", "en", "INVOICE\nInvoice number 12\nVAT amount\nTotal due"),
    ("unknown", "unknown", ""),
    ("unknown", "en", "Hello this is a letter with the best wishes of the company and nothing more"),
    ("unknown", "unknown", "12345"),
)


@pytest.mark.parametrize(("kind", "language", "text"), CASES)
def test_titles_and_words_say_what_a_document_is(kind: DocumentType, language: Language, text: str) -> None:
    assert document_type_of([page(text)], language) == kind


@pytest.mark.parametrize(("kind", "language", "text"), CASES)
def test_a_document_is_in_the_language_of_its_words(kind: DocumentType, language: Language, text: str) -> None:
    assert language_of([page(text)]) == language


def test_a_title_is_read_though_an_ocr_lost_its_spaces() -> None:
    assert (
        document_type_of([page("CERTIFICATEOFINCORPORATION\nCompany No. 1234")], "en") == "certificate_of_incorporation"
    )


def test_a_document_without_pages_is_unknown() -> None:
    assert (document_type_of([], "unknown"), language_of([])) == ("unknown", "unknown")


@pytest.mark.parametrize("unit", ["a", "<", "factuur ", "\n", "p<abc", "\u0130"])
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = page(unit * (200_000 // len(unit)))

    assert document_type_of([text], language_of([text])) in ("invoice", "unknown", "identity_document")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("lease", "1. Nachtrag zum Mietvertrag\nVermieter: Anna Huber\nMieter: Korenbloem GmbH"),
        ("lease", "2. Mietvertrag\nVermieter: Anna Huber\nMieter: Korenbloem GmbH\n1. Mietsache\n2. Miete"),
        ("lease", "1. BAIL COMMERCIAL\nBailleur : Anna Huber\nPreneur : Korenbloem SRL"),
        ("register_extract", "1) Uittreksel Kamer van Koophandel\nKorenbloem B.V."),
        ("unknown", "Bijlagen\n1) Uittreksel Kamer van Koophandel\nbijgevoegd\n2) Kopie van de pas\nvolgt"),
        ("unknown", "Bijlagen\n1. Kopie van de pas\n1) voorkant\n2. Uittreksel Kamer van Koophandel\nvolgt"),
    ],
)
def test_a_title_with_a_number_is_one_unless_the_lines_are_numbered_in_their_order(
    kind: DocumentType, text: str
) -> None:
    assert document_type_of([page(text)], "unknown") == kind


def test_a_certificate_of_a_company_may_say_that_it_is_registered_for_a_tax() -> None:
    certificate = "CERTIFICATE OF INCORPORATION\nWe certify that KORNBLUM LTD is this day incorporated.\n"
    assert document_type_of([page(certificate)], "en") == "certificate_of_incorporation"
    taxed = page(certificate + "The company is registered for VAT.\n")
    assert document_type_of([taxed], "en") == "certificate_of_incorporation"


def test_a_certificate_of_registration_for_a_tax_is_a_tax_certificate() -> None:
    text = "CERTIFICATE OF REGISTRATION\nKornblum Ltd is registered for VAT under the Value Added Tax Act 1994"
    assert document_type_of([page(text)], "en") == "tax_certificate"
