"""The agents' runs: who was asked what, what came of it, and what an officer made of it.

An agent proposes and never decides. Each run leaves an execution that is never rewritten, with the bytes that went in
and came out, as Regulation (EU) 2024/1689 (AI Act), Articles 12 and 19, asks of logs of systems that must keep them.
"""

from datetime import datetime
from typing import Literal

from pydantic import Field

from schemas.actor import Actor
from schemas.frozen import Frozen

AgentName = Literal["mcc", "tasks", "candidates"]
"""Classifies the merchant category; proposes follow-up tasks; proposes values read in documents."""

RULES = "rules"
"""The provider that needs no network and no key."""

ExecutionOutcome = Literal[
    "answered",
    "repaired",
    "refused",
    "invalid_answer",
    "rate_limited",
    "timed_out",
    "unavailable",
    "over_budget",
]
"""`repaired`: the first answer did not fit what was asked, the second did. `invalid_answer`: neither did. From
`refused` on nothing usable came, and the rules' answer was taken."""

USABLE: frozenset[ExecutionOutcome] = frozenset({"answered", "repaired"})

OfficerAction = Literal["accepted", "edited", "rejected", "overridden", "asked_again"]


class AgentRun(Frozen):
    """The case that an agent runs for, and the name of the run, given by the case so that a retry has the same."""

    case_id: str
    organisation: str
    iteration: int = Field(ge=1)
    execution_id: str = Field(pattern=r"^exe_[0-9a-f]{12}$")


class StoredBytes(Frozen):
    """Bytes in the object store, named by their hash and never overwritten."""

    object_key: str
    sha256: str
    size: int = Field(ge=0)


class AgentExecution(Frozen):
    """One run of one agent with one provider, however often the provider was asked for it."""

    execution_id: str = Field(pattern=r"^exe_[0-9a-f]{12}$")
    agent: AgentName
    provider: str
    """`rules`, or whose protocol the model was asked over: `openai`, `anthropic`."""
    model: str | None = None
    """The provider's name of it. Of a run by rules, their edition: `casewright-rules/0.1.0@` and the first twelve hex
    digits of a SHA-256 over the rules and tables that answered."""
    prompt_version: str | None = None
    """Name, version and first twelve hex digits of the SHA-256 of the prompt's file: `mcc/1@0f3c…`."""
    iteration: int = Field(ge=1)
    subject: str | None = None
    """What it was about where a case has several: the document's id."""
    input: StoredBytes | None = None
    """None where nothing was sent."""
    output: StoredBytes | None = None
    """What the provider answered, as it came; None where nothing did."""
    input_tokens: int = Field(default=0, ge=0)
    output_tokens: int = Field(default=0, ge=0)
    cost_usd: float | None = Field(default=None, ge=0)
    """By the published prices of the model; None where no price is known. Rules cost nothing: 0."""
    requests: int = Field(default=0, ge=0)
    """How often the model was asked in the last attempt, a repair included."""
    attempt: int = Field(default=1, ge=1)
    """Which of Temporal's attempts this was the outcome of."""
    started_at: datetime
    latency_ms: int = Field(ge=0)
    outcome: ExecutionOutcome
    note: str | None = None
    """What an operator needs to know of it, such as why nothing usable came."""


class ExecutionAction(Frozen):
    """What an officer made of an execution's output."""

    execution_id: str
    action: OfficerAction
    actor: Actor
    acted_at: datetime
    event_sequence: int
    """The event of the case that it follows from."""
    details: str | None = None
    """For officers: the code that was taken instead, how many of the tasks were sent."""
