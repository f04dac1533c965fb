"""Extracts of the Swiss commercial register, whose tables keep the entries that were struck out."""

import pytest

from domain.extraction.extract import extract
from domain.extraction.fields import fields_of
from tests.domain.extraction.kept_values import TODAY, kept
from tests.domain.extraction.written_pages import laid_out, written

ZURICH = """Handelsregisteramt des Kantons Zürich
Internet-Auszug
Identifikationsnummer
CHE-116.281.710
Rechtsnatur
Aktiengesellschaft
Eintragung
12.03.2015
Löschung\tÜbertrag
Alle Eintragungen
Ei\tLö\tFirma\tRef\tSitz
1\t3\tGletscherholz Handels AG
3\tGletscherholz AG
1\tUster
Ei\tLö\tAktienkapital (CHF)\tEi\tLö\tDomiziladresse
1\t100'000.00\t1\t4\tSeestrasse 8, 8610 Uster
4\tBahnhofquai 15
8001 Zürich
Ei\tLö\tZweck\tRef\tStatutendatum
1\tHandel mit Holz.
Ref\tTR-Nr.\tTR-Datum\tSHAB\tSHAB-Dat. / Seite
1\t31877\t12.03.2015\t53\t17.03.2015 / 4810022
Zürich, 08.01.2026 09:15\tSeite 1
"""
GENEVA = """Registre du commerce du canton de Genève
Ins\tRa\tRaison sociale\tRéf\tSiège
1\t2\tAtelier Vieux-Port SA
2\tAtelier du Port SA
Ins\tRa\tBut\tIns\tRa\tAdresse
1\tMenuiserie\t1\t2\true du Lac 4, 1207 Genève
2\tquai du Mont-Blanc 9
1201 Genève
"""


def test_the_name_and_the_address_are_those_that_are_not_struck_out() -> None:
    assert kept(ZURICH, "company_name") == {"Gletscherholz AG"}
    assert kept(ZURICH, "registered_address") == {"Bahnhofquai 15, 8001 Zürich"}


def test_a_french_extract_is_read_like_a_german_one() -> None:
    assert kept(GENEVA, "company_name") == {"Atelier du Port SA"}
    assert kept(GENEVA, "registered_address") == {"quai du Mont-Blanc 9, 1201 Genève"}


def test_the_day_of_the_entry_is_that_of_the_company_and_the_last_line_that_of_the_extract() -> None:
    assert kept(ZURICH, "incorporation_date") == {"2015-03-12"}
    assert kept(ZURICH, "document_date") == {"2026-01-08"}


def test_the_day_of_the_last_entry_founds_nothing() -> None:
    text = "Handelsregister B des Amtsgerichts Kiel\nLetzte Eintragung\n12.03.2015\n"
    assert kept(text, "incorporation_date") == set()


BOARD = """Handelsregisteramt des Kantons Zürich
Identifikationsnummer
CHE-116.281.710
Ei  Ae  Lö  Personalangaben                        Funktion                          Zeichnungsart
1       3   Aebi, Hans, von Worb, in Uster         Präsident des Verwaltungsrates    Einzelunterschrift
1   3       Bolt, Reto, von Uster, in Zürich       Präsident des Verwaltungsrates    Einzelunterschrift
1   3   4   Frey, Anna, von Chur, in Zürich        Mitglied des Verwaltungsrates     Einzelunterschrift
5           Gut, Chiara, von Lugano, in Dübendorf  Mitglied des Verwaltungsrates     Einzelunterschrift
"""


def test_who_has_a_number_in_the_column_of_deletions_leads_no_longer() -> None:
    found = extract("doc_000000000000", [laid_out(BOARD)], TODAY).candidates
    assert {one.value_normalized for one in found if one.feature == "director"} == {"Reto Bolt", "Chiara Gut"}


@pytest.mark.parametrize(
    "rows",
    [
        "1.\tKorenbloem AG\tZürich",
        "Personen\n1.\tMüller\tHans\tDirektor",
        "Personen\n1\tMüller\tHans\tDirektor",
        "Nr.\tSeiten\tBeleg\n1\t3\tStatuten",
    ],
)
def test_a_numbered_list_below_the_head_of_a_register_strikes_nothing_out(rows: str) -> None:
    text = f"Handelsregisteramt des Kantons Zürich\nEi\tLö\tFirma\n1\tGletscherholz AG\n{rows}\n"
    (read,) = fields_of([written(text)])
    assert read.struck == frozenset()


def test_two_numbers_before_an_entry_strike_it_out() -> None:
    (read,) = fields_of([written("Ei\tLö\tFirma\n1\t3\tGletscherholz Handels AG\n3\tGletscherholz AG\tZürich\n")])
    assert read.struck == {1}
