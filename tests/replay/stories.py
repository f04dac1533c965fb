"""The ways of a case that released code must be able to go again: each brings one case to where its story ends."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from pydantic import JsonValue
from temporalio.client import WorkflowUpdateFailedError

from schemas.commands import CandidateDecisionBody, CommandKind
from schemas.extraction import Proposals
from schemas.status import CaseStatus
from tests.any_command import FACT_DECISION, RESOLUTION, SCREENING
from tests.example_cases import CUSTOMER, FOLLOW_UP, OFFICER, SENIOR_OFFICER, TEMPLATE, a_document, an_envelope
from tests.read_documents import a_candidate, a_reading
from tests.replay import troubled_stories
from tests.replay.story import approved, in_review, of_template, opened
from tests.workflows.outside_world import no_use
from tests.workflows.running_case import CaseOffice, RunningCase

S = CaseStatus
JUDGEMENTS: tuple[tuple[CommandKind, dict[str, JsonValue]], ...] = (
    ("fact-decision", FACT_DECISION),
    ("discrepancy-resolution", RESOLUTION),
    ("withholding-check", {"social_debt": False, "tax_debt": False}),
)


# Decided.


async def approve(office: CaseOffice) -> RunningCase:
    case = await in_review(office)
    return await approved(case)


async def reject(office: CaseOffice) -> RunningCase:
    case = await in_review(office)
    await case.decide("reject", reason="No licence")
    await case.closed()
    return case


async def follow_up(office: CaseOffice) -> RunningCase:
    """Asked again twice, the second time with a merchant category that was decided on and so stays."""
    case = await in_review(office)
    await case.tell("decision", FOLLOW_UP, OFFICER)
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.REVIEW_PENDING)
    await case.tell("mcc-decision", {"action": "accept"}, OFFICER)
    await case.tell("decision", FOLLOW_UP, OFFICER)
    await case.upload(a_document(content=b"another version"))
    await case.submit(task_responses={"task_2": "In Bruges, too"})
    await case.reaches(S.REVIEW_PENDING)
    return await approved(case)


async def max_iterations(office: CaseOffice) -> RunningCase:
    """Asked as often as the template allows; the next follow-up is refused."""
    case = await in_review(office, of_template(office, max_iterations=2))
    await case.tell("decision", FOLLOW_UP, OFFICER)
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.REVIEW_PENDING)
    await case.tell("decision", FOLLOW_UP, OFFICER)
    return await approved(case)


async def escalate(office: CaseOffice) -> RunningCase:
    case = await in_review(office)
    await case.decide("escalate", reason="A large volume")
    await case.decide("reject", SENIOR_OFFICER, reason="No licence")
    await case.closed()
    return case


async def escalate_return(office: CaseOffice) -> RunningCase:
    """Escalated, returned, escalated again, and followed up by a senior officer."""
    case = await in_review(office)
    await case.decide("escalate", reason="A large volume")
    await case.decide("return", SENIOR_OFFICER)
    await case.decide("escalate", reason="A very large volume")
    await case.tell("decision", FOLLOW_UP, SENIOR_OFFICER)
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.REVIEW_PENDING)
    return await approved(case)


async def mcc_decisions(office: CaseOffice) -> RunningCase:
    """Decided in each way; what was rejected is classified anew in the next round."""
    case = await in_review(office)
    await case.tell("mcc-decision", {"action": "reject", "notes": "No bicycles"}, OFFICER)
    await case.tell("mcc-decision", {"action": "override", "override_mcc": "5411"}, OFFICER)
    await case.tell("mcc-decision", {"action": "accept"}, SENIOR_OFFICER)
    await case.tell("mcc-decision", {"action": "reject", "notes": "No bicycles at all"}, OFFICER)
    await case.tell("decision", FOLLOW_UP, OFFICER)
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.REVIEW_PENDING)
    return await approved(case)


async def asked_again(office: CaseOffice) -> RunningCase:
    """Tasks and merchant category are proposed once more."""
    case = await in_review(office)
    await case.handle.execute_update("regenerate-tasks", an_envelope({}, OFFICER, "cmd_tasks"))
    await case.handle.execute_update("reclassify-mcc", an_envelope({"notes": "Repairs"}, OFFICER, "cmd_mcc"))
    return await approved(case)


async def judged(office: CaseOffice) -> RunningCase:
    """An officer chooses a value, settles a discrepancy and records a look-up; the risk is assessed again each time."""
    case = await in_review(office)
    for number, (kind, body) in enumerate(JUDGEMENTS, start=1):
        await case.tell(kind, body, OFFICER)
        await case.comes_to(
            lambda record, number=number: record.investigation_results[-1].judgements == number  # type: ignore[misc]
        )
    return await approved(case)


async def match_judged(office: CaseOffice) -> RunningCase:
    """An officer dismisses a screening match and takes it back; the risk is assessed again each time."""
    case = await in_review(office)
    for number, decision in enumerate(("false_positive", "undecided"), start=1):
        await case.tell("screening-decision", {**SCREENING, "decision": decision}, OFFICER)
        await case.comes_to(
            lambda record, number=number: record.investigation_results[-1].judgements == number  # type: ignore[misc]
        )
    return await approved(case)


async def documents_read(office: CaseOffice) -> RunningCase:
    """A document is read, a language model proposes, and an officer chooses."""
    opening = office.opening()
    world, document = office.outside.of[opening.case_id], a_document("certificate")
    found = a_candidate("company_name", "Zonnewind NV", document.document_id)
    proposed = a_candidate("legal_form", "NV", document.document_id).model_copy(update={"proposed_by": "model"})
    world.readings[document.document_id] = a_reading(found, document_id=document.document_id, ask_model=True)
    world.proposals = Proposals(candidates=(proposed,))
    case = await office.open(opening)
    await case.comes_to_review()
    body = CandidateDecisionBody(feature="legal_form", candidate_id=proposed.candidate_id, reason="So it says.")
    await case.tell("candidate-decision", body.model_dump(mode="json"), OFFICER)
    await case.comes_to(lambda record: record.investigation_results[-1].judgements == 1)
    return await approved(case)


async def model_asked(office: CaseOffice) -> RunningCase:
    """A language model betters category and tasks; both are asked for again, one of them twice by one command."""
    opening = office.opening()
    office.outside.of[opening.case_id].has_model = True
    case = await office.open(opening)
    await case.submit()  # without the document that is required, so that there is something to ask
    await case.reaches(S.REVIEW_PENDING)
    for command_id in ("cmd_tasks", "cmd_tasks", "cmd_more"):
        await case.handle.execute_update("regenerate-tasks", an_envelope({}, OFFICER, command_id))
    await case.handle.execute_update("reclassify-mcc", an_envelope({"notes": "Repairs"}, OFFICER, "cmd_mcc"))
    return await approved(case)


async def model_of_no_use(office: CaseOffice) -> RunningCase:
    """A language model refuses, and later its server is away for all the time there is; the rules' answers stand."""
    template = TEMPLATE.model_copy(update={"model_wait_seconds": 3})
    opening = office.opening().model_copy(update={"template": template})
    world = office.outside.of[opening.case_id]
    world.has_model, world.model_fails = True, no_use("refused")
    case = await office.open(opening)
    await case.submit()
    await case.reaches(S.REVIEW_PENDING)
    world.model_fails = no_use("unavailable", for_good=False)
    await case.handle.execute_update("regenerate-tasks", an_envelope({}, OFFICER, "cmd_tasks"))
    return await approved(case)


