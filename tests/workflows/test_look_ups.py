"""When a case asks its sources: all at once when it opens, again behind the customer's back, and who is screened."""

from collections.abc import AsyncIterator

import pytest
from temporalio.testing import TimeSkipper

from schemas.events import EventName
from schemas.sources import SHOWN_AT_OPENING, SourceFact, SourceName
from schemas.status import CaseStatus
from tests.example_cases import OFFICER, an_answer
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.running_case import CaseOffice
from tests.workflows.skipping import DatedOffice, own_clocks
from workflows.case import CaseWorkflow

S = SourceName


@pytest.fixture(scope="module")
async def clocks(outside: OutsideWorld) -> AsyncIterator[TimeSkipper]:
    async with own_clocks(outside) as clocks:
        yield clocks


@pytest.fixture
async def dated(clocks: TimeSkipper, outside: OutsideWorld) -> AsyncIterator[DatedOffice]:
    office = DatedOffice(clocks.client, outside, [], clocks)
    yield office
    await office.close()


def a_register(*directors: str) -> SourceFact:
    return SourceFact(name="director", value=directors[0], details={"kind": "person"})


async def test_persons_whom_a_register_names_are_screened_when_the_case_opens(office: CaseOffice) -> None:
    opening = office.opening()
    register = an_answer(S.KBO).model_copy(update={"facts": (a_register("Jan Peeters"),)})
    office.outside.of[opening.case_id].answers[S.KBO] = register
    case = await office.open(opening)

    record = await case.comes_to(lambda record: S.SCREENING in record.sources)

    assert [fact.value for fact in record.sources[S.SCREENING].all("screened")] == [
        opening.company.company_name,
        "Jan Peeters",
    ]
    assert case.world.asked[-1] is S.SCREENING


async def test_the_opening_is_answered_before_anybody_is_screened(office: CaseOffice) -> None:
    case = await office.open()
    opened = await case.handle.execute_update(CaseWorkflow.opened)

    assert opened.enrichment.keys() == SHOWN_AT_OPENING
    asked = (await case.record()).sources.keys()
    assert {S.VIES, S.KBO, S.PEPPOL, S.NORTHDATA} <= asked


async def test_somebody_whom_a_register_names_later_is_screened_before_the_investigation(office: CaseOffice) -> None:
    opening = office.opening()
    world = office.outside.of[opening.case_id]
    world.silent[S.KBO] = 1
    world.answers[S.KBO] = an_answer(S.KBO).model_copy(update={"facts": (a_register("An Maes"),)})
    case = await office.open(opening)
    await case.comes_to(lambda record: S.SCREENING in record.sources)

    record = await case.comes_to_review()

    assert "An Maes" in [fact.value for fact in record.sources[S.SCREENING].all("screened")]
    assert world.asked.count(S.SCREENING) == 2


async def test_a_source_that_failed_is_asked_again_while_the_case_waits_until_it_answers(dated: DatedOffice) -> None:
    opening = dated.opening()
    world = dated.outside.of[opening.case_id]
    world.silent[S.GLEIF] = 3
    world.answers[S.GLEIF] = an_answer(S.GLEIF, facts={"lei": "9845007Q1ZONNEWIND96"})
    case = await dated.open(opening)
    await case.comes_to(lambda record: S.SCREENING in record.sources)

    gap = await case.after(minutes=4)
    assert gap.sources[S.GLEIF].state == "unavailable"
    assert gap.sources[S.GLEIF].attempt == 2
    filled = await case.after(hours=2)

    assert filled.status is CaseStatus.AWAITING_DOCUMENTS
    assert filled.sources[S.GLEIF].fact("lei") == "9845007Q1ZONNEWIND96"
    await case.after(days=3)
    assert world.asked.count(S.GLEIF) == 4
    assert world.asked.count(S.VIES) == 1


async def test_a_source_that_never_answers_is_given_up_before_the_investigation(dated: DatedOffice) -> None:
    opening = dated.opening()
    world = dated.outside.of[opening.case_id]
    world.silent[S.GLEIF] = 100
    case = await dated.open(opening)

    await case.after(days=10)

    assert world.asked.count(S.GLEIF) == 7


async def test_answers_that_are_out_of_date_are_asked_for_again_before_the_investigation(dated: DatedOffice) -> None:
    case = await dated.open()
    await case.comes_to(lambda record: S.SCREENING in record.sources)
    await case.after(days=10)

    await case.comes_to_review()

    assert case.world.asked.count(S.VIES) == 2
    assert case.world.asked.count(S.SCREENING) == 2


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("fact-decision", {"name": "company_name", "value": "Acme", "source": "EU VIES", "reason": "It is right"}),
        ("withholding-check", {"social_debt": True, "tax_debt": False}),
    ],
)
async def test_a_judgement_under_review_has_the_risk_assessed_again_once(
    office: CaseOffice, kind: str, body: dict[str, object]
) -> None:
    case = await office.open()
    before = await case.comes_to_review()

    outcome = await case.tell(kind, body, OFFICER)  # type: ignore[arg-type]
    after = await case.comes_to(lambda record: record.investigation_results[-1].judgements == 1)
    await case.all_written()

    assert outcome.state == "applied"
    assert (len(before.investigation_results), len(after.investigation_results)) == (1, 1)
    assert case.world.books.names.count(EventName.RISK_REASSESSED) == 1
    assert case.world.books.names.count(EventName.INVESTIGATION_COMPLETED) == 1
    assert after.status is CaseStatus.REVIEW_PENDING


async def test_debts_that_an_officer_saw_make_the_risk_grave(office: CaseOffice) -> None:
    case = await office.open()
    before = await case.comes_to_review()

    await case.tell("withholding-check", {"social_debt": True, "tax_debt": True}, OFFICER)
    after = await case.comes_to(lambda record: record.investigation_results[-1].judgements == 1)

    assert (after.latest_risk_score or 0) > (before.latest_risk_score or 0)
    categories = {finding.category for finding in after.investigation_results[-1].findings}
    assert {"withholding_social_debt", "withholding_tax_debt"} <= categories
