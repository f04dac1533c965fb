"""Which facts are read from NorthData's answer, and who counts as director and owner."""

import pytest
from pydantic import JsonValue

from activities.sources.json_answer import read_json
from activities.sources.northdata.answer import Company
from activities.sources.northdata.facts import read_facts
from activities.sources.northdata.roles import NO_DIRECTORS
from activities.sources.register_answers import MAX_PERSONS
from runtime.http import Exchange
from schemas.sources import FactName, SourceFact
from tests.activities.sources.northdata_answers import (
    Body,
    a_company,
    a_firm,
    a_person,
    a_role,
    body_of,
    events,
    firms,
    persons,
)


def facts_of(**members: JsonValue) -> tuple[SourceFact, ...]:
    return facts_in("BE", members)


def facts_in(country: str, members: Body) -> tuple[SourceFact, ...]:
    company = read_json(Exchange("https://unused", 200, body_of(a_company(**members))), Company)
    assert company is not None
    return read_facts(company, country)


def values(facts: tuple[SourceFact, ...], name: FactName) -> list[str | bool | int]:
    return [fact.value for fact in facts if fact.name == name]


def one(facts: tuple[SourceFact, ...], name: FactName) -> SourceFact:
    (fact,) = (fact for fact in facts if fact.name == name)
    return fact


def test_the_identity_is_stated_with_how_the_register_writes_it() -> None:
    facts = facts_of(lei="894500ZZZZZZZZZZZZ00", euId="BEKBOBCE.0711326932", blocked=True)
    assert {fact.name: fact.value for fact in facts} == {
        "company_name": "Zonnewind Logistiek BV",
        "legal_form": "BV",
        "registered_address": "Kanaalweg 24, 9000 Gent",
        "country": "BE",
        "registration_number": "0711326932",
        "lei": "894500ZZZZZZZZZZZZ00",
        "company_status": "active",
    }
    assert one(facts, "company_name").details == {
        "url": "https://www.northdata.com/Zonnewind+Logistiek+BV",
        "written_in_register": "ZONNEWIND LOGISTIEK",
        "blocked": "true",
    }
    assert one(facts, "registration_number").details == {
        "written": "KBO 0711.326.932",
        "euid": "BEKBOBCE.0711326932",
        "key": "99000000711326932",
    }


def test_a_german_number_names_its_court() -> None:
    facts = facts_in("DE", {"register": {"city": "Hamburg", "id": "HRB 123456", "uniqueKey": "1"}})
    assert one(facts, "registration_number").value == "HRB 123456"
    assert one(facts, "registration_number").details["court"] == "Hamburg"


@pytest.mark.parametrize(
    ("address", "stated"),
    [
        ({"street": "Pierweg 12", "postalCode": "3011 AB", "city": "Rotterdam"}, ["Pierweg 12, 3011 AB Rotterdam"]),
        ({"street": "Pierweg 12", "city": "Rotterdam"}, ["Pierweg 12, Rotterdam"]),
        ({"city": "Rotterdam", "formattedValue": "NL-3011 AB Rotterdam"}, ["NL-3011 AB Rotterdam"]),
        ({"city": "Rotterdam"}, []),
        (None, []),
    ],
)
def test_an_address_is_stated_as_far_as_it_is_known(address: JsonValue, stated: list[str]) -> None:
    assert values(facts_in("NL", {"address": address}), "registered_address") == stated


def test_care_of_somebody_stays_a_detail_of_the_address() -> None:
    address: Body = {"street": "Pierweg 12", "city": "Rotterdam", "country": "NL", "extra": "c/o Office Club"}
    assert one(facts_in("NL", {"address": address}), "registered_address").details == {"extra": "c/o Office Club"}


