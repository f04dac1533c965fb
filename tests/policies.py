"""The policy that is delivered, and the least a policy needs, for tests that change it."""

from datetime import date

from pydantic import JsonValue

from runtime.policies import load_policies
from schemas.policy import Policy

POLICY = load_policies()[-1]


def a_policy(*rules: dict[str, JsonValue], **changes: object) -> Policy:
    """The delivered weights and points, with these rules and no others."""
    own = {"id": "own", "title": "Own rules", "rules": [a_rule(**rule) for rule in rules]}
    given = {**POLICY.model_dump(), "name": "trial", "version": "1", "valid_from": date(2026, 1, 1), "rule_sets": [own]}
    return Policy.model_validate({**given, **changes})


def a_rule(**members: JsonValue) -> dict[str, JsonValue]:
    """A rule that is met by any finding of the category `some_category`, but for the members given."""
    rule: dict[str, JsonValue] = {
        "id": "some_rule",
        "title": "Some rule",
        "condition": {"type": "finding_category", "one_of": ["some_category"]},
        "severity": "medium",
        "dimension": "customer",
        "legal_basis": "Some law, Art. 1",
        "explanation": "It means something.",
    }
    return {**rule, **members}
