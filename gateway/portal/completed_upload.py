"""An upload whose bytes are all here becomes a document, as one that was sent whole; and what is left of it goes.

Each step can be repeated, by one request at a time. As long as the case has not said that it has the document, nothing
of it is lost: whoever repeats the last request goes on where it failed. What is refused for good is thrown away, and
why is kept for whoever lost the answer.
"""

import asyncio
from contextlib import AbstractAsyncContextManager
from functools import partial
from http import HTTPStatus
from tempfile import TemporaryFile
from typing import BinaryIO

import structlog
from starlette.responses import Response

from gateway.answers import json_answer
from gateway.commanding import Sending
from gateway.now_and_again import described, now_and_again
from gateway.portal.grant import customer
from gateway.portal.received_file import ReceivedFile, stored_document, tell_document, uploaded
from gateway.problems import STATUS, ApiError
from gateway.services import Services
from runtime.object_store import ObjectStoreError
from runtime.partial_uploads import folder_of
from schemas.documents import CaseDocument
from schemas.uploads import PartialUpload, UploadRefusal

log = structlog.stdlib.get_logger()

AT_MOST = 100
"""Ended uploads that are taken up at once; others may meanwhile be taken up by another gateway."""


async def taken_document(found: Services, upload: PartialUpload) -> Response:
    """201 with the document once the case has it, 202 if no worker has said so in time; the same whenever asked."""
    if upload.refusal:
        raise ApiError(upload.refusal.code, upload.refusal.detail, upload.refusal.field)
    if upload.taken and upload.document:
        return json_answer(uploaded(upload.document), status_code=HTTPStatus.CREATED)
    claimed = await found.uploads.claim(upload)
    if claimed is None:
        raise ApiError("upload_busy", "another request is making a document of this upload; ask again shortly")
    try:
        return await _completed(found, claimed)
    finally:
        await found.uploads.release(claimed)


async def _completed(found: Services, upload: PartialUpload) -> Response:
    sending = Sending(upload.case_id, customer(upload.case_id), key=upload.upload_id)
    try:
        document = upload.document or await _document(found, upload)
        answer = await tell_document(found, sending, document)
    except ApiError as error:
        if STATUS[error.code] < HTTPStatus.INTERNAL_SERVER_ERROR:
            await found.uploads.refuse(upload, UploadRefusal(code=error.code, detail=error.detail, field=error.field))
            await clear(found, upload)
        raise
    if answer.status_code == HTTPStatus.CREATED:
        await found.uploads.taken(upload)
    await clear(found, upload)
    return answer


async def clear(found: Services, upload: PartialUpload) -> None:
    """Removes the pieces, which nobody needs any more. If that fails, it is done once the upload has expired."""
    try:
        await found.store.delete_prefix(folder_of(upload))
    except ObjectStoreError as error:
        log.warning("pieces of an upload are left for later", upload_id=upload.upload_id, **described(error))


def clearing_uploads(found: Services) -> AbstractAsyncContextManager[None]:
    """Clears ended uploads away, now and again for as long as the block lasts."""
    return now_and_again(partial(clear_ended_uploads, found), "ended uploads could not be cleared away")


async def clear_ended_uploads(found: Services) -> None:
    """Removes what is left of all of them. One that fails is tried again later, and keeps no other waiting."""
    taken_up = AT_MOST
    while taken_up == AT_MOST:
        uploads = await found.uploads.ended(AT_MOST)
        taken_up = len(uploads)
        for upload in uploads:
            await _clear_for_good(found, upload)


async def _clear_for_good(found: Services, upload: PartialUpload) -> None:
    try:
        await found.store.delete_prefix(folder_of(upload))
        await found.uploads.forget(upload)
    except ObjectStoreError as error:
        log.warning("an ended upload is not cleared away", upload_id=upload.upload_id, **described(error))


async def _document(found: Services, upload: PartialUpload) -> CaseDocument:
    """What the pieces make. If two make it after all, the first to say so decides, and both tell the case the same."""
    with TemporaryFile() as file:
        await _join(found, upload, file)
        received = ReceivedFile(upload.requirement_id, upload.filename, file)
        document = await stored_document(found, upload.case_id, received)
    known = await found.uploads.become(upload, document)
    if known is None or known.document is None:
        raise ApiError("upload_not_found", "the upload has ended; begin it anew")
    return known.document


async def _join(found: Services, upload: PartialUpload, file: BinaryIO) -> None:
    for name in upload.pieces:
        async for chunk in found.store.stream(f"{folder_of(upload)}{name}"):
            await asyncio.to_thread(file.write, chunk)
    if file.tell() != upload.length:
        raise ObjectStoreError(f"the pieces of {upload.upload_id} are {file.tell()} bytes and not {upload.length}")
