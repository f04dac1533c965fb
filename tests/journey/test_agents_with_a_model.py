"""The main job on a stack that asks a language model: one that answers, and one that dies after its first answer."""

import asyncio
import re
import shutil
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from pydantic import JsonValue

from deploy.local.registries.catalogue import HAVENLICHT
from tests.conftest import Stack, running_stack
from tests.journey.story import Story, told
from tests.journey.walking import PATIENT, Json, OpenCase, Walk, event_names, is_gapless, printed, squeezed
from tests.model_server.scripted import (
    INPUT_TOKENS,
    OUTPUT_TOKENS,
    Asked,
    CutOff,
    Trouble,
    agreeable,
    scripted_model,
)

USEFUL = {"answered", "repaired"}


@dataclass(frozen=True)
class Asking:
    """A stack whose worker asks the model of the test."""

    stack: Stack
    model: "MortalModel"
    walk: Walk


class MortalModel:
    """A model that answers until it is to die; then it answers once more, and its server is gone."""

    def __init__(self) -> None:
        self._server = AsyncExitStack()
        self._url = ""
        self._dies = False
        self._last_answer_given = asyncio.Event()

    async def start(self) -> str:
        """Returns where it answers."""
        self._url = (await self._server.enter_async_context(scripted_model(self))).url
        return self._url

    def __call__(self, asked: Asked) -> JsonValue | Trouble:
        if self._last_answer_given.is_set():
            return CutOff()
        if self._dies:
            self._last_answer_given.set()
        return agreeable(asked)

    async def die_after_one_more(self) -> None:
        self._dies = True
        await self._last_answer_given.wait()
        await self.stop()
        self._server.enter_context(nobody_at(self._url))

    async def stop(self) -> None:
        await self._server.aclose()


@contextmanager
def nobody_at(url: str) -> Iterator[None]:
    """Nobody else on this machine is given the port of this address, who might answer at it."""
    with socket.socket() as kept:
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):  # somebody has been given it already
            kept.bind(("127.0.0.1", urlsplit(url).port or 0))
        yield


@pytest.fixture(scope="module")
async def asking(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Asking]:
    home, model = tmp_path_factory.mktemp("asking") / "home", MortalModel()
    try:
        url = await model.start()
        async with (
            running_stack(home, **PATIENT, CASEWRIGHT_AGENTS="openai:scripted", CASEWRIGHT_LLM_URL=url) as stack,
            stack.officer() as officer,
            stack.customer() as customer,
        ):
            yield Asking(stack, model, Walk(officer, customer))
    finally:
        await model.stop()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
async def answered(asking: Asking) -> Story:
    """The whole main job with a model that answers."""
    return await told(asking.walk)


@dataclass(frozen=True)
class Bereaved:
    """A case whose model died in its middle."""

    case: OpenCase
    reviewed: Json
    closed: Json
    report: httpx.Response


@pytest.fixture(scope="module")
async def bereaved(asking: Asking, answered: Story) -> Bereaved:
    case = await asking.walk.open(HAVENLICHT)
    death = asyncio.create_task(asking.model.die_after_one_more())
    await asking.walk.answer_everything(case)
    reviewed = await asking.walk.until(case, "REVIEW_PENDING")
    await death
    assert (await asking.walk.decide(case, "approve", "Nobody needed the model.")).status_code == 200
    closed = await asking.walk.until_reported(case)
    return Bereaved(case, reviewed, closed, await asking.walk.officer.get(f"{case.path}/report"))


async def runs(walk: Walk, case: OpenCase) -> list[Json]:
    listed: Any = (await walk.officer.get(f"{case.path}/agent-executions")).json()
    executions: list[Json] = listed["executions"]
    return executions


# A model that answers.


async def test_with_a_model_the_main_job_reaches_its_report(answered: Story) -> None:
    assert answered.closed["status"] == "APPROVED"
    assert is_gapless(answered.closed["audit_log"])
    assert answered.report.content.startswith(b"%PDF-")


