"""Paths, parameters and keys that lead nowhere, and what is told of them."""

import psycopg
import pytest

from deploy.local.registries.catalogue import ZONNEWIND
from tests.conftest import Stack
from tests.journey.refusals import Cases, Refusal, check, rows
from tests.journey.walking import ANSWERS, Json, Walk, body_about, scan

GOOD = body_about(ZONNEWIND)


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
    before = await walk.until_settled(case)
    async with await psycopg.AsyncConnection.connect(stack.facts["postgres_dsn"]) as connection:
        await connection.execute(
            "UPDATE cases SET portal_expires_at = now() - interval '1 second' WHERE case_id = %s", [case.case_id]
        )
    expired = Refusal(410, "portal_expired", "expired")
    check(await walk.customer.get(case.portal), expired)
    check(await walk.upload(case, "director_id", scan()), expired)
    check(await walk.submit(case, answers=ANSWERS), expired)
    assert await walk.detail(case) == before
