"""/api/portal/{token}/uploads: a document in pieces, by tus 1.0 with creation, expiration and termination.

Each piece is spooled to disk, stored as an object and only then counted. When a connection breaks within a piece or
takes too long, what has arrived of it is kept. The piece that completes an upload is answered as if the whole file had
been sent at once.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from tempfile import TemporaryFile
from typing import BinaryIO

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.portal.completed_upload import clear, taken_document
from gateway.portal.grant import granted_case, unknown_link
from gateway.portal.received_file import refuse_unless_wanted, uploaded
from gateway.portal.upload_headers import (
    PIECE_MEDIA_TYPE,
    WHAT_IS_SPOKEN,
    headers_of_state,
    length_of_upload,
    metadata_of_upload,
    refuse_other_media_type,
    refuse_other_version,
    whole_number_in,
)
from gateway.problems import ApiError
from gateway.refusals import refusal_response
from gateway.services import Services, services
from runtime.partial_uploads import TooManyUploadsError, folder_of, new_piece_of
from schemas.uploads import (
    BEGUN_AT_MOST,
    MAX_PIECE_BYTES,
    PIECE_ARRIVES_WITHIN,
    PIECES_AT_MOST,
    UNFINISHED_AT_MOST,
    PartialUpload,
    UploadState,
)

Handler = Callable[[Request], Awaitable[Response]]


def speaking_tus(handler: Handler) -> Handler:
    """Refuses other versions of it than ours."""

    @wraps(handler)
    async def answer(request: Request) -> Response:
        refuse_other_version(request)
        return await handler(request)

    return answer


async def upload_options(request: Request) -> Response:
    """What a client may expect here, whoever asks."""
    return Response(status_code=204, headers=WHAT_IS_SPOKEN)


@speaking_tus
async def begin_upload(request: Request) -> Response:
    case_id = await granted_case(request)
    length, metadata = length_of_upload(request), metadata_of_upload(request)
    requirement_id = metadata.get("requirement_id", "")
    refuse_unless_wanted((await read_case(services(request), case_id)).record, requirement_id)
    try:
        upload = await services(request).uploads.begin(case_id, requirement_id, metadata.get("filename"), length)
    except TooManyUploadsError as error:
        raise ApiError(
            "too_many_uploads",
            f"{UNFINISHED_AT_MOST} uploads have begun and not ended, or {BEGUN_AT_MOST} have begun within a day; "
            "finish or give up one of them first, or go on tomorrow",
        ) from error
    if upload is None:
        raise unknown_link()
    answer = _state(upload, 201)
    answer.headers["Location"] = f"/api/portal/{request.path_params['token']}/uploads/{upload.upload_id}"
    return answer


@speaking_tus
async def upload_state(request: Request) -> Response:
    """Also answers HEAD, which is what tus asks with."""
    return _state(await _upload_of(request))


@speaking_tus
async def continue_upload(request: Request) -> Response:
    refuse_other_media_type(request)
    upload, offset = await _upload_of(request), whole_number_in(request, "Upload-Offset")
    if upload.whole:
        return await _repeated(request, upload, offset)
    if offset != upload.received:
        return _conflict(request, upload)
    if len(upload.pieces) >= PIECES_AT_MOST:
        raise ApiError("too_many_uploads", "this upload came in too many pieces; begin it anew with larger ones")
    with TemporaryFile() as piece:
        size, unbroken = await _arriving(request, piece, upload.length - offset)
        known = await _added(request, offset, piece, size) if size else upload
    if known is None:
        return _conflict(request, await _upload_of(request))
    if unbroken and known.whole:
        return await _completed(services(request), known)
    return Response(status_code=204, headers=headers_of_state(known))


@speaking_tus
async def give_up_upload(request: Request) -> Response:
    upload = await _upload_of(request)
    await services(request).uploads.end(upload)
    await clear(services(request), upload)
    return Response(status_code=204)


async def _upload_of(request: Request) -> PartialUpload:
    case_id = await granted_case(request)
    upload = await services(request).uploads.find(case_id, request.path_params["upload_id"])
    if upload is None:
        raise ApiError("upload_not_found", "there is no such upload, or it has ended; begin the upload anew")
    return upload


async def _arriving(request: Request, piece: BinaryIO, most: int) -> tuple[int, bool]:
    """Writes what the request brings into the file: how many bytes, and whether the connection lasted to their end."""
    size = 0
    try:
        async with asyncio.timeout(PIECE_ARRIVES_WITHIN.total_seconds()):
            async for chunk in request.stream():
                size += len(chunk)
                if size > most:
                    raise ApiError("body_too_large", f"no more than {most} bytes are taken here; send less")
                piece.write(chunk)
    except (ClientDisconnect, TimeoutError):
        return size, False
    return size, True


async def _added(request: Request, offset: int, piece: BinaryIO, size: int) -> PartialUpload | None:
    """The upload with this piece, once it is stored; None if another was quicker.

    The upload is looked up again. While the piece travelled, it may have ended or its case been deleted: then nothing
    may be stored any more.
    """
    upload, found = await _upload_of(request), services(request)
    if upload.received != offset:
        return None
    name = new_piece_of(upload)
    piece.seek(0)
    await found.store.put_file(f"{folder_of(upload)}{name}", piece, size, PIECE_MEDIA_TYPE)
    return await found.uploads.add(upload, name, size)


async def _repeated(request: Request, upload: PartialUpload, offset: int) -> Response:
    """Where all bytes are here, a request that ends where they end repeats what completed the upload: perhaps its
    answer was lost, or something was away. Nothing of its body is needed."""
    with TemporaryFile() as dropped:
        size, _ = await _arriving(request, dropped, MAX_PIECE_BYTES)
    if offset + size != upload.length:
        return _conflict(request, upload)
    return await _completed(services(request), upload)


async def _completed(found: Services, upload: PartialUpload) -> Response:
    answer = await taken_document(found, upload)
    answer.headers.update(headers_of_state(upload))
    return answer


def _state(upload: PartialUpload, status_code: int = 200) -> Response:
    state = UploadState(
        upload_id=upload.upload_id,
        requirement_id=upload.requirement_id,
        offset=upload.received,
        length=upload.length,
        expires_at=upload.expires_at,
        document=uploaded(upload.document) if upload.document else None,
    )
    answer = json_answer(state, status_code=status_code)
    answer.headers.update(headers_of_state(upload))
    return answer


def _conflict(request: Request, upload: PartialUpload) -> Response:
    """Says where the upload stands, so that the client can go on from there without asking."""
    detail = f"Upload-Offset: {upload.received} bytes are here; go on from there"
    answer = refusal_response(request, ApiError("upload_offset_conflict", detail, "Upload-Offset"))
    answer.headers.update(headers_of_state(upload))
    return answer
