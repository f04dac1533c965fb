"""Documents of a case: what there is, the bytes, and the customer's answers that lie beside them."""

import json
from mimetypes import guess_type
from pathlib import PurePosixPath
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.problems import ApiError
from gateway.requests import case_of
from gateway.services import services
from runtime.api_keys import Principal
from runtime.object_store import ObjectNotFoundError, StoredObject
from runtime.partial_uploads import UPLOADS_FOLDER
from schemas.case import CaseRecord, Submission
from schemas.documents import MEDIA_TYPES, CaseDocument
from schemas.officer_api import CustomerResponses, DocumentItem, DocumentList, ResponseItem

SOURCES = ("customer", "all")


@officers("read")
async def list_documents(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    source = request.query_params.get("source", "customer")
    if source not in SOURCES:
        raise ApiError("invalid_parameter", f"source: expected one of {', '.join(SOURCES)}", "source")
    record = (await read_case(services(request), case_id)).record
    items = [customer_document(document) for document in record.documents]
    if source == "all":
        objects = await services(request).store.list(f"{case_id}/")
        items += _system_objects(record, objects)
    found = DocumentList(case_id=case_id, documents=tuple(items), total=len(items))
    return json_answer(found, version=record.version)


@officers("read")
async def download_document(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    key = request.query_params.get("key", "")
    if not key:
        raise ApiError("invalid_parameter", "key: give the minio_key of a document in the list", "key")
    _refuse_foreign(case_id, key)
    store = services(request).store
    try:
        found = await store.stat(key)
    except ObjectNotFoundError as error:
        raise ApiError("document_not_found", f"key: this case has no document {key!r}", "key") from error
    return StreamingResponse(
        store.stream(key),
        media_type=found.media_type or "application/octet-stream",
        headers={
            "Content-Disposition": attachment(PurePosixPath(key).name),
            "Content-Length": str(found.size),
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


@officers("read")
async def customer_responses(request: Request, principal: Principal) -> Response:
    """What the customer answered, from the `task_responses.json` of each iteration."""
    case_id = await case_of(request, principal)
    found, store = services(request), services(request).store
    record = (await read_case(found, case_id)).record
    items: list[ResponseItem] = []
    for stored in await store.list(f"{case_id}/iteration-"):
        if PurePosixPath(stored.key).name == "task_responses.json":
            content = json.loads(await store.get(stored.key))
            items += [_response(Submission.model_validate(item)) for item in content["submissions"]]
    items.sort(key=lambda item: item.submitted_at)
    return json_answer(CustomerResponses(case_id=case_id, responses=tuple(items)), version=record.version)


def customer_document(document: CaseDocument) -> DocumentItem:
    return DocumentItem(
        filename=document.filename,
        minio_key=document.object_key,
        file_size=document.file_size,
        content_type=MEDIA_TYPES[document.format],
        source="customer",
        uploaded_at=document.uploaded_at,
        document_id=document.document_id,
        requirement_id=document.requirement_id,
        iteration=document.iteration,
        sha256=document.sha256,
    )


def attachment(filename: str) -> str:
    """A Content-Disposition that no file name can break out of (RFC 6266)."""
    plain = "".join(
        character if character.isascii() and (character.isalnum() or character in "._-") else "_"
        for character in filename
    )
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"


def _refuse_foreign(case_id: str, key: str) -> None:
    """A key is constrained to the case's own folder, whatever its segments say, and to what was looked at."""
    segments = key.split("/")
    strange = "\\" in key or not key.isprintable()
    if strange or segments[0] != case_id or not {"", ".", "..", UPLOADS_FOLDER}.isdisjoint(segments):
        raise ApiError(
            "document_not_found", f"key: this case has no such document; its keys begin with {case_id}/", "key"
        )


def _system_objects(record: CaseRecord, objects: list[StoredObject]) -> list[DocumentItem]:
    case_id, uploaded = record.opening.case_id, {document.object_key for document in record.documents}
    return [
        DocumentItem(
            filename=PurePosixPath(item.key).name,
            minio_key=item.key,
            file_size=item.size,
            content_type=guess_type(item.key)[0] or "application/octet-stream",
            source="system",
            uploaded_at=item.last_modified or record.updated_at,
        )
        for item in objects
        if item.key not in uploaded and not item.key.startswith(f"{case_id}/{UPLOADS_FOLDER}/")
    ]


def _response(submission: Submission) -> ResponseItem:
    return ResponseItem(**submission.model_dump())
