"""The company profile: every value with its source, and where sources disagree, both sides."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.profile import build_profile
from schemas.case import CaseRecord
from schemas.company import Company
from schemas.investigation import CompanyProfile, Discrepancy
from schemas.sources import FactName, SourceAnswer, SourceName
from tests.example_cases import COMPANY, NOW, a_record, an_answer, an_opening


def known(
    *answers: SourceAnswer, company: Company = COMPANY, additional_data: Mapping[str, object] | None = None
) -> CaseRecord:
    return a_record(
        opening=an_opening(company=company, additional_data=additional_data or {}),
        sources={answer.source: answer for answer in answers},
    )


def vies(**facts: str) -> SourceAnswer:
    named: dict[FactName, str | bool | int] = {"vat_valid": True}
    if "name" in facts:
        named["company_name"] = facts["name"]
    if "address" in facts:
        named["registered_address"] = facts["address"]
    return an_answer(SourceName.VIES, facts=named)


def discrepancies(record: CaseRecord) -> dict[str, Discrepancy]:
    return {item.field: item for item in build_profile(record).discrepancies}


def test_every_value_has_its_source_time_and_evidence() -> None:
    profile = build_profile(known(vies(name="ACME TRADING")))

    typed, registered = profile.facts["company_name"]
    assert (typed.value, typed.source, typed.timestamp, typed.evidence_hash) == (
        "Acme Trading BVBA",
        "officer_input",
        NOW,
        None,
    )
    assert (registered.value, registered.source) == ("ACME TRADING", "EU VIES")
    assert registered.evidence_hash == vies().data_hash


def test_the_evidence_of_a_profile_says_where_it_is_stored() -> None:
    (reference,) = build_profile(known(vies())).evidence_refs

    assert reference.source == "EU VIES"
    assert reference.storage == "minio:case_a1b2c3d4e5f6/evidence/vies.json"


def test_what_nobody_stated_is_no_fact() -> None:
    profile = build_profile(known(company=Company(company_name="Acme", country="BE", vat_number="BE0403170701")))

    assert profile.facts.keys() == {"company_name", "country", "vat_number"}


def test_an_unavailable_source_states_nothing_and_contradicts_nothing() -> None:
    unavailable = an_answer(SourceName.VIES, "unavailable", reason="MS_UNAVAILABLE")

    assert build_profile(known(unavailable)) == build_profile(known())


@pytest.mark.parametrize(
    ("registered", "severity"),
    [
        ("ACME TRADING", None),
        ("ACME TRADING SRL", None),
        ("ACME TRADYNG SRL", "low"),
        ("ACME TRADING NV", "high"),
        ("OTHER COMPANY", "medium"),
    ],
)
def test_a_registered_name_is_compared_with_the_one_typed(registered: str, severity: str | None) -> None:
    found = discrepancies(known(vies(name=registered))).get("company_name")

    assert (found.severity if found else None) == severity


def test_a_discrepancy_cites_both_sides() -> None:
    found = discrepancies(known(vies(name="OTHER COMPANY")))["company_name"]

    assert [side.value for side in found.sides] == ["Acme Trading BVBA", "OTHER COMPANY"]
    assert found.description.startswith("The officer says “Acme Trading BVBA”, EU VIES says “OTHER COMPANY”.")


@pytest.mark.parametrize(
    ("registered", "severity"),
    [
        ("MEIR 1, 2000 ANTWERPEN", None),
        ("MEIR 9, 2000 ANTWERPEN", "medium"),
        ("RUE DE LA LOI 16, 1000 BRUXELLES", "high"),
    ],
)
@pytest.mark.parametrize("member", ["registered_address", "address"])
def test_a_registered_address_is_compared_with_the_one_given_at_creation(
    registered: str, severity: str | None, member: str
) -> None:
    record = known(vies(address=registered), additional_data={member: " Meir 1, 2000 Antwerpen "})

    found = discrepancies(record).get("registered_address")

    assert (found.severity if found else None) == severity


def test_an_address_that_only_one_source_states_contradicts_nothing() -> None:
    assert not discrepancies(known(vies(address="MEIR 1, 2000 ANTWERPEN")))


@pytest.mark.parametrize("given_address", [None, 5, "", "  ", ["Meir 1"]])
def test_an_address_that_is_no_text_is_no_fact(given_address: object) -> None:
    assert "registered_address" not in build_profile(known(additional_data={"address": given_address})).facts


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
    assert ("registration_number" in discrepancies(known(company=company))) == disagree


@given(st.permutations(list(SourceName)), st.sampled_from(["ACME TRADING", "OTHER COMPANY"]))
def test_the_order_in_which_sources_answered_does_not_matter(order: list[SourceName], name: str) -> None:
    facts: dict[FactName, str | bool | int] = {"company_name": name, "registered_address": "Meir 1, 2000 Antwerpen"}
    answers = {source: an_answer(source, facts=facts) for source in SourceName}

    assert profile_of(answers, order) == profile_of(answers, list(SourceName))


def profile_of(answers: dict[SourceName, SourceAnswer], order: list[SourceName]) -> CompanyProfile:
    return build_profile(known(*(answers[source] for source in order)))


@given(st.lists(st.sampled_from(["ACME TRADING", "ACME TRADING SA", "OTHER COMPANY"]), max_size=4))
def test_every_side_of_a_discrepancy_is_a_fact_of_the_profile(names: list[str]) -> None:
    answers = [an_answer(source, facts={"company_name": name}) for source, name in zip(SourceName, names, strict=False)]
    profile = build_profile(known(*answers))

    for discrepancy in profile.discrepancies:
        assert set(discrepancy.sides) <= set(profile.facts[discrepancy.field])
