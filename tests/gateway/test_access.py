"""Who may call the officer API: keys that are known, valid and not revoked, each as far as its role goes."""

from datetime import UTC, datetime, timedelta

import httpx
import psycopg
import pytest

from gateway.access import PERMISSIONS
from runtime import api_keys
from tests.gateway.running_gateway import Gateway, open_case, refused

YESTERDAY = datetime.now(UTC) - timedelta(days=1)
TOMORROW = datetime.now(UTC) + timedelta(days=1)

NO_CASE = "case_0123456789ab"
PATHS = [
    ("GET", "/api/countries"),
    ("GET", "/api/templates"),
    ("GET", "/api/policies"),
    ("GET", "/api/cases"),
    ("POST", "/api/cases"),
    ("GET", f"/api/cases/{NO_CASE}"),
    ("DELETE", f"/api/cases/{NO_CASE}"),
    ("GET", f"/api/cases/{NO_CASE}/audit"),
    ("POST", f"/api/cases/{NO_CASE}/decision"),
    ("POST", f"/api/cases/{NO_CASE}/mcc-decision"),
    ("POST", f"/api/cases/{NO_CASE}/facts/company_name/decision"),
    ("POST", f"/api/cases/{NO_CASE}/discrepancies/disc_company_name/resolve"),
    ("POST", f"/api/cases/{NO_CASE}/screening/match_0123456789abcdef/decision"),
    ("POST", f"/api/cases/{NO_CASE}/checks/withholding"),
    ("POST", f"/api/cases/{NO_CASE}/checks/withholding/proof"),
    ("GET", f"/api/cases/{NO_CASE}/documents"),
    ("GET", f"/api/cases/{NO_CASE}/documents/download"),
    ("GET", f"/api/cases/{NO_CASE}/company-profile"),
    ("GET", f"/api/cases/{NO_CASE}/report"),
    ("GET", f"/api/cases/{NO_CASE}/responses"),
]
READING = [path for path in PATHS if path[0] == "GET"]
WRITING = [path for path in PATHS if path[0] != "GET"]


@pytest.mark.parametrize(("method", "path"), PATHS)
async def test_without_a_key_nothing_is_answered(gateway: Gateway, method: str, path: str) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.request(method, path, json={})

    refused(answer, 401, "credential_missing")
    assert answer.headers["www-authenticate"] == 'Bearer realm="casewright"'


@pytest.mark.parametrize("header", ["", "Bearer", "Basic a2V5OmtleQ==", "Token abc", "abc"])
async def test_a_header_without_a_bearer_key_is_no_key(gateway: Gateway, header: str) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.get("/api/cases", headers={"Authorization": header})

    refused(answer, 401, "credential_missing")


async def test_of_two_keys_none_is_taken(gateway: Gateway) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.get("/api/cases", headers=[("Authorization", "Bearer a"), ("Authorization", "Bearer b")])

    refused(answer, 401, "credential_invalid")


async def test_the_scheme_is_read_in_any_case(gateway: Gateway) -> None:
    key = await gateway.new_key()
    async with gateway.anyone() as anyone:
        for scheme in ("bearer", "BEARER", "Bearer"):
            answer = await anyone.get("/api/countries", headers={"Authorization": f"{scheme} {key}"})
            assert answer.status_code == 200


@pytest.mark.parametrize("key", ["unknown", "x" * 5000, "' OR 1=1 --", "%00"])
async def test_an_unknown_key_is_refused(gateway: Gateway, key: str) -> None:
    async with gateway.with_key(key) as stranger:
        answer = await stranger.get("/api/cases")

    refused(answer, 401, "credential_invalid")
    assert answer.headers["www-authenticate"] == 'Bearer realm="casewright"'
    assert key not in answer.text


@pytest.mark.parametrize(("expires_at", "revoked_at"), [(YESTERDAY, None), (None, YESTERDAY), (TOMORROW, YESTERDAY)])
async def test_a_key_that_is_no_longer_valid_is_refused(
    gateway: Gateway, expires_at: datetime | None, revoked_at: datetime | None
) -> None:
    async with gateway.with_key(await gateway.new_key(expires_at=expires_at, revoked_at=revoked_at)) as former:
        refused(await former.get("/api/cases"), 401, "credential_invalid")


