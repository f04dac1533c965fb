"""From what an officer typed to the company of a case."""

import pytest

from domain.opening import UnusableFieldError, company_of
from schemas.company import Company
from schemas.officer_api import CreateCaseRequest


def typed(**changes: str | None) -> CreateCaseRequest:
    members = {"company_name": " Acme Trading ", "country": "be", "vat_number": "be 0403.170.701", **changes}
    return CreateCaseRequest.model_validate(members)


def test_every_member_has_one_form() -> None:
    company = company_of(typed(company_registration_number="403170701", website_url="Acme-Trading.be"))

    assert company == Company(
        company_name="Acme Trading",
        country="BE",
        company_registration_number="0403170701",
        vat_number="BE0403170701",
        website_url="https://acme-trading.be",
    )


def test_a_belgian_registration_number_is_taken_from_the_vat_number() -> None:
    assert company_of(typed()).company_registration_number == "0403170701"


def test_a_registration_number_that_was_given_stands_even_if_it_differs() -> None:
    assert company_of(typed(company_registration_number="0417497106")).company_registration_number == "0417497106"


def test_elsewhere_a_vat_number_says_nothing_about_the_registration_number() -> None:
    assert company_of(typed(country="DE", vat_number="DE136695976")).company_registration_number is None


def test_a_failing_check_digit_is_no_refusal() -> None:
    assert company_of(typed(vat_number="BE0456789012")).vat_number == "BE0456789012"


def test_the_prefix_of_greek_vat_numbers_is_not_the_countrys_code_and_the_refusal_says_which_is() -> None:
    with pytest.raises(UnusableFieldError, match="Greece is GR"):
        company_of(typed(country="EL"))


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"country": "CH"}, "country", "unsupported_country"),
        ({"country": "EL"}, "country", "unsupported_country"),
        ({"country": "Belgium"}, "country", "unsupported_country"),
        ({"vat_number": "NL004495445B01"}, "vat_number", "invalid_body"),
        ({"company_registration_number": "HRB 1"}, "company_registration_number", "invalid_body"),
        ({"website_url": "ftp://acme.be"}, "website_url", "invalid_body"),
    ],
)
def test_what_cannot_be_used_is_refused_naming_the_field(changes: dict[str, str], field: str, code: str) -> None:
    with pytest.raises(UnusableFieldError) as refusal:
        company_of(typed(**changes))

    assert (refusal.value.field, refusal.value.code) == (field, code)
    assert str(refusal.value).startswith(f"{field}: ")
