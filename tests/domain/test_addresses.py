"""Whether two writings of an address mean the same place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.addresses import compare_addresses, may_be_one_door
from domain.naming import Likeness

EUROPEAN_TEXT = st.text(st.characters(max_codepoint=0x24F) | st.characters(min_codepoint=0x370, max_codepoint=0x3FF))


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
        ("Place de l'Étoile 2, 4000 Liège", "PL DE L ETOILE 2 4000 LUIK", "same"),
        ("Dr. Maesstraat 4, 3500 Hasselt", "Dokter Maesstraat 4, 3500 Hasselt", "same"),
        ("Meir 16/0301, 2000 Antwerpen", "Meir 16 bus 301, 2000 Antwerpen", "same"),
        ("Meir 16/0301, 2000 Antwerpen", "Meir 16 bus 0301, 2000 Antwerpen", "same"),
        ("Meir 12A/201, 2000 Antwerpen", "Meir 12A bus 201, 2000 Antwerpen", "same"),
        ("Meir 12 d 9000 Gent", "Meir 12d, 9000 Gent", "same"),
        ("бул. Витоша 15, 1000 София", "Vitosha Blvd 15, 1000 Sofia", "same"),
        ("Strandgt. 4, 5013 Bergen", "Strandgaten 4, 5013 BERGEN", "same"),
        ("Ακτή Ακμής 12, 185 37 Πειραιάς", "Akti Akmis 12, 18537 Piraeus", "same"),
        ("KADE 00012, 3011AB ROTTERDAM", "Kade 12, 3011 AB Rotterdam", "same"),
        ("KADE 00012 A, 3011AB ROTTERDAM", "Kade 12a, 3011 Rotterdam", "same"),
        ("KADE 00012, 3011AB ROTTERDAM", "Kade 120, 3011 AB Rotterdam", "similar"),
        ("Kade 12, 3011 AB Rotterdam", "Dreef 12, 3011 CD Rotterdam", "similar"),
        ("Meir 24/3, 2000 Antwerpen", "Meir 24 bus 3, 2000 Antwerpen", "same"),
        ("Meir 24a/0003, 2000 Antwerpen", "Meir 24A bus 3, 2000 Antwerpen", "same"),
        ("Meir 12/14, 2000 Antwerpen", "Meir 12-14, 2000 Antwerpen", "same"),
        ("12 BIS AV ACME, 75016 PARIS", "12bis avenue Acme, 75016 Paris", "same"),
        ("18 QU ACME, 75013 PARIS", "18 quai Acme, 75013 Paris", "same"),
        ("CALLE ACME 5, 46001 VALENCIA", "C/ Acme, 5, 46001 València", "same"),
        ("Via Akme 2, 00185 Roma", "Via Akme 2, 185 Roma", "different"),
        ("Rue de la Loi 1, 1000 Bruxelles", "Rue de la Loi 16, 1000 Bruxelles", "similar"),
        ("Meir 1, 2000 Antwerpen", "Meir 11, 2000 Antwerpen", "similar"),
        ("Meir 1a, 2000 Antwerpen", "Meir 1b, 2000 Antwerpen", "similar"),
        ("Meir, 2000 Antwerpen", "Meir 1, 2000 Antwerpen", "same"),
        ("Meir 1 bte 3, B-2000 Anvers", "Meir 1 b3, 2000 Antwerpen", "same"),
        ("Meir 1 A, 2000 Antwerpen", "Meir 1a, 2000 Antwerpen", "same"),
        ("Meir 1, 2000 Antwerpen, Belgique", "Meir 1, 2000 Antwerpen, Belgium", "same"),
        ("Hauptstr. 5, D-10115 Berlin", "Hauptstraße 5, 10115 Berlin", "same"),
        ("Leopoldstraat 5, 2000 Antwerpen", "Leopold straat 5, 2000 Antwerpen", "same"),
        ("ul. Złota 5, 00-950 Warszawa", "Zlota 5, 00950 Warsaw", "same"),
        ("Storgata 5, 0155 OSLO", "Storgaten 5, 0155 Oslo, Norge", "same"),
        ("Rue Abc 5, 1200 Woluwe-Saint-Lambert", "Rue Def 5, 1200 Woluwe-Saint-Lambert", "similar"),
        ("Meir 1 bus 3, 2000 Antwerpen", "Meir 1 bus 4, 2000 Antwerpen", "similar"),
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


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Rue de la Loi 16, 1000 Bruxelles", "Wetstraat 16, 1000 Brussel", True),
        ("Rue de la Loi 16, 1000 Bruxelles", "Wetstraat 18, 1000 Brussel", False),
        ("Korenbloemstraat 12, 9000 Gent", "Koornblomstraet 12, 9000 Gent", True),
        ("Korenmarkt 3, 9000 Gent", "Graslei 3, 9000 Gent", False),
        ("Korenmarkt, 9000 Gent", "Graslei, 9000 Gent", False),
        ("Rue Neuve 3, 5000 Namur", "Rue Neuve 3, 4000 Liège", False),
    ],
)
def test_one_door_has_one_number_and_a_street_that_may_be_the_same(one: str, other: str, may_be: bool) -> None:
    assert may_be_one_door(one, other) == may_be


@given(EUROPEAN_TEXT)
def test_an_address_is_the_same_as_itself(text: str) -> None:
    assert compare_addresses(text, text) == "same"


@given(EUROPEAN_TEXT, EUROPEAN_TEXT)
def test_it_does_not_matter_which_comes_first(one: str, other: str) -> None:
    assert compare_addresses(one, other) == compare_addresses(other, one)
    assert may_be_one_door(one, other) == may_be_one_door(other, one)


WORDS = st.sampled_from(["Meir", "Meirstraat", "1", "1a", "bus", "2", "2000", "9000", "Antwerpen", "Gent", "België"])


@given(st.lists(WORDS), st.lists(WORDS))
def test_it_does_not_matter_which_comes_first_of_addresses_that_resemble_each_other(
    one: list[str], other: list[str]
) -> None:
    first, second = " ".join(one), " ".join(other)

    assert compare_addresses(first, second) == compare_addresses(second, first)
    assert may_be_one_door(first, second) == may_be_one_door(second, first)
