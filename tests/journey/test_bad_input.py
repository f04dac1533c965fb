"""What is refused, how it is told, and that a refusal changes nothing.

Every row says what is wrong, what is sent, and the refusal: status, stable code, and what its detail names.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import httpx
import psycopg
import pytest

from deploy.local.registries.catalogue import HAVENLICHT, ZONNEWIND
from tests import sample_documents
from tests.conftest import Stack
from tests.journey.walking import ANSWERS, Json, OpenCase, Upload, Walk, body_about, event_names, scan, text_pdf

INTERNALS = re.compile(
    r"Traceback|File \"|\.py\b|pydantic|constrained|psycopg|temporalio|starlette|S3Error|[A-Z][a-z]+Error\b|CaseStatus"
)
"""What no answer may show: traces of the code behind it."""

GOOD = body_about(ZONNEWIND)
TASK: Json = {"description": "Please tell us more.", "response_type": "text"}
TASKS: list[Json] = [
    {"description": "A utility bill, please.", "response_type": "document", "document_type": "utility_bill"},
    {"description": "Do you sell abroad?", "response_type": "yes_no"},
]
TOO_DEEP = b'{"additional_data": ' + b"[" * 20_000 + b"]" * 20_000 + b"}"
TOO_LARGE = b'{"additional_data": "' + b"x" * 300_000 + b'"}'
TWENTY_ONE_MEGABYTES = Upload("extract.pdf", b"%PDF-1.7\n" + bytes(21 * 2**20), "application/pdf")


class Refusal(NamedTuple):
    status: int
    code: str
    names: str = ""
    """What the detail says: the field at fault where there is one."""


@dataclass(frozen=True)
class Cases:
    """One case in each state that a request may find it in; at the end each is as it was at the beginning."""

    awaiting: OpenCase
    under_review: OpenCase
    asked: OpenCase
    closed: OpenCase
    foreign_key: str
    """The key of a document of the case under review."""

    def __getitem__(self, state: str) -> OpenCase:
        return {
            "awaiting": self.awaiting,
            "under_review": self.under_review,
            "asked": self.asked,
            "closed": self.closed,
        }[state]

    def fill(self, text: str) -> str:
        return text.format(
            id=self.awaiting.case_id,
            case=self.awaiting.path,
            portal=self.awaiting.portal,
            other=self.under_review.case_id,
            foreign_key=self.foreign_key,
        )


@pytest.fixture(scope="module")
async def cases(walk: Walk) -> AsyncIterator[Cases]:
    awaiting, under_review, asked, closed = await asyncio.gather(
        walk.open(ZONNEWIND), *(walk.open_under_review(HAVENLICHT) for _ in range(3))
    )
    assert (await walk.decide(asked, "follow_up", follow_up_tasks=TASKS)).status_code == 200
    assert (await walk.decide(closed, "reject", "Not for us.")).status_code == 200
    await walk.until_reported(closed)
    [document] = (await walk.detail(under_review))["documents"]
    everyone = (awaiting, under_review, asked, closed)
    before = [await walk.detail(case) for case in everyone]
    yield Cases(awaiting, under_review, asked, closed, document["minio_key"])
    for known in before:
        _check_that_nothing_is_lost(known, (await walk.officer.get(f"/api/cases/{known['case_id']}")).json())


def _check_that_nothing_is_lost(before: Json, after: Json) -> None:
    """The case is as it was; that something was refused is all that its audit log may add."""
    written = len(before["audit_log"])
    assert after["audit_log"][:written] == before["audit_log"]
    assert set(event_names(after["audit_log"][written:])) <= {"COMMAND_REFUSED"}
    assert {**after, "audit_log": None} == {**before, "audit_log": None}


def check(response: httpx.Response, refusal: Refusal) -> None:
    assert response.status_code == refusal.status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == refusal.status
    assert problem["title"]
    assert problem["code"] == refusal.code
    assert refusal.names in problem["detail"]
    assert problem.get("field") in (None, refusal.names)
    assert problem["request_id"] == response.headers["x-request-id"]
    assert not INTERNALS.search(response.text)


def rows(*table: tuple[Any, ...]) -> list[Any]:
    """Each row's first cell is its name."""
    return [pytest.param(*cells, id=name.replace(" ", "-")) for name, *cells in table]


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
            Refusal(422, "invalid_body", "follow_up_tasks.1"),
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
            Refusal(422, "answer_required", "answers.shoe_size"),
        ),
        (
            "an answer that is no option",
            "awaiting",
            {"answers": {**ANSWERS, "business_type": "Piracy"}},
            Refusal(422, "answer_required", "answers.business_type"),
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
            Refusal(422, "answer_required", "task_responses.task_1"),
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
            Refusal(422, "answer_required", "task_responses.task_2"),
        ),
        ("while under review", "under_review", {"answers": ANSWERS}, Refusal(409, "wrong_state", "being reviewed")),
        ("after the end", "closed", {"answers": ANSWERS}, Refusal(409, "wrong_state", "closed")),
    ),
)
async def test_a_submission_is_not_taken(walk: Walk, cases: Cases, state: str, body: Json, refusal: Refusal) -> None:
    check(await walk.customer.post(f"{cases[state].portal}/submit", json=body), refusal)


