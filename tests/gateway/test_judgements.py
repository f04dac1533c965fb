"""What officers judge of facts: the value to go by, what a discrepancy means, and what they saw by hand."""

import asyncio
import hashlib

import pytest

from tests import sample_documents as samples
from tests.gateway.office import PDF, Case, Json, Office
from tests.gateway.running_gateway import PATIENCE, refused

DISPUTED: Json = {"company_registration_number": "0456789012"}
"""Another number than the one in the VAT number."""
REASON = "Seen on paper."
KEY = {"Idempotency-Key": "judged-once"}


@pytest.fixture
async def case(office: Office) -> Case:
    """A case under review whose two numbers contradict each other."""
    return await office.under_review(**DISPUTED)


@pytest.fixture(scope="module")
async def untouched(office: Office) -> Case:
    """One that every refusal leaves as it is."""
    return await office.under_review(**DISPUTED)


async def profile(office: Office, case: Case) -> Json:
    answer = await office.auditor.get(f"{case.path}/company-profile")
    found: Json = answer.json()
    return found


async def discrepancy(office: Office, case: Case) -> Json:
    [number] = [item for item in (await profile(office, case))["discrepancies"] if item["type"] == "number"]
    found: Json = number
    return found


async def reassessed(office: Office, case: Case) -> Json:
    """The case once its risk was assessed again."""
    async with asyncio.timeout(PATIENCE):
        while "RISK_REASSESSED" not in [entry["event"] for entry in await office.audit(case)]:
            await asyncio.sleep(0.05)
    return await office.detail(case)


# Facts.


async def test_the_profile_prefers_the_value_that_an_officer_chose(office: Office, case: Case) -> None:
    chosen = {"source": "EU VIES", "reason": REASON}

    answer = await office.officer.post(f"{case.path}/facts/company_name/decision", json=chosen)

    assert (answer.status_code, answer.json()["status"]) == (200, "REVIEW_PENDING")
    preferred = (await profile(office, case))["preferred"]["company_name"]
    assert (preferred["source"], preferred["chosen_by"]) == ("EU VIES", "officer")
    assert REASON in preferred["reason"]
    [decision] = (await office.detail(case))["fact_decisions"]
    assert (decision["name"], decision["actor"]["role"]) == ("company_name", "officer")


@pytest.mark.parametrize(
    ("name", "body", "status", "code", "field"),
    [
        ("shoe_size", {"source": "EU VIES"}, 404, "fact_not_found", None),
        ("lei", {"source": "GLEIF"}, 404, "fact_not_found", None),
        ("company_name", {"source": "KBO/BCE"}, 422, "value_not_stated", "source"),
        ("company_name", {"source": "EU VIES", "value": "Somebody else"}, 422, "value_not_stated", "source"),
        ("company_name", {"source": "EU VIES", "reason": " "}, 422, "invalid_body", "reason"),
        ("company_name", {}, 422, "invalid_body", "source"),
    ],
)
async def test_a_value_that_no_source_states_cannot_be_chosen(
    office: Office, untouched: Case, name: str, body: Json, status: int, code: str, field: str | None
) -> None:
    answer = await office.officer.post(f"{untouched.path}/facts/{name}/decision", json={"reason": REASON, **body})
    refused(answer, status, code, field)  # type: ignore[arg-type]


# Discrepancies.


async def test_a_settled_discrepancy_does_not_weigh_any_more_and_the_risk_is_assessed_again(
    office: Office, case: Case
) -> None:
    before = await office.detail(case)
    found = await discrepancy(office, case)
    path = f"{case.path}/discrepancies/{found['discrepancy_id']}/resolve"

    answer = await office.officer.post(path, json={"resolution": "accepted_variance", "reason": REASON})

    assert (answer.status_code, answer.json()["status"]) == (200, "REVIEW_PENDING")
    resolution = (await discrepancy(office, case))["resolution"]
    assert (resolution["resolution"], resolution["reason"]) == ("accepted_variance", REASON)
    after = await reassessed(office, case)
    assert after["latest_risk_score"] < before["latest_risk_score"]
    assert len(after["investigation_results"]) == 1


