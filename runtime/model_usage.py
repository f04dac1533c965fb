"""What language models are used for and cost: reserved before each question, settled when it is answered.

A reservation is the most that the answer may use, so that no limit is passed unseen however many questions are under
way. What is never settled counts in full: its worker died, or nobody can tell whether the model worked on it. The
questions of one organisation reserve one after another; they hold nothing while a model is asked.
"""

import secrets
from dataclasses import dataclass
from typing import NamedTuple

from psycopg.rows import DictRow

from runtime.postgres import Pool
from runtime.settings import Settings
from schemas.agents import AgentName

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('model_usage ' || %(organisation)s, 0))"
_DAY = """
    coalesce(sum(tokens), 0) AS day_tokens,
    coalesce(sum(cost_usd), 0) AS day_cost
FROM model_usage
WHERE organisation = %(organisation)s
  AND reserved_at >= date_trunc('day', clock_timestamp() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
"""
_USED = f"""
SELECT
    coalesce((SELECT sum(tokens) FROM model_usage WHERE case_id = %(case_id)s), 0) AS case_tokens,
    coalesce((SELECT sum(cost_usd) FROM model_usage WHERE case_id = %(case_id)s), 0) AS case_cost,
    {_DAY}
"""
_TODAY = f"SELECT {_DAY}"
_RESERVE = """
INSERT INTO model_usage (usage_id, organisation, case_id, agent, model, tokens, cost_usd)
VALUES (%(usage_id)s, %(organisation)s, %(case_id)s, %(agent)s, %(model)s, %(tokens)s, %(cost_usd)s)
"""
_SETTLE = """
UPDATE model_usage SET tokens = %(tokens)s, cost_usd = %(cost_usd)s, settled = true WHERE usage_id = %(usage_id)s
"""


class OverBudgetError(Exception):
    """A limit would be passed. The message names the limit, what is used of it, and the setting."""


class _Limit(NamedTuple):
    used: str
    """The column of `_USED`."""
    setting: str
    unit: str
    words: str


_LIMITS = (
    _Limit("case_tokens", "agents_case_tokens", "tokens", "for this case"),
    _Limit("case_cost", "agents_case_cost_usd", "USD", "for this case"),
    _Limit("day_tokens", "agents_organisation_tokens_per_day", "tokens", "for this organisation today (UTC)"),
    _Limit("day_cost", "agents_organisation_cost_usd_per_day", "USD", "for this organisation today (UTC)"),
)


@dataclass(frozen=True)
class Spending:
    """What a question may use at most, and whose it is."""

    organisation: str
    case_id: str
    agent: AgentName
    model: str
    tokens: int
    cost_usd: float


class Used(NamedTuple):
    """What was used, and what is set aside for questions under way."""

    tokens: int
    cost_usd: float


class ModelUsage:
    """The limits of the settings over the table `model_usage`. Errors are psycopg's, and OverBudgetError."""

    def __init__(self, pool: Pool, settings: Settings) -> None:
        self._pool = pool
        self._limits = {limit: float(getattr(settings, limit.setting)) for limit in _LIMITS}

    async def reserve(self, spending: Spending) -> str:
        """Sets the spending aside and returns the reservation's id. Raises OverBudgetError if a limit would be
        passed."""
        usage_id = f"use_{secrets.token_hex(8)}"
        values = {**vars(spending), "usage_id": usage_id}
        async with self._pool.connection() as connection:
            await connection.execute(_LOCK, values)
            used = await (await connection.execute(_USED.encode(), values)).fetchone()
            assert used is not None, "a sum is one row"
            self._refuse_beyond_limits(spending, used)
            await connection.execute(_RESERVE, values)
        return usage_id

    async def settle(self, usage_id: str, tokens: int, cost_usd: float) -> None:
        """Replaces the reservation by what was used."""
        async with self._pool.connection() as connection:
            await connection.execute(_SETTLE, {"usage_id": usage_id, "tokens": tokens, "cost_usd": cost_usd})

    async def today(self, organisation: str) -> Used:
        """What an organisation has used this day of UTC."""
        async with self._pool.connection() as connection:
            row = await (await connection.execute(_TODAY.encode(), {"organisation": organisation})).fetchone()
        assert row is not None, "a sum is one row"
        return Used(tokens=int(row["day_tokens"]), cost_usd=float(row["day_cost"]))

    def _refuse_beyond_limits(self, spending: Spending, used: DictRow) -> None:
        for limit, most in self._limits.items():
            wanted = spending.tokens if limit.unit == "tokens" else spending.cost_usd
            if wanted and float(used[limit.used]) + wanted > most:
                raise OverBudgetError(
                    f"the question may use {wanted:.6g} {limit.unit}; {float(used[limit.used]):.6g} of {most:.6g} are "
                    f"used or set aside {limit.words}: the limit is CASEWRIGHT_{limit.setting.upper()}"
                )
