"""The texts of pages in Postgres, and the evidence that cites them: refused unless its page says what it quotes.

Pages are written before the events that tell of them, evidence in the transaction that writes those.
"""

import hashlib
from collections.abc import Iterator, Sequence

from psycopg import AsyncConnection
from psycopg.rows import DictRow

from runtime.postgres import Pool
from schemas.extraction import Candidate, PageText

_INSERT_PAGE = """
INSERT INTO document_pages (case_id, document_id, page_index, text, method, text_sha256)
VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_HASHES = "SELECT page_index, text_sha256 FROM document_pages WHERE case_id = %s AND document_id = %s"
_PAGE = """
SELECT page_index, text, method FROM document_pages WHERE case_id = %s AND document_id = %s AND page_index = %s
"""
_INSERT_EVIDENCE = """
INSERT INTO candidate_evidence (case_id, candidate_id, evidence_id, feature, value_raw, value_normalized, document_id,
                                page_index, char_start, char_end, quote, method, confidence)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""

Row = tuple[object, ...]


class OtherPagesError(Exception):
    """Other texts are on record as those of the same pages."""

    def __init__(self, case_id: str, document_id: str, indices: Sequence[int]) -> None:
        super().__init__(f"{case_id}: pages {indices} of {document_id} are on record with other texts")


class PageRows:
    """Errors are psycopg's: `OperationalError` means that Postgres is away, `RestrictViolation` that the case was
    deleted."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def insert(self, case_id: str, document_id: str, pages: Sequence[PageText]) -> None:
        """Writes the pages that are not on record yet. Raises OtherPagesError if one is, with another text."""
        rows = [(case_id, document_id, page.page_index, page.text, page.method, text_hash(page.text)) for page in pages]
        async with self._pool.connection() as connection:
            async with connection.cursor() as cursor:
                await cursor.executemany(_INSERT_PAGE, rows)
            found = await connection.execute(_HASHES, [case_id, document_id])
            on_record = {row["page_index"]: row["text_sha256"] for row in await found.fetchall()}
            others = [page.page_index for page in pages if on_record[page.page_index] != text_hash(page.text)]
            if others:
                raise OtherPagesError(case_id, document_id, others)

    async def page(self, case_id: str, document_id: str, page_index: int) -> PageText | None:
        """The text of one page, to be cited from, without where its words stand; None if it is not on record."""
        async with self._pool.connection() as connection:
            found = await connection.execute(_PAGE, [case_id, document_id, page_index])
            row = await found.fetchone()
        return PageText(**row, width=0, height=0) if row else None


async def insert_candidates(
    connection: AsyncConnection[DictRow], case_id: str, candidates: Sequence[Candidate]
) -> None:
    """A row for each place at which a candidate is cited; passes over those on record.

    Raises psycopg's IntegrityConstraintViolation, and writes nothing, if one is not what its page says.
    """
    async with connection.cursor() as cursor:
        await cursor.executemany(_INSERT_EVIDENCE, list(_evidence(case_id, candidates)))


def text_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _evidence(case_id: str, candidates: Sequence[Candidate]) -> Iterator[Row]:
    for candidate in candidates:
        value = (candidate.feature, candidate.value_raw, candidate.value_normalized)
        for item in candidate.evidence:
            place = (item.doc_id, item.page_index, item.location.char_start, item.location.char_end)
            ids = (case_id, candidate.candidate_id, item.evidence_id)
            yield (*ids, *value, *place, item.quote, item.method, item.confidence)
