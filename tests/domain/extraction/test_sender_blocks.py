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
