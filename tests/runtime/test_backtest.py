"""A draft tried on cases in a real Postgres: which are read, as of when, and what is left out."""

import asyncio
import secrets
from datetime import timedelta

import pytest

from domain import progress
from domain.investigation import investigate
from domain.ledger import with_events
from runtime import backtest
from runtime.backtest import Backtests
from runtime.postgres import Pool
from schemas.policy import Policy
from schemas.policy_api import BacktestReport, BacktestRequest
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import NOW, an_answer
from tests.indexed_cases import index_case
from tests.past_cases import founded, investigated, record_past_case, submitted, write
from tests.policies import POLICY, a_policy

A_LIFETIME = timedelta(days=36_500)
"""Later than all that other tests record."""
DRAFT = a_policy(
    {
        "id": "young_company",
        "condition": {"type": "company_younger_than", "months": 24},
        "severity": "high",
        "points": 0.6,
    }
)
YOUNG, OLD = founded("2025-01-01"), founded("2015-01-01")


@pytest.fixture
def organisation() -> str:
    """One that has no cases yet."""
    return f"org_{secrets.token_hex(6)}"


async def tried(pool: Pool, organisation: str | None, draft: Policy = DRAFT, **asked: object) -> BacktestReport:
    return await Backtests(pool).run(BacktestRequest.model_validate({"policy": draft, **asked}), organisation)


def changed(found: BacktestReport) -> set[str]:
    return {change.case_id for change in found.changed}


async def test_the_cases_that_would_change_are_found(pool: Pool, organisation: str) -> None:
    young = await record_past_case(pool, organisation, YOUNG)
    await record_past_case(pool, organisation, OLD)

    found = await tried(pool, organisation, a_policy())
    stricter = await tried(pool, organisation)

    assert {change.flags_gained for change in found.changed} == {()}
    assert (stricter.cases_examined, stricter.complete) == (2, True)
    assert {change.case_id for change in stricter.changed if change.flags_gained} == {young}


async def test_the_policy_they_were_assessed_by_changes_none(pool: Pool, organisation: str) -> None:
    for answer in (YOUNG, OLD, an_answer(SourceName.VIES, "not_found", {"vat_valid": False})):
        await record_past_case(pool, organisation, answer)

    found = await tried(pool, organisation, POLICY)

    assert (found.cases_examined, found.changed) == (3, ())


async def test_another_organisation_has_no_part_in_it(pool: Pool, organisation: str) -> None:
    await record_past_case(pool, f"{organisation}_other", YOUNG)

    assert (await tried(pool, organisation)).cases_examined == 0


async def test_what_became_known_after_the_investigation_is_left_out(pool: Pool, organisation: str) -> None:
    """The register answers only once the case is under review: the investigation did not know how young it is."""
    state = investigated(submitted(organisation))
    state = with_events(state, progress.answered(state.record, YOUNG), NOW)
    await write(pool, state)

    found = await tried(pool, organisation)

    assert found.cases_examined == 1
    assert {rule.rule_id: rule.cases for rule in found.rules_met} == {"young_company": 0}


async def test_a_case_that_was_assessed_again_is_compared_with_that(pool: Pool, organisation: str) -> None:
    state = investigated(submitted(organisation))
    state = with_events(state, progress.answered(state.record, YOUNG), NOW)
    again = NOW + timedelta(days=2)
    state = with_events(state, progress.reassessed(investigate(state.record, POLICY, again)), again)
    await write(pool, state)

    found = await tried(pool, organisation)

    assert [change.investigated_at for change in found.changed] == [again]
    assert found.changed[0].flags_gained == ("young_company",)


async def test_the_cases_that_changed_last_are_examined_first(pool: Pool, organisation: str) -> None:
    opened = [await record_past_case(pool, organisation, YOUNG, now=NOW + timedelta(hours=n)) for n in range(3)]

    assert changed(await tried(pool, organisation, limit=2)) == set(opened[1:])
    assert changed(await tried(pool, organisation, since=NOW + timedelta(hours=2))) == {opened[2]}


async def test_only_cases_in_a_status_are_examined_if_it_is_named(pool: Pool, organisation: str) -> None:
    reviewed = await record_past_case(pool, organisation, YOUNG)

    assert changed(await tried(pool, organisation, status=CaseStatus.REVIEW_PENDING)) == {reviewed}
    assert changed(await tried(pool, organisation, status=CaseStatus.APPROVED)) == set()


async def test_what_cannot_be_examined_is_counted_with_the_reason(
    pool: Pool, organisation: str, postgres_dsn: str
) -> None:
    await record_past_case(pool, organisation, YOUNG)
    await write(pool, submitted(organisation, YOUNG))
    await index_case(postgres_dsn, organisation, latest_risk_score=0.5)  # a row, and no audit log

    found = await tried(pool, organisation)

    assert (found.cases_examined, found.cases_skipped) == (1, {"never_investigated": 1, "unreadable": 1})


async def test_when_the_time_is_over_the_report_says_so(
    pool: Pool, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backtest, "BATCH", 1)
    for _ in range(3):
        await record_past_case(pool, organisation, YOUNG)
    moments = iter((0.0, 1.0, 6.0))
    monkeypatch.setattr(backtest, "monotonic", lambda: next(moments))

    found = await Backtests(pool).run(BacktestRequest(policy=DRAFT), organisation, seconds=5)

    assert (found.complete, found.cases_examined) == (False, 1)


async def test_one_trial_at_a_time_and_each_gets_its_answer(pool: Pool, organisation: str) -> None:
    case = await record_past_case(pool, organisation, YOUNG)
    trials = Backtests(pool)
    asked = BacktestRequest(policy=DRAFT)

    found = await asyncio.gather(*(trials.run(asked, organisation) for _ in range(4)))

    assert [changed(report) for report in found] == [{case}] * 4


async def test_an_operator_may_try_it_on_all_organisations(pool: Pool, organisation: str) -> None:
    first = await record_past_case(pool, organisation, YOUNG, now=NOW + A_LIFETIME)
    second = await record_past_case(pool, f"{organisation}_other", YOUNG, now=NOW + A_LIFETIME)

    assert {first, second} <= changed(await tried(pool, None, limit=50))
