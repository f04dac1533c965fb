"""A language model is asked over its provider's real wire protocol; whatever comes of it leaves a run on record."""

import hashlib
import json
import traceback
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import JsonValue
from temporalio.exceptions import ApplicationError

from activities.agents import asking
from activities.agents.asking import Answered, Asked, ModelDesk
from activities.agents.prompts import load_prompt
from activities.documents import child
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
    Altered,
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


async def ask(
    desk: ModelDesk, run: AgentRun, seconds: float = 30.0, attempt: int = 1, in_all: float | None = None
) -> Answered[Ranking]:
    """`seconds` are one attempt's; `in_all` is what is left for all of them."""
    environment = patient(seconds)
    environment.info = replace(environment.info, attempt=attempt)
    if in_all is not None:
        close = timedelta(seconds=in_all)
        environment.info = replace(environment.info, scheduled_time=datetime.now(UTC), schedule_to_close_timeout=close)
    answered: Answered[Ranking] = await environment.run(desk.ask, Asked(run, "mcc", PROMPT, DATA, Ranking))
    return answered


async def refused(
    office: Office, run: AgentRun, seconds: float = 30.0, in_all: float | None = None
) -> tuple[ApplicationError, AgentExecution]:
    with pytest.raises(ApplicationError) as raised:
        await ask(office.desk, run, seconds, in_all=in_all)
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


ANSWER = json.dumps(RANKING)
CALLS: list[JsonValue] = [
    {"id": f"call_{name}", "type": "function", "function": {"name": name, "arguments": arguments}}
    for name, arguments in (("think", "{}"), ("answer", ANSWER))
]
BLOCKS: JsonValue = [
    {"type": "tool_use", "id": "toolu_1", "name": "think", "input": {}},
    {"type": "tool_use", "id": "toolu_2", "name": "answer", "input": RANKING},
]


