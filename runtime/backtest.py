"""The trial of a draft policy over cases on record: read in small batches, assessed on a thread, for a limited time."""

import asyncio
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import NamedTuple

import structlog

from domain.backtest import Compared, compare, report
from runtime.investigated_cases import (
    Chosen,
    InvestigatedCases,
    InvestigatedLog,
    UnreadableCaseError,
    past_case,
)
from runtime.postgres import Pool
from schemas.policy import Policy
from schemas.policy_api import BacktestReport, BacktestRequest, SkipReason

log = structlog.stdlib.get_logger()

BATCH = 10
"""Cases whose logs are held at once."""


class _Batch(NamedTuple):
    compared: list[Compared]
    unreadable: int


class Backtests:
    """Tries drafts, one at a time in this process, so that many who ask do not slow it down for everyone else."""

    def __init__(self, pool: Pool) -> None:
        self._cases = InvestigatedCases(pool)
        self._turn = asyncio.Semaphore(1)

    async def run(
        self, asked: BacktestRequest, organisation: str | None, seconds: float | None = None
    ) -> BacktestReport:
        """What the draft makes of the cases that were asked for. After so many seconds, waiting for others included, no
        further case is begun, and the report says so; None is without limit."""
        ends = None if seconds is None else monotonic() + seconds
        async with self._turn:
            return await self._run(asked, organisation, ends)

    async def _run(self, asked: BacktestRequest, organisation: str | None, ends: float | None) -> BacktestReport:
        chosen, never = await self._cases.choose(organisation, asked.status, asked.since, asked.limit)
        compared: list[Compared] = []
        unreadable = 0
        complete = True
        for batch in _batches(chosen):
            if ends is not None and monotonic() >= ends:
                complete = False
                break
            done = await asyncio.to_thread(_compare, await self._cases.logs(batch), asked.policy)
            compared += done.compared
            unreadable += done.unreadable
        skipped: dict[SkipReason, int] = {"never_investigated": never, "unreadable": unreadable}
        return await asyncio.to_thread(report, asked.policy, compared, skipped, complete)


def _batches(chosen: Sequence[Chosen]) -> Iterator[Sequence[Chosen]]:
    for first in range(0, len(chosen), BATCH):
        yield chosen[first : first + BATCH]


def _compare(logs: Sequence[InvestigatedLog], draft: Policy) -> _Batch:
    """Of each case what the draft would change. A case that cannot be read is counted and logged, and keeps no other
    from being examined."""
    compared: list[Compared] = []
    unreadable = 0
    for item in logs:
        try:
            compared.append(compare(past_case(item), draft))
        except UnreadableCaseError as error:
            log.warning("case left out of a backtest", case_id=item.case.case_id, cause=str(error)[:500])
            unreadable += 1
    return _Batch(compared, unreadable)
