"""Blocks, tables and cards of papers from Belgium, the Netherlands, Luxembourg and France."""

import pytest

from domain.extraction.address_shapes import in_one_line
from schemas.extraction import FeatureName
from tests.domain.extraction.kept_values import kept

OWNERS: tuple[tuple[str, str, set[str]], ...] = (
    (
        "whose card has the name in its head and the share below it",
        "Uittreksel uit het UBO-register\nUiteindelijke begunstigden (2)\nClaes, Jan\tCategorie 1° – eigendom\n"
        "Rechtstreeks belang: aandelen 70 %\nSmets, Ann\tCategorie 1° – eigendom\nRechtstreeks belang: aandelen 30 %",
        {"Jan Claes", "Ann Smets"},
    ),
    (
        "who stands under a heading of former ones is none",
        "Uittreksel uit het UBO-register\nUiteindelijke begunstigden\nClaes, Jan\tCategorie 1° – eigendom\n"
        "Rechtstreeks belang: aandelen 70 %\nHistoriek (niet meer actief)\nNaam\tBelang\tTot\n"
        "Smets, Ann\t30 %\t04/09/2017",
        {"Jan Claes"},
    ),
    (
        "whose name a narrow column has broken, with a month of birth and no share",
        "Registre des bénéficiaires effectifs\nNom, prénom(s)\tNationalité\tNaissance\tRésidence\tNature des intérêts\n"
        "CLAES\nJan Pieter\nBelgique\t08/1969, Gent\tBelgique\tDétention directe d'actions — 41,00 %\n"
        "SMETS\nAnn\nBelgique\t11/1980, Liège\tBelgique\tContrôle par d'autres moyens",
        {"Jan Pieter Claes", "Ann Smets"},
    ),
    (
        "at whose name the item of a list begins, though somebody else speaks",
        "UBO-verklaring\nOndergetekende, de heer J.W. Claes, verklaart dat de uiteindelijk belanghebbenden zijn:\n"
        "- A.B. Smets, geboren 3 mei 1980, 60% van de aandelen\n- J.W. Claes, geboren 4 april 1975, 40% van "
        "de aandelen",
        {"A.B. Smets", "J.W. Claes"},
    ),
    (
        "is nobody's name but two words of the clause before",
        "STATUTS\nARTICLE 9 – PUBLICATIONS\nToutes Formalités incombent au gérant.\nL'associé unique possède 100 % des "
        "parts sociales.",
        set(),
    ),
)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in OWNERS], ids=[case[0] for case in OWNERS])
def test_an_owner_is_read_from_cards_and_narrow_tables(text: str, expected: set[str]) -> None:
    assert kept(text, "beneficial_owner") == expected


_SIGNED_FORM = "Opgave UBO\nStatutaire naam\tKorenbloem B.V.\n1. Uiteindelijk belanghebbende(n)\nNaam UBO "
_SIGNED_FORM += "1\tAnn Smets\n"
_SIGNED_FORM += "Belang in %\t60\n2. Ondertekening door een bevoegd bestuurder\nNaam\tJan Claes\nFunctie\tdirecteur"


@pytest.mark.parametrize(("feature", "expected"), [("beneficial_owner", {"Ann Smets"}), ("director", {"Jan Claes"})])
def test_who_signs_a_declaration_in_its_last_part_is_a_director_and_no_owner(
    feature: FeatureName, expected: set[str]
) -> None:
    assert kept(_SIGNED_FORM, feature) == expected


