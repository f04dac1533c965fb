"""What contradicts each other, kind by kind, how gravely, and what does not."""

import pytest

from schemas.company import Company
from schemas.sources import SourceName
from tests.domain.what_sources_say import Said, between, discrepancies, holding, says, severity
from tests.example_cases import COMPANY

S = SourceName


# Names.


@pytest.mark.parametrize(
    ("registered", "expected"),
    [
        ("ACME TRADING", None),
        ("ACME TRADING SRL", None),
        ("ACME TRADYNG SRL", "low"),
        ("ACME TRADING NV", "high"),
        ("OTHER COMPANY", "medium"),
    ],
)
def test_a_registered_name_is_compared_with_the_one_typed(registered: str, expected: str | None) -> None:
    found = discrepancies(holding(says(S.VIES, {"company_name": registered}))).get("company_name")

    assert severity(found) == expected


@pytest.mark.parametrize("others", ["Acme Trading", "Acme Commerce; Acme Trading; AT"])
def test_a_trade_name_or_a_name_in_another_language_contradicts_nothing(others: str) -> None:
    answer = says(S.KBO, {"company_name": ("Handelshuis Peeters", {"also": others})})

    assert "company_name" not in discrepancies(holding(answer))


def test_a_brand_contradicts_nothing() -> None:
    assert "company_name" not in discrepancies(holding(says(S.CRUNCHBASE, {"company_name": "Zoomzoom"})))


# Addresses.


@pytest.mark.parametrize(
    ("registered", "expected"),
    [
        ("MEIR 1, 2000 ANTWERPEN", None),
        ("Meir, 2000 Antwerpen", None),
        ("2000 Anvers, Belgique", None),
        ("MEIR 9, 2000 ANTWERPEN", "medium"),
        ("Graslei 1, 2000 Antwerpen", "medium"),
        ("Meierstraat 1, 2000 Antwerpen", "medium"),
        ("RUE DE LA LOI 16, 1000 BRUXELLES", "high"),
    ],
)
def test_a_registered_address_is_compared_with_the_one_given_at_creation(registered: str, expected: str | None) -> None:
    record = holding(
        says(S.VIES, {"registered_address": registered}), additional_data={"address": " Meir 1, 2000 Antwerpen "}
    )

    assert severity(discrepancies(record).get("registered_address")) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rue de la Loi 16, 1000 Bruxelles", "Wetstraat 16, 1000 Brussel"),
        ("Korenbloemstraat 12, 9000 Gent", "Koornblomstraet 12, 9000 Gent"),
    ],
)
def test_one_door_that_is_written_in_two_ways_is_low(one: str, other: str) -> None:
    assert severity(between("registered_address", one, other)) == "low"


def test_an_address_that_only_one_source_states_contradicts_nothing() -> None:
    assert not discrepancies(holding(says(S.VIES, {"registered_address": "MEIR 1, 2000 ANTWERPEN"})))


# Legal forms.


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Besloten Vennootschap", "BV", None),
        ("Société à responsabilité limitée", "BVBA", None),
        ("Naamloze vennootschap", "BV", "high"),
        ("SAS, société par actions simplifiée", "SARL", "high"),
        ("610", "BV", None),
        ("Something new", "BV", None),
    ],
)
def test_legal_forms_are_compared_by_their_families(one: str, other: str, expected: str | None) -> None:
    unnamed = COMPANY.model_copy(update={"company_name": "Acme Trading"})

    assert severity(between("legal_form", one, other, unnamed)) == expected


def test_the_form_that_a_name_ends_with_is_held_against_the_one_that_a_register_states_and_only_once() -> None:
    found = discrepancies(holding(says(S.KBO, {"company_name": "Acme Trading NV", "legal_form": "NV"})))

    assert found.keys() == {"legal_form"}
    assert [side.value for side in found["legal_form"].sides] == ["Acme Trading BVBA", "NV"]


# Numbers.


@pytest.mark.parametrize(
    ("company", "disagree"),
    [
        (COMPANY, False),
        (COMPANY.model_copy(update={"company_registration_number": "0417497106"}), True),
        (COMPANY.model_copy(update={"company_registration_number": None}), False),
        (Company(company_name="A", country="DE", company_registration_number="HRB 1", vat_number="DE136695976"), False),
    ],
    ids=["same", "other", "none", "not Belgian"],
)
def test_a_belgian_registration_number_is_the_one_in_the_vat_number(company: Company, disagree: bool) -> None:
    assert ("registration_number" in discrepancies(holding(company=company))) == disagree


