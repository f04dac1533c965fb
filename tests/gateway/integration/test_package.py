"""The hand-off over HTTP: the package, its archive, the links to its files, and the page of the case file."""

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest
from psycopg_pool import PoolTimeout

from gateway.integration.package import as_recorded
from gateway.problems import RETRY_AFTER_SECONDS
from runtime import signed_links
from runtime.integration_cases import IntegrationCases
from runtime.integration_keys import MadeKey
from runtime.object_store import ObjectStore
from runtime.package_archive import ObjectChangedError
from runtime.package_verifier import verify
from runtime.settings import Settings
from runtime.signed_links import FileGrant
from tests.gateway.integration.systems import Systems, a_session, enveloped
from tests.gateway.running_gateway import PATIENCE, Gateway
from tests.runtime.packages import StreamingStore, sha256
from tests.sample_documents import text_pdf

Json = dict[str, Any]
NAME = "statuten <b>.pdf"
NEVER_SENT = "left out when the package was made: evidence/"
"""The sources of these tests answer without having sent any bytes."""


@dataclass(frozen=True)
class HandedOver:
    """A case in which one document was uploaded, and the system that opened it."""

    case_id: str
    key: MadeKey
    system: httpx.AsyncClient
    content: bytes

    async def package(self) -> Json:
        answer = await self.system.get(f"/api/v1/cases/{self.case_id}/package")
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()
        return found

    async def link(self) -> str:
        """The path of the link to the document."""
        return local((await self.package())["documents"][0]["url"])

    async def page_link(self) -> str:
        return local((await self.package())["case_file_url"])


