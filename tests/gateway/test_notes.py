"""Notes over HTTP: on any case at any time, by officers for officers, and nobody rewrites them."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from pydantic import JsonValue

from schemas.status import CaseStatus
from tests.example_cases import a_document, a_record
from tests.gateway.running_gateway import Gateway, open_case, refused
from tests.indexed_cases import index_case

ORGANISATION = f"org_{secrets.token_hex(6)}"
TEXT = "The director called back and will send the extract on Monday."


@pytest.fixture
async def desk_officer(gateway: Gateway) -> AsyncIterator[httpx.AsyncClient]:
    async with await gateway.officer(organisation=ORGANISATION) as client:
        yield client


async def a_case(
    gateway: Gateway, status: CaseStatus = CaseStatus.REVIEW_PENDING, organisation: str = ORGANISATION
) -> str:
    """The path of the notes of a case that only Postgres still knows."""
    record = a_record(status, documents=(a_document(),)).model_dump(mode="json")
    return f"/api/cases/{await index_case(gateway.postgres_dsn, organisation, record, status=status.value)}/notes"


async def noted(officer: httpx.AsyncClient, path: str, **body: JsonValue) -> dict[str, Any]:
    answer = await officer.post(path, json={"text": TEXT, **body})
    assert answer.status_code == 201, answer.text
    note: dict[str, Any] = answer.json()
    return note


async def listed(officer: httpx.AsyncClient, path: str) -> list[dict[str, Any]]:
    answer = await officer.get(path)
    assert answer.status_code == 200, answer.text
    notes: list[dict[str, Any]] = answer.json()["notes"]
    return notes


async def test_a_note_says_who_wrote_it_and_when(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    path = await a_case(gateway)

    note = await noted(desk_officer, path, text=f"  {TEXT}\n")

    assert note["note_id"].startswith("note_")
    assert (note["case_id"], note["text"], note["about"]) == (path.split("/")[3], TEXT, None)
    assert note["author"]["id"].startswith("key_")
    assert note["author"]["role"] == "officer"
    assert note["created_at"].endswith("Z")


async def test_notes_are_listed_oldest_first(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    path = await a_case(gateway)
    written = [await noted(desk_officer, path, text=f"Note {number}") for number in range(3)]

    assert await listed(desk_officer, path) == written


async def test_pages_together_are_all_notes(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    path = await a_case(gateway)
    written = [await noted(desk_officer, path, text=f"Note {number}") for number in range(5)]

    pages = [(await desk_officer.get(path, params={"page": page, "per_page": 2})).json() for page in (1, 2, 3, 4)]

    assert [note for page in pages for note in page["notes"]] == written
    assert [len(page["notes"]) for page in pages] == [2, 2, 1, 0]
    assert {page["total"] for page in pages} == {5}


@pytest.mark.parametrize("status", [CaseStatus.APPROVED, CaseStatus.REJECTED, CaseStatus.ESCALATED])
async def test_a_case_takes_notes_whatever_became_of_it(
    desk_officer: httpx.AsyncClient, gateway: Gateway, status: CaseStatus
) -> None:
    """None of these cases has a workflow: notes need none."""
    path = await a_case(gateway, status)

    note = await noted(desk_officer, path, about=a_document().document_id)

    assert await listed(desk_officer, path) == [note]


async def test_a_note_moves_neither_the_version_of_a_case_nor_its_audit_log(officer: httpx.AsyncClient) -> None:
    case = f"/api/cases/{(await open_case(officer))['case_id']}"
    before = await officer.get(case)

    await noted(officer, f"{case}/notes")
    after = await officer.get(case)

    assert after.headers["etag"] == before.headers["etag"]
    assert after.json()["audit_log"] == before.json()["audit_log"]


async def test_the_customer_never_sees_a_note(officer: httpx.AsyncClient, customer: httpx.AsyncClient) -> None:
    created = await open_case(officer)
    await noted(officer, f"/api/cases/{created['case_id']}/notes", text="A private remark")

    portal = f"/api/portal/{created['portal_token']}"

    assert "private remark" not in (await customer.get(portal)).text
    for path in (f"{portal}/notes", f"/api/cases/{created['case_id']}/notes"):
        assert (await customer.get(path)).status_code in (401, 404)


# What a note is about.


async def test_a_note_is_about_something_the_case_has(officer: httpx.AsyncClient) -> None:
    path = f"/api/cases/{(await open_case(officer))['case_id']}/notes"

    answer = await officer.post(path, json={"text": TEXT, "about": "doc_of_another_case"})

    refused(answer, 422, "invalid_body", "about")
    assert await listed(officer, path) == []


async def test_a_closed_case_knows_all_that_a_note_can_be_about(
    desk_officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    path = await a_case(gateway, CaseStatus.APPROVED)
    result = a_record(CaseStatus.APPROVED).investigation_results[0]

    for about in (a_document().document_id, result.findings[0].finding_id):
        assert (await noted(desk_officer, path, about=about))["about"] == about
    refused(await desk_officer.post(path, json={"text": TEXT, "about": "task_99"}), 422, "invalid_body", "about")


async def test_a_note_is_not_refused_because_the_case_cannot_be_asked(
    desk_officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    """An open case may have more than its snapshot says."""
    path = await a_case(gateway, CaseStatus.REVIEW_PENDING)

    assert (await noted(desk_officer, path, about="doc_uploaded_just_now"))["about"] == "doc_uploaded_just_now"


async def test_a_blank_about_is_none(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    assert (await noted(desk_officer, await a_case(gateway), about="  "))["about"] is None


# Sent twice.


async def test_the_same_key_and_body_are_one_note(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    path = await a_case(gateway)

    answers = await asyncio.gather(
        *(desk_officer.post(path, json={"text": TEXT}, headers={"Idempotency-Key": "once"}) for _ in range(6))
    )

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    assert await listed(desk_officer, path) == [answers[0].json()]


async def test_the_same_key_with_another_body_is_refused(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    path = await a_case(gateway)
    await desk_officer.post(path, json={"text": TEXT}, headers={"Idempotency-Key": "once"})

    answer = await desk_officer.post(path, json={"text": "Another"}, headers={"Idempotency-Key": "once"})

    refused(answer, 422, "idempotency_key_reused", "Idempotency-Key")
    assert len(await listed(desk_officer, path)) == 1


async def test_a_key_is_of_one_officer_and_one_case(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    first, second = await a_case(gateway), await a_case(gateway)
    headers = {"Idempotency-Key": "once"}
    async with await gateway.officer(organisation=ORGANISATION) as colleague:
        answers = [
            await desk_officer.post(first, json={"text": "One"}, headers=headers),
            await desk_officer.post(second, json={"text": "Two"}, headers=headers),
            await colleague.post(first, json={"text": "Three"}, headers=headers),
        ]

    assert [answer.status_code for answer in answers] == [201] * 3


async def test_without_a_key_the_same_text_is_a_new_note(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    path = await a_case(gateway)

    assert (await noted(desk_officer, path))["note_id"] != (await noted(desk_officer, path))["note_id"]


# What does not fit.


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": " \n\t "}, "text"),
        ({"text": "x" * 10_001}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"text": 5}, "text"),
        ({"text": None}, "text"),
        ({"text": TEXT, "about": "x" * 256}, "about"),
        ({"text": TEXT, "about": "two\nlines"}, "about"),
        ({"text": TEXT, "author": "somebody else"}, "author"),
        ({"text": TEXT, "note_id": "note_1"}, "note_id"),
    ],
)
async def test_a_note_that_does_not_fit_is_refused_by_name(
    desk_officer: httpx.AsyncClient, gateway: Gateway, body: dict[str, JsonValue], field: str
) -> None:
    path = await a_case(gateway)

    refused(await desk_officer.post(path, json=body), 422, "invalid_body", field)

    assert await listed(desk_officer, path) == []


async def test_the_longest_note_fits_in_any_script(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    text = "𝄞" * 10_000

    assert (await noted(desk_officer, await a_case(gateway), text=text))["text"] == text


@pytest.mark.parametrize("parameters", [{"page": "0"}, {"per_page": "201"}, {"per_page": "many"}])
async def test_a_page_that_there_cannot_be_is_refused_by_name(
    desk_officer: httpx.AsyncClient, gateway: Gateway, parameters: dict[str, str]
) -> None:
    answer = await desk_officer.get(await a_case(gateway), params=parameters)

    refused(answer, 422, "invalid_parameter", next(iter(parameters)))


# Who may.


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
async def test_no_note_is_changed_or_removed(desk_officer: httpx.AsyncClient, gateway: Gateway, method: str) -> None:
    path = await a_case(gateway)
    note = await noted(desk_officer, path)

    refused(await desk_officer.request(method, path, json={"text": "Better"}), 405, "method_not_allowed")
    refused(await desk_officer.request(method, f"{path}/{note['note_id']}", json={}), 404, "not_found")

    assert await listed(desk_officer, path) == [note]


async def test_an_auditor_reads_notes_and_writes_none(desk_officer: httpx.AsyncClient, gateway: Gateway) -> None:
    path = await a_case(gateway)
    note = await noted(desk_officer, path)

    async with await gateway.officer("auditor", ORGANISATION) as auditor:
        assert await listed(auditor, path) == [note]
        refused(await auditor.post(path, json={"text": TEXT}), 403, "role_not_allowed")


async def test_a_machine_neither_reads_nor_writes_notes(gateway: Gateway) -> None:
    path = await a_case(gateway)
    async with await gateway.officer("integration", ORGANISATION) as machine:
        for method in ("GET", "POST"):
            refused(await machine.request(method, path, json={"text": TEXT}), 403, "role_not_allowed")


async def test_notes_of_another_organisations_case_are_not_there(
    desk_officer: httpx.AsyncClient, gateway: Gateway
) -> None:
    theirs = await a_case(gateway, organisation=f"org_{secrets.token_hex(6)}")

    for method in ("GET", "POST"):
        refused(await desk_officer.request(method, theirs, json={"text": TEXT}), 404, "case_not_found")
