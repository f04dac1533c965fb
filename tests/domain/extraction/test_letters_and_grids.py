"""Companies, numbers, addresses, days and issuers in letters, grids and sentences that were met only later."""

import pytest

from domain.extraction.document_types import document_type_of
from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import kept
from tests.domain.extraction.written_pages import written

CONFIRMED_NL = """Leiebank NV
Korenmarkt 3, 9000 Gent
Gent, 4 mei 2025
Rekeningbevestiging
Hierbij bevestigen wij u graag dat de onderneming Kantwerk Maes BV, gevestigd te 9300 Aalst, Molenstraat 8, bij onze
bank titularis is van de zichtrekening met nummer BE68 5390 0754 7034.
"""
CONFIRMED_DE = """Innbank AG
Marktplatz 2
5020 Salzburg
Salzburg, am 9. April 2025
Bestätigung über die Kontoverbindung
wir bestätigen Ihnen gerne, dass die Zillertaler Holzspielzeug KG in unserem Haus folgende Konten unterhält:
Geschäftskonto, IBAN AT61 1904 3002 3457 3201
"""
DEED_WITH_FOUNDER = """OPRICHTING BESLOTEN VENNOOTSCHAP
Het jaar tweeduizend vierentwintig, op zes mei, voor mij, Meester Ann Pil, notaris te Ieper, is verschenen:
De naamloze vennootschap "Westhoek Participaties", met zetel te 8900 Ieper, Boterstraat 4, ingeschreven onder nummer
0403.170.701, hier vertegenwoordigd door de heer Jan Pil.
Artikel 1. De vennootschap draagt de naam "Mouterij De Gouden Korrel".
Artikel 2. De zetel is gevestigd in het Vlaamse Gewest, te 8970 Poperinge, Casselstraat 21.
"""
LEASE_EN = """LEASE
Dated 3 March 2025
(1) OLDGATE HOLDINGS LLP, registered in England (OC300001), whose registered office is at 3 Mill Lane, Leeds LS1 4AP
(the "Landlord"); and
(2) BELL & FOUNDRY LIMITED, incorporated in England and Wales with company number 09876543, whose registered office is
at 8 Kirkgate, Leeds LS2 7DJ (the "Tenant").
"""
LEASE_NL = """HUUROVEREENKOMST KANTOORRUIMTE
1. Beheer Noord B.V., gevestigd te Zwolle, hierna te noemen "verhuurder";
en
2. Rekenhuis B.V., gevestigd te 8011 PK Zwolle aan de Melkmarkt 6, ingeschreven in het handelsregister onder nummer
27300000, hierna te noemen "huurder".
"""
LEASE_DE = """Gewerbemietvertrag
zwischen
Speicherstadt Immobilien GmbH, Am Kai 3, 20457 Hamburg, vertreten durch den Geschäftsführer Jan Bock
– Vermieterin –
und
Teehandel Alster GmbH, Elbchaussee 9, 22765 Hamburg, eingetragen im Handelsregister des Amtsgerichts Hamburg unter
HRB 154321, vertreten durch die Geschäftsführerin Ute Voss
– Mieterin –
"""
ADDRESSED_FR = """CONSTITUTION
Par devant nous, Maître Luc Dor, notaire à Huy, ont comparu :
ils constituent une société anonyme sous la dénomination « Moulins du Condroz ».
Le siège est établi en Région wallonne, à 4500 Huy, rue du Pont 17.
"""
FOUND_AT = """Objet : identification de nos bénéficiaires effectifs
Je soussignée, administratrice de la SRL Toiles & Mâts, dont le siège se trouve
chaussée de Dinant 44 à 5100 Jambes, atteste que je possède 70 % des actions.
"""
STATEMENT_IN_COLUMNS = """Banque Hoyoux SA Quai 4, 4500 Huy\tEXTRAIT DE COMPTE n° 3/2025 Date de l'extrait : 31/03/2025
Titulaire: Menuiserie Lambert SRL Compte à vue BE68 5390 0754 7034 en EUR
Solde au 31/03/2025 : 1.744,10 EUR
"""
IRISH_LETTER = """Corrib Looms Limited Quay Road Galway H91 K2W3 CRO no. 471220\t11 April 2025
To whom it may concern
Statement of ultimate beneficial owners
We, the board of Corrib Looms Limited, confirm that Ms Una Lally holds 65 per cent of the shares.
Mr Tom Roche, who held the rest, transferred it on 30 November 2024.
"""
DUTCH_LETTER = """Betreft: wie bij ons de uiteindelijk belanghebbenden zijn
Geachte heer, mevrouw. U vroeg opgave van de UBO's van onze stichting,
ingeschreven bij de Kamer van Koophandel onder 89624623. Wij merken de leden van het bestuur aan als pseudo-UBO.
"""
PASSPORT = """UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND
PASSPORT
Given names\tNationality
ADA MAY\tBRITISH CITIZEN
Place of birth\tDate of issue
LUTON\t11 MAR 2023
Authority\tDate of expiry
HMPO\t11 MAR 2033
"""
ACCOUNTS = """HEATHER JAMS LIMITED
UNAUDITED FINANCIAL STATEMENTS FOR THE YEAR ENDED 31 MARCH 2024
BALANCE SHEET AS AT 31 MARCH 2024
Net assets 1,200
The financial statements were approved by the board on 2 September 2024 and signed on its behalf by A. Bee, Director.
"""
CONTROLLER = """Feststellung des Kontrollinhabers
Formular K – für operativ tätige juristische Personen
Die Vertragspartei, die Aarequelle AG, Bahnhofstrasse 3, 5000 Aarau (UID CHE-116.281.710), erklärt, dass die Person 25 %
oder mehr der Stimmrechte hält.
"""
INVOICE = """Freshwater Prints & Frames
Unit 2, Marina, Galway H91 A3C7 | VAT reg. IE3488053CH | hello@freshwater.example
Invoice no. 33
Bill to: Burren Lodge Limited
"""
RIB = """RELEVÉ D'IDENTITÉ BANCAIRE
Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs.
Crédit Rural du Vexin
Titulaire du compte ASS. LES AMIS DU VEXIN
IBAN FR76 1027 8053 5000 0065 4767 494
"""
COURT = """ONDERNEMINGSRECHTBANK ANTWERPEN, AFDELING HASSELT
Bewijs van neerlegging en oprichting
De griffier bevestigt dat op 5 juni 2023 de oprichtingsakte ter griffie is neergelegd.
Naam: Bijenwerk
Rechtsvorm: Coöperatieve vennootschap
"""
OWNERS_FORM = """Verklaring uiteindelijke begunstigden
Benaming vennootschap Limburgse Tegelbakkerij NV
Zetel Kaai 6, 3500 Hasselt
"""
GERMAN_ACCOUNTS = """Jahresabschluss zum 31. Dezember 2024
Firmenname laut Handelsregister Harzer Uhrenbau GmbH
Firmensitz laut Handelsregister Goslar
"""


