"""Owners in letters and in grids whose cells are broken, those who hold no longer, and the boards of associations."""

from collections.abc import Iterable

import pytest

from domain.extraction.found import Found
from domain.extraction.person_shapes import name_at
from schemas.extraction import DocumentType
from tests.domain.extraction.kept_values import kept
from tests.domain.extraction.test_companies_and_people import found_in
from tests.domain.extraction.written_pages import laid_out, written


def _persons(text: str, kind: DocumentType, feature: str) -> list[str]:
    return _said(found_in([written(text)], kind), feature)


def _said(found: Iterable[Found], feature: str) -> list[str]:
    """The values of a feature, in the order of their places."""
    placed = sorted((item.char_start, item.value_normalized) for item in found if item.feature == feature)
    return list(dict.fromkeys(value for _, value in placed))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Je soussigné, Benoît Lacasse, gérant de la SRL Les Trois Rivières, dont le siège se trouve rue du Moulin "
            "12 à 5000 Namur (BCE 0429.451.365), atteste que les seules personnes\n"
            "physiques qui possèdent ou contrôlent en dernier ressort la société sont :\n"
            "- moi-même, à concurrence de 60 % des parts ;\n- Madame Odile Ferrand, à hauteur de 40 %.",
            ["Benoît Lacasse", "Odile Ferrand"],
        ),
        ("The beneficial owners are: Vera Nash and Noel Pike.", ["Vera Nash", "Noel Pike"]),
        ("I, Rowan Tate, confirm that I hold 80 % of the shares of the company.", ["Rowan Tate"]),
        ("Ich, Gesine Ahlers, erkläre: Ich halte 55 % der Anteile.", ["Gesine Ahlers"]),
        (
            "Bij gebrek aan een UBO worden de bestuurders als pseudo-UBO opgegeven. Dat zijn de heer Stef Wouda, "
            "voorzitter, en mevrouw Amina Bouras, penningmeester.",
            ["Stef Wouda", "Amina Bouras"],
        ),
        (
            "Faute de bénéficiaire effectif au sens strict, Madame Solange Huet, directrice, est considérée comme "
            "dirigeant principal.",
            ["Solange Huet"],
        ),
        (
            "Da niemand mehr als ein Viertel hält, gilt Herr Jörn Petersen, Vorstand, als fiktiver wirtschaftlich "
            "Berechtigter.",
            ["Jörn Petersen"],
        ),
        (
            "No natural person meets the threshold. Ms Freya Lund is therefore recorded as senior managing official.",
            ["Freya Lund"],
        ),
    ],
)
def test_an_owner_may_be_named_in_a_letter(text: str, owners: list[str]) -> None:
    assert _persons(text, "ubo_declaration", "beneficial_owner") == owners


@pytest.mark.parametrize(
    "text",
    [
        "Mr Alan Birch, who formerly held 30 % of the shares, transferred them to his sister.",
        "Ms Ida Vance sold her 40 % of the shares in May.",
        "Monsieur Luc Aubert a cédé ses 45 % des parts le 2 mars 2026.",
        "Mevrouw Els Dockx heeft haar 35 % van de aandelen overgedragen aan haar dochter.",
        "Frau Ilse Brandt hat 30 % der Anteile auf ihren Sohn übertragen.",
    ],
)
def test_who_held_a_share_once_is_no_owner(text: str) -> None:
    assert _persons(text, "ubo_declaration", "beneficial_owner") == []


def test_who_was_given_the_share_of_another_is_an_owner() -> None:
    text = "Mr Alan Birch sold his shares to Ms Tessa Moor, who now holds 60 % of the shares."

    assert _persons(text, "ubo_declaration", "beneficial_owner") == ["Tessa Moor"]


_GRID = """Beneficial ownership declaration
Full name           Date of birth    Country         % held    How held
Rosalind Edith
Ashcombe
                    1 May 1959       Ireland         52.5      Through Elm
                                                               Nominees
Gregor
Ashcombe-Lind
                    17 June 1988     Norway          30        Directly"""


def test_the_name_of_an_owner_may_be_broken_within_its_cell() -> None:
    said = _said(found_in([laid_out(_GRID)], "ubo_declaration"), "beneficial_owner")

    assert said == ["Rosalind Edith Ashcombe", "Gregor Ashcombe-Lind"]


_UNDER_A_DIRECTOR = """Verklaring uiteindelijke begunstigden
Wettelijk vertegenwoordiger      Nele Baert, bestuurder
Naam en
voornaam         Geboortedatum     Nationaliteit     Aandeel
BAERT Nele       04/05/1971        Belg              60 %
MAES Rik         19/10/1974        Belg              40 %"""


def test_the_rows_of_a_table_of_owners_are_no_directors() -> None:
    found = found_in([laid_out(_UNDER_A_DIRECTOR)], "ubo_declaration")

    assert _said(found, "director") == ["Nele Baert"]
    assert _said(found, "beneficial_owner") == ["Nele Baert", "Rik Maes"]


_OFFICERS = """Officers
Officer              Role         Appointed         Resigned
WHITCOMBE, Harriet
Jane
                     Director     26 July 2011
HURLEY, Tom          Director     3 April 2019"""


def test_the_name_of_a_director_may_be_broken_within_its_cell() -> None:
    said = _said(found_in([laid_out(_OFFICERS)], "register_extract"), "director")

    assert said == ["Harriet Jane Whitcombe", "Tom Hurley"]


