"""Another company's answer never becomes this company's facts."""

import pytest
from pydantic import JsonValue

from activities.sources.northdata import question_about, read_reply
from runtime.http import Exchange
from schemas.company import Company
from tests.activities.sources.northdata_answers import Body, a_company, body_of


def outcome(asked: Company, **told: JsonValue) -> tuple[str, str | None, bool]:
    """The state, the reason and whether any fact was read."""
    reply = Exchange("https://unused", 200, body_of(a_company(**told)))
    reading = read_reply(reply, asked, question_about(asked))
    return reading.state, reading.reason, bool(reading.facts)


FOUND = ("found", None, True)
OTHER = ("not_found", "other_company", False)


def belgian(name: str = "Zonnewind Logistiek BV", number: str | None = "0711326932") -> Company:
    return Company(company_name=name, country="BE", company_registration_number=number)


def german(number: str, name: str = "Nordlicht Werkzeugbau GmbH") -> Company:
    return Company(company_name=name, country="DE", company_registration_number=number)


def test_the_same_number_is_the_company_also_under_another_name() -> None:
    assert outcome(belgian("Maanlicht Handel NV")) == FOUND


def test_another_number_is_another_company_also_of_the_same_name() -> None:
    assert outcome(belgian(number="0403170701")) == OTHER


def test_another_number_than_that_in_the_vat_number_is_another_company() -> None:
    by_vat = Company(company_name="Zonnewind Logistiek BV", country="BE", vat_number="BE0403170701")
    assert outcome(by_vat) == OTHER


def test_a_number_it_had_before_it_moved_is_still_its_own() -> None:
    former: JsonValue = {"registers": [{"register": {"id": "KBO 0403.170.701"}, "date": "2012-01-01"}]}
    assert outcome(belgian("Iemand Anders", "0403170701"), history=former) == FOUND


def test_a_name_it_had_before_it_was_renamed_is_still_its_own() -> None:
    former: JsonValue = {"names": [{"name": {"name": "Oude Naam BV"}}]}
    assert outcome(belgian("Oude Naam", None), history=former) == FOUND
    assert outcome(belgian("Oude Naam", None)) == OTHER


@pytest.mark.parametrize(
    ("name", "expected"), [("ZONNEWIND LOGISTIEK", FOUND), ("Zonnewind Logistik BV", FOUND), ("Maanlicht NV", OTHER)]
)
@pytest.mark.parametrize("register", [None, {"id": ""}, {"id": "0893"}, {"country": "BE"}])
def test_where_a_number_is_not_stated_the_name_decides(
    name: str, expected: tuple[str, str | None, bool], register: JsonValue
) -> None:
    assert outcome(belgian(name), register=register) == expected


@pytest.mark.parametrize("number", [None, "0711326932"])
def test_a_company_of_the_same_name_in_another_country_is_another(number: str | None) -> None:
    told: Body = {"register": {"country": "NL", "id": "KVK 33265679"}, "address": {"city": "Breda", "country": "NL"}}
    assert outcome(belgian(number=number), **told) == OTHER
    assert outcome(belgian(number=number), register=None, address={"city": "Breda", "country": "NL"}) == OTHER


def test_an_office_abroad_does_not_make_it_another_company() -> None:
    told: Body = {"register": {"id": "KBO 0711.326.932"}, "address": {"city": "Lille", "country": "FR"}}
    assert outcome(belgian(), **told) == FOUND


HAMBURG: JsonValue = {"country": "DE", "city": "Hamburg", "id": "HRB 123456"}
NORDLICHT: JsonValue = {"name": "Nordlicht Werkzeugbau GmbH", "legalForm": "GmbH"}


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [
        ("HRB 123456 Hamburg", "Nordlicht Werkzeugbau GmbH", FOUND),
        ("HRB 123456 Hamburg", "Suedwind GmbH", FOUND),
        ("HRB 123456", "Nordlicht Werkzeugbau GmbH", FOUND),
        ("HRB 123456", "Suedwind GmbH", OTHER),
        ("HRB 123456 Kiel", "Suedwind GmbH", OTHER),
        ("HRB 123456 Kiel", "Nordlicht Werkzeugbau GmbH", FOUND),  # courts merge, and the name is right
        ("HRA 123456 Hamburg", "Nordlicht Werkzeugbau GmbH", OTHER),
        ("HRB 654321", "Nordlicht Werkzeugbau GmbH", OTHER),
    ],
)
def test_a_german_number_decides_only_with_its_court(
    number: str, name: str, expected: tuple[str, str | None, bool]
) -> None:
    assert outcome(german(number, name), register=HAMBURG, name=NORDLICHT, address=None) == expected


def test_a_number_of_a_form_we_do_not_know_can_only_confirm() -> None:
    told: Body = {"register": {"country": "HU", "id": "01-09-123456"}, "address": None}
    asked = Company(company_name="Maanlicht Kft", country="HU", company_registration_number="01 09 123456")
    assert outcome(asked, **told) == FOUND
    other = asked.model_copy(update={"company_registration_number": "01-09-999999"})
    assert outcome(other, **told) == OTHER
    assert outcome(other.model_copy(update={"company_name": "Zonnewind Logistiek"}), **told) == FOUND
