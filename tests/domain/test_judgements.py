"""What officers judge of facts joins the case, under their names, until it is closed."""

from datetime import timedelta
from typing import Any

import pytest

from domain.officer_tasks import officer_tasks
from domain.progress import reassessed, reassessment_is_due
from schemas.case import CaseState
from schemas.commands import CommandKind
from schemas.events import EventName
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import (
    CUSTOMER,
    NOW,
    OFFICER,
    SENIOR_OFFICER,
    a_record,
    a_state,
    an_answer,
    an_opening,
    applied,
    told,
)

CHOSEN: dict[str, Any] = {"name": "company_name", "value": "Acme BV", "source": "KBO/BCE", "reason": "Renamed in 2019"}
SETTLED: dict[str, Any] = {
    "discrepancy_id": "disc_company_name",
    "fingerprint": "f" * 16,
    "resolution": "accepted_variance",
    "reason": "An abbreviation",
}
SEEN: dict[str, Any] = {"social_debt": True, "tax_debt": False, "valid_until": "2026-04-30", "note": "Red"}
JUDGED: dict[str, Any] = {
    "match_id": "match_0123456789abcdef",
    "fingerprint": "f" * 12,
    "decision": "false_positive",
    "reason": "Another date of birth",
}
JUDGEMENTS: list[tuple[CommandKind, dict[str, Any], EventName]] = [
    ("fact-decision", CHOSEN, EventName.FACT_DECISION),
    ("discrepancy-resolution", SETTLED, EventName.DISCREPANCY_RESOLVED),
    ("screening-decision", JUDGED, EventName.SCREENING_DECISION),
    ("withholding-check", SEEN, EventName.MANUAL_CHECK_RECORDED),
]
each = pytest.mark.parametrize(("kind", "body", "event"), JUDGEMENTS)


def outcome(state: CaseState, kind: CommandKind, body: dict[str, Any], actor: Any = OFFICER) -> tuple[str, str | None]:
    after = told(state, kind, body, actor, "cmd_judged")
    return after.ledger["cmd_judged"].state, after.ledger["cmd_judged"].code


@each
@pytest.mark.parametrize("status", [CaseStatus.AWAITING_DOCUMENTS, CaseStatus.REVIEW_PENDING, CaseStatus.ESCALATED])
def test_a_judgement_is_an_event_of_an_open_case(
    kind: CommandKind, body: dict[str, Any], event: EventName, status: CaseStatus
) -> None:
    before = a_state(status)
    judge = SENIOR_OFFICER if status is CaseStatus.ESCALATED else OFFICER
    after = told(before, kind, body, judge, "cmd_judged")

    assert after.ledger["cmd_judged"].state == "applied"
    assert [item.event for item in after.outbox[len(before.outbox) :]] == [event]
    assert after.outbox[-1].actor == judge
    assert after.record.judgements == before.record.judgements + 1
    assert after.record.status is status


@each
def test_a_closed_case_takes_no_judgement(kind: CommandKind, body: dict[str, Any], event: EventName) -> None:
    assert outcome(a_state(CaseStatus.APPROVED), kind, body) == ("rejected", "wrong_state")


@each
def test_of_an_escalated_case_an_officer_judges_nothing(
    kind: CommandKind, body: dict[str, Any], event: EventName
) -> None:
    assert outcome(a_state(CaseStatus.ESCALATED), kind, body) == ("rejected", "role_not_allowed")


@each
def test_a_customer_judges_nothing(kind: CommandKind, body: dict[str, Any], event: EventName) -> None:
    assert outcome(a_state(), kind, body, CUSTOMER) == ("rejected", "role_not_allowed")


@each
@pytest.mark.parametrize("spoilt", [{}, {"reason": ""}, {"resolution": "shrugged", "social_debt": "perhaps"}])
def test_a_judgement_that_cannot_be_read_is_refused(
    kind: CommandKind, body: dict[str, Any], event: EventName, spoilt: dict[str, Any]
) -> None:
    assert outcome(a_state(), kind, spoilt) == ("rejected", "invalid_body")


