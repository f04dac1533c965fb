"""Papers of Belgium, the Netherlands, Luxembourg and France: the wordings and layouts that many of them share."""

import pytest

from domain.extraction.person_shapes import name_at
from schemas.extraction import DocumentType, FeatureName
from tests.domain.extraction.kept_values import kept, read

_DEED = "AKTE VAN OPRICHTING\nHeden, drie maart tweeduizend vijfentwintig, {appeared}\nSTATUTEN\nArtikel 1. Naam.\n"
_DEED += "De vennootschap draagt de naam: Korenbloem B.V.\nArtikel 9. Slotbepaling.\n{appointed}"
_MR_CLAES = "verscheen voor mij, mr. Els Maes, notaris te Breda:\nde heer Jan Claes, geboren te Breda op twee mei "
_MR_CLAES += "negentienhonderd tachtig.\nDe comparant verklaarde een vennootschap op te richten."
_REFERENCE = "Voor de eerste maal wordt tot bestuurder benoemd: de comparant voornoemd."

NUMBERS: tuple[tuple[str, FeatureName, str, set[str]], ...] = (
    (
        "grouped as an office groups it, behind words that do not say of what it is",
        "vat_number",
        "ATTESTATION\nLa société est identifiée à la taxe sur la valeur ajoutée sous le numéro\nLU 150 274 42",
        {"LU15027442"},
    ),
    (
        "of a company whose form stands before its name",
        "registration_number",
        "VOLMACHT\nDe naamloze vennootschap KORENBLOEM, met zetel te Meir 12, 2000 Antwerpen, ingeschreven "
        "onder nummer "
        "0403.170.701,\nvertegenwoordigd door haar bestuurder, de BV Zonnedauw Beheer (ondernemingsnummer "
        '0417.497.106),\nhierna "de volmachtgever", verleent hierbij volmacht.',
        {"0403170701"},
    ),
    (
        "of notaries, in the margin of their deed",
        "registration_number",
        "OPRICHTING BESLOTEN VENNOOTSCHAP\nDe vennootschap draagt de naam Korenbloem.\n" + "Artikel van de "
        "statuten.\n" * 9
        + "Geassocieerde notarissen\nMAES & CLAES\nMeir 12\nRPR Antwerpen\n0403.170.701",
        set(),
    ),
    (
        "of a company that is an officer",
        "registration_number",
        "Extrait Kbis\nImmatriculation au RCS, numéro\t552 100 554 R.C.S. Nantes\nDénomination ou raison "
        "sociale\tKORENBLOEM"
        "\nForme juridique\tSAS\nGESTION, DIRECTION\nDirecteur général\nDénomination\tZONNEDAUW\nForme "
        "juridique\tSARL\n"
        "Immatriculation au RCS, numéro\t303 265 045 R.C.S. Paris",
        {"552100554"},
    ),
    (
        "of a general partner",
        "registration_number",
        "CERTIFICATE OF INCORPORATION\nName: Korenbloem S.C.A.\nGeneral partner: Zonnedauw GP S.à r.l., R.C.S. "
        "Luxembourg B 198 822",
        set(),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("feature", "text", "expected"), [case[1:] for case in NUMBERS], ids=[c[0] for c in NUMBERS])
def test_a_number_is_read_however_it_is_grouped_and_only_where_it_is_the_companys(
    feature: FeatureName, text: str, expected: set[str]
) -> None:
    assert kept(text, feature) == expected


TYPES: tuple[tuple[str, DocumentType], ...] = (
    ("Administration\nCERTIFICAT D'IDENTIFICATION À LA TVA\nMadame, Monsieur,", "tax_certificate"),
    ("Zentrum KMU\nBESCHEINIGUNG ÜBER DIE MEHRWERTSTEUERPFLICHT\nDer Unterzeichnete bescheinigt", "tax_certificate"),
    ("Betreft: aanmelding omzetbelasting\nU bent ondernemer voor de omzetbelasting.", "tax_certificate"),
    ("Avis de situation au répertoire Sirene\nIdentifiant SIREN 552 100 554\nDénomination ABC", "register_extract"),
    ("Factuur\nFactuurnummer 12\nTotaal excl. btw 10,00\nUw btw-nummer BE0403170701", "invoice"),
)


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_a_paper_is_of_the_type_that_its_title_says(text: str, kind: DocumentType) -> None:
    assert read(text).document_type == kind


FORMS: tuple[tuple[str, str], ...] = (
    ("Denomination: Korenbloem PGmbH", "PGmbH"),
    ("Dénomination : Korenbloem s.à r.l.-S", "s.à r.l.-S"),
    ("Dénomination : Korenbloem SARLS", "SARLS"),
    ("Statutaire naam: Korenbloem v.o.f.", "v.o.f."),
    ("Dénomination : Korenbloem S.C.A.", "S.C.A."),
)


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_a_form_of_the_low_countries_is_told_from_the_name(text: str, form: str) -> None:
    assert kept(f"{text}\nUittreksel uit het handelsregister", "legal_form") == {form}


ACCOUNTS: tuple[tuple[str, str, set[str]], ...] = (
    (
        "of a booking whose amount stands on the line below is the counterparty's",
        "Rekeningafschrift\nRekening\nBE68 5390 0754 7034\nDatum\tOmschrijving\tBedrag\n01-10-2025 Zonnedauw Kassa\n"
        "IBAN: NL91ABNA0417164300 Kenmerk: 12\nOverschrijving\t+ 12,00",
        {"BE68539007547034"},
    ),
    (
        "from which a bill is debited is the customer's",
        "RECHNUNG STROM\nRechnungsdatum: 7.9.2025\nVerbrauch 12 kWh\nDer Betrag wird per Lastschrift von Ihrem Konto "
        "DE89 3704 0044 0532 0130 00 eingezogen.",
        {"DE89370400440532013000"},
    ),
    (
        "to which a bill is paid is the supplier's",
        "RECHNUNG STROM\nRechnungsdatum: 7.9.2025\nVerbrauch 12 kWh\nZahlbar auf unser Konto DE89 3704 0044 "
        "0532 0130 00",
        set(),
    ),
    (
        "opened in the name of the company that a deed founds is its own",
        "OPRICHTINGSAKTE\nDe inbreng werd gestort op een bijzondere rekening nummer BE68 5390 0754 7034, "
        "geopend op naam "
        "van de\nvennootschap in oprichting bij Bank Zonnedauw.",
        {"BE68539007547034"},
    ),
    (
        "of the notary is not",
        "OPRICHTINGSAKTE\nDe kosten worden betaald op rekening BE68 5390 0754 7034 van het notariskantoor.",
        set(),
    ),
)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in ACCOUNTS], ids=[case[0] for case in ACCOUNTS])
def test_an_account_is_the_companys_where_the_words_around_it_say_so(text: str, expected: set[str]) -> None:
    assert kept(text, "iban") == expected


