"""How a story begins and ends."""

from schemas.case import CaseOpening
from tests.example_cases import TEMPLATE
from tests.workflows.running_case import CaseOffice, RunningCase
from workflows.case import CaseWorkflow


def of_template(office: CaseOffice, **changes: int) -> CaseOpening:
    return office.opening().model_copy(update={"template": TEMPLATE.model_copy(update=changes)})


async def opened(office: CaseOffice, opening: CaseOpening | None = None) -> RunningCase:
    case = await office.open(opening)
    await case.handle.execute_update(CaseWorkflow.opened)
    return case


async def in_review(office: CaseOffice, opening: CaseOpening | None = None) -> RunningCase:
    case = await opened(office, opening)
    await case.comes_to_review()
    return case


async def approved(case: RunningCase) -> RunningCase:
    await case.decide("approve")
    await case.closed()
    return case
