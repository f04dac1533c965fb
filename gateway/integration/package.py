"""GET /api/v1/cases/{caseId}/package and package.zip: the decision-ready hand-off, and the files its links open."""

import hashlib
from collections.abc import AsyncIterator

import structlog
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from domain.evidence import evidence_of
from gateway.answers import json_answer
from gateway.handing_over import HandoffReading, read_handoff, with_links
from gateway.integration.access import case_for, systems
from gateway.officer.documents import attachment
from gateway.problems import ApiError
from gateway.services import Services, services
from runtime.evidence_objects import ObjectReader, hash_of_object
from runtime.object_store import ObjectNotFoundError
from runtime.package_archive import About, ObjectChangedError, PackageArchive, PackageTooLargeError, make_archive
from runtime.package_contents import Stored, package_files
from runtime.signed_links import AlteredLinkError, ExpiredLinkError, FileGrant, file_links
from schemas.integration_keys import IntegrationKey
from schemas.version import VERSION

log = structlog.stdlib.get_logger()

HASH_HEADER = "Casewright-Package-Hash"
LEFT_OUT_HEADER = "Casewright-Package-Left-Out"
SANDBOX = "sandbox; default-src 'none'"


@systems("cases:read")
async def case_package(request: Request, key: IntegrationKey) -> Response:
    case_id, found = await case_for(request, key), services(request)
    return json_answer(with_links(found, await read_handoff(found, case_id), key.key_id))


@systems("cases:read")
async def case_package_archive(request: Request, key: IntegrationKey) -> Response:
    return await archive_of(services(request), await case_for(request, key))


async def archive_of(found: Services, case_id: str) -> Response:
    """The package of a case with its files, for whoever may have it. ApiError 413 if it is too large for one."""
    made = await _archive(found, await read_handoff(found, case_id))
    log.info("package handed over", case_id=case_id, root_hash=made.root_hash, left_out=len(made.left_out))
    return StreamingResponse(
        made.chunks(),
        media_type="application/zip",
        headers={
            "Content-Disposition": attachment(f"{case_id}-package.zip"),
            "Content-Length": str(made.size),
            HASH_HEADER: f"sha256:{made.root_hash}",
            LEFT_OUT_HEADER: str(len(made.left_out)),
        },
    )


async def linked_file(request: Request) -> Response:
    """The file that a signed link opens. Whoever holds the link may have it, and nothing but what was recorded."""
    found, grant = services(request), _grant(request)
    try:
        stored_hash = await hash_of_object(found.store, grant.object_key)
    except ObjectNotFoundError as error:
        raise ApiError("not_found", "the file that this link opened is no longer there") from error
    if stored_hash != f"sha256:{grant.sha256}":
        log.error("a linked file is not what was recorded", case_id=grant.case_id, object_key=grant.object_key)
        raise ApiError(
            "file_altered", "the file is not as it was recorded; it is not given out, and its keeper must know"
        )
    return StreamingResponse(
        as_recorded(found.store, grant),
        media_type=grant.media_type,
        headers={
            "Content-Disposition": attachment(grant.filename),
            "Content-Length": str(grant.file_size),
            "Content-Security-Policy": SANDBOX,
        },
    )


async def _archive(found: Services, reading: HandoffReading) -> PackageArchive:
    handoff, record = reading.handoff, reading.record
    stored = Stored(
        documents=record.documents,
        read=frozenset(reading.document_id for reading in record.readings),
        evidence=evidence_of((), record),
        pages=await found.store.list(f"{handoff.case_id}/pages/"),
        report=record.handoff_report,
    )
    about = About(handoff.case_id, handoff.as_of, f"Casewright {VERSION}")
    try:
        return await make_archive(found.store, about, package_files(handoff, reading.events, stored))
    except PackageTooLargeError as error:
        raise ApiError(
            "package_too_large", f"this case is too large for one archive ({error}); fetch its files by their links"
        ) from error


def _grant(request: Request) -> FileGrant:
    try:
        return file_links(services(request).settings.secret).open(request.path_params["token"])
    except ExpiredLinkError as error:
        raise ApiError("link_expired", "this link has expired; read the package again for a new one") from error
    except AlteredLinkError as error:
        raise ApiError("not_found", "this link opens nothing; read the package again for a new one") from error


async def as_recorded(store: ObjectReader, grant: FileGrant) -> AsyncIterator[bytes]:
    """The file, hashed once more on its way out. The last chunk waits for the hash: whoever gets all bytes got the ones
    on record. Raises ObjectChangedError."""
    digest, held = hashlib.sha256(), b""
    async for chunk in store.stream(grant.object_key):
        digest.update(chunk)
        if held:
            yield held
        held = chunk
    if digest.hexdigest() != grant.sha256:
        raise ObjectChangedError(grant.object_key)
    yield held
