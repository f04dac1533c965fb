"""People who speak to a case at the same moment, over HTTP: one is first, and everyone is told what that means."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable

import httpx
import pytest
from pydantic import JsonValue
from temporalio.client import Client

from tests.gateway.office import ANSWERS, PDF, TASK, Case, Json, Office
from tests.gateway.running_gateway import COMPANY, PATIENCE, Gateway, refused

TIMES = 4
REASON = "Seen on paper."
KEY = {"Idempotency-Key": "once"}

DECISIONS: tuple[tuple[Json, str], ...] = (
    ({"decision": "approve", "reason": REASON}, "APPROVED"),
    ({"decision": "reject", "reason": "No licence."}, "REJECTED"),
    ({"decision": "follow_up", "follow_up_tasks": [TASK], "reason": REASON}, "FOLLOW_UP_REQUIRED"),
)
"""Decisions after which an officer has nothing more to decide, and where they lead."""


@pytest.fixture(scope="module")
async def colleague(gateway: Gateway, office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """A second officer of the same organisation."""
    async with await gateway.officer("officer", office.organisation) as client:
        yield client


async def decide(who: httpx.AsyncClient, case: Case, body: Json, **headers: str) -> httpx.Response:
    return await who.post(f"{case.path}/decision", json=body, headers=headers)


async def reviewed(office: Office) -> Case:
    return await office.under_review(documents=())


async def several_reviewed(office: Office) -> list[Case]:
    """As many cases as a race is run."""
    return await asyncio.gather(*(reviewed(office) for _ in range(TIMES)))


async def workflow_ended(temporal: Client, case: Case) -> None:
    async with asyncio.timeout(PATIENCE):
        await temporal.get_workflow_handle(case.workflow_id).result()


def sorted_out(answers: Iterable[httpx.Response]) -> tuple[httpx.Response, httpx.Response]:
    """The one that was taken and the one that was not."""
    first, second = sorted(answers, key=lambda answer: answer.status_code)
    return first, second


async def one_decision_on_record(office: Office, case: Case, refusals: int) -> Json:
    """Asserts that the log has one decision, so many refusals and no gap; returns the decision's entry."""
    log = await office.audit(case)
    assert [entry["sequence"] for entry in log] == list(range(1, len(log) + 1))
    events = Counter(entry["event"] for entry in log)
    assert (events["OFFICER_DECISION"], events["COMMAND_REFUSED"]) == (1, refusals)
    return next(entry for entry in log if entry["event"] == "OFFICER_DECISION")


# Two officers.


async def test_of_two_officers_who_decide_at_once_one_is_told_of_the_decision_of_the_other(
    office: Office, colleague: httpx.AsyncClient
) -> None:
    for number, case in enumerate(await several_reviewed(office)):
        (mine, to_mine), (theirs, to_theirs) = DECISIONS[number % 3], DECISIONS[(number + 1) % 3]

        answers = await asyncio.gather(decide(office.officer, case, mine), decide(colleague, case, theirs))

        taken, late = sorted_out(answers)
        assert taken.status_code == 200
        decision = await one_decision_on_record(office, case, refusals=1)
        status = taken.json()["status"]
        assert status == (to_mine if taken is answers[0] else to_theirs)
        told = refused(late, 409, "wrong_state")["detail"]
        words = decision["data"]["decision"].replace("_", " ")
        assert f"{status} by the decision to {words} of {decision['actor']['id']} (officer)" in told


async def test_of_two_officers_who_have_read_the_same_one_is_shown_what_the_other_has_changed(
    office: Office, colleague: httpx.AsyncClient
) -> None:
    for number, case in enumerate(await several_reviewed(office)):
        seen = (await office.officer.get(case.path)).headers["etag"]
        mine, theirs = DECISIONS[number % 3][0], DECISIONS[(number + 1) % 3][0]

        taken, late = sorted_out(
            await asyncio.gather(
                decide(office.officer, case, mine, **{"If-Match": seen}),
                decide(colleague, case, theirs, **{"If-Match": seen}),
            )
        )

        assert taken.status_code == 200
        changes = refused(late, 409, "case_moved")["changes"]
        decision = await one_decision_on_record(office, case, refusals=1)
        assert [entry["event"] for entry in changes[:2]] == ["OFFICER_DECISION", "STATUS_CHANGED"]
        assert changes[0]["actor"] == decision["actor"]
        assert changes[0]["data"]["decision"] == decision["data"]["decision"]
        assert int(taken.headers["etag"].strip('"')) == int(seen.strip('"')) + 2


async def test_who_decides_after_the_workflow_has_ended_is_told_the_same(
    office: Office, colleague: httpx.AsyncClient, temporal: Client
) -> None:
    case = await reviewed(office)
    seen = (await office.officer.get(case.path)).headers["etag"]
    assert (await decide(office.officer, case, DECISIONS[0][0])).status_code == 200
    await workflow_ended(temporal, case)

    answers = await asyncio.gather(
        *(decide(colleague, case, DECISIONS[1][0]) for _ in range(3)),
        *(decide(colleague, case, DECISIONS[1][0], **{"If-Match": seen}) for _ in range(3)),
    )

    decision = await one_decision_on_record(office, case, refusals=6)
    for answer in answers[:3]:
        detail = refused(answer, 409, "wrong_state")["detail"]
        assert f"APPROVED by the decision to approve of {decision['actor']['id']} (officer)" in detail
    for answer in answers[3:]:
        changes = refused(answer, 409, "case_moved")["changes"]
        assert [entry["event"] for entry in changes] == [
            "OFFICER_DECISION",
            "STATUS_CHANGED",
            "REPORT_GENERATED",
            "HANDOFF_REPORT_GENERATED",
        ]


