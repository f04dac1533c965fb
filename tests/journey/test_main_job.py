"""The main job, as the documentation tells it: from opening a case to its report, over HTTP and nothing else."""

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx
import psycopg
import pypdfium2
import pytest
from minio import Minio
from psycopg import sql
from temporalio.client import Client, WorkflowExecutionStatus

from deploy.local.registries.catalogue import ACME_TRADING, HAVENLICHT, ZONNEWIND
from tests.conftest import Stack
from tests.journey.walking import (
    ANSWERS,
    DOCX,
    Json,
    OpenCase,
    Upload,
    Walk,
    body_about,
    damaged_pdf,
    event_names,
    is_gapless,
    moves,
    named,
    scan,
    text_pdf,
    word_document,
)

REASON = "The registered address is clear now; the number was mistyped."
SECRET_REASON = "The address looks like a letter box; do not tell."
TASKS: list[Json] = [
    {
        "description": "Please provide a utility bill confirming your registered address",
        "response_type": "document",
        "document_type": "utility_bill",
        "required": True,
    },
    {"description": "Do you sell to consumers?", "response_type": "yes_no", "required": True},
    {"description": "Where do you keep your stock?", "response_type": "text", "required": False},
]
RESPONSES: Json = {"task_1": "It is in our landlord's name.", "task_2": "yes", "task_3": "In Vilvoorde."}


@dataclass(frozen=True)
class Story:
    """One case from its opening to its end, with every answer that was given on the way."""

    case: OpenCase
    created: Json
    portal_at_first: Json
    sent: dict[str, Upload]
    uploaded: dict[str, Json]
    submitted: Json
    reviewed: Json
    portal_in_review: Json
    mcc_decided: Json
    asked: Json
    portal_when_asked: Json
    answered: Json
    reviewed_again: Json
    approved: Json
    report: httpx.Response
    portal_at_last: Json
    closed: Json


def ok(response: httpx.Response, status: int = 200) -> Json:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    found: Json = response.json()
    return found


@pytest.fixture(scope="module")
async def story(walk: Walk) -> Story:
    """Acme Trading, the documentation's example, walked from end to end."""
    sent = {
        "certificate_of_incorporation": text_pdf("Extract.pdf"),
        "proof_of_business_address": scan("utility bill.png"),
        "articles_of_association": word_document("Statuten – coördinatie.docx"),
        "followup_task_1": scan("bill, new.png"),
    }
    created = ok(
        await walk.create(ACME_TRADING, website_url="acme-trading.be", additional_data={"crm_id": "A-17"}), 201
    )
    case = named(created)
    portal_at_first = ok(await walk.customer.get(case.portal))
    uploaded = {
        requirement_id: ok(await walk.upload(case, requirement_id, upload), 201)
        for requirement_id, upload in sent.items()
        if not requirement_id.startswith("followup")
    }
    submitted = ok(await walk.submit(case, answers=ANSWERS))
    reviewed = await walk.until(case, "REVIEW_PENDING")
    portal_in_review = ok(await walk.customer.get(case.portal))
    mcc_decided = ok(
        await walk.officer.post(
            f"{case.path}/mcc-decision",
            json={"action": "override", "override_mcc": "5943", "notes": "Office supplies, not groceries"},
        )
    )
    asked = ok(await walk.decide(case, "follow_up", SECRET_REASON, follow_up_tasks=TASKS))
    portal_when_asked = ok(await walk.customer.get(case.portal))
    uploaded["followup_task_1"] = ok(await walk.upload(case, "followup_task_1", sent["followup_task_1"]), 201)
    answered = ok(await walk.submit(case, task_responses=RESPONSES))
    reviewed_again = await walk.until(case, "REVIEW_PENDING")
    approved = ok(await walk.decide(case, "approve", REASON))
    report = await walk.officer.get(f"{case.path}/report")
    portal_at_last = ok(await walk.customer.get(case.portal))
    closed = await walk.until_reported(case)
    return Story(
        case,
        created,
        portal_at_first,
        sent,
        uploaded,
        submitted,
        reviewed,
        portal_in_review,
        mcc_decided,
        asked,
        portal_when_asked,
        answered,
        reviewed_again,
        approved,
        report,
        portal_at_last,
        closed,
    )


def is_moment(text: str) -> bool:
    """ISO 8601 in UTC, written with Z."""
    return text.endswith("Z") and datetime.fromisoformat(text).utcoffset() == timedelta(0)


# What can be chosen.


