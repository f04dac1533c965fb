"""A language model is asked over its provider's real wire protocol; whatever comes of it leaves a run on record."""

import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import JsonValue
from temporalio.exceptions import ApplicationError

from activities.agents.asking import Answered, Asked, ModelDesk
from activities.agents.prompts import load_prompt
from domain.mcc_by_model import MccData, Ranking
from runtime.model_usage import ModelUsage
from runtime.postgres import Pool
from runtime.settings import Settings
from schemas.agents import AgentExecution, AgentRun
from schemas.mcc import MccCode
from tests.activities.agents.office import Office, OpenOffice, a_run
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.sources.simulated import patient
from tests.model_server.scripted import (
    INPUT_TOKENS,
    OUTPUT_TOKENS,
    Body,
    CutOff,
    Refusal,
    Said,
    Script,
    Silence,
    Status,
    Trouble,
)

BOTH = pytest.mark.parametrize(
    "agents", ["openai:gpt-4o-mini", "anthropic:claude-haiku-4-5", "anthropic:claude-3-haiku-20240307"]
)
"""The last has no output by schema: it is asked to call a tool."""

PROMPT = load_prompt("mcc", 1)
DATA = MccData(shortlist=(MccCode(mcc_code="5462", description="Bakeries"),), texts=())
RANKING: JsonValue = {"ranking": [{"mcc_code": "5462", "source": "website_text", "quote": "bread"}]}
WRONG: JsonValue = {"rank": "5462"}


def always(answer: JsonValue | Trouble) -> Script:
    return lambda _: answer


def at_first(answer: JsonValue | Trouble, then: JsonValue) -> Script:
    return lambda asked: then if asked.repairs else answer


async def ask(desk: ModelDesk, run: AgentRun, seconds: float = 30.0, attempt: int = 1) -> Answered[Ranking]:
    environment = patient(seconds)
    environment.info = replace(environment.info, attempt=attempt)
    answered: Answered[Ranking] = await environment.run(desk.ask, Asked(run, "mcc", PROMPT, DATA, Ranking))
    return answered


async def refused(office: Office, run: AgentRun, seconds: float = 30.0) -> tuple[ApplicationError, AgentExecution]:
    with pytest.raises(ApplicationError) as raised:
        await ask(office.desk, run, seconds)
    execution = AgentExecution.model_validate(raised.value.details[0])
    assert (raised.value.type, execution.execution_id) == (execution.outcome, run.execution_id)
    assert execution.note == raised.value.message
    return raised.value, execution


@BOTH
async def test_an_answer_leaves_a_run_with_its_bytes_tokens_and_price(office: OpenOffice, agents: str) -> None:
    run = a_run()
    async with office(always(RANKING), agents) as opened:
        answered = await ask(opened.desk, run, attempt=2)

    execution = answered.execution
    assert answered.answer == Ranking.model_validate(RANKING)
    assert (execution.provider, execution.model) == tuple(agents.split(":"))
    assert (execution.outcome, execution.requests, execution.attempt) == ("answered", 1, 2)
    assert (execution.input_tokens, execution.output_tokens) == (INPUT_TOKENS, OUTPUT_TOKENS)
    assert execution.cost_usd is not None
    assert 0 < execution.cost_usd < 0.01
    assert execution.prompt_version == PROMPT.version
    for stored in (execution.input, execution.output):
        assert stored is not None
        data = opened.store.objects[stored.object_key]
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (stored.sha256, stored.size)
        assert stored.object_key.startswith(f"{run.case_id}/agents/{run.execution_id}/")
        assert b"sk-a-secret-key" not in data