def a_choice(message: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {"choices": [{"index": 0, "message": {"role": "assistant", **message}, "finish_reason": "tool_calls"}]}


DIALECTS: dict[str, tuple[str, Trouble]] = {
    "fenced": ("openai:small", Said(f"```json\n{ANSWER}\n```")),
    "within prose": ("openai:small", Said(f"Sure! Here it is:\n```json\n{ANSWER}\n```\nHope that helps.")),
    "after a thought": ("anthropic:claude-haiku-4-5", Said(f"Let me see. {ANSWER}")),
    "no id, time or model": ("openai:small", Altered(RANKING, dict.fromkeys(("id", "created", "model", "object")))),
    "compressed": ("anthropic:claude-haiku-4-5", Altered(RANKING, compressed=True)),
    "another tool first": ("openai:small", Altered({}, a_choice({"content": None, "tool_calls": CALLS}))),
    "another block first": ("anthropic:claude-3-haiku-20240307", Altered({}, {"content": BLOCKS})),
    "a tool that we do not have": (
        "openai:small",
        Altered({}, a_choice({"content": ANSWER, "tool_calls": CALLS[:1]})),
    ),
}


@pytest.mark.parametrize("dialect", DIALECTS)
async def test_an_answer_in_a_dialect_needs_no_repair(office: OpenOffice, dialect: str) -> None:
    agents, said = DIALECTS[dialect]
    async with office(always(said), agents) as opened:
        answered = await ask(opened.desk, a_run())

    assert (answered.execution.outcome, answered.answer) == ("answered", Ranking.model_validate(RANKING))


async def test_of_two_objects_within_prose_none_is_taken(office: OpenOffice) -> None:
    async with office(always(Said(f"Either {ANSWER} or {ANSWER}"))) as opened:
        _, execution = await refused(opened, a_run())

    assert execution.outcome == "invalid_answer"


async def test_a_compressed_answer_may_be_no_longer_than_another(office: OpenOffice) -> None:
    async with office(always(Altered(RANKING, {"padding": "x" * 3_000_000}, compressed=True))) as opened:
        _, execution = await refused(opened, a_run())

    assert (execution.outcome, execution.note) == ("unavailable", "the answer is longer than any may be")
    assert execution.output is not None
    assert execution.output.size == 1024 * 1024


DEEP = "[" * 100_000
LONE: JsonValue = {"ranking": [{"mcc_code": "5462", "source": "website_text", "quote": "\ud800"}]}


@pytest.mark.parametrize(
    ("agents", "said", "outcome", "word"),
    [
        ("openai:small", Body(DEEP), "unavailable", "RecursionError"),
        ("anthropic:small", Body(DEEP), "unavailable", "RecursionError"),
        ("openai:small", Said(DEEP), "invalid_answer", "json_invalid"),
        ("openai:small", LONE, "invalid_answer", "json_invalid"),
        ("anthropic:claude-3-haiku-20240307", LONE, "invalid_answer", "PydanticSerializationError"),
    ],
)
async def test_an_answer_that_cannot_be_read_leaves_a_run_too(
    office: OpenOffice, agents: str, said: JsonValue | Trouble, outcome: str, word: str
) -> None:
    async with office(always(said), agents) as opened:
        _, execution = await refused(opened, a_run())

    assert execution.outcome == outcome
    assert word in (execution.note or "")


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
    assert len(opened.server.asked) == 1
    assert (error.next_retry_delay == timedelta(seconds=7)) == (name == "rate limit")


@BOTH
async def test_what_a_provider_says_of_an_error_reaches_neither_history_nor_log(
    office: OpenOffice, agents: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with office(always(Status(401, kind="a_word_of_the_provider")), agents) as opened:
        error, execution = await refused(opened, a_run())

    assert (error.__cause__, error.__suppress_context__) == (None, True)
    told = error.message + "".join(traceback.format_exception(error)) + caplog.text
    assert "status 401" in caplog.text
    assert "sk-a-secret-key" not in told
    assert "a_word_of_the_provider" not in told
    assert execution.output is not None
    kept = opened.store.objects[execution.output.object_key]
    assert (b"no, ***: a_word_of_the_provider" in kept, b"secret" in kept) == (True, False)


@pytest.mark.parametrize("agents", ["openai:small", "anthropic:small"])
async def test_silence_ends_before_the_attempt_does_and_is_heard_of_meanwhile(
    office: OpenOffice, agents: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    beats: list[object] = []
    monkeypatch.setattr(asking, "LEAST_SECONDS", 0.2)
    monkeypatch.setattr(child, "HEARTBEAT_SECONDS", 0.1)
    monkeypatch.setattr("temporalio.activity.heartbeat", lambda *details: beats.append(details))
    async with office(always(Silence()), agents) as opened:
        error, execution = await refused(opened, a_run(), seconds=2.0)

    assert (execution.outcome, error.non_retryable, execution.output) == ("timed_out", False, None)
    assert len(beats) > 1


@pytest.mark.parametrize(
    ("in_all", "headers", "again"),
    [(30.0, {}, True), (5.9, {}, False), (30.0, {"Retry-After": "20"}, True), (30.0, {"Retry-After": "26"}, False)],
)
async def test_a_model_is_asked_again_only_while_there_is_time(
    office: OpenOffice, in_all: float, headers: dict[str, str], again: bool
) -> None:
    async with office(always(Status(503, headers))) as opened:
        error, _ = await refused(opened, a_run(), in_all=in_all)

    assert error.non_retryable is not again


async def test_with_hardly_any_time_left_no_model_is_asked(office: OpenOffice, pool: Pool) -> None:
    run = a_run()
    async with office(always(RANKING)) as opened:
        error, execution = await refused(opened, run, in_all=3.0)

    assert (execution.outcome, execution.requests, error.non_retryable) == ("timed_out", 0, True)
    assert (opened.server.asked, await used(pool, run)) == ([], [])


async def test_with_hardly_any_time_left_no_repair_is_asked_for(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(_: object) -> JsonValue:
        monkeypatch.setattr(asking, "LEAST_SECONDS", 1000.0)
        return WRONG

    async with office(late) as opened:
        _, execution = await refused(opened, a_run())

    assert (execution.outcome, execution.requests) == ("invalid_answer", 1)
    assert "no time was left" in (execution.note or "")
    assert execution.output is not None


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


@BOTH
@pytest.mark.parametrize(
    "usage",
    [
        *(None, 7, {}, says(0, 0), says(0, 80), says(1200, 0), says(1200, None), says("many", 80), says(1.5, 80)),
        *(says(True, 80), says(-1, 80), says(10**19, 80), says(1200, 10_000_001)),
    ],
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
