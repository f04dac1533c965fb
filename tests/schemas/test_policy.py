"""What a policy must be: a draft that says something impossible or unknown is refused, naming where."""

from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from schemas.policy import Policy
from tests.policies import POLICY, a_policy

Json = dict[str, Any]


def draft() -> Json:
    """The delivered policy as it travels."""
    found: Json = POLICY.model_dump(mode="json")
    return found


def refusal(given: Json) -> str:
    with pytest.raises(ValidationError) as error:
        Policy.model_validate(given)
    first = error.value.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"


def test_a_policy_survives_the_journey() -> None:
    assert Policy.model_validate(draft()) == POLICY
    assert Policy.model_validate_json(POLICY.model_dump_json()) == POLICY


def test_an_unknown_member_is_refused_wherever_it_stands() -> None:
    for path in (
        (),
        ("base",),
        ("bands",),
        ("rule_sets", 0),
        ("rule_sets", 0, "rules", 0),
        ("rule_sets", 0, "rules", 0, "effect"),
        ("rule_sets", 0, "rules", 0, "condition"),
    ):
        given = draft()
        place: Any = given
        for step in path:
            place = place[step]
        place["minimum_scor"] = 0.5

        assert "Extra inputs are not permitted" in refusal(given)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": ""}, "version: String should match"),
        ({"valid_from": "soon"}, "valid_from: Input should be a valid date"),
        ({"floor_factor": 1.5}, "floor_factor: Input should be less than or equal to 1"),
        ({"floor_factor": 0.855}, "floor_factor: Value error, expected no more than two digits"),
        ({"bands": {"critical": 0.5, "high": 0.7}}, "bands: Value error, expected critical > high"),
    ],
)
def test_a_member_that_is_wrong_is_named(change: Json, said: str) -> None:
    assert refusal({**draft(), **change}).startswith(said)


def test_the_weights_of_all_five_dimensions_add_up_to_one() -> None:
    heavier, fewer = draft(), draft()
    heavier["dimensions"]["customer"]["weight"] = 0.4
    del fewer["dimensions"]["product"]

    assert "add up to 1" in refusal(heavier)
    assert "product is not there" in refusal(fewer)


@pytest.mark.parametrize(
    "condition",
    [
        {"type": "source_missing", "one_of": ["vies"]},
        {"type": "finding_category", "one_of": ["source_unavailable"]},
        {
            "type": "all_of",
            "conditions": [
                {"type": "company_younger_than", "months": 6},
                {"type": "any_of", "conditions": [{"type": "source_missing", "one_of": ["vies"]}]},
            ],
        },
    ],
    ids=["not asked", "unavailable", "somewhere inside"],
)
def test_a_rule_that_rests_on_the_silence_of_a_source_cannot_weigh(condition: Json) -> None:
    silent: Json = {"condition": condition, "severity": "info"}

    assert a_policy(silent)
    weights: tuple[Json, ...] = (
        {"severity": "low"},
        {"points": 0.1},
        {"effect": {"minimum_score": 0.1}},
        {"effect": {"minimum_dimension_score": 0.1}},
    )
    for weight in weights:
        with pytest.raises(ValidationError, match="says nothing about the company"):
            a_policy({**silent, **weight})


def test_two_rules_may_not_have_one_name() -> None:
    given = draft()
    given["rule_sets"].append(deepcopy(given["rule_sets"][1]) | {"id": "again"})

    assert "there are two rules" in refusal(given)


@pytest.mark.parametrize("superseded", ["no_such_rule", "some_rule", "other_rule"])
def test_a_rule_supersedes_others_that_supersede_none(superseded: str) -> None:
    with pytest.raises(ValidationError, match=f"supersedes '{superseded}'"):
        a_policy(
            {"supersedes": [superseded]},
            {"id": "other_rule", "supersedes": ["third_rule"]},
            {"id": "third_rule"},
        )


def test_a_list_that_a_rule_looks_into_must_be_there() -> None:
    with pytest.raises(ValidationError, match="looks into 'friends', which is not there"):
        a_policy({"condition": {"type": "fact_value", "fact": "country", "in_list": "friends"}})


@pytest.mark.parametrize(
    "comparison", [{}, {"one_of": []}, {"one_of": ["BE"], "contains": "B"}, {"below": 1, "at_least": 0}]
)
def test_a_value_is_looked_at_in_exactly_one_way(comparison: Json) -> None:
    with pytest.raises(ValidationError, match="exactly one of"):
        a_policy({"condition": {"type": "fact_value", "fact": "country", **comparison}})


@pytest.mark.parametrize(
    "condition",
    [
        {"type": "moon_phase"},
        {"type": "fact_value", "fact": "shoe_size", "one_of": [46]},
        {"type": "company_younger_than", "months": 0},
        {"type": "any_of", "conditions": []},
        {"type": "any_of", "conditions": [{"type": "any_of", "conditions": [{"type": "mcc_tier", "one_of": ["low"]}]}]},
        {"type": "all_of", "conditions": [{"type": "all_of", "conditions": [{"type": "mcc_tier", "one_of": ["low"]}]}]},
    ],
    ids=["unknown type", "unknown fact", "no months", "empty", "any of any", "all of all"],
)
def test_a_condition_that_cannot_be_is_refused(condition: Json) -> None:
    with pytest.raises(ValidationError, match="condition"):
        a_policy({"condition": condition})


def test_two_rule_sets_may_not_have_one_name() -> None:
    given = draft()
    given["rule_sets"].append({**given["rule_sets"][0], "rules": []})

    assert "there are two rule sets" in refusal(given)


def test_what_is_graver_does_not_weigh_less() -> None:
    given = draft()
    given["severity_points"].update(low=0.9, critical=0.0)

    assert "severity_points: Value error, expected info <= low" in refusal(given)
