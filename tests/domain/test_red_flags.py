"""The delivered rules: which red flags a case raises, where its score then lies, and what is recommended."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

import pytest

from domain.investigation import investigate
from domain.red_flags import raised
from domain.risk import band
from schemas.bands import BandName
from schemas.case import CaseRecord
from schemas.investigation import DueDiligence, Finding, InvestigationResult, RecommendedAction
from schemas.mcc import MccCitation
from schemas.policy import UNAVAILABLE
from schemas.sources import FactName, SourceAnswer, SourceFact, SourceName
from tests.domain.investigated_cases import ORDINARY, a_finding, complete_case, grounds
from tests.example_cases import NOW, TEMPLATE, an_answer, an_opening
from tests.policies import POLICY, a_policy

MERCHANT = an_opening(template=TEMPLATE.model_copy(update={"id": "psp_merchant_onboarding"}))
KNOWN: dict[FactName, str | bool | int] = {
    "company_name": "ACME TRADING",
    "company_status": "active",
    "incorporation_date": "2015-03-18",
}
VIES = an_answer(SourceName.VIES, facts={"vat_valid": True, "company_name": "ACME TRADING"})
SCREENED = an_answer(SourceName.SCREENING, "not_found")
WITHHOLDING = an_answer(SourceName.WITHHOLDING, facts={"withholding_social_debt": False, "withholding_tax_debt": False})


def register(**facts: str | bool | int) -> SourceAnswer:
    return an_answer(SourceName.KBO, facts={**KNOWN, **facts})  # type: ignore[dict-item]


def with_fact(answer: SourceAnswer, name: FactName, value: str, **details: str) -> SourceAnswer:
    return answer.model_copy(update={"facts": (*answer.facts, SourceFact(name=name, value=value, details=details))})


def merchant(*answers: SourceAnswer, **changes: object) -> CaseRecord:
    """A Belgian merchant of whom the register, VIES, the lists and the withholding register say nothing bad, but for
    what these answers say."""
    usual = (register(), VIES, SCREENED, WITHHOLDING)
    sources = {answer.source: answer for answer in (*usual, *answers)}
    return complete_case(**{"opening": MERCHANT, "sources": sources, **changes})


def screened(topics: str) -> SourceAnswer:
    found = an_answer(SourceName.SCREENING)
    return with_fact(found, "screening_match", "Ivo Marek", topics=topics, match="true", entity_id="Q1", score="0.98")


class Story(NamedTuple):
    case: CaseRecord
    flags: set[str]
    band: BandName
    action: RecommendedAction
    diligence: DueDiligence = "standard"


STORIES: Mapping[str, Story] = {
    "clean": Story(merchant(), set(), "CLEAR", "approve"),
    "sanctioned": Story(merchant(screened("sanction")), {"sanctions_match"}, "CRITICAL", "escalate", "edd_mandatory"),
    "politically exposed": Story(merchant(screened("role.pep")), {"pep_match"}, "MEDIUM", "escalate", "edd_mandatory"),
    "bankrupt": Story(merchant(register(company_status="bankruptcy")), {"company_bankrupt"}, "HIGH", "escalate"),
    "dissolved": Story(merchant(register(company_status="dissolved")), {"company_dissolved"}, "HIGH", "escalate"),
    "wound up": Story(
        merchant(register(company_status="liquidation")), {"company_in_liquidation"}, "MEDIUM", "follow_up"
    ),
    "founded last month": Story(
        merchant(register(incorporation_date="2026-02-02")), {"be_founded_within_six_months"}, "MEDIUM", "follow_up"
    ),
    "founded last summer": Story(
        merchant(register(incorporation_date="2025-07-02")), {"recently_founded"}, "LOW", "follow_up"
    ),
    "VAT number unknown": Story(
        merchant(an_answer(SourceName.VIES, "not_found", {"vat_valid": False})),
        {"vat_not_registered"},
        "MEDIUM",
        "follow_up",
    ),
    "not in the register": Story(
        merchant(an_answer(SourceName.KBO, "not_found")), {"not_in_register"}, "MEDIUM", "follow_up"
    ),
    "social debt": Story(
        merchant(
            an_answer(SourceName.WITHHOLDING, facts={"withholding_social_debt": True, "withholding_tax_debt": False})
        ),
        {"be_social_debt"},
        "MEDIUM",
        "follow_up",
    ),
    "debts of both kinds": Story(
        merchant(
            an_answer(SourceName.WITHHOLDING, facts={"withholding_social_debt": True, "withholding_tax_debt": True})
        ),
        {"be_social_debt", "be_tax_debt"},
        "HIGH",
        "escalate",
    ),
    "negative equity": Story(merchant(register(equity=-40_000)), {"be_negative_equity"}, "LOW", "follow_up"),
    "no accounts": Story(
        merchant(an_answer(SourceName.NBB, "not_found")), {"be_accounts_missing"}, "MEDIUM", "follow_up"
    ),
    "owner in a high-risk country": Story(
        merchant(with_fact(register(), "owner", "Bahar Rahimi", country="IR", kind="person", share_percent="80")),
        {"high_risk_country_owner"},
        "MEDIUM",
        "escalate",
        "edd_mandatory",
    ),
    "nominee": Story(
        merchant(with_fact(register(), "director", "Jan Smit", role="nominee director", kind="person")),
        {"be_nominee_director"},
        "LOW",
        "follow_up",
        "edd_recommended",
    ),
    "another name": Story(
        merchant(an_answer(SourceName.VIES, facts={"vat_valid": True, "company_name": "ZONNEWIND CONSULT"})),
        {"name_mismatch"},
        "MEDIUM",
        "follow_up",
    ),
    "casino": Story(
        merchant(mcc_classification=ORDINARY.model_copy(update={"risk_tier": "high", "risk_flags": ("gambling",)})),
        {"high_risk_merchant_category"},
        "MEDIUM",
        "follow_up",
        "edd_recommended",
    ),
    "nothing uploaded": Story(merchant(documents=(), validation_results=()), {"documents_missing"}, "LOW", "follow_up"),
    "nobody screened": Story(
        merchant(an_answer(SourceName.SCREENING, "not_configured")), {"screening_not_made"}, "CLEAR", "follow_up"
    ),
}


def result_of(story: Story) -> InvestigationResult:
    return investigate(story.case, POLICY, NOW)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_a_story_raises_its_red_flags_and_only_those(story: Story) -> None:
    assert {flag.rule_id for flag in result_of(story).red_flags} == story.flags


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_a_story_has_the_risk_and_the_advice_that_an_officer_would_expect(story: Story) -> None:
    result = result_of(story)

    assert (band(result.risk_score), result.recommended_action) == (story.band, story.action)
    assert result.due_diligence == story.diligence


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_every_flag_says_on_what_it_rests_and_by_which_law(story: Story) -> None:
    result = result_of(story)

    found = {item.finding_id for item in result.findings} | {item.discrepancy_id for item in result.discrepancies}
    for flag in result.red_flags:
        assert flag.legal_basis and flag.explanation
        assert set(flag.cites) <= found


def test_a_sanctioned_person_outweighs_everything() -> None:
    assert result_of(STORIES["sanctioned"]).risk_score >= 0.9


@pytest.mark.parametrize("name", ["bankrupt", "dissolved"])
def test_who_cannot_contract_is_of_high_risk(name: str) -> None:
    assert result_of(STORIES[name]).risk_score >= 0.7


def test_the_flag_names_the_fact_and_the_bytes() -> None:
    (flag,) = result_of(STORIES["owner in a high-risk country"]).red_flags

    assert flag.facts == ("owner",)
    assert flag.evidence == (register().data_hash,)


def test_a_flag_that_rests_on_no_finding_says_whom_it_is_about() -> None:
    owners = with_fact(register(), "owner", "Bahar Rahimi", country="IR", kind="person", share_percent="80")
    owners = with_fact(owners, "owner", "An Peeters", country="BE", kind="person", share_percent="20")

    (flag,) = investigate(merchant(owners), POLICY, NOW).red_flags

    assert flag.explanation.startswith("Bahar Rahimi: country IR (KBO/BCE). Establish the source of funds")
    assert "Peeters" not in flag.explanation


def test_a_flag_names_a_few_of_many_and_how_many_more_there_are() -> None:
    owners = register()
    for number in range(8):
        owners = with_fact(owners, "owner", f"Owner {number}", country="IR")

    (flag,) = investigate(merchant(owners), POLICY, NOW).red_flags

    assert flag.explanation.startswith("Owner 0: country IR (KBO/BCE). Owner 1:")
    assert "Owner 4: country IR (KBO/BCE). And 3 more. Establish" in flag.explanation


def test_a_flag_on_the_merchant_category_names_the_words_it_rests_on() -> None:
    cited = MccCitation(source="website_title", quote="casino", mcc_code="5940", evidence_hash="sha256:" + "a" * 64)
    answered = cited.model_copy(update={"source": "activity", "evidence_hash": None})
    unlike = cited.model_copy(update={"mcc_code": "7995", "evidence_hash": "sha256:" + "b" * 64})
    betting = ORDINARY.model_copy(update={"risk_tier": "high", "citations": (cited, answered, unlike)})

    result = investigate(merchant(mcc_classification=betting), POLICY, NOW)

    (flag,) = result.red_flags
    (term,) = [item for item in result.risk_terms if item.name == "merchant_category"]
    assert flag.explanation.startswith("The merchant category is 5940 (Bicycle Shops), of high risk. ")
    assert (flag.facts, flag.evidence) == (("website_title",), (cited.evidence_hash,))
    assert (term.facts, term.evidence) == (flag.facts, flag.evidence)


def test_the_belgian_rules_are_for_belgian_merchants_only() -> None:
    young = register(incorporation_date="2026-02-02")
    elsewhere = merchant(young, opening=an_opening())

    assert {flag.rule_id for flag in investigate(elsewhere, POLICY, NOW).red_flags} == {"recently_founded"}


def test_a_company_grows_out_of_its_youth() -> None:
    story = STORIES["founded last month"].case

    later = investigate(story, POLICY, NOW + timedelta(days=366))

    assert {flag.rule_id for flag in later.red_flags} == set()


@pytest.mark.parametrize("source", SourceName)
def test_no_rule_holds_the_silence_of_a_source_against_a_company(source: SourceName) -> None:
    away = investigate(merchant(an_answer(source, "unavailable", reason="timeout")), POLICY, NOW)
    never = merchant()
    unasked = never.model_copy(
        update={"sources": {name: answer for name, answer in never.sources.items() if name is not source}}
    )

    assert away.risk_score == investigate(unasked, POLICY, NOW).risk_score
    assert away.recommended_action == investigate(unasked, POLICY, NOW).recommended_action
    assert {flag.severity for flag in away.red_flags} <= {"info"}


# Flags of any policy.


def test_flags_come_gravest_first_and_then_by_name() -> None:
    policy = a_policy(
        {"id": "rule_b", "severity": "low"}, {"id": "rule_c", "severity": "high"}, {"id": "rule_a", "severity": "low"}
    )

    flags = raised(policy, grounds([a_finding("low")]))

    assert [flag.rule.id for flag in flags] == ["rule_c", "rule_a", "rule_b"]


def test_of_equally_grave_flags_those_that_ask_for_diligence_come_first() -> None:
    policy = a_policy(
        {"id": "rule_a"},
        {"id": "rule_b", "effect": {"due_diligence": "edd_recommended"}},
        {"id": "rule_c", "effect": {"due_diligence": "edd_mandatory"}},
    )

    assert [flag.rule.id for flag in raised(policy, grounds([a_finding("low")]))] == ["rule_c", "rule_b", "rule_a"]


def test_a_superseded_rule_is_not_raised_beside_the_one_that_supersedes_it() -> None:
    policy = a_policy({"id": "general"}, {"id": "special", "supersedes": ["general"], "severity": "high"})
    unmet = a_policy(
        {"id": "general"},
        {
            "id": "special",
            "supersedes": ["general"],
            "condition": {"type": "finding_category", "one_of": ["another_category"]},
        },
    )

    assert [flag.rule.id for flag in raised(policy, grounds([a_finding("low")]))] == ["special"]
    assert [flag.rule.id for flag in raised(unmet, grounds([a_finding("low")]))] == ["general"]


def test_a_rule_may_be_for_some_countries_and_kinds_of_case_only() -> None:
    policy = a_policy(
        {"id": "here", "applies_to": {"countries": ["BE"], "templates": [TEMPLATE.id]}},
        {"id": "elsewhere", "applies_to": {"countries": ["NL"]}},
        {"id": "others", "applies_to": {"templates": ["psp_merchant_onboarding"]}},
    )

    assert [flag.rule.id for flag in raised(policy, grounds([a_finding("low")]))] == ["here"]


def test_unavailable_is_the_category_that_the_findings_use() -> None:
    findings: tuple[Finding, ...] = investigate(
        merchant(an_answer(SourceName.NBB, "unavailable", reason="timeout")), POLICY, NOW
    ).findings

    assert UNAVAILABLE in {finding.category for finding in findings}
