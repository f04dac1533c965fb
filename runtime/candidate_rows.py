"""The evidence of candidates in Postgres, written with the events that tell of them.

A citation that its page does not bear out is never evidence. But it must not hold up the audit log either, which would
be tried again for ever: so it is kept in a table of its own, `refused_evidence`, and told in the log as an error.
"""

from collections.abc import Iterator, Sequence

import structlog
from psycopg import AsyncConnection, DataError, Error, IntegrityError
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from runtime.page_rows import insert_candidates
from schemas.extraction import Candidate

log = structlog.stdlib.get_logger()

_REFUSALS = (IntegrityError, DataError)
"""What Postgres says of a row that it will refuse however often it is tried; that it is away is an OperationalError."""

_INSERT_REFUSED = """
INSERT INTO refused_evidence (case_id, candidate_id, evidence_id, candidate, reason)
VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""


async def write_candidates(connection: AsyncConnection[DictRow], case_id: str, candidates: Sequence[Candidate]) -> None:
    """The evidence of these candidates, and apart from it what was refused as such. Errors are psycopg's."""
    try:
        async with connection.transaction():
            await insert_candidates(connection, case_id, candidates)
    except _REFUSALS:
        for citation in _citations(candidates):
            await _write_citation(connection, case_id, citation)


async def _write_citation(connection: AsyncConnection[DictRow], case_id: str, citation: Candidate) -> None:
    try:
        async with connection.transaction():
            await insert_candidates(connection, case_id, [citation])
    except _REFUSALS as error:
        ids, reason = (citation.candidate_id, citation.evidence[0].evidence_id), _reason(error)
        log.error("evidence refused", case_id=case_id, candidate_id=ids[0], evidence_id=ids[1], reason=reason)
        refused = Jsonb(citation.model_dump(mode="json"))
        await connection.execute(_INSERT_REFUSED, [case_id, *ids, refused, reason])


def _citations(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each candidate once for each of its places, with that place only."""
    for candidate in candidates:
        for item in candidate.evidence:
            yield candidate.model_copy(update={"evidence": (item,)})


def _reason(error: Error) -> str:
    """Without the details, which repeat the row with what it quotes."""
    return error.diag.message_primary or type(error).__name__
