"""Opening and reading cases: the same request twice is one case, and a list shows where each case stands now."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import psycopg
import pytest

from schemas.status import CaseStatus
from tests.gateway.running_gateway import COMPANY, PATIENCE, Gateway, open_case, refused


async def statement(gateway: Gateway, text: str, *values: object) -> None:
    async with await psycopg.AsyncConnection.connect(gateway.postgres_dsn) as connection:
        await connection.execute(text.encode(), values)


async def on_record(officer: httpx.AsyncClient, gateway: Gateway, case_id: str) -> None:
    """Waits until nothing of the case is left to be written, which would overwrite what a test writes."""
    async with asyncio.timeout(PATIENCE):
        while True:
            version = (await officer.get(f"/api/cases/{case_id}")).json()["version"]
            async with await psycopg.AsyncConnection.connect(gateway.postgres_dsn) as connection:
                written = await connection.execute("SELECT version FROM cases WHERE case_id = %s", [case_id])
                if await written.fetchone() == (version,):
                    return
            await asyncio.sleep(0.1)


async def listed(officer: httpx.AsyncClient, **parameters: object) -> dict[str, Any]:
    answer = await officer.get("/api/cases", params=parameters)  # type: ignore[arg-type]  # strings and numbers
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


# Opening.


async def test_an_opened_case_says_what_the_sources_found(officer: httpx.AsyncClient) -> None:
    created = await open_case(officer)

    assert created["status"] == "AWAITING_DOCUMENTS"
    assert created["vies_enrichment"] == {
        "vies_valid": True,
        "vies_name": "Acme Trading BVBA",
        "vies_address": None,
    }
    assert created["website_validation"]["accessible"] is True
    assert created["portal_url"].endswith(created["portal_token"])


async def test_the_same_key_and_body_open_one_case(officer: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(
        *(officer.post("/api/cases", json=COMPANY, headers={"Idempotency-Key": "once"}) for _ in range(4))
    )

    assert [answer.status_code for answer in answers] == [201] * 4
    assert len({answer.text for answer in answers}) == 1
    assert (await listed(officer))["total"] == 1


async def test_a_retry_gets_the_first_answer_even_after_the_case_has_closed(
    officer: httpx.AsyncClient, customer: httpx.AsyncClient
) -> None:
    async def opened() -> httpx.Response:
        return await officer.post("/api/cases", json=COMPANY, headers={"Idempotency-Key": "once"})

    first = await opened()
    case = f"/api/cases/{first.json()['case_id']}"
    answers = {"representative_function": "Director", "signing_authority": "Alone"}
    submitted = await customer.post(f"/api/portal/{first.json()['portal_token']}/submit", json={"answers": answers})
    assert submitted.status_code == 200, submitted.text
    async with asyncio.timeout(PATIENCE):
        while (await officer.get(case)).json()["status"] != "REVIEW_PENDING":
            await asyncio.sleep(0.05)
    decided = await officer.post(f"{case}/decision", json={"decision": "reject", "reason": "No documents"})
    assert decided.json() == {"status": "REJECTED", "message": "Case rejected"}
    assert (await officer.get(f"{case}/report")).content.startswith(b"%PDF-")

    assert (await opened()).text == first.text


async def test_the_same_key_with_another_body_is_refused(officer: httpx.AsyncClient) -> None:
    await officer.post("/api/cases", json=COMPANY, headers={"Idempotency-Key": "once"})

    answer = await officer.post(
        "/api/cases", json={**COMPANY, "company_name": "Another"}, headers={"Idempotency-Key": "once"}
    )

    refused(answer, 422, "idempotency_key_reused", "Idempotency-Key")


async def test_a_key_of_another_organisation_is_another_key(officer: httpx.AsyncClient, gateway: Gateway) -> None:
    async with await gateway.officer() as other:
        ours, theirs = [
            (await client.post("/api/cases", json=COMPANY, headers={"Idempotency-Key": "once"})).json()
            for client in (officer, other)
        ]

    assert ours["case_id"] != theirs["case_id"]
    assert ours["portal_token"] != theirs["portal_token"]


# Reading.


async def test_a_case_is_read_by_its_own_id_and_by_its_workflows(officer: httpx.AsyncClient) -> None:
    created = await open_case(officer)

    by_case, by_workflow = (
        await officer.get(f"/api/cases/{created['case_id']}"),
        await officer.get(f"/api/cases/{created['workflow_id']}"),
    )

    assert by_case.json() == by_workflow.json()
    assert by_case.json()["record_source"] == "workflow"
    assert by_case.headers["etag"] == f'"{by_case.json()["version"]}"'


async def test_the_audit_log_is_whole_at_any_moment(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]

    refused(await officer.post(f"/api/cases/{case_id}/decision", json={"decision": "approve"}), 409, "wrong_state")
    entries = (await officer.get(f"/api/cases/{case_id}/audit")).json()["audit_log"]

    assert [entry["sequence"] for entry in entries] == list(range(1, len(entries) + 1))
    assert entries[-1]["event"] == "COMMAND_REFUSED"


async def test_the_report_of_an_open_case_is_not_there_yet(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]

    refused(await officer.get(f"/api/cases/{case_id}/report"), 400, "report_not_available")


# Commands.


async def test_the_same_decision_under_the_same_key_is_answered_the_same(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]
    path, headers = f"/api/cases/{case_id}/decision", {"Idempotency-Key": "once"}

    first = await officer.post(path, json={"decision": "approve"}, headers=headers)
    again = await officer.post(path, json={"decision": "approve"}, headers=headers)
    other = await officer.post(path, json={"decision": "reject", "reason": "x"}, headers=headers)

    assert refused(first, 409, "wrong_state")["detail"] == refused(again, 409, "wrong_state")["detail"]
    refused(other, 422, "idempotency_key_reused", "Idempotency-Key")
    events = (await officer.get(f"/api/cases/{case_id}/audit")).json()["audit_log"]
    assert [event["event"] for event in events].count("COMMAND_REFUSED") == 1


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "decision"),
        ({"decision": "maybe"}, "decision"),
        ({"decision": "follow_up"}, "follow_up_tasks"),
        ({"decision": "follow_up", "follow_up_tasks": [{"response_type": "text"}]}, "follow_up_tasks.0.description"),
    ],
)
async def test_a_decision_that_cannot_be_read_never_reaches_the_case(
    officer: httpx.AsyncClient, body: dict[str, Any], field: str
) -> None:
    case_id = (await open_case(officer))["case_id"]

    refused(await officer.post(f"/api/cases/{case_id}/decision", json=body), 422, "invalid_body", field)

    events = (await officer.get(f"/api/cases/{case_id}/audit")).json()["audit_log"]
    assert "COMMAND_REFUSED" not in [event["event"] for event in events]


# Lists.


async def test_an_organisation_without_cases_has_an_empty_list(officer: httpx.AsyncClient) -> None:
    assert await listed(officer) == {
        "cases": [],
        "total": 0,
        "page": 1,
        "per_page": 50,
        "counts": dict.fromkeys(CaseStatus, 0),
        "status_source": "temporal",
    }


async def test_pages_are_newest_first_and_together_the_whole_list(officer: httpx.AsyncClient) -> None:
    opened = [(await open_case(officer, company_name=f"Company {number}"))["case_id"] for number in range(5)]

    pages = [await listed(officer, page=page, per_page=2) for page in (1, 2, 3, 4)]

    assert [case["case_id"] for page in pages for case in page["cases"]] == opened[::-1]
    assert {page["total"] for page in pages} == {5}
    assert [len(page["cases"]) for page in pages] == [2, 2, 1, 0]


async def test_a_list_can_be_of_some_statuses(officer: httpx.AsyncClient, gateway: Gateway) -> None:
    opened = [(await open_case(officer))["case_id"] for _ in range(3)]
    for case_id, status in zip(opened, ("APPROVED", "REJECTED", "ESCALATED"), strict=True):
        await on_record(officer, gateway, case_id)
        await statement(gateway, "UPDATE cases SET status = %s, version = 99 WHERE case_id = %s", status, case_id)

    answer = await officer.get("/api/cases?status=APPROVED&status=ESCALATED&status=")

    assert answer.json()["total"] == 2
    assert {(case["case_id"], case["status"]) for case in answer.json()["cases"]} == {
        (opened[0], "APPROVED"),
        (opened[2], "ESCALATED"),
    }


async def test_a_case_the_index_has_not_caught_up_with_is_listed_as_it_stands_now(
    officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    case_id = (await open_case(officer))["case_id"]
    await on_record(officer, gateway, case_id)
    await statement(gateway, "UPDATE cases SET status = 'CREATED', version = 0 WHERE case_id = %s", case_id)

    async with asyncio.timeout(PATIENCE):  # visibility lags behind by about a second
        while (await listed(officer))["cases"][0]["status"] != "AWAITING_DOCUMENTS":
            await asyncio.sleep(0.1)


async def test_a_case_that_visibility_has_not_caught_up_with_is_listed_as_the_index_has_it(
    officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    case_id = (await open_case(officer))["case_id"]
    await on_record(officer, gateway, case_id)
    await statement(gateway, "UPDATE cases SET status = 'REVIEW_PENDING', version = 99 WHERE case_id = %s", case_id)

    for _ in range(3):
        assert (await listed(officer))["cases"][0]["status"] == "REVIEW_PENDING"


# The portal.


@pytest.mark.parametrize("token", ["pt_", "pt_" + "A" * 32, "pt_" + "A" * 31, "x", "pt_" + "é" * 32])
async def test_an_unknown_token_opens_nothing(customer: httpx.AsyncClient, token: str) -> None:
    refused(await customer.get(f"/api/portal/{token}"), 404, "portal_not_found")


async def test_an_expired_token_opens_nothing(
    officer: httpx.AsyncClient, customer: httpx.AsyncClient, gateway: Gateway
) -> None:
    created = await open_case(officer)
    past = datetime.now(UTC) - timedelta(seconds=1)
    await statement(gateway, "UPDATE cases SET portal_expires_at = %s WHERE case_id = %s", past, created["case_id"])

    for method, path in (("GET", ""), ("POST", "/submit"), ("POST", "/documents")):
        answer = await customer.request(method, f"/api/portal/{created['portal_token']}{path}", json={})
        refused(answer, 410, "portal_expired")


async def test_the_portal_answers_without_a_key_and_shows_no_more_than_the_customer_may_see(
    officer: httpx.AsyncClient, customer: httpx.AsyncClient
) -> None:
    created = await open_case(officer, additional_data={"note": "A private remark"})

    answer = await customer.get(f"/api/portal/{created['portal_token']}")

    assert answer.status_code == 200
    assert answer.json()["phase"] == "initial_collection"
    assert not any(text in answer.text for text in ("private remark", "0403170701", "vies", "key_", "org_"))


async def test_a_submission_with_a_member_nobody_knows_is_refused(
    officer: httpx.AsyncClient, customer: httpx.AsyncClient
) -> None:
    created = await open_case(officer)

    answer = await customer.post(f"/api/portal/{created['portal_token']}/submit", json={"status": "APPROVED"})

    refused(answer, 422, "invalid_body", "status")
