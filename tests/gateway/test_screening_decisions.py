"""Officers say whether a screening match is the one who was screened; a namesake keeps no case at the highest risk."""

import asyncio

import pytest

from tests.gateway.office import Case, Json, Office
from tests.gateway.running_gateway import PATIENCE, refused
from tests.workflows.outside_world import LISTED

NAMESAKE = LISTED.details["subject"]
DISMISSED: Json = {"decision": "false_positive", "reason": "Another company: founded in Ghent in 2015."}


@pytest.fixture
async def case(office: Office) -> Case:
    return await office.under_review(company_name=NAMESAKE)


@pytest.fixture(scope="module")
async def untouched(office: Office) -> Case:
    """One that every refusal leaves as it is."""
    return await office.under_review(company_name=NAMESAKE)


async def match_of(office: Office, case: Case) -> Json:
    [found] = (await office.detail(case))["screening_matches"]
    match: Json = found
    return match


async def path_of(office: Office, case: Case) -> str:
    return f"{case.path}/screening/{(await match_of(office, case))['match_id']}/decision"


async def bands_in_the_list(office: Office, case: Case) -> list[str | None]:
    return [row["risk_band"] for row in (await office.officer.get(f"/api/cases?q={case.id}")).json()["cases"]]


async def reassessed(office: Office, case: Case) -> Json:
    async with asyncio.timeout(PATIENCE):
        while "RISK_REASSESSED" not in [entry["event"] for entry in await office.audit(case)]:
            await asyncio.sleep(0.05)
    return await office.detail(case)


async def test_a_dismissed_namesake_weighs_no_more_and_is_shown_with_who_said_so(office: Office, case: Case) -> None:
    before, match = await office.detail(case), await match_of(office, case)
    sent = {**DISMISSED, "fingerprint": match["fingerprint"], "seen_version": before["version"]}

    senior, path = office.senior_officer, await path_of(office, case)
    answer = await senior.post(path, json=sent, headers={"Idempotency-Key": "once"})
    again = await senior.post(path, json=sent, headers={"Idempotency-Key": "once"})

    assert (answer.status_code, answer.json()["status"], again.status_code) == (200, "REVIEW_PENDING", 200)
    after = await reassessed(office, case)
    assert (before["risk_band"], after["risk_band"], after["recommended_action"]) == ("CRITICAL", "LOW", "approve")
    decision = after["screening_matches"][0]["decision"]
    assert decision.keys() == {"decision", "reason", "actor", "decided_at"}
    assert (decision["decision"], decision["reason"]) == ("false_positive", DISMISSED["reason"])
    [recorded] = [entry for entry in await office.audit(case) if entry["event"] == "SCREENING_DECISION"]
    assert recorded["data"] == {
        **DISMISSED,
        "match_id": match["match_id"],
        "fingerprint": match["fingerprint"],
        "subject": NAMESAKE,
        "entry": LISTED.value,
        "lists": ["eu_fsf"],
        "of_sanctions": True,
    }


async def test_a_list_names_the_risk_as_the_case_does(office: Office, untouched: Case) -> None:
    async with asyncio.timeout(PATIENCE):  # a list is of what is on record, which a case is ahead of for a moment
        while (listed := await bands_in_the_list(office, untouched)) == [None]:
            await asyncio.sleep(0.05)

    assert listed == [(await office.detail(untouched))["risk_band"]] == ["CRITICAL"]


@pytest.mark.parametrize(
    ("named", "changes", "status", "code"),
    [
        ("match_0123456789abcdef", {}, 404, "match_not_found"),
        (None, {"fingerprint": "of before"}, 409, "case_moved"),
        (None, {"seen_version": 1}, 409, "case_moved"),
        (None, {"decision": "perhaps"}, 422, "invalid_body"),
        (None, {"reason": " "}, 422, "invalid_body"),
    ],
)
async def test_a_decision_is_about_a_match_as_it_is_now_and_has_a_reason(
    office: Office, untouched: Case, named: str | None, changes: Json, status: int, code: str
) -> None:
    match_id = named or (await match_of(office, untouched))["match_id"]
    path = f"{untouched.path}/screening/{match_id}/decision"

    answer = await office.senior_officer.post(path, json={**DISMISSED, **changes})

    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_an_entry_about_sanctions_is_dismissed_by_who_decides_escalated_cases_alone(
    office: Office, case: Case
) -> None:
    path = await path_of(office, case)
    refused(await office.auditor.post(path, json=DISMISSED), 403, "role_not_allowed")
    refused(await office.officer.post(path, json=DISMISSED), 403, "role_not_allowed")
    assert (await office.officer.post(path, json={**DISMISSED, "decision": "true_match"})).status_code == 200
    await office.decide(case, "escalate", "On a list")

    refused(await office.officer.post(path, json=DISMISSED), 403, "role_not_allowed")
    assert (await office.senior_officer.post(path, json=DISMISSED)).status_code == 200
    await office.decide(case, "reject", "No licence", by=office.senior_officer)
    refused(await office.senior_officer.post(path, json=DISMISSED), 409, "wrong_state")