async def test_a_key_works_until_it_expires(gateway: Gateway) -> None:
    async with gateway.with_key(await gateway.new_key(expires_at=TOMORROW)) as officer:
        assert (await officer.get("/api/cases")).status_code == 200


async def test_a_key_in_use_stops_working_when_it_is_revoked(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api_keys, "REMEMBERED_SECONDS", 0.0)
    key = await gateway.new_key()
    async with gateway.with_key(key) as officer:
        assert (await officer.get("/api/countries")).status_code == 200
        async with await psycopg.AsyncConnection.connect(gateway.postgres_dsn) as connection:
            await connection.execute(
                "UPDATE api_keys SET revoked_at = now() WHERE key_hash = encode(sha256(%s), 'hex')", [key.encode()]
            )
        refused(await officer.get("/api/countries"), 401, "credential_invalid")


# Roles.


@pytest.mark.parametrize("role", ["officer", "senior_officer", "admin", "auditor"])
async def test_officers_and_auditors_read(gateway: Gateway, role: str) -> None:
    async with await gateway.officer(role) as reader:
        for method, path in READING:
            assert (await reader.request(method, path)).status_code in (200, 404)


async def test_an_auditor_only_reads(gateway: Gateway) -> None:
    async with await gateway.officer("auditor") as auditor:
        for method, path in WRITING:
            refused(await auditor.request(method, path, json={}), 403, "role_not_allowed")


@pytest.mark.parametrize("role", ["integration", "customer", "system", "unknown"])
async def test_no_other_role_is_let_in(gateway: Gateway, role: str) -> None:
    async with await gateway.officer(role) as other:
        for method, path in PATHS:
            refused(await other.request(method, path, json={}), 403, "role_not_allowed")


async def test_who_did_something_is_on_record_by_the_id_of_the_key(
    officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    case_id = (await open_case(officer))["case_id"]

    first = (await officer.get(f"/api/cases/{case_id}/audit")).json()["audit_log"][0]

    assert first["event"] == "CASE_CREATED"
    assert first["actor"]["id"].startswith("key_")
    assert first["actor"]["role"] == "officer"


def test_a_machine_has_no_permission_in_the_officer_api() -> None:
    assert "integration" not in PERMISSIONS
    assert PERMISSIONS["auditor"] == {"read"}


# Organisations.


async def test_another_organisations_case_is_not_there(officer: httpx.AsyncClient, gateway: Gateway) -> None:
    case = await open_case(officer)
    async with await gateway.officer("admin") as stranger:
        for name in (case["case_id"], case["workflow_id"]):
            for method, path in PATHS:
                if "case_0123456789ab" in path and method != "DELETE":
                    answer = await stranger.request(
                        method,
                        path.replace("case_0123456789ab", name),
                        json={"decision": "approve", "action": "accept"},
                    )
                    problem = refused(answer, 404, "case_not_found")
                    assert "Acme" not in problem["detail"]
        assert (await stranger.get("/api/cases")).json()["total"] == 0


async def test_a_case_of_another_organisation_cannot_be_deleted(gateway: Gateway, officer: httpx.AsyncClient) -> None:
    """Deletion is off here; the answer is the same for a case that is there and one that is not."""
    case = await open_case(officer)
    async with await gateway.officer("admin") as stranger:
        for case_id in (case["case_id"], NO_CASE):
            refused(await stranger.delete(f"/api/cases/{case_id}"), 403, "deletion_disabled")


async def test_a_colleague_reads_the_same_cases(gateway: Gateway, workers: None) -> None:
    organisation = "org_colleagues"
    async with (
        await gateway.officer("officer", organisation) as officer,
        await gateway.officer("auditor", organisation) as auditor,
    ):
        case = await open_case(officer)
        assert (await auditor.get(f"/api/cases/{case['workflow_id']}")).json()["case_id"] == case["case_id"]


@pytest.mark.parametrize("name", ["case_", "wf_", "case_XYZ", "..", "case_0123456789abc", "%00", "1 OR 1=1"])
async def test_what_is_no_case_id_names_no_case(gateway: Gateway, name: str) -> None:
    async with await gateway.officer() as officer:
        answer = await officer.get(f"/api/cases/{name}/audit")
        assert answer.status_code == 404
