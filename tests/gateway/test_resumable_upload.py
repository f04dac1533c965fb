"""A document in pieces: a lost connection costs a piece, and what comes of it is what one request would have made."""

import asyncio
import hashlib
from base64 import b64encode
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO
from threading import Event
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from gateway.portal.received_file import ReceivedFile, stored_document
from gateway.problems import ApiError
from gateway.services import Services
from runtime.object_store import ObjectStore
from runtime.settings import Settings
from schemas.documents import MAX_DOCUMENT_BYTES, CaseDocument
from schemas.errors import ErrorCode
from schemas.uploads import MAX_PIECE_BYTES
from tests.gateway.office import Case, Office
from tests.gateway.pieces import (
    PDF,
    REQUIREMENT,
    SlowPiece,
    begin,
    begun,
    documents_of,
    metadata,
    offset_of,
    pieces_of,
    send,
)
from tests.gateway.running_gateway import PATIENCE, Gateway, refused

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


@pytest.fixture(scope="module")
async def case(office: Office) -> Case:
    """One case for all tests that leave it open."""
    return await office.open()


@pytest.fixture
async def store(settings: Settings) -> AsyncIterator[ObjectStore]:
    opened = ObjectStore.from_settings(settings)
    yield opened
    opened.close()


# The protocol.


async def test_what_is_spoken_can_be_asked_by_anyone(office: Office) -> None:
    answer = await office.customer.options("/api/portal/any/uploads")

    assert answer.status_code == 204
    assert answer.headers["tus-version"] == answer.headers["tus-resumable"] == "1.0.0"
    assert {"creation", "termination"} <= set(answer.headers["tus-extension"].split(","))
    assert answer.headers["tus-max-size"] == str(MAX_DOCUMENT_BYTES)


async def test_another_version_is_refused_with_ours(office: Office, case: Case) -> None:
    answer = await office.customer.post(f"{case.portal}/uploads", headers={"Tus-Resumable": "0.2.2"})

    refused(answer, 412, "upload_version_unsupported", "Tus-Resumable")
    assert answer.headers["tus-version"] == "1.0.0"


