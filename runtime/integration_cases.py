"""Cases as the integration API finds them: whose a case is, one as other systems may know it, and a list that is read
from a cursor on.

When a case changed is told by its published events alone. Its own version and times also move when officers do what
nobody else may learn of, such as escalating it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from domain.integration_status import Standing, standings_of
from runtime.postgres import Pool
from runtime.published_events import all_of_case
from schemas.case import CaseRecord
from schemas.frozen import Frozen
from schemas.integration_api import CasePageQuery
from schemas.integration_keys import IntegrationKey
from schemas.owner import Owner
from schemas.published_events import PublishedEvent
from schemas.sources import Environment
from schemas.status import CaseStatus

_COLUMNS = """
case_id, external_case_id, template_id, status, current_iteration, environment, created_at,
coalesce((SELECT occurred_at FROM published_events AS told WHERE told.case_id = cases.case_id
          ORDER BY cursor DESC LIMIT 1), created_at) AS updated_at
"""
_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_FILTERS: Mapping[str, str] = {
    "external_case_id": "external_case_id = %(external_case_id)s",
    "created_after": "created_at > %(created_after)s",
}


class Position(NamedTuple):
    """Where in the list a reader stands: at this case, the newest being first."""

    created_at: datetime
    case_id: str


class ListedCase(Frozen):
    case_id: str
    external_case_id: str | None
    template_id: str
    status: CaseStatus
    current_iteration: int
    environment: Environment
    created_at: datetime
    updated_at: datetime
    """Of the last published event."""


class PublishedCase(NamedTuple):
    """A case as it is on record, and what has been published of it: both of one moment."""

    record: CaseRecord
    events: tuple[PublishedEvent, ...]

    @property
    def version(self) -> int:
        """The cursor of the last event."""
        return self.events[-1].cursor if self.events else 0

    @property
    def changed_at(self) -> datetime:
        """When the last event happened."""
        return self.events[-1].created_at if self.events else self.record.opening.created_at


class IntegrationCases:
    """Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def owner(self, case_id: str) -> Owner | None:
        """Whose a case is; None if there is none, or it is not on record yet."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(
                "SELECT organisation, environment FROM cases WHERE case_id = %s", [case_id]
            )
            row = await cursor.fetchone()
        return Owner(row["organisation"], row["environment"]) if row else None

    async def published(self, case_id: str) -> PublishedCase | None:
        """The case and its published events; None if it is not on record."""
        async with self._pool.connection() as connection:
            await connection.execute(_ONE_MOMENT)
            cursor = await connection.execute("SELECT record FROM cases WHERE case_id = %s", [case_id])
            row = await cursor.fetchone()
            events = await all_of_case(connection, case_id)
        return PublishedCase(CaseRecord.model_validate(row["record"]), events) if row else None

    async def page(
        self, key: IntegrationKey, wanted: CasePageQuery, after: Position | None, count: int
    ) -> list[ListedCase]:
        """The cases that this key sees, the newest first, from a position on; no more than `count`.

        A case that is opened while somebody reads comes before all positions: no page has a case twice or leaves one
        out.
        """
        given = {name: value for name in _FILTERS if (value := getattr(wanted, name)) is not None}
        conditions = [_FILTERS[name] for name in given]
        if wanted.status:
            standings = [standing for status in wanted.status for standing in standings_of(status)]
            conditions.append(_standing_is_one_of(standings))
        if after is not None:
            conditions.append("(created_at, case_id) < (%(after_created_at)s, %(after_case_id)s)")
            given |= {"after_created_at": after.created_at, "after_case_id": after.case_id}
        chosen = "".join(f" AND {condition}" for condition in conditions)
        async with self._pool.connection() as connection:
            cursor = await connection.execute(
                f"SELECT {_COLUMNS} FROM cases WHERE organisation = %(organisation)s "
                f"AND environment = %(environment)s{chosen} ORDER BY created_at DESC, case_id DESC LIMIT %(count)s",
                {**given, "organisation": key.organisation, "environment": key.environment, "count": count},
                prepare=False,
            )
            return [ListedCase.model_validate(row) for row in await cursor.fetchall()]


def _standing_is_one_of(standings: Sequence[Standing]) -> str:
    """SQL over a row of `cases`. Statuses are our own words, so they stand in it as they are."""
    return "(" + " OR ".join(map(_standing, standings)) + ")"


def _standing(standing: Standing) -> str:
    rounds = {None: "", True: " AND current_iteration = 1", False: " AND current_iteration > 1"}
    return f"status = '{standing.status}'{rounds[standing.first_round]}"
