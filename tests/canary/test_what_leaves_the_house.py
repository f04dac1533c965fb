"""Of all texts of a case only those on the list below leave the house: in packages, in their archives, in hand-off
reports, on the page of the case file, in the portal, in the answers and the events of the integration API."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pypdfium2
import pytest
from pydantic import JsonValue

from activities.reports.handoff import typeset_handoff
from domain.evidence import evidence_of
from domain.handoff import DETAILS, FACTS, RAW_SOURCES, handoff_of
from domain.portal_language import PORTAL_LANGUAGES
from domain.published_events import publications_of
from gateway.case_file.page import case_file_page
from gateway.integration.view import integration_case
from gateway.portal.view import portal_case
from runtime.integration_cases import PublishedCase
from runtime.object_store import StoredObject
from runtime.package_archive import About, make_archive
from runtime.package_contents import Stored, package_files
from schemas.case import CaseRecord, ReportRef
from schemas.events import CaseEvent
from schemas.handoff import Handoff, LinkedDocument, LinkedReport, Package
from schemas.published_events import PublishedEvent
from schemas.status import CaseStatus
from tests.canary.planting import CANARY, Planting
from tests.example_cases import BRAND, NOW, a_state
from tests.handed_over_cases import (
    BANK_STATEMENT,
    CERTIFICATE,
    CERTIFICATE_PAGE,
    OLD_STATEMENT,
    STATEMENT_PAGE,
    a_handed_over_case,
    a_published_event,
)
from tests.runtime.packages import StreamingStore

SHOWN = [
    # The case itself, and what the system that opened it said.
    r"opening\.(case_id|organisation)",
    r"opening\.company\..*",
    r"opening\.session\.(external_case_id|external_applicant_id|external_customer_id|trace_id)",
    r"opening\.template\..*",
    # What the customer uploaded, was asked and answered.
    r"documents\.\*\.(document_id|filename|requirement_id|sha256)",
    r"validation_results\.\*\.(document_id|requirement_id|filename|message)",
    r"follow_up_tasks\.\*\.(task_id|description|document_type)",
    r"submissions\.\*\..*",
    # What was read in the documents.
    r"readings\.\*\.document_id",
    rf"readings\.\*\.candidates\.\*\.(candidate_id|value_raw|value_normalized|details\.({'|'.join(sorted(DETAILS))}))",
    r"readings\.\*\.candidates\.\*\.evidence\..*",
    # What registers state of the company, of these facts only.
    rf"sources\.(kbo|vies|website)\.facts\.({'|'.join(FACTS)})\.(value|details\.({'|'.join(sorted(DETAILS))}))",
    # The hand-off report's own hash.
    r"handoff_report\.sha256",
]
"""Adding to it is a decision about confidentiality (AMLR Art. 73)."""

JOINS = [
    r"documents\.\*\.object_key",
    r"(report|handoff_report)\..*",
    r"sources\.\w+\.object_key",
    r"fact_decisions\.\w+\.(value|source)",
    r"candidate_decisions\.\*\.candidate_id",
    r"resolutions\.\*\.(discrepancy_id|fingerprint)",
]
"""What other members refer to. It stays, so that the case hangs together as a real one does."""

PUBLIC_EVENT_MEMBERS = {"document_id", "requirement_id", "filename", "sha256", "format", "task_id"}
"""Texts of audit events that published events repeat."""

HANDED_OVER = ("evidence/vies/", "evidence/kept.json")
"""Of the sources of the planted case only VIES gives no more than who a company is."""

PDF_BYTES = b"%PDF-1.7 the hand-off report"


class House:
    """A planted case, and what comes out of the house of it."""

    def __init__(self, status: CaseStatus) -> None:
        self.planting = Planting([*SHOWN, *JOINS])
        report = ReportRef(
            object_key="case_a1b2c3d4e5f6/reports/handoff.pdf",
            sha256=hashlib.sha256(PDF_BYTES).hexdigest(),
            file_size=len(PDF_BYTES),
            generated_at=NOW,
        )
        self.record = self.planting.plant(
            a_handed_over_case(status).model_copy(update={"handoff_report": report})
        ).model_copy(update={"handoff_report": report})
        self.handoff = handoff_of(self.record, NOW)
        self.events = tuple(published(self.record, status))

    @property
    def package(self) -> Package:
        documents = tuple(LinkedDocument(**dict(item), url="https://kyb.example/f") for item in self.handoff.documents)
        report = LinkedReport(sha256="0" * 64, file_size=1, url="https://kyb.example/r")
        changes = {
            "documents": documents,
            "report": report,
            "case_file_url": "https://kyb.example",
            "generated_at": NOW,
        }
        return Package.model_validate({**dict(self.handoff), **changes})


@pytest.fixture(scope="module", params=[CaseStatus.APPROVED, CaseStatus.REJECTED, CaseStatus.ESCALATED])
def house(request: pytest.FixtureRequest) -> House:
    return House(request.param)


def published(record: CaseRecord, status: CaseStatus) -> Iterator[PublishedEvent]:
    told = [each for event in a_state(status).outbox for each in publications_of(record, with_canaries(event))]
    yield from (a_published_event(each, cursor) for cursor, each in enumerate(told, start=1))


def with_canaries(event: CaseEvent) -> CaseEvent:
    """The event with a canary wherever somebody wrote something, and one in each object that has no such text."""
    actor = event.actor.model_copy(update={"id": f"{CANARY}-actor"})
    data: Any = worded(dict(event.data))
    return event.model_copy(update={"actor": actor, "data": data})


def worded(value: JsonValue, name: str = "") -> JsonValue:
    if isinstance(value, dict):
        return {**{key: worded(item, key) for key, item in value.items()}, "unheard_of": f"{CANARY}-new"}
    if isinstance(value, list):
        return [worded(item, name) for item in value]
    is_word = isinstance(value, str) and (" " in value or name in ("reason", "notes", "message"))
    return f"{CANARY}-{name}" if is_word and name not in PUBLIC_EVENT_MEMBERS else value


def leaked(house: House, *texts: str) -> set[str]:
    """The places whose texts came out, and any canary of an event."""
    text = "\n".join(texts)
    return house.planting.places_in(text) | set(re.findall(rf"{CANARY}-\w+", text))


def test_what_officers_wrote_is_planted(house: House) -> None:
    """Or nothing below would mean anything."""
    assert house.planting.places >= {
        "candidate_decisions.*.actor.id",
        "candidate_decisions.*.reason",
        "decisions.*.actor.id",
        "decisions.*.reason",
        "fact_decisions.legal_form.actor.id",
        "fact_decisions.legal_form.reason",
        "generated_tasks.*.description",
        "generated_tasks.*.justification",
        "investigation_results.*.discrepancies.*.description",
        "investigation_results.*.discrepancies.*.resolution.reason",
        "investigation_results.*.discrepancies.*.sides.*.value",
        "investigation_results.*.findings.*.description",
        "investigation_results.*.red_flags.*.explanation",
        "investigation_results.*.red_flags.*.title",
        "investigation_results.*.risk_terms.*.explanation",
        "investigation_results.*.summary",
        "mcc_classification.reasons.*",
        "mcc_classification.risk_flags.*",
        "mcc_decision.actor.id",
        "mcc_decision.notes",
        "mcc_notes",
        "opening.additional_data.note",
        "opening.opened_by.id",
        "opening.portal_token",
        "resolutions.*.actor.id",
        "resolutions.*.reason",
        "screening_decisions.*.actor.id",
        "screening_decisions.*.entry",
        "screening_decisions.*.lists.*",
        "screening_decisions.*.reason",
        "screening_decisions.*.subject",
        "sources.kbo.facts.director.details.deceased",
        "sources.kbo.facts.registry_flag.value",
        "sources.kbo.recorded_by",
        "sources.screening.facts.screening_match.value",
        "sources.withholding.recorded_by",
        "tasks_reasoning",
    }


def test_what_may_be_shown_is_shown(house: House) -> None:
    """The planted case is handed over like any other: its values, quotes and documents are there."""
    text = house.package.model_dump_json()

    for told in ("Acme Trading", "3 februari 2023", "BE68539007547034", "statuten <acme>.pdf", "onboarding-4711"):
        assert told in text


def test_nothing_else_is_in_the_package(house: House) -> None:
    assert not leaked(house, house.package.model_dump_json())


def test_nothing_else_is_on_the_page_of_the_case_file(house: House) -> None:
    assert not leaked(house, case_file_page(house.package, house.events))


def test_nothing_else_is_in_the_portal(house: House) -> None:
    for language in PORTAL_LANGUAGES:
        assert not leaked(house, portal_case(house.record, language, BRAND).model_dump_json())


def test_nothing_else_is_in_the_case_of_the_integration_api(house: House) -> None:
    assert not leaked(house, integration_case(PublishedCase(house.record, house.events)).model_dump_json())


def test_nothing_else_is_in_published_events(house: House) -> None:
    assert house.events
    assert not leaked(house, *(event.model_dump_json() for event in house.events))


def test_nothing_else_is_in_the_hand_off_report() -> None:
    house = House(CaseStatus.REJECTED)
    document = pypdfium2.PdfDocument(typeset_handoff(house.handoff))
    pages = [page.get_textpage().get_text_bounded().replace("\u200b", "") for page in document]
    attached = [document.get_attachment(0).get_data()]

    assert "3 februari 2023" in " ".join(pages)
    assert not leaked(
        house, *pages, *(bytes(data).decode() for data in attached), json.dumps(document.get_metadata_dict())
    )


async def test_nothing_else_is_in_any_file_of_the_archive(house: House) -> None:
    package = await archive_of(house)

    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        names = opened.namelist()
        texts = [opened.read(name).decode("utf-8", "replace") for name in names]
        kept = json.loads(opened.read("evidence/kept.json"))["kept_by_casewright"]
    assert any(name.startswith("evidence/vies/") for name in names)
    assert any(name.startswith("pages/") for name in names)
    assert not [name for name in names if name.startswith("evidence/") and not name.startswith(HANDED_OVER)]
    assert {item["source"] for item in kept} == {"kbo"}
    assert not leaked(house, *names, *texts, package.decode("latin-1"))


async def archive_of(house: House) -> bytes:
    """The archive over a store in which officers' objects lie beside the others, each with a canary in it."""
    objects = dict(stored_objects(house.record, house.handoff))
    record = hashed(house.record, objects)
    handoff = handoff_of(record, NOW)
    pages = [StoredObject(key, len(data), None) for key, data in objects.items() if "/pages/" in key]
    read = frozenset(reading.document_id for reading in record.readings)
    stored = Stored(record.documents, read, evidence_of((), record), pages, record.handoff_report)
    about = About(handoff.case_id, handoff.as_of, "Casewright of the tests")
    made = await make_archive(StreamingStore(objects), about, package_files(handoff, house.events, stored))
    assert not made.left_out
    return b"".join([chunk async for chunk in made.chunks()])


