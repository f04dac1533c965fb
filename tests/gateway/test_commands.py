"""What officers tell a case: every documented decision and who may take it, and what is refused by which code."""

import httpx
import pytest

from domain.fold import CHANGE_NOTHING
from schemas.errors import ErrorCode
from tests.gateway.office import TASK, Case, Json, Office
from tests.gateway.running_gateway import refused

REASON = "Checked by telephone."
BILL: Json = {"description": "A utility bill, please.", "response_type": "document", "document_type": "utility_bill"}
YES_NO: Json = {"description": "Do you sell abroad?", "response_type": "yes_no", "required": True}


@pytest.fixture(scope="module")
async def in_order(office: Office) -> Case:
    """A case under review that is recommended to be approved; no test here moves it."""
    return await office.under_review()


@pytest.fixture(scope="module")
async def incomplete(office: Office) -> Case:
    """A case under review without a document: the recommendation is to ask the customer. No test here moves it."""
    return await office.under_review(documents=())


@pytest.fixture(scope="module")
async def closed(office: Office) -> Case:
    case = await office.under_review()
    assert (await office.decide(case, "approve")).status_code == 200
    return case


# Decisions that are taken.


async def test_what_is_recommended_is_approved_without_a_reason(office: Office) -> None:
    case = await office.under_review()
    assert (await office.detail(case))["recommended_action"] == "approve"

    approved = await office.decide(case, "approve")

    assert (approved.status_code, approved.json()) == (200, {"status": "APPROVED", "message": "Case approved"})
    log = [entry for entry in await office.audit(case) if entry["event"] not in CHANGE_NOTHING]
    moves = [entry["data"].get("to") for entry in log]
    assert approved.headers["etag"] == f'"{moves.index("APPROVED") + 1}"'


async def test_a_rejection_ends_the_case_with_its_reason(office: Office) -> None:
    case = await office.under_review()

    rejected = await office.decide(case, "reject", REASON)

    assert rejected.json() == {"status": "REJECTED", "message": "Case rejected"}
    [decision] = (await office.detail(case))["decisions"]
    assert (decision["decision"], decision["reason"], decision["actor"]["role"]) == ("reject", REASON, "officer")


async def test_a_case_is_escalated_returned_and_then_approved(office: Office) -> None:
    case = await office.under_review()

    told = [
        await office.decide(case, "escalate", "Beyond my limit."),
        await office.decide(case, "approve", REASON),
        await office.decide(case, "return", by=office.senior_officer),
        await office.decide(case, "approve"),
    ]

    refused(told.pop(1), 403, "role_not_allowed")
    assert [(answer.status_code, answer.json()["status"], answer.json()["message"]) for answer in told] == [
        (200, "ESCALATED", "Case escalated to a senior officer"),
        (200, "REVIEW_PENDING", "Case returned to the officers"),
        (200, "APPROVED", "Case approved"),
    ]
    decisions = (await office.detail(case))["decisions"]
    assert [(item["decision"], item["actor"]["role"]) for item in decisions] == [
        ("escalate", "officer"),
        ("return", "senior_officer"),
        ("approve", "officer"),
    ]


@pytest.mark.parametrize(
    ("decision", "more", "status"),
    [
        ("approve", {}, "APPROVED"),
        ("reject", {"reason": REASON}, "REJECTED"),
        ("follow_up", {"follow_up_tasks": [TASK]}, "FOLLOW_UP_REQUIRED"),
    ],
)
async def test_a_senior_officer_decides_an_escalated_case(
    office: Office, decision: str, more: Json, status: str
) -> None:
    case = await office.under_review()
    assert (await office.decide(case, "escalate", "Beyond my limit.")).status_code == 200

    decided = await office.decide(case, decision, by=office.senior_officer, **more)

    assert (decided.status_code, decided.json()["status"]) == (200, status)


