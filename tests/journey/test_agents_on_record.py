"""The agents' runs over the main job of a stack without a key, as an officer sees them afterwards."""

import hashlib
import re
from typing import Any

import pytest

from tests.journey.story import Story
from tests.journey.walking import Json, Walk


@pytest.fixture
async def runs(walk: Walk, story: Story) -> list[Json]:
    listed: Any = (await walk.officer.get(f"{story.case.path}/agent-executions")).json()
    executions: list[Json] = listed["executions"]
    return executions


def test_without_a_key_the_rules_answer_at_once_for_nothing(runs: list[Json]) -> None:
    assert {(run["provider"], run["outcome"]) for run in runs} == {("rules", "answered")}
    assert all(re.fullmatch(r"casewright-rules/[0-9.]+@[0-9a-f]{12}", run["model"]) for run in runs)
    assert {(run["input_tokens"], run["output_tokens"], run["cost_usd"]) for run in runs} == {(0, 0, 0.0)}


def test_each_investigation_leaves_its_runs(runs: list[Json]) -> None:
    """The officer has decided the category before the second one, so nobody classifies again."""
    assert [(run["iteration"], run["agent"]) for run in runs] == [(1, "mcc"), (1, "tasks"), (2, "tasks")]
    assert len({run["execution_id"] for run in runs}) == len(runs)


def test_what_is_shown_names_the_run_it_came_from(runs: list[Json], story: Story) -> None:
    mcc, first, _ = runs
    assert story.reviewed["mcc_classification"]["execution_id"] == mcc["execution_id"]
    assert first["event_sequence"] < story.reviewed["audit_log"][-1]["sequence"]


def test_what_the_officer_made_of_each_run_is_with_it(runs: list[Json], story: Story) -> None:
    mcc, first, second = runs
    recommended = story.reviewed["mcc_classification"]["primary_recommendation"]["mcc_code"]
    assert [action["action"] for action in mcc["actions"]] == ["accepted" if recommended == "5943" else "overridden"]
    assert [action["action"] for action in first["actions"]] in (["edited"], ["rejected"])
    assert [action["action"] for action in second["actions"]] == (
        ["rejected"] if story.reviewed_again["generated_tasks"] else ["accepted"]
    )
    assert all(action["actor"]["id"].startswith("key_") for run in runs for action in run["actions"])


@pytest.mark.parametrize("side", ["input", "output"])
async def test_the_bytes_of_each_run_are_a_link_away(walk: Walk, runs: list[Json], side: str) -> None:
    for run in runs:
        fetched = await walk.officer.get(run[f"{side}_url"])
        assert hashlib.sha256(fetched.content).hexdigest() == run[side]["sha256"]


async def test_no_agent_is_told_to_the_customer(walk: Walk, story: Story, runs: list[Json]) -> None:
    portal = (await walk.customer.get(story.case.portal)).text
    assert not [run["execution_id"] for run in runs if run["execution_id"] in portal]
    assert (await walk.customer.get(f"{story.case.path}/agent-executions")).status_code == 401


async def test_quality_counts_the_runs(walk: Walk, runs: list[Json]) -> None:
    quality: Any = (await walk.officer.get("/api/agents/quality", params={"agent": "mcc"})).json()["quality"]
    (row,) = [row for row in quality if row["provider"] == "rules"]
    assert row["usable"] == row["runs"] >= 1
    assert row["acted_on"] == sum(
        row[action] for action in ("accepted", "edited", "rejected", "overridden", "asked_again")
    )
    assert row["acted_on"] >= 1
