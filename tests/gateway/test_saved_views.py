"""Views of the list of cases: each key keeps its own, and none that the list would refuse."""

import asyncio
from collections.abc import AsyncIterator
from secrets import token_hex
from typing import Any

import httpx
import pytest

from schemas.people_api import MOST_VIEWS
from tests.gateway.running_gateway import Gateway, refused

VIEWS = "/api/me/views"


@pytest.fixture
async def auditor(gateway: Gateway) -> AsyncIterator[httpx.AsyncClient]:
    """Someone who may only read, and keeps nothing yet."""
    async with await gateway.officer("auditor") as client:
        yield client


async def kept(officer: httpx.AsyncClient, name: str, query: str) -> dict[str, Any]:
    answer = await officer.post(VIEWS, json={"name": name, "query": query})
    assert answer.status_code == 201, answer.text
    view: dict[str, Any] = answer.json()
    return view


async def views(officer: httpx.AsyncClient) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = (await officer.get(VIEWS)).json()["views"]
    return listed


async def test_views_are_kept_in_the_order_in_which_they_were_made(auditor: httpx.AsyncClient) -> None:
    risky = await kept(auditor, "  Risky  ", "?risk_min=0.7&status=REVIEW_PENDING&status=ESCALATED")
    every = await kept(auditor, "All of them", "")

    assert await views(auditor) == [risky, every]
    assert (risky["name"], risky["query"]) == ("Risky", "risk_min=0.7&status=REVIEW_PENDING&status=ESCALATED")
    assert (await auditor.get(f"/api/cases?{risky['query']}")).status_code == 200


async def test_the_same_name_replaces_a_view_in_its_place(auditor: httpx.AsyncClient) -> None:
    first = await kept(auditor, "Mine", "assignee=me")
    other = await kept(auditor, "Others", "")

    again = await kept(auditor, "Mine", "assignee=me&sort=status")

    assert again == {**first, "query": "assignee=me&sort=status"}
    assert await views(auditor) == [again, other]


async def test_a_view_is_deleted_once(auditor: httpx.AsyncClient) -> None:
    view = await kept(auditor, "Mine", "assignee=me")

    assert (await auditor.delete(f"{VIEWS}/{view['view_id']}")).status_code == 204
    refused(await auditor.delete(f"{VIEWS}/{view['view_id']}"), 404, "view_not_found")
    assert await views(auditor) == []


async def test_nobody_sees_or_deletes_the_views_of_a_colleague(gateway: Gateway) -> None:
    organisation = f"org_{token_hex(6)}"
    async with (
        await gateway.officer(organisation=organisation) as keeper,
        await gateway.officer(organisation=organisation) as colleague,
    ):
        view = await kept(keeper, "Mine", "assignee=me")

        assert await views(colleague) == []
        refused(await colleague.delete(f"{VIEWS}/{view['view_id']}"), 404, "view_not_found")
        assert await views(keeper) == [view]


@pytest.mark.parametrize(
    ("body", "field", "why"),
    [
        ({"name": "Typo", "query": "statsu=APPROVED"}, "query", "statsu"),
        ({"name": "Elsewhere", "query": "country=US"}, "query", "country"),
        ({"name": "Backwards", "query": "risk_min=0.9&risk_max=0.1"}, "query", "risk_max"),
        ({"name": "Twice", "query": "sort=status&sort=-status"}, "query", "sort"),
        ({"name": "Long", "query": "q=" + 999 * "a"}, "query", "1000"),
        ({"name": " ", "query": ""}, "name", "1"),
        ({"name": 81 * "n", "query": ""}, "name", "80"),
        ({"name": "Two\nlines", "query": ""}, "name", "pattern"),
        ({"name": "None"}, "query", "required"),
    ],
)
async def test_what_the_list_would_refuse_is_not_kept(
    auditor: httpx.AsyncClient, body: dict[str, str], field: str, why: str
) -> None:
    problem = refused(await auditor.post(VIEWS, json=body), 422, "invalid_body", field)

    assert why in problem["detail"]
    assert await views(auditor) == []


async def test_there_is_an_end_to_what_a_key_keeps_also_at_once(auditor: httpx.AsyncClient) -> None:
    for number in range(MOST_VIEWS - 1):
        await kept(auditor, f"View {number}", "")

    answers = await asyncio.gather(
        *(auditor.post(VIEWS, json={"name": f"Last {number}", "query": ""}) for number in range(4))
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    refused(next(answer for answer in answers if answer.status_code == 409), 409, "too_many_views")
    assert (await kept(auditor, "View 0", "assignee=me"))["query"] == "assignee=me"
    assert len(await views(auditor)) == MOST_VIEWS