async def test_the_countries_are_the_thirty_of_the_eea(walk: Walk) -> None:
    countries: Any = (await walk.officer.get("/api/countries")).json()
    assert len(countries) == 30
    assert all(country.keys() == {"code", "name"} for country in countries)
    known = {country["code"]: country["name"] for country in countries}
    assert known.items() >= {"BE": "Belgium", "NL": "Netherlands", "DE": "Germany", "NO": "Norway"}.items()
    assert not known.keys() & {"GB", "CH", "US"}


async def test_the_templates_say_how_much_they_ask_for(walk: Walk) -> None:
    templates: Any = (await walk.officer.get("/api/templates")).json()
    assert {
        "id": "psp_merchant_onboarding",
        "name": "PSP Merchant Onboarding",
        "description": "Standard KYB onboarding for payment service provider merchants",
        "document_count": 5,
        "question_count": 3,
    } in templates


# Opening.


def test_creation_answers_with_every_documented_member(story: Story) -> None:
    created = story.created
    assert created.keys() >= {
        "case_id",
        "workflow_id",
        "status",
        "portal_token",
        "portal_url",
        "vies_enrichment",
        "northdata_enrichment",
        "crunchbase_enrichment",
        "website_validation",
        "created_at",
    }
    assert re.fullmatch(r"case_[0-9a-f]{12}", created["case_id"])
    assert re.fullmatch(r"wf_[0-9a-f]{12}", created["workflow_id"])
    assert created["status"] == "AWAITING_DOCUMENTS"
    assert re.fullmatch(r"pt_[A-Za-z0-9_-]{32}", created["portal_token"])
    assert re.fullmatch(rf"http://\S+/portal/{re.escape(created['portal_token'])}", created["portal_url"])
    assert created["vies_enrichment"] == {
        "vies_valid": True,
        "vies_name": "ACME TRADING",
        "vies_address": "RUE DE LA LOI 1, 1000 BRUXELLES",
    }
    assert created["website_validation"] == {
        "url": "https://acme-trading.be",
        "accessible": True,
        "status_code": 200,
    }
    assert is_moment(created["created_at"])


async def test_the_template_is_the_default_and_the_registration_number_follows_from_a_belgian_vat_number(
    walk: Walk,
) -> None:
    body = {"company_name": "Acme Trading BVBA", "vat_number": "be 0456.789.012", "country": "be"}
    created = ok(await walk.officer.post("/api/cases", json=body), 201)
    detail = await walk.detail(named(created))
    assert detail["company_registration_number"] == "0456789012"
    assert detail["vat_number"] == "BE0456789012"
    assert detail["country"] == "BE"
    assert detail["template_id"] == "psp_merchant_onboarding"
    assert detail["website_url"] is None
    assert created["website_validation"] is None


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


# The customer.


def test_the_portal_asks_for_what_the_template_requires(story: Story) -> None:
    portal = story.portal_at_first
    assert portal["case_id"] == story.case.case_id
    assert (portal["status"], portal["phase"]) == ("AWAITING_DOCUMENTS", "initial_collection")
    assert portal["company_name"] == "Acme Trading BVBA"
    assert portal["iteration"] == 1
    assert portal["follow_up_tasks"] == []
    assert portal["follow_up_reason"] is None
    assert is_moment(portal["expires_at"])
    assert [item["id"] for item in portal["document_requirements"]] == [
        "certificate_of_incorporation",
        "proof_of_business_address",
        "ubo_declaration",
        "director_id",
        "articles_of_association",
    ]
    for item in portal["document_requirements"]:
        assert item["name"] and item["description"]
        assert item["required"] is True
        assert item["accepted_formats"] == ["pdf", "docx", "png", "jpg"]
        assert (item["uploaded"], item["uploaded_file"]) == (False, None)
    assert {question["id"]: question["type"] for question in portal["questions"]} == {
        "business_activity": "textarea",
        "business_type": "select",
        "expected_monthly_volume": "select",
    }
    assert all(question["text"] and question["required"] for question in portal["questions"])
    assert portal["questions"][1]["options"] == ["E-commerce", "SaaS", "Marketplace", "Retail", "Other"]


def test_the_portal_has_no_member_but_those_made_for_customers(story: Story) -> None:
    seen = (story.portal_at_first, story.portal_in_review, story.portal_when_asked, story.portal_at_last)
    for portal in seen:
        assert portal.keys() == {
            "case_id",
            "status",
            "phase",
            "company_name",
            "brand",
            "document_requirements",
            "questions",
            "follow_up_tasks",
            "follow_up_reason",
            "iteration",
            "expires_at",
        }
        assert SECRET_REASON not in str(portal)
        assert REASON not in str(portal)


