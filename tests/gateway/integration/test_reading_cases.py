"""What other systems read of cases: whole lists, page by page, and one case without anything that only officers see."""

import re
from collections.abc import AsyncIterator
from secrets import token_hex
from typing import Any
from unittest.mock import AsyncMock
from urllib.parse import urlsplit

import httpx
import pytest

from gateway.case_client import CaseClient
from schemas.status import CaseStatus
from tests.gateway.integration.systems import Systems, a_session, enveloped
from tests.gateway.office import Office, opened_office
from tests.gateway.running_gateway import Gateway

CANARY = "CanaryOfOfficers"


async def session(system: httpx.AsyncClient, **changes: Any) -> str:
    answer = await system.post("/api/v1/sessions", json=a_session(**changes))
    return str(answer.json()["case_id"])


async def listed(system: httpx.AsyncClient, query: str = "") -> list[str]:
    answer = await system.get(f"/api/v1/cases?{query}")
    assert answer.status_code == 200, answer.text
    return [case["case_id"] for case in answer.json()["cases"]]


async def test_the_newest_case_is_the_first(system: httpx.AsyncClient, workers: None) -> None:
    opened = [await session(system) for _ in range(3)]

    assert await listed(system) == opened[::-1]


async def test_who_reads_page_by_page_reads_each_case_once_though_others_are_opened(
    system: httpx.AsyncClient, workers: None
) -> None:
    opened = [await session(system) for _ in range(5)]
    read: list[str] = []
    cursor, pages = "", 0
    while True:
        page = (await system.get(f"/api/v1/cases?limit=2{cursor}")).json()
        read += [case["case_id"] for case in page["cases"]]
        pages += 1
        assert page["has_more"] == (page["next_cursor"] is not None)
        if not page["has_more"]:
            break
        await session(system)
        cursor = f"&cursor={page['next_cursor']}"

    assert (read, pages) == (opened[::-1], 3)


async def test_a_list_can_be_of_one_external_id_of_a_status_or_of_a_time(
    system: httpx.AsyncClient, workers: None
) -> None:
    first, second = await session(system, external_case_id="order 1"), await session(system, external_case_id="order 2")
    moment = (await system.get(f"/api/v1/cases/{first}")).json()["created_at"].replace("+", "%2B")

    assert await listed(system, "external_case_id=order 1") == [first]
    assert await listed(system, "status=created,failed&status=completed") == [second, first]
    assert await listed(system, "status=needs_review,applicant_blocked,submitted,processing") == []
    assert await listed(system, f"created_after={moment}") == [second]
    assert await listed(system, "external_case_id=order 3") == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
        ("cursor=x", "cursor"),
        ("cursor=W10=", "cursor"),
        ("cursor=WyIyMDI2LTAxLTAxIiwgImNhc2VfMDEyMzQ1Njc4OWFiIl0=", "cursor"),
        ("cursor=%C3%A9", "cursor"),
        ("status=APPROVED", "status"),
        ("created_after=yesterday", "created_after"),
        ("organisation=org_other", "organisation"),
        ("limit=1&limit=2", "limit"),
    ],
)
async def test_a_parameter_that_does_not_fit_is_named(system: httpx.AsyncClient, query: str, field: str) -> None:
    answer = await system.get(f"/api/v1/cases?{query}")

    enveloped(answer, 400, "validation_error", "invalid_parameter", field)


async def test_a_case_that_officers_work_on_shows_its_documents_and_nothing_of_theirs(
    systems: Systems, office: Office
) -> None:
    case = await office.under_review(additional_data={"remark": CANARY})
    await office.officer.post(f"{case.path}/notes", json={"text": f"{CANARY} in a note"})
    assert (await office.decide(case, "escalate", f"{CANARY} in a reason")).status_code == 200
    await systems.on_record(case.id, CaseStatus.ESCALATED)
    async with await systems.client(office.organisation) as system:
        answer = await system.get(f"/api/v1/cases/{case.id}")
        items = (await system.get("/api/v1/cases?status=needs_review")).json()["cases"]

    shown = answer.json()
    assert (shown["status"], shown["review_state"], shown["org_id"]) == ("needs_review", "pending", office.organisation)
    assert {document["type"] for document in shown["documents"]} == {"representative_id", "proof_of_authority"}
    assert {(document["status"], document["media_type"]) for document in shown["documents"]} == {
        ("processed", "application/pdf")
    }
    assert case.id in [item["case_id"] for item in items]
    assert answer.headers["etag"] == f'"{shown["version"]}"'
    for hidden in (CANARY, "ESCALATED", "escalat", "risk", "finding", "recommend", case.token, "key_"):
        assert hidden not in answer.text, hidden