@pytest.mark.parametrize(
    ("country", "typed", "registered", "expected"),
    [
        ("BE", "0403170701", "0403.170.701", None),
        ("BE", "0403170701", "403170701", None),
        ("BE", "0403170701", "KBO 0403.170.701", None),
        ("BE", "0403170701", "0417.497.106", "high"),
        ("NO", "923609016", "923 609 016", None),
        ("NO", "923609016", "NO 923 609 016 MVA", None),
        ("NO", "923609016", "974761076", "high"),
        ("NO", "923609016", "1234", None),
        ("FR", "403612534", "403 612 534 00012", None),
        ("FR", "403612534", "552100554", "high"),
        ("DE", "HRB 82888", "HRB82888", None),
        ("DE", "HRB 82888", "HRA 82888", None),
        ("DE", "HRB 82888", "HRB 103038", "high"),
        ("DE", "HRB 82888", "DE136695976", None),
        ("PL", "0000641489", "KRS0000641489", None),
        ("ES", "B67275578", "M-123456", None),
        ("AT", "FN 393504h", "393504 h", None),
    ],
)
def test_registration_numbers_contradict_each_other_only_if_they_are_of_one_kind(
    country: str, typed: str, registered: str, expected: str | None
) -> None:
    company = Company(company_name="Acme", country=country, company_registration_number=typed)

    found = discrepancies(holding(says(S.NORTHDATA, {"registration_number": registered}), company=company))

    assert severity(found.get("registration_number")) == expected


@pytest.mark.parametrize(("stated", "expected"), [("DE 136 695 976", None), ("DE811115368", "high")])
def test_vat_numbers_are_compared_without_their_writing(stated: str, expected: str | None) -> None:
    company = Company(company_name="Acme", country="DE", vat_number="DE136695976")

    found = discrepancies(holding(says(S.NORTHDATA, {"vat_number": stated}), company=company))

    assert severity(found.get("vat_number")) == expected


# Status and dates.


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("active", "active", None),
        ("active", "liquidation", "high"),
        ("active", "bankruptcy", "high"),
        ("inactive", "active", "high"),
        ("dissolved", "inactive", None),
        ("liquidation", "bankruptcy", "medium"),
        ("liquidation", "dissolved", "low"),
        ("active", "a word of another register", None),
    ],
)
def test_active_contradicts_every_other_status(one: str, other: str, expected: str | None) -> None:
    assert severity(between("company_status", one, other)) == expected
    assert severity(between("company_status", other, one)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2019-03-18", "2019-03-18", None),
        ("2019-03-18", "2019", None),
        ("2019-03-18", "2019-03", None),
        ("2019-03-18", "2019-04-02", "low"),
        ("2019-03-18", "2019-04", "low"),
        ("2019-03-18", "2018-03-18", "medium"),
        ("2019-03-18", "2018", "medium"),
        ("2019-03-18", "2019-02-30", None),
        ("2019-03-18", "long ago", None),
    ],
)
def test_dates_are_compared_as_far_as_both_are_known(one: str, other: str, expected: str | None) -> None:
    assert severity(between("incorporation_date", one, other)) == expected


def test_numbers_are_told_with_what_they_are_and_who_says_so() -> None:
    company = COMPANY.model_copy(
        update={"company_registration_number": "0711326932", "vat_number": "BE0711326932", "country": "BE"}
    )
    found = between("registration_number", "0403170701", "0403.170.701", company=company)

    assert found is not None
    assert found.description == (
        "Registration number typed: 0711326932; VAT number typed: BE0711326932; KBO/BCE says that the registration "
        "number is 0403170701; NorthData says that the registration number is 0403.170.701. These are the numbers of "
        "different companies."
    )


def test_sources_that_say_the_same_number_are_told_together() -> None:
    found = between("registration_number", "0417497106", "0417497106")

    assert found is not None
    assert "KBO/BCE and NorthData say that the registration number is 0417497106. " in found.description


# Directors.


def persons(*names: str) -> list[Said]:
    return [(name, {"kind": "person"}) for name in names]