def hashed(record: CaseRecord, objects: Mapping[str, bytes]) -> CaseRecord:
    """The record with answers whose hashes are those of what lies in the store."""
    sources = {
        name: answer.model_copy(
            update={
                "data_hash": f"sha256:{hashlib.sha256(objects[answer.object_key]).hexdigest()}",
                "further": (),
                "facts": tuple(fact.model_copy(update={"data_hash": None}) for fact in answer.facts),
            }
        )
        if answer.object_key is not None and answer.object_key in objects
        else answer
        for name, answer in record.sources.items()
    }
    return record.model_copy(update={"sources": sources, "enrichment": None})


def stored_objects(record: CaseRecord, handoff: Handoff) -> Iterable[tuple[str, bytes]]:
    contents = {
        CERTIFICATE.document_id: b"%PDF-1.7 articles",
        OLD_STATEMENT.document_id: b"%PDF-1.7 an older statement",
        BANK_STATEMENT.document_id: b"%PDF-1.7 statement",
    }
    for document in record.documents:
        yield document.object_key, contents[document.document_id]
    for document, page in ((CERTIFICATE, CERTIFICATE_PAGE), (BANK_STATEMENT, STATEMENT_PAGE)):
        key = f"{handoff.case_id}/pages/{document.document_id}/page-0000"
        yield f"{key}.json", page.model_dump_json().encode()
        yield f"{key}.png", f"{CANARY}-picture".encode()
    for source, answer in record.sources.items():
        if answer.object_key is not None:
            canary = f" {CANARY}-{source}" if source not in RAW_SOURCES else ""
            yield answer.object_key, f"what {source} said{canary}".encode()
    assert record.handoff_report is not None
    yield record.handoff_report.object_key, PDF_BYTES
    yield f"{handoff.case_id}/reports/case-report.pdf", f"{CANARY}-report".encode()