@pytest.mark.parametrize(
    ("state", "requirement_id", "upload", "refusal"),
    rows(
        (
            "an empty file",
            "awaiting",
            "director_id",
            Upload("passport.pdf", b"", "application/pdf"),
            Refusal(400, "file_empty", "file"),
        ),
        (
            "a program named pdf",
            "awaiting",
            "director_id",
            Upload("passport.pdf", sample_documents.executable(), "application/pdf"),
            Refusal(422, "unsupported_document_type", "file"),
        ),
        (
            "a spreadsheet named docx",
            "awaiting",
            "director_id",
            Upload("passport.docx", sample_documents.spreadsheet_named_docx(), "application/zip"),
            Refusal(422, "unsupported_document_type", "file"),
        ),
        (
            "a document with macros",
            "awaiting",
            "director_id",
            Upload("passport.docx", sample_documents.docx_with_macros(), "application/zip"),
            Refusal(422, "unsupported_document_type", "file"),
        ),
        ("21 MB", "awaiting", "director_id", TWENTY_ONE_MEGABYTES, Refusal(413, "file_too_large", "20 MB")),
        (
            "one byte too many",
            "awaiting",
            "director_id",
            Upload("passport.pdf", b"%PDF-1.7\n".ljust(20 * 2**20 + 1), "application/pdf"),
            Refusal(413, "file_too_large", "file"),
        ),
        (
            "an unknown requirement",
            "awaiting",
            "library_card",
            text_pdf(),
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        (
            "a requirement that is a path",
            "awaiting",
            "../director_id",
            text_pdf(),
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        (
            "a requirement with NUL",
            "awaiting",
            "director_id\0",
            text_pdf(),
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        (
            "a task that was not asked",
            "asked",
            "followup_task_9",
            text_pdf(),
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        ("while under review", "under_review", "director_id", scan(), Refusal(409, "wrong_state", "being reviewed")),
        ("after the end", "closed", "director_id", scan(), Refusal(409, "wrong_state")),
    ),
)
async def test_a_document_is_not_taken(
    walk: Walk, cases: Cases, state: str, requirement_id: str, upload: Upload, refusal: Refusal
) -> None:
    check(await walk.upload(cases[state], requirement_id, upload), refusal)


@pytest.mark.parametrize(
    ("form", "refusal"),
    rows(
        ("no file", {"data": {"requirement_id": "director_id"}}, Refusal(422, "file_missing", "file")),
        (
            "text where the file should be",
            {"data": {"requirement_id": "director_id", "file": "hello"}},
            Refusal(422, "file_missing", "file"),
        ),
        (
            "no requirement",
            {"files": {"file": ("extract.pdf", b"%PDF-1.7")}},
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        ("JSON", {"json": {"requirement_id": "director_id"}}, Refusal(422, "file_missing", "file")),
        (
            "three files",
            {"files": [(name, ("extract.pdf", b"%PDF-1.7")) for name in ("file", "file", "file")]},
            Refusal(422, "invalid_body", "files"),
        ),
        (
            "no multipart inside",
            {"content": b"hello", "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
            Refusal(422, "invalid_body", "multipart"),
        ),
        (
            "no boundary",
            {"content": b"hello", "headers": {"Content-Type": "multipart/form-data"}},
            Refusal(422, "invalid_body", "boundary"),
        ),
    ),
)
async def test_a_form_is_no_upload(walk: Walk, cases: Cases, form: dict[str, Any], refusal: Refusal) -> None:
    check(await walk.customer.post(f"{cases.awaiting.portal}/documents", **form), refusal)


@pytest.mark.parametrize(
    "key",
    [
        "{foreign_key}",
        "../{foreign_key}",
        "/{foreign_key}",
        "%2e%2e%2f{foreign_key}",
        "{id}/../{foreign_key}",
        "{id}/%2e%2e/{foreign_key}",
        "{id}/./../{foreign_key}",
        "{id}//../{foreign_key}",
        "{id}\\..\\{foreign_key}",
        "{id}/..",
        "{id}",
        "{id}/",
        "{id}/nothing.pdf",
        "{id}/nothing\0.pdf",
        "{id}/nothing\r\nSet-Cookie: a=b",
        "case_*",
        "/etc/passwd",
    ],
)
async def test_a_key_that_is_not_of_this_case_is_not_found(walk: Walk, cases: Cases, key: str) -> None:
    path = f"{cases.awaiting.path}/documents/download"
    answer = await walk.officer.get(path, params={"key": cases.fill(key)})
    check(answer, Refusal(404, "document_not_found", "key"))


async def test_an_encoded_path_in_a_key_is_not_found(walk: Walk, cases: Cases) -> None:
    path = f"{cases.awaiting.path}/documents/download?key={cases.awaiting.case_id}%2f%2e%2e%2f{cases.foreign_key}"
    check(await walk.officer.get(path), Refusal(404, "document_not_found", "key"))


@pytest.mark.parametrize(
    ("path", "refusal"),
    rows(
        ("page 0", "/api/cases?page=0", Refusal(422, "invalid_parameter", "page")),
        ("page minus 1", "/api/cases?page=-1", Refusal(422, "invalid_parameter", "page")),
        ("a page in words", "/api/cases?page=two", Refusal(422, "invalid_parameter", "page")),
        ("a page beyond numbers", f"/api/cases?page={'9' * 40}", Refusal(422, "invalid_parameter", "page")),
        ("no rows", "/api/cases?per_page=0", Refusal(422, "invalid_parameter", "per_page")),
        ("all rows", "/api/cases?per_page=100000", Refusal(422, "invalid_parameter", "per_page")),
        ("an unknown status", "/api/cases?status=DONE", Refusal(422, "invalid_parameter", "status")),
        ("SQL for a status", "/api/cases?status=' OR 1=1 --", Refusal(422, "invalid_parameter", "status")),
        ("an unknown source", "{case}/documents?source=mine", Refusal(422, "invalid_parameter", "source")),
        ("no key", "{case}/documents/download", Refusal(422, "invalid_parameter", "key")),
        ("no report yet", "{case}/report", Refusal(400, "report_not_available", "AWAITING_DOCUMENTS")),
    ),
)
async def test_a_parameter_cannot_be_used(walk: Walk, cases: Cases, path: str, refusal: Refusal) -> None:
    check(await walk.officer.get(cases.fill(path)), refusal)


@pytest.mark.parametrize("key", ["", "x" * 256])
async def test_an_idempotency_key_cannot_be_used(walk: Walk, key: str) -> None:
    answer = await walk.officer.post("/api/cases", json=GOOD, headers={"Idempotency-Key": key})
    check(answer, Refusal(422, "invalid_parameter", "Idempotency-Key"))


@pytest.mark.parametrize(
    ("method", "path", "refusal"),
    rows(
        ("an unknown case", "GET", "/api/cases/case_000000000000", Refusal(404, "case_not_found", "case_0000")),
        ("an unknown workflow", "GET", "/api/cases/wf_000000000000", Refusal(404, "case_not_found", "wf_0000")),
        ("a malformed id", "GET", "/api/cases/42", Refusal(404, "case_not_found", "42")),
        ("an id with NUL", "GET", "/api/cases/case_%00", Refusal(404, "case_not_found")),
        ("an id that is a path", "GET", "/api/cases/..%2F{id}", Refusal(404, "not_found")),
        ("its audit log", "GET", "/api/cases/case_000000000000/audit", Refusal(404, "case_not_found")),
        ("its documents", "GET", "/api/cases/case_000000000000/documents", Refusal(404, "case_not_found")),
        ("its profile", "GET", "/api/cases/case_000000000000/company-profile", Refusal(404, "case_not_found")),
        ("its report", "GET", "/api/cases/case_000000000000/report", Refusal(404, "case_not_found")),
        ("its responses", "GET", "/api/cases/case_000000000000/responses", Refusal(404, "case_not_found")),
        ("its decision", "POST", "/api/cases/case_000000000000/decision", Refusal(404, "case_not_found")),
        ("its deletion", "DELETE", "/api/cases/case_000000000000", Refusal(404, "case_not_found")),
        ("an unknown token", "GET", f"/api/portal/pt_{'a' * 32}", Refusal(404, "portal_not_found")),
        ("a malformed token", "GET", "/api/portal/pt_short", Refusal(404, "portal_not_found")),
        ("a case id for a token", "GET", "/api/portal/{id}", Refusal(404, "portal_not_found")),
        ("an upload to nobody", "POST", f"/api/portal/pt_{'a' * 32}/documents", Refusal(404, "portal_not_found")),
        ("a submission to nobody", "POST", f"/api/portal/pt_{'a' * 32}/submit", Refusal(404, "portal_not_found")),
        ("no such path", "GET", "/api/nothing", Refusal(404, "not_found", "/api/nothing")),
        ("nothing of a case", "GET", "{case}/nothing", Refusal(404, "not_found", "nothing")),
        ("a decision that is read", "GET", "{case}/decision", Refusal(405, "method_not_allowed", "GET")),
        ("a case that is replaced", "PUT", "{case}", Refusal(405, "method_not_allowed", "PUT")),
        ("countries that are added", "POST", "/api/countries", Refusal(405, "method_not_allowed", "POST")),
    ),
)
async def test_there_is_nothing_here(walk: Walk, cases: Cases, method: str, path: str, refusal: Refusal) -> None:
    check(await walk.officer.request(method, cases.fill(path)), refusal)


@pytest.mark.parametrize(
    ("headers", "refusal"),
    rows(
        ("no key", {}, Refusal(401, "credential_missing", "Authorization")),
        ("another scheme", {"Authorization": "Basic b2ZmaWNlcg=="}, Refusal(401, "credential_missing", "Bearer")),
        ("a bad key", {"Authorization": "Bearer cw_officer_wrong"}, Refusal(401, "credential_invalid", "key")),
    ),
)
@pytest.mark.parametrize("path", ["/api/countries", "/api/cases", "{case}", "{case}/documents", "{case}/report"])
async def test_nobody_comes_in_without_a_key(
    walk: Walk, cases: Cases, path: str, headers: dict[str, str], refusal: Refusal
) -> None:
    answer = await walk.customer.get(cases.fill(path), headers=headers)
    check(answer, refusal)
    assert answer.headers["www-authenticate"].startswith("Bearer")


WRITES = [
    ("POST", "/api/cases", GOOD),
    ("POST", "{case}/decision", {"decision": "approve"}),
    ("POST", "{case}/mcc-decision", {"action": "override", "override_mcc": "5411"}),
    ("DELETE", "{case}", None),
]


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
@pytest.mark.parametrize("role", ["auditor", "integration"])
async def test_a_role_that_may_not_write_does_not(
    stack: Stack, cases: Cases, role: str, method: str, path: str, body: Json | None
) -> None:
    async with stack.officer(role) as client:
        check(await client.request(method, cases.fill(path), json=body), Refusal(403, "role_not_allowed", role))


@pytest.mark.parametrize("path", ["/api/countries", "/api/cases", "{case}", "{case}/audit", "{case}/documents"])
async def test_an_auditor_reads_and_an_integration_key_does_not(stack: Stack, cases: Cases, path: str) -> None:
    async with stack.officer("auditor") as auditor, stack.officer("integration") as integration:
        assert (await auditor.get(cases.fill(path))).status_code == 200
        check(await integration.get(cases.fill(path)), Refusal(403, "role_not_allowed", "integration"))


async def test_an_expired_portal_is_gone_and_its_case_is_not(stack: Stack, walk: Walk) -> None:
    case = await walk.open(ZONNEWIND)
    before = await walk.detail(case)
    async with await psycopg.AsyncConnection.connect(stack.facts["postgres_dsn"]) as connection:
        await connection.execute(
            "UPDATE cases SET portal_expires_at = now() - interval '1 second' WHERE case_id = %s", [case.case_id]
        )
    expired = Refusal(410, "portal_expired", "expired")
    check(await walk.customer.get(case.portal), expired)
    check(await walk.upload(case, "director_id", scan()), expired)
    check(await walk.submit(case, answers=ANSWERS), expired)
    assert await walk.detail(case) == before


async def test_a_file_name_is_made_harmless(walk: Walk) -> None:
    case = await walk.open(ZONNEWIND)
    name = '../../etc/<b>"passport".exe'
    upload = Upload(name, text_pdf().content, "application/pdf")
    uploaded = (await walk.upload(case, "director_id", upload)).json()
    assert uploaded["minio_key"].startswith(f"{case.case_id}/iteration-1/req_director_id/")
    assert json.dumps(uploaded).count("..") == 0
    assert uploaded["filename"].endswith(".pdf")
    got = await walk.officer.get(f"{case.path}/documents/download", params={"key": uploaded["minio_key"]})
    assert got.content == upload.content
    assert got.headers["content-disposition"].startswith('attachment; filename="')