@pytest.mark.parametrize(
    ("register", "northdata", "expected"),
    [
        (persons("Jan Peeters"), persons("PEETERS Jan"), None),
        (persons("Jan Peeters", "Søren Müller"), persons("J. Peeters", "Soeren Mueller"), None),
        (persons("Jan Peeters", "An Maes"), persons("Jan Peeters"), "low"),
        (persons("Jan Peeters"), persons("Jan Peeters", "An Maes"), "medium"),
        (persons("Jan Peeters"), persons("An Maes"), "medium"),
        ([("Acme Holding NV", {"kind": "company"})], [("ACME HOLDING SA", {"kind": "company"})], None),
        (persons("Jan Peeters"), [], None),
        (
            [("Acme Holding NV", {"kind": "company"}), ("Jan Peeters", {"kind": "person", "represents": "0417497106"})],
            [("Acme Holding NV", {"kind": "company"}), ("An Maes", {"role": "Vaste vertegenwoordiger"})],
            None,
        ),
    ],
)
def test_someone_whom_the_register_does_not_have_is_medium_and_a_shorter_list_low(
    register: list[Said], northdata: list[Said], expected: str | None
) -> None:
    assert severity(between("director", register, northdata)) == expected


def test_a_discrepancy_of_directors_cites_each_sources_list_and_names_who_is_missing() -> None:
    found = between("director", persons("Jan Peeters", "An Maes"), persons("Jan Peeters", "Bert Claes"))

    assert found is not None
    assert [side.value for side in found.sides] == ["An Maes, Jan Peeters", "Bert Claes, Jan Peeters"]
    assert found.description.endswith(
        "Bert Claes is named by NorthData and not by KBO/BCE. An Maes is named by KBO/BCE and not by NorthData."
    )


def test_of_long_lists_everybody_is_compared_and_counted() -> None:
    register = persons(*(f"Jan Aa{number:03}" for number in range(120)))
    northdata = persons(*(f"AA{number:03} Jan" for number in range(120)), *(f"Piet Zz{n:03}" for n in range(400)))

    found = between("director", register, northdata)

    assert found is not None
    assert "Piet Zz003, Piet Zz004 and 395 more are named by NorthData and not by KBO/BCE." in found.description
    assert between("director", register, persons(*(f"AA{number:03} Jan" for number in range(120)))) is None


def test_one_of_a_long_list_whose_name_is_written_nearly_the_same_is_found() -> None:
    register = persons(*(f"Jan Vermeulen{chr(97 + n % 26) * 4}{n}" for n in range(200)), "Jan Dewilde-Castelein")
    northdata = persons(*(f"Jan Vermeulen{chr(97 + n % 26) * 4}{n}" for n in range(200)), "J. Dewilde Castelein")

    assert between("director", register, northdata) is None


def test_who_is_not_in_a_list_that_its_source_cut_may_be_among_those_who_were_left_out() -> None:
    cut: list[Said] = [("Jan Peeters", {"kind": "person", "left_out": "40"})]

    assert between("director", persons("Jan Peeters", "An Maes"), cut) is None


def test_annual_accounts_name_the_directors_of_their_day() -> None:
    answers = says(S.KBO, {"director": persons("Jan Peeters")}), says(S.NBB, {"director": persons("An Maes")})

    assert severity(discrepancies(holding(*answers)).get("director")) == "low"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (persons("Jan Peeters", "An Maes"), persons("Jan Peeters"), "low"),
        (persons("Jan Peeters"), persons("Jan Peeters", "An Maes"), "low"),
        (persons("Jan Peeters"), persons("An Maes"), "medium"),
    ],
)
def test_of_two_sources_that_are_no_register_each_must_name_somebody_else(
    one: list[Said], other: list[Said], expected: str
) -> None:
    answers = says(S.NORTHDATA, {"director": one}), says(S.GAZETTE, {"director": other})

    assert severity(discrepancies(holding(*answers)).get("director")) == expected


# Activities.


@pytest.mark.parametrize(
    ("register", "northdata", "expected"),
    [
        (["NACEBEL 47910"], ["NACE 47.91"], None),
        (["NACEBEL 47910", "NACEBEL 62010"], ["NACE 62.02"], None),
        (["NACEBEL 47910"], ["NACE 47"], None),
        (["NACEBEL 45112"], ["NACE 47.81"], None),
        (["NACEBEL 47910"], ["NACE 92.00"], "medium"),
        (["NACEBEL 47910"], ["NAICS 713210"], None),
        (["NACEBEL 47910"], [], None),
    ],
)
def test_activities_contradict_each_other_only_without_a_common_division(
    register: list[Said], northdata: list[Said], expected: str | None
) -> None:
    found = between("activity_code", register, northdata)

    assert severity(found) == expected
    assert found is None or [side.value for side in found.sides] == ["NACEBEL 47910", "NACE 92.00"]
