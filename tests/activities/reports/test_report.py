"""The report of a closed case: where it lies, what can be read in it, and what never is."""

import json
import re
from collections.abc import Callable
from functools import partial
from typing import cast

import pypdfium2
import pytest
from pypdfium2 import raw
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.reports.report import ReportActivities
from activities.reports.request import ReportRequest
from activities.reports.sections import build_content
from activities.reports.typesetting import typeset
from runtime.case_records import CaseRecords
from runtime.object_store import sha256_hex
from schemas.case import CaseRecord, ReportRef
from schemas.events import CaseEvent, EventName
from schemas.status import CaseStatus
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.reports import sample_cases
from tests.activities.reports.sample_case_parts import CASE_ID, OFFICER, later


class AuditLog:
    """The audit log of one case, in place of the one in Postgres."""

    def __init__(self, *events: CaseEvent) -> None:
        self._events = events

    async def events(self, case_id: str) -> list[CaseEvent]:
        return list(self._events)


async def generate(record: CaseRecord, store: MemoryStore, *events: CaseEvent) -> ReportRef:
    activities = ReportActivities(cast(CaseRecords, AuditLog(*events)), store.as_store())
    return await ActivityEnvironment().run(activities.generate_report, record)


def pages(request: ReportRequest) -> list[str]:
    """The text of each page as a reader copies it, without the invisible places to break a word at."""
    document = pypdfium2.PdfDocument(typeset(request))
    return [page.get_textpage().get_text_bounded().replace("\u200b", "") for page in document]


def text_of(request: ReportRequest) -> str:
    """All text on one line: where lines end is no part of what is said."""
    return " ".join(" ".join(pages(request)).split())


def metadata(pdf: bytes) -> dict[str, str]:
    return cast(dict[str, str], pypdfium2.PdfDocument(pdf).get_metadata_dict())


def attachment(pdf: bytes) -> tuple[str, bytes]:
    attached = pypdfium2.PdfDocument(pdf).get_attachment(0)
    return attached.get_name(), bytes(attached.get_data())


async def test_the_report_lies_under_its_case_and_is_named_by_its_content() -> None:
    store, request = MemoryStore(), sample_cases.ordinary()

    reference = await generate(request.record, store, *request.events)

    (key, pdf), *others = store.objects.items()
    assert not others
    assert key == reference.object_key == f"{CASE_ID}/reports/case-report-{sha256_hex(pdf)[:12]}.pdf"
    assert (reference.sha256, reference.file_size) == (sha256_hex(pdf), len(pdf))
    assert store.media_types[key] == "application/pdf"


async def test_asking_again_gives_the_same_bytes_and_one_object() -> None:
    store, request = MemoryStore(), sample_cases.ordinary()

    first = await generate(request.record, store, *request.events)
    second = await generate(request.record, store, *request.events)

    assert first.object_key == second.object_key
    assert len(store.objects) == 1


async def test_a_command_refused_after_the_decision_does_not_make_another_report() -> None:
    store, request = MemoryStore(), sample_cases.ordinary()
    refused = CaseEvent(
        sequence=len(request.events) + 1,
        event=EventName.COMMAND_REFUSED,
        timestamp=later(days=9),
        actor=OFFICER,
    )

    before = await generate(request.record, store, *request.events)
    after = await generate(request.record, store, *request.events, refused)

    assert before.sha256 == after.sha256


@pytest.mark.parametrize("status", [CaseStatus.REVIEW_PENDING, CaseStatus.FAILED])
async def test_a_case_nobody_decided_has_no_report_and_is_not_tried_again(status: CaseStatus) -> None:
    record = sample_cases.ordinary().record.model_copy(update={"status": status})

    with pytest.raises(ApplicationError) as refusal:
        await generate(record, MemoryStore())

    assert refusal.value.non_retryable


def test_the_report_tells_everything_that_was_decided_found_asked_and_answered() -> None:
    text = text_of(sample_cases.ordinary())

    for told in (
        "Łukasiewicz & Ζωή Διεθνής Обмен NV",
        "Decided 2026-10-04 10:15:04 UTC by key_senior_1 (senior officer)",
        "The lease shows that the company moved to Schaarbeek in March 2026",
        "Two legal forms for one VAT number; above my limit.",
        "0.70",
        "Remote onboarding",
        "Conflict",
        "Agree",
        "Could not be checked",
        "5732 Electronics stores",
        "Damaged",
        "replaced by a later one",
        "Consumer electronics, to private customers. About 4 000 orders a month.",
        "Did the company move in 2026?",
        "Belgian law asks for it",
        "Enhanced due diligence mandatory. The score takes 6 judgements of officers into account.",
        "The score is at least 0.70 of the worst dimension, Customer with 0.62.",
        "A director is politically exposed",
        "AMLR (EU) 2024/1624, Art. 42; Belgian law of 18 September 2017, Art. 41",
        "Accepted as a variance 2026-10-02 13:15:04 UTC by key_officer_1 (officer)",
        "VIES still has the form from before the merger of 2019.",
        "Escalated 2026-10-02 14:15:04 UTC by key_officer_1 (officer) It still weighs.",
        "A side has changed since it was settled: verified, no issue",
        "go by this",
        "Chosen by key_officer_1 on 2026-10-02: The lease shows the move; the KBO is behind.",
        "Gedelegeerd bestuurder · person · since 2021-06-01",
        "No. 26031142 · https://www.ejustice.just.fgov.be/tsv_pdf/",
        "−48 213 EUR",
        "politically exposed person, person of interest",
        "Contradicts: birth date disjoint",
        "Asked 4 times in a row without an answer This says nothing about the company.",
        "Its last answer was still valid; not asked again",
        "Looked up by hand and recorded by key_officer_1",
        "Seen 2026-10-02 11:15:04 UTC, valid until 2026-12-31",
        "Note: Red on taxes, green on social security.",
        "piece 2 of 2",
        "Officer decision",
        f"sha256:{'4be1' * 16}",
        *(document.sha256 for document in sample_cases.ordinary().record.documents),
    ):
        assert told in text