DAYS: tuple[tuple[str, FeatureName, str, set[str]], ...] = (
    (
        "of the extract, though it speaks of a registration",
        "incorporation_date",
        "Registre de commerce\nExtrait concernant l'entité immatriculée suivante, à la date du 7 juillet 2025 :",
        set(),
    ),
    (
        "of the extract",
        "document_date",
        "SITUATION AU RÉPERTOIRE SIRENE\nÀ la date du 05/05/2025\nIdentifiant SIREN 552 100 554",
        {"2025-05-05"},
    ),
    (
        "no application is made on the day of the permit",
        "document_date",
        "AUTORISATION\nVu la demande introduite le 5 décembre 2024 ;\nLuxembourg, le 20 décembre 2024\nPour "
        "le Ministre",
        {"2024-12-20"},
    ),
    (
        "until which a paper is valid for a number of months",
        "expiry_date",
        "BESCHEINIGUNG ÜBER DIE MEHRWERTSTEUERPFLICHT\nDiese Bescheinigung gilt für die Dauer von sechs Monaten, d. h. "
        "bis zum 4. März 2027.",
        {"2027-03-04"},
    ),
    (
        "on which articles are signed, where the company is still to be registered",
        "incorporation_date",
        "KORENBLOEM SAS\nEn cours d'immatriculation au RCS de Lyon\nSTATUTS CONSTITUTIFS\nFait à Lyon, le 2 juin 2025",
        set(),
    ),
    (
        "behind the place, in a grid of an identity card",
        "document_date",
        "CARTE D'IDENTITÉ\nLieu et date de délivrance / Place and date of issue\tLieu de naissance\n"
        "Gent - 10/06/2023\tAalst\nDate d'expiration\n10/06/2033",
        {"2023-06-10"},
    ),
)


@pytest.mark.parametrize(("feature", "text", "expected"), [case[1:] for case in DAYS], ids=[case[0] for case in DAYS])
def test_a_day_is_what_the_words_nearest_to_it_call_it(feature: FeatureName, text: str, expected: set[str]) -> None:
    assert kept(text, feature) == expected


ISSUERS: tuple[tuple[str, str, set[str]], ...] = (
    (
        "the tax office, and not the register that it tells of",
        "Belastingdienst\nBetreft: aanmelding omzetbelasting\nU hebt uw onderneming ingeschreven in het "
        "handelsregister van de Kamer van Koophandel.",
        {"Belastingdienst"},
    ),
    (
        "an office whose name is broken over two lines",
        "Föderaler Öffentlicher Dienst\nFINANZEN\nBESCHEINIGUNG ÜBER DIE MEHRWERTSTEUERPFLICHT",
        {"Föderaler Öffentlicher Dienst FINANZEN"},
    ),
    (
        "the notary who certifies, and not the register where it is pending",
        "CERTIFICATE OF INCORPORATION\nI, the undersigned Maître Anne Claes, notary residing in Mersch, hereby certify "
        "that Korenbloem S.A. has been incorporated.\nThe registration with the Registre de Commerce et des "
        "Sociétés is "
        "pending.",
        {"Anne Claes"},
    ),
    (
        "a ministry at the head of its permit",
        "Ministère de l'Économie\nAUTORISATION D'ÉTABLISSEMENT\nDénomination : Korenbloem SARL",
        {"Ministère de l'Économie"},
    ),
    (
        "the mayor named below a label that a scan has misread",
        "PASPOORT\nKONINKRIJK DER NEDERLANDEN\n10 Autoritet / Authonty\nBurg. van Breda",
        {"Burg. van Breda"},
    ),
    (
        "the customer whom a sentence names on a line of its own is none",
        "Zonnedauw Bank\nATTESTATION D'OUVERTURE DE COMPTE\nNous attestons que\nla Societe KORENBLOEM SARL,\nR.C.S. "
        "Luxembourg B 198.822,\nest titulaire du compte IBAN LU28 0019 4006 4475 0000.",
        {"Zonnedauw Bank"},
    ),
    (
        "the title of a mandate is no name",
        "MANDAT DE PRÉLÈVEMENT SEPA\nDébiteur : KORENBLOEM SAS, 12 rue des Halles, 44000 Nantes\nTitulaire du compte : "
        "KORENBLOEM SAS\nIBAN FR14 2004 1010 0505 0001 3M02 606",
        set(),
    ),
    (
        "a company's form and capital are no name",
        "FACTURE\nSAS au capital de 20 000 €\nFacturé à : Korenbloem SARL\n2 rue Haute\n29000 QUIMPER",
        set(),
    ),
)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in ISSUERS], ids=[case[0] for case in ISSUERS])
def test_the_issuer_is_who_speaks_in_the_paper(text: str, expected: set[str]) -> None:
    assert kept(text, "issuer") == expected


