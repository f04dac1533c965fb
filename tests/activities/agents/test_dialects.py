"""Answers in the dialects of servers are read; those that cannot be read leave a run all the same."""

import json

import pytest
from pydantic import JsonValue

from activities.agents.dialects import media_type_of, mended
from domain.mcc_by_model import Ranking
from tests.activities.agents.asked import RANKING, always, ask, refused
from tests.activities.agents.office import OpenOffice, a_run
from tests.model_server.scripted import Altered, Body, Said, Trouble


@pytest.mark.parametrize(
    ("header", "media_type"),
    [
        ("application/json", "application/json"),
        ("Text/HTML; charset=utf-8", "text/html"),
        ("", "application/octet-stream"),
        ("\u00ff; charset=nope", "application/octet-stream"),
        ("application/js\u00f6n", "application/octet-stream"),
        ("a/b\r\nX-Evil: 1", "application/octet-stream"),
        (f"a/{'b' * 5000}", "application/octet-stream"),
    ],
)
def test_a_media_type_is_one_or_that_of_bytes(header: str, media_type: str) -> None:
    assert media_type_of(header) == media_type


@pytest.mark.parametrize(
    "body", [b"", b"[1]", b'"text"', b"[" * 100_000, b'{"a":' * 5000, b'{"id":' + b"9" * 5000, b"\xff"]
)
def test_what_is_no_answer_is_left_as_it_is(body: bytes) -> None:
    assert mended(body) is None


def usage_of(reads: JsonValue, writes: JsonValue, **parts: JsonValue) -> JsonValue:
    return {"prompt_tokens": reads, "completion_tokens": writes, "prompt_tokens_details": parts}


@pytest.mark.parametrize(
    "usage",
    [
        *(None, 7, "9", [9, 1], {}, usage_of(9, None), usage_of(9.5, 1), usage_of(True, 1), usage_of(-9, 1)),
        *(usage_of(9, 10_000_001), usage_of(9, 1, cached_tokens=10**19), usage_of(9, 1, cached_tokens=-1)),
        *(usage_of(9, 1, cached_tokens=float("nan")), usage_of(9, 1, cached_tokens=1e300)),
    ],
)
def test_usage_that_cannot_be_becomes_nothing(usage: JsonValue) -> None:
    answer = json.loads(mended(json.dumps({"choices": [], "usage": usage}).encode()) or b"")

    assert answer["usage"] == {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}


def test_an_answer_keeps_what_it_says() -> None:
    whole: dict[str, JsonValue] = {
        "id": "1",
        "model": "m",
        "created": 5,
        "object": "o",
        "choices": [{"text": "\ud800"}],
    }
    usage: JsonValue = {"prompt_tokens": 9, "completion_tokens": 1, "total_tokens": 10, "queue_time": 0.5}

    answer = {**whole, "usage": usage}

    assert json.loads(mended(json.dumps(answer).encode()) or b"") == answer


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
