"""Forms, bills and mandates of Austria, Switzerland, Britain and Malta that were met only later."""

from tests.domain.extraction.kept_values import kept, read


def test_a_dated_line_with_its_label_is_no_line_of_the_customers_block() -> None:
    text = """Northmoor Water Business
Bill date: 3 November 2025
Foxglove Prints Ltd
12 Mill Lane
York
YO1 7HH
Account number: 123456
Your water bill
Northmoor Water Business Ltd. Registered in England No. 01234567. VAT no. GB 980 7806 84
"""
    assert kept(text, "company_name") == {"Foxglove Prints Ltd"}
    assert kept(text, "registered_address") == {"12 Mill Lane, York, YO1 7HH"}
    assert kept(text, "issuer") == {"Northmoor Water Business Ltd."}


def test_the_second_of_two_blocks_with_a_vat_number_is_the_customers() -> None:
    text = """FACTUUR
Drukkerij Pauwels
Industrielaan 7
9300 Aalst
BTW BE 0403.170.701
Boekhandel Marnix BV
T.a.v. Els Maes
Kerkstraat 9
9000 Gent
BTW BE 0417.497.106
Factuurdatum 12-11-2025
"""
    assert kept(text, "company_name") == {"Boekhandel Marnix BV"}
    assert kept(text, "registered_address") == {"Kerkstraat 9, 9000 Gent"}


def test_who_gives_a_power_of_attorney_is_introduced_with_its_street_and_town() -> None:
    text = """Vollmacht
Die Bärenbrot GmbH, Kramgasse 9, 3011 Bern, UID CHE-116.281.710, vertreten durch ihren Geschäftsführer Karl Huber,
bevollmächtigt hiermit Frau Anna Frey, Treuhänderin bei der Treuhand Frey AG, Marktgasse 3, 3011 Bern.
"""
    assert kept(text, "company_name") == {"Bärenbrot GmbH"}
    assert kept(text, "registered_address") == {"Kramgasse 9, 3011 Bern"}


def test_a_bank_asks_its_contracting_partner_who_owns_it() -> None:
    text = """Déclaration d'identité de l'ayant droit économique (formulaire A)
Banque du Pont SA
Cocontractant: Chocolaterie Roux Sàrl, Rue de Lausanne 44, 1201 Genève
Adresse: Rue Haute 3, 1205 Genève
"""
    assert read(text).document_type == "ubo_declaration"
    assert kept(text, "company_name") == {"Chocolaterie Roux Sàrl"}
    assert kept(text, "registered_address") == {"Rue de Lausanne 44, 1201 Genève"}


def test_what_a_register_tells_of_the_articles_behind_the_form_is_no_part_of_it() -> None:
    text = """Handelsregister B des Amtsgerichts Hamburg
2. a) Firma: Hansekorb Kaffee GmbH
6. a) Rechtsform: Gesellschaft mit beschränkter Haftung Gesellschaftsvertrag vom 11.03.2019
"""
    assert kept(text, "legal_form") == {"Gesellschaft mit beschränkter Haftung"}


def test_an_overview_for_a_company_is_not_its_name() -> None:
    text = "Companies House\nCompany Overview for FOXGLOVE PRINTS LTD (09876543)\nStatus: Active\n"
    assert kept(text, "company_name") == {"FOXGLOVE PRINTS LTD"}


def test_an_austrian_office_gives_a_vat_number_by_a_notice() -> None:
    text = "Finanzamt Österreich\nBescheid über die Vergabe der UID-Nummer\nBergkorb OG\nLandstraße 9\n4020 Linz\n"
    assert read(text).document_type == "tax_certificate"
