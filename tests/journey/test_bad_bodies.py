"""JSON that is refused: creations, decisions and submissions.

Every row says what is wrong, what is sent, and the refusal: status, stable code, and what its detail names.
"""

import pytest

from deploy.local.registries.catalogue import ZONNEWIND
from tests.journey.refusals import Cases, Refusal, check, rows
from tests.journey.walking import ANSWERS, Json, Walk, body_about

GOOD = body_about(ZONNEWIND)
TASK: Json = {"description": "Please tell us more.", "response_type": "text"}
TOO_DEEP = b'{"additional_data": ' + b"[" * 20_000 + b"]" * 20_000 + b"}"
TOO_LARGE = b'{"additional_data": "' + b"x" * 300_000 + b'"}'


@pytest.mark.parametrize(
    ("changes", "refusal"),
    rows(
        ("a name of 300 characters", {"company_name": "x" * 300}, Refusal(422, "invalid_body", "company_name")),
        ("no name", {"company_name": None}, Refusal(422, "invalid_body", "company_name")),
        ("an empty name", {"company_name": "  "}, Refusal(422, "invalid_body", "company_name")),
        ("a name that is a number", {"company_name": 7}, Refusal(422, "invalid_body", "company_name")),
        ("a name with NUL", {"company_name": "Acme\0"}, Refusal(422, "invalid_body", "company_name")),
        ("a name of two lines", {"company_name": "Acme\nBV"}, Refusal(422, "invalid_body", "company_name")),
        ("no country", {"country": None}, Refusal(422, "invalid_body", "country")),
        ("a country outside the EEA", {"country": "US"}, Refusal(422, "unsupported_country", "country")),
        ("a country by its name", {"country": "Belgium"}, Refusal(422, "unsupported_country", "country")),
        ("an unknown template", {"template_id": "nothing"}, Refusal(422, "unknown_template", "template_id")),
        ("a VAT number too short", {"vat_number": "BE12"}, Refusal(422, "invalid_body", "vat_number")),
        ("a VAT number without digits", {"vat_number": "BEABCDEFGHIJ"}, Refusal(422, "invalid_body", "vat_number")),
        ("another country's number", {"vat_number": "NL169149705B01"}, Refusal(422, "invalid_body", "vat_number")),
        (
            "a registration number too short",
            {"company_registration_number": "12"},
            Refusal(422, "invalid_body", "company_registration_number"),
        ),
        (
            "neither number",
            {"vat_number": None, "company_registration_number": None},
            Refusal(422, "invalid_body", "company_registration_number"),
        ),
        ("a website of no web", {"website_url": "javascript:alert(1)"}, Refusal(422, "invalid_body", "website_url")),
        ("a website without host", {"website_url": "https://"}, Refusal(422, "invalid_body", "website_url")),
        ("a member nobody knows", {"iban": "BE68539007547034"}, Refusal(422, "invalid_body", "iban")),
        ("a list for an object", {"additional_data": [1]}, Refusal(422, "invalid_body", "additional_data")),
        (
            "NUL deep inside",
            {"additional_data": {"notes": ["fine", "not\0fine"]}},
            Refusal(422, "invalid_body", "additional_data.notes.1"),
        ),
    ),
)
async def test_a_case_is_not_opened(walk: Walk, changes: Json, refusal: Refusal) -> None:
    known = (await walk.officer.get("/api/cases")).json()["total"]
    body = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    check(await walk.officer.post("/api/cases", json=body), refusal)
    assert (await walk.officer.get("/api/cases")).json()["total"] == known


