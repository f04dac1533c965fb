"""The eighteen documented endpoints of officers in one story: each is asked when its turn comes, and answers as
documented."""

from collections.abc import Awaitable
from typing import Any

import httpx
import pytest

from deploy.local.registries.catalogue import ACME_TRADING, HAVENLICHT
from tests.journey.documented_shapes import SHAPES, misfits
from tests.journey.walking import ANSWERS, Walk, named, text_pdf

Answers = dict[str, httpx.Response]

NOTES = "This company primarily sells electronics, not groceries"
FOLLOW_UP: dict[str, Any] = {
    "decision": "follow_up",
    "reason": "Address discrepancy needs clarification",
    "follow_up_tasks": [
        {
            "description": "Please provide a utility bill confirming your registered address",
            "response_type": "document",
            "document_type": "utility_bill",
            "required": True,
        }
    ],
}


@pytest.fixture(scope="module")
async def answers(walk: Walk) -> Answers:
    """What each endpoint answered, in the order in which an officer comes to it."""
    heard: Answers = {}

    async def hear(endpoint: str, asked: Awaitable[httpx.Response]) -> httpx.Response:
        heard[endpoint] = await asked
        assert heard[endpoint].is_success, f"{endpoint}: {heard[endpoint].text}"
        return heard[endpoint]

    officer = walk.officer
    await hear("GET /api/countries", officer.get("/api/countries"))
    await hear("GET /api/templates", officer.get("/api/templates"))
    created = await hear("POST /api/cases", walk.create(ACME_TRADING, website_url="acme-trading.be"))
    case = named(created.json())
    path, documented = f"/api/cases/{case.workflow_id}", "/api/cases/{workflow_id}"

    await walk.upload(case, "certificate_of_incorporation", text_pdf())
    await walk.submit(case, answers=ANSWERS)
    await walk.until(case, "REVIEW_PENDING")
    await walk.until_listed(case, "REVIEW_PENDING")
    await hear("GET /api/cases", officer.get("/api/cases?status=REVIEW_PENDING"))
    await hear(f"GET {documented}", officer.get(path))
    await hear(f"GET {documented}/ai-brief", officer.get(f"{path}/ai-brief"))
    await hear(f"GET {documented}/company-profile", officer.get(f"{path}/company-profile"))
    await hear(f"GET {documented}/evidence", officer.get(f"{path}/evidence"))
    await hear(f"POST {documented}/regenerate-tasks", officer.post(f"{path}/regenerate-tasks"))
    await hear(f"POST {documented}/reclassify-mcc", officer.post(f"{path}/reclassify-mcc", json={"notes": NOTES}))
    accepted = {"action": "accept", "notes": "MCC classification looks correct"}
    await hear(f"POST {documented}/mcc-decision", officer.post(f"{path}/mcc-decision", json=accepted))
    await hear(f"POST {documented}/decision", officer.post(f"{path}/decision", json=FOLLOW_UP))

    await walk.upload(case, "followup_task_1", text_pdf("bill.pdf"))
    await walk.submit(case)
    await walk.until(case, "REVIEW_PENDING")
    await hear(f"GET {documented}/responses", officer.get(f"{path}/responses"))
    listed = await hear(f"GET {documented}/documents", officer.get(f"{path}/documents?source=all"))
    key = listed.json()["documents"][0]["minio_key"]
    await hear(f"GET {documented}/documents/download", officer.get(f"{path}/documents/download", params={"key": key}))
    assert (await walk.decide(case, "approve", "The bill is clear.")).status_code == 200
    await walk.until_reported(case)
    await hear(f"GET {documented}/report", officer.get(f"{path}/report"))
    await hear(f"GET {documented}/audit", officer.get(f"{path}/audit"))

    by_mistake = await walk.open(HAVENLICHT)
    await hear(f"DELETE {documented}", officer.delete(f"/api/cases/{by_mistake.workflow_id}"))
    return heard


def test_no_endpoint_was_left_out(answers: Answers) -> None:
    assert len(SHAPES) == 18
    assert answers.keys() == SHAPES.keys()


@pytest.mark.parametrize("endpoint", SHAPES)
def test_an_endpoint_answers_as_documented(answers: Answers, endpoint: str) -> None:
    answer, shape = answers[endpoint], SHAPES[endpoint]

    assert answer.status_code == (201 if endpoint == "POST /api/cases" else 200)
    if shape is bytes:
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.content.startswith(b"%PDF-")
    else:
        assert answer.headers["content-type"] == "application/json"
        assert misfits(answer.json(), shape) == []


def told(answers: Answers, endpoint: str) -> Any:
    return answers[endpoint].json()


def test_the_brief_weighs_what_was_found(answers: Answers) -> None:
    brief = told(answers, "GET /api/cases/{workflow_id}/ai-brief")
    detail = told(answers, "GET /api/cases/{workflow_id}")

    assert brief["risk_trend"] in ("IMPROVING", "STABLE", "WORSENING", "INSUFFICIENT_DATA")
    assert brief["risk_scores"] == [detail["latest_risk_score"]]
    assert brief["recommended_action"] == detail["recommended_action"] == "follow_up"


def test_notes_lead_to_the_category_that_is_then_accepted(answers: Answers) -> None:
    reclassified = told(answers, "POST /api/cases/{workflow_id}/reclassify-mcc")["mcc_classification"]
    log = told(answers, "GET /api/cases/{workflow_id}/audit")["audit_log"]

    assert reclassified["primary_recommendation"]["mcc_code"] == "5732"
    [accepted] = [event for event in log if event["event"] == "MCC_DECISION"]
    assert accepted["data"]["recommended_mcc"] == "5732"


def test_the_follow_up_reaches_the_customer_in_the_documented_words(answers: Answers) -> None:
    assert told(answers, "POST /api/cases/{workflow_id}/decision") == {
        "status": "FOLLOW_UP_REQUIRED",
        "message": "Follow-up request sent to customer portal",
    }


def test_the_deletion_names_the_workflow(answers: Answers) -> None:
    deleted = told(answers, "DELETE /api/cases/{workflow_id}")

    assert deleted["status"] == "deleted"
    assert deleted["workflow_id"].startswith("wf_")
