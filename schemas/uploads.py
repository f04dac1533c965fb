"""Uploads that come in pieces, so that a lost connection costs a piece and not the whole document."""

from datetime import datetime, timedelta

from schemas.documents import CaseDocument
from schemas.errors import ErrorCode
from schemas.frozen import Frozen
from schemas.portal_api import DocumentUploaded

MAX_PIECE_BYTES = 5 * 1024 * 1024
"""Of one request. Memory and a broken connection are then bounded, and 20 MB are still few requests."""
PIECE_ARRIVES_WITHIN = timedelta(minutes=5)
"""What has arrived of a piece by then is kept, as if the connection had broken: perhaps it has, and nobody noticed."""
UNFINISHED_AT_MOST = 20
"""Of one case at a time."""
BEGUN_AT_MOST = 500
"""Of one case in 24 hours, however they ended."""
PIECES_AT_MOST = 500
"""Of one upload: enough for 20 MB in pieces of 64 KB with many a broken connection, far too few for single bytes."""


class UploadRefusal(Frozen):
    """Why an upload can never become a document of its case."""

    code: ErrorCode
    detail: str
    field: str | None


class PartialUpload(Frozen):
    """An upload as it is on record. All its bytes are here when `received` is `length`."""

    case_id: str
    upload_id: str
    requirement_id: str
    filename: str | None
    length: int
    received: int
    pieces: tuple[str, ...]
    """The names of the objects that hold what was received, in order."""
    expires_at: datetime
    document: CaseDocument | None
    """What it became, from the moment it was judged and stored; the case is told of this and nothing else."""
    taken: bool
    """Whether the case has said that it has the document."""
    refusal: UploadRefusal | None
    """Why it became none. Whoever asks again is told again."""

    @property
    def whole(self) -> bool:
        return self.received == self.length


class UploadState(Frozen):
    """How far an upload has come, as the customer sees it."""

    upload_id: str
    requirement_id: str
    offset: int
    """How many bytes are here; the next piece begins there."""
    length: int
    expires_at: datetime
    document: DocumentUploaded | None
    """What it became; null until all bytes are here and were found to be a document."""
