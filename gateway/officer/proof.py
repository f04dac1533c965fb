"""POST /api/cases/{id}/checks/withholding/proof: what an officer saw, as a file that becomes evidence."""

from io import BytesIO

import filetype
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from domain.stages import TERMINAL
from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.malware_gate import refuse_infected
from gateway.problems import ApiError
from gateway.requests import case_of
from gateway.services import services
from runtime.api_keys import Principal
from runtime.evidence_keeping import keep_evidence
from runtime.object_store import sha256_hex
from schemas.judgements_api import ProofStored
from schemas.sources import SourceName

MAX_PROOF_BYTES = 10 * 1024 * 1024
ACCEPTED = frozenset({"application/pdf", "image/png", "image/jpeg"})


@officers("write")
async def upload_withholding_proof(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    if (await read_case(services(request), case_id)).record.status in TERMINAL:
        raise ApiError("wrong_state", "the case is closed; nothing can be added to its evidence")
    async with request.form(max_files=1, max_fields=5) as form:
        upload = form.get("file")
        if not isinstance(upload, UploadFile):
            raise ApiError("file_missing", "file: send the proof as a multipart file named 'file'", "file")
        body = await upload.read(MAX_PROOF_BYTES + 1)
    kind = filetype.guess(body)
    if kind is None or kind.mime not in ACCEPTED or len(body) > MAX_PROOF_BYTES:
        raise ApiError("unsupported_proof", "file: send a PDF, a PNG or a JPEG of at most 10 MB", "file")
    await refuse_infected(services(request), case_id, BytesIO(body))
    key = await keep_evidence(services(request).store, case_id, SourceName.WITHHOLDING, body, kind.mime)
    stored = ProofStored(
        object_key=key, data_hash=f"sha256:{sha256_hex(body)}", file_size=len(body), media_type=kind.mime
    )
    return json_answer(stored, status_code=201)
