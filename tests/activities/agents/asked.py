"""A question for a scripted model as an activity asks it, and what comes of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import JsonValue
from temporalio.exceptions import ApplicationError

from activities.agents.asking import Answered, Asked, ModelDesk
from activities.agents.prompts import load_prompt
from domain.mcc_by_model import MccData, Ranking
from runtime.postgres import Pool
from schemas.agents import AgentExecution, AgentRun
from schemas.mcc import MccCode
from tests.activities.agents.office import Office
from tests.activities.sources.simulated import patient
from tests.model_server.scripted import Script, Trouble

BOTH = pytest.mark.parametrize(
    "agents", ["openai:gpt-4o-mini", "anthropic:claude-haiku-4-5", "anthropic:claude-3-haiku-20240307"]
)
"""The last has no output by schema: it is asked to call a tool."""

PROMPT = load_prompt("mcc", 1)
DATA = MccData(shortlist=(MccCode(mcc_code="5462", description="Bakeries"),), texts=())
RANKING: JsonValue = {"ranking": [{"mcc_code": "5462", "source": "website_text", "quote": "bread"}]}
WRONG: JsonValue = {"rank": "5462"}
PATIENCE_SECONDS = 120.0
"""For one attempt at a model that answers, however busy the machine is."""


def always(answer: JsonValue | Trouble) -> Script:
    return lambda _: answer


def at_first(answer: JsonValue | Trouble, then: JsonValue) -> Script:
    return lambda asked: then if asked.repairs else answer


async def ask(
    desk: ModelDesk, run: AgentRun, seconds: float = PATIENCE_SECONDS, attempt: int = 1, in_all: float | None = None
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
    office: Office, run: AgentRun, seconds: float = PATIENCE_SECONDS, in_all: float | None = None
) -> tuple[ApplicationError, AgentExecution]:
    with pytest.raises(ApplicationError) as raised:
        await ask(office.desk, run, seconds, in_all=in_all)
    execution = AgentExecution.model_validate(raised.value.details[0])
    assert (raised.value.type, execution.execution_id) == (execution.outcome, run.execution_id)
    assert execution.note == raised.value.message
    return raised.value, execution


async def used(pool: Pool, run: AgentRun) -> list[tuple[int, bool]]:
    async with pool.connection() as connection:
        found = await connection.execute(
            "SELECT tokens, settled FROM model_usage WHERE case_id = %s ORDER BY reserved_at", [run.case_id]
        )
        return [(row["tokens"], row["settled"]) for row in await found.fetchall()]
