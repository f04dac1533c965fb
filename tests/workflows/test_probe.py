from tests.workflows.running_case import CaseOffice
from schemas.status import CaseStatus
import asyncio, pytest
from temporalio.common import RawValue
from temporalio.api.common.v1 import Payload

async def test_straight(office: CaseOffice) -> None:
    case = await office.open()
    await case.handle.execute_update("opened")
    await case.comes_to_review()
    print(await case.decide("approve"))
    print(await case.closed())
    print(case.world.books.rows.keys(), [len(b.events) for b in case.world.books.batches])

@pytest.mark.parametrize("args", [[], [1], ["x"], [None], [b"raw"], [{}, {}], [[1,2]], [{"body": {"a": [[[[{}]]]]}}], [RawValue(Payload(metadata={"encoding": b"json/plain"}, data=b"{"))], [RawValue(Payload())], [{"command_id":"a"}, 2, 3]], ids=str)
async def test_args(office: CaseOffice, args) -> None:
    case = await office.open()
    await case.handle.signal("decision", args=args)
    try:
        async with asyncio.timeout(3):
            r = await case.view()
            print([ (e.event, e.data) for e in r.unwritten_events])
            print([ (e.event, e.data) for e in case.world.books.rows.values()])
    except TimeoutError:
        pytest.fail("wedged")
