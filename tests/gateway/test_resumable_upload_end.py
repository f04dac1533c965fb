"""What ends an upload in pieces, what is left of it then, and what it stands on."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator
from secrets import token_hex
from typing import NamedTuple
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from temporalio.client import Client

from gateway.portal.completed_upload import clear_ended_uploads
from gateway.services import Services, running_services
from runtime.object_store import ObjectStore
from runtime.partial_uploads import PartialUploads, folder_of, new_piece_of
from runtime.settings import Settings
from schemas.uploads import PIECES_AT_MOST, UNFINISHED_AT_MOST, PartialUpload
from tests import sample_documents as samples
from tests.case_remains import rows_of
from tests.fake_clamd import EICAR, FakeClamd, listening
from tests.gateway.conftest import WAITS
from tests.gateway.office import Case, Office, opened_office
from tests.gateway.pieces import (
    PDF,
    PIECE,
    REQUIREMENT,
    TUS,
    SlowPiece,
    begin,
    begun,
    documents_of,
    offset_of,
    pieces_of,
    send,
)
from tests.gateway.relay import HOST, Relay, relay
from tests.gateway.running_gateway import PATIENCE, refused, running_gateway
from tests.indexed_cases import execute, index_case
from tests.own_database import with_own_database

LONG_AGO = """
UPDATE partial_uploads SET expires_at = now() - interval '1 year', clear_at = now() - interval '1 year'
WHERE upload_id = ANY(%s)
"""


@pytest.fixture(scope="module")
async def case(office: Office) -> Case:
    """One case for all tests that leave it open."""
    return await office.open()


@pytest.fixture
async def store(settings: Settings) -> AsyncIterator[ObjectStore]:
    opened = ObjectStore.from_settings(settings)
    yield opened
    opened.close()


# What ends it.


async def test_what_is_no_document_is_refused_and_nothing_of_it_stays(
    office: Office, case: Case, store: ObjectStore
) -> None:
    upload = await begun(office, case, 1000)
    await send(office, upload, 0, bytes(500))

    told = refused(await send(office, upload, 500, bytes(500)), 422, "unsupported_document_type", "file")

    assert await pieces_of(store, case, upload) == []
    for again in (await send(office, upload, 500, bytes(500)), await send(office, upload, 1000, b"")):
        assert refused(again, 422, "unsupported_document_type", "file")["detail"] == told["detail"]
    assert (await office.customer.get(upload)).json()["document"] is None


async def test_a_document_leaves_no_pieces_behind(office: Office, case: Case, store: ObjectStore) -> None:
    content = samples.text_pdf(("Leaves no pieces",))
    upload = await begun(office, case, len(content))
    await send(office, upload, 0, content[:50])
    (piece,) = await pieces_of(store, case, upload)
    listed = (await office.officer.get(f"{case.path}/documents?source=all")).json()["documents"]

    assert piece not in {document["minio_key"] for document in listed}
    answer = await office.officer.get(f"{case.path}/documents/download", params={"key": piece})
    refused(answer, 404, "document_not_found", "key")
    assert (await send(office, upload, 50, content[50:])).status_code == 201
    assert await pieces_of(store, case, upload) == []


async def test_what_was_given_up_is_gone(office: Office, case: Case, store: ObjectStore) -> None:
    upload = await begun(office, case)
    await send(office, upload, 0, PDF[:50])

    assert (await office.customer.delete(upload, headers=TUS)).status_code == 204

    assert await pieces_of(store, case, upload) == []
    for answer in (await send(office, upload, 50, PDF[50:]), await office.customer.delete(upload)):
        refused(answer, 404, "upload_not_found")


async def test_an_upload_is_found_under_its_own_token_only(office: Office, case: Case) -> None:
    other = await office.open()
    upload = (await begun(office, case)).replace(case.token, other.token)

    for answer in (await office.customer.get(upload), await send(office, upload, 0, PDF)):
        refused(answer, 404, "upload_not_found")


async def test_no_more_are_begun_than_can_be_unfinished(office: Office) -> None:
    case = await office.open()
    answers = await asyncio.gather(*(begin(office, case) for _ in range(UNFINISHED_AT_MOST + 2)))
    locations = [answer.headers["location"] for answer in answers if answer.status_code == 201]

    assert len(locations) == UNFINISHED_AT_MOST
    refused(await begin(office, case), 409, "too_many_uploads")
    assert (await send(office, locations[0], 0, PDF)).status_code == 201
    refused(await send(office, locations[1], 0, bytes(len(PDF))), 422, "unsupported_document_type", "file")
    assert [(await begin(office, case)).status_code for _ in range(3)] == [201, 201, 409]


async def test_no_more_are_begun_in_a_day_than_can_be_though_they_were_given_up(office: Office) -> None:
    case = await office.open()
    with patch("runtime.partial_uploads.BEGUN_AT_MOST", 2):
        for _ in range(2):
            assert (await office.customer.delete(await begun(office, case))).status_code == 204

        refused(await begin(office, case), 409, "too_many_uploads")


async def test_nothing_is_begun_for_a_case_that_was_deleted_meanwhile(office: Office, case: Case) -> None:
    real = PartialUploads.begin

    async def begin_too_late(
        self: PartialUploads, _: str, requirement_id: str, filename: str | None, length: int
    ) -> PartialUpload | None:
        return await real(self, "deleted", requirement_id, filename, length)

    with patch.object(PartialUploads, "begin", begin_too_late):
        refused(await begin(office, case), 404, "portal_not_found")


async def test_an_upload_in_crumbs_is_taken_no_further(office: Office, case: Case, settings: Settings) -> None:
    upload = await begun(office, case)
    await execute(
        settings.postgres_dsn.get_secret_value(),
        "UPDATE partial_uploads SET pieces = array_fill('x'::text, %s::integer[]) WHERE upload_id = %s",
        [PIECES_AT_MOST],
        upload.rpartition("/")[2],
    )

    refused(await send(office, upload, 0, PDF), 409, "too_many_uploads")


async def test_an_upload_that_has_expired_is_not_there(office: Office, case: Case, settings: Settings) -> None:
    upload = await begun(office, case)
    await expire(settings, upload.rpartition("/")[2])

    refused(await office.customer.get(upload), 404, "upload_not_found")


async def expire(settings: Settings, *upload_ids: str) -> None:
    await execute(settings.postgres_dsn.get_secret_value(), LONG_AGO, [*upload_ids])


# What is left of it.


class Unwatched(NamedTuple):
    """A case in a database where no gateway clears, and what a gateway would clear with."""

    found: Services
    settings: Settings
    case_id: str

    async def begun(self) -> PartialUpload:
        """An upload of which a piece is here."""
        upload = await self.found.uploads.begin(self.case_id, REQUIREMENT, "extract.pdf", len(PDF))
        assert upload is not None
        piece = new_piece_of(upload)
        await self.found.store.put(f"{folder_of(upload)}{piece}", PDF[:50], PIECE["Content-Type"])
        added = await self.found.uploads.add(upload, piece, 50)
        assert added is not None
        return added

    async def two_expired(self) -> set[str]:
        """The ids of two uploads that ended long ago."""
        ids = {(await self.begun()).upload_id for _ in range(2)}
        await expire(self.settings, *ids)
        return ids

    async def on_record(self) -> int:
        return (await rows_of(self.settings.postgres_dsn.get_secret_value(), self.case_id)).get("partial_uploads", 0)


@pytest.fixture(scope="module")
async def unwatched(settings: Settings, temporal: Client) -> AsyncIterator[Unwatched]:
    with patch.dict(os.environ, {"TEMPORAL_ADDRESS": temporal.service_client.config.target_host}):
        async with with_own_database(settings) as own, running_services(own) as found:
            case_id = await index_case(own.postgres_dsn.get_secret_value(), f"org_{token_hex(6)}")
            yield Unwatched(found, own, case_id)


async def test_what_has_expired_is_cleared_away_and_nothing_else(unwatched: Unwatched) -> None:
    stays, expired = await unwatched.begun(), await unwatched.begun()
    await expire(unwatched.settings, expired.upload_id)
    before = await unwatched.on_record()

    await clear_ended_uploads(unwatched.found)

    assert await unwatched.on_record() == before - 1
    assert await unwatched.found.store.list(folder_of(expired)) == []
    assert len(await unwatched.found.store.list(folder_of(stays))) == 1


async def test_an_upload_that_is_being_cleared_away_keeps_no_other_waiting(unwatched: Unwatched) -> None:
    expired = await unwatched.two_expired()

    taken_up = [upload.upload_id for _ in range(2) for upload in await unwatched.found.uploads.ended(1)]

    assert (len(taken_up), {*taken_up}) == (2, expired)
    assert await unwatched.found.uploads.ended(1) == []


async def test_as_many_are_cleared_away_at_a_time_as_there_are(unwatched: Unwatched) -> None:
    before = await unwatched.on_record()
    await unwatched.two_expired()

    with patch("gateway.portal.completed_upload.AT_MOST", 1):
        await clear_ended_uploads(unwatched.found)

    assert await unwatched.on_record() == before


async def test_pieces_go_with_their_case(settings: Settings, temporal: Client, workers: None) -> None:
    changed = settings.model_copy(update={**WAITS, "allow_case_deletion": True})
    async with (
        running_gateway(changed, temporal.service_client.config.target_host) as gateway,
        opened_office(gateway) as office,
    ):
        case = await office.open()
        await send(office, await begun(office, case), 0, PDF[:50])
        async with SlowPiece.to(gateway, await begun(office, case)) as late:
            assert (await office.officer.delete(case.path)).status_code == 200
            await late.send(PDF)
            assert "404 not found" in await late.answer()

    assert "partial_uploads" not in await rows_of(settings.postgres_dsn.get_secret_value(), case.id)
    store = ObjectStore.from_settings(settings)
    assert await store.list(f"{case.id}/uploads/") == []
    store.close()


# What it stands on.


@pytest.fixture
async def clamd() -> FakeClamd:
    return FakeClamd()


@pytest.fixture
async def away_now_and_then(
    settings: Settings, temporal: Client, workers: None, clamd: FakeClamd
) -> AsyncIterator[tuple[Office, Relay]]:
    """A gateway with a scanner, and a door before its object store."""
    async with (
        relay(urlsplit(settings.s3_endpoint).port or 0) as door,
        listening(clamd) as address,
    ):
        scanner = {"clamd_address": address, "clamd_timeout_seconds": PATIENCE / 2}
        changed = settings.model_copy(update={**WAITS, **scanner, "s3_endpoint": f"http://{HOST}:{door.port}"})
        async with (
            running_gateway(changed, temporal.service_client.config.target_host) as gateway,
            opened_office(gateway) as office,
        ):
            yield office, door


async def test_what_fails_at_the_end_for_want_of_a_server_can_be_ended_later(
    away_now_and_then: tuple[Office, Relay], clamd: FakeClamd
) -> None:
    office, door = away_now_and_then
    case = await office.open()
    upload = await begun(office, case)
    await send(office, upload, 0, PDF[:50])

    await door.shut()
    away = await send(office, upload, 50, PDF[50:])
    refused(away, 503, "store_unavailable")
    assert away.headers["tus-resumable"] == "1.0.0"
    await door.open()
    assert await offset_of(office, upload) == 50
    clamd.manner = "closes_early"
    refused(await send(office, upload, 50, PDF[50:]), 503, "scanner_unavailable")
    assert await offset_of(office, upload) == len(PDF)
    clamd.manner = "honest"

    assert (await send(office, upload, len(PDF), b"")).status_code == 201
    (document,) = await documents_of(office, case)
    assert document["sha256"] == hashlib.sha256(PDF).hexdigest()


async def test_an_infected_file_in_pieces_is_refused(away_now_and_then: tuple[Office, Relay], clamd: FakeClamd) -> None:
    office, _ = away_now_and_then
    case, infected = await office.open(), PDF + EICAR
    upload = await begun(office, case, len(infected))
    cut = len(PDF) + len(EICAR) // 2
    await send(office, upload, 0, infected[:cut])

    refused(await send(office, upload, cut, infected[cut:]), 422, "file_infected", "file")

    assert await documents_of(office, case) == []
