"""The other ways a case goes: rejected, escalated, back to the customer, sent twice, deleted."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import psycopg
import pytest
from minio import Minio
from psycopg import sql
from temporalio.client import Client, WorkflowExecutionStatus

from deploy.local.registries.catalogue import HAVENLICHT, ZONNEWIND
from tests.conftest import Stack
from tests.journey.walking import (
    ANSWERS,
    Json,
    OpenCase,
    Walk,
    as_object,
    body_about,
    damaged_pdf,
    event_names,
    named,
    ok,
    printed,
    scan,
    squeezed,
    text_pdf,
)


async def test_a_rejected_case_is_closed_and_reported_on(walk: Walk) -> None:
    case = await walk.open_under_review(HAVENLICHT)
    assert ok(await walk.decide(case, "reject", "No plausible business.")) == {
        "status": "REJECTED",
        "message": "Case rejected",
    }
    await walk.until_reported(case)
    report = await walk.officer.get(f"{case.path}/report")
    assert report.status_code == 200
    assert squeezed("No plausible business.") in printed(report.content)
    again = await walk.decide(case, "approve")
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")


async def test_an_escalated_case_is_decided_by_a_senior_officer_only(
    walk: Walk, senior_officer: httpx.AsyncClient
) -> None:
    case = await walk.open_under_review(HAVENLICHT)
    assert ok(await walk.decide(case, "escalate", "Beyond my limit."))["status"] == "ESCALATED"

    refused = await walk.decide(case, "approve", "Fine after all.")
    assert (refused.status_code, refused.json()["code"]) == (403, "role_not_allowed")
    early = await walk.officer.get(f"{case.path}/report")
    assert (early.status_code, early.json()["code"]) == (400, "report_not_available")
    assert (await walk.detail(case))["status"] == "ESCALATED"

    body = {"decision": "approve", "reason": "Known group."}
    assert ok(await senior_officer.post(f"{case.path}/decision", json=body))["status"] == "APPROVED"
    decisions = (await walk.detail(case))["decisions"]
    assert [(item["decision"], item["actor"]["role"]) for item in decisions] == [
        ("escalate", "officer"),
        ("approve", "senior_officer"),
    ]


async def test_a_decision_sent_twice_under_one_key_is_one_decision(walk: Walk) -> None:
    case = await walk.open_under_review(HAVENLICHT)

    async def send(decision: str) -> httpx.Response:
        return await walk.officer.post(
            f"{case.path}/decision",
            json={"decision": decision, "reason": "As agreed."},
            headers={"Idempotency-Key": "decision 1"},
        )

    assert ok(await send("escalate")) == ok(await send("escalate"))
    other = await send("reject")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    detail = await walk.detail(case)
    assert detail["status"] == "ESCALATED"
    assert event_names(detail["audit_log"]).count("OFFICER_DECISION") == 1


async def test_a_damaged_required_document_goes_back_to_the_customer_without_an_officer(walk: Walk) -> None:
    case = await walk.open(ZONNEWIND)
    ok(await walk.upload(case, "certificate_of_incorporation", damaged_pdf()), 201)
    ok(await walk.upload(case, "director_id", scan()), 201)
    ok(await walk.submit(case, answers=ANSWERS))
    bounced = await walk.until(case, "AWAITING_DOCUMENTS")
    assert bounced["investigation_results"] == bounced["decisions"] == []
    assert "VALIDATION_BOUNCE_BACK" in event_names(bounced["audit_log"])

    portal = ok(await walk.customer.get(case.portal))
    assert (portal["phase"], portal["iteration"]) == ("follow_up", 1)
    [task] = portal["follow_up_tasks"]
    assert (task["response_type"], task["document_type"]) == ("document", "certificate_of_incorporation")
    assert "beschadigd" in task["description"]  # in the language of its country
    files = {item["id"]: item["uploaded_file"] for item in portal["document_requirements"]}
    assert files["certificate_of_incorporation"]["readable"] is False
    assert "damaged" in files["certificate_of_incorporation"]["message"]
    assert files["director_id"]["readable"] is True

    ok(await walk.upload(case, task["upload_requirement_id"], text_pdf()), 201)
    ok(await walk.submit(case))
    reviewed = await walk.until(case, "REVIEW_PENDING")
    assert [result["valid"] for result in reviewed["validation_results"]] == [False, True, True]
    assert [item["origin"] for item in reviewed["follow_up_tasks"]] == ["validation"]
    assert "document_unreadable" not in {
        finding["category"] for finding in reviewed["investigation_results"][0]["findings"]
    }


async def test_the_same_idempotency_key_is_the_same_case_and_the_same_answer(walk: Walk) -> None:
    async def send(**changes: str) -> httpx.Response:
        return await walk.officer.post(
            "/api/cases", json={**body_about(ZONNEWIND), **changes}, headers={"Idempotency-Key": "order 17"}
        )

    first, *again = await asyncio.gather(*(send() for _ in range(3)))
    assert all(answer.json() == ok(first, 201) for answer in (*again, await send()))

    refused = await send(company_name="Another BV")
    assert refused.status_code == 422
    assert refused.json()["code"] == "idempotency_key_reused"
    detail = await walk.detail(named(first.json()))
    assert detail["company_name"] == "Zonnewind Logistiek BV"
    assert event_names(detail["audit_log"]).count("CASE_CREATED") == 1


async def test_a_repeated_request_gets_the_first_answer_also_after_the_case_has_closed(walk: Walk) -> None:
    async def send() -> Json:
        key = {"Idempotency-Key": "order 18"}
        return as_object(await walk.officer.post("/api/cases", json=body_about(ZONNEWIND), headers=key))

    first = await send()
    assert first["vies_enrichment"]["vies_valid"] is True
    case = named(first)
    await walk.answer_everything(case)
    await walk.until(case, "REVIEW_PENDING")
    ok(await walk.decide(case, "reject", "No plausible business."))
    await walk.until_reported(case)

    assert await send() == first


@pytest.fixture
async def temporal_of_the_stack(stack: Stack) -> AsyncIterator[Client]:
    facts = stack.facts
    yield await Client.connect(facts["temporal_address"], namespace=facts["temporal_namespace"])


async def test_a_deleted_case_leaves_its_tombstone_and_nothing_else(
    stack: Stack, walk: Walk, temporal_of_the_stack: Client
) -> None:
    case = await walk.open_under_review(ZONNEWIND)
    assert _objects(stack, case)
    assert ok(await walk.officer.delete(case.path)) == {"status": "deleted", "workflow_id": case.workflow_id}

    for gone in (case.path, f"/api/cases/{case.workflow_id}", f"{case.path}/audit", case.portal):
        assert (await walk.officer.get(gone)).status_code == 404
    listed = ok(await walk.officer.get("/api/cases?per_page=200"))["cases"]
    assert case.case_id not in {row["case_id"] for row in listed}
    workflow = await temporal_of_the_stack.get_workflow_handle(case.workflow_id).describe()
    assert workflow.status == WorkflowExecutionStatus.TERMINATED
    assert _objects(stack, case) == []
    assert await _rows(stack, case) == {"case_deletions": 1}


def _objects(stack: Stack, case: OpenCase) -> list[str]:
    facts = stack.facts
    store = Minio(
        facts["s3_endpoint"].removeprefix("http://"),
        access_key=facts["s3_access_key"],
        secret_key=facts["s3_secret_key"],
        secure=False,
        region="us-east-1",
    )
    found = store.list_objects(facts["s3_bucket"], prefix=f"{case.case_id}/", recursive=True)
    return [str(item.object_name) for item in found]


async def _rows(stack: Stack, case: OpenCase) -> dict[str, int]:
    """How many rows each table has of a case, where it has any: every table that knows cases is asked."""
    async with await psycopg.AsyncConnection.connect(stack.facts["postgres_dsn"]) as connection:
        tables = await connection.execute(
            "SELECT table_name FROM information_schema.columns "
            "WHERE column_name = 'case_id' AND table_schema = 'public'"
        )
        names = [str(name) for (name,) in await tables.fetchall()]
        assert {"cases", "case_events", "evidence"} <= set(names)
        counted = {}
        for name in names:
            query = sql.SQL("SELECT count(*) FROM {} WHERE case_id = %s").format(sql.Identifier(name))
            row = await (await connection.execute(query, [case.case_id])).fetchone()
            counted[name] = row[0] if row else 0
    return {name: count for name, count in counted.items() if count}
