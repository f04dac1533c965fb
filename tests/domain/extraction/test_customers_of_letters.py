"""Invented letters, bills, deeds and forms, and whose name and address each gives: the customer's."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from domain.addresses import compare_addresses
from domain.extraction.addresses import find_addresses
from domain.extraction.companies import find_companies
from domain.extraction.found import Found
from domain.naming import compare_names
from schemas.extraction import DocumentType, PageText
from tests.domain.extraction.written_pages import laid_out, written


class Letter(NamedTuple):
    kind: DocumentType
    name: str
    address: str | None
    text: str


LETTERS: list[Letter] = [
    Letter(
        "utility_bill",
        "BAKKERIJ DE GOUDEN KORST",
        "DORPSSTRAAT 14 BUS 7, 9450 HAALTERT",
        """Zonstroom België
www.zonstroom.example

                                        BAKKERIJ DE GOUDEN KORST
                                        Mevr. An Peeters
                                        DORPSSTRAAT 14 BUS 7
                                        9450 HAALTERT

Afrekening van 01/02/2025
Klantnummer   123 456
Leveringsadres  Dorpsstraat 14 bus 7, 9450 Haaltert
Zonstroom België NV - Battelsesteenweg 455i, 2800 Mechelen - BTW BE 0683.111.222
""",
    ),
    Letter(
        "utility_bill",
        "GARAGE DES ALPILLES",
        "12 CHEMIN DES OLIVIERS, 13210 ST REMY DE PROVENCE",
        """Volta Entreprises
TSA 20012
41975 BLOIS CEDEX 9

                                   SARL GARAGE DES ALPILLES
                                   ZA LA GARE
                                   12 CHEMIN DES OLIVIERS
                                   13210 ST REMY DE PROVENCE

Facture n° 1234 du 3 mars 2025
Volta SA au capital de 2 000 000 € - 22-30 avenue de Wagram 75008 Paris - RCS Paris 552 111 222
""",
    ),
    Letter(
        "utility_bill",
        "Tischlerei Wennemar",
        "Liboristraße 12a, 48155 Münster",
        """Stadtwerke Wesertal GmbH · Hafenplatz 1 · 48155 Münster

Firma
Tischlerei Wennemar
Inh. Paul Wennemar
Liboristraße 12a
48155 Münster

Kundennummer 4711
Verbrauchsstelle: Liboristraße 12a, 48155 Münster
Rechnung vom 02.04.2025
Stadtwerke Wesertal GmbH, Sitz Münster, HRB 343, USt-IdNr. DE123456789
""",
    ),
    Letter(
        "bank_statement",
        "SALTMARSH OYSTERS",
        "4 STRAND LANE, WHITSTABLE, KENT, CT5 1AA",
        """Thamesgate Bank PLC
Your business current account

The Directors
SALTMARSH OYSTERS
THE BOATHOUSE
4 STRAND LANE
WHITSTABLE
KENT
CT5 1AA

Sort code 20-11-33
Account number 12345678
Statement date 3 March 2025
Thamesgate Bank PLC. Registered in England No. 9111222. Registered office: 1 Churchill Place, London E14 5HP
""",
    ),
    Letter(
        "register_extract",
        "Weserbogen Logistik GmbH",
        "Überseetor 20, 28217 Bremen",
        """Handelsregister B des Amtsgerichts Bremen
Nummer der Firma: HRB 31002
Firma
Weserbogen Logistik GmbH
Sitz, Niederlassung, inländische Geschäftsanschrift
Bremen
Geschäftsanschrift: Überseetor 20, 28217 Bremen
""",
    ),
    Letter(
        "power_of_attorney",
        "Alpenglanz Reinigungsservice GmbH",
        "Rosenheimer Straße 143c, 81671 München",
        """VOLLMACHT

Die Alpenglanz Reinigungsservice GmbH mit dem Sitz in München, Geschäftsanschrift: Rosenheimer Straße
143c, 81671 München, eingetragen im Handelsregister des Amtsgerichts München unter HRB 123456, erteilt
hiermit
Herrn Rechtsanwalt Dr. Max Huber, Maximilianstraße 5, 80539 München,
Vollmacht, die Gesellschaft gegenüber der Isarbank AG zu vertreten.
""",
    ),
    Letter(
        "power_of_attorney",
        "LOGIPORT MOSAN",
        "4020 Liège, quai de la Dérivation 53 boîte 2",
        """PROCURATION