def local(url: str) -> str:
    """Links begin with the public address, where nothing listens in tests."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


@pytest.fixture(scope="module")
async def case(gateway: Gateway, systems: Systems, workers: None) -> AsyncIterator[HandedOver]:
    made = await systems.new_key()
    async with gateway.with_key(made.secret) as system, gateway.anyone() as customer:
        opened = (await system.post("/api/v1/sessions", json=a_session(external_case_id="order 4711"))).json()
        token = urlsplit(opened["signed_url"]).path.rpartition("/")[2]
        wanted = (await customer.get(f"/api/portal/{token}")).json()["document_requirements"][0]["id"]
        content = text_pdf()
        uploaded = await customer.post(
            f"/api/portal/{token}/documents",
            files={"file": (NAME, content, "application/pdf")},
            data={"requirement_id": wanted},
        )
        assert uploaded.status_code == 201, uploaded.text
        async with asyncio.timeout(PATIENCE):  # other systems are shown what is on record
            while not (await system.get(f"/api/v1/cases/{opened['case_id']}")).json()["documents"]:
                await asyncio.sleep(0.05)
        yield HandedOver(opened["case_id"], made, system, content)


async def test_the_package_has_facts_with_evidence_documents_and_links(case: HandedOver) -> None:
    package = await case.package()

    assert (package["case_id"], package["org_id"]) == (case.case_id, case.key.key.organisation)
    assert package["external_case_id"] == "order 4711"
    assert package["facts"]["vat_number"]["value"] == "BE0403170701"
    assert all(value["evidence"] for fact in package["facts"].values() for value in fact["values"])
    assert [document["filename"] for document in package["documents"]] == ["statuten b.pdf"]
    assert (package["decision"], package["report"]) == (None, None)
    assert package["events_cursor"] >= 1


async def test_a_link_gives_the_file_to_whoever_has_it(case: HandedOver, gateway: Gateway) -> None:
    async with gateway.anyone() as stranger:
        answer = await stranger.get(await case.link())

    assert answer.content == case.content
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"


def with_another_end(link: str) -> str:
    """What is signed anew each time could by chance end as anything that is put in its place."""
    return link[:-3] + "".join("B" if letter == "A" else "A" for letter in link[-3:])


async def test_a_link_that_was_altered_opens_nothing(case: HandedOver) -> None:
    link = await case.link()

    for altered in (with_another_end(link), link.replace("/files/", "/files/x"), "/api/v1/files/x"):
        enveloped(await case.system.get(altered), 404, "not_found", "not_found")


async def test_a_link_that_has_expired_says_so(case: HandedOver, monkeypatch: pytest.MonkeyPatch) -> None:
    link = await case.link()
    monkeypatch.setattr(signed_links, "FILE_LIFETIME", timedelta(seconds=-1))

    enveloped(await case.system.get(link), 410, "conflict", "link_expired")


async def test_the_archive_is_what_its_headers_say(case: HandedOver, tmp_path: Path) -> None:
    answer = await case.system.get(f"/api/v1/cases/{case.case_id}/package.zip")

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    assert int(answer.headers["content-length"]) == len(answer.content)
    (tmp_path / "package.zip").write_bytes(answer.content)
    root_hash = answer.headers["casewright-package-hash"].removeprefix("sha256:")
    problems = verify(str(tmp_path / "package.zip"), root_hash).problems
    assert len(problems) == int(answer.headers["casewright-package-left-out"])
    assert not [problem for problem in problems if not problem.startswith(NEVER_SENT)]


async def test_the_page_of_the_case_file_is_for_people_and_runs_nothing(case: HandedOver, gateway: Gateway) -> None:
    async with gateway.anyone() as reader:
        answer = await reader.get(await case.page_link())

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "script" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "noindex" in answer.headers["x-robots-tag"]
    assert "Acme Trading" in answer.text
    assert "<script" not in answer.text


async def test_an_altered_link_to_the_page_is_404_in_words(case: HandedOver, gateway: Gateway) -> None:
    link = await case.page_link()
    other = link.replace(case.case_id, "case_000000000000")

    async with gateway.anyone() as reader:
        for altered in (with_another_end(link), link.partition("?")[0], other):
            answer = await reader.get(altered)
            assert (answer.status_code, "There is nothing here" in answer.text) == (404, True)


async def test_an_expired_link_to_the_page_is_410_in_words(
    case: HandedOver, gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await case.page_link()
    monkeypatch.setattr(signed_links, "CASE_FILE_LIFETIME", timedelta(seconds=-1))

    async with gateway.anyone() as reader:
        answer = await reader.get(link)

    assert (answer.status_code, "This link has expired" in answer.text) == (410, True)


async def test_revoking_a_key_ends_the_pages_it_gave_out(case: HandedOver, gateway: Gateway, systems: Systems) -> None:
    organisation = case.key.key.organisation
    made = await systems.new_key(organisation)
    async with gateway.with_key(made.secret) as system, gateway.anyone() as reader:
        link = local((await system.get(f"/api/v1/cases/{case.case_id}/package")).json()["case_file_url"])
        assert (await reader.get(link)).status_code == 200
        await systems.keys.revoke(made.key.key_id, organisation, "key_of_a_test")

        assert (await reader.get(link)).status_code == 410


@pytest.mark.parametrize(
    ("failure", "status", "heading"),
    [
        (psycopg.OperationalError("away"), 503, "Not now"),
        (PoolTimeout("away"), 503, "Not now"),
        (RuntimeError("a defect"), 500, "Something went wrong"),
    ],
)
async def test_whatever_goes_wrong_is_said_on_a_page(
    case: HandedOver,
    gateway: Gateway,
    monkeypatch: pytest.MonkeyPatch,
    failure: Exception,
    status: int,
    heading: str,
) -> None:
    link = await case.page_link()
    monkeypatch.setattr(IntegrationCases, "published", AsyncMock(side_effect=failure))

    async with gateway.anyone() as reader:
        answer = await reader.get(link)

    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert f"<h1>{heading}</h1>" in answer.text
    assert answer.headers.get("retry-after") == (RETRY_AFTER_SECONDS if status == 503 else None)


async def test_a_file_that_changes_while_it_is_sent_never_arrives_whole() -> None:
    good, forged = b"%PDF as it was recorded", b"%PDF as it was not so now"[:23]
    grant = FileGrant(
        case_id="case_a1b2c3d4e5f6",
        object_key="key",
        sha256=sha256(good),
        file_size=len(good),
        filename="a.pdf",
        media_type="application/pdf",
    )
    received: list[bytes] = []

    assert b"".join([chunk async for chunk in as_recorded(StreamingStore({"key": good}), grant)]) == good
    with pytest.raises(ObjectChangedError):
        async for chunk in as_recorded(StreamingStore({"key": forged}), grant):
            received.append(chunk)
    assert len(b"".join(received)) < len(good) == len(forged)


@pytest.mark.parametrize("path", ["package", "package.zip"])
async def test_another_organisation_or_environment_finds_no_package(
    case: HandedOver, systems: Systems, path: str
) -> None:
    organisation = case.key.key.organisation
    for client in (await systems.client(), await systems.client(organisation, environment="test")):
        async with client as system:
            enveloped(await system.get(f"/api/v1/cases/{case.case_id}/{path}"), 404, "not_found", "case_not_found")


@pytest.mark.parametrize("path", ["package", "package.zip"])
async def test_a_package_needs_the_scope_to_read_cases(case: HandedOver, systems: Systems, path: str) -> None:
    async with await systems.client(case.key.key.organisation, scopes=["webhooks:test"]) as system:
        enveloped(await system.get(f"/api/v1/cases/{case.case_id}/{path}"), 403, "authorization_error", "scope_missing")


async def test_a_file_altered_in_the_store_is_never_given_out_as_good(case: HandedOver, settings: Settings) -> None:
    store, link = ObjectStore.from_settings(settings), await case.link()
    (stored,) = [item for item in await store.list(f"{case.case_id}/iteration-1/req_") if item.key.endswith(".pdf")]
    await store.put(stored.key, b"%PDF a forgery", "application/pdf")
    try:
        enveloped(await case.system.get(link), 409, "conflict", "file_altered")
        answer = await case.system.get(f"/api/v1/cases/{case.case_id}/package.zip")
        with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
            left_out = [item["path"] for item in json.loads(package.read("manifest.json"))["left_out"]]
        assert [path for path in left_out if path.startswith("documents/")]
        assert b"a forgery" not in answer.content
    finally:
        await store.put(stored.key, case.content, "application/pdf")
        store.close()
