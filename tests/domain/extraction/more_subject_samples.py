"""More invented documents, in layouts and wordings that differ from those of `subject_samples`."""

from tests.domain.extraction.subject_samples import Sample

MORE_SAMPLES: list[Sample] = [
    Sample(
        "articles of association: UITTREKSEL UIT DE OPRICHTINGSAKTE",
        "articles_of_association",
        """UITTREKSEL UIT DE OPRICHTINGSAKTE

Bijlagen bij het Belgisch Staatsblad
Ondernemingsnr : 0799 497 754
Naam
(voluit) : NORRIQ Financial Services
(verkort) :
Rechtsvorm : Besloten Vennootschap
Volledig adres v.d. zetel : Zuiderlaan 11, bus 11, 8790 Waregem
Onderwerp akte : OPRICHTING

Uit een akte verleden voor notaris Karel De Vos te Waregem op 3 februari 2023 blijkt dat
1. De heer DE CLERCQ Bart Jozef, geboren te Kortrijk op 1 mei 1970, wonende te 8500 Kortrijk, Doorniksewijk 12;
2. Mevrouw VANDENBERGHE Sofie, wonende te 8790 Waregem, Markt 3.
een besloten vennootschap hebben opgericht onder de naam "NORRIQ Financial Services".
Tot niet-statutaire bestuurders worden benoemd voor onbepaalde duur:
- de heer DE CLERCQ Bart, voornoemd;
- mevrouw VANDENBERGHE Sofie, voornoemd.
Als commissaris wordt benoemd: EY Bedrijfsrevisoren BV, vertegenwoordigd door de heer Piet Revisor.
""",
        {
            "company_name": ["NORRIQ Financial Services"],
            "legal_form": ["Besloten Vennootschap"],
            "registered_address": ["Zuiderlaan 11, bus 11, 8790 Waregem"],
            "director": ["Bart de Clercq / bestuurder", "Sofie Vandenberghe / bestuurder"],
        },
    ),
    Sample(
        "articles of association: AKTE VAN OPRICHTING",
        "articles_of_association",
        """AKTE VAN OPRICHTING
(Tulp Techniek B.V.)

Heden, drie februari tweeduizend veertien, verscheen voor mij, mr. Johan de Boer, notaris te Rotterdam:
de heer Pieter Willem Jansen, geboren te Delft op twaalf april negentienhonderd zeventig, wonende te 2611
AB Delft, Oude Delft 10.
De comparant verklaarde een besloten vennootschap met beperkte aansprakelijkheid op te richten, met de
volgende statuten:
NAAM EN ZETEL
Artikel 1
1. De vennootschap draagt de naam: Tulp Techniek B.V.
2. Zij is gevestigd te Rotterdam en houdt kantoor te 3011 AD Rotterdam, Coolsingel 42.
SLOTVERKLARING
Voor de eerste maal is bestuurder: de heer Pieter Willem Jansen, voornoemd.
""",
        {
            "issuer": ["mr. Johan de Boer"],
            "company_name": ["Tulp Techniek B.V."],
            "legal_form": ["B.V."],
            "registered_address": ["Coolsingel 42, 3011 AD Rotterdam"],
            "director": ["Pieter Willem Jansen / bestuurder"],
        },
    ),
    Sample(
        "articles of association: STATUTS",
        "articles_of_association",
        """STATUTS
LUMIERE CONSEIL
Société par actions simplifiée au capital de 10 000 euros
Siège social : 12 rue de la Paix, 75002 Paris
RCS Paris 812 345 678

ARTICLE 1 - FORME
La société est une société par actions simplifiée.
ARTICLE 2 - DENOMINATION
La dénomination de la société est : LUMIERE CONSEIL.
ARTICLE 4 - SIEGE SOCIAL
Le siège social est fixé au 12 rue de la Paix, 75002 Paris.
ARTICLE 15 - PRESIDENT
Est nommé premier Président de la Société, sans limitation de durée :
Monsieur Jean DUPONT, né le 1er février 1970 à Lyon, demeurant 3 rue Victor Hugo, 69002 Lyon.
""",
        {
            "company_name": ["LUMIERE CONSEIL"],
            "legal_form": ["Société par actions simplifiée"],
            "registered_address": ["12 rue de la Paix, 75002 Paris"],
            "director": ["Jean Dupont / PRESIDENT"],
        },
    ),
    Sample(
        "articles of association: URKUNDE",
        "articles_of_association",
        """URKUNDE
Vor mir, dem Notar Dr. Heinrich Klein mit Amtssitz in Köln, erschien heute:
Herr Stefan Braun, geboren am 3. März 1980, wohnhaft Ringstraße 4, 50667 Köln.
Der Erschienene errichtet eine Gesellschaft mit beschränkter Haftung unter der Firma
"Rheintal Maschinenbau GmbH"
mit dem Sitz in Köln.
Die Geschäftsanschrift der Gesellschaft lautet: Domstraße 12, 50668 Köln.
Zum ersten Geschäftsführer wird Herr Stefan Braun bestellt. Er ist einzelvertretungsberechtigt.
""",
        {
            "issuer": ["Dr. Heinrich Klein"],
            "company_name": ["Rheintal Maschinenbau GmbH"],
            "legal_form": ["GmbH"],
            "registered_address": ["Domstraße 12, 50668 Köln"],
            "director": ["Stefan Braun / Geschäftsführer"],
        },
    ),
    Sample(
        "articles of association: MEMORANDUM OF ASSOCIATION",
        "articles_of_association",
        """MEMORANDUM OF ASSOCIATION
The Companies Act 2014
CONSTITUTION OF EMERALD BAY DESIGNATED ACTIVITY COMPANY

1. The name of the company is EMERALD BAY DESIGNATED ACTIVITY COMPANY.
2. The company is a designated activity company limited by shares.
3. The registered office is at 22 Merrion Square, Dublin 2, D02 XY45, Ireland.
Directors
Name of director      Address
Seán O'Brien          1 Main Street, Cork
Aoife Murphy          3 Hill Road, Galway
""",
        {
            "company_name": ["EMERALD BAY DESIGNATED ACTIVITY COMPANY"],
            "legal_form": ["DESIGNATED ACTIVITY COMPANY"],
            "registered_address": ["22 Merrion Square, Dublin 2, D02 XY45, Ireland"],
            "director": ["Aoife Murphy / Director", "Seán O'Brien / Director"],
        },
    ),
    Sample(
        "register extract: Wirtschafts-Compass",
        "register_extract",
        """Wirtschafts-Compass
Firmenbuchauszug
Firma: Donau Handels GmbH
Rechtsform: Gesellschaft mit beschränkter Haftung
Sitz: Wien
Geschäftsanschrift: Mariahilfer Straße 10/3, 1060 Wien
Geschäftsführer/in
Mag. Eva Huber, geb. 12.04.1975
vertritt seit 01.01.2015 selbständig
Gesellschafter/in
Eva Huber    Stammeinlage EUR 35.000
""",
        {
            "company_name": ["Donau Handels GmbH"],
            "legal_form": ["Gesellschaft mit beschränkter Haftung"],
            "registered_address": ["Mariahilfer Straße 10/3, 1060 Wien"],
            "director": ["Eva Huber / Geschäftsführer/in"],
        },
    ),
    Sample(
        "register extract: REGISTRE DE COMMERCE ET DES SOCIÉTÉS",
        "register_extract",
        """REGISTRE DE COMMERCE ET DES SOCIÉTÉS
Luxembourg
EXTRAIT
Numéro d'immatriculation : B123456
Dénomination : Ardenne Capital S.à r.l.
Forme juridique : Société à responsabilité limitée
Siège social : 5, rue de l'Eau, L-1449 Luxembourg
Administrateur(s) / Gérant(s)
Nom : Weber       Prénom(s) : Claude
Fonction : Gérant
Nom : Schmit      Prénom(s) : Anne
Fonction : Gérant
""",
        {
            "company_name": ["Ardenne Capital S.à r.l."],
            "legal_form": ["Société à responsabilité limitée"],
            "issuer": ["REGISTRE DE COMMERCE ET DES SOCIÉTÉS"],
            "registered_address": ["5, rue de l'Eau, L-1449 Luxembourg"],
            "director": ["Anne Schmit / Gérant", "Claude Weber / Gérant"],
        },
    ),
    Sample(
        "register extract: KBO - Gegevens van de geregistreerde entiteit",
        "register_extract",
        """KBO - Gegevens van de geregistreerde entiteit

Algemeen
Ondernemingsnummer: 0403.170.701
Status: Actief
Naam: Bakkerij Vermeulen
Naam in het Nederlands, sinds 3 februari 2010
Adres van de zetel: Dorpsstraat 5
2960 Brecht
Sinds 3 februari 2010
Telefoonnummer: Geen gegevens opgenomen in KBO.
Type entiteit: Rechtspersoon
Rechtsvorm: Besloten vennootschap
Sinds 1 januari 2020

Functies
Bestuurder Vermeulen , Dirk Sinds 1 januari 2020
Bestuurder 0456.789.012 (Holding Vermeulen BV) Sinds 1 januari 2020
Vaste vertegenwoordiger Vermeulen , Dirk Sinds 1 januari 2020
""",
        {
            "company_name": ["Bakkerij Vermeulen"],
            "legal_form": ["Besloten vennootschap"],
            "registered_address": ["Dorpsstraat 5, 2960 Brecht"],
            "director": ["Dirk Vermeulen / Vaste vertegenwoordiger"],
        },
    ),
    Sample(
        "ubo declaration: DÉCLARATION DES BÉNÉFICIAIRES EFFECTIFS",
        "ubo_declaration",
        """DÉCLARATION DES BÉNÉFICIAIRES EFFECTIFS
Je soussigné, Jean Dupont, agissant en qualité de président de la société LUMIERE CONSEIL SAS, dont le
siège social est situé 12 rue de la Paix, 75002 Paris, déclare que les bénéficiaires effectifs sont :

Nom et prénom | Date de naissance | Nationalité | % de détention
Jean Dupont | 01/02/1970 | Française | 60,5 %
Claire Martin | 03/04/1980 | Française | 39,5 %
""",
        {
            "company_name": ["LUMIERE CONSEIL SAS"],
            "legal_form": ["SAS"],
            "registered_address": ["12 rue de la Paix, 75002 Paris"],
            "director": ["Jean Dupont / président"],
            "beneficial_owner": ["Claire Martin / 39.5", "Jean Dupont / 60.5"],
        },
    ),
    Sample(
        "ubo declaration: UBO-Register",
        "ubo_declaration",
        """UBO-Register
Uittreksel
Informatieplichtige
Naam: Bakkerij Vermeulen BV
Ondernemingsnummer: 0403.170.701
Uiteindelijke begunstigden
1. Dirk Vermeulen - 70% van de aandelen en stemrechten
2. Lien Aerts - 30% van de aandelen en stemrechten
""",
        {
            "company_name": ["Bakkerij Vermeulen BV"],
            "legal_form": ["BV"],
            "issuer": ["UBO-Register"],
            "beneficial_owner": ["Dirk Vermeulen / 70", "Lien Aerts / 30"],
        },
    ),
    Sample(
        "ubo declaration: Declaration of Ultimate Beneficial Ownership",
        "ubo_declaration",
        """Declaration of Ultimate Beneficial Ownership
Company: Harbour Light Limited
Registered address: 4 Dock Road, Liverpool, L3 4AB
Beneficial owner 1
First name: Thomas
Last name: Reed
Date of birth: 1 May 1970
Percentage of shares: 51.5%
Beneficial owner 2
First name: Alice
Last name: Carter
Percentage of shares: 48.5%
Signed by: Thomas Reed, Director
""",
        {
            "company_name": ["Harbour Light Limited"],
            "legal_form": ["Limited"],
            "registered_address": ["4 Dock Road, Liverpool, L3 4AB"],
            "director": ["Thomas Reed / Director"],
            "beneficial_owner": ["Alice Carter / 48.5", "Thomas Reed / 51.5"],
        },
    ),
    Sample(
        "bank statement: BNP Paribas Fortis",
        "bank_statement",
        """BNP Paribas Fortis
Extrait de compte n° 4

MENUISERIE DELVAUX SRL
RUE DU MOULIN 45
4000 LIEGE

Titulaire : MENUISERIE DELVAUX SRL
IBAN BE68 5390 0754 7034
BIC GEBABEBB
02/03 Virement à Proximus SA  -45,00
""",
        {
            "company_name": ["MENUISERIE DELVAUX SRL"],
            "legal_form": ["SRL"],
            "account_holder": ["MENUISERIE DELVAUX SRL"],
            "issuer": ["BNP Paribas Fortis"],
            "registered_address": ["RUE DU MOULIN 45, 4000 LIEGE"],
        },
    ),
    Sample(
        "utility bill: ENGIE Electrabel nv",
        "utility_bill",
        """ENGIE Electrabel nv
Simon Bolivarlaan 34, 1000 Brussel

Bakkerij Vermeulen BV
T.a.v. Dirk Vermeulen
Dorpsstraat 5
2960 BRECHT

Uw elektriciteitsfactuur
Klantnummer 1234567890
""",
        {
            "company_name": ["Bakkerij Vermeulen BV"],
            "legal_form": ["BV"],
            "issuer": ["ENGIE Electrabel nv"],
            "registered_address": ["Dorpsstraat 5, 2960 BRECHT"],
        },
    ),
    Sample(
        "utility bill: British Gas",
        "utility_bill",
        """British Gas
Your electricity bill
Account number: 850012345
Customer: Silverbrook Ltd
Supply address: 10 Mill Lane, Leeds, LS1 4AP
Issued by: British Gas Trading Limited
""",
        {
            "company_name": ["Silverbrook Ltd"],
            "legal_form": ["Ltd"],
            "issuer": ["British Gas Trading Limited"],
            "registered_address": ["10 Mill Lane, Leeds, LS1 4AP"],
        },
    ),
    Sample(
        "power of attorney: VOLLMACHT",
        "power_of_attorney",
        """VOLLMACHT
Die unterzeichnete Gesellschaft Rheintal Maschinenbau GmbH, Domstraße 12, 50668 Köln, vertreten durch
ihren Geschäftsführer Herrn Stefan Braun, erteilt hiermit
Frau Rechtsanwältin Dr. Monika Stein Vollmacht.
""",
        {
            "company_name": ["Rheintal Maschinenbau GmbH"],
            "legal_form": ["GmbH"],
            "registered_address": ["Domstraße 12, 50668 Köln"],
            "director": ["Stefan Braun / Geschäftsführer"],
        },
    ),
    Sample(
        "tax certificate: Belastingdienst",
        "tax_certificate",
        """Belastingdienst
Verklaring betalingsgedrag
Naam belastingplichtige: Tulp Techniek B.V.
Adres: Coolsingel 42, 3011 AD Rotterdam
RSIN: 812345678
""",
        {
            "company_name": ["Tulp Techniek B.V."],
            "legal_form": ["B.V."],
            "issuer": ["Belastingdienst"],
            "registered_address": ["Coolsingel 42, 3011 AD Rotterdam"],
        },
    ),
    Sample(
        "lease: BAIL COMMERCIAL",
        "lease",
        """BAIL COMMERCIAL
Entre les soussignés :
La SCI DU PARC, dont le siège social est situé 4 avenue Foch, 69006 Lyon, représentée par Monsieur Alain
Roche, gérant, ci-après dénommée « le Bailleur »,
et
La société LUMIERE CONSEIL SAS, dont le siège social est situé 12 rue de la Paix, 75002 Paris,
représentée par Monsieur Jean Dupont, président, ci-après dénommée « le Preneur ».
""",
        {
            "company_name": ["LUMIERE CONSEIL SAS"],
            "legal_form": ["SAS"],
            "registered_address": ["12 rue de la Paix, 75002 Paris"],
            "director": ["Jean Dupont / président"],
        },
    ),
    Sample(
        "annual accounts: Rheintal Maschinenbau GmbH",
        "annual_accounts",
        """Rheintal Maschinenbau GmbH
Köln
Jahresabschluss zum 31. Dezember 2023
Geschäftsführer: Stefan Braun, Maria Wolf
Amtsgericht Köln HRB 12345
Abschlussprüfer: KPMG AG
""",
        {
            "company_name": ["Rheintal Maschinenbau GmbH"],
            "legal_form": ["GmbH"],
            "director": ["Maria Wolf / Geschäftsführer", "Stefan Braun / Geschäftsführer"],
        },
    ),
    Sample(
        "ubo declaration: UBO-formulier",
        "ubo_declaration",
        """UBO-formulier
Gegevens cliënt
Bedrijfsnaam: Tulp Techniek B.V.
KvK-nummer: 12345678
Vestigingsplaats: Rotterdam
Adres: Coolsingel 42
Postcode en plaats: 3011 AD Rotterdam
UBO 1
Achternaam: Jansen
Voornamen: Pieter Willem
Omvang belang: 51 %
UBO 2
Achternaam: de Vries
Voornamen: Anna
Omvang belang: 49 %
Naam ondertekenaar: P.W. Jansen
Functie: directeur
""",
        {
            "company_name": ["Tulp Techniek B.V."],
            "legal_form": ["B.V."],
            "registered_address": ["Coolsingel 42, 3011 AD Rotterdam"],
            "director": ["P.W. Jansen / directeur"],
            "beneficial_owner": ["Anna de Vries / 49", "Pieter Willem Jansen / 51"],
        },
    ),
    Sample(
        "ubo declaration: Ultimate beneficial owners of Harbour Light Limi",
        "ubo_declaration",
        """Ultimate beneficial owners of Harbour Light Limited
Owner: Thomas Reed
Nationality: British
Interest: 51.5%
Owner: Alice Carter
Nationality: British
Interest: 48.5%
""",
        {
            "company_name": ["Harbour Light Limited"],
            "legal_form": ["Limited"],
            "beneficial_owner": ["Alice Carter / 48.5", "Thomas Reed / 51.5"],
        },
    ),
    Sample(
        "ubo declaration: Wir bestätigen, dass folgende natürliche Persone",
        "ubo_declaration",
        """Wir bestätigen, dass folgende natürliche Personen wirtschaftlich Berechtigte der Nordlicht
Energie GmbH sind:
Klaus Weber, geboren am 1. Mai 1970, mit einem Anteil von 75 % am Kapital
Petra Lange, geboren am 7. August 1972, mit einem Anteil von 25 % am Kapital
""",
        {
            "company_name": ["Energie GmbH"],
            "legal_form": ["GmbH"],
            "beneficial_owner": ["Klaus Weber / 75", "Petra Lange / 25"],
        },
    ),
    Sample(
        "ubo declaration: De vennootschap Zonnebloem Logistiek BV verklaar",
        "ubo_declaration",
        """De vennootschap Zonnebloem Logistiek BV verklaart dat haar uiteindelijke begunstigden zijn: Jan
Peeters (60 %) en Marie Van den Broeck (40 %).""",
        {
            "company_name": ["Zonnebloem Logistiek BV"],
            "legal_form": ["BV"],
            "beneficial_owner": ["Jan Peeters / 60", "Marie Van den Broeck / 40"],
        },
    ),
    Sample(
        "ubo declaration: Les bénéficiaires effectifs de la société LUMIER",
        "ubo_declaration",
        """Les bénéficiaires effectifs de la société LUMIERE CONSEIL SAS sont M. Jean Dupont, qui détient
directement 60 % du capital, et Mme Claire Martin, qui en détient 40 %.""",
        {
            "company_name": ["LUMIERE CONSEIL SAS"],
            "legal_form": ["SAS"],
            "beneficial_owner": ["Claire Martin / 40", "Jean Dupont / 60"],
        },
    ),
    Sample(
        "ubo declaration: Register of persons with significant control",
        "ubo_declaration",
        """Register of persons with significant control
Name: Mr Robert Hall
Nature of control: Ownership of shares – 75% or more
Notified on: 6 April 2016
Name: Mrs Emma Clarke
Nature of control: Ownership of shares – More than 25% but not more than 50%
""",
        {"beneficial_owner": ["Emma Clarke", "Robert Hall"]},
    ),
    Sample(
        "ubo declaration: Identité du bénéficiaire effectif",
        "ubo_declaration",
        """Identité du bénéficiaire effectif
Civilité : Monsieur
Nom de naissance : DELVAUX
Prénom : Pierre
Modalités du contrôle : Détention directe de plus de 25 % du capital : 33,33 %
""",
        {"beneficial_owner": ["Pierre Delvaux / 33.33"]},
    ),
    Sample(
        "ubo declaration: Beneficial owner | Share | Since",
        "ubo_declaration",
        """Beneficial owner | Share | Since
Reed, Thomas | 51.5 | 2014
Carter, Alice | 48.5 | 2014
""",
        {"beneficial_owner": ["Alice Carter / 48.5", "Thomas Reed / 51.5"]},
    ),
    Sample(
        "ubo declaration: 51 % - Jan Peeters",
        "ubo_declaration",
        """51 % - Jan Peeters
49 % - Marie Claes
UBO-verklaring van Zonnebloem Logistiek BV
""",
        {"company_name": ["Zonnebloem Logistiek BV"], "legal_form": ["BV"], "beneficial_owner": ["Jan Peeters / 51"]},
    ),
    Sample(
        "annual accounts: COMPTES ANNUELS",
        "annual_accounts",
        """COMPTES ANNUELS
Entreprise : Menuiserie Delvaux SRL
Adresse
Rue du Moulin 45
4000 Liège
Belgique
Administrateurs et commissaires
Delvaux Pierre, rue du Moulin 45, 4000 Liège, administrateur
Lambert Sophie, rue Haute 2, 4000 Liège, administratrice
""",
        {
            "company_name": ["Menuiserie Delvaux SRL"],
            "legal_form": ["SRL"],
            "registered_address": ["Rue du Moulin 45, 4000 Liège, Belgique"],
            "director": ["Delvaux Pierre / administrateur", "Lambert Sophie / administratrice"],
        },
    ),
    Sample(
        "certificate of incorporation: No. 654321",
        "certificate_of_incorporation",
        """No. 654321
I hereby certify that
SHAMROCK FOODS LIMITED
is this day incorporated under the Companies Act 2014
Given under my hand at Dublin
Registrar of Companies
""",
        {"company_name": ["SHAMROCK FOODS LIMITED"], "legal_form": ["LIMITED"], "issuer": ["Registrar of Companies"]},
    ),
    Sample(
        "certificate of incorporation: Certificat d'immatriculation",
        "certificate_of_incorporation",
        """Certificat d'immatriculation
Société : Ardenne Capital SA
Nous certifions que la société Ardenne Capital SA, ayant son siège à 5, rue de l'Eau, L-1449 Luxembourg,
est immatriculée sous B123456.
""",
        {
            "company_name": ["Ardenne Capital SA"],
            "legal_form": ["SA"],
            "registered_address": ["5, rue de l'Eau, L-1449 Luxembourg"],
        },
    ),
    Sample(
        "register extract: Extract from the Commercial Register",
        "register_extract",
        """Extract from the Commercial Register
Legal entity
Legal form: Private limited company (B.V.)
Statutory name: Windmill Software B.V.
Corporate seat: Amsterdam
Visiting address: Keizersgracht 100, 1015CV Amsterdam
Sole shareholder
Name: De Vries Holding B.V.
Director
Name: de Vries, Anna Maria
Date of entry into office: 01-02-2016
Powers: Solely/independently authorised
""",
        {
            "company_name": ["Windmill Software B.V."],
            "legal_form": ["Private limited company (B.V.)"],
            "registered_address": ["Keizersgracht 100, 1015CV Amsterdam"],
            "director": ["Anna Maria de Vries / Director"],
        },
    ),
    Sample(
        "register extract: AUSZUG AUS DEM HANDELSREGISTER",
        "register_extract",
        """AUSZUG AUS DEM HANDELSREGISTER
Firmenname: Alpenblick Software GmbH
Registergericht: Amtsgericht München, HRB 123456
Anschrift: Leopoldstr. 50, 80802 München
Vertretungsberechtigte Geschäftsführer: Hans Müller, Anna Schmidt
""",
        {
            "company_name": ["Alpenblick Software GmbH"],
            "legal_form": ["GmbH"],
            "issuer": ["Amtsgericht München"],
            "director": ["Anna Schmidt", "Hans Müller / Geschäftsführer"],
        },
    ),
    Sample(
        "register extract: SITUATION AU RÉPERTOIRE SIRENE",
        "register_extract",
        """SITUATION AU RÉPERTOIRE SIRENE
Dénomination : LUMIERE CONSEIL
Catégorie juridique : 5710 - SAS, société par actions simplifiée
Adresse : 12 RUE DE LA PAIX
75002 PARIS
Représentant légal : M. Jean DUPONT (Président)
""",
        {
            "company_name": ["LUMIERE CONSEIL"],
            "legal_form": ["5710 - SAS, société par actions simplifiée"],
            "registered_address": ["12 RUE DE LA PAIX, 75002 PARIS"],
            "director": ["Jean Dupont / Président"],
        },
    ),
    Sample(
        "utility bill: Votre facture d'électricité",
        "utility_bill",
        """Votre facture d'électricité
TotalEnergies Electricité et Gaz France
SARL BOULANGERIE MARTIN
8 PLACE DU MARCHE
69002 LYON
Référence client : 1234567
Lieu de consommation : 8 place du Marché, 69002 Lyon
""",
        {
            "company_name": ["SARL BOULANGERIE MARTIN"],
            "legal_form": ["SARL"],
            "registered_address": ["8 place du Marché, 69002 Lyon"],
        },
    ),
    Sample(
        "utility bill: Vattenfall Europe Sales GmbH",
        "utility_bill",
        """Vattenfall Europe Sales GmbH
Postfach 10 11 12, 20001 Hamburg

Rheintal Maschinenbau GmbH
z. Hd. Herrn Braun
Domstraße 12
50668 Köln

Ihre Stromrechnung
Kundennummer 4711
""",
        {
            "company_name": ["Rheintal Maschinenbau GmbH"],
            "legal_form": ["GmbH"],
            "issuer": ["Vattenfall Europe Sales GmbH"],
            "registered_address": ["Domstraße 12, 50668 Köln"],
        },
    ),
    Sample(
        "bank statement: ING België NV",
        "bank_statement",
        """ING België NV
Rekeninguittreksel
Op naam van: Bakkerij Vermeulen BV
Dorpsstraat 5 - 2960 Brecht
IBAN: BE68 5390 0754 7034
""",
        {
            "company_name": ["Bakkerij Vermeulen BV"],
            "legal_form": ["BV"],
            "account_holder": ["Bakkerij Vermeulen BV"],
            "issuer": ["ING België NV"],
            "registered_address": ["Dorpsstraat 5 - 2960 Brecht"],
        },
    ),
    Sample(
        "bank statement: Sparkasse KölnBonn",
        "bank_statement",
        """Sparkasse KölnBonn
Kontoauszug 3/2024
Rheintal Maschinenbau GmbH
Domstraße 12
50668 Köln
IBAN DE89 3704 0044 0532 0130 00
Geschäftsgirokonto
""",
        {
            "company_name": ["Rheintal Maschinenbau GmbH"],
            "legal_form": ["GmbH"],
            "account_holder": ["Rheintal Maschinenbau GmbH"],
            "issuer": ["Sparkasse KölnBonn"],
            "registered_address": ["Domstraße 12, 50668 Köln"],
        },
    ),
    Sample(
        "bank statement: To whom it may concern",
        "bank_statement",
        """To whom it may concern
We confirm that Harbour Light Limited holds account GB29 NWBK 6016 1331 9268 19 with us.
Barclays Bank PLC
""",
        {
            "company_name": ["Harbour Light Limited"],
            "legal_form": ["Limited"],
            "account_holder": ["Harbour Light Limited"],
            "issuer": ["Barclays Bank PLC"],
        },
    ),
    Sample(
        "lease: MIETVERTRAG",
        "lease",
        """MIETVERTRAG
zwischen
Immobilien Süd AG, Marienplatz 1, 80331 München - nachfolgend Vermieter genannt -
und
Alpenblick Software GmbH, Leopoldstraße 50, 80802 München, vertreten durch den Geschäftsführer Hans
Müller - nachfolgend Mieter genannt -
""",
        {
            "company_name": ["Alpenblick Software GmbH"],
            "legal_form": ["GmbH"],
            "registered_address": ["Leopoldstraße 50, 80802 München"],
            "director": ["Hans Müller / Geschäftsführer"],
        },
    ),
    Sample(
        "lease: LEASE AGREEMENT",
        "lease",
        """LEASE AGREEMENT
This lease is made between Crown Estates Ltd of 1 King Street, London SW1A 1AA (the "Landlord") and
Silverbrook Ltd whose registered office is at 10 Mill Lane, Leeds LS1 4AP (the "Tenant").
""",
        {
            "company_name": ["Silverbrook Ltd"],
            "legal_form": ["Ltd"],
            "registered_address": ["10 Mill Lane, Leeds LS1 4AP"],
        },
    ),
    Sample(
        "lease: Landlord",
        "lease",
        """Landlord
Name: Crown Estates Ltd
Address: 1 King Street, London SW1A 1AA
Tenant
Name: Silverbrook Ltd
Address: 10 Mill Lane, Leeds LS1 4AP
""",
        {
            "company_name": ["Silverbrook Ltd"],
            "legal_form": ["Ltd"],
            "registered_address": ["10 Mill Lane, Leeds LS1 4AP"],
        },
    ),
    Sample(
        "power of attorney: POWER OF ATTORNEY",
        "power_of_attorney",
        """POWER OF ATTORNEY
By this power of attorney given on 3 February 2024, SILVERBROOK LTD, a company incorporated in England
with registered number 01234567 and having its registered office at 10 Mill Lane, Leeds LS1 4AP (the
"Company"), acting by its director Robert Hall, appoints Susan Gray to be its attorney.
""",
        {
            "company_name": ["SILVERBROOK LTD"],
            "legal_form": ["LTD"],
            "registered_address": ["10 Mill Lane, Leeds LS1 4AP"],
            "director": ["Robert Hall / director"],
        },
    ),
    Sample(
        "invoice: INVOICE",
        "invoice",
        """INVOICE
From: Papyrus Ltd
12 Paper Street, Bristol BS1 1AA
To: Silverbrook Ltd
10 Mill Lane, Leeds LS1 4AP
Invoice number 12
""",
        {
            "company_name": ["Silverbrook Ltd"],
            "legal_form": ["Ltd"],
            "registered_address": ["10 Mill Lane, Leeds LS1 4AP"],
        },
    ),
    Sample(
        "tax certificate: FOD Financiën",
        "tax_certificate",
        """FOD Financiën
Attest van fiscale schulden
Betreft: Bakkerij Vermeulen BV
Dorpsstraat 5, 2960 Brecht
Ondernemingsnummer: BE 0403.170.701
""",
        {
            "company_name": ["Bakkerij Vermeulen BV"],
            "legal_form": ["BV"],
            "issuer": ["FOD Financiën"],
            "registered_address": ["Dorpsstraat 5, 2960 Brecht"],
        },
    ),
    Sample(
        "articles of association: Zijn benoemd tot bestuurder:",
        "articles_of_association",
        """Zijn benoemd tot bestuurder:
1) Jan PEETERS, rijksregisternummer 70.04.12-123.45, wonende te 2018 Antwerpen;
2) Els DE SMET, rijksregisternummer 75.05.01-123.45, wonende te 9000 Gent.
De vennootschap wordt genoemd: "Korenbloem".
De zetel is gevestigd op het adres Korenmarkt 12, 9000 Gent.
""",
        {
            "company_name": ["Korenbloem"],
            "registered_address": ["Korenmarkt 12, 9000 Gent"],
            "director": ["Els de Smet / bestuurder", "Jan Peeters / bestuurder"],
        },
    ),
    Sample(
        "ubo declaration: Beneficial ownership statement",
        "ubo_declaration",
        """Beneficial ownership statement
Entity: Harbour Light Limited
Thomas Reed 1 May 1970 British 51.5%
Alice Carter 7 August 1972 Irish 48.5%
""",
        {
            "company_name": ["Harbour Light Limited"],
            "legal_form": ["Limited"],
            "beneficial_owner": ["Alice Carter / 48.5", "Thomas Reed / 51.5"],
        },
    ),
    Sample(
        "ubo declaration: UBO-opgave",
        "ubo_declaration",
        """UBO-opgave
Jan Peeters 12/04/1970 Belg 60 %
Marie Claes 01/05/1975 Belg 40 %
""",
        {"beneficial_owner": ["Jan Peeters / 60", "Marie Claes / 40"]},
    ),
    Sample(
        "ubo declaration: Begunstigde 1",
        "ubo_declaration",
        """Begunstigde 1
Naam: Jan Peeters
Aandeel: 60%
Begunstigde 2
Naam: Marie Claes
Aandeel: 40%
""",
        {"beneficial_owner": ["Jan Peeters / 60", "Marie Claes / 40"]},
    ),
    Sample(
        "ubo declaration: The following individuals own or control the com",
        "ubo_declaration",
        """The following individuals own or control the company:
1. Thomas Reed (born 1 May 1970), 51.5 per cent
2. Alice Carter (born 7 August 1972), 48.5 per cent
""",
        {"beneficial_owner": ["Alice Carter / 48.5", "Thomas Reed / 51.5"]},
    ),
    Sample(
        "ubo declaration: 51,5 % van de aandelen wordt gehouden door Jan P",
        "ubo_declaration",
        """51,5 % van de aandelen wordt gehouden door Jan Peeters en 48,5 % van de aandelen wordt gehouden
door Marie Claes.""",
        {"beneficial_owner": ["Jan Peeters / 51.5", "Marie Claes / 48.5"]},
    ),
    Sample(
        "unknown: Mitteilung an das Transparenzregister",
        "unknown",
        """Mitteilung an das Transparenzregister
Wirtschaftlich Berechtigte der Nordlicht Energie GmbH
Nachname: Weber
Vorname: Klaus
Geburtsdatum: 01.05.1970
Umfang: 75 %
Nachname: Lange
Vorname: Petra
Umfang: 25 %
""",
        {
            "company_name": ["Nordlicht Energie GmbH"],
            "legal_form": ["GmbH"],
            "issuer": ["Transparenzregister"],
            "beneficial_owner": ["Klaus Weber / 75", "Petra Lange / 25", "Petra Umfang / 25"],
        },
    ),
    Sample(
        "ubo declaration: PART B - BENEFICIAL OWNERS",
        "ubo_declaration",
        """PART B - BENEFICIAL OWNERS
Owner A
Full name                     Thomas Reed
Residential address           3 Hill Road, Leeds LS2 1AA
Direct holding                51.5%
Owner B
Full name                     Alice Carter
Direct holding                48.5%
""",
        {"beneficial_owner": ["Alice Carter / 48.5", "Thomas Reed / 51.5"]},
    ),
    Sample(
        "ubo declaration: Ondergetekende verklaart dat de volgende persone",
        "ubo_declaration",
        """Ondergetekende verklaart dat de volgende personen meer dan 25% van de aandelen houden:
- Jan Peeters, wonende te Gent, houdt 60% van de aandelen
- Marie Claes, wonende te Brugge, houdt 40% van de aandelen
""",
        {"beneficial_owner": ["Jan Peeters / 60", "Marie Claes / 40"]},
    ),
    Sample(
        "annual accounts: Nordlicht Energie GmbH, Hamburg",
        "annual_accounts",
        """Nordlicht Energie GmbH, Hamburg
Jahresabschluss
Hamburg, den 3. Mai 2024
Klaus Weber
Geschäftsführer
""",
        {
            "company_name": ["Nordlicht Energie GmbH"],
            "legal_form": ["GmbH"],
            "director": ["Klaus Weber / Geschäftsführer"],
        },
    ),
]
