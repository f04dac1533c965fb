"""The runs of agents, as they are put on record: the bytes that went in and came out, and what became of them."""

from datetime import UTC, datetime
from typing import NamedTuple, Protocol

from runtime.object_store import ObjectStoreError, sha256_hex
from schemas.agents import RULES, AgentExecution, AgentName, AgentRun, StoredBytes
from schemas.frozen import Frozen
from schemas.version import VERSION

JSON = "application/json"


class AnsweredByRules(NamedTuple):
    """What the rules made of a question."""

    answer: Frozen
    edition: str
    """SHA-256 in hex over what they are: equal editions give equal answers."""
    began: datetime


class RunStore(Protocol):
    """What is used here of `runtime.object_store.ObjectStore`."""

    async def put_new(self, key: str, data: bytes, media_type: str) -> bool: ...


async def keep(store: RunStore, run: AgentRun, kind: str, data: bytes, media_type: str = JSON) -> StoredBytes | None:
    """Stores the bytes of a run's `input` or `output` under their hash; None if there are none. Raises
    ObjectStoreError."""
    if not data:
        return None
    sha256 = sha256_hex(data)
    key = f"{run.case_id}/agents/{run.execution_id}/{kind}-{sha256[:12]}.json"
    if not await store.put_new(key, data, media_type):
        raise ObjectStoreError(f"other bytes lie under {key}")
    return StoredBytes(object_key=key, sha256=sha256, size=len(data))


def milliseconds_since(began: datetime) -> int:
    return max(0, round((datetime.now(UTC) - began).total_seconds() * 1000))


async def run_by_rules(
    store: RunStore, run: AgentRun, agent: AgentName, asked: Frozen, answered: AnsweredByRules
) -> AgentExecution:
    """The run of an agent that answered by rules. Its input is kept without the run that it asks for, so that equal
    questions have equal hashes. Raises ObjectStoreError."""
    latency = milliseconds_since(answered.began)
    return AgentExecution(
        execution_id=run.execution_id,
        agent=agent,
        provider=RULES,
        model=f"casewright-rules/{VERSION}@{answered.edition[:12]}",
        iteration=run.iteration,
        input=await keep(store, run, "input", asked.model_dump_json(exclude={"run"}).encode()),
        output=await keep(store, run, "output", answered.answer.model_dump_json().encode()),
        cost_usd=0.0,
        started_at=answered.began,
        latency_ms=latency,
        outcome="answered",
    )