def test_an_upload_is_answered_with_where_it_is_kept(story: Story) -> None:
    for requirement_id, answer in story.uploaded.items():
        upload = story.sent[requirement_id]
        assert answer.keys() == {
            "document_id",
            "filename",
            "requirement_id",
            "minio_key",
            "file_size",
            "uploaded_at",
        }
        assert answer["filename"] == upload.filename
        assert answer["requirement_id"] == requirement_id
        assert answer["file_size"] == len(upload.content)
        assert answer["minio_key"].startswith(f"{story.case.case_id}/")
        assert is_moment(answer["uploaded_at"])


def test_submitting_starts_the_investigation(story: Story) -> None:
    assert story.submitted["status"] == "DOCUMENTS_RECEIVED"
    assert story.submitted["message"]
    assert (story.portal_in_review["phase"], story.portal_in_review["iteration"]) == ("under_review", 1)
    answers = {question["id"]: question["answer"] for question in story.portal_in_review["questions"]}
    assert answers == ANSWERS
    files = {item["id"]: item["uploaded_file"] for item in story.portal_in_review["document_requirements"]}
    assert files["certificate_of_incorporation"]["readable"] is True
    assert files["ubo_declaration"] is None


def test_a_follow_up_asks_the_customer_in_the_officers_words_and_keeps_the_reason(story: Story) -> None:
    assert story.asked == {
        "status": "FOLLOW_UP_REQUIRED",
        "message": "Follow-up request sent to customer portal",
    }
    portal = story.portal_when_asked
    assert (portal["status"], portal["phase"], portal["iteration"]) == ("FOLLOW_UP_REQUIRED", "follow_up", 2)
    assert portal["follow_up_reason"]
    assert [(task["id"], task["description"], task["required"]) for task in portal["follow_up_tasks"]] == [
        (f"task_{number}", task["description"], task["required"]) for number, task in enumerate(TASKS, start=1)
    ]
    assert [task["response_type"] for task in portal["follow_up_tasks"]] == ["document", "yes_no", "text"]
    assert [task["document_type"] for task in portal["follow_up_tasks"]] == ["utility_bill", None, None]
    assert [task["upload_requirement_id"] for task in portal["follow_up_tasks"]] == ["followup_task_1", None, None]


async def test_the_responses_are_what_the_customer_answered(walk: Walk, story: Story) -> None:
    assert story.answered["status"] == "DOCUMENTS_RECEIVED"
    answer = ok(await walk.officer.get(f"{story.case.path}/responses"))
    assert answer["case_id"] == story.case.case_id
    first, second = answer["responses"]
    assert (first["iteration"], first["answers"], first["task_responses"]) == (1, ANSWERS, {})
    assert (second["iteration"], second["answers"]) == (2, {})
    assert second["task_responses"] == {**RESPONSES, "task_2": True}
    assert is_moment(first["submitted_at"]) and is_moment(second["submitted_at"])


def test_at_the_end_the_portal_asks_for_nothing(story: Story) -> None:
    assert (story.portal_at_last["phase"], story.portal_at_last["follow_up_tasks"]) == ("terminal", [])


# The officer.


def test_the_detail_has_every_documented_member(story: Story) -> None:
    detail = story.reviewed
    assert detail["case_id"] == story.case.case_id
    assert detail["workflow_id"] == story.case.workflow_id
    assert detail["status"] == "REVIEW_PENDING"
    assert detail["company_name"] == "Acme Trading BVBA"
    assert detail["company_registration_number"] == "0456789012"
    assert detail["vat_number"] == "BE0456789012"
    assert detail["country"] == "BE"
    assert detail["website_url"] == "https://acme-trading.be"
    assert detail["template_id"] == "psp_merchant_onboarding"
    assert detail["additional_data"] == {"crm_id": "A-17"}
    assert (detail["current_iteration"], detail["max_iterations"]) == (1, 5)
    assert detail["portal_token"] == story.created["portal_token"]
    assert detail["portal_url"] == story.created["portal_url"]
    assert [document["minio_key"] for document in detail["documents"]] == [
        answer["minio_key"] for name, answer in story.uploaded.items() if name != "followup_task_1"
    ]
    assert detail["follow_up_tasks"] == []
    assert "mcc_classification" in detail
    assert detail["created_at"] == story.created["created_at"]
    assert is_moment(detail["updated_at"])
    assert detail["environment"] == "test"