def test_what_an_officer_saw_is_an_answer_of_a_source_with_the_officers_name() -> None:
    record = told(a_state(), "withholding-check", SEEN, OFFICER, "cmd_seen").record
    answer = record.sources[SourceName.WITHHOLDING]

    assert (answer.state, answer.recorded_by, answer.collected_at) == ("found", OFFICER.id, NOW)
    assert answer.fact("withholding_social_debt") is True
    assert answer.fact("withholding_tax_debt") is False
    assert answer.source_url == "https://www.checkobligationderetenue.be/result/0403.170.701"


def test_a_company_out_of_scope_is_not_found_there() -> None:
    body = {"social_debt": False, "tax_debt": False, "out_of_scope": True}
    answer = told(a_state(), "withholding-check", body, OFFICER, "cmd").record.sources[SourceName.WITHHOLDING]

    assert (answer.state, answer.reason, answer.facts) == ("not_found", "out_of_scope", ())


@pytest.mark.parametrize("key", ["case_ffffffffffff/evidence/withholding-1.pdf", "case_a1b2c3d4e5f6/reports/x.pdf", ""])
def test_a_proof_belongs_to_the_case(key: str) -> None:
    proof = {"data_hash": f"sha256:{'0' * 64}", "object_key": key}
    assert outcome(a_state(), "withholding-check", {**SEEN, "proof": proof}) == ("rejected", "invalid_body")


def test_nobody_has_seen_the_future() -> None:
    tomorrow = (NOW + timedelta(days=1)).isoformat()
    assert outcome(a_state(), "withholding-check", {**SEEN, "checked_at": tomorrow}) == ("rejected", "invalid_body")


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, ("rejected", "invalid_body")), (0, ("applied", None)), (1, ("applied", None))]
)
def test_what_has_expired_is_looked_at_again_before_it_is_recorded(days: int, expected: tuple[str, str | None]) -> None:
    until = (NOW + timedelta(days=days)).date().isoformat()

    assert outcome(a_state(), "withholding-check", {**SEEN, "valid_until": until}) == expected


def test_a_company_of_another_country_has_no_withholding_obligation() -> None:
    company = an_opening().company.model_copy(update={"country": "NL"})
    state = a_state(opening=an_opening(company=company))

    assert outcome(state, "withholding-check", SEEN) == ("rejected", "wrong_state")
    assert officer_tasks(state.record, NOW) == ()


def test_the_officers_task_is_done_until_what_was_seen_expires() -> None:
    undone = officer_tasks(a_record(), NOW)[0]
    seen = told(a_state(), "withholding-check", SEEN, OFFICER, "cmd_seen").record

    assert (undone.done, undone.done_at) == (False, None)
    assert officer_tasks(seen, NOW)[0].done
    assert not officer_tasks(seen, NOW + timedelta(days=100))[0].done


def test_the_officers_task_is_not_done_by_what_no_officer_recorded() -> None:
    to_be_looked_up = an_answer(SourceName.WITHHOLDING, "unavailable", reason="officer_task")
    task = officer_tasks(a_record(sources={SourceName.WITHHOLDING: to_be_looked_up}), NOW)[0]

    assert (task.done, task.done_at, task.valid_until) == (False, None, None)


@each
def test_a_case_under_review_is_assessed_again_once(kind: CommandKind, body: dict[str, Any], event: EventName) -> None:
    judged = told(a_state(), kind, body, OFFICER, "cmd_judged")
    assert not reassessment_is_due(a_record())
    assert reassessment_is_due(judged.record)

    latest = judged.record.investigation_results[-1].model_copy(
        update={"judgements": judged.record.judgements, "risk_score": 0.77}
    )
    after = applied(judged, reassessed(latest)).record
    assert not reassessment_is_due(after)
    assert [result.risk_score for result in after.investigation_results] == [0.77]
    assert after.investigation_results[-1].earlier_scores == (judged.record.latest_risk_score,)


def test_a_judgement_while_the_customer_is_asked_waits_for_the_investigation() -> None:
    judged = told(a_state(CaseStatus.AWAITING_DOCUMENTS), "fact-decision", CHOSEN, OFFICER, "cmd_judged")
    assert not reassessment_is_due(judged.record)