# Refused.


async def refused(office: CaseOffice) -> RunningCase:
    """Everything that comes too early, from the wrong person, or cannot be read."""
    case = await opened(office)
    await case.decide("approve")
    await case.submit(answers={})
    await case.upload(a_document("passport"))
    with suppress(WorkflowUpdateFailedError):
        await case.handle.execute_update("regenerate-tasks", an_envelope({}, OFFICER, "cmd_tasks"))
    await case.handle.signal("decision", args=[7, "approve"])
    await case.handle.signal("decision", an_envelope({"decision": "approve"}, CUSTOMER, ""))
    await case.handle.signal("mcc-decision", an_envelope({"action": "accept"}, OFFICER, "cmd_stale", 1))
    await case.comes_to_review()
    await case.tell("decision", {"decision": "escalate"}, OFFICER)
    await case.upload(a_document(content=b"too late"))
    return await approved(case)


async def told_too_early(office: CaseOffice) -> RunningCase:
    """A customer who is faster than the look-ups."""
    case = await office.open()
    await case.comes_to_review()
    return await approved(case)


STORIES: dict[str, Callable[[CaseOffice], Awaitable[RunningCase]]] = {
    story.__name__.replace("_", "-"): story
    for story in (
        approve,
        reject,
        follow_up,
        max_iterations,
        escalate,
        escalate_return,
        mcc_decisions,
        asked_again,
        judged,
        match_judged,
        documents_read,
        model_asked,
        model_of_no_use,
        refused,
        told_too_early,
        troubled_stories.bounce_back,
        troubled_stories.source_asked_again,
        troubled_stories.records_away,
        troubled_stories.records_refused,
        troubled_stories.reminder,
        troubled_stories.portal_expired,
        troubled_stories.timeline_exceeded,
        troubled_stories.continue_as_new,
        troubled_stories.reset_closed,
        troubled_stories.reset_open,
        troubled_stories.cancelled,
        troubled_stories.cancelled_at_rest,
        troubled_stories.cancelled_too_late,
    )
}
