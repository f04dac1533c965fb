"""A worker's language model behind a scripted server: the desk that activities ask at, its store and its budget."""

import secrets
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from activities.agents.asking import ModelDesk
from schemas.agents import AgentRun
from tests.activities.documents.memory_store import MemoryStore
from tests.model_server.scripted import ScriptedModel


@dataclass(frozen=True)
class Office:
    desk: ModelDesk
    store: MemoryStore
    server: ScriptedModel


OpenOffice = Callable[..., AbstractAsyncContextManager[Office]]
"""Called with a script, and what the setting `agents` and others say."""


def a_run() -> AgentRun:
    """Each of a case and an organisation of its own, so that no budget is used up."""
    return AgentRun(
        case_id=f"case_{secrets.token_hex(6)}",
        organisation=f"org_{secrets.token_hex(6)}",
        iteration=1,
        execution_id=f"exe_{secrets.token_hex(6)}",
    )