def test_every_page_has_its_number_the_case_and_the_label_of_test_data() -> None:
    told = pages(sample_cases.ordinary())

    for number, text in enumerate(told, start=1):
        assert f"Page {number} of {len(told)}" in text
        assert CASE_ID in text
        assert "TEST DATA" in text


def test_every_source_every_piece_of_evidence_and_every_check_by_hand_says_that_it_is_simulated() -> None:
    content = build_content(sample_cases.ordinary())
    labels = [
        *(row.environment for row in content.sources),
        *(row.environment for row in content.evidence),
        *(row.environment for row in content.look_ups.checks),
    ]

    assert set(labels) == {"test"}
    assert len(re.findall(r"\bTEST\b(?! DATA)", text_of(sample_cases.ordinary()))) == len(labels)


def test_a_live_case_carries_no_label_of_test_data() -> None:
    assert "TEST DATA" not in text_of(sample_cases.rejected_at_once())


def test_empty_sections_are_there_and_say_that_they_are_empty() -> None:
    text = text_of(sample_cases.rejected_at_once())

    for told in (
        "Rejected",
        "The case was decided before an investigation.",
        "No red flag is on record.",
        "No two sources contradict each other.",
        "Nobody was screened in this case.",
        "No source was asked.",
        "The customer uploaded no documents.",
        "The customer submitted nothing.",
        "The audit log is empty.",
    ):
        assert told in text


@pytest.mark.parametrize(
    "name",
    [
        "مؤسسة التجارة",
        '#read("/etc/passwd")',
        "$x^2$ *bold* _it_ `raw` <label> @ref \\ // /* */",
        "Straße & Søn ApS",
        "{{7*7}} #[#pagebreak()]",
    ],
)
def test_what_looks_like_markup_is_printed_as_it_was_typed(name: str) -> None:
    assert name in text_of(sample_cases.with_texts(name))


def test_characters_that_cannot_be_printed_are_named() -> None:
    text = text_of(sample_cases.with_texts("漢字 \u202egnp.exe \x00 e\u0301"))

    assert "[U+6F22][U+5B57] [U+202E]gnp.exe [U+0000] é" in text


def test_a_long_reason_goes_on_on_the_next_page_and_is_complete() -> None:
    reason = " ".join(f"Ground {number}." for number in range(330))[:4000]

    assert reason in text_of(sample_cases.with_texts("Company", reason))


@pytest.mark.parametrize("build", [partial(sample_cases.with_texts, "W" * 300), sample_cases.crowded])
def test_everything_stays_inside_the_page(build: Callable[[], ReportRequest]) -> None:
    document = pypdfium2.PdfDocument(typeset(build()))

    for page in document:
        width, text = page.get_width(), page.get_textpage()
        assert all(text.get_charbox(index)[2] < width - 40 for index in range(text.count_chars()))


def test_two_hundred_events_are_all_there() -> None:
    request = sample_cases.request(sample_cases.ordinary().record, events=200)

    assert text_of(request).count("PROCESSING → REVIEW_PENDING") == 200


def test_what_is_too_much_for_paper_is_cut_and_says_so() -> None:
    request = sample_cases.crowded()
    text = text_of(request)

    assert "Director Number0 " in text
    for told in (
        "and 193 more; all are in the attached case file",  # directors
        "and 25 more; all are in the attached case file",  # document types
        "and 47 more; all are in the attached case file",  # entries of lists
        "and 144 more; all are in the attached case file",  # findings
        "and 46 more with 0.046 points together; all are in the attached case file",
        "and 24 more in the attached case file",  # evidence of a red flag
    ):
        assert told in text
    assert b"Director Number199" in attachment(typeset(request))[1]


def test_a_score_of_before_there_were_dimensions_has_its_terms_and_nothing_else() -> None:
    text = text_of(sample_cases.assessed_before_dimensions())

    assert "The terms of the score" in text
    assert "The five dimensions" not in text
    assert "Floor and minimum" not in text


def test_the_case_is_attached_for_machines_without_the_key_to_the_portal() -> None:
    request = sample_cases.ordinary()

    name, data = attachment(typeset(request))

    assert name == "case.json"
    assert b"portal-token-that-nobody-may-read" not in data
    attached = json.loads(data)
    assert attached["record"]["decisions"][-1]["actor"]["id"] == "key_senior_1"
    assert (
        ReportRequest.model_validate({**attached, "record": {**attached["record"], "opening": request.record.opening}})
        == request
    )


@pytest.mark.parametrize("build", [sample_cases.ordinary, sample_cases.rejected_at_once])
def test_the_report_says_what_it_is_to_archives_and_screen_readers(build: Callable[[], ReportRequest]) -> None:
    request = build()
    pdf = typeset(request)

    assert raw.FPDFCatalog_IsTagged(pypdfium2.PdfDocument(pdf).raw)
    assert metadata(pdf)["Title"] == f"Case report: {request.record.opening.company.company_name} ({CASE_ID})"
    assert metadata(pdf)["CreationDate"].startswith(f"D:{request.record.decisions[-1].decided_at:%Y%m%d%H%M%S}")
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"/Lang(en)" in pdf.replace(b" ", b"")


def test_the_portals_key_is_nowhere_in_the_file() -> None:
    assert "portal-token" not in text_of(sample_cases.ordinary())
