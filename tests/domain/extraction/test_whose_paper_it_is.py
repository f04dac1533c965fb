"""Which of the companies on a paper it is about, and which of them made it."""

import pytest

from domain.extraction.address_shapes import in_one_line
from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import kept, read

COMPILED_ACCOUNTS = """Administratiekantoor Vlieland & Partners
Stationsweg 4, 8011 CW Zwolle - 038 555 01 02
Oesterkwekerij Noordzee B.V.
JAARREKENING 2023
Rapport inzake de jaarrekening
Op deze opdracht is de NV COS 4410 van toepassing. De vennootschap heeft twee bestuurders.
Balans per 31 december 2023
ACTIVA\t2023\t2022
Totaal activa\t100\t90
PASSIVA
Winst-en-verliesrekening over 2023
"""
LEASE_THROUGH_AN_AGENT = """Mietvertrag über gewerbliche Räume
Vermieter\tErbengemeinschaft Ostertag
Mieter\tErgotherapie Sonnhof Partnerschaft mbB PR 1203, Amtsgericht Mainz
§ 1 Miete
Zahlbar auf das Konto der Verwaltung Rheinufer GmbH.
§ 2 Kaution
Der Mieter leistet eine Kaution von drei Mieten.
"""
LEASE_WITH_FORM_IN_WORDS = """HANDELSHUUROVEREENKOMST
Tussen de ondergetekenden:
1. De naamloze vennootschap STEENGROEVE INVEST, met zetel te 3000 Leuven, Bondgenotenlaan 3, hierna de verhuurder,
2. De besloten vennootschap DE VERGULDE FIETS, met zetel te 9000 Gent, Coupure 12, hierna genoemd de huurder,
wordt overeengekomen wat volgt:
Artikel 1 - Voorwerp
De verhuurder geeft in huur een handelspand aan de huurder.
"""
CURRENT_PRINT = """Handelsregister B des Amtsgerichts Konstanz Aktueller Ausdruck HRB 20417
Nr. a) Firma
b) Sitz, Niederlassung, inländische Geschäftsanschrift
c) Gegenstand des Unternehmens
3 a)
Bodenseefähren Werft
GmbH
b)
Konstanz
Geschäftsanschrift: Hafenstraße 6,
78462 Konstanz
a)
Gesellschaft mit beschränkter Haftung
b)
Die Gesellschaft ist mit der Bootsbau Seeblick e.K. verschmolzen.
"""
LETTER_OF_A_FRANCHISER = """Bakkershuis Nederland\tBakkershuis Franchise B.V.
Keizersgracht 12, 1015 CX Amsterdam
Trade register 51187760
Brood en Co SRL
Rue Haute 14
1000 Brussels
Subject: confirmation
We are pleased to confirm that Brood en Co SRL runs a shop at this address in its own name.
With kind regards
"""
CERTIFICATE_OF_AN_INSURER = """MBTP
Mutuelle des Bâtisseurs du Littoral
Agence de Vannes
14 rue du Port, 56000 Vannes
SASU TOITURES KERVADEC
2210 ROUTE DES DUNES
56340 CARNAC
Nous soussignés attestons que l'assuré est titulaire du contrat n° 77120, à effet du 1er mars 2018.
Assuré TOITURES KERVADEC, société par actions simplifiée unipersonnelle
Fait à Vannes, le 4 juin 2024
Mutuelle des Bâtisseurs du Littoral – Société d'assurance mutuelle à cotisations variables – entreprise régie par code
Siège : 3 quai de Loire, 44000 Nantes – SIREN 552 100 554
"""
LETTER_OF_A_TAX_OFFICE = """Belastingdienst
R. Dekkers
h.o.d.n. Broodjeszaak De Korst
Oudegracht 8
3511 AB UTRECHT
Uw btw-identificatienummer
Btw-identificatienummer: NL003817254B53
"""
CERTIFICATE_FOR_AN_OWNER = """Finanzamt Mainz
Frau
Petra Lindner
Rheinstraße 4
55116 Mainz
Bescheinigung in Steuersachen
Frau Petra Lindner, Inhaberin der Firma Blumenstube & Floristik Lindner, ansässig Rheinstraße 4, 55116 Mainz, wird
hier unter einer Steuernummer geführt.
"""
COORDINATED_ARTICLES = """Alpina Ski S.à r.l.
COORDINATED ARTICLES OF ASSOCIATION
The Company was incorporated by deed of Maître Anne Kremer, notary residing in Mersch, on 3 May 2021.
Article 1. Name
There exists a company under the name "Alpina Ski S.à r.l.".
For coordinated articles of association,
Luxembourg, 7 March 2024
[stamp] Maître Paul Weyland, notary
"""
INVOICE_TO_AN_ASSOCIATION = """Reliure Fontaine SA
Rue du Parc 7
4020 Liège
TVA BE 0403.170.701
FACTURE N° 24/118
ASBL Le Petit Théâtre
Rue des Arts 9
4000 LIEGE
N° entreprise 0404.616.494
Qté Désignation Total
Total TTC EUR 121,00
"""
CONFIRMATION_OF_A_BANK = """kestrel
Account confirmation
We hereby confirm that the payment account below is held with us.
Account holder Atelier Graublau UG (haftungsbeschränkt)
IBAN NL91 ABNA 0417 1643 00
Amsterdam, 7 March 2025
kestrel B.V. · Damrak 3, 1012 LG Amsterdam · Trade Register 54992060 · licensed by De Nederlandsche Bank
"""
BILINGUAL_PASSPORT = """PAS / PASSPORT
Sloinne / Surname\tUimhir / Passport No.
KEANE\tPX1234567
Dáta eisiúna / Date of issue\tÚdarás / Authority
08 AUG 2021\tAn Roinn Gnóthaí
P<IRLKEANE<<AOIFE<<<<<<<<<<<<<<<<<<<<<<<<<<<
PX12345678IRL8305192F3108077<<<<<<<<<<<<<<02
"""
REPORT_OF_ACCOUNTANTS = """ACCOUNTANTS' REPORT
Marsh Lane Pottery Ltd
Marsh Lane 4, 4020 Liège
ANNUAL ACCOUNTS 2023
Balance sheet as at 31 December 2023
"""
POLICY = """Assurance Automobile
Garage Tivoli SRL
Rue Verte 3
1000 Bruxelles
Le contrat couvre deux camionnettes.
"""


