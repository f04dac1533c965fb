"""Invented papers of companies in other member states, and wordings of theirs that are used at home too."""

import pytest

from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import kept

Case = tuple[FeatureName, str, str]

NAMES: list[Case] = [
    ("company_name", "Certificate of registration\nThe Registrar certifies that the company named Olivar del Sur "
     "S.L., a private limited company, was formed in 2019.", "Olivar del Sur S.L."),
    ("company_name", "Register extract\nBusiness name BURSZTYN LOGISTICS SPÓŁKA Z "
     "OGRANICZONĄ\nODPOWIEDZIALNOŚCIĄ\nAddress ul. Portowa 15, 80-555 Gdańsk, Poland",
     "BURSZTYN LOGISTICS SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ"),
    ("legal_form", "Register extract\nName: Żuraw Logistyka sp. z o.o.\nKRS: 0000742591", "sp. z o.o."),
    ("legal_form", "Register extract\nName: Alma Kft.\nRegistered office: Fő utca 3, 1011 Budapest", "Kft."),
    ("company_name", "UBO-verklaring\nOndergetekende, mevrouw Fenna Dijkstra, handelend als bestuurder van Veenmos "
     "Beheer B.V.,\ngevestigd te Amsterdam, verklaart dat", "Veenmos Beheer B.V."),
    ("company_name", "Statement of Beneficial Ownership\nWe, Saltmarsh Renewables Limited (registered in England and "
     "Wales under number 03676147), confirm:\nNadia Rahman  2 August 1981  Shares - through Marram Holdings Ltd  34.5",
     "Saltmarsh Renewables Limited"),
    ("company_name", "Déclaration des bénéficiaires effectifs\nNous, Atelier du Lac SARL, déclarons qu'Anne Roux "
     "détient 60 % par l'intermédiaire de Lac Holding SAS.", "Atelier du Lac SARL"),
    ("company_name", "Meldung der wirtschaftlich Berechtigten\nWir, Tannenhof GmbH, Waldweg 3, 79100 Freiburg, "
     "erklären:\nEva Tanne hält 60 % über die Tanne Holding AG.", "Tannenhof GmbH"),
    ("company_name", "GESELLSCHAFTSVERTRAG\nder Kranich Software UG (haftungsbeschränkt)\n§ 1 Firma, Sitz",
     "Kranich Software UG (haftungsbeschränkt)"),
    ("company_name", "POWER OF ATTORNEY\nTHIS POWER OF ATTORNEY is made on 17 July 2024\nBY Astral Cargo Limited, a "
     "company incorporated in England and Wales", "Astral Cargo Limited"),
]  # fmt: skip

NUMBERS: list[Case] = [
    ("registration_number", "Register extract\nKRS number: 0000742591\nREGON / NIP: 364882197, 8493642100",
     "0000742591"),
    ("registration_number", "Letter of Authority\nGrantor\nCompany: Levante S.A.\nTax ID (CIF): A80549900",
     "A80549900"),
    ("registration_number", "Visura\nName: Molino S.r.l.\nCodice fiscale: 00743110157\nREA: MI-1234567", "00743110157"),
    ("registration_number", "Register extract\nCompany: Seagull Ltd\nRegistration number: HE 389021\nLimassol, Cyprus",
     "HE389021"),
    ("registration_number", "Register extract\nCompany number: C 88123\nGalleon p.l.c.\nValletta, Malta", "C88123"),
    ("registration_number", "COMPANY PRINTOUT\nCompany Number: 593198\nCompany Name: DERG SOFTWARE LIMITED", "593198"),
    ("registration_number", "Register extract\nCompany: Fjäll AB\nOrganisation number: 556036-0793", "5560360793"),
    ("vat_number", "Belastingdienst\nVerklaring\nHierbij verklaar ik dat Kastanje Catering B.V. met "
     "btw-identificatienummer NL116780964B01 op de\ndatum van deze verklaring geen schulden heeft.", "NL116780964B01"),
]  # fmt: skip

DAYS: list[Case] = [
    ("document_date", "Certificate of registration\nThe deed was executed before the notary Ana Ruiz, and was entered "
     "in sheet MA-148212 on 2 July 2019.\nIssued in Málaga on 9 December 2024.", "2024-12-09"),
    ("document_date", "Lumen SA\nFacture n° 10 188 442 907 du 19 février 2025\nÀ régler avant le 06 mars 2025",
     "2025-02-19"),
    ("document_date", "Energie NV\nFactuur nr. 20 188 442 van 19 februari 2025\nTe betalen voor 6 maart 2025",
     "2025-02-19"),
    ("document_date", "Stadtwerke\nRechnung Nr. 10 188 442 907 vom 19. Februar 2025\nZahlbar bis 6. März 2025",
     "2025-02-19"),
    ("document_date", "Handelsregisterauszug\nEintragung: 3. Mai 2010\nSchaffhausen, 27. Januar 2025. Dieser Auszug "
     "ist nur mit Originalunterschrift gültig.", "2025-01-27"),
    ("document_date", "RESIDENCE PERMIT\nThis permit was issued to Ms Danica Petrović, born on 3 March 1988, by the "
     "Magistrat der Stadt Wien on 12 May 2023 and is valid until 11 May 2026.", "2023-05-12"),
    ("registered_address", "Certificate\nSol Azul S.L. was formed by a deed executed before the notary Ana Ruiz.\nIts "
     "registered office is at Calle Larios 12, 29005 Málaga.", "Calle Larios 12, 29005 Málaga"),
]  # fmt: skip


@pytest.mark.parametrize(("feature", "text", "value"), [*NAMES, *NUMBERS, *DAYS])
def test_the_value_is_found(feature: FeatureName, text: str, value: str) -> None:
    assert kept(text, feature) == {value}


NOT_THESE: list[tuple[FeatureName, str]] = [
    ("registration_number", "Tax clearance certificate\nCorrib Limited\nTax Clearance Access Number 7719024"),
    ("registration_number", "Register extract\nAcme Ltd\nCompanies House\nCompany number 123456"),
    ("registration_number", "INVOICE\nPenrose LLP\nInvoice number C 12345\nCIF Antwerp A1234567"),
    ("registered_address", "COMPTES ANNUELS\nDénomination LYS TEXTILE SA\nADMINISTRATEURS\nDELVAUX Christophe, Rue "
     "Haute 3, 7500 Tournai\nFonction : Administrateur délégué"),
]  # fmt: skip


@pytest.mark.parametrize(("feature", "text"), NOT_THESE)
def test_what_belongs_to_somebody_or_something_else_is_not_taken(feature: FeatureName, text: str) -> None:
    assert kept(text, feature) == set()