def test_the_investigation_explains_its_score(story: Story) -> None:
    [result] = story.reviewed["investigation_results"]
    assert result["iteration"] == 1
    assert 0 < result["risk_score"] < 1
    assert story.reviewed["latest_risk_score"] == result["risk_score"]
    assert round(sum(term["points"] for term in result["risk_terms"]), 4) == result["risk_score"]
    found = {item["finding_id"] for item in result["findings"]}
    assert {cited for term in result["risk_terms"] for cited in term["cites"]} <= found
    assert "find_missing_director_id" in found
    assert "number_checksum" in {item["category"] for item in result["findings"]}
    assert result["discrepancies"] == []
    assert "Acme Trading BVBA" in result["summary"]


def test_every_document_was_opened(story: Story) -> None:
    results = {result["requirement_id"]: result for result in story.reviewed_again["validation_results"]}
    assert results.keys() == story.sent.keys()
    assert all(result["valid"] and result["problem"] is None and result["message"] for result in results.values())
    assert results["certificate_of_incorporation"]["page_count"] == 1


def test_the_proposed_tasks_say_why(story: Story) -> None:
    tasks = story.reviewed["generated_tasks"]
    assert any(task["document_type"] == "ubo_declaration" for task in tasks)
    for task in tasks:
        assert task["description"] and task["justification"]
        assert task["response_type"] in ("text", "document", "yes_no")
        assert task["required"] is True


def test_the_mcc_override_is_on_record(story: Story) -> None:
    assert story.mcc_decided["status"] == "REVIEW_PENDING"
    assert story.mcc_decided["message"]
    decision = story.closed["mcc_decision"]
    assert (decision["action"], decision["override_mcc"]) == ("override", "5943")
    assert decision["notes"] == "Office supplies, not groceries"
    assert decision["actor"]["role"] == "officer"


def test_the_follow_up_tasks_are_answered(story: Story) -> None:
    tasks = story.reviewed_again["follow_up_tasks"]
    assert [(task["task_id"], task["iteration"], task["origin"]) for task in tasks] == [
        ("task_1", 2, "officer"),
        ("task_2", 2, "officer"),
        ("task_3", 2, "officer"),
    ]
    assert all(task["answered"] for task in tasks)
    assert [task["response"] for task in tasks] == [RESPONSES["task_1"], True, RESPONSES["task_3"]]
    assert [result["iteration"] for result in story.reviewed_again["investigation_results"]] == [1, 2]
    assert story.reviewed_again["current_iteration"] == 2


def test_the_approval_ends_the_case(story: Story) -> None:
    assert story.approved == {"status": "APPROVED", "message": "Case approved"}
    assert story.closed["status"] == "APPROVED"
    assert [(item["decision"], item["reason"]) for item in story.closed["decisions"]] == [
        ("follow_up", SECRET_REASON),
        ("approve", REASON),
    ]
    assert story.closed["report_available"] is True


async def test_the_audit_log_tells_everything_in_order_and_by_whom(walk: Walk, story: Story) -> None:
    answer = ok(await walk.officer.get(f"{story.case.path}/audit"))
    assert (answer["case_id"], answer["workflow_id"]) == (story.case.case_id, story.case.workflow_id)
    log = answer["audit_log"]
    assert log == story.closed["audit_log"]
    assert is_gapless(log)
    assert all(is_moment(event["timestamp"]) for event in log)
    assert [event["timestamp"] for event in log] == sorted(event["timestamp"] for event in log)
    assert log[0]["event"] == "CASE_CREATED"
    assert log[0]["timestamp"] == story.created["created_at"]
    assert moves(log) == [
        *("DOCUMENTS_RECEIVED", "VALIDATING_DOCUMENTS", "PROCESSING", "GENERATING_TASKS", "REVIEW_PENDING"),
        "FOLLOW_UP_REQUIRED",
        *("DOCUMENTS_RECEIVED", "VALIDATING_DOCUMENTS", "PROCESSING", "GENERATING_TASKS", "REVIEW_PENDING"),
        "APPROVED",
    ]
    names = event_names(log)
    assert {name: names.count(name) for name in ("DOCUMENT_UPLOADED", "CUSTOMER_SUBMITTED", "OFFICER_DECISION")} == {
        "DOCUMENT_UPLOADED": 4,
        "CUSTOMER_SUBMITTED": 2,
        "OFFICER_DECISION": 2,
    }
    roles = {event["event"]: event["actor"]["role"] for event in log if event["event"] != "STATUS_CHANGED"}
    assert roles["CASE_CREATED"] == roles["OFFICER_DECISION"] == roles["MCC_DECISION"] == "officer"
    assert roles["DOCUMENT_UPLOADED"] == roles["CUSTOMER_SUBMITTED"] == "customer"
    assert roles["SOURCE_ANSWERED"] == roles["INVESTIGATION_COMPLETED"] == roles["REPORT_GENERATED"] == "system"