async def test_two_who_escalate_at_once_hand_the_case_over_once(office: Office, colleague: httpx.AsyncClient) -> None:
    for case in await several_reviewed(office):
        body = {"decision": "escalate", "reason": "Beyond my limit."}

        taken, late = sorted_out(
            await asyncio.gather(decide(office.officer, case, body), decide(colleague, case, body))
        )

        assert taken.json()["status"] == "ESCALATED"
        refused(late, 409, "wrong_state")
        await one_decision_on_record(office, case, refusals=1)


# One officer, several times.


async def test_a_last_decision_sent_several_times_at_once_is_one_decision_with_one_answer(office: Office) -> None:
    for body, status in DECISIONS:
        case = await reviewed(office)
        answers = await asyncio.gather(*(decide(office.officer, case, body, **KEY) for _ in range(5)))

        assert {(answer.status_code, answer.text, answer.headers["etag"]) for answer in answers} == {
            (200, answers[0].text, answers[0].headers["etag"])
        }
        assert answers[0].json()["status"] == status
        await one_decision_on_record(office, case, refusals=0)


async def test_of_two_decisions_under_one_key_one_is_taken_and_the_other_is_told_of_the_key(office: Office) -> None:
    for number, case in enumerate(await several_reviewed(office)):
        one, other = DECISIONS[number % 3][0], DECISIONS[(number + 1) % 3][0]

        taken, late = sorted_out(
            await asyncio.gather(*(decide(office.officer, case, body, **KEY) for body in (one, other)))
        )

        assert taken.status_code == 200
        refused(late, 422, "idempotency_key_reused", "Idempotency-Key")
        await one_decision_on_record(office, case, refusals=0)


async def test_of_two_questions_under_one_key_one_is_answered_and_the_other_is_told_of_the_key(office: Office) -> None:
    for case in await several_reviewed(office):
        path = f"{case.path}/reclassify-mcc"

        taken, late = sorted_out(
            await asyncio.gather(
                *(
                    office.officer.post(path, json={"notes": notes}, headers=KEY)
                    for notes in ("They sell bicycles.", "They repair bicycles.")
                )
            )
        )

        assert taken.status_code == 200
        refused(late, 422, "idempotency_key_reused", "Idempotency-Key")
        events = [entry["event"] for entry in await office.audit(case)]
        assert events.count("MCC_RECLASSIFIED") == 1


async def test_of_two_companies_under_one_key_one_case_is_opened(office: Office) -> None:
    for number in range(TIMES):
        headers = {"Idempotency-Key": f"opened {number}"}

        taken, late = sorted_out(
            await asyncio.gather(
                *(
                    office.officer.post("/api/cases", json={**COMPANY, "company_name": name}, headers=headers)
                    for name in ("One BV", "Another BV")
                )
            )
        )

        assert taken.status_code == 201
        refused(late, 422, "idempotency_key_reused", "Idempotency-Key")
        case = (await office.officer.get(f"/api/cases/{taken.json()['case_id']}")).json()
        assert case["company_name"] in ("One BV", "Another BV")


# The customer.


async def submit(office: Office, case: Case, answers: dict[str, JsonValue], **headers: str) -> httpx.Response:
    return await office.customer.post(f"{case.portal}/submit", json={"answers": answers}, headers=headers)


async def test_a_customer_who_clicks_twice_submits_once(office: Office) -> None:
    for number in range(TIMES):
        case = await office.open()
        headers = KEY if number % 2 else {}

        taken, second = sorted_out(await asyncio.gather(*(submit(office, case, ANSWERS, **headers) for _ in range(2))))

        assert taken.status_code == 200
        if headers:
            assert (second.status_code, second.text) == (200, taken.text)
        else:
            refused(second, 409, "wrong_state")
        await office.until(case, "REVIEW_PENDING")
        events = Counter(entry["event"] for entry in await office.audit(case))
        assert (events["CUSTOMER_SUBMITTED"], events["INVESTIGATION_COMPLETED"]) == (1, 1)


async def test_an_upload_that_races_the_submission_is_listed_if_its_sender_was_told_so(office: Office) -> None:
    for number in range(TIMES):
        case = await office.open()

        uploaded, submitted = await asyncio.gather(
            office.customer.post(
                f"{case.portal}/documents",
                data={"requirement_id": "representative_id"},
                files={"file": (f"{number}.pdf", PDF)},
            ),
            submit(office, case, ANSWERS),
        )

        assert submitted.status_code == 200
        detail = await office.until(case, "REVIEW_PENDING")
        if uploaded.status_code != 201:
            refused(uploaded, 409, "wrong_state")
        assert len(detail["documents"]) == len(detail["validation_results"]) == (uploaded.status_code == 201)
