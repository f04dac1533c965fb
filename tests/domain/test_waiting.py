"""Whom a case waits for."""

from domain.stages import AWAITING_CUSTOMER, AWAITING_OFFICER, DECIDING_ROLES, TERMINAL
from domain.waiting import waits_for
from schemas.status import CaseStatus

S = CaseStatus


def test_every_status_says_who_has_to_do_something_next_and_a_closed_case_waits_for_nobody() -> None:
    assert {status for status in S if waits_for(status) is None} == TERMINAL
    assert {status for status in S if waits_for(status) == "customer"} == AWAITING_CUSTOMER
    assert {status for status in S if waits_for(status) in ("officer", "senior_officer")} == AWAITING_OFFICER


def test_only_what_an_officer_may_not_decide_waits_for_a_senior_one() -> None:
    senior = {status for status in S if waits_for(status) == "senior_officer"}

    assert senior == {status for status, roles in DECIDING_ROLES.items() if "officer" not in roles}
