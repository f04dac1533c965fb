"""The body that opens a case."""

import pytest
from pydantic import ValidationError

from schemas.officer_api import CreateCaseRequest


def test_a_blank_optional_member_is_an_absent_one() -> None:
    request = CreateCaseRequest(
        company_name="Acme", country="be", company_registration_number=" ", vat_number="BE0403170701", website_url=""
    )
    assert (request.company_registration_number, request.website_url) == (None, None)
    assert request.country == "BE"


def test_two_blank_numbers_are_no_number() -> None:
    with pytest.raises(ValidationError, match="at least one of the two"):
        CreateCaseRequest(company_name="Acme", country="BE", company_registration_number="", vat_number=" ")


@pytest.mark.parametrize("name", ["", " ", "A\nB", "A\x00B", "A" * 256])
def test_a_company_name_is_one_line_of_at_most_255_characters(name: str) -> None:
    with pytest.raises(ValidationError, match="company_name"):
        CreateCaseRequest(company_name=name, country="BE", vat_number="BE0403170701")
