"""VAT and registration numbers: one written form each, and what their check digits say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.company_numbers import (
    MalformedNumberError,
    normalise_registration_number,
    normalise_vat_number,
    registration_number_fault,
    registration_number_from_vat,
    vat_number_fault,
    vat_prefix,
)
from domain.countries import EEA_COUNTRIES
from schemas.company import Company

COUNTRIES = st.sampled_from(sorted(EEA_COUNTRIES))


def vat_fault(vat_number: str, country: str) -> str | None:
    return vat_number_fault(Company(company_name="Acme", country=country, vat_number=vat_number))


@pytest.mark.parametrize(
    ("country", "text", "number"),
    [
        ("BE", "BE0403170701", "BE0403170701"),
        ("BE", "be 0403.170.701", "BE0403170701"),
        ("BE", "0403170701", "BE0403170701"),
        ("BE", "403170701", "BE0403170701"),
        ("BE", "BE 403.170.701", "BE0403170701"),
        ("BE", "BE BE0403170701", "BE0403170701"),
        ("NL", "NL 0044.95.445.B01", "NL004495445B01"),
        ("NL", "4495445B01", "NL004495445B01"),
        ("DE", "DE 136 695 976", "DE136695976"),
        ("FR", "FR 40 303 265 045", "FR40303265045"),
        ("FR", "40303265045", "FR40303265045"),
        ("GR", "EL094259216", "EL094259216"),
        ("GR", "GR 094259216", "EL094259216"),
        ("GR", "94259216", "EL094259216"),
        ("NO", "NO 995 525 828 MVA", "NO995525828MVA"),
        ("NO", "995525828MVA", "NO995525828MVA"),
        ("NO", "NO 995 525 828", "NO995525828MVA"),
        ("IS", "IS 00621", "IS00621"),
        ("LI", "LI 54321", "LI54321"),
        ("LI", "CHE-123.456.788 MWST", "LICHE123456788MWST"),
        ("NL", "NL 1234567A+* 01", "NL1234567A+*01"),
        ("AT", "ATU13585627", "ATU13585627"),
        ("ES", "ES B-58378431", "ESB58378431"),
        ("IE", "IE6433435F", "IE6433435F"),
        ("IE", "XI 110 305 878", "XI110305878"),
        ("IE", "IE8D79739I", "IE8D79739I"),
        ("CY", "CY-10259033P", "CY10259033P"),
        ("RO", "RO 18547290", "RO18547290"),
        ("RO", "RORO18547290", "RO18547290"),
        ("LU", "LU 150 274 42", "LU15027442"),
        ("IT", "IT 00743110157", "IT00743110157"),
        ("PL", "PL 8567346215", "PL8567346215"),
        ("SE", "SE123456789701", "SE123456789701"),
    ],
)
def test_a_vat_number_has_one_form_and_its_check_digits_agree(country: str, text: str, number: str) -> None:
    assert normalise_vat_number(text, country) == number
    assert vat_fault(number, country) is None


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("BE", "BE0456789012"),
        ("DE", "DE136695978"),
        ("FR", "FR84323140391"),
        ("NL", "NL123456789B91"),
        ("GR", "EL123456789"),
        ("NO", "NO995525829MVA"),
    ],
)
def test_a_failing_check_digit_is_a_fault_and_no_refusal(country: str, text: str) -> None:
    assert normalise_vat_number(text, country) == text
    assert vat_fault(text, country) == "checksum"


def test_a_part_that_no_number_has_is_a_fault_and_no_refusal() -> None:
    assert normalise_vat_number("BE2403170701", "BE") == "BE2403170701"
    assert vat_fault("BE2403170701", "BE") == "component"


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("BE", ""),
        ("BE", "BE"),
        ("BE", "12345678"),
        ("BE", "BE04031707011"),
        ("BE", "BE0000000000"),
        ("BE", "BE04O3170701"),
        ("BE", "<script>"),
        ("BE", "０４０３１７０７０１"),
        ("NL", "NL123456789"),
        ("DE", "DE12345678"),
        ("FR", "FR1234"),
        ("GR", "EL12345"),
        ("NO", "NO99552582"),
        ("NL", "NL12345678901"),
        ("NL", "NL004495445801"),
        ("IS", "IS1234"),
        ("LI", "L"),
        ("LI", "ABCDE"),
    ],
)
def test_what_cannot_be_a_vat_number_is_refused(country: str, text: str) -> None:
    with pytest.raises(MalformedNumberError, match=f"is not a VAT number of {country}"):
        normalise_vat_number(text, country)


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("NO", "NO99552582", "expected NO, nine digits and MVA"),
        ("NO", "NO", "expected NO, nine digits and MVA"),
        ("NL", "NL123456789", "expected NL, nine digits, B and two digits"),
        ("GR", "EL12345", "expected EL followed by its digits"),
    ],
)
def test_a_refusal_says_what_a_vat_number_of_the_country_looks_like(country: str, text: str, expected: str) -> None:
    with pytest.raises(MalformedNumberError, match=expected):
        normalise_vat_number(text, country)


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("BE", "NL004495445B01"),
        ("BE", "NL0403170701"),
        ("NL", "BE0403170701"),
        ("DE", "FR40303265045"),
        ("FR", "DE136695976"),
        ("GR", "BE0403170701"),
        ("NO", "SE123456789701"),
        ("IS", "NO995525828MVA"),
        ("LI", "DE136695976"),
        ("LI", "EL094259216"),
        ("BE", "XI110305878"),
    ],
)
def test_a_number_with_another_countrys_prefix_is_refused(country: str, text: str) -> None:
    with pytest.raises(MalformedNumberError):
        normalise_vat_number(text, country)


@given(COUNTRIES, st.text(max_size=16) | st.from_regex(r"([A-Z]{2})?[0-9A-Z]{5,13}", fullmatch=True))
def test_any_text_is_a_vat_number_with_one_form_or_is_malformed(country: str, text: str) -> None:
    try:
        number = normalise_vat_number(text, country)
    except MalformedNumberError:
        return
    assert number.startswith(vat_prefix(country))
    assert normalise_vat_number(number, country) == number
    assert vat_fault(number, country) in (None, "checksum", "component")


@given(st.integers(0, 10**10 - 1))
def test_a_belgian_vat_number_is_the_same_with_and_without_dots_and_prefix(number: int) -> None:
    digits = f"{number:010}"
    try:
        plain = normalise_vat_number(digits, "BE")
    except MalformedNumberError:
        return
    assert normalise_vat_number(f"BE {digits[:4]}.{digits[4:7]}.{digits[7:]}", "BE") == plain == f"BE{digits}"


@pytest.mark.parametrize(
    ("country", "text", "number"),
    [
        ("BE", "0403.170.701", "0403170701"),
        ("BE", "403170701", "0403170701"),
        ("BE", "BE 0403.170.701", "0403170701"),
        ("BE", "KBO 0403.170.701", "0403170701"),
        ("BE", "0456789012", "0456789012"),
        ("BE", "1000000093", "1000000093"),
        ("DE", " HRB 12345 B ", "HRB 12345 B"),
        ("DE", "HRB 158855, Amtsgericht München", "HRB 158855, Amtsgericht München"),
        ("DE", "HRB 1 (Amtsgericht Frankfurt am Main)", "HRB 1 (Amtsgericht Frankfurt am Main)"),
        ("CY", "ΗΕ 346068", "ΗΕ 346068"),
        ("FR", "303 265 045", "303 265 045"),
        ("NL", "12345678", "12345678"),
        ("PL", "0000123456", "0000123456"),
    ],
)
def test_a_registration_number_keeps_its_form_but_a_belgian_one_has_ten_digits(
    country: str, text: str, number: str
) -> None:
    assert normalise_registration_number(text, country) == number


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("BE", "2403170701"),
        ("BE", "12345678"),
        ("BE", "HRB 12345"),
        ("BE", ""),
        ("DE", ""),
        ("DE", "1"),
        ("DE", "HRB\n12345"),
        ("DE", "HRB 12345; DROP"),
        ("FR", "1" * 81),
    ],
)
def test_what_cannot_be_a_registration_number_is_refused(country: str, text: str) -> None:
    with pytest.raises(MalformedNumberError):
        normalise_registration_number(text, country)


@given(COUNTRIES, st.text(max_size=45))
def test_any_text_is_a_registration_number_with_one_form_or_is_malformed(country: str, text: str) -> None:
    try:
        number = normalise_registration_number(text, country)
    except MalformedNumberError:
        return
    assert normalise_registration_number(number, country) == number


@pytest.mark.parametrize(
    ("country", "number", "fault"),
    [("BE", "0403170701", None), ("BE", "0456789012", "checksum"), ("DE", "HRB 1", None), ("BE", None, None)],
)
def test_the_check_digits_of_a_registration_number_are_known_for_belgium(
    country: str, number: str | None, fault: str | None
) -> None:
    company = Company(company_name="Acme", country=country, company_registration_number=number)

    assert registration_number_fault(company) == fault


def test_a_company_without_a_vat_number_has_no_fault_in_it() -> None:
    assert vat_number_fault(Company(company_name="Acme", country="BE")) is None


def test_the_registration_number_is_in_the_vat_number_of_a_belgian_company_only() -> None:
    assert registration_number_from_vat("BE0403170701", "BE") == "0403170701"
    assert registration_number_from_vat("DE136695976", "DE") is None
