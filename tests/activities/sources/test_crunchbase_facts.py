"""Which facts are read from Crunchbase's answer, and which organisation is the company."""

import pytest
from pydantic import JsonValue

from activities.sources.crunchbase.answer import Organisation
from activities.sources.crunchbase.facts import read_facts
from activities.sources.crunchbase.match import is_the_company, own_domain, same_site
from activities.sources.json_answer import read_json
from runtime.http import Exchange
from schemas.company import Company
from schemas.sources import FactName, SourceFact
from tests.activities.sources.stub_crunchbase import Body, an_identifier, an_organisation, body_of


def told(cards: Body | None = None, /, **properties: JsonValue) -> Organisation:
    body = an_organisation(**properties) | ({"cards": cards} if cards is not None else {})
    organisation = read_json(Exchange("https://unused", 200, body_of(body)), Organisation)
    assert organisation is not None
    return organisation


def facts_of(**properties: JsonValue) -> tuple[SourceFact, ...]:
    return tuple(read_facts(told(**properties), "domain"))


def value(name: FactName, **properties: JsonValue) -> str | bool | int | None:
    return next((fact.value for fact in facts_of(**properties) if fact.name == name), None)


def test_what_is_known_becomes_facts_and_the_page_is_named_for_attribution() -> None:
    facts = facts_of(
        legal_name="Zonnewind Logistiek BV",
        short_description="Parcels by cargo bike.",
        founded_on={"value": "2016-01-01", "precision": "year"},
        operating_status="active",
        status="operating",
        num_employees_enum="c_00011_00050",
        categories=[{"value": "Logistics"}, {"value": None}, {"value": "Delivery"}],
    )
    assert {fact.name: fact.value for fact in facts} == {
        "company_name": "Zonnewind Logistiek BV",
        "country": "BE",
        "website_url": "https://www.zonnewind.example",
        "incorporation_date": "2016",
        "company_status": "active",
        "activity_description": "Parcels by cargo bike.",
    }
    assert facts[0].details == {
        "url": "https://www.crunchbase.com/organization/winddelivers-1f",
        "matched_by": "domain",
        "known_as": "Zonnewind",
        "employees": "11-50",
        "headquarters": "Gent, Belgium, Europe",
    }
    assert facts[-1].details == {"categories": "Logistics, Delivery"}


def test_headquarters_are_no_registered_address_and_a_range_no_number_of_employees() -> None:
    card: Body = {"headquarters_address": [{"street_1": "Kanaalweg 24", "postal_code": "9000"}]}
    facts = read_facts(told(card, num_employees_enum="c_00011_00050"), "domain")
    assert {"registered_address", "employees"}.isdisjoint(fact.name for fact in facts)


@pytest.mark.parametrize(
    ("founded", "stated"),
    [
        ({"value": "2016-03-14", "precision": "day"}, "2016-03-14"),
        ({"value": "2016-03-01", "precision": "month"}, "2016-03"),
        ({"value": "2016-01-01", "precision": "year"}, "2016"),
        ({"value": "2016-01-01"}, "2016-01-01"),
        ({"value": "2016-01-01", "precision": "none"}, "2016-01-01"),
        ({"value": "2016"}, "2016"),
        ({"value": "2016-02-31", "precision": "day"}, None),
        ({"value": "long ago"}, None),
        ({"value": None}, None),
        (None, None),
    ],
)
def test_a_founding_date_is_stated_as_precisely_as_it_is_known(founded: JsonValue, stated: str | None) -> None:
    assert value("incorporation_date", founded_on=founded) == stated


@pytest.mark.parametrize(
    ("properties", "status"),
    [
        ({"operating_status": "active"}, "active"),
        ({"operating_status": "closed"}, "inactive"),
        ({"status": "operating"}, "active"),
        ({"status": "closed"}, "inactive"),
        ({"status": "ipo"}, "active"),
        ({"operating_status": "closed", "status": "was_acquired"}, "inactive"),
        ({"status": "sleeping"}, None),
        ({}, None),
    ],
)
def test_the_status_is_in_our_words(properties: Body, status: str | None) -> None:
    assert value("company_status", **properties) == status


