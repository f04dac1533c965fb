"""Addresses in one line, and those of other parties, which are left out."""

import pytest

from domain.extraction.address_sentences import addresses_in_sentences
from domain.extraction.address_shapes import in_one_line
from tests.domain.extraction.kept_values import kept


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("Meir 12\n2000 Antwerpen", "Meir 12, 2000 Antwerpen"),
        ("Meir 12,\n2000 Antwerpen\nBelgië", "Meir 12, 2000 Antwerpen, België"),
        ("2000 Antwerpen, Meir 12 bus 3", "Meir 12 bus 3, 2000 Antwerpen"),
        ("4 Dock Road\nLiverpool\nL3 4AB", "4 Dock Road, Liverpool, L3 4AB"),
        ("Korenmarkt Nr.: 12 Bus: 3\nPostnummer: 9000 Gemeente: Gent", "Korenmarkt 12 bus 3, 9000 Gent"),
        ("Korenmarkt Nr.: 12 Bus:\nPostnummer: 9000 Gemeente: Gent", "Korenmarkt 12, 9000 Gent"),
        ("rue Haute 12A bte, 4000 Liège", "rue Haute 12A, 4000 Liège"),
        ("12 rue du Bus, 78550 Maulette", "12 rue du Bus, 78550 Maulette"),
        ("3 rue de la Gare\n62124 Bus", "3 rue de la Gare, 62124 Bus"),
    ],
)
def test_lines_are_joined_and_the_street_stands_first(written: str, line: str) -> None:
    assert in_one_line(written) == line


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("De vennootschap, met zetel te Havenlaan 86C, 1000 Brussel, ingeschreven", "Havenlaan 86C, 1000 Brussel"),
        ("De zetel van de vennootschap is gevestigd te 9000 Gent, Korenmarkt 12.", "9000 Gent, Korenmarkt 12"),
        (
            "Le siège social est établi à 1000 Bruxelles, rue de la Loi 16 bte 4.",
            "1000 Bruxelles, rue de la Loi 16 bte 4",
        ),
        ("La société a son siège social au 12 rue de la Paix, 75002 Paris.", "12 rue de la Paix, 75002 Paris"),
        ("Die Geschäftsanschrift der Gesellschaft lautet: Domstraße 12, 50668 Köln.", "Domstraße 12, 50668 Köln"),
        (
            "The registered office of the company is situated at 4 Dock Road, Liverpool, L3 4AB.",
            "4 Dock Road, Liverpool, L3 4AB",
        ),
        ("voor mij, notaris met kantoor te Gent, zetel te 9000 Gent, Kouter 1", None),
        ("Sitz der Gesellschaft ist München.", None),
    ],
)
def test_a_deed_says_where_the_registered_office_is(text: str, address: str | None) -> None:
    assert [text[start:end] for start, end in addresses_in_sentences(text)] == ([address] if address else [])


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("Adres: Damrak 1 1012 AB Amsterdam, Nederland", "Damrak 1 1012 AB Amsterdam, Nederland"),
        ("Adres: Damrak 1 1015 CV Amsterdam, The Netherlands", "Damrak 1 1015 CV Amsterdam, The Netherlands"),
        ("Adres: Hoofdstraat 5 6811 AG Arnhem, Gelderland, Nederland", "Hoofdstraat 5 6811 AG Arnhem"),
        ("Leveringsadres\nDamrak 1 1012 AB Amsterdam, Nederland", "Damrak 1 1012 AB Amsterdam, Nederland"),
        ("Address: Unit 4 SE Business Park, London SE1 2AA", "Unit 4 SE Business Park, London SE1 2AA"),
        ("Leveringsadres: Korenbloem B.V., Kerkstraat 1, 1234 AB Utrecht", "Kerkstraat 1, 1234 AB Utrecht"),
        ("Leveringsadres: Korenbloem B.V. te Kerkstraat 1, 1234 AB Utrecht", "Kerkstraat 1, 1234 AB Utrecht"),
    ],
)
def test_the_letters_of_a_postal_code_are_no_legal_form_of_a_name_before_it(written: str, address: str) -> None:
    text = f"FACTUUR\nFactuurdatum 3 mei 2024\n{written}\nOnderhoud 100,00\n"
    assert kept(text, "registered_address") == {address}
