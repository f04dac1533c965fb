"""Policies over HTTP: which are in use, and the trial of a draft, for those who may and on their own cases only."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from threading import Event
from typing import Any

import httpx
import pytest

from domain.policies import policy_hash, rule_set_of
from gateway.officer import policies, policy_examples
from runtime import backtest
from runtime.investigated_cases import InvestigatedLog
from runtime.postgres import Pool
from schemas.policy import Policy
from tests.example_cases import NOW
from tests.gateway.running_gateway import PATIENCE, Gateway, refused
from tests.past_cases import founded, record_past_case
from tests.policies import POLICY, a_policy

Json = dict[str, Any]
PATH = "/api/policies/backtest"
DRAFT: Json = a_policy(
    {
        "id": "young_company",
        "condition": {"type": "company_younger_than", "months": 24},
        "severity": "high",
        "points": 0.6,
    }
).model_dump(mode="json")


@pytest.fixture
def organisation() -> str:
    """One that has no cases yet."""
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def senior(gateway: Gateway, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    async with await gateway.officer("senior_officer", organisation) as client:
        yield client


async def tried(client: httpx.AsyncClient, draft: Json = DRAFT, **asked: Any) -> Json:
    answer = await client.post(PATH, json={"policy": draft, **asked})
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


# The policies in use.


@pytest.mark.parametrize("role", ["officer", "senior_officer", "admin", "auditor"])
async def test_whoever_reads_cases_reads_by_which_rules_they_are_assessed(gateway: Gateway, role: str) -> None:
    async with await gateway.officer(role) as reader:
        answer = await reader.get("/api/policies")

    assert answer.status_code == 200
    (policy,) = [item for item in answer.json()["policies"] if item["in_use"]]
    assert (policy["name"], policy["version"]) == (POLICY.name, POLICY.version)
    assert (policy["hash"], policy["rule_set"]) == (policy_hash(POLICY), rule_set_of(POLICY))


async def test_a_policy_as_it_is_shown_can_be_sent_back_and_is_the_same(senior: httpx.AsyncClient) -> None:
    (shown,) = [item for item in (await senior.get("/api/policies")).json()["policies"] if item["in_use"]]

    found = await tried(senior, shown["policy"])

    assert found["policy"] == {"name": POLICY.name, "version": POLICY.version, "hash": shown["hash"]}


# The trial.


async def test_a_trial_lists_whose_outcome_would_change_and_why(
    senior: httpx.AsyncClient, pool: Pool, organisation: str
) -> None:
    young = await record_past_case(pool, organisation, founded("2024-12-01"), name="Young Ltd")
    await record_past_case(pool, organisation, founded("2015-01-01"), name="Old Ltd")

    found = await tried(senior)

    assert (found["cases_examined"], found["cases_skipped"], found["complete"]) == (2, {}, True)
    assert found["against"] == {rule_set_of(POLICY): 2}
    (change,) = [change for change in found["changed"] if change["flags_gained"]]
    assert (change["case_id"], change["company_name"]) == (young, "Young Ltd")
    assert change["score_change"] == round(change["after"]["risk_score"] - change["before"]["risk_score"], 4) > 0
    moved = sum((term["after"] or 0) - (term["before"] or 0) for term in change["terms"])
    assert round(moved, 4) == change["score_change"]
    assert found["rules_met"] == [{"rule_id": "young_company", "cases": 1}]
    assert sum(found["summary"]["band"].values()) == 1


async def test_a_trial_changes_nothing(senior: httpx.AsyncClient, pool: Pool, organisation: str) -> None:
    case_id = await record_past_case(pool, organisation, founded("2024-12-01"))
    before = (await senior.get(f"/api/cases/{case_id}")).json()

    await tried(senior)

    assert (await senior.get(f"/api/cases/{case_id}")).json() == before


async def test_only_cases_of_the_callers_organisation_are_examined(
    senior: httpx.AsyncClient, pool: Pool, organisation: str
) -> None:
    await record_past_case(pool, f"{organisation}_other", founded("2024-12-01"))

    found = await tried(senior)

    assert (found["cases_examined"], found["changed"]) == (0, [])


async def test_the_cases_can_be_limited_by_number_status_and_time(
    senior: httpx.AsyncClient, pool: Pool, organisation: str
) -> None:
    for hours in range(3):
        await record_past_case(pool, organisation, founded("2015-01-01"), now=NOW + timedelta(hours=hours))

    async def examined(**asked: Any) -> int:
        return int((await tried(senior, **asked))["cases_examined"])

    assert await examined(limit=2) == 2
    assert await examined(status="REVIEW_PENDING") == 3
    assert await examined(status="APPROVED") == 0
    assert await examined(since=(NOW + timedelta(hours=1)).isoformat()) == 2


async def test_a_trial_that_takes_too_long_says_so(
    senior: httpx.AsyncClient, pool: Pool, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await record_past_case(pool, organisation, founded("2024-12-01"))
    monkeypatch.setattr(policies, "BACKTEST_SECONDS", 0.0)

    found = await tried(senior)

    assert (found["complete"], found["cases_examined"]) == (False, 0)


async def test_the_gateway_answers_others_while_it_tries(
    senior: httpx.AsyncClient, pool: Pool, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is asked meanwhile is answered before the trial is over, however long that takes."""
    await record_past_case(pool, organisation, founded("2024-12-01"))
    trying, others_are_answered, compare = Event(), Event(), backtest._compare

    def compare_slowly(logs: Sequence[InvestigatedLog], draft: Policy) -> object:
        trying.set()
        assert others_are_answered.wait(PATIENCE)
        return compare(logs, draft)

    monkeypatch.setattr(backtest, "_compare", compare_slowly)
    trial = asyncio.create_task(tried(senior))
    assert await asyncio.to_thread(trying.wait, PATIENCE)
    assert (await senior.get("/api/templates")).status_code == 200
    assert not trial.done()
    others_are_answered.set()

    assert (await trial)["cases_examined"] == 1


