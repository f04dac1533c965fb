"""Persons' names as documents write them, and in one line."""

import pytest

from domain.extraction.owner_sentences import share_of
from domain.extraction.person_shapes import name_at


@pytest.mark.parametrize(
    ("text", "quote", "normalized"),
    [
        ("Jan Peeters, wonende te Gent", "Jan Peeters", "Jan Peeters"),
        ("de heer Jan Peeters, bestuurder", "Jan Peeters", "Jan Peeters"),
        ("Monsieur Jean-Luc D'Hondt, né à Namur", "Jean-Luc D'Hondt", "Jean-Luc D'Hondt"),
        ("Mme Anne Petit", "Anne Petit", "Anne Petit"),
        ("Herr Dr. Klaus von der Heide, Köln", "Klaus von der Heide", "Klaus von der Heide"),
        ("Frau Petra Müller-Lange", "Petra Müller-Lange", "Petra Müller-Lange"),
        ("PEETERS Jan", "PEETERS Jan", "Jan Peeters"),
        ("Jean DUPONT, demeurant", "Jean DUPONT", "Jean Dupont"),
        ("Peeters, Jan", "Peeters, Jan", "Jan Peeters"),
        ("Müller, Hans, Berlin, *01.01.1970", "Müller, Hans", "Hans Müller"),
        ("Van den Broeck, Marie", "Van den Broeck, Marie", "Marie Van den Broeck"),
        ("Berg, van den - Jan Pieter 08-05-1974", "Berg, van den - Jan Pieter", "Jan Pieter van den Berg"),
        ("Smet, de, Els", "Smet, de, Els", "Els de Smet"),
        ("Smet, Els de (bestuurder)", "Smet, Els de", "Els de Smet"),
        ("Peeters, Jan, de heer", "Peeters, Jan", "Jan Peeters"),
        ("Berg, Jan van den 08-05-1974", "Berg, Jan van den", "Jan van den Berg"),
        ("Dijk, Jan van\tbestuurder", "Dijk, Jan van", "Jan van Dijk"),
        ("Peeters, Jan op 12-03-2020 benoemd", "Peeters, Jan", "Jan Peeters"),
        ("Müller, Hans in 50667 Köln", "Müller, Hans", "Hans Müller"),
        ("Peeters, Jan te 9000 Gent", "Peeters, Jan", "Jan Peeters"),
        ("Peeters, Jan van 01-01-2020 tot 2023", "Peeters, Jan", "Jan Peeters"),
        ("Peeters, Jan van\n01-01-2020 tot 2023", "Peeters, Jan", "Jan Peeters"),
        ("Dupont, Jean de 2010 à 2015", "Dupont, Jean", "Jean Dupont"),
        ("Müller, Hans von\n", "Müller, Hans", "Hans Müller"),
        ("De Smet Els", "De Smet Els", "De Smet Els"),
        ("SMITH, John Andrew", "SMITH, John Andrew", "John Andrew Smith"),
        ("Jan\nPeeters", "Jan\nPeeters", "Jan Peeters"),
    ],
)
def test_a_name_is_cited_as_written_and_normalised_with_given_names_first(
    text: str, quote: str, normalized: str
) -> None:
    name = name_at(text, 0)

    assert name is not None
    assert (text[name.start : name.end], name.normalized) == (quote, normalized)


@pytest.mark.parametrize(
    "text",
    [
        "Antwerpen, Meir 12",
        "Delta Gestion SRL",
        "Gent, de 3 mei",
        "De vennootschap",
        "Peeters",
        "Raad van Bestuur",
        "1 maart 2012",
        "BTW BE 0403",
        "",
    ],
)
def test_what_is_no_person_is_not_taken_for_one(text: str) -> None:
    assert name_at(text, 0) is None


@pytest.mark.parametrize(
    ("written", "share"),
    [("60", "60"), ("33,33", "33.33"), ("40.50", "40.5"), ("100,00", "100"), ("0", None), ("101", None)],
)
def test_a_share_is_a_number_of_hundredths_with_a_decimal_point(written: str, share: str | None) -> None:
    assert share_of(written) == share
