"""The officers' desk in Postgres: notes on a case, who has it now, and who had it before.

All of it is appended, never changed. Only `cases.assignee` and `cases.assignment_expires_at` say what holds now: they
stand on the row that a claim locks, so that no two claims ever choose the same case. Every moment is of the
database's clock, which all gateways share.

Whoever changes an assignment first locks the row of the case, as a deletion does, so that none waits for another in a
circle. `FOR NO KEY UPDATE` lets foreign keys be checked meanwhile: a note never waits for an assignment.
"""

import secrets
from collections.abc import Mapping
from typing import NamedTuple

from psycopg import AsyncConnection
from psycopg.errors import ForeignKeyViolation
from psycopg.rows import DictRow

from domain.refusal import CommandRefusedError
from domain.stages import DECIDING_ROLES
from runtime.case_list import HELD, SUMMARY_COLUMNS, summary_of
from runtime.postgres import Pool
from schemas.actor import Actor
from schemas.case_list import CaseSummary
from schemas.desk import Assignment, AssignRequest, ClaimRequest, Note, NoteRequest

Connection = AsyncConnection[DictRow]
Values = Mapping[str, object]

OFFICER_ROLES = sorted(frozenset[str]().union(*DECIDING_ROLES.values()))
"""Whose keys a case can be assigned to: those that may decide at all."""

_INSERT_NOTE = """
INSERT INTO case_notes (note_id, case_id, text, about, author_id, author_role, command_id, body_hash)
VALUES (%(note_id)s, %(case_id)s, %(text)s, %(about)s, %(author_id)s, %(author_role)s, %(command_id)s, %(body_hash)s)
ON CONFLICT (case_id, command_id) DO NOTHING
RETURNING *
"""
_NOTE_OF_COMMAND = "SELECT * FROM case_notes WHERE case_id = %(case_id)s AND command_id = %(command_id)s"
_LOCK = "SELECT organisation FROM cases WHERE case_id = %(case_id)s FOR NO KEY UPDATE"
_INSERT_ASSIGNMENT = """
INSERT INTO case_assignments (case_id, assignee, assigned_by_id, assigned_by_role, assigned_at, expires_at,
                              command_id, body_hash)
SELECT %(case_id)s, %(assignee)s, %(actor_id)s, %(actor_role)s, moment,
       moment + make_interval(mins => %(minutes)s::integer), %(command_id)s, %(body_hash)s
FROM clock_timestamp() AS moment
RETURNING *
"""
_SET_ASSIGNEE = """
UPDATE cases SET assignee = %(assignee)s, assignment_expires_at = %(expires_at)s WHERE case_id = %(case_id)s
"""
_CURRENT = f"""
SELECT a.* FROM (SELECT case_id FROM cases WHERE case_id = %(case_id)s AND {HELD}) AS held
JOIN case_assignments a USING (case_id) ORDER BY a.number DESC LIMIT 1
"""
_LAST = "SELECT * FROM case_assignments WHERE case_id = %(case_id)s ORDER BY number DESC LIMIT 1"
_OF_COMMAND = "SELECT * FROM case_assignments WHERE command_id = %(command_id)s"
_OFFICER = """
SELECT 1 FROM api_keys WHERE key_id = %(key_id)s AND organisation = %(organisation)s AND role = ANY(%(roles)s)
AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
"""
_SUMMARY = f"SELECT {SUMMARY_COLUMNS} FROM cases"
# Backwards through the index of lists. The moment a case was opened never changes, so nothing overtakes it by waiting.
_NEXT = f"""{_SUMMARY}
WHERE organisation = %(organisation)s AND status = %(status)s AND NOT {HELD}
  AND (%(country)s::text IS NULL OR country = %(country)s)
  AND (%(template)s::text IS NULL OR template_id = %(template)s)
ORDER BY created_at, case_id DESC LIMIT 1 FOR NO KEY UPDATE
"""


class CommandKey(NamedTuple):
    """What an Idempotency-Key makes of a request: an id that it has once, and the hash of its body."""

    command_id: str
    body_hash: str


class ClaimedRow(NamedTuple):
    summary: CaseSummary
    assignment: Assignment


