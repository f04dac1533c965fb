"""The company profile: every value with its source, the one to go by, and what was not checked."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.profile import build_profile
from domain.profile.trust import trust_order
from schemas.company import Company
from schemas.investigation import CompanyProfile, FactDecision
from schemas.sources import (
    SET_FACTS,
    SOURCE_LABELS,
    EvidencePiece,
    FactName,
    FactValue,
    SourceAnswer,
    SourceFact,
    SourceName,
    SourceState,
)
from tests.domain.what_sources_say import holding, says
from tests.example_cases import NOW, OFFICER, a_record, an_answer

S = SourceName
ANOTHER_HASH = f"sha256:{'b' * 64}"


def vies(**facts: str) -> SourceAnswer:
    named: dict[FactName, str | bool | int] = {"vat_valid": True}
    if "name" in facts:
        named["company_name"] = facts["name"]
    if "address" in facts:
        named["registered_address"] = facts["address"]
    return an_answer(S.VIES, facts=named)


# Facts.


def test_every_value_has_its_source_time_evidence_and_environment() -> None:
    profile = build_profile(holding(vies(name="ACME TRADING")))

    typed, registered = profile.facts["company_name"]
    assert (typed.value, typed.source, typed.timestamp, typed.evidence_hash, typed.environment) == (
        "Acme Trading BVBA",
        "officer_input",
        NOW,
        None,
        None,
    )
    assert (registered.value, registered.source, registered.environment) == ("ACME TRADING", "EU VIES", "test")
    assert registered.evidence_hash == vies().data_hash


def test_a_fact_that_was_read_from_other_bytes_than_the_answers_first_ones_cites_those() -> None:
    answer = says(S.KBO, {"company_status": "active"})
    fact = SourceFact(name="director", value="Jan Peeters", details={"role": "director"}, data_hash=ANOTHER_HASH)

    profile = build_profile(holding(answer.model_copy(update={"facts": (*answer.facts, fact)})))

    assert profile.facts["company_status"][0].evidence_hash == answer.data_hash
    assert profile.facts["director"][0].evidence_hash == ANOTHER_HASH
    assert profile.facts["director"][0].details == {"role": "director"}


def test_what_the_officer_typed_comes_first_and_then_the_sources_in_the_order_of_trust() -> None:
    stated = [says(source, {"company_name": f"Acme {source}"}) for source in (S.NORTHDATA, S.VIES, S.KBO, S.GLEIF)]

    profile = build_profile(holding(*stated))

    assert [fact.source for fact in profile.facts["company_name"]] == [
        "officer_input",
        "KBO/BCE",
        "GLEIF",
        "EU VIES",
        "NorthData",
    ]


def test_what_nobody_stated_is_no_fact() -> None:
    profile = build_profile(holding(company=Company(company_name="Acme", country="BE", vat_number="BE0403170701")))

    assert profile.facts.keys() == {"company_name", "country", "vat_number"}


@pytest.mark.parametrize("given_address", [None, 5, "", "  ", ["Meir 1"]])
def test_an_address_that_is_no_text_is_no_fact(given_address: object) -> None:
    assert (
        "registered_address" not in build_profile(holding(additional_data={"registered_address": given_address})).facts
    )


@pytest.mark.parametrize("member", ["registered_address", "address"])
def test_an_address_that_was_given_at_creation_is_the_officers_word(member: str) -> None:
    (typed,) = build_profile(holding(additional_data={member: " Meir 1, 2000 Antwerpen "})).facts["registered_address"]

    assert (typed.value, typed.source) == ("Meir 1, 2000 Antwerpen", "officer_input")


# Evidence, and what was not checked.


def test_the_evidence_of_a_profile_says_where_it_is_stored() -> None:
    (reference,) = build_profile(holding(vies())).evidence_refs

    assert (reference.source, reference.environment) == ("EU VIES", "test")
    assert reference.storage == "minio:case_a1b2c3d4e5f6/evidence/vies.json"


def test_the_evidence_of_a_look_up_that_needed_several_exchanges_is_all_of_it() -> None:
    piece = EvidencePiece(data_hash=ANOTHER_HASH, object_key="case_a1b2c3d4e5f6/evidence/kbo-b.json", source_url=None)
    answer = says(S.KBO, {}).model_copy(update={"further": (piece,)})

    hashes = [reference.evidence_hash for reference in build_profile(holding(answer)).evidence_refs]

    assert hashes == [answer.data_hash, ANOTHER_HASH]


def test_an_unavailable_source_states_nothing_contradicts_nothing_and_is_named() -> None:
    profile = build_profile(holding(an_answer(S.VIES, "unavailable", reason="MS_UNAVAILABLE")))

    assert profile.unavailable == {"EU VIES": "MS_UNAVAILABLE"}
    assert profile.model_copy(update={"unavailable": {}}) == build_profile(holding())


@pytest.mark.parametrize(
    ("state", "listed"),
    [
        ("unavailable", {"KBO/BCE": "unavailable"}),
        ("not_configured", {"KBO/BCE": "not_configured"}),
        ("not_applicable", {}),
        ("not_found", {}),
        ("found", {}),
    ],
)
def test_only_what_could_not_be_checked_is_listed_as_unavailable(state: SourceState, listed: dict[str, str]) -> None:
    assert build_profile(holding(an_answer(S.KBO, state))).unavailable == listed


# The value to go by.


def decided(value: FactValue, source: str, reason: str = "It was checked by telephone") -> FactDecision:
    return FactDecision(name="company_name", value=value, source=source, reason=reason, actor=OFFICER, decided_at=NOW)


def preferring(*decisions: FactDecision, **registered: str) -> CompanyProfile:
    answers = [says(SourceName(source), {"company_name": name}) for source, name in registered.items()]
    return build_profile(holding(*answers).model_copy(update={"fact_decisions": decisions}))


def test_the_most_trusted_source_is_gone_by_and_the_reason_says_why() -> None:
    preferred = preferring(kbo="Acme Trading BV", northdata="Acme").preferred["company_name"]

    assert (preferred.value, preferred.source, preferred.chosen_by) == ("Acme Trading BV", "KBO/BCE", "trust_order")
    assert preferred.evidence_hash == says(S.KBO, {}).data_hash
    assert preferred.reason.startswith("By the trust order KBO/BCE comes before NorthData and the officer: ")


def test_a_fact_that_one_source_states_needs_no_order() -> None:
    assert preferring().preferred["company_name"].reason == "Only the officer states it."


def test_a_brand_is_not_preferred_to_a_registered_name() -> None:
    answer = says(S.CRUNCHBASE, {"company_name": "Acme!"})

    assert build_profile(holding(answer)).preferred["company_name"].source == "officer_input"


def test_a_fact_that_may_have_several_values_has_none_to_go_by() -> None:
    facts: Mapping[FactName, list[FactValue | tuple[FactValue, Mapping[str, str]]]] = {
        name: ["one", "other"] for name in sorted(SET_FACTS)
    }

    profile = build_profile(holding(says(S.KBO, facts)))

    assert profile.facts.keys() >= SET_FACTS
    assert not profile.preferred.keys() & SET_FACTS


def test_an_officer_may_choose_another_value_with_a_reason() -> None:
    preferred = preferring(decided("Acme", "NorthData"), kbo="Acme Trading BV", northdata="Acme").preferred[
        "company_name"
    ]

    assert (preferred.value, preferred.source, preferred.chosen_by) == ("Acme", "NorthData", "officer")
    assert preferred.reason == "Chosen by key_officer on 2026-03-02: It was checked by telephone"


def test_the_last_decision_about_a_fact_counts() -> None:
    decisions = decided("Acme", "NorthData"), decided("Acme Trading BV", "KBO/BCE")

    assert preferring(*decisions, kbo="Acme Trading BV", northdata="Acme").preferred["company_name"].value == (
        "Acme Trading BV"
    )


@pytest.mark.parametrize("source", ["NorthData", "GLEIF"])
def test_a_choice_lapses_when_its_source_no_longer_states_that_value(source: str) -> None:
    preferred = preferring(decided("Acme", source), kbo="Acme Trading BV", northdata="Acme Group").preferred[
        "company_name"
    ]

    assert (preferred.value, preferred.chosen_by) == ("Acme Trading BV", "trust_order")
    assert preferred.reason.endswith(
        f"The choice of {source}'s “Acme” by key_officer has lapsed: {source} no longer states it."
    )


def test_a_choice_of_one_is_no_choice_of_true() -> None:
    decision = decided(1, "EU VIES").model_copy(update={"name": "vat_valid"})
    record = holding(vies()).model_copy(update={"fact_decisions": (decision,)})

    assert build_profile(record).preferred["vat_valid"].chosen_by == "trust_order"


# Laws.

STATED: tuple[tuple[FactName, FactValue], ...] = (
    ("company_name", "ACME TRADING"),
    ("company_name", "OTHER COMPANY NV"),
    ("registered_address", "Meir 1, 2000 Antwerpen"),
    ("registered_address", "Graslei 3, 9000 Gent"),
    ("legal_form", "Naamloze vennootschap"),
    ("registration_number", "0417497106"),
    ("company_status", "active"),
    ("company_status", "bankruptcy"),
    ("incorporation_date", "2019"),
    ("incorporation_date", "2021-05-01"),
    ("director", "Jan Peeters"),
    ("director", "An Maes"),
    ("activity_code", "NACE 47.91"),
    ("activity_code", "NACE 92.00"),
    ("equity", -5),
    ("vat_valid", True),
)


def answers() -> st.SearchStrategy[list[SourceAnswer]]:
    """Any sources, each with any facts."""
    facts = st.lists(st.sampled_from(STATED), max_size=6)
    one = st.builds(an_answer, st.sampled_from(SourceName))
    return st.lists(
        st.builds(
            lambda answer, told, later: answer.model_copy(
                update={
                    "facts": tuple(SourceFact(name=name, value=value) for name, value in told),
                    "collected_at": NOW + timedelta(hours=later),
                }
            ),
            one,
            facts,
            st.integers(0, 3),
        ),
        unique_by=lambda answer: answer.source,
        max_size=6,
    )


@given(answers(), st.data())
def test_the_order_in_which_sources_answered_does_not_matter(answered: list[SourceAnswer], data: st.DataObject) -> None:
    shuffled = [
        answer.model_copy(update={"facts": tuple(data.draw(st.permutations(answer.facts)))})
        for answer in data.draw(st.permutations(answered))
    ]

    assert build_profile(holding(*shuffled)) == build_profile(holding(*answered))


@given(answers())
def test_no_value_is_lost(answered: list[SourceAnswer]) -> None:
    stated = sorted(
        (fact.name, SOURCE_LABELS[answer.source], repr(fact.value)) for answer in answered for fact in answer.facts
    )

    facts = build_profile(holding(*answered)).facts

    kept = sorted(
        (name, fact.source, repr(fact.value))
        for name, values in facts.items()
        for fact in values
        if fact.source != "officer_input"
    )
    assert kept == stated


@given(answers())
def test_what_is_preferred_is_a_value_of_the_profile_that_no_other_source_is_trusted_above(
    answered: list[SourceAnswer],
) -> None:
    profile = build_profile(holding(*answered))

    assert profile.preferred.keys() == profile.facts.keys() - SET_FACTS
    for name, preferred in profile.preferred.items():
        trusted = min(profile.facts[name], key=lambda fact: trust_order(name).rank(fact.source))
        assert preferred.source == trusted.source or name == "company_name"
        assert (preferred.source, preferred.value) in {(fact.source, fact.value) for fact in profile.facts[name]}


def test_a_profile_says_whose_it_is() -> None:
    record = a_record()

    profile = build_profile(record)

    assert (profile.case_id, profile.environment) == (record.opening.case_id, "test")