async def test_the_profile_names_the_source_of_every_fact_down_to_its_bytes(walk: Walk, story: Story) -> None:
    profile = ok(await walk.officer.get(f"{story.case.path}/company-profile"))
    assert profile["case_id"] == story.case.case_id
    typed, registered = profile["facts"]["company_name"][:2]
    assert (typed["value"], typed["source"]) == ("Acme Trading BVBA", "officer_input")
    assert typed["timestamp"] == story.created["created_at"]
    assert (registered["value"], registered["source"]) == ("ACME TRADING", "EU VIES")
    assert is_moment(registered["timestamp"])
    assert profile["discrepancies"] == []

    kept = {item["evidence_hash"]: item for item in profile["evidence_refs"]}
    cited = {fact["evidence_hash"] for facts in profile["facts"].values() for fact in facts}
    assert registered["evidence_hash"] in kept
    assert cited - {None} <= kept.keys()
    assert {item["source"] for item in kept.values()} >= {"EU VIES", "Website"}
    for evidence_hash, item in kept.items():
        key = item["storage"].removeprefix("minio:")
        raw = await walk.officer.get(f"{story.case.path}/documents/download", params={"key": key})
        assert f"sha256:{hashlib.sha256(raw.content).hexdigest()}" == evidence_hash


async def test_the_documents_are_those_the_customer_sent(walk: Walk, story: Story) -> None:
    answer = ok(await walk.officer.get(f"{story.case.path}/documents"))
    assert answer == ok(await walk.officer.get(f"{story.case.path}/documents?source=customer"))
    assert (answer["case_id"], answer["total"]) == (story.case.case_id, 4)
    for document in answer["documents"]:
        upload = story.sent[document["requirement_id"]]
        assert document["filename"] == upload.filename
        assert document["minio_key"] == story.uploaded[document["requirement_id"]]["minio_key"]
        assert document["file_size"] == len(upload.content)
        assert document["content_type"] == upload.content_type
        assert document["sha256"] == upload.sha256
        assert document["source"] == "customer"
        assert document["iteration"] == (2 if document["requirement_id"] == "followup_task_1" else 1)


async def test_all_documents_are_also_those_the_system_made(walk: Walk, story: Story) -> None:
    mine = ok(await walk.officer.get(f"{story.case.path}/documents"))["documents"]
    everything = ok(await walk.officer.get(f"{story.case.path}/documents?source=all"))["documents"]
    assert everything[: len(mine)] == mine
    made = {document["minio_key"] for document in everything if document["source"] == "system"}
    folder = story.case.case_id
    assert {f"{folder}/iteration-1/task_responses.json", f"{folder}/iteration-2/task_responses.json"} <= made
    assert any(key.startswith(f"{folder}/evidence/vies-") for key in made)
    assert any(key.startswith(f"{folder}/reports/") for key in made)


async def test_a_download_is_the_very_bytes_and_nothing_a_browser_would_run(walk: Walk, story: Story) -> None:
    for requirement_id, upload in story.sent.items():
        key = story.uploaded[requirement_id]["minio_key"]
        answer = await walk.officer.get(f"{story.case.path}/documents/download", params={"key": key})
        assert answer.status_code == 200
        assert answer.content == upload.content
        assert answer.headers["content-type"] == upload.content_type
        assert answer.headers["content-length"] == str(len(upload.content))
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-disposition"].startswith("attachment;")
        assert answer.headers["content-security-policy"].startswith("sandbox")
    assert {upload.content_type for upload in story.sent.values()} == {"application/pdf", "image/png", DOCX}