La société anonyme LOGIPORT MOSAN, ayant son siège social à 4020 Liège, quai de la Dérivation 53 boîte 2,
inscrite à la BCE sous le numéro 0412.345.678,
représentée par Monsieur Luc Henrard, administrateur délégué,
donne procuration à Madame Claire Dubois, avocate, dont le cabinet est établi à 4000 Liège, rue Louvrex 55,
auprès de la Banque Ardennaise SA.
""",
    ),
    Letter(
        "certificate_of_incorporation",
        "HALCYON FERMENTS LIMITED",
        None,
        """CERTIFICATE OF INCORPORATION ON CHANGE OF NAME
Company Number 9812345
The Registrar of Companies for England and Wales hereby certifies that under the Companies Act 2006:
OLDNAME TRADING LIMITED
a company incorporated as private limited by shares, having its registered office situated in England and
Wales, has changed its name to:
HALCYON FERMENTS LIMITED
Given at Companies House on 4th May 2023
""",
    ),
    Letter(
        "register_extract",
        "Duinzicht Zonwering B.V.",
        "Heilooërdijk 15, 1817BJ Alkmaar",
        """Uittreksel Handelsregister Kamer van Koophandel
KVK-nummer 12345678
Rechtspersoon
RSIN 8012345678
Rechtsvorm Besloten Vennootschap
Statutaire naam Duinzicht Zonwering B.V.
Statutaire zetel Alkmaar
Bezoekadres Heilooërdijk 15, 1817BJ Alkmaar
Postadres Postbus 99, 1800AB Alkmaar
""",
    ),
    Letter(
        "register_extract",
        "CHAIS DU MASCARET",
        "Lieu-dit La Grange 33710 Bourg",
        """Greffe du Tribunal de Commerce de Bordeaux
Extrait Kbis
IDENTIFICATION DE LA PERSONNE MORALE
Immatriculation au RCS, numéro 812 345 678 R.C.S. Bordeaux
Dénomination ou raison sociale      CHAIS DU MASCARET
Forme juridique      Société par actions simplifiée
Adresse du siège      Lieu-dit La Grange 33710 Bourg
GESTION, DIRECTION
Président
Dénomination      HOLDING MASCARET
Forme juridique      SARL
Adresse      5 Quai Louis XVIII 33000 Bordeaux
""",
    ),
    Letter(
        "tax_certificate",
        "DE ZILVERREIGER",
        "Schippersstraat 3, 9000 Gent",
        """FOD FINANCIEN
Team Beheer KMO Gent
Gaston Crommenlaan 6
9050 Gent

DE ZILVERREIGER
Schippersstraat 3
9000 Gent

ATTEST
Ondergetekende verklaart dat de onderneming DE ZILVERREIGER met ondernemingsnummer 0712.345.678 geen
schulden heeft.
""",
    ),
    Letter(
        "invoice",
        "Windmolen Advies",
        "Molenpad 2, 1015 AB Amsterdam",
        """TechParts Europe BV
Industrieweg 9
5611 AB Eindhoven
Tel. 040 1234567

Factuur aan:
Windmolen Advies
Molenpad 2
1015 AB Amsterdam

Factuurnummer 2025-33
Omschrijving  Aantal  Bedrag
TechParts Europe BV - KvK 17012345 - BTW NL001234567B01
""",
    ),
    Letter(
        "ubo_declaration",
        "Rathlin Kelp Company Limited",
        "Harbour Mill, 7 Quay Road, Ballycastle, Antrim, BT54 6BH",
        """Legal entity
Name of entity   Rathlin Kelp Company Limited
Building   Harbour Mill
Street   7 Quay Road
Town   Ballycastle
County   Antrim
Postcode   BT54 6BH
Country   Northern Ireland
Beneficial owner 1
Name   Aoife Quinn
Address   1 Main Street, Ballycastle BT54 6BJ
""",
    ),
    Letter(
        "ubo_declaration",
        "Ateliers Vauban",
        "18 Place de la Comédie boîte B, 57000 Metz",
        """Formulaire d'identification
Dénomination : Ateliers Vauban
Forme juridique : SAS
Numéro : 18
Rue : Place de la Comédie
Boîte : B
Code postal : 57000
Ville : Metz
Pays : France
""",
    ),
    Letter(
        "annual_accounts",
        "CASTLEFORD LOOM MILLS LIMITED",
        "Unit 4, Aire Works, 12 Wheldon Road, Castleford, West Yorkshire, WF10 2JT",
        """Company registration number 07654321
CASTLEFORD LOOM MILLS LIMITED
ANNUAL REPORT AND UNAUDITED FINANCIAL STATEMENTS
FOR THE YEAR ENDED 31 MARCH 2024
Company information
Directors   Mr A Smith
            Mrs B Jones
Registered office   Unit 4
                    Aire Works
                    12 Wheldon Road
                    Castleford
                    West Yorkshire
                    WF10 2JT
Accountants   Abbey & Co LLP
              3 Park Row
              Leeds LS1 5AB
