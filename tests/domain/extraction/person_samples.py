"""Registers, forms and deeds, with the persons and the issuer that they name and nothing else."""

from typing import NamedTuple

from schemas.extraction import DocumentType


class PersonSample(NamedTuple):
    name: str
    kind: DocumentType
    text: str
    says: dict[str, list[str]]


PERSON_SAMPLES = (
    PersonSample(
        "a Kbis with a president and an auditor",
        "register_extract",
        """Greffe du Tribunal de Commerce de Lyon
Extrait Kbis
IDENTIFICATION DE LA PERSONNE MORALE
Dénomination ou raison sociale   VERRERIE DU RHONE
Forme juridique   Société par actions simplifiée
GESTION, DIRECTION, ADMINISTRATION, CONTROLE, ASSOCIES OU MEMBRES
Président
Nom, prénoms   MARCHAND Élodie Jeanne
Date et lieu de naissance   Le 03/04/1972 à Lyon (69)
Nationalité   Française
Domicile personnel   4 rue Garibaldi 69003 Lyon
Directeur général
Nom, prénoms   VIDAL Pierre
Date et lieu de naissance   Le 13/08/1980 à Vienne (38)
Commissaire aux comptes titulaire
Dénomination   AUDIT RHONE SARL
SIREN   812 445 112""",
        {
            "issuer": ["Greffe du Tribunal de Commerce de Lyon"],
            "director": ["Pierre Vidal / Directeur général", "Élodie Jeanne Marchand / Président"],
        },
    ),
    PersonSample(
        "a Kbis with the name used beside the name of birth",
        "register_extract",
        """Greffe du Tribunal de Commerce de Lille Métropole
GESTION, DIRECTION, ADMINISTRATION, CONTROLE, ASSOCIES OU MEMBRES
Gérant
Nom   DUBOIS
Nom d'usage   LEROY
Prénoms   Claire Marie
Date et lieu de naissance   12/03/1975 Lille
Domicile personnel   2 rue Nationale 59000 Lille""",
        {"issuer": ["Greffe du Tribunal de Commerce de Lille Métropole"], "director": ["Claire Marie Dubois / Gérant"]},
    ),
    PersonSample(
        "a Handelsregister extract with a former manager and a Prokurist",
        "register_extract",
        """Handelsregister B des Amtsgerichts Bad Kreuznach
Abruf vom 03.02.2025
b) Vorstand, Leitungsorgan, geschäftsführende Direktoren, Geschäftsführer, Vertretungsberechtigte:
Einzelvertretungsberechtigt:
Geschäftsführerin: Lindner, Petra, geb. Weiß, Mainz, *12.04.1970
Nicht mehr Geschäftsführer: Vogt, Klaus, Bingen, *01.01.1950
Vorstand: Prof. Dr. Albers, Jens, Hamburg, *02.03.1966
5. Prokura:
Einzelprokura: Schuster, Anna, Mainz, *05.05.1985""",
        {
            "issuer": ["Amtsgericht Bad Kreuznach"],
            "director": ["Jens Albers / Vorstand", "Petra Lindner / Geschäftsführerin"],
        },
    ),
    PersonSample(
        "a KvK extract with proxies and supervisors",
        "register_extract",
        """Kamer van Koophandel
Uittreksel Handelsregister
Functionarissen
Naam   Jansen, Petrus Johannes
Geboortedatum en -plaats   04-05-1966, Breda
Datum in functie   01-01-2010
Titel   Directeur
Bevoegdheid   Alleen/zelfstandig bevoegd
Naam   Bakker, Sanne
Datum in functie   01-03-2021
Bevoegdheid   Gezamenlijk bevoegd
Gemachtigden
Naam   Visser, Kees
Commissarissen
Naam   Mulder, Henk""",
        {
            "issuer": ["Kamer van Koophandel"],
            "director": ["Petrus Johannes Jansen / Directeur", "Sanne Bakker / Directeur"],
        },
    ),
    PersonSample(
        "a KBO extract with functions in columns",
        "register_extract",
        """Kruispuntbank van Ondernemingen
Functies
Zaakvoerder   Peeters ,  Jan   Sinds 3 mei 2010
Gedelegeerd bestuurder   0456.123.789   Sinds 1 juni 2020
Bestuurder   Claes ,  Marie   Sinds 1 juni 2020
Vaste vertegenwoordiger   Maes ,  Piet (0456.123.789)   Sinds 1 juni 2020
Hoedanigheden
Werkgever RSZ   Sinds 1 juli 2011""",
        {
            "issuer": ["Kruispuntbank van Ondernemingen"],
            "director": [
                "Jan Peeters / Zaakvoerder",
                "Marie Claes / Bestuurder",
                "Piet Maes / Vaste vertegenwoordiger",
            ],
        },
    ),
    PersonSample(
        "a Dutch declaration with labelled names",
        "ubo_declaration",
        """VERKLARING UITEINDELIJK BEGUNSTIGDEN
Naam onderneming: Zeebries BV
UBO 1
Familienaam: Van den Broeck
Voornamen: Lotte Maria
Geboortedatum: 12/03/1980
Percentage: 60 %
UBO 2
Familienaam: Desmet
Voornamen: Koen
Percentage: 40 %
Ondergetekende, Lotte Van den Broeck, bestuurder, verklaart
Gedaan te Oostende op 3 maart 2025""",
        {
            "director": ["Lotte Van den Broeck / bestuurder"],
            "beneficial_owner": ["Koen Desmet / 40", "Lotte Maria Van den Broeck / 60"],
        },
    ),
    PersonSample(
        "a company's own declaration in English",
        "ubo_declaration",
        """BENEFICIAL OWNERSHIP DECLARATION
Acme Tides Ltd, registered with Companies House
We declare that the following individuals are beneficial owners:
1. John Peter Harris, born 4 May 1970, holds 60% of the shares
2. Ms Olga Petrova, born 1 June 1982, holds 40% of the shares
Signed: John Harris, Director""",
        {"director": ["John Harris / Director"], "beneficial_owner": ["John Peter Harris / 60", "Olga Petrova / 40"]},
    ),
    PersonSample(
        "a French deed with a founder that is represented",
        "articles_of_association",
        """L'AN DEUX MILLE VINGT-TROIS
Par-devant Maître Sophie Delcourt, notaire à Namur, a comparu :
la société anonyme HOLDING MEUSE, représentée par son administrateur délégué, Monsieur Paul Henrard,
Le comparant déclare constituer une société à responsabilité limitée dénommée « Ateliers Dinant ».
Est nommé en qualité d'administrateur, pour une durée illimitée : Madame Julie Henrard, domiciliée à Dinant.""",
        {"issuer": ["Maître Sophie Delcourt"], "director": ["Julie Henrard / administrateur"]},
    ),
    PersonSample(
        "a Belgian deed before a notary",
        "articles_of_association",
        """Het jaar tweeduizend twintig, op vier mei.
Voor mij, Meester Karel DE SMET, notaris te Aalst, zijn verschenen:
1. De heer PEETERS Jan, wonende te 9300 Aalst, Markt 4.
2. Mevrouw CLAES Marie, wonende te 9300 Aalst, Markt 4.
Worden benoemd tot bestuurders: de heer Jan Peeters, voornoemd, en mevrouw Marie Claes, voornoemd.""",
        {"issuer": ["Meester Karel DE SMET"], "director": ["Jan Peeters / bestuurder", "Marie Claes / bestuurder"]},
    ),
    PersonSample(
        "a German deed before a notary",
        "articles_of_association",
        """Heute erschien vor mir, Notar Dr. Hans Berger, mit dem Amtssitz in Ulm:
Herr Uwe Schall, geboren am 3. Mai 1970.
Zum Geschäftsführer wird bestellt: Herr Uwe Schall, geboren am 3. Mai 1970, wohnhaft in Ulm.""",
        {"issuer": ["Dr. Hans Berger"], "director": ["Uwe Schall / Geschäftsführer"]},
    ),
    PersonSample(
        "a bill with its sender at its foot",
        "utility_bill",
        """énergie verte
Votre facture d'électricité
BOULANGERIE MARTIN SARL
4 rue Haute 1000 Bruxelles
Numéro de client : 123
Énergie Verte SA - 5 avenue Louise, 1050 Bruxelles - TVA BE 0412.345.678 - RPM Bruxelles""",
        {"issuer": ["Énergie Verte SA"]},
    ),
    PersonSample(
        "a directors' report",
        "annual_accounts",
        """DIRECTORS' REPORT
The directors who held office during the year were as follows:
A B Clarke
Mrs C Doyle (appointed 3 May 2024)
D Evans (resigned 1 June 2024)
Statement of directors' responsibilities""",
        {"director": ["A B Clarke", "C Doyle"]},
    ),
    PersonSample(
        "accounts at the National Bank",
        "annual_accounts",
        """LISTE DES ADMINISTRATEURS, GERANTS ET COMMISSAIRES
LAMBERT Luc
Rue Haute 5, 5000 Namur, Belgique
Fonction : Administrateur
Mandat : 01/06/2021 - 01/06/2027
AUDIT & CO SRL 0412.345.678
Fonction : Commissaire, Numéro de membre : B00123
Représenté par : PETIT Jean (Réviseur d'entreprises), Numéro de membre : A01234""",
        {"director": ["Luc Lambert / Administrateur"]},
    ),
    PersonSample(
        "officers at Companies House",
        "register_extract",
        """Companies House
HOLLOW MILL LIMITED
Company number 09112244
PRICE, Alan
Correspondence address
1 High Street, Leeds, LS1 1AA
Role Resigned
Director
Date of birth
May 1960
Appointed on
3 May 2015
Resigned on
4 June 2020
HOLLOWAY, Jane Anne
Correspondence address
5 Mill Lane, Leeds, LS1 4AB
Role Active
Director
Date of birth
May 1970
Appointed on
6 April 2016
Occupation
Accountant""",
        {"issuer": ["Companies House"], "director": ["Jane Anne Holloway / Director"]},
    ),
    PersonSample(
        "a Transparenzregister extract",
        "ubo_declaration",
        """Bundesanzeiger Verlag GmbH
Transparenzregister
Auszug aus dem Transparenzregister
Rechtseinheit
Bezeichnung: Nordlicht Bau GmbH
Registergericht: Amtsgericht Kiel
Wirtschaftlich Berechtigter (1)
Vorname: Jens
Nachname: Petersen
Geburtsdatum: 01.02.1960
Wohnort: Kiel
Staatsangehörigkeit: deutsch
Art des wirtschaftlichen Interesses: Kapitalanteil 70 %
Wirtschaftlich Berechtigter (2)
Vorname: Maike
Nachname: Petersen
Art des wirtschaftlichen Interesses: Kapitalanteil 30 %""",
        {"issuer": ["Bundesanzeiger Verlag GmbH"], "beneficial_owner": ["Jens Petersen / 70", "Maike Petersen / 30"]},
    ),
    PersonSample(
        "a German power of attorney",
        "power_of_attorney",
        """VOLLMACHT
Die Nordbau GmbH, vertreten durch den Geschäftsführer Dipl.-Ing. Karl Maurer, bevollmächtigt hiermit
Frau Rechtsanwältin Dr. Eva Stein, die Gesellschaft zu vertreten.
Hamburg, den 3. Mai 2024
Karl Maurer
Geschäftsführer""",
        {"director": ["Karl Maurer / Geschäftsführer"]},
    ),
    PersonSample(
        "a company's own declaration in German",
        "ubo_declaration",
        """Erklärung zum wirtschaftlich Berechtigten
Nordbau GmbH, Amtsgericht Kiel, HRB 1234
Wirtschaftlich Berechtigte:
Name: Petersen, Jens
Anteil: 70 %
Name: Petersen, Maike
Anteil: 30 %
Kiel, den 3. Mai 2024
Jens Petersen, Geschäftsführer""",
        {
            "director": ["Jens Petersen / Geschäftsführer"],
            "beneficial_owner": ["Jens Petersen / 70", "Maike Petersen / 30"],
        },
    ),
    PersonSample(
        "a report with a former director",
        "annual_accounts",
        """BESTUURSVERSLAG
De raad van bestuur bestaat uit:
- Jan Peeters, voorzitter
- Marie Claes, gedelegeerd bestuurder
- Piet Maes, bestuurder (tot 30 juni 2023)
Commissaris: Audit BV, vertegenwoordigd door Els Wouters
Opgemaakt te Gent op 3 maart 2024""",
        {"director": ["Jan Peeters / voorzitter", "Marie Claes / gedelegeerd bestuurder"]},
    ),
    PersonSample(
        "a table of managers",
        "register_extract",
        """Handelsregister B des Amtsgerichts Köln
Ausdruck vom 3. Mai 2024
Vertretungsberechtigte
Geschäftsführer
Name   Vorname   Geburtsdatum   Wohnort
Maurer   Karl   01.02.1960   Köln
Stein   Eva   04.05.1970   Bonn""",
        {"issuer": ["Amtsgericht Köln"], "director": ["Eva Stein / Geschäftsführer", "Karl Maurer / Geschäftsführer"]},
    ),
    PersonSample(
        "an extract in the Moniteur belge",
        "articles_of_association",
        """Annexes du Moniteur belge
Maître Luc DUPONT, notaire à Mons
Sont nommés administrateurs : 1) Monsieur BERNARD Luc, domicilié à Mons ; 2) Madame HENRY Anne, domiciliée à Mons.
Démission de Monsieur PETIT Jean de son mandat d'administrateur.""",
        {"issuer": ["Maître Luc DUPONT"], "director": ["Anne Henry / administrateur", "Luc Bernard / administrateur"]},
    ),
)
