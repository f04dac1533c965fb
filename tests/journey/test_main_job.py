"""The main job, as the documentation tells it: from opening a case to its report, over HTTP and nothing else."""

import hashlib
import re
from typing import Any

import pytest

from deploy.local.registries.catalogue import HAVENLICHT
from tests.journey.story import REASON, RESPONSES, SECRET_REASON, Story
from tests.journey.walking import DOCX, Walk, event_names, is_gapless, is_moment, moves, named, ok, printed, squeezed

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
    typed, *stated = profile["facts"]["company_name"]
    [registered] = [fact for fact in stated if fact["source"] == "EU VIES"]
    assert (typed["value"], typed["source"]) == ("Acme Trading BVBA", "officer_input")
    assert typed["timestamp"] == story.created["created_at"]
    assert registered["value"] == "ACME TRADING"
    assert profile["preferred"]["company_name"]["source"] == "KBO/BCE"
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
    documented = {
        "case_id": story.case.case_id,
        "workflow_id": story.case.workflow_id,
        "company_name": "Acme Trading BVBA",
        "country": "BE",
        "status": "APPROVED",
        "current_iteration": 2,
        "created_at": story.created["created_at"],
        "latest_risk_score": story.closed["latest_risk_score"],
    }
    assert row.items() >= documented.items()
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
