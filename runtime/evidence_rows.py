"""Evidence rows in Postgres: which bytes a case rests on. They are written with the case's events, never here."""

from runtime.postgres import Pool
from schemas.evidence_chain import EvidenceRow


class EvidenceRows:
    """Reads of the table `evidence`. Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def of_case(self, case_id: str) -> tuple[EvidenceRow, ...]:
        """What was collected for a case, in the order of collection."""
        async with self._pool.connection() as connection:
            rows = await connection.execute(
                "SELECT source, data_hash, object_key, source_url, collected_at, environment FROM evidence "
                "WHERE case_id = %s ORDER BY collected_at, source, data_hash",
                [case_id],
            )
            return tuple(EvidenceRow.model_validate(row) for row in await rows.fetchall())
