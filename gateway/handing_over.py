"""Reading what is handed over of a case, and making the links that open it."""

from datetime import UTC, datetime
from typing import NamedTuple

from domain.handoff import handoff_of
from gateway.case_reading import read_case
from gateway.services import Services
from runtime.signed_links import CaseFileGrant, FileGrant, case_file_links, file_links
from schemas.case import CaseRecord, ReportRef
from schemas.handoff import Handoff, HandoffReport, LinkedDocument, LinkedReport, Package
from schemas.published_events import LARGEST_PAGE, PublishedEvent

REPORT_NAME = "hand-off-report.pdf"


class HandoffReading(NamedTuple):
    handoff: Handoff
    events: tuple[PublishedEvent, ...]
    record: CaseRecord
    """Where the objects lie. Nothing else of it leaves the house."""


async def read_handoff(found: Services, case_id: str) -> HandoffReading:
    """ApiError 404 if there is no such case."""
    record = (await read_case(found, case_id)).record
    events = await _events(found, case_id)
    report = record.handoff_report
    handoff = handoff_of(record).model_copy(
        update={
            "report": HandoffReport(sha256=report.sha256, file_size=report.file_size) if report else None,
            "events_cursor": events[-1].cursor if events else 0,
        }
    )
    return HandoffReading(handoff, events, record)


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


async def _events(found: Services, case_id: str) -> tuple[PublishedEvent, ...]:
    """All of them: a case has some dozens."""
    events: list[PublishedEvent] = []
    more = True
    while more:
        page = await found.published_events.of_case(case_id, events[-1].cursor if events else 0, LARGEST_PAGE)
        events += page.events
        more = page.has_more
    return tuple(events)


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