class CaseDesk:
    """Refusals are `CommandRefusedError`; other errors are psycopg's, `OperationalError` if Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def add_note(self, case_id: str, author: Actor, note: NoteRequest, key: CommandKey | None) -> Note:
        """Appends a note, or finds the one that the same request made before."""
        values = {
            "note_id": f"note_{secrets.token_hex(8)}",
            "case_id": case_id,
            "text": note.text,
            "about": note.about,
            "author_id": author.id,
            "author_role": author.role,
            **_key_values(key),
        }
        async with self._pool.connection() as connection:
            try:
                row = await _first(connection, _INSERT_NOTE, values)
            except ForeignKeyViolation as error:
                raise _gone(case_id) from error
            if row is None:  # the same key, whose first request has been committed by now
                row = await _first(connection, _NOTE_OF_COMMAND, values)
        if row is None:
            raise _gone(case_id)
        _refuse_another_body(row, key)
        return _note(row)

    async def notes(self, case_id: str, limit: int, offset: int) -> tuple[list[Note], int]:
        """One page of the notes, oldest first, and how many there are in all."""
        async with self._pool.connection() as connection:
            rows, total = await _page(connection, "case_notes", "number", case_id, limit, offset)
        return [_note(row) for row in rows], total

    async def assign(self, case_id: str, actor: Actor, wish: AssignRequest, key: CommandKey | None) -> Assignment:
        """Gives the case to the officer whom `wish.assignee` names by key id, or to nobody.

        What is so already, for good, is not appended again: a request that is repeated without a key leaves one entry.
        """
        async with self._pool.connection() as connection:
            organisation = await _lock(connection, case_id)
            known = await _assignment_of(connection, key)
            if known is not None:
                return known
            if wish.assignee is not None:
                await _refuse_no_officer(connection, organisation, wish.assignee)
            _refuse_taking(await _entry(connection, _CURRENT, case_id), actor, wish)
            last = await _entry(connection, _LAST, case_id)
            if last is not None and key is None and _says_already(last, wish):
                return last
            return await _append(connection, case_id, wish.assignee, actor, wish.expires_in_minutes, key)

    async def claim_next(
        self, organisation: str, actor: Actor, claim: ClaimRequest, key: CommandKey | None
    ) -> ClaimedRow | None:
        """Gives the actor the oldest case that waits and that nobody has; None if there is none.

        Cases that another claim holds are passed over. Only if nothing else is left are locks waited for: the lock may
        be that of a snapshot being written, and a case that waits must not be overlooked for it.
        """
        values = {
            "organisation": organisation,
            **claim.model_dump(mode="json", include={"status", "country", "template"}),
        }
        async with self._pool.connection() as connection:
            if key is not None:  # the same request twice at once would choose two cases
                await connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key.command_id])
                known = await _assignment_of(connection, key)
                if known is not None:
                    return ClaimedRow(await _summary(connection, known.case_id), known)
            row = await _first(connection, f"{_NEXT} SKIP LOCKED", values) or await _first(connection, _NEXT, values)
            if row is None:
                return None
            assignment = await _append(connection, row["case_id"], actor.id, actor, claim.expires_in_minutes, key)
            return ClaimedRow(await _summary(connection, row["case_id"]), assignment)

    async def current_assignment(self, case_id: str) -> Assignment | None:
        """Who has the case now; None if nobody has."""
        async with self._pool.connection() as connection:
            return await _entry(connection, _CURRENT, case_id)

    async def assignment_history(self, case_id: str, limit: int, offset: int) -> tuple[list[Assignment], int]:
        """One page of all assignments and releases, newest first, and how many there are in all."""
        async with self._pool.connection() as connection:
            rows, total = await _page(connection, "case_assignments", "number DESC", case_id, limit, offset)
        return [_assignment(row) for row in rows], total


async def _lock(connection: Connection, case_id: str) -> str:
    """Locks the case until the transaction ends and returns its organisation."""
    row = await _first(connection, _LOCK, {"case_id": case_id})
    if row is None:
        raise _gone(case_id)
    return str(row["organisation"])


async def _append(
    connection: Connection,
    case_id: str,
    assignee: str | None,
    actor: Actor,
    minutes: int | None,
    key: CommandKey | None,
) -> Assignment:
    """Appends the assignment to the history and puts it on the case, whose row is locked."""
    values = {
        "case_id": case_id,
        "assignee": assignee,
        "actor_id": actor.id,
        "actor_role": actor.role,
        "minutes": minutes,
        **_key_values(key),
    }
    row = await _first(connection, _INSERT_ASSIGNMENT, values)
    assert row is not None, "an INSERT of one row returns one"
    await connection.execute(_SET_ASSIGNEE, row)
    return _assignment(row)


async def _assignment_of(connection: Connection, key: CommandKey | None) -> Assignment | None:
    """The assignment that the same request made before."""
    row = await _first(connection, _OF_COMMAND, _key_values(key))
    if row is None:
        return None
    _refuse_another_body(row, key)
    return _assignment(row)


async def _entry(connection: Connection, statement: str, case_id: str) -> Assignment | None:
    row = await _first(connection, statement, {"case_id": case_id})
    return _assignment(row) if row else None


async def _summary(connection: Connection, case_id: str) -> CaseSummary:
    row = await _first(connection, f"{_SUMMARY} WHERE case_id = %(case_id)s", {"case_id": case_id})
    if row is None:
        raise _gone(case_id)
    return summary_of(row)


async def _page(
    connection: Connection, table: str, order: str, case_id: str, limit: int, offset: int
) -> tuple[list[DictRow], int]:
    """One page of a case's rows of a table of ours, and how many there are in all."""
    values = {"case_id": case_id, "limit": limit, "offset": offset}
    of_case = f"FROM {table} WHERE case_id = %(case_id)s"
    counted = await _first(connection, f"SELECT count(*) AS total {of_case}", values)
    rows = await connection.execute(
        f"SELECT * {of_case} ORDER BY {order} LIMIT %(limit)s OFFSET %(offset)s".encode(), values
    )
    return await rows.fetchall(), counted["total"] if counted else 0