async def test_a_decided_case_says_how_it_was_decided_and_not_why(systems: Systems, office: Office) -> None:
    case = await office.under_review()
    assert (await office.decide(case, "reject", f"{CANARY} in a reason")).status_code == 200
    await systems.on_record(case.id, CaseStatus.REJECTED)
    async with await systems.client(office.organisation) as system:
        answer = await system.get(f"/api/v1/cases/{case.workflow_id}")

    assert (answer.json()["status"], answer.json()["review_state"]) == ("completed", "rejected")
    assert CANARY not in answer.text


async def test_keys_of_one_organisation_see_what_officers_opened_too(
    systems: Systems, gateway: Gateway, office: Office
) -> None:
    case = await office.open()
    async with await systems.client(office.organisation) as system:
        shown = (await system.get(f"/api/v1/cases/{case.id}")).json()

    assert (shown["external_case_id"], shown["trace_id"], shown["features"]) == (None, None, {})


async def test_nothing_of_one_organisation_is_in_the_list_of_another(system: httpx.AsyncClient, office: Office) -> None:
    await office.open()

    assert await listed(system, f"external_case_id={token_hex(4)}") == await listed(system) == []


PARTS = ("", "/events", "/package", "/package.zip")


async def everything_shown(system: httpx.AsyncClient, case_id: str) -> dict[str, tuple[bytes, dict[str, str]]]:
    """Every answer about a case, byte for byte, but for the links in it and the moment at which it was asked for."""
    case = f"/api/v1/cases/{case_id}"
    answers = {
        path: await system.get(path)
        for path in ("/api/v1/cases", "/api/v1/events", *(f"{case}{part}" for part in PARTS))
    }
    page = urlsplit(answers[f"{case}/package"].json()["case_file_url"])
    answers["case file"] = await system.get(f"{page.path}?{page.query}")
    assert {answer.status_code for answer in answers.values()} == {200}
    of_the_moment = re.compile(rb'files/[\w.-]+|token=[\w.-]+|"generated_at":"[^"]+"')
    return {
        name: (
            answer.content if name.endswith(".zip") else of_the_moment.sub(b"", answer.content),
            {name: answer.headers.get(name, "") for name in ("etag", "casewright-package-hash")},
        )
        for name, answer in answers.items()
    }


@pytest.fixture
async def quiet_office(gateway: Gateway, workers: None) -> AsyncIterator[Office]:
    """One where no other case is still being written about."""
    async with opened_office(gateway) as people:
        yield people


async def test_nothing_that_other_systems_are_shown_tells_that_a_case_was_escalated(
    systems: Systems, quiet_office: Office
) -> None:
    office = quiet_office
    case = await office.under_review()
    await systems.on_record(case.id, CaseStatus.REVIEW_PENDING)
    async with await systems.client(office.organisation) as system:
        before = await everything_shown(system, case.id)
        assert (await office.decide(case, "escalate", "Why")).status_code == 200
        await systems.on_record(case.id, CaseStatus.ESCALATED)
        escalated = await everything_shown(system, case.id)
        assert (await office.decide(case, "return", by=office.senior_officer)).status_code == 200
        await systems.on_record(case.id, CaseStatus.REVIEW_PENDING)
        returned = await everything_shown(system, case.id)

    assert escalated == before
    assert returned == before


async def test_a_case_is_as_its_published_events_say_whatever_its_workflow_knows_beyond(
    system: httpx.AsyncClient, workers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = await session(system)
    asked = AsyncMock(side_effect=AssertionError("the workflow is ahead of what has been published"))
    monkeypatch.setattr(CaseClient, "view", asked)

    for path in PARTS:
        assert (await system.get(f"/api/v1/cases/{case_id}{path}")).status_code == 200
    shown, events = [(await system.get(f"/api/v1/cases/{case_id}{path}")).json() for path in ("", "/events")]
    assert shown["version"] == events["next_cursor"]
