"""GET /api/cases/{id}/evidence: every answer of every source, down to its bytes, hashed again while they are read."""

from urllib.parse import quote

import structlog
from pydantic import JsonValue
from pydantic_core import from_json
from starlette.requests import Request
from starlette.responses import Response

from domain.evidence import bundle_hash, evidence_id, evidence_of
from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.requests import case_of
from gateway.services import services
from runtime.api_keys import Principal
from runtime.evidence_objects import EvidenceReading, KeepLimits, read_evidence
from schemas.evidence_chain import EvidenceChain, EvidenceItem, EvidenceProblem, EvidenceRow, Omission, RawDataLimits
from schemas.sources import SOURCE_LABELS

log = structlog.stdlib.get_logger()

LIMITS = KeepLimits(item_bytes=1024 * 1024, total_bytes=8 * 1024 * 1024)
"""What is shown in the answer itself; everything can be downloaded."""


@officers("read")
async def evidence_chain(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    found = services(request)
    record = (await read_case(found, case_id)).record
    rows = evidence_of(await found.evidence.of_case(case_id), record)
    readings = await read_evidence(found.store, [row.object_key for row in rows], LIMITS)
    items = tuple(_item(case_id, row, reading) for row, reading in zip(rows, readings, strict=True))
    chain = EvidenceChain(
        case_id=case_id,
        environment=record.opening.environment,
        evidence=items,
        bundle_hash=bundle_hash({item.id: item.data_hash for item in items}),
        verified=all(item.verified for item in items),
        raw_data_limits=RawDataLimits(item_bytes=LIMITS.item_bytes, total_bytes=LIMITS.total_bytes),
    )
    return json_answer(chain, version=record.version)


def _item(case_id: str, row: EvidenceRow, reading: EvidenceReading | None) -> EvidenceItem:
    problem = _problem(case_id, row, reading)
    raw_data, omitted = _raw_data(reading)
    return EvidenceItem(
        id=evidence_id(row.source, row.data_hash),
        source=SOURCE_LABELS[row.source],
        source_url=row.source_url,
        data_hash=row.data_hash,
        collected_at=row.collected_at,
        environment=row.environment,
        verified=problem is None,
        problem=problem,
        stored_hash=reading.data_hash if reading and reading.data_hash != row.data_hash else None,
        raw_data=raw_data,
        raw_data_omitted=omitted,
        media_type=reading.stored.media_type if reading else None,
        size=reading.stored.size if reading else None,
        storage=f"minio:{row.object_key}",
        download_url=f"/api/cases/{case_id}/documents/download?key={quote(row.object_key, safe='')}",
    )


def _problem(case_id: str, row: EvidenceRow, reading: EvidenceReading | None) -> EvidenceProblem | None:
    """What is wrong with the bytes. An officer sees it in the answer, an operator in the log."""
    problem: EvidenceProblem
    if reading is None:
        problem = "missing"
    elif reading.data_hash is None:
        problem = "too_large"
    elif reading.data_hash != row.data_hash:
        problem = "altered"
    else:
        return None
    log.error(
        "evidence is not what was collected",
        case_id=case_id,
        problem=problem,
        object_key=row.object_key,
        data_hash=row.data_hash,
        stored_hash=reading.data_hash if reading else None,
    )
    return problem


def _raw_data(reading: EvidenceReading | None) -> tuple[JsonValue, Omission | None]:
    """JSON as JSON, other text as a string; else None and why. Altered bytes are shown too, marked by `problem`."""
    if reading is None:
        return None, "missing"
    if reading.data is None:
        too_large = reading.data_hash is None or reading.stored.size > LIMITS.item_bytes
        return None, "too_large" if too_large else "total_limit"
    if "json" in (reading.stored.media_type or ""):
        try:
            parsed: JsonValue = from_json(reading.data, allow_inf_nan=False)
        except ValueError:
            pass  # what calls itself JSON and is not is shown as the text it is
        else:
            return parsed, None
    try:
        return reading.data.decode(), None
    except UnicodeDecodeError:
        return None, "not_text"
