"""A case from its opening to its end, through every stage that people and sources can bring it to."""

from temporalio.api.sdk.v1 import WorkflowMetadata

from domain.look_ups import registers_of
from schemas.events import EventName
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, SENIOR_OFFICER, a_document
from tests.workflows.running_case import CaseOffice, RunningCase, once_it_can_answer
from workflows.case import CaseWorkflow

S = CaseStatus


async def card(case: RunningCase) -> str:
    """What an operator reads in the Temporal Web UI."""
    metadata: WorkflowMetadata = await once_it_can_answer(
        lambda: case.handle.query("__temporal_workflow_metadata", result_type=WorkflowMetadata)
    )
    return str(metadata.current_details)


# Opening.


async def test_an_opening_asks_every_source_and_answers_with_what_they_said(office: CaseOffice) -> None:
    case = await office.open()

    opened = await case.handle.execute_update(CaseWorkflow.opened)

    registers = registers_of((await case.record()).opening.company)
    assert {name: answer.state for name, answer in opened.enrichment.items()} == {
        SourceName.VIES: "found",
        SourceName.WEBSITE: "found",
        SourceName.NORTHDATA: "not_configured",
        SourceName.CRUNCHBASE: "not_configured",
    }
    await case.comes_to(lambda record: SourceName.SCREENING in record.sources)
    assert sorted(case.world.asked) == sorted([*registers, SourceName.SCREENING])


async def test_a_source_that_does_not_answer_is_unavailable_and_the_case_goes_on(office: CaseOffice) -> None:
    opening = office.opening()
    office.outside.of[opening.case_id].silent[SourceName.VIES] = 1
    case = await office.open(opening)

    opened = await case.handle.execute_update(CaseWorkflow.opened)

    vies = opened.enrichment[SourceName.VIES]
    assert (vies.state, vies.reason, vies.facts) == ("unavailable", "look_up_failed", ())
    assert opened.enrichment[SourceName.WEBSITE].state == "found"
    assert (await case.record()).status is S.AWAITING_DOCUMENTS


async def test_what_the_customer_sends_during_the_look_ups_is_not_lost(office: CaseOffice) -> None:
    case = await office.open()

    await case.upload(a_document())
    await case.submit()

    assert (await case.reaches(S.REVIEW_PENDING)).documents == (a_document(),)


# The ways of a case.


async def test_a_case_goes_straight_to_approval(office: CaseOffice) -> None:
    case = await office.open()
    record = await case.comes_to_review()
    assert record.latest_risk_score is not None
    assert [result.valid for result in record.validation_results] == [True]
    assert [item.iteration for item in case.world.responses] == [1]

    assert (await case.decide("approve")).state == "applied"

    closed = await case.closed()
    assert closed.status is S.APPROVED
    assert closed.report is not None
    assert closed.report == (await case.record()).report


async def test_a_rejected_case_has_a_report_too(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()

    await case.decide("reject", reason="No licence")

    closed = await case.closed()
    assert closed.status is S.REJECTED
    assert case.world.reports == 1


async def test_a_follow_up_asks_the_customer_and_is_investigated_again(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()

    await case.tell("decision", FOLLOW_UP, OFFICER)
    asked = await case.reaches(S.FOLLOW_UP_REQUIRED)
    await case.submit(task_responses={"task_1": "In Ghent"})
    answered = await case.reaches(S.REVIEW_PENDING)

    assert (asked.current_iteration, [task.answered_at for task in asked.follow_up_tasks]) == (2, [None])
    assert answered.follow_up_tasks[0].answered_at is not None
    assert [result.iteration for result in answered.investigation_results] == [1, 2]
    assert [item.iteration for item in case.world.responses] == [1, 2]
    await case.decide("approve")
    assert (await case.closed()).status is S.APPROVED


async def test_an_escalated_case_is_decided_by_a_senior_officer_only(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.decide("escalate", reason="A large volume")

    refused = await case.decide("approve", OFFICER)
    assert (refused.state, refused.code) == ("rejected", "role_not_allowed")
    assert (await case.decide("approve", SENIOR_OFFICER)).state == "applied"

    assert (await case.closed()).status is S.APPROVED


async def test_a_required_document_that_cannot_be_read_goes_back_to_the_customer_without_an_officer(
    office: CaseOffice,
) -> None:
    case = await office.open()
    damaged, whole = a_document(content=b"damaged"), a_document(content=b"whole")
    case.world.damaged.add(damaged.document_id)

    await case.upload(damaged)
    await case.submit()
    back = await case.comes_to(lambda record: bool(record.validation_results) and record.status is S.AWAITING_DOCUMENTS)
    assert [task.origin for task in back.follow_up_tasks] == ["validation"]
    assert back.investigation_results == ()

    await case.upload(whole)
    await case.submit()
    reviewed = await case.reaches(S.REVIEW_PENDING)
    assert [result.valid for result in reviewed.validation_results] == [False, True]
    await case.all_written()
    assert case.world.books.names.count(EventName.VALIDATION_BOUNCE_BACK) == 1


async def test_a_source_that_was_unavailable_is_asked_again_during_the_investigation_and_no_other(
    office: CaseOffice,
) -> None:
    opening = office.opening()
    office.outside.of[opening.case_id].silent[SourceName.VIES] = 1
    case = await office.open(opening)

    record = await case.comes_to_review()

    assert record.sources[SourceName.VIES].state == "found"
    assert case.world.asked.count(SourceName.VIES) == 2
    assert case.world.asked.count(SourceName.WEBSITE) == 1


async def test_the_opening_is_answered_the_same_later_whatever_the_sources_have_said_since(office: CaseOffice) -> None:
    opening = office.opening()
    office.outside.of[opening.case_id].silent[SourceName.VIES] = 1
    case = await office.open(opening)
    first = await case.handle.execute_update(CaseWorkflow.opened)

    record = await case.comes_to_review()

    assert record.sources[SourceName.VIES].state == "found"
    assert await case.handle.execute_update(CaseWorkflow.opened) == first


async def test_a_source_that_stays_away_does_not_keep_the_case_from_review(office: CaseOffice) -> None:
    opening = office.opening()
    office.outside.of[opening.case_id].silent[SourceName.WEBSITE] = 9
    case = await office.open(opening)

    record = await case.comes_to_review()

    assert record.sources[SourceName.WEBSITE].state == "unavailable"


# What operators see.


async def test_the_card_of_a_case_says_where_it_stands_and_what_it_waits_for(office: CaseOffice) -> None:
    case = await office.open()
    await case.handle.execute_update(CaseWorkflow.opened)
    assert "Waiting for the customer, to upload documents and submit." in await card(case)

    await case.comes_to_review()
    in_review = await card(case)
    assert in_review.startswith("**REVIEW_PENDING** · iteration 1 of 3")
    assert "- documents: 1 uploaded, 1 readable" in in_review
    assert "- sources found: vies, website\n- sources not found: screening\n" in in_review
    assert "- sources not configured: crunchbase, gazette, gleif, kbo, nbb, northdata, peppol" in in_review

    await case.decide("reject", reason="No licence")
    await case.closed()
    closed = await card(case)
    assert "Waiting for" not in closed
    assert "- last decision: reject by key_officer (officer)" in closed


async def test_the_card_names_neither_the_company_nor_a_reason(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.decide("escalate", reason="A large volume")

    shown = await card(case)

    assert not any(text in shown for text in ("Acme", "0403170701", "A large volume"))