@pytest.mark.parametrize(
    ("members", "status"),
    [
        ({"status": "active"}, ["active"]),
        ({"status": "ACTIVE"}, ["active"]),
        ({"status": "liquidation"}, ["liquidation"]),
        ({"status": "liquidation", **events(("Liquidation", "2025-02-01"))}, ["liquidation"]),
        ({"status": "liquidation", **events(("Insolvency", "2025-02-01"))}, ["bankruptcy"]),
        ({"status": "liquidation", **events(("InsolvencyChange", None))}, ["bankruptcy"]),
        (
            {"status": "liquidation", **events(("Insolvency", "2019-02-01"), ("Continuation", "2020-02-01"))},
            ["liquidation"],
        ),
        ({"status": "terminated"}, ["dissolved"]),
        ({"status": "terminated", **events(("Insolvency", "2025-02-01"))}, ["dissolved"]),
        ({"status": None, "terminated": True}, ["dissolved"]),
        ({"status": "active", "terminated": True}, ["dissolved"]),
        ({"status": "dormant"}, []),
        ({"status": None}, []),
    ],
)
def test_the_status_is_in_our_words(members: Body, status: list[str]) -> None:
    assert values(facts_of(**members), "company_status") == status


def test_a_bankruptcy_says_since_when() -> None:
    facts = facts_of(status="liquidation", **events(("InsolvencyChange", "2025-06-01"), ("Insolvency", "2025-02-01")))
    assert one(facts, "company_status").details == {"stated": "liquidation", "insolvency_since": "2025-02-01"}


def test_an_insolvency_of_an_active_company_is_a_warning_and_no_bankruptcy() -> None:
    facts = facts_of(**events(("Insolvency", "2025-02-01")))
    assert values(facts, "company_status") == ["active"]
    assert one(facts, "registry_flag").value == "Insolvency filing"
    assert one(facts, "registry_flag").details == {"explanation": "Insolvency!", "date": "2025-02-01"}


def test_the_first_registration_and_the_last_termination_are_its_life() -> None:
    life = events(
        ("NewCompany", "2019-05-01"),
        ("NewCompany", "2009-05-01"),
        ("NewCompany", "soon"),
        ("Termination", "2025-01-02"),
    )
    ended = facts_in("BE", {"status": "terminated", **life})
    assert values(ended, "incorporation_date") == ["2009-05-01"]
    assert values(ended, "dissolution_date") == ["2025-01-02"]
    assert values(facts_in("BE", {"status": "active", **life}), "dissolution_date") == []


def test_activities_are_stated_by_nace_and_what_the_company_says_it_does() -> None:
    facts = facts_of(segmentCodes={"nace": ["52.29", "49.41"], "nace2025": ["52.31"]}, subject="Parcel logistics")
    assert values(facts, "activity_code") == ["NACE 52.29", "NACE 49.41"]
    assert values(facts, "activity_description") == ["Parcel logistics"]


def test_the_newer_nace_is_taken_where_the_older_is_not_stated() -> None:
    fact = one(facts_of(segmentCodes={"wz": ["52.31"], "nace2025": ["52.31"]}), "activity_code")
    assert (fact.value, fact.details) == ("NACE 52.31", {"revision": "2.1"})


def test_figures_are_whole_euros_with_their_year() -> None:
    items: list[JsonValue] = [
        {"id": "revenue", "name": "Revenue", "value": 1250000.4, "unit": "EUR", "estimate": True},
        {"id": "earnings", "name": "Earnings", "value": -1500.5, "unit": "EUR"},
        {"id": "equity", "name": "Equity", "value": 0.0, "unit": "EUR"},
        {"id": "employees", "name": "Employees", "value": 7.0, "unit": ""},
        {"id": "equityRatio", "name": "Equity ratio", "value": 40.0, "unit": "%"},
    ]
    facts = facts_of(financials={"date": "2024-12-31", "consolidated": True, "items": items})
    assert {fact.name: fact.value for fact in facts if fact.details.get("date")} == {
        "turnover": 1250000,
        "result_of_year": -1500,
        "equity": 0,
        "employees": 7,
    }
    assert one(facts, "turnover").details == {"date": "2024-12-31", "consolidated": "true", "estimate": "true"}


@pytest.mark.parametrize("item", [{"value": 5.0, "unit": "NOK"}, {"value": 5.0}, {"value": 1e300, "unit": "EUR"}])
def test_what_is_no_amount_of_euros_is_no_fact(item: Body) -> None:
    facts = facts_of(financials={"date": "2024-12-31", "items": [{"id": "revenue", **item}]})
    assert values(facts, "turnover") == []