async def test_pieces_become_the_document_that_the_whole_file_is(office: Office) -> None:
    case = await office.open()
    upload = await begun(office, case)

    first = await send(office, upload, 0, PDF[:300])
    told = await office.customer.head(upload)
    last = await send(office, upload, 300, PDF[300:])

    assert (first.status_code, first.headers["upload-offset"]) == (204, "300")
    assert (told.headers["upload-offset"], told.headers["upload-length"]) == ("300", str(len(PDF)))
    assert (told.content, told.headers["cache-control"]) == (b"", "no-store")
    assert last.status_code == 201, last.text
    assert {answer.headers["tus-resumable"] for answer in (first, told, last)} == {"1.0.0"}
    (document,) = await documents_of(office, case)
    assert document["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert (document["document_id"], document["filename"]) == (last.json()["document_id"], "extract.pdf")
    whole = (await office.upload(case, REQUIREMENT, PDF)).json()
    assert whole == last.json()


async def test_a_piece_for_another_place_is_told_the_right_one(office: Office, case: Case) -> None:
    upload = await begun(office, case)
    await send(office, upload, 0, PDF[:100])

    for offset in (0, 99, 101):
        answer = await send(office, upload, offset, PDF[offset : offset + 10])
        refused(answer, 409, "upload_offset_conflict", "Upload-Offset")
        assert answer.headers["upload-offset"] == "100"

    assert await offset_of(office, upload) == 100


@pytest.mark.parametrize(
    ("length", "status", "code"),
    [
        (str(MAX_DOCUMENT_BYTES + 1), 413, "file_too_large"),
        ("9" * 400, 413, "file_too_large"),
        ("0", 400, "file_empty"),
        ("-1", 422, "invalid_parameter"),
        ("1.5", 422, "invalid_parameter"),
        ("", 422, "invalid_parameter"),
    ],
)
async def test_a_length_that_no_document_has_is_refused(
    office: Office, case: Case, length: str, status: int, code: ErrorCode
) -> None:
    headers = {"Upload-Length": length, "Upload-Metadata": metadata(requirement_id=REQUIREMENT)}

    refused(await office.customer.post(f"{case.portal}/uploads", headers=headers), status, code, "Upload-Length")


@pytest.mark.parametrize(
    "described",
    [
        "requirement_id not-base64",
        f"requirement_id {b64encode(bytes([0xFF])).decode()}",
        f"{metadata(requirement_id=REQUIREMENT)},{metadata(requirement_id=REQUIREMENT)}",
        f",{metadata(requirement_id=REQUIREMENT)}",
        metadata(requirement_id=REQUIREMENT, filename="a\0.pdf"),
    ],
    ids=["no Base64", "no UTF-8", "twice", "no name", "a character that cannot be stored"],
)
async def test_metadata_that_cannot_be_read_is_refused(office: Office, case: Case, described: str) -> None:
    answer = await office.customer.post(
        f"{case.portal}/uploads", headers={"Upload-Length": "10", "Upload-Metadata": described}
    )

    refused(answer, 422, "invalid_parameter", "Upload-Metadata")


async def test_nothing_is_begun_for_what_nobody_asked(office: Office, case: Case) -> None:
    refused(await begin(office, case, for_="passport"), 422, "unknown_requirement", "requirement_id")


async def test_nothing_is_begun_while_the_case_is_under_review(office: Office) -> None:
    case = await office.under_review()

    refused(await begin(office, case), 409, "wrong_state")


async def test_a_piece_says_that_it_is_one(office: Office, case: Case) -> None:
    upload = await begun(office, case)

    answer = await office.customer.patch(upload, content=PDF, headers={"Upload-Offset": "0"})

    refused(answer, 415, "unsupported_media_type", "Content-Type")


async def test_more_than_what_is_missing_is_refused_and_not_kept(office: Office, case: Case) -> None:
    upload = await begun(office, case)

    refused(await send(office, upload, 0, PDF + b"\n"), 413, "body_too_large")

    assert await offset_of(office, upload) == 0


async def test_a_piece_of_exactly_the_limit_is_taken_and_one_byte_more_is_not(office: Office, case: Case) -> None:
    upload = await begun(office, case, MAX_DOCUMENT_BYTES)

    too_large = await send(office, upload, 0, bytes(MAX_PIECE_BYTES + 1))
    refused(too_large, 413, "body_too_large")
    assert too_large.headers["tus-resumable"] == "1.0.0"
    taken = await send(office, upload, 0, bytes(MAX_PIECE_BYTES))

    assert (taken.status_code, taken.headers["upload-offset"]) == (204, str(MAX_PIECE_BYTES))


# What interrupts it.


async def test_what_has_arrived_before_the_connection_broke_is_kept(
    office: Office, case: Case, gateway: Gateway
) -> None:
    upload, arrived = await begun(office, case), Event()

    class Noting(BytesIO):
        """Tells that bytes have come: else the end of the connection may be seen before them."""

        def write(self, some: "ReadableBuffer", /) -> int:
            arrived.set()
            return super().write(some)

    with patch("gateway.portal.resumable.TemporaryFile", Noting):
        async with SlowPiece.to(gateway, upload) as piece:
            await piece.send(PDF[:400])
            assert await asyncio.to_thread(arrived.wait, PATIENCE)

    async with asyncio.timeout(PATIENCE):
        while await offset_of(office, upload) == 0:
            await asyncio.sleep(0.05)

    assert await offset_of(office, upload) == 400
    assert (await send(office, upload, 400, PDF[400:])).status_code == 201


async def test_a_piece_that_stands_still_ends_as_if_the_connection_had_broken(
    office: Office, case: Case, gateway: Gateway
) -> None:
    upload = await begun(office, case)
    with patch("gateway.portal.resumable.PIECE_ARRIVES_WITHIN", timedelta(seconds=10)):
        async with SlowPiece.to(gateway, upload) as piece:
            await piece.send(PDF[:400])
            answer = await piece.answer()

    assert " 204 " in answer
    assert "upload-offset: 400\r\n" in answer


async def test_nothing_is_stored_of_a_piece_whose_upload_ended_meanwhile(
    office: Office, case: Case, gateway: Gateway, store: ObjectStore
) -> None:
    upload = await begun(office, case)
    async with SlowPiece.to(gateway, upload) as piece:
        await office.customer.delete(upload)
        await piece.send(PDF)
        assert "404 not found" in await piece.answer()

    assert await pieces_of(store, case, upload) == []


async def test_of_two_pieces_for_the_same_place_one_wins(office: Office) -> None:
    case = await office.open()
    upload = await begun(office, case)
    others = PDF[:20] + b"\n" * 10

    answers = await asyncio.gather(send(office, upload, 0, PDF[:30]), send(office, upload, 0, others))
    ended = await send(office, upload, 30, PDF[30:])

    assert sorted(answer.status_code for answer in answers) == [204, 409]
    assert ended.status_code == 201
    winner = (PDF[:30], others)[[answer.status_code for answer in answers].index(204)]
    (document,) = await documents_of(office, case)
    assert document["sha256"] == hashlib.sha256(winner + PDF[30:]).hexdigest()


async def test_whoever_lost_the_last_answer_gets_it_again(office: Office) -> None:
    case = await office.open()
    upload = await begun(office, case)
    first = await send(office, upload, 0, PDF)

    repeated, nothing_more = await send(office, upload, 0, PDF), await send(office, upload, len(PDF), b"")
    state = (await office.customer.get(upload)).json()

    assert [answer.status_code for answer in (first, repeated, nothing_more)] == [201] * 3
    assert first.json() == repeated.json() == nothing_more.json() == state["document"]
    assert state["offset"] == state["length"] == len(PDF)
    assert len(await documents_of(office, case)) == 1
    refused(await send(office, upload, 5, b"x"), 409, "upload_offset_conflict", "Upload-Offset")


async def test_completing_it_twice_at_once_is_one_document(office: Office) -> None:
    case = await office.open()
    upload = await begun(office, case)
    await send(office, upload, 0, PDF[:-1])

    answers = await asyncio.gather(*(send(office, upload, len(PDF) - 1, PDF[-1:]) for _ in range(6)))

    assert {answer.status_code for answer in answers} <= {201, 409, 503}
    again = await send(office, upload, len(PDF), b"")
    assert again.status_code == 201
    assert len(await documents_of(office, case)) == 1


async def test_one_request_at_a_time_makes_the_document(office: Office) -> None:
    case = await office.open()
    upload = await begun(office, case)
    making = "gateway.portal.completed_upload.stored_document"
    with patch(making, side_effect=ApiError("scanner_unavailable", "away")):
        refused(await send(office, upload, 0, PDF), 503, "scanner_unavailable")
    made, others_are_answered = [], Event()

    async def slowly(found: Services, case_id: str, file: ReceivedFile) -> CaseDocument:
        made.append(case_id)
        await asyncio.to_thread(others_are_answered.wait, PATIENCE)
        return await stored_document(found, case_id, file)

    with patch(making, slowly):
        requests = [asyncio.create_task(send(office, upload, len(PDF), b"")) for _ in range(6)]
        for answered, answer in enumerate(asyncio.as_completed(requests), start=1):
            await answer
            if answered == len(requests) - 1:
                others_are_answered.set()
    answers = [request.result() for request in requests]

    assert made == [case.id]
    assert {answer.status_code for answer in answers} == {201, 503}
    refused(next(answer for answer in answers if answer.status_code == 503), 503, "upload_busy")
