"""What an administrator is told of how the installation does (`/api/admin/health`)."""

from datetime import datetime
from typing import Literal

from schemas.frozen import Frozen
from schemas.sources import Environment, SourceName

Check = Literal["temporal", "postgres", "object_store"]


class TaskQueueState(Frozen):
    """What Temporal says of one task queue."""

    name: str
    pollers: int | None
    """How many workers have asked it for work in the last 70 seconds; null if Temporal could not say. One that has its
    hands full does not ask."""
    backlog: int | None
    """About how many tasks wait for a worker; null if Temporal does not say."""
    reason: str | None = None
    """Why Temporal could not say."""


class SourceState(Frozen):
    """Whether a source is asked as usual."""

    source: SourceName
    state: Literal["working", "resting"]
    """`resting`: it is left alone for a while, and then tried by one look-up."""
    until: datetime | None
    """When its rest is over; in the past once nobody has asked it since."""
    reason: str | None


class AgentsState(Frozen):
    """What language models were used for today (UTC), over all cases of the organisation, and how much they may be."""

    mode: str
    """`rules`, or the language model that is asked besides them."""
    tokens_today: int
    """Used and set aside for questions under way."""
    tokens_limit: int
    cost_today_usd: float
    cost_limit_usd: float


class WebhooksState(Frozen):
    """How the organisation's webhooks do."""

    endpoints: int
    paused: int
    overdue: int
    """Cases and tests of which something should have been sent some minutes ago and was not."""


class SystemHealth(Frozen):
    status: Literal["ready", "not_ready"]
    version: str
    environment: Environment
    checks: dict[Check, str]
    """`ok`, or why the store cannot be used."""
    task_queues: tuple[TaskQueueState, ...]
    sources: tuple[SourceState, ...] | None
    agents: AgentsState | None
    webhooks: WebhooksState | None
    """These three are null while Postgres cannot say; why, is in `checks`."""