""",
    ),
    Letter(
        "bank_statement",
        "LES JARDINS DE CLARA",
        "14 BIS RUE DES LILAS, 59800 LILLE",
        """RELEVÉ D'IDENTITÉ BANCAIRE
Banque du Septentrion
Titulaire du compte :
LES JARDINS DE CLARA
14 BIS RUE DES LILAS
59800 LILLE
Code banque  Code guichet  N° de compte  Clé RIB
13507  00012  12345678901  88
IBAN FR76 1350 7000 1212 3456 7890 188
Domiciliation : LILLE
""",
    ),
    Letter(
        "register_extract",
        "FENLAND BARGE HIRE LTD",
        "9 Lock Cottages, Denver Sluice, Downham Market, Norfolk, PE38 0EG",
        """Companies House
Company details
FENLAND BARGE HIRE LTD
Company number 10234567
Registered office address
9 Lock Cottages
Denver Sluice
Downham Market
Norfolk
United Kingdom
PE38 0EG
Company status Active
""",
    ),
    Letter(
        "articles_of_association",
        "BRISE ATLANTIQUE",
        "17, quai de la Douane, 29200 Brest",
        """STATUTS
Les soussignés :
1) La société FINANCIÈRE DU LARGE, SARL au capital de 10 000 €, dont le siège social est 3 rue du Port,
29200 Brest, RCS Brest 511 222 333,
ont établi les statuts de la société.
ARTICLE 3 - DÉNOMINATION
La dénomination sociale est : BRISE ATLANTIQUE
ARTICLE 4 - SIÈGE SOCIAL
Le siège social est fixé au 17, quai de la Douane, 29200 Brest.
""",
    ),
    Letter(
        "utility_bill",
        "Petersen Bootsbau e.K.",
        "Hafenstraße 3, 24960 Glücksburg",
        """Elbstrom Vertrieb GmbH, Überseering 12, 22297 Hamburg

Herrn
Jens Petersen
Petersen Bootsbau e.K.
Hafenstraße 3
24960 Glücksburg

Ihre Stromrechnung
Rechnungsnummer 99
Elbstrom Vertrieb GmbH - Amtsgericht Hamburg HRB 11122
""",
    ),
    Letter(
        "bank_statement",
        "VOF DE SMET - CLAEYS",
        "MOERSTRAAT 41, 8000 BRUGGE",
        """KREDIETKAS
Rekeninguittreksel nr. 4
Kantoor Brugge Markt
Markt 12
8000 Brugge

                              VOF DE SMET - CLAEYS
                              MOERSTRAAT 41
                              8000 BRUGGE
Rekening BE68 5390 0754 7034
Kredietkas NV, Warandeberg 3, 1000 Brussel, BTW BE 0403.111.222, RPR Brussel
""",
    ),
    Letter(
        "bank_statement",
        "Tasman Rope Works B.V.",
        "Haringkade 12, 1976 CP IJmuiden",
        """Polderbank
Bank confirmation letter
Amsterdam, 3 June 2025
We hereby confirm that Tasman Rope Works B.V., having its registered office at Haringkade 12, 1976 CP
IJmuiden, holds the following account with Polderbank N.V.:
IBAN NL91 POLD 0001 2345 67
Polderbank N.V., Bijlmerdreef 106, 1102 CT Amsterdam, trade register 33111222
""",
    ),
    Letter(
        "lease",
        "KOFFIEBRANDERIJ MOKA BV",
        "8530 Harelbeke, Kortrijksesteenweg 200 bus 1",
        """HUUROVEREENKOMST HANDELSRUIMTE
Tussen:
1. Vastgoed Leievallei NV, met zetel te 8500 Kortrijk, Doorniksewijk 10, ingeschreven onder nummer
0400.111.222, hierna de verhuurder;
en
2. KOFFIEBRANDERIJ MOKA BV, met zetel te 8530 Harelbeke, Kortrijksesteenweg 200 bus 1, ingeschreven onder
nummer 0700.111.222, hierna de huurder;
wordt overeengekomen dat het pand gelegen te 8500 Kortrijk, Grote Markt 5, wordt verhuurd.
""",
    ),
    Letter(
        "register_extract",
        "Petrusse Analytics S.à r.l.",
        "12, rue Aldringen, L-1118 Luxembourg",
        """Registre de Commerce et des Sociétés Luxembourg
Extrait
Numéro d'immatriculation B 245.111
Dénomination
Petrusse Analytics S.à r.l.
Forme juridique
Société à responsabilité limitée
Siège social
12, rue Aldringen
L-1118 Luxembourg
Gérants
Marie Weber, 3, rue de Hollerich, L-1740 Luxembourg
""",
    ),
    Letter(
        "register_extract",
        "De Oude Molen",
        "Industriezone Zwartewater, blok C, 2030 Antwerpen",
        """RECHTSPERSONENREGISTER