async def test_a_follow_up_asks_in_each_of_the_three_ways(office: Office) -> None:
    case = await office.under_review()

    asked = await office.decide(case, "follow_up", follow_up_tasks=[BILL, YES_NO, TASK])

    assert asked.json() == {"status": "FOLLOW_UP_REQUIRED", "message": "Follow-up request sent to customer portal"}
    tasks = (await office.customer.get(case.portal)).json()["follow_up_tasks"]
    assert [(task["id"], task["response_type"], task["document_type"]) for task in tasks] == [
        ("task_1", "document", "utility_bill"),
        ("task_2", "yes_no", None),
        ("task_3", "text", None),
    ]
    assert (await office.upload(case, "followup_task_1")).status_code == 201
    answered = await office.submitted(case, task_responses={"task_2": "no", "task_3": "Shops."})
    assert [task["response"] for task in answered["follow_up_tasks"]] == ["document.pdf", False, "Shops."]


async def test_the_customer_is_asked_no_more_often_than_the_template_allows(office: Office) -> None:
    case = await office.under_review()
    assert (await office.detail(case))["max_iterations"] == 3
    for number in (1, 2):
        assert (await office.decide(case, "follow_up", REASON, follow_up_tasks=[TASK])).status_code == 200
        await office.submitted(case, task_responses={f"task_{number}": "Shops."})

    once_more = await office.decide(case, "follow_up", REASON, follow_up_tasks=[TASK])

    problem = refused(once_more, 409, "max_iterations_reached")
    assert "approve, reject or escalate" in problem["detail"]
    assert (await office.detail(case))["current_iteration"] == 3


async def test_the_detail_says_what_is_recommended_what_falls_due_and_who_has_the_case(office: Office) -> None:
    case = await office.under_review()
    assigned = await office.senior_officer.post(f"{case.path}/assign", json={"assignee": "me"})

    detail = await office.detail(case)

    assert detail["recommended_action"] == "approve"
    assert [deadline["kind"] for deadline in detail["deadlines"]] == ["reminder", "reminder", "portal", "timeline"]
    assert all(deadline["passed_at"] is None for deadline in detail["deadlines"])
    assert [item["due_at"] for item in detail["deadlines"] if item["kind"] == "portal"] == [detail["portal_expires_at"]]
    assert detail["assignment"] == assigned.json()


# Decisions that are not.


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({"decision": "reject"}, "reason_required", "reason"),
        ({"decision": "reject", "reason": "   "}, "reason_required", "reason"),
        ({"decision": "escalate"}, "reason_required", "reason"),
        ({"decision": "follow_up"}, "invalid_body", "follow_up_tasks"),
        ({"decision": "follow_up", "follow_up_tasks": []}, "invalid_body", "follow_up_tasks"),
        ({"decision": "approve", "follow_up_tasks": [TASK]}, "invalid_body", "follow_up_tasks"),
        (
            {"decision": "follow_up", "follow_up_tasks": [{**BILL, "document_type": None}]},
            "invalid_body",
            "follow_up_tasks.0.document_type",
        ),
        (
            {"decision": "follow_up", "follow_up_tasks": [TASK, {**TASK, "response_type": "number"}]},
            "invalid_body",
            "follow_up_tasks.1.response_type",
        ),
        ({"decision": "postpone"}, "invalid_body", "decision"),
        ({"decision": "approve", "seen_version": "latest"}, "invalid_body", "seen_version"),
        ({"decision": "approve", "comment": "fine"}, "invalid_body", "comment"),
    ],
)
async def test_a_decision_that_lacks_something_is_refused_by_its_name(
    office: Office, in_order: Case, body: Json, code: ErrorCode, field: str
) -> None:
    refused(await office.officer.post(f"{in_order.path}/decision", json=body), 422, code, field)


async def test_a_decision_against_the_recommendation_needs_a_reason(office: Office, incomplete: Case) -> None:
    assert (await office.detail(incomplete))["recommended_action"] == "follow_up"

    problem = refused(await office.decide(incomplete, "approve"), 422, "reason_required", "reason")

    assert "the recommendation is to follow up" in problem["detail"]


async def test_a_case_that_was_not_escalated_is_not_returned(office: Office, in_order: Case) -> None:
    problem = refused(await office.decide(in_order, "return", by=office.senior_officer), 409, "wrong_state")

    assert "approve or reject or follow up or escalate" in problem["detail"]


async def test_a_case_that_waits_for_its_customer_is_not_decided(office: Office) -> None:
    case = await office.open()

    problem = refused(await office.decide(case, "approve", REASON), 409, "wrong_state")

    assert "AWAITING_DOCUMENTS" in problem["detail"]