async def test_the_models_classification_is_shown_and_reported(answered: Story) -> None:
    shown = answered.reviewed["mcc_classification"]
    assert shown["method"] == "llm"
    assert squeezed(shown["primary_recommendation"]["description"]) in printed(answered.report.content)


async def test_both_the_rules_run_and_the_models_are_on_record(asking: Asking, answered: Story) -> None:
    found = await runs(asking.walk, answered.case)
    pairs = [(run["agent"], run["provider"]) for run in found if run["agent"] != "candidates"]
    assert pairs[:4] == [("mcc", "rules"), ("mcc", "openai"), ("tasks", "rules"), ("tasks", "openai")]
    assert {run["outcome"] for run in found} <= USEFUL
    assert answered.reviewed["mcc_classification"]["execution_id"] == found_by(found, "mcc", "openai")["execution_id"]


async def test_the_models_runs_say_what_was_asked_and_what_it_took(asking: Asking, answered: Story) -> None:
    by_model = [run for run in await runs(asking.walk, answered.case) if run["provider"] == "openai"]
    for run in by_model:
        assert (run["model"], run["requests"]) == ("scripted", 1)
        assert (run["input_tokens"], run["output_tokens"]) == (INPUT_TOKENS, OUTPUT_TOKENS)
        assert re.fullmatch(rf"{run['agent']}/[0-9]+@[0-9a-f]{{12}}", run["prompt_version"])
        sent = (await asking.walk.officer.get(run["input_url"])).json()
        assert sent["model"] == "scripted"


async def test_the_officers_word_is_on_the_run_that_was_shown(asking: Asking, answered: Story) -> None:
    found = await runs(asking.walk, answered.case)
    assert found_by(found, "mcc", "rules")["actions"] == []
    assert [action["action"] for action in found_by(found, "mcc", "openai")["actions"]] in (
        ["accepted"],
        ["overridden"],
    )


async def test_quality_is_reckoned_by_provider_and_model(asking: Asking, answered: Story) -> None:
    quality: Any = (await asking.walk.officer.get("/api/agents/quality", params={"agent": "mcc"})).json()["quality"]
    (row,) = [row for row in quality if row["provider"] == "openai"]
    assert (row["model"], row["outcomes"].get("answered"), row["acted_on"]) == ("scripted", row["usable"], 1)
    assert row["input_tokens"] >= INPUT_TOKENS


# A model that dies.


async def test_a_case_whose_model_dies_reaches_its_report_all_the_same(bereaved: Bereaved) -> None:
    assert bereaved.closed["status"] == "APPROVED"
    assert event_names(bereaved.closed["audit_log"]).count("INVESTIGATION_COMPLETED") == 1
    assert is_gapless(bereaved.closed["audit_log"])
    assert bereaved.report.content.startswith(b"%PDF-")


async def test_one_run_was_answered_and_the_others_say_that_nobody_was_there(
    asking: Asking, bereaved: Bereaved
) -> None:
    by_model = [run for run in await runs(asking.walk, bereaved.case) if run["provider"] == "openai"]
    assert [run["outcome"] for run in by_model] == ["answered", *["unavailable"] * (len(by_model) - 1)]
    assert [run["agent"] for run in by_model][-2:] == ["mcc", "tasks"]
    assert all(run["note"] and run["output_tokens"] == 0 for run in by_model[1:])


async def test_the_rules_answer_stands_and_says_why(bereaved: Bereaved) -> None:
    shown = bereaved.reviewed["mcc_classification"]
    assert shown["method"] == "rules"
    assert shown["primary_recommendation"] is not None
    assert any("the language model could not be asked" in note for note in shown["notes"])
    assert bereaved.reviewed["generated_tasks"]


def found_by(runs_of_a_case: list[Json], agent: str, provider: str) -> Json:
    """The first run of an agent by a provider."""
    return next(run for run in runs_of_a_case if (run["agent"], run["provider"]) == (agent, provider))
