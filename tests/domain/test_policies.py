"""Which policy is used on a day, and the name under which a result remembers it."""

import hashlib
import json
from datetime import date

import pytest

from domain.policies import policy_hash, policy_on, rule_set_of
from schemas.policy import Policy
from tests.policies import POLICY, a_policy

EARLY = a_policy(version="1", valid_from=date(2026, 1, 1))
LATE = a_policy(version="2", valid_from=date(2027, 7, 10))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 1), EARLY),
        (date(2027, 7, 9), EARLY),
        (date(2027, 7, 10), LATE),
        (date(2030, 1, 1), LATE),
        (date(2020, 1, 1), EARLY),
    ],
)
def test_the_policy_that_was_last_to_become_valid_is_used(day: date, expected: Policy) -> None:
    assert policy_on((EARLY, LATE), day) is expected
    assert policy_on((LATE, EARLY), day) is expected


def test_without_a_policy_nothing_can_be_assessed() -> None:
    with pytest.raises(ValueError, match="no policy"):
        policy_on((), date(2026, 1, 1))


def test_a_policy_is_named_with_the_hash_of_its_canonical_json() -> None:
    text = json.dumps(POLICY.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"

    assert policy_hash(POLICY) == digest
    assert rule_set_of(POLICY) == f"{POLICY.name}@{POLICY.version} {digest}"


def test_the_hash_is_the_same_after_a_journey_and_another_after_a_change() -> None:
    assert policy_hash(Policy.model_validate_json(POLICY.model_dump_json())) == policy_hash(POLICY)
    assert policy_hash(a_policy({"points": 0.1})) != policy_hash(a_policy({"points": 0.2}))