def test_what_third_parties_say_names_them() -> None:
    items: list[JsonValue] = [
        {"id": "url", "value": "Zonnewind.example/"},
        {"id": "url", "value": "https://another.example"},
        {"id": "phone", "value": "+32 9 000 00 00"},
        {"id": "phone", "value": "+32 9 000 00 01"},
        {"id": "email", "value": "hello@zonnewind.example"},
        {"id": "vatId", "value": "BE 0711.326.932"},
        {"id": "fax", "value": "+32 9 000 00 02"},
    ]
    facts = facts_of(extras=[{"sourceName": "Website", "items": items}])
    assert [(fact.name, fact.value) for fact in facts if fact.details.get("said_by") == "Website"] == [
        ("website_url", "https://zonnewind.example"),
        ("phone", "+32 9 000 00 00"),
        ("phone", "+32 9 000 00 01"),
        ("email", "hello@zonnewind.example"),
        ("vat_number", "BE0711326932"),
    ]


@pytest.mark.parametrize(
    ("kind", "value", "name"), [("vatId", "none", "vat_number"), ("url", "javascript:alert(1)", "website_url")]
)
def test_a_value_that_has_not_its_form_is_stated_as_it_is(kind: str, value: str, name: FactName) -> None:
    assert values(facts_of(extras=[{"items": [{"id": kind, "value": value}]}]), name) == [value]


def test_a_warning_says_how_grave_and_why() -> None:
    facts = facts_of(flags=[{"name": "Young company", "definition": "Two years or less", "level": "yellow"}])
    assert one(facts, "registry_flag").value == "Young company"
    assert one(facts, "registry_flag").details == {"level": "yellow", "definition": "Two years or less"}


def test_a_director_is_named_with_role_date_and_birth() -> None:
    role = a_role("Director", date="2022-03-10")
    an = a_person("An De Wilde", role, birthYear=1980, birthMonth=2, address={"city": "Gent", "country": "BE"})
    fact = one(facts_of(**persons(an)), "director")
    assert fact.value == "An De Wilde"
    assert fact.details == {
        "role": "Director",
        "since": "2022-03-10",
        "kind": "person",
        "birth_date": "1980-02",
        "country": "BE",
    }


def test_a_company_that_directs_is_a_director_with_its_number() -> None:
    holding = a_firm("Zonnewind Beheer NV", a_role("Director"), register={"id": "KBO 0403.170.701"})
    fact = one(facts_of(**firms(holding)), "director")
    assert (fact.value, fact.details["kind"], fact.details["number"]) == (
        "Zonnewind Beheer NV",
        "company",
        "KBO 0403.170.701",
    )


@pytest.mark.parametrize(
    "kind",
    [
        "Director",
        "MemberOfTheBoard",
        "Geschaeftsfuehrer",
        "DelegateOfTheBoard",
        "StaendigerVertreter",
        "Vorstand",
        "NomineeDirector",
        "PersoenlichHaftenderGesellschafter",
        "ARoleOfTomorrow",
    ],
)
def test_who_directs_is_a_director(kind: str) -> None:
    assert values(facts_of(**persons(a_person("An De Wilde", a_role(kind)))), "director") == ["An De Wilde"]


@pytest.mark.parametrize("kind", ["Auditor", "Liquidator", "Abwickler", "Aufsichtsrat", "Prokura", "Secretary"])
def test_who_checks_supervises_or_winds_up_is_none(kind: str) -> None:
    assert kind.lower() in NO_DIRECTORS
    assert values(facts_of(**persons(a_person("Ria Reviseur", a_role(kind)))), "director") == []


@pytest.mark.parametrize(
    ("roles", "held"),
    [
        ([a_role("Director", date="2022-03-10", demotion=True)], False),
        ([a_role("Director", date="2019-01-01"), a_role("Director", date="2022-03-10", demotion=True)], False),
        ([a_role("Director", date="2022-03-10", demotion=True), a_role("Director", date="2019-01-01")], False),
        ([a_role("Director", date="2022-03-10"), a_role("Director", date="2022-03-10", demotion=True)], False),
        ([a_role("Director"), a_role("Director", demotion=True)], False),
        ([a_role("Director", date="2022-03-10", demotion=True), a_role("Director", date="2024-01-01")], True),
        ([a_role("Director", date="2019-01-01"), a_role("MemberOfTheBoard", demotion=True)], True),
        ([a_role("Director", date="2019-01-01", demotion=False)], True),
    ],
)
def test_a_role_that_ended_is_held_no_more(roles: list[Body], held: bool) -> None:
    together = facts_of(**persons(a_person("An De Wilde", *roles)))
    apart = facts_of(**persons(*(a_person("An De Wilde", role) for role in roles)))
    assert bool(values(together, "director")) is held
    assert bool(values(apart, "director")) is held