@BOTH
async def test_the_instructions_and_the_data_are_sent_apart_with_a_bound_on_the_answer(
    office: OpenOffice, agents: str
) -> None:
    async with office(always(RANKING), agents) as opened:
        execution = (await ask(opened.desk, a_run())).execution

    (asked,) = opened.server.asked
    assert (asked.instructions, asked.data) == (PROMPT.text, json.loads(DATA.model_dump_json()))
    assert (asked.key, asked.body["max_tokens"]) == ("sk-a-secret-key", 4000)
    assert execution.input is not None
    assert json.loads(opened.store.objects[execution.input.object_key]) == asked.body


@BOTH
@pytest.mark.parametrize("first", [WRONG, Said("I think it is a bakery."), Said('{"ranking": [')])
async def test_an_answer_that_does_not_fit_is_repaired_once(
    office: OpenOffice, agents: str, first: JsonValue | Trouble
) -> None:
    async with office(at_first(first, RANKING), agents) as opened:
        answered = await ask(opened.desk, a_run())

    assert answered.answer == Ranking.model_validate(RANKING)
    assert (answered.execution.outcome, answered.execution.requests) == ("repaired", 2)
    assert answered.execution.input_tokens == 2 * INPUT_TOKENS


async def test_json_in_a_fence_needs_no_repair(office: OpenOffice) -> None:
    async with office(always(Said(f"```json\n{json.dumps(RANKING)}\n```"))) as opened:
        assert (await ask(opened.desk, a_run())).execution.outcome == "answered"


@BOTH
async def test_two_answers_that_do_not_fit_are_the_end_and_the_last_is_kept(office: OpenOffice, agents: str) -> None:
    async with office(always(WRONG), agents) as opened:
        error, execution = await refused(opened, a_run())

    assert (execution.outcome, execution.requests, error.non_retryable) == ("invalid_answer", 2, True)
    assert execution.output is not None
    assert b"rank" in opened.store.objects[execution.output.object_key]


TROUBLES: dict[str, tuple[Trouble, str, bool]] = {
    "refusal": (Refusal(), "refused", False),
    "rate limit": (Status(429, {"Retry-After": "7"}, "rate_limit_error"), "rate_limited", True),
    "no credit": (Status(429, kind="insufficient_quota"), "unavailable", False),
    "server error": (Status(500), "unavailable", True),
    "overload": (Status(529), "unavailable", True),
    "bad request": (Status(400), "unavailable", False),
    "wrong key": (Status(401), "unavailable", False),
    "forbidden": (Status(403), "unavailable", False),
    "no such model": (Status(404), "unavailable", False),
    "redirect": (Status(302, {"Location": "http://127.0.0.1:1/"}), "unavailable", False),
    "cut off": (CutOff(), "unavailable", True),
    "half of the JSON": (Body('{"choices": ['), "unavailable", True),
    "another protocol": (Body("{}"), "unavailable", True),
    "a page": (Body("<html></html>", "text/html"), "unavailable", True),
    "endless": (Body("x" * 1_100_000), "unavailable", True),
}


@BOTH
@pytest.mark.parametrize("name", TROUBLES)
async def test_each_trouble_has_its_outcome_and_is_tried_again_where_that_may_help(
    office: OpenOffice, agents: str, name: str
) -> None:
    trouble, outcome, again = TROUBLES[name]
    if name == "no credit" and agents.startswith("anthropic"):
        trouble = Status(402)
    async with office(always(trouble), agents) as opened:
        error, execution = await refused(opened, a_run())

    assert (execution.outcome, error.non_retryable) == (outcome, not again)
    assert "sk-a-secret-key" not in error.message
    assert len(opened.server.asked) == 1
    assert (error.next_retry_delay == timedelta(seconds=7)) == (name == "rate limit")


@pytest.mark.parametrize("agents", ["openai:small", "anthropic:small"])
async def test_silence_ends_before_the_attempt_does(office: OpenOffice, agents: str) -> None:
    async with office(always(Silence()), agents) as opened:
        error, execution = await refused(opened, a_run(), seconds=2.0)

    assert (execution.outcome, error.non_retryable, execution.output) == ("timed_out", False, None)


