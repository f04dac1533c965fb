"""Answers of sources that may be used again, in Postgres: the tables `kept_answers` and `kept_answer_pieces`.

They know organisations and questions but no case: a case that is given a kept answer gets its own copy of the evidence.
"""

from datetime import datetime
from typing import NamedTuple

from psycopg.types.json import Jsonb

from runtime.postgres import Pool
from schemas.sources import Environment, SourceName

PURGED_AT_ONCE = 100
"""Expired answers that go with each new one: more than come with it, so that they never pile up."""


class Question(NamedTuple):
    """What one organisation asked one source."""

    organisation: str
    source: SourceName
    environment: Environment
    question_hash: str


class Piece(NamedTuple):
    url: str
    media_type: str
    body: bytes


class KeptAnswer(NamedTuple):
    reading: object
    """A JSON value, as it was given to be kept."""
    pieces: tuple[Piece, ...]
    collected_at: datetime


_SAME_QUESTION = (
    "organisation = %(organisation)s AND source = %(source)s AND environment = %(environment)s "
    "AND question_hash = %(question_hash)s"
)
_FIND = f"""
SELECT reading, collected_at, url, media_type, body
FROM kept_answers LEFT JOIN kept_answer_pieces USING (answer_id)
WHERE {_SAME_QUESTION} AND kept_until > clock_timestamp()
ORDER BY position
"""
_REMOVE_EARLIER = f"DELETE FROM kept_answers WHERE {_SAME_QUESTION} AND collected_at <= %(collected_at)s"
_KEEP = """
INSERT INTO kept_answers (organisation, source, environment, question_hash, reading, collected_at, kept_until)
VALUES (%(organisation)s, %(source)s, %(environment)s, %(question_hash)s, %(reading)s, %(collected_at)s, %(kept_until)s)
ON CONFLICT DO NOTHING RETURNING answer_id
"""
_KEEP_PIECE = """
INSERT INTO kept_answer_pieces (answer_id, position, url, media_type, body) VALUES (%s, %s, %s, %s, %s)
"""
_PURGE = """
DELETE FROM kept_answers WHERE answer_id IN (
    SELECT answer_id FROM kept_answers WHERE kept_until <= clock_timestamp()
    ORDER BY kept_until LIMIT %s FOR UPDATE SKIP LOCKED
)
"""


class KeptAnswers:
    """Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def find(self, question: Question) -> KeptAnswer | None:
        """The answer to this question, if there is one that has not expired."""
        # In one statement, so that no newer answer takes its place before its bytes are read.
        async with self._pool.connection() as connection:
            rows = await (await connection.execute(_FIND.encode(), question._asdict())).fetchall()
        if not rows:
            return None
        pieces = [Piece(row["url"], row["media_type"], row["body"]) for row in rows if row["body"] is not None]
        return KeptAnswer(rows[0]["reading"], tuple(pieces), rows[0]["collected_at"])

    async def keep(self, question: Question, answer: KeptAnswer, kept_until: datetime) -> None:
        """Keeps the answer, unless there is a later one to the same question, and purges some that have expired."""
        values = {
            **question._asdict(),
            "reading": Jsonb(answer.reading),
            "collected_at": answer.collected_at,
            "kept_until": kept_until,
        }
        async with self._pool.connection() as connection:
            async with connection.transaction():
                await connection.execute(_REMOVE_EARLIER.encode(), values)
                kept = await (await connection.execute(_KEEP, values)).fetchone()
                if kept is not None:
                    rows = [(kept["answer_id"], position, *piece) for position, piece in enumerate(answer.pieces)]
                    await connection.cursor().executemany(_KEEP_PIECE, rows)
            # Apart from the answer: each would otherwise hold rows that another waits for.
            async with connection.transaction():
                await connection.execute(_PURGE, [PURGED_AT_ONCE])
