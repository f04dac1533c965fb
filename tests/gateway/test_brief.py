"""The brief over HTTP, at each stage of a case's life: the documented members, and what was recorded."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import httpx

from tests.gateway.running_gateway import PATIENCE, Gateway, open_case, refused

MEMBERS = {"summary", "risk_trend", "risk_scores", "key_signals", "recommended_action", "generated_at"}
ANSWERS = {"representative_function": "Director", "signing_authority": "Alone"}


async def brief_of(officer: httpx.AsyncClient, case_id: str) -> dict[str, Any]:
    answer = await officer.get(f"/api/cases/{case_id}/ai-brief")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    assert found.keys() == MEMBERS
    return found


async def reviewable(officer: httpx.AsyncClient, customer: httpx.AsyncClient) -> dict[str, Any]:
    """A case whose customer has submitted without a document, as an officer sees it under review."""
    created = await open_case(officer)
    submitted = await customer.post(f"/api/portal/{created['portal_token']}/submit", json={"answers": ANSWERS})
    assert submitted.status_code == 200, submitted.text
    async with asyncio.timeout(PATIENCE):
        while True:
            case: dict[str, Any] = (await officer.get(f"/api/cases/{created['case_id']}")).json()
            if case["status"] == "REVIEW_PENDING":
                return case
            await asyncio.sleep(0.05)


async def test_a_case_that_waits_for_the_customer_is_not_assessed(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]
    before = datetime.now(UTC)

    found = await brief_of(officer, case_id)

    assert (found["risk_trend"], found["risk_scores"], found["recommended_action"]) == (
        "INSUFFICIENT_DATA",
        [],
        "follow_up",
    )
    assert found["summary"].startswith("Acme Trading BVBA has not been investigated yet.")
    assert before <= datetime.fromisoformat(found["generated_at"]) <= datetime.now(UTC)


async def test_a_case_under_review_is_summed_up_by_its_investigation(
    officer: httpx.AsyncClient, customer: httpx.AsyncClient
) -> None:
    case = await reviewable(officer, customer)
    (result,) = case["investigation_results"]

    found = await brief_of(officer, case["case_id"])

    assert found["risk_scores"] == [result["risk_score"]]
    assert found["risk_trend"] == "STABLE"
    assert found["recommended_action"] == result["recommended_action"] == "follow_up"
    weighing = [item for item in result["findings"] if item["severity"] != "info"]
    assert found["key_signals"][0].startswith(f"{len(result['findings'])} findings, ")
    assert f"{len(weighing)} findings and " in found["summary"]
    assert any(signal.startswith("Missing documents: ") for signal in found["key_signals"])


async def test_a_closed_case_says_how_it_was_decided(officer: httpx.AsyncClient, customer: httpx.AsyncClient) -> None:
    case_id = (await reviewable(officer, customer))["case_id"]
    decided = await officer.post(
        f"/api/cases/{case_id}/decision", json={"decision": "reject", "reason": "No documents at all"}
    )
    assert decided.status_code == 200, decided.text

    found = await brief_of(officer, case_id)

    assert "Rejected by key_" in found["summary"]
    assert found["summary"].endswith("recommended was to ask the customer again.")
    assert "Reason of the last decision: No documents at all" in found["key_signals"]


async def test_the_same_case_has_the_same_brief_but_for_the_moment(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]

    one, other = [await brief_of(officer, case_id) for _ in range(2)]

    assert {**one, "generated_at": None} == {**other, "generated_at": None}


async def test_the_answer_names_the_version_of_the_case(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]

    version = (await officer.get(f"/api/cases/{case_id}")).json()["version"]

    assert (await officer.get(f"/api/cases/{case_id}/ai-brief")).headers["etag"] == f'"{version}"'


async def test_the_brief_of_another_organisations_case_is_not_there(
    officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    case_id = (await open_case(officer))["case_id"]

    async with await gateway.officer() as stranger:
        refused(await stranger.get(f"/api/cases/{case_id}/ai-brief"), 404, "case_not_found")
