"""Evidence rows in Postgres: which bytes a case rests on, what was verified in PEPPOL, what came from Belgian sources.

They are written in the transaction that writes the events they come from, so they are there exactly if those are.
"""

from collections.abc import Iterator, Sequence

from psycopg import AsyncConnection
from psycopg.rows import DictRow

from domain.evidence import answer_in, rows_of
from domain.peppol import participant_of
from runtime.postgres import Pool
from schemas.case import CaseOpening
from schemas.events import CaseEvent
from schemas.evidence_chain import EvidenceRow
from schemas.sources import SourceAnswer, SourceName

BELGIAN_SOURCES = frozenset({SourceName.KBO, SourceName.NBB, SourceName.GAZETTE, SourceName.WITHHOLDING})
_VERIFYING = frozenset({"found", "not_found", "unavailable"})
"""The states of an answer of a source that was asked."""

_COLUMNS = "source, data_hash, object_key, source_url, collected_at, environment"
_INSERT_EVIDENCE = f"""
INSERT INTO evidence (case_id, {_COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_INSERT_BELGIAN_EVIDENCE = f"""
INSERT INTO belgian_evidence (case_id, {_COLUMNS}, cached)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_INSERT_PEPPOL_VERIFICATION = """
INSERT INTO peppol_verifications (case_id, sequence, participant_id, registered, state, reason, document_types,
                                  data_hash, verified_at, environment)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_SELECT = f"SELECT {_COLUMNS} FROM evidence WHERE case_id = %s ORDER BY collected_at, source, data_hash"

Row = tuple[object, ...]


class EvidenceRows:
    """Reads of the table `evidence`. Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def of_case(self, case_id: str) -> tuple[EvidenceRow, ...]:
        """What was collected for a case, in the order of collection."""
        async with self._pool.connection() as connection:
            rows = await connection.execute(_SELECT, [case_id])
            return tuple(EvidenceRow.model_validate(row) for row in await rows.fetchall())


async def insert_evidence(
    connection: AsyncConnection[DictRow], opening: CaseOpening, events: Sequence[CaseEvent]
) -> None:
    """The rows that come of these events: of every answer, also of a source that was asked again since."""
    answers = [(event.sequence, answer) for event in events if (answer := answer_in(event)) is not None]
    inserts = (
        (_INSERT_EVIDENCE, _evidence(opening, answers)),
        (_INSERT_BELGIAN_EVIDENCE, _belgian_evidence(opening, answers)),
        (_INSERT_PEPPOL_VERIFICATION, _peppol_verifications(opening, answers)),
    )
    async with connection.cursor() as cursor:
        for statement, rows in inserts:
            await cursor.executemany(statement, list(rows))


Answers = Sequence[tuple[int, SourceAnswer]]
"""With the sequence number of the event that each came with."""


def _evidence(opening: CaseOpening, answers: Answers) -> Iterator[Row]:
    for _, answer in answers:
        for row in rows_of(answer):
            yield _columns(opening, row)


def _belgian_evidence(opening: CaseOpening, answers: Answers) -> Iterator[Row]:
    for _, answer in answers:
        if answer.source in BELGIAN_SOURCES:
            for row in rows_of(answer):
                yield (*_columns(opening, row), answer.cached)


def _peppol_verifications(opening: CaseOpening, answers: Answers) -> Iterator[Row]:
    for sequence, answer in answers:
        if answer.source is SourceName.PEPPOL and answer.state in _VERIFYING:
            yield (
                opening.case_id,
                sequence,
                participant_of(answer, opening.company),
                answer.fact("peppol_registered"),
                answer.state,
                answer.reason,
                [str(fact.value) for fact in answer.all("peppol_document_type")],
                answer.data_hash,
                answer.collected_at,
                answer.environment,
            )


def _columns(opening: CaseOpening, row: EvidenceRow) -> Row:
    return (
        opening.case_id,
        row.source.value,
        row.data_hash,
        row.object_key,
        row.source_url,
        row.collected_at,
        row.environment,
    )
