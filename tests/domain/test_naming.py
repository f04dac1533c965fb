"""Whether two writings of a name or an address mean the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.naming import Likeness, compare_addresses, compare_names, core_name, folded, legal_form

EUROPEAN_TEXT = st.text(st.characters(max_codepoint=0x24F) | st.characters(min_codepoint=0x370, max_codepoint=0x3FF))
CAPITALS_TO_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Trading BVBA", "ACME TRADING"),
        ("Acme Trading BVBA", "Acme Trading SRL"),
        ("Acme Trading BV", "SPRL ACME TRADING"),
        ("AG Insurance NV", "NV AG INSURANCE"),
        ("Colruyt Groep N.V.", "COLRUYT GROEP SA"),
        ("Océ-Technologies B.V.", "OCE TECHNOLOGIES BV"),
        ("Café Ñandú", "CAFE NANDU"),
        ("L'Oréal S.A.", "LOREAL SA"),
        ("Société Générale", "SOCIETE GENERALE"),
        ("Acme S.à r.l.", "ACME Société à responsabilité limitée"),
        ("Großhandel Müller GmbH", "GROSSHANDEL MÜLLER Gesellschaft mit beschränkter Haftung"),
        ("Mustafa’s Döner", "Mustafas Doner"),
        ("Żabka Polska Sp. z o.o.", "ZABKA POLSKA spzoo"),
        ("Ακμή Α.Ε.", "AKMI AE"),
        ("ΠΑΠΑΔΟΠΟΥΛΟΣ ΕΠΕ", "Papadopoulos EPE"),
        ("Παπαδόπουλος Ε.Π.Е.", "PAPADOPOULOS"),
        ("Ørsted A/S", "Orsted AS"),
        ("Web Shop", "WebShop"),
        ("Acme  Trading ", "Acme Trading"),
        ("Acme & Zonen", "Acme, Zonen"),
    ],
)
def test_one_company_written_in_two_ways_is_the_same(one: str, other: str) -> None:
    assert compare_names(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller GmbH", "Mueller GmbH"),
        ("Jan Peeters BV", "Jan Peters BV"),
        ("Trading Acme", "Acme Trading"),
        ("Acme 1 BV", "Acme 2 BV"),
        ("Van den Berg Transport", "Van den Broeck Transport"),
    ],
)
def test_names_that_nearly_agree_are_similar_and_never_the_same(one: str, other: str) -> None:
    assert compare_names(one, other) == "similar"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Trading BV", "Beta Trading BV"),
        ("Colruyt", "Delhaize"),
        ("Umicore NV", "Solvay NV"),
        ("Acme Group", "Acme Foods"),
        ("Ακμή ΑΕ", "Όλυμπος ΑΕ"),
        ("Bäckerei Schmidt GmbH", "Metzgerei Wagner GmbH"),
        ("SA", "NV"),
        ("Acme", ""),
    ],
)
def test_two_companies_are_different_whatever_their_legal_form(one: str, other: str) -> None:
    assert compare_names(one, other) == "different"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Acme BV", "bv"),
        ("Acme B.V.B.A.", "bv"),
        ("Acme SRL", "bv"),
        ("S.P.R.L. Acme", "bv"),
        ("Acme S.à r.l.", "bv"),
        ("Acme SA", "nv"),
        ("Acme Naamloze Vennootschap", "nv"),
        ("NV AG Insurance", "nv"),
        ("AG Insurance NV", "nv"),
        ("Limited Edition BV", "bv"),
        ("Acme GmbH", "gmbh"),
        ("Acme AG", "ag"),
        ("Acme SAS", "sas"),
        ("Acme VOF", "vof"),
        ("Acme Comm.V", "commv"),
        ("Ακμή Α.Ε.", "ae"),
        ("ΑΚΜΗ ΑΝΩΝΥΜΗ ΕΤΑΙΡΕΙΑ", "ae"),
        ("ΑΚΜΗ ΕΠΕ", "epe"),
        ("Acme Sp. z o.o.", "spzoo"),
        ("Acme Ltd.", "ltd"),
        ("Acme", None),
        ("Sabena", None),
    ],
)
def test_a_legal_form_belongs_to_a_family(name: str, form: str | None) -> None:
    assert legal_form(name) == form


def test_the_core_of_a_name_is_without_its_legal_form() -> None:
    assert core_name("Acme Trading B.V.") == "acme trading"


def test_a_name_that_is_only_a_legal_form_is_its_own_core() -> None:
    assert core_name("S.A.") == "sa"


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Rue de la Loi 16, 1000 Bruxelles", "RUE DE LA LOI 16 1000 BRUXELLES", "same"),
        ("Rue de la Loi 16, 1000 Bruxelles", "R. de la Loi 16, 1000 Brussel", "same"),
        ("Meir 1, 2000 Antwerpen", "MEIR 1 2000 ANVERS", "same"),
        ("Meir 1, 2000 Antwerpen", "2000 Antwerp, Meir 1", "same"),
        ("Meir 1, 2000 Antwerpen", "Meir 1, 2000 Antwerpen, Belgium", "same"),
        ("Meir 1, 2000 Antwerpen", "Meir 1 bus 3, 2000 Antwerpen", "same"),
        ("Hauptstraße 5, 10115 Berlin", "Hauptstr. 5, 10115 BERLIN", "same"),
        ("Chaussée de Gand 12, 1080 Bruxelles", "CHEE DE GAND 12 1080 BRUXELLES", "same"),
        ("Bd Anspach 1, 1000 Bruxelles", "Boulevard Anspach 1, 1000 Bruxelles", "same"),
        ("Ερμού 12, 105 63 Αθήνα", "Ermou 12, 10563 Athina", "same"),
        ("Rue de la Loi 1, 1000 Bruxelles", "Rue de la Loi 16, 1000 Bruxelles", "similar"),
        ("Meir 1, 2000 Antwerpen", "Meir 11, 2000 Antwerpen", "similar"),
        ("Meir 1a, 2000 Antwerpen", "Meir 1b, 2000 Antwerpen", "similar"),
        ("Korenmarkt 3, 9000 Gent", "Graslei 3, 9000 Gent", "similar"),
        ("Rue de la Loi 16, 1000 Bruxelles", "Wetstraat 16, 1000 Brussel", "similar"),
        ("Korenmarkt 3, 9000 Gent", "Korenmarkt 3, 8000 Brugge", "different"),
        ("Meir 1, 2000 Antwerpen", "Hauptstraße 5, 10115 Berlin", "different"),
        ("Kerkstraat 1", "Dorpsplein 1", "different"),
    ],
)
def test_addresses_agree_on_street_number_and_place_or_on_the_postal_code_or_not(
    one: str, other: str, likeness: Likeness
) -> None:
    assert compare_addresses(one, other) == likeness


@given(EUROPEAN_TEXT)
def test_a_name_and_an_address_are_the_same_as_themselves(text: str) -> None:
    assert compare_names(text, text) == "same"
    assert compare_addresses(text, text) == "same"


@given(EUROPEAN_TEXT, EUROPEAN_TEXT)
def test_it_does_not_matter_which_comes_first(one: str, other: str) -> None:
    assert compare_names(one, other) == compare_names(other, one)
    assert compare_addresses(one, other) == compare_addresses(other, one)


@given(EUROPEAN_TEXT)
def test_capitals_do_not_matter(text: str) -> None:
    assert compare_names(text, text.translate(CAPITALS_TO_SMALL)) == "same"


@given(st.text(st.characters()))
def test_any_text_is_folded_to_plain_words_once_and_for_all(text: str) -> None:
    assert set(folded(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert folded(folded(text)) == folded(text)