def test_a_company_that_closed_says_when() -> None:
    facts = facts_of(operating_status="closed", closed_on={"value": "2024-05-01", "precision": "month"})
    assert [fact.details for fact in facts if fact.name == "company_status"] == [{"closed_on": "2024-05"}]


@pytest.mark.parametrize(
    ("code", "range_"),
    [("c_00001_00010", "1-10"), ("c_10001_max", "10001 or more"), ("many", None), (None, None)],
)
def test_a_number_of_employees_is_a_range(code: str | None, range_: str | None) -> None:
    assert facts_of(num_employees_enum=code)[0].details.get("employees") == range_


def test_the_older_writing_of_a_website_is_read() -> None:
    assert value("website_url", website_url=None, website={"value": "http://old.example/"}) == "http://old.example"
    assert value("website_url", website_url="javascript:alert(1)") == "javascript:alert(1)"


@pytest.mark.parametrize("permalink", ["../evil", "a b", "", None])
def test_a_page_is_linked_only_by_what_a_permalink_is(permalink: str | None) -> None:
    identifier = an_identifier() | {"permalink": permalink}
    assert "url" not in facts_of(identifier=identifier)[0].details


@pytest.mark.parametrize(
    ("name", "code"),
    [("Belgium", "BE"), ("The Netherlands", "NL"), ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("Narnia", None)],
)
def test_a_country_is_known_by_crunchbases_name_for_it(name: str, code: str | None) -> None:
    assert value("country", location_identifiers=[{"value": name, "location_type": "country"}]) == code


@pytest.mark.parametrize("cards", [[], {}])
def test_the_card_of_the_headquarters_is_believed_before_the_organisations_own_places(cards: JsonValue) -> None:
    france: JsonValue = [{"value": "France", "location_type": "country"}]
    card: JsonValue = {"location_identifiers": france}
    by_card = told({"headquarters_address": [card] if isinstance(cards, list) else card})
    assert [fact.value for fact in read_facts(by_card, "domain") if fact.name == "country"] == ["FR"]


@pytest.mark.parametrize(
    ("website_url", "domain"),
    [
        ("https://www.zonnewind.example/nl", "zonnewind.example"),
        ("HTTP://Zonnewind.Example:8080", "zonnewind.example"),
        ("zonnewind.example", "zonnewind.example"),
        ("https://käserei.example", "xn--kserei-bua.example"),
        ("https://facebook.com/zonnewind", None),
        ("https://zonnewind.wixsite.com/shop", None),
        ("https://localhost", None),
        ("https://", None),
        ("", None),
        (None, None),
    ],
)
def test_a_companys_own_domain_is_its_host_unless_that_is_shared(website_url: str | None, domain: str | None) -> None:
    assert own_domain(website_url) == domain


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://zonnewind.example", "http://www.zonnewind.example/", True),
        ("https://shop.zonnewind.example", "https://zonnewind.example", True),
        ("https://zonnewind.example", "https://nl.zonnewind.example", True),
        ("https://zonnewind.example", "https://mijnzonnewind.example", False),
        ("https://a.wixsite.com", "https://b.wixsite.com", False),
        (None, None, False),
    ],
)
def test_one_site_is_known_by_its_domain(one: str | None, other: str | None, same: bool) -> None:
    assert same_site(one, other) is same


def company(name: str = "Zonnewind BV", website_url: str | None = None) -> Company:
    return Company(company_name=name, country="BE", website_url=website_url)


@pytest.mark.parametrize(
    ("asked", "properties", "taken"),
    [
        (company(), {}, True),
        (company("Zonnewindt BV"), {}, True),
        (company("Maanlicht"), {}, False),
        (company("Maanlicht"), {"legal_name": "Maanlicht NV"}, True),
        (company(), {"location_identifiers": []}, False),
        (company(), {"location_identifiers": None}, False),
        (company(website_url="https://elsewhere.example"), {}, True),
        (company("Zonnewindt BV", "https://elsewhere.example"), {}, False),
        (company("Zonnewindt BV", "https://shop.zonnewind.example"), {}, True),
        (company("Zonnewindt BV", "https://facebook.com/zonnewind"), {}, True),
    ],
)
def test_an_organisation_found_by_name_is_the_company_only_in_its_country(
    asked: Company, properties: Body, taken: bool
) -> None:
    assert is_the_company(asked, told(**properties)) is taken
