"""Idempotency-Key: the same decision twice is one decision, and gets its first answer whatever has happened since."""

import asyncio

from temporalio.client import Client

from tests.gateway.office import Office
from tests.gateway.running_gateway import PATIENCE, refused

KEY = {"Idempotency-Key": "once"}


async def test_a_decision_sent_several_times_at_once_is_taken_once(office: Office) -> None:
    case = await office.under_review()

    answers = await asyncio.gather(
        *(office.decide(case, "escalate", "Beyond my limit.", headers=KEY) for _ in range(4))
    )

    assert {(answer.status_code, answer.text, answer.headers["etag"]) for answer in answers} == {
        (200, answers[0].text, answers[0].headers["etag"])
    }
    events = [entry["event"] for entry in await office.audit(case)]
    assert (events.count("OFFICER_DECISION"), events.count("COMMAND_REFUSED")) == (1, 0)


async def test_the_first_answer_is_given_again_after_others_have_decided(office: Office) -> None:
    case = await office.under_review()
    first = await office.decide(case, "escalate", "Beyond my limit.", headers=KEY)
    returned = await office.decide(case, "return", by=office.senior_officer)
    assert returned.status_code == 200

    again = await office.decide(case, "escalate", "Beyond my limit.", headers=KEY)

    assert (again.status_code, again.text) == (200, first.text)
    assert (await office.detail(case))["status"] == "REVIEW_PENDING"


async def test_a_retry_that_names_the_version_of_before_is_no_conflict(office: Office) -> None:
    case = await office.under_review()
    seen = await office.version(case)

    first, again = [
        await office.decide(case, "escalate", "Beyond my limit.", headers=KEY, seen_version=seen) for _ in range(2)
    ]

    assert (again.status_code, again.text) == (first.status_code, first.text) == (200, first.text)


async def test_the_first_answer_is_given_again_after_the_case_has_closed(office: Office, temporal: Client) -> None:
    case = await office.under_review()
    first = await office.decide(case, "approve", headers=KEY)
    assert first.status_code == 200
    assert (await office.officer.get(f"{case.path}/report")).status_code == 200
    async with asyncio.timeout(PATIENCE):  # the report may be there before the case has closed
        await temporal.get_workflow_handle(case.workflow_id).result()
    before = await office.audit(case)

    again = await office.decide(case, "approve", headers=KEY)

    assert (again.status_code, again.text) == (200, first.text)
    refused(await office.decide(case, "reject", "No.", headers=KEY), 422, "idempotency_key_reused", "Idempotency-Key")
    assert await office.audit(case) == before


async def test_another_body_under_the_same_key_is_refused_and_changes_nothing(office: Office) -> None:
    case = await office.under_review()
    assert (await office.decide(case, "escalate", "Beyond my limit.", headers=KEY)).status_code == 200
    before = await office.detail(case)

    for decision, reason in (("escalate", "Another reason."), ("reject", "Beyond my limit.")):
        answer = await office.decide(case, decision, reason, headers=KEY)
        refused(answer, 422, "idempotency_key_reused", "Idempotency-Key")

    assert await office.detail(case) == before


async def test_a_refusal_is_given_again_too(office: Office) -> None:
    case = await office.open()
    first = refused(await office.decide(case, "reject", "Too early.", headers=KEY), 409, "wrong_state")
    await office.submitted(case, answers={"representative_function": "Director", "signing_authority": "Alone"})

    again = refused(await office.decide(case, "reject", "Too early.", headers=KEY), 409, "wrong_state")

    assert again["detail"] == first["detail"]
    assert (await office.detail(case))["status"] == "REVIEW_PENDING"
    assert (await office.decide(case, "reject", "Now.", headers={"Idempotency-Key": "twice"})).status_code == 200


async def test_the_key_of_another_officer_and_of_another_command_is_another_key(office: Office) -> None:
    case = await office.under_review()
    escalated = await office.decide(case, "escalate", "Beyond my limit.", headers=KEY)
    returned = await office.decide(case, "return", by=office.senior_officer, headers=KEY)
    chosen = await office.officer.post(
        f"{case.path}/mcc-decision", json={"action": "override", "override_mcc": "5411"}, headers=KEY
    )

    assert [answer.status_code for answer in (escalated, returned, chosen)] == [200, 200, 200]


async def test_the_same_key_on_another_case_is_another_key(office: Office) -> None:
    cases = [await office.under_review(documents=()) for _ in range(2)]

    answers = [await office.decide(case, "reject", "No documents.", headers=KEY) for case in cases]

    assert [answer.status_code for answer in answers] == [200, 200]