def test_a_namesake_who_left_does_not_take_another_with_him() -> None:
    father = a_person("Jan Peeters", a_role("Director", date="2020-01-01", demotion=True), id=None, birthYear=1950)
    son = a_person("Jan Peeters", a_role("Director", date="2019-01-01"), id=None, birthYear=1985)
    assert values(facts_of(**persons(father, son)), "director") == ["Jan Peeters"]


@pytest.mark.parametrize(
    "role",
    [
        a_role("Director", direction="Source"),
        a_role("Director", direction="None"),
        a_role("Director", group="Other"),
        a_role("GeneralControl", group="Control"),
        a_role("Founder", group="Other"),
        a_role("Shareholder", group="Interest", direction="Source"),
        a_role("DirectParent", group="Control", direction="Source"),
        {"type": "Director"},
    ],
)
def test_a_role_of_another_group_or_direction_makes_neither_director_nor_owner(role: Body) -> None:
    facts = facts_of(**persons(a_person("An De Wilde", role)), **firms(a_firm("Dochter BV", role)))
    assert values(facts, "director") + values(facts, "owner") == []


def test_owners_are_stated_with_their_share() -> None:
    share = a_role("Shareholder", group="Interest", sharesPercent=33.34, date="2019-05-01")
    half = a_role("Shareholder", group="Interest", sharesPercent=66.0)
    facts = facts_of(**persons(a_person("An De Wilde", share)), **firms(a_firm("Zonnewind Beheer NV", half)))
    assert [(fact.value, fact.details) for fact in facts if fact.name == "owner"] == [
        ("An De Wilde", {"role": "Shareholder", "since": "2019-05-01", "kind": "person", "share_percent": "33.34"}),
        ("Zonnewind Beheer NV", {"role": "Shareholder", "kind": "company", "country": "BE", "share_percent": "66"}),
    ]


def test_a_share_that_was_sold_is_owned_no_more() -> None:
    sold = a_role("Shareholder", group="Interest", date="2024-05-01", demotion=True)
    assert values(facts_of(**persons(a_person("An De Wilde", sold))), "owner") == []


def test_a_role_that_is_repeated_is_stated_once() -> None:
    an = a_person("An De Wilde", a_role("Director", date="2022-03-10"))
    assert values(facts_of(**persons(an, an)), "director") == ["An De Wilde"]


def test_a_crowd_of_directors_is_cut_and_says_so() -> None:
    crowd = [a_person(f"An Nr{number}", a_role("Director")) for number in range(MAX_PERSONS + 7)]
    stated = [fact for fact in facts_of(**persons(*crowd)) if fact.name == "director"]
    assert len(stated) == MAX_PERSONS
    assert [fact.details["left_out"] for fact in stated if "left_out" in fact.details] == ["7"]
    assert stated[0].details["left_out"] == "7"


def test_one_who_is_stated_in_another_role_is_not_left_out() -> None:
    crowd = [a_person(f"An Nr{number}", a_role("Director")) for number in range(MAX_PERSONS - 1)]
    busy = a_person("Bo Maes", a_role("Director"), a_role("Chairman"))
    stated = [fact for fact in facts_of(**persons(*crowd, busy)) if fact.name == "director"]
    assert len(stated) == MAX_PERSONS
    assert all("left_out" not in fact.details for fact in stated)


@pytest.mark.parametrize("percent", [-20, 1e18, 100.01])
def test_a_share_that_is_no_percentage_is_dropped_and_its_owner_stays(percent: float) -> None:
    share = a_role("Shareholder", group="Interest", sharesPercent=percent)
    (owner,) = [fact for fact in facts_of(**persons(a_person("An De Wilde", share))) if fact.name == "owner"]
    assert (owner.value, "share_percent" in owner.details) == ("An De Wilde", False)
