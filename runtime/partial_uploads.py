"""Uploads in pieces: how far each has come is in Postgres, its bytes are objects of the case's folder.

A piece is stored under a name of its own first and then added to its upload, if that is still where the piece begins.
So no lock is held while bytes travel, of two pieces for the same place one wins whole, and what lost belongs to nobody.
Every upload ends by expiring, also one that was given up, refused or completed. Its folder is cleared some time after
its 24 hours, when nothing that was under way can still write there. Every moment is of the database's clock.
"""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from psycopg.rows import DictRow

from runtime.case_removal import LATE_WRITES
from runtime.postgres import Pool
from schemas.documents import CaseDocument
from schemas.uploads import BEGUN_AT_MOST, UNFINISHED_AT_MOST, PartialUpload, UploadRefusal

UPLOADS_FOLDER = "uploads"
"""Within the folder of a case. Nothing in it was looked at or scanned, so nobody is given any of it."""
LASTS = timedelta(hours=24)
CLAIM = timedelta(minutes=2)
"""Whoever makes a document of an upload has this long before another may try: its gateway may have died. If two do it
after all, no harm is done."""
TRY_AGAIN = timedelta(minutes=10)
"""Whoever clears an upload away has this long before it is tried again."""

_LOCK_CASE = "SELECT FROM cases WHERE case_id = %(case_id)s FOR NO KEY UPDATE"
_BEGIN = """
INSERT INTO partial_uploads (case_id, upload_id, requirement_id, filename, length, expires_at, clear_at)
SELECT %(case_id)s, %(upload_id)s, %(requirement_id)s, %(filename)s, %(length)s,
       clock_timestamp() + %(lasts)s, clock_timestamp() + %(lasts)s + %(late_writes)s
FROM (
    SELECT count(*) FILTER (
        WHERE document IS NULL AND refusal IS NULL AND expires_at > clock_timestamp()
    ) AS unfinished, count(*) FILTER (WHERE created_at > clock_timestamp() - %(lasts)s) AS begun
    FROM partial_uploads WHERE case_id = %(case_id)s
) AS known
WHERE unfinished < %(unfinished_at_most)s AND begun < %(begun_at_most)s
RETURNING *
"""
_LIVES = "case_id = %(case_id)s AND upload_id = %(upload_id)s AND expires_at > clock_timestamp()"
_FIND = f"SELECT * FROM partial_uploads WHERE {_LIVES}"
_ADD = f"""
UPDATE partial_uploads SET received = received + %(size)s, pieces = pieces || %(piece)s::text
WHERE {_LIVES} AND received = %(offset)s RETURNING *
"""
_CLAIM = f"""
UPDATE partial_uploads SET claimed_until = clock_timestamp() + %(claim)s
WHERE {_LIVES} AND coalesce(claimed_until <= clock_timestamp(), true) AND NOT taken AND refusal IS NULL RETURNING *
"""
_RELEASE = "UPDATE partial_uploads SET claimed_until = NULL WHERE upload_id = %(upload_id)s"
_BECOME = f"""
UPDATE partial_uploads SET document = coalesce(document, %(document)s::jsonb)
WHERE {_LIVES} AND refusal IS NULL RETURNING *
"""
_REFUSE = f"""
UPDATE partial_uploads SET refusal = %(refusal)s::jsonb, document = NULL WHERE {_LIVES} AND NOT taken
"""
_TAKEN = f"UPDATE partial_uploads SET taken = true WHERE {_LIVES} AND document IS NOT NULL"
_END = f"UPDATE partial_uploads SET expires_at = clock_timestamp() WHERE {_LIVES}"
_TAKE_UP_ENDED = """
UPDATE partial_uploads SET clear_at = clock_timestamp() + %(try_again)s WHERE upload_id IN (
    SELECT upload_id FROM partial_uploads WHERE clear_at <= clock_timestamp()
    ORDER BY clear_at LIMIT %(at_most)s FOR UPDATE SKIP LOCKED
) RETURNING *
"""
_FORGET = "DELETE FROM partial_uploads WHERE upload_id = %(upload_id)s"


def folder_of(upload: PartialUpload) -> str:
    """The prefix of everything that the object store has of an upload."""
    return f"{upload.case_id}/{UPLOADS_FOLDER}/{upload.upload_id}/"


