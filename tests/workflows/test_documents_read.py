"""What documents say becomes part of a case: read once, before the investigation, and never in its way."""

from temporalio.exceptions import ApplicationError

from domain.features import features_of, kept
from schemas.commands import CandidateDecisionBody
from schemas.extraction import Proposals
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, a_document
from tests.read_documents import a_candidate, a_reading
from tests.workflows.running_case import CaseOffice, RunningCase

S = CaseStatus
CERTIFICATE, STATEMENT = a_document("certificate"), a_document("bank_statement")


async def submitted(office: CaseOffice) -> RunningCase:
    """A case whose certificate states a name, and which has come to review."""
    opening = office.opening()
    world = office.outside.of[opening.case_id]
    said = a_candidate("company_name", "Zonnewind NV", CERTIFICATE.document_id)
    world.readings[CERTIFICATE.document_id] = a_reading(said, document_id=CERTIFICATE.document_id)
    case = await office.open(opening)
    await case.upload(CERTIFICATE)
    await case.upload(STATEMENT)
    await case.submit()
    await case.reaches(S.REVIEW_PENDING)
    return case


async def test_documents_are_read_before_the_investigation(office: CaseOffice) -> None:
    record = await (await submitted(office)).record()

    assert {reading.document_id for reading in record.readings} == {CERTIFICATE.document_id, STATEMENT.document_id}
    assert features_of(record)["company_name"].decision.decision == "keep"
    names = next(item for item in record.investigation_results[-1].discrepancies if item.field == "company_name")
    assert f"{CERTIFICATE.filename}, page 1" in {side.source for side in names.sides}


async def test_a_document_is_not_read_again_in_a_later_round(office: CaseOffice) -> None:
    case = await submitted(office)
    await case.tell("decision", FOLLOW_UP, OFFICER)
    again = a_document("certificate", b"a newer one")
    await case.upload(again)
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.REVIEW_PENDING)

    assert sorted(case.world.read) == sorted([CERTIFICATE.document_id, STATEMENT.document_id, again.document_id])


async def test_a_document_that_cannot_be_opened_is_not_read(office: CaseOffice) -> None:
    opening = office.opening()
    office.outside.of[opening.case_id].damaged.add(STATEMENT.document_id)
    case = await office.open(opening)
    await case.upload(CERTIFICATE)
    await case.upload(STATEMENT)
    await case.submit()
    await case.reaches(S.REVIEW_PENDING)

    assert case.world.read == [CERTIFICATE.document_id]


async def test_what_a_language_model_proposes_is_shown_and_not_kept(office: CaseOffice) -> None:
    opening = office.opening()
    world = office.outside.of[opening.case_id]
    proposed = a_candidate("legal_form", "NV", CERTIFICATE.document_id).model_copy(update={"proposed_by": "model"})
    world.readings[CERTIFICATE.document_id] = a_reading(document_id=CERTIFICATE.document_id, ask_model=True)
    world.proposals = Proposals(candidates=(proposed,), dropped=3)
    case = await office.open(opening)
    await case.upload(CERTIFICATE)
    await case.submit()
    record = await case.reaches(S.REVIEW_PENDING)

    assert features_of(record)["legal_form"].candidates == (proposed,)
    assert kept(record, "legal_form") == ()
    assert record.readings[0].proposals_dropped == 3


async def test_a_language_model_that_does_not_answer_holds_nothing_up(office: CaseOffice) -> None:
    opening = office.opening()
    world = office.outside.of[opening.case_id]
    said = a_candidate("company_name", "Acme Trading", CERTIFICATE.document_id)
    world.readings[CERTIFICATE.document_id] = a_reading(said, document_id=CERTIFICATE.document_id, ask_model=True)
    world.model_fails = ApplicationError("no key", non_retryable=True)
    case = await office.open(opening)
    await case.upload(CERTIFICATE)
    await case.submit()
    record = await case.reaches(S.REVIEW_PENDING)

    assert [item.value_normalized for item in kept(record, "company_name")] == ["Acme Trading"]


async def test_a_document_that_the_reader_gives_up_on_is_noted_and_the_case_goes_on(office: CaseOffice) -> None:
    opening = office.opening()
    office.outside.of[opening.case_id].unreadable.add(CERTIFICATE.document_id)
    case = await office.open(opening)
    await case.upload(CERTIFICATE)
    await case.submit()
    record = await case.reaches(S.REVIEW_PENDING)

    assert record.readings[0].problem == "not_available"
    assert "document_not_read" in {finding.category for finding in record.investigation_results[-1].findings}


async def test_an_officers_choice_has_the_risk_assessed_again(office: CaseOffice) -> None:
    case = await submitted(office)
    body = CandidateDecisionBody(feature="company_name", candidate_id=None, reason="A document of another company.")

    outcome = await case.tell("candidate-decision", body.model_dump(mode="json"), OFFICER)
    await case.comes_to(lambda record: record.investigation_results[-1].judgements == 1)
    record = await case.record()

    assert outcome.state == "applied"
    assert kept(record, "company_name") == ()
    assert all(item.field != "company_name" for item in record.investigation_results[-1].discrepancies)
