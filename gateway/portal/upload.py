"""POST /api/portal/{token}/documents: one file for one requirement, sent whole and spooled to disk."""

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from gateway.portal.grant import from_customer, granted_case
from gateway.portal.received_file import ReceivedFile, stored_document, tell_document
from gateway.problems import ApiError
from gateway.services import services


async def upload_document(request: Request) -> Response:
    case_id = await granted_case(request)
    async with request.form(max_files=2, max_fields=10) as form:
        upload, requirement_id = form.get("file"), form.get("requirement_id")
        if not isinstance(upload, UploadFile):
            raise ApiError("file_missing", "file: send the document as a multipart file named 'file'", "file")
        if not isinstance(requirement_id, str) or not requirement_id:
            raise ApiError("unknown_requirement", "requirement_id: say what the document is for", "requirement_id")
        file = ReceivedFile(requirement_id, upload.filename, upload.file)
        document = await stored_document(services(request), case_id, file)
    return await tell_document(services(request), from_customer(request, case_id), document)