def new_piece_of(upload: PartialUpload) -> str:
    """A name for the piece that begins where the upload stands, and that no other piece for this place has."""
    return f"{upload.received:012d}-{secrets.token_hex(4)}"


class TooManyUploadsError(Exception):
    """The case has as many unfinished uploads as it may, or as many have begun in a day."""


class PartialUploads:
    """Errors are psycopg's (`OperationalError`: Postgres is away) and TooManyUploadsError."""

    def __init__(self, pool: Pool, lasts: timedelta = LASTS) -> None:
        self._pool = pool
        self._lasts = lasts

    async def begin(self, case_id: str, requirement_id: str, filename: str | None, length: int) -> PartialUpload | None:
        """A new upload of so many bytes, or None if there is no such case. Raises TooManyUploadsError.

        The case is locked for the moment, so that of many at once not one too many begins.
        """
        values = {
            "case_id": case_id,
            "upload_id": f"up_{secrets.token_urlsafe(24)}",
            "requirement_id": requirement_id,
            "filename": filename,
            "length": length,
            "lasts": self._lasts,
            "late_writes": LATE_WRITES,
            "unfinished_at_most": UNFINISHED_AT_MOST,
            "begun_at_most": BEGUN_AT_MOST,
        }
        async with self._pool.connection() as connection:
            if (await connection.execute(_LOCK_CASE, values)).rowcount == 0:
                return None
            row = await (await connection.execute(_BEGIN, values)).fetchone()
        if row is None:
            raise TooManyUploadsError
        return PartialUpload(**row)

    async def find(self, case_id: str, upload_id: str) -> PartialUpload | None:
        """An upload of this case that has not ended."""
        return await self._one(_FIND, {"case_id": case_id, "upload_id": upload_id})

    async def add(self, upload: PartialUpload, piece: str, size: int) -> PartialUpload | None:
        """Adds a stored piece; None if the upload has gone on from there, or has ended, in the meantime."""
        return await self._one(_ADD, {**_ids(upload), "offset": upload.received, "piece": piece, "size": size})

    async def claim(self, upload: PartialUpload) -> PartialUpload | None:
        """The upload as it stands, for one to make a document of it until `release`. None if another has it, or what
        became of it is known by now."""
        return await self._one(_CLAIM, {**_ids(upload), "claim": CLAIM})

    async def release(self, upload: PartialUpload) -> None:
        await self._do(_RELEASE, _ids(upload))

    async def become(self, upload: PartialUpload, document: CaseDocument) -> PartialUpload | None:
        """Notes what the upload became, unless that is known: the first word is the last. None if it has ended or
        was refused."""
        return await self._one(_BECOME, {**_ids(upload), "document": document.model_dump_json()})

    async def taken(self, upload: PartialUpload) -> None:
        """Notes that the case has the document."""
        await self._do(_TAKEN, _ids(upload))

    async def refuse(self, upload: PartialUpload, refusal: UploadRefusal) -> None:
        """Notes why the case will never have a document of it."""
        await self._do(_REFUSE, {**_ids(upload), "refusal": refusal.model_dump_json()})

    async def end(self, upload: PartialUpload) -> None:
        """From now on nobody finds it."""
        await self._do(_END, _ids(upload))

    async def ended(self, at_most: int) -> list[PartialUpload]:
        """Uploads for which nothing can still be written. Nobody else gets them for a while."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_TAKE_UP_ENDED, {"try_again": TRY_AGAIN, "at_most": at_most})
            return [PartialUpload(**row) for row in await cursor.fetchall()]

    async def forget(self, upload: PartialUpload) -> None:
        await self._do(_FORGET, _ids(upload))

    async def _one(self, statement: str, values: Mapping[str, object]) -> PartialUpload | None:
        async with self._pool.connection() as connection:
            row: DictRow | None = await (await connection.execute(statement.encode(), values)).fetchone()
        return PartialUpload(**row) if row else None

    async def _do(self, statement: str, values: Mapping[str, object]) -> None:
        async with self._pool.connection() as connection:
            await connection.execute(statement.encode(), values)


def _ids(upload: PartialUpload) -> dict[str, object]:
    return {"case_id": upload.case_id, "upload_id": upload.upload_id}