@pytest.mark.parametrize("path", ["/api/cases", "{case}/decision", "{case}/mcc-decision", "{portal}/submit"])
@pytest.mark.parametrize(
    ("content", "refusal"),
    rows(
        ("nothing", b"", Refusal(400, "invalid_json", "JSON")),
        ("half of an object", b'{"decision":', Refusal(400, "invalid_json", "JSON")),
        ("no UTF-8", b'{"decision": "\xff"}', Refusal(400, "invalid_json", "JSON")),
        ("half of a character", b'{"decision": "\\ud800"}', Refusal(400, "invalid_json", "JSON")),
        ("JSON of 20,000 levels", TOO_DEEP, Refusal(400, "invalid_json", "JSON")),
        ("no number", b'{"additional_data": NaN}', Refusal(400, "invalid_json", "JSON")),
        ("infinity", b'{"additional_data": 1e999}', Refusal(422, "invalid_body", "additional_data")),
        ("a list", b"[]", Refusal(422, "invalid_body", "object")),
        ("a text", b'"approve"', Refusal(422, "invalid_body", "object")),
        ("nothing in JSON", b"null", Refusal(422, "invalid_body", "object")),
        ("300 kB of JSON", TOO_LARGE, Refusal(413, "body_too_large", "larger than")),
    ),
)
async def test_a_body_is_no_json_object(walk: Walk, cases: Cases, path: str, content: bytes, refusal: Refusal) -> None:
    check(await walk.officer.post(cases.fill(path), content=content), refusal)


async def test_a_backslash_before_u0000_is_no_nul(walk: Walk) -> None:
    created = await walk.create(ZONNEWIND, additional_data={"folder": "C:\\u0000"})
    assert created.status_code == 201
    detail = await walk.officer.get(f"/api/cases/{created.json()['case_id']}")
    assert detail.json()["additional_data"] == {"folder": "C:\\u0000"}


@pytest.mark.parametrize(
    ("state", "body", "refusal"),
    rows(
        ("no decision", "under_review", {}, Refusal(422, "invalid_body", "decision")),
        ("an unknown decision", "under_review", {"decision": "maybe"}, Refusal(422, "invalid_body", "decision")),
        ("rejection without reason", "under_review", {"decision": "reject"}, Refusal(422, "reason_required", "reason")),
        (
            "a reason too long",
            "under_review",
            {"decision": "approve", "reason": "x" * 5000},
            Refusal(422, "invalid_body", "reason"),
        ),
        (
            "a reason with NUL",
            "under_review",
            {"decision": "approve", "reason": "fine\0"},
            Refusal(422, "invalid_body", "reason"),
        ),
        (
            "follow-up without tasks",
            "under_review",
            {"decision": "follow_up"},
            Refusal(422, "invalid_body", "follow_up_tasks"),
        ),
        (
            "follow-up with an empty list",
            "under_review",
            {"decision": "follow_up", "follow_up_tasks": []},
            Refusal(422, "invalid_body", "follow_up_tasks"),
        ),
        (
            "21 tasks",
            "under_review",
            {"decision": "follow_up", "follow_up_tasks": [TASK] * 21},
            Refusal(422, "invalid_body", "follow_up_tasks"),
        ),
        (
            "approval with tasks",
            "under_review",
            {"decision": "approve", "follow_up_tasks": [TASK]},
            Refusal(422, "invalid_body", "follow_up_tasks"),
        ),
        (
            "a document task without document_type",
            "under_review",
            {"decision": "follow_up", "follow_up_tasks": [TASK, {**TASK, "response_type": "document"}]},
            Refusal(422, "invalid_body", "follow_up_tasks.1.document_type"),
        ),
        (
            "a task without words",
            "under_review",
            {"decision": "follow_up", "follow_up_tasks": [{**TASK, "description": " "}]},
            Refusal(422, "invalid_body", "follow_up_tasks.0.description"),
        ),
        (
            "a task of an unknown type",
            "under_review",
            {"decision": "follow_up", "follow_up_tasks": [{**TASK, "response_type": "video"}]},
            Refusal(422, "invalid_body", "follow_up_tasks.0.response_type"),
        ),
        ("before the customer", "awaiting", {"decision": "approve"}, Refusal(409, "wrong_state", "AWAITING_DOCUMENTS")),
        ("while the customer is asked", "asked", {"decision": "approve"}, Refusal(409, "wrong_state", "FOLLOW_UP")),
        ("after the end", "closed", {"decision": "approve"}, Refusal(409, "wrong_state", "REJECTED")),
    ),
)
async def test_a_decision_is_not_taken(walk: Walk, cases: Cases, state: str, body: Json, refusal: Refusal) -> None:
    check(await walk.officer.post(f"{cases[state].path}/decision", json=body), refusal)


