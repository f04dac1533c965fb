"""What every request passes through: an id, headers, a limit on its body, and a reading that names the fault."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
from pydantic import JsonValue
from structlog.testing import capture_logs

from gateway.body_limit import JSON_LIMIT
from schemas.errors import ErrorCode
from tests.gateway.running_gateway import COMPANY, PATIENCE, Gateway, refused

PATHS = ["/healthz", "/api/cases", "/api/countries", "/nothing", "/api/portal/pt_x"]


async def in_chunks(size: int) -> AsyncIterator[bytes]:
    """So many bytes whose number is not announced."""
    for _ in range(0, size, 65536):
        yield b" " * 65536


@pytest.fixture
async def reader(gateway: Gateway) -> AsyncIterator[httpx.AsyncClient]:
    """An officer where no worker is needed."""
    async with await gateway.officer() as client:
        yield client


# Headers.


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_has_its_id_and_tells_browsers_to_be_careful(gateway: Gateway, path: str) -> None:
    async with gateway.anyone() as anyone:
        first, second = await anyone.get(path), await anyone.get(path)

    assert first.headers["x-request-id"].startswith("req_")
    assert first.headers["x-request-id"] != second.headers["x-request-id"]
    assert first.headers["x-content-type-options"] == "nosniff"
    assert first.headers["cache-control"] == "no-store"
    assert first.headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in first.headers["content-security-policy"]
    assert "server" not in first.headers


async def test_an_id_that_the_caller_sends_is_not_taken(gateway: Gateway) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.get("/healthz", headers={"X-Request-Id": "mine"})

    assert answer.headers["x-request-id"] != "mine"


# Bodies that are too large.


async def test_a_body_that_is_announced_as_too_large_is_refused(reader: httpx.AsyncClient) -> None:
    refused(await reader.post("/api/cases", content=b" " * (JSON_LIMIT + 1)), 413, "body_too_large")


async def test_a_body_that_turns_out_too_large_is_refused(reader: httpx.AsyncClient) -> None:
    refused(await reader.post("/api/cases", content=in_chunks(JSON_LIMIT + 65536)), 413, "body_too_large")


async def test_a_body_of_exactly_the_limit_is_read(reader: httpx.AsyncClient) -> None:
    padding = "x" * (JSON_LIMIT - len(json.dumps({"company_name": ""})))
    body = json.dumps({"company_name": padding}).encode()
    assert len(body) == JSON_LIMIT

    refused(await reader.post("/api/cases", content=body), 422, "invalid_body", "company_name")


# Bodies that cannot be read.


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"no json", b'{"company_name": "a" "b"}', b"\xff\xfe", b'{"company_name": "\xff"}', b"[" * 5000],
    ids=["nothing", "half", "text", "two values", "UTF-16", "not UTF-8", "very deep"],
)
async def test_what_is_not_json_is_400(reader: httpx.AsyncClient, body: bytes) -> None:
    refused(await reader.post("/api/cases", content=body), 400, "invalid_json")


@pytest.mark.parametrize("body", ["[]", "null", "1", '"text"', "true"])
async def test_json_that_is_no_object_is_422(reader: httpx.AsyncClient, body: str) -> None:
    refused(await reader.post("/api/cases", content=body), 422, "invalid_body")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"company_name": None}, "invalid_body", "company_name"),
        ({"company_name": ""}, "invalid_body", "company_name"),
        ({"company_name": "x" * 256}, "invalid_body", "company_name"),
        ({"company_name": "two\nlines"}, "invalid_body", "company_name"),
        ({"company_name": "nul\x00"}, "invalid_body", "company_name"),
        ({"company_name": 7}, "invalid_body", "company_name"),
        ({"country": None}, "invalid_body", "country"),
        ({"country": "US"}, "unsupported_country", "country"),
        ({"country": "Belgium"}, "unsupported_country", "country"),
        ({"vat_number": None}, "invalid_body", "company_registration_number"),
        ({"vat_number": "FR12345678901"}, "invalid_body", "vat_number"),
        ({"vat_number": "hello"}, "invalid_body", "vat_number"),
        ({"template_id": "no_such"}, "unknown_template", "template_id"),
        ({"website_url": "javascript:alert(1)"}, "invalid_body", "website_url"),
        ({"website_url": "http://"}, "invalid_body", "website_url"),
        ({"additional_data": []}, "invalid_body", "additional_data"),
        ({"additional_data": {"deep": [{"nul": "\x00"}]}}, "invalid_body", "additional_data.deep.0.nul"),
        ({"unheard_of": 1}, "invalid_body", "unheard_of"),
    ],
)
async def test_what_does_not_fit_is_422_and_names_the_member(
    reader: httpx.AsyncClient, changes: dict[str, JsonValue], code: ErrorCode, field: str
) -> None:
    body = {name: value for name, value in {**COMPANY, **changes}.items() if value is not None}

    refused(await reader.post("/api/cases", json=body), 422, code, field)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
async def test_a_number_that_no_store_can_keep_is_refused(reader: httpx.AsyncClient, number: str) -> None:
    body = json.dumps({**COMPANY, "additional_data": {"volume": 0}}).replace('"volume": 0', f'"volume": {number}')

    answer = await reader.post("/api/cases", content=body)

    assert answer.status_code in (400, 422)


@pytest.mark.parametrize("key", ["", "x" * 256])
async def test_an_idempotency_key_that_cannot_be_used_is_refused(reader: httpx.AsyncClient, key: str) -> None:
    answer = await reader.post("/api/cases", json=COMPANY, headers={"Idempotency-Key": key})

    refused(answer, 422, "invalid_parameter", "Idempotency-Key")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=x", "page"),
        ("page=1.5", "page"),
        ("page=", "page"),
        ("page=٣", "page"),
        ("page=1000001", "page"),
        (f"page={'9' * 5000}", "page"),
        ("per_page=0", "per_page"),
        ("per_page=201", "per_page"),
        ("status=OPEN", "status"),
        ("status=approved", "status"),
    ],
)
async def test_a_parameter_of_the_list_that_cannot_be_used_is_named(
    reader: httpx.AsyncClient, query: str, field: str
) -> None:
    refused(await reader.get(f"/api/cases?{query}"), 422, "invalid_parameter", field)


# The log.


async def test_each_request_is_one_line_in_the_log_without_key_or_token(gateway: Gateway) -> None:
    key, token = await gateway.new_key(), f"pt_{'A' * 32}"
    with capture_logs() as lines:
        async with gateway.with_key(key) as officer:
            listed = await officer.get("/api/cases?status=APPROVED")
            await officer.get(f"/api/portal/{token}")
            await officer.post(f"/api/portal/{token}/submit", json={"answers": {"name": "A private person"}})
        async with asyncio.timeout(PATIENCE):  # a line is written after its answer was sent
            while len(requests := [line for line in lines if line["event"] == "request"]) < 3:
                await asyncio.sleep(0.01)

    assert [(line["method"], line["path"], line["status"]) for line in requests] == [
        ("GET", "/api/cases", 200),
        ("GET", "/api/portal/pt_…", 404),
        ("POST", "/api/portal/pt_…/submit", 404),
    ]
    assert listed.status_code == 200
    assert not any(secret in str(lines) for secret in (key, token, "A private person"))
