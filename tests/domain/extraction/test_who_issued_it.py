"""Who issued a paper: registers and offices by their own names, notaries at the head, publishers of leaflets."""

import pytest

from tests.domain.extraction.kept_values import kept, read


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "MALTA BUSINESS REGISTRY\nCertificate of Registration\nI hereby certify that\nFoxglove Charters Limited\n"
            "is this day registered as a Private Limited Liability Company\nf/Registrar of Companies\n",
            "MALTA BUSINESS REGISTRY",
        ),
        (
            "Certificate of Incorporation\nI hereby certify that\nFOXGLOVE SEAWEED LIMITED\nis this day incorporated\n"
            "under the Companies Act 2014\nfor Registrar of Companies\nCompanies Registration Office, Dublin 1\n",
            "Companies Registration Office",
        ),
        (
            "WiEReG\nRegister der wirtschaftlichen Eigentümer\nRegisterbehörde beim\nBundesministerium für Finanzen\n"
            "Einfacher Auszug\nName Donaukorb GmbH\n",
            "Registerbehörde beim Bundesministerium für Finanzen",
        ),
        (
            "FIRMENBUCH\nStichtag 22.09.2025 Auszug mit aktuellen Daten FN 317264 k\n"
            "zuständiges Gericht Landesgericht für ZRS Graz\nFIRMA\n1 Donaukorb GmbH\n",
            "Landesgericht für ZRS Graz",
        ),
        (
            "MALTA TAX AND CUSTOMS ADMINISTRATION\nCERTIFICATE OF REGISTRATION\nValue Added Tax Act (Cap. 406)\n"
            "Name of registered person\nFOXGLOVE DIVERS LTD\n",
            "MALTA TAX AND CUSTOMS ADMINISTRATION",
        ),
        ("Aline Roux, notaire · rue du Pont 18 · 1003 Lausanne\nSTATUTS\nde la société\nAtelier Sàrl\n", "Aline Roux"),
        (
            "Severnmouth\nBusiness Water\nYour water bill\nFor: Foxglove Ltd at 17 Hill Street, Stafford, ST16 2HQ\n"
            "Severnmouth Business Water is a trading name of Mouth Retail Services Limited.\n",
            "Severnmouth Business Water",
        ),
    ],
)
def test_whoever_issued_it_is_named_as_it_names_itself(text: str, issuer: str) -> None:
    assert kept(text, "issuer") == {issuer}


def test_a_leaflet_is_of_its_publisher_and_about_no_company() -> None:
    text = """AlpGold
Preise für Wiederverkäufer
Grundgebühr pro Monat CHF 19.00
Änderungen vorbehalten. Herausgeberin: AlpGold AG, Seeplatz 2, 8400 Winterthur. Stand: 1. März 2025.
"""
    assert kept(text, "issuer") == {"AlpGold AG"}
    assert kept(text, "company_name") | kept(text, "registered_address") == set()


def test_the_one_company_of_another_paper_is_what_that_is_about() -> None:
    text = "Notiz\nDie AlpGold AG hat heute angerufen.\n"
    assert kept(text, "company_name") == {"AlpGold AG"}


def test_who_is_registered_for_a_tax_is_not_incorporated_by_that() -> None:
    text = """CERTIFICATE OF REGISTRATION
Value Added Tax Act
VAT No. MT12345634
Name of registered person
FOXGLOVE DIVERS LTD
This is to certify that the person named above is registered for value added tax purposes.
"""
    assert read(text).document_type == "tax_certificate"


def test_a_certificate_of_registration_of_a_company_is_no_tax_paper() -> None:
    text = "CERTIFICATE OF REGISTRATION\nCompanies Act\nFOXGLOVE DIVERS LTD is this day registered as a company.\n"
    assert read(text).document_type == "certificate_of_incorporation"
