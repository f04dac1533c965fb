"""What a case says may be decided is what it takes: every status, recommendation and round."""

from itertools import product
from typing import get_args

import pytest

from domain.lifecycle import receive
from domain.possible_decisions import decided_by, possible_decisions
from domain.stages import DECIDING_ROLES
from schemas.actor import Actor
from schemas.case import CaseState
from schemas.commands import Decision, Outcome
from schemas.investigation import RecommendedAction
from schemas.officer_api import PossibleDecision
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, NOW, a_state, an_envelope

S = CaseStatus
ADMIN = Actor(id="key_admin", role="admin")
"""May decide whatever can be decided."""
WITHOUT_ROUNDS = 10
RECOMMENDATIONS = (None, *get_args(RecommendedAction))


def tried(state: CaseState, decision: Decision, reason: str | None) -> Outcome:
    tasks = FOLLOW_UP if decision == "follow_up" else {}
    body = {**tasks, "decision": decision, "reason": reason}
    return receive(state, "decision", an_envelope(body, ADMIN), NOW).ledger["cmd_1"]


def as_it_turns_out(state: CaseState) -> tuple[PossibleDecision, ...]:
    """What a case allows, found out by trying."""
    found = []
    for decision in get_args(Decision):
        with_reason, without = tried(state, decision, "A reason"), tried(state, decision, None)
        if with_reason.code == "wrong_state":
            continue
        barred = with_reason.code
        needed = without.code == "reason_required"
        why = None if not needed else "always" if decision in ("reject", "escalate") else "less_careful"
        found.append(PossibleDecision.model_validate({"decision": decision, "reason_needed": why, "barred_by": barred}))
    return tuple(found)


@pytest.mark.parametrize(("status", "recommended"), list(product(S, RECOMMENDATIONS)))
def test_a_case_allows_what_it_says_it_allows(status: CaseStatus, recommended: RecommendedAction | None) -> None:
    for iteration in (1, WITHOUT_ROUNDS):
        state = a_state(status, recommended_action=recommended, current_iteration=iteration)
        told = sorted(possible_decisions(state.record), key=lambda one: one.decision)
        assert told == sorted(as_it_turns_out(state), key=lambda one: one.decision)


@pytest.mark.parametrize("status", S)
def test_a_case_names_the_roles_that_decide_it(status: CaseStatus) -> None:
    assert set(decided_by(a_state(status).record)) == DECIDING_ROLES.get(status, frozenset())