Ondernemingsnummer 0811.222.333
Naam: De Oude Molen, Afkorting: DOM
Rechtsvorm: Commanditaire vennootschap
Zetel: Industriezone Zwartewater, blok C, 2030 Antwerpen
""",
    ),
    Letter(
        "articles_of_association",
        "Moorlicht Energie UG (haftungsbeschränkt)",
        "Am Wall 137, 28195 Bremen",
        """GESELLSCHAFTSVERTRAG
§ 1 Firma, Sitz
1. Die Gesellschaft führt die Firma
Moorlicht Energie UG (haftungsbeschränkt).
2. Sitz der Gesellschaft ist Bremen. Die Geschäftsanschrift lautet: Am Wall 137, 28195 Bremen.
Gesellschafter ist die Torf Beteiligungs GmbH, Deichweg 4, 28357 Bremen.
""",
    ),
    Letter(
        "tax_certificate",
        "Lindenauer Klavierwerkstatt OHG",
        "Karl-Heine-Str. 90, 04229 Leipzig",
        """Finanzamt Leipzig II
Erich-Weinert-Straße 20, 04105 Leipzig

Firma
Lindenauer Klavierwerkstatt OHG
Karl-Heine-Str. 90
04229 Leipzig

Bescheinigung in Steuersachen
""",
    ),
    Letter(
        "ubo_declaration",
        "Stichting Het Wad",
        "Havenweg 2, 8861 KT Harlingen",
        """Formulier uiteindelijk belanghebbende
Gegevens van de organisatie
Naam organisatie: Stichting Het Wad
Rechtsvorm: Stichting
Straat en huisnummer: Havenweg 2
Postcode en plaats: 8861 KT Harlingen
UBO 1
Naam: Piet de Boer
Adres: Dijk 3, 8861 AA Harlingen
""",
    ),
    Letter(
        "invoice",
        "HAIR BY LOTTE",
        "Leopoldlaan 3 b2, 9300 Aalst",
        """Telefleur
Telefleur NV van publiek recht
Koning Albert II-laan 27
1030 Brussel

HAIR BY LOTTE
T.a.v. Lotte Maes
Leopoldlaan 3 b2
9300 Aalst
Factuur 12/03/2025
Telefleur NV van publiek recht, Koning Albert II-laan 27, 1030 Brussel, BTW BE 0202.111.222
""",
    ),
    Letter(
        "annual_accounts",
        "Brasserie du Canal",
        "Rue du Halage 7 bte 3, 7500 Tournai",
        """COMPTES ANNUELS EN EUROS
DÉNOMINATION : Brasserie du Canal
Forme juridique : SRL
Adresse : Rue du Halage                N° : 7   Bte : 3
Code postal : 7500    Commune : Tournai
Pays : Belgique
Registre des personnes morales (RPM) - Tribunal de l'entreprise de Hainaut
""",
    ),
    Letter(
        "certificate_of_incorporation",
        "GRANITE COAST MINING PLC",
        None,
        """CERTIFICATE OF INCORPORATION
OF A PUBLIC LIMITED COMPANY
Company No. 1234567
I hereby certify that
GRANITE COAST MINING PLC
is this day incorporated under the Companies Act 2006
""",
    ),
    Letter(
        "power_of_attorney",
        "Houtzagerij De Linde B.V.",
        "9403 AB Assen, Industrieweg 40",
        """BIJZONDERE VOLMACHT
De ondergetekende:
Houtzagerij De Linde B.V., statutair gevestigd te Assen, kantoorhoudende te 9403 AB Assen, Industrieweg
40, ingeschreven in het handelsregister onder nummer 04012345,
verleent volmacht aan: mr. P. Visser, advocaat bij Visser & Partners N.V., kantoorhoudende te 9711 LK
Groningen, Herestraat 2.
""",
    ),
]


@pytest.mark.parametrize("layout", [written, laid_out])
@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_names_the_customer_and_gives_its_address(letter: Letter, layout: Callable[[str], PageText]) -> None:
    page = layout(letter.text)

    names = {found.value_normalized for found in _found(page, letter.kind, "company_name")}
    addresses = {found.value_normalized for found in _found(page, letter.kind, "registered_address")}

    assert [compare_names(name, letter.name) for name in names] == ["same"]
    assert [compare_addresses(address, letter.address or "") for address in addresses] == ["same"] * bool(
        letter.address
    )


def _found(page: PageText, kind: DocumentType, feature: str) -> list[Found]:
    found = [*find_companies([page], kind, "unknown"), *find_addresses([page], kind, "unknown")]
    return [item for item in found if item.feature == feature]