def test_the_letters_of_a_form_are_no_initials() -> None:
    assert name_at("A.P. Claes", 0) is not None
    assert name_at("N.V. Claes", 0) is None
    assert name_at("R.C.S. Luxembourg", 0) is None


DIRECTORS: tuple[tuple[str, str, set[str]], ...] = (
    ("the one who appeared is meant", _DEED.format(appeared=_MR_CLAES, appointed=_REFERENCE), {"Jan Claes"}),
    (
        "of two who appeared neither is guessed",
        _DEED.format(
            appeared="verschenen voor mij:\nde heer Jan Claes en mevrouw Ann Smets.\nDe comparanten verklaarden",
            appointed=_REFERENCE,
        ),
        set(),
    ),
    (
        "one who acts for a company is not meant",
        _DEED.format(
            appeared="verscheen voor mij:\nde heer Jan Claes, te dezen handelend als bestuurder van Zonnedauw "
            "B.V.\nDe comparant verklaarde",
            appointed="Tot bestuurder wordt benoemd: de oprichter voornoemd.",
        ),
        set(),
    ),
    (
        "partners lead their partnership",
        "HUUROVEREENKOMST\nKorenbloem VOF, gevestigd te 4811 XS Breda, Markt 11, hierna te noemen 'huurder', "
        "vertegenwoordigd door haar vennoten mevrouw Ann Smets en de heer Jan Claes;",
        {"Ann Smets", "Jan Claes"},
    ),
    (
        "the partners of a landlord lead another company",
        "HUUROVEREENKOMST\nZonnedauw VOF, gevestigd te 4811 XS Breda, Markt 11, vertegenwoordigd door haar vennoten "
        "mevrouw Ann Smets en de heer Jan Claes, hierna te noemen 'verhuurder';",
        set(),
    ),
    (
        "initials are a given name",
        "Jaarrekening\nStatutaire naam: Korenbloem B.V.\nBestuurder\tA.P. Claes",
        {"A.P. Claes"},
    ),
    (
        "a letter of a bank tells who acts for its customer",
        "ATTESTATION D'OUVERTURE DE COMPTE\nLa Banque Zonnedauw atteste par la présente que la société "
        "KORENBLOEM SARL, "
        "représentée par son gérant unique, M. Jean Claes, est titulaire du compte IBAN LU28 0019 4006 4475 0000.",
        {"Jean Claes"},
    ),
    (
        "and who acts for the bank, whom nobody asked about",
        "ATTESTATION D'OUVERTURE DE COMPTE\nBanque Zonnedauw SA, représentée par son directeur, M. Jean Claes, atteste "
        "que la société KORENBLOEM SARL est titulaire du compte IBAN LU28 0019 4006 4475 0000.",
        set(),
    ),
    (
        "an office manager leads nothing",
        "VOLMACHT\nKorenbloem BV, met zetel te Meir 12, 2000 Antwerpen, verleent volmacht aan\nmevrouw Ann "
        "Smets, office "
        "manager, wonende te 2600 Berchem",
        set(),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in DIRECTORS], ids=[case[0] for case in DIRECTORS])
def test_who_leads_the_company_is_told_by_what_a_paper_called_them(text: str, expected: set[str]) -> None:
    assert kept(text, "director") == expected