async def test_an_auditor_decides_nothing(office: Office, in_order: Case) -> None:
    refused(await office.decide(in_order, "approve", by=office.auditor), 403, "role_not_allowed")
    accepted = await office.auditor.post(f"{in_order.path}/mcc-decision", json={"action": "accept"})
    refused(accepted, 403, "role_not_allowed")


# A closed case.


@pytest.mark.parametrize(("decision", "reason"), [("reject", REASON), ("approve", None), ("return", None)])
async def test_a_closed_case_answers_with_the_decision_that_closed_it_and_keeps_on_record_what_it_was_told(
    office: Office, closed: Case, decision: str, reason: str | None
) -> None:
    approval = (await office.detail(closed))["decisions"][-1]
    before = await office.audit(closed)

    problem = refused(await office.decide(closed, decision, reason, by=office.senior_officer), 409, "wrong_state")

    assert f"APPROVED by the decision to approve of {approval['actor']['id']} (officer)" in problem["detail"]
    [entry] = [entry for entry in (await office.audit(closed))[len(before) :] if "REPORT" not in entry["event"]]
    assert (entry["event"], entry["actor"]["role"]) == ("COMMAND_REFUSED", "senior_officer")
    assert (entry["data"]["command"], entry["data"]["code"]) == ("decision", "wrong_state")
    assert entry["sequence"] > before[-1]["sequence"]
    assert (await office.detail(closed))["status"] == "APPROVED"


# The merchant category.


async def decide_mcc(office: Office, case: Case, **body: str) -> httpx.Response:
    return await office.officer.post(f"{case.path}/mcc-decision", json=body)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"action": "accept", "notes": "As the website says."}, None),
        ({"action": "reject", "notes": "Neither shop nor workshop."}, None),
        ({"action": "override", "override_mcc": "5411"}, "5411"),
    ],
)
async def test_an_mcc_decision_is_on_record_beside_what_was_recommended(
    office: Office, body: dict[str, str], code: str | None
) -> None:
    case = await office.under_review(company_name="Antwerp Bicycle Shop BV")
    recommended = (await office.detail(case))["mcc_classification"]["primary_recommendation"]["mcc_code"]
    assert recommended == "5940"

    decided = await decide_mcc(office, case, **body)

    assert decided.json() == {"status": "REVIEW_PENDING", "message": f"MCC decision recorded: {body['action']}"}
    detail = await office.detail(case)
    assert decided.headers["etag"] == f'"{detail["version"]}"'
    recorded = detail["mcc_decision"]
    assert (recorded["action"], recorded["override_mcc"], recorded["notes"]) == (
        body["action"],
        code,
        body.get("notes"),
    )
    last = (await office.audit(case))[-1]
    assert (last["event"], last["data"]["recommended_mcc"]) == ("MCC_DECISION", recommended)


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({"action": "override", "override_mcc": "0001"}, "unknown_mcc", "override_mcc"),
        ({"action": "override", "override_mcc": "54A1"}, "invalid_body", "override_mcc"),
        ({"action": "override", "override_mcc": "541"}, "invalid_body", "override_mcc"),
        ({"action": "override", "override_mcc": "٥٤١١"}, "invalid_body", "override_mcc"),
        ({"action": "override"}, "invalid_body", "override_mcc"),
        ({"action": "guess"}, "invalid_body", "action"),
        ({"action": "accept", "mcc": "5411"}, "invalid_body", "mcc"),
    ],
)
async def test_a_code_that_is_none_is_refused(
    office: Office, in_order: Case, body: dict[str, str], code: ErrorCode, field: str
) -> None:
    refused(await decide_mcc(office, in_order, **body), 422, code, field)


async def test_nothing_was_recommended_so_there_is_nothing_to_accept(office: Office) -> None:
    case = await office.under_review(documents=())
    assert (await office.detail(case))["mcc_classification"]["primary_recommendation"] is None

    refused(await decide_mcc(office, case, action="accept"), 409, "no_mcc_classification")


async def test_the_mcc_is_decided_under_review_only(office: Office, closed: Case) -> None:
    waiting = await office.open()

    for case in (waiting, closed):
        refused(await decide_mcc(office, case, action="override", override_mcc="5411"), 409, "wrong_state")
