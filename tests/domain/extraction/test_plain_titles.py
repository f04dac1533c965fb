"""Documents whose title says only what sort of paper they are, or says two things."""

import pytest

from domain.extraction.document_types import document_type_of
from schemas.extraction import DocumentType, PageText


def page(text: str) -> PageText:
    return PageText(page_index=0, text=text, method="born_digital_text", width=595, height=842)


PLAIN_TITLES: tuple[tuple[DocumentType, str], ...] = (
    ("register_extract", "KRUISPUNTBANK VAN ONDERNEMINGEN\nPublieke gegevens\nOndernemingsnummer 0403.170.701\n"
     "Status Actief\nNaam Acme"),
    ("register_extract", "KVK\nUittreksel\nKvK-nummer 12345678\nRechtsvorm BV\nStatutaire naam Acme B.V.\n"
     "Bestuurder Jan"),
    ("register_extract", "BCE\nExtrait des données de l'entreprise\nNuméro d'entreprise 0403.170.701\n"
     "Situation juridique: normale\nFonctions Administrateur"),
    ("register_extract", "Infogreffe\nExtrait du Registre National du Commerce et des Sociétés\nSIREN "
     "552100554\nDénomination ACME\nForme juridique SAS\nPrésident"),
    ("register_extract", "Amtsgericht Köln\nAusdruck\nAbteilung B HRB 4711\nFirma Acme GmbH\nSitz Köln\n"
     "Gegenstand\nStammkapital 25.000\nGeschäftsführer"),
    ("register_extract", "Commercial Register\nExtract\nCompany name Acme\nRegistration number\nLegal form\n"
     "Directors"),
    ("register_extract", "Companies House\nCompany information\nCompany number 123\nRegistered office address\n"
     "Company status Active\nDirectors"),
    ("articles_of_association", "Repertorium 2019/12\nOPRICHTING\nACME\nBesloten vennootschap\nHet jaar "
     "tweeduizend negentien\nvoor mij notaris\nStatuten\nArtikel 1"),
    ("articles_of_association", "AKTE VAN OPRICHTING BESLOTEN VENNOOTSCHAP MET BEPERKTE AANSPRAKELIJKHEID\n"
     "Heden verscheen voor mij, notaris\nStatuten\nBegripsbepalingen"),
    ("articles_of_association", "Répertoire n° 123\nSociété à responsabilité limitée ACME\nCONSTITUTION\nL'an "
     "deux mille dix-neuf\nDevant nous, notaire\nArticle 1 Dénomination"),
    ("articles_of_association", "Urkundenrolle Nr. 12/2019\nVerhandelt zu Köln\nErschienen\n"
     "Gesellschaftsvertrag\n§ 1 Firma, Sitz\n§ 2 Gegenstand"),
    ("articles_of_association", "Urkunde über die Gründung der Acme GmbH\nVor mir, dem Notar\n§ 1 Firma\n§ 2 "
     "Gegenstand des Unternehmens\nStammkapital"),
    ("articles_of_association", "Company Constitution\nAcme Ltd\n1. Name\n2. Registered office\n3. Objects\n4. "
     "Liability of members"),
    ("certificate_of_incorporation", "Certificate of Registration\nWe certify that Acme Ltd was registered as "
     "a company on 1 May 2019"),
    ("certificate_of_incorporation", "Attest\nWij verklaren dat Acme BV werd opgericht op 17 augustus 2009 en "
     "is ingeschreven onder nummer 0403.170.701"),
    ("certificate_of_incorporation", "Oprichtingsattest\nHierbij wordt bevestigd dat Acme BV is opgericht"),
    ("certificate_of_incorporation", "Certificat d'immatriculation au RCS\nLe greffier certifie que la société "
     "ACME a été immatriculée"),
    ("certificate_of_incorporation", "Attestation de constitution de société\nIl est certifié que ACME SRL a "
     "été constituée"),
    ("certificate_of_incorporation", "Bescheinigung über die Gründung einer Gesellschaft\nEs wird bescheinigt, "
     "dass die Acme GmbH gegründet wurde"),
    ("certificate_of_incorporation", "Handelsregister Amtsgericht Köln\nEintragungsbescheinigung\nDie Acme "
     "GmbH wurde unter HRB 4711 eingetragen"),
    ("ubo_declaration", "Verklaring omtrent de uiteindelijke begunstigden\nNaam Jan 60%"),
    ("ubo_declaration", "UBO-register\nUittreksel\nUiteindelijke begunstigden van Acme BV"),
    ("ubo_declaration", "Attestation relative aux bénéficiaires effectifs\nJe soussigné"),
    ("ubo_declaration", "Registre UBO - Extrait\nACME SRL\nBénéficiaires effectifs"),
    ("ubo_declaration", "Auskunft zu den wirtschaftlich Berechtigten gemäß GwG\nAcme GmbH"),
    ("ubo_declaration", "Statement of ultimate beneficial ownership\nAcme Ltd"),
    ("ubo_declaration", "UBO Declaration Form\nCompany Acme Ltd\nshareholding 60%"),
    ("bank_statement", "ING\nAfschrift Zakelijke Rekening\nRekeningnummer NL\nDatum Naam Bedrag Af Bij"),
    ("bank_statement", "Bankbevestiging\nWij bevestigen dat Acme BV bij ons een rekening aanhoudt met IBAN BE68"),
    ("bank_statement", "Extrait de compte n° 12\nTitulaire ACME\nIBAN BE68"),
    ("bank_statement", "Attestation de compte bancaire\nNous attestons que ACME est titulaire du compte IBAN"),
    ("bank_statement", "Umsatzübersicht\nKonto DE89\nKontoinhaber Acme GmbH\nBuchungstag Betrag\nSaldo"),
    ("bank_statement", "Bestätigung über das Bestehen eines Kontos\nKontoinhaber: Acme GmbH IBAN: DE89"),
    ("bank_statement", "Account Summary\nAcme Ltd\nIBAN GB29\nBalance brought forward\nPaid in Paid out"),
    ("utility_bill", "Watergroep\nUw waterfactuur\nVerbruik 12 m3"),
    ("utility_bill", "Proximus\nFactuur\nVaste lijn en internet\nAbonnement\nTe betalen"),
    ("utility_bill", "VIVAQUA\nFacture de consommation d'eau\nIndex"),
    ("utility_bill", "Orange\nFacture\nAbonnement internet et mobile\nMontant à payer"),
    ("utility_bill", "Telekom\nIhre Rechnung für Festnetz und Internet\nRechnungsnummer"),
    ("utility_bill", "Wasserversorgung\nAbrechnung Trinkwasser\nVerbrauch 12 m³\nZählerstand"),
    ("utility_bill", "Severn Water\nYour water and wastewater bill\nMeter reading"),
    ("utility_bill", "Energy Ltd\nStatement\nElectricity used 123 kWh\nAmount due"),
    ("annual_accounts", "Jaarrekening 2023\nBalans\nActiva\nPassiva"),
    ("annual_accounts", "Bilan au 31/12/2023\nActif\nPassif\nCapitaux propres"),
    ("annual_accounts", "Bilanz zum 31.12.2023\nAktiva\nPassiva"),
    ("annual_accounts", "Balance sheet at 31 December 2023\nFixed assets\nDirectors' report"),
    ("tax_certificate", "FOD Financiën\nAttest\nWij bevestigen dat Acme BV geen fiscale schulden heeft"),
    ("tax_certificate", "Belastingdienst\nVerklaring\nHierbij verklaren wij dat Acme geen openstaande "
     "belastingschuld heeft\nBtw-id NL"),
    ("tax_certificate", "Service Public Fédéral Finances\nAttestation d'assujettissement à la TVA\nACME"),
    ("tax_certificate", "Finanzamt Köln\nBescheinigung über die steuerliche Registrierung\nSteuernummer"),
    ("tax_certificate", "HM Revenue & Customs\nVAT Registration Certificate\nVAT number GB"),
    ("power_of_attorney", "Bijzondere volmacht\nOndergetekende geeft volmacht aan Jan"),
    ("power_of_attorney", "PROCURATION\nLa société ACME donne pouvoir à"),
    ("power_of_attorney", "Vollmacht\nDie Acme GmbH bevollmächtigt hiermit"),
    ("power_of_attorney", "Letter of Authority\nAcme Ltd authorises John Smith to act on its behalf"),
    ("lease", "Overeenkomst van huur kantoorruimte\nVerhuurder\nHuurder"),
    ("lease", "LEASE\nThis lease is made between Landlord Ltd and Tenant Ltd\nrent"),
    ("identity_document", "CARTE NATIONALE D'IDENTITÉ\nNom DUPONT\nPrénoms Jean\nNationalité française"),
    ("identity_document", "VERBLIJFSTITEL\nNaam Jan\nGeldig tot"),
    ("certificate_of_incorporation", "Ondernemingsrechtbank Gent\nAttest van neerlegging oprichtingsakte\nDe griffier "
     "bevestigt dat Acme CV is opgericht"),
    ("certificate_of_incorporation", "Amtsgericht Mainz\nBekanntmachung einer Neueintragung\nHRB 11727, Acme GmbH"),
    ("articles_of_association", "Urkundenrolle Nr. 483\nHeute erschienen vor dem Notar\nSie gründen eine "
     "Aktiengesellschaft mit der Firma Acme AG"),
    ("power_of_attorney", "Authority to act\nGranted 31st August 2025\nBy Acme PLC"),
    ("ubo_declaration", "Formblatt: Angaben nach dem Geldwäschegesetz\nVertragspartner Acme AG\nNatürliche Personen "
     "mit mehr als 25 %"),
    ("utility_bill", "Severnside Water plc\nWater and wastewater charges\nBalance 24.36"),
    ("utility_bill", "votre service client\nfacture n° HX-24\nabonnement Fibre Pro\nforfait mobile Pro 100 Go"),
    ("invoice", "Tax invoice\nInvoice no 12\nConsulting\nVAT\nTotal"),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), PLAIN_TITLES)
def test_where_a_title_says_little_the_subject_says_the_rest(kind: DocumentType, text: str) -> None:
    assert document_type_of([page(text)], "unknown") == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("register_extract", "Certificate of good standing and register extract\nLegal name Acme Ltd"),
        ("certificate_of_incorporation", "Attestation de constitution de société\nACME SRL"),
    ],
)
def test_the_first_and_longer_of_two_titles_of_a_line_is_its_title(kind: DocumentType, text: str) -> None:
    assert document_type_of([page(text)], "unknown") == kind
