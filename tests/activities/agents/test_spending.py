"""What language models use is settled with what was used where that is known, and counts in full where it is not."""

import pytest
from pydantic import JsonValue
from temporalio.exceptions import ApplicationError

from runtime.postgres import Pool
from tests.activities.agents.asked import RANKING, WRONG, always, ask, at_first, refused, used
from tests.activities.agents.office import OpenOffice, a_run
from tests.model_server.scripted import INPUT_TOKENS, OUTPUT_TOKENS, Altered, Body, CutOff, Script, Status, Trouble


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
        *((always(Status(status)), [0]) for status in (302, 400, 401, 429, 503, 529)),
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


@pytest.mark.parametrize("trouble", [CutOff(), Body("{}"), *(Status(status) for status in (500, 502, 504, 524, 600))])
async def test_what_nobody_can_tell_counts_in_full(office: OpenOffice, pool: Pool, trouble: Trouble) -> None:
    run = a_run()
    async with office(always(trouble)) as opened:
        _, execution = await refused(opened, run)

    ((tokens, settled),) = await used(pool, run)
    assert (tokens > 4000, settled, execution.cost_usd) == (True, False, None)


def says(reads: JsonValue, writes: JsonValue) -> JsonValue:
    return {"prompt_tokens": reads, "completion_tokens": writes, "input_tokens": reads, "output_tokens": writes}


@pytest.mark.parametrize("agents", ["openai:gpt-4o-mini", "anthropic:claude-haiku-4-5"])
@pytest.mark.parametrize(
    "usage", [None, {}, says(0, 0), says(0, 80), says(1200, 0), says("many", 80), says(10**19, 80)]
)
async def test_usage_that_cannot_be_is_unknown_and_counts_in_full(
    office: OpenOffice, pool: Pool, agents: str, usage: JsonValue
) -> None:
    run = a_run()
    async with office(always(Altered(RANKING, {"usage": usage})), agents) as opened:
        execution = (await ask(opened.desk, run)).execution

    ((tokens, settled),) = await used(pool, run)
    assert (tokens > 4000, settled) == (True, False)
    assert (execution.outcome, execution.input_tokens, execution.cost_usd) == ("answered", 0, None)


async def test_a_run_with_one_exchange_of_unknown_usage_has_no_cost(office: OpenOffice, pool: Pool) -> None:
    run = a_run()
    async with office(at_first(Altered(WRONG, {"usage": None}), RANKING)) as opened:
        execution = (await ask(opened.desk, run)).execution

    assert (execution.outcome, execution.input_tokens, execution.cost_usd) == ("repaired", INPUT_TOKENS, None)
    assert [settled for _, settled in await used(pool, run)] == [False, True]


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