@pytest.mark.parametrize(
    ("text", "feature", "value"),
    [
        (COMPILED_ACCOUNTS, "company_name", {"Oesterkwekerij Noordzee B.V."}),
        (COMPILED_ACCOUNTS, "issuer", {"Administratiekantoor Vlieland & Partners"}),
        (COMPILED_ACCOUNTS.replace("Stationsweg 4, 8011 CW Zwolle - 038 555 01 02\n", ""), "issuer", set()),
        (LEASE_THROUGH_AN_AGENT, "company_name", {"Ergotherapie Sonnhof Partnerschaft mbB"}),
        (LEASE_THROUGH_AN_AGENT, "legal_form", {"Partnerschaft mbB"}),
        (
            LEASE_THROUGH_AN_AGENT.replace("Ergotherapie Sonnhof Partnerschaft mbB", "Familie Sonn"),
            "company_name",
            set(),
        ),
        (LEASE_WITH_FORM_IN_WORDS, "company_name", {"DE VERGULDE FIETS"}),
        (CURRENT_PRINT, "company_name", {"Bodenseefähren Werft GmbH"}),
        (LETTER_OF_A_FRANCHISER, "company_name", {"Brood en Co SRL"}),
        (LETTER_OF_A_FRANCHISER, "issuer", {"Bakkershuis Franchise B.V."}),
        (CERTIFICATE_OF_AN_INSURER, "company_name", {"TOITURES KERVADEC"}),
        (CERTIFICATE_OF_AN_INSURER, "issuer", {"Mutuelle des Bâtisseurs du Littoral"}),
        (CERTIFICATE_OF_AN_INSURER, "registered_address", {"2210 ROUTE DES DUNES, 56340 CARNAC"}),
        (LETTER_OF_A_TAX_OFFICE, "company_name", {"Broodjeszaak De Korst"}),
        (LETTER_OF_A_TAX_OFFICE.replace("R. Dekkers", "Dekkers B.V."), "company_name", {"Dekkers B.V."}),
        (CERTIFICATE_FOR_AN_OWNER, "company_name", {"Blumenstube & Floristik Lindner"}),
        (COORDINATED_ARTICLES, "issuer", {"Paul Weyland"}),
        (COORDINATED_ARTICLES.replace("[stamp] Maître Paul Weyland, notary", ""), "issuer", set()),
        (INVOICE_TO_AN_ASSOCIATION, "registration_number", {"0404616494"}),
        (INVOICE_TO_AN_ASSOCIATION.replace("N° entreprise 0404.616.494\n", ""), "registration_number", set()),
        (CONFIRMATION_OF_A_BANK, "issuer", {"kestrel B.V."}),
        (BILINGUAL_PASSPORT, "issuer", {"An Roinn Gnóthaí"}),
        (REPORT_OF_ACCOUNTANTS, "issuer", set()),
        (POLICY, "issuer", set()),
    ],
)
def test_the_company_and_the_maker_of_a_paper_are_told_apart(text: str, feature: FeatureName, value: set[str]) -> None:
    assert kept(text, feature) == value


def test_a_register_named_with_a_number_is_no_title_of_an_extract() -> None:
    assert read(LETTER_OF_A_FRANCHISER).document_type == "unknown"


def test_a_register_named_alone_is_the_title_of_an_extract() -> None:
    extract = "Trade Register\nExtract\nRegistration number 51187760\nLegal form BV\nDirectors"
    assert read(extract).document_type == "register_extract"


def test_a_numbered_heading_is_no_title() -> None:
    form = (
        "Verklaring uiteindelijk belanghebbende (UBO) Zilvermeer Betalingen\nVul het formulier volledig in.\n"
        "1. Gegevens van de onderneming\nStatutaire naam Acme B.V.\n2. Uiteindelijk belanghebbenden\nNaam Jan 60%"
    )
    assert read(form).document_type == "ubo_declaration"


def test_a_house_number_of_four_figures_is_no_postal_code() -> None:
    assert in_one_line("2210 ROUTE DES DUNES\n56340 CARNAC") == "2210 ROUTE DES DUNES, 56340 CARNAC"
    assert in_one_line("2210 Wijnegem, Turnhoutsebaan 5") == "Turnhoutsebaan 5, 2210 Wijnegem"
