"""The identifiers of a company in PEPPOL follow from its numbers, or there are none."""

import re

import pytest

from domain.countries import EEA_COUNTRIES
from domain.peppol import SCHEMES, participant_id, participant_values
from schemas.company import Company


def values(country: str, vat: str | None = None, registration: str | None = None) -> tuple[str, ...]:
    return participant_values(
        Company(company_name="Any", country=country, vat_number=vat, company_registration_number=registration)
    )


@pytest.mark.parametrize(
    ("country", "vat", "registration", "expected"),
    [
        ("BE", "BE0711326932", None, ("0208:0711326932", "9925:be0711326932")),
        ("BE", None, "0711326932", ("0208:0711326932", "9925:be0711326932")),
        ("BE", None, "1000000007", ("0208:1000000007", "9925:be1000000007")),
        ("BE", None, "0711.326.932", ("0208:0711326932", "9925:be0711326932")),
        ("AT", "ATU68142798", "FN 393504h", ("9914:atu68142798",)),
        ("DE", "DE332374551", "HRB 123456", ("9930:de332374551",)),
        ("DK", "DK13585628", None, ("0184:dk13585628", "0184:13585628")),
        ("FI", "FI12345671", "1234567-1", ("0216:003712345671", "0213:fi12345671")),
        ("FR", "FR39882624349", None, ("0225:882624349", "0002:882624349", "9957:fr39882624349")),
        ("FR", None, "88262434900017", ("0225:882624349", "0002:882624349")),
        ("GR", "EL225290570", None, ("9933:el225290570",)),
        ("IT", "IT00743110157", "MI-123456", ("0211:it00743110157",)),
        ("NL", "NL169149705B01", "81234567", ("0106:81234567", "9944:nl169149705b01")),
        ("NO", "NO931234501MVA", None, ("0192:931234501",)),
        ("NO", None, "931 234 501", ("0192:931234501",)),
        ("PL", "PL5491896591", None, ("9945:pl5491896591", "9945:5491896591")),
        ("SE", "SE556703748501", None, ("0007:5567037485",)),
        ("SE", None, "556703-7485", ("0007:5567037485",)),
        ("SK", "SK2022749619", None, ("0245:2022749619", "9950:sk2022749619")),
    ],
)
def test_the_numbers_of_a_company_make_its_identifiers(
    country: str, vat: str | None, registration: str | None, expected: tuple[str, ...]
) -> None:
    assert values(country, vat, registration) == expected


def test_two_numbers_that_differ_do_not_make_one_company_of_another() -> None:
    assert values("BE", "BE0403170701", "0711326932") == ("0208:0711326932", "9925:be0711326932")


@pytest.mark.parametrize(
    ("country", "vat", "registration"),
    [
        ("BE", None, None),
        ("BE", "BE071132693", None),
        ("BE", None, "2711326932"),
        ("DE", None, "HRB 123456"),
        ("NL", None, "NL-81234567-X"),
        ("CH", "CHE123456789MWST", "CHE123456789"),
        ("BE", "BE٠٧١١٣٢٦٩٣٢", None),
    ],
)
def test_a_number_of_another_form_makes_none(country: str, vat: str | None, registration: str | None) -> None:
    assert values(country, vat, registration) == ()


def test_every_country_of_the_eea_has_a_scheme() -> None:
    assert SCHEMES.keys() == EEA_COUNTRIES.keys()


def test_no_company_is_looked_up_under_more_than_three_identifiers() -> None:
    assert max(map(len, SCHEMES.values())) <= 3


def test_codes_and_values_have_the_form_of_the_policy() -> None:
    for schemes in SCHEMES.values():
        for scheme in schemes:
            assert re.fullmatch(r"\d{4}", scheme.code)
            assert scheme.registration or scheme.vat
            assert scheme.value.format("1") == scheme.value.format("1").lower()


def test_the_whole_identifier_names_the_scheme_of_schemes() -> None:
    assert participant_id("0208:0711326932") == "iso6523-actorid-upis::0208:0711326932"
