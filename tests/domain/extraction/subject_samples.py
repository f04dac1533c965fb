"""Invented documents and what they say about a company: its name, form, address, people, account and issuer.

A value of a director ends with ` / function`, one of an owner with ` / share` where the document states one. Features
that are not listed must not be found.
"""

from typing import NamedTuple

from schemas.extraction import DocumentType


class Sample(NamedTuple):
    name: str
    kind: DocumentType
    text: str
    says: dict[str, list[str]]


SAMPLES: list[Sample] = [
    Sample(
        "KBO extract in two columns",
        "register_extract",
        """Kruispuntbank van Ondernemingen
Uittreksel uit de KBO

Ondernemingsnummer:          0403.170.701
Status:                      Actief
Rechtstoestand:              Normale toestand
Begindatum:                  1 maart 2012
Naam:                        Zonnebloem Logistiek
Adres van de zetel:          Havenlaan 86C bus 5
                             1000 Brussel
Rechtsvorm:                  Besloten vennootschap
Functies
Bestuurder                   Peeters, Jan               Sinds 1 maart 2012
Gedelegeerd bestuurder       Van den Broeck, Marie      Sinds 4 mei 2015
Commissaris                  Claes, Piet                Sinds 4 mei 2015
""",
        {
            "company_name": ["Zonnebloem Logistiek"],
            "legal_form": ["Besloten vennootschap"],
            "registered_address": ["Havenlaan 86C bus 5, 1000 Brussel"],
            "director": ["Jan Peeters / Bestuurder", "Marie Van den Broeck / Gedelegeerd bestuurder"],
            "issuer": ["Kruispuntbank van Ondernemingen"],
        },
    ),
    Sample(
        "BCE extract with values below",
        "register_extract",
        """Banque-Carrefour des Entreprises
Extrait des données de l'entreprise

Dénomination sociale
Menuiserie Delvaux
Forme juridique
Société à responsabilité limitée
Adresse du siège
Rue du Moulin 45, 4000 Liège
Numéro d'entreprise
0403.170.701
Fonctions
Administrateur : DELVAUX Pierre
Administrateur : LAMBERT Sophie
""",
        {
            "company_name": ["Menuiserie Delvaux"],
            "legal_form": ["Société à responsabilité limitée"],
            "registered_address": ["Rue du Moulin 45, 4000 Liège"],
            "director": ["Pierre Delvaux / Administrateur", "Sophie Lambert / Administrateur"],
            "issuer": ["Banque-Carrefour des Entreprises"],
        },
    ),
    Sample(
        "KvK extract",
        "register_extract",
        """Kamer van Koophandel
Uittreksel Handelsregister Kamer van Koophandel
KvK-nummer 12345678

Rechtspersoon
RSIN 812345678
Rechtsvorm Besloten Vennootschap
Statutaire naam Tulp Techniek B.V.
Statutaire zetel Rotterdam
Eerste inschrijving 03-02-2014
Onderneming
Handelsnaam Tulp Techniek
Bezoekadres Coolsingel 42, 3011AD Rotterdam
Telefoonnummer 0101234567
Bestuurder
Naam Jansen, Pieter Willem
Geboortedatum 12-04-1970
Datum in functie 03-02-2014
Titel Directeur
Bevoegdheid Alleen/zelfstandig bevoegd
""",
        {
            "company_name": ["Tulp Techniek B.V."],
            "legal_form": ["Besloten Vennootschap"],
            "registered_address": ["Coolsingel 42, 3011AD Rotterdam"],
            "director": ["Pieter Willem Jansen / Bestuurder"],
            "issuer": ["Kamer van Koophandel"],
        },
    ),
    Sample(
        "Kbis",
        "register_extract",
        """Greffe du tribunal de commerce de Paris
1 QUAI DE LA CORSE
75198 PARIS CEDEX 04

EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS
à jour au 12 mars 2024
IDENTIFICATION DE LA PERSONNE MORALE
Immatriculation au RCS, numéro 812 345 678 R.C.S. Paris
Date d'immatriculation 15/06/2015
Dénomination ou raison sociale LUMIERE CONSEIL
Forme juridique Société par actions simplifiée
Capital social 10 000,00 Euros
Adresse du siège 12 Rue de la Paix 75002 Paris
Durée de la personne morale Jusqu'au 14/06/2114
GESTION, DIRECTION, ADMINISTRATION, CONTROLE, ASSOCIES OU MEMBRES
Président
Nom, prénoms DUPONT Jean Marie
Date et lieu de naissance Le 01/02/1970 à Lyon 3e Arrondissement
Nationalité Française
Domicile personnel 3 Rue Victor Hugo 69002 Lyon
Directeur général
Nom, prénoms MARTIN Claire
Domicile personnel 8 Avenue Foch 75016 Paris
Commissaire aux comptes titulaire
Dénomination AUDIT ET CIE
Adresse 1 Rue Royale 75008 Paris
""",
        {
            "company_name": ["LUMIERE CONSEIL"],
            "legal_form": ["Société par actions simplifiée"],
            "registered_address": ["12 Rue de la Paix 75002 Paris"],
            "director": ["Jean Marie Dupont / Président", "Claire Martin / Directeur général"],
            "issuer": ["Greffe du tribunal de commerce de Paris"],
        },
    ),
    Sample(
        "Handelsregister",
        "register_extract",
        """Handelsregister B des Amtsgerichts München
Amtsgericht München
Abteilung B
Nummer der Firma: HRB 123456

1. Anzahl der bisherigen Eintragungen: 2
2. a) Firma: Alpenblick Software GmbH
b) Sitz, Niederlassung, inländische Geschäftsanschrift, Zweigniederlassungen:
München
Geschäftsanschrift: Leopoldstraße 50, 80802 München
c) Gegenstand des Unternehmens: Entwicklung von Software
3. Grund- oder Stammkapital: 25.000,00 EUR
4. a) Allgemeine Vertretungsregelung: Ist nur ein Geschäftsführer bestellt, so vertritt er die Gesellschaft allein.
b) Geschäftsführer: Müller, Hans, München, *01.01.1970
Schmidt, Anna, Augsburg, *12.03.1975
5. Prokura: Meier, Karl, München, *05.05.1980
6. a) Rechtsform: Gesellschaft mit beschränkter Haftung
""",
        {
            "company_name": ["Alpenblick Software GmbH"],
            "legal_form": ["Gesellschaft mit beschränkter Haftung"],
            "registered_address": ["Leopoldstraße 50, 80802 München"],
            "director": ["Hans Müller / Geschäftsführer", "Anna Schmidt / Geschäftsführer"],
            "issuer": ["Amtsgericht München"],
        },
    ),
    Sample(
        "Companies House",
        "register_extract",
        """Companies House
Company overview

Company name: BRIGHTWATER TRADING LIMITED
Company number: 01234567
Registered office address: 12 High Street, London, United Kingdom, EC1A 1BB
Company status: Active
Company type: Private limited Company
Incorporated on: 3 February 2014

Officers
Name                  Role         Appointed
SMITH, John Andrew    Director     3 February 2014
DOE, Jane             Director     1 April 2016
BROWN, Peter          Secretary    3 February 2014

Persons with significant control
Mr John Andrew Smith
Nature of control: Ownership of shares - 75% or more
""",
        {
            "company_name": ["BRIGHTWATER TRADING LIMITED"],
            "legal_form": ["Private limited Company"],
            "registered_address": ["12 High Street, London, United Kingdom, EC1A 1BB"],
            "director": ["John Andrew Smith / Director", "Jane Doe / Director"],
            "beneficial_owner": ["John Andrew Smith"],
            "issuer": ["Companies House"],
        },
    ),
    Sample(
        "certificate of incorporation",
        "certificate_of_incorporation",
        """CERTIFICATE OF INCORPORATION
OF A PRIVATE LIMITED COMPANY

Company Number 9876543

The Registrar of Companies for England and Wales, hereby certifies that
MERIDIAN GLASSWORKS LTD
is this day incorporated under the Companies Act 2006 as a private company, that the company
is limited by shares, and the situation of its registered office is in England and Wales.

Given at Companies House, Cardiff, on 3rd February 2014
""",
        {
            "company_name": ["MERIDIAN GLASSWORKS LTD"],
            "legal_form": ["LTD"],
            "issuer": ["Registrar of Companies for England and Wales"],
        },
    ),
    Sample(
        "Dutch-language articles",
        "articles_of_association",
        """STATUTEN VAN DE NAAMLOZE VENNOOTSCHAP "KORENBLOEM NV"

Op drie februari tweeduizend drieëntwintig, voor mij, Meester Luc Janssens, notaris te 2000 Antwerpen,
Meir 100, is verschenen:

Artikel 1 - Rechtsvorm en naam
De vennootschap heeft de rechtsvorm van een naamloze vennootschap. Zij draagt de naam "KORENBLOEM NV".
Artikel 2 - Zetel
De zetel van de vennootschap is gevestigd te 9000 Gent, Korenmarkt 12 bus 3, in het Vlaams Gewest.
Artikel 9 - Benoemingen
De heer Jan Peeters, wonende te 2018 Antwerpen, Grote Steenweg 5, wordt benoemd tot gedelegeerd bestuurder
voor een duur van zes jaar. Wordt benoemd tot bestuurder: mevrouw Els De Smet, wonende te 9000 Gent.
De heer Jan Peeters houdt 60 % van de aandelen en mevrouw Els De Smet bezit 40 % van de aandelen.
""",
        {
            "company_name": ["KORENBLOEM NV"],
            "legal_form": ["NV"],
            "registered_address": ["Korenmarkt 12 bus 3, 9000 Gent"],
            "issuer": ["Meester Luc Janssens"],
            "director": ["Jan Peeters / gedelegeerd bestuurder", "Els De Smet / bestuurder"],
            "beneficial_owner": ["Jan Peeters / 60", "Els De Smet / 40"],
        },
    ),
    Sample(
        "French-language articles",
        "articles_of_association",
        """ACTE CONSTITUTIF

L'an deux mille vingt-trois, par devant Maître Paul Dumont, notaire à Namur, a comparu :
Monsieur Luc Moreau, domicilié à 5000 Namur, rue Haute 3.
Article 1. Forme et dénomination
La société revêt la forme d'une société à responsabilité limitée. Elle est dénommée « ATELIER MOREAU SRL ».
Article 2. Siège
Le siège social est établi à 5000 Namur, rue de Fer 18.
Article 10. Gérance
Est nommé administrateur : Monsieur Luc Moreau, prénommé.
Madame Anne Petit, domiciliée à 5100 Jambes, avenue des Acacias 9, est également nommée en qualité d'administratrice.
Monsieur Luc Moreau détient 66,67 % des parts sociales.
""",
        {
            "issuer": ["Maître Paul Dumont"],
            "company_name": ["ATELIER MOREAU SRL"],
            "legal_form": ["SRL"],
            "registered_address": ["rue de Fer 18, 5000 Namur"],
            "director": ["Luc Moreau / administrateur", "Anne Petit / administratrice"],
            "beneficial_owner": ["Luc Moreau / 66.67"],
        },
    ),
    Sample(
        "German-language articles",
        "articles_of_association",
        """Gesellschaftsvertrag der Nordlicht Energie GmbH

§ 1 Firma und Sitz
Die Firma der Gesellschaft lautet: Nordlicht Energie GmbH.
Sitz der Gesellschaft ist Hamburg. Die Geschäftsanschrift lautet: Jungfernstieg 7, 20354 Hamburg.
§ 5 Geschäftsführung
Zum Geschäftsführer wird bestellt: Herr Klaus Weber, geboren am 1. Mai 1970.
Frau Petra Lange wird zur Geschäftsführerin bestellt.
§ 6 Gesellschafter
Herr Klaus Weber hält 75 % der Geschäftsanteile, Frau Petra Lange hält 25 % der Geschäftsanteile.
""",
        {
            "company_name": ["Nordlicht Energie GmbH"],
            "legal_form": ["GmbH"],
            "registered_address": ["Jungfernstieg 7, 20354 Hamburg"],
            "director": ["Klaus Weber / Geschäftsführer", "Petra Lange / Geschäftsführerin"],
            "beneficial_owner": ["Klaus Weber / 75", "Petra Lange / 25"],
        },
    ),
    Sample(
        "English articles",
        "articles_of_association",
        """ARTICLES OF ASSOCIATION
OF
HARBOUR LIGHT LIMITED

1. The name of the company is Harbour Light Limited.
2. The registered office of the company is situated at 4 Dock Road, Liverpool, L3 4AB.
3. The first directors of the company are:
- Mr Thomas Reed, Director
- Ms Alice Carter, Managing Director
""",
        {
            "company_name": ["Harbour Light Limited"],
            "legal_form": ["Limited"],
            "registered_address": ["4 Dock Road, Liverpool, L3 4AB"],
            "director": ["Thomas Reed / Director", "Alice Carter / Managing Director"],
        },
    ),
    Sample(
        "UBO declaration as a table",
        "ubo_declaration",
        """UBO-verklaring

Naam van de vennootschap: Zonnebloem Logistiek BV
Ondernemingsnummer: 0403.170.701
Maatschappelijke zetel: Havenlaan 86C, 1000 Brussel

Uiteindelijke begunstigden
Naam                  Geboortedatum    Nationaliteit    Percentage
Jan Peeters           12/04/1970       Belg             60 %
Marie Van den Broeck  01/05/1975       Belg             40,00 %

Opgemaakt te Brussel op 3 februari 2023
""",
        {
            "company_name": ["Zonnebloem Logistiek BV"],
            "legal_form": ["BV"],
            "registered_address": ["Havenlaan 86C, 1000 Brussel"],
            "beneficial_owner": ["Jan Peeters / 60", "Marie Van den Broeck / 40"],
        },
    ),
    Sample(
        "register of beneficial owners as a form",
        "ubo_declaration",
        """Registre des bénéficiaires effectifs
Extrait

Dénomination : Menuiserie Delvaux SRL
Bénéficiaire effectif 1
Nom : DELVAUX
Prénoms : Pierre Marie
Date de naissance : 01/02/1970
Pourcentage : 33,33 %
Bénéficiaire effectif 2
Nom : LAMBERT
Prénoms : Sophie
Date de naissance : 05/06/1980
Pourcentage : 66,67 %
""",
        {
            "company_name": ["Menuiserie Delvaux SRL"],
            "legal_form": ["SRL"],
            "beneficial_owner": ["Pierre Marie Delvaux / 33.33", "Sophie Lambert / 66.67"],
            "issuer": ["Registre des bénéficiaires effectifs"],
        },
    ),
    Sample(
        "German beneficial owners in a list",
        "ubo_declaration",
        """Erklärung zu den wirtschaftlich Berechtigten

Firma: Nordlicht Energie GmbH
Sitz: Jungfernstieg 7, 20354 Hamburg

Wirtschaftlich Berechtigte:
- Klaus Weber, geb. 01.05.1970, Anteil: 75 %
- Petra Lange, geb. 07.08.1972, Anteil: 25 %
""",
        {
            "company_name": ["Nordlicht Energie GmbH"],
            "legal_form": ["GmbH"],
            "registered_address": ["Jungfernstieg 7, 20354 Hamburg"],
            "beneficial_owner": ["Klaus Weber / 75", "Petra Lange / 25"],
        },
    ),
    Sample(
        "English beneficial owners in sentences",
        "ubo_declaration",
        """Declaration of beneficial ownership

I, the undersigned, declare that the beneficial owners of Harbour Light Limited are as follows.
Mr Thomas Reed holds 51.5% of the shares and voting rights.
Ms Alice Carter owns 48.5 per cent of the shares.
""",
        {
            "company_name": ["Harbour Light Limited"],
            "legal_form": ["Limited"],
            "beneficial_owner": ["Thomas Reed / 51.5", "Alice Carter / 48.5"],
        },
    ),
    Sample(
        "Dutch-language electricity bill",
        "utility_bill",
        """Luminus NV
Koning Albert II-laan 7
1210 Brussel
BTW BE 0471.811.661

Zonnebloem Logistiek BV
Havenlaan 86C bus 5
1000 Brussel

Factuurnummer: 2024-000123
Factuurdatum: 12 maart 2024
Klantnummer: 55512345
Leveringsadres: Havenlaan 86C bus 5, 1000 Brussel
Te betalen bedrag: 245,50 EUR
""",
        {
            "company_name": ["Zonnebloem Logistiek BV"],
            "legal_form": ["BV"],
            "registered_address": ["Havenlaan 86C bus 5, 1000 Brussel"],
            "issuer": ["Luminus NV"],
        },
    ),
    Sample(
        "French water bill",
        "utility_bill",
        """VEOLIA EAU
Service Clients - TSA 12345
Facture n° 123456789 du 3 février 2024

Client : LUMIERE CONSEIL SAS
Adresse de fourniture : 12 rue de la Paix
75002 Paris
Montant total : 85,20 €
""",
        {
            "company_name": ["LUMIERE CONSEIL SAS"],
            "legal_form": ["SAS"],
            "registered_address": ["12 rue de la Paix, 75002 Paris"],
            "issuer": ["VEOLIA EAU"],
        },
    ),
    Sample(
        "German gas bill",
        "utility_bill",
        """Stadtwerke Hamburg GmbH
Musterallee 1
20097 Hamburg

Nordlicht Energie GmbH
Jungfernstieg 7
20354 Hamburg

Rechnung
Kundennummer: 123456
Verbrauchsstelle: Jungfernstieg 7, 20354 Hamburg
Geschäftsführer: Dr. Otto Fuchs
""",
        {
            "company_name": ["Nordlicht Energie GmbH"],
            "legal_form": ["GmbH"],
            "registered_address": ["Jungfernstieg 7, 20354 Hamburg"],
            "issuer": ["Stadtwerke Hamburg GmbH"],
        },
    ),
    Sample(
        "bank statement in English",
        "bank_statement",
        """Barclays Bank PLC
Business Current Account
Statement date: 3 February 2024

Account holder: Harbour Light Limited
4 Dock Road
Liverpool
L3 4AB
Sort code: 20-00-00
Account number: 12345678
IBAN: GB29 NWBK 6016 1331 9268 19
""",
        {
            "company_name": ["Harbour Light Limited"],
            "legal_form": ["Limited"],
            "account_holder": ["Harbour Light Limited"],
            "issuer": ["Barclays Bank PLC"],
            "registered_address": ["4 Dock Road, Liverpool, L3 4AB"],
        },
    ),
    Sample(
        "RIB",
        "bank_statement",
        """RELEVÉ D'IDENTITÉ BANCAIRE
Banque : Crédit Agricole Ile-de-France
Titulaire du compte : LUMIERE CONSEIL SAS
Adresse : 12 rue de la Paix, 75002 Paris
Code banque : 18206   Code guichet : 00001
IBAN : FR76 3000 6000 0112 3456 7890 189
BIC : AGRIFRPP882
""",
        {
            "company_name": ["LUMIERE CONSEIL SAS"],
            "legal_form": ["SAS"],
            "account_holder": ["LUMIERE CONSEIL SAS"],
            "issuer": ["Crédit Agricole Ile-de-France"],
            "registered_address": ["12 rue de la Paix, 75002 Paris"],
        },
    ),
    Sample(
        "Kontoauszug",
        "bank_statement",
        """Deutsche Bank AG
Kontoauszug Nr. 2 / 2024
Kontoinhaber: Nordlicht Energie GmbH
IBAN: DE89 3704 0044 0532 0130 00
""",
        {
            "company_name": ["Nordlicht Energie GmbH"],
            "legal_form": ["GmbH"],
            "account_holder": ["Nordlicht Energie GmbH"],
            "issuer": ["Deutsche Bank AG"],
        },
    ),
    Sample(
        "Belgian statement to an addressee",
        "bank_statement",
        """KBC Bank NV
Havenlaan 2
1080 Brussel

Rekeninguittreksel nr. 12
Rekeninghouder
Zonnebloem Logistiek BV
Havenlaan 86C bus 5
1000 Brussel
IBAN BE68 5390 0754 7034
""",
        {
            "company_name": ["Zonnebloem Logistiek BV"],
            "legal_form": ["BV"],
            "account_holder": ["Zonnebloem Logistiek BV"],
            "issuer": ["KBC Bank NV"],
            "registered_address": ["Havenlaan 86C bus 5, 1000 Brussel"],
        },
    ),
    Sample(
        "Belgian identity card",
        "identity_document",
        """KONINKRIJK BELGIË
IDENTITEITSKAART
Naam: Peeters
Voornamen: Jan
Nationaliteit: Belg
Geboortedatum: 12 april 1970
Afgegeven door: Stad Antwerpen
Adres: Meir 12, 2000 Antwerpen
""",
        {"issuer": ["Stad Antwerpen"]},
    ),
    Sample(
        "German identity card",
        "identity_document",
        """BUNDESREPUBLIK DEUTSCHLAND
PERSONALAUSWEIS
Name: WEBER
Vornamen: KLAUS
Geburtstag: 01.05.1970
Gültig bis: 31.12.2030
""",
        {"issuer": ["BUNDESREPUBLIK DEUTSCHLAND"]},
    ),
    Sample(
        "lease between two companies",
        "lease",
        """HUUROVEREENKOMST

Tussen:
Verhuurder: Immo Kempen NV, met zetel te 2300 Turnhout, Grote Markt 1, vertegenwoordigd door de heer Piet Claes,
gedelegeerd bestuurder, hierna de verhuurder,
en
Huurder: Zonnebloem Logistiek BV, met zetel te Havenlaan 86C, 1000 Brussel, vertegenwoordigd door mevrouw
Marie Van den Broeck, zaakvoerder, hierna de huurder.
""",
        {
            "company_name": ["Zonnebloem Logistiek BV"],
            "legal_form": ["BV"],
            "registered_address": ["Havenlaan 86C, 1000 Brussel"],
            "director": ["Marie Van den Broeck / zaakvoerder"],
        },
    ),
    Sample(
        "power of attorney",
        "power_of_attorney",
        """PROCURATION

La soussignée, la société LUMIERE CONSEIL SAS, ayant son siège social au 12 rue de la Paix, 75002 Paris,
représentée par Monsieur Jean Dupont, agissant en qualité de président,
donne par la présente pouvoir à Maître Paul Dumont.
""",
        {
            "company_name": ["LUMIERE CONSEIL SAS"],
            "legal_form": ["SAS"],
            "registered_address": ["12 rue de la Paix, 75002 Paris"],
            "director": ["Jean Dupont / président"],
        },
    ),
    Sample(
        "annual accounts",
        "annual_accounts",
        """Nationale Bank van België
JAARREKENING EN ANDERE DOCUMENTEN
NAAM: Korenbloem
Rechtsvorm: Naamloze vennootschap
Adres: Korenmarkt Nr.: 12 Bus: 3
Postnummer: 9000 Gemeente: Gent
VOLLEDIGE LIJST MET NAAM, VOORNAMEN, BEROEP, WOONPLAATS EN FUNCTIE BINNEN DE VENNOOTSCHAP
PEETERS Jan
Grote Steenweg 5, 2018 Antwerpen
Functie: Gedelegeerd bestuurder
""",
        {
            "company_name": ["Korenbloem"],
            "legal_form": ["Naamloze vennootschap"],
            "registered_address": ["Korenmarkt 12 bus 3, 9000 Gent"],
            "director": ["Jan Peeters / Gedelegeerd bestuurder"],
        },
    ),
    Sample(
        "directors as a bulleted list",
        "register_extract",
        """Company name: Silverbrook Ltd
Registered office: 10 Mill Lane, Leeds LS1 4AP
Directors:
• Mr Robert Hall
• Mrs Emma Clarke
Company secretary: Susan Gray
""",
        {
            "company_name": ["Silverbrook Ltd"],
            "legal_form": ["Ltd"],
            "registered_address": ["10 Mill Lane, Leeds LS1 4AP"],
            "director": ["Robert Hall / Director", "Emma Clarke / Director"],
        },
    ),
    Sample(
        "a corporate director and its representative",
        "register_extract",
        """Dénomination : Horizon Invest SA
Siège social : Avenue Louise 54, 1050 Bruxelles, Belgique
Administrateur délégué : Delta Gestion SRL, représentée par Monsieur Marc Dubois
Administrateur : Madame Claire Noël
""",
        {
            "company_name": ["Horizon Invest SA"],
            "legal_form": ["SA"],
            "registered_address": ["Avenue Louise 54, 1050 Bruxelles, Belgique"],
            "director": ["Marc Dubois / Administrateur délégué", "Claire Noël / Administrateur"],
        },
    ),
    Sample(
        "shareholders with a company and a small holder among them",
        "annual_accounts",
        """Jaarrekening van Korenbloem NV
Aandeelhouders
Naam                Aantal aandelen   Percentage
Jan Peeters         600               60,00
Delta Holding BV    300               30,00
Piet Maes           100               10,00
""",
        {
            "company_name": ["Korenbloem NV"],
            "legal_form": ["NV"],
            "beneficial_owner": ["Jan Peeters / 60"],
        },
    ),
    Sample(
        "invoice to the company",
        "invoice",
        """Papyrus Kantoor BV
Stationsstraat 3
8000 Brugge

FACTUUR 2024-77
Factuur aan:
Zonnebloem Logistiek BV
Havenlaan 86C bus 5
1000 Brussel

Leverancier: Papyrus Kantoor BV
""",
        {
            "company_name": ["Zonnebloem Logistiek BV"],
            "legal_form": ["BV"],
            "registered_address": ["Havenlaan 86C bus 5, 1000 Brussel"],
            "issuer": ["Papyrus Kantoor BV"],
        },
    ),
    Sample(
        "tax certificate",
        "tax_certificate",
        """Finanzamt Hamburg-Nord
Bescheinigung in Steuersachen
Steuerpflichtiger: Nordlicht Energie GmbH
Anschrift: Jungfernstieg 7, 20354 Hamburg
Steuernummer: 22/815/08154
""",
        {
            "company_name": ["Nordlicht Energie GmbH"],
            "legal_form": ["GmbH"],
            "registered_address": ["Jungfernstieg 7, 20354 Hamburg"],
            "issuer": ["Finanzamt Hamburg-Nord"],
        },
    ),
]