async def test_an_escalated_discrepancy_keeps_its_weight(office: Office, case: Case) -> None:
    before = await office.detail(case)
    found = await discrepancy(office, case)
    path = f"{case.path}/discrepancies/{found['discrepancy_id']}/resolve"

    await office.officer.post(path, json={"resolution": "escalated", "reason": REASON})

    assert (await reassessed(office, case))["latest_risk_score"] == before["latest_risk_score"]


@pytest.mark.parametrize(
    ("named", "body", "status", "code"),
    [
        ("disc_shoe_size", {"resolution": "escalated", "reason": REASON}, 404, "discrepancy_not_found"),
        (None, {"resolution": "ignored", "reason": REASON}, 422, "invalid_body"),
        (None, {"resolution": "escalated"}, 422, "invalid_body"),
    ],
)
async def test_a_discrepancy_is_settled_in_a_known_way_with_a_reason(
    office: Office, untouched: Case, named: str | None, body: Json, status: int, code: str
) -> None:
    discrepancy_id = named or (await discrepancy(office, untouched))["discrepancy_id"]
    answer = await office.officer.post(f"{untouched.path}/discrepancies/{discrepancy_id}/resolve", json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


# The withholding obligation.


async def test_what_an_officer_saw_is_evidence_with_its_proof(office: Office, case: Case) -> None:
    [task] = (await office.detail(case))["officer_tasks"]
    assert not task["done"]
    assert task["deep_link"].startswith("https://www.checkobligationderetenue.be/")

    stored = await office.officer.post(f"{case.path}/checks/withholding/proof", files={"file": ("seen.pdf", PDF)})
    assert stored.status_code == 201, stored.text
    seen = {"social_debt": True, "tax_debt": False, "proof_key": stored.json()["object_key"]}
    answer = await office.officer.post(f"{case.path}/checks/withholding", json=seen)

    assert answer.status_code == 200, answer.text
    found = await reassessed(office, case)
    assert found["officer_tasks"][0]["done"]
    assert found["sources"]["withholding"]["recorded_by"].startswith("key_")
    categories = {finding["category"] for finding in found["investigation_results"][-1]["findings"]}
    assert "withholding_social_debt" in categories
    evidence = (await office.auditor.get(f"{case.path}/evidence")).json()["evidence"]
    [proof] = [item for item in evidence if item["source"] == "Withholding obligation"]
    assert (proof["data_hash"], proof["verified"]) == (f"sha256:{hashlib.sha256(PDF).hexdigest()}", True)


async def test_an_image_is_proof_too_and_the_same_bytes_are_kept_once(office: Office, case: Case) -> None:
    image = samples.scanned_png()
    keys = {
        (await office.officer.post(f"{case.path}/checks/withholding/proof", files={"file": (name, image)})).json()[
            "object_key"
        ]
        for name in ("one.png", "two.png")
    }
    assert len(keys) == 1


@pytest.mark.parametrize("content", [b"", b"<html>not a proof</html>", b"%PDF-1.7" + b"0" * (10 * 1024 * 1024)])
async def test_a_proof_is_a_document_of_a_bounded_size(office: Office, untouched: Case, content: bytes) -> None:
    answer = await office.officer.post(f"{untouched.path}/checks/withholding/proof", files={"file": ("x.pdf", content)})
    refused(answer, 422, "unsupported_proof", "file")


async def test_a_form_without_a_file_is_told_so(office: Office, untouched: Case) -> None:
    answer = await office.officer.post(f"{untouched.path}/checks/withholding/proof", data={"note": "no file"})
    refused(answer, 422, "file_missing", "file")


@pytest.mark.parametrize(
    "key", ["case_ffffffffffff/evidence/withholding-000000000000.pdf", "../x", "{id}/reports/1.pdf"]
)
async def test_only_a_proof_of_this_case_can_be_named(office: Office, untouched: Case, key: str) -> None:
    seen = {"social_debt": False, "tax_debt": False, "proof_key": key.format(id=untouched.id)}
    answer = await office.officer.post(f"{untouched.path}/checks/withholding", json=seen)
    refused(answer, 422, "unsupported_proof", "proof_key")


@pytest.mark.parametrize(
    ("seen", "field"),
    [
        ({"social_debt": True}, "tax_debt"),
        ({"social_debt": "yes", "tax_debt": False}, "social_debt"),
        ({"social_debt": True, "tax_debt": False, "out_of_scope": True}, "out_of_scope"),
        ({"social_debt": True, "tax_debt": False, "valid_until": "soon"}, "valid_until"),
        ({"social_debt": True, "tax_debt": False, "valid_until": "2020-01-31"}, "valid_until"),
        ({"social_debt": True, "tax_debt": False, "checked_at": "2026-01-01T10:00:00"}, "checked_at"),
        ({"social_debt": True, "tax_debt": False, "checked_at": "2999-01-01T10:00:00Z"}, "checked_at"),
        ({"social_debt": True, "tax_debt": False, "colour": "red"}, "colour"),
    ],
)
async def test_what_was_seen_is_told_in_full_or_refused_by_name(
    office: Office, untouched: Case, seen: Json, field: str
) -> None:
    refused(await office.officer.post(f"{untouched.path}/checks/withholding", json=seen), 422, "invalid_body", field)


# All of them.


async def judgements(office: Office, case: Case) -> dict[str, Json]:
    found = await discrepancy(office, case)
    return {
        f"{case.path}/facts/company_name/decision": {"source": "EU VIES", "reason": REASON},
        f"{case.path}/discrepancies/{found['discrepancy_id']}/resolve": {"resolution": "escalated", "reason": REASON},
        f"{case.path}/checks/withholding": {"social_debt": False, "tax_debt": False},
    }


async def test_an_auditor_judges_nothing(office: Office, untouched: Case) -> None:
    for path, body in (await judgements(office, untouched)).items():
        refused(await office.auditor.post(path, json=body), 403, "role_not_allowed")
    proof = await office.auditor.post(f"{untouched.path}/checks/withholding/proof", files={"file": ("x.pdf", PDF)})
    refused(proof, 403, "role_not_allowed")


async def test_a_closed_case_is_not_judged_any_more(office: Office, case: Case) -> None:
    paths = await judgements(office, case)
    assert (await office.decide(case, "reject", REASON)).status_code == 200

    for path, body in paths.items():
        refused(await office.officer.post(path, json=body), 409, "wrong_state")
    proof = await office.officer.post(f"{case.path}/checks/withholding/proof", files={"file": ("x.pdf", PDF)})
    refused(proof, 409, "wrong_state")


async def test_a_judgement_under_one_key_is_made_once(office: Office, case: Case) -> None:
    for path, body in (await judgements(office, case)).items():
        answers = [await office.officer.post(path, json=body, headers=KEY) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200], path
    events = [entry["event"] for entry in await office.audit(case)]
    made = ("FACT_DECISION", "DISCREPANCY_RESOLVED", "MANUAL_CHECK_RECORDED")
    assert [events.count(name) for name in made] == [1, 1, 1]


async def test_a_judgement_on_an_older_version_is_refused_with_what_changed(office: Office, case: Case) -> None:
    seen = await office.version(case)
    paths = await judgements(office, case)
    (first, body), *others = paths.items()
    assert (await office.officer.post(first, json=body)).status_code == 200

    for path, body in others:
        answer = await office.officer.post(path, json={**body, "seen_version": seen})
        problem = refused(answer, 409, "case_moved")
        assert "FACT_DECISION" in [change["event"] for change in problem["changes"]]
