"""Letters whose sender names itself in a block at the foot or in a column, a row for each of its numbers."""

import pytest

from tests.domain.extraction.kept_values import kept

GERMAN_INVOICE = """KORBHAUS Flechtwaren
Rechnungsempfänger
Café Lindenblüte UG (haftungsbeschränkt)
Buchhaltung
Ahornweg 14
04109 Leipzig
Lieferanschrift
Café Lindenblüte, Eingang Hof
Gerberstraße 3
04105 Leipzig
Rechnung 2025-204
Rechnungsdatum
14.11.2025
Ihre USt-IdNr.
DE129274202
Nettobetrag 140,00
Korbhaus Flechtwaren Vertriebs GmbH & Co.
KG
Zur Aue 9
37073 Göttingen
Sitz Göttingen, AG Göttingen HRA 30217
GF: Ute Brandes
St.-Nr. 20/201/11223
USt-IdNr.
DE136695976
IBAN DE02 1203 0000 0000 2020 51
"""
BELGIAN_INVOICE = """FACTURE
N° facture 25-118
Date 12/11/2025
Fleuriste du Canal SRL
Quai aux Pierres 7
1000 Bruxelles
N° TVA : BE 0403.170.701
Désignation Qté Total
Rubans 10 40,00 €
À payer 48,40 €
Papeterie Hamoir SA
Rue des Ateliers 3
4500 Huy
T 085 21 00 11
ventes@hamoir.example
TVA BE 0417.497.106
RPM Liège, div. Huy
IBAN
BE68 5390 0754 7034
"""
BRITISH_INVOICE = """INVOICE
Invoice date 3 November 2025
Invoice to:
Thornfield Pottery Ltd
4 Mill Lane
York YO1 7HH
Clay, 20 kg 88.00
Dunmore Ceramic Supplies Limited
Unit 9, Kiln Road
Stoke-on-Trent ST4 2AA
Tel: 01782 555 010
Company no. 07654321
VAT reg no. GB 980 7806 84
Sort code 20-00-00
"""


@pytest.mark.parametrize(
    ("text", "customer", "sender", "address"),
    [
        (
            GERMAN_INVOICE,
            "Café Lindenblüte UG (haftungsbeschränkt)",
            "Korbhaus Flechtwaren Vertriebs GmbH & Co. KG",
            "Ahornweg 14, 04109 Leipzig",
        ),
        (BELGIAN_INVOICE, "Fleuriste du Canal SRL", "Papeterie Hamoir SA", "Quai aux Pierres 7, 1000 Bruxelles"),
        (BRITISH_INVOICE, "Thornfield Pottery Ltd", "Dunmore Ceramic Supplies Limited", "4 Mill Lane, York YO1 7HH"),
    ],
)
def test_a_sender_that_names_itself_row_by_row_issued_the_letter_and_is_not_its_customer(
    text: str, customer: str, sender: str, address: str
) -> None:
    assert kept(text, "company_name") == {customer}
    assert kept(text, "issuer") == {sender}
    assert kept(text, "registered_address") == {address}


def test_the_numbers_of_a_senders_block_are_not_the_customers() -> None:
    assert kept(GERMAN_INVOICE, "vat_number") == {"DE129274202"}
    assert kept(BELGIAN_INVOICE, "vat_number") == {"BE0403170701"}
    assert kept(GERMAN_INVOICE, "registration_number") == set()
    assert kept(BRITISH_INVOICE, "registration_number") == set()


def test_a_customer_with_its_vat_number_and_telephone_below_is_no_sender() -> None:
    text = """Moulin Vert SA - Rue du Moulin 2, 5000 Namur - TVA BE 0417.497.106 - RPM Namur - IBAN BE68 5390 0754 7034
FACTURE 25-77
Date 12/11/2025
Crêperie du Beffroi SRL
Rue du Beffroi 5
7500 Tournai
Tél. 069 22 11 00
TVA BE 0403.170.701
Farine 20,00 €
"""
    assert kept(text, "company_name") == {"Crêperie du Beffroi SRL"}
    assert kept(text, "issuer") == {"Moulin Vert SA"}


def test_where_goods_are_sent_is_the_address_of_an_invoice_that_has_no_other() -> None:
    text = """INVOICE 118
Invoice date 3 November 2025
Delivery address: Thornfield Pottery Ltd, 4 Mill Lane, York YO1 7HH
Clay, 20 kg 88.00
"""
    assert kept(text, "registered_address") == {"4 Mill Lane, York YO1 7HH"}


