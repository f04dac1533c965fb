"""The evidence chain over HTTP: every answer down to its bytes, hashed again, and said so when they are others now."""

import hashlib
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import psycopg
import pytest
from structlog.testing import capture_logs
from temporalio.client import Client

from gateway.officer import evidence
from runtime import evidence_objects
from runtime.evidence_objects import KeepLimits
from runtime.object_store import ObjectStore
from runtime.settings import Settings
from runtime.task_queues import source_queue
from schemas.sources import SourceName
from tests.gateway.filing_sources import PAGE, VIES_BODY, VIES_URL, FilingSources
from tests.gateway.running_gateway import PATIENCE, Gateway, open_case, refused, running_gateway
from tests.serving import serving
from worker import QueueWork, queue_work


@pytest.fixture(scope="module")
def store(settings: Settings) -> Iterator[ObjectStore]:
    store = ObjectStore.from_settings(settings)
    yield store
    store.close()


@pytest.fixture(scope="module")
def sources(settings: Settings, store: ObjectStore) -> FilingSources:
    return FilingSources(settings, store)


@pytest.fixture(scope="module")
async def workers(settings: Settings, temporal: Client, sources: FilingSources) -> AsyncIterator[None]:
    """Workers of all queues, whose look-ups file real evidence."""
    filing = QueueWork(activities=[sources.look_up])
    look_ups = {source_queue(source): filing for source in SourceName}
    async with queue_work(settings, temporal) as served, serving(temporal, {**served, **look_ups}):
        yield


async def chain_of(officer: httpx.AsyncClient, case_id: str) -> dict[str, Any]:
    answer = await officer.get(f"/api/cases/{case_id}/evidence")
    assert answer.status_code == 200, answer.text
    chain: dict[str, Any] = answer.json()
    return chain


async def items_of(officer: httpx.AsyncClient, case_id: str) -> dict[str, dict[str, Any]]:
    """The items by their source."""
    chain = await chain_of(officer, case_id)
    return {item["source"]: item for item in chain["evidence"]}


async def website_of(officer: httpx.AsyncClient, sources: FilingSources, name: str, body: bytes, kind: str) -> Any:
    """The item of a website that sends these bytes."""
    sources.pages[name] = (body, kind)
    return (await items_of(officer, (await open_case(officer, company_name=name))["case_id"]))["Website"]


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def key_of(item: dict[str, Any]) -> str:
    return str(item["storage"]).removeprefix("minio:")


# What is in it.


async def test_every_answer_is_there_with_the_bytes_it_was_read_from(officer: httpx.AsyncClient) -> None:
    created = await open_case(officer)

    items = await items_of(officer, created["case_id"])

    assert items.keys() == {"EU VIES", "Website"}
    assert items["EU VIES"]["raw_data"] == {"valid": True, "name": "ACME TRADING", "amount": 1.5}
    assert items["Website"]["raw_data"] == PAGE.decode()
    assert (items["EU VIES"]["data_hash"], items["Website"]["data_hash"]) == (digest(VIES_BODY), digest(PAGE))
    assert items["EU VIES"]["source_url"] == VIES_URL
    assert {(item["verified"], item["problem"], item["environment"]) for item in items.values()} == {
        (True, None, created["environment"])
    }


async def test_the_hash_of_an_item_is_the_one_that_the_companys_profile_cites(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]

    items = await items_of(officer, case_id)
    cited = (await officer.get(f"/api/cases/{case_id}/company-profile")).json()["evidence_refs"]

    assert {(item["source"], item["data_hash"], item["storage"]) for item in items.values()} == {
        (ref["source"], ref["evidence_hash"], ref["storage"]) for ref in cited
    }


async def test_the_bytes_of_an_item_can_be_downloaded(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]

    for item in (await items_of(officer, case_id)).values():
        downloaded = await officer.get(item["download_url"])
        assert (digest(downloaded.content), len(downloaded.content)) == (item["data_hash"], item["size"])


