"""How a page is read for the company's name, its number, its contact data, and whether anybody uses it."""

import pytest

from activities.sources.page_text import PageText, page_text
from activities.sources.website.contact import Contact, contacts_of
from activities.sources.website.organisation import organisation_words
from activities.sources.website.page import MAX_COMPARED_CHARACTERS, names_company, states_number
from activities.sources.website.reading import is_parked
from schemas.company import Company


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("Welcome to ACME TRADING!", "Acme Trading BVBA", True),
        ("acme-trading, office supplies", "Acme Trading BV", True),
        ("Acme Tradimg", "Acme Trading BVBA", True),
        ("ΓΑΛΑΖΙΟΣ ΟΡΙΖΟΝΤΑΣ", "Γαλάζιος Ορίζοντας Α.Ε.", True),
        ("Modry Kamen s.r.o.", "Modrý Kámen s.r.o.", True),
        ("Zeta Holding", "Acme Trading BVBA", False),
        ("Abacus", "Aba BV", False),
        ("Werkzeuge von Müller & Söhne", "Mueller und Soehne GmbH", True),
        ("Maison Dupont et Fils", "Dupont & Fils SARL", True),
        ("Our corp was founded", "E Corp BV", False),
        ("Welcome to the town of Mons", "Moens BV", False),
        ("", "Acme Trading BVBA", False),
        ("anything", "!!!", None),
    ],
)
def test_a_name_is_recognised_without_its_legal_form(text: str, name: str, named: bool | None) -> None:
    assert names_company(text, name) is named


@pytest.mark.parametrize(
    ("text", "vat_number", "registration_number", "stated"),
    [
        ("BTW BE 0456.789.012", "BE0456789012", None, True),
        ("TVA: 0456 789 012", "BE0456789012", None, True),
        ("0456\u00a0789\u00a0012", "BE0456789012", None, True),
        ("nl169149705b01", "NL169149705B01", None, True),
        ("HRB 123456, Amtsgericht", None, "HRB 123456", True),
        ("Amtsgericht Bonn, HRB 65432", None, "HRB 65432 Bonn", True),
        ("Amtsgericht Bonn, HRB 654321", None, "HRB 65432 Bonn", False),
        ("BTW BE 456.789.012", "BE0456789012", None, True),
        ("BE 0456–789–012", "BE0456789012", None, True),
        ("10456789012", "BE0456789012", None, False),
        ("call 1234", "RO1234", None, False),
        ("CUI RO 1234", "RO1234", None, True),
        ("BE 0456.789.013", "BE0456789012", None, False),
        ("BE 0456.789.012", None, None, None),
    ],
)
def test_a_number_is_recognised_however_it_is_written(
    text: str, vat_number: str | None, registration_number: str | None, stated: bool | None
) -> None:
    company = Company(
        company_name="A", country="BE", vat_number=vat_number, company_registration_number=registration_number
    )
    assert states_number(text, company) is stated


def test_what_stands_beyond_the_compared_part_of_a_long_page_is_not_denied() -> None:
    company = Company(company_name="Acme Trading BVBA", country="BE", vat_number="BE0456789012")
    text = f"{'word ' * (MAX_COMPARED_CHARACTERS // 5)} Acme Trading BE0456789012"
    assert (names_company(text, company.company_name), states_number(text, company)) == (None, None)


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ('{"@type": "Organization", "legalName": "Acme BV", "vatID": "BE0456789012"}', "Acme BV BE0456789012"),
        ('{"@graph": [{"x": 1}, {"publisher": {"legalName": "Acme BV", "taxID": "1234567"}}]}', "Acme BV 1234567"),
        ('[[[{"vatID": "BE1"}]]]', "BE1"),
        ('{"name": "Acme BV"}', ""),
        ('{"legalName": ["Acme BV"], "vatID": 456789012, "taxID": null}', ""),
        ('{"legalName": "Acme BV"', ""),
        ('{"legalName": "\\ud800"}', "\ud800"),
        ("", ""),
        ("null", ""),
        ("1" * 10_000, ""),
        ("[" * 100_000, ""),
        ('{"legalName": "' + "A" * 300_000 + '"}', ""),
        (f'[{"0," * 10_000}{{"vatID": "BE1"}}]', ""),
    ],
)
def test_an_organisation_is_read_from_json_ld(block: str, words: str) -> None:
    assert organisation_words([block]) == words


@pytest.mark.parametrize(
    ("markup", "contacts"),
    [
        ('<a href="mailto:Info@Acme.be?subject=x">mail us</a>', [("email", "info@acme.be")]),
        ("write to sales@acme.co.uk, please", [("email", "sales@acme.co.uk")]),
        ('<a href="tel:+32%209%20555%2001%2000">call</a>', [("phone", "+3295550100")]),
        ('<a href="tel:09 555 01 00">call</a>', [("phone", "095550100")]),
        ("+32 (0)9 555 01 00", [("phone", "+3295550100")]),
        ("+32\u00a09\u00a0555\u00a001\u00a000.", [("phone", "+3295550100")]),
        ("BE 0456.789.012", []),
        ("09 555 01 00", []),
        ("+1 2", []),
        ("1+234567890", []),
        ("a@b", []),
        ('<a href="mailto:">x</a><a href="tel:">y</a><a href="mailto:a b">z</a>', []),
        ("a@acme.be A@ACME.BE", [("email", "a@acme.be")]),
    ],
)
def test_contact_data_is_what_can_be_nothing_else(markup: str, contacts: list[tuple[str, str]]) -> None:
    found = [contact for _, contact in contacts_of([page_text(markup)])]
    assert [(contact.kind, contact.value) for contact in found] == contacts


def test_five_contacts_are_enough_and_each_knows_its_page() -> None:
    pages = [PageText("", "a@acme.be"), PageText("", " ".join(f"{n}@acme.be a@acme.be" for n in range(9)))]
    found = contacts_of(pages)
    assert found[:2] == ((0, Contact("email", "a@acme.be")), (1, Contact("email", "0@acme.be")))
    assert len(found) == 5


@pytest.mark.parametrize("unit", ["a", "a@", "+1", "+1 ", "a.", "@a.", "1 "])
def test_a_page_of_one_letter_costs_no_time(unit: str) -> None:
    # A search that starts over at every letter would run into the suite's time limit here.
    assert contacts_of([PageText("", unit * (2 * 1024 * 1024 // len(unit)))]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "This domain is parked",
        "acme.be – Domain For Sale!",
        "Buy this domain.",
        "Deze domeinnaam is te koop",
        "Ce nom de domaine à vendre",
        "Diese Domain steht zum Verkauf",
        "Este dominio está a la venta",
        "Domena na sprzedaż",
        "Domän till salu",
    ],
)
def test_a_parked_page_is_told_in_the_languages_of_our_countries(text: str) -> None:
    assert is_parked(f"Welcome. {text} Related searches: shoes, loans")


@pytest.mark.parametrize(
    "text", ["Acme Trading, office supplies", "We sell domains", "This domain is parked " * 500, ""]
)
def test_a_page_that_somebody_uses_is_not_parked(text: str) -> None:
    assert not is_parked(text)
