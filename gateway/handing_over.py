"""Reading what other systems may know of a case, and making the links that open what is handed over.

It is read from Postgres, the case and its published events in one transaction, and never from the workflow, which may
be ahead: what a case says and what its events say is then always the same story.
"""

from datetime import UTC, datetime
from typing import NamedTuple

from domain.handoff import handoff_of
from gateway.problems import ApiError
from gateway.services import Services
from runtime.integration_cases import PublishedCase
from runtime.signed_links import CaseFileGrant, FileGrant, case_file_links, file_links
from schemas.case import CaseRecord, ReportRef
from schemas.handoff import Handoff, HandoffReport, LinkedDocument, LinkedReport, Package
from schemas.published_events import PublishedEvent

REPORT_NAME = "hand-off-report.pdf"


class HandoffReading(NamedTuple):
    handoff: Handoff
    events: tuple[PublishedEvent, ...]
    record: CaseRecord
    """Where the objects lie. Nothing else of it leaves the house."""


async def read_published(found: Services, case_id: str) -> PublishedCase:
    """ApiError 404 if there is no such case."""
    case = await found.integration_cases.published(case_id)
    if case is None:
        raise ApiError("case_not_found", f"there is no case {case_id!r}")
    return case


async def read_handoff(found: Services, case_id: str) -> HandoffReading:
    """ApiError 404 if there is no such case."""
    case = await read_published(found, case_id)
    report = case.record.handoff_report
    handoff = handoff_of(case.record, case.changed_at).model_copy(
        update={
            "report": HandoffReport(sha256=report.sha256, file_size=report.file_size) if report else None,
            "events_cursor": case.version,
        }
    )
    return HandoffReading(handoff, case.events, case.record)


def with_links(found: Services, reading: HandoffReading, key_id: str) -> Package:
    """The hand-off with the links to its files, and to its page for whoever holds this key."""
    handoff, record = reading.handoff, reading.record
    grant = CaseFileGrant(case_id=handoff.case_id, organisation=handoff.org_id, key_id=key_id)
    token = case_file_links(found.settings.secret).token(grant)
    keys = {document.document_id: document.object_key for document in record.documents}
    return Package.model_validate(
        {
            **dict(handoff),
            "documents": tuple(
                LinkedDocument(
                    **dict(document),
                    url=_file_url(
                        found,
                        FileGrant(
                            case_id=handoff.case_id,
                            object_key=keys[document.document_id],
                            sha256=document.sha256,
                            file_size=document.file_size,
                            filename=document.filename,
                            media_type=document.media_type,
                        ),
                    ),
                )
                for document in handoff.documents
            ),
            "report": _linked_report(found, handoff.case_id, record.handoff_report),
            "case_file_url": f"{_root(found)}/case-file/{handoff.case_id}?token={token}",
            "generated_at": datetime.now(UTC),
        }
    )


def _linked_report(found: Services, case_id: str, report: ReportRef | None) -> LinkedReport | None:
    if report is None:
        return None
    grant = FileGrant(
        case_id=case_id,
        object_key=report.object_key,
        sha256=report.sha256,
        file_size=report.file_size,
        filename=f"{case_id}-{REPORT_NAME}",
        media_type="application/pdf",
    )
    return LinkedReport(sha256=report.sha256, file_size=report.file_size, url=_file_url(found, grant))


def _file_url(found: Services, grant: FileGrant) -> str:
    return f"{_root(found)}/api/v1/files/{file_links(found.settings.secret).token(grant)}"


def _root(found: Services) -> str:
    return found.settings.public_url.rstrip("/")
