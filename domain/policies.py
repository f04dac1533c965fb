"""Which policy is used on a day, and the name and hash under which a result remembers it."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.identity import body_hash
from schemas.case import CaseOpening
from schemas.policy import Policy, Rule


def policy_hash(policy: Policy) -> str:
    """`sha256:` and the SHA-256 of the policy as canonical JSON (all members, sorted, without white space, UTF-8)."""
    return f"sha256:{body_hash(policy.model_dump(mode='json'))}"


def rule_set_of(policy: Policy) -> str:
    """`name@version sha256:…`: what is kept with every result, so that it can be computed again."""
    return f"{policy.name}@{policy.version} {policy_hash(policy)}"


def policy_on(policies: Sequence[Policy], day: date) -> Policy:
    """The policy that was last to become valid by this day; before the first one, the first. ValueError if none is
    given."""
    if not policies:
        raise ValueError("there is no policy to assess a case by")
    valid = [policy for policy in policies if policy.valid_from <= day]
    return max(valid, key=_since) if valid else min(policies, key=_since)


def rules_for(policy: Policy, opening: CaseOpening) -> Iterable[Rule]:
    """The rules that apply to a case, in the order of the policy."""
    country, template = opening.company.country, opening.template.id
    for rules in policy.rule_sets:
        if rules.applies_to.covers(country, template):
            yield from (rule for rule in rules.rules if rule.applies_to.covers(country, template))


def _since(policy: Policy) -> tuple[date, str]:
    return policy.valid_from, policy.version