async def test_an_auditor_recomputes_the_hash_of_the_bundle_from_the_answer(
    officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    chain = await chain_of(officer, (await open_case(officer))["case_id"])

    pairs = sorted((item["id"], item["data_hash"]) for item in chain["evidence"])
    text = "{" + ",".join(f'"{key}":"{value}"' for key, value in pairs) + "}"
    assert len(pairs) == 2
    assert chain["bundle_hash"] == digest(text.encode())


async def test_two_readings_are_the_same_reading(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]

    assert await chain_of(officer, case_id) == await chain_of(officer, case_id)


async def test_the_answer_names_the_version_of_the_case(officer: httpx.AsyncClient) -> None:
    case_id = (await open_case(officer))["case_id"]

    version = (await officer.get(f"/api/cases/{case_id}")).json()["version"]

    assert (await officer.get(f"/api/cases/{case_id}/evidence")).headers["etag"] == f'"{version}"'


async def test_evidence_that_is_not_written_to_the_database_yet_is_in_the_chain(
    officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    case_id = (await open_case(officer))["case_id"]
    whole = await chain_of(officer, case_id)

    async with await psycopg.AsyncConnection.connect(gateway.postgres_dsn, autocommit=True) as connection:
        await connection.execute("SET session_replication_role = replica")  # past the trigger that keeps evidence
        await connection.execute("DELETE FROM evidence WHERE case_id = %s", [case_id])

    assert await chain_of(officer, case_id) == whole


async def test_an_answer_that_only_the_database_has_is_in_the_chain(
    officer: httpx.AsyncClient, gateway: Gateway, store: ObjectStore
) -> None:
    """As of a source that was asked again since: the case holds its last answer alone."""
    case_id = (await open_case(officer))["case_id"]
    key, body = f"{case_id}/evidence/vies-earlier.json", b'{"valid": false}'
    await store.put(key, body, "application/json")
    async with await psycopg.AsyncConnection.connect(gateway.postgres_dsn, autocommit=True) as connection:
        await connection.execute(
            "INSERT INTO evidence (case_id, source, data_hash, object_key, source_url, collected_at, environment) "
            "VALUES (%s, 'vies', %s, %s, %s, '2026-01-01T00:00:00Z', 'test')",
            [case_id, digest(body), key, VIES_URL],
        )

    chain = await chain_of(officer, case_id)

    assert [item["source"] for item in chain["evidence"]].count("EU VIES") == 2
    assert (chain["evidence"][0]["raw_data"], chain["verified"]) == ({"valid": False}, True)


async def test_the_customers_documents_are_not_in_the_chain(
    officer: httpx.AsyncClient, customer: httpx.AsyncClient
) -> None:
    created = await open_case(officer)
    uploaded = await customer.post(
        f"/api/portal/{created['portal_token']}/documents",
        data={"requirement_id": "representative_id"},
        files={"file": ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64)},
    )
    assert uploaded.status_code == 201, uploaded.text

    assert (await items_of(officer, created["case_id"])).keys() == {"EU VIES", "Website"}


# Bytes that are not what they were.


async def test_bytes_that_were_altered_are_shown_as_such_and_an_operator_is_told(
    officer: httpx.AsyncClient, store: ObjectStore
) -> None:
    case_id = (await open_case(officer))["case_id"]
    before = await chain_of(officer, case_id)
    item = next(item for item in before["evidence"] if item["source"] == "EU VIES")
    forged = b'{"valid": true, "name": "ANOTHER COMPANY"}'
    await store.put(key_of(item), forged, "application/json")

    with capture_logs() as logs:
        after = await chain_of(officer, case_id)

    altered = next(item for item in after["evidence"] if item["source"] == "EU VIES")
    assert (altered["verified"], altered["problem"], altered["stored_hash"]) == (False, "altered", digest(forged))
    assert altered["data_hash"] == digest(VIES_BODY)
    assert (after["verified"], after["bundle_hash"]) == (False, before["bundle_hash"])
    assert [entry["source"] for entry in after["evidence"] if entry["verified"]] == ["Website"]
    (entry,) = [entry for entry in logs if entry["event"] == "evidence is not what was collected"]
    assert (entry["log_level"], entry["problem"], entry["object_key"]) == ("error", "altered", key_of(item))


async def test_bytes_that_are_gone_are_said_to_be(officer: httpx.AsyncClient, store: ObjectStore) -> None:
    case_id = (await open_case(officer))["case_id"]
    whole = await chain_of(officer, case_id)
    await store.delete_prefix(f"{case_id}/evidence/")

    chain = await chain_of(officer, case_id)

    assert chain["bundle_hash"] == whole["bundle_hash"]
    assert (chain["verified"], len(chain["evidence"])) == (False, 2)
    for item in chain["evidence"]:
        assert (item["verified"], item["problem"], item["raw_data_omitted"]) == (False, "missing", "missing")
        assert (item["raw_data"], item["size"], item["media_type"]) == (None, None, None)


async def test_bytes_that_are_more_than_any_evidence_are_not_read(
    officer: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = (await open_case(officer))["case_id"]
    monkeypatch.setattr(evidence_objects, "MAX_READ_BYTES", len(PAGE))

    items = await items_of(officer, case_id)

    assert items["Website"]["verified"] is True
    assert (items["EU VIES"]["verified"], items["EU VIES"]["problem"]) == (False, "too_large")
    assert (items["EU VIES"]["raw_data"], items["EU VIES"]["raw_data_omitted"]) == (None, "too_large")
    assert items["EU VIES"]["stored_hash"] is None


async def test_a_store_that_is_away_is_no_missing_evidence(
    officer: httpx.AsyncClient, settings: Settings, temporal: Client
) -> None:
    case_id = (await open_case(officer))["case_id"]
    storeless = settings.model_copy(update={"s3_endpoint": "http://127.0.0.1:1", "outcome_wait_seconds": PATIENCE / 2})
    async with (
        running_gateway(storeless, temporal.service_client.config.target_host) as running,
        httpx.AsyncClient(base_url=running.url, headers=officer.headers, timeout=PATIENCE) as same_officer,
    ):
        refused(await same_officer.get(f"/api/cases/{case_id}/evidence"), 503, "store_unavailable")


# Bytes that cannot be shown in an answer.


async def test_an_item_above_the_limit_is_verified_and_left_to_be_downloaded(
    officer: httpx.AsyncClient, sources: FilingSources
) -> None:
    body = b"x" * (evidence.LIMITS.item_bytes + 1)

    item = await website_of(officer, sources, "Large Page BV", body, "text/html")

    assert (item["verified"], item["raw_data"], item["raw_data_omitted"]) == (True, None, "too_large")
    assert (item["size"], digest((await officer.get(item["download_url"])).content)) == (len(body), digest(body))


async def test_an_item_as_large_as_the_limit_is_shown(officer: httpx.AsyncClient, sources: FilingSources) -> None:
    body = b"x" * evidence.LIMITS.item_bytes

    item = await website_of(officer, sources, "Full Page BV", body, "text/html")

    assert (item["raw_data"], item["raw_data_omitted"]) == (body.decode(), None)


async def test_beyond_the_limit_of_the_answer_items_are_left_out_in_the_order_of_collection(
    officer: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = (await open_case(officer))["case_id"]
    first, second = (await chain_of(officer, case_id))["evidence"]
    monkeypatch.setattr(evidence, "LIMITS", KeepLimits(item_bytes=1024, total_bytes=first["size"] + 1))

    chain = await chain_of(officer, case_id)

    assert chain["evidence"][0] == first
    assert chain["evidence"][1] == {**second, "raw_data": None, "raw_data_omitted": "total_limit"}
    assert chain["raw_data_limits"] == {"item_bytes": 1024, "total_bytes": first["size"] + 1}


async def test_bytes_that_are_no_text_are_left_to_be_downloaded(
    officer: httpx.AsyncClient, sources: FilingSources
) -> None:
    item = await website_of(officer, sources, "Binary Page BV", b"\xff\xfe\x00binary", "text/html")

    assert (item["verified"], item["raw_data"], item["raw_data_omitted"]) == (True, None, "not_text")


@pytest.mark.parametrize(
    "body",
    [
        b'{"valid": ',
        b'{"score": NaN}',
        b'{"half": "\\ud800"}',
        b"[" * 5000 + b"]" * 5000,
        b"",
        b"U+0000: \x00",
    ],
    ids=["cut off", "not a number", "half a surrogate pair", "deep", "empty", "null"],
)
async def test_what_calls_itself_json_and_is_not_is_shown_as_text(
    officer: httpx.AsyncClient, store: ObjectStore, body: bytes
) -> None:
    case_id = (await open_case(officer))["case_id"]
    item = (await items_of(officer, case_id))["EU VIES"]
    await store.put(key_of(item), body, "application/json")

    assert (await items_of(officer, case_id))["EU VIES"]["raw_data"] == body.decode()


@pytest.mark.parametrize("depth", [100, 190, 199, 200, 201, 250])
async def test_deep_json_is_shown_as_json_or_as_text_and_never_fails(
    officer: httpx.AsyncClient, store: ObjectStore, depth: int
) -> None:
    case_id = (await open_case(officer))["case_id"]
    item = (await items_of(officer, case_id))["EU VIES"]
    body = b"[" * depth + b"]" * depth
    await store.put(key_of(item), body, "application/json")

    assert (await items_of(officer, case_id))["EU VIES"]["raw_data"] in (json.loads(body), body.decode())


# Who may read it.


@pytest.mark.parametrize("role", ["auditor", "senior_officer", "admin"])
async def test_whoever_may_read_a_case_may_read_its_evidence(gateway: Gateway, workers: None, role: str) -> None:
    async with await gateway.officer(organisation=f"org_{role}") as officer:
        case_id = (await open_case(officer))["case_id"]
    async with await gateway.officer(role, f"org_{role}") as reader:
        assert (await chain_of(reader, case_id))["verified"] is True


async def test_the_evidence_of_another_organisations_case_is_not_there(
    officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    case_id = (await open_case(officer))["case_id"]

    async with await gateway.officer() as stranger:
        refused(await stranger.get(f"/api/cases/{case_id}/evidence"), 404, "case_not_found")
