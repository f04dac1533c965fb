"""GET /api/portal/{token}/documents/{document_id}/check: whether a document can be read, and is what was asked for."""

from starlette.requests import Request
from starlette.responses import Response

from domain.current_documents import current_documents
from domain.document_kind import kind_of, types_asked_for
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.document_checks import REST, LookFailedError
from gateway.portal.grant import granted_case
from gateway.problems import ApiError
from gateway.services import Services, services
from schemas.case import CaseRecord
from schemas.documents import CaseDocument, CheckedDocument
from schemas.portal_api import DocumentCheck, DocumentCheckPending


async def check_document(request: Request) -> Response:
    """What the case knows already, else what a look at the document finds; 202 as long as that takes."""
    case_id = await granted_case(request)
    found = services(request)
    record = (await read_case(found, case_id)).record
    document = _document(record, request.path_params["document_id"])
    checked = _known(record, document) or await _looked_at(found, record, document)
    if checked is None:
        return json_answer(DocumentCheckPending(document_id=document.document_id), status_code=202)
    return json_answer(_answer(record, document, checked))


def _document(record: CaseRecord, document_id: str) -> CaseDocument:
    for document in record.documents:
        if document.document_id == document_id:
            return document
    raise ApiError("document_not_found", f"document_id: this case has no document {document_id!r}", "document_id")


async def _looked_at(found: Services, record: CaseRecord, document: CaseDocument) -> CheckedDocument | None:
    """What a look finds; None if nobody has said so yet. A document that counts no more is not worth one."""
    if document not in current_documents(record):
        raise ApiError("wrong_state", f"a newer document has replaced {document.document_id}")
    try:
        return await found.document_checks.look(record, document)
    except LookFailedError as error:
        detail = "this document could not be looked at now; go on without, it is looked at after you have submitted"
        raise ApiError("worker_unavailable", detail, retry_after=int(REST.total_seconds())) from error


def _known(record: CaseRecord, document: CaseDocument) -> CheckedDocument | None:
    """What an investigation has found out; None if none has looked at this document, or not at all of it."""
    document_id = document.document_id
    result = next((item for item in record.validation_results if item.document_id == document_id), None)
    if result is not None and not result.valid:
        return CheckedDocument(document_id=document_id, problem=result.problem)
    reading = next((item for item in record.readings if item.document_id == document_id), None)
    return CheckedDocument(document_id=document_id, document_type=reading.document_type) if reading else None


def _answer(record: CaseRecord, document: CaseDocument, checked: CheckedDocument) -> DocumentCheck:
    return DocumentCheck(
        document_id=document.document_id,
        readable=checked.problem is None,
        problem=checked.problem,
        kind=kind_of(types_asked_for(record, document), checked.document_type),
        document_type=checked.document_type,
    )
