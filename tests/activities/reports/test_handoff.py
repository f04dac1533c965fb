"""The hand-off report: where it lies, what can be read in it, and that a hand-off of any texts can be typeset."""

import json

import pypdfium2
import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.reports.handoff import HandoffReportActivities, typeset_handoff
from domain.handoff import handoff_of
from runtime.object_store import sha256_hex
from schemas.case import CaseRecord, ReportRef
from schemas.sources import SourceFact, SourceName
from schemas.status import CaseStatus
from tests.activities.documents.memory_store import MemoryStore
from tests.example_cases import NOW, OFFICER
from tests.handed_over_cases import CERTIFICATE, a_handed_over_case


async def generate(record: CaseRecord, store: MemoryStore) -> ReportRef:
    return await ActivityEnvironment().run(HandoffReportActivities(store.as_store()).generate_handoff_report, record)


def pages(record: CaseRecord) -> list[str]:
    document = pypdfium2.PdfDocument(typeset_handoff(handoff_of(record, NOW)))
    return [page.get_textpage().get_text_bounded().replace("\u200b", "") for page in document]


def text_of(record: CaseRecord) -> str:
    return " ".join(" ".join(pages(record)).split())


async def test_it_lies_under_its_case_and_asking_again_gives_the_same() -> None:
    store, record = MemoryStore(), a_handed_over_case()

    first, second = await generate(record, store), await generate(record, store)

    ((key, pdf),) = store.objects.items()
    assert key == first.object_key == second.object_key
    assert key == f"case_a1b2c3d4e5f6/reports/handoff-{sha256_hex(pdf)[:12]}.pdf"
    assert (first.sha256, first.file_size) == (sha256_hex(pdf), len(pdf))


async def test_what_is_written_of_a_closed_case_later_does_not_change_it() -> None:
    """The officers' report is written at the same time: that there is one makes no difference."""
    record = a_handed_over_case()
    again = record.model_copy(update={"report": None, "version": record.version + 1})

    assert (await generate(record, MemoryStore())).sha256 == (await generate(again, MemoryStore())).sha256


async def test_neither_that_a_case_was_escalated_nor_when_it_last_changed_can_be_read_in_it() -> None:
    record = a_handed_over_case()
    by_an_officer = record.decisions[-1].model_copy(update={"actor": OFFICER})
    never_escalated = record.model_copy(update={"decisions": (by_an_officer,), "updated_at": NOW})

    assert (await generate(record, MemoryStore())).sha256 == (await generate(never_escalated, MemoryStore())).sha256


@pytest.mark.parametrize("status", [CaseStatus.REVIEW_PENDING, CaseStatus.ESCALATED, CaseStatus.FAILED])
async def test_a_case_nobody_decided_has_none_and_is_not_tried_again(status: CaseStatus) -> None:
    with pytest.raises(ApplicationError) as refusal:
        await generate(a_handed_over_case(status), MemoryStore())

    assert refusal.value.non_retryable


def test_it_tells_facts_with_their_sources_documents_and_the_decision() -> None:
    text = text_of(a_handed_over_case())

    for told in (
        "Approved",
        "Decided 2026-03-02 09:00:00 UTC by an officer, in round 1",
        "Reference of the organisation onboarding-4711",
        "Acme Trading",
        "KBO/BCE",
        "“3 februari 2023”",
        "Manager · person · since 2023-02-03",
        "BE68539007547034",
        "Articles of association by what it says",
        "replaced by a later one",
        CERTIFICATE.sha256,
    ):
        assert told in text


def test_every_page_says_that_the_registers_are_simulated() -> None:
    assert all("TEST DATA" in page for page in pages(a_handed_over_case()))


def test_the_hand_off_is_attached_for_machines() -> None:
    handoff = handoff_of(a_handed_over_case(), NOW)
    document = pypdfium2.PdfDocument(typeset_handoff(handoff))
    attached = document.get_attachment(0)

    assert attached.get_name() == "handoff.json"
    assert json.loads(bytes(attached.get_data())) == handoff.model_dump(mode="json")


@pytest.mark.parametrize("text", ['#read("/etc/passwd")', "漢字 \u202e \x00", "W" * 300, "$x^2$ *bold* <label> @ref"])
def test_whatever_somebody_typed_is_printed_as_text_within_the_page(text: str) -> None:
    record = a_handed_over_case()
    kbo = record.sources[SourceName.KBO]
    owners = tuple(SourceFact(name="owner", value=f"{text} {number}", details={"role": text}) for number in range(40))
    hostile = record.model_copy(
        update={
            "sources": {SourceName.KBO: kbo.model_copy(update={"facts": (*kbo.facts, *owners)})},
            "opening": record.opening.model_copy(
                update={"company": record.opening.company.model_copy(update={"company_name": text})}
            ),
        }
    )

    document = pypdfium2.PdfDocument(typeset_handoff(handoff_of(hostile, NOW)))

    assert "and 15 more; all are in the attached hand-off" in text_of(hostile)
    for page in document:
        width, chars = page.get_width(), page.get_textpage()
        assert all(chars.get_charbox(index)[2] < width - 40 for index in range(chars.count_chars()))