@pytest.mark.parametrize(
    ("text", "directors"),
    [
        ("Signed: Morag Sinclair, Company Director", ["Morag Sinclair"]),
        ("Unterschrift: Beat Zumstein, Verwaltungsratspräsident", ["Beat Zumstein"]),
        ("Getekend: Koen Adriaens, penningmeester", ["Koen Adriaens"]),
        ("Honorary Treasurer: Una Boyd", ["Una Boyd"]),
        ("Signé par : Maud Rivière, trésorière", ["Maud Rivière"]),
        ("Die Geschäfte führte im Berichtsjahr Frau Silke Obermann, Kauffrau.", ["Silke Obermann"]),
        ("The affairs of the company were managed by Ms Orla Keane.", ["Orla Keane"]),
        ("De dagelijkse leiding was in handen van mevrouw Hanne Claeys.", ["Hanne Claeys"]),
        ("La gestion a été assurée par Monsieur Rémi Courtois.", ["Rémi Courtois"]),
        ("Geschäftsführer/in\nA Mag. Konrad Egger, geb. 23.08.1974\nB DI Paula Wimmer, geb. 04.04.1981",
         ["Konrad Egger", "Paula Wimmer"]),
        ("Vorstand: Nora Kühn, Cottbus\nCottbus, 6. Februar 2025\nLehmann, Rechtspflegerin", ["Nora Kühn"]),
        ("Bestuurders:\nJoris Pauwels\nDe griffier\nTine Goossens, griffier", ["Joris Pauwels"]),
        (
            "La SCI DU PORT, représentée par\nson gérant M. Armand Tissot, ci-après « le Bailleur », d'une part,\n"
            "La société Vélo, représentée par sa présidente Mme Lise Carron, ci-après « le Preneur ».",
            ["Lise Carron"],
        ),
    ],
)  # fmt: skip
def test_says_who_leads_and_leaves_out_who_does_not(text: str, directors: list[str]) -> None:
    assert _persons(text, "lease" if "Bailleur" in text else "annual_accounts", "director") == directors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("C MMag. Ernst Haider, geb. 02.02.1970", "Ernst Haider"),
        ("Mag. (FH) Eva Lechner MSc", "Eva Lechner"),
        ("D Franziska Moser, geb. 01.09.1990", "Franziska Moser"),
        ("DI MARCO Anna", "Anna di Marco"),
        ("J. P. Hartley, London", "J. P. Hartley"),
    ],
)
def test_the_letters_and_titles_of_a_register_are_no_names(text: str, name: str) -> None:
    found = name_at(text, 0)

    assert found is not None and found.normalized == name


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("Es übernehmen: Frau Anna Vogt die Geschäftsanteile Nr. 1 bis 600 zu je 1,00 € (60 %) und Herr Emil Brandt "
         "die Geschäftsanteile Nr. 601 bis 1.000 zu je 1,00 € (40 %).", {"Anna Vogt", "Emil Brandt"}),
        ("De aandelen worden onderschreven als volgt: door mevrouw Anna Vogt: 90 aandelen, hetzij negentig procent "
         "(90 %); door de heer Emil Brandt: 10 aandelen, hetzij tien procent (10 %).", {"Anna Vogt"}),
        ("Es übernehmen: die Donaukorb GmbH, vertreten durch Herrn Emil Brandt, die Geschäftsanteile 1 bis 60 (60 %).",
         set()),
        ("Frau Anna Vogt erhält auf ihre Geschäftsanteile einen Rabatt (60 %).", set()),
    ],
)  # fmt: skip
def test_who_takes_up_a_quarter_of_the_shares_of_a_new_company_owns_it(said: str, owners: set[str]) -> None:
    text = f"GRÜNDUNG EINER GESELLSCHAFT\nDie Firma lautet: Korenbloem GmbH.\n{said}\n"
    assert kept(text, "beneficial_owner") == owners


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("De aandelen worden gehouden door Anna Vos (60%) en de heer P. Mulder (40%).", {"Anna Vos", "P. Mulder"}),
        ("Les parts sont détenues par Lise Moreau (70 %), Alain Perrin (20 %) et Ocre SA (10 %).", {"Lise Moreau"}),
        ("De aandelen werden tot 2020 gehouden door Anna Vos (60%) en de heer P. Mulder (40%).", set()),
        ("The shares are held by Delta Holding Ltd (60%), of which Anna Vos is director.", set()),
    ],
)
def test_a_list_of_holders_has_the_share_of_each_in_brackets(said: str, owners: set[str]) -> None:
    assert kept(f"JAARREKENING 2024\nKorenbloem B.V.\n{said}\n", "beneficial_owner") == owners


def test_a_row_with_a_birth_and_a_share_under_a_heading_of_owners_needs_no_head_of_a_table() -> None:
    text = """VERKLARING UBO
2. Uiteindelijk belanghebbende(n)
Naam en voornamen   Geboortedatum Woonland   Belang %   Aard
Smet, de - Els   08-05-1974   Nederland   60   Aandelen, direct
Notaris Ann Vos   08-05-2021   Nederland   akte   geen
"""
    assert kept(text, "beneficial_owner") == {"Els de Smet"}


def test_what_is_held_may_be_said_behind_the_share_of_another() -> None:
    text = """JAHRESABSCHLUSS zum 31. Dezember 2024
Donaukorb Gruber KG
Gemäß Vertrag ist Herr Emil Gruber mit {} und die Kommanditistin, Frau Brigitte Gruber, mit 20 % am Vermögen und
Gewinn der Gesellschaft beteiligt.
"""
    assert kept(text.format("80 %"), "beneficial_owner") == {"Emil Gruber"}
    assert kept(text.format("12 %"), "beneficial_owner") == set()