_LEASE = "BAIL COMMERCIAL\nLa société anonyme ZONNEDAUW, dont le siège est établi à 6000 Charleroi, boulevard "
_LEASE += "Neuf 8,\n"
_LEASE += "ci-après dénommée « le bailleur »,\nET :\nLa SRL KORENBLOEM, dont le siège est établi à 5000 "
_LEASE += "Namur, rue du Pont 3,"
_LEASE += "\nci-après dénommée « le preneur »"
_BILL = "Zonnestroom\nFactuur elektriciteit\nVerbruik 12 kWh\nKORENBLOEM BV\n{street}\n2600 BERCHEM\nTe betalen\n"
_BILL += "Leveringsadres Lindestraat 18, 2600 Berchem\nFactuurdatum 14.09.2025"
_BESIDE = "Factuur gas en stroom\nKorenbloem v.o.f.\tFactuur gas en stroom\nt.a.v. "
_BESIDE += "administratie\tFactuurnummer 22600055\n"
_BESIDE += "Lange Weg 8\tFactuurdatum 4 februari 2025\n1621 AB HOORN\tKlantnummer 88100055\nVerbruik 12 kWh"

_NO_PART = (
    "ATTESTATION DE VIGILANCE\nNous attestons que l'entreprise KORENBLOEM SAS, SIREN 552 100 554, 12 rue des "
    "Halles 44000 "
    "Nantes, est à jour."
)
ADDRESSES: tuple[tuple[str, str, set[str]], ...] = (
    ("of a tenant whose form stands before its name", _LEASE, {"rue du Pont 3, 5000 Namur"}),
    ("where a bill is sent to", _BILL.format(street="STATIESTRAAT 40"), {"STATIESTRAAT 40, 2600 BERCHEM"}),
    ("without the number before it", _NO_PART, {"12 rue des Halles 44000 Nantes"}),
    ("in its better writing", _BILL.format(street="LINDESTRAAT 18"), {"Lindestraat 18, 2600 Berchem"}),
    ("beside a column of what the letter refers to", _BESIDE, {"Lange Weg 8, 1621 AB HOORN"}),
    (
        "that a deed gives behind the town",
        "OPRICHTING\nDe oprichters richten een vennootschap op, genaamd Korenbloem BV, waarvan de zetel "
        "gevestigd wordt "
        "te 9300 Aalst,\nOude Markt 7 bus 2, met een aanvangsvermogen van 25.000 euro.",
        {"Oude Markt 7 bus 2, 9300 Aalst"},
    ),
)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in ADDRESSES], ids=[case[0] for case in ADDRESSES])
def test_the_address_is_the_companys_own(text: str, expected: set[str]) -> None:
    assert kept(text, "registered_address") == expected


def test_the_day_since_which_a_register_has_an_address_is_no_part_of_it() -> None:
    assert in_one_line("Meir 12\n2000 Antwerpen Sinds 12 maart 2019") == "Meir 12, 2000 Antwerpen"
    assert in_one_line("rue du Pont 3\n5000 Namur") == "rue du Pont 3, 5000 Namur"


_SOLE = "KVK\nUittreksel Handelsregister\nKvK-nummer 68120934\nOnderneming\nHandelsnaam\tBakkerij Korenbloem\n"
_SIRENE = "Avis de situation au répertoire Sirene\nIdentifiant SIREN 552 100 554\nNom\tCLAES\nPrénoms\tJeanne Marie\n"

NAMES: tuple[tuple[str, str, set[str]], ...] = (
    ("of a tenant whose form stands before it", _LEASE, {"SRL KORENBLOEM"}),
    ("under which a sole trader is entered", _SOLE + "Rechtsvorm\tEenmanszaak", {"Bakkerij Korenbloem"}),
    ("no trade name of a company", _SOLE + "Rechtsvorm\tBesloten Vennootschap", set()),
    (
        "of the person who is the business",
        _SIRENE + "Catégorie juridique\t1000 - Entrepreneur individuel",
        {"CLAES Jeanne Marie"},
    ),
    (
        "with its form on the line below",
        "RELEVÉ DE COMPTE\nKORENBLOEM\nSARL\n22 RUE HAUTE\n33000 BORDEAUX\nSolde créditeur",
        {"KORENBLOEM SARL"},
    ),
    ("beside a column of what the letter refers to", _BESIDE, {"Korenbloem v.o.f."}),
)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_the_name_of_the_customer_is_read_from_its_block(text: str, expected: set[str]) -> None:
    assert kept(text, "company_name") == expected