# Who may, and what is refused.


@pytest.mark.parametrize("role", ["senior_officer", "admin"])
async def test_senior_officers_and_administrators_try_drafts(gateway: Gateway, role: str) -> None:
    async with await gateway.officer(role) as client:
        assert (await tried(client))["cases_examined"] == 0


@pytest.mark.parametrize("role", ["officer", "auditor", "integration"])
async def test_nobody_else_does(gateway: Gateway, role: str) -> None:
    async with await gateway.officer(role) as client:
        refused(await client.post(PATH, json={"policy": DRAFT}), 403, "role_not_allowed")


@pytest.mark.parametrize(
    ("member", "value", "field"),
    [
        ("floor_factor", 2, "policy.floor_factor"),
        ("floor_factor", "much", "policy.floor_factor"),
        ("valid_from", "soon", "policy.valid_from"),
        ("bands", {"critical": 0.1}, "policy.bands"),
        ("dimensions", {}, "policy.dimensions"),
        ("nonsense", 1, "policy.nonsense"),
    ],
)
async def test_a_draft_that_is_wrong_is_refused_naming_the_member(
    senior: httpx.AsyncClient, member: str, value: object, field: str
) -> None:
    answer = await senior.post(PATH, json={"policy": {**DRAFT, member: value}})

    refused(answer, 422, "invalid_body", field)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"severity": "awful"}, "severity"),
        ({"points": 0.123}, "points"),
        ({"condition": {"type": "moon_phase"}}, "condition"),
        ({"condition": {"type": "company_younger_than"}}, "condition.months"),
        ({"condition": {"type": "company_younger_than", "months": "six"}}, "condition.months"),
        ({"condition": {"type": "source_missing", "one_of": ["vies"]}}, "condition"),
        ({"condition": {"type": "source_missing", "one_of": ["vies", "moon"]}}, "condition.one_of.1"),
        ({"pionts": 0.5}, "pionts"),
    ],
)
async def test_a_rule_that_is_wrong_is_refused_naming_which_and_where(
    senior: httpx.AsyncClient, change: Json, field: str
) -> None:
    draft = {
        **DRAFT,
        "rule_sets": [{**DRAFT["rule_sets"][0], "rules": [{**DRAFT["rule_sets"][0]["rules"][0], **change}]}],
    }

    answer = await senior.post(PATH, json={"policy": draft})

    refused(answer, 422, "invalid_body", f"policy.rule_sets.0.rules.0.{field}")


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"limit": 0}, "limit"),
        ({"limit": 1001}, "limit"),
        ({"status": "LOST"}, "status"),
        ({"since": "2026-01-01T00:00:00"}, "since"),
    ],
)
async def test_what_is_asked_for_must_make_sense(senior: httpx.AsyncClient, asked: Json, field: str) -> None:
    refused(await senior.post(PATH, json={"policy": DRAFT, **asked}), 422, "invalid_body", field)


@pytest.mark.parametrize("body", policy_examples.BACKTEST.values(), ids=policy_examples.BACKTEST.keys())
async def test_the_documented_examples_work(senior: httpx.AsyncClient, body: Json) -> None:
    assert (await senior.post(PATH, json=body)).status_code == 200