async def _first(connection: Connection, statement: str, values: Values) -> DictRow | None:
    cursor = await connection.execute(statement.encode(), values)
    return await cursor.fetchone()


async def _refuse_no_officer(connection: Connection, organisation: str, key_id: str) -> None:
    """One refusal for a key that is unknown, foreign, revoked or no officer's, so that it tells nothing of others."""
    values = {"key_id": key_id, "organisation": organisation, "roles": OFFICER_ROLES}
    if await _first(connection, _OFFICER, values) is None:
        raise CommandRefusedError(
            "invalid_body",
            f"assignee: no officer of your organisation has the key id {key_id!r}; "
            "send me for yourself, the key id of an officer, or null to release the case",
            "assignee",
        )


def _refuse_taking(current: Assignment | None, actor: Actor, wish: AssignRequest) -> None:
    """Refuses to take a case from anybody but whom the wish names. Whoever has it may stay, or be given more time."""
    if current is None or current.assignee in (actor.id, wish.assignee):
        return
    if wish.take_over and wish.held_by in (None, current.assignee):
        return
    until = f"until {current.expires_at:%Y-%m-%dT%H:%M:%SZ}" if current.expires_at else "until it is released"
    held = f"the case is assigned to {current.assignee} {until}"
    if wish.take_over:
        raise CommandRefusedError("already_assigned", f"{held}, and no more to {wish.held_by}; look again", "held_by")
    raise CommandRefusedError(
        "already_assigned", f"{held}; ask them to release it, or send take_over: true", "assignee"
    )


def _says_already(last: Assignment, wish: AssignRequest) -> bool:
    """Whether the last entry lasts, and is what is wished for."""
    return wish.expires_in_minutes is None and (last.assignee, last.expires_at) == (wish.assignee, None)


def _refuse_another_body(row: DictRow, key: CommandKey | None) -> None:
    if key is not None and row["body_hash"] != key.body_hash:
        raise CommandRefusedError(
            "idempotency_key_reused",
            "this Idempotency-Key was used with another body; use a new key",
            "Idempotency-Key",
        )


def _gone(case_id: str) -> CommandRefusedError:
    return CommandRefusedError("case_not_found", f"there is no case {case_id!r}; it was deleted")


def _key_values(key: CommandKey | None) -> Values:
    return key._asdict() if key else {"command_id": None, "body_hash": None}


def _note(row: DictRow) -> Note:
    return Note(**row, author=Actor(id=row["author_id"], role=row["author_role"]))


def _assignment(row: DictRow) -> Assignment:
    return Assignment(**row, assigned_by=Actor(id=row["assigned_by_id"], role=row["assigned_by_role"]))