def test_the_report_prints_the_decision_and_the_hashes_of_its_evidence(story: Story) -> None:
    assert story.report.status_code == 200
    assert story.report.headers["content-type"] == "application/pdf"
    assert re.fullmatch(
        rf'attachment; filename="{story.case.case_id}-report\.pdf".*', story.report.headers["content-disposition"]
    )
    text = printed(story.report.content)
    assert "AcmeTradingBVBA" in text
    assert squeezed(REASON) in text
    assert squeezed(SECRET_REASON) in text
    assert "TESTDATA" in text
    assert story.case.case_id in text
    assert story.created["portal_token"] not in text
    for upload in story.sent.values():
        assert upload.sha256 in text
    for answer in story.closed["sources"].values():
        assert answer["data_hash"].removeprefix("sha256:") in text


def printed(pdf: bytes) -> str:
    """The text of a PDF without its spaces: where lines end is no part of what is said."""
    with pypdfium2.PdfDocument(pdf) as document:
        return squeezed("".join(page.get_textpage().get_text_bounded() for page in document))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\ufffe\x02]+", "", text)


READS = ["", "/audit", "/documents", "/documents?source=all", "/company-profile", "/responses", "/report"]


@pytest.mark.parametrize("what", READS)
async def test_a_case_is_found_by_its_id_and_by_its_workflows(walk: Walk, story: Story, what: str) -> None:
    by_case = await walk.officer.get(f"/api/cases/{story.case.case_id}{what}")
    by_workflow = await walk.officer.get(f"/api/cases/{story.case.workflow_id}{what}")
    assert by_case.status_code == by_workflow.status_code == 200
    assert by_case.content == by_workflow.content


# The list.


async def test_the_list_shows_the_case_with_every_documented_member(walk: Walk, story: Story) -> None:
    answer = ok(await walk.officer.get("/api/cases?status=APPROVED&per_page=200"))
    assert answer.keys() >= {"cases", "total", "page", "per_page"}
    assert (answer["page"], answer["per_page"]) == (1, 200)
    assert {row["status"] for row in answer["cases"]} == {"APPROVED"}
    [row] = [row for row in answer["cases"] if row["case_id"] == story.case.case_id]
    assert row == {
        "case_id": story.case.case_id,
        "workflow_id": story.case.workflow_id,
        "company_name": "Acme Trading BVBA",
        "country": "BE",
        "status": "APPROVED",
        "current_iteration": 2,
        "created_at": story.created["created_at"],
        "updated_at": row["updated_at"],
        "latest_risk_score": story.closed["latest_risk_score"],
    }
    assert is_moment(row["updated_at"])


async def test_the_list_has_pages(walk: Walk, story: Story) -> None:
    await walk.open(HAVENLICHT)
    everything = ok(await walk.officer.get("/api/cases"))
    assert (everything["page"], everything["per_page"]) == (1, 50)
    first, second = [ok(await walk.officer.get(f"/api/cases?per_page=1&page={page}")) for page in (1, 2)]
    assert first["total"] == second["total"] == everything["total"] >= 2
    assert [page["cases"][0]["case_id"] for page in (first, second)] == [
        row["case_id"] for row in everything["cases"][:2]
    ]
    beyond = ok(await walk.officer.get("/api/cases?page=1000"))
    assert (beyond["cases"], beyond["total"]) == ([], everything["total"])


# Other ends.


async def test_a_rejected_case_is_closed_and_reported_on(walk: Walk) -> None:
    case = await walk.open_under_review(HAVENLICHT)
    assert ok(await walk.decide(case, "reject", "No plausible business.")) == {
        "status": "REJECTED",
        "message": "Case rejected",
    }
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
    assert "damaged" in task["description"]
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


# Deletion.


@pytest.fixture
async def temporal_of_the_stack(stack: Stack) -> AsyncIterator[Client]:
    facts = stack.facts
    yield await Client.connect(facts["temporal_address"], namespace=facts["temporal_namespace"])


async def test_a_deleted_case_leaves_nothing(stack: Stack, walk: Walk, temporal_of_the_stack: Client) -> None:
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
    assert await _rows(stack, case) == {}


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
            "SELECT table_name FROM information_schema.columns WHERE column_name = 'case_id' AND table_schema = 'public'"
        )
        names = [str(name) for (name,) in await tables.fetchall()]
        assert {"cases", "case_events", "evidence"} <= set(names)
        counted = {}
        for name in names:
            query = sql.SQL("SELECT count(*) FROM {} WHERE case_id = %s").format(sql.Identifier(name))
            row = await (await connection.execute(query, [case.case_id])).fetchone()
            counted[name] = row[0] if row else 0
    return {name: count for name, count in counted.items() if count}