async def test_a_provider_is_not_left_alone_for_longer_than_a_minute(office: OpenOffice) -> None:
    async with office(always(Status(429, {"Retry-After": "3600"}))) as opened:
        error, _ = await refused(opened, a_run())

    assert error.next_retry_delay == timedelta(seconds=60)


async def test_a_server_that_is_away_is_unavailable_and_costs_nothing(office: OpenOffice, pool: Pool) -> None:
    run = a_run()
    async with office(always(RANKING), llm_url="http://127.0.0.1:1/v1") as opened:
        error, execution = await refused(opened, run)

    assert (execution.outcome, error.non_retryable) == ("unavailable", False)
    assert await used(pool, run) == [(0, True)]


@pytest.mark.parametrize(
    ("script", "tokens"),
    [
        (always(RANKING), [INPUT_TOKENS + OUTPUT_TOKENS]),
        (always(WRONG), [INPUT_TOKENS + OUTPUT_TOKENS] * 2),
        (always(Status(500)), [0]),
    ],
)
async def test_what_was_set_aside_is_settled_with_what_was_used(
    office: OpenOffice, pool: Pool, script: Script, tokens: list[int]
) -> None:
    run = a_run()
    async with office(script) as opened:
        try:
            await ask(opened.desk, run)
        except ApplicationError as error:
            assert error.type != "over_budget"

    assert await used(pool, run) == [(number, True) for number in tokens]


async def test_what_nobody_can_tell_counts_in_full(office: OpenOffice, pool: Pool) -> None:
    run = a_run()
    async with office(always(CutOff())) as opened:
        await refused(opened, run)

    ((tokens, settled),) = await used(pool, run)
    assert (tokens > 4000, settled) == (True, False)


async def test_beyond_its_budget_a_model_is_not_asked(office: OpenOffice) -> None:
    async with office(always(RANKING), agents_case_tokens=1000) as opened:
        error, execution = await refused(opened, a_run())

    assert (execution.outcome, error.non_retryable, execution.requests) == ("over_budget", True, 0)
    assert "CASEWRIGHT_AGENTS_CASE_TOKENS" in error.message
    assert (opened.server.asked, execution.input) == ([], None)


async def test_without_the_database_no_model_is_asked(office: OpenOffice, pool: Pool) -> None:
    async with office(always(RANKING)) as opened:
        await pool.close()
        error, execution = await refused(opened, a_run())

    assert (execution.outcome, error.non_retryable, opened.server.asked) == ("unavailable", False, [])


async def test_a_price_of_the_settings_goes_before_the_published_one(office: OpenOffice) -> None:
    prices = {"llm_input_usd_per_million": 1000, "llm_output_usd_per_million": 10_000}
    async with office(always(RANKING), **prices, agents_case_cost_usd=1000) as opened:
        execution = (await ask(opened.desk, a_run())).execution

    assert execution.cost_usd == pytest.approx(INPUT_TOKENS / 1000 + OUTPUT_TOKENS / 100)


async def test_a_model_without_a_price_has_no_cost(office: OpenOffice) -> None:
    async with office(always(RANKING), "openai:of-our-own") as opened:
        assert (await ask(opened.desk, a_run())).execution.cost_usd is None


async def test_a_worker_without_a_model_says_so(settings: Settings, pool: Pool) -> None:
    desk = ModelDesk(None, MemoryStore(), ModelUsage(pool, settings))

    with pytest.raises(ApplicationError) as raised:
        await ask(desk, a_run())
    assert (raised.value.type, raised.value.non_retryable, desk.is_open) == ("unavailable", True, False)


async def used(pool: Pool, run: AgentRun) -> list[tuple[int, bool]]:
    async with pool.connection() as connection:
        found = await connection.execute(
            "SELECT tokens, settled FROM model_usage WHERE case_id = %s ORDER BY reserved_at", [run.case_id]
        )
        return [(row["tokens"], row["settled"]) for row in await found.fetchall()]
