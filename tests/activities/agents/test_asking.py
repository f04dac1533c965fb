"""A language model is asked over its provider's real wire protocol; whatever comes of it leaves a run on record."""

import hashlib
import json
import traceback
from datetime import timedelta

import pytest
from pydantic import JsonValue
from temporalio.exceptions import ApplicationError

from activities.agents import asking
from activities.agents.asking import ModelDesk
from activities.documents import child
from domain.mcc_by_model import Ranking
from runtime.model_usage import ModelUsage
from runtime.postgres import Pool
from runtime.settings import Settings
from tests.activities.agents.asked import BOTH, DATA, PROMPT, RANKING, WRONG, always, ask, at_first, refused, used
from tests.activities.agents.office import OpenOffice, a_run
from tests.activities.documents.memory_store import MemoryStore
from tests.model_server.scripted import (
    INPUT_TOKENS,
    OUTPUT_TOKENS,
    Body,
    CutOff,
    Refusal,
    Said,
    Silence,
    Status,
    Trouble,
)


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
        error, execution = await refused(opened, a_run(), seconds=asking.FILING_SECONDS + 4.5)

    assert (execution.outcome, error.non_retryable, execution.output) == ("timed_out", False, None)
    assert len(beats) > 1


@pytest.mark.parametrize(
    ("in_all", "headers", "again"),
    [(120.0, {}, True), (5.9, {}, False), (120.0, {"Retry-After": "60"}, True), (60.0, {"Retry-After": "56"}, False)],
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


async def test_a_worker_without_a_model_says_so(settings: Settings, pool: Pool) -> None:
    desk = ModelDesk(None, MemoryStore(), ModelUsage(pool, settings))

    with pytest.raises(ApplicationError) as raised:
        await ask(desk, a_run())
    assert (raised.value.type, raised.value.non_retryable, desk.is_open) == ("unavailable", True, False)