@pytest.mark.parametrize(
    ("text", "feature", "value"),
    [
        (CONFIRMED_NL, "company_name", "Kantwerk Maes BV"),
        (CONFIRMED_NL, "account_holder", "Kantwerk Maes BV"),
        (CONFIRMED_DE, "account_holder", "Zillertaler Holzspielzeug KG"),
        (DEED_WITH_FOUNDER, "registered_address", "Casselstraat 21, 8970 Poperinge"),
        (LEASE_EN, "registered_address", "8 Kirkgate, Leeds LS2 7DJ"),
        (LEASE_NL, "registered_address", "Melkmarkt 6, 8011 PK Zwolle"),
        (LEASE_DE, "registration_number", "HRB 154321"),
        (ADDRESSED_FR, "registered_address", "rue du Pont 17, 4500 Huy"),
        (FOUND_AT, "registered_address", "chaussée de Dinant 44, 5100 Jambes"),
        (IRISH_LETTER, "registration_number", "471220"),
        (IRISH_LETTER, "document_date", "2025-04-11"),
        (DUTCH_LETTER, "registration_number", "89624623"),
        (PASSPORT, "document_date", "2023-03-11"),
        (PASSPORT, "issuer", "HMPO"),
        (ACCOUNTS, "document_date", "2024-09-02"),
        (CONTROLLER, "registration_number", "CHE116281710"),
        (INVOICE, "issuer", "Freshwater Prints & Frames"),
        (RIB, "issuer", "Crédit Rural du Vexin"),
        (COURT, "issuer", "ONDERNEMINGSRECHTBANK ANTWERPEN, AFDELING HASSELT"),
        (OWNERS_FORM, "company_name", "Limburgse Tegelbakkerij NV"),
        (GERMAN_ACCOUNTS, "company_name", "Harzer Uhrenbau GmbH"),
    ],
)
def test_a_value_is_found_where_it_stands(text: str, feature: FeatureName, value: str) -> None:
    assert kept(text, feature) == {value}


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        (DEED_WITH_FOUNDER, "registration_number"),
        (STATEMENT_IN_COLUMNS, "registered_address"),
        (CONTROLLER, "vat_number"),
    ],
)
def test_what_is_of_somebody_or_something_else_is_not_the_companys(text: str, feature: FeatureName) -> None:
    assert kept(text, feature) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CONFIRMED_NL, "bank_statement"),
        (CONTROLLER, "ubo_declaration"),
        (COURT, "certificate_of_incorporation"),
    ],
)
def test_a_title_of_few_words_tells_the_type(text: str, kind: str) -> None:
    assert document_type_of((written(text),), "en") == kind