@pytest.mark.parametrize(
    ("state", "body", "refusal"),
    rows(
        ("no action", "under_review", {}, Refusal(422, "invalid_body", "action")),
        ("an unknown action", "under_review", {"action": "keep"}, Refusal(422, "invalid_body", "action")),
        ("no code", "under_review", {"action": "override"}, Refusal(422, "invalid_body", "override_mcc")),
        (
            "two digits",
            "under_review",
            {"action": "override", "override_mcc": "54"},
            Refusal(422, "invalid_body", "override_mcc"),
        ),
        (
            "before the review",
            "awaiting",
            {"action": "override", "override_mcc": "5411"},
            Refusal(409, "wrong_state", "AWAITING_DOCUMENTS"),
        ),
        (
            "after the end",
            "closed",
            {"action": "override", "override_mcc": "5411"},
            Refusal(409, "wrong_state", "REJECTED"),
        ),
    ),
)
async def test_an_mcc_is_not_decided(walk: Walk, cases: Cases, state: str, body: Json, refusal: Refusal) -> None:
    check(await walk.officer.post(f"{cases[state].path}/mcc-decision", json=body), refusal)


@pytest.mark.parametrize(
    ("state", "body", "refusal"),
    rows(
        ("no answers", "awaiting", {}, Refusal(422, "answer_required", "answers.business_activity")),
        (
            "an empty answer",
            "awaiting",
            {"answers": {**ANSWERS, "business_activity": " "}},
            Refusal(422, "answer_required", "answers.business_activity"),
        ),
        (
            "an unknown question",
            "awaiting",
            {"answers": {**ANSWERS, "shoe_size": "43"}},
            Refusal(422, "invalid_answer", "answers.shoe_size"),
        ),
        (
            "an answer that is no option",
            "awaiting",
            {"answers": {**ANSWERS, "business_type": "Piracy"}},
            Refusal(422, "invalid_answer", "answers.business_type"),
        ),
        (
            "an answer that is an object",
            "awaiting",
            {"answers": {**ANSWERS, "business_activity": {}}},
            Refusal(422, "invalid_body", "answers.business_activity"),
        ),
        (
            "an answer with NUL",
            "awaiting",
            {"answers": {**ANSWERS, "business_activity": "Boats\0"}},
            Refusal(422, "invalid_body", "answers.business_activity"),
        ),
        (
            "a task that was not asked",
            "awaiting",
            {"answers": ANSWERS, "task_responses": {"task_1": "Here."}},
            Refusal(422, "invalid_answer", "task_responses.task_1"),
        ),
        ("a member nobody knows", "awaiting", {"status": "APPROVED"}, Refusal(422, "invalid_body", "status")),
        (
            "a required document left out",
            "asked",
            {"task_responses": {"task_2": "yes"}},
            Refusal(422, "answer_required", "task_responses.task_1"),
        ),
        (
            "neither yes nor no",
            "asked",
            {"task_responses": {"task_1": "It is on its way.", "task_2": "perhaps"}},
            Refusal(422, "invalid_answer", "task_responses.task_2"),
        ),
        ("while under review", "under_review", {"answers": ANSWERS}, Refusal(409, "wrong_state", "being reviewed")),
        ("after the end", "closed", {"answers": ANSWERS}, Refusal(409, "wrong_state", "closed")),
    ),
)
async def test_a_submission_is_not_taken(walk: Walk, cases: Cases, state: str, body: Json, refusal: Refusal) -> None:
    check(await walk.customer.post(f"{cases[state].portal}/submit", json=body), refusal)