DUTCH_STATEMENT = """ABN AMRO
Bankafschrift
Korenbloem B.V.
Kerkstraat 1
1234 AB Utrecht
Rekeningnummer
NL91 ABNA 0417 1643 00
BIC ABNANL2A
Telefoon 020 343 43 43
www.abnamro.nl
KvK 34334259
Datum 03-05-2024
Beginsaldo 1.234,56
"""
GERMAN_STATEMENT = """Sparkasse Köln
Kontoauszug
Kornblume GmbH
Domstraße 12
50668 Köln
IBAN DE02 1203 0000 0000 2020 51
Tel. 0221 12345
USt-IdNr. DE129274202
Datum 03.05.2024
Kontostand 1.234,56
"""
BRITISH_BILL = """Northern Power
Your electricity bill
Kornblum Limited
4 Mill Lane
York YO1 7HH
Account number
850 1234 5678
Call us: Tel 0800 111 222
www.northernpower.example
VAT reg no GB 980 7806 84
Company no 07654321
Bill date 3 May 2024
Total due £88.00
"""
BRITISH_BILL_WITH_ITS_SENDERS_ADDRESS = """Northern Power Limited
1 Grid Road
Leeds LS1 4AB
Your electricity bill
Total due 88.00
Kornblum Limited
4 Mill Lane
York YO1 7HH
Call us: Tel 0800 111 222
www.northernpower.example
VAT reg no GB 980 7806 84
Company no 07654321
Bill date 3 May 2024
"""
DUTCH_INVOICE = """Bakker Installaties
Factuur
Korenbloem B.V.
Kerkstraat 1
1234 AB Utrecht
KvK 12345678
BTW NL001234567B01
info@korenbloem.nl
Factuurdatum 03-05-2024
Onderhoud 100,00
Totaal 121,00
"""
DUTCH_INVOICE_WITH_ITS_SENDERS_ADDRESS = """Bakker Installaties B.V.
Industrieweg 5
3542 AD Utrecht
FACTUUR
Korenbloem B.V.
Kerkstraat 1
1234 AB Utrecht
KvK 12345678
BTW NL001234567B01
IBAN NL91 ABNA 0417 1643 00
Factuurdatum 03-05-2024
Onderhoud 100,00
Totaal 121,00
"""


@pytest.mark.parametrize(
    ("text", "customer", "sender", "address"),
    [
        (DUTCH_STATEMENT, "Korenbloem B.V.", "ABN AMRO", "Kerkstraat 1, 1234 AB Utrecht"),
        (GERMAN_STATEMENT, "Kornblume GmbH", "Sparkasse Köln", "Domstraße 12, 50668 Köln"),
        (BRITISH_BILL, "Kornblum Limited", "Northern Power", "4 Mill Lane, York YO1 7HH"),
        (
            BRITISH_BILL_WITH_ITS_SENDERS_ADDRESS,
            "Kornblum Limited",
            "Northern Power Limited",
            "4 Mill Lane, York YO1 7HH",
        ),
        (DUTCH_INVOICE, "Korenbloem B.V.", "Bakker Installaties", "Kerkstraat 1, 1234 AB Utrecht"),
        (
            DUTCH_INVOICE_WITH_ITS_SENDERS_ADDRESS,
            "Korenbloem B.V.",
            "Bakker Installaties B.V.",
            "Kerkstraat 1, 1234 AB Utrecht",
        ),
    ],
)
def test_an_addressee_with_telephone_account_and_numbers_below_is_no_sender(
    text: str, customer: str, sender: str, address: str
) -> None:
    assert kept(text, "company_name") == {customer}
    assert kept(text, "issuer") == {sender}
    assert kept(text, "registered_address") == {address}


def test_the_holder_of_an_account_stays_its_holder() -> None:
    assert kept(DUTCH_STATEMENT, "account_holder") == {"Korenbloem B.V."}
    assert kept(DUTCH_STATEMENT, "legal_form") == {"B.V."}


def test_a_customer_that_a_label_writes_shorter_is_not_the_sender() -> None:
    text = DUTCH_INVOICE.replace("Factuur\n", "Factuur\nKlant: Korenbloem Bloemen B.V.\n")
    assert kept(text.replace("\nKorenbloem B.V.", "\nKorenbloem Bloemen V.O.F."), "issuer") == {"Bakker Installaties"}


def test_a_sender_below_goods_without_prices_is_found_as_well() -> None:
    text = """LIEFERSCHEIN und Rechnung
Gasthof Lärchenhof KG
Am Hang 2
5542 Flachau
Rechnungsdatum\t28.05.2025
Pos\tArt.Nr.\tBezeichnung\tMenge
1\t10022\tMineralwasser\t12
2\t10480\tMärzen\t6
Quellberg Getränke GmbH
Werkgasse 4, 5600 St. Johann im Pongau
FN 219847 f, LG Salzburg
UID ATU54871205
Volksbank St. Johann
AT72 3505 0000 1204 7718
"""
    assert kept(text, "company_name") == {"Gasthof Lärchenhof KG"}
    assert kept(text, "issuer") == {"Quellberg Getränke GmbH"}
